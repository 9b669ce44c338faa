"""Annual tables of scans: a plan beside its result, and percent signs whose rings were read as letters."""

from __future__ import annotations

from tests.report.scans import scan_lines
from vankien.model import Lexicon
from vankien.report.scanned_tables.reading import read_scan

HEADER: list[str | tuple[str, str]] = [
    ("Kế Ước", "Ké Uéc"),
    ("hoạch thực", "hoach thuc"),
    ("TT Chỉ tiêu Đơn vị năm năm Đánh giá", "TT Chi tiéu Don vi nam nam Danh gia"),
    "2024 2024",
]
ROWS: list[str | tuple[str, str]] = [
    ("1 | Tỷ lệ lao động qua đào tạo Tổ 60 61,5 | Vượt", "1 | Ty 1é lao dong qua dao tao To 60 61,5 | Vuot"),
    ("2 | Tỷ lệ che phủ rừng %o 41,5 41,8 | Vượt", "2 | Ty lé che pht rimg %o 41,5 41,8 | Vugt"),
    ("3 | Tỷ lệ tăng dân số tự nhiên %o 10,2 9,9 | Đạt", "3 | Ty lé tang dan s6 ty nhién %o 10,2 9,9 | Dat"),
]


def test_a_year_that_stands_twice_is_that_of_plan_and_result(lexicon: Lexicon) -> None:
    lines = scan_lines([*HEADER, *ROWS])
    found = read_scan(lines, 0, lexicon)
    assert found is not None
    table, _ = found
    assert table.header[3:] == ("Kế hoạch năm 2024", "Ước thực hiện năm 2024", "Đánh giá")
    assert [r.cells[2].text for r in table.rows] == ["%", "%", "‰"]
