"""What headings say of times: when goals are due, which period results are of, whether the years named are those to come; and
which programme's section a heading opens."""

from __future__ import annotations

import re

from vankien.facts.times.periods import find_times, last_year, of_congress
from vankien.model import Context

_YEARS_AHEAD = re.compile(
    r"(?:giai\sđoạn|thời\skỳ|5\snăm|năm\snăm)\s(?P<start>20\d\d)\s?[-–]\s?(?P<end>20\d\d)(?!\d)", re.IGNORECASE
)


def is_ahead(titles: tuple[str, ...], year: str) -> bool:
    """Does the innermost heading that names some years name those to come: ``PHÁT TRIỂN KINH TẾ GIAI ĐOẠN 2031 - 2035``?"""
    named = next((m for title in reversed(titles) if (m := _YEARS_AHEAD.search(title))), None)
    return bool(named and year and named["start"] >= year[:4] and named["end"] > year[:4])


_BEYOND = re.compile(r"tầm\snhìn\s$", re.IGNORECASE)


def heading_deadline(context: Context) -> str | None:
    """The deadline in the list's opening or in the innermost heading that names a year."""
    for text in (context.lead, *reversed(context.titles)):
        times = [t for t in find_times(text) if t.period and t.kind in ("until", "at", "span")]
        times = [t for t in times if t.kind != "span" or not of_congress(text, t)] or times
        # "nhiệm kỳ 2025 - 2030, tầm nhìn đến năm 2045": what is promised is due at the end of the term
        times = [t for t in times if not _BEYOND.search(text, 0, t.start)] or times
        if times:
            return last_year(times[0].period if times[0].kind == "until" else times[-1].period)
    return None


_MONTHS = re.compile(r"(?<!\d)(?P<count>\d{1,2})\stháng(?:\sđầu\snăm)?(?!\s(?:cuối|tuổi|năm\s\d))", re.IGNORECASE)


def is_to_come(when: str, year: str) -> bool:
    """Are these years that begin when a document is written, or later? Nothing has been reached in them.

    >>> is_to_come("2031-2035", "2031"), is_to_come("2026-2030", "2031"), is_to_come("2032", "2031")
    (True, False, False)
    """
    first, _, last = when.partition("-")
    return len(last) == len(first) == len(year) and year <= first < last


def heading_period(context: Context, year: str, done: bool = False) -> str | None:
    """The period that the innermost heading with a time in it names, up to the document's year; ``6 tháng đầu năm``
    is of that year. What is `done` is not of a term that only begins."""
    for text in reversed(context.titles):
        times = [t.period for t in find_times(text) if t.period and t.kind != "base"]
        past = [
            t for t in times if not year or last_year(t) <= year or ("-" in t and not (done and is_to_come(t, year)))
        ]
        if past:
            return past[-1]
        months = _MONTHS.search(text)
        if months and year and 1 <= int(months["count"]) <= 12:
            return f"{year}-{int(months['count']):02}"
    return None


def programme_of(context: Context) -> str | None:
    """The programme or scheme whose own section this is: the innermost heading that starts with its name."""
    for title in reversed(context.titles):
        if re.match(r"(?:Chương trình|Đề án|(?:Tiểu )?[Dd]ự án)\s(?!hành động)\w", title):
            return title.rstrip(" .:")
    return None
