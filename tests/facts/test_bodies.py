"""Bodies: their full names, kinds and levels, and what names no body."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts.bodies.finding import body_key, find_bodies
from vankien.facts.bodies.groups import groups_in
from vankien.facts.bodies.names import bodies_in
from vankien.facts.names.grammar import spell_out
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Body, Found, Outline

LEXICON = read_lexicon()


def names(text: str, province: str = "Sơn Bình") -> list[str]:
    return [m.name for m in bodies_in(text, LEXICON, province)]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(m.kind, m.level) for m in bodies_in(text, LEXICON, "Sơn Bình")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tỉnh ủy họp phiên tháng tư", ["Tỉnh ủy Sơn Bình"], id="provincial committee without its province"
        ),
        pytest.param("Tỉnh uỷ Sơn Bình họp", ["Tỉnh ủy Sơn Bình"], id="the newer tone and the printed province"),
        pytest.param(
            "Đoàn đại biểu Quốc hội, các đại biểu tham gia nhiều ý kiến",
            ["Đoàn đại biểu Quốc hội tỉnh Sơn Bình"],
            id="deputies of the province",
        ),
        pytest.param(
            "Ủy ban Mặt trận Tổ quốc (MTTQ) Việt Nam tỉnh và Hội đồng nhân dân (HĐND) tỉnh",
            ["Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Bình", "Hội đồng nhân dân tỉnh Sơn Bình"],
            id="an abbreviation inside the name",
        ),
        pytest.param("do UBND tỉnh trình", ["Ủy ban nhân dân tỉnh Sơn Bình"], id="abbreviation with tỉnh"),
        pytest.param("HĐND tỉnh Sơn Bình thông qua", ["Hội đồng nhân dân tỉnh Sơn Bình"], id="abbreviation, province"),
        pytest.param("UBND huyện Tam Lĩnh lập dự toán", ["Ủy ban nhân dân huyện Tam Lĩnh"], id="a district"),
        pytest.param("Ủy ban nhân dân xã Nậm Sơn", ["Ủy ban nhân dân xã Nậm Sơn"], id="a commune"),
        pytest.param("Ủy ban nhân dân phường Đồng Vân họp", ["Ủy ban nhân dân phường Đồng Vân"], id="a ward"),
        pytest.param("HUYỆN ỦY TAM LĨNH", [], id="capitals whose place no list knows"),
        pytest.param("Huyện ủy Tam Lĩnh kiểm điểm", ["Huyện ủy Tam Lĩnh"], id="district committee"),
        pytest.param("Ban Thường vụ Tỉnh ủy", ["Ban Thường vụ Tỉnh ủy Sơn Bình"], id="part of the committee"),
        pytest.param("BTV Tỉnh ủy cho ý kiến", ["Ban Thường vụ Tỉnh ủy Sơn Bình"], id="part, abbreviated"),
        pytest.param("BCH Đảng bộ tỉnh", ["Ban Chấp hành Đảng bộ tỉnh Sơn Bình"], id="executive committee"),
        pytest.param("Ban Tuyên giáo Tỉnh ủy nắm dư luận", ["Ban Tuyên giáo Tỉnh ủy Sơn Bình"], id="commission"),
        pytest.param("Văn phòng Huyện ủy Tam Lĩnh", ["Văn phòng Huyện ủy Tam Lĩnh"], id="office of a district"),
        pytest.param("Thường trực HĐND tỉnh", ["Thường trực Hội đồng nhân dân tỉnh Sơn Bình"], id="standing board"),
        pytest.param("Ủy ban Kiểm tra Tỉnh ủy", ["Ủy ban Kiểm tra Tỉnh ủy Sơn Bình"], id="inspection commission"),
        pytest.param("Đảng bộ Quân sự tỉnh", ["Đảng bộ Quân sự tỉnh Sơn Bình"], id="Party organisation in the army"),
        pytest.param(
            "Ban Quản lý dự án đầu tư xây dựng tỉnh phối hợp",
            ["Ban Quản lý dự án đầu tư xây dựng tỉnh Sơn Bình"],
            id="a board whose name goes on with verbs",
        ),
        pytest.param(
            "Thuế tỉnh và Kho bạc Nhà nước tỉnh",
            ["Thuế tỉnh Sơn Bình", "Kho bạc Nhà nước tỉnh Sơn Bình"],
            id="the tax office under its newer name",
        ),
        pytest.param(
            "Liên minh Hợp tác xã tỉnh; Liên minh HTX vận động",
            ["Liên minh Hợp tác xã tỉnh Sơn Bình"] * 2,
            id="the word for a co-operative is no commune",
        ),
        pytest.param("Thuế giá trị gia tăng giảm; thu thuế của tỉnh tăng", [], id="taxes are no office"),
        pytest.param("Sở Xây dựng thẩm định", ["Sở Xây dựng tỉnh Sơn Bình"], id="department"),
        pytest.param("Sở GTVT khảo sát", ["Sở Giao thông vận tải tỉnh Sơn Bình"], id="department, abbreviated"),
        pytest.param(
            "các Sở: Tài chính, Nội vụ và Y tế",
            ["Sở Tài chính tỉnh Sơn Bình", "Sở Nội vụ tỉnh Sơn Bình", "Sở Y tế tỉnh Sơn Bình"],
            id="departments under one head",
        ),
        pytest.param(
            "Sở Tài chính và Ủy ban nhân dân xã Nậm Sơn",
            ["Sở Tài chính tỉnh Sơn Bình", "Ủy ban nhân dân xã Nậm Sơn"],
            id="two bodies joined by và",
        ),
        pytest.param("Bộ Tài chính thông báo", ["Bộ Tài chính"], id="ministry"),
        pytest.param("Bộ trưởng Bộ Y tế ký", ["Bộ Y tế"], id="the minister stands for no body, the ministry does"),
        pytest.param("Thủ tướng Chính phủ giao", ["Thủ tướng Chính phủ"], id="longest name wins"),
        pytest.param("Văn phòng Chính phủ truyền đạt", ["Văn phòng Chính phủ"], id="office of the government"),
        pytest.param("kết luận của Bộ Chính trị", ["Bộ Chính trị"], id="politburo"),
        pytest.param(
            "Kho bạc Nhà nước khu vực XIV rút ngắn thời gian", ["Kho bạc Nhà nước khu vực XIV"], id="numbered region"
        ),
        pytest.param(
            "với Sở Y tế, Viễn thông Sơn Bình",
            ["Sở Y tế tỉnh Sơn Bình", "Viễn thông Sơn Bình"],
            id="branch of telecoms",
        ),
        pytest.param("Công an tỉnh tuần tra", ["Công an tỉnh Sơn Bình"], id="police"),
        pytest.param("Bộ Chỉ huy Quân sự tỉnh", ["Bộ Chỉ huy Quân sự tỉnh Sơn Bình"], id="military command"),
        pytest.param("BĐBP tỉnh giúp dân", ["Bộ đội Biên phòng tỉnh Sơn Bình"], id="border guard"),
        pytest.param("Hội Nông dân tỉnh vận động", ["Hội Nông dân tỉnh Sơn Bình"], id="mass organisation"),
        pytest.param("Tỉnh đoàn phát động", ["Tỉnh đoàn Sơn Bình"], id="youth union"),
        pytest.param("TAND hai cấp xét xử", ["Tòa án nhân dân hai cấp"], id="courts of two levels"),
        pytest.param(
            "Ban Chỉ đạo PCTN, TC tỉnh họp",
            ["Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh Sơn Bình"],
            id="steering committee, abbreviated purpose",
        ),
        pytest.param(
            "Ban Quản lý rừng đặc dụng Nậm Sơn được giao",
            ["Ban Quản lý rừng đặc dụng Nậm Sơn"],
            id="board with a name of its own",
        ),
        pytest.param("Tập đoàn Điện lực Việt Nam đầu tư", ["Tập đoàn Điện lực Việt Nam"], id="state group"),
        pytest.param(
            "Công ty Cổ phần Chè và Dược liệu Tam Lĩnh đã ký",
            ["Công ty Cổ phần Chè và Dược liệu Tam Lĩnh"],
            id="company",
        ),
        pytest.param(
            "học viên trường Chính trị tỉnh", ["Trường Chính trị tỉnh Sơn Bình"], id="small letter of a school"
        ),
        pytest.param("ký với Bệnh viện Chợ Rẫy; đón", ["Bệnh viện Chợ Rẫy"], id="hospital of the country"),
        pytest.param("Trung đoàn bộ binh 712 diễn tập", ["Trung đoàn bộ binh 712"], id="a number ends the name"),
        pytest.param(
            "Tổ công tác của UBND tỉnh kiểm tra",
            ["Tổ công tác của Ủy ban nhân dân tỉnh Sơn Bình", "Ủy ban nhân dân tỉnh Sơn Bình"],
            id="working group, and the body it is of",
        ),
    ],
)
def test_names_in_full(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "trao nhà “Nghĩa tình Công đoàn” cho đoàn viên",
        "hội đàm với Tỉnh ủy tỉnh Bản Mai (Lào)",
        pytest.param("các sở, ban, ngành và cấp ủy các cấp", id="generic plurals"),
        pytest.param("HĐND, UBND các cấp bàn bạc", id="councils of every level"),
        pytest.param("UBND các huyện, thành phố rà soát", id="committees of the districts"),
        pytest.param("UBND cấp xã công khai", id="a level is no place"),
        pytest.param("Báo cáo số 17/BC-UBND nêu rõ", id="a report is no newspaper"),
        pytest.param("Cục diện mới của vùng", id="cục diện is no bureau"),
        pytest.param("Sở hữu trí tuệ được bảo hộ", id="sở hữu is no department"),
        pytest.param("Ban Chỉ đạo họp định kỳ hằng quý", id="a committee without a name"),
        pytest.param("12 nhà nghỉ đạt chuẩn ASEAN", id="a standard is no body"),
        pytest.param("giao thương với các nước ASEAN", id="a region is no body"),
        pytest.param("chính quyền cơ sở vào cuộc", id="small letters name nobody"),
    ],
)
def test_names_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tỉnh ủy", ("party", "province"), id="party"),
        pytest.param("UBND huyện Tam Lĩnh", ("government", "district"), id="government of a district"),
        pytest.param("HĐND xã Nậm Sơn", ("council", "commune"), id="council of a commune"),
        pytest.param("Bộ Quốc phòng", ("ministry", "national"), id="ministry"),
        pytest.param("Công an tỉnh", ("military", "province"), id="police counts as military"),
        pytest.param("Mặt trận Tổ quốc tỉnh", ("front", "province"), id="front"),
        pytest.param("Liên đoàn Lao động tỉnh", ("mass", "province"), id="mass"),
        pytest.param("Ban Cán sự đảng UBND tỉnh", ("party", "province"), id="a Party group in the government"),
        pytest.param("Công ty TNHH Nậm Sơn", ("enterprise", "province"), id="enterprise"),
        pytest.param("Ban Chỉ đạo chuyển đổi số tỉnh", ("government", "province"), id="steering a programme"),
        pytest.param("Ban Chỉ đạo phát triển du lịch tỉnh", ("government", "province"), id="steering a sector"),
        pytest.param("Ban Chỉ đạo phát triển đảng tỉnh", ("party", "province"), id="steering the Party"),
    ],
)
def test_kind_and_level(text: str, expected: tuple[str, str]) -> None:
    assert kinds(text) == [expected]


def test_without_a_province_nothing_is_invented() -> None:
    assert names("Sở Y tế và UBND tỉnh", "") == ["Sở Y tế", "Ủy ban nhân dân tỉnh"]


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        pytest.param("Chương trình MTQG", "Chương trình mục tiêu quốc gia", id="one"),
        pytest.param("vùng DTTS&MN", "vùng dân tộc thiểu số và miền núi", id="longest first"),
        pytest.param("17/BC-UBND", "17/BC-UBND", id="not inside a code"),
    ],
)
def test_spell_out(printed: str, full: str) -> None:
    assert spell_out(printed) == full


def test_body_key_ignores_case_and_plural() -> None:
    assert body_key("Ban Chỉ đạo các đề án tỉnh") == body_key("Ban chỉ đạo đề án tỉnh")


HEAD = """TỈNH ỦY SƠN BÌNH
*
Số 90-BC/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Sơn Bình, ngày 05 tháng 6 năm 2023

BÁO CÁO
Sơ kết công tác sáu tháng
-----
"""


def found(outline: Outline) -> dict[str, int]:
    facts = find_bodies(outline, LEXICON, Found())
    return {f.name: f.evidence.line for f in facts if isinstance(f, Body)}


def test_each_body_once_at_its_first_line(outline_of: Callable[..., Outline]) -> None:
    text = HEAD + "\nSáu tháng qua, UBND tỉnh giao Sở Y tế mua thuốc.\n\nỦy ban nhân dân tỉnh và Sở Y tế đã kiểm tra.\n"
    bodies = found(outline_of(text))
    assert bodies == {
        "Tỉnh ủy Sơn Bình": 1,
        "Ủy ban nhân dân tỉnh Sơn Bình": 13,
        "Sở Y tế tỉnh Sơn Bình": 13,
    }


def test_congress_of_the_party_organisation_is_no_body(outline_of: Callable[..., Outline]) -> None:
    text = HEAD + "\nSáu tháng qua, Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV được quán triệt rộng rãi.\n"
    assert set(found(outline_of(text))) == {"Tỉnh ủy Sơn Bình"}


def test_recipients_are_left_out(outline_of: Callable[..., Outline]) -> None:
    text = (
        HEAD + "\nSáu tháng qua, kinh tế của tỉnh phát triển khá.\n\nNơi nhận:\n- Văn phòng Chính phủ,\n- Lưu VPTU.\n"
    )
    assert set(found(outline_of(text))) == {"Tỉnh ủy Sơn Bình"}


def test_recipients_below_an_annex_are_left_out(outline_of: Callable[..., Outline]) -> None:
    text = (
        "TỈNH ỦY SƠN BÌNH\n*\nBÁO CÁO\nGiữ rừng\n-----\n\nThực hiện chủ trương chung, tỉnh đã giữ rừng tốt.\n\n"
        "T/M BAN THƯỜNG VỤ\n\nPHỤ LỤC\n\nCó 5 xã đã trồng quế.\n\nNơi nhận:\n- Sở Y tế;\n- Lưu Văn phòng Tỉnh ủy.\n"
    )
    assert "Văn phòng Tỉnh ủy Sơn Bình" not in found(outline_of(text))


def test_head_of_a_column_belongs_to_every_cell(outline_of: Callable[..., Outline]) -> None:
    table = "| TT | Đảng bộ | Số chi bộ |\n|---|---|---|\n| 1 | Huyện Tam Lĩnh | 210 |\n| 2 | Công an tỉnh | 44 |\n"
    bodies = found(outline_of(HEAD + "\nSáu tháng qua, công tác xây dựng Đảng đạt kết quả.\n\n" + table, "report.md"))
    assert {"Đảng bộ huyện Tam Lĩnh", "Đảng bộ Công an tỉnh Sơn Bình"} <= set(bodies)
    assert "Công an tỉnh Sơn Bình" not in bodies


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("HĐND thành phố họp", ["Hội đồng nhân dân thành phố Hải An"], id="a city that is a province"),
        pytest.param("Thành ủy Hải An họp", ["Thành ủy Hải An"], id="its Party committee"),
        pytest.param("Sở Y tế báo cáo", ["Sở Y tế thành phố Hải An"], id="its departments"),
        pytest.param("VNPT Hải An lắp đặt", ["VNPT Hải An"], id="the branch of an enterprise"),
        pytest.param("Luật Tổ chức Chính phủ năm 2025", [], id="the name of a law names no body"),
        pytest.param(
            "Ban Kinh tế - Ngân sách HĐND thành phố thẩm tra",
            ["Ban Kinh tế - Ngân sách Hội đồng nhân dân thành phố Hải An"],
            id="a committee of the council",
        ),
        pytest.param(
            "Thường trực HĐND và đại biểu HĐND thành phố giám sát",
            ["Thường trực Hội đồng nhân dân thành phố Hải An", "Hội đồng nhân dân thành phố Hải An"],
            id="one place for two",
        ),
        pytest.param(
            "BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ",
            ["Ban Chỉ đạo Chuyển đổi số thành phố Hải An"],
            id="an open name in capitals",
        ),
    ],
)
def test_bodies_of_a_city_that_is_a_province(text: str, expected: list[str]) -> None:
    assert names(text, "thành phố Hải An") == expected
    assert all(m.level in ("province", "national") for m in bodies_in(text, LEXICON, "thành phố Hải An"))


@pytest.mark.parametrize(
    ("home", "text", "expected"),
    [
        pytest.param(
            "thành phố Tam Lĩnh",
            "Thành ủy giao Ban Tổ chức Thành ủy và Thành đoàn",
            ["Thành ủy Tam Lĩnh", "Ban Tổ chức Thành ủy Tam Lĩnh", "Thành đoàn Tam Lĩnh"],
            id="its committee, a part of it, its youth",
        ),
        pytest.param(
            "thành phố Tam Lĩnh",
            "Công an thành phố, Ban Chỉ huy Quân sự thành phố và Công an tỉnh",
            ["Công an thành phố Tam Lĩnh", "Ban Chỉ huy Quân sự thành phố Tam Lĩnh", "Công an tỉnh Sơn Bình"],
            id="thành phố is its own, tỉnh the province's",
        ),
        pytest.param(
            "thành phố Tam Lĩnh",
            "Ban Quản lý dự án đầu tư xây dựng thành phố làm chủ đầu tư",
            ["Ban Quản lý dự án đầu tư xây dựng thành phố Tam Lĩnh"],
            id="a long name with verbs in it",
        ),
        pytest.param(
            "huyện Thanh Giang",
            "Phòng GD&ĐT, Phòng Tài chính - Kế hoạch lập dự toán trình UBND huyện",
            [
                "Phòng Giáo dục và Đào tạo huyện Thanh Giang",
                "Phòng Tài chính - Kế hoạch huyện Thanh Giang",
                "Ủy ban nhân dân huyện Thanh Giang",
            ],
            id="its offices",
        ),
        pytest.param(
            "huyện Thanh Giang",
            "Ủy ban Kiểm tra Huyện ủy, Huyện đoàn, Mặt trận Tổ quốc; Sở Y tế",
            [
                "Ủy ban Kiểm tra Huyện ủy Thanh Giang",
                "Huyện đoàn Thanh Giang",
                "Mặt trận Tổ quốc huyện Thanh Giang",
                "Sở Y tế tỉnh Sơn Bình",
            ],
            id="the front is its own, departments are the province's",
        ),
        pytest.param(
            "xã Nậm Sơn",
            "Ban Thường vụ Đảng ủy giao UBND xã và Phòng Kinh tế",
            ["Ban Thường vụ Đảng ủy xã Nậm Sơn", "Ủy ban nhân dân xã Nậm Sơn", "Phòng Kinh tế xã Nậm Sơn"],
            id="a commune",
        ),
    ],
)
def test_bodies_of_a_unit_inside_a_province(home: str, text: str, expected: list[str]) -> None:
    assert names(text, f"{home}, Sơn Bình") == expected
    level = "commune" if home.startswith("xã") else "district"
    assert {m.level for m in bodies_in(text, LEXICON, f"{home}, Sơn Bình")} <= {level, "province"}


def test_bodies_of_a_special_zone_and_of_the_district_that_it_came_from() -> None:
    text = "Ủy ban nhân dân đặc khu; Ban Thường vụ Huyện ủy; Ủy ban nhân dân huyện"
    assert names(text, "đặc khu Hòn Mai, huyện Tam Lĩnh, Sơn Bình") == [
        "Ủy ban nhân dân đặc khu Hòn Mai",
        "Ban Thường vụ Huyện ủy Tam Lĩnh",
        "Ủy ban nhân dân huyện Tam Lĩnh",
    ]


def test_an_office_without_a_place_is_no_body_of_a_province() -> None:
    assert names("Phòng Nội vụ tham mưu") == []
    assert names("Phòng Nội vụ huyện Tam Lĩnh tham mưu") == ["Phòng Nội vụ huyện Tam Lĩnh"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("UBND các xã, phường", "Ủy ban nhân dân các xã, phường thị xã Tam Lĩnh", id="of its communes"),
        pytest.param("các sở, ban, ngành", "Các sở, ban, ngành tỉnh Sơn Bình", id="departments of the province"),
        pytest.param("các đoàn thể thị xã", "Các đoàn thể thị xã Tam Lĩnh", id="of the town itself"),
    ],
)
def test_groups_of_a_unit_inside_a_province(text: str, expected: str) -> None:
    assert [m.name for m in groups_in(text, LEXICON, "thị xã Tam Lĩnh, Sơn Bình", True)] == [expected]


@pytest.mark.parametrize(
    ("text", "anywhere", "expected"),
    [
        pytest.param(
            "UBND các xã, phường lập dự toán",
            False,
            [("Ủy ban nhân dân các xã, phường tỉnh Sơn Bình", "commune")],
            id="committees of the communes",
        ),
        pytest.param(
            "Ủy ban nhân dân các huyện, thành phố",
            False,
            [("Ủy ban nhân dân các huyện, thành phố tỉnh Sơn Bình", "district")],
            id="committees of the districts",
        ),
        pytest.param(
            "Ủy ban nhân dân huyện, thành phố tổng hợp",
            False,
            [("Ủy ban nhân dân các huyện, thành phố tỉnh Sơn Bình", "district")],
            id="kinds of units in a row need no plural",
        ),
        pytest.param("Ủy ban nhân dân huyện, thành phố Tam Lĩnh", False, [], id="the second one has a name"),
        pytest.param(
            "các sở, ban, ngành tỉnh", False, [("Các sở, ban, ngành tỉnh Sơn Bình", "province")], id="of the province"
        ),
        pytest.param("các sở, ngành liên quan", False, [], id="without a place it names none in running text"),
        pytest.param(
            "các sở, ngành liên quan",
            True,
            [("Các sở, ngành liên quan tỉnh Sơn Bình", "province")],
            id="but it does where work is handed out",
        ),
        pytest.param(
            "Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
            False,
            [("Các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy Sơn Bình", "district")],
            id="committees below the provincial one",
        ),
    ],
)
def test_groups(text: str, anywhere: bool, expected: list[tuple[str, str]]) -> None:
    assert [(m.name, m.level) for m in groups_in(text, LEXICON, "Sơn Bình", anywhere)] == expected
