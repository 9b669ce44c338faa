"""Lists whose items only date or judge what their head names, and what heads reach no further than their own list; on texts of
our own about invented places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.model import Lexicon, Outline

REPORT = """TỈNH ỦY SƠN BÌNH
*
Số 71-BC/TU	Sơn Bình, ngày 20 tháng 8 năm 2035

BÁO CÁO
tổng kết thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035

I. KẾT QUẢ TỪNG CHỈ TIÊU
"""
CASES = [
    pytest.param(
        "1.3. Sản lượng cá lồng:\n- Năm 2033: 1.240 tấn;\n- Năm 2034 đạt 1.385 tấn;\n- Ước năm 2035: 1.510 tấn.\n",
        ["Sản lượng cá lồng | 1240 tấn", "Sản lượng cá lồng | 1385 tấn", "Sản lượng cá lồng | 1510 tấn"],
        id="years-below-a-heading",
    ),
    pytest.param(
        "- Tỷ lệ hộ dùng bếp khí sinh học qua các năm:\n+ Năm 2034: 14,5%;\n+ Năm 2035: 17%.\n",
        ["Tỷ lệ hộ dùng bếp khí sinh học | 14.5 %", "Tỷ lệ hộ dùng bếp khí sinh học | 17 %"],
        id="years-below-a-bullet",
    ),
    pytest.param(
        "1. Các chỉ tiêu xã hội, môi trường\n(4) Tỷ lệ hộ dùng nước sạch\n- Mục tiêu Nghị quyết: trên 90%.\n- Kết quả: 91,5%.\n- Đánh giá: vượt.\n",
        ["XIII: Tỷ lệ hộ dùng nước sạch | >90 %", "Tỷ lệ hộ dùng nước sạch | 91.5 %", "Tỷ lệ hộ dùng nước sạch: Vượt"],
        id="target-result-and-verdict",
    ),
    pytest.param(
        "(2) Tốc độ tăng doanh thu vận tải bình quân\n- Nghị quyết: 9%/năm;\n- Thực hiện: ước đạt 7,4%/năm; riêng năm 2035 tăng 8,8%.\n- Đánh giá: không đạt.\n",
        [
            "XIII: Tốc độ tăng doanh thu vận tải bình quân | 9 %",
            "Tốc độ tăng doanh thu vận tải bình quân | 7.4 %/năm",
            "Tốc độ tăng doanh thu vận tải bình quân | 8.8 %",
            "Tốc độ tăng doanh thu vận tải bình quân: Không đạt",
        ],
        id="more-behind-the-result",
    ),
    pytest.param(
        "2. Môi trường\n- Tỷ lệ hộ có hố xí hợp vệ sinh:\n+ Vùng thấp: 96%;\n+ Vùng cao đạt 71,5%.\n",
        ["Tỷ lệ hộ có hố xí hợp vệ sinh: Vùng thấp | 96 %", "Tỷ lệ hộ có hố xí hợp vệ sinh: Vùng cao | 71.5 %"],
        id="shares-under-a-bullet",
    ),
    pytest.param(
        "2. Tỷ lệ thư viện trường học đạt chuẩn\n- Tiểu học: 82%;\n- Tỷ lệ sách mới: 30%.\n",
        ["Tỷ lệ thư viện trường học đạt chuẩn: Tiểu học | 82 %", "Tỷ lệ sách mới | 30 %"],
        id="shares-under-a-heading-but-not-what-has-a-head-of-its-own",
    ),
    pytest.param(
        "Tốc độ tăng GRDP năm 2034 đạt 6,2%. Trong đó:\n- Dịch vụ tăng 6,4%;\n- Thủy sản tăng 3,1%.\n",
        ["Tốc độ tăng GRDP | 6.2 %", "Tốc độ tăng GRDP: Dịch vụ | 6.4 %", "Tốc độ tăng GRDP: Thủy sản | 3.1 %"],
        id="parts-of-a-growth-behind-a-sentence",
    ),
    pytest.param(
        "Cơ cấu kinh tế: Nông nghiệp 21% - Công nghiệp 37% - Dịch vụ 42% (mục tiêu: 20% - 38% - 42%).\n",
        [
            "XIII: Cơ cấu kinh tế: Nông nghiệp | 20 %",
            "XIII: Cơ cấu kinh tế: Công nghiệp | 38 %",
            "XIII: Cơ cấu kinh tế: Dịch vụ | 42 %",
            "Cơ cấu kinh tế: Nông nghiệp | 21 %",
            "Cơ cấu kinh tế: Công nghiệp | 37 %",
            "Cơ cấu kinh tế: Dịch vụ | 42 %",
        ],
        id="targets-between-dashes-in-a-bracket",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 0,8%/năm (mục tiêu bình quân mỗi năm giảm 1%).\n",
        ["XIII: Mức giảm tỷ lệ hộ nghèo bình quân | 1 %", "Mức giảm tỷ lệ hộ nghèo bình quân | 0.8 %/năm"],
        id="a-bracket-that-quotes-a-yearly-change",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_list_says_what_its_head_names(
    text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    assert told_facts(outline_of(REPORT + text), lexicon) == expected


def test_a_list_inside_an_item_ends_with_the_next_number(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``(1) Cơ cấu kinh tế:`` heads its own items and not the share of ``(2)``."""
    goals = "II. CHỈ TIÊU ĐẾN NĂM 2040\n(1) Cơ cấu kinh tế:\n- Dịch vụ: 41%;\n- Công nghiệp: 38%.\n(2) Tỷ lệ đô thị hóa: 33%.\n"
    told = told_facts(outline_of(REPORT + goals), lexicon)
    assert [line.split(": ", 1)[1] for line in told] == [
        "Cơ cấu kinh tế: Dịch vụ | 41 %",
        "Cơ cấu kinh tế: Công nghiệp | 38 %",
        "Tỷ lệ đô thị hóa | 33 %",
    ]
