"""Tables whose cells stand below each other between blank lines; only the lines of one cell stand together.

TT

Chỉ tiêu

Đơn vị
tính

Kế hoạch

1

Thu ngân sách nhà nước trên
địa bàn

Tỷ đồng

2.600

The blank lines tell where a cell ends, so that columns of words (who leads, who helps, until when) are read as well as
columns of figures. Empty cells are gone: what is left is placed in the order of the columns by what each may hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.gather import DASHES, ENDS
from vankien.report.tables.header import JOIN, Column, cell_kind, header_to_columns
from vankien.report.tables.rows import VALUES, Grid, blank_like, grid_to_table, title_above
from vankien.report.tables.values import Tokens, is_unit, lexicon_to_tokens, tail_tokens
from vankien.vietnamese import ROMAN, UPPER, fold, is_upper

_FIRST = re.compile(rf"(?:1|01|I|A)(?:[.)]|\s?-)?(?:\s+[{UPPER}].*)?")
_NUMBER = re.compile(rf"(?P<no>\d{{1,3}}(?:\.\d{{1,2}})*)[.)]?(?:\s+(?=[{UPPER}])|$)")
_SECTION = re.compile(rf"(?P<no>{ROMAN}|[A-H])(?P<mark>[.)]|\s?-)?(?:\s+(?=[{UPPER}])|$)")
_END = re.compile(rf"(?:{ENDS}|nguon|tm\.|t/m)\b")
_MAX_HEAD = 16
_MAX_HEAD_CELL = 60
_FEW = 4
_MIN_ROWS = 2
_AHEAD = 3
_SKIPS = 3
_FEWEST_YEARS = 2
_REACH = 6000
_JUDGING = frozenset({"verdict", "compare", "note"})


@dataclass(frozen=True, slots=True)
class _Cell:
    """The lines that stand together: their text, and the index behind the last of them."""

    passage: Passage
    end: int

    @property
    def text(self) -> str:
        """The text of the cell in one line."""
        return self.passage.text


@dataclass
class _Draft:
    """A row being read: its number or mark, and its cells from the label on."""

    no: Passage | None
    cells: list[Passage] = field(default_factory=list)


def _to_cells(lines: Sequence[BodyLine], start: int) -> list[_Cell]:
    """The lines from index `start` on, those between two blank lines in one."""
    cells: list[_Cell] = []
    parts: list[Passage] = []
    for at in range(start, min(len(lines), start + _REACH)):
        if parts and lines[at].blank_above:
            cells.append(_Cell(join_passages(parts), at))
            parts = []
        parts.append(lines[at].passage)
    return [*cells, _Cell(join_passages(parts), min(len(lines), start + _REACH))] if parts else cells


def _head_size(cells: Sequence[_Cell]) -> int:
    """How many cells the header has; 0 if there is none: nearly all of its cells must name what their column holds."""
    for at, cell in enumerate(cells[:_MAX_HEAD]):
        if at > 2 and _FIRST.fullmatch(cell.text):
            unknown = sum(cell_kind(c.text) == "value" for c in cells[:at])
            return at if unknown * _FEW <= at else 0
        if len(cell.text) > _MAX_HEAD_CELL:
            return 0
    return 0


@dataclass
class _Walk:
    """The walk over the cells of a table: its header, its columns, the rows read so far, the number of the last one."""

    cells: Sequence[_Cell]
    head: int
    columns: tuple[Column, ...]
    tokens: Tokens
    rows: list[_Draft] = field(default_factory=list)
    number: int = 0

    def text(self, at: int) -> str:
        """The text of the cell at an index; empty behind the last."""
        return self.cells[at].text if at < len(self.cells) else ""

    @property
    def has_unit(self) -> bool:
        """Does a column hold units?"""
        return any(c.kind == "unit" for c in self.columns)

    def repeats(self, at: int) -> bool:
        """Does the header come again here, as it does on every page?"""
        return all(fold(self.text(at + i)) == fold(self.text(i)) for i in range(self.head))

    def is_value(self, at: int) -> bool:
        """Is a cell a figure, or the word of a verdict, and nothing else?"""
        found = tail_tokens(self.text(at), self.tokens)
        return bool(found) and found[0].start == 0

    def is_figure(self, cell: Passage) -> bool:
        """Is a cell of a row a figure?"""
        found = tail_tokens(cell.text, self.tokens)
        return bool(found) and found[0].start == 0 and found[0].type != "verdict"

    def is_unit(self, at: int) -> bool:
        """Is a cell a unit, with a figure in the next one?"""
        return is_unit(self.text(at), self.tokens.units) and self.is_value(at + 1)

    def is_measured(self, at: int) -> bool:
        """Do a unit and a figure, or a figure where no column holds units, begin at a cell?"""
        return self.is_unit(at) if self.has_unit else self.is_value(at)


_PART = re.compile(r"[-–+*]\s?(?=[^\W\d])")
_AMONG = re.compile(r"(?:trong|tr\.?) ?do ?:?")
"""``Tr.đó:`` alone in a cell, above the parts of a row."""


def _opens_part(walk: _Walk, at: int) -> re.Match[str] | None:
    """The mark of a part of the row above, whose label stands behind it in the same cell, with its unit or figure in the next."""
    return _PART.match(walk.text(at)) if walk.is_measured(at + 1) else None


def _lacks_number(walk: _Walk, at: int) -> bool:
    """Is it the label of the first row, right below the head of its section? A number alone between blank lines has been
    taken for the number of the page."""
    head = walk.rows[-1]
    counted = walk.text(at + len(walk.columns) - 1) == str(walk.number + 2)
    return _is_section(head) and (walk.is_measured(at + 1) or counted) and walk.text(at)[:1].isalpha()


def _is_section(row: _Draft) -> bool:
    """Is a row the head of a section, with nothing behind its label?"""
    return row.no is not None and len(row.cells) == 1 and _SECTION.fullmatch(row.no.text) is not None


def _counts_on(walk: _Walk, number: re.Match[str]) -> bool:
    """Does the number of a row count on from the last one, begin anew or skip one taken for the number of a page right
    below the head of a section, or skip some where the row above has a cell for each of its columns?"""
    first = int(number["no"].split(".")[0])
    if first == walk.number + 1 or ("." in number["no"] and first == walk.number):
        return True
    if not walk.rows:
        return False
    above = walk.rows[-1]
    if len(above.cells) >= len(walk.columns) - 1 and walk.number < first <= walk.number + _SKIPS:
        return True
    lost = above.no is None and len(walk.rows) > 1 and _is_section(walk.rows[-2])
    return (_is_section(above) and first in (1, walk.number + 2)) or (lost and first == 2)


_UNIT_BEHIND = re.compile(r"\((?P<unit>[^()]+)\)$")


def _names_unit(walk: _Walk, at: int) -> bool:
    """Is it the label of a row without a number, where labels end with their units in brackets? Its figure stands in the
    next cell, and the row above has its figures."""
    match = _UNIT_BEHIND.search(walk.text(at))
    named = match is not None and is_unit(match["unit"], walk.tokens.units)
    return named and walk.is_value(at + 1) and len(walk.rows[-1].cells) > 1


def _open_row(walk: _Walk, at: int) -> int | None:
    """Open the row whose number, mark or label is the cell at an index; the index behind what was taken, None if that cell
    opens no row."""
    cell, below = walk.cells[at], walk.text(at + 1)
    number = _NUMBER.match(cell.text)
    named = number is not None and number.end() < len(cell.text)
    if number and (named or (below[:1].isalpha() and not walk.is_value(at + 1))) and _counts_on(walk, number):
        walk.number = int(number["no"].split(".")[0])
        label = [cell.passage.part(number.end(), len(cell.text))] if named else []
        walk.rows.append(_Draft(cell.passage.part(*number.span("no")), label))
        return at + 1
    if not walk.rows:
        return None
    if _AMONG.fullmatch(fold(cell.text)) and _opens_part(walk, at + 1):
        return at + 1
    if mark := _opens_part(walk, at):
        walk.rows.append(_Draft(cell.passage.part(0, 1), [cell.passage.part(mark.end(), len(cell.text))]))
        return at + 1
    if _lacks_number(walk, at):
        walk.number += 1
        walk.rows.append(_Draft(None, [cell.passage]))
        return at + 1
    if not walk.has_unit:
        if not _names_unit(walk, at):
            return None
        walk.rows.append(_Draft(None, [cell.passage]))
        return at + 1
    if cell.text in ("-", "–", "+") and below[:1].isalpha() and walk.is_unit(at + 2):
        walk.rows.append(_Draft(cell.passage))
        return at + 1
    if walk.is_unit(at + 1) and cell.text[:1].isalpha() and len(walk.rows[-1].cells) > 1:
        walk.rows.append(_Draft(None, [cell.passage]))
        return at + 1
    return None


def _open_section(walk: _Walk, at: int) -> int | None:
    """Take the head of a section (``A CHỈ TIÊU KINH TẾ``, ``II. Hạ tầng``, ``III`` above its words); the index behind it."""
    cell = walk.cells[at]
    section = _SECTION.match(cell.text)
    if not section:
        return None
    if section.end() == len(cell.text):
        below = walk.text(at + 1)
        if not below[:1].isupper() or walk.is_value(at + 1):
            return None
        walk.rows.append(_Draft(cell.passage, [walk.cells[at + 1].passage]))
        return at + 2
    if not section["mark"] and not is_upper(cell.text):
        return None
    label = cell.passage.part(section.end(), len(cell.text))
    walk.rows.append(_Draft(cell.passage.part(*section.span("no")), [label]))
    return at + 1


def _goes_on(walk: _Walk, at: int) -> bool:
    """Does a row or a header follow within a few cells? Then a cell too many belongs to the last column."""
    near = range(at + 1, min(len(walk.cells), at + 1 + _AHEAD))
    numbers = (m for i in near if (m := _NUMBER.match(walk.text(i))))
    return any(walk.repeats(i) for i in near) or any(m["no"] == str(walk.number + 1) for m in numbers)


def _walk_rows(walk: _Walk) -> int:
    """Read the rows behind the header; the index behind the last cell of the table."""
    at = end = walk.head
    while at < len(walk.cells):
        if walk.repeats(at):
            at += walk.head
            continue
        if _END.match(fold(walk.text(at))):
            break
        taken = _open_row(walk, at) or _open_section(walk, at)
        if taken is None:
            if not walk.rows:
                break
            row = walk.rows[-1]
            if len(row.cells) >= len(walk.columns) - 1 and not _goes_on(walk, at):
                break
            row.cells.append(walk.cells[at].passage)
            taken = at + 1
        at = end = taken
    return end


def _cost(text: str, kind: str, walk: _Walk) -> float:
    """How badly a cell fits a column of a kind."""
    found = tail_tokens(text, walk.tokens)
    figure = text in DASHES or (bool(found) and found[0].start == 0 and found[0].type != "verdict")
    if kind == "unit":
        return 0.0 if is_unit(text, walk.tokens.units) else 5.0 if figure else 1.5
    if kind == "value":
        return 0.0 if figure else 0.5
    if kind in _JUDGING:
        return 0.6 if figure else 0.4
    if kind in VALUES:
        return (0.1 if kind == "percent" else 0.0) if figure else 6.0
    return 2.0 if figure else 0.0


_SKIPPED = 1.0


def _place(cells: Sequence[Passage], kinds: Sequence[str], walk: _Walk) -> list[int]:
    """The column of each cell, in order, by the cheapest way to place them; ties go to the left."""
    best: list[tuple[float, list[int]]] = [(j * _SKIPPED, []) for j in range(len(kinds) + 1)]
    for i, cell in enumerate(cells):
        here: list[tuple[float, list[int]]] = [(float("inf"), [])] * (len(kinds) + 1)
        for j in range(i + 1, len(kinds) + 1):
            take = best[j - 1][0] + _cost(cell.text, kinds[j - 1], walk)
            skip = here[j - 1][0] + _SKIPPED
            here[j] = (take, [*best[j - 1][1], j - 1]) if take < skip else (skip, here[j - 1][1])
        best = here
    return best[-1][1]


def _grid(walk: _Walk) -> Grid:
    """The rows with every cell in its column."""
    kinds = [c.kind for c in walk.columns]
    label = next(i for i, k in enumerate(kinds) if k in ("label", "scope", "abstract"))
    others = [i for i in range(len(kinds)) if i > label]
    grid: Grid = []
    for row in walk.rows:
        anchor = row.no or row.cells[0]
        cells = [blank_like(anchor)] * len(kinds)
        if row.no is not None:
            cells[0] = row.no
        if row.cells:
            cells[label] = row.cells[0]
        rest = row.cells[1:]
        if len(rest) > len(others):
            rest = [*rest[: len(others) - 1], join_passages(rest[len(others) - 1 :])]
        for passage, to in zip(rest, _place(rest, [kinds[i] for i in others], walk), strict=True):
            cells[others[to]] = passage
        grid.append(cells)
    return grid


_YEAR_CELL = re.compile(r"(?:năm\s)?20\d\d", re.IGNORECASE)


def _grouped(header: Sequence[str], walk: _Walk) -> list[str]:
    """The header without the cell that only stands over the years behind it (``Kết quả`` over ``2031``, ``2032``), which
    is no column of its own where the rows have a figure less than there are cells; empty if there is none."""
    years = next((i for i, cell in enumerate(header) if _YEAR_CELL.fullmatch(cell)), 0)
    if years < 2 or walk.columns[years - 1].kind not in ("result", "target"):
        return []
    last = next((i for i in range(years, len(header)) if not _YEAR_CELL.fullmatch(header[i])), len(header))
    figures = [sum(walk.is_figure(c) for c in row.cells[1:]) for row in walk.rows if len(row.cells) > 1]
    columns = sum(c.kind in VALUES for c in walk.columns)
    if last - years < _FEWEST_YEARS or not figures or Counter(figures).most_common(1)[0][0] != columns - 1:
        return []
    over = header[years - 1]
    return [*header[: years - 1], *(f"{over}{JOIN}{year}" for year in header[years:last]), *header[last:]]


def read_blocks(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table with one cell between two blank lines whose header starts at index `start`, and the index behind it; None
    if there is none."""
    if start + 1 >= len(lines) or not lines[start + 1].blank_above or cell_kind(lines[start].text) != "no":
        return None
    cells = _to_cells(lines, start)
    head = _head_size(cells)
    if not head:
        return None
    header = [c.text for c in cells[:head]]
    columns = header_to_columns(tuple(header))
    if not {"label", "scope", "abstract"} & {c.kind for c in columns[1:3]}:
        return None
    walk = _Walk(cells, head, columns, lexicon_to_tokens(lexicon))
    end = _walk_rows(walk)
    if grouped := _grouped(header, walk):
        header = grouped
        walk = _Walk(cells, head, header_to_columns(tuple(header)), walk.tokens)
        end = _walk_rows(walk)
    if sum(len(row.cells) > 1 for row in walk.rows) < _MIN_ROWS:
        return None
    behind = cells[end - 1].end
    table = grid_to_table(title_above(lines, start), header, _grid(walk), lines[start].number, lines[behind - 1].number)
    return (table, behind) if table else None
