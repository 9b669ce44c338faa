"""Words that stand together with a comma or a dash between them (``data/joined-words.txt``): the sign parts no clauses, no
items of a list and no paragraphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from vankien.vietnamese import nfc, same_tones

DATA = Path(__file__).parent / "data" / "joined-words.txt"
_MOST_WORDS = 6
_COMMA, _DASH = ",", "-"
_WORD = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"[^\w\s]|\d")


def _told(text: str) -> str:
    return " ".join(same_tones(nfc(text)).lower().split())


@cache
def _partners(sign: str) -> Mapping[str, frozenset[str]]:
    """What may stand behind the sign, by what stands before it."""
    found: dict[str, set[str]] = {}
    lines = DATA.read_text(encoding="utf-8").splitlines()
    for pair in (pair for line in lines if not line.startswith("#") for pair in line.split(";")):
        first, between, second = pair.partition(f"{sign} ")
        if between:
            found.setdefault(_told(first), set()).add(_told(second))
    return {first: frozenset(seconds) for first, seconds in found.items()}


def _longest(words: list[str], last: bool) -> list[str]:
    """The stretches of one word, two words ... at the end or the beginning of some words."""
    most = range(1, min(len(words), _MOST_WORDS) + 1)
    return [" ".join(words[-n:] if last else words[:n]) for n in most]


def are_joined(before: str, behind: str, sign: str = _COMMA) -> bool:
    """Do the last words of a text and the first words of another stand together, with a comma (or a dash) between them?

    >>> are_joined("Tỷ lệ rác được thu gom", " xử lý đạt 90%"), are_joined("12 xã đạt chuẩn", "thu gom rác")
    (True, False)
    >>> are_joined("Phát triển kinh tế", "xã hội", "-")
    True
    """
    left = _APART.split(before)[-1].split()[-_MOST_WORDS:]
    right = _APART.split(behind.lstrip(), maxsplit=1)[0].split()[:_MOST_WORDS]
    if not left or not right:
        return False
    partners = _partners(sign)
    words = _told(" ".join(right)).split()
    return any(
        not partners[first].isdisjoint(_longest(words, last=False))
        for first in _longest(_told(" ".join(left)).split(), last=True)
        if first in partners
    )


_IN_TURN = ("lần lượt", "tương ứng")
_SIGNS = re.compile(r"[,;:()]")


def with_joined_commas(text: str, by: str = "_", *, between_values: bool = False) -> str:
    """The text with another sign of the same length for each comma that joins two words.

    A comma parts what values are told of in turn (``trâu, bò lần lượt``), and between two values, where it is the only sign
    and the second word leads to the next value (`between_values`).

    >>> with_joined_commas("thu gom, vận chuyển, xử lý rác, tăng 2%")
    'thu gom_ vận chuyển_ xử lý rác, tăng 2%'
    >>> with_joined_commas(" cuộc giám sát, phản biện ", between_values=True)
    ' cuộc giám sát, phản biện '
    """
    at = -1 if any(words in text for words in _IN_TURN) else text.find(", ")
    while at >= 0:
        if are_joined(text[:at], text[at + 2 :]) and not (between_values and _leads_on(text, at)):
            text = f"{text[:at]}{by}{text[at + 1 :]}"
        at = text.find(", ", at + 1)
    return text


def _leads_on(text: str, comma: int) -> bool:
    """Is a comma the only sign of a text, and what stands behind it one of the words of a pair, and no more?"""
    if _SIGNS.search(text[:comma]) or _SIGNS.search(text, comma + 1):
        return False
    behind = _told(text[comma + 1 :])
    return any(behind in seconds for seconds in _partners(_COMMA).values())
