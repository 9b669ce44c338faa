"""A printed label → the concept of ``ontology/indicators.ttl`` that it surely means, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from vankien.facts.quantities.quantity import Quantity
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
    """Every spelling of every indicator: its words in order of the alphabet, by its markers and whether it is a change; its words as
    spelled, and its concept; the kind of unit of each concept, and which concepts are changes."""

    keys: dict[tuple[frozenset[str], bool], dict[int, str]]
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
    changes = frozenset(c.id for c in lexicon["indicators"] if c.first("measure") == "change")
    keys: dict[tuple[frozenset[str], bool], dict[int, str]] = {}
    for index, (spelling, concept) in enumerate(spelled):
        keys.setdefault((_marks(spelling), concept in changes), {})[index] = _key(spelling)
    return _Names(
        keys,
        tuple(_words(s) for s, _ in spelled),
        tuple(i for _, i in spelled),
        {c.id: c.first("unitKind") for c in lexicon["indicators"]},
        changes,
    )


@lru_cache(maxsize=16384)
def _resolve(label: str, kind: str, growth: bool, lexicon: Lexicon) -> str | None:
    names, key, words = _names(lexicon), _key(label), _words(label)
    change = growth or bool(_CHANGE.match(fold(label)))
    if not key:
        return None
    alike = names.keys.get((_marks(label), change), {})
    hits = process.extract(key, alike, scorer=fuzz.ratio, processor=None, score_cutoff=_THRESHOLD, limit=12)
    allowed = {
        names.ids[index]: score
        for _, score, index in reversed(hits)
        if {fold(w) for w in words ^ names.words[index]} <= _FREE and _same_kind(names.kinds[names.ids[index]], kind)
    }
    best = [concept for concept, score in allowed.items() if score == max(allowed.values())]
    return best[0] if len(best) == 1 else None


def _same_kind(concept: str, printed: str) -> bool:
    groups = ({"share", "change"}, {"count", "person", "rate"}, {"money", "rate"})
    return not concept or concept == printed or any(concept in g and printed in g for g in groups)


# --- labels that are not the words of any spelling ---------------------------------------------------------------

_AVERAGE = re.compile(r"\s(?:trung\s)?bình quân(?:\s(?:hằng|hàng|mỗi)\snăm)?$", re.IGNORECASE)
_SHORTEST, _SHORTEST_CUT = 5, 8
"""How many words a label must have before it may be taken for a misread, or for a cut, spelling of a concept."""
_KEPT = 0.85
"""How much of a spelling a cut label must still have."""


def _spelled(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", same_tones(text).lower()))


@dataclass(frozen=True, slots=True)
class _Rows:
    """Every spelling as a row of words with its concept, under its first two words and under the two behind them (a
    label with one misread word still has one of the pairs); and all words that occur in one."""

    under: dict[tuple[int, str, str], tuple[tuple[tuple[str, ...], str], ...]]
    known: frozenset[str]

    def like(self, label: tuple[str, ...]) -> frozenset[tuple[tuple[str, ...], str]]:
        """The rows that agree with a label in one of the two pairs."""
        return frozenset(row for at in (0, 2) for row in self.under.get((at, label[at], label[at + 1]), ()))


@lru_cache(maxsize=8)
def _spellings(lexicon: Lexicon) -> _Rows:
    rows = [(_spelled(s), c.id) for c in lexicon["indicators"] for s in c.all_spellings()]
    under: dict[tuple[int, str, str], list[tuple[tuple[str, ...], str]]] = {}
    for words, concept in rows:
        for at in (0, 2) if len(words) >= _SHORTEST else ():
            under.setdefault((at, words[at], words[at + 1]), []).append((words, concept))
    return _Rows({k: tuple(v) for k, v in under.items()}, frozenset(w for words, _ in rows for w in words))


def _damaged(label: tuple[str, ...], spelling: tuple[str, ...], known: frozenset[str]) -> bool:
    """True if the label is the spelling with its end cut off, or with one word misread by a letter; a word that the
    list knows is never taken for a misread one, so that *hộ* is not *bộ*, but for a capital Đ at the beginning that was
    read as a B."""
    if len(label) > len(spelling) or (len(label) < len(spelling) and len(label) < _SHORTEST_CUT):
        return False
    misread = [(a, b) for a, b in zip(label, spelling, strict=False) if a != b]
    if not misread:
        return len(label) < len(spelling)
    if len(misread) > 1 or _MARKERS.search(fold(misread[0][1])):
        return False
    a, b = (fold(word) for word in misread[0])
    if misread[0][0] in known and not (label[0] == misread[0][0] and a[:1] + b[:1] == "bd" and a[1:] == b[1:]):
        return False
    return len(a) == len(b) and Levenshtein.distance(a, b) <= 1


@lru_cache(maxsize=4096)
def _repaired(label: str, kind: str, growth: bool, lexicon: Lexicon) -> str | None:
    """The one concept of which a label is a damaged spelling, with the same guards of unit and of level and change; a
    label that could be the beginning of two concepts stands for neither."""
    words, rows = _spelled(label), _spellings(lexicon)
    names = _names(lexicon)
    if len(words) < _SHORTEST:
        return None
    found: dict[str, float] = {}
    for spelling, concept in rows.like(words):
        if (
            _damaged(words, spelling, rows.known)
            and _same_kind(names.kinds[concept], kind)
            and (concept in names.changes) == (growth or bool(_CHANGE.match(fold(label))))
        ):
            found[concept] = max(found.get(concept, 0), len(words) / len(spelling))
    return next((c for c, kept in found.items() if len(found) == 1 and kept >= _KEPT), None)


# --- parts of a whole ---------------------------------------------------------------------------------------------

_BELOW = re.compile(r"(?P<whole>[^:]+): (?P<part>[^:]+)")
_SHARE_IN = re.compile(r"T[ỷỉ] trọng (?P<part>.+?) trong (?P<whole>.+)")
_KIND_OF_PART = re.compile(r"(?:khu vực|ngành|lĩnh vực) (?!I)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _parts(lexicon: Lexicon) -> dict[tuple[tuple[str, ...], tuple[str, ...]], frozenset[str]]:
    """The concepts that are parts of another one, by a spelling of that and what is printed for the part below it."""
    concepts = {c.id: c for c in lexicon["indicators"]}
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], frozenset[str]] = {}
    for concept in concepts.values():
        above, wholes = list(concept.broader), list[str]()
        while above:
            whole = concepts[above.pop()]
            wholes += whole.all_spellings()
            above += whole.broader
        for printed in concept.properties.get("childLabel", ()):
            for key in ((_spelled(w), _spelled(printed)) for w in wholes):
                found[key] = found.get(key, frozenset()) | {concept.id}
    return found


def _part(label: str, kind: str, lexicon: Lexicon) -> str | None:
    """The one concept that a label names as a part of another: ``Cơ cấu kinh tế: công nghiệp``, ``Tỷ trọng ngành dịch vụ
    trong GRDP``."""
    told = _BELOW.fullmatch(label) or _SHARE_IN.fullmatch(label)
    if told is None:
        return None
    wholes = (told["whole"], f"Cơ cấu {told['whole']}")
    printed = (told["part"], _KIND_OF_PART.sub("", told["part"]))
    known = _parts(lexicon)
    found = {c for w in wholes for p in printed for c in known.get((_spelled(w), _spelled(p)), ())}
    return found.pop() if len(found) == 1 and _same_kind(_names(lexicon).kinds[min(found)], kind) else None


def named(label: str, lexicon: Lexicon) -> str | None:
    """The id of the one concept of which a label is a spelling word for word, whatever its unit: for a row without a
    value, which only heads the rows of its parts."""
    words = _spelled(label)
    found = {c.id for c in lexicon["indicators"] if any(_spelled(s) == words for s in c.all_spellings())}
    return found.pop() if len(found) == 1 else None


def resolve(label: str, quantity: Quantity, growth: bool, lexicon: Lexicon) -> str | None:
    """The id of the one concept that a label surely means; None if there is none or more than one.

    Six steps, the first that finds one concept decides; unit, head words, and level or change must always agree:
    the same words (``same-words``); words that the list gives to a change alone, with a per cent value, as in *giá trị
    gia tăng 5%* (``unit-of-a-change``); a change without its closing *bình quân*, because every yearly change is an
    average (``average-of-a-change``); a part of a sum under its own name, as in *Thu ngân sách: thu nội địa*
    (``part-of-a-sum``); a part by what the list prints for it below its whole (``part-of-a-whole``); a label that lost its
    end or a letter in scanning (``damaged-label``).
    """
    found = _resolve(label, quantity.kind, growth, lexicon)
    if found is None and not growth and quantity.kind in ("share", "change"):
        found = _resolve(label, quantity.kind, True, lexicon)
    if found is None and (growth or _CHANGE.match(fold(label))) and _AVERAGE.search(label):
        found = _resolve(_AVERAGE.sub("", label), quantity.kind, growth, lexicon)
    if found is None and quantity.kind == "money" and ": " in label:
        found = _resolve(label.split(": ")[-1], quantity.kind, growth, lexicon)
    if found is None and not growth:
        found = _part(label, quantity.kind, lexicon)
    return found or _repaired(label, quantity.kind, growth, lexicon)
