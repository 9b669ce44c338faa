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


PAGE = """Chín tháng năm 2031, sản xuất của huyện Sơn Hạ tiếp tục ổn định, các
ngành đều tăng so với cùng kỳ.

Toàn huyện gieo trồng 1.250 ha lúa, thu hoạch 6.300 tấn thóc; trồng mới 45 ha
rừng; thu ngân sách đạt 61 tỷ đồng.
"""


def test_a_page_that_opens_in_a_wrapped_paragraph_has_no_letterhead(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(PAGE)
    assert outline.letterhead == ()
    assert [s.passage.first_line for s in outline.sentences] == [1, 4]


def test_two_sentences_on_the_first_line_are_no_title(outline_of: Callable[..., Outline]) -> None:
    outline = outline_of(
        "Huyện Sơn Hạ vừa ban hành kế hoạch năm 2031. Các chỉ tiêu chủ yếu:\n1. Về kinh tế:\n- Trồng 45 ha rừng.\n"
    )
    assert outline.letterhead == ()
