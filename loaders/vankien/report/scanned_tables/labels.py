"""Labels of scanned rows: noise off, wrecked words out, and the one indicator of the lists that the rest singles out."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from vankien.model import Lexicon
from vankien.report.scanned_tables.words import is_wreck
from vankien.vietnamese import fold

_LEAD = re.compile(r"^(?:[^\w+(“\"]|_)+")
_BIT = re.compile(r"0|[b-hj-np-tv-xz]")
"""A lone letter that is no Vietnamese word, or a zero: what is left of a sign."""
_MIN_WORDS = 4
_MISREAD = (
    (re.compile(r"\((T|t)[ưừựuyỷ] (?:đến|đồng|động|đông)\)"), r"(\1ỷ đồng)"),
    (re.compile(r"(?<=/)(?:1 )?(?:v[àáăâ]n?|vào) dân\b"), "vạn dân"),
)
"""Units in a label that lines or strokes tear: ``(tỷ / đồng)``, ``bác sĩ/vạn dân``."""
_NUMBER_OF = re.compile(r"^S[Oở] (?=[a-zđà-ỹ])")
"""``Số`` whose vowel is a capital, or read as that of an office (the name of one has a capital behind it: ``Sở Y tế``)."""


def tidy_label(text: str) -> str:
    """A label without bars, stray signs and words that cannot be Vietnamese.

    >>> tidy_label("/ Số bác sỹ/1 vạn dân"), tidy_label("R'ulfcgs em dưới 5 tuổi"), tidy_label("trở [lên")
    ('Số bác sỹ/1 vạn dân', 'Em dưới 5 tuổi', 'Trở lên')
    """
    text = re.sub(r"[\[\]|{}]", " ", text)
    for misread, right in _MISREAD:
        text = misread.sub(right, text)
    words = [w for w in text.split() if not is_wreck(w) and re.search(r"\w|^[-–+&]$", w) and not _BIT.fullmatch(w)]
    plain = _LEAD.sub("", " ".join(words)).rstrip(" .,;'`")
    plain = _NUMBER_OF.sub("Số ", plain)
    return plain[:1].upper() + plain[1:]


@lru_cache(maxsize=4)
def _spellings(lexicon: Lexicon) -> tuple[tuple[str, str, str], ...]:
    """Every spelling of every indicator: its key with blanks around, the spelling, the concept."""
    return tuple((f" {_key(s)} ", s, c.id) for c in lexicon["indicators"] for s in c.all_spellings())


def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def complete_label(text: str, lexicon: Lexicon) -> str | None:
    """The spelling of the one indicator that holds what is left of a label with wrecked words, in its order.

    In: the whole label, wrecked words included. Out: None for a label without wrecks, and where the remaining words
    are too few, stand in no indicator of the list, or in more than one.
    """
    words = text.split()
    wrecks = [i for i, w in enumerate(words) if is_wreck(w) or re.fullmatch(r"\d{2,}", w)]
    if not wrecks:
        return None
    parts = [_key(" ".join(_firm(words, a, b))) for a, b in _gaps(wrecks, len(words))]
    parts = [p for p in parts if p]
    if sum(len(p.split()) for p in parts) < _MIN_WORDS:
        return None
    pattern = re.compile(r" .*?".join(rf"(?<= ){re.escape(p)}(?= )" for p in parts))
    fitting = [(spelling, concept) for key, spelling, concept in _spellings(lexicon) if pattern.search(key)]
    if len({concept for _, concept in fitting}) != 1:
        return None
    return min((s for s, _ in fitting), key=len)


def _firm(words: list[str], start: int, end: int) -> list[str]:
    """The words between two wrecks, without a bit of one or two letters beside a wreck."""
    if start > 0 and len(words[start]) <= 2:
        start += 1
    if end < len(words) and len(words[end - 1]) <= 2:
        end -= 1
    return words[start:end]


def correct_label(text: str, lexicon: Lexicon) -> str | None:
    """The spelling of the lists that differs from a label in one word of a like shape (``lương thế có hạt``); else None."""
    words = _key(text).split()
    if len(words) < _MIN_WORDS:
        return None
    glued = {c: s for key, s, c in _spellings(lexicon) if key.replace(" ", "") == "".join(words)}
    if glued and not any(key.split() == words for key, _, _ in _spellings(lexicon)):
        return next(iter(glued.values())) if len(glued) == 1 else None
    fitting = {}
    for key, spelling, concept in _spellings(lexicon):
        other = key.split()
        if len(other) != len(words):
            continue
        apart = [(a, b) for a, b in zip(words, other, strict=True) if a != b]
        if not apart:
            return None
        if len(apart) == 1 and _alike(*apart[0]):
            fitting[concept] = spelling
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _alike(read: str, true: str) -> bool:
    """Two words that an engine may take for each other: alike at both ends or one letter apart."""
    if len(true) == len(read) == 2:  # "xi" for "xã"
        return read[0] == true[0]
    return len(true) >= 3 and read[:2] == true[:2] and Levenshtein.distance(read, true) <= 2


def _gaps(wrecks: list[int], count: int) -> list[tuple[int, int]]:
    edges = [-1, *wrecks, count]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
