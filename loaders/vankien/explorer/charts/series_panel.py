"""One field of a series chart: what is of one unit and one basis, its axes, and where every mark and label stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vankien.explorer.charts.map_layout import spread
from vankien.explorer.charts.model import Series, SeriesData, TargetLine
from vankien.explorer.charts.series_labels import Box, Segment, place_labels
from vankien.explorer.charts.series_marks import Mark, joined_marks, mark_words, to_marks
from vankien.explorer.charts.series_scale import Axes, in_years, middle, span, ticks
from vankien.explorer.charts.text import text_width, wrap
from vankien.explorer.charts.values import key_of, number_words, value_words
from vankien.explorer.charts.words import say

SIZE, SMALL, STEP = 13.0, 12.0, 15.0
FIELD = (250.0, 460.0)
"""The least and the most height of the field of a panel: it grows with the values in it."""

ASIDE = 178.0
"""The room at the right for what targets say."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What panels share when they are to be compared: years, values, the height of the field."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    height: float


@dataclass(frozen=True, slots=True)
class Panel:
    """The series and targets of one unit and basis."""

    unit: str
    per: str
    series: tuple[Series, ...]
    targets: tuple[TargetLine, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark of a series at its place: ``left`` and ``right`` differ for a value of several years."""

    series: int
    mark: Mark
    left: float
    right: float
    y: float
    upper: float
    label: tuple[str, ...]
    box: Box | None = None

    @property
    def x(self) -> float:
        """The middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class DrawnTarget:
    """A target at its place, with the lines of what it says and where these stand."""

    target: TargetLine
    left: float
    right: float
    y: float
    upper: float
    lines: tuple[str, ...]
    text_top: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A panel with everything at its place."""

    panel: Panel
    axes: Axes
    ticks: tuple[Decimal, ...]
    marks: tuple[Drawn, ...]
    joins: tuple[tuple[Drawn, Drawn], ...]
    targets: tuple[DrawnTarget, ...]
    bottom: float


# --- what belongs together ----------------------------------------------------------------------------------------


def _fits(target: TargetLine, series: Series) -> bool:
    if target.series:
        return series.key in target.series and target.unit == series.unit
    bases = {key_of(target.per), key_of(series.per)} - {""}
    return target.unit == series.unit and len(bases) < 2


def to_panels(data: SeriesData) -> list[Panel]:
    """One panel for each unit and basis, in the order of the series; targets that fit none have panels of their own."""
    series: dict[tuple[str, str], list[Series]] = {}
    for s in data.series:
        if s.points:
            series.setdefault((s.unit, key_of(s.per)), []).append(s)
    panels = [
        Panel(unit, per, tuple(held), tuple(t for t in data.targets if any(_fits(t, s) for s in held)))
        for (unit, per), held in series.items()
    ]
    shown = {t for p in panels for t in p.targets}
    alone: dict[tuple[str, str], list[TargetLine]] = {}
    for t in data.targets:
        if t not in shown:
            alone.setdefault((t.unit, key_of(t.per)), []).append(t)
    return panels + [Panel(unit, per, (), tuple(held)) for (unit, per), held in alone.items()]


def _height(panel: Panel) -> float:
    values = sum(len(s.points) for s in panel.series)
    return min(FIELD[0] + 9 * max(values - 10, 0), FIELD[1])


def scope_of(panels: Sequence[Panel]) -> Scope:
    """The years and values that the panels need between them."""
    values: list[Decimal] = []
    years: list[int] = []
    for panel in panels:
        for p in (p for s in panel.series for p in s.points):
            values += [p.value] if p.upper is None else [p.value, p.upper]
            years += [p.start.year, p.end.year]
        for t in panel.targets:
            values += [t.value] if t.upper is None else [t.value, t.upper]
            years += [d.year for d in (t.start, t.deadline) if d is not None]
    low, high = span(values)
    return Scope(min(years, default=1), max(years, default=1), low, high, max(map(_height, panels)))


# --- places -------------------------------------------------------------------------------------------------------


def _axes(scope: Scope, top: float, width: float, language: str) -> tuple[Axes, tuple[Decimal, ...]]:
    marks = ticks(scope.low, scope.high)
    left = max(text_width(number_words(t, language), SMALL) for t in marks) + 16
    axes = Axes(left, width, top, top + scope.height, scope.first, scope.last, marks[0], marks[-1])
    return axes, tuple(marks)


def _drawn(panel: Panel, axes: Axes, language: str) -> list[Drawn]:
    room = (axes.right - axes.left) / 3
    drawn = []
    for i, series in enumerate(panel.series):
        for mark in to_marks(series):
            p = mark.point
            x = axes.at(middle(p.start, p.end))
            left, right = (axes.at(p.start.year), axes.at(p.end.year + 1)) if mark.whole_term else (x, x)
            y = axes.height(p.value)
            upper = axes.height(p.upper) if p.upper is not None else y
            label = wrap(mark_words(mark, language), max(room, 90.0), SMALL)
            drawn.append(Drawn(i, mark, left, right, y, upper, label))
    return drawn


def _obstacle(d: Drawn) -> Box:
    return Box(min(d.left, d.x - 6), min(d.y, d.upper) - 6, max(d.right, d.x + 6), max(d.y, d.upper) + 6)


def _anchors(d: Drawn) -> list[tuple[float, float]]:
    """Where a label may stand near: at the mark; of a long bar also near its ends."""
    y = min(d.y, d.upper)
    inset = (d.right - d.left) / 4
    return [(d.x, y)] if inset < 20 else [(d.x, y), (d.left + inset, y), (d.right - inset, y)]


def _labelled(drawn: Sequence[Drawn], axes: Axes, lines: Sequence[Segment], ceiling: float) -> list[Drawn]:
    """The marks with the boxes of their labels: those of points first, as bars leave more choice."""
    order = sorted(range(len(drawn)), key=lambda i: (drawn[i].mark.whole_term, i))
    sizes = [(max(text_width(t, SMALL) for t in drawn[i].label) + 4, STEP * len(drawn[i].label) + 1) for i in order]
    field = Box(axes.left, ceiling, axes.right, axes.bottom - 2)
    near = [_anchors(drawn[i]) for i in order]
    boxes = place_labels(near, sizes, field, [_obstacle(d) for d in drawn], lines)
    found = dict(zip(order, boxes, strict=True))
    return [replace(d, box=found[i]) for i, d in enumerate(drawn)]


def _target_lines(target: TargetLine, language: str) -> tuple[str, ...]:
    words = value_words(target.comparator, target.value, target.upper, target.unit, target.per, language)
    due = say("by", language, target.deadline.year) if target.deadline else say("goal", language)
    said = f"{due}: {words}"
    return wrap(f"{said} · {target.label}" if target.label else said, ASIDE - 22, SMALL)


def _drawn_targets(panel: Panel, axes: Axes, language: str) -> list[DrawnTarget]:
    targets = sorted(panel.targets, key=lambda t: (-(t.upper or t.value), t.deadline is None, t.deadline, t.label))
    texts = [_target_lines(t, language) for t in targets]
    heights = [axes.height(t.value if t.upper is None else (t.value + t.upper) / 2) for t in targets]
    tops = spread(heights, [STEP * len(lines) for lines in texts], 5)
    lift = max([0.0, *(axes.top - top for top in tops)])
    drawn = []
    for t, lines, top in zip(targets, texts, tops, strict=True):
        left = axes.at(in_years(t.start)) if t.start else axes.left
        right = axes.at(t.deadline.year + 1) if t.deadline else axes.right
        y = axes.height(t.value)
        drawn.append(DrawnTarget(t, left, right, y, y if t.upper is None else axes.height(t.upper), lines, top + lift))
    return drawn


def place(panel: Panel, scope: Scope, top: float, width: float, language: str) -> Placed:
    """Put a panel at its place: from `top` down, over the width, with the years and values of the scope."""
    room = width - (ASIDE if panel.targets else 16.0)
    axes, marks = _axes(scope, top + 28, room, language)
    drawn = _drawn(panel, axes, language)
    at = {(d.series, d.mark): i for i, d in enumerate(drawn)}
    pairs = [
        (at[i, a], at[i, b])
        for i, series in enumerate(panel.series)
        for a, b in joined_marks(d.mark for d in drawn if d.series == i and series)
    ]
    targets = _drawn_targets(panel, axes, language)
    lines = [(drawn[a].x, drawn[a].y, drawn[b].x, drawn[b].y) for a, b in pairs]
    lines += [(t.left, y, t.right, y) for t in targets for y in {t.y, t.upper}]
    drawn = _labelled(drawn, axes, lines, top + 20)
    joins = tuple((drawn[a], drawn[b]) for a, b in pairs)
    ends = [t.text_top + STEP * len(t.lines) + 8 for t in targets]
    return Placed(panel, axes, marks, tuple(drawn), joins, tuple(targets), max([axes.bottom + 26, *ends]))
