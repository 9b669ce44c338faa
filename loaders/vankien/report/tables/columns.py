"""Tables whose columns stand between tabs or wide gaps.

STT    Chỉ tiêu                  Đơn vị     Kế hoạch 2026
1      Thu ngân sách địa bàn     tỷ đồng    2.950
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon, Passage, Table
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import cell_kind
from vankien.report.tables.pipes import stack_headers
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above
from vankien.vietnamese import ROMAN, fold

_GAP = re.compile(r"\s*\t\s*?(?=\S|\t|$)|\s{3,}|(?<=\S)\s{2}(?=\S)")
_TAB = re.compile(r" *\t *")
_MIN_ROWS = 2
_SHOWING = 4
"""How many rows below a header may show how many columns it has."""
_NUMBER = re.compile(rf"\(?(?:\d{{1,3}}(?:\.\d{{1,3}})*|{ROMAN}|[A-HĐa-hđ])[.)]?")
_PART = re.compile(r"[-–+*•]")
_CONGRESS = re.compile(r"(?:nq ?)?(?:dai hoi|dh) [ivx]+")


def _split(passage: Passage, gap: re.Pattern[str]) -> list[Passage]:
    spans = [m.span() for m in gap.finditer(passage.text)]
    edges = [0, *(x for span in spans for x in span), len(passage.text)]
    return [passage.part(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]


def _place(cells: list[Passage], width: int, numbered: bool) -> list[Passage] | None:
    """A row that fits: full, without its number (a total), or only a label in front of empty cells."""
    if len(cells) == width:
        return cells
    if numbered and len(cells) == width - 1 and not cells[0].text[:1].isdigit():
        return [blank_like(cells[0]), *cells]
    if len(cells) <= 2 < width and not any(re.search(r"\d", c.text) for c in cells[1:]):
        return [*cells, *([blank_like(cells[0])] * (width - len(cells)))]
    return None


def _place_tabbed(cells: list[Passage], width: int, numbered: bool, indented: bool) -> list[Passage] | None:
    """A row between tabs, whose columns are certain: the tabs at both ends of the line were cut off as white space, in
    front those of an empty number, behind those of empty cells."""
    lacks_number = numbered and not _NUMBER.fullmatch(cells[0].text) and (indented or _PART.match(cells[0].text))
    if lacks_number:
        cells = [blank_like(cells[0]), *cells]
    if not 3 <= len(cells) <= width or (numbered and not lacks_number and not _NUMBER.fullmatch(cells[0].text)):
        return None
    return [*cells, *([blank_like(cells[-1])] * (width - len(cells)))]


def _lower_header(header: Sequence[str], below: Sequence[BodyLine]) -> list[str] | None:
    """The lower row of a header between tabs, below the cells that span its columns: the empty cells in front of it were
    cut off with the white space of the line, and so were those behind the upper row, where a row below shows how many.
    None for a row of the body."""
    if not below or not below[0].indent or _PART.match(below[0].text):
        return None
    last = len(header) - 1
    spans = next((i for i in range(last) if header[i] and not header[i + 1]), last)
    cells = [" ".join(c.text.split()) for c in _split(below[0].passage, _TAB)]
    if len(cells) < 2 or sum(not cell for cell in cells) > len(cells) // 2:
        return None
    width = max(len(header), spans + len(cells))
    lower = [*([""] * spans), *cells, *([""] * (width - spans - len(cells)))]
    own = [cell for at, cell in enumerate(lower) if cell and not _ends_cell(header, at, cell)]
    if not own or any(cell_kind(cell) in ("value", "no") for cell in own):
        return None
    if width > len(header) and not any(len(_split(line.passage, _TAB)) == width for line in below[1 : 1 + _SHOWING]):
        return None
    return lower


def _repeated_header(header: Sequence[str], below: Sequence[BodyLine], gap: re.Pattern[str]) -> list[str] | None:
    """The lower row of a header whose cells over several rows a converter prints once for each; None for a row of the body."""
    cells = [" ".join(c.text.split()) for c in _split(below[0].passage, gap)] if below else []
    same = sum(a == b for a, b in zip(header, cells, strict=False))
    return cells if len(cells) == len(header) and cells[0] == header[0] and 2 <= same < len(header) else None


def _ends_cell(header: Sequence[str], at: int, cell: str) -> bool:
    """Does a cell of the lower row only end the words of the cell right above it, which spans no other column (``Chỉ tiêu``
    over ``ĐH XV``, ``Kết quả so`` over ``với Nghị quyết``)?"""
    above = header[at] if at < len(header) else ""
    spans = at + 1 < len(header) and not header[at + 1]
    ends = cell_kind(cell) in ("value", "no") or _CONGRESS.fullmatch(fold(cell)) is not None
    return bool(above) and not spans and ends and cell_kind(above) != "value"


def _stacked(header: list[str], lower: list[str]) -> list[str]:
    """The header of two rows, upper cells before the lower ones; a cell that goes on in the lower row is one cell.

    >>> _stacked(["TT", "Chỉ tiêu", "Thực hiện", "", "Kết quả so"], ["", "", "2034", "2035", "với ĐH XX"])
    ['TT', 'Chỉ tiêu', 'Thực hiện / 2034', 'Thực hiện / 2035', 'Kết quả so với ĐH XX']
    """
    ends = [at for at, cell in enumerate(lower) if cell and _ends_cell(header, at, cell)]
    whole = [f"{cell} {lower[at]}" if at in ends else cell for at, cell in enumerate(header)]
    rest = ["" if at in ends else cell for at, cell in enumerate(lower)]
    return list(stack_headers([whole, rest], len(lower)))


def read_columns(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table in columns that starts at index `start`, and the index behind it; None if there is none.

    The header must split into three cells or more, two of them known words, and at least two rows must be full.
    """
    text = lines[start].text
    gap = _TAB if text.count("\t") >= 2 else _GAP
    if not ("\t" in text or "  " in text):
        return None
    header = [p.text for p in _split(lines[start].passage, gap)]
    width = len(header)
    if width < 3 or sum(cell_kind(h) != "value" for h in header) < 2 or any(len(h) > 80 for h in header):
        return None
    grid: Grid = []
    numbered = cell_kind(header[0]) == "no"
    at = start + 1
    lower = _lower_header(header, lines[at : at + 1 + _SHOWING]) if gap is _TAB else None
    if repeated := _repeated_header(header, lines[at : at + 1], gap):
        header = list(stack_headers([header, repeated], width))
        at += 1
    elif lower:
        width = len(lower)
        header = _stacked(header, lower)
        at += 1
    full = 0
    while at < len(lines):
        cells = _split(lines[at].passage, gap)
        tabbed = _place_tabbed(cells, width, numbered, lines[at].indent > 0) if gap is _TAB else None
        row = tabbed or _place(cells, width, numbered)
        if row is None or (len(cells) == 1 and len(lines[at].text) > 60):
            break
        full += len(cells) == width or tabbed is not None
        grid.append(row)
        at += 1
    while grid and len([c for c in grid[-1] if c.text]) < min(3, width):
        grid.pop()
        at -= 1
    if full < _MIN_ROWS:
        return None
    table = grid_to_table(title_above(lines, start), header, grid, lines[start].number, lines[at - 1].number)
    return (table, at) if table else None
