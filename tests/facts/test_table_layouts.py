"""One table with its header, its title and its cells worded in many ways: who set its targets, until when, what was reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_table_terms import POLITICAL
from vankien.facts import find_facts
from vankien.facts.records import fact_to_record
from vankien.model import Assessment, Fact, Lexicon, Observation, Outline, Target

TITLE = "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XV, NHIỆM KỲ 2020 - 2025"
FISH = "Sản lượng cá"


def _read(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, name: str = "report.md") -> list[str]:
    found = find_facts(outline_of(text, name), lexicon).facts
    return [_short(f) for f in found if isinstance(f, Target | Observation | Assessment) and "table" in f.evidence.rule]


def _short(fact: Fact) -> str:
    record = fact_to_record(fact)
    keys = ("comparator", "value", "upper", "unit", "by", "period", "set_by", "verdict", "percent", "as_of")
    kind = str(record["type"])[:3]
    return " ".join([kind, str(record["indicator"]), *(str(v) for k in keys if (v := record.get(k)) is not None)])


def _table(title: str, header: str, *rows: str) -> str:
    width = header.count("|") + 1
    lines = (f"| {' | '.join(cell.strip() for cell in row.split('|'))} |" for row in rows)
    return f"{title}\n\n| {header} |\n|{'---|' * width}\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("title", "header", "expected"),
    [
        pytest.param(f"PHỤ LỤC\n\n{TITLE}", "Mục tiêu | Thực hiện", ["XV 2025", "2020-2025"], id="neither column names a time: the term"),
        pytest.param("PHỤ LỤC\n\nKết quả thực hiện các chỉ tiêu Nghị quyết Đại hội lần thứ XV, nhiệm kỳ 2020 - 2025", "NQ ĐH | Kết quả", ["XV 2025", "2020-2025"], id="title printed like a sentence"),
        pytest.param("II. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XV, NHIỆM KỲ 2020 - 2025\n\nBảng 2", "Giao | Đạt được", ["XV 2025", "2020-2025"], id="only the heading above says what it is about"),
        pytest.param("PHỤ LỤC\n\nBiểu 01: Các chỉ tiêu chủ yếu", "NQĐH XV | Thực hiện ĐH XV", ["XV 2025", "2020-2025"], id="only the header names the congress"),
        pytest.param("PHỤ LỤC\n\nMỘT SỐ CHỈ TIÊU CHỦ YẾU", "MT 2025 | KQ 2025", ["XV 2025", "2025"], id="abbreviated"),
        pytest.param("II. MỤC TIÊU NHIỆM KỲ 2025 - 2030\n\nDanh mục các chỉ tiêu nhiệm kỳ 2025 - 2030", "MT 2030 | TH 2025", ["XVI 2030", "2025"], id="goals of the coming term"),
    ],
)  # fmt: skip
def test_who_set_the_targets_and_when_results_were_reached(
    title: str, header: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The header says it, else the title, else the heading above it, else that the report looks back on a term."""
    setter, due = expected[0].split()
    text = POLITICAL + _table(
        title, f"TT | Chỉ tiêu | ĐVT | {header}", f"1 | {FISH} | tấn | 50 | 52", "2 | Số hộ nuôi cá | hộ | 40 | 41"
    )
    found = _read(outline_of, lexicon, text)[::2]
    assert found == [f"tar {FISH} = 50 tấn {due} {setter}", f"obs {FISH} 52 tấn {expected[1]}"]


def test_the_year_in_which_a_term_begins_says_from_where_its_targets_start(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Two bare years in what a congress sets: the first one was reached."""
    title = "II. MỤC TIÊU, CHỈ TIÊU NHIỆM KỲ 2025 - 2030\n\nCác chỉ tiêu chủ yếu"
    text = POLITICAL + _table(
        title, "TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2030", f"1 | {FISH} | tấn | 50 | 70", "2 | Số ao | ao | 4 | 6"
    )
    found = _read(outline_of, lexicon, text)
    assert found == [
        f"tar {FISH} = 70 tấn 2030 XVI",
        "tar Số ao = 6 ao 2030 XVI",
        f"obs {FISH} 50 tấn 2025",
        "obs Số ao 4 ao 2025",
    ]


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        pytest.param("Vượt | Đạt | Không đạt", "x | | ", "Vượt", id="ticked in the first of three columns"),
        pytest.param("Vượt | Đạt | Không đạt", " | | X", "Không đạt", id="ticked in the last of three columns"),
        pytest.param("Tỷ lệ đạt so với NQ (%)", "104", "Vượt 104", id="a share of the target judges"),
        pytest.param("Tỷ lệ đạt (%)", "104", "Vượt 104", id="a share beside one target and one result is of that target"),
        pytest.param("Đánh giá", "Vượt 4%", "Vượt", id="by how much it is exceeded is no share of it"),
        pytest.param("So sánh 2025/2020 (%) | Đánh giá", "130 | Vượt", "Vượt", id="a comparison with the past is no share of the target"),
    ],
)  # fmt: skip
def test_verdicts_of_a_row(
    header: str, row: str, expected: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """A verdict is a word, a mark below a word, or a share of the target."""
    blank = " | ".join("" for _ in row.split("|"))
    text = POLITICAL + _table(
        f"PHỤ LỤC\n\n{TITLE}",
        f"TT | Chỉ tiêu | ĐVT | Mục tiêu | Thực hiện | {header}",
        f"1 | {FISH} | tấn | 50 | 52 | {row}",
        f"2 | Số hộ nuôi cá | hộ | 40 | 41 | {blank}",
    )
    found = [f for f in _read(outline_of, lexicon, text) if f.startswith("ass")]
    assert found == [f"ass {FISH} {expected} 2025"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        pytest.param("80/100 xã (80%)", "= 80 xã", id="count of all with its share"),
        pytest.param("80/100 xã", "= 80 xã", id="count of all"),
        pytest.param("3 - 4%", "range 3 4 %", id="a per cent sign beats the unit of the row"),
        pytest.param("≥ 80", ">= 80 xã", id="the unit of the row"),
    ],
)
def test_value_of_a_cell(cell: str, expected: str, outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What a cell prints beside its number."""
    text = POLITICAL + _table(
        f"PHỤ LỤC\n\n{TITLE}",
        "TT | Chỉ tiêu | ĐVT | Mục tiêu | Thực hiện",
        f"1 | Xã có hồ cá | xã | {cell} | 81",
        "2 | Số hộ nuôi cá | hộ | 40 | 41",
    )
    assert f"tar Xã có hồ cá {expected} 2025 XV" in _read(outline_of, lexicon, text)


def test_an_empty_row_between_pipes_is_passed_over(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Converters print empty rows of a sheet."""
    text = POLITICAL + _table(
        f"PHỤ LỤC\n\n{TITLE}",
        "Chỉ tiêu | Mục tiêu | Thực hiện",
        f"{FISH} (tấn) | 50 | 52",
        " | | ",
        "Số ao (ao) | 4 | 5",
    )
    assert len(_read(outline_of, lexicon, text)) == 4


def test_a_header_of_two_rows_between_tabs(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What the upper cell says holds for both columns below it; a converter prints cells over both rows in both."""
    lower = "TT\tChỉ tiêu\tĐVT\tMục tiêu\tThực hiện"
    upper = "TT\tChỉ tiêu\tĐVT\tNhiệm kỳ 2020 - 2025\tNhiệm kỳ 2020 - 2025"
    text = f"{POLITICAL}PHỤ LỤC\n\n{TITLE}\n\n{upper}\n{lower}\n1\t{FISH}\ttấn\t50\t52\n2\tSố ao\tao\t4\t5\n"
    assert _read(outline_of, lexicon, text, "report.txt") == [
        f"tar {FISH} = 50 tấn 2025 XV",
        "tar Số ao = 4 ao 2025 XV",
        f"obs {FISH} 52 tấn 2020-2025",
        "obs Số ao 5 ao 2020-2025",
    ]


def test_a_line_above_a_header_is_no_part_of_it(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``Các chỉ tiêu chủ yếu`` stands above the number, which is the first column."""
    rows = f"TT\tChỉ tiêu\tĐVT\tMục tiêu năm 2030\tTầm nhìn 2045\n1\t{FISH}\ttriệu tấn\t50\t52\n2\tSố ao\tao\t4\t5\n"
    text = f"{POLITICAL}II. MỤC TIÊU NHIỆM KỲ 2025 - 2030\n\nCác chỉ tiêu chủ yếu\n\n{rows}"
    assert _read(outline_of, lexicon, text, "report.txt")[:2] == [
        f"tar {FISH} = 50 triệu tấn 2030 XVI",
        f"tar {FISH} = 52 triệu tấn 2045 XVI",
    ]
