"""Comparators beside a number (``trên``, ``ít nhất``, ``trở lên``, ``xếp thứ``), as ``ontology/comparators.ttl`` spells them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vankien.model import Lexicon
from vankien.vietnamese import nfc

SIGNS = frozenset({">=", ">", "<=", "<", "~", "range"})
_CHANGE_VERB = re.compile(r"(?:vượt|kém|cao hơn|thấp hơn|nhiều hơn|ít hơn|hơn kém)$")
_PART_OF_WORD = re.compile(r"(?<!\w)(?:(?:cao|thấp|nhiều|ít|lớn|nhỏ)\shơn|mầm\snon)$", re.IGNORECASE)
"""Where the wording is the end of another word: ``cao hơn 10% so với`` is a change, ``mầm non 75%`` a school."""
_COME = re.compile(r"(?<!\w)đến\s+$", re.IGNORECASE)
"""``đảng viên đến từ 19 chi bộ``: whence they come is no lower bound."""
_TOP = re.compile(r"(?<!\w)(?:nhóm|tốp|top|tóp|tôp|số|nửa trên)$")


@dataclass(frozen=True, slots=True)
class Comparators:
    """Patterns for the wordings before a number, after it, and before a place in a ranking; the sign of each."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    rank: re.Pattern[str]
    signs: dict[str, str]


def _choice(words: set[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(words, key=lambda w: (-len(w), w))) or "(?!)"


@lru_cache(maxsize=8)
def comparators(lexicon: Lexicon) -> Comparators:
    """Compile the comparators of a lexicon; the equal sign is the default and has no wording of its own here."""
    signs: dict[str, str] = {}
    before: set[str] = set()
    after: set[str] = set()
    rank: set[str] = {"thứ", "hạng", "vị trí", "vị trí thứ", "xếp"}
    for concept in lexicon["comparators"]:
        sign = concept.first("notation")
        behind = {nfc(w).lower() for w in concept.properties.get("wordingAfter", ())}
        words = {nfc(s).lower() for s in concept.all_spellings()}
        if sign == "rank":
            rank |= words
        if sign not in SIGNS:
            continue
        after |= behind
        before |= {w for w in words - behind if not _CHANGE_VERB.match(w) and "..." not in w}
        for word in words | behind:
            signs.setdefault(word, sign)
    glued = {w for w in before if not w[-1].isalnum()}
    head = rf"(?:(?<!\w)(?:{_choice(before - glued)})[\]\[|]?\s+[\]\[|]?|(?:{_choice(glued)})\s*)$"  # rulings of scans
    return Comparators(
        re.compile(head, re.IGNORECASE),
        re.compile(rf"\s*(?P<sign>{_choice(after)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?P<word>{_choice(rank)})\s*$", re.IGNORECASE),
        signs,
    )


def comparator_before(text: str, at: int, lexicon: Lexicon) -> tuple[int, str]:
    """Where the wording before a number starts and its sign; the number's offset and ``=`` when there is none.

    Of several wordings the outermost decides the start, the one next to the number the sign, except that a bound
    (``ít nhất khoảng``) wins over ``khoảng``.
    """
    known = comparators(lexicon)
    start, sign = at, "="
    while match := known.before.search(text, max(0, start - 30), start):
        word = " ".join(match.group().strip(" []|").split()).lower()
        found = known.signs.get(word, "=")
        ends_word = word in ("hơn", "non") and _PART_OF_WORD.search(
            text[max(0, match.start() - 6) : match.start()] + word
        )
        if (start != at and found == "range") or ends_word or (word == "từ" and _COME.search(text, 0, match.start())):
            break
        start = match.start()
        sign = found if sign in ("=", "~") else sign
    return start, sign


def comparator_after(text: str, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where the wording after a value ends and its sign (``60% trở lên``), or None."""
    known = comparators(lexicon)
    match = known.after.match(text, at)
    return (match.end(), known.signs[" ".join(match["sign"].split()).lower()]) if match else None


def rank_before(text: str, at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Where the wording of a ranking before a number starts (``xếp thứ``, ``thuộc nhóm``), and ``=`` or ``<=``."""
    match = comparators(lexicon).rank.search(text, max(0, at - 30), at)
    if not match:
        return None
    return match.start(), "<=" if _TOP.search(" ".join(match["word"].split()).lower()) else "="
