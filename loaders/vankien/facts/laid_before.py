"""Which congress a report looks back on, where it is laid before the next one: its ordinal, its term, when its targets and
those to come are due."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.facts.title_years import TERM

_GOALS_UNTIL = re.compile(
    r"(?:mục|chỉ)\stiêu[^;.]*?\sđến\s(?:hết\s)?(?:năm\s)?(?P<year>20\d\d)(?!\s?[-–]\s?\d)", re.IGNORECASE
)


def goals_due(titles: Iterable[str], year: str) -> str | None:
    """The end of the term that the heading of the goals names, in the resolution of a congress that names no term.

    >>> goals_due(["I. KẾT QUẢ ĐẾN NĂM 2030", "II. MỤC TIÊU, CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2035"], "2030")
    '2035'
    >>> goals_due(["MỤC TIÊU ĐẾN NĂM 2045"], "2030")
    """
    due = (m["year"] for title in titles if (m := _GOALS_UNTIL.search(title)))
    return next((d for d in due if year and int(d) == int(year) + TERM), None)
