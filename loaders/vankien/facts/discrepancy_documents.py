"""Cited documents against themselves: one code with two dates or two titles, a report on a year that was not over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vankien.facts.citations import Mention, mentions
from vankien.facts.discrepancy_parts import discrepancy, side
from vankien.facts.documents import is_slip
from vankien.facts.evidence import evidence_of
from vankien.model import Discrepancy, Evidence, Lexicon, Outline
from vankien.vietnamese import fold

_WORD = re.compile(r"[a-z0-9]+")
_LEAD = re.compile(r"^(?:(?:về\s+việc|về|v/v|ban\s+hành)\s+)+", re.IGNORECASE)


def document_discrepancies(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """Codes that the text gives two dates or two titles.

    In: every mention of a document, also in tables and footnotes. Numbers start anew every year and every term, so
    two dates count only if one of them must be a slip: the same year, or the same day and month.
    """
    by_code: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions(outline, lexicon):
        if mention.code and len(mention.code.split("/")[-1]) > 1:
            by_code[mention.code].append(mention)
    for code, group in sorted(by_code.items()):
        yield from _early_reports(outline, code, group)
        yield from _two_dates(outline, code, group)
        yield from _two_titles(outline, code, group)


def _line(mention: Mention) -> int:
    return mention.sentence.passage.line_at(mention.code_at)


def _evidence(outline: Outline, mention: Mention) -> Evidence:
    return evidence_of(
        outline.report,
        mention.sentence.passage,
        mention.start,
        mention.end,
        "discrepancy-document",
        value_at=mention.code_at,
    )


def _two_dates(outline: Outline, code: str, group: Sequence[Mention]) -> Iterator[Discrepancy]:
    first: Mention | None = None
    for mention in group:
        if not mention.date:
            continue
        if first is None:
            first = mention
        elif first.date and mention.date != first.date and is_slip(first.date, mention.date):
            lines = (_line(first), _line(mention))
            yield discrepancy(
                f"Ngày ban hành {code}",
                side(_day(first.date), lines[0]),
                side(_day(mention.date), lines[1]),
                lines,
                "Một số hiệu, hai ngày ban hành",
                _evidence(outline, first),
                "two-dates",
                [_evidence(outline, mention)],
            )
            return


_RESULTS = re.compile(r"kết quả\s[^;.]{0,60}?năm\s(?P<year>20\d\d)(?!\s?[-–]\s?\d)", re.IGNORECASE)
_PART_OF_YEAR = re.compile(r"\btháng\b|\bquý\b|\bgiữa\b|\bđầu\b|\btuần\b", re.IGNORECASE)
_MIDDLE = 6


def too_early(mention: Mention) -> str | None:
    """The year whose results a cited report gives although it is dated in or before its first half; None if none.

    In: a mention of a document with its date and title.
    """
    match = _RESULTS.search(mention.title or "")
    if match is None or mention.date is None or len(mention.date) < 7 or _PART_OF_YEAR.search(match.group()):
        return None
    year, month = int(mention.date[:4]), int(mention.date[5:7])
    early = year < int(match["year"]) or (year == int(match["year"]) and month <= _MIDDLE)
    return match["year"] if early else None


def _early_reports(outline: Outline, code: str, group: Sequence[Mention]) -> Iterator[Discrepancy]:
    """A report on the results of a year that was not over on its day; once for each code."""
    early = [(m, year) for m in group if (year := too_early(m))]
    if early:
        lines = tuple(dict.fromkeys(_line(m) for m, _ in early))[:2]
        mention, year = early[0]
        yield discrepancy(
            f"Ngày ban hành {code}", side(_day(mention.date or ""), *lines), side(f"kết quả năm {year}", *lines), lines * (2 // len(lines)),
            "Văn bản về kết quả cả năm có ngày trước khi hết năm", _evidence(outline, mention), "early-report",
            [_evidence(outline, m) for m, _ in early[1:2]],
        )  # fmt: skip


def _day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day):02}/{int(month):02}/{year}"


_LONGEST_TITLE = 120
"""Words; what is longer ran on into the sentence, and comparing many of them takes long."""


def _two_titles(outline: Outline, code: str, group: Sequence[Mention]) -> Iterator[Discrepancy]:
    titled = [m for m in group if m.title and 6 <= len(m.title.split()) <= _LONGEST_TITLE]
    for index, first in enumerate(titled):
        for other in titled[index + 1 :]:
            if first.date and other.date and first.date != other.date:
                continue
            difference = title_difference(first.title or "", other.title or "")
            if difference is None:
                continue
            lines = (_line(first), _line(other))
            yield discrepancy(
                f"Tên {code}",
                side(difference[0], lines[0]),
                side(difference[1], lines[1]),
                lines,
                "Một số hiệu, hai cách ghi trích yếu",
                _evidence(outline, first),
                "two-titles",
                [_evidence(outline, other)],
            )
            return


def title_difference(a: str, b: str) -> tuple[str, str] | None:
    """Where two titles of one document differ inside what both say; None if one is only shorter or wholly other.

    >>> title_difference("phát triển chè giai đoạn 2021-2025, tầm nhìn 2030", "phát triển chè giai đoạn 2021-2025, định hướng 2030")
    ('tầm nhìn 2030', 'định hướng 2030')
    >>> title_difference("phát triển chè giai đoạn 2021-2025", "phát triển chè") is None
    True
    """
    x, y = (_LEAD.sub("", t).replace("gđ ", "giai đoạn ").split() for t in (a, b))
    p, q = [_key(w) for w in x], [_key(w) for w in y]
    head = next((i for i, (s, t) in enumerate(zip(p, q, strict=False)) if s != t), min(len(p), len(q)))
    if head in (len(p), len(q)) or head < 3:
        return None
    tail = 0
    while tail < min(len(p), len(q)) - head and p[-1 - tail] == q[-1 - tail]:
        tail += 1
    middle = (len(p) - head - tail, len(q) - head - tail)
    if tail == 0 or not 2 <= max(middle) <= 6 or (head + tail) < 2 * max(middle):
        return None
    keep = max(0, tail - 1)
    before = 0 if min(middle) else 2
    return (
        " ".join(x[head - before : len(x) - keep]).strip(" ,.;"),
        " ".join(y[head - before : len(y) - keep]).strip(" ,.;"),
    )


@lru_cache(maxsize=2**14)
def _key(word: str) -> str:
    return "".join(_WORD.findall(fold(word)))
