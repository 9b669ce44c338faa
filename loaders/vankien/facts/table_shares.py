"""Verdicts of a row that prints no word for them: the share of a whole year's plan beside the result and the plan.

KH 2031 | Ước TH 2031 | So sánh (%) / KH        5.000 | 5.250 | 105,0   exceeded
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from vankien.facts.assessment_labels import lower_is_better
from vankien.facts.table_cells import Value
from vankien.report.table_header import Column
from vankien.vietnamese import fold

_WITH_PLAN = re.compile(
    r"(?:so (?:voi|sanh)|/|hoan thanh|thuc hien|dat|%)[^/]*\b(?:ke hoach|kh|muc tieu|nq|nghi quyet|chi tieu|du toan)\b[^/]*"
)
_PART_OF_YEAR = re.compile(r"\b(?:quy|thang|tuan|dot|ky [i1]|dau nam)\b")
_FALLS = re.compile(r"(?:muc |ty le |so )?giam\b")
_TOLERANCE = Decimal(1)
"""Printed values are rounded; a share further off than this is of something else, or misprinted."""
_MISREAD = Decimal(10)


class Share(NamedTuple):
    """A column of shares of a plan, with the columns of the result and of the plan, and the year of both; `signed` if its
    header says that it holds percentages, as the sign behind a figure does."""

    at: int
    result: int
    plan: int
    year: str
    signed: bool = False


def compares_with_plan(header: str) -> bool:
    """Does a column print shares of the plan?

    >>> compares_with_plan("So sánh (%) / 2031/ KH"), compares_with_plan("So sánh (%) / Năm trước")
    (True, False)
    """
    return bool(_WITH_PLAN.search(fold(header).replace("(", " ").replace(")", " ")))


def plan_of_result(header: Sequence[str], columns: Sequence[Column], at: int) -> tuple[int, int] | None:
    """The columns of the result and of the plan that a column of shares compares: the nearest result before it, and the
    plan of the same whole year; None where a year is not over or nothing tells. A column of comparisons may print shares
    beside differences (``So sánh với NQ``: ``103,7%``, ``-0,9``)."""
    results = [i for i, c in enumerate(columns[:at]) if c.kind == "result"]
    if not results or columns[at].kind not in ("percent", "compare") or not compares_with_plan(header[at]):
        return None
    result = results[-1]
    year = columns[result].period or ""
    if not re.fullmatch(r"\d{4}", year) or _PART_OF_YEAR.search(fold(header[result])):
        return None
    plans = [i for i, c in enumerate(columns) if c.kind == "target" and c.period == year]
    return (result, plans[0]) if len(plans) == 1 else None


def share_to_verdict(
    label: str, result: Value | None, plan: Value | None, share: Value | None, signed: bool = False
) -> str | None:
    """The id of the verdict that a printed share of the plan is, if it is that share and more is better.

    >>> values = [Value("=", Decimal(n)) for n in (5250, 5000, 105, 95)]
    >>> share_to_verdict("Thu ngân sách", *values[:3]), share_to_verdict("Thu ngân sách", *values[:2], values[3])
    ('exceeded', None)
    """
    if result is None or plan is None or share is None or plan.upper is not None or not plan.value:
        return None
    falls = lower_is_better(label) and not _FALLS.match(fold(label))
    reckoned = result.value / plan.value * 100
    signed = signed or share.unit == "%"
    if falls or plan.comparator in ("<", "<=") or abs(reckoned - share.value) > _tolerance(reckoned, share, signed):
        return None
    if result.value - plan.value == share.value and not signed:
        return None  # how far from the plan, by chance as large as the share would be
    return "met" if share.value == 100 else "exceeded" if share.value > 100 else "not-yet-met"


def _tolerance(reckoned: Decimal, share: Value, signed: bool) -> Decimal:
    """How far a printed share may be from the reckoned one. One that prints its sign is a share of something; on the same
    side of 100 it is judged by what the document says, even where the document reckoned wrong."""
    same_side = (reckoned > 100) == (share.value > 100) and (reckoned < 100) == (share.value < 100)
    return _MISREAD if same_side and signed else _TOLERANCE


def shares_of_plans(header: Sequence[str], columns: Sequence[Column]) -> tuple[Share, ...]:
    """The columns of shares of a plan, each with the columns that it compares and their year."""
    found = ((at, plan_of_result(header, columns, at)) for at in range(len(columns)))
    signs = [c.kind == "percent" and "%" in h for h, c in zip(header, columns, strict=True)]
    return tuple(Share(at, *pair, columns[pair[0]].period or "", signs[at]) for at, pair in found if pair)


def judged_shares(label: str, cells: Sequence[Value | None], shares: Sequence[Share]) -> Iterator[tuple[int, str, str]]:
    """The verdicts of a row: the column of the share, the year, the id of the verdict."""
    for share in shares:
        judged = share_to_verdict(label, cells[share.result], cells[share.plan], cells[share.at], share.signed)
        if judged:
            yield share.at, share.year, judged
