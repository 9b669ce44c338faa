"""What the words around a value say of it: promised, reported, of the past, of every year, voted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vankien.facts.clauses.marks import CLOSED_BRACKET, open_brackets
from vankien.facts.congresses.stance import View
from vankien.facts.cues.judgement_words import COSTS, DONE, PROMISE, REPORT
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.periods import last_year
from vankien.facts.times.title_years import TERM
from vankien.model import Lexicon

_VOTED = re.compile(r"[^,;.:()\d]{0,40}?\s(?:biểu\squyết|tán\sthành|nhất\strí|đồng\sý)(?!\w)", re.IGNORECASE)


def voted(measure: Measure, text: str) -> bool:
    """``được 346/348 đại biểu biểu quyết tán thành``: how many were for it."""
    return measure.quantity.counted and _VOTED.match(text, measure.quantity.end) is not None


_MERGED = re.compile(
    r"(?<!\w)(?:trên\scơ\ssở|từ\s(?:việc|sự))\s(?:sáp\snhập|hợp\snhất|nhập|sắp\sxếp)(?:\s[^\W\d]+){0,12}?\s$",
    re.IGNORECASE,
)
_PLACES = re.compile(
    r"(?:xã|phường|thị\strấn|huyện|thị\sxã|thành\sphố|tỉnh|đảng\sbộ|chi\sbộ|đơn\svị|thôn|bản|làng|ấp|khu\sphố|tổ\sdân\sphố)(?!\w)",
    re.IGNORECASE,
)


def merged_from(measure: Measure, text: str) -> bool:
    """``xã được thành lập trên cơ sở sáp nhập`` 3 xã: what a place was made of is its history, and neither result nor goal."""
    places = measure.quantity.counted and _PLACES.match(measure.quantity.unit or "")
    return bool(places and _MERGED.search(text, 0, measure.quantity.start))


_VAGUE = re.compile(
    r"\s(?:(?:cũ|mới|đều|đã|cùng)\s)*(?:đạt|có|thu|gặt\shái)(?:\sđược)?\s(?:rất\s)?nhiều\s(?:kết\squả|thành\s(?:tựu|quả|tích)|chuyển\sbiến|tiến\sbộ)(?!\w)",
    re.IGNORECASE,
)


def says_nothing(measure: Measure, text: str) -> bool:
    """``2 xã đã đạt nhiều kết quả quan trọng``: of so many things nothing is said that could be counted."""
    return measure.quantity.counted and _VAGUE.match(text, measure.quantity.end) is not None


def _years(measure: Measure) -> list[str]:
    return [last_year(t.period) for t in measure.times if t.period and t.kind != "base"]


@dataclass(frozen=True, slots=True)
class Cues:
    """What the words around a value say: promised, reported (in its own clause, as done, or earlier in the sentence), in the
    future, in the past."""

    promised: bool
    reported: bool
    done: bool
    told: bool
    future: bool
    past: bool


def is_over(promise: re.Match[str], text: str, view: View) -> bool:
    """``Dự kiến đến hết năm 2024 có 45 xã`` in a document of 2024 gives an estimate and promises nothing."""
    due = re.match(
        r"\s(?:(?:hết|cuối)\s)?(?:năm\s|tháng\s\d{1,2}/)(?P<year>(?:19|20)\d\d)(?!\s?[-–]\s?\d)", text[promise.end() :]
    )
    word = promise.group().lower()
    if word == "phấn đấu" and _STRIVEN.search(text, 0, promise.start()):
        return True
    expected = word.startswith("dự")
    return bool(expected and due and view.year and due["year"] <= view.year)


_STRIVEN = re.compile(
    r"(?<!\w)đã\s[^.;:]{0,120}?(?:nỗ\slực|cố\sgắng|ra\ssức|tích\scực|quyết\stâm)(?:,|\svà)?\s$", re.IGNORECASE
)
"""``đã đoàn kết, nỗ lực`` phấn đấu hoàn thành: what was done. It is looked for only where the word stands."""
_AT_LEAST = re.compile(r"(?:ít\snhất|tối\sthiểu)(?!\w)", re.IGNORECASE)


def at_least(measure: Measure, text: str) -> bool:
    """``mỗi xã có ít nhất 2 sản phẩm``: so is said of what is to be reached."""
    return _AT_LEAST.match(text, measure.quantity.start) is not None


_IS_TARGET = re.compile(r"[^,;.:()\d]{0,120}\slà\s(?:mục|chỉ)\stiêu\s(?:của|đề\sra|mà|do)\s", re.IGNORECASE)


_WILL = re.compile(r"(?<!\w)sẽ\s", re.IGNORECASE)


def will_be(clause: str) -> bool:
    """``Đến năm 2030 sẽ giảm`` 20%: the words before a value say that it is still to come."""
    return _WILL.search(clause) is not None


@lru_cache(maxsize=4)
def last_told_year(lexicon: Lexicon) -> str:
    """The last year that a text which says nowhere when it was written can tell of: it was written, as far as the lists know,
    within a term of the last change of places. Empty if no place has changed.

    >>> from vankien.model import Concept
    >>> merged = Concept("", "", "places", "", "", properties={"validFrom": ("2041-07-01",)})
    >>> last_told_year(Lexicon({"places": (merged,)})), last_told_year(Lexicon({}))
    ('2045', '')
    """
    begins = max((place.first("validFrom")[:4] for place in lexicon["places"]), default="")
    return str(int(begins) + TERM - 1) if begins else ""


def read_cues(measure: Measure, text: str, view: View) -> Cues:
    """What the words before a value in its sentence, and its times against those of the document, say of it."""
    at = measure.quantity.start
    clause = re.split(r"[:;]\s", text[measure.start : at])[-1]
    years, now = _years(measure), view.year or view.last_told
    # "(mục tiêu đề ra là 32%), trong đó ..." is over
    said = CLOSED_BRACKET.sub(lambda m: " " * len(m.group()), text[:at])
    past = bool(years and view.year and years[0] < view.year and measure.times[0].kind != "span")
    past = past and not will_be(clause)
    said = said[said.rfind("; ") + 1 :] if past else said  # "phấn đấu có 12 điểm; năm 2024 công suất đạt 58%"
    promised = any(not is_over(m, text, view) for m in PROMISE.finditer(said))
    return Cues(
        promised=promised or _IS_TARGET.match(text, measure.quantity.end) is not None,
        reported=bool(REPORT.search(clause)) or measure.status == "estimate",
        done=bool(DONE.search(clause)),
        told=bool(REPORT.search(text[:at])),
        future=bool(years and now and years[0] > now and measure.times[0].kind != "span"),
        past=bool(years and view.year and years[0] < view.year) and not will_be(clause),
    )


_NOW = re.compile(r"\(\s?(?:hiện(?:\s(?:nay|tại))?|đến\snay)(?:\s(?:mới|chỉ|đã|đang|có|là|đạt))*\s$", re.IGNORECASE)


def is_now(measure: Measure, text: str) -> bool:
    """Does a bracket say what there is now, beside what is promised?"""
    return _NOW.search(text[: measure.quantity.start]) is not None


def what_it_takes(measure: Measure) -> bool:
    """``trồng 900 ha, với tổng kinh phí`` 50 tỷ đồng: what it takes, and no goal."""
    return measure.quantity.kind == "money" and COSTS.match(measure.before) is not None


def goes_on_promising(measure: Measure, text: str, view: View) -> bool:
    """``Đến năm 2030, xã có ít nhất 5 hợp tác xã, trong đó 2 hợp tác xã kiểu mới``: a list that promises goes on promising
    until it reports or looks back."""
    cues = read_cues(measure, text, view)
    came = measure.change or measure.status or _CAME.match(measure.before) or is_now(measure, text)
    return not (came or cues.reported or cues.told or cues.past)


_CAME = re.compile(r"[\s,;:]*(?:thực\stế|kết\squả|thực\shiện|nay)(?!\w)", re.IGNORECASE)
"""``là mục tiêu của Chương trình; thực tế đạt`` 91%."""


def ahead(measure: Measure, view: View) -> bool:
    """True if a value is of a year after the document's, a span that ends then included."""
    return any(year > view.year for year in _years(measure)) if view.year else False


def is_by_now(measure: Measure, view: View) -> bool:
    """True if a value is of a time that the document's year ends: what is estimated of it is no goal."""
    return bool(view.year and _years(measure)) and not ahead(measure, view)


def each_year(measure: Measure, text: str) -> bool:
    """``mỗi năm kiểm tra 4 - 5 chi bộ``: a task with a number for every year is a commitment."""
    part = re.split(r"[:;.]\s", text[: measure.quantity.start])[-1]
    return bool(re.search(r"(?<!\w)(?:mỗi|hằng|hàng)\snăm(?!\w)", part, re.IGNORECASE))


def was_before(measure: Measure, text: str, view: View) -> bool:
    """``đến năm 2030 đạt 35% (năm 2025: 28%)``: a bracket with a year that is over says where the goal starts from."""
    at = measure.quantity.start
    dated = next((t for t in measure.times if t.period and t.kind == "at" and t.start < at), None)
    opened = text.rfind("(", 0, at)
    if not dated or opened < 0 or open_brackets(text, at) <= 0 or not re.fullmatch(r"\d{4}", dated.period):
        return False
    bracket = text[opened:].split(")")[0]
    own = opened < dated.start and not re.search(r"\d", text[opened : dated.start])
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", bracket)
    own = own and sum(year <= view.year for year in years) == 1  # and not told year by year
    return own and bool(view.by and view.year) and dated.period <= view.year < (view.by or "")
