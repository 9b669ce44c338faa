"""Names → list concepts: units, places, kinds of bodies, genres. One candidate or none; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from vankien.model import Concept, Found, Lexicon, Observation, Target
from vankien.vietnamese import fold, same_tones

_PLACE = re.compile(r"(?:[Tt]ỉnh ủy|[Tt]ỉnh|[Tt]hành phố|[Tt]hành ủy)\s+((?:\w+\s?)+)")


def exact(text: str) -> str:
    """What two spellings of one printed name share: case, blanks and tone placement are ignored.

    >>> exact(" Uỷ ban ") == exact("ủy  ban")
    True
    """
    return " ".join(same_tones(text).casefold().split())


@cache
def _by_spelling(
    lexicon: Lexicon, scheme: str
) -> tuple[dict[str, tuple[Concept, ...]], dict[str, tuple[Concept, ...]]]:
    by_exact: dict[str, tuple[Concept, ...]] = {}
    by_fold: dict[str, tuple[Concept, ...]] = {}
    for concept in lexicon[scheme]:
        for spelling in concept.all_spellings():
            for index, name in ((by_exact, exact(spelling)), (by_fold, fold(spelling))):
                if concept not in index.get(name, ()):
                    index[name] = (*index.get(name, ()), concept)
    return by_exact, by_fold


def candidates(lexicon: Lexicon, scheme: str, name: str) -> tuple[Concept, ...]:
    """The concepts of a list that are spelt like `name`; without diacritics only if no full spelling fits."""
    by_exact, by_fold = _by_spelling(lexicon, scheme)
    return by_exact.get(exact(name)) or by_fold.get(fold(name), ())


def match(lexicon: Lexicon, scheme: str, name: str | None) -> Concept | None:
    """The one concept of a list that is spelt like `name`, else None."""
    found = candidates(lexicon, scheme, name) if name else ()
    return found[0] if len(found) == 1 else None


def match_start(lexicon: Lexicon, scheme: str, name: str) -> Concept | None:
    """The concept with the longest spelling that `name` starts with, as whole words."""
    words = exact(name).split()
    by_exact, _ = _by_spelling(lexicon, scheme)
    for length in range(len(words), 0, -1):
        found = by_exact.get(" ".join(words[:length]), ())
        if len(found) == 1:
            return found[0]
    return None


def _valid(concept: Concept, on: date | None) -> bool:
    if on is None:
        return True
    since, until = concept.first("validFrom"), concept.first("validUntil")
    return not (since and since > on.isoformat()) and not (until and until < on.isoformat())


def match_place(lexicon: Lexicon, name: str | None, on: date | None = None) -> Concept | None:
    """The one place of the list with that name (with or without ``tỉnh``), valid on the day if one is given."""
    if not name:
        return None
    short = re.sub(r"^\s*(?:[Tt]ỉnh)\s+", "", name)
    found = candidates(lexicon, "places", name) or candidates(lexicon, "places", short)
    if len(found) > 1:
        found = tuple(c for c in found if _valid(c, on))
    return found[0] if len(found) == 1 else None


def province_in(names: Iterable[str | None]) -> str | None:
    """The first province or city that one of the names ends in: ``Lai Châu`` in ``Tỉnh ủy Lai Châu``.

    >>> province_in([None, "Ban Tuyên giáo Tỉnh ủy Sơn Bình"]), province_in(["Đảng bộ tỉnh lần thứ XIV"])
    ('Sơn Bình', None)
    """
    for name in names:
        if name and (found := _PLACE.search(same_tones(name))):
            words: list[str] = []
            for word in found[1].split():
                if not word[:1].isupper() or word.isupper():
                    break
                words.append(word)
            if words and words[0] not in ("Đảng", "Đại"):
                return " ".join(words)
    return None


def cut_labels(found: Found) -> frozenset[str]:
    """The labels, as `exact` gives them, that stand for several things: no concept is known for them, and two rows of a
    table with the same label have different values of one period. A scan that loses the ends of two labels makes such
    rows; what they measure must not become one indicator."""
    values: dict[tuple[str, str], dict[int, set[object]]] = {}
    for fact in found.facts:
        if isinstance(fact, Target | Observation) and not fact.concept and fact.evidence.rule.startswith("table-"):
            when = fact.by if isinstance(fact, Target) else fact.period
            key = (exact(fact.indicator), f"{type(fact).__name__} {when} {fact.scope}")
            values.setdefault(key, {}).setdefault(fact.evidence.first_line, set()).add((fact.value, fact.upper))
    clashes: dict[str, list[bool]] = {}
    for (label, _), rows in values.items():
        if len(rows) > 1:
            clashes.setdefault(label, []).append(len({frozenset(v) for v in rows.values()}) == len(rows))
    return frozenset(label for label, differ in clashes.items() if len(differ) > 1 and all(differ))
