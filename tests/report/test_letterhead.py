"""Where the body of a report without a letterhead begins; about the invented Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

from vankien.model import Outline

REPORT = """BÁO CÁO KẾT QUẢ CỦA CÁC HUYỆN TRONG TỈNH SƠN
BÌNH
1. Huyện Sơn Hạ
Trong năm 2031, tổng giá trị sản xuất trên địa bàn huyện ước thực hiện
được 1.255 tỷ đồng; tổng đàn gia súc hơn 24.000 con.
2. Huyện Sơn Thượng
Thu ngân sách nhà nước trên địa bàn đạt 61 tỷ đồng.
"""


def test_numbered_headings_below_a_title_in_capitals_open_the_body(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(REPORT)
    assert [p.text for p in outline.letterhead] == REPORT.splitlines()[:2]
