"""Values that may stand in one line: of one indicator, for one place and scope, in one unit, on one basis.

Values of different places, units or bases are never joined. Within a series, two values of one period that do not agree
are flagged; a value that is the other one rounded, or an estimate beside what became of it, is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from vankien.explorer.book.book import Book, grouped
from vankien.explorer.book.records import Observation, Period
from vankien.graph.terms.scales import rounds_to

_FORECASTS = ("estimate", "preliminary")
_NEVER = "9999"


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """What the values of a series have in common: IRIs of place, indicator and unit (the printed unit where it is none of the
    list), key of the basis, scope in words."""

    place: str
    scope_note: str
    indicator: str
    unit: str
    basis: str


@dataclass(frozen=True)
class Run:
    """A series: its key, its unit as printed most often, and its values in the order of their periods, those without last."""

    key: SeriesKey
    unit_text: str
    observations: tuple[Observation, ...]
    conflicting: frozenset[str]

    @cached_property
    def dated(self) -> tuple[Observation, ...]:
        """The values whose period is known."""
        return tuple(o for o in self.observations if o.period)


def key_of(observation: Observation) -> SeriesKey:
    """The series that a value belongs to."""
    value = observation.value
    unit = value.unit or value.unit_text
    return SeriesKey(observation.place, observation.scope_note, observation.indicator, unit, value.basis)


def _when(book: Book, observation: Observation) -> tuple[str, str, str, int]:
    period: Period | None = book.periods.get(observation.period)
    source = observation.sources[0] if observation.sources else None
    end, start = (period.end, period.start) if period else (_NEVER, _NEVER)
    return end, start, source.report if source else "", source.line if source else 0


def _differ(a: Observation, b: Observation) -> bool:
    """True for two values of one period that contradict each other."""
    first, second = a.value, b.value
    if (
        first.number is None
        or second.number is None
        or (first.comparator, first.upper) != (second.comparator, second.upper)
    ):
        return False
    if (a.status in _FORECASTS) != (b.status in _FORECASTS):
        return False
    return first.number != second.number and not rounds_to(first.number, second.number)


def conflicting(observations: Iterable[Observation]) -> frozenset[str]:
    """The IRIs of the values of one series that another value of the same period contradicts."""
    by_period = grouped((o for o in observations if o.period), lambda o: o.period)
    pairs = (pair for same in by_period.values() for pair in combinations(same, 2))
    return frozenset(o.iri for a, b in pairs if _differ(a, b) for o in (a, b))


def to_runs(book: Book, observations: Iterable[Observation]) -> tuple[Run, ...]:
    """Values → series, by place (those with most values first), scope, unit and basis."""
    by_key: dict[SeriesKey, list[Observation]] = {}
    for observation in observations:
        by_key.setdefault(key_of(observation), []).append(observation)
    runs = [_to_run(book, key, held) for key, held in by_key.items()]
    per_place = grouped(runs, lambda r: r.key.place or "?")
    weight: Mapping[str, int] = {p: sum(len(r.observations) for r in held) for p, held in per_place.items()}

    def order(run: Run) -> tuple[object, ...]:
        place = run.key.place
        return not place, -weight[place or "?"], place, bool(run.key.scope_note), -len(run.observations), run.key

    return tuple(sorted(runs, key=order))


def _to_run(book: Book, key: SeriesKey, held: list[Observation]) -> Run:
    ordered = tuple(sorted(held, key=lambda o: (*_when(book, o), o.iri)))
    printed = [o.value.unit_text for o in ordered]
    return Run(key, max(printed, key=lambda text: (printed.count(text), text)), ordered, conflicting(ordered))


def latest(book: Book, run: Run) -> Observation | None:
    """The value of the last period that is known; a final one before an estimate, the last document's of equals."""
    if not run.dated:
        return None
    final = [o for o in run.dated if o.status not in _FORECASTS]
    last = max((o for o in run.dated), key=lambda o: _when(book, o))
    same = [o for o in final if o.period == last.period]
    return max(same, key=lambda o: _when(book, o)) if same else last
