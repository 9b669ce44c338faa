"""Empty cells of a scanned row, from the bars between its values: ``78,3 | 88 | | 85,0`` leaves out one column.

An engine loses rulings more often than it invents them, so the bars count only where they account for every column
that a row lacks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_BARS = re.compile(r"[|\s]*")


def bar_gaps(printed: str, values: Sequence[str]) -> list[int] | None:
    """How many empty cells the bars show before each value and behind the last one; before the first value every bar
    is counted, since one of them may be that of its own cell. None if the values are not printed in that order.

    >>> bar_gaps("Thuế % | 6,3 | | 6,5 | 6,4 | |", ["6,3", "6,5", "6,4"])
    [1, 1, 0, 1]
    >>> bar_gaps("Thu gom rác % 88 | | 86,1 | Đạt | 92", ["88", "86,1", "92"])
    [0, 1, 0, 0]
    """
    places: list[tuple[int, int]] = []
    end = len(printed)
    for value in reversed(values):
        at = printed.rfind(value, 0, end)
        if at < 0:
            return None
        places.insert(0, (at, at + len(value)))
        end = at
    if not places:
        return None
    before = printed[: places[0][0]]
    lead = before[len(before.rstrip("| \t")) :].count("|")
    between = [printed[a:b] for (_, a), (b, _) in pairwise(places)]
    return [lead, *(_empty(text) for text in between), _empty(printed[places[-1][1] :])]


def _empty(between: str) -> int:
    """Empty cells between two printed ones: one less than the bars, none where words stand there."""
    return max(between.count("|") - 1, 0) if _BARS.fullmatch(between) else 0


def splits_values(printed: str, values: Sequence[str]) -> bool:
    """Do words, a verdict, stand between the last two values of a row?"""
    if len(values) < 2:
        return False
    last = printed.rfind(values[-1])
    before = printed.rfind(values[-2], 0, max(last, 0))
    return before >= 0 and any(c.isalpha() for c in printed[before + len(values[-2]) : last])


def settled_gaps(gaps: Sequence[int], missing: int, *, led: bool, verdict_out: bool) -> list[int] | None:
    """The empty cells of a row that lacks `missing` values, if its bars account for all of them; else None.

    `led` if a bar stands before the first value of full rows too (a second one shows an empty cell); `verdict_out` if the cell of the verdict stands before
    the last value and is empty here, so that one of the empty cells is its own.
    """
    inner = list(gaps[1:])
    if verdict_out and len(inner) > 1 and inner[-1] == 0 and inner[-2]:
        inner[-2] -= 1
    for lead in (0, max(gaps[0] - 1, 0) if led else min(gaps[0], 1)):
        if lead + sum(inner) == missing:
            return [lead, *inner]
    return None
