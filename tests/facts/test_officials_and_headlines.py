"""Who holds an office behind a body, documents in headlines, names of laws and programmes that go on, orders in news."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_grounds_and_orders import DECISION, OWN
from tests.facts.test_links import triples
from vankien.facts import find_facts
from vankien.facts.bodies.finding import province_name
from vankien.facts.bodies.names import bodies_in
from vankien.facts.programmes.finding import inline_breakthroughs
from vankien.facts.programmes.names import programmes_in
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import CitedDocument, Outline, Source

LEXICON = read_lexicon()
Outliner = Callable[..., Outline]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Phó Chủ tịch UBND tỉnh Trần Khe Lạnh ký văn bản",
            ["Ủy ban nhân dân tỉnh Sơn Bình"],
            id="who signs for the government of a province",
        ),
        pytest.param(
            "Chủ tịch UBND huyện Tam Lĩnh Nguyễn Văn Khe dự họp",
            ["Ủy ban nhân dân huyện Tam Lĩnh"],
            id="the district, and who holds its office",
        ),
        pytest.param(
            "Bí thư Huyện ủy Phạm Khe Lạnh phát biểu", [], id="a committee whose district goes without saying"
        ),
        pytest.param("Bí thư Huyện ủy Nậm Sơn dự họp", ["Huyện ủy Nậm Sơn"], id="two syllables are a place"),
        pytest.param("UBND tỉnh Lê Khe Lạnh trồng rừng", ["Ủy ban nhân dân tỉnh Lê Khe Lạnh"], id="no office"),
        pytest.param(
            "Tổ công tác số 4 của Ban Thường vụ Tỉnh ủy làm việc",
            ["Tổ công tác số 4 của Ban Thường vụ Tỉnh ủy Sơn Bình", "Ban Thường vụ Tỉnh ủy Sơn Bình"],
            id="a team of a committee",
        ),
        pytest.param(
            "Đoàn TNCS Hồ Chí Minh xã Khe Lạnh trồng rừng",
            ["Đoàn Thanh niên Cộng sản Hồ Chí Minh xã Khe Lạnh"],
            id="the youth union of a commune is not the province's",
        ),
    ],
)
def test_offices(text: str, expected: list[str]) -> None:
    assert [m.name for m in bodies_in(text, LEXICON, "Sơn Bình")] == expected


def test_the_team_of_a_party_committee_is_one_of_the_party() -> None:
    mentions = bodies_in("Tổ công tác số 4 của Ban Thường vụ Tỉnh ủy", LEXICON, "Sơn Bình")
    assert [(m.kind, m.level) for m in mentions][:1] == [("party", "province")]


def test_a_committee_with_two_capitals_names_its_province(outline_of: Outliner) -> None:
    text = "Sáng 5/6, Tỉnh Ủy Sơn Bình họp bàn việc trồng rừng.\n\nTỉnh Ủy Sơn Bình giao các xã giữ rừng.\n"
    assert province_name(outline_of(text), LEXICON) == "Sơn Bình"


def test_a_province_that_became_a_city_keeps_its_name(outline_of: Outliner) -> None:
    text = "TỈNH ỦY THỪA THIÊN HUẾ\n*\nSố 71-KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nThừa Thiên Huế, ngày 3 tháng 4 năm 2019\n\nKẾT LUẬN\nvề trồng rừng\n\nGiữ rừng.\n"
    assert province_name(outline_of(text), LEXICON) == "Thừa Thiên Huế"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "thực hiện Đề án dời chợ, dọn mặt bằng bến cá Khe Lạnh. Sau đó",
            ["Đề án dời chợ, dọn mặt bằng bến cá Khe Lạnh"],
            id="a site is no means",
        ),
        pytest.param(
            "thực hiện Chương trình mục tiêu quốc gia Giảm nghèo bền vững của tỉnh",
            ["Chương trình mục tiêu quốc gia Giảm nghèo bền vững"],
            id="a known national programme with a capital",
        ),
        pytest.param("ban hành Chương trình thực hiện Chỉ thị số 9-CT/TW về giữ rừng", [], id="an action programme"),
        pytest.param(
            "Ban hành kèm theo Quyết định này Chương trình hành động thực hiện các nhiệm vụ, giải pháp giữ rừng đầu nguồn.",
            ["Chương trình hành động thực hiện các nhiệm vụ, giải pháp giữ rừng đầu nguồn"],
            id="an action programme that a decision adopts",
        ),
        pytest.param("DANH MỤC NGHỊ QUYẾT, ĐỀ ÁN TRÌNH TỈNH ỦY NHIỆM KỲ 2028 - 2033", [], id="what heads a list"),
    ],
)
def test_names_of_programmes(text: str, expected: list[str]) -> None:
    assert [m.name for m in programmes_in(text, LEXICON)] == expected


def test_a_breakthrough_quoted_before_it_is_called_so(outline_of: Outliner) -> None:
    outline = outline_of(
        "Đại hội xác định “giữ rừng đầu nguồn để làm thủy điện” là một trong ba khâu đột phá của tỉnh.\n"
    )
    assert [b[3] for b in inline_breakthroughs(outline)] == ["Giữ rừng đầu nguồn để làm thủy điện"]


LAW = "Luật Tổ chức chính quyền địa phương"
CHANGES = f"Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và {LAW}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Căn cứ {LAW} ngày 19/6/2015; {CHANGES} ngày 22/11/2019;", {(CHANGES, "amends", LAW)}, id="a law amends"
        ),
        pytest.param(
            "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 22/6/2015;",
            {(OWN, "based_on", "Luật Ban hành văn bản quy phạm pháp luật")},
            id="the whole name of a law",
        ),
        pytest.param(
            "Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;",
            {(OWN, "based_on", "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân")},
            id="abbreviations in the name of a law",
        ),
        pytest.param(
            "Căn cứ Luật Lâm nghiệp ngày 15/11/2017;\n\nSau khi xem xét Tờ trình số 15/TTr-UBND ngày 10/11/2030 của Ủy ban nhân dân tỉnh về trồng rừng,",
            {(OWN, "based_on", "15/TTr-UBND"), ("15/TTr-UBND", "issued_by", "Ủy ban nhân dân tỉnh Sơn Bình")},
            id="what was looked at",
        ),
        pytest.param(
            "Căn cứ Quyết định số 26/QĐ-TTg ngày 15/02/2030 của Thủ tướng Chính phủ phê duyệt quy hoạch phát triển nghề mía đến năm 2035;",
            {("Quy hoạch phát triển nghề mía đến năm 2035", "established_by", "26/QĐ-TTg")},
            id="a plan in small letters",
        ),
    ],
)
def test_grounds(outline_of: Outliner, text: str, expected: set[tuple[str, str, str]]) -> None:
    text = f"{DECISION.format(title='GIỮ RỪNG ĐẦU NGUỒN')}{text}\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Giữ rừng.\n"
    assert expected <= triples(outline_of(text))


def test_watching_a_programme_does_not_carry_it_out(outline_of: Outliner) -> None:
    text = "HĐND tỉnh ban hành Kế hoạch số 6/KH-HĐND ngày 02/8/2031 về giám sát việc thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững.\n"
    found = triples(outline_of(text))
    assert not [t for t in found if t[1] == "implements"]


def test_a_document_in_the_headline_of_a_page(outline_of: Outliner) -> None:
    text = "Kế hoạch triển khai Nghị quyết số 42/NQ-CP ngày 30 tháng 12 năm 2030 của Chính phủ\n\nTỉnh giao các xã trồng rừng.\n"
    outline = outline_of(text)
    assert [d.code for d in find_facts(outline, LEXICON).of(CitedDocument)] == ["42/NQ-CP"]
    assert ("42/NQ-CP", "issued_by", "Chính phủ") in triples(outline)


TITLED = """KẾ HOẠCH TỔ CHỨC HỘI THI CHÈ TỈNH SƠN BÌNH NĂM 2031

Căn cứ Thông báo số 19-TB/TU ngày 31/10/2030 của Ban Thường vụ Tỉnh ủy về hội thi chè;

Ủy ban nhân dân tỉnh xây dựng Kế hoạch tổ chức hội thi như sau:

1. Mục đích

Giới thiệu chè ngon.
"""


def test_a_title_in_capitals_is_all_that_is_left_of_a_letterhead(outline_of: Outliner) -> None:
    outline = outline_of(TITLED)
    source = next(find_facts(outline, LEXICON).of(Source))
    assert (source.genre, source.title, source.issuer) == (
        "Kế hoạch",
        "Tổ chức hội thi chè tỉnh Sơn Bình năm 2031",
        "Ủy ban nhân dân tỉnh Sơn Bình",
    )
    own = "Kế hoạch tổ chức hội thi chè tỉnh Sơn Bình năm 2031"
    assert (own, "based_on", "19-TB/TU") in triples(outline)


def test_a_headline_without_grounds_is_no_document(outline_of: Outliner) -> None:
    outline = outline_of("KẾ HOẠCH TRỒNG RỪNG ĐÃ XONG SỚM\n\nCác xã trồng xong rừng trước hạn.\n")
    assert not list(find_facts(outline, LEXICON).of(Source))


def test_a_plenum_speaks_for_its_committee(outline_of: Outliner) -> None:
    text = "TỈNH ỦY SƠN BÌNH\n*\nSố 71-KL/TU\n\nĐẢNG CỘNG SẢN VIỆT NAM\nSơn Bình, ngày 3 tháng 4 năm 2029\n\nKẾT LUẬN\nHỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề trồng rừng\n-----\n\nHội nghị đã thảo luận về việc trồng rừng trong năm. Tỉnh Sơn Bình giữ rừng tốt.\n"
    source = next(find_facts(outline_of(text), LEXICON).of(Source))
    assert source.issuer == "Ban Chấp hành Đảng bộ tỉnh Sơn Bình"


def test_a_department_issues_below_the_name_of_its_government(outline_of: Outliner) -> None:
    text = "UBND TỈNH SƠN BÌNH\nSỞ TÀI CHÍNH\nSố: 41/BC-STC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Bình, ngày 3 tháng 4 năm 2029\n\nBÁO CÁO\nvề trồng rừng\n-----\n\nCác xã đã trồng rừng trong năm. Tỉnh Sơn Bình giữ rừng tốt.\n"
    source = next(find_facts(outline_of(text), LEXICON).of(Source))
    assert source.issuer == "Sở Tài chính"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Trên cơ sở báo cáo của các xã, Sở Công Thương chủ trì, phối hợp với các đơn vị liên quan tham mưu mở chợ đêm bến Khe Lạnh.",
            {("Tham mưu mở chợ đêm bến Khe Lạnh", "responsible", "Sở Công Thương tỉnh Sơn Bình")},
            id="who is to lead, without an order",
        ),
        pytest.param(
            "Tỉnh giao Sở Công Thương xây dựng kế hoạch mở chợ đêm bến Khe Lạnh, trình UBND tỉnh trong tháng 01/2031.",
            {("Xây dựng kế hoạch mở chợ đêm bến Khe Lạnh", "responsible", "Sở Công Thương tỉnh Sơn Bình")},
            id="to whom it is laid, and when, is no part of the task",
        ),
    ],
)
def test_orders_in_news(outline_of: Outliner, text: str, expected: set[tuple[str, str, str]]) -> None:
    found = triples(outline_of(f"UBND tỉnh Sơn Bình vừa họp về chợ quê.\n\n{text}\n"))
    assert {t for t in found if t[1] == "responsible"} == expected
