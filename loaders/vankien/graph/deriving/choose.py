"""What belongs to a target: which of its wordings comes first, which values are its results, which verdicts judge it.

One place for the table of targets (`annex`, over records of a query) and for the pages (over values read from a store): both
say with small keys what they have, and get it back in order.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from vankien.graph.deriving.assess import TERM

_UNNUMBERED = 10_000

T = TypeVar("T")


class Printed(NamedTuple):
    """Where a wording stands: its target, the number of its group, report id, line; `tie` orders wordings of one line."""

    target: str
    group: int | None
    report: str
    line: int
    tie: str


class Goal(NamedTuple):
    """A target to be judged: IRI, indicator, place, year of the deadline; `alone` if no other target of its setter has
    this indicator."""

    target: str
    indicator: str
    place: str
    due: int | None
    alone: bool


class Judged(NamedTuple):
    """A verdict: the target that it names (or an empty text), the indicator, the place, the last year that it covers."""

    target: str
    indicator: str
    place: str
    ended: int | None


def by_target(wordings: Iterable[T], printed: Callable[[T], Printed]) -> list[list[T]]:
    """The wordings of each target; targets by group and in printed order, and of each target first the wordings of the
    document that sets most of the targets."""
    placed = [(printed(w), w) for w in wordings]
    counts = Counter(p.report for p, _ in placed)
    main = min(counts, key=lambda r: (-counts[r], r), default="")
    grouped: dict[str, list[tuple[Printed, T]]] = defaultdict(list)
    for place, wording in sorted(placed, key=lambda pw: _in_report(pw[0], main)):
        grouped[place.target].append((place, wording))
    ordered = sorted(
        grouped.values(), key=lambda held: (held[0][0].group or _UNNUMBERED, *_in_report(held[0][0], main))
    )
    return [[wording for _, wording in held] for held in ordered]


def _in_report(place: Printed, main: str) -> tuple[bool, str, int, str]:
    return place.report != main, place.report, place.line, place.tie


def is_result(period: str, scope: str, wanted: str) -> bool:
    """True for a value of a stated period and of the scope of a target; a value or target of no stated scope fits any."""
    return bool(period) and (not scope or not wanted or scope == wanted)


def in_term(ended: int | None, due: int | None) -> bool:
    """True for a year within the five years up to a deadline, and where either is not known.

    >>> in_term(2021, 2025), in_term(2020, 2025), in_term(None, 2025)
    (True, False, True)
    """
    return ended is None or due is None or due - TERM < ended <= due


def judges(verdict: Judged, goal: Goal) -> bool:
    """True for a verdict on the target; and, if no other target has its indicator, for one on the indicator in that place
    that names no target and falls in the term."""
    if verdict.target:
        return verdict.target == goal.target
    about = (verdict.indicator, verdict.place) == (goal.indicator, goal.place)
    return goal.alone and about and in_term(verdict.ended, goal.due)
