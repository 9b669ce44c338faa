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
from dataclasses import dataclass, field, replace

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.bound_words import with_bounds
from vankien.report.scanned_tables.column_years import has_one_target
from vankien.report.scanned_tables.columns import rows_to_names, verdict_header
from vankien.report.scanned_tables.header_words import CHANGE, header_words_of
from vankien.report.scanned_tables.headers import header_lines
from vankien.report.scanned_tables.label_units import take_label_units
from vankien.report.scanned_tables.lost import leave_lost, unit_behind_wreck
from vankien.report.scanned_tables.numbers import cut_number
from vankien.report.scanned_tables.row_cues import GROUP, closes_label, is_numbered_row, is_row, prints_values
from vankien.report.scanned_tables.rows import Draft, reworded
from vankien.report.scanned_tables.shapes import Shape, drafts_to_table
from vankien.report.scanned_tables.words import (
    Atom,
    Tail,
    atoms_to_tail,
    atoms_to_verdict,
    first_verdict,
    is_assessed,
    is_not,
    is_not_yet,
    is_overlay,
    is_wreck,
    line_to_atoms,
    lone_unit,
    numeral_of,
    torn_unit,
    unit_before,
    unit_top,
    verdict_last,
)
from vankien.report.tables.rows import title_above
from vankien.vietnamese import fold

_MAX_TEXT, _FEW = 9, 3
_END = re.compile(r"(?:ghi chu ?:|phu luc\b|noi nhan\b|nguon\b)")
_MANGLED_SECTION = re.compile(r"\W{0,2}[Il]?[VXY][IlVX]{0,3}\W{0,2}\s?\|\s(?=[^\W\d_])")
"""The Roman number of a section, in a cell of its own, also where a stroke was read as a sign (``\\Y) |`` for ``IV``)."""
_ALONE = re.compile(r"\W*([1-9lI][\dlIO]?)")
"""The number of a row and nothing else before its values, also with letters for its digits (``1I``)."""
_AS_DIGITS = str.maketrans("lIO", "110")
_SECTION = re.compile(r"(?:(?P<no>[IVXil1]{1,4}|[A-H])\s*[|.)]?\s+)?(?=(?:(?i:các\s+|nhóm\s+)?[Cc]hỉ tiêu)\b)")
_BIT = re.compile(r"([aeo])\1")
"""Two vowels alike, which no Vietnamese word has: a bit of a cell whose words are lost (``Ree``)."""
_CLOSES = re.compile(r"\(|[^()]*\)")
"""What goes on a label though it opens with a capital or a wreck: a bracket, or the end of one (``USD) 820``)."""
_OPEN = re.compile(r"(?:,|\b(?:của|và|về|với|cho|tại|theo|trong|đến|được|các|thể|có|hoặc|trên))$")


@dataclass
class _Walk:
    """The rows read so far, the open label, and the text lines since the last row with values."""

    lexicon: Lexicon
    rows: list[Draft] = field(default_factory=list)
    open: Draft | None = None
    not_above: bool = False
    not_yet: bool = False
    word_above: Atom | None = None
    word_apart: bool = False
    lone_above: str = ""
    unitless: bool = False
    """No column of the table holds units."""
    single: bool = False
    """One column of the table holds values: a row has one, behind its unit."""

    def flush(self) -> None:
        """Close the open label: it heads the rows below."""
        if self.open is not None and (self.open.label or self.open.no) and not self.open.lost:
            self.rows.append(self.open)
        self.open = None


def _slice(line: BodyLine, atoms: Sequence[Atom]) -> Passage | None:
    return line.passage.part(atoms[0].start, atoms[-1].end) if atoms else None


# --- lines without values -------------------------------------------------------------------------


def _cut_verdict(walk: _Walk, line: BodyLine, atoms: list[Atom]) -> list[Atom]:
    """Take the half of a verdict that closes a line of text; the words that remain."""
    words = [a for a in atoms if any(c.isalnum() for c in a.printed)]
    last = walk.rows[-1] if walk.rows else None
    if len(words) >= 1 and (is_not(words[-1:]) or is_not_yet(words[-1:])):
        walk.not_above, walk.not_yet = True, is_not_yet(words[-1:])
        return atoms[: atoms.index(words[-1])]
    if len(words) >= 2 and is_assessed(words[-2:]) and last is not None and last.values and last.half == "not":
        at = line.passage.part(words[-2].start, words[-1].end)
        last.verdict, last.half = reworded("Không đánh giá", at), ""
        return atoms[: atoms.index(words[-2])]
    return atoms


def _take_text(walk: _Walk, line: BodyLine) -> None:
    """A line without values: a section, a group's number, a part of the next label, or the end of the label above."""
    atoms = _cut_verdict(walk, line, line_to_atoms(line))
    words = [a for a in atoms if any(c.isalnum() for c in a.printed)]
    if len(words) == 1 and _close_unit(walk, line, words[0]):
        walk.word_above = None
        return
    walk.lone_above = words[0].read if len(words) == 1 else ""
    last = walk.rows[-1] if walk.rows else None
    top = unit_top(words, walk.lexicon)
    walk.word_above = words[top] if top is not None else words[-1] if words else None
    walk.word_apart = top is not None and not any(len(a.key) > 2 and not _BIT.search(a.key) for a in words[:top])
    if walk.word_apart and top is not None:
        walk.lone_above = words[top].read
        return  # "9 ’ Nghìn": the first line of a unit, and bits of rulings
    if top is not None:
        atoms = atoms[: atoms.index(words[top]) + 1]
    if last is not None and last.torn_year and [a.key for a in words] == ["nam"]:
        return  # the last line of a unit: "Lao / động/ / năm"
    part = _slice(line, atoms)
    if top is not None and part is not None:
        part, walk.word_above = _spelled(part, words[top], walk.lexicon)
    above = walk.open.label if walk.open else last.label if last else []
    if part is None or is_overlay(part.text.split(), join_passages(above).text if above else ""):
        walk.word_apart = True
        return
    section = _section_name(part, line, atoms)
    if section is not None:
        walk.flush()
        walk.open = Draft(part, label=[section], section=True)
        return
    part, number = cut_number(part, line)
    if number is not None:
        if walk.open is not None and walk.open.section:
            walk.flush()
        if walk.open is None and part.text[:1].isupper():
            walk.open = Draft(part)
        if walk.open is not None:
            walk.open.no = number
    carries_on = part.text[:1].islower() or part.text[:1] in "(,;/"
    if walk.open is not None and walk.open.label and not carries_on and not _OPEN.search(walk.open.label[-1].text):
        walk.flush()
    if walk.open is not None:
        walk.open.label.append(part)
    elif carries_on and last is not None and last.values:
        last.label.append(part)
        last.no = last.no or (number if last.bare else None)
    else:
        walk.open = Draft(part, label=[part])


def _section_name(part: Passage, line: BodyLine, atoms: Sequence[Atom]) -> Passage | None:
    """The name of a section without its number, if a line opens one ("A | Chỉ tiêu ...", "IV | Xây dựng Đảng")."""
    section = _SECTION.match(part.text)
    if section and not GROUP.match(part.text):
        return part.part(section.end(), len(part.text))
    numbered = _MANGLED_SECTION.match(line.printed)
    return _slice(line, atoms[1:]) if numbered and line.printed[numbered.end()].isupper() else None


def _spelled(part: Passage, word: Atom, lexicon: Lexicon) -> tuple[Passage, Atom]:
    """A line whose last word is the numeral of a unit ("... trên địa Tỷ"), and that word, whatever it was read as."""
    numeral = numeral_of(word.printed, lexicon) or word.read
    if not part.text.endswith(word.read):
        return part, word
    return Passage(part.text.removesuffix(word.read) + numeral, part.pieces), replace(word, read=numeral)


def _close_unit(walk: _Walk, line: BodyLine, word: Atom) -> bool:
    """Give the row above its unit, if this word and the one alone above that row make one ("Đảng" / ... / "viên")."""
    last = walk.rows[-1] if walk.rows and walk.open is None else None
    if last is None or last.unit is not None or not last.values or not last.lone_above:
        return False
    unit = lone_unit(last.lone_above, word.read, walk.lexicon)
    if unit is None:
        return False
    if last.label and last.label[0].text == last.lone_above:
        del last.label[0]
    last.unit = reworded(unit, line.passage.part(word.start, word.end))
    return True


# --- lines with values ----------------------------------------------------------------------------


def _take_verdict(walk: _Walk, draft: Draft, line: BodyLine, tail: Tail) -> None:
    words = tail.words
    at = line.passage.part(words[0].start, words[-1].end) if words else draft.anchor
    if words and is_not(words):
        draft.half = "not"
    elif words and is_assessed(words) and walk.not_above:
        draft.verdict = reworded("Không đánh giá", at)
    elif words:
        verdict = atoms_to_verdict(words, walk.lexicon) or first_verdict(words, walk.lexicon)
        if walk.not_above and verdict == "Đạt":
            verdict = "Chưa đạt" if walk.not_yet else "Không đạt"
        draft.verdict = reworded(verdict, at) if verdict else None
    elif walk.not_above:
        draft.half = "not"
    walk.not_above = False


def _take_row(walk: _Walk, line: BodyLine, atoms: list[Atom], tail: Tail) -> None:
    """A line with values closes the open label and makes a row."""
    before = [a for a in atoms if a.end <= tail.start]
    whole = unit_before(before, walk.lexicon)
    torn = _torn_unit(walk, before) if whole is None or whole[1] == 1 else None
    found = torn or whole
    lost = unit_behind_wreck(before, walk.lexicon) if found is None else None
    if found or lost:
        unit, size = found or lost or ("", 0)
        words, before = before[len(before) - size :][: size - bool(lost)], before[:-size]
    elif tail.values[0].printed in _RINGED and len(tail.values) > (
        1 if walk.single else 2
    ):  # a percent sign that lost its slash
        found, words = ("%", 1), list(tail.values[:1])
        unit, tail = "%", replace(tail, values=tail.values[1:], start=tail.values[1].start)
    part = _slice(line, before)
    number, dash = None, False
    if part is not None:
        part, number = cut_number(part, line)
        dash = re.match(r"[-–_](?:\s|$)", part.text) is not None
        part = part.part(1 + (len(part.text) > 1), len(part.text)) if dash else part
    if part is not None and (alone := _ALONE.fullmatch(part.text)):  # the label stands on the lines around
        number, part = reworded(alone[1].translate(_AS_DIGITS), part), None
    words_of = part.text.split() if part else []
    starts = bool(words_of) and (words_of[0][0].isupper() or words_of[0][0] == "+" or is_wreck(words_of[0]))
    starts = starts and not _CLOSES.match(part.text if part else "")
    above = walk.open
    if above is not None and (above.section or (starts and not (above.label and _OPEN.search(above.label[-1].text)))):
        walk.flush()
    draft = walk.open or Draft(line.passage)
    walk.open = None
    draft.anchor = line.passage.part(tail.start, len(line.passage.text))
    draft.no = number or draft.no
    draft.first_lost = lost is not None
    draft.dash, draft.bare = dash, not (part and part.text)
    found = found or lost
    draft.lone_above, walk.lone_above = "" if found else walk.lone_above, ""
    if part is not None and part.text:
        draft.label.append(part)
    if found:
        draft.unit = reworded(unit, line.passage.part(words[0].start, words[-1].end))
    draft.values = [line.passage.part(a.start, a.end) for a in tail.values]
    draft.printed = [a.printed for a in tail.values]
    draft.line = line.text
    draft.torn_year = bool(torn and torn[0].endswith("/năm"))
    _take_verdict(walk, draft, line, tail)
    walk.rows.append(draft)


def _torn_unit(walk: _Walk, before: Sequence[Atom]) -> tuple[str, int] | None:
    """A unit whose first word closes the line above (``Triệu`` / ``đồng``); that word leaves the open label."""
    above, label = walk.word_above, walk.open.label if walk.open and not walk.word_apart else []
    unit = torn_unit(above, before, walk.lexicon) if above is not None else None
    printed = label[-1].text.rstrip(" \\|'’.,-") if label else ""
    if above is None or unit is None or (label and not printed.endswith(above.read)):
        return None
    if label:
        label[-1] = label[-1].part(0, len(printed) - len(above.read))
    return unit


def _is_row(walk: _Walk, line: BodyLine, atoms: Sequence[Atom], tail: Tail) -> bool:
    """Does a line hold the values of a row, by itself or below the words of its label?"""
    before = [a for a in atoms if a.end <= tail.start]
    if walk.single:
        torn = walk.word_above is not None and torn_unit(walk.word_above, before, walk.lexicon)
        ring = len(tail.values) == 2 and tail.values[0].printed in _RINGED
        unit = unit_before(before, walk.lexicon) is not None or bool(torn)
        if ring or len(tail.values) == 1:
            return ring or (unit and len(before) > 1)
    return (
        is_row(before, tail, walk.word_above, walk.lexicon, unitless=walk.unitless)
        or is_numbered_row(line.text, before, tail)
        or (walk.open is not None and bool(walk.open.label) and closes_label(line.printed, before, tail, walk.lexicon))
    )


_RINGED = ("0", "0%")
"""What a percent sign is read as that lost its slash, or whose first ring was read once more."""
_PART = re.compile(r"[-–+_]\s")


def _take_lone_verdict(walk: _Walk, line: BodyLine, atoms: list[Atom], below: str) -> bool:
    """A label without values and with a verdict ("Cơ cấu kinh tế ... Không đạt"): the verdict holds for its parts. One
    word can close a label too, and is a verdict where the label is numbered and the line below opens with a part."""
    for size in (2, 1):
        words, front = atoms[-size:], atoms[:-size]
        if len(front) < 2 or line.printed[:1].islower() or is_not(words):
            continue
        gap = line.printed.find(words[0].printed)
        verdict = atoms_to_verdict(words, walk.lexicon)
        parted = bool(GROUP.match(line.text) and _PART.match(below))
        sure = (size == 2 and verdict != "Đạt") or (size == 1 and parted)
        if verdict and gap > 0 and sure and words[0].printed[:1].isupper():
            walk.flush()
            part = _slice(line, front)
            if part is None:
                return False
            group = GROUP.match(part.text)
            number = part.part(*group.span(1)) if group else None
            part = part.part(group.end(), len(part.text)) if group else part
            at = line.passage.part(words[0].start, words[-1].end)
            walk.rows.append(Draft(part, number, label=[part], verdict=reworded(verdict, at)))
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
        atoms = verdict_last(with_bounds(line_to_atoms(line)), walk.lexicon)
        tail = atoms_to_tail(atoms, 1 if walk.single else 2)
        is_row = tail is not None and _is_row(walk, line, atoms, tail)
        judged = is_row and tail is not None and atoms_to_verdict(tail.words, walk.lexicon)
        sure = judged or (is_row and tail is not None and _percent_before(atoms, tail))
        size = 0 if sure else header_lines(lines, at)  # a label of header words ("Mức giảm tỷ lệ ... năm") is none
        if size:
            blocks.append(lines[at : at + size])
            at += size
            continue
        if tail is not None and is_row:
            _take_row(walk, line, atoms, tail)
            walk.word_above = None
            since, end = 0, at + 1
        elif not _take_lone_verdict(walk, line, atoms, lines[at + 1].printed if at + 1 < len(lines) else ""):
            rows = len(walk.rows)
            _take_text(walk, line)
            if walk.open is not None and prints_values(atoms, tail):
                walk.open.lost = True
            since += 1
            if walk.open is None and len(walk.rows) == rows:
                end = at + 1
        at += 1
    walk.open = None
    return end


def _percent_before(atoms: Sequence[Atom], tail: Tail) -> bool:
    """A percent sign between words and values: no line of a header has one."""
    before = [a for a in atoms if a.end <= tail.start]
    return len(before) > 1 and before[-1].printed == "%"


# --- the table ---


_UNIT_WORDS = frozenset({"don", "dvt"})


def read_scan(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table of a restored scan whose header starts at index `start`, and the index behind it; None for typed text,
    and where no header can be read that fits the values of at least three rows."""
    size = header_lines(lines, start) if lines[start].printed else 0
    if not size:
        return None
    blocks: list[Sequence[BodyLine]] = [lines[start : start + size]]
    walk = _Walk(lexicon, unitless=not _UNIT_WORDS & header_words_of(blocks), single=has_one_target(blocks[0]))
    end = _walk_lines(lines, start + size, walk, blocks)
    counts = Counter(len(r.values) for r in walk.rows if r.values)
    if sum(counts.values()) < 3:
        return None
    title = title_above(lines, start)
    ranked = sorted(counts, key=lambda n: (-counts[n], -n))
    named = {n: h for n in ranked if (h := rows_to_names(blocks, walk.rows, n, title))}
    count = next(iter(named), 0)
    compares = any(h.startswith("So sánh") for h in named.get(count, ())) or CHANGE in named.get(count + 1, ())
    if compares and counts[count + 1] >= _FEW and count + 1 in named:
        count += 1  # the cell of the comparison is empty in most rows
    header = named.get(count)
    if header is None:
        return None
    verdicts = any(r.verdict for r in walk.rows)
    names = ("TT", "Chỉ tiêu", "Đơn vị tính", *header, *([verdict_header(blocks, header)] if verdicts else []))
    take_label_units(walk.rows, lexicon)
    leave_lost(walk.rows, count)
    shape = Shape(title, names, header, verdicts)
    table = drafts_to_table(walk.rows, shape, lines[:start], (lines[start].number, lines[end - 1].number), lexicon)
    return (table, end) if table else None
