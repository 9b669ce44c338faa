"""Periods in the graph, by the OWL-Time vocabulary: an interval with its first and last day."""

from __future__ import annotations

from datetime import date

from pyoxigraph import NamedNode

from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, day
from vankien.graph.terms.vocabulary import TIME, VK


def describe_period(sheet: Sheet, iris: Iris, node: NamedNode, span: tuple[date, date]) -> NamedNode:
    """Write the class, the label and the bounds of a period on a sheet; gives its node back."""
    sheet.typed(node, VK.Period)
    first, last = span
    sheet.labelled(node, period_label(first, last))
    bounds = ((VK.start, TIME.hasBeginning, first), (VK.end, TIME.hasEnd, last))
    for predicate, instant_predicate, bound in bounds:
        sheet.add(node, predicate, day(bound))
        instant = sheet.typed(iris.instant(bound), TIME.Instant)
        sheet.add(instant, TIME.inXSDDate, day(bound))
        sheet.add(node, instant_predicate, instant)
    return node


def period_label(first: date, last: date) -> str:
    """How people write a period: by years where it is whole years.

    >>> period_label(date(2021, 1, 1), date(2025, 12, 31)), period_label(date(2023, 1, 1), date(2023, 10, 31))
    ('2021-2025', '2023-01-01 – 2023-10-31')
    """
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        return str(first.year) if first.year == last.year else f"{first.year}-{last.year}"
    if first == last:
        return first.isoformat()
    return f"{first.isoformat()} – {last.isoformat()}"
