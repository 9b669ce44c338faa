"""A printed label → the concept of ``ontology/indicators.ttl`` that it surely means, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from vankien.facts.quantities import Quantity
from vankien.model import Lexicon
from vankien.vietnamese import fold, same_tones

_THRESHOLD = 90.0
_MARKERS = re.compile(
    r"""\b(?:ty\ le|ty\ trong|muc\ giam|toc\ do|tang|giam|tong|binh\ quan|do\ thi|nong\ thon|can\ ngheo|ngheo|xep\ hang
      |nhe\ can|thap\ coi|chua|khong|nu|moi|da\ chieu)\b""",
    re.VERBOSE,
)
"""Words that change what is measured: a label and a concept must have the same of them."""
_DROPPED = re.compile(r"\b(?:tren dia ban|cua tinh|toan tinh|tinh|so|cac|duoc|dat)\b")
_FREE = frozenset(re.findall(r"\w+", "cay vung cac loai tren dia ban tinh toan cua va tai o la cho hien nhung voi"))
"""Words by which a label and a concept may differ."""
_DROPPED_SPELLED = re.compile(r"\b(?:trên địa bàn|của tỉnh|toàn tỉnh|tỉnh|số|các|được|đạt)\b")
_CHANGE = re.compile(r"^(?:toc do (?:tang|giam)|muc (?:tang|giam)|ty le (?:tang|giam)|tang truong)\b")


@dataclass(frozen=True, slots=True)
class _Names:
    """Every spelling of every indicator: its words in order of the alphabet, its markers, its words as spelled, and its concept; the kind of
    unit of each concept, and which concepts are changes."""

    keys: tuple[str, ...]
    markers: tuple[frozenset[str], ...]
    words: tuple[frozenset[str], ...]
    ids: tuple[str, ...]
    kinds: dict[str, str]
    changes: frozenset[str]


def _key(text: str) -> str:
    """The words of a label, folded and sorted, so that their order does not count (``token_sort``)."""
    return " ".join(sorted(_DROPPED.sub(" ", re.sub(r"[^a-z0-9 ]", " ", fold(text))).split()))


def _words(text: str) -> frozenset[str]:
    """The words as spelled (so that ``dân`` is not ``đàn``), with one spelling for each pair of equals."""
    text = _DROPPED_SPELLED.sub(" ", same_tones(text).lower().replace("sỹ", "sĩ").replace("tỉ ", "tỷ "))
    return frozenset(re.findall(r"\w+", text))


def _marks(text: str) -> frozenset[str]:
    return frozenset(_MARKERS.findall(fold(text)))


@lru_cache(maxsize=8)
def _names(lexicon: Lexicon) -> _Names:
    spelled = [(s, c.id) for c in lexicon["indicators"] for s in c.all_spellings()]
    return _Names(
        tuple(_key(s) for s, _ in spelled),
        tuple(_marks(s) for s, _ in spelled),
        tuple(_words(s) for s, _ in spelled),
        tuple(i for _, i in spelled),
        {c.id: c.first("unitKind") for c in lexicon["indicators"]},
        frozenset(c.id for c in lexicon["indicators"] if c.first("measure") == "change"),
    )


@lru_cache(maxsize=16384)
def _resolve(label: str, kind: str, growth: bool, lexicon: Lexicon) -> str | None:
    names, key, marks, words = _names(lexicon), _key(label), _marks(label), _words(label)
    change = growth or bool(_CHANGE.match(fold(label)))
    if not key:
        return None
    hits = process.extract(key, names.keys, scorer=fuzz.ratio, processor=None, score_cutoff=_THRESHOLD, limit=12)
    allowed = {
        names.ids[index]: score
        for _, score, index in reversed(hits)
        if marks == names.markers[index]
        and {fold(w) for w in words ^ names.words[index]} <= _FREE
        and _same_kind(names.kinds[names.ids[index]], kind)
        and (names.ids[index] in names.changes) == change
    }
    best = [concept for concept, score in allowed.items() if score == max(allowed.values())]
    return best[0] if len(best) == 1 else None


def _same_kind(concept: str, printed: str) -> bool:
    groups = ({"share", "change"}, {"count", "person", "rate"}, {"money", "rate"})
    return not concept or concept == printed or any(concept in g and printed in g for g in groups)


def resolve(label: str, quantity: Quantity, growth: bool, lexicon: Lexicon) -> str | None:
    """The id of the one concept whose name has the same words as the label, the same kind of unit, and is a level or a
    change as the label is; None if there is none or more than one."""
    return _resolve(label, quantity.kind, growth, lexicon)
