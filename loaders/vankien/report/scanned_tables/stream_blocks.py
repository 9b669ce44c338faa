"""Several columns of a table that the engine read row by row, though it read the labels apart from them.

Kế hoạch | Ước thực hiện     the heads of both
93.500 93.718                a row without its label
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Lexicon
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.bound_words import with_bounds
from vankien.report.scanned_tables.column_names import KINDS, column_name, openers_of, years_of
from vankien.report.scanned_tables.headers import header_to_names
from vankien.report.scanned_tables.stream_cells import StreamCell
from vankien.report.scanned_tables.stream_columns import StreamColumn, opens_head, spans_heads
from vankien.report.scanned_tables.words import Atom, atoms_to_verdict, is_value, line_to_atoms, unit_of_cell
from vankien.report.tables.header import text_to_period

_LEAST, _MAX_HEAD, _MAX_WORDS, _MAX_VALUES = 4, 6, 3, 9


@dataclass(frozen=True, slots=True)
class _Cells:
    """What a line holds: a unit or none, its values, a verdict or none."""

    unit: StreamCell | None
    values: tuple[StreamCell, ...]
    verdict: StreamCell | None

    @property
    def shape(self) -> tuple[bool, int, bool]:
        return self.unit is not None, len(self.values), self.verdict is not None


def block_at(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> tuple[list[StreamColumn], int] | None:
    """The columns of the block whose heads open at an index, and the index behind its last row; None where none opens, where
    its rows are not alike, and where the heads do not name every column of values."""
    if at >= len(lines) or not lines[at].printed:
        return None
    if not opens_head(lines[at : at + 2], lexicon) and not spans_heads(lines[at : at + 3], lexicon):
        return None
    first = at + 1
    while (
        first < len(lines)
        and first - at <= _MAX_HEAD
        and (not _cells_of(lines[first], lexicon) or _is_years(lines[first]))
    ):
        first += 1
    rows: list[_Cells] = []
    while first + len(rows) < len(lines) and (cells := _cells_of(lines[first + len(rows)], lexicon)):
        rows.append(cells)
    shapes = {row.shape for row in rows}
    head = tuple(lines[at:first])
    if len(rows) < _LEAST or len(shapes) != 1 or first - at > _MAX_HEAD:
        return None
    count = len(rows[0].values)
    names = _names(head, count)
    if names is None:
        return None
    columns = [StreamColumn(head, "value", tuple(row.values[i] for row in rows), name) for i, name in enumerate(names)]
    units = [row.unit for row in rows if row.unit]
    verdicts = [row.verdict for row in rows if row.verdict]
    columns += [StreamColumn(head, "unit", tuple(units))] if units else []
    columns += [StreamColumn(head, "verdict", tuple(verdicts))] if verdicts else []
    return columns, first + len(rows)


def _is_years(line: BodyLine) -> bool:
    atoms = line_to_atoms(line)
    return bool(atoms) and all(re.fullmatch(r"\W*(?:19|20)\d\d\W*", a.printed) for a in atoms)


def _cells_of(line: BodyLine, lexicon: Lexicon) -> _Cells | None:
    """The cells of a line of two cells or more, a value among them; None for any other line."""
    atoms = [a for a in with_bounds(line_to_atoms(line)) if re.search(r"\w|%|^[-–—]$", a.printed)]
    values = [i for i, a in enumerate(atoms) if is_value(a)]
    if not values or not line.printed or len(values) > _MAX_VALUES:
        return None
    first, last = values[0], values[-1]
    before, behind = atoms[:first], atoms[last + 1 :]
    unit = unit_of_cell("".join(a.printed for a in before), lexicon) if before else None
    verdict = atoms_to_verdict(behind, lexicon) if behind else None
    whole = last - first + 1 == len(values) and len(behind) <= _MAX_WORDS
    if not whole or (before and not unit) or (behind and not verdict) or len(values) + bool(unit) + bool(verdict) < 2:
        return None
    return _Cells(
        _word(line, unit, before),
        tuple(_number(line, a) for a in atoms[first : last + 1]),
        _word(line, verdict, behind),
    )


def _word(line: BodyLine, text: str | None, atoms: Sequence[Atom]) -> StreamCell | None:
    return StreamCell(text, line.passage.part(atoms[0].start, atoms[-1].end)) if text else None


def _number(line: BodyLine, atom: Atom) -> StreamCell:
    return StreamCell(atom.printed.rstrip(".,;:'’"), line.passage.part(atom.start, atom.end))


def _names(head: Sequence[BodyLine], count: int) -> tuple[str, ...] | None:
    """The header texts of the columns of values: those that the words and years of the heads name one by one, else as the
    headers of tables are read."""
    openers = max((openers_of(line) for line in head), key=len)
    openers = [w for w in openers if KINDS[w] != "verdict"]
    if len(openers) == count:
        years = next((y for line in head if len(y := years_of(line)) == count), [])
        span = text_to_period(" ".join(line.text for line in head))
        dates = [*map(str, years)] or [span or ""] * count
        return tuple(column_name(w, date if w != "so" else "", "") for w, date in zip(openers, dates, strict=True))
    return header_to_names((head,), count, "")
