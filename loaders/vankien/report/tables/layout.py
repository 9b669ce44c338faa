"""Tables whose columns are laid out with blanks, below a header of one line or of several.

                                            TH 6 tháng    Kế hoạch    So sánh (%)
 TT   Chỉ tiêu                  Đơn vị        năm 2024    năm 2026    Cùng kỳ   Kế hoạch
 I    KINH TẾ
 1    Thu ngân sách nhà nước
      trên địa bàn              Tỷ đồng          1.420       3.150      108,0       47,5
      - Thu nội địa             Tỷ đồng          1.105       2.430      104,2       46,9

What stands below what is told by the place of each piece of text in its line: pieces that overlap make a column, and a
piece of the header belongs to every column that it stands over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.around import MIDDLE, Line, lines_around
from vankien.report.tables.header import JOIN, cell_kind
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above
from vankien.report.tables.segments import Segment, line_to_segments, part_cells
from vankien.vietnamese import ROMAN, fold, is_upper

_NO_HEAD = re.compile(r"s?tt|so tt|tt so|so thu tu")
_HEAD_OF_NUMBERS = re.compile(r"((?i:s?tt|số tt|tt số))\s(?=\S)")
_NUMBER = re.compile(rf"(?:\d{{1,3}}(?:\.\d{{1,2}})*|{ROMAN}|[A-ZĐ])[.)]?")
_NUMBERED = re.compile(rf"({_NUMBER.pattern})\s(?=\S)")
_MARK = re.compile(r"[-–+*•]\s*\S|(?i:trong đó|tr\.?\s?đó|riêng)\b")
_END = re.compile(r"(?:phu luc|phu bieu|bieu so|bieu \d|ghi chu\s*:|nguon\s*:|noi nhan|tm\.|t/m)(?!\w)")
_FIGURE = re.compile(r"[<>≥≤~≈=]{0,2}\s?[-−]?\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?\s?%?")
_MAX_ABOVE = 4
_MAX_BELOW = 5
_NEAR = 6
_MIN_ROWS = 2
_MAX_ROWS = 600


@dataclass(slots=True)
class Column:
    """A column of the body: the columns of print that it takes."""

    start: int
    end: int

    def distance(self, segment: Segment) -> int:
        """How many columns of print lie between the column and a piece; 0 or less if they overlap."""
        return max(self.start - segment.end, segment.start - self.end)


@dataclass
class _Row:
    """A row being read: its number, the lines of its label, the pieces of its other cells by column."""

    no: Passage | None
    label: list[Passage] = field(default_factory=list)
    values: list[Segment] = field(default_factory=list)

    @property
    def has_values(self) -> bool:
        """Does a cell of the row hold a number?"""
        return any(re.search(r"\d", s.text) for s in self.values)


def _head_segments(line: BodyLine) -> list[Segment]:
    """The pieces of a line of the header; the head of a narrow column of numbers may stand one blank before the next."""
    first, *rest = line_to_segments(line)
    match = _HEAD_OF_NUMBERS.match(first.text)
    if not match:
        return [first, *rest]
    behind = replace(first, passage=first.passage.part(match.end(), len(first.text)), start=first.start + match.end())
    number = match.end(1)
    return [Segment(first.passage.part(0, number), first.start, first.start + number), behind, *rest]


def _is_head(segments: Sequence[Segment]) -> bool:
    """The line of a header that names its first columns: number and label, or label and unit."""
    kinds = [cell_kind(s.text) for s in segments]
    if len(segments) < 3:
        return False
    numbered = bool(_NO_HEAD.fullmatch(fold(segments[0].text).strip(". "))) and kinds[1] in ("label", "scope")
    return (numbered and len(segments) >= 3) or (kinds[0] == "label" and "unit" in kinds)


def _head_lines(lines: Sequence[BodyLine], start: int) -> tuple[int, int] | None:
    """The index of the line that names the first columns, and the index of the first row; None if no header is here."""
    for at in range(start, min(len(lines), start + _MAX_ABOVE + 1)):
        if at > start and lines[at].blank_above:
            return None
        segments = _head_segments(lines[at])
        if not _is_head(segments):
            continue
        first = segments[1].start if _NO_HEAD.fullmatch(fold(segments[0].text).strip(". ")) else segments[0].end
        if any(b.indent < first for b in lines[start:at]):
            return None
        for end in range(at + 1, min(len(lines), at + _MAX_BELOW + 2)):
            if _opens_row(line_to_segments(lines[end]), segments) or lines[end].blank_above:
                return at, end
        return None
    return None


def _opens_row(segments: Sequence[Segment], head: Sequence[Segment]) -> bool:
    """The first row: a number below the head of the numbers, or words of a label with a value behind them."""
    first = segments[0]
    if _NO_HEAD.fullmatch(fold(head[0].text).strip(". ")):
        label = head[1].start
        return first.start < label and bool(_NUMBER.fullmatch(first.text) or _NUMBERED.match(first.text))
    return first.start < head[0].end and bool(re.search(r"[^\W\d_]{2}", first.text))


def _first_of_row(lines: Sequence[BodyLine], named: int, first: int) -> int:
    """The index of the first line of the first row: its label may begin above the line of its number and values."""
    lead, label, beside = (_head_segments(lines[named]) + [None] * 3)[:3]
    segments = line_to_segments(lines[first])
    if lead is None or label is None or beside is None or len(segments) < 3 or not _NUMBER.fullmatch(segments[0].text):
        return first
    if segments[1].start < beside.start and not MIDDLE.match(segments[1].text):
        return first
    while first - 1 > named:
        only = line_to_segments(lines[first - 1])
        if len(only) > 1 or not label.start <= only[0].start < beside.start or len(only[0].text.split()) < 3:
            break
        first -= 1
    return first


def _split_number(segments: list[Segment], numbered: bool) -> tuple[Passage | None, list[Segment]]:
    """The number in front of a row, also where one blank stands between it and the label, and the rest of the row."""
    if not numbered or not segments:
        return None, segments
    first = segments[0]
    if _NUMBER.fullmatch(first.text):
        return first.passage, segments[1:]
    match = _NUMBERED.match(first.text)
    if not match:
        return None, segments
    rest = first.passage.part(match.end(), len(first.text))
    return first.passage.part(0, match.end(1)), [
        replace(first, passage=rest, start=first.start + match.end()),
        *segments[1:],
    ]


@dataclass
class _Body:
    """The rows of a table, where its labels start, where its other cells may start, whether rows are numbered."""

    numbered: bool
    label: int
    values: int
    rows: list[_Row] = field(default_factory=list)

    def parts(self, line: BodyLine) -> Line | None:
        """The number, the label and the other cells of a line of the body; None if it belongs to no table."""
        segments = line_to_segments(line)
        number, rest = None, segments
        if self.numbered and segments[0].start < self.label:
            number, rest = _split_number(segments, True)
            if number is None and not is_upper(segments[0].text):
                return None
        label = rest[0] if rest and rest[0].start < self.values else None
        values = rest[1:] if label else rest
        if label and (label.end > self.values + _NEAR if values else label.end > self.values + 2 * _NEAR):
            return None
        return Line(number, label, tuple(values))

    def take(self, line: BodyLine, above: Sequence[Line] = (), joins: bool = False) -> bool:
        """Add a line of the body, with the parts of its cells that stand `above` it, or as one that `joins` the row above;
        False if it belongs to no table."""
        parts = self.parts(line)
        if parts is None:
            return False
        number, label, values = parts
        if not label and not values:
            self.rows.append(_Row(number))
            return True
        if not joins and (above or self._opens(number, label, values)):
            self.rows.append(
                _Row(number, [a.label.passage for a in above if a.label], [v for a in above for v in a.values])
            )
        elif not self.rows:
            return False
        row = self.rows[-1]
        row.label += [label.passage] if label else []
        row.values += values
        return True

    def _opens(self, number: Passage | None, label: Segment | None, values: Sequence[Segment]) -> bool:
        """Does a line open a row, or carry on the one above?"""
        if number is not None or not self.rows:
            return True
        row = self.rows[-1]
        filled = any(_FIGURE.fullmatch(s.text) for s in values) and any(_FIGURE.fullmatch(s.text) for s in row.values)
        if label is None:
            return filled
        if _MARK.match(label.text) or filled:
            return True
        above = row.label[-1].text if row.label else ""
        if is_upper(label.text) != is_upper(above) and len(label.text) > 4 and above:
            return is_upper(label.text) or not row.values
        return not self.numbered and label.text[:1].isupper() and (row.has_values or not row.values)


def _columns(rows: Sequence[_Row]) -> list[Column]:
    """The columns of the cells behind the label: pieces of all rows that overlap."""
    columns: list[Column] = []
    for segment in sorted((s for r in rows for s in r.values), key=lambda s: s.start):
        if columns and segment.start < columns[-1].end:
            columns[-1].end = max(columns[-1].end, segment.end)
        else:
            columns.append(Column(segment.start, segment.end))
    return columns


def _nearest(segment: Segment, columns: Sequence[Column]) -> int:
    """The index of the column that a piece stands nearest to."""
    return min(
        range(len(columns)),
        key=lambda i: (
            max(0, columns[i].distance(segment)),
            abs(columns[i].start + columns[i].end - segment.start - segment.end),
        ),
    )


def _standing(head: Sequence[Sequence[Segment]], columns: list[Column]) -> list[list[tuple[Segment, tuple[int, ...]]]]:
    """For each line of the header, from the lowest, its pieces with the columns that each stands over.

    A column grows by the pieces that stand over it alone; a piece that stands over none belongs to the nearest one, or
    is a column that no row fills.
    """
    out = []
    for segments in reversed(head):
        line = []
        for segment in segments:
            over = tuple(i for i, c in enumerate(columns) if segment.over(c))
            if not over:
                at = _nearest(segment, columns)
                over = (at,) if columns[at].distance(segment) <= _NEAR else ()
            line.append((segment, over))
        for _, over in line:
            if len(over) == 1:
                _grow(columns, over[0], [s for s, o in line if o == over])
        out.append(line)
    return out


def _grow(columns: list[Column], at: int, segments: Sequence[Segment]) -> None:
    """Widen a column by the pieces of the header over it, as far as its neighbours leave room."""
    left = columns[at - 1].end if at else 0
    right = columns[at + 1].start if at + 1 < len(columns) else max(s.end for s in segments)
    columns[at].start = min(columns[at].start, max(left, min(s.start for s in segments)))
    columns[at].end = max(columns[at].end, min(right, max(s.end for s in segments)))


def _header(head: Sequence[Sequence[Segment]], columns: list[Column]) -> list[str]:
    """The header of each column: lines of one cell joined by a blank, a cell above others by the sign for it."""
    standing = list(reversed(_standing(head, [replace(c) for c in columns])))
    out = []
    for at in range(len(columns)):
        text = ""
        above: tuple[int, ...] = ()
        for line in standing:
            for segment, over in line:
                if at in over:
                    text += (" " if over == above else JOIN) * bool(text) + segment.text
                    above = over
        out.append(text)
    return out


def _grid(body: _Body, columns: Sequence[Column]) -> Grid:
    grid: Grid = []
    for row in body.rows:
        first = row.no or (row.label[0] if row.label else row.values[0].passage)
        cells = [blank_like(first)] * len(columns)
        for at in range(len(columns)):
            parts = [s.passage for s in row.values if _nearest(s, columns) == at]
            cells[at] = join_passages(parts) if parts else cells[at]
        label = join_passages(row.label) if row.label else blank_like(first)
        grid.append([*([row.no or blank_like(first)] if body.numbered else []), label, *cells])
    return grid


def _read_body(lines: Sequence[BodyLine], start: int, body: _Body, header: frozenset[str]) -> int:
    """Read the rows from index `start` on; returns the index behind the last row. A page may repeat the header."""
    around = _around(lines, start, body)
    at = start
    while at < len(lines) and not _END.match(fold(lines[at].text)):
        line = lines[at]
        if fold(line.text) in header:
            at += 1
            continue
        if line.blank_above and at > start and body.rows and not _carries_on(line, body):
            break
        if around.get(at, at) > at:
            at += 1
            continue
        above = [part for i in range(start, at) if around.get(i) == at and (part := body.parts(lines[i]))]
        if not body.take(line, above, joins=at in around):
            break
        at += 1
    while body.rows and not body.rows[-1].has_values:
        body.rows.pop()
    last = max((p.last_line for r in body.rows for p in [*r.label, *(s.passage for s in r.values)]), default=0)
    return next((i for i in range(start, at) if lines[i].number > last), at)


def _around(lines: Sequence[BodyLine], start: int, body: _Body) -> dict[int, int]:
    """The lines of labels that stand above or below the line of their row's values, with the index of that line."""
    parts: list[Line] = []
    for line in lines[start : start + _MAX_ROWS]:
        found = None if _END.match(fold(line.text)) else body.parts(line)
        if found is None or (line.blank_above and parts and not _carries_on(line, body)):
            break
        parts.append(found)
    return {start + a: start + b for a, b in lines_around(parts).items()} if body.numbered else {}


def _carries_on(line: BodyLine, body: _Body) -> bool:
    """Behind a blank line a table goes on with a numbered row or with a line that has cells behind its label."""
    segments = line_to_segments(line)
    if body.numbered and segments[0].start < body.label and _split_number(segments, True)[0] is not None:
        return len(segments) > 1
    return len(segments) > 2 and any(s.start >= body.values for s in segments)


def read_layout(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table laid out with blanks whose header starts at index `start`, and the index behind it; None if none does.

    The header must name the number and the label, or the label and the unit; at least two rows must have values in two
    columns or more behind the label.
    """
    if "\t" in lines[start].text or not ("  " in lines[start].text or lines[start].indent):
        return None
    found = _head_lines(lines, start)
    if found is None:
        return None
    named, first = found
    first = _first_of_row(lines, named, first)
    head = [_head_segments(b) for b in lines[start:first]]
    naming = head[named - start]
    numbered = bool(_NO_HEAD.fullmatch(fold(naming[0].text).strip(". ")))
    lead = naming[: 2 if numbered else 1]
    beside = naming[len(lead)]
    rows = [line_to_segments(b) for b in lines[first : first + 40]]
    body = _Body(numbered, _label_start(rows, lead, beside), _values_start(rows, beside))
    end = _read_body(lines, first, body, frozenset(fold(b.text) for b in lines[start:first]))
    columns = _columns(body.rows)
    head = [part_cells(line, [c.start for c in columns]) for line in head]
    if len(columns) < 2 or sum(r.has_values for r in body.rows) < _MIN_ROWS:
        return None
    cells = _header([[s for s in line if s not in lead] for line in head], columns)
    header = [*(s.text for s in lead), *cells]
    if sum(cell_kind(h) != "value" for h in header) < 3:
        return None
    table = grid_to_table(
        title_above(lines, start), header, _grid(body, columns), lines[start].number, lines[end - 1].number
    )
    return (table, end) if table else None


def _label_start(rows: Sequence[Sequence[Segment]], lead: Sequence[Segment], beside: Segment) -> int:
    """Where labels start: the column of print in which most words behind a number start."""
    if len(lead) < 2:
        return 0
    starts = [
        s.start
        for row in rows
        for n, s in pairwise(row)
        if n is row[0] and _NUMBER.fullmatch(n.text) and s.start < beside.start
    ]
    return max(set(starts), key=lambda x: (starts.count(x), -x), default=lead[1].start)


def _values_start(rows: Sequence[Sequence[Segment]], beside: Segment) -> int:
    """Where the first cell behind the label starts: the leftmost piece below the column beside the label."""
    return min((s.start for row in rows for s in row[1:] if s.over(beside)), default=beside.start)
