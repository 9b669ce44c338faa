"""Contradictions between documents, and between what a document concludes and what its own numbers say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TypeVar

from pyoxigraph import NamedNode

from vankien.graph.deriving.assess import Verdict, contradicts
from vankien.graph.deriving.said import Judged, Mention, Place, Said, Seen, Wording
from vankien.graph.terms.scales import rounds_to, scale_of, to_scale
from vankien.graph.terms.vocabulary import VK_IRI, last_part
from vankien.model import Lexicon
from vankien.vietnamese import fold, plain

VALUES_DIFFER = "values-differ"
"""Two documents give different values of one indicator, place, period and scale."""
VERDICT_DIFFERS = "verdict-differs"
"""A document's verdict contradicts the one that is computed from its own values."""
CITATION_DIFFERS = "citation-differs"
"""Two documents give one number different dates in one year, or different issuers on one day."""
TARGET_CHANGED = "target-changed"
"""Two documents give one target different values or comparators."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conflict:
    """One contradiction: what about, its rule, both sides in words with their nodes and places, and what it is."""

    about: str
    rule: str
    sides: tuple[str, str]
    nodes: tuple[NamedNode, NamedNode]
    places: tuple[Place, Place]
    note: str


@dataclass
class Compared:
    """The contradictions, and what was noticed beside them: differences by rounding, estimates that were revised."""

    conflicts: list[Conflict] = field(default_factory=list)
    apart: Counter[str] = field(default_factory=Counter)


def _grouped(items: Iterable[T], key: Callable[[T], object]) -> list[list[T]]:
    groups: dict[object, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return [group for group in groups.values() if len(group) > 1]


def _one_each(items: Sequence[T], place: Callable[[T], Place], value: Callable[[T], object]) -> list[T]:
    """One item for each document that says one thing only, those of its tables first; a document that contradicts
    itself is left to the findings about that document."""
    chosen = []
    by_report: dict[str, list[T]] = {}
    for item in items:
        by_report.setdefault(place(item).report, []).append(item)
    for said in by_report.values():
        own = [i for i in said if place(i).in_table] or said
        if len({value(i) for i in own}) == 1:
            chosen.append(own[0])
    return chosen


def _pairs(items: Sequence[T], value: Callable[[T], object]) -> Iterator[tuple[T, T]]:
    """The pairs of different values, each value once, by the first document that gives it."""
    first: dict[object, T] = {}
    for item in items:
        first.setdefault(value(item), item)
    return combinations(first.values(), 2)


# --- values ------------------------------------------------------------------------------------------------

_POSITION = {"gt": "trên ", "gteq": "từ ", "lt": "dưới ", "lteq": "tối đa ", "approximately": "khoảng "}


def _number(value: object, unit_text: str) -> str:
    written = plain(value).replace(".", ",") if value is not None else ""  # type: ignore[arg-type]
    return f"{written} {unit_text}".strip() if unit_text not in ("%", "‰") else written + unit_text


def _forecast(seen: Seen, dates: dict[NamedNode, str]) -> bool:
    """True for an estimate, and for a value of a period that was not over when the document was written."""
    dated = dates.get(seen.at.document, "")
    return seen.status in ("estimate", "preliminary") or bool(dated and dated < seen.last.isoformat())


def _value_conflicts(said: Said, lexicon: Lexicon, result: Compared) -> None:
    def scaled(s: Seen) -> object:
        return to_scale(s.value, s.unit, s.unit_text, lexicon)

    listed = f"{VK_IRI}concept/indicators/"
    exact = (s for s in said.seen if s.upper is None and not s.comparator and s.indicator.value.startswith(listed))
    for group in _grouped(exact, lambda s: (s.indicator, s.place, s.scope_note, s.period)):
        for a, b in _pairs(_one_each(group, lambda s: s.at, scaled), scaled):
            (scale, first), (other, second) = (to_scale(s.value, s.unit, s.unit_text, lexicon) for s in (a, b))
            if scale != other or first == second:
                continue
            if rounds_to(first, second):
                result.apart["rounding"] += 1
            elif _forecast(a, said.dates) or _forecast(b, said.dates):
                result.apart["estimate-revised"] += 1
            else:
                sides = (_number(a.value, a.unit_text), _number(b.value, b.unit_text))
                period = f"{a.first.year}-{a.last.year}" if a.first.year != a.last.year else str(a.last.year)
                result.conflicts.append(
                    Conflict(
                        a.label,
                        VALUES_DIFFER,
                        sides,
                        (a.node, b.node),
                        (a.at, b.at),
                        f"Hai văn kiện ghi khác nhau cùng số liệu, {period}",
                    )
                )


def _wanted(wording: Wording) -> str:
    if wording.low is not None and wording.high is not None and wording.low != wording.high:
        return f"{_number(wording.low, '')} - {_number(wording.high, wording.unit_text)}"
    bound = wording.low if wording.low is not None else wording.high
    return _POSITION.get(wording.comparator, "") + _number(bound, wording.unit_text)


def _scale(wording: Wording, lexicon: Lexicon) -> str:
    return scale_of(wording.unit, wording.unit_text, lexicon)[0]


def _target_conflicts(said: Said, lexicon: Lexicon) -> Iterator[Conflict]:
    def bound(w: Wording) -> tuple[object, ...]:
        values = (w.low, w.high)
        return (
            w.comparator,
            *(to_scale(v, w.unit, w.unit_text, lexicon) if v is not None else None for v in values),
        )

    stated = (w for w in said.wordings if w.low is not None or w.high is not None)
    for group in _grouped(stated, lambda w: w.target):
        for a, b in _pairs(_one_each(group, lambda w: w.at, bound), bound):
            if _scale(a, lexicon) == _scale(b, lexicon):
                same = set(bound(a)[1:]) - {None} == set(bound(b)[1:]) - {None}
                what = "Cùng trị số, khác phép so sánh" if same else "Trị số mục tiêu thay đổi"
                yield Conflict(
                    a.label,
                    TARGET_CHANGED,
                    (_wanted(a), _wanted(b)),
                    (a.node, b.node),
                    (a.at, b.at),
                    f"{what} giữa hai văn kiện",
                )


# --- verdicts ----------------------------------------------------------------------------------------------


def _contradicts(stated: str, verdict: Verdict) -> bool:
    plain = not verdict.seen[-1].comparator and verdict.wording.comparator != "between"
    return contradicts(stated, verdict.verdict, plain)


def _of_same_row(judged: Judged, verdict: Verdict) -> bool:
    """True if a verdict printed for the indicator in the same report stands in the row of the value."""
    seen = verdict.seen[-1]
    return (
        judged.at.in_table
        and seen.at.in_table
        and judged.last == seen.last
        and judged.target in (None, verdict.goal.node)
        and verdict.wording.at.report == verdict.report
    )


def _verdict_conflicts(said: Said, verdicts: Iterable[Verdict], lexicon: Lexicon) -> Iterator[Conflict]:
    names = {c.id: c.vi for c in lexicon["verdicts"]}
    printed: dict[tuple[NamedNode, str], list[Judged]] = {}
    for judged in said.judged:
        printed.setdefault((judged.indicator, judged.at.report), []).append(judged)
    for verdict in verdicts:
        for judged in printed.get((verdict.goal.indicator, verdict.report), ()):
            told = (judged.at.report, judged.at.line) in said.doubted
            if not told and _of_same_row(judged, verdict) and _contradicts(judged.verdict, verdict):
                seen = verdict.seen[-1]
                value = _number(verdict.value, seen.unit_text)
                computed = f"{names[verdict.verdict]}: {value} so với {_wanted(verdict.wording)}"
                yield Conflict(
                    judged.label,
                    VERDICT_DIFFERS,
                    (names[judged.verdict], computed),
                    (judged.node, seen.node),
                    (judged.at, seen.at),
                    "Kết luận in khác kết luận tính từ mục tiêu và số liệu cùng văn kiện",
                )


# --- citations ---------------------------------------------------------------------------------------------


_COMMITTEE = re.compile(r"Ban Chấp hành Đảng bộ tỉnh")


def _dates_clash(a: Mention, b: Mention) -> bool:
    """Two dates of one number of one issuer in one year: numbers start again each term, not within a year."""
    length = min(len(a.dated), len(b.dated))
    same_issuer = a.issuer == b.issuer or a.issuer is None or b.issuer is None
    return length >= 7 and same_issuer and a.dated[:4] == b.dated[:4] and a.dated[:length] != b.dated[:length]


def _issuers_clash(a: Mention, b: Mention) -> bool:
    """Two issuers of one number of one day; a committee and its standing part, and two names of the provincial Party
    committee, are one."""
    if len(a.dated) != 10 or a.dated != b.dated or not (a.issuer_label and b.issuer_label):
        return False
    first, second = (fold(_COMMITTEE.sub("Tỉnh ủy", m.issuer_label)) for m in (a, b))
    return first not in second and second not in first


def _clashing(group: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of mentions that contradict one another, in the order in which they stand. Most mentions of a number
    agree, so that what is said is compared first, and the mentions only where it differs."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for index, m in enumerate(group):
        alike.setdefault((m.dated, m.issuer, m.issuer_label), []).append(index)
    found = []
    for first, second in combinations(alike.values(), 2):
        if _dates_clash(group[first[0]], group[second[0]]) or _issuers_clash(group[first[0]], group[second[0]]):
            found += [(min(pair), max(pair)) for pair in product(first, second)]
    yield from ((group[a], group[b]) for a, b in sorted(found))


def _citation_conflicts(said: Said) -> Iterator[Conflict]:
    for group in _grouped(said.mentions, lambda m: fold(m.code)):
        seen: set[tuple[object, ...]] = set()
        for a, b in _clashing(group):
            clash = (a.dated, b.dated) if _dates_clash(a, b) else (a.issuer_label, b.issuer_label)
            key = (a.at.report, b.at.report, *clash)
            if key in seen:
                continue
            seen.add(key)
            what = "hai ngày" if _dates_clash(a, b) else "hai cơ quan ban hành"
            yield Conflict(
                a.code, CITATION_DIFFERS, clash, (a.node, b.node), (a.at, b.at), f"Một số hiệu được viện dẫn với {what}"
            )


def compare(said: Said, verdicts: Sequence[Verdict], lexicon: Lexicon) -> Compared:
    """Find the contradictions. Differences by rounding and revised estimates are counted apart, not reported."""
    result = Compared()
    _value_conflicts(said, lexicon, result)
    result.conflicts += _target_conflicts(said, lexicon)
    result.conflicts += _verdict_conflicts(said, verdicts, lexicon)
    result.conflicts += _citation_conflicts(said)
    return result


def key_of(conflict: Conflict) -> tuple[str, ...]:
    """What a contradiction's IRI is made of: the rule and the keys of both places."""
    return (
        conflict.rule,
        *(f"{p.report}-{p.line}-{last_part(n.value)}" for p, n in zip(conflict.places, conflict.nodes, strict=True)),
    )
