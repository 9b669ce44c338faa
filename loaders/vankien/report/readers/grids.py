"""Tables with cells that span rows and columns → lines between pipes, which the report's table reader knows.

A header cell that spans columns stands over each of them; a body cell is printed once, where it begins. Tables that
only lay out a page (the letterhead beside the motto, the recipients beside the signature) give their text cell by cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vankien.errors import CannotRead
from vankien.report.join import glue_cell
from vankien.report.readers.limits import Limits, variable
from vankien.report.readers.printed import Printed, tidy
from vankien.vietnamese import fold


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its lines of text, how many rows and columns it spans, and whether the file marks it as a header."""

    lines: tuple[Printed, ...]
    rows: int = 1
    columns: int = 1
    head: bool = False

    @property
    def text(self) -> str:
        """The cell's text in one line; what would part cells is no pipe."""
        joined = ""
        for line in self.lines:
            text = tidy(line.text)
            joined += glue_cell(joined, text) + text
        return joined.replace("|", "¦")


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with a text for every place: rows of equal length, and how many of them are the header."""

    rows: tuple[tuple[str, ...], ...]
    headers: int


_PAGE_WORDS = re.compile(
    r"cong hoa xa hoi|dang cong san viet nam|doc lap ?[-–]|noi nhan|t ?[/.] ?m\b|kt\.|tm\.|so ?: ?[\d/.…]|\(?da ky"
)
_LAYOUT_ROWS = 6
_LAYOUT_COLUMNS = 3
_MAX_HEADERS = 4


def check_size(shown: str, rows: Sequence[Sequence[GridCell]], limits: Limits) -> None:
    """Raises `CannotRead` for a table that is wider or larger than the limits, spanning cells counted in full."""
    widest = max((sum(c.columns for c in row) for row in rows), default=0)
    if widest > limits.columns:
        raise CannotRead(
            shown,
            f"a table of {widest:,} columns is wider than {limits.columns:,}",
            advice=f"set {variable('columns')} if it is none by mistake",
        )
    spanned = sum(c.columns * min(c.rows, len(rows)) for row in rows for c in row)
    size = max(widest * len(rows), spanned)
    if size > limits.cells:
        raise CannotRead(
            shown,
            f"a table of {size:,} cells is larger than {limits.cells:,}",
            advice=f"set {variable('cells')} if it is none by mistake",
        )


def is_layout(rows: Sequence[Sequence[GridCell]]) -> bool:
    """True for a table that lays out a page: one cell wide, one row alone, or a small one with the words of a letterhead
    or of a signature."""
    rows = [r for r in rows if any(c.text for c in r)]
    widest = max((len(r) for r in rows), default=0)
    if widest <= 1 or len(rows) <= 1:
        return True
    if len(rows) > _LAYOUT_ROWS or widest > _LAYOUT_COLUMNS:
        return False
    return any(_PAGE_WORDS.match(fold(line.text)) for row in rows for cell in row for line in cell.lines)


def layout_lines(rows: Iterable[Sequence[GridCell]]) -> list[Printed]:
    """The lines of a table that only lays out a page, cell by cell."""
    return [line for row in rows for cell in row for line in cell.lines if line.text.strip()]


def _header_count(rows: Sequence[Sequence[GridCell]]) -> int:
    """How many rows the header has: those that the file marks, else as deep as the deepest cell of the first row, and
    one more than the row if some of its cells span columns."""
    marked = next((i for i, row in enumerate(rows) if not all(c.head for c in row)), len(rows))
    if 0 < marked < len(rows):
        return min(marked, _MAX_HEADERS)
    first = rows[0]
    deep = max((c.rows for c in first), default=1)
    spans = len(first) > 1 and any(c.columns > 1 for c in first)
    return max(1, min(max(deep, 2 if spans else 1), _MAX_HEADERS, len(rows) - 1))


def place(rows: Sequence[Sequence[GridCell]]) -> Placed:
    """Give every place of the table its text.

    >>> cell = lambda text, **spans: GridCell((Printed(text),), **spans)
    >>> placed = place([[cell("TT", rows=2), cell("Kết quả", columns=2)], [cell("2024"), cell("2025")], [cell("1"), cell("5"), cell("6")]])
    >>> placed.rows, placed.headers
    ((('TT', 'Kết quả', 'Kết quả'), ('', '2024', '2025'), ('1', '5', '6')), 2)
    """
    headers = _header_count(rows)
    taken: set[tuple[int, int]] = set()
    out: list[dict[int, str]] = []
    for y, row in enumerate(rows):
        here: dict[int, str] = {}
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            last_row = min(len(rows), y + max(1, cell.rows))
            taken.update((j, x + i) for i in range(max(1, cell.columns)) for j in range(y, last_row))
            for i in range(max(1, cell.columns)):
                here[x + i] = cell.text if i == 0 or y < headers else ""
            x += max(1, cell.columns)
        out.append(here)
    width = max((max(r, default=-1) + 1 for r in out), default=0)
    return Placed(tuple(tuple(r.get(i, "") for i in range(width)) for r in out), headers)


def row_line(cells: Sequence[str], page: int | None) -> Printed:
    """One row between pipes."""
    return Printed("|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|", page)


def placed_lines(placed: Placed, page: int | None) -> list[Printed]:
    """A table as lines between pipes, with a line of dashes below its header; empty rows are left out."""
    lines = []
    for index, row in enumerate(placed.rows):
        if any(row):
            lines.append(row_line(row, page))
        if index + 1 == placed.headers:
            lines.append(row_line(["---"] * len(row), page))
    return lines


def table_lines(shown: str, rows: Sequence[Sequence[GridCell]], page: int | None, limits: Limits) -> list[Printed]:
    """The lines that a table gives: its rows between pipes, or its text cell by cell where it only lays out a page.

    Raises `CannotRead` for a table beyond the limits; `shown` names the file.
    """
    check_size(shown, rows, limits)
    rows = rows[next((i for i, row in enumerate(rows) if row), len(rows)) :]
    if is_layout(rows):
        return layout_lines(rows)
    return placed_lines(place(rows), page)
