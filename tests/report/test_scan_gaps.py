"""Annexes of scans whose header names each column over three lines, whose rows leave cells out between their bars, and
whose verdicts stand before the next target; on our own table of an invented province."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_lines
from vankien.model import Lexicon
from vankien.report.scanned_tables.gaps import settled_gaps, splits_values
from vankien.report.scanned_tables.header_words import header_word
from vankien.report.scanned_tables.headers import header_lines, header_to_names
from vankien.report.scanned_tables.reading import read_scan
from vankien.report.scanned_tables.words import line_to_atoms

Lines = list[str | tuple[str, str]]
TITLE = "KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XI VÀ MỤC TIÊU ĐẾN NĂM 2035"
HEADER: Lines = [
    (". Đơn vị | Thực | NQ | Thực | Ước TH | Đánh | Mục", ". Don vi | Thuc | NQ | Thuc | Uoc TH | Danh | Muc"),
    (
        "TT Chỉ tiêu . | hiện | Đại hội | hiện | năm | . | tiêu",
        "TT Chi tiéu . | hién | Dai hoi | hién | nam | . | tiéu",
    ),
    "tính ,| 2025 | Xl | 2028 | 2030 | gia | 2035",
]
ROWS: Lines = [
    "1 Số xã có chợ Chợ 31 40 38 | 46 | Vượt | 50",
    "2 Số giếng khoan Giếng 900 | 1.200 1.100 | 1.250 | Vượt | 1.400",
    "3 Số trạm bơm Trạm 8 12 10 | 12 | Đạt | 15",
]


def _rows(lines: Lines, lexicon: Lexicon) -> list[list[str]]:
    found = read_scan(scan_lines([TITLE, *HEADER, *ROWS, *lines]), 1, lexicon)
    assert found is not None
    return [[*r.parents[-1:], *(c.text for c in r.cells)] for r in found[0].rows[len(ROWS) :]]


def test_a_header_names_every_column_over_three_lines() -> None:
    """``NQ`` opens a target, ``Xl`` stands for its year, the second word of ``Đánh giá`` among the years for none."""
    block = scan_lines(HEADER)
    assert header_lines(block, 0) == 3
    assert header_to_names([block], 5, TITLE) == (
        "Thực hiện năm 2025",
        "Mục tiêu Nghị quyết Đại hội XI",
        "Thực hiện năm 2028",
        "Ước thực hiện năm 2030",
        "Mục tiêu đến năm 2035",
    )


def test_a_section_below_the_header_is_no_part_of_it() -> None:
    """The words of ``Chỉ tiêu kinh tế`` stand in headers too."""
    block = scan_lines([*HEADER, ("I | Chỉ tiêu kinh tế", "I | Chi tiéu kinh té"), *ROWS])
    assert header_lines(block, 0) == 3


@pytest.mark.parametrize(("printed", "word"), [("XVl", "xvi"), ("Xl", "xi"), ("NQ", "nghi")])
def test_words_of_headers(printed: str, word: str) -> None:
    """A Roman number keeps its first letter where its strokes are read as others."""
    assert header_word(line_to_atoms(scan_lines([printed])[0])[0]) == word


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["4 Thu gom rác % 78,3 | 88 | | 86,1 | Chưa đạt | 92"],
            [["4", "Thu gom rác", "%", "78,3", "88", "", "86,1", "92", "Chưa đạt"]],
            id="two-bars-leave-out-a-column",
        ),
        pytest.param(
            ["4 Vốn đầu tư Tỷ đồng | 70.000 | | 74.300 | Vượt | 90.000"],
            [["4", "Vốn đầu tư", "tỷ đồng", "", "70.000", "", "74.300", "90.000", "Vượt"]],
            id="a-bar-before-the-first-value-where-other-rows-have-none",
        ),
        pytest.param(
            ["4 Trợ giá % 6,3 | | 6,5 | 6,4 | |"],
            [["4", "Trợ giá", "%", "6,3", "", "6,5", "6,4", "", ""]],
            id="bars-at-the-end-without-a-verdict",
        ),
        pytest.param(
            ["4 Trợ giá % 6,3 6,5 6,4 | Đạt | 7"],
            [["4", "Trợ giá", "%", "", "", "", "", "", "Đạt"]],
            id="no-bars-no-guess",
        ),
        pytest.param(
            [("\\V) | Xây dựng Đảng", "\\V) | Xay dung Dang"), "4 Chi bộ thôn Chi bộ 5 6 7 | 8 | Vượt | 9"],
            [["I Xây dựng Đảng", "4", "Chi bộ thôn", "chi bộ", "5", "6", "7", "8", "9", "Vượt"]],
            id="section-by-a-smudged-roman-number",
        ),
        pytest.param(
            [("1I Số cầu treo Cầu 5 6 7 | 8 | Vượt | 9", "1I S6 cau treo Cau 5 6 7 | 8 | Vuot | 9")],
            [["11", "Số cầu treo", "cầu", "5", "6", "7", "8", "9", "Vượt"]],
            id="lettered-number-without-a-bar",
        ),
        pytest.param(
            [(". ~ S Triệu", ". ~ S Triéu"), "4 Kim ngạch xuất khẩu 118 250 204 | 265 | Vượt 400", ("USD", "usp")],
            [["4", "Kim ngạch xuất khẩu", "triệu USD", "118", "250", "204", "265", "400", "Vượt"]],
            id="unit-among-specks-above-and-below",
        ),
        pytest.param(
            ["4 Cơ cấu lao động Đạt", "+ Nông nghiệp % 60 50 52 | 48 | | 40"],
            [["4", "Cơ cấu lao động", "", "", "", "", "", "", "Đạt"], ["Cơ cấu lao động", "", "+ Nông nghiệp", "%", "60", "50", "52", "48", "40", ""]],
            id="one-word-verdict-of-a-row-over-parts",
        ),
    ],
)  # fmt: skip
def test_rows(lines: Lines, expected: list[list[str]], lexicon: Lexicon) -> None:
    """The empty cells of a row are those that its bars show, if they show all of them."""
    assert _rows(lines, lexicon) == expected


def test_the_cell_of_an_empty_verdict_is_no_value() -> None:
    """One of two empty cells before the last value is the verdict's, where verdicts stand there."""
    assert settled_gaps([0, 0, 2, 0], 1, led=False, verdict_out=True) == [0, 0, 1, 0]
    assert settled_gaps([1, 0, 1, 0], 2, led=True, verdict_out=False) is None
    assert splits_values("86,1 | Chưa đạt | 92", ["86,1", "92"])
    assert not splits_values("92", ["92"])
