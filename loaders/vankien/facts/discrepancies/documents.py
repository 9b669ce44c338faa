"""Cited documents against themselves: one code with two dates, two titles or two subjects, a report on a year that was not
over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from vankien.facts.discrepancies.parts import discrepancy, side
from vankien.facts.documents.citations import Mention, mentions
from vankien.facts.documents.finding import is_slip
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
        yield from _broken_dates(outline, code, group)
        yield from _two_subjects(outline, code, group)


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


_PRINTED_DAY = re.compile(r"[^;.]{0,40}?(?P<date>ngày\s(?P<day>\d{1,3})/(?P<month>\d{1,3})/(?P<year>\d{3,5}))(?!\d)")


def _broken_dates(outline: Outline, code: str, group: Sequence[Mention]) -> Iterator[Discrepancy]:
    """A day that no calendar has, where another mention of the document has the whole date and two of its three parts are
    the same: ``ngày 0/2/2022`` beside ``10/02/2022``."""
    whole = next((m for m in group if m.date and len(m.date) == _DAY_LENGTH), None)
    for mention in group if whole else ():
        text = mention.sentence.text
        printed = _PRINTED_DAY.match(text, mention.code_at) if not mention.date else None
        if not whole or not printed or re.search(r"(?:số|/) ?\d", text[mention.end : printed.start("date")]):
            continue
        parts = [int(printed[n]) for n in ("year", "month", "day")]
        equal = sum(a == b for a, b in zip(parts, map(int, (whole.date or "").split("-")), strict=True))
        if equal == _EQUAL_PARTS and not _is_day(*parts):
            places = (_line(whole), mention.sentence.passage.line_at(printed.start("date")))
            passage, span = mention.sentence.passage, printed.span("date")
            broken = evidence_of(outline.report, passage, *span, "discrepancy-document", value_at=span[0])
            yield discrepancy(
                f"Ngày ban hành {code}", side(_day(whole.date or ""), places[0]), side(printed["date"], places[1]), places,
                "Ngày in sai, nơi khác ghi đủ", _evidence(outline, whole), "broken-date", [broken],
            )  # fmt: skip
            return


_DAY_LENGTH = len("2022-02-10")
_EQUAL_PARTS = 2


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_TERM = re.compile(r"\W*(?:\(\s*)?[Kk]h[óo]a\s(?P<term>[IVX]+)")
_TERMS = ((2016, 1, "XII"), (2021, 2, "XIII"), (2026, 1, "XIV"))
"""When the terms of the Central Committee began, whose resolutions are numbered anew in each."""


def _term(mention: Mention) -> str:
    """The term of the Central Committee in which a document was issued, by its own words or its date."""
    printed = _TERM.match(mention.sentence.text, mention.code_at + len(mention.code or ""))
    if printed:
        return printed["term"]
    if not mention.date or len(mention.date) < _DAY_LENGTH:
        return ""
    when = (int(mention.date[:4]), int(mention.date[5:7]))
    return next((name for year, month, name in reversed(_TERMS) if when > (year, month)), "")


def _two_subjects(outline: Outline, code: str, group: Sequence[Mention]) -> Iterator[Discrepancy]:
    """One number of one term of the Central Committee for two subjects that share hardly a word."""
    titled = [m for m in group if m.title and code.endswith("/TW") and _term(m) and len(m.title.split()) > _SHORT_TITLE]
    for first, other in combinations(titled, 2):
        x, y = (set(_WORD.findall(fold(_LEAD.sub("", m.title or "")))) - _COMMON for m in (first, other))
        if _term(first) == _term(other) and len(x & y) * _APART < min(len(x), len(y)):
            lines = (_line(first), _line(other))
            yield discrepancy(
                f"Nội dung {code}", side(_short(first), lines[0]), side(_short(other), lines[1]), lines,
                "Một số hiệu, hai nội dung", _evidence(outline, first), "two-subjects", [_evidence(outline, other)],
            )  # fmt: skip
            return


_SHORT_TITLE = 5
_APART = 3
_COMMON = frozenset(
    fold(
        "về và các của trong đến năm tầm nhìn định hướng giai đoạn một số việc tiếp tục nâng cao chất lượng hiệu quả"
    ).split()
)


def _short(mention: Mention) -> str:
    return " ".join((mention.title or "").split()[:14])


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
