"""Tables laid out with blanks → header, rows, parents: what stands below what is told by its place in the line."""

from __future__ import annotations

import pytest

from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Report, Table
from vankien.report.page.pages import report_to_pages
from vankien.report.read import text_to_lines
from vankien.report.table_readers import lines_to_tables


def read(text: str) -> tuple[tuple[Table, ...], list[str]]:
    """The tables of a text, and the lines that are left to the body."""
    report = Report("t", "t.txt", "0" * 64, text_to_lines(text.strip("\n")), "text/plain")
    tables, rest = lines_to_tables(report_to_pages(report).body, read_lexicon())
    return tables, [b.text for b in rest]


def only(text: str) -> Table:
    """The one table of a text."""
    tables, _ = read(text)
    assert len(tables) == 1, [t.header for t in tables]
    return tables[0]


def cells(table: Table) -> list[list[str]]:
    """The texts of all cells, row by row."""
    return [[c.text for c in row.cells] for row in table.rows]


STATISTICS = """
Số liệu của tỉnh Sơn Bình xem biểu kèm theo.

                                 BIỂU 02
         MỘT SỐ CHỈ TIÊU CHỦ YẾU 9 THÁNG NĂM 2024 CỦA TỈNH SƠN BÌNH

                                                                      Ước TH        So sánh (%) ước TH
  STT          Chỉ tiêu             Đơn vị     TH 9 tháng   Kế hoạch   9 tháng        9 tháng 2024 với
                                     tính       năm 2023    năm 2024  năm 2024     Cùng kỳ    Kế hoạch

   I   KINH TẾ
   1   Giá trị xây dựng
                                   Tỷ đồng       3.150        5.600     3.480        110,5       62,1
       (theo giá hiện hành)
   2   Thu ngân sách nhà nước
       trên địa bàn                Tỷ đồng       1.420        2.300     1.655        116,5       72,0
       - Thu nội địa               Tỷ đồng       1.105        1.900     1.290        116,7       67,9
   3   Tốc độ tăng GRDP               %           6,15          7,5      6,42
  II   XÃ HỘI
  10   Số xã có trạm y tế đạt
       chuẩn                         Xã             71           80        76        107,0       95,0

Ghi chú: số liệu ước tính.
"""


def test_a_header_of_several_lines_is_put_over_its_columns() -> None:
    """Lines of one cell are joined; a cell over two columns heads both."""
    assert only(STATISTICS).header == (
        "STT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "TH 9 tháng năm 2023",
        "Kế hoạch năm 2024",
        "Ước TH 9 tháng năm 2024",
        "So sánh (%) ước TH 9 tháng 2024 với / Cùng kỳ",
        "So sánh (%) ước TH 9 tháng 2024 với / Kế hoạch",
    )


def test_labels_go_on_above_and_below_the_values() -> None:
    """The lines of a label belong to its row, wherever the values stand; missing values leave their cells empty."""
    rows = cells(only(STATISTICS))
    assert rows[0] == [
        "1",
        "Giá trị xây dựng (theo giá hiện hành)",
        "Tỷ đồng",
        "3.150",
        "5.600",
        "3.480",
        "110,5",
        "62,1",
    ]
    assert rows[1][:4] == ["2", "Thu ngân sách nhà nước trên địa bàn", "Tỷ đồng", "1.420"]
    assert rows[3] == ["3", "Tốc độ tăng GRDP", "%", "6,15", "7,5", "6,42", "", ""]
    assert rows[4][:4] == ["10", "Số xã có trạm y tế đạt chuẩn", "Xã", "71"]


def test_sections_and_parents() -> None:
    """Sections head the rows below; a part of the revenue keeps the row above as its parent."""
    rows = only(STATISTICS).rows
    assert [r.parents for r in rows] == [
        ("I KINH TẾ",),
        ("I KINH TẾ",),
        ("I KINH TẾ", "Thu ngân sách nhà nước trên địa bàn"),
        ("I KINH TẾ",),
        ("II XÃ HỘI",),
    ]


def test_what_stands_around_the_table_stays_text() -> None:
    """Neither the sentence above nor the note below is a row."""
    _, rest = read(STATISTICS)
    assert rest[0] == "Số liệu của tỉnh Sơn Bình xem biểu kèm theo."
    assert rest[-1] == "Ghi chú: số liệu ước tính."


def test_a_unit_that_is_wrapped_and_signs_of_comparison() -> None:
    """The lower half of a cell is joined to the upper one; a sign and its number are one cell."""
    table = only("""
  TT   Chỉ tiêu                               Đơn vị       Ước TH năm     Mục tiêu
                                               tính           2025        năm 2030
   1   Kết nạp đảng viên mới                 Đảng viên/        35           ≥ 40
                                                năm
   2   Tỷ lệ hộ dân có nước sạch                 %            61,5         > 75
   """)
    assert table.header == ("TT", "Chỉ tiêu", "Đơn vị tính", "Ước TH năm 2025", "Mục tiêu năm 2030")
    assert cells(table)[0] == ["1", "Kết nạp đảng viên mới", "Đảng viên/năm", "35", "≥ 40"]
    assert cells(table)[1][3:] == ["61,5", "> 75"]


def test_a_page_repeats_the_header() -> None:
    """The header of the next page is no row."""
    header = "  TT   Chỉ tiêu                   Đơn vị      Ước TH     Mục tiêu\n                                     tính     năm 2025    năm 2030\n"
    table = only(
        header
        + "   1   Thu ngân sách              Tỷ đồng      1.200        2.000\n"
        + "   2   Tỷ lệ đô thị hóa              %            21           30\n\n"
        + header
        + "   3   Tỷ lệ hộ nghèo                %           9,2          < 5\n"
    )
    assert [row[0] for row in cells(table)] == ["1", "2", "3"]


def test_lines_of_a_cell_of_text_are_no_rows() -> None:
    """A body and a time over two lines belong to the task above."""
    table = only("""
  TT   Nhiệm vụ                          Cơ quan chủ trì         Thời gian
                                                                 hoàn thành
   1   Lập đề án chợ phiên               Sở Công Thương          Tháng 6
       vùng cao                          tỉnh Sơn Bình           năm 2026
   2   Mở lớp nghề                       Sở Nội vụ               Quý II/2026
   """)
    assert cells(table) == [
        ["1", "Lập đề án chợ phiên vùng cao", "Sở Công Thương tỉnh Sơn Bình", "Tháng 6 năm 2026"],
        ["2", "Mở lớp nghề", "Sở Nội vụ", "Quý II/2026"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            """
                              Sơn Bình, ngày 02 tháng 6 năm 2025
  TT   Chỉ tiêu và các giải pháp của   tỉnh trong năm
   1   Đẩy mạnh thu ngân sách trên địa bàn các xã, phường.
""",
            id="running-text",
        ),
        pytest.param(
            """
  TT   Chỉ tiêu               Đơn vị       Năm 2025
   1   Thu ngân sách          Tỷ đồng        1.200
""",
            id="one-row",
        ),
    ],
)
def test_what_is_no_table(text: str) -> None:
    """A header with less than two rows of values below is text."""
    tables, _ = read(text)
    assert tables == ()


def test_the_head_of_the_numbers_may_stand_one_blank_before_the_next() -> None:
    """In a narrow column of numbers only one blank parts it from the labels, in the rows too."""
    table = only("""
                                        Thực     Kế      Ước   So sánh (%)
TT Chỉ tiêu                Đơn vị       hiện    hoạch    TH    2031/  2031/
                           tính         2030    2031    2031   2030    KH
I  CHỈ TIÊU KINH TẾ
1  Thu ngân sách           tỷ đồng      815      900     945   116,0  105,0
   Tr.đó: Thu nội địa      tỷ đồng      480      500     520   108,3  104,0
10 Tỷ lệ đô thị hóa        %           38,2     39,5    39,5            100
""")
    assert table.header[:4] == ("TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2030")
    assert table.header[-1] == "So sánh (%) / 2031/ KH"
    assert cells(table)[0] == ["1", "Thu ngân sách", "tỷ đồng", "815", "900", "945", "116,0", "105,0"]
    assert table.rows[1].parents[-1] == "Thu ngân sách"
    assert cells(table)[2] == ["10", "Tỷ lệ đô thị hóa", "%", "38,2", "39,5", "39,5", "", "100"]


NARROW = """
BIỂU SỐ 3: MỘT SỐ CHỈ TIÊU

                                     Nghị quyết Đại hội Thực hiện
Stt Chỉ tiêu             ĐVT         Tây Lộ   Hà Khê    2025       Đánh giá
                                     (XIX)    (XV)      (ước)
1   Sản lượng chè        Tấn         120      30        155        Vượt
2   Tỷ lệ che phủ rừng   %           60       35        51         Đạt
"""


def test_cells_of_the_header_that_one_blank_parts() -> None:
    """The second begins with a capital right where a column of the body starts, and is of a kind of its own."""
    assert only(NARROW).header[3:6] == (
        "Nghị quyết Đại hội / Tây Lộ (XIX)",
        "Nghị quyết Đại hội / Hà Khê (XV)",
        "Thực hiện 2025 (ước)",
    )
