"""Header lines whose layout is lost → header cells → columns: which cells stand over which.

A dumped header runs row by row: first the cells of the top row, then the cells below spanning ones. Cells that come
again in the same order ("Kết quả", "Tỷ lệ", "Đánh giá", "Kết quả", ...) are the lower cells of several spanning cells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from vankien.report.tables.header import JOIN, cell_kind
from vankien.vietnamese import ROMAN, UPPER, fold

_CONTINUES = re.compile(
    rf"(?:đại hội|nghị quyết|đảng bộ|tỉnh|đh|nq|nqđh|hđnd|ubnd|trung ương|tw|quốc hội|chính phủ|grdp|gdp|tp|xv|{ROMAN.lower()})(?!\w)",
    re.IGNORECASE,
)
"""Words with a capital that go on inside a header cell."""

_SHORT = re.compile(r"(?:TH|KH|UTH|TH/KH|UTH/KH)(?![\w])")
"""Abbreviations that go on inside a cell ("Ước TH năm 2025", "So sánh TH/KH"), but open one after a year."""
_OF_CONGRESS = re.compile(rf"(?:Đại hội|ĐH|lần thứ)\s{ROMAN}\s*$")
"""A cell that nothing is missing of: ``NQ Đại hội XVII`` before ``TH năm 2021``."""
_DONE = re.compile(r"U?TH(?!\w)")
_NAMES_PLAN = re.compile(
    r"(?:muc tieu|chi tieu|ke hoach)\b.*\b(?:nghi quyet|nq|dai hoi|dh)(?: [ivxl]+)?$|(?:nghi quyet|nq)(?: (?:dai hoi|dh|[ivxl]+))*$"
)
"""A whole cell that names what was to be reached (``Mục tiêu Nghị quyết``, ``NQ ĐH XV``, folded); ``TH`` opens the next one."""
_PLAN = re.compile(r"(?:NQ|NQĐH|Nghị quyết)(?!\w)")
"""``TH 2020`` before ``NQ đến 2025``."""
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_CELL_START = re.compile(rf"(?<![\w(/-])(?=[{UPPER}%(]|(?:19|20)\d\d(?!\d))")


def _is_complete(cell: str) -> bool:
    """A header cell that nothing can be added to."""
    return cell_kind(cell) in ("no", "unit") or fold(cell) in (
        "chi tieu",
        "trong do",
        "noi dung",
        "ghi chu",
        "nhiem vu",
    )


def _starts_cell(cell: str, word: str, cells: Sequence[str]) -> bool:
    """Does a word with a capital (or a year) open a new cell after the open one?"""
    folded = fold(cell)
    if not folded:
        return False
    if folded == "chi tieu" and any(cell_kind(c) == "label" for c in cells):
        return not _CONTINUES.match(word)
    if _is_complete(cell):
        return True
    if _YEAR.match(word):
        # "năm 2025", "2021 - 2025" and "Thực hiện 2024" go on; a second year does not
        return bool(_YEAR.search(cell)) and not re.search(r"[-–]\s*$", cell)
    if _SHORT.match(word):
        return bool(
            _YEAR.search(cell) or _OF_CONGRESS.search(cell) or (_DONE.match(word) and _NAMES_PLAN.match(folded))
        )
    if _PLAN.match(word) and _YEAR.search(cell):
        return cell_kind(cell) == "result"
    if word.startswith(("%", "(")) or _CONTINUES.match(word):
        return False
    if re.search(r"(?:[-–,/+(]|\b(?:và|của|so|với|theo|cả|đến))$", cell.strip()):
        return False
    if word.startswith("BQ") and re.search(r"\b(?:tang|giam|tang truong|toc do)$", folded):
        return False
    return word[:1].isupper()


def words_to_cells(text: str) -> list[str]:
    """The header cells of a header whose lines were joined by blanks.

    >>> words_to_cells("TT Nội dung ĐVT Chỉ tiêu Nghị quyết Đại hội XV Dự kiến cả nhiệm kỳ 2021 - 2026")
    ['TT', 'Nội dung', 'ĐVT', 'Chỉ tiêu Nghị quyết Đại hội XV', 'Dự kiến cả nhiệm kỳ 2021 - 2026']
    >>> words_to_cells("STT Nội dung ĐVT Năm 2026 Năm 2027 Giai đoạn 2026-2030")
    ['STT', 'Nội dung', 'ĐVT', 'Năm 2026', 'Năm 2027', 'Giai đoạn 2026-2030']
    >>> words_to_cells("TT Mục tiêu ĐVT Năm 2035 Tăng BQ (%/năm)")
    ['TT', 'Mục tiêu', 'ĐVT', 'Năm 2035', 'Tăng BQ (%/năm)']
    """
    cells: list[str] = []
    open_cell = ""
    for part in _CELL_START.split(" ".join(text.split())):
        if _starts_cell(open_cell, part, cells):
            cells.append(open_cell.strip())
            open_cell = ""
        open_cell += part
    return [c for c in (*cells, open_cell.strip()) if c]


def repeated_end(cells: Sequence[str]) -> tuple[int, int]:
    """The longest block of cells that is repeated at the end: its length and how often it comes (0, 1 if none).

    >>> repeated_end(["TT", "A", "B", "Kết quả", "Tỷ lệ", "Kết quả", "Tỷ lệ"])
    (2, 2)
    """
    folded = [fold(c) for c in cells]
    for size in range(len(cells) // 2, 0, -1):
        block = folded[-size:]
        times = 1
        while folded[len(folded) - size * (times + 1) : len(folded) - size * times] == block:
            times += 1
        if times > 1:
            return size, times
    return 0, 1


def _under(head: Sequence[str], parents: Sequence[int], block: Sequence[Sequence[str]]) -> list[str]:
    """Columns in reading order: each parent cell replaced by its lower cells; "Trong đó" stands over all that follow."""
    out, above = [], ""
    for at, cell in enumerate(head):
        if fold(cell).strip(": ") in ("trong do", "gom", "chia ra"):
            above = cell
            continue
        path = f"{above}{JOIN}{cell}" if above else cell
        if at in parents:
            out += [f"{path}{JOIN}{lower}" for lower in block[list(parents).index(at)]]
        else:
            out.append(path)
    return out


def _candidates(cells: Sequence[str], count: int | None) -> list[list[str]]:
    """The ways in which header cells may stand over each other, the likeliest first."""
    size, times = repeated_end(cells)
    if times > 1:
        cut = len(cells) - size * times
        head, block = cells[:cut], [cells[cut + i * size : cut + (i + 1) * size] for i in range(times)]
        free = [i for i, c in enumerate(head) if cell_kind(c) not in ("no", "label", "unit") and fold(c) != "trong do"]
        after = [i for i in free if any(fold(c) == "trong do" for c in head[:i])] or free
        choices = sorted(combinations(after, times), key=lambda c: [-i for i in c])
        found = [_under(head, parents, block) for parents in choices]
        return [f for f in found if count is None or len(f) == count] or found or [list(cells)]
    years = next((i for i, c in enumerate(cells) if all(cell_kind(x) == "period" for x in cells[i:])), len(cells))
    lower = cells[years:]
    extra = len(cells) - count if count is not None else 0
    if len(lower) > 1 and extra == 1 and years and cell_kind(cells[years - 1]) in ("target", "result", "value"):
        return [[*cells[: years - 1], *(f"{cells[years - 1]}{JOIN}{c}" for c in lower)]]
    return [_under(cells, (), ())]


_SPANNING = ("period", "target", "result", "value", "label")


def rows_to_header(upper: Sequence[str], lower: Sequence[str], count: int) -> tuple[str, ...] | None:
    """The header of each column from two rows of cells whose empty cells are lost; None if they cannot make `count`.

    As many upper cells span lower ones as the count demands: periods before others, neighbours together.

    >>> rows_to_header(["TT", "Chỉ tiêu", "Năm 2024", "Kế hoạch năm 2025"], ["Kế hoạch", "Thực hiện"], 5)
    ('TT', 'Chỉ tiêu', 'Năm 2024 / Kế hoạch', 'Năm 2024 / Thực hiện', 'Kế hoạch năm 2025')
    """
    parents = len(upper) + len(lower) - count
    if parents < 1 or not lower or len(lower) % parents:
        return None
    share = len(lower) // parents
    free = [i for i, c in enumerate(upper) if cell_kind(c) in _SPANNING and i and cell_kind(c) != "label"]
    if len(free) < parents:
        return None
    runs = [free[i : i + parents] for i in range(len(free) - parents + 1)]
    best = min(runs, key=lambda run: sum(_SPANNING.index(cell_kind(upper[i])) for i in run))
    return tuple(_under(upper, best, [lower[i * share : (i + 1) * share] for i in range(parents)]))


def cells_to_header(
    cells: Sequence[str], count: int | None = None, fits: Callable[[Sequence[str]], float] | None = None
) -> tuple[str, ...]:
    """The header of each column from the cells in reading order.

    `count` is the number of columns if known; `fits` says how badly the values of the table fit a header (the best
    fit wins, the likeliest way on a tie).

    >>> cells_to_header(["TT", "Chỉ tiêu", "Năm 2023", "Năm 2025", "Kết quả", "Đánh giá", "Kết quả", "Đánh giá"])
    ('TT', 'Chỉ tiêu', 'Năm 2023 / Kết quả', 'Năm 2023 / Đánh giá', 'Năm 2025 / Kết quả', 'Năm 2025 / Đánh giá')
    """
    ways = _candidates(cells, count)
    if fits is None or len(ways) == 1:
        return tuple(ways[0])
    measured = [(fits(way), index) for index, way in enumerate(ways)]
    return tuple(ways[min(measured)[1]])
