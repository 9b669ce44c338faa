"""Times beside a value in its clause."""

from __future__ import annotations

import re

from vankien.facts.clauses.marks import closes_clause
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time

_TITLE = re.compile(r"(?<!\w)(?:Đề\sán|Chương\strình|Chiến\slược|Quy\shoạch)\s[^.;:]{24,}$")


def _of_title(between: str, time: Time) -> bool:
    """``5.000 ha tham gia Đề án phát triển ... đến năm 2030``: the deadline is part of the title."""
    return time.kind == "until" and _TITLE.search(between) is not None


def near(text: str, times: tuple[Time, ...], since: int, head: int, quantity: Quantity, end: int) -> tuple[Time, ...]:
    """The time expressions of a value: those before it, the nearest first, then those behind it; a deadline right
    behind it goes before one in another clause."""
    before = [
        t
        for t in times
        if since <= t.start < quantity.start and not closes_clause(text, t.start, t.end, quantity.start)
    ]
    behind = [t for t in times if quantity.end <= t.start <= end and not _of_title(text[quantity.end : t.start], t)]
    if behind and behind[0].start <= quantity.end + 1:  # "343 tỷ đồng năm 2016"
        return (*behind, *reversed(before))
    if behind and behind[0].kind == "until" and not [t for t in before if t.start >= head - 1]:
        return (*behind, *reversed(before))
    return (*reversed(before), *behind)


def of_base(text: str, bracket: int, times: tuple[Time, ...]) -> tuple[Time, ...]:
    """``tăng 2 lần so với năm 2020 (8,9 triệu tấn)``: the bracket is of the year that is compared with."""
    base = next((t for t in times if t.kind == "base" and t.end == bracket - 1), None)
    year = re.search(r"năm\s(?P<year>(?:19|20)\d\d)$", text[base.start : base.end]) if base else None
    return (Time(base.start, base.end, year["year"], "at"),) if base and year else ()
