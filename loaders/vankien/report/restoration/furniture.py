"""What a scan prints around its text: numbers of pages at their feet, specks read as signs, dirt beside short titles.

A page number cuts the sentence that runs on over the page; dirt before "Phần thứ hai" hides the part of a report that
begins there. Restored lines are looked at as printed, so that nothing depends on what the decoder made of a speck.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from vankien.model import Passage
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.slots import line_to_tokens

_FOOT = re.compile(r"\W{0,2}(?:\d{1,3}|[A-Za-z])\W{0,2}")
"""A page number, or the one letter that was made of it (``S`` for 5)."""
_RUN = re.compile(r"[^\W_]{2}|[\d|%]")
_PART = re.compile(r"Ph[^\W\d]n thứ (nhất|hai|ba|tư|năm)(?!\w)")
_ANNEX = re.compile(r"PHỤ LỤC(?: (?:SỐ )?[\dIVX]{1,3})?(?!\w)")
_MOST = 9
_DIRT = 3


def _is_foot(line: BodyLine, below: BodyLine | None) -> bool:
    """The number of a page, alone in the last line before the next page begins."""
    return bool(_FOOT.fullmatch(line.printed)) and line.blank_above and below is not None and below.page > line.page


def _is_specks(printed: str) -> bool:
    """True for a line of single signs and letters, such as dust leaves at the top of a page.

    >>> _is_specks("' o _ , '"), _is_specks(". . ' , ~"), _is_specks("* Về kinh tế"), _is_specks("7"), _is_specks("*")
    (True, True, False, False, False)
    """
    return len(printed.split()) > 1 and not _RUN.search(printed)


def _clean_title(line: BodyLine) -> BodyLine:
    """The title of a part or an annex without the dirt around it; any other line as it is."""
    tokens = list(line_to_tokens(line.printed))
    if len(tokens) > _MOST or len(tokens) != len(line.passage.pieces):
        return line
    match = _PART.search(line.text) or _ANNEX.search(line.text)
    if match is None or any(len(w) > _DIRT for w in (line.text[: match.start()] + line.text[match.end() :]).split()):
        return line
    first = sum(p.at < match.start() for p in line.passage.pieces)
    last = sum(p.at < match.end() for p in line.passage.pieces)
    passage = line.passage.part(match.start(), match.end())
    if match.re is _PART:
        passage = Passage(f"Phần thứ {match[1]}", passage.pieces)
    end = tokens[last - 1][0] + len(tokens[last - 1][1])
    return replace(line, passage=passage, printed=line.printed[tokens[first][0] : end])


def without_dirt(body: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
    """The lines of a restored scan without page numbers and specks, its short titles without dirt."""
    behind: Iterable[BodyLine | None] = (*body[1:], None)
    kept = (
        a for a, b in zip(body, behind, strict=False) if not (a.printed and (_is_foot(a, b) or _is_specks(a.printed)))
    )
    return tuple(_clean_title(line) if line.printed else line for line in kept)
