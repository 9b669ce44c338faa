"""Which times of a sentence the next sentence takes over, and which hold for what a report on one year tells.

Số tàu vi phạm còn 3 tàu (năm 2030: 8 tàu). Sản lượng ...          the year in the bracket is of its value alone
giảm từ 4% cuối năm 2030 xuống còn 3%. Giải quyết ...              so is the year that a change starts from
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.periods import Time, find_times, last_year, of_congress


def lasting_times(text: str, measures: Sequence[Measure]) -> tuple[Time, ...]:
    """The times of a sentence that last into the next one, the first to hold first.

    >>> [t.period for t in lasting_times("Năm 2031, còn 3 tàu (năm 2030: 8 tàu).", ())]
    ['2031']
    """
    times = [t for t in find_times(text) if t.period and t.kind in ("at", "until", "span")]
    open_times = [t for t in times if open_brackets(text, t.start) <= 0]
    moving = [m.quantity for m in measures if m.quantity.moving]
    if not moving:
        return tuple(open_times)
    left = [t for t in open_times if any(re.fullmatch(r"\s(?:của\s)?", text[q.end : t.start]) for q in moving)]
    kept = [t for t in open_times if t not in left]  # "từ 12% đầu năm 2022 xuống còn 3% năm 2025"
    return tuple(kept[-1:])


def holds_for_year(time: Time, text: str, year: str) -> bool:
    """In a report on one year: may a time say when a reported value was reached? Neither the term in a congress' name
    nor a year still to come does.

    >>> text = "Thực hiện Nghị quyết Đại hội lần thứ V, nhiệm kỳ 2030-2035, trồng 9 ha"
    >>> [holds_for_year(t, text, "2032") for t in find_times(text)]
    [False]
    """
    if time.kind == "span":
        return not of_congress(text, time)
    return not (time.period and last_year(time.period) > year)
