"""Rows of a scanned table as read from its lines → cells with repaired numbers → rows under their parents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from vankien.model import Cell, Lexicon, Passage, Piece, Repair, Row
from vankien.report.join import join_passages
from vankien.report.repairs import (
    BY_COMPARISON,
    UNCERTAIN,
    Number,
    RowKind,
    compares,
    readings,
    repair_compared,
    repair_row,
)
from vankien.report.scan_labels import complete_label, correct_label, tidy_label
from vankien.report.scan_words import wrapped_unit
from vankien.report.table_header import Column, header_to_columns
from vankien.report.table_rows import Grid, blank_like, grid_to_rows
from vankien.vietnamese import fold, parse_number


@dataclass
class Draft:
    """A row being read: its group number, label parts, unit, values, verdict; a section has `section` set."""

    anchor: Passage
    no: Passage | None = None
    label: list[Passage] = field(default_factory=list)
    unit: Passage | None = None
    values: list[Passage] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    verdict: Passage | None = None
    half: str = ""
    section: bool = False


def reworded(text: str, like: Passage) -> Passage:
    """Another text for the words of a passage, on the same place of the source."""
    piece = like.pieces[0]
    return Passage(text, (Piece(0, piece.line, piece.start),))


def _numbers(draft: Draft, header: Sequence[str], count: int) -> tuple[Number, ...] | None:
    """The values of a row in their columns; None when it is not certain which columns are empty."""
    printed = [p.rstrip(".,;:'’") or p for p in draft.printed]
    columns = header_to_columns(("Chỉ tiêu", *header))[1:]
    kinds = [c.kind for c in columns]
    if len(printed) < count:
        assessed = draft.verdict is not None and draft.verdict.text != "Không đánh giá"
        if "compare" in kinds and len(printed) == count - 1:
            at = kinds.index("compare")
            if not compares(*printed[at - 2 : at + 1]):
                if not any(_alike(printed[at], t) for t in _ways(printed[at - 2])):
                    return None
                printed.insert(at, "-")
                draft.values.insert(at, draft.anchor)
        elif not assessed and draft.verdict is not None:
            printed += ["-"] * (count - len(printed))
    if len(printed) != count:
        return None
    if "compare" in kinds and 2 <= kinds.index("compare") < count:
        at = kinds.index("compare")
        read = repair_compared(*printed[at - 2 : at + 1]) if printed[at] != "-" else None
        if read and list(read) != printed[at - 2 : at + 1]:
            fixed = [
                Number(t, Repair(p, BY_COMPARISON) if t != p else None)
                for t, p in zip(read, printed[at - 2 :], strict=False)
            ]
            return (*map(Number, printed[: at - 2]), *fixed, *map(Number, printed[at + 1 :]))
    return repair_row(printed, _row_kind(draft, columns))


def _ways(printed: str) -> tuple[str, ...]:
    """A number as printed, and with a lost comma put back if it is above 100."""
    number = parse_number(printed)
    return (printed, *(readings(printed, (1, 2)) if number is not None and number > 100 else ()))


def _alike(a: str, b: str) -> bool:
    """True if two values of one indicator are of the same order."""
    first, second = (parse_number(t.lstrip("<>≥≤~")) for t in (a, b))
    if first is None or second is None or not first or not second:
        return first is None or second is None
    return Decimal("0.1") <= abs(first / second) <= 10


def _row_kind(draft: Draft, columns: Sequence[Column]) -> RowKind:
    label = fold(join_passages(draft.label).text) if draft.label else ""
    growth = bool(re.search(r"\b(?:tang|giam|toc do)\b", label))
    share = draft.unit is not None and draft.unit.text.startswith("%") and not growth
    results = [i for i, c in enumerate(columns) if c.kind == "result"]
    years = tuple(i for i in results if re.fullmatch(r"\d{4}", columns[i].period or ""))
    whole = next((i for i in results if i not in years), None)
    return RowKind(share, growth, years, whole)


def draft_to_cells(draft: Draft, header: Sequence[str], count: int, lexicon: Lexicon, verdicts: bool) -> list[Cell]:
    """The cells of a row: number, label, unit, values, verdict."""
    blank = Cell(blank_like(draft.anchor))
    label = join_passages(draft.label) if draft.label else blank_like(draft.anchor)
    cells = [Cell(draft.no) if draft.no else blank, Cell(label), Cell(draft.unit) if draft.unit else blank]
    numbers = _numbers(draft, header, count) if draft.values else None
    if numbers is None:
        lost = Repair(" ".join(draft.printed), UNCERTAIN) if draft.printed else None
        cells += [Cell(blank_like(draft.anchor), lost if i == 0 else None) for i in range(count)]
    else:
        cells += [_number_cell(n, i, draft) for i, n in enumerate(numbers)]
    return [*cells, *([Cell(draft.verdict) if draft.verdict else blank] if verdicts else [])]


def _number_cell(number: Number, index: int, draft: Draft) -> Cell:
    """The cell of a value; its passage leads to what is printed."""
    if index >= len(draft.values):
        return Cell(blank_like(draft.anchor))
    place = draft.values[index]
    if number.text in ("", "-"):
        return Cell(blank_like(place), number.repair)
    return Cell(reworded(number.text, place), number.repair)


def cells_to_rows(grid: list[list[Cell]], header: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows with their parents; the number of a group that a scan prints in the middle of its rows is kept only
    where it is printed, and below a parent that prints it."""
    by_value = {id(c.passage): c for row in grid for c in row}
    plain: Grid = [[c.passage for c in row] for row in grid]
    rows = grid_to_rows(header_to_columns(header), plain)
    numbered = {join.text: row[0].text for row in plain if (join := row[1]).text and row[0].text}
    out = []
    for row in rows:
        cells = tuple(by_value.get(id(c.passage), c) for c in row.cells)
        above = next((numbered[p] for p in row.parents if p in numbered), "")
        out.append(Row(cells, row.parents, row.cells[0].text or above))
    return tuple(out)


def _join_unit(draft: Draft, lexicon: Lexicon) -> None:
    """A unit on two lines stands at the end of two lines of the label, or behind a unit that is half a unit."""
    if not draft.values or not draft.label or (draft.unit is not None and not draft.unit.text.isalpha()):
        return
    last = [(i, p.text.split()[-1]) for i, p in enumerate(draft.label) if len(p.text.split()) > 1]
    if draft.unit is not None:
        half = (-1, draft.unit.text)
        pairs = [pair for other in last for pair in ((half, other), (other, half)) if pair[0][1][:1].isalpha()]
    else:
        pairs = [(a, b) for a, b in combinations(last, 2) if a[1][:1].isupper()]
    for (at, first), (below, second) in pairs:
        unit = wrapped_unit(first, second, lexicon)
        if unit is None:
            continue
        draft.unit = reworded(unit, draft.unit or draft.label[at])
        for index in {at, below} - {-1}:
            part = draft.label[index]
            draft.label[index] = part.part(0, len(part.text) - len(part.text.split()[-1]))
        return


def finish(draft: Draft, lexicon: Lexicon) -> None:
    """Tidy the label: wrecked words out, a label of the lists where the words that remain single one out."""
    _join_unit(draft, lexicon)
    if not draft.label:
        return
    whole = join_passages(draft.label)
    text = tidy_label(whole.text)
    if draft.values:
        text = complete_label(whole.text, lexicon) or correct_label(text, lexicon) or text
    draft.label = [reworded(text, whole)] if text != whole.text else [whole]
    if draft.section:
        draft.no = reworded("I", whole)
