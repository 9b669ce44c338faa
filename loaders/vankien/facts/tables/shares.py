"""Verdicts of a row that prints no word for them: the share of a whole year's plan beside the result and the plan.

KH 2031 | Ước TH 2031 | So sánh (%) / KH        5.000 | 5.250 | 105,0   exceeded

A share of a target is a verdict before the target is due, too: NQ | Ước TH 2033 | So với NQ    72 | 64,9 | 90,1%
and so is how far the result is from it where it is a rate itself:  NQ | Ước TH 2033 | So với NQ    9,5 | 8,1 | -1,4
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from vankien.facts.cues.assessment_labels import lower_is_better
from vankien.facts.tables.cells import Value
from vankien.report.tables.header import JOIN, Column, plain_cell
from vankien.vietnamese import fold

_WITH_PLAN = re.compile(
    r"(?:so (?:voi|sanh)|/|hoan thanh|thuc hien|dat|%)[^/]*\b(?:ke hoach|kh|muc tieu|nq|nghi quyet|chi tieu|du toan)\b[^/]*"
)
_WITH_TARGET = re.compile(
    r"(?:ty le |% |ket qua |muc |dat (?=so ))*(?:so (?:voi|sanh)(?: voi)?|hoan thanh|dat|/) ?(?:cac )?(?:muc tieu|nq|nghi quyet|chi tieu)\b(?!.*\b(?:kh|ke hoach)\b).*"
)
_ALONE = re.compile(r"(?=.*(?:%|\bt[iy] le\b))(?:(?:ty le|ti le|muc|dat|duoc|hoan thanh|thuc hien|th|%) )+")
"""``Tỷ lệ đạt (%)``, ``% hoàn thành``: of the one target that stands beside one result."""
_WITH_PAST = re.compile(
    r"\b(?:cung ky|ck|nam truoc|dau ky|dau nhiem ky)\b|20\d\d ?/ ?20\d\d|\bso (?:voi )?(?:nam )?20\d\d"
)
_TARGET = re.compile(r"\b(?:muc tieu|nq|nqdh|nghi quyet|chi tieu)\b")
_PART_OF_YEAR = re.compile(r"\b(?:quy|thang|tuan|dot|ky [i1]|dau nam)\b")
_FALLS = re.compile(r"(?:muc |ty le |so )?giam\b")
_TOLERANCE = Decimal(1)
"""Printed values are rounded; a share further off than this is of something else, or misprinted."""
_MISREAD = Decimal(10)
_ALL, _NO_SHARE = Decimal(100), Decimal(200)
"""Where the values themselves can be no shares, what is printed in per cent beside them is one of the target."""
_ROUNDED = Decimal("0.011")
"""A printed difference is of values as printed, or of the same ones with a digit more."""


class Share(NamedTuple):
    """A column of shares of a plan, with the columns of the results up to the last one and of the plan, the year of the
    last result, and whether its header says that it holds per cents."""

    at: int
    results: tuple[int, ...]
    plan: int
    year: str
    signed: bool = False


def compares_with_plan(header: str) -> bool:
    """Does a column print shares of the plan?

    >>> compares_with_plan("So sánh (%) / 2031/ KH"), compares_with_plan("So sánh (%) / Năm trước")
    (True, False)
    """
    return bool(_WITH_PLAN.search(fold(header).replace("(", " ").replace(")", " ")))


def compares_with_target(header: str) -> bool:
    """Does a column print shares of a target, which judge it whenever they are printed?

    >>> compares_with_target("Tỷ lệ so với mục tiêu (%)"), compares_with_target("So với KH năm")
    (True, False)
    """
    return bool(_WITH_TARGET.fullmatch(" ".join(fold(header).replace("(", " ").replace(")", " ").split())))


def compares_with_past(header: str) -> bool:
    """Does a column compare a result with that of an earlier time?

    >>> compares_with_past("So sánh 2035/2030 (%)"), compares_with_past("So với cùng kỳ (%)"), compares_with_past("Tỷ lệ đạt (%)")
    (True, True, False)
    """
    return bool(_WITH_PAST.search(fold(header.split(JOIN)[-1])))


def _is_share_of_target(header: Sequence[str], columns: Sequence[Column], at: int) -> bool:
    """Is a column of per cents that of the one target: as its header says, or because nothing else could be meant?"""
    targets = [h for h, c in zip(header, columns, strict=True) if c.kind == "target"]
    results = sum(c.kind == "result" for c in columns[:at])
    alone = columns[at].kind == "percent" and results == 1 and len(targets) == 1 and _TARGET.search(fold(targets[0]))
    return compares_with_target(header[at]) or bool(alone and _ALONE.fullmatch(f"{plain_cell(header[at])} "))


def plan_of_result(header: Sequence[str], columns: Sequence[Column], at: int) -> tuple[int, int] | None:
    """The columns of the result and of the plan that a column of shares compares: the nearest result before it, and the
    plan of the same whole year, or the one target of a column that compares with it; None where a year is not over or
    nothing tells. A column of comparisons may print shares beside differences (``So sánh với NQ``: ``103,7%``, ``-0,9``)."""
    results = [i for i, c in enumerate(columns[:at]) if c.kind == "result"]
    if not results or columns[at].kind not in ("percent", "compare"):
        return None
    of_target = _is_share_of_target(header, columns, at)
    if not of_target and not compares_with_plan(header[at]):
        return None
    result = results[-1]
    year = columns[result].period or ""
    if (year or not of_target) and (not re.fullmatch(r"\d{4}", year) or _PART_OF_YEAR.search(fold(header[result]))):
        return None
    targets = [i for i, c in enumerate(columns) if c.kind == "target"]
    plans = [i for i in targets if columns[i].period == year]
    if not plans and of_target:
        plans = targets if all(_TARGET.search(fold(header[i])) for i in targets) else []
    return (result, plans[0]) if len(plans) == 1 else None


def share_to_verdict(
    label: str, results: Sequence[Value], plan: Value | None, share: Value | None, signed: bool = False
) -> str | None:
    """The id of the verdict that a printed share of the plan is, if it is that share and more is better.

    In: the results of the years, of which the last is compared, or their sum or mean where those fit better; `signed` says
    that the share is one of per cent.

    >>> values = [Value("=", Decimal(n)) for n in (5250, 5000, 105, 95)]
    >>> share_to_verdict("Thu ngân sách", values[:1], *values[1:3]), share_to_verdict("Thu ngân sách", values[:1], *values[1::2])
    ('exceeded', None)
    """
    if not results or plan is None or share is None or plan.upper is not None or not plan.value:
        return None
    falls = lower_is_better(label) and not _FALLS.match(fold(label))
    if share.unit == "%" and share.value == _ALL and not falls and min(plan.value, results[-1].value) > _NO_SHARE:
        return "met"  # of a sum over several years, beside the result of the last one
    reckoned = _nearest([r.value for r in results], plan.value, share.value)
    signed = signed or share.unit == "%"
    if (
        falls
        or plan.comparator in ("<", "<=")
        or abs(reckoned - share.value) > _tolerance(reckoned, share.value, signed)
    ):
        return None
    if results[-1].value - plan.value == share.value and not signed:
        return None  # how far from the plan, by chance as large as the share would be
    return "met" if share.value == 100 else "exceeded" if share.value > 100 else "not-yet-met"


def _nearest(results: Sequence[Decimal], plan: Decimal, share: Decimal) -> Decimal:
    """The share of the plan that is nearest to the printed one: of the last result, of the sum or the mean of all."""
    total = sum(results, Decimal(0))
    return min(
        (value / plan * 100 for value in (results[-1], total, total / len(results))), key=lambda r: abs(r - share)
    )


def _tolerance(reckoned: Decimal, share: Decimal, signed: bool) -> Decimal:
    """How far a printed share may be from the reckoned one. One that prints its sign is a share of something; on the same
    side of 100 it is judged by what the document says, even where the document reckoned wrong."""
    same_side = (reckoned > 100) == (share > 100) and (reckoned < 100) == (share < 100)
    return _MISREAD if same_side and signed else _TOLERANCE


def shares_of_plans(header: Sequence[str], columns: Sequence[Column]) -> tuple[Share, ...]:
    """The columns of shares of a plan, each with the columns that it compares and their year."""
    found = ((at, plan_of_result(header, columns, at)) for at in range(len(columns)))
    return tuple(_share(header, columns, at, *pair) for at, pair in found if pair)


def _share(header: Sequence[str], columns: Sequence[Column], at: int, result: int, plan: int) -> Share:
    year = columns[result].period or ""
    whole = columns[plan].period != year  # the target of several years: what they add up to may be compared
    past = (i for i, c in enumerate(columns[:result]) if c.kind == "result" and re.fullmatch(r"\d{4}", c.period or ""))
    signed = "%" in header[at] and (whole or columns[at].kind == "percent")
    return Share(at, (*(past if whole else ()), result), plan, year, signed)


def difference_to_verdict(label: str, result: Value | None, plan: Value | None, printed: Value | None) -> str | None:
    """The id of the verdict that a printed difference of result and target is, if it is that difference and more is better.

    A scan may have lost the sign of the difference; the values say which way it goes.

    >>> values = [Value("=", Decimal(n)) for n in ("8.1", "9.5", "-1.4", "1.4", "85")]
    >>> [difference_to_verdict("Tăng trưởng", *values[:2], v) for v in values[2:]]
    ['not-yet-met', 'not-yet-met', None]
    >>> difference_to_verdict("Tỷ lệ hộ nghèo", *values[:3]) is None
    True
    """
    if result is None or plan is None or printed is None or any(v.upper is not None for v in (result, plan, printed)):
        return None
    falls = lower_is_better(label) and not _FALLS.match(fold(label))
    difference = result.value - plan.value
    if falls or "<" in plan.comparator + result.comparator or abs(abs(difference) - abs(printed.value)) > _ROUNDED:
        return None
    return "met" if not difference else "exceeded" if difference > 0 else "not-yet-met"


def judged_shares(
    label: str, cells: Sequence[Value | None], shares: Sequence[Share], unsigned: frozenset[int] = frozenset()
) -> Iterator[tuple[int, str, str, bool]]:
    """The verdicts of a row: the column of the share, the year, the id of the verdict, whether it is a share in per cent
    and no difference. `unsigned` are the columns of comparisons whose cell prints no per cent sign."""
    for share in shares:
        results = [value for i in share.results if (value := cells[i]) is not None] if cells[share.results[-1]] else []
        plan, printed = cells[share.plan], cells[share.at]
        if share.at in unsigned and results:
            apart = difference_to_verdict(label, results[-1], plan, printed)
            if apart:
                yield share.at, share.year, apart, False
                continue
        judged = share_to_verdict(label, results, plan, printed, share.signed and share.at not in unsigned)
        if judged:
            yield share.at, share.year, judged, True
