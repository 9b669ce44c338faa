"""Times that cannot be: periods that run backwards, impossible days, one event with two ages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.discrepancies.parts import discrepancy, side
from vankien.facts.evidence import evidence_of
from vankien.model import Discrepancy, Evidence, Outline, Passage, Sentence
from vankien.vietnamese import fold

_PERIOD = re.compile(
    r"(?:(?i:giai\sđoạn|thời\skỳ|nhiệm\skỳ|năm)\s+)(?P<first>(?:19|20|30)\d\d)\s?[-–]\s?(?P<last>\d{4})(?!\d)"
)
_LAST_YEAR = 2100
_DAY = re.compile(r"ngày\s(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>\d{3,6})(?!\d)", re.IGNORECASE)
_AGE = re.compile(
    r"(?<![\d/-])(?P<years>\d{1,3})\snăm\s(?:(?:sau\s)?(?:khi\s)?)(?P<event>chia tách|tái lập|thành lập|giải phóng|kết nghĩa)(?P<rest>(?:,?\s(?:và\s)?(?:chia tách|tái lập|thành lập|giải phóng))*(?:\s(?:tỉnh|huyện|thành phố|đảng bộ|ngành)\b)?)",
    re.IGNORECASE,
)
"""``sau 15 năm chia tách, thành lập tỉnh``."""


def time_discrepancies(outline: Outline) -> Iterator[Discrepancy]:
    """Impossible periods and days in headings, sentences and footnotes, and one event with two ages."""
    for passage in (*(h.title for h in outline.headings), *(s.passage for s in outline.sentences)):
        yield from _periods(outline, passage)
        yield from _days(outline, passage)
        yield from _visions(outline, passage)
    yield from _ages(outline)


def _inside(
    outline: Outline, passage: Passage, match: re.Match[str], about: str, other: str, note: str, at: str, rule: str
) -> Discrepancy:
    evidence = evidence_of(outline.report, passage, match.start(), match.end(), f"discrepancy-{rule}")
    lines = (evidence.line, passage.line_at(match.start(at)))
    return discrepancy(about, side(match.group(), lines[0]), side(other, lines[1]), lines, note, evidence, rule)


def _periods(outline: Outline, passage: Passage) -> Iterator[Discrepancy]:
    for match in _PERIOD.finditer(passage.text):
        first, last = int(match["first"]), int(match["last"])
        if first <= last <= _LAST_YEAR and first < _LAST_YEAR:
            continue
        note = "Năm cuối trước năm đầu" if first > last else "Năm không thể có"
        other = f"{match['first']} > {match['last']}" if first > last else match["last"]
        yield _inside(outline, passage, match, "Giai đoạn in sai", other, note, "last", "period")


_VISION = re.compile(
    r"(?:(?i:giai\sđoạn|thời\skỳ)\s+)20\d\d\s?[-–]\s?(?P<last>20\d\d),?\s(?:và\s)?tầm\snhìn\s(?:đến\s)?(?:năm\s)?(?P<vision>20\d\d)(?!\d)"
)
"""``thời kỳ 2021-2030, tầm nhìn đến năm 2050``."""


def _visions(outline: Outline, passage: Passage) -> Iterator[Discrepancy]:
    """A vision that reaches no further than the period before it."""
    for match in _VISION.finditer(passage.text):
        if int(match["vision"]) <= int(match["last"]):
            note = "Tầm nhìn không xa hơn năm cuối của thời kỳ"
            other = f"tầm nhìn {match['vision']}"
            yield _inside(outline, passage, match, "Tầm nhìn in sai", other, note, "vision", "vision")


def _days(outline: Outline, passage: Passage) -> Iterator[Discrepancy]:
    """Days that no calendar has: a year of three or five digits, a thirteenth month."""
    for match in _DAY.finditer(passage.text):
        if len(match["year"]) != 4:
            note, at = "Năm không có bốn chữ số", "year"
        elif not 1 <= int(match["month"]) <= 12 or not 1 <= int(match["day"]) <= 31:
            note, at = "Ngày không thể có", "month"
        else:
            continue
        yield _inside(outline, passage, match, "Ngày in sai", match[at], note, at, "day")


def _ages(outline: Outline) -> Iterator[Discrepancy]:
    """One event that two places put at different distances ("15 năm chia tách, thành lập tỉnh", "16 năm")."""
    found: dict[str, dict[int, tuple[Sentence, re.Match[str]]]] = {}
    for sentence in outline.sentences:
        for match in _AGE.finditer(sentence.text):
            event = fold(match["event"])
            found.setdefault(event, {}).setdefault(int(match["years"]), (sentence, match))
    for ages in found.values():
        years = sorted(ages)
        if len(years) != 2 or years[1] - years[0] > 2:
            continue
        places = [_place(outline, *ages[n]) for n in sorted(years, key=lambda n: ages[n][0].passage.position_at(0))]
        (first, a), (other, b) = places
        lines = (first.line, other.line)
        yield discrepancy(
            a.split(" ", 2)[2],
            side(a, lines[0]),
            side(b, lines[1]),
            lines,
            "Hai số năm cho cùng một sự kiện",
            first,
            "age",
            [other],
        )


def _place(outline: Outline, sentence: Sentence, match: re.Match[str]) -> tuple[Evidence, str]:
    evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-age")
    return evidence, match.group().strip(" ,")
