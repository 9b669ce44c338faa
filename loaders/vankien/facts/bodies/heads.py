"""The list of bodies → every way to open a name: the heads of the grammar, by their first word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from vankien.facts.alternation import alternation, to_words
from vankien.facts.names.grammar import FOREIGN, OPEN_HEADS, ORGANS
from vankien.facts.names.places import former_in, home_in, home_level, place_of
from vankien.model import Concept, Lexicon
from vankien.vietnamese import same_tones


@dataclass(frozen=True, slots=True)
class Head:
    """The opening of a name: its proper spelling, kind, level, and how the name goes on: ``fixed`` (not at all),
    ``local`` (with a place), ``organ`` (with another body), ``open`` (with words of its own). `bare` is what the words
    mean without a place: a name, or nothing; `whole` says that the province goes without saying."""

    name: str
    kind: str
    level: str
    mode: str
    bare: str = ""
    bare_level: str = ""
    whole: bool = False


def _any_of(spellings: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"{alternation(map(to_words, spellings))}(?!\w)", re.IGNORECASE)


class Patterns:
    """Patterns for the heads that begin with a word, by that word; each is made when a text first has the word."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = spellings
        self._made: dict[str, re.Pattern[str]] = {}

    def get(self, word: str) -> re.Pattern[str] | None:
        """The pattern for a word in lower case; None where no head begins with it."""
        if word not in self._made and word in self._spellings:
            self._made[word] = _any_of(self._spellings[word])
        return self._made.get(word)


@dataclass(frozen=True, eq=False)
class Reader:
    """What the recogniser knows: heads by their first word, the names of places, the province of the document."""

    patterns: Patterns
    heads: dict[str, Head]
    departments: re.Pattern[str] | None
    places: re.Pattern[str] | None
    place_names: dict[str, tuple[str, str]]
    province: str
    unit: str = "tỉnh"
    home: tuple[str, str] = ("", "")
    """Kind and name of the unit inside the province that issues the document."""
    former: tuple[str, str] = ("", "")
    """Kind and name of the district that this unit came from."""


_SUFFIX = re.compile(r"(?<!Thanh tra)(?<![Hh]ợp tác) (?:cấp )?(?:tỉnh|huyện|xã|thành phố|phường|đặc khu)$")
_GROUPS = frozenset({"Tổ công tác", "Đoàn công tác"})
_OPEN = tuple(set(OPEN_HEADS) - FOREIGN - {"Sở"})


def head_key(text: str) -> str:
    return " ".join(same_tones(text).lower().split())


def _spellings(concept: Concept) -> Iterator[str]:
    """The labels that can be met in running text: none of three letters, none in small letters."""
    for label in concept.all_spellings():
        many = label != concept.vi and re.search(r"(?:các|hai|2) cấp$", label)
        if (len(label) > 3 and label[0].isupper() and not many) or label == concept.vi:
            yield same_tones(label)


def _listed(lexicon: Lexicon) -> tuple[dict[str, Head], dict[str, Head]]:
    """The heads of the list of bodies: those with a name of their own, and those that take a place."""
    fixed: dict[str, Head] = {}
    local: dict[str, Head] = {}
    for concept in lexicon["bodies"]:
        kind, level = concept.first("bodyKind", "other"), concept.first("level")
        takes = concept.first("takesPlace", "none" if level == "national" else "province")
        template = concept.first("nameTemplate", concept.vi)
        generic = takes == "none" and level not in ("national", "") and concept.vi.startswith(_OPEN)
        if concept.vi.startswith("Các ") or generic:
            continue
        if takes == "none":
            head = Head(concept.vi, kind, level or "national", "fixed")
            fixed.update({head_key(s): head for s in _spellings(concept) if head_key(s) not in fixed})
            continue
        if "{committee}" in template:
            name = template.split(" {")[0] + " Tỉnh ủy"
            short = [s for s in _spellings(concept) if " " not in s]
            local.update({head_key(s): Head(name, kind, level, "local", whole=True) for s in short})
            continue
        name = same_tones(_SUFFIX.sub("", template.split(" {")[0]))
        head = Head(name, kind, level, "local", whole=level == "province" and not _SUFFIX.search(concept.vi))
        known = local.get(head_key(name))
        local[head_key(name)] = known if known and known.level == "province" else head
        for key in (head_key(_SUFFIX.sub("", s)) for s in _spellings(concept)):
            known = local.get(key)  # a district's own name is no spelling of the province's: Ban / Bộ Chỉ huy Quân sự
            if not known or (level == "province" != known.level and head_key(known.name) != key):
                local[key] = head
    return fixed, local


def _council_committees(lexicon: Lexicon) -> Iterator[str]:
    """The committees of a People's Council that the list names: ``Ban Pháp chế HĐND tỉnh`` → Ban Pháp chế."""
    for concept in lexicon["bodies"]:
        for spelling in concept.all_spellings() if concept.vi.startswith("Các Ban ") else ():
            named = re.match(r"(?P<name>Ban .+?) (?:HĐND|Hội đồng nhân dân)", same_tones(spelling))
            if named:
                yield named["name"]


def _all_heads(lexicon: Lexicon) -> dict[str, Head]:
    """Every way to open a name of a body."""
    fixed, local = _listed(lexicon)
    heads = dict(fixed)
    for key, head in local.items():
        alone = fixed.get(key)
        heads[key] = replace(head, bare=alone.name, bare_level=alone.level) if alone else head
    for name, (kind, level) in OPEN_HEADS.items():
        known = heads.get(head_key(name))
        if known is None or name in _GROUPS or (known.mode == "fixed" and known.level != "national"):
            heads[head_key(name)] = Head(name, kind, level, "open")
    heads.update({head_key("BCĐ"): heads[head_key("Ban Chỉ đạo")], head_key("BQL"): heads[head_key("Ban Quản lý")]})
    for name in _council_committees(lexicon):
        known = heads.get(head_key(name))
        heads[head_key(name)] = replace(known, mode="both") if known else Head(name, "council", "", "organ")
    for name, spellings in ORGANS.items():
        for spelling in spellings:
            known = heads.get(head_key(spelling))
            heads[head_key(spelling)] = Head(name, "party", "", "organ", bare=known.name if known else "")
            if known and known.mode == "local":
                heads[head_key(spelling)] = replace(known, mode="both")
    return heads


@lru_cache(maxsize=8)
def read_heads(lexicon: Lexicon, province: str) -> Reader:
    home, former = home_in(province), former_in(province)
    unit, province = place_of(province)
    heads = _all_heads(lexicon)
    by_word: dict[str, list[str]] = defaultdict(list)
    for spelling in heads:
        by_word[spelling.split()[0].split("-")[0]].append(spelling)
    names: dict[str, tuple[str, str]] = {}
    for concept in lexicon["places"]:
        for spelling in concept.all_spellings():
            plain = re.sub(
                r"^(?:tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu) ", "", spelling, flags=re.IGNORECASE
            )
            names.setdefault(
                head_key(plain),
                (
                    re.sub(r"^(?i:tỉnh|thành phố|huyện|thị xã|xã|phường|đặc khu) ", "", concept.vi),
                    concept.first("level"),
                ),
            )
    if province:
        names.setdefault(head_key(province), (province, "province"))
    if home[0] and home[1] != province:
        names[head_key(home[1])] = (home[1], home_level(home[0]))
    places = _any_of(names) if names else None
    rests = [s[3:] for s in heads if s.startswith(("sở ", "bộ ")) and len(s) > 5]
    departments = _any_of(rests) if rests else None
    return Reader(Patterns(by_word), heads, departments, places, names, province, unit, home, former)
