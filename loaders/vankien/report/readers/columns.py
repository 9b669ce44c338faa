"""Lines without rulings around them whose text stands in columns: two columns side by side (letterhead and motto,
recipients and signature) and tables that only blanks rule."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vankien.report.readers.grids import GridCell
from vankien.report.readers.layout import TextLine, Word
from vankien.report.readers.printed import Printed
from vankien.report.tables.header import cell_kind

_NEAR = 3.0
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_WIDE_GUTTER = 4.0


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two columns of lines that stand beside each other."""

    left: tuple[TextLine, ...]
    right: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class BlankTable:
    """A table that only blanks rule: its rows of cells."""

    rows: tuple[tuple[GridCell, ...], ...]


Block = TextLine | SideBySide | BlankTable


def _gutters(line: TextLine) -> list[tuple[float, float]]:
    """The gaps between the segments of a line."""
    return [(a.x1, b.x0) for a, b in pairwise(line.segments)]


def _beside(line: TextLine, gutter: tuple[float, float]) -> tuple[float, float] | None:
    """The gutter narrowed to what a line leaves free of it; None if the line crosses it."""
    for left, right in [(-1e9, line.x0), *_gutters(line), (line.x1, 1e9)]:
        low, high = max(left, gutter[0]), min(right, gutter[1])
        if high - low >= line.size:
            return low, high
    return None


def _side_by_side(lines: Sequence[TextLine], start: int) -> tuple[SideBySide, int] | None:
    """Two columns from the line at index `start` on, and the index behind them."""
    gutters = _gutters(lines[start])
    if len(gutters) != 1:
        return None
    gutter, end, both = gutters[0], start + 1, 1
    while end < len(lines) and lines[end].base - lines[end - 1].base <= _NEAR * lines[end].size:
        narrowed = _beside(lines[end], gutter)
        if narrowed is None or len(lines[end].segments) > 2:
            break
        gutter = narrowed
        both += len(lines[end].segments) == 2
        end += 1
    sure = both > 1 or gutter[1] - gutter[0] >= _WIDE_GUTTER * lines[start].size  # else it is one loose line
    if end - start < 2 or not sure:
        return None
    middle = (gutter[0] + gutter[1]) / 2
    left: list[TextLine] = []
    right: list[TextLine] = []
    for line in lines[start:end]:
        for segment in line.segments:
            part = TextLine((segment,), line.base, line.size, line.bold)
            (left if segment.x0 < middle else right).append(part)
    return SideBySide(tuple(left), tuple(right)), end


def _is_table_head(line: TextLine) -> bool:
    kinds = [cell_kind(s.text) for s in line.segments]
    return len(kinds) >= _LEAST_COLUMNS and sum(k != "value" for k in kinds) >= 2


def _column_edges(lines: Sequence[TextLine]) -> list[float]:
    """Where columns part: the middles of the strips that hardly any line crosses, seen by the fullest lines."""
    most = max(len(line.segments) for line in lines)
    full = [line for line in lines if len(line.segments) == most]
    edges = []
    for at in range(most - 1):
        left = max(line.segments[at].x1 for line in full)
        right = min(line.segments[at + 1].x0 for line in full)
        edges.append((left + right) / 2)
    return edges


def _place(word: Word, edges: Sequence[float]) -> int:
    """The column that a word stands in; the words of a stretch may stand in several where blanks are narrow."""
    middle = (word.x0 + word.x1) / 2
    return sum(middle > edge for edge in edges)


def _rows(lines: Sequence[TextLine], edges: Sequence[float]) -> list[list[list[str]]]:
    """Lines → rows: a line that leaves the first column empty and follows closely carries on the row above."""
    pitches = [b.base - a.base for a, b in pairwise(lines)]
    close = min(pitches, default=0.0) * 1.15
    is_loose = statistics.median(pitches) > close if pitches else False
    rows: list[list[list[str]]] = []
    last = -1e9
    for line in lines:
        alone = len(line.segments) == 1  # a title over several columns stays whole
        first = line.segments[0].words[0]
        places = [(_place(first if alone else w, edges), w.text) for s in line.segments for w in s.words]
        columns = {place for place, _ in places}
        carries = rows and line.base - last <= close and (is_loose or 0 not in columns) and len(columns) <= len(edges)
        if not carries:
            rows.append([[] for _ in range(len(edges) + 1)])
        for place, text in places:
            rows[-1][place].append(text)
        last = line.base
    return rows


def _blank_table(lines: Sequence[TextLine], start: int) -> tuple[BlankTable, int] | None:
    """A table whose header is the line at index `start`, and the index behind it."""
    if not _is_table_head(lines[start]):
        return None
    end = start + 1
    width = len(lines[start].segments)
    while end < len(lines) and lines[end].base - lines[end - 1].base <= _NEAR * lines[end].size:
        single = len(lines[end].segments) == 1
        if single and lines[end].x1 - lines[end].x0 > 0.6 * (lines[start].x1 - lines[start].x0):
            break
        end += 1
    body = lines[start:end]
    if sum(len(line.segments) >= min(_LEAST_COLUMNS, width) for line in body) < _LEAST_ROWS:
        return None
    rows = _rows(body, _column_edges(body))
    cells = tuple(tuple(GridCell((Printed(" ".join(texts)),)) for texts in row) for row in rows)
    return BlankTable(cells), end


def lines_to_blocks(lines: Sequence[TextLine]) -> list[Block]:
    """Lines in reading order: columns one after the other, tables of blanks as tables, all else line by line."""
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        found = _blank_table(lines, at) or _side_by_side(lines, at)
        if found is None:
            blocks.append(lines[at])
            at += 1
        else:
            blocks.append(found[0])
            at = found[1]
    return blocks
