"""Which congress a report looks back on, where it is laid before the next one: its ordinal, its term, when its targets and
those to come are due."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.facts.times.title_years import TERM, TERM_OF
from vankien.vietnamese import ROMAN, fold, nfc, parse_roman, to_roman

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


_LAID = re.compile(
    rf"báo cáo chính trị\b.*\bkh(?:óa|oá)\s(?P<ordinal>{ROMAN})(?!\w).{{0,20}}(?:trình|tại)\sđại\shội", re.IGNORECASE
)


def next_ordinal(title: str) -> str:
    """The congress that a committee lays its report before: the next one.

    >>> next_ordinal("Báo cáo chính trị của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội nhiệm kỳ 2025-2030")
    'XIII'
    """
    laid = _LAID.search(nfc(title))
    number = parse_roman(laid["ordinal"].upper()) if laid else None
    return to_roman(number + 1) if number else ""


def congress_before(ordinal: str, start: int, end: int) -> str | None:
    """The congress before the one that passes a resolution; before the first one only the term can be named.

    >>> congress_before("XVI", 2025, 2030), congress_before("I", 2025, 2030)
    ('XV', '2020-2025')
    """
    number = parse_roman(ordinal)
    if not number:
        return None
    return to_roman(number - 1) if number > 1 else f"{2 * start - end}-{start}"


def both_sides(title: str, ordinal: str, term: re.Match[str] | None) -> tuple[str, str] | None:
    """The congress whose goals come and the one whose term is over, for a report whose title names the resolution of the one
    and the term of the other; None for any other title.

    >>> text = "thực hiện Nghị quyết Đại hội XV, nhiệm kỳ 2030 - 2035; phương hướng nhiệm kỳ 2035 - 2040"
    >>> both_sides(text, "XV", TERM_OF.search(text, 60)), both_sides(text, "XV", TERM_OF.search(text))
    (('XVI', 'XV'), None)
    """
    first, number = TERM_OF.search(title), parse_roman(ordinal)
    if not term or not number or not first or term.start() <= first.start():
        return None
    return to_roman(number + 1), ordinal


_LOOKED_BACK = re.compile(
    rf"(?i:thực\shiện\snghị\squyết\sđại\shội)(?:\s(?i:đại\sbiểu|lần\sthứ|(?:huyện|tỉnh|đảng\sbộ|thành\sphố|thị\sxã|quận)(?:\s(?!(?i:lần|và)\s)[^\W\d]+){{0,4}}?)){{0,4}}\s(?P<ordinal>{ROMAN})(?!\w)(?!\s(?i:của\sđảng|toàn\squốc))"
)
"""``KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XII ĐẢNG BỘ HUYỆN``."""
_AND_ANOTHER = re.compile(rf"(?i:\svà\s(?:nghị\squyết\s)?đại\shội)\s[^.;]{{0,80}}?\s{ROMAN}(?!\w)")


def looked_back_on(titles: tuple[str, ...], opening: str) -> str | None:
    """The congress whose resolution a report laid before a first congress looks back on, if it names one: the new unit
    goes on with the work of the one that it came from. Of several, the term is all that they share.

    >>> looked_back_on(("KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XII ĐẢNG BỘ HUYỆN",), "")
    'XII'
    >>> looked_back_on((), "thực hiện Nghị quyết Đại hội Đảng bộ tỉnh A lần thứ XII và Đại hội Đảng bộ tỉnh B lần thứ XX")
    """
    texts = (*titles, opening)
    named = {m["ordinal"] for text in texts for m in _LOOKED_BACK.finditer(text)}
    several = any(_AND_ANOTHER.match(text[m.end() :][:120]) for text in texts for m in _LOOKED_BACK.finditer(text))
    return named.pop() if len(named) == 1 and not several else None


def former_congress(text: str, ordinal: str, term: re.Match[str] | None = None) -> str | None:
    r"""The ordinal before, for a report that is laid before the congress itself; before a first congress the term before.

    >>> former_congress("BÁO CÁO CHÍNH TRỊ TRÌNH ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XIII", "XIII")
    'XII'
    >>> term = re.search(r"(?P<start>\d+) - (?P<end>\d+)", "nhiệm kỳ 2025 - 2030")
    >>> former_congress("BÁO CÁO CHÍNH TRỊ TRÌNH ĐẠI HỘI LẦN THỨ I", "I", term)
    '2020-2025'
    """
    laid = r"\bbao cao (?:chinh tri\b.{0,800}\b(?:trinh|tai)|.{0,800}\btrinh) (?:tai )?dai hoi\b"
    if not re.search(laid, fold(text)):
        return None
    number = parse_roman(ordinal)
    if term:
        return congress_before(ordinal, int(term["start"]), int(term["end"]))
    return to_roman(number - 1) if number and number > 1 else None
