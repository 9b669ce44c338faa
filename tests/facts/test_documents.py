"""Cited documents: one mention with all it says, lists that share, and mentions put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.facts.documents.citations import Mention, sentence_to_mentions
from vankien.facts.documents.finding import find_documents
from vankien.facts.letterheads.dates import day_to_iso
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import CitedDocument, Concept, Context, Found, Outline, Passage, Piece, Sentence, Source

LEXICON = read_lexicon()
PROVINCE = Concept("son-binh", "", "places", "Sơn Bình", "Son Binh", properties={"level": ("province",)})


def read(text: str, lead: str = "") -> tuple[Mention, ...]:
    sentence = Sentence(Passage(text, (Piece(0, 1, 0),)), Context(lead=lead), 0)
    return sentence_to_mentions(sentence, LEXICON, PROVINCE)


DISTRICT = Concept(
    "son-binh", "", "places", "Sơn Bình", "", properties={"homeUnit": ("huyện",), "homeName": ("Nậm Sơn",)}
)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        pytest.param(
            "Huyện ủy đã ban hành Nghị quyết số 05-NQ/HU ngày 2/3/2022.", "Huyện ủy Nậm Sơn", id="its committee"
        ),
        pytest.param("Nghị quyết số 06-NQ/HU ngày 2/3/2022 về giữ rừng.", "Huyện ủy Nậm Sơn", id="by the suffix"),
        pytest.param(
            "Kế hoạch số 14-KH/TU ngày 2/3/2022 về giữ rừng.", "Tỉnh ủy Sơn Bình", id="the province's by its suffix"
        ),
        pytest.param(
            "Quyết định số 9/QĐ-UBND ngày 2/3/2022 của UBND huyện.", "Ủy ban nhân dân huyện Nậm Sơn", id="named"
        ),
        pytest.param("Quyết định số 9/QĐ-UBND ngày 2/3/2022 về giữ rừng.", None, id="a suffix of both"),
    ],
)
def test_issuers_in_a_document_of_a_district(text: str, issuer: str | None) -> None:
    sentence = Sentence(Passage(text, (Piece(0, 1, 0),)), Context(), 0)
    assert sentence_to_mentions(sentence, LEXICON, DISTRICT)[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "code", "genre", "day", "issuer"),
    [
        pytest.param(
            "Căn cứ Nghị quyết số 14-NQ/TU, ngày 2/3/2022 của Tỉnh ủy về kinh tế rừng.",
            "14-NQ/TU", "Nghị quyết", "2022-03-02", "Tỉnh ủy Sơn Bình", id="all parts",
        ),
        pytest.param(
            "Quyết định số 310/QĐ-UBND ngày 05 tháng 9 năm 2023 của UBND tỉnh.",
            "310/QĐ-UBND", "Quyết định", "2023-09-05", "Ủy ban nhân dân tỉnh Sơn Bình", id="worded date",
        ),
        pytest.param(
            "Nghị quyết 06/NQ-HĐND 10/12/2024 được ban hành.",
            "06/NQ-HĐND", "Nghị quyết", "2024-12-10", "Hội đồng nhân dân tỉnh Sơn Bình", id="no số, no ngày",
        ),
        pytest.param(
            "Báo cáo số 99/BC-UBND của UBND ngày 24/5/2024.",
            "99/BC-UBND", "Báo cáo", "2024-05-24", "Ủy ban nhân dân tỉnh Sơn Bình", id="date after the issuer",
        ),
        pytest.param(
            "Phê duyệt tại Quyết định số 71/QĐ-UBND ngày 11/8/2022 UBND tỉnh.",
            "71/QĐ-UBND", "Quyết định", "2022-08-11", "Ủy ban nhân dân tỉnh Sơn Bình", id="issuer without của",
        ),
        pytest.param(
            "Quy định số 33-QĐ/TW ngàu 08/10/2024 của Bộ Chính trị.",
            "33-QĐ/TW", "Quy định", "2024-10-08", "Bộ Chính trị", id="misspelt ngày, regulation",
        ),
        pytest.param(
            "Nghị quyết số 8/NQ-CP ngày 0/2/2022 của Chính phủ.",
            "8/NQ-CP", "Nghị quyết", None, "Chính phủ", id="impossible date",
        ),
        pytest.param(
            "Quyết định số 8/QĐ-UBND, ngày 20/8/20212 giao vốn.",
            "8/QĐ-UBND", "Quyết định", None, "Ủy ban nhân dân tỉnh Sơn Bình", id="year of five digits",
        ),
        pytest.param(
            "Ngày 04/6/2022, Thủ tướng Chính phủ ban hành Quyết định số 72/QĐ-TTg về cây dược liệu.",
            "72/QĐ-TTg", "Quyết định", "2022-06-04", "Thủ tướng Chính phủ", id="date before the document",
        ),
        pytest.param(
            "Tỉnh ủy đã ban hành Chỉ thị số 02-CT/TU, ngày 9/1/2021.",
            "02-CT/TU", "Chỉ thị", "2021-01-09", "Tỉnh ủy Sơn Bình", id="subject issues",
        ),
        pytest.param(
            "Ban Thường vụ Tỉnh ủy ban hành Kết luận số 61-KL/TU.",
            "61-KL/TU", "Kết luận", None, "Ban Thường vụ Tỉnh ủy Sơn Bình", id="standing board issues",
        ),
        pytest.param(
            "Kết luận số 12-KL/TU của Ban Thường vụ Tỉnh ủy khóa XV.",
            "12-KL/TU", "Kết luận", None, "Ban Thường vụ Tỉnh ủy Sơn Bình khóa XV", id="term of the issuer",
        ),
        pytest.param(
            "Nghị quyết số 40-NQ/TW của Bộ Chính trị (khóa XII) về nguồn nước.",
            "40-NQ/TW", "Nghị quyết", None, "Bộ Chính trị khóa XII", id="term in brackets",
        ),
        pytest.param(
            "Nghị quyết số 46-NQ/TW ngày 14/5/2019 Hội nghị lần thứ mười Ban Chấp hành Trung ương khóa XII.",
            "46-NQ/TW", "Nghị quyết", "2019-05-14", "Ban Chấp hành Trung ương Đảng khóa XII", id="plenum",
        ),
        pytest.param("Nghị quyết số 41-NQ/TW về dạy nghề.", "41-NQ/TW", "Nghị quyết", None, None, id="TW alone tells no issuer"),
        pytest.param(
            "Thông tư số 5/2023/TT-BCT ngày 6/6/2023 của Bộ trưởng Bộ Công Thương.",
            "5/2023/TT-BCT", "Thông tư", "2023-06-06", "Bộ Công Thương", id="minister",
        ),
        pytest.param(
            "Nghị quyết số 3/NQ-HĐND của HĐND tỉnh khóa XV, kỳ họp thứ 5.",
            "3/NQ-HĐND", "Nghị quyết", None, "Hội đồng nhân dân tỉnh Sơn Bình", id="term of a council",
        ),
        pytest.param("Thông tư số 5/2023/TT-BYT.", "5/2023/TT-BYT", "Thông tư", None, "Bộ Y tế", id="ministry by its suffix"),
        pytest.param(
            "Theo chỉ đạo tại văn bản số 110/UBND-KTN ngày 08/01/2025.",
            "110/UBND-KTN", "Văn bản", "2025-01-08", "Ủy ban nhân dân tỉnh Sơn Bình", id="letter called văn bản",
        ),
        pytest.param(
            "Đã trả lời (số 110/UBND-KTN ngày 08/01/2025).",
            "110/UBND-KTN", "Công văn", "2025-01-08", "Ủy ban nhân dân tỉnh Sơn Bình", id="letter without genre",
        ),
        pytest.param(
            "chính sách theo Quyết đinhh 59/QĐ-TTg ngày 18/05/2022.",
            "59/QĐ-TTg", "Quyết định", "2022-05-18", "Thủ tướng Chính phủ", id="misspelt genre",
        ),
        pytest.param(
            "UBND huyện Nậm Sơn có Kế hoạch số 12/KH-UBND ngày 02/02/2023.",
            "12/KH-UBND", "Kế hoạch", "2023-02-02", "Ủy ban nhân dân huyện Nậm Sơn", id="district",
        ),
        pytest.param(
            "Tờ trình số 88/TTr-STC ngày 07 tháng 3 năm 2025 của Sở Tài chính.",
            "88/TTr-STC", "Tờ trình", "2025-03-07", "Sở Tài chính", id="department",
        ),
        pytest.param(
            "Báo cáo số 15/BC-KTNS của Ban Kinh tế - Ngân sách HĐND tỉnh.",
            "15/BC-KTNS", "Báo cáo", None, "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Sơn Bình", id="shape of a name",
        ),
        pytest.param(
            "Luật Thủy sản số 18/2017/QH14 ngày 21/11/2017.",
            "18/2017/QH14", "Luật", "2017-11-21", "Quốc hội", id="law with number",
        ),
        pytest.param(
            "Kế hoạch số 7-KH/TU, ngày 3/4/2020 của Tỉnh ủy Hà Giang.",
            "7-KH/TU", "Kế hoạch", "2020-04-03", "Tỉnh ủy Hà Giang", id="another province",
        ),
        pytest.param(
            "theo Nghị quyết của HĐND tỉnh số 9/NQ-HĐND ngày 7/7/2021.",
            "9/NQ-HĐND", "Nghị quyết", "2021-07-07", "Hội đồng nhân dân tỉnh Sơn Bình", id="issuer before the number",
        ),
        pytest.param(
            "Đề án “Chợ vùng cao” (kèm theo Quyết định số 17-QĐ/TU, ngày 15/7/2016).",
            "17-QĐ/TU", "Quyết định", "2016-07-15", "Tỉnh ủy Sơn Bình", id="in brackets",
        ),
    ],
)  # fmt: skip
def test_a_mention_says(text: str, code: str, genre: str, day: str | None, issuer: str | None) -> None:
    mention = next(m for m in read(text) if m.code)
    assert (mention.code, mention.genre, mention.date, mention.issuer) == (code, genre, day, issuer)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Nghị quyết số 1-NQ/TU về nghề rừng; giao các sở.", "Về nghề rừng", id="semicolon"),
        pytest.param("Quyết định số 1/QĐ-UBND phê duyệt Đề án chợ quê.", "Phê duyệt Đề án chợ quê", id="verb"),
        pytest.param(
            "Nghị quyết số 1-NQ/TU về nghề rừng, nghề cá, Nghị quyết số 2-NQ/TU về chợ quê.",
            "Về nghề rừng, nghề cá",
            id="next document",
        ),
        pytest.param(
            "Nghị quyết số 1-NQ/TU về “Dạy nghề lưu động” và chuyển giao.", "Về “Dạy nghề lưu động”", id="quoted"
        ),
        pytest.param(
            "Kế hoạch số 1/KH-UBND về thực hiện Nghị quyết số 2-NQ/TU về chợ quê.",
            "Về thực hiện Nghị quyết số 2-NQ/TU về chợ quê",
            id="a document inside",
        ),
        pytest.param(
            "Nghị quyết số 1-NQ/TU về nghề rừng, Tỉnh ủy báo cáo như sau:", "Về nghề rừng", id="the speaker goes on"
        ),
        pytest.param("Nghị quyết số 1-NQ/TU về nghề rừng để chỉ đạo.", "Về nghề rừng", id="a purpose"),
        pytest.param("(Nghị quyết số 1-NQ/TU về nghề rừng) và các đề án.", "Về nghề rừng", id="closing bracket"),
        pytest.param(
            "Báo cáo số 1-BC/TU về kết quả năm 2022; nhiệm vụ trọng tâm năm 2023.",
            "Về kết quả năm 2022; nhiệm vụ trọng tâm năm 2023",
            id="tasks belong to it",
        ),
        pytest.param("Công điện số 1/CĐ-TTg, Hướng dẫn số 2-HD/BTGTW.", None, id="next document opens like a title"),
        pytest.param("Công văn số 1/UBND-TH V/v rà soát chợ quê.", "Về rà soát chợ quê", id="V/v"),
        pytest.param("Thực hiện Nghị quyết số 1-NQ/TU đã đạt kết quả.", None, id="none"),
        pytest.param("Luật Thủy sản số 18/2017/QH14.", "Luật Thủy sản", id="name of a law"),
    ],
)
def test_a_title_ends_with_its_clause(text: str, title: str | None) -> None:
    assert next(m for m in read(text) if m.code).title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "hai Nghị quyết của HĐND tỉnh: số 6/NQ-HĐND ngày 9/12/2024 về vốn, số 7/NQ-HĐND ngày 9/12/2024 về chợ.",
            [("6/NQ-HĐND", "Nghị quyết", "2024-12-09"), ("7/NQ-HĐND", "Nghị quyết", "2024-12-09")],
            id="shared genre and issuer",
        ),
        pytest.param(
            "các kế hoạch số: 3-KH/TU ngày 1/2/2024; số 28/KH-UBND ngày 9/7/2024.",
            [("3-KH/TU", "Kế hoạch", "2024-02-01"), ("28/KH-UBND", "Kế hoạch", "2024-07-09")],
            id="shared genre, own bodies",
        ),
        pytest.param(
            "Theo hai báo cáo mà Tỉnh đoàn đã gửi: Số 11-BC/TĐTN-VP, ngày 1/3/2020; số 12-BC/TĐTN-VP, ngày 2/4/2020.",
            [("11-BC/TĐTN-VP", "Báo cáo", "2020-03-01"), ("12-BC/TĐTN-VP", "Báo cáo", "2020-04-02")],
            id="after a colon",
        ),
        pytest.param(
            "Quyết định số 15/QĐ-TTg ngày 4/1/2025, cùng ngày có Chỉ thị số 3/CT-TTg.",
            [("15/QĐ-TTg", "Quyết định", "2025-01-04"), ("3/CT-TTg", "Chỉ thị", "2025-01-04")],
            id="the same day, said before",
        ),
        pytest.param(
            "Thực hiện Quyết định số 15/QĐ-TTg ngày 4/1/2025, UBND tỉnh ban hành Kế hoạch số 7/KH-UBND.",
            [("15/QĐ-TTg", "Quyết định", "2025-01-04"), ("7/KH-UBND", "Kế hoạch", None)],
            id="no day of its own",
        ),
        pytest.param(
            "Chỉ thị số 3/CT-TTg ngày 4/1/2025 và Công điện số 5/CĐ-TTg cùng ngày.",
            [("3/CT-TTg", "Chỉ thị", "2025-01-04"), ("5/CĐ-TTg", "Công điện", "2025-01-04")],
            id="the same day",
        ),
        pytest.param(
            "Nghị quyết số 28-NQ/TW, số 29-NQ/TW ngày 5/5/2018.",
            [("28-NQ/TW", "Nghị quyết", "2018-05-05"), ("29-NQ/TW", "Nghị quyết", "2018-05-05")],
            id="day after the last",
        ),
    ],
)
def test_lists_share_what_they_say_once(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(m.code, m.genre, m.date) for m in read(text) if m.code] == expected


def test_the_issuer_after_the_last_is_the_issuer_of_all() -> None:
    found = read("theo Nghị quyết số 47-NQ/TW và Chỉ thị số 91-CT/TW của Bộ Chính trị.")
    assert [m.issuer for m in found] == ["Bộ Chính trị", "Bộ Chính trị"]


def test_an_issuer_is_shared_over_what_each_document_does() -> None:
    found = read(
        "đã cụ thể hóa tại Công văn số 12/UBND-TH ngày 2/3/2022, chỉ đạo tại Công văn số 15/UBND-TH của UBND tỉnh."
    )
    assert [(m.issuer, m.weight) for m in found] == [("Ủy ban nhân dân tỉnh Sơn Bình", 2)] * 2


def test_a_shared_issuer_does_not_share_its_term() -> None:
    found = read("theo Nghị quyết số 47-NQ/TW và Chỉ thị số 91-CT/TW của Bộ Chính trị (khóa XIII).")
    assert [m.issuer for m in found] == ["Bộ Chính trị", "Bộ Chính trị khóa XIII"]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        pytest.param(
            "theo chỉ đạo của Ban Thường vụ Tỉnh ủy tại Kết luận số 5-KL/TU.",
            "Ban Thường vụ Tỉnh ủy Sơn Bình",
            id="instruction in a document",
        ),
        pytest.param(
            "UBND huyện Nậm Sơn báo cáo tại Báo cáo số 31/BC-UBND.",
            "Ủy ban nhân dân huyện Nậm Sơn",
            id="report of a district",
        ),
        pytest.param("Sở Y tế họp tại Nghị quyết số 5-NQ/TU.", "Tỉnh ủy Sơn Bình", id="not with another suffix"),
    ],
)
def test_who_speaks_in_a_document_issued_it(text: str, issuer: str) -> None:
    assert read(text)[0].issuer == issuer


def test_a_subject_issues_only_what_carries_its_suffix() -> None:
    found = read("Tỉnh ủy ban hành Kế hoạch số 5-KH/TU để thực hiện Nghị quyết số 19-NQ/TW.")
    assert [m.issuer for m in found] == ["Tỉnh ủy Sơn Bình", None]


def test_the_head_of_a_list_speaks_for_its_items() -> None:
    mention = read("Số 45/BC-BTV, ngày 19/11/2019 về công tác Hội.", lead="Tổng hợp các báo cáo của Hội Phụ nữ tỉnh:")[
        0
    ]
    assert (mention.genre, mention.issuer) == ("Báo cáo", "Hội Phụ nữ tỉnh Sơn Bình")


def test_offsets_lead_from_the_genre_to_the_issuer() -> None:
    text = "Thực hiện Nghị quyết số 14-NQ/TU, ngày 2/3/2022 của Tỉnh ủy về kinh tế rừng."
    mention = read(text)[0]
    assert text[mention.start : mention.end] == "Nghị quyết số 14-NQ/TU, ngày 2/3/2022 của Tỉnh ủy"
    assert text[mention.code_at :].startswith("14-NQ/TU")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(
            "theo quy định của Luật Thủy sản, Luật Chăn nuôi.", ["Luật Thủy sản", "Luật Chăn nuôi"], id="laws"
        ),
        pytest.param(
            "Luật Phòng, chống thiên tai năm 2013 quy định",
            ["Luật Phòng, chống thiên tai năm 2013"],
            id="comma and year",
        ),
        pytest.param("Bộ luật Lao động được phổ biến", ["Bộ luật Lao động"], id="code of law"),
        pytest.param("Hội Luật gia và các luật sư tư vấn", [], id="lawyers are no law"),
        pytest.param("các luật, nghị định mới", [], id="laws in general"),
        pytest.param("quán triệt Điều lệ Đảng", ["Điều lệ Đảng"], id="charter"),
        pytest.param("Nghị quyết Trung ương 7 khóa XII đã nêu", ["Nghị quyết Trung ương 7 khóa XII"], id="plenum"),
        pytest.param(
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV",
            ["Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XV"],
            id="congress",
        ),
        pytest.param(
            "Nghị quyết Đại hội XIII của Đảng", ["Nghị quyết Đại hội lần thứ XIII của Đảng"], id="Party congress"
        ),
        pytest.param("nghị quyết đại hội đảng các cấp", [], id="congresses in general"),
    ],
)
def test_documents_named_without_a_number(text: str, titles: list[str]) -> None:
    assert [m.title for m in read(text)] == titles


def test_a_law_can_have_a_date() -> None:
    assert read("Căn cứ Luật Thủy sản ngày 21 tháng 11 năm 2017;")[0].date == "2017-11-21"


# --- documents put together -----------------------------------------------------------------------

Outliner = Callable[..., Outline]
HEAD = "TỈNH ỦY SƠN BÌNH\n*\nSố 9-BC/TU\nSơn Bình, ngày 01 tháng 3 năm 2024\n\nBÁO CÁO\nVề nghề rừng\n-----\n\n"


def documents(outline: Outline, own: str | None = None) -> list[CitedDocument]:
    found = Found()
    if own:
        from vankien.facts.documents.sources import find_source

        found = Found(tuple(f for f in find_source(outline, LEXICON, found) if isinstance(f, Source)))
    facts = [d for d in find_documents(outline, LEXICON, found) if isinstance(d, CitedDocument)]
    return [d for d in facts if d.code]


def test_one_document_is_one_record_at_its_first_line(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD
        + "Thực hiện Nghị quyết số 4-NQ/TU trong năm.\n\nNghị quyết số 4-NQ/TU, ngày 5/6/2021 của Ban Thường vụ Tỉnh ủy về chợ quê.\n"
    )
    (document,) = documents(outline)
    assert document.evidence.line == 10
    assert (document.date, document.issuer, document.title) == (
        "2021-06-05",
        "Ban Thường vụ Tỉnh ủy Sơn Bình",
        "Về chợ quê",
    )


def test_the_same_code_with_another_date_is_another_document(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD
        + "Nghị quyết số 4-NQ/TU, ngày 5/6/2016 về chợ quê.\n\nNghị quyết số 4-NQ/TU, ngày 7/8/2021 về nghề rừng.\n"
    )
    assert [d.date for d in documents(outline)] == ["2016-06-05", "2021-08-07"]


def test_a_mistyped_date_does_not_make_two(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD
        + "Nghị quyết số 4-NQ/TU, ngày 5/6/2021 về phát triển chợ quê.\n\nNghị quyết số 4-NQ/TU, ngày 5/7/2021 về phát triển chợ quê.\n"
    )
    assert len(documents(outline)) == 1


def test_two_dates_of_one_year_are_one_document(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD
        + "Kế hoạch số 12/KH-UBND ngày 15/01/2024 về chợ.\n\nCòn chậm tại Kế hoạch số 12/KH-UBND ngày 25/02/2024.\n"
    )
    assert [(d.date, d.evidence.line) for d in documents(outline)] == [("2024-01-15", 10)]


def test_a_district_and_the_province_are_two_issuers(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD + "Kế hoạch số 4/KH-UBND của UBND tỉnh.\n\nKế hoạch số 4/KH-UBND của UBND huyện Nậm Sơn.\n"
    )
    assert len(documents(outline)) == 2


def test_the_document_does_not_cite_itself(outline_of: Outliner) -> None:
    outline = outline_of(HEAD + "Báo cáo số 9-BC/TU được gửi kèm Kế hoạch số 8/KH-UBND.\n")
    assert [d.code for d in documents(outline, own="9-BC/TU")] == ["8/KH-UBND"]


def test_the_line_over_an_annex_means_the_document_itself(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD + "(Kèm theo Báo cáo số 9-BC/TU ngày 18/7/2024 của Tỉnh ủy) thực hiện Kế hoạch số 8/KH-UBND.\n"
    )
    assert [d.code for d in documents(outline, own="9-BC/TU")] == ["8/KH-UBND"]


def test_a_code_broken_over_two_lines(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD + "Trong năm, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch số 419/KH-\n\nUBND ngày 21/02/2022.\n"
    )
    (document,) = documents(outline)
    assert (document.code, document.evidence.line) == ("419/KH-UBND", 10)


def test_codes_in_footnotes(outline_of: Outliner) -> None:
    rule = " " * 43
    outline = outline_of(
        HEAD
        + f"Tỉnh đã giao kế hoạch1 cho các sở.\n\n{rule}\n1 Quyết định số 77/QĐ-UBND ngày 2/2/2022 của UBND tỉnh.\n"
    )
    assert [d.code for d in documents(outline)] == ["77/QĐ-UBND"]


def test_markdown_is_read_through_its_markup(outline_of: Outliner) -> None:
    outline = outline_of(
        "# KẾ HOẠCH\n\nThực hiện **Nghị quyết số 05-NQ/TU** ngày 2/2/2022.\n\n**Mục** *một* đó.\n", "plan.md"
    )
    assert [(d.code, d.date) for d in documents(outline)] == [("05-NQ/TU", "2022-02-02")]


def test_a_list_of_documents_in_an_annex(outline_of: Outliner) -> None:
    outline = outline_of(
        HEAD
        + "Kết quả như sau.\n\nPhụ lục 1\n\nDANH MỤC VĂN BẢN\n-----\n\nSTT Số, ký hiệu Ngày văn bản Trích yếu\n\n"
        + "1 Số 14-NQ/TU 26/02/2021 Nghị quyết của Ban Thường vụ Tỉnh ủy về chợ quê.\n\n"
        + "2 Số 17-KL/TU 09/6/2021 Kết luận của Tỉnh ủy về nghề rừng.\n"
    )
    assert [(d.code, d.date, d.issuer) for d in documents(outline)] == [
        ("14-NQ/TU", "2021-02-26", "Ban Thường vụ Tỉnh ủy Sơn Bình"),
        ("17-KL/TU", "2021-06-09", "Tỉnh ủy Sơn Bình"),
    ]


def test_evidence_names_the_line_of_the_code(outline_of: Outliner) -> None:
    (document,) = documents(outline_of(HEAD + "Nghị quyết số 4-NQ/TU, ngày 5/6/2021 về chợ quê.\n"))
    assert document.evidence.rule == "document-code"
    assert "4-NQ/TU" in document.evidence.quote


@given(
    st.dates(date(1990, 1, 1), date(2035, 12, 31)),
    st.sampled_from(["{d}/{m}/{y}", "{d:02}/{m:02}/{y}", "{d} tháng {m} năm {y}", "{d}-{m}-{y}"]),
)
def test_dates_come_back_as_iso(day: date, form: str) -> None:
    assert day_to_iso(form.format(d=day.day, m=day.month, y=day.year)) == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2035, 12, 31)), st.sampled_from([" ngày ", ", ngày ", " ", ", "]))
def test_any_date_after_a_code_is_its_date(day: date, link: str) -> None:
    mention = read(f"theo Kế hoạch số 5-KH/TU{link}{day.day}/{day.month}/{day.year} của Tỉnh ủy.")[0]
    assert mention.date == day.isoformat()
