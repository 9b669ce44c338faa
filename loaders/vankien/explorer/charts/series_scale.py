"""Axes of a series chart: years across, values up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Axes:
    """The field of a chart: its edges, the first and last year (each year is a band), lowest and highest value."""

    left: float
    right: float
    top: float
    bottom: float
    first: int
    last: int
    low: Decimal
    high: Decimal

    def at(self, when: float) -> float:
        """How far right a time is, in years: 2023.0 is the beginning of 2023."""
        return self.left + (when - self.first) / (self.last + 1 - self.first) * (self.right - self.left)

    def year(self, year: int) -> float:
        """The middle of the band of a year."""
        return self.at(year + 0.5)

    def height(self, value: Decimal) -> float:
        """How far down a value is."""
        return self.bottom - float((value - self.low) / (self.high - self.low)) * (self.bottom - self.top)


def in_years(day: date) -> float:
    """A day as a number of years: the beginning of 2023 is 2023.0."""
    first = date(day.year, 1, 1)
    return day.year + (day - first).days / (date(day.year, 12, 31) - first + timedelta(1)).days


def middle(start: date, end: date) -> float:
    """The middle of a period, in years."""
    return (in_years(start) + in_years(end + timedelta(1) if end < date.max else end)) / 2


def ticks(low: Decimal, high: Decimal, most: int = 6) -> list[Decimal]:
    """Round numbers (1, 2, 2.5 or 5 times a power of ten apart) that span the values, at most `most` and one.

    >>> [str(t) for t in ticks(Decimal("46.5"), Decimal("57"))]
    ['46', '48', '50', '52', '54', '56', '58']
    >>> [f"{t:f}" for t in ticks(Decimal(3000), Decimal(3000))]
    ['2900', '2950', '3000', '3050', '3100']
    """
    if low == high:
        around = abs(low) / 30 or Decimal(1)
        low, high = low - around, high + around
    rough = (high - low) / most
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * Decimal(s) for s in ("1", "2", "2.5", "5", "10") if power * Decimal(s) >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [Decimal(i) * step for i in range(first, last + 1)]


def span(values: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    """The lowest and highest of the values, with room for labels; from zero where that is near."""
    found = list(values)
    low, high = min(found), max(found)
    room = (high - low) * Decimal("0.08")
    if 0 <= low <= (high - low) * Decimal("0.6"):
        return Decimal(0), high + room
    return low - room, high + room


def shown_years(first: int, last: int, room: float) -> Sequence[int]:
    """The years that have a label: all, or every second, fifth ... where there is no room."""
    count = last - first + 1
    step = next((s for s in (1, 2, 5, 10, 20, 50) if room / count * s >= 38), 100)
    return [y for y in range(first, last + 1) if y % step == 0 or step == 1] or [first]
