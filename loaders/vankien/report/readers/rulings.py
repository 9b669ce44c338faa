"""Rulings → tables: which rectangles between the lines are cells, and which of them span rows and columns.

The geometry is pdfplumber's (snapping, joining, crossings, cells); it takes lines from a PDF and from a scan alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from vankien.report.readers.layout import Glyph, PageLayout, Ruling

_SNAP = 3.0
_JOIN = 4.0
_SAME_COLUMN = 6.0
_MAX_CROSSINGS = 4_000_000
_LEAST_CELLS = 2
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class RuledTable:
    """A ruled table: its cells as boxes (x0, top, x1, bottom), sorted from the top, then from the left."""

    boxes: tuple[Box, ...]

    @cached_property
    def columns(self) -> tuple[float, ...]:
        """Where columns start and end, from the left."""
        return _edges(x for box in self.boxes for x in (box[0], box[2]))

    @cached_property
    def rows(self) -> tuple[float, ...]:
        """Where rows start and end, from the top."""
        return _edges(y for box in self.boxes for y in (box[1], box[3]))

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.rows[0]

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.rows[-1]

    def spans(self, box: Box) -> tuple[int, int, int, int]:
        """The first row and column of a cell, and how many rows and columns it spans."""
        x, y = _at(self.columns, box[0]), _at(self.rows, box[1])
        return y, x, max(1, _at(self.rows, box[3]) - y), max(1, _at(self.columns, box[2]) - x)


def _edges(values: Iterable[float]) -> tuple[float, ...]:
    """Values without those that lie within the tolerance of the one before."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > _SNAP:
            out.append(value)
    return tuple(out)


def _at(edges: Sequence[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def find_tables(page: PageLayout) -> list[RuledTable]:
    """The ruled tables of a page from the top; frames of one column are none. A table of one row may be the part of one
    that a page break left alone, or a frame: `without_frames` tells."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    vertical = [r for r in page.rulings if r.is_vertical]
    if len(vertical) < 2 or len(page.rulings) - len(vertical) < 2:
        return []
    edges = merge_edges([_edge(r) for r in page.rulings], _SNAP, _SNAP, _JOIN, _JOIN)
    upright = sum(e["orientation"] == "v" for e in edges)
    if upright * (len(edges) - upright) > _MAX_CROSSINGS:
        return []
    cells = intersections_to_cells(edges_to_intersections(edges, _SNAP, _SNAP))
    tables = [RuledTable(tuple(sorted(boxes, key=lambda b: (b[1], b[0])))) for boxes in cells_to_tables(cells)]
    usable = [t for t in tables if len(t.boxes) >= _LEAST_CELLS and len(t.columns) > 2]
    return sorted(usable, key=lambda t: t.top)


def same_columns(a: RuledTable, b: RuledTable) -> bool:
    """True if the columns of two tables stand above each other."""
    return len(a.columns) == len(b.columns) and all(
        abs(x - y) < _SAME_COLUMN for x, y in zip(a.columns, b.columns, strict=True)
    )


def without_frames(pages: Sequence[Sequence[RuledTable]]) -> list[list[RuledTable]]:
    """The tables of each page without those of one row that are no part of the table at the end of the page before, or at
    the start of the next page."""
    out = []
    for index, tables in enumerate(pages):
        before = pages[index - 1][-1:] if index else ()
        after = pages[index + 1][:1] if index + 1 < len(pages) else ()
        out.append(
            [
                t
                for i, t in enumerate(tables)
                if len(t.rows) > 2
                or (i == 0 and any(same_columns(t, b) for b in before))
                or (i == len(tables) - 1 and any(same_columns(t, a) for a in after))
            ]
        )
    return out


def _edge(ruling: Ruling) -> dict[str, float | str]:
    return {
        "x0": ruling.x0,
        "x1": ruling.x1,
        "top": ruling.y0,
        "bottom": ruling.y1,
        "width": ruling.x1 - ruling.x0,
        "height": ruling.y1 - ruling.y0,
        "orientation": "v" if ruling.is_vertical else "h",
    }


def split_glyphs(
    glyphs: Iterable[Glyph], tables: Sequence[RuledTable]
) -> tuple[list[Glyph], list[dict[Box, list[Glyph]]]]:
    """The glyphs outside all tables, and for each table the glyphs of each cell."""
    rest: list[Glyph] = []
    inside: list[dict[Box, list[Glyph]]] = [{} for _ in tables]
    last: tuple[int, Box] | None = None
    before: Glyph | None = None
    for glyph in glyphs:
        # a word that is too wide for its cell stays in it
        same_word = last and before and not glyph.spaced and _touches(before, glyph)
        if not same_word and (last is None or not _holds(last[1], glyph)):
            last = _cell_of(glyph, tables)
        before = glyph
        if last is None:
            rest.append(glyph)
        else:
            inside[last[0]].setdefault(last[1], []).append(glyph)
    return rest, inside


def _touches(before: Glyph, glyph: Glyph) -> bool:
    return abs(glyph.base - before.base) < 0.5 and abs(glyph.x0 - before.x1) < 0.1 * glyph.size


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = glyph.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _cell_of(glyph: Glyph, tables: Sequence[RuledTable]) -> tuple[int, Box] | None:
    y = glyph.middle[1]
    for index, table in enumerate(tables):
        if table.top <= y <= table.bottom:
            box = next((b for b in table.boxes if _holds(b, glyph)), None)
            if box is not None:
                return index, box
    return None
