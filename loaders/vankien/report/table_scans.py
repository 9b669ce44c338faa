"""Tables of scans that an English OCR engine read: bars for rulings, shredded headers, labels torn around their values.

Thực hiện Nghị quyết Đại hội       a header in shreds, again on every page
2021 2022 2023 2024 2025
Tỷ lệ dân số nông thôn được % 93,0 87,0 88,5 90,0 | Đạt
sử dụng nước hợp vệ sinh           the label goes on below its values
Không                              half a verdict, above its row
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Cell, Lexicon, Passage, Piece, Repair, Row, Table
from vankien.report.join import join_passages
from vankien.report.pages import BodyLine
from vankien.report.repairs import BY_COMPARISON, UNCERTAIN, Number, RowKind, compares, repair_compared, repair_row
from vankien.report.scan_headers import header_lines, header_to_names
from vankien.report.scan_labels import complete_label, correct_label, tidy_label
from vankien.report.scan_words import (
    Atom,
    Tail,
    atoms_to_tail,
    atoms_to_verdict,
    is_assessed,
    is_not,
    is_overlay,
    line_to_atoms,
    unit_before,
)
from vankien.report.table_header import header_to_columns
from vankien.report.table_rows import Grid, blank_like, grid_to_rows, title_above
from vankien.vietnamese import fold

_MAX_TEXT = 9
_END = re.compile(r"(?:ghi chu ?:|phu luc\b|noi nhan\b|nguon\b)")
_GROUP = re.compile(r"(\d{1,2})\s*[|.)]?\s+(?=[^\W\d_])")
_SECTION = re.compile(r"(?:(?P<no>[IVXil1]{1,4}|[A-H])\s*[|.)]?\s+)?(?=(?:(?i:các\s+)?[Cc]hỉ tiêu)\b)")
_OPEN = re.compile(r"(?:,|\b(?:của|và|về|với|cho|tại|theo|trong|đến|được|các|thể|có|hoặc|trên))$")


@dataclass
class _Draft:
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


@dataclass
class _Walk:
    """The rows read so far, the open label, and the text lines since the last row with values."""

    lexicon: Lexicon
    rows: list[_Draft] = field(default_factory=list)
    open: _Draft | None = None
    not_above: bool = False

    def flush(self) -> None:
        """Close the open label: it heads the rows below."""
        if self.open is not None and (self.open.label or self.open.no):
            self.rows.append(self.open)
        self.open = None


def _reworded(text: str, like: Passage) -> Passage:
    """Another text for the words of a passage, on the same place of the source."""
    piece = like.pieces[0]
    return Passage(text, (Piece(0, piece.line, piece.start),))


def _slice(line: BodyLine, atoms: Sequence[Atom]) -> Passage | None:
    return line.passage.part(atoms[0].start, atoms[-1].end) if atoms else None


# --- lines without values -------------------------------------------------------------------------


def _cut_verdict(walk: _Walk, line: BodyLine, atoms: list[Atom]) -> list[Atom]:
    """Take the half of a verdict that closes a line of text; the words that remain."""
    words = [a for a in atoms if any(c.isalnum() for c in a.printed)]
    last = walk.rows[-1] if walk.rows else None
    if len(words) >= 1 and is_not(words[-1:]):
        walk.not_above = True
        return atoms[: atoms.index(words[-1])]
    if len(words) >= 2 and is_assessed(words[-2:]) and last is not None and last.values and last.half == "not":
        at = line.passage.part(words[-2].start, words[-1].end)
        last.verdict, last.half = _reworded("Không đánh giá", at), ""
        return atoms[: atoms.index(words[-2])]
    return atoms


def _take_text(walk: _Walk, line: BodyLine) -> None:
    """A line without values: a section, a group's number, a part of the next label, or the end of the label above."""
    atoms = _cut_verdict(walk, line, line_to_atoms(line))
    part = _slice(line, atoms)
    last = walk.rows[-1] if walk.rows else None
    above = walk.open.label if walk.open else last.label if last else []
    if part is None or is_overlay(part.text.split(), join_passages(above).text if above else ""):
        return
    section = _SECTION.match(part.text)
    if section and not _GROUP.match(part.text):
        walk.flush()
        walk.open = _Draft(part, label=[part.part(section.end(), len(part.text))], section=True)
        return
    group = _GROUP.match(part.text)
    if group:
        part, number = part.part(group.end(), len(part.text)), part.part(*group.span(1))
        if walk.open is None and part.text[:1].isupper():
            walk.open = _Draft(part)
        if walk.open is not None:
            walk.open.no = number
    carries_on = part.text[:1].islower() or part.text[:1] in "(,;/"
    if walk.open is not None and walk.open.label and not carries_on and not _OPEN.search(walk.open.label[-1].text):
        walk.flush()
    if walk.open is not None:
        walk.open.label.append(part)
    elif carries_on and last is not None and last.values:
        last.label.append(part)
    else:
        walk.open = _Draft(part, label=[part])


# --- lines with values ----------------------------------------------------------------------------


def _take_verdict(walk: _Walk, draft: _Draft, line: BodyLine, tail: Tail) -> None:
    words = tail.words
    at = line.passage.part(words[0].start, words[-1].end) if words else draft.anchor
    if words and is_not(words):
        draft.half = "not"
    elif words and is_assessed(words) and walk.not_above:
        draft.verdict = _reworded("Không đánh giá", at)
    elif words:
        verdict = atoms_to_verdict(words, walk.lexicon)
        draft.verdict = _reworded(verdict, at) if verdict else None
    elif walk.not_above:
        draft.half = "not"
    walk.not_above = False


def _take_row(walk: _Walk, line: BodyLine, atoms: list[Atom], tail: Tail) -> None:
    """A line with values closes the open label and makes a row."""
    before = [a for a in atoms if a.end <= tail.start]
    found = unit_before(before, walk.lexicon)
    if found:
        unit, size = found
        words, before = before[-size:], before[:-size]
    part = _slice(line, before)
    if part is not None and (group := _GROUP.match(part.text)):
        number, part = part.part(*group.span(1)), part.part(group.end(), len(part.text))
    else:
        number = None
    starts = (part is not None and part.text[:1].isupper()) or (part is not None and part.text[:1] == "+")
    above = walk.open
    if above is not None and (above.section or (starts and not (above.label and _OPEN.search(above.label[-1].text)))):
        walk.flush()
    draft = walk.open or _Draft(line.passage)
    walk.open = None
    draft.anchor = line.passage.part(tail.start, len(line.passage.text))
    draft.no = number or draft.no
    if part is not None and part.text:
        draft.label.append(part)
    if found:
        draft.unit = _reworded(unit, line.passage.part(words[0].start, words[-1].end))
    draft.values = [line.passage.part(a.start, a.end) for a in tail.values]
    draft.printed = [a.printed for a in tail.values]
    _take_verdict(walk, draft, line, tail)
    walk.rows.append(draft)


def _is_row(atoms: Sequence[Atom], tail: Tail | None, lexicon: Lexicon) -> bool:
    """A unit and two values, or three values and more."""
    if tail is None:
        return False
    return len(tail.values) >= 3 or unit_before([a for a in atoms if a.end <= tail.start], lexicon) is not None


def _take_lone_verdict(walk: _Walk, line: BodyLine, atoms: list[Atom]) -> bool:
    """A label without values and with a verdict ("Cơ cấu kinh tế ... Không đạt"): the verdict holds for its parts."""
    for size in (2, 1):
        words, front = atoms[-size:], atoms[:-size]
        if len(front) < 2 or line.printed[:1].islower() or is_not(words):
            continue
        gap = line.printed.find(words[0].printed)
        verdict = atoms_to_verdict(words, walk.lexicon)
        if verdict and gap > 0 and (size == 2 and verdict != "Đạt") and words[0].printed[:1].isupper():
            walk.flush()
            part = _slice(line, front)
            if part is None:
                return False
            at = line.passage.part(words[0].start, words[-1].end)
            walk.rows.append(_Draft(part, label=[part], verdict=_reworded(verdict, at)))
            return True
    return False


def _walk_lines(lines: Sequence[BodyLine], start: int, walk: _Walk, blocks: list[Sequence[BodyLine]]) -> int:
    """Read rows from index `start` on; returns the index behind the last line of the table."""
    at = end = start
    since = 0
    while at < len(lines) and since <= _MAX_TEXT:
        line = lines[at]
        if not line.printed or _END.match(fold(line.text)):
            break
        size = header_lines(lines, at)
        if size:
            blocks.append(lines[at : at + size])
            at += size
            continue
        atoms = line_to_atoms(line)
        tail = atoms_to_tail(atoms)
        if tail is not None and _is_row(atoms, tail, walk.lexicon):
            _take_row(walk, line, atoms, tail)
            since, end = 0, at + 1
        elif not _take_lone_verdict(walk, line, atoms):
            rows = len(walk.rows)
            _take_text(walk, line)
            since += 1
            if walk.open is None and len(walk.rows) == rows:
                end = at + 1
        at += 1
    walk.open = None
    return end


# --- rows to table --------------------------------------------------------------------------------


def _numbers(draft: _Draft, header: Sequence[str], count: int) -> tuple[Number, ...] | None:
    """The values of a row in their columns; None when it is not certain which columns are empty."""
    printed = [p.rstrip(".,;:'’") or p for p in draft.printed]
    columns = header_to_columns(("Chỉ tiêu", *header))[1:]
    kinds = [c.kind for c in columns]
    if len(printed) < count:
        assessed = draft.verdict is not None and draft.verdict.text != "Không đánh giá"
        if "compare" in kinds and len(printed) == count - 1:
            at = kinds.index("compare")
            if not compares(*printed[at - 2 : at], printed[at] if at < len(printed) else ""):
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
            return tuple([*map(Number, printed[: at - 2]), *fixed, *map(Number, printed[at + 1 :])])
    return repair_row(printed, _row_kind(draft, columns))


def _row_kind(draft: _Draft, columns: Sequence[object]) -> RowKind:
    label = fold(join_passages(draft.label).text) if draft.label else ""
    growth = bool(re.search(r"\b(?:tang|giam|toc do)\b", label))
    share = draft.unit is not None and draft.unit.text.startswith("%") and not growth
    results = [i for i, c in enumerate(columns) if getattr(c, "kind", "") == "result"]
    years = tuple(i for i in results if re.fullmatch(r"\d{4}", getattr(columns[i], "period", None) or ""))
    whole = next((i for i in results if i not in years), None)
    return RowKind(share, growth, years, whole)


def _cells(draft: _Draft, header: Sequence[str], count: int, lexicon: Lexicon, verdicts: bool) -> list[Cell]:
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


def _number_cell(number: Number, index: int, draft: _Draft) -> Cell:
    """The cell of a value; its passage leads to what is printed."""
    if index >= len(draft.values):
        return Cell(blank_like(draft.anchor))
    place = draft.values[index]
    if number.text in ("", "-"):
        return Cell(blank_like(place), number.repair)
    return Cell(_reworded(number.text, place), number.repair)


def _to_rows(grid: list[list[Cell]], header: tuple[str, ...]) -> tuple[Row, ...]:
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


def read_scan(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table of a restored scan whose header starts at index `start`, and the index behind it; None for typed text,
    and where no header can be read that fits the values of at least three rows."""
    size = header_lines(lines, start) if lines[start].printed else 0
    if not size:
        return None
    blocks: list[Sequence[BodyLine]] = [lines[start : start + size]]
    walk = _Walk(lexicon)
    end = _walk_lines(lines, start + size, walk, blocks)
    counts = Counter(len(r.values) for r in walk.rows if r.values)
    if sum(counts.values()) < 3:
        return None
    title = title_above(lines, start)
    ranked = sorted(counts, key=lambda n: (-counts[n], -n))
    header, count = next(((h, n) for n in ranked if (h := header_to_names(blocks, n, title))), (None, 0))
    if header is None:
        return None
    verdicts = any(r.verdict for r in walk.rows)
    names = ("TT", "Chỉ tiêu", "Đơn vị tính", *header, *(["Đánh giá"] if verdicts else []))
    for draft in walk.rows:
        _finish(draft, lexicon)
    grid = [_cells(d, header, count, lexicon, verdicts) for d in walk.rows if d.label]
    rows = _to_rows(grid, names)
    return (Table(title, names, rows, lines[start].number, lines[end - 1].number), end) if rows else None


def _finish(draft: _Draft, lexicon: Lexicon) -> None:
    """Tidy the label: wrecked words out, a label of the lists where the words that remain single one out."""
    if not draft.label:
        return
    whole = join_passages(draft.label)
    text = tidy_label(whole.text)
    if draft.values:
        text = complete_label(whole.text, lexicon) or correct_label(text, lexicon) or text
    draft.label = [_reworded(text, whole)] if text != whole.text else [whole]
    if draft.section:
        draft.no = _reworded("I", whole)
