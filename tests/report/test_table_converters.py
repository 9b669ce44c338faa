"""One small table as converters, portals and text layers print it: the same header and the same rows come out of each."""

from __future__ import annotations

import pytest

from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Report, Table
from vankien.report.page.letterhead import split_letterhead
from vankien.report.page.pages import report_to_pages
from vankien.report.read import text_to_lines
from vankien.report.table_readers import lines_to_tables, without_rules


def report_of(text: str) -> Report:
    """A text as a report."""
    return Report("t", "t.txt", "0" * 64, text_to_lines(text.strip("\n")), "text/plain")


def only(text: str) -> Table:
    """The one table of a text."""
    tables, _ = lines_to_tables(without_rules(report_to_pages(report_of(text)).body), read_lexicon())
    assert len(tables) == 1, [t.header for t in tables]
    return tables[0]


def filled(table: Table) -> list[list[str]]:
    """The texts of the cells that are not empty, row by row."""
    return [[c.text for c in row.cells if c.text] for row in table.rows]


HEADER = ("TT", "Chỉ tiêu", "ĐVT", "Mục tiêu Nghị quyết", "TH 2032", "TH 2033", "Đánh giá")
ROWS = [
    ["1", "Sản lượng chè búp tươi", "Nghìn tấn", "62", "51,4", "58,9", "Chưa đạt"],
    ["2", "Tỷ lệ hộ dân vùng cao được dùng điện an toàn", "%", "≥ 97", "94,1", "97,3", "Đạt"],
    ["3", "Số hợp tác xã hoạt động hiệu quả", "Hợp tác xã", "140", "118", "143", "Vượt"],
]

REPEATED_SPANS = """
| TT | Chỉ tiêu | ĐVT | Mục tiêu Nghị quyết | TH 2032 | TH 2033 | Đánh giá |
|---|---|---|---|---|---|---|
| I. KINH TẾ | I. KINH TẾ | I. KINH TẾ | I. KINH TẾ | I. KINH TẾ | I. KINH TẾ | I. KINH TẾ |
| 1 | Sản lượng chè búp tươi | Nghìn tấn | 62 | 51,4 | 58,9 | Chưa đạt |
| II | Về xã hội | Về xã hội | Về xã hội | Về xã hội | Về xã hội | Về xã hội |
| 2 | Tỷ lệ hộ dân vùng cao được dùng điện an toàn | % | ≥ 97 | 94,1 | 97,3 | Đạt |
| 3 | Số hợp tác xã hoạt động hiệu quả | Hợp tác xã | 140 | 118 | 143 | Vượt |
"""
EMPTY_WORDS = """
| TT | Chỉ tiêu | ĐVT | Mục tiêu Nghị quyết | TH 2032 | TH 2033 | Đánh giá |
|---|---|---|---|---|---|---|
| I | KINH TẾ | NaN | NaN | NaN | NaN | NaN |
| 1 | Sản lượng chè búp tươi | Nghìn tấn | 62 | 51,4 | 58,9 | Chưa đạt |
| 2 | Tỷ lệ hộ dân vùng cao được dùng điện an toàn | % | ≥ 97 | 94,1 | 97,3 | Đạt |
| 3 | Số hợp tác xã hoạt động hiệu quả | Hợp tác xã | 140 | 118 | 143 | Vượt |
"""
RULED = """
+----+------------------------+-----------+-----------+---------+---------+----------+
| TT | Chỉ tiêu               | ĐVT       | Mục tiêu  | TH 2032 | TH 2033 | Đánh giá |
|    |                        |           | Nghị quyết|         |         |          |
+====+========================+===========+===========+=========+=========+==========+
| 1  | Sản lượng chè búp tươi | Nghìn tấn | 62        | 51,4    | 58,9    | Chưa đạt |
+----+------------------------+-----------+-----------+---------+---------+----------+
| 2  | Tỷ lệ hộ dân vùng cao  | %         | ≥ 97      | 94,1    | 97,3    | Đạt      |
|    | được dùng điện an toàn |           |           |         |         |          |
+----+------------------------+-----------+-----------+---------+---------+----------+
| 3  | Số hợp tác xã hoạt     | Hợp tác   | 140       | 118     | 143     | Vượt     |
|    | động hiệu quả          | xã        |           |         |         |          |
+----+------------------------+-----------+-----------+---------+---------+----------+
"""
BAR_BEHIND_EACH_CELL = "\n|\n".join([*HEADER, *(c for row in ROWS for c in row)]) + "\n|\n"
NUMBER_BETWEEN_LABELS = """
TT Chỉ tiêu ĐVT Mục tiêu Nghị quyết TH 2032 TH 2033 Đánh giá
1 Sản lượng chè búp tươi Nghìn tấn 62 51,4 58,9 Chưa đạt
Tỷ lệ hộ dân vùng cao
2 % ≥ 97 94,1 97,3 Đạt
được dùng điện an toàn
Số hợp tác xã
3 Hợp tác xã 140 118 143 Vượt
hoạt động hiệu quả
"""
VALUES_IN_THE_MIDDLE = """
TT  Chỉ tiêu                   ĐVT          Mục tiêu Nghị quyết  TH 2032   TH 2033   Đánh giá
1   Sản lượng chè búp tươi     Nghìn tấn    62                   51,4      58,9      Chưa đạt
    Tỷ lệ hộ dân vùng cao
2                              %            ≥ 97                 94,1      97,3      Đạt
    được dùng điện an toàn
    Số hợp tác xã
3   hoạt động                  Hợp tác xã   140                  118       143       Vượt
    hiệu quả
"""
VALUES_AT_THE_BOTTOM = """
TT  Chỉ tiêu                   ĐVT          Mục tiêu Nghị quyết  TH 2032   TH 2033   Đánh giá
    Sản lượng chè búp
1   tươi                       Nghìn tấn    62                   51,4      58,9      Chưa đạt
    Tỷ lệ hộ dân vùng cao
2   được dùng điện an toàn     %            ≥ 97                 94,1      97,3      Đạt
    Số hợp tác xã hoạt
3   động hiệu quả              Hợp tác xã   140                  118       143       Vượt
"""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(REPEATED_SPANS, id="a-cell-that-spans-columns-once-for-each"),
        pytest.param(EMPTY_WORDS, id="words-for-empty-cells"),
        pytest.param(RULED, id="rules-between-rows"),
        pytest.param(BAR_BEHIND_EACH_CELL, id="a-bar-behind-each-cell"),
        pytest.param(NUMBER_BETWEEN_LABELS, id="number-and-values-between-the-lines-of-the-label"),
        pytest.param(VALUES_IN_THE_MIDDLE, id="values-in-the-middle-of-the-label"),
        pytest.param(VALUES_AT_THE_BOTTOM, id="values-beside-the-last-line-of-the-label"),
    ],
)
def test_one_table_in_many_layouts(text: str) -> None:
    """Whatever the layout, header and rows are the same."""
    table = only(text)
    assert table.header == HEADER
    assert filled(table) == ROWS


def test_a_header_printed_again_for_each_cell_it_spans() -> None:
    """The second row of a header repeats the cells that span both rows."""
    table = only(
        """
| TT | Chỉ tiêu | ĐVT | Nghị quyết | Kết quả thực hiện | Kết quả thực hiện |
|---|---|---|---|---|---|
| TT | Chỉ tiêu | ĐVT | Nghị quyết | Năm 2032 | Ước năm 2033 |
| 1 | Sản lượng chè búp tươi | Nghìn tấn | 62 | 51,4 | 58,9 |
| 2 | Số làng nghề | Làng nghề | 30 | 24 | 27 |
"""
    )
    assert table.header[3:] == ("Nghị quyết", "Kết quả thực hiện / Năm 2032", "Kết quả thực hiện / Ước năm 2033")
    assert [row[1] for row in filled(table)] == ["Sản lượng chè búp tươi", "Số làng nghề"]


def test_a_pipe_at_the_start_of_a_row_stands_behind_an_empty_number() -> None:
    """Where rows have no outer pipes, the first cell of a part is empty and so is the last, which no verdict fills."""
    table = only(
        """
TT | Chỉ tiêu | ĐVT | TH 2032 | TH 2033 | Đánh giá
--- | --- | --- | --- | --- | ---
1 | Tổng thu phí | Tỷ đồng | 14 | 17 | Vượt
 | - Phí chợ | Tỷ đồng | 5 | 6 | 
2 | Số chợ | Chợ | 21 | 24 | Đạt
"""
    )
    assert filled(table)[1] == ["- Phí chợ", "Tỷ đồng", "5", "6"]
    assert table.rows[1].cells[0].text == ""


def test_a_range_wrapped_above_its_row() -> None:
    """``1.240 -`` above the line of its row is the lower bound of the row below, not the end of the row above."""
    table = only(
        """
TT  Chỉ tiêu                ĐVT      TH 2032   Mục tiêu 2035
1   Số làng nghề            Làng     24        30
                                               1.240 -
2   Số hộ làm du lịch       Hộ       910       1.300
3   Số tuyến xe buýt        Tuyến    6         9
"""
    )
    assert filled(table)[1] == ["2", "Số hộ làm du lịch", "Hộ", "910", "1.240 - 1.300"]
    assert filled(table)[0][-1] == "30"


def test_equal_values_of_a_row_stay() -> None:
    """A verdict or a value that stands in all columns spans none."""
    table = only(
        """
| TT | Chỉ tiêu | Năm 2031 | Năm 2032 | Năm 2033 |
|---|---|---|---|---|
| 1 | Tỷ lệ thôn có điện (%) | 100 | 100 | 100 |
| 2 | Tỷ lệ bản có đường ô tô (%) | 82 | 88 | 91 |
"""
    )
    assert filled(table)[0][2:] == ["100", "100", "100"]


def test_one_cell_a_line_without_numbers() -> None:
    """Rows without numbers, years alone in the header, a note behind the last row."""
    lines = ["Chỉ tiêu", "Đơn vị", "2031", "2032", "2033"]
    rows = [
        ["Đàn trâu lai", "nghìn con", "21,4", "22,6", "23,1"],
        ["Tỷ lệ hộ dùng bếp tiết kiệm", "%", "31", "42,5", "55"],
    ]
    table = only(
        "\n".join([*lines, *(c for row in rows for c in row), "(*) Theo số liệu của ngành thống kê Sơn Bình."])
    )
    assert table.header == tuple(lines)
    assert filled(table) == rows


def test_years_in_one_line_with_a_short_word_for_units() -> None:
    """``ĐV tính`` heads the units of a line that otherwise names only years."""
    table = only("Chỉ tiêu ĐV tính 2031 2032 2033\nĐàn trâu lai con 410 425 431\nTỷ lệ hộ có vườn tạp % 31,5 28,0 24,2")
    assert table.header == ("Chỉ tiêu", "ĐV tính", "2031", "2032", "2033")
    assert filled(table)[1] == ["Tỷ lệ hộ có vườn tạp", "%", "31,5", "28,0", "24,2"]


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        pytest.param(["PHỤ LỤC", "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"], 0, id="annex-alone"),
        pytest.param(["UBND TỈNH SƠN BÌNH", "Số: 12/BC-UBND", "BIỂU TỔNG HỢP CHỈ TIÊU"], 2, id="below-a-number"),
    ],
)
def test_no_letterhead_reaches_into_a_table(head: list[str], kept: int) -> None:
    """The head of a table ends the letterhead; without number, date or motto there is none."""
    body = report_to_pages(report_of("\n".join([*head, "STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2033"]))).body
    letterhead, rest = split_letterhead(body, read_lexicon())
    assert [len(letterhead), rest[0].text] == [kept, head[kept]]
