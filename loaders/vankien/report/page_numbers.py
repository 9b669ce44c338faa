"""Page numbers in the text layer of a PDF: alone in their line, between two blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from vankien.model import Line


class Walk(Protocol):
    """What the walk over the lines knows: the page, the last page printed and whether it stood between blank lines, how
    many blank lines stand above; whether notes are open, the note being read, whether numbers of notes stand alone."""

    page: int
    printed: int
    spaced: bool
    blanks: int
    in_notes: bool
    current: int
    bare_notes: bool


def is_next_page(lines: Sequence[Line], index: int, walk: Walk) -> bool:
    """Is a line the number of the next page between two blank lines: behind notes that have their text beside their
    numbers, so that it is no note's, or where text runs on once pages were numbered so?"""
    text = lines[index].text.strip()
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    if not re.fullmatch(r"\d{1,3}", text) or walk.blanks != 1 or below or (walk.in_notes and walk.bare_notes):
        return False
    number = int(text)
    behind_notes = walk.in_notes and walk.current > 0 and walk.printed < number
    goes_on = walk.spaced and number == walk.printed + 1 and _text_runs_on(lines, index)
    return goes_on or (behind_notes and walk.page <= number <= walk.page + 1)


def _text_runs_on(lines: Sequence[Line], index: int) -> bool:
    """Do lines of running text follow below the blank line? Cells of a table that blank lines part do not run on."""
    behind = [line.text.strip() for line in lines[index + 2 : index + 4]]
    return len(behind) < 2 or all(behind)
