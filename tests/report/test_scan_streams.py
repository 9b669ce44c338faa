"""Tables of scans that the engine read one column below the other: cells are put together by their number alone; on our own
tables of an invented province."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_line, scan_lines
from vankien.model import Lexicon, Table
from vankien.report.page.letterhead import split_letterhead
from vankien.report.scanned_tables.headers import header_to_names
from vankien.report.scanned_tables.stream_cells import value_of
from vankien.report.scanned_tables.streams import read_streams

LABELS = [
    "Chỉ tiêu",
    "Về kinh tế",
    "Sản lượng muối hạt thu hoạch ở các",
    "đồng muối ven sông",
    "Tỷ lệ ruộng muối phủ bạt",
    "Về xã hội",
    "Số hồ chứa mới",
    "Tỷ lệ thôn có nhà sinh hoạt chung",
    "Tỷ lệ hộ có bể nước",
]
UNITS = ["Đơn vị", "tính", "Tấn", "%", "Công trình", "%", "%"]
TARGETS = ["Mục tiêu năm", "2035", "1.200", "45", "30", "80", "92,5"]
RESULTS = ["Ước TH năm", "2034", "1.150", "38,5", "27", "76", "90"]


def _read(lexicon: Lexicon, *columns: list[str], block: str = "") -> Table | None:
    texts = [text for column in columns for text in column]
    lines = [scan_line(n, t, blank_above=t[:1].isupper() or t in block.split()) for n, t in enumerate(texts, 1)]
    found = read_streams(lines, 0, lexicon)
    return found[0] if found else None


def _cells(table: Table | None) -> list[list[str]]:
    assert table is not None
    return [[c.text for c in row.cells[1:]] for row in table.rows]


def test_cells_stand_beside_each_other_by_their_number(lexicon: Lexicon) -> None:
    """A label over two lines is one cell, the names of fields have no values."""
    table = _read(lexicon, LABELS, UNITS, RESULTS, TARGETS)
    assert _cells(table) == [
        ["Sản lượng muối hạt thu hoạch ở các đồng muối ven sông", "tấn", "1.150", "1.200"],
        ["Tỷ lệ ruộng muối phủ bạt", "%", "38,5", "45"],
        ["Số hồ chứa mới", "công trình", "27", "30"],
        ["Tỷ lệ thôn có nhà sinh hoạt chung", "%", "76", "80"],
        ["Tỷ lệ hộ có bể nước", "%", "90", "92,5"],
    ]
    assert table is not None
    assert table.header[3:] == ("Ước thực hiện đến năm 2034", "Mục tiêu đến năm 2035")


def test_a_column_with_a_lost_cell_is_left_out(lexicon: Lexicon) -> None:
    table = _read(lexicon, LABELS, UNITS, RESULTS[:-1], TARGETS)
    assert table is not None
    assert table.header[3:] == ("Mục tiêu đến năm 2035",)


def test_nothing_is_read_where_no_two_columns_agree(lexicon: Lexicon) -> None:
    assert _read(lexicon, LABELS[:-1], UNITS, RESULTS, TARGETS) is None


def test_a_share_in_tonnes_shows_that_the_cells_do_not_belong_together(lexicon: Lexicon) -> None:
    units = ["Đơn vị", "tính", "%", "Tấn", "%", "Công trình", "%"]
    assert _read(lexicon, LABELS, units, RESULTS, TARGETS) is None


def test_verdicts_and_offices_are_columns_too(lexicon: Lexicon) -> None:
    verdicts = ["Đánh giá", "Vượt", "Chưa đạt", "Đạt", "Đạt", "Vượt"]
    offices = ["Cơ quan chủ trì", "Sở Công Thương", "Sở Công Thương", "Sở Xây dựng", "Sở Văn hóa", "Sở Y tế"]
    table = _read(lexicon, LABELS, UNITS, RESULTS, TARGETS, verdicts, offices)
    assert [row[-2:] for row in _cells(table)][:2] == [["Vượt", "Sở Công Thương"], ["Chưa đạt", "Sở Công Thương"]]


def test_two_columns_read_in_rows_follow_the_labels(lexicon: Lexicon) -> None:
    rows = ["Năm 2034", "Kế hoạch Ước thực hiện", "1.000 1.150", "40 38,5", "30 27", "75 76", "91 90"]
    table = _read(lexicon, LABELS, UNITS, rows, block="1.000")
    assert table is not None
    assert table.header[3:] == ("Kế hoạch đến năm 2034", "Ước thực hiện đến năm 2034")
    assert _cells(table)[1][2:] == ["40", "38,5"]


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("3 185. 000", "3.185.000"),
        ("10 - 10,5", "10-10,5"),
        ("Trên 95", ">95"),
        ("—", "-"),
        ("~ 1.240", "1.240"),
        ("Bác sỹ", None),
        ("12 xã", None),
    ],
)
def test_the_number_of_a_cell(printed: str, value: str | None) -> None:
    assert value_of(scan_line(1, printed)) == value


def test_the_letterhead_of_a_scan_ends_above_the_head_of_its_labels(lexicon: Lexicon) -> None:
    """The head of the units stands far below that of the labels where the engine read all labels first."""
    texts = ["10", "BIỂU TỔNG HỢP CÁC CHỈ TIÊU CỦA TỈNH SƠN BÌNH", *LABELS, *UNITS, "Thực hiện năm", "2034", "38,5"]
    lines = tuple(scan_line(n, text, blank_above=True) for n, text in enumerate(texts, 1))
    assert split_letterhead(lines, lexicon) == ((), lines)


def test_the_first_year_of_a_term_that_a_header_lost() -> None:
    """Six values below four years, the last of which is that of the target: the first year of the five is missing."""
    block = scan_lines(["Kết quả thực hiện", "tính năm 2035", "Năm Năm Năm Ước năm", "2032 2033 2034 2035"])
    names = header_to_names([block], 6, "")
    assert names is not None
    assert names[:2] == ("Mục tiêu Nghị quyết Đại hội đến năm 2035", "Thực hiện năm 2031")
    assert names[-1] == "Ước thực hiện năm 2035"
