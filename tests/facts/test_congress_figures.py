"""Figures that political reports of all levels and congress news print in turn, together or with a shared tail, on texts of
our own about the invented district Nậm Khê."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.facts import FINDERS, find_facts
from vankien.model import Lexicon, Observation, Outline

REPORT = """ĐẢNG BỘ HUYỆN NẬM KHÊ
BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ huyện khóa XI trình Đại hội đại biểu Đảng bộ huyện lần thứ XII, nhiệm kỳ 2030 - 2035

I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XI, NHIỆM KỲ 2025 - 2030

{results}

II. MỤC TIÊU NHIỆM KỲ 2030 - 2035

{goals}
"""

RESULTS = [
    pytest.param(
        "Tham dự Đại hội có 214 đại biểu, đại diện cho 517 đảng viên đến từ 19 chi bộ trực thuộc.",
        ["Số đại biểu dự Đại hội | 214 đại biểu", "Số đảng viên | 517 đảng viên", "Số chi bộ trực thuộc | 19 chi bộ"],
        id="whence they come is no lower bound",
    ),
    pytest.param(
        "Năm 2029 xảy ra 64 vụ tai nạn giao thông, làm chết 25 người, giảm 31 vụ, 9 người chết so với năm 2025.",
        ["Số vụ tai nạn giao thông | 64 vụ", "Số người chết do tai nạn giao thông | 25 người"],
        id="a change that goes on is no result",
    ),
    pytest.param(
        "Tai nạn giao thông giảm 31 vụ, 9 người chết, 14 người bị thương so với đầu nhiệm kỳ.",
        [
            "Số vụ tai nạn giao thông giảm | 31 vụ",
            "Số người chết do tai nạn giao thông giảm | 9 người",
            "Số người bị thương do tai nạn giao thông giảm | 14 người",
        ],
        id="who was hurt is not said of the others",
    ),
    pytest.param(
        "Khu công nghiệp, cụm công nghiệp có trạm xử lý nước thải: 100% và 65%.",
        [
            "Tỷ lệ khu công nghiệp có trạm xử lý nước thải | 100 %",
            "Tỷ lệ cụm công nghiệp có trạm xử lý nước thải | 65 %",
        ],
        id="two shares of two things",
    ),
    pytest.param(
        "Số bác sĩ và giường bệnh trên một vạn dân đạt 12 và 34.",
        ["Số bác sĩ trên một vạn dân | 12 bác sĩ", "Số giường bệnh trên một vạn dân | 34 giường bệnh"],
        id="two rates with one tail and no unit",
    ),
    pytest.param(
        "Công nghiệp - xây dựng tăng 11,4%/năm, dịch vụ tăng 8,6%/năm và ngành nông, lâm nghiệp và thủy sản tăng 3,7%/năm.",
        [
            "Tốc độ tăng công nghiệp - xây dựng | 11.4 %/năm",
            "Tốc độ tăng dịch vụ | 8.6 %/năm",
            "Tốc độ tăng ngành nông, lâm nghiệp và thủy sản | 3.7 %/năm",
        ],
        id="the last sector has an and of its own",
    ),
    pytest.param(
        "Kinh tế có mức tăng trưởng khá, bình quân đạt 7,4%/năm; khai thác đá đạt mức tăng trưởng 1,9%.",
        ["Tốc độ tăng trưởng kinh tế bình quân | 7.4 %/năm", "Tốc độ tăng khai thác đá | 1.9 %"],
        id="at what rate a thing grew",
    ),
    pytest.param(
        "Cùng dự có lãnh đạo các sở, ban, ngành và 198/200 đại biểu, đại diện cho hơn 6.900 đảng viên trong toàn huyện.",
        ["Số đại biểu dự Đại hội | 198 đại biểu", "Số đảng viên trong toàn huyện | >6900 đảng viên"],
        id="delegates told behind the guests",
    ),
    pytest.param(
        "Đảng bộ xã có 13 chi bộ trực thuộc với 365 Đảng viên; công tác xây dựng Đảng đạt 11/11 chỉ tiêu.",
        [
            "Số chi bộ trực thuộc đảng bộ xã | 13 chi bộ",
            "Số đảng viên | 365 Đảng viên",
            "Số chỉ tiêu công tác xây dựng Đảng đạt | 11 chỉ tiêu",
        ],
        id="members with a capital, and targets of which field",
    ),
    pytest.param(
        "Thu ngân sách tăng bình quân 8%/năm; đạt và vượt chỉ tiêu giảm hộ nghèo.",
        ["Tốc độ tăng thu ngân sách bình quân | 8 %/năm"],
        id="a verdict that names its own target says nothing of the value before",
    ),
    pytest.param(
        "Kinh tế của huyện duy trì tốc độ tăng trưởng khá, bình quân giai đoạn 2026 - 2030 đạt 8,8%.",
        ["Tốc độ tăng trưởng kinh tế bình quân | 8.8 %"],
        id="what grew well, and by how much on average",
    ),
    pytest.param(
        "Giá trị sản xuất công nghiệp - TTCN đạt 320 tỷ đồng, thương mại - dịch vụ đạt 275 tỷ đồng, nông nghiệp đạt 198 tỷ đồng; tăng lần lượt 14,2%, 12,8% và 4,1%.",
        [
            "Giá trị sản xuất công nghiệp - TTCN | 320 tỷ đồng",
            "Giá trị sản xuất thương mại - dịch vụ | 275 tỷ đồng",
            "Giá trị sản xuất nông nghiệp | 198 tỷ đồng",
        ],
        id="sectors and their changes in turn",
    ),
    pytest.param(
        "Cấp ủy các cấp thi hành kỷ luật 72 đảng viên; trong đó, có 17 cấp ủy viên.",
        ["Số đảng viên được thi hành kỷ luật | 72 đảng viên", "Số cấp ủy viên được thi hành kỷ luật | 17 cấp ủy viên"],
        id="some of them, behind a semicolon",
    ),
    pytest.param(
        "Tỷ lệ giảm hộ nghèo bình quân 2,1%/năm, đến cuối năm 2030 còn 3,4%; chỉ số PAR INDEX tăng 8 bậc, đứng thứ 3 toàn tỉnh.",
        [
            "Tỷ lệ giảm hộ nghèo bình quân | 2.1 %/năm",
            "Tỷ lệ hộ nghèo | 3.4 %",
            "Xếp hạng chỉ số PAR INDEX | 3 hạng",
        ],
        id="the level that a decline leaves, and the place that a rise reaches",
    ),
    pytest.param(
        "Giá trị sản xuất đạt 417 tỷ đồng (tăng 1,5 lần so với năm 2026), tỷ trọng các ngành kinh tế đạt và vượt chỉ tiêu Nghị quyết Đại hội.",
        ["Giá trị sản xuất | 417 tỷ đồng", "Tỷ trọng các ngành kinh tế: Đạt"],
        id="a verdict on the rate that its own words name",
    ),
    pytest.param(
        "Nông nghiệp phát triển với tốc độ khá, bình quân đạt 4,2%.",
        ["Tốc độ tăng trưởng nông nghiệp bình quân | 4.2 %"],
        id="at what rate a sector developed",
    ),
    pytest.param(
        "Riêng chỉ tiêu tỷ lệ đô thị hóa không đạt (21%/25%).",
        ["XI: Tỷ lệ đô thị hóa | 25 %", "Tỷ lệ đô thị hóa | 21 %"],
        id="that a target was missed is no part of its name",
    ),
]

GOALS = [
    pytest.param(
        "Hằng năm giảm từ 5 - 10% số vụ, số người chết và số người bị thương do tai nạn giao thông.",
        [
            "XII: Mức giảm số vụ tai nạn giao thông | 5..10 %",
            "XII: Mức giảm số người chết do tai nạn giao thông | 5..10 %",
            "XII: Mức giảm số người bị thương do tai nạn giao thông | 5..10 %",
        ],
        id="one share of three counts",
    ),
    pytest.param(
        "Tỷ lệ khu công nghiệp, cụm công nghiệp có hệ thống thoát nước đạt chuẩn: 100% và 70%.",
        [
            "XII: Tỷ lệ khu công nghiệp có hệ thống thoát nước đạt chuẩn | 100 %",
            "XII: Tỷ lệ cụm công nghiệp có hệ thống thoát nước đạt chuẩn | 70 %",
        ],
        id="two targets of two things",
    ),
    pytest.param(
        "Tăng thứ hạng PCI từ 5 - 10 bậc.",
        ["XII: Mức tăng thứ hạng PCI | 5..10 bậc"],
        id="how many places are to be gained",
    ),
    pytest.param(
        "Đến năm 2035, tỷ trọng công nghiệp - xây dựng và dịch vụ trong GRDP chiếm 78%; trong đó, công nghiệp - xây dựng chiếm 41%.",
        [
            "XII: Tỷ trọng công nghiệp - xây dựng và dịch vụ trong GRDP | 78 %",
            "XII: Tỷ trọng công nghiệp - xây dựng trong GRDP | 41 %",
        ],
        id="one of two sectors is a share of the same whole",
    ),
    pytest.param(
        "Tốc độ tăng GRDP bình quân đạt 9%/năm; trong đó, giá trị gia tăng ngành nông nghiệp bình quân 3%/năm; ngành xây dựng bình quân 11%/năm.",
        [
            "XII: Tốc độ tăng GRDP bình quân | 9 %",
            "XII: Tốc độ tăng giá trị gia tăng ngành nông nghiệp bình quân | 3 %",
            "XII: Tốc độ tăng giá trị gia tăng ngành xây dựng bình quân | 11 %",
        ],
        id="sectors that grow, too",
    ),
    pytest.param(
        "Tốc độ tăng giá trị sản xuất bình quân đạt từ 10%/năm trở lên; Năng suất lao động xã hội tăng bình quân 8,5% - 9,5%/năm.",
        [
            "XII: Tốc độ tăng giá trị sản xuất bình quân | >=10 %",
            "XII: Tốc độ tăng năng suất lao động xã hội bình quân | 8.5..9.5 %",
        ],
        id="a bound of the clause before opens no range",
    ),
    pytest.param(
        "Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh đạt 99%, nước sạch đạt 70% trở lên; kết nạp 800 đảng viên/nhiệm kỳ.",
        [
            "XII: Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh | 99 %",
            "XII: Tỷ lệ hộ dân được sử dụng nước sạch | >=70 %",
            "XII: Số đảng viên được kết nạp | 800 đảng viên",
        ],
        id="the same households use another water",
    ),
    pytest.param(
        "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân, thấp còi còn 8% và 15%.",
        [
            "XII: Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân | 8 %",
            "XII: Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi | 15 %",
        ],
        id="two values of the two ends of a label",
    ),
]


def test_delegates_are_of_no_term(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Who comes to a congress, and for whom, is told of its days: neither of the term that ends nor of the coming one."""
    text = "Dự Đại hội có 214 đại biểu, đại diện cho 517 đảng viên; trong nhiệm kỳ kết nạp 40 đảng viên."
    found = find_facts(outline_of(REPORT.format(results=text, goals="")), lexicon, FINDERS)
    assert [(int(o.value or 0), o.period) for o in found.of(Observation)] == [
        (214, None),
        (517, None),
        (40, "2025-2030"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dự Đại hội có 214 đại biểu; trong đó 12 đại biểu đương nhiên.", id="kinds of delegates"),
        pytest.param("Đại hội bầu Ban Chấp hành gồm 43 đồng chí, Ban Thường vụ 13 đồng chí.", id="who is elected"),
        pytest.param("Thông qua kết quả bầu Ban Chấp hành Đảng bộ tỉnh gồm 43 đồng chí.", id="what is adopted"),
        pytest.param("Đại biểu nữ 71 đồng chí, chiếm 33%.", id="who the delegates are"),
    ],
)
def test_who_comes_and_who_is_elected_is_of_no_term(
    text: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Also among what was reached in the term."""
    found = find_facts(outline_of(REPORT.format(results=text, goals="")), lexicon, FINDERS).of(Observation)
    assert {o.period for o in found} == {None}


def test_the_mean_of_a_term_is_of_no_year_of_the_sentence_before(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """A yearly mean goes on with the heading's term, not with the year named for another value."""
    text = "GRDP bình quân đầu người năm 2030 đạt 82 triệu đồng. Thu ngân sách tăng bình quân 11%/năm."
    found = find_facts(outline_of(REPORT.format(results=text, goals="")), lexicon, FINDERS).of(Observation)
    assert [o.period for o in found] == ["2030", "2025-2030"]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Behind the heading of what was reached."""
    assert told_facts(outline_of(REPORT.format(results=text, goals="")), lexicon) == expected


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Behind the heading of the coming term's targets."""
    assert told_facts(outline_of(REPORT.format(results="", goals=text)), lexicon) == expected
