"""Annexes that a page dumps with one cell a line: rows of parts, groups without values, units and bounds of several words."""

from __future__ import annotations

from collections.abc import Callable

from vankien.model import Outline

ANNEX = """TỈNH ỦY SƠN BÌNH

PHỤ LỤC
Hệ thống chỉ tiêu đến năm 2030
TT
Chỉ tiêu
Đơn vị tính
Ước thực hiện năm 2025
Mục tiêu đến năm 2030
Cơ quan chủ trì
Cơ quan theo dõi, giám sát
I
CHỈ TIÊU KINH TẾ
1
Tốc độ tăng trưởng GRDP bình quân
%/năm
6,9
≥ 9,5
Sở Tài chính
Ban Kinh tế - Ngân sách HĐND tỉnh
- Công nghiệp - xây dựng
%/năm
8,2
12 - 12,5
- Dịch vụ
%/năm
7,1
~ 8,4
2
Cơ cấu kinh tế
Thống kê tỉnh
Đảng ủy UBND tỉnh
- Nông, lâm nghiệp và thủy sản
%
21,4
15,0
- Dịch vụ
%
36,6
38,0
3
Số doanh nghiệp trên 1 vạn dân
Doanh nghiệp/1 vạn dân
38
70
Sở Tài chính
Đảng ủy UBND tỉnh
4
Lượng khách du lịch
Triệu lượt
4,1
7
Sở Văn hóa, Thể thao và Du lịch
Đảng ủy UBND tỉnh
Trong đó: khách quốc tế
Nghìn lượt
310
900
II
CHỈ TIÊU XÃ HỘI
5
Chỉ số phát triển con người (HDI)
-
0,722
> 0,76
Thống kê tỉnh
Đảng ủy UBND tỉnh
6
Tỷ lệ chôn lấp trực tiếp rác thải
%
44
không quá 25
Sở Nông nghiệp và Môi trường
Ban Kinh tế - Ngân sách HĐND tỉnh

PHỤ LỤC II
Danh mục đề án
"""


def test_every_row_of_an_annex_with_one_cell_a_line(outline_of: Callable[..., Outline]) -> None:
    """Parts without a number or a body are rows of their own; a dash is no unit; what follows the annex is none of it."""
    (table,) = outline_of(ANNEX).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [r[:5] for r in rows if r[4]] == [
        ["1", "Tốc độ tăng trưởng GRDP bình quân", "%/năm", "6,9", "≥ 9,5"],
        ["", "- Công nghiệp - xây dựng", "%/năm", "8,2", "12 - 12,5"],
        ["", "- Dịch vụ", "%/năm", "7,1", "~ 8,4"],
        ["", "- Nông, lâm nghiệp và thủy sản", "%", "21,4", "15,0"],
        ["", "- Dịch vụ", "%", "36,6", "38,0"],
        ["3", "Số doanh nghiệp trên 1 vạn dân", "Doanh nghiệp/1 vạn dân", "38", "70"],
        ["4", "Lượng khách du lịch", "Triệu lượt", "4,1", "7"],
        ["", "Trong đó: khách quốc tế", "Nghìn lượt", "310", "900"],
        ["5", "Chỉ số phát triển con người (HDI)", "", "0,722", "> 0,76"],
        ["6", "Tỷ lệ chôn lấp trực tiếp rác thải", "%", "44", "không quá 25"],
    ]
    assert next(r[5:] for r in rows if r[0] == "1") == ["Sở Tài chính", "Ban Kinh tế - Ngân sách HĐND tỉnh"]
    assert not any("PHỤ LỤC" in cell for row in rows for cell in row)
    assert [r.parents[-1] for r in table.rows if r.cells[1].text == "- Dịch vụ"][1] == "Cơ cấu kinh tế"
