"""Tables of words with every cell on a line of its own and no blank line between: who does what until when."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.model import Lexicon, Passage, Table
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import cell_kind, header_to_columns
from vankien.report.tables.rows import grid_to_table, title_above

_FEWEST, _MOST = 4, 8
"""How many columns such a table has."""
_MIN_ROWS = 2
_LONGEST = 40
"""How long a cell of the header is at most."""


def read_stack(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table whose header starts at index `start`, and the index behind it; None if there is none.

    Each row must have as many lines as the header, with its number in the first: a cell that is wrapped or empty would
    shift all that follow, and such a table is left to the other readers.
    """
    if cell_kind(lines[start].text) != "no" or len(lines[start].text) > _LONGEST:
        return None
    size = next((n for n in range(_FEWEST, _MOST + 1) if _numbered(lines, start + n, 1)), 0)
    header = tuple(line.text for line in lines[start : start + size])
    if not size or any(len(text) > _LONGEST for text in header):
        return None
    kinds = [c.kind for c in header_to_columns(header)]
    if kinds[1] not in ("label", "scope", "abstract") or "body" not in kinds:
        return None
    rows = list[list[Passage]]()
    at = start + size
    while _numbered(lines, at, len(rows) + 1) and at + size <= len(lines):
        rows.append([line.passage for line in lines[at : at + size]])
        at += size
    if len(rows) < _MIN_ROWS or any(line.blank_above for line in lines[start + 1 : at]):
        return None
    table = grid_to_table(title_above(lines, start), list(header), rows, lines[start].number, lines[at - 1].number)
    return (table, at) if table else None


def _numbered(lines: Sequence[BodyLine], at: int, number: int) -> bool:
    """Does the line hold that number and nothing else?"""
    return at < len(lines) and lines[at].text.strip(" .)").lstrip("0") == str(number)
