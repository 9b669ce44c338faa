"""Two congresses, or two places, side by side.

Targets are compared by the rules of the question ``targets-compared``: the same indicator, both with a number, the same
known unit, the same basis and, for two congresses of one organisation, the same place. Whatever fails one of these is kept
with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from vankien.explorer.book.book import Book, grouped
from vankien.explorer.book.records import Congress, Name, Observation, Place, Source, Target, Value
from vankien.explorer.targets.series import Run, latest, to_runs
from vankien.graph.terms.vocabulary import last_part

REASONS = {
    "": Name("So sánh được", "Comparable"),
    "no-number": Name("Không có số", "No number"),
    "unit": Name("Khác hoặc không rõ đơn vị", "Different or unknown unit"),
    "basis": Name("Khác cách tính", "Different basis"),
    "place": Name("Khác nơi", "Different place"),
    "scope": Name("Khác phạm vi", "Different scope"),
}
"""Why two things cannot be compared, by key; they can for the empty one."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one congress aims at: a value of a target, with all sources of the wordings that say so."""

    target: Target
    value: Value
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two targets of one indicator, and the key of the reason why they cannot be compared."""

    indicator: str
    a: Side
    b: Side
    reason: str


@dataclass(frozen=True, slots=True)
class Measured:
    """The latest values of one indicator in two places, and the key of the reason why they cannot be compared."""

    indicator: str
    a: Observation
    b: Observation
    reason: str


# --- targets of two congresses --------------------------------------------------------------------------------


def sides_of(book: Book, congress: str) -> tuple[Side, ...]:
    """The values that a congress set, each once for an indicator, deadline and scope; without those that have no deadline."""
    found: dict[tuple[object, ...], Side] = {}
    for target in book.targets_of[congress]:
        for statement in book.statements_of[target.iri] if target.deadline else ():
            key = (target.indicator, target.deadline, target.scope, statement.value)
            before = found.get(key)
            sources = (*(before.sources if before else ()), *statement.sources)
            found[key] = Side(before.target if before else target, statement.value, sources)
    return tuple(found.values())


def reason_why_not(a: Side, b: Side, same_organisation: bool) -> str:
    """The key of the reason why two targets of one indicator cannot be compared; empty if they can."""
    if a.value.number is None or b.value.number is None:
        return "no-number"
    if not a.value.unit or a.value.unit != b.value.unit:
        return "unit"
    if a.value.basis != b.value.basis:
        return "basis"
    same_place = bool(a.target.scope) and a.target.scope == b.target.scope
    return "place" if same_organisation and not same_place else ""


def compare_congresses(book: Book, a: Congress, b: Congress) -> tuple[Pair, ...]:
    """All pairs of targets of one indicator: those that can be compared first, then by reason; by name and deadline."""
    same = a.organisation == b.organisation
    others = grouped(sides_of(book, b.iri), lambda s: s.target.indicator)
    pairs = [
        Pair(one.target.indicator, one, other, reason_why_not(one, other, same))
        for one in sides_of(book, a.iri)
        for other in others[one.target.indicator]
    ]
    reasons = list(REASONS)
    order = {iri: at for at, iri in enumerate(book.indicators)}

    def place(pair: Pair) -> tuple[object, ...]:
        due = (pair.a.target.deadline, pair.b.target.deadline, pair.a.target.iri, pair.b.target.iri)
        return reasons.index(pair.reason), order.get(pair.indicator, len(order)), *due

    return tuple(sorted(pairs, key=place))


def only_of(book: Book, a: Congress, b: Congress) -> tuple[Target, ...]:
    """The targets of a congress for whose indicator another one has none, by name."""
    known = {t.indicator for t in book.targets_of[b.iri]}
    return tuple(t for t in book.targets_of[a.iri] if t.indicator not in known)


# --- values of two places -------------------------------------------------------------------------------------


def place_of(book: Book, congress: str) -> str:
    """The place that most targets of a congress are set for."""
    held = grouped(book.targets_of[congress], lambda t: t.scope)
    return max(sorted(held), key=lambda p: len(held[p]), default="")


def _latest_runs(book: Book, place: str) -> dict[str, list[tuple[Run, Observation]]]:
    """The series of a place as a whole that have a dated value, by indicator."""
    found: dict[str, list[tuple[Run, Observation]]] = {}
    for run in to_runs(book, book.observations_in[place]):
        last = latest(book, run)
        if last is not None and last.value.number is not None and not run.key.scope_note:
            found.setdefault(run.key.indicator, []).append((run, last))
    return found


def _measured(indicator: str, a: tuple[Run, Observation], b: tuple[Run, Observation]) -> Measured:
    (first, one), (second, other) = a, b
    reason = "unit" if not one.value.unit or one.value.unit != other.value.unit else ""
    reason = reason or ("basis" if first.key.basis != second.key.basis else "")
    return Measured(indicator, one, other, reason)


def compare_places(book: Book, a: str, b: str) -> tuple[Measured, ...]:
    """The latest values of every indicator that both places have: comparable ones first, then by reason; by name.

    Where one pair of series of an indicator can be compared, the others are left out.
    """
    left, right = _latest_runs(book, a), _latest_runs(book, b)
    found: list[Measured] = []
    for indicator in (i for i in book.indicators if i in left and i in right):
        pairs = [_measured(indicator, *pair) for pair in product(left[indicator], right[indicator])]
        found += [p for p in pairs if not p.reason] or pairs[:1]
    reasons = list(REASONS)
    return tuple(sorted(found, key=lambda m: reasons.index(m.reason)))


# --- which pairs there are ------------------------------------------------------------------------------------


def congress_pairs(book: Book) -> tuple[tuple[Congress, Congress], ...]:
    """The pairs worth a page: two congresses in a row of one organisation; the same term of two organisations."""
    with_targets = [c for c in book.congresses.values() if book.targets_of[c.iri]]
    with_targets.sort(key=lambda c: (c.term and book.periods[c.term].start, c.key))
    return tuple(pair for pair in combinations(with_targets, 2) if _worth(book, with_targets, *pair))


def _worth(book: Book, all_of_them: Iterable[Congress], a: Congress, b: Congress) -> bool:
    if a.organisation == b.organisation:
        between = (c.ordinal for c in all_of_them if c.organisation == a.organisation)
        low, high = sorted((a.ordinal or 0, b.ordinal or 0))
        return not any(o is not None and low < o < high for o in between)
    return bool(a.term) and a.term == b.term


def place_key(iri: str) -> str:
    """The key of a place in the path of a comparison."""
    return last_part(iri)


def place_pairs(book: Book) -> tuple[tuple[Place, Place], ...]:
    """The pairs of provinces that documents give values of."""
    provinces = [p for p in book.places.values() if p.level == "province" and book.observations_in[p.iri]]
    return tuple(combinations(provinces, 2))


def find_place(book: Book, key: str) -> Place | None:
    """The place that a key stands for, if documents speak of it."""
    return next((p for p in _spoken(book) if place_key(p.iri) == key), None)


def _spoken(book: Book) -> Iterator[Place]:
    return (p for p in book.places.values() if p.iri in book.spoken_of)
