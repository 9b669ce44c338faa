"""When a target is due: the year that its sentence, its list, its section or its document says."""

from __future__ import annotations

import re

from vankien.facts.congresses.heading_times import heading_deadline
from vankien.facts.congresses.stance import View
from vankien.facts.measures.carried_times import ends_clause
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.periods import Time, find_times, last_year
from vankien.facts.times.title_years import TERM
from vankien.facts.verdicts.judgement import Reading
from vankien.vietnamese import parse_roman

_TITLE = re.compile(r"(?<!\w)(?:Đề\sán|Chương\strình|Chiến\slược|Quy\shoạch|Kế\shoạch)\s[^.;:]{8,}$")


def _of_title(time: Time, measure: Measure, text: str) -> bool:
    """``Triển khai Đề án ... đến năm 2030; xây mới 22 trạm``: the years of a title say nothing of the next task."""
    parted = re.search(r";\s(?!trong\sđó\s)", text[time.end : measure.quantity.start])
    return bool(parted and _TITLE.search(text[: time.start]))


_SINGLE_DEED = re.compile(r"(?:trước|hết)\s(?:năm\s)?20\d\d\s(?=[a-zà-ỹđ])", re.IGNORECASE)
"""``trước năm 2028 xóa xong 900 nhà tạm; 95% hộ ...``: a deadline right before its deed, without a comma."""


def _of_deed_before(time: Time, measure: Measure, text: str) -> bool:
    """A time that closes the clause before the value's own, or that stands inside another deed: ``Khởi công cầu ... trong
    năm 2026; làm 20 km đường``, ``từ năm 2027 ...; 95% ...``."""
    if time.end <= measure.start and ends_clause(text, time):
        return True
    if not re.search(r";\s(?!trong\sđó\s)", text[time.end : measure.quantity.start]):
        return False
    if time.kind != "at":
        return time.kind == "until" and _SINGLE_DEED.match(text, time.start) is not None
    clause = re.split(r"[;:.]\s", text[: time.start])[-1]
    said = text[time.start : time.end].lower()
    return said.startswith(("từ", "kể từ")) or (said.startswith(("trong", "vào", "ngay")) and len(clause.split()) > 2)


def deadline(reading: Reading, measure: Measure, view: View) -> str | None:
    """Until when: the clause, else the sentence, else the head of the list or section, else the document."""
    text = reading.sentence.text
    compared = measure.quantity.end + 1 if measure.quantity.kind == "ratio" else -1  # "gấp 2,5 lần giai đoạn trước"
    own, carried = (
        tuple(
            t
            for t in times
            if t.start != compared and not _of_title(t, measure, text) and not _of_deed_before(t, measure, text)
        )
        for times in (measure.times, reading.carried(measure))
    )
    dated = any(t.period and t.kind != "base" for t in measure.times)
    if view.by and not dated and any(_TERM_END.search(text[t.start : t.end]) for t in measure.times):
        return view.by
    if ready := _ready_by(reading, measure, view):
        return ready
    places = (own,) if measure.restated else (own, carried, reading.times)
    for times in places:
        years = [last_year(t.period) for t in times if t.period and t.kind in ("until", "at", "span")]
        if years and years[0] >= view.year:
            return years[0]
    if looks_back(reading, measure, view) and (view.period or view.by):
        return last_year(view.period) if view.period else str(int(view.by or 0) - TERM)
    if measure.restated and view.plans and (year := _year_of_result(reading, measure, view)):
        return year
    return heading_deadline(reading.sentence.context) or view.by


_TERM_END = re.compile(r"(?:cuối|hết)\snhiệm\skỳ$", re.IGNORECASE)
_READY = re.compile(
    r",\s(?:và\s)?(?:hoàn\sthành|bàn\sgiao|khánh\sthành|(?:đưa|đi)\svào\s(?:sử\sdụng|khai\sthác|hoạt\sđộng|vận\shành))\s(?=[^,;.]{4})"
)


def _ready_by(reading: Reading, measure: Measure, view: View) -> str | None:
    """``Xây 8 trường ..., đưa vào sử dụng trước năm học 2027 - 2028``: a task is due when what it builds is ready."""
    text, end = reading.sentence.text, measure.quantity.end
    ready = _READY.search(re.split(r";\s", text[end:])[0]) if reading.stance == "tasks" else None
    if not ready or re.search(r"\d", text[end : end + ready.start()]):
        return None
    due = (t for t in find_times(text) if 0 <= t.start - (end + ready.end()) <= 6 and t.kind in ("until", "at"))
    return next((year for t in due if (year := last_year(t.period)) >= view.year), None)


def _year_of_result(reading: Reading, measure: Measure, view: View) -> str | None:
    """In a plan that comes after it: when a target was due that is quoted beside a result, in the result's year, or when
    the term ended before the congress that the plan carries out."""
    results = [m for m, judged in reading.measures if judged == "observation" and m.start <= measure.start]
    times = (*results[-1].times, *reading.carried(results[-1])) if results else ()
    years = [last_year(t.period) for t in times if t.period and t.kind != "base"]
    if not years or years[0] > view.year:
        return None
    ended = int(view.by) - TERM if view.by and parse_roman(view.set_by) else None
    return years[0] if ended is None else str(ended) if int(years[0]) <= ended else None


def looks_back(reading: Reading, measure: Measure, view: View) -> bool:
    """Is a target quoted beside a result, in a report laid before a congress or in its resolution? Then the congress
    before set it."""
    return measure.restated and view.former is not None and reading.stance not in ("goals", "tasks")


_EVERY_YEAR = re.compile(r"\W*(?:hằng|hàng|mỗi)\snăm,\s", re.IGNORECASE)
"""``Hằng năm, trên 90% chi bộ ...; kết nạp ...``: said of the whole sentence."""


_NOUN_A_YEAR = re.compile(r"(?:\s(?!và\s)[^\W\d]+){1,6}\s?/\s?năm(?!\w)", re.IGNORECASE)
"""``25 đảng viên mới/năm``, ``5.000 ha rừng/năm``: the year hangs on the last word of what is counted."""


def yearly(reading: Reading, measure: Measure) -> bool:
    """True if the value holds for every year: its unit says so, or its part of the sentence (``Hằng năm, ...``)."""
    text = reading.sentence.text
    since = max((m.end() for m in re.finditer(r"[;:]\s", text[: measure.quantity.start])), default=0)
    part = [t for t in find_times(text) if since <= t.start < measure.quantity.start]
    opened = _EVERY_YEAR.match(text) and not any(t.period for t in measure.times)
    whole = (m for m, _ in reading.measures if m is not measure and measure.label.startswith(f"{m.label}: "))
    if measure.growth and any(m.quantity.yearly for m in whole):
        return True  # "tăng trưởng 9%/năm, trong đó: dịch vụ 8%"
    # the "/năm" of "2%/năm" is of its value alone, and of the rate that is quoted beside it
    said = (t for t in (*measure.times, *part) if t.kind == "yearly" and (measure.growth or text[t.start] != "/"))
    counted = _NOUN_A_YEAR.match(text, measure.quantity.end)
    return bool(measure.quantity.yearly or opened or counted or any(said))
