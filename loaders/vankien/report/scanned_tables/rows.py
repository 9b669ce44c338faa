"""Rows of a scanned table as read from its lines → cells with repaired numbers → rows under their parents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, pairwise

from vankien.model import Cell, Lexicon, Passage, Piece, Repair, Row
from vankien.report.join import join_passages
from vankien.report.scanned_tables.bounds import range_around, with_least
from vankien.report.scanned_tables.empty import one_empty, term_empty, two_empty
from vankien.report.scanned_tables.gaps import bar_gaps, settled_gaps, splits_values
from vankien.report.scanned_tables.header_words import CHANGE
from vankien.report.scanned_tables.labels import complete_label, correct_label, tidy_label
from vankien.report.scanned_tables.repairs import (
    BY_COMPARISON,
    UNCERTAIN,
    Number,
    RowKind,
    repair_compared,
    repair_row,
)
from vankien.report.scanned_tables.torn import halves_of, joined_at_comma, told_above, torn_range
from vankien.report.scanned_tables.words import wrapped_unit
from vankien.report.tables.header import Column, header_to_columns
from vankien.report.tables.rows import Grid, blank_like, grid_to_rows, is_self_contained
from vankien.vietnamese import fold, parse_number


@dataclass
class Draft:
    """A row being read: its group number, label parts, unit, values, verdict; a section has `section` set, a unit
    whose ``năm`` is still to come `torn_year`."""

    anchor: Passage
    no: Passage | None = None
    label: list[Passage] = field(default_factory=list)
    unit: Passage | None = None
    values: list[Passage] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    verdict: Passage | None = None
    half: str = ""
    section: bool = False
    torn_year: bool = False
    dash: bool = False
    bare: bool = False
    """Nothing but a number, a dash or a unit stands before the values on their line."""
    lone_above: str = ""
    """The only word of the line above a row without a unit, as printed: it may open one."""
    first_lost: bool = False
    """A word that was a number, or a part of one, stands between the unit and the values."""
    line: str = ""
    """The line of the values as printed, with its bars."""
    lost: bool = False
    """Its lines print values that no row could be read from."""
    texts: list[Passage] = field(default_factory=list)
    """What stands behind the values and the verdict: the offices in charge."""
    gaps: list[int] | None = None
    """How many empty cells stand before each value and behind the last one, if the bars show all of them."""


def reworded(text: str, like: Passage) -> Passage:
    """Another text for the words of a passage, on the same places of the source: each line from its first word on.

    >>> like = Passage("tỷ lệ hộ nghèo", (Piece(0, 7, 100), Piece(6, 8, 110)))
    >>> reworded("- Tỷ lệ hộ nghèo", like).pieces
    (Piece(at=0, line=7, start=100), Piece(at=8, line=8, start=110))
    """
    first = like.pieces[0]
    pieces = [Piece(0, first.line, first.start)]
    for piece in like.pieces[1:]:
        word = like.text[piece.at :].split(maxsplit=1)[:1]
        at = text.find(f" {word[0]}", pieces[-1].at) + 1 if word else 0
        if at > pieces[-1].at:
            pieces.append(Piece(at, piece.line, piece.start))
    return Passage(text, tuple(pieces))


def _numbers(draft: Draft, header: Sequence[str], count: int) -> tuple[Number, ...] | None:
    """The values of a row in their columns; None when it is not certain which columns are empty."""
    columns = header_to_columns(("Chỉ tiêu", *header))[1:]
    kinds = [c.kind for c in columns]
    kind = _row_kind(draft, columns)
    if header[-1].startswith("Cả giai đoạn") and len(draft.printed) == count - 1 and draft.gaps is None:
        draft.gaps = term_empty(draft.printed)
    printed = _placed(draft, [p.rstrip(".,;:'’") or p for p in draft.printed], kinds, count, kind)
    if printed is None:
        return None
    at = kinds.index("compare") if "compare" in kinds and CHANGE not in header else 0
    if at < 2 or at >= count:
        return with_least(repair_row(printed, kind), kinds)
    numbers = _compared(printed, at) or repair_row(printed, kind)
    return (*numbers[: at + 1], *(_of_order(n, numbers[at - 1]) for n in numbers[at + 1 :]))


def _compared(printed: Sequence[str], at: int) -> tuple[Number, ...] | None:
    """The values with the commas that a printed comparison (at index `at`) shows to be lost; None if it shows none."""
    three = list(printed[at - 2 : at + 1])
    read = repair_compared(*three) if three[-1] != "-" else None
    if not read or list(read) == three:
        return None
    fixed = [Number(t, Repair(p, BY_COMPARISON) if t != p else None) for t, p in zip(read, three, strict=True)]
    return (*map(Number, printed[: at - 2]), *fixed, *map(Number, printed[at + 1 :]))


def _of_order(later: Number, result: Number) -> Number:
    """What is set for later, if it is within a hundred times what was reached; else it is uncertain."""
    a, b = (parse_number(n.text.lstrip("<>≥≤~")) for n in (result, later))
    wild = a and b and not Decimal("0.01") <= abs(a / b) <= 100
    wild = wild or (a and not b and later.text.startswith(">"))  # ">0" behind 85 has lost a digit
    return Number("", Repair(later.text, UNCERTAIN)) if wild and later.repair is None else later


def _placed(draft: Draft, printed: list[str], kinds: Sequence[str], count: int, kind: RowKind) -> list[str] | None:
    """The printed values with a dash for every empty column; None when it is not certain which are empty."""
    missing = count - len(printed)
    if missing < 0 and (halves := halves_of(draft.printed)) and len(halves) == -missing:
        return _joined(draft, printed, halves)
    if missing < 0 and (at := torn_range(printed, -missing)) is not None:
        del draft.values[at + 1 : at + 1 - missing]
        return [*printed[:at], f"{printed[at]}-{printed[at - missing].lstrip('-–')}", *printed[at + 1 - missing :]]
    if missing == -1:
        return _grouped(draft, printed)
    if missing == 0 and "compare" in kinds and (whole := joined_at_comma(printed, kinds.index("compare"))):
        draft.values[-1] = draft.anchor
        return [*whole, "-"]
    if missing <= 0:
        return printed if not missing else None
    empty: Sequence[int] | None = None
    if draft.gaps is not None:
        empty = _empty_of(draft.gaps)
    elif "compare" in kinds and missing == 1:
        empty = one_empty(printed, kinds.index("compare"), count)
    elif list(kinds) == _COMPARED and missing == 2:
        if printed[0] == printed[1]:  # whichever of them is the target, the other one is the result
            draft.values = [draft.anchor, draft.values[1], draft.anchor, draft.anchor]
            return ["-", printed[1], "-", "-"]
        empty = two_empty(printed, kind)
    elif "compare" not in kinds and draft.verdict is not None and draft.verdict.text == "Không đánh giá":
        empty = range(len(printed), count)
    if empty is None:
        return None
    filled = list(printed)
    for at in empty:
        filled.insert(at, "-")
        draft.values.insert(at, draft.anchor)
    return filled


def _empty_of(gaps: Sequence[int]) -> list[int]:
    """The columns that are empty, in order.

    >>> _empty_of([1, 2, 0, 0])
    [0, 2, 3]
    """
    empty: list[int] = []
    for at, gap in enumerate(gaps):
        start = at + len(empty)
        empty += range(start, start + gap)
    return empty


def _read_gaps(drafts: Sequence[Draft], count: int) -> None:
    """Find the empty cells of the rows that lack values, as far as their bars show them."""
    shown = [(d, bar_gaps(d.line, d.printed)) for d in drafts if d.values]
    led = any(gaps[0] for d, gaps in shown if gaps and len(d.values) == count)
    splits = any(splits_values(d.line, d.printed) for d, _ in shown)
    for draft, gaps in shown:
        missing = count - len(draft.values)
        if missing == 1 and splits and draft.verdict is not None and not splits_values(draft.line, draft.printed):
            _take_last(draft)
        elif gaps and missing > 0:
            out = splits and draft.verdict is None
            draft.gaps = settled_gaps(gaps, missing, led=led, verdict_out=out)


def _take_last(draft: Draft) -> None:
    """The last value of a row whose verdict stands behind all others, where other rows print one behind their verdicts: it
    is the range on the lines around, or none."""
    around = range_around(draft.label)
    if around is None:
        draft.gaps = [0] * len(draft.values) + [1]
        return
    text, place, draft.label = around
    draft.values.append(place)
    draft.printed.append(text)


def _joined(draft: Draft, printed: Sequence[str], halves: Sequence[int]) -> list[str]:
    """The values with the decimals put back behind their commas; the halves account for all values too many."""
    for at in reversed(halves):
        del draft.values[at + 1]
    parts = [f"{t},{printed[i + 1]}" if i in halves else t for i, t in enumerate(printed)]
    return [t for i, t in enumerate(parts) if i - 1 not in halves]


def _grouped(draft: Draft, printed: Sequence[str]) -> list[str] | None:
    """One value too many, because a number is printed with a blank (``2 500``): only where one pair can be meant."""
    pairs = [
        i
        for i, (a, b) in enumerate(pairwise(printed))
        if re.fullmatch(r"[1-9]\d{0,2}", a) and re.fullmatch(r"\d{3}", b)
    ]
    if len(pairs) != 1:
        return None
    at = pairs[0]
    del draft.values[at + 1]
    return [*printed[:at], printed[at] + printed[at + 1], *printed[at + 2 :]]


_COMPARED = ["target", "result", "compare", "target"]


def _row_kind(draft: Draft, columns: Sequence[Column]) -> RowKind:
    label = fold(join_passages(draft.label).text) if draft.label else ""
    growth = bool(re.search(r"\b(?:tang|giam|toc do)\b", label))
    share = draft.unit is not None and draft.unit.text.startswith("%") and not growth
    results = [i for i, c in enumerate(columns) if c.kind == "result"]
    years = tuple(i for i in results if re.fullmatch(r"\d{4}", columns[i].period or ""))
    whole = next((i for i in results if i not in years), None)
    return RowKind(share, growth, years, whole)


def draft_to_cells(
    draft: Draft, header: Sequence[str], count: int, verdicts: bool, decimals: Mapping[str, str], texts: int = 0
) -> list[Cell]:
    """The cells of a row: number, label, unit, values, verdict, as many `texts` as the table has columns of them; `decimals`
    are the numbers of the text by their digits."""
    blank = Cell(blank_like(draft.anchor))
    label = join_passages(draft.label) if draft.label else blank_like(draft.anchor)
    cells = [Cell(draft.no) if draft.no else blank, Cell(label), Cell(draft.unit) if draft.unit else blank]
    numbers = _numbers(draft, header, count) if draft.values else None
    if numbers is None:
        lost = Repair(" ".join(draft.printed), UNCERTAIN) if draft.printed else None
        cells += [Cell(blank_like(draft.anchor), lost if i == 0 else None) for i in range(count)]
    else:
        cells += [_number_cell(told_above(n, decimals), i, draft) for i, n in enumerate(numbers)]
    cells += [Cell(draft.verdict) if draft.verdict else blank] if verdicts else []
    return [*cells, *(map(Cell, draft.texts) if draft.texts else [blank] * texts)]


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


def _without_signs(part: Passage) -> Passage:
    """A line of a label without the lone signs that rulings and specks leave at its end."""
    signs = re.search(r"(?:\s+[^\w\s%()]+)+$", part.text)
    return part.part(0, signs.start()) if signs else part


def _join_unit(draft: Draft, lexicon: Lexicon) -> None:
    """A unit on two lines stands at the end of two lines of the label, or behind a unit that is half a unit."""
    if not draft.values or not draft.label or (draft.unit is not None and not draft.unit.text.isalpha()):
        return
    draft.label = [_without_signs(p) for p in draft.label]
    last = [(i, p.text.split()[-1]) for i, p in enumerate(draft.label) if len(p.text.split()) > 1]
    if draft.unit is not None:
        half = (-1, draft.unit.text)
        pairs = [pair for other in last for pair in ((half, other), (other, half)) if pair[0][1][:1].isalpha()]
    else:
        pairs = [(a, b) for a, b in combinations(last, 2) if a[1][:1].isupper()]
        pairs = [*pairs, *((b, a) for a, b in pairs if b[1].endswith("/"))]
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


def kept_rows(drafts: Sequence[Draft], grid: Sequence[Sequence[Cell]]) -> Iterator[bool]:
    """Whether each row is one of the table: not if its values stand nowhere for certain, since a row without values is a
    head; it is kept as one where dashes open the rows below it."""
    for draft, cells, below in zip(drafts, grid, [*drafts[1:], None], strict=True):
        empty = not any(c.text for c in cells[3:])
        yield not (draft.values and empty) or (below is not None and _is_dashed(below))


def _take_numbers(drafts: Sequence[Draft], count: int) -> None:
    """The number of a row that stands before its values, where the label stands on the lines around it ("4 3.000 2.486"):
    one value too many, and the number that is next."""
    last = 0
    for draft in drafts:
        first = draft.printed[0] if draft.printed else ""
        before_bars = len(draft.printed) == count and re.match(r"\d+\s*\|\s*\|", draft.line)
        if (
            draft.no is None
            and draft.bare
            and (len(draft.printed) == count + 1 or before_bars)
            and first.isdigit()
            and last < int(first) <= last + 3
        ):
            draft.no, draft.values, draft.printed = draft.values[0], draft.values[1:], draft.printed[1:]
        last = int(draft.no.text) if draft.no is not None and draft.no.text.isdigit() else last


def _is_dashed(draft: Draft) -> bool:
    return draft.dash or bool(draft.label and re.match(r"[-–_]\s", draft.label[0].text))


def _has_parts(drafts: Sequence[Draft], at: int) -> bool:
    """Do two dashed rows and more stand between a numbered row with values and the next number?"""
    below = drafts[at + 1 :]
    size = next((i for i, d in enumerate(below) if not _is_dashed(d)), len(below))
    numbers = [d.no.text if d.no is not None else "" for d in (drafts[at], *below[size : size + 1])]
    return size > 1 and len(numbers) > 1 and all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1


def finish_rows(drafts: Sequence[Draft], count: int, lexicon: Lexicon) -> None:
    """Number the rows of `count` values and tidy their labels; a dash in front of a label, in scans a speck as often as a
    sign, is kept for the parts below a row that only its verdict fills ("Cơ cấu kinh tế ... Không đạt"), and below a
    numbered row without values ("7 | Diện tích rừng") where they need it to be understood."""
    _take_numbers(drafts, count)
    _read_gaps(drafts, count)
    head = ""
    for at, draft in enumerate(drafts):
        dashed = _is_dashed(draft)
        numbered = draft.no is not None and not draft.section
        opened = "verdict" if draft.verdict is not None else "number" if numbered else ""
        if draft.values:
            opened = "whole" if not dashed and _has_parts(drafts, at) else ""
        head = head if head and dashed else opened
        finish(draft, lexicon)
        if not (head and dashed and draft.values and draft.label) or (head == "whole" and numbered):
            continue
        if head == "verdict" or not is_self_contained(draft.label[0].text):
            draft.label = [reworded(f"- {draft.label[0].text}", draft.label[0])]
