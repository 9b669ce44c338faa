"""Names of programmes in running text, and the titles that announce programmes."""

from __future__ import annotations

import pytest

from vankien.facts.documents.run_in_titles import follows, label_kind
from vankien.facts.programmes.finding import programme_title
from vankien.facts.programmes.names import programmes_in
from vankien.facts.programmes.projects import projects_in, same_work
from vankien.facts.programmes.sections import title_kinds
from vankien.facts.programmes.words import name_end, same_programme
from vankien.graph.terms.vocabulary import read_lexicon

LEXICON = read_lexicon()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "triển khai Đề án nuôi cá lồng lòng hồ giai đoạn 2021-2025 và đạt kết quả",
            [("scheme", "Đề án nuôi cá lồng lòng hồ giai đoạn 2021-2025")],
            id="scheme up to its years",
        ),
        pytest.param(
            "phê duyệt Đề án giữ rừng đầu nguồn gđ 2021-2025, tầm nhìn đến năm 2035; sau đó",
            [("scheme", "Đề án giữ rừng đầu nguồn giai đoạn 2021-2025, tầm nhìn đến năm 2035")],
            id="abbreviated years and an outlook",
        ),
        pytest.param(
            "Đề án mở chợ đêm, phát triển phố đi bộ đến năm 2030 được góp ý",
            [("scheme", "Đề án mở chợ đêm, phát triển phố đi bộ đến năm 2030")],
            id="a comma before the years belongs to the name",
        ),
        pytest.param(
            "khởi công Dự án đường sắt trên trục Bắc - Nam với tổng mức đầu tư 2 tỷ USD",
            [("project", "Dự án đường sắt trên trục Bắc - Nam")],
            id="a project between points of the compass",
        ),
        pytest.param(
            "thực hiện Chương trình mục tiêu quốc gia hiện đại hóa nghề cá giai đoạn 2036 - 2040.",
            [
                (
                    "national_target_programme",
                    "Chương trình mục tiêu quốc gia hiện đại hóa nghề cá giai đoạn 2036 - 2040",
                )
            ],
            id="a name that begins like now",
        ),
        pytest.param(
            "Đề án “Mỗi bản một nghề” đang lấy ý kiến",
            [("scheme", "Đề án “Mỗi bản một nghề”")],
            id="in quotation marks",
        ),
        pytest.param(
            "Khởi công Dự án Kè chống sạt lở bờ suối trong năm 2024, Dự án Chợ nông sản huyện trước tháng 9",
            [("project", "Dự án Kè chống sạt lở bờ suối"), ("project", "Dự án Chợ nông sản huyện")],
            id="projects with a capital behind the word, one after the other",
        ),
        pytest.param("Quốc hội thảo luận dự án Luật Lâm nghiệp sửa đổi", [], id="the draft of a law is no project"),
        pytest.param(
            "các đề án: “Nuôi ong lấy mật vùng cao”, “Dệt lanh cho phụ nữ Mông” được duyệt",
            [("scheme", "Đề án “Nuôi ong lấy mật vùng cao”"), ("scheme", "Đề án “Dệt lanh cho phụ nữ Mông”")],
            id="a list of quotations",
        ),
        pytest.param(
            "Đề án của Ban Thường vụ Tỉnh ủy về dạy nghề vùng lòng hồ giai đoạn 2022-2026",
            [("scheme", "Đề án dạy nghề vùng lòng hồ giai đoạn 2022-2026")],
            id="the issuer between head and name",
        ),
        pytest.param(
            "Đề án bảo tồn tiếng dân tộc Giáy của UBND tỉnh",
            [("scheme", "Đề án bảo tồn tiếng dân tộc Giáy")],
            id="the issuer behind the name",
        ),
        pytest.param(
            "tiếp tục thực hiện Đề án thực hiện phong trào “Bản sạch, nhà đẹp, vườn xanh”.",
            [("scheme", "Đề án thực hiện phong trào “Bản sạch, nhà đẹp, vườn xanh”")],
            id="a slogan ends the name",
        ),
        pytest.param(
            "sớm đầu tư Dự án nâng cấp đường Bình Trì - Tân Sách dài 9,2 km, tổng mức đầu tư 81 tỷ đồng",
            [("project", "Dự án nâng cấp đường Bình Trì - Tân Sách")],
            id="the length behind the name",
        ),
        pytest.param(
            "Dự án đường vành đai phía Tây thành phố Sơn Bình mới bàn giao 14,2/22,5 km mặt bằng",
            [("project", "Dự án đường vành đai phía Tây thành phố Sơn Bình")],
            id="what has been handed over of it",
        ),
        pytest.param("quyết liệt thực hiện Đề án 06, hết quý", [("scheme", "Đề án 06")], id="a numbered scheme"),
        pytest.param("hỗ trợ từ Chương trình 135 năm qua", [("scheme", "Chương trình 135")], id="a numbered programme"),
        pytest.param(
            "Chương trình trồng một triệu cây lim giai đoạn 2021-2025 đã hoàn thành",
            [("scheme", "Chương trình trồng một triệu cây lim giai đoạn 2021-2025")],
            id="a named programme",
        ),
        pytest.param(
            "vốn Chương trình MTQG giảm nghèo bền vững năm nay",
            [("national_target_programme", "Chương trình mục tiêu quốc gia giảm nghèo bền vững")],
            id="national target programme, abbreviated",
        ),
        pytest.param(
            "vốn Chương trình MTQG xây dựng NTM còn vướng",
            [("national_target_programme", "Chương trình mục tiêu quốc gia xây dựng nông thôn mới")],
            id="abbreviations in its name",
        ),
        pytest.param(
            "tiếp tục chương trình xây dựng nông thôn mới tại các bản",
            [("national_target_programme", "Chương trình xây dựng nông thôn mới")],
            id="short name from the list",
        ),
        pytest.param(
            "các chương trình mục tiêu quốc gia giai đoạn 2021-2025 giải ngân chậm",
            [("national_target_programme", "Các chương trình mục tiêu quốc gia giai đoạn 2021-2025")],
            id="all national target programmes",
        ),
        pytest.param(
            "khởi công dự án cầu treo Nậm Sơn trong tháng Ba",
            [("project", "Dự án cầu treo Nậm Sơn")],
            id="a project by its proper name",
        ),
        pytest.param(
            "Triển khai Dự án vườn ươm Nậm Sơn cho các xã",
            [("project", "Dự án vườn ươm Nậm Sơn")],
            id="khai is no number two",
        ),
        pytest.param(
            "Dự án Nhà máy chế biến mắc ca Tam Lĩnh với tổng mức đầu tư 90 tỷ đồng",
            [("project", "Dự án Nhà máy chế biến mắc ca Tam Lĩnh")],
            id="a capital after the head",
        ),
        pytest.param(
            "triển khai dự án Hầm đường bộ qua đèo Mây kết nối huyện Nậm Sơn với thị xã Tam Lĩnh, tỉnh Hòa Lâm; mở chợ",
            [
                (
                    "project",
                    "Dự án Hầm đường bộ qua đèo Mây kết nối huyện Nậm Sơn với thị xã Tam Lĩnh, tỉnh Hòa Lâm",
                )
            ],
            id="what a tunnel goes through and joins",
        ),
        pytest.param(
            "triển khai Kế hoạch thực hiện Đề án “Nghề dệt thổ cẩm đến năm 2030, định hướng đến năm 2045.",
            [("scheme", "Đề án “Nghề dệt thổ cẩm đến năm 2030, định hướng đến năm 2045”")],
            id="a quotation that nothing closes",
        ),
        pytest.param(
            "thực hiện Chương trình giáo dục phổ thông 2018; đẩy mạnh thi đua",
            [("scheme", "Chương trình giáo dục phổ thông 2018")],
            id="the general curriculum by its year",
        ),
        pytest.param(
            "đẩy mạnh các Chương trình mục tiêu quốc gia.",
            [("national_target_programme", "Các chương trình mục tiêu quốc gia")],
            id="all national programmes, with a capital",
        ),
        pytest.param("giải ngân các chương trình mục tiêu quốc gia.", [], id="without one they are no name"),
        pytest.param(
            "Chương trình kết nối Ngân hàng - Doanh nghiệp được duy trì",
            [("scheme", "Chương trình kết nối Ngân hàng - Doanh nghiệp")],
            id="a programme that brings banks and firms together",
        ),
        pytest.param(
            "các đề án (Đề án trồng rừng gỗ lớn ven hồ; đề án nuôi cá lồng lòng hồ)",
            [("scheme", "Đề án trồng rừng gỗ lớn ven hồ"), ("scheme", "Đề án nuôi cá lồng lòng hồ")],
            id="in a list whose first has a capital",
        ),
        pytest.param("rà soát mọi Đề án của Tỉnh ủy, HĐND tỉnh cùng các chính sách", [], id="whose schemes, not which"),
        pytest.param(
            "dự án “Nước sạch cho bản xa” do tổ chức bạn tài trợ",
            [("project", "Dự án “Nước sạch cho bản xa”")],
            id="a project in quotation marks",
        ),
    ],
)
def test_named_in_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.kind, m.name) for m in programmes_in(text, LEXICON)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chương trình hành động số 12-CTr/TU của Tỉnh ủy", id="action programmes are documents"),
        pytest.param("Chương trình công tác năm của Ban", id="a work programme"),
        pytest.param("xây dựng đề án trình cấp trên xem xét", id="a scheme without a name"),
        pytest.param("Đề án được phê duyệt trong quý I", id="the scheme just spoken of"),
        pytest.param("thu hút 12 dự án vào khu công nghiệp Nậm Sơn", id="counted projects"),
        pytest.param("các dự án thủy lợi trên địa bàn huyện Tam Lĩnh", id="projects in general"),
        pytest.param("dự án đã hoàn thành và bàn giao", id="a project without a name"),
        pytest.param("vốn 03 chương trình MTQG đạt thấp", id="counted programmes"),
        pytest.param("đổi mới chương trình giáo dục phổ thông", id="a curriculum"),
        pytest.param("có 9 chỉ tiêu của Đề án đạt và vượt kế hoạch", id="what a scheme has reached"),
        pytest.param("các chỉ tiêu của Chương trình đều vượt kế hoạch", id="what a programme has reached"),
        pytest.param("tăng vốn 8 lượt dự án với 62 triệu USD", id="how much projects have"),
    ],
)
def test_no_name(text: str) -> None:
    assert programmes_in(text, LEXICON) == ()


def test_part_of_a_national_programme() -> None:
    text = "vốn của tiểu dự án 2 - dự án 5 thuộc Chương trình MTQG giảm nghèo bền vững chưa phân bổ"
    parts = [(m.name, m.part_of) for m in programmes_in(text, LEXICON) if m.part_of]
    whole = "Chương trình mục tiêu quốc gia giảm nghèo bền vững"
    assert parts == [(f"Tiểu dự án 2 - Dự án 5 ({whole})", whole)]


def test_key_programme_of_an_earlier_congress() -> None:
    text = "Trong các chương trình trọng điểm có Đại hội XII xác định “Chương trình mở đường lên vùng cao biên giới”."
    assert [(m.kind, m.set_by) for m in programmes_in(text, LEXICON)] == [("key_program", "XII")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "các công trình trọng điểm như: Khu kinh tế cửa khẩu Pa Sơn; hầm đường bộ Đèo Mây; hạ tầng kỹ thuật đô thị.",
            ["Khu kinh tế cửa khẩu Pa Sơn", "Hầm đường bộ Đèo Mây"],
            id="a list of works, without those that have no name",
        ),
        pytest.param(
            "một số công trình được hoàn thành, như: Dự án kè sông Nậm Sơn, hồ Pa Sơn, hồ Nậm Mây và hồ nước sạch.",
            ["Hồ Pa Sơn", "Hồ Nậm Mây"],
            id="lakes with a name",
        ),
        pytest.param(
            "nhiều công trình được khánh thành, tiêu biểu là Cầu Pa Sơn, Nhà hát Sông Mây, Tượng đài Tam Lĩnh.",
            ["Cầu Pa Sơn", "Nhà hát Sông Mây", "Tượng đài Tam Lĩnh"],
            id="bridges, theatres and monuments",
        ),
        pytest.param(
            "các công trình văn hóa như: Đền thờ liệt sĩ Nậm Sơn, Bức tranh toàn cảnh Pa Sơn, Khu tưởng niệm Tam Lĩnh.",
            ["Đền thờ liệt sĩ Nậm Sơn", "Khu tưởng niệm Tam Lĩnh"],
            id="a capital behind a comma opens another work",
        ),
        pytest.param(
            "các dự án lớn gồm: đường tỉnh 145 (Nậm Sơn - Tam Lĩnh), đường tỉnh 146 (Đồng Vân - Pa Sơn)",
            ["Đường tỉnh 145 (Nậm Sơn - Tam Lĩnh)", "Đường tỉnh 146 (Đồng Vân - Pa Sơn)"],
            id="commas part the works of a list",
        ),
        pytest.param(
            "khởi công hai công trình lớn là Đường liên huyện Nậm Sơn - Tam Lĩnh, tổng mức 250 tỷ đồng",
            ["Đường liên huyện Nậm Sơn - Tam Lĩnh"],
            id="a road that joins districts",
        ),
        pytest.param(
            "các tuyến đường như: các tuyến đường tỉnh 145, 146 và 147",
            ["Đường tỉnh 145", "Đường tỉnh 146", "Đường tỉnh 147"],
            id="roads that share their noun",
        ),
        pytest.param(
            "Khu công nghiệp Đồng Vân, Cụm công nghiệp Tam Lĩnh…",
            ["Khu công nghiệp Đồng Vân", "Cụm công nghiệp Tam Lĩnh"],
            id="a note that is only a list",
        ),
        pytest.param(
            "một số nhà máy thủy điện lớn như Nậm Sơn, Thanh Giang phải dừng",
            ["Thủy điện Nậm Sơn", "Thủy điện Thanh Giang"],
            id="power plants that share their noun",
        ),
        pytest.param(
            "kêu gọi đầu tư xây dựng cảng hàng không Sơn Bình trước năm 2030",
            ["Cảng hàng không Sơn Bình"],
            id="after a verb of building",
        ),
        pytest.param(
            "ưu tiên nâng cấp quốc lộ 279 nối Tam Lĩnh với Đồng Vân; việc khác",
            ["Nâng cấp quốc lộ 279 nối Tam Lĩnh với Đồng Vân"],
            id="an upgrade of a road",
        ),
        pytest.param(
            "Tuyến cao tốc Đồng Vân - Thanh Giang chậm", ["Tuyến cao tốc Đồng Vân - Thanh Giang chậm"], id="motorway"
        ),
        pytest.param(
            "sớm hoàn thành các nhà máy như: Nhà máy chế biến gỗ rừng trồng, nhà máy chế biến chè (tại xã Pa Sơn); đón khách",
            ["Nhà máy chế biến gỗ rừng trồng", "Nhà máy chế biến chè (tại xã Pa Sơn)"],
            id="items of a list that open with its noun",
        ),
        pytest.param(
            "thu hút vốn làm hạ tầng các cụm công nghiệp đã có quy hoạch (Tam Lĩnh, Bắc Đồng Vân, Thanh Giang); lập quy hoạch mới",
            ["Cụm công nghiệp Tam Lĩnh", "Cụm công nghiệp Bắc Đồng Vân", "Cụm công nghiệp Thanh Giang"],
            id="estates that a bracket names",
        ),
        pytest.param(
            "hoàn thành Khu trung tâm hành chính, chính trị tỉnh; sửa chợ",
            ["Khu trung tâm hành chính, chính trị tỉnh"],
            id="a comma inside a name",
        ),
        pytest.param(
            "quan tâm phát triển Khu du lịch quốc gia Nậm Sơn - Pá Vân đạt các tiêu chí",
            ["Khu du lịch quốc gia Nậm Sơn - Pá Vân"],
            id="a resort that is developed",
        ),
        pytest.param(
            "cần đầu tư hoàn thiện hạ tầng khu vực cửa khẩu Tam Lĩnh - Pá Vân",
            ["Hạ tầng khu vực cửa khẩu Tam Lĩnh - Pá Vân"],
            id="works at a border gate",
        ),
        pytest.param(
            "phát triển kinh tế dọc theo quốc lộ 9 và tuyến cao tốc Đồng Vân - Thanh Giang", [], id="along a motorway"
        ),
        pytest.param("phát triển Khu kinh tế cửa khẩu Tam Lĩnh gắn với dịch vụ", [], id="a zone is no resort"),
        pytest.param("đi từ Tam Lĩnh qua đường tỉnh 145 là gần nhất", [], id="a road on the way"),
        pytest.param("xây dựng nhà máy chế biến gỗ tại các huyện", [], id="works without a name"),
        pytest.param("Công ty TNHH Thủy điện Nậm Sơn nộp thuế", [], id="a company is no power plant"),
        pytest.param("nâng cấp đường giao thông nông thôn", [], id="an upgrade of nothing in particular"),
    ],
)
def test_works(text: str, expected: list[str]) -> None:
    assert [m.name for m in projects_in(text, LEXICON)] == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Các chương trình trọng điểm", ("key_program",), id="key programmes"),
        pytest.param("BA KHÂU ĐỘT PHÁ CHIẾN LƯỢC", ("breakthrough",), id="breakthroughs in capitals"),
        pytest.param(
            "Kết quả các chương trình trọng điểm, nhiệm vụ đột phá", ("key_program", "breakthrough"), id="results count"
        ),
        pytest.param(
            "CHƯƠNG TRÌNH TRỌNG ĐIỂM VÀ NHIỆM VỤ TRỌNG TÂM", ("key_program", "task_group"), id="programmes and tasks"
        ),
        pytest.param("Những giải pháp chủ yếu", ("solution",), id="solutions"),
        pytest.param("PHƯƠNG HƯỚNG, NHIỆM VỤ ĐẾN NĂM 2030", ("task_group",), id="tasks"),
        pytest.param("NHIỆM VỤ VÀ GIẢI PHÁP", ("task_group",), id="tasks before solutions"),
        pytest.param("Kết quả thực hiện nhiệm vụ năm 2023", (), id="a report on tasks"),
        pytest.param("Đánh giá tình hình, nhiệm vụ được giao", (), id="an assessment"),
        pytest.param("Chương trình trồng rừng gỗ lớn", (), id="one programme announces no others"),
        pytest.param("Khâu đột phá: Làm đường lên bản", (), id="a title that names its own"),
    ],
)
def test_title_kinds(title: str, expected: tuple[str, ...]) -> None:
    assert title_kinds(title) == expected


@pytest.mark.parametrize(
    ("label", "before", "expected"),
    [
        pytest.param("5", "4", True, id="numbers"),
        pytest.param("2.4", "2.3", True, id="dotted"),
        pytest.param("3.1", "2.9", False, id="another parent"),
        pytest.param("đ", "d", True, id="the Vietnamese alphabet"),
        pytest.param("IV", "III", True, id="Roman"),
        pytest.param("b", "1", False, id="of different kinds"),
        pytest.param("-", "-", False, id="dashes have no order"),
    ],
)
def test_follows(label: str, before: str, expected: bool) -> None:
    assert follows(label, before) is expected


def test_label_kind() -> None:
    assert [label_kind(x) for x in ("1", "1.2", "1.2.3", "IV", "đ", "-", "")] == [
        "arabic",
        "dotted1",
        "dotted2",
        "roman",
        "alpha",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param("Đề án nuôi ong", "Đề án nuôi ong giai đoạn 2021-2025", True, id="years do not count"),
        pytest.param("Đề án nuôi ong vùng cao", "Đề án nuôi ong vùng cao và vùng đệm", True, id="a longer wording"),
        pytest.param("Đề án nuôi ong", "Chương trình nuôi ong", False, id="another head"),
        pytest.param("Dự án cầu Nậm Sơn", "Dự án cầu Đồng Vân", False, id="another name"),
        pytest.param(
            "Các chương trình mục tiêu quốc gia",
            "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
            False,
            id="all of them are not one of them",
        ),
    ],
)
def test_same_programme(a: str, b: str, expected: bool) -> None:
    assert same_programme(a, b) is expected
    assert same_programme(b, a) is expected


def test_same_work() -> None:
    assert same_work(
        "Đường nối thị trấn Nậm Sơn với cao tốc Đồng Vân", "Dự án đường nối cao tốc Đồng Vân với thị trấn Nậm Sơn"
    )
    assert not same_work("Thủy điện Nậm Sơn", "Cảng hàng không Nậm Sơn")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Đề án làm sạch lòng hồ được duyệt", "Đề án làm sạch lòng hồ", id="before a verb"),
        pytest.param("Đề án làm sạch lòng hồ (có dự toán kèm theo)", "Đề án làm sạch lòng hồ", id="before brackets"),
        pytest.param("Đề án làm sạch lòng hồ trên địa bàn hai huyện", "Đề án làm sạch lòng hồ", id="before the area"),
        pytest.param("Đề án phòng, chống sạt lở; đồng thời di dân", "Đề án phòng, chống sạt lở", id="a pair of words"),
        pytest.param(
            "Đề án bồi dưỡng cán bộ trẻ, cán bộ nữ, cán bộ thôn theo yêu cầu của địa phương",
            "Đề án bồi dưỡng cán bộ trẻ, cán bộ nữ, cán bộ thôn",
            id="the same noun behind the comma",
        ),
        pytest.param(
            "Đề án làm sạch lòng hồ Nậm Sơn, mở bến thuyền", "Đề án làm sạch lòng hồ Nậm Sơn", id="before a comma"
        ),
    ],
)
def test_name_end(text: str, name: str) -> None:
    assert text[: name_end(text, len("Đề án"))] == name


def test_programme_title() -> None:
    assert programme_title("Công tác cải cách hành chính") == "Cải cách hành chính"
