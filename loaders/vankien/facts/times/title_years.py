"""The years that the title of a report names: those ahead, those that it looks back on, the term that ends."""

from __future__ import annotations

import re

TERM_OF = re.compile(r"nhiệm\skỳ\s(?P<start>20\d\d)\s?[-–]\s?(?P<end>20\d\d)", re.IGNORECASE)
TERM = 5
"""The years of a congress' term."""


def term_to_come(title: str) -> re.Match[str] | None:
    """The term whose goals a report sets: of a term that is over and the next one, the next; else the first that is named.

    >>> term_to_come("Kết quả nhiệm kỳ 2030 - 2035; phương hướng nhiệm kỳ 2035 - 2040")["end"]
    '2040'
    >>> term_to_come("Kết quả nhiệm kỳ 2030 - 2035 (trình Đại hội nhiệm kỳ 2030 - 2035)")["end"]
    '2035'
    """
    terms = list(TERM_OF.finditer(title))
    return next((t for t in terms[1:] if t["start"] == terms[0]["end"]), terms[0] if terms else None)


_YEARS_TOLD = re.compile(r"(?<!\d)0?(?P<count>[2-5])\snăm\s(?:thực\shiện|triển\skhai)", re.IGNORECASE)


def past_years(title: str, term: re.Match[str] | None, year: str) -> tuple[int, str] | None:
    """``kết quả 3 năm thực hiện Nghị quyết Đại hội ..., nhiệm kỳ 2030-2035``: how many years, and which.

    >>> past_years("kết quả 3 năm thực hiện Nghị quyết", TERM_OF.search("nhiệm kỳ 2030-2035"), "2033")
    (3, '2031-2033')
    """
    told = _YEARS_TOLD.search(title)
    if not told or not term or not year:
        return None
    first, count = int(term["start"]) + 1, int(told["count"])
    return (count, f"{first}-{first + count - 1}") if first + count - 1 <= int(year) else None


_SPAN = re.compile(r"(?<!\d)(?P<start>20\d\d)\s?[-–]\s?(?P<end>20\d\d)(?!\d)")


def coming_span(title: str, year: str) -> tuple[str, str] | None:
    """The five years ahead that a title names.

    >>> coming_span("Kết quả 10 năm 2031 - 2040 và nhiệm vụ 5 năm 2036 - 2040", "2035")
    ('2036', '2040')
    """
    spans = [(m["start"], m["end"]) for m in _SPAN.finditer(title)]
    return next((s for s in reversed(spans) if int(s[1]) - int(s[0]) == TERM - 1 and s[1] > year), None)


def term_that_ends(start: int, end: int, year: str) -> str:
    """What a report laid before a congress looks back on: the term that it names, if that is over, else the one before.

    >>> term_that_ends(2025, 2030, "2025"), term_that_ends(2020, 2025, "2025")
    ('2020-2025', '2020-2025')
    """
    return f"{start}-{end}" if year and end <= int(year) else f"{2 * start - end}-{start}"
