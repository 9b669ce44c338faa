"""Periods and deadlines as the facts write them → days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_YEARS = re.compile(r"(\d{4})(?:\s*[-–/]\s*(\d{4}))?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_QUARTER = re.compile(r"(\d{4})-[Qq]([1-4])")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _span(written: str) -> tuple[date, date] | None:
    if match := _YEARS.fullmatch(written):
        first, last = int(match[1]), int(match[2] or match[1])
        return date(first, 1, 1), date(last, 12, 31)
    if match := _DAY.fullmatch(written):
        day = date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := _QUARTER.fullmatch(written):
        year, quarter = int(match[1]), int(match[2])
        return date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if match := _MONTH.fullmatch(written):
        year, month = int(match[1]), int(match[2])
        return date(year, 1, 1), _month_end(year, month)
    return None


def period_span(written: str | None) -> tuple[date, date] | None:
    """The first and last day of a period; None for what cannot be read.

    A year with a month is the year up to the end of that month, because reports write "10 tháng năm 2023".

    >>> [str(d) for d in period_span("2021-2023")]
    ['2021-01-01', '2023-12-31']
    >>> [str(d) for d in period_span("2023-10")]
    ['2023-01-01', '2023-10-31']
    >>> period_span("2023-2021"), period_span("đến nay"), period_span("2023-13"), period_span(None)
    (None, None, None, None)
    """
    try:
        span = _span((written or "").strip())
    except ValueError:
        return None
    return span if span and span[0] <= span[1] else None


def deadline_day(written: str | None) -> date | None:
    """The last day that a deadline allows.

    >>> [str(deadline_day(t)) for t in ("2025", "2025-06", "2021-2025", "2025-10-20", "sớm")]
    ['2025-12-31', '2025-06-30', '2025-12-31', '2025-10-20', 'None']
    """
    span = period_span(written)
    return span[1] if span else None


def whole_day(written: str | None) -> date | None:
    """A full date, else None.

    >>> str(whole_day("2023-11-03")), whole_day("2025-08"), whole_day("2025-02-30")
    ('2023-11-03', None, None)
    """
    try:
        return date.fromisoformat(written) if written and _DAY.fullmatch(written) else None
    except ValueError:
        return None
