"""The rows read of a scanned table and what its columns hold → the table, its numbers repaired, its rows under their parents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Lexicon, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.firm import is_firm
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
    labelled = [d for d in drafts if d.label and not (d.values and not _is_firm(d, lexicon))]
    texts = max((len(d.texts) for d in labelled), default=0)
    grid = [draft_to_cells(d, shape.values, count, shape.verdicts, decimals, texts) for d in labelled]
    grid = [cells for cells, kept in zip(grid, kept_rows(labelled, grid), strict=True) if kept]
    rows = cells_to_rows(grid, shape.names)
    return Table(shape.title, shape.names, rows, *between) if rows else None


_NUMBERED = re.compile(r"\W*\d{1,2}\W+[^\W\d_a-zà-ỹđ]")
_SHORT = 3


def _is_firm(draft: Draft, lexicon: Lexicon) -> bool:
    """A label that is one, or two words or three behind the number of the row, which open with a capital: few pairs of words
    tell little, and bits of rulings are read as small letters."""
    label = join_passages(draft.label).text
    short = draft.no is not None and 1 < len(label.split()) <= _SHORT and _NUMBERED.match(draft.line)
    return bool(short) or is_firm(label, lexicon)
