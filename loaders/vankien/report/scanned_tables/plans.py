"""Headers of scanned tables that set a plan beside what became of it: ``TH 2023 | KH 2024 | Ước TH 2024 | KH 2025``.

The words of such a header are often too cut to be read in order. Its years say enough: the one that stands twice is that
of the plan and then of its result, those before it are of earlier results, those behind it of later plans.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.header_words import line_to_header_words

_YEAR = re.compile(r"(?:19|20)\d\d")


def years_to_names(years: Sequence[int], *, estimate: bool) -> tuple[str, ...] | None:
    """The header texts of columns by their years alone; None unless one year stands twice in a rising row.

    >>> years_to_names([2018, 2019, 2019], estimate=True)
    ('Thực hiện năm 2018', 'Kế hoạch năm 2019', 'Ước thực hiện năm 2019')
    >>> years_to_names([2019, 2020], estimate=True) is None, years_to_names([2020, 2019, 2019], estimate=True) is None
    (True, True)
    """
    twice = [a for a, b in pairwise(years) if a == b]
    if len(twice) != 1 or list(years) != sorted(years):
        return None
    plan = years.index(twice[0])
    result = "Ước thực hiện" if estimate else "Thực hiện"
    before = [f"Thực hiện năm {y}" for y in years[:plan]]
    behind = [f"Kế hoạch năm {y}" for y in years[plan + 2 :]]
    return (*before, f"Kế hoạch năm {twice[0]}", f"{result} năm {twice[0]}", *behind)


def by_plan(block: Sequence[BodyLine], count: int, _: str) -> tuple[str, ...] | None:
    """The header texts of `count` columns where a header has words of a plan and one line of as many years."""
    read = [line_to_header_words(line) for line in block]
    words = {w for line in read for w in line}
    if not words & {"ke", "hoach"}:
        return None
    for line in read:
        years = [int(w) for w in line if _YEAR.fullmatch(w)]
        names = years_to_names(years, estimate="uoc" in words) if len(years) == count else None
        if names:
            return names
    return None
