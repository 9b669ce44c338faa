"""Links that grounds, titles and orders state: what a document rests on, carries out and establishes, who is told to do what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import HDND, ONG, OPENING, PLAN, REPORT, TU, UBND, Triple, triples, without
from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Link, Outline, Programme

LEXICON = read_lexicon()
DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH

Số: 61/QĐ-UBND

Sơn Bình, ngày 14 tháng 9 năm 2031

QUYẾT ĐỊNH

VỀ VIỆC {title}

ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH

"""
OWN = "61/QĐ-UBND"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Tờ trình số 12/TTr-UBND ngày 02/4/2022 của Ủy ban nhân dân tỉnh về việc phê duyệt {ONG}.",
            set(),
            id="a proposal establishes nothing",
        ),
        pytest.param(
            "Theo Công văn số 7/UBND-KT ngày 02/4/2022, Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển nghề ong giai đoạn 2022-2025.",
            set(),
            id="a plan that somebody else issues behind a letter",
        ),
        pytest.param(
            "Nghị quyết số 20/2022/QH15 ngày 02/4/2022 của Quốc hội phê duyệt chủ trương đầu tư Chương trình mục tiêu quốc gia giữ rừng giai đoạn 2022-2025.",
            {("Chương trình mục tiêu quốc gia giữ rừng giai đoạn 2022-2025", "established_by", "20/2022/QH15")},
            id="the investment policy of a programme",
        ),
        pytest.param(
            "Căn cứ Nghị quyết số 51/NQ-CP ngày 18/3/2022 của Chính phủ ban hành Chương trình hành động thực hiện Kết luận số 9-KL/TW ngày 12 tháng 8 năm 2021 của Bộ Chính trị.",
            {
                ("51/NQ-CP", "implements", "9-KL/TW"),
                (
                    "Chương trình hành động thực hiện Kết luận số 9-KL/TW ngày 12 tháng 8 năm 2021 của Bộ Chính trị",
                    "established_by",
                    "51/NQ-CP",
                ),
                ("90-BC/TU", "based_on", "51/NQ-CP"),
            },
            id="what a resolution itself brings into force carries out the conclusion",
        ),
        pytest.param(
            "Kế hoạch số 25/KH-UBND ngày 30/11/2021 thực hiện Kết luận số 9-KL/TW ngày 12/8/2021 và Kết luận số 11-KL/TU ngày 14/8/2022 về rừng.",
            {("25/KH-UBND", "implements", "9-KL/TW")},
            id="not what is younger than it",
        ),
        pytest.param(
            "UBND tỉnh vừa ban hành Kế hoạch thực hiện Nghị quyết số 10-NQ/TU ngày 12/12/2021 của Tỉnh ủy về rừng (Kế hoạch số 6/KH-UBND ngày 13/01/2022).",
            {("6/KH-UBND", "implements", "10-NQ/TU")},
            id="the plan in brackets carries out the resolution before it",
        ),
        pytest.param(
            "Chỉ thị số 9/CT-TTg ngày 16/7/2021 về thi đua thực hiện Kế hoạch 5 năm (2021 - 2025) theo Nghị quyết số 3-NQ/TW ngày 16/2/2021.",
            set(),
            id="it is the plan that rests on the resolution",
        ),
    ],
)
def test_between_documents(outline_of: Callable[..., Outline], text: str, expected: set[Triple]) -> None:
    assert without(triples(outline_of(REPORT + OPENING + text + "\n")), "issued_by") == expected


@pytest.mark.parametrize(
    ("grounds", "expected"),
    [
        pytest.param(
            "Căn cứ Luật tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2025;",
            {"Luật Tổ chức chính quyền địa phương"},
            id="a law written small",
        ),
        pytest.param(
            "Căn cứ Luật Đầu tư công ngày 13/6/2029; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai ngày 22/11/2030;",
            {"Luật Đầu tư công", "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Đất đai"},
            id="a law that changes others, and not these",
        ),
        pytest.param(
            "Căn cứ Nghị định số 99/2029/NĐ-CP ngày 20/10/2029 của Chính phủ hướng dẫn thi hành Luật nhà ở;",
            {"99/2029/NĐ-CP"},
            id="a decree with the law that it details",
        ),
        pytest.param(
            "Theo đề nghị của Sở Tài chính tại Tờ trình số 12/TTr-STC&ĐT ngày 12/8/2031,",
            {"12/TTr-STC&ĐT"},
            id="an ampersand in a number",
        ),
        pytest.param(
            "Căn cứ Quyết định số: 38/QĐ.UBND-NN ngày 31/8/2030 và Báo cáo số 27/BC-SNN.KHTC ngày 8/10/2030;",
            {"38/QĐ-UBND-NN", "27/BC-SNN-KHTC"},
            id="dots in numbers",
        ),
        pytest.param(
            "Căn cứ Luật Nhà ở ngày 25/11/2029; Luật Phổ biến, giáo dục pháp luật ngày 20/6/2028;",
            {"Luật Nhà ở", "Luật Phổ biến, giáo dục pháp luật"},
            id="laws whose names hold a stop word and a comma",
        ),
        pytest.param(
            "Căn cứ Luật\nTổ chức chính quyền địa phương ngày 19/6/2025;",
            {"Luật Tổ chức chính quyền địa phương"},
            id="a line broken behind the genre",
        ),
    ],
)
def test_grounds(outline_of: Callable[..., Outline], grounds: str, expected: set[str]) -> None:
    text = (
        DECISION.format(title="GIAO VỐN TRỒNG RỪNG")
        + f"Căn cứ Luật Lâm nghiệp;\n\n{grounds}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giao vốn trồng rừng cho các xã.\n"
    )
    assert {o for s, r, o in triples(outline_of(text)) if (s, r) == (OWN, "based_on")} == expected | {"Luật Lâm nghiệp"}


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(
            "Điều 1. Phê duyệt Quy hoạch nghề rừng, nghề cá tỉnh Sơn Bình đến năm 2035 với các nội dung sau:",
            ("Quy hoạch nghề rừng, nghề cá tỉnh Sơn Bình đến năm 2035", "established_by", OWN),
            id="a master plan by the first article",
        ),
        pytest.param(
            "Điều 1. Ban hành kèm theo Quyết định này Chương trình hành động thực hiện các nhiệm vụ, giải pháp trồng rừng của tỉnh Sơn Bình.",
            (
                "Chương trình hành động thực hiện các nhiệm vụ, giải pháp trồng rừng của tỉnh Sơn Bình",
                "established_by",
                OWN,
            ),
            id="an action programme attached",
        ),
        pytest.param(
            "Điều 1. Phê duyệt Đề án nâng cấp, sửa chữa các công trình thủy lợi giai đoạn 2031-2035.",
            ("Đề án nâng cấp, sửa chữa các công trình thủy lợi giai đoạn 2031-2035", "established_by", OWN),
            id="works are no submission",
        ),
        pytest.param(
            "Điều 2. Sở Tài chính có trách nhiệm tổ chức triển khai thực hiện Quyết định.",
            (OWN, "responsible", "Sở Tài chính tỉnh Sơn Bình"),
            id="an article that tells who is to do it",
        ),
    ],
)
def test_articles(outline_of: Callable[..., Outline], article: str, expected: Triple) -> None:
    text = DECISION.format(title="TRỒNG RỪNG") + f"Căn cứ Luật Lâm nghiệp;\n\nQUYẾT ĐỊNH:\n\n{article}\n"
    assert expected in triples(outline_of(text))


def test_a_title_names_the_strategy_that_is_carried_out(outline_of: Callable[..., Outline]) -> None:
    head = DECISION.format(
        title="BAN HÀNH KẾ HOẠCH THỰC HIỆN CHIẾN LƯỢC TRỒNG RỪNG ĐẾN NĂM 2035 TRÊN ĐỊA BÀN TỈNH SƠN BÌNH"
    )
    found = triples(outline_of(head + "Căn cứ Luật Lâm nghiệp;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Các xã cùng làm.\n"))
    assert (OWN, "implements", "Chiến lược trồng rừng đến năm 2035") in found


def test_a_title_names_the_document_that_its_plan_carries_out(outline_of: Callable[..., Outline]) -> None:
    head = DECISION.format(
        title="BAN HÀNH KẾ HOẠCH THỰC HIỆN NGHỊ QUYẾT SỐ 14-NQ/TU NGÀY 02/4/2031 CỦA TỈNH ỦY VỀ RỪNG"
    )
    found = triples(outline_of(head + "Căn cứ Luật Lâm nghiệp;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Các xã cùng làm.\n"))
    assert (OWN, "implements", "14-NQ/TU") in found


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param(
            "Thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy, Ủy ban nhân dân (UBND) tỉnh ban hành Kế hoạch.",
            id="an abbreviation is told behind the body",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy về “Giữ rừng đầu nguồn”",
            id="a line that ends in a title",
        ),
    ],
)
def test_openings_of_plans(outline_of: Callable[..., Outline], opening: str) -> None:
    assert ("33/KH-UBND", "implements", "14-NQ/TU") in triples(
        outline_of(
            f"{PLAN}Các xã làm theo Kế hoạch này.\n\n{opening}\n\n**I. MỤC TIÊU**\n\nCác xã cùng làm.\n", "plan.md"
        )
    )


def test_an_opening_that_says_to_what_end(outline_of: Callable[..., Outline]) -> None:
    text = (
        "Để triển khai thực hiện hiệu quả Nghị quyết số 14-NQ/TU ngày 02/4/2024 của Tỉnh ủy; thực hiện Công văn số 8/HĐND-KT "
        "ngày 03/5/2024 của Hội đồng nhân dân tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    )
    own = {(r, o) for s, r, o in triples(outline_of(PLAN + text, "plan.md")) if s == "33/KH-UBND"}
    assert {("implements", "14-NQ/TU"), ("based_on", "8/HĐND-KT")} <= own
    assert ("implements", "8/HĐND-KT") not in own


def test_a_directive_that_asks_for_something(outline_of: Callable[..., Outline]) -> None:
    head = DECISION.replace("61/QĐ-UBND", "61/CT-UBND").replace("QUYẾT ĐỊNH", "CHỈ THỊ").format(title="TRỒNG RỪNG")
    text = "Thực hiện Chỉ thị số 20/CT-TTg ngày 29/7/2031 của Thủ tướng Chính phủ, Chủ tịch UBND tỉnh yêu cầu các xã trồng rừng ngay.\n"
    assert ("61/CT-UBND", "implements", "20/CT-TTg") in triples(
        outline_of(head.replace("ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH\n\n", "") + text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Sở Y tế được tỉnh giao chủ trì, phối hợp Sở Tài chính, các sở, ngành liên quan xây dựng kế hoạch khám bệnh cho trẻ em.",
            {("responsible", "Sở Y tế"), ("coordinates", "Sở Tài chính"), ("coordinates", "Các sở, ngành liên quan")},
            id="told in the passive",
        ),
        pytest.param(
            "Chính phủ giao Bộ Tài chính, Bộ Xây dựng phối hợp với Bộ Y tế bố trí kinh phí làm trạm y tế xã hằng năm.",
            {("responsible", "Bộ Tài chính"), ("responsible", "Bộ Xây dựng"), ("coordinates", "Bộ Y tế")},
            id="several that are told to",
        ),
        pytest.param("Sở Y tế giao ban hằng tháng.", set(), id="no task"),
    ],
)
def test_tasks_that_news_tell(outline_of: Callable[..., Outline], text: str, expected: set[tuple[str, str]]) -> None:
    links = find_facts(outline_of(text + "\n"), LEXICON).of(Link)
    assert {(x.relation, x.object) for x in links if x.relation in ("responsible", "coordinates")} == expected


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(", với mục tiêu đến năm 2035 tỷ lệ che phủ rừng đạt 56%", id="in the same sentence"),
        pytest.param(
            ".\n\nMục tiêu cụ thể của Đề án đến năm 2035 như sau: tỷ lệ che phủ rừng đạt 56%",
            id="by its noun in the next one",
        ),
        pytest.param(".\n\nĐề án đặt mục tiêu đến năm 2035 tỷ lệ che phủ rừng đạt 56%", id="its noun as the subject"),
    ],
)
def test_targets_of_the_programme_named_before(outline_of: Callable[..., Outline], told: str) -> None:
    head = (
        "KẾ HOẠCH\nTrồng rừng năm 2031\n-----\n\nỦy ban nhân dân tỉnh phê duyệt Đề án nuôi cá lồng giai đoạn 2031-2035"
    )
    found = find_facts(outline_of(f"{head}{told}.\n\nNăm 2031, tỷ lệ đô thị hóa phấn đấu đạt 30%.\n"), LEXICON)
    links = [x for x in found.of(Link) if x.relation == "has_target"]
    assert [(x.subject, x.object) for x in links] == [("Đề án nuôi cá lồng giai đoạn 2031-2035", "Tỷ lệ che phủ rừng")]
    assert [p.name for p in found.of(Programme)] == ["Đề án nuôi cá lồng giai đoạn 2031-2035"]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        pytest.param(
            "Đại hội xác định hai khâu đột phá là “Thu hút đầu tư vào chế biến” và “Đào tạo cán bộ trẻ vùng cao”.",
            "breakthrough",
            {"Thu hút đầu tư vào chế biến", "Đào tạo cán bộ trẻ vùng cao"},
            id="breakthroughs that are quoted",
        ),
        pytest.param(
            "Đại hội thông qua 3 chương trình đột phá (gồm: chương trình nuôi ong rừng; giảm ngập lụt; làm chợ nông thôn).",
            "key_program",
            {"Chương trình nuôi ong rừng", "Chương trình giảm ngập lụt", "Chương trình làm chợ nông thôn"},
            id="programmes listed in brackets share their noun",
        ),
        pytest.param(
            "Tạo bước phát triển mang tính đột phá “từ gốc đến ngọn” cho nghề rừng.",
            "breakthrough",
            set(),
            id="a manner of speaking",
        ),
    ],
)
def test_lists_of_programmes(outline_of: Callable[..., Outline], text: str, kind: str, names: set[str]) -> None:
    found = find_facts(outline_of(REPORT + OPENING + text + "\n"), LEXICON).of(Programme)
    assert {p.name for p in found if p.kind == kind} == names


@pytest.mark.parametrize(
    ("text", "code", "issuer"),
    [
        pytest.param(
            "Xét đề nghị của Sở Lao động - Thương binh và Xã hội tại Tờ trình số 5/TTr-LĐTBXH ngày 13/01/2021.",
            "5/TTr-LĐTBXH",
            "Sở Lao động - Thương binh và Xã hội tỉnh Sơn Bình",
            id="a department that signs with its ministry's letters",
        ),
        pytest.param(
            "Theo đề nghị của Sở Tài chính tại các công văn: Số 15/STC-NS ngày 18/10/2021 và Số 21/STC-NS ngày 02/3/2021.",
            "15/STC-NS",
            "Sở Tài chính tỉnh Sơn Bình",
            id="several letters of one department",
        ),
    ],
)
def test_issuers_of_proposals(outline_of: Callable[..., Outline], text: str, code: str, issuer: str) -> None:
    assert (code, "issued_by", issuer) in triples(outline_of(REPORT + OPENING + text + "\n"))


def test_the_plan_in_brackets_is_of_who_issued_it(outline_of: Callable[..., Outline]) -> None:
    text = "UBND tỉnh vừa ban hành Kế hoạch thực hiện Nghị quyết số 10-NQ/TU ngày 12/12/2021 của Tỉnh ủy về rừng (Kế hoạch số 6/KH-UBND ngày 13/01/2022).\n"
    found = triples(outline_of(REPORT + OPENING + text))
    assert {("6/KH-UBND", "issued_by", UBND), ("10-NQ/TU", "issued_by", TU)} <= found
    assert HDND not in {o for _, _, o in found}
