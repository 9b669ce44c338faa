"""Annexes whose narrow columns wrap units, verdicts and bodies over lines, and whose header every page repeats."""

from __future__ import annotations

from collections.abc import Callable

from vankien.model import Outline, Table
from vankien.report.tables.spans import words_to_cells

HEAD = """TT
Chỉ tiêu
ĐVT
NQ
Đại hội
XVII
TH
năm
2031
TH
năm
2032
Ước TH
năm
2033
So với
NQ
Đơn vị
theo dõi
"""
ANNEX = f"""TỈNH ỦY SƠN BÌNH

PHỤ LỤC
KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT
{HEAD}I
Chỉ tiêu kinh tế
1
GRDP bình quân đầu người (NQ:
giá hiện hành)
Triệu
đồng
72
51,8
58,6
64,9
90,1%
Cục Thống
kê tỉnh
2
Cơ cấu kinh tế:
- Nông nghiệp
%
32
37,6
36,1
35,2
Chưa
đạt
Sở Kế hoạch
và Đầu tư
- Dịch vụ
%
37
36,5
36,6
37,1
Vượt
3
Số lượt lao động có việc làm
Lượt
người/
năm
> 18.000
-
16.930
19.700
102,6%
Sở Lao động -
Thương binh
4
Tỷ lệ trẻ em dưới 5 tuổi suy
%
< 16,5
18,9
18
17,2
Chưa đạt
Sở Y tế
{HEAD}dinh dưỡng thể nhẹ cân
5
Số huyện hoàn thành nông thôn mới
Đơn vị
4
1
1
2
50%
Sở Nội vụ
"""


def rows(table: Table) -> list[list[str]]:
    """The cells of all rows as texts."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_cells_wrapped_over_lines(outline_of: Callable[..., Outline]) -> None:
    """Units, verdicts and bodies in several lines, a header on each page, a label that the page break cuts in two."""
    (table,) = outline_of(ANNEX).tables
    assert rows(table) == [
        ["1", "GRDP bình quân đầu người (NQ: giá hiện hành)", "Triệu đồng", "72", "51,8", "58,6", "64,9", "90,1%", "Cục Thống kê tỉnh"],
        ["", "- Nông nghiệp", "%", "32", "37,6", "36,1", "35,2", "Chưa đạt", "Sở Kế hoạch và Đầu tư"],
        ["", "- Dịch vụ", "%", "37", "36,5", "36,6", "37,1", "Vượt", ""],
        ["3", "Số lượt lao động có việc làm", "Lượt người/năm", "> 18.000", "-", "16.930", "19.700", "102,6%", "Sở Lao động - Thương binh"],
        ["4", "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân", "%", "< 16,5", "18,9", "18", "17,2", "Chưa đạt", "Sở Y tế"],
        ["5", "Số huyện hoàn thành nông thôn mới", "Đơn vị", "4", "1", "1", "2", "50%", "Sở Nội vụ"],
    ]  # fmt: skip


def test_the_abbreviation_for_done_opens_a_cell_behind_a_congress() -> None:
    assert words_to_cells("TT Chỉ tiêu ĐVT NQ Đại hội XVII TH năm 2031 So với NQ")[3:5] == [
        "NQ Đại hội XVII",
        "TH năm 2031",
    ]


GOALS = """TỈNH ỦY SƠN BÌNH

PHỤ LỤC 3
TÌNH HÌNH THỰC HIỆN MỤC TIÊU CỦA CÁC CHƯƠNG TRÌNH TRỌNG ĐIỂM, ĐỀ ÁN
TT Nội dung, chỉ tiêu ĐVT
Mục tiêu
đến năm
2035
Ước kết
quả hết năm
2033
Tỷ lệ so
với mục
tiêu (%)
Cơ quan chủ trì
I
Chương trình phát triển chè hữu cơ gắn với
chế biến
Sở Nông nghiệp
và Môi trường
1 Diện tích chè hữu cơ ha 800 500 62,5
2 Nhà máy chế biến chè Nhà máy 10 12 120
II
Đề án nâng cao chất lượng cán bộ xã (số 02-
ĐA/TU)
Ban Tổ chức Tỉnh ủy
1
Số lượt cán bộ được đào tạo
Lượt 2.000 1.450 72,5
"""


def test_bodies_behind_the_heads_of_groups(outline_of: Callable[..., Outline]) -> None:
    """A group has the name of a programme over several lines and the body in charge of it, and no values."""
    (table,) = outline_of(GOALS).tables
    assert [(r.cells[0].text, r.cells[1].text, r.cells[-1].text) for r in table.rows] == [
        ("I", "Chương trình phát triển chè hữu cơ gắn với chế biến", "Sở Nông nghiệp và Môi trường"),
        ("1", "Diện tích chè hữu cơ", ""),
        ("2", "Nhà máy chế biến chè", ""),
        ("II", "Đề án nâng cao chất lượng cán bộ xã (số 02-ĐA/TU)", "Ban Tổ chức Tỉnh ủy"),
        ("1", "Số lượt cán bộ được đào tạo", ""),
    ]
    assert table.rows[-1].parents == ("II Đề án nâng cao chất lượng cán bộ xã (số 02-ĐA/TU)",)


LIST = """TỈNH ỦY SƠN BÌNH

PHỤ LỤC 2
CÁC NGHỊ QUYẾT, KẾT LUẬN ĐÃ BAN HÀNH
STT
Số, ký hiệu
Ngày ban hành
Trích yếu nội dung
I
NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH
1
05-NQ/TU
22/02/2031
Về phát triển chè hữu cơ đến năm 2035,
định hướng đến năm 2040
II
KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY
2
116-KL/TU
19/8/2031
Về thu hút đầu tư vào các khu công nghiệp
"""


def test_a_list_of_documents_with_the_numbers_of_its_sections_in_lines_of_their_own(
    outline_of: Callable[..., Outline],
) -> None:
    (table,) = outline_of(LIST).tables
    assert table.header == ("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu nội dung")
    assert [(r.parents[-1].split(" ")[0], r.cells[1].text) for r in table.rows] == [
        ("I", "05-NQ/TU"),
        ("II", "116-KL/TU"),
    ]
