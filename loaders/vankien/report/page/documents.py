"""One file → the documents printed in it one behind the other, each with a letterhead of its own.

A resolution and the programme that carries it out, a decision and the minutes behind it: the second begins where, below
the signature of the first, a letterhead stands again (motto, number, genre in capitals).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon
from vankien.report.page.heads import names_genre, names_office
from vankien.report.page.letterhead import DIVIDER, closes
from vankien.report.page.pages import BodyLine
from vankien.vietnamese import fold, is_upper, same_tones

_MOTTO = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_NUMBER = re.compile(r"(?:^\W*|\s{2,}|\|\s*)(?:Số|SỐ)\s*:?\s*\d+\w*\s?[-/]\s?\w")
_FORM = re.compile(r"(?:phu luc|phu bieu|bieu|mau)\b")
_COUNTS = re.compile(
    r"(?:văn kiện|tài liệu|văn bản)\s(?:thứ\s(?:hai|ba|tư|năm|\d)|(?:số\s)?(?:[2-9]|I{2,3}|IV|V))\W*", re.IGNORECASE
)
"""What counts the documents of a collection, above the second and those behind it."""
_ABOVE, _BELOW = 4, 14
"""How many lines above and below the motto the rest of a letterhead stands."""
_ENDED = 40
"""Within how many lines above a letterhead the document before it ends (recipients and signatures stand between)."""
_LEAST = 8
"""A document has more lines than that."""


def split_documents(lines: tuple[BodyLine, ...], lexicon: Lexicon) -> tuple[tuple[BodyLine, ...], ...]:
    """The lines of each document that a file holds; nearly always all lines together.

    A letterhead in the middle opens a document only where the one before has ended; one below ``PHỤ LỤC`` or ``Mẫu số
    01`` is a form.
    """
    starts = [0]
    for index, line in enumerate(lines):
        if index - starts[-1] < _LEAST or len(lines) - index < _LEAST:
            continue
        if _COUNTS.fullmatch(line.text) and _heads_document(lines[index + 1].text, lexicon):
            starts.append(index)
        if not _has_motto(line.text):
            continue
        start = _letterhead_start(lines, index, lexicon)
        if start is not None and start - starts[-1] >= _LEAST:
            starts.append(start)
    return tuple(lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True))


def _has_motto(text: str) -> bool:
    return len(text) < 200 and is_upper(text) and bool(_MOTTO.search(same_tones(text)))


def _letterhead_start(lines: Sequence[BodyLine], motto: int, lexicon: Lexicon) -> int | None:
    """The first line of the letterhead around a motto, if one stands there, below the end of another document."""
    around = range(max(0, motto - _ABOVE), min(len(lines), motto + _BELOW))
    numbers = [i for i in around if _NUMBER.search(lines[i].text)]
    if not numbers or not any(_heads_document(lines[i].text, lexicon) for i in around if i > motto):
        return None
    start = min(motto, numbers[0])
    while start and _belongs(lines[start - 1].text):
        start -= 1
    above = [line.text for line in lines[max(0, start - _ENDED) : start]]
    ended = any(closes(text) or text.rstrip(" *").endswith("./.") for text in above)
    is_form = any(_FORM.match(fold(text)) for text in above[-3:])
    return start if ended and not is_form else None


def _belongs(text: str) -> bool:
    """Part of the letterhead above its number and motto: the issuer, a star, a rule."""
    if closes(text):
        return False
    return bool(DIVIDER.fullmatch(text) or text == "*" or names_office(text))


def _heads_document(text: str, lexicon: Lexicon) -> bool:
    return len(text) <= 80 and names_genre(text, lexicon)
