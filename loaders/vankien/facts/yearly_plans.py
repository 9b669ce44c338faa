"""Who sets the targets of a report on one year that hands out the work of the next: the plans of the two years."""

from __future__ import annotations

import re

from vankien.facts.stance import View

_OF_TERM = re.compile(r"đại\shội|nhiệm\skỳ|nghị\squyết", re.IGNORECASE)


def yearly_plan(before: str, view: View, due: str | None, *, ahead: bool) -> str | None:
    """The plan of the year in which a target is due: what the report promises (`ahead`) is of the coming year, what it
    holds results against of the year that ends; None where the words `before` the value name a congress.

    >>> view = View(False, "XIX", "2031", "2035", "2031", ahead="2032")
    >>> yearly_plan("GRDP tăng", view, "2032", ahead=True), yearly_plan("kế hoạch là", view, "2031", ahead=False)
    ('plan-2032', 'plan-2031')
    >>> yearly_plan("mục tiêu Đại hội là", view, "2031", ahead=False)
    """
    year = view.ahead if ahead else view.period
    return f"plan-{year}" if view.ahead and due == year and not _OF_TERM.search(before) else None
