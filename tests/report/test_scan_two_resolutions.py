"""Annexes of scans with a target of each of two resolutions, as a merged province prints them: who set which, empty cells,
signs and ranges that the engine tore."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_lines
from vankien.model import Lexicon, Passage, Piece
from vankien.report.scanned_tables.bounds import range_around
from vankien.report.scanned_tables.reading import read_scan

Lines = list[str | tuple[str, str]]
HEADER: Lines = [
    "Mục tiêu năm 2025 Kết quả thực hiện",
    "Đơn vị | NQ | NQ | Thực | Thực | Ước TH | Đánh | Mục",
    "TT Chỉ tiêu tính | VII | IX | hiện | hiện | năm | giá | tiêu",
    "2023 2024 2025 2030",
]
ROWS: Lines = [
    ("1 Số xã có chợ Chợ | 40 | 42 41 44 | 46 | Vượt | 60", "1 S6 xa c6 cho Cho | 40 | 42 41 44 | 46 | Vugt | 60"),
    ("2 Số giếng khoan Giếng 120 110 90 95 105 | Vượt | 150", "2 S6 giéng khoan Giéng 120 110 90 95 105 | Vugt | 150"),
    ("3 Số trạm bơm Trạm 12 15 | 11 12 12 Đạt | 20", "3 S6 tram bom Tram 12 15 | 11 12 12 bat | 20"),
]


def _table(lines: Lines, lexicon: Lexicon) -> list[list[str]]:
    found = read_scan(scan_lines(["KẾT QUẢ VÀ MỤC TIÊU", *HEADER, *ROWS, *lines]), 1, lexicon)
    assert found is not None
    return [list(found[0].header), *([c.text for c in row.cells] for row in found[0].rows)]


def test_each_target_has_the_ordinal_of_its_resolution(lexicon: Lexicon) -> None:
    header = _table([], lexicon)[0]
    assert header[3:5] == ["Mục tiêu Nghị quyết Đại hội VII", "Mục tiêu Nghị quyết Đại hội IX"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            ["4 Số cầu treo Cầu | | 30 | 24 25 | 29 | Vượt | 38"],
            ["4", "Số cầu treo", "cầu", "", "30", "24", "25", "29", "38", "Vượt"],
            id="first-target-empty-behind-the-ruling-of-its-cell",
        ),
        pytest.param(
            ["4 Số cầu treo Cầu 25 30 | 24 25 | 29 Đạt |"],
            ["4", "Số cầu treo", "cầu", "25", "30", "24", "25", "29", "", "Đạt"],
            id="nothing-behind-the-verdict",
        ),
        pytest.param(
            ["4 Số cầu treo Cầu 25 30 | 24 25 | 29 Đạt | 240"],
            ["4", "Số cầu treo", "cầu", "25", "30", "24", "25", "29", "≥40", "Đạt"],
            id="at-least-read-as-a-2",
        ),
        pytest.param(
            ["Vốn đầu tư toàn xã hội 500-", "4 Tỷ đồng | 90 | 95 80 85 | 99 | Vượt", "(tính cho năm năm) 600"],
            ["4", "Vốn đầu tư toàn xã hội (tính cho năm năm)", "tỷ đồng", "90", "95", "80", "85", "99", "500-600", "Vượt"],
            id="range-above-and-below-its-row",
        ),
        pytest.param(
            ["Tỷ lệ hộ được dùng điện lưới quốc", ("4l % 98 98 96 97 98 | Đạt | 99", "4l % 98 98 96 97 98 | bat | 99"), "gia"],
            ["41", "Tỷ lệ hộ được dùng điện lưới quốc gia", "%", "98", "98", "96", "97", "98", "99", "Đạt"],
            id="number-with-a-letter-alone-before-the-unit",
        ),
        pytest.param(
            ["Số lao động được dạy nghề Lao", ("4 hằng năm động 98 98 96 97 98 | Đạt | 99", "4 hang nam dong 98 98 96 97 98 | bat | 99")],
            ["4", "Số lao động được dạy nghề hằng năm", "lao động", "98", "98", "96", "97", "98", "99", "Đạt"],
            id="unit-of-two-words-over-two-lines",
        ),
    ],
)  # fmt: skip
def test_rows(lines: Lines, expected: list[str], lexicon: Lexicon) -> None:
    assert _table(lines, lexicon)[-1] == expected


def test_no_range_of_numbers_far_apart() -> None:
    lines = [Passage(text, (Piece(0, 1, 0),)) for text in ("Số hộ nhóm 3-", "từ năm 2025")]
    assert range_around(lines) is None
