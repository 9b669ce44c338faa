"""Series and targets of the book as the charts take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from vankien.explorer.addresses.paths import path_to
from vankien.explorer.book.records import Observation, Source
from vankien.explorer.charts.model import Point, Series, SeriesData, TargetLine
from vankien.explorer.charts.tables import shorten
from vankien.explorer.pages.context import Context
from vankien.explorer.targets.aims import Aim, term_start
from vankien.explorer.targets.series import Run


def _place(c: Context, sources: Sequence[Source]) -> tuple[str, str]:
    """The words and the address of the first source."""
    if not sources:
        return "", ""
    return c.source_words(sources[0]), c.to(path_to(sources[0]))


def to_point(c: Context, observation: Observation) -> Point | None:
    """A value as a point; None if its number or its period is not known."""
    period, value = c.book.periods.get(observation.period), observation.value
    if period is None or value.number is None:
        return None
    start, end = date.fromisoformat(period.start), date.fromisoformat(period.end)
    status = observation.status or "actual"
    words, href = _place(c, observation.sources)
    return Point(start, end, value.number, value.upper, value.comparator, status, source=words, href=href)


def to_series(c: Context, run: Run, key: str, label: str) -> Series:
    """A series with its dated values."""
    points = tuple(p for p in (to_point(c, o) for o in run.dated) if p is not None)
    return Series(key, label, c.unit(run.key.unit, run.unit_text), run.key.basis, points)


def fits(aim: Aim, run: Run) -> bool:
    """True for a target that a series can be held against: same place and scope, same unit, no other basis."""
    target, key = aim.target, run.key
    bases = {aim.values[0].basis, key.basis} - {""}
    unit = aim.values[0].unit or aim.values[0].unit_text
    return (target.scope, target.scope_note, unit) == (key.place, key.scope_note, key.unit) and len(bases) < 2


def _setter(c: Context, iri: str) -> str:
    """Who set a target, in few words: a congress, the number of a document, the beginning of a longer name."""
    document = c.book.documents.get(iri)
    if document and document.code:
        return document.code
    return c.short_name(iri) if iri in c.book.congresses else shorten(c.name(iri))


def _line(c: Context, aim: Aim, run: Run, keys: tuple[str, ...]) -> TargetLine:
    value, target = aim.values[0], aim.target
    start = term_start(c.book, target.set_by)
    return TargetLine(
        value.comparator,
        value.number or Decimal(0),
        value.upper,
        c.unit(run.key.unit, run.unit_text),
        value.basis,
        date.fromisoformat(target.deadline) if target.deadline else None,
        date.fromisoformat(start) if start else None,
        _setter(c, target.set_by),
        c.href(target.iri),
        keys,
    )


def to_series_data(c: Context, runs: Iterable[tuple[Run, str]], aims: Sequence[Aim], title: str = "") -> SeriesData:
    """Series with their labels, and the targets that they can be held against, each value and deadline once."""
    keyed = [(run, f"s{at}", label) for at, (run, label) in enumerate(runs)]
    lines: dict[tuple[object, ...], TargetLine] = {}
    for aim in aims:
        held = [(run, key) for run, key, _ in keyed if aim.values and fits(aim, run)]
        if held:
            value, target = aim.values[0], aim.target
            same = (value.comparator, value.number, value.upper, target.deadline, target.scope, held[0][1])
            lines.setdefault(same, _line(c, aim, held[0][0], tuple(key for _, key in held)))
    return SeriesData(tuple(to_series(c, run, key, label) for run, key, label in keyed), tuple(lines.values()), title)
