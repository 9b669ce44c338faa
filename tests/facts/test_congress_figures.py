"""Figures that political reports of all levels and congress news print in turn, together or with a shared tail, on texts of
our own about the invented district Nậm Khê."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.model import Lexicon, Outline

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
]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Behind the heading of what was reached."""
    assert told_facts(outline_of(REPORT.format(results=text, goals="")), lexicon) == expected


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Behind the heading of the coming term's targets."""
    assert told_facts(outline_of(REPORT.format(results="", goals=text)), lexicon) == expected
