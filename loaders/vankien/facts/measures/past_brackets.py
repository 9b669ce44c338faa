"""What a bracket among goals and tasks tells of the years before, beside what is promised.

ổn định 900 ha chè, 60% đạt VietGAP (năm 2025: 850 ha, 41%)             the results of what stands before the bracket
kết nạp 400 đảng viên (5 năm 2021 - 2025 kết nạp 310 đảng viên)         results in words of their own
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import Time, find_times, last_year

_LEAD = 8  # "(thực hiện năm 2025: ...", "(trong 5 năm 2021 - 2025 ..."


def dated_bracket(text: str, at: int) -> tuple[int, Time | None]:
    """Where the innermost bracket around an offset opens (-1 outside of any), and the time that it opens with.

    >>> opened, time = dated_bracket("đạt 60% (năm 2025: 850 ha, 41%)", 27)
    >>> opened, time and time.period
    (8, '2025')
    """
    opened = text.rfind("(", 0, at)
    if opened < 0 or opened < text.rfind(")", 0, at):
        return -1, None
    first = next((t for t in find_times(text[opened + 1 : at]) if t.period), None)
    return opened, first if first and first.start <= _LEAD else None


def tells_of_past(text: str, at: int, year: str) -> bool:
    """Does the bracket around a value open with a time that is over in the year of the document?

    >>> tells_of_past("đạt 60% (năm 2025: 41%)", 19, "2026"), tells_of_past("đạt 60% (năm 2027: 41%)", 19, "2026")
    (True, False)
    """
    _, time = dated_bracket(text, at)
    if time is None or not year:
        return False
    last = last_year(time.period)
    return last <= year if time.kind == "span" else last < year and time.kind in ("at", "until")


_SAYS_NOTHING = re.compile(r"[\s:,;(]*(?:(?:là|đạt|còn|ước|và)\s*)*")


def beside_promised(measures: Sequence[Measure], text: str) -> list[Measure]:
    """The measures of a sentence; the bare values of a dated bracket under the labels of those before it, in turn.

    In: the measures in the order of the text, the sentence.
    """
    out = list(measures)
    brackets = [dated_bracket(text, m.quantity.start) for m in out]
    for first, (opened, time) in enumerate(brackets):
        if time is None or (first and brackets[first - 1][0] == opened):
            continue
        inside = [m for m, (at, _) in zip(out[first:], brackets[first:], strict=True) if at == opened]
        told = [m for m in out[:first] if m.quantity.end <= opened][-len(inside) :]
        pairs = list(zip(inside, told, strict=False))
        bare = all(_SAYS_NOTHING.fullmatch(m.before) for m in inside)
        if len(inside) < 2 or len(told) != len(inside) or not bare:
            continue
        if all(same_unit_family(a.quantity.unit, b.quantity.unit) for a, b in pairs):
            out[first : first + len(inside)] = [replace(a, label=b.label, growth=b.growth) for a, b in pairs]
    return out
