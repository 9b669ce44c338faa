"""Tasks as decisions of portals print them, the documents they rest on, and what stands around the bodies in charge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Body, CitedDocument, Link, Outline, Programme, Source

LEXICON = read_lexicon()
DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
-------
|
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
|
Số: 812/QĐ-UBND
|
Sơn Bình, ngày 09
tháng 6 năm 2023
|
QUYẾT ĐỊNH
VỀ VIỆC BAN HÀNH KẾ HOẠCH THỰC HIỆN CHIẾN LƯỢC NGHIÊN CỨU, PHÁT TRIỂN
NGHỀ NUÔI ONG ĐẾN NĂM 2030
ỦY BAN NHÂN DÂN TỈNH
"""
REPORT = """ĐẢNG BỘ TỈNH SƠN BÌNH

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XV tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030

PHƯƠNG HƯỚNG, NHIỆM VỤ NHIỆM KỲ 2025 - 2030

I. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU

"""


def links(outline: Outline, *relations: str) -> list[tuple[str, str, str]]:
    found = find_facts(outline, LEXICON)
    return [(x.subject, x.relation, x.object) for x in found.of(Link) if x.relation in relations]


def bodies(outline: Outline) -> list[str]:
    return [b.name for b in find_facts(outline, LEXICON).of(Body)]


def test_an_article_whose_number_stands_alone_on_its_line(outline_of: Callable[..., Outline]) -> None:
    text = """Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1.
Ban hành kèm theo Quyết định này Kế hoạch nuôi ong.
Điều 2.
Giao Giám đốc Sở Y tế chủ trì, phối hợp với Thủ trưởng các sở, ngành tỉnh
liên quan, Chủ tịch Ủy ban nhân dân các huyện, thị xã triển khai thực hiện
Kế hoạch này trên địa bàn tỉnh.
"""
    assert links(outline_of(DECISION + text), "responsible", "coordinates") == [
        ("812/QĐ-UBND", "responsible", "Sở Y tế tỉnh Sơn Bình"),
        ("812/QĐ-UBND", "coordinates", "Các sở, ngành tỉnh Sơn Bình"),
        ("812/QĐ-UBND", "coordinates", "Ủy ban nhân dân các huyện, thị xã tỉnh Sơn Bình"),
    ]


def test_a_law_that_amends_laws_is_one_law(outline_of: Callable[..., Outline]) -> None:
    text = "Căn cứ Luật Nuôi ong ngày 19/6/2015; Luật sửa đổi, bổ sung một số điều của Luật Nuôi ong và Luật Lâm nghiệp ngày 22/11/2019;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch nuôi ong.\n"
    found = find_facts(outline_of(DECISION + text), LEXICON)
    assert [(d.title, d.date) for d in found.of(CitedDocument)] == [
        ("Luật Nuôi ong", "2015-06-19"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Nuôi ong và Luật Lâm nghiệp", "2019-11-22"),
    ]


def test_a_name_goes_on_behind_a_comma_up_to_its_year(outline_of: Callable[..., Outline]) -> None:
    text = "Căn cứ Quyết định số 27/QĐ-TTg ngày 26/01/2021 của Thủ tướng Chính phủ ban hành Chiến lược nghiên cứu, phát triển và ứng dụng nghề nuôi ong đến năm 2030;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch nuôi ong.\n"
    assert links(outline_of(DECISION + text), "established_by") == [
        ("Chiến lược nghiên cứu, phát triển và ứng dụng nghề nuôi ong đến năm 2030", "established_by", "27/QĐ-TTg"),
    ]


def test_a_plan_whose_text_opens_right_below_its_title(outline_of: Callable[..., Outline]) -> None:
    text = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
-------
Số: 86/KH-UBND
Sơn Bình, ngày 07 tháng 5 năm 2024
KẾ HOẠCH
THỰC
HIỆN NGHỊ QUYẾT SỐ 945-NQ/TW NGÀY 24/11/2023 CỦA BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG
KHÓA XIII VÀ CHƯƠNG TRÌNH HÀNH ĐỘNG SỐ 71-CTR/TU CỦA TỈNH ỦY SƠN BÌNH
Triển khai Nghị quyết số 945-NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương
Đảng khóa XIII và Chương trình hành động số 71-CTr/TU ngày 06/3/2024 của Tỉnh ủy,
Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mọi xã đều nắm rõ việc phải làm.
"""
    assert set(links(outline_of(text), "implements")) == {
        ("86/KH-UBND", "implements", "945-NQ/TW"),
        ("86/KH-UBND", "implements", "71-CTr/TU"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tập trung phát triển kinh tế rừng thực sự trở thành thế mạnh theo đúng tinh thần Nghị quyết số 968-NQ/TW của Bộ Chính trị và Nghị quyết số 938/NQ-CP của Chính phủ.",
            [
                ("Phát triển kinh tế rừng", "based_on", "968-NQ/TW"),
                ("Phát triển kinh tế rừng", "based_on", "938/NQ-CP"),
            ],
            id="in-the-spirit-of-two",
        ),
        pytest.param(
            "Kinh tế rừng là thế mạnh theo tinh thần Nghị quyết số 968-NQ/TW của Bộ Chính trị.",
            [],
            id="nothing-is-to-be-done",
        ),
        pytest.param(
            "Chỉ đạo kiểm lâm, công an, quân đội giữ rừng theo tinh thần Nghị quyết số 968-NQ/TW của Bộ Chính trị.",
            [],
            id="a-list-is-no-name",
        ),
    ],
)
def test_what_a_task_rests_on(
    outline_of: Callable[..., Outline], text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert links(outline_of(REPORT + text + "\n"), "based_on") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tỉnh lập Đoàn công tác của các sở, ban ngành tỉnh.", "Các sở, ban ngành tỉnh Sơn Bình", id="one-comma"),
        pytest.param(
            "Ban Thường vụ yêu cầu các cơ quan tham mưu, giúp việc Tỉnh ủy rà soát.",
            "Các cơ quan tham mưu, giúp việc Tỉnh ủy Sơn Bình",
            id="offices-of-the-committee",
        ),
        pytest.param("Ủy ban nhân dân tỉnh yêu cầu các sở, ngành sớm trồng rừng.", "Các sở, ngành tỉnh Sơn Bình", id="work-is-handed-out"),
    ],
)  # fmt: skip
def test_bodies_named_together(outline_of: Callable[..., Outline], text: str, expected: str) -> None:
    assert expected in bodies(outline_of(REPORT + text + "\n"))


def test_departments_that_only_took_part_are_no_body(outline_of: Callable[..., Outline]) -> None:
    assert not [b for b in bodies(outline_of(REPORT + "Đại diện các sở, ngành đã dự.\n")) if "sở" in b]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "Ưu tiên cải tạo, mở rộng các tuyến đường huyện: ĐH.12; ĐH.18; xây cầu mới.",
            "Cải tạo, mở rộng các tuyến đường huyện: ĐH.12; ĐH.18",
            id="roads-by-their-codes",
        ),
        pytest.param(
            "Đầu tư nâng quy mô Bệnh viện Sản nhi Sơn Bình từ 200 lên 450 giường; chăm lo y tế xã.",
            "Nâng quy mô Bệnh viện Sản nhi Sơn Bình từ 200 lên 450 giường",
            id="beds-of-a-hospital",
        ),
    ],
)
def test_works(outline_of: Callable[..., Outline], text: str, name: str) -> None:
    assert [p.name for p in find_facts(outline_of(REPORT + text + "\n"), LEXICON).of(Programme) if p.kind == "project"] == [name]  # fmt: skip


def test_a_board_in_capitals_without_its_province(outline_of: Callable[..., Outline]) -> None:
    text = "NGHỊ QUYẾT\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề phát triển nghề nuôi ong\n-----\nBan Thường vụ Tỉnh ủy ban hành Nghị quyết về phát triển nghề nuôi ong tỉnh Lào Cai như sau:\n\nI- KẾT QUẢ\n\nTrong những năm qua, nghề ong đã khá hơn trước nhiều.\n"
    source = next(find_facts(outline_of(text), LEXICON).of(Source))
    assert source.issuer == "Ban Thường vụ Tỉnh ủy Lào Cai"


def test_what_a_task_of_everybody_rests_on_is_no_part_of_it(outline_of: Callable[..., Outline]) -> None:
    text = """Căn cứ Luật Nuôi ong ngày 19/6/2015;
QUYẾT ĐỊNH:
Điều 1. Ban hành Kế hoạch nuôi ong.

III. TỔ CHỨC THỰC HIỆN

1. Sở Y tế căn cứ Nghị quyết số 972-NQ/TW ngày 19/9/2025 và Kế hoạch này xây dựng kế hoạch riêng trong quý IV/2026.
"""
    assert links(outline_of(DECISION + text), "responsible") == [
        ("Xây dựng kế hoạch riêng trong quý IV/2026", "responsible", "Sở Y tế tỉnh Sơn Bình")
    ]


def test_what_kind_of_place_it_is_is_no_result_of_a_programme(outline_of: Callable[..., Outline]) -> None:
    text = """ĐẢNG BỘ TỈNH SƠN BÌNH

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XV tại Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030

I. KẾT QUẢ THỰC HIỆN CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM

1. Chương trình phát triển nghề nuôi ong

Sơn Bình là tỉnh miền núi, có 17 dân tộc cùng sinh sống. Toàn tỉnh đã có 340 hộ nuôi ong.

2. Chương trình giữ gìn giống chè cổ

Đã trồng 70 ha chè cổ.
"""
    reported = [o for s, _, o in links(outline_of(text), "reports_indicator") if s.endswith("nuôi ong")]
    assert reported == ["Số hộ nuôi ong"]


def test_projects_one_after_the_other(outline_of: Callable[..., Outline]) -> None:
    text = "Triển khai Dự án xây dựng cao tốc Bắc - Nam phía Đông, dự án đường bộ ven biển giai đoạn 2021 - 2025 được chia thành 12 phần.\n"
    found = find_facts(outline_of(REPORT + text), LEXICON)
    assert "Dự án xây dựng cao tốc Bắc - Nam phía Đông" in [p.name for p in found.of(Programme)]
