"""Page numbers in the text layer of a PDF: alone in their line, between two blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from vankien.model import Line

_FULL = 60
_NEW_PAGE = re.compile(r"(?: |\f)\S")


class Walk(Protocol):
    """What the walk over the lines knows: the page, the last page printed and whether it stood between blank lines or
    right between lines of text, how many blank lines stand above; whether notes are open, the note being read, whether
    numbers of notes stand alone."""

    page: int
    printed: int
    spaced: bool
    glued: bool
    blanks: int
    in_notes: bool
    current: int
    bare_notes: bool


def is_next_page(lines: Sequence[Line], index: int, walk: Walk) -> bool:
    """Is a line the number of the next page? Between two blank lines: behind notes that have their text beside their
    numbers, so that it is no note's, or where text runs on once pages were numbered so. Without a blank line: right below
    such notes, or between lines of running text or of a table once it stood so."""
    text = lines[index].text.strip()
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    if not re.fullmatch(r"\d{1,3}", text) or walk.blanks > 1 or (walk.in_notes and walk.bare_notes):
        return False
    number = int(text)
    behind_notes = walk.in_notes and walk.current > 0 and walk.printed < number <= walk.page + 1
    counts_on = number == walk.printed + 1
    if walk.blanks == 0:
        return bool(below) and (
            (behind_notes and number > walk.page) or (walk.glued and counts_on and _is_full(lines, index - 1))
        )
    goes_on = walk.spaced and counts_on and _text_runs_on(lines, index)
    return not below and (goes_on or (behind_notes and walk.page <= number))


def _is_full(lines: Sequence[Line], index: int) -> bool:
    """Does a line fill the width of the page, as running text and rows do but not a cell with a line of its own?"""
    return len(lines[index].text.rstrip()) >= _FULL


def _text_runs_on(lines: Sequence[Line], index: int) -> bool:
    """Do lines of running text follow below the blank line? Cells of a table that blank lines part do not run on."""
    behind = [line.text.strip() for line in lines[index + 2 : index + 4]]
    return len(behind) < 2 or all(behind)


def heads_page(lines: Sequence[Line], index: int, walk: Walk) -> bool:
    """The number of the next page directly above the line with which that page begins (one leading blank), or between
    several blank lines and one above that line.

    The text layer of a PDF prints it right below the last note, where it looks like the next one's number; a note
    has its text in its own line there, so a bare number that counts the pages is no note's."""
    text = lines[index].text.strip()
    if not text.isdigit() or len(text) > 3:
        return False
    below = [line.text for line in lines[index + 1 : index + 3]]
    if len(below) > 1 and not below[0].strip():
        return walk.blanks > 1 and int(text) > walk.printed and bool(_NEW_PAGE.match(below[1]))
    return int(text) == walk.page + 1 and bool(below and _NEW_PAGE.match(below[0]))


def opens_page(line: Line, walk: Walk) -> bool:
    """Is a line that opens a page (one blank before it) nothing but the number of that page?

    The text layer of a PDF prints the number of a page before its first line. It counts on the pages that were opened,
    one of which may only have looked so."""
    text = line.text.strip()
    if line.text[:1] not in (" ", "\f") or not re.fullmatch(r"\d{1,3}", text):
        return False
    return max(walk.printed, 1) < int(text) and walk.page <= int(text) <= walk.page + 1
