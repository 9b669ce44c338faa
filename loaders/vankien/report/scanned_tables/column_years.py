"""Headers of scanned tables told by their years: planned years below one cell, a target behind the years, days.

``Ước TH năm 2025 | Mục tiêu kế hoạch`` over ``2026 2027 2028 2029 2030``; ``Thực hiện`` over ``2005 2008 2009 2010`` and the
target of the resolution behind them; ``Nghị quyết đến năm 2025 | Thực hiện đến 30/6/2023 | Dự kiến năm 2025``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.column_names import KINDS, column_name, openers_of, years_of
from vankien.report.scanned_tables.header_words import header_words_of
from vankien.report.scanned_tables.words import is_sorted_run

DATE = re.compile(r"\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b|\b\d{1,2}/(?:19|20)\d\d\b")
_DATED = re.compile(rf"{DATE.pattern}|\b(?:19|20)\d\d\b")
_LEAST_YEARS = 3


def by_following_years(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One result, and below a cell of its own the years that follow it, each planned."""
    for above, below in pairwise(block):
        reached, planned = years_of(above), years_of(below)
        openers = openers_of(above)
        if len(reached) != 1 or not is_sorted_run(planned) or planned[0] != reached[0] + 1 or count != len(planned) + 1:
            continue
        if [KINDS[w] for w in openers[:1]] != ["result"]:
            continue
        plan = "ke" if "ke" in openers and "muc" not in openers else "muc"
        names = [column_name(openers[0], str(reached[0]), ""), *(column_name(plan, str(y), "") for y in planned)]
        return tuple(n.replace(" đến năm", " năm") for n in names)
    return None


def by_years_before_target(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """Years of results in a rising row, and behind them a target that no result follows."""
    for above, below in pairwise(block):
        years, openers = years_of(below), openers_of(above)
        if len(years) != count - 1 or len(years) < _LEAST_YEARS or years != sorted(set(years)) or openers_of(below):
            continue
        compared = [w for i, w in enumerate(openers) if openers[i : i + 2] != ["ket", "so"]]
        kinds = [KINDS[w] for w in compared]
        if "target" not in kinds or "result" in kinds[kinds.index("target") :] or "compare" not in kinds:
            continue
        target = column_name(compared[kinds.index("target")], "", title)
        return (*(f"Thực hiện năm {y}" for y in years), target)
    return None


def by_days(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """A day or a year for each column but those that compare, on one line, the day of the verdict among them."""
    openers = max((openers_of(line) for line in block), key=len)
    dated = [w for w in openers if KINDS[w] != "compare"]
    if len([w for w in openers if KINDS[w] != "verdict"]) != count:
        return None
    for line in block:
        printed = [m[0] for m in _DATED.finditer(line.printed)]
        if not any("/" in d for d in printed) or len(printed) not in (len(dated), len(dated) - dated.count("danh")):
            continue
        rest = iter(printed)
        full = len(printed) == len(dated)
        names: list[str] = []
        for word in openers:
            day = next(rest) if KINDS[word] != "compare" and (full or word != "danh") else ""
            if KINDS[word] != "verdict":
                names.append(
                    f"{column_name(word, '', title)} đến {day}" if "/" in day else column_name(word, day, title)
                )
        return tuple(names)
    return None


def day_of_verdicts(block: Sequence[BodyLine]) -> str:
    """The day that a line of a header prints for the results and again for the verdicts; empty if none does."""
    for line in block:
        days = DATE.findall(line.printed)
        if len(days) > 1 and len(set(days)) == 1:
            return str(days[0])
    return ""


_TERM = 5


def with_first_lost(
    block: Sequence[BodyLine], line: BodyLine, years: Sequence[int], count: int, front: Sequence[str], *, estimate: bool
) -> tuple[str, ...] | None:
    """A target and one year more than the line prints: the first year of a term of five whose last is that of the target,
    which stands on a line of its own ("năm 2025" over "2022 2023 2024 2025"); None where it is not sure to be that one."""
    due = any(years_of(other) == [years[-1]] for other in block if other is not line)
    if not due or len(years) != _TERM - 1 or count != _TERM + 1:
        return None
    target = front[0] if front else f"Mục tiêu Nghị quyết Đại hội đến năm {years[-1]}"
    names = [target, *(f"Thực hiện năm {y}" for y in (years[0] - 1, *years))]
    if estimate:
        names[-1] = f"Ước thực hiện năm {years[-1]}"
    return tuple(names)


def has_one_target(block: Sequence[BodyLine]) -> bool:
    """Does a header name labels, units and one column of values, a target with its year (``Chỉ tiêu | ĐVT | Mục tiêu 2030``)?"""
    words = header_words_of((block,))
    kinds = [KINDS[w] for line in block for w in openers_of(line)]
    years = [y for line in block for y in years_of(line)]
    named = {"chi", "tieu"} <= words and bool(words & frozenset({"dvt", "don"}))
    return named and kinds == ["target"] and len(years) == 1
