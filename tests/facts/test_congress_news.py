"""What congresses of communes, companies and associations count and promise, on texts of our own about the invented
province Sơn Khê."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.model import Lexicon, Outline

REPORT = """ĐẢNG BỘ XÃ NẬM KHÊ
BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ xã khóa I trình Đại hội đại biểu Đảng bộ xã lần thứ II, nhiệm kỳ 2030 - 2035

I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ I, NHIỆM KỲ 2025 - 2030

{results}

II. MỤC TIÊU NHIỆM KỲ 2030 - 2035

{goals}
"""

RESULTS = [
    pytest.param(
        "Đảng bộ xã long trọng mở Đại hội lần thứ I với sự tham gia của 95 đại biểu đại diện cho gần 410 đảng viên thuộc 18 chi bộ.",
        ["Số đại biểu dự Đại hội | 95 đại biểu", "Số đảng viên | ~410 đảng viên", "Số chi bộ | 18 chi bộ"],
        id="who came to a congress, and for whom they stand",
    ),
    pytest.param(
        "Dự Đại hội có 140 đại biểu chính thức, thay mặt 2.300 hội viên đang sinh hoạt tại 21 chi hội.",
        [
            "Số đại biểu chính thức dự Đại hội | 140 đại biểu",
            "Số hội viên | 2300 hội viên",
            "Số chi hội | 21 chi hội",
        ],
        id="members of an association",
    ),
    pytest.param(
        "Đại hội công bố quyết định chỉ định Ban Chấp hành Đảng bộ xã nhiệm kỳ mới gồm 23 ủy viên, Ban Thường vụ Đảng ủy có 9 ủy viên; "
        "bầu Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 12 đại biểu chính thức và 2 đại biểu dự khuyết.",
        [
            "Số ủy viên trong Ban Chấp hành Đảng bộ xã nhiệm kỳ mới | 23 ủy viên",
            "Số ủy viên trong Ban Thường vụ Đảng ủy | 9 ủy viên",
            "Số đại biểu chính thức dự Đại hội Đảng bộ tỉnh | 12 đại biểu",
            "Số đại biểu dự khuyết dự Đại hội Đảng bộ tỉnh | 2 đại biểu",
        ],
        id="committees and delegations",
    ),
    pytest.param(
        "Xã Nậm Khê được thành lập trên cơ sở hợp nhất 3 xã Nậm Khê, Pa Lưm và Tà Sung; có 27 bản.",
        ["Số bản | 27 bản"],
        id="what a place was made of is no result",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Under a heading of results."""
    assert told_facts(outline_of(REPORT.format(results=text, goals="")), lexicon) == expected


GOALS = [
    pytest.param(
        "Ban Chấp hành Đảng bộ xã khóa II có 25 người, phấn đấu thu ngân sách đạt 14 tỷ đồng.",
        ["II: Thu ngân sách | 14 tỷ đồng", "Số người trong Ban Chấp hành Đảng bộ xã khóa II | 25 người"],
        id="a committee is no goal",
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Under a heading of goals."""
    assert told_facts(outline_of(REPORT.format(results="", goals=text)), lexicon) == expected
