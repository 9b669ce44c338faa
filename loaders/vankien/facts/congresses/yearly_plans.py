"""Plans that set targets: those of the two years, in a report on one year that hands out the work of the next; that of five
years, against which results are held."""

from __future__ import annotations

import re

from vankien.facts.congresses.stance import View

_OF_TERM = re.compile(r"đại\shội|nhiệm\skỳ|nghị\squyết", re.IGNORECASE)


_SET_BY_CONGRESS = re.compile(
    r"(?:mục|chỉ)\stiêu\s(?:của\s)?(?:Nghị\squyết\s)?(?:Đại\shội|nhiệm\skỳ)[^;.]*$", re.IGNORECASE
)
"""``Mục tiêu Đại hội đến năm 2035: tỷ lệ đô thị hóa ...``: said of the whole list."""


def yearly_plan(words: str, before: str, view: View, due: str | None, *, ahead: bool) -> str | None:
    """The plan of the year in which a target is due: what the report promises (`ahead`) is of the coming year, what it
    holds results against of the year that ends; None where the `words` that lead
    to the value, or the head of its list in the text `before` it, name a congress.

    >>> view = View(False, "XIX", "2031", "2035", "2031", ahead="2032")
    >>> yearly_plan("GRDP tăng", "", view, "2032", ahead=True), yearly_plan("kế hoạch là", "", view, "2031", ahead=False)
    ('plan-2032', 'plan-2031')
    >>> yearly_plan("mục tiêu Đại hội là", "", view, "2031", ahead=False)
    """
    if _SET_BY_CONGRESS.search(before):
        return None
    year = view.ahead if ahead else view.period
    return f"plan-{year}" if view.ahead and due == year and not _OF_TERM.search(words) else None


_FIVE_YEARS = re.compile(
    r"kế\shoạch\s(?:phát\striển\skinh\stế\s?[-–]\s?xã\shội\s)?(?:(?:0?5|năm)\snăm|(?=giai\sđoạn\s20))(?:,?\s?(?:giai\sđoạn\s)?(?P<first>20\d\d)\s?[-–]\s?(?P<last>20\d\d))?"
    r"(?:\s(?:là|đề\sra|đặt\sra))*\s?[(:]?\s?(?:(?:là|tăng|đạt|trên|từ|khoảng)\s)*$",
    re.IGNORECASE,
)
_YEARS = 5


def of_five_years(before: str, due: str) -> str | None:
    """The plan of five years that the words before a value name, by its years or by the year in which its target is due.

    >>> of_five_years("thấp hơn mục tiêu Kế hoạch 5 năm 2031 - 2035 (", "2035")
    'plan-2031-2035'
    >>> of_five_years("vượt mục tiêu Kế hoạch 5 năm là ", "2035"), of_five_years("vượt mục tiêu là ", "2035")
    ('plan-2031-2035', None)
    """
    named = _FIVE_YEARS.search(before)
    if not named:
        return None
    return f"plan-{named['first'] or int(due) - _YEARS + 1}-{named['last'] or due}"
