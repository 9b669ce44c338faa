"""One value printed with two of its digits in each other's place: ``6.842 tỷ đồng`` in the text, ``6.824`` in the table.

Such numbers are so alike that looser labels will do than for any two values: those of the one among the other's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from vankien.facts.discrepancies.parts import Measured, discrepancy, line_of, measured, side
from vankien.facts.discrepancies.scope import Places, outline_to_places
from vankien.facts.discrepancies.values import changes, label_words, same_thing, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline, Target

_LEAST_DIGITS = 3
_LEAST_WORDS = 2
_STANDARDS = frozenset({"đa chiều", "mới", "chuẩn mới", "bình quân"})
"""What a short label leaves out of a longer one."""


def digits_swapped(a: Decimal, b: Decimal) -> bool:
    """Do two numbers differ only in that two neighbouring digits stand in each other's place?

    >>> pairs = (("6842", "6824"), ("9.85", "9.58"), ("128", "125"), ("12", "21"), ("1.42", "14.2"))
    >>> [digits_swapped(Decimal(a), Decimal(b)) for a, b in pairs]
    [True, True, False, False, False]
    """
    x, y = str(a), str(b)
    if len(x) != len(y) or sum(c.isdigit() for c in x) < _LEAST_DIGITS:
        return False
    apart = [i for i, (s, t) in enumerate(zip(x, y, strict=True)) if s != t]
    if len(apart) != 2 or x[apart[0]] != y[apart[1]] or x[apart[1]] != y[apart[0]]:
        return False
    if not all(x[i].isdigit() for i in apart):
        return False
    return apart[1] - apart[0] == 1 or x[apart[0] + 1 : apart[1]] == "."


def swap_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Results and targets that print one value in two places, once with two digits swapped.

    In: the outline and the facts found before. Out: those that the stricter check of two values does not see.
    """
    places = outline_to_places(outline)
    results: list[Measured] = [o for o in found.of(Observation) if o.unit and o.upper is None]
    goals: list[Measured] = [t for t in found.of(Target) if t.unit and t.value is not None and t.upper is None]
    yield from _swapped(results, places)
    yield from _swapped(goals, places)


def _swapped(facts: Sequence[Measured], places: Places) -> Iterator[Discrepancy]:
    groups: dict[tuple[str, str], list[Measured]] = defaultdict(list)
    for fact in facts:
        groups[unit_head(fact.unit), "".join(sorted(str(fact.value)))].append(fact)
    told: set[tuple[Decimal | None, Decimal | None]] = set()
    for group in groups.values():
        for a, b in combinations(group, 2):
            if a.value is None or b.value is None or (a.value, b.value) in told or not digits_swapped(a.value, b.value):
                continue
            if not _alike(a, b) or same_thing(a, b) or not _one_time(a, b) or not _apart(a, b, places):
                continue
            told |= {(a.value, b.value), (b.value, a.value)}
            yield _told(*((a, b) if a.evidence.start <= b.evidence.start else (b, a)))


def _alike(a: Measured, b: Measured) -> bool:
    """Are all the words of one label among those of the other, and none that turn a level into a change on one side?"""
    x, y = sorted((label_words(a.indicator), label_words(b.indicator)), key=len)
    return len(x) >= _LEAST_WORDS and x <= y and changes(a) ^ changes(b) <= _STANDARDS


def _one_time(a: Measured, b: Measured) -> bool:
    """Are two facts of one year, as far as both say?"""
    if isinstance(a, Target) and isinstance(b, Target):
        return a.by == b.by and a.set_by == b.set_by
    periods = [f.period for f in (a, b) if isinstance(f, Observation) and f.period]
    return len(periods) < 2 or periods[0][-4:] == periods[1][-4:] or periods[0] == periods[1]


def _apart(a: Measured, b: Measured, places: Places) -> bool:
    """Two places of the text: not one line, nor one table, whose rows are of different things; the same area."""
    table = places.table(a)
    same_table = table is not None and table == places.table(b)
    return line_of(a) != line_of(b) and not same_table and (a.scope or "") == (b.scope or "")


def _told(a: Measured, b: Measured) -> Discrepancy:
    lines = (line_of(a), line_of(b))
    period = next((f.period for f in (a, b) if isinstance(f, Observation) and f.period), None)
    about = f"{a.indicator}{f' ({period})' if period else ''}"
    return discrepancy(
        about, side(measured(a), lines[0]), side(measured(b), lines[1]), lines, "Hai chữ số đổi chỗ cho nhau",
        a.evidence, "swapped-digits", [b.evidence],
    )  # fmt: skip
