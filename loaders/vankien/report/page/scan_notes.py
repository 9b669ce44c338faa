"""Footnotes of scans: no rule stands above them, their signs in the body are lost, their numbers often misread.

A note stands behind a blank line, opens with the next number (or with what an engine makes of it) without a dot, is
printed smaller than the body, and runs to the next blank line or page. What is taken out no longer cuts sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vankien.model import Footnote
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine, Pages

_OPENS = re.compile(r"[“”\"'‘’*]?(?P<number>\d{1,3})\s+(?=\S)")
_GLUED = re.compile(r"(?P<number>\d{1,2})(?=100%)")
"""A number that ran into the share behind it: ``30100% số xã``."""
_SIGNED = re.compile(r"[!?®°'‘’]\s(?=[^\W\d_]{2,}\s)")
"""What such an engine makes of the raised number that opens a note."""
_ROW = re.compile(r"(?:\s[<>≥≤~]?\d[\d.,]*%?(?=\s|$)){3}|(?:\s[<>≥≤~]?\d[\d.,]*%?(?=\s|$)){2}\s*$")
"""Values of a numbered row of a table, which no note is."""
_BARRED = re.compile(r"\d{1,3}\s*\|")
_CELL = re.compile(r"^\d{1,3}\s*\||[^\W\d]\s%(?:\s|$)")
"""Cells of a row: its number before a bar, a percent sign of its own behind the words of a label; in a sentence it stands
behind a figure."""
_ENDS_IN_VALUE = re.compile(r"\s[<>≥≤~]?\d[\d.,]*%?$")
_ENDED = re.compile(r"(?:[.;:!?”\")]|…)\W*$")
_SKIPPED = 3
_FULL = 0.85
_SMALLER = 1.03


_ROWS = 3


def _table_pages(lines: Sequence[BodyLine]) -> frozenset[int]:
    """The pages on which lines print the cells of rows, at least three of them."""
    rows = Counter(line.page for line in lines if _CELL.search(line.text))
    return frozenset(page for page, count in rows.items() if count >= _ROWS)


def _is_row(line: BodyLine, tables: frozenset[int]) -> bool:
    """The numbered row of a table, which no note is: three values, cells, or on a page with a table one value at its end."""
    if _ROW.search(line.text) or _BARRED.match(line.text) or (line.page in tables and _CELL.search(line.text)):
        return True
    return line.page in tables and _ENDS_IN_VALUE.search(line.text) is not None


def _is_number(printed: str, expected: int) -> bool:
    """The number that comes next or soon, or one with a digit misread or lost."""
    if expected <= int(printed) <= expected + _SKIPPED:
        return True
    wanted = str(expected)
    if len(printed) == len(wanted):
        return sum(a != b for a, b in zip(printed, wanted, strict=True)) == 1
    return len(printed) == len(wanted) - 1 and printed in (wanted[1:], wanted[:-1])


def _printed_number(line: BodyLine) -> int | None:
    """The number that a line opens with, as it was read; None if it opens with none."""
    match = _OPENS.match(line.text)
    return int(match["number"]) if match else None


def _opens_note(line: BodyLine, expected: int, following: int | None = None) -> int | None:
    """The number of the note that a line opens; None if it opens none. A number that skips some was misread where the
    note below it (`following`) has the one behind the expected one: ``18`` above ``17`` is 16."""
    signed = _SIGNED.match(line.printed)
    if signed and line.printed[signed.end()].isupper():
        return expected
    glued = _GLUED.match(line.text)
    if glued and line.blank_above and int(glued["number"]) == expected:
        return expected
    match = _OPENS.match(line.text)
    if not match or not _is_number(match["number"], expected):
        return None
    if not line.blank_above and not line.text[match.end()].isupper():
        return None
    number = int(match["number"])
    is_told = following != expected + 1 and expected <= number <= expected + _SKIPPED
    return number if is_told else expected


def _chunks(lines: Sequence[BodyLine]) -> Iterator[list[BodyLine]]:
    """The lines between blank lines and page breaks."""
    chunk: list[BodyLine] = []
    for line in lines:
        if chunk and (line.blank_above or line.page != chunk[-1].page):
            yield chunk
            chunk = []
        chunk.append(line)
    if chunk:
        yield chunk


def _following(chunks: Sequence[Sequence[BodyLine]], index: int) -> int | None:
    """The number that the chunk below one opens with, if it is printed on the same page."""
    if index + 1 >= len(chunks) or chunks[index + 1][0].page != chunks[index][0].page:
        return None
    return _printed_number(chunks[index + 1][0])


def _is_note(chunk: Sequence[BodyLine], expected: int, width: int, *, below: bool, following: int | None) -> bool:
    """A chunk that opens with the next number and is printed smaller, so that its first line is longer than those of
    the body; a note of one or two lines must open with the number as it should be, or stand right below another."""
    first = chunk[0]
    number = _opens_note(first, expected, following)
    if number is None or not first.blank_above:
        return False
    exact = _SIGNED.match(first.printed) is not None or _printed_number(first) == number
    if len(first.text) > width * _SMALLER:
        return True
    return len(chunk) <= 2 and (below or (exact and len(first.text) > width // 3))


def _runs_on(chunks: Sequence[Sequence[BodyLine]], index: int, last: BodyLine, expected: int, width: int) -> bool:
    """True for the small print at the foot of a page that goes on with the note left open at the foot of the page
    before: nothing stands below it but the next note."""
    first = chunks[index][0]
    if _ENDED.search(last.text) or first.page != last.page + 1 or chunks[index - 1][0].page != first.page:
        return False
    if not first.blank_above or len(first.text) <= width * _SMALLER or _ROW.search(first.text):
        return False
    below = chunks[index + 1][0] if index + 1 < len(chunks) else None
    return below is None or below.page != first.page or _opens_note(below, expected) is not None


def _split(block: Sequence[BodyLine], expected: int, following: int | None) -> list[tuple[int, list[BodyLine]]]:
    """The lines of a block under the numbers that open them; a number counts where the line above is not full."""
    notes: list[tuple[int, list[BodyLine]]] = []
    width = max(len(line.text) for line in block)
    for line in block:
        above = notes[-1][1][-1] if notes else None
        ended = above is None or line.blank_above or len(above.text) < width * _FULL or above.text.endswith((".", ";"))
        number = _opens_note(line, expected, None if notes else following) if ended else None
        if number is not None or not notes:
            notes.append((number or expected, [line]))
            expected = (number or expected) + 1
        else:
            notes[-1][1].append(line)
    return notes


_SIGN = re.compile(r"(?:(?<=[^\W\d])[°®!*]|(?<=\))®)(?=[.,;:]*(?:\s|$))")
"""What such an engine makes of a raised number behind a word."""


def _signs(body: Sequence[BodyLine], page: int) -> list[tuple[int, int]]:
    """The line and place of every sign on a page."""
    return [
        (line.number, line.passage.pieces[0].start + match.start())
        for line in body
        if line.page == page and line.passage.pieces
        for match in _SIGN.finditer(line.printed)
    ]


@dataclass(frozen=True, slots=True)
class _Found:
    """A note as found: its number, its lines, the body line it hangs on and the place of its sign."""

    number: int
    lines: tuple[BodyLine, ...]
    anchor: int
    anchor_at: int | None


def _to_footnote(found: _Found) -> Footnote:
    whole = join_passages([line.passage for line in found.lines])
    match = _OPENS.match(whole.text) or _GLUED.match(whole.text) or re.match(r"\W*", whole.text)
    text = whole.part(match.end() if match else 0, len(whole.text))
    return Footnote(found.number, text, found.anchor, found.anchor_at)


def _hang(block: list[tuple[int, list[BodyLine]]], body: Sequence[BodyLine]) -> list[_Found]:
    """The notes of a block, each on its sign where the page keeps as many signs as notes."""
    signs = _signs(body, block[0][1][0].page)
    places = signs if len(signs) == len(block) else [(body[-1].number, None)] * len(block)
    return [_Found(number, tuple(lines), line, at) for (number, lines), (line, at) in zip(block, places, strict=True)]


def take_notes(pages: Pages) -> Pages:
    """The pages of a restored scan with their footnotes taken out of the body.

    In: restored body lines that still hold the notes. Out: the body without them, and the notes, each anchored to its
    sign where a page keeps as many signs as it has notes, else to the last body line above it; a note that runs over
    the page goes on at the foot of the next.
    """
    body: list[BodyLine] = []
    notes: list[_Found] = []
    lengths = sorted(len(line.text) for line in pages.body)
    width = lengths[int(len(lengths) * 0.75)] if lengths else 0
    chunks, tables = list(_chunks(pages.body)), _table_pages(pages.body)
    for index, chunk in enumerate(chunks):
        expected = notes[-1].number + 1 if notes else 1
        below = bool(notes) and index > 0 and notes[-1].lines[-1] is chunks[index - 1][-1]
        below = below and chunk[0].page == chunks[index - 1][0].page
        following = _following(chunks, index)
        opens = bool(body) and not _is_row(chunk[0], tables)
        if opens and _is_note(chunk, expected, width, below=below, following=following):
            notes += _hang(_split(chunk, expected, following), body)
        elif notes and index and _runs_on(chunks, index, notes[-1].lines[-1], expected, width):
            notes[-1] = replace(notes[-1], lines=(*notes[-1].lines, *chunk))
        else:
            body += chunk
    return replace(pages, body=tuple(body), footnotes=(*pages.footnotes, *map(_to_footnote, notes)))
