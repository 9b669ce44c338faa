"""Which lines of a dump are notes, page numbers and rules, and on which page each line stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.model import Line, Report
from vankien.report.page.mottos import opens_letterhead
from vankien.report.page.note_rules import is_short_rule
from vankien.report.page.page_numbers import heads_page, is_next_page, opens_page
from vankien.vietnamese import is_upper

_RULE = re.compile(r"^ {20,}$|^_{10,}$")
_TYPED_RULE = re.compile(r"^\s*(?:[-–—]{5,}|_{5,})\s*$")
"""A rule of typed signs: it also stands below titles, so it heads notes only where the next note begins below it."""
_CELLS = re.compile(r"\s{3,}|\t|\|")
"""What stands between the cells of a row: its number, its label, its values."""
_CENTRED_NUMBER = re.compile(r"^ {20,}\d{1,3}\s*$")
NOTE = re.compile(r"^(?P<open>\(?)(?P<mark>\d{1,3})[.)]?\s+(?=\S)")
_ANNEX = re.compile(r"PHỤ\sLỤC|BIỂU\s(?:SỐ\s)?\d|Phụ\slục(?:\s(?:số\s)?[\dIVX]{1,4})?\s*$")
"""What is printed behind the last note and is none: ``PHỤ LỤC``, ``BIỂU SỐ 01``."""
_PAGE_NUMBER = re.compile(r"\d{1,3}|[-–]\s*\d{1,3}\s*[-–]|Trang \d{1,3}")


def _ends_notes(lines: tuple[Line, ...], index: int) -> bool:
    """An annex, or a letterhead that stands behind the notes of the first page."""
    text = lines[index].text.strip()
    if _ANNEX.match(text):
        return True
    return is_upper(text) and opens_letterhead([line.text.strip() for line in lines[index : index + 4]])


@dataclass
class _Walk:
    """The state of the walk over the lines: the page, whether a footnote block is open, the note being read, whether
    that note has no text yet, the next expected number and whether notes are numbered in brackets (``(1)``); how many
    blank lines stand above, the last page printed, whether the rule above the notes is one of typed signs, whether a
    note's number ever stood alone in its line, whether the last page number stood between single blank lines, or right
    between lines of text; whether pages open with their numbers."""

    page: int = 1
    in_notes: bool = False
    current: int = 0
    is_empty: bool = False
    expected: int = 1
    bracketed: bool = False
    blanks: int = 0
    printed: int = 0
    typed: bool = False
    bare_notes: bool = False
    spaced: bool = False
    glued: bool = False
    opening: bool = False

    def next_page(self) -> None:
        """Turn the page: a note that runs on resumes below the next rule."""
        self.page, self.in_notes = self.page + 1, False

    def opens_note(self, text: str) -> bool:
        """True if the line starts with the next expected number, printed as that of the first note was."""
        if text == str(self.expected):
            return True
        match = NOTE.match(text)
        if match is None or int(match["mark"]) != self.expected:
            return False
        return self.expected == 1 or bool(match["open"]) == self.bracketed


def _is_page_break(line: Line, walk: _Walk) -> bool:
    """One leading blank marks a page break in dumps, unless a note's own text was printed so."""
    if not re.match(r"^ \S|^\f", line.text):
        return False
    return not (walk.in_notes and (walk.opens_note(line.text.strip()) or walk.is_empty))


def _is_page_number(text: str, walk: _Walk) -> bool:
    """A printed page number stands alone below two blank lines or more and is larger than the last one; the number of
    a table's row does not."""
    if not _PAGE_NUMBER.fullmatch(text) or not walk.blanks:
        return False
    if not text.isdigit():
        return True
    if walk.opening or (walk.in_notes and text == str(walk.expected)):
        return False
    return walk.blanks > 1 and int(text) > walk.printed


def _opens_typed(lines: tuple[Line, ...], index: int, walk: _Walk) -> bool:
    """True for a rule of typed signs or of few blanks with the next note right below it, no first row of a table."""
    if is_short_rule(lines, index, walk.expected):
        return True
    if not _TYPED_RULE.match(lines[index].text) or index + 1 >= len(lines):
        return False
    below = lines[index + 1].text.strip()
    return not below.isdigit() and walk.opens_note(below) and len(_CELLS.split(below)) < 3


def _closes_typed(text: str, walk: _Walk) -> bool:
    """True for the line at which notes below typed signs end: behind a blank line, and no next note."""
    return walk.in_notes and walk.typed and walk.blanks > 0 and bool(text) and not walk.opens_note(text)


def _is_centred_number(line: Line, walk: _Walk) -> bool:
    """True for the number of the next page in the middle of a line, with or without a blank line above it."""
    if not _CENTRED_NUMBER.match(line.text):
        return False
    return int(line.text) == max(walk.printed, walk.page) + 1


def report_to_note_lines(report: Report) -> tuple[dict[int, int], frozenset[int], dict[int, int]]:
    """Which lines belong to which footnote (line → mark), which lines are furniture, and the page of each line."""
    walk = _Walk()
    notes: dict[int, int] = {}
    furniture: set[int] = set()
    pages: dict[int, int] = {}
    for index, line in enumerate(report.lines):
        text = line.text.strip()
        if _RULE.match(line.text) or _opens_typed(report.lines, index, walk):
            walk.in_notes, walk.typed = True, not _RULE.match(line.text)
            furniture.add(line.number)
        elif _is_centred_number(line, walk):
            furniture.add(line.number)
            walk.printed = int(text)
            walk.next_page()
        elif (walk.in_notes and walk.current and _ends_notes(report.lines, index)) or _closes_typed(text, walk):
            walk.in_notes = False
        elif _is_page_break(line, walk):
            if opens_page(line, walk):
                furniture.add(line.number)
                walk.printed, walk.opening, walk.page = int(text), True, int(text) - 1
            walk.next_page()
        elif heads_page(report.lines, index, walk):
            furniture.add(line.number)
            walk.printed, walk.in_notes = int(text), False
        elif is_next_page(report.lines, index, walk):
            furniture.add(line.number)
            walk.printed = int(text)
            walk.spaced, walk.glued = walk.spaced or walk.blanks == 1, walk.glued or not walk.blanks
            walk.next_page()
        elif text and _is_page_number(text, walk):
            furniture.add(line.number)
            walk.printed = int(text) if text.isdigit() else walk.printed
            if walk.in_notes:
                walk.next_page()
        pages[line.number] = walk.page
        if walk.in_notes and text and line.number not in furniture:
            if walk.opens_note(text):
                walk.bracketed = text.startswith("(")
                walk.current, walk.expected = walk.expected, walk.expected + 1
                walk.is_empty = text.isdigit()
                walk.bare_notes = walk.bare_notes or walk.is_empty
            else:
                walk.is_empty = False
            if walk.current:
                notes[line.number] = walk.current
        walk.blanks = 0 if text else walk.blanks + 1
    return notes, frozenset(furniture), pages
