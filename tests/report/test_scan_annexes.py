"""Annexes of scans with a target, a result and a verdict: what a row prints above, below and beside its values."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_lines
from vankien.model import Lexicon, Table
from vankien.report.scanned_tables.headers import header_lines, header_to_names
from vankien.report.scanned_tables.reading import read_scan

Lines = list[str | tuple[str, str]]
TITLE = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XI"
HEADER: Lines = [
    (". Mục tiêu Ước thực", ". Muc tiéu Uéc thuc"),
    ("TT Chỉ tiêu Đơn vị Nghị quyết | hiện đến Đánh", "TT Chi tiéu Bon vi Nghi quyét | hién dén Dénh"),
    ("tính Đại hội hết năm giá", "tinh Dai hoi hét nim gia"),
    "XI 2020",
]
ROWS: Lines = [
    ("1 Số xã có chợ Chợ 40 46 Vượt", "1 S6 xa c6 cho Cho 40 46 Vugt"),
    ("2 | Số giếng khoan Giếng 1.200 1.250 | Vượt", "2 | S6 giéng khoan Giéng 1.200 1.250 | Vugt"),
    ("3 Số trạm bơm Trạm 12 12 | Đạt", "3 S6 tram bom Tram 12 12 | bat"),
]


def _rows(lines: Lines, lexicon: Lexicon) -> list[list[str]]:
    found = read_scan(scan_lines([TITLE, *HEADER, *ROWS, *lines]), 1, lexicon)
    assert found is not None
    table: Table = found[0]
    return [[*r.parents[-1:], *(c.text for c in r.cells)] for r in table.rows[len(ROWS) :]]


def test_openers_of_one_cell_are_one_column() -> None:
    """``Ước thực`` opens one column; the line that closes every column gives the result its year."""
    block = scan_lines(HEADER)
    assert header_lines(block, 0) == 4
    assert header_to_names([block], 2, "") == ("Mục tiêu", "Ước thực hiện đến năm 2020")
    assert header_to_names([block], 3, "") is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [("Thu phí chợ trên địa Tự", "Thu phi cho trén dia Ty"), ("4 30 26 | Chưa đạt", "4 30 26 | Chua dat"), ("bàn đồng", "ban dong")],
            [["4", "Thu phí chợ trên địa bàn", "tỷ đồng", "30", "26", "Chưa đạt"]],
            id="number-before-the-values-label-and-unit-around",
        ),
        pytest.param(
            ["Số lao động được dạy nghề Người/", "4 1.500 1.620 Vượt", "bình quân hằng năm năm"],
            [["4", "Số lao động được dạy nghề bình quân hằng năm", "người/năm", "1.500", "1.620", "Vượt"]],
            id="unit-broken-at-its-slash",
        ),
        pytest.param(
            ["Đảng", "4 | Phát triển mới hằng năm 150 142 Không đạt", "viên"],
            [["4", "Phát triển mới hằng năm", "đảng viên", "150", "142", "Không đạt"]],
            id="unit-alone-above-and-below",
        ),
        pytest.param(
            ["4 | Mức giảm tỷ lệ hộ nghèo %/năm 4 -5 4,6 Đạt", "5 | Mức giảm số vụ cháy %/năm 2 - 3 2,6 Đạt"],
            [
                ["4", "Mức giảm tỷ lệ hộ nghèo", "%/năm", "4-5", "4,6", "Đạt"],
                ["5", "Mức giảm số vụ cháy", "%/năm", "2-3", "2,6", "Đạt"],
            ],
            id="range-with-blanks",
        ),
        pytest.param(
            ["4 | Diện tích cây chủ lực", "- Cây hồi Ha 90 95 Vượt", "- Cây chè Ha 60 52 | Không đạt"],
            [
                ["Diện tích cây chủ lực", "", "- Cây hồi", "ha", "90", "95", "Vượt"],
                ["Diện tích cây chủ lực", "", "- Cây chè", "ha", "60", "52", "Không đạt"],
            ],
            id="dashes-open-parts-of-a-numbered-row",
        ),
        pytest.param(
            ["4 | Giáo dục", "- Tỷ lệ trường đạt chuẩn % 62,0 66,8 Vượt"],
            [["", "Tỷ lệ trường đạt chuẩn", "%", "62,0", "66,8", "Vượt"]],
            id="a-part-that-needs-no-head",
        ),
        pytest.param(
            [("_ Dịch vụ Y% 40,0| 39,9", "_ Dich vu Y% 40,0| 39,9"), "- Hội viên % >92 93,8 Đạt"],
            [["", "Dịch vụ", "%", "40,0", "39,9", ""], ["", "Hội viên", "%", ">92", "93,8", "Đạt"]],
            id="smudged-percent-sign-and-a-label-that-is-a-unit",
        ),
        pytest.param(
            [("Lí | Số bến thuyền Bến 18 21 Vượt", "l1 | S6 bén thuyén Bén 18 21 Vugt"), ("1 2 | Số cầu treo Cầu 5 5 Đạt", "1 2 | S6 cau treo Cau 5 5 Pat")],
            [["11", "Số bến thuyền", "bến", "18", "21", "Vượt"], ["12", "Số cầu treo", "cầu", "5", "5", "Đạt"]],
            id="numbers-read-as-letters-or-torn",
        ),
        pytest.param(
            ["Tỷ lệ xã đạt chuẩn nông thôn Không", "4 % 55,0 -", "mới đánh giá"],
            [["4", "Tỷ lệ xã đạt chuẩn nông thôn mới", "%", "55,0", "", "Không đánh giá"]],
            id="number-before-the-unit",
        ),
        pytest.param(
            ["Tỷ lệ dân số tham gia bảo hiểm", "% 92,0 95,1 Vượt", "4 y tế"],
            [["4", "Tỷ lệ dân số tham gia bảo hiểm y tế", "%", "92,0", "95,1", "Vượt"]],
            id="number-and-short-words-below",
        ),
    ],
)  # fmt: skip
def test_rows(lines: Lines, expected: list[list[str]], lexicon: Lexicon) -> None:
    assert _rows(lines, lexicon) == expected
