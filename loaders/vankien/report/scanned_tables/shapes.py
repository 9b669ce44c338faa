"""The rows read of a scanned table and what its columns hold → the table, its numbers repaired, its rows under their parents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Lexicon, Table
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.rows import Draft, cells_to_rows, draft_to_cells, finish_rows, kept_rows
from vankien.report.scanned_tables.torn import decimals_of


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table is called, the header texts of all its columns, those of its columns of values alone, and whether verdicts
    stand behind them."""

    title: str
    names: tuple[str, ...]
    values: tuple[str, ...]
    verdicts: bool


def drafts_to_table(
    drafts: Sequence[Draft], shape: Shape, above: Sequence[BodyLine], between: tuple[int, int], lexicon: Lexicon
) -> Table | None:
    """The table of rows that were read; None when no row is left. `above` are the lines before it, whose numbers tell where
    a comma was lost; `between` are its first and last line in the source."""
    count = len(shape.values)
    finish_rows(drafts, count, lexicon)
    decimals = decimals_of(line.text for line in above)
    labelled = [d for d in drafts if d.label]
    texts = max((len(d.texts) for d in labelled), default=0)
    grid = [draft_to_cells(d, shape.values, count, shape.verdicts, decimals, texts) for d in labelled]
    grid = [cells for cells, kept in zip(grid, kept_rows(labelled, grid), strict=True) if kept]
    rows = cells_to_rows(grid, shape.names)
    return Table(shape.title, shape.names, rows, *between) if rows else None
