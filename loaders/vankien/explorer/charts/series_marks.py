"""What of a series is drawn: equal values as one mark, contradictions flagged, and which marks a line joins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from vankien.explorer.charts.model import Point, Series
from vankien.explorer.charts.values import GAP, number_words, period_words, value_words
from vankien.explorer.charts.words import STATUSES
from vankien.facts.discrepancies.parts import differ_by_rounding

CONFLICT = "◎"
"""The sign of a value that another one contradicts."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value of a period with all points that say it; ``conflict`` if a document says another one, as firmly."""

    point: Point
    points: tuple[Point, ...]
    conflict: bool = False

    @property
    def firm(self) -> bool:
        """True for a value that is neither estimated nor preliminary."""
        return self.point.status not in STATUSES

    @property
    def whole_term(self) -> bool:
        """True for a value of several years together."""
        return self.point.start.year < self.point.end.year

    @property
    def whole_year(self) -> bool:
        """True for a value of one calendar year."""
        p = self.point
        return (p.start, p.end) == (date(p.end.year, 1, 1), date(p.end.year, 12, 31))


def _conflicting(marks: Sequence[Mark]) -> set[Mark]:
    """The marks of one period that contradict another: same firmness, and no rounding of it."""
    found: set[Mark] = set()
    for a, b in combinations(marks, 2):
        ends = [(m.point.value, m.point.upper or m.point.value) for m in (a, b)]
        rounded = all(x == y or differ_by_rounding(x, y) for x, y in zip(*ends, strict=True))
        if a.firm == b.firm and not rounded:
            found |= {a, b}
    return found


def to_marks(series: Series) -> tuple[Mark, ...]:
    """The marks of a series by period; of equal values a firm one stands for all."""
    grouped: dict[tuple[object, ...], list[Point]] = defaultdict(list)
    for p in series.points:
        grouped[p.start, p.end, p.value, p.upper, p.comparator].append(p)
    firm_first = (sorted(same, key=lambda p: (p.status in STATUSES, p.source, p.href)) for same in grouped.values())
    marks = [Mark(same[0], tuple(same)) for same in firm_first]
    marks.sort(key=lambda m: (m.point.end, m.point.start, m.point.value, m.point.upper or m.point.value))
    periods: dict[tuple[date, date], list[Mark]] = defaultdict(list)
    for mark in marks:
        periods[mark.point.start, mark.point.end].append(mark)
    flagged = {m for same in periods.values() for m in _conflicting(same)}
    return tuple(Mark(m.point, m.points, m in flagged) for m in marks)


def joined_marks(marks: Iterable[Mark]) -> list[tuple[Mark, Mark]]:
    """The pairs of yearly marks that a line joins: the one firm value of a year, else its one estimate.

    A year for which documents contradict each other breaks the line.
    """
    years: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.whole_year:
            years[mark.point.end.year].append(mark)
    chosen: list[Mark | None] = []
    for year in sorted(years):
        firm = [m for m in years[year] if m.firm] or years[year]
        chosen.append(firm[0] if not firm[0].conflict else None)
    return [(a, b) for a, b in pairwise(chosen) if a is not None and b is not None]


def mark_words(mark: Mark, language: str, unit: str = "") -> str:
    """The label of a mark: its value, the period unless it is a year, that it is an estimate, that it is contradicted."""
    p = mark.point
    words = value_words(p.comparator, p.value, p.upper, unit, "", language)
    notes = [] if mark.whole_year else [p.period or period_words(p.start, p.end, language)]
    if not mark.firm:
        status = STATUSES[p.status]
        notes.append(status.vi if language == "vi" else status.en)
    said = f"{words} ({', '.join(notes)})" if notes else words
    return f"{CONFLICT}{GAP}{said}" if mark.conflict else said


def mark_title(mark: Mark, series: Series, language: str) -> str:
    """All that is known of a mark, for its link: series, period, value with unit, sources."""
    p = mark.point
    when = p.period or period_words(p.start, p.end, language)
    words = value_words(p.comparator, p.value, p.upper, series.unit, series.per, language)
    status = STATUSES.get(p.status)
    said = f"{words} ({status.words(language)})" if status else words
    sources = "; ".join(dict.fromkeys(q.source for q in mark.points if q.source))
    return " – ".join(w for w in (series.label, f"{when}: {said}", sources) if w)


def conflicts(marks: Iterable[Mark], language: str) -> list[str]:
    """The contradictions of a series in words, one for each period: ``2023: 52,95 / 53,4``."""
    values: dict[str, list[str]] = defaultdict(list)
    for m in marks:
        if m.conflict:
            when = m.point.period or period_words(m.point.start, m.point.end, language)
            values[when].append(number_words(m.point.value, language))
    return [f"{when}: {' / '.join(said)}" for when, said in values.items()]
