"""Footnotes of scans: no rule stands above them, their signs in the body are lost, their numbers often misread.

A note stands behind a blank line, opens with the next number (or with what an engine makes of it) without a dot, is
printed smaller than the body, and runs to the next blank line or page. What is taken out no longer cuts sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from vankien.model import Footnote
from vankien.report.join import join_passages
from vankien.report.pages import BodyLine, Pages

_OPENS = re.compile(r"(?P<number>\d{1,3})\s+(?=\S)")
_SIGNED = re.compile(r"[!?®°'‘’]\s(?=[^\W\d_]{2,}\s)")
"""What such an engine makes of the raised number that opens a note."""
_ROW = re.compile(r"(?:\s[<>≥≤~]?\d[\d.,]*%?(?=\s|$)){3}|(?:\s[<>≥≤~]?\d[\d.,]*%?(?=\s|$)){2}\s*$")
"""Values of a numbered row of a table, which no note is."""
_SKIPPED = 3
_FULL = 0.85
_SMALLER = 1.03


def _is_number(printed: str, expected: int) -> bool:
    """The number that comes next or soon, or one with a digit misread or lost."""
    if expected <= int(printed) <= expected + _SKIPPED:
        return True
    wanted = str(expected)
    if len(printed) == len(wanted):
        return sum(a != b for a, b in zip(printed, wanted, strict=True)) == 1
    return len(printed) == len(wanted) - 1 and printed in (wanted[1:], wanted[:-1])


def _opens_note(line: BodyLine, expected: int) -> int | None:
    """The number of the note that a line opens; None if it opens none."""
    signed = _SIGNED.match(line.printed)
    if signed and line.printed[signed.end()].isupper():
        return expected
    match = _OPENS.match(line.text)
    if not match or not _is_number(match["number"], expected):
        return None
    if not line.blank_above and not line.text[match.end()].isupper():
        return None
    number = int(match["number"])
    return number if expected <= number <= expected + _SKIPPED else expected


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


def _is_note(chunk: Sequence[BodyLine], expected: int, width: int) -> bool:
    """A chunk that opens with the next number and is printed smaller, so that its first line is longer than those of
    the body; a note of one or two lines must open with the number as it should be."""
    first = chunk[0]
    number = _opens_note(first, expected)
    if number is None or not first.blank_above or _ROW.search(first.text):
        return False
    match = _OPENS.match(first.text)
    exact = _SIGNED.match(first.printed) is not None or (match is not None and int(match["number"]) == number)
    return len(first.text) > width * _SMALLER or (exact and len(chunk) <= 2 and len(first.text) > width // 3)


def _split(block: Sequence[BodyLine], expected: int) -> list[tuple[int, list[BodyLine]]]:
    """The lines of a block under the numbers that open them; a number counts where the line above is not full."""
    notes: list[tuple[int, list[BodyLine]]] = []
    width = max(len(line.text) for line in block)
    for line in block:
        above = notes[-1][1][-1] if notes else None
        ended = above is None or line.blank_above or len(above.text) < width * _FULL or above.text.endswith((".", ";"))
        number = _opens_note(line, expected) if ended else None
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


def _to_footnote(number: int, lines: Sequence[BodyLine], anchor: int, anchor_at: int | None) -> Footnote:
    whole = join_passages([line.passage for line in lines])
    match = _OPENS.match(whole.text) or re.match(r"\W*", whole.text)
    return Footnote(number, whole.part(match.end() if match else 0, len(whole.text)), anchor, anchor_at)


def take_notes(pages: Pages) -> Pages:
    """The pages of a restored scan with their footnotes taken out of the body.

    In: restored body lines that still hold the notes. Out: the body without them, and the notes, each anchored to its
    sign where a page keeps as many signs as it has notes, else to the last body line above it.
    """
    body: list[BodyLine] = []
    notes: list[Footnote] = []
    expected = 1
    lengths = sorted(len(line.text) for line in pages.body)
    width = lengths[int(len(lengths) * 0.75)] if lengths else 0
    for chunk in _chunks(pages.body):
        if not body or not _is_note(chunk, expected, width):
            body += chunk
            continue
        found = _split(chunk, expected)
        signs = _signs(body, chunk[0].page)
        known = len(signs) == len(found)
        for index, (number, lines) in enumerate(found):
            line, at = signs[index] if known else (body[-1].number, None)
            notes.append(_to_footnote(number, lines, line, at))
            expected = number + 1
    return replace(pages, body=tuple(body), footnotes=(*pages.footnotes, *notes))
