"""Finder of observations: values that a document reports in prose and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from vankien.facts.clauses.lasting_times import holds_for_year
from vankien.facts.congresses.heading_times import heading_period, is_to_come
from vankien.facts.congresses.stance import View, outline_to_view
from vankien.facts.evidence import evidence_of
from vankien.facts.labels.changes import SAME_PERIOD
from vankien.facts.labels.gatherings import comes_to_gathering
from vankien.facts.labels.resolve import resolve
from vankien.facts.measures.no_values import exceeds_goal
from vankien.facts.measures.parts_of_year import in_months, in_part
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time, last_year
from vankien.facts.verdicts.judgement import Reading, read_sentences
from vankien.model import Fact, Finding, Found, Lexicon, Observation, Outline
from vankien.vietnamese import plain


def period(reading: Reading, measure: Measure, view: View) -> str | None:
    """When; a year earlier for what the same period of the year before reached (``cùng kỳ tăng 7,02%``)."""
    when = _period(reading, measure, view)
    carried = when and _TERM_OR_YEAR.fullmatch(when) and all(t.period != when for t in measure.times)
    if carried and comes_to_gathering(measure.label, reading.sentence.text[: measure.quantity.start]):
        return None
    if when and SAME_PERIOD.match(measure.before) and re.fullmatch(r"\d{4}(?:-\d\d)?", when):
        return f"{int(when[:4]) - 1}{when[4:]}"
    same = _OF_SAME_PERIOD.match(reading.sentence.text, measure.quantity.end)
    if when and same and re.fullmatch(r"\d{4}(?:-\d\d)?", when):
        return f"{same['year'] or int(when[:4]) - 1}{when[4:]}"
    return when


_TERM_OR_YEAR = re.compile(r"\d{4}(?:-\d{4})?")
_OF_SAME_PERIOD = re.compile(
    r"\s(?:của|trong)\scùng\skỳ(?:\s(?:năm\s)?(?:trước|ngoái|(?P<year>(?:19|20)\d\d)))?(?!\w)", re.IGNORECASE
)
"""``tăng 5,6%, cao hơn mức 3,2% của cùng kỳ năm trước``: what the same months of an earlier year had reached."""


def _period(reading: Reading, measure: Measure, view: View) -> str | None:
    """When: the clause, else the sentence so far, else the paragraph's opening, else the heading, else the
    sentence before, else the document's title; ``đến nay`` is the document's year."""
    mean = measure.growth and _YEARLY_MEAN.search(measure.label)
    if years := _each_year_between(reading, measure):
        return years
    text = reading.sentence.text
    if past := _past_years(reading, measure, view):
        return past
    yearly = view.ahead is not None and reading.stance == "results"
    for times in (measure.times, reading.carried(measure), reading.times):
        for time in times:
            if mean and times is not measure.times and _ONE_YEAR.fullmatch(time.period):
                continue
            if yearly and not holds_for_year(time, text, view.year):
                continue
            apart = times is not measure.times or ";" in text[time.end : measure.start]
            if apart and reading.stance == "results" and _of_planning(time, view.year):
                continue
            bare = view.year and not time.period and times is measure.times
            if month := _BARE_MONTH.match(text[time.start : time.end]) if bare else None:
                return f"{view.year}-{int(month[1]):02}"
            if time.kind == "now":
                return view.year or None
            if time.kind == "since" and time.period and view.year > time.period:
                return f"{time.period}-{view.year}"
            if time.period and time.kind in ("at", "until", "span"):
                return time.period
    named = heading_period(reading.sentence.context, view.year, reading.stance == "results")
    # a report on one year falls back on its year: a day or a coming year named for one value is of that value alone
    passing = re.compile(r"\d{4}-(?:0\d|1[01])") if yearly else None
    told = (t.period for t in reading.earlier_times if not (yearly and last_year(t.period) > view.year))
    told = (p for p in told if not (mean and _ONE_YEAR.fullmatch(p)))
    earlier = next((p for p in told if not (passing and passing.fullmatch(p))), None)
    if reading.sentence.context.where == "footnote" and earlier:
        return earlier  # a note stands apart from the section: what it says goes on in it
    if named and re.fullmatch(r"\d{4}", named):
        named = (
            earlier or named
        )  # a year in a sentence is nearer than one in the heading; a term there holds throughout
    # a resolution has its term ahead: only what it says of results is of the term before
    told_of = view.period if not view.plans or reading.stance == "results" else None
    return named or earlier or told_of


def _past_years(reading: Reading, measure: Measure, view: View) -> str | None:
    """``Trong 3 năm ...``, ``bình quân 3 năm``: the years that the report looks back on, said of the value or of its sentence."""
    if not view.past_years or any(t.period or t.kind == "now" for t in measure.times):
        return None
    count, years = view.past_years
    text = reading.sentence.text
    before = max((m.quantity.end for m, _ in reading.measures if m.quantity.end <= measure.quantity.start), default=0)
    own = _TOLD_YEARS.search(text, before, measure.quantity.end)
    opened = own or _TOLD_YEARS.search(text[:60])
    if not opened or int(opened["count"]) != count or (not own and reading.carried(measure)):
        return None
    return years


_TOLD_YEARS = re.compile(
    r"(?<!\d)(?<!với\s)0?(?P<count>[2-5])\snăm(?!\s(?:trước|đầu|cuối|tới|học|sau|20\d\d))", re.IGNORECASE
)
_ONE_YEAR = re.compile(r"\d{4}(?:-\d\d)?")
_YEARLY_MEAN = re.compile(r"^(?:Tốc độ tăng|Mức giảm)\s.*\sbình quân(?:\smỗi năm)?$")
"""``Năm 2025 ước đạt 9 tỷ đồng, bình quân tăng 8%/năm``: the mean of several years is of no single one."""


_DECADE, _HISTORY = 9, 30


def _of_planning(time: Time, year: str) -> bool:
    """``quy hoạch thời kỳ 2021 - 2030; phê duyệt`` 37 báo cáo: ten years that go on beyond the report are those of a plan,
    thirty (``lịch sử Đảng bộ giai đoạn 1950 - 2020``) those of a history, and not when something was reached."""
    if time.kind != "span" or not year or not re.fullmatch(r"\d{4}-\d{4}", time.period):
        return False
    first, last = map(int, time.period.split("-"))
    return last - first >= _HISTORY or (last - first >= _DECADE and last > int(year[:4]))


_BARE_MONTH = re.compile(
    r"(?:tính\s)?đến\s(?:(?:hết|cuối)\stháng\s|(?:hết\s)?(?:ngày\s)?\d{1,2}\s?[/.-]\s?)(\d{1,2})$", re.IGNORECASE
)
"""``đến hết tháng 11``, ``đến ngày 15/11``: of the document's year."""


def _each_year_between(reading: Reading, measure: Measure) -> str | None:
    """``từ 12% năm 2021 còn 4% năm 2025, mỗi năm giảm 2%``: a yearly mean is of the years that the sentence moves between."""
    own = [t for t in measure.times if t.kind != "base"]
    if not measure.growth or not own or any(t.kind != "yearly" for t in own):
        return None
    told = [m for m, _ in reading.measures if m.start < measure.start]
    for at, (first, second) in enumerate(pairwise(told), 2):
        last = [second, *_going_on(first.label, told[at:])][-1]
        years = [next((t.period for t in m.times if t.period and t.kind != "base"), "") for m in (first, last)]
        same = first.label == second.label and first.label.lower() in measure.label.lower()
        if same and first.quantity.moving and all(re.fullmatch(r"\d{4}", y) for y in years) and years[0] < years[1]:
            return "-".join(years)
    return None


def _going_on(label: str, told: Sequence[Measure]) -> Iterator[Measure]:
    """``từ 15% năm 2031 còn 12% năm 2032 và 9% năm 2033``: the values that one thing has moved on to."""
    return takewhile(lambda m: m.label == label and bool(m.times), told)


def _size_period(measure: Measure) -> str | None:
    """The size of a project has no time, unless its clause names one for it."""
    return next((t.period for t in measure.times if t.period and t.kind in ("at", "span")), None)


def _told_period(reading: Reading, measure: Measure, status: str | None, view: View) -> str | None:
    """When a value was reached; of one that is only to be spent, what the sentence and its section say."""
    told = replace(reading, earlier_times=()) if status is None else reading
    when = in_part(period(told, measure, view), measure)
    if status and when and is_to_come(when, view.year) and not _says(reading, measure, when, view):
        return None
    return in_months(when, measure, reading.sentence.text) or (view.by if status is None else None)


def _says(reading: Reading, measure: Measure, when: str, view: View) -> bool:
    """Does the sentence itself name this time, or, where nothing tells when the document was written, one before it? What has
    been reached, and who met at a congress, is not of the term that only a heading tells of."""
    told = (*measure.times, *reading.carried(measure), *reading.times)
    before = () if view.dated or _MET.match(measure.label) else reading.earlier_times
    return any(t.period == when for t in (*told, *before))


_MET = re.compile(r"(?:Số|Tỷ lệ)\s(?:lượng\s)?đại\sbiểu(?!\w)")


def _share_of(quantity: Quantity) -> str | None:
    """``22/55 chỉ tiêu``: the count with its whole."""
    if quantity.total is None or quantity.kind == "rank" or not quantity.counted:
        return f"trên {plain(quantity.total)}" if quantity.total is not None and quantity.kind == "rank" else None
    return f"{plain(quantity.value)}/{plain(quantity.total)} {quantity.unit}"


def measure_to_observation(
    reading: Reading, measure: Measure, status: str | None, view: View, outline: Outline, lexicon: Lexicon
) -> Observation:
    """One observation from a measure that a sentence reports."""
    quantity = measure.quantity
    sentence = reading.sentence
    start, end = min(measure.start, quantity.start), max(measure.end, quantity.end)
    where = "footnote" if sentence.context.where == "footnote" else "prose"
    return Observation(
        indicator=measure.label,
        value=quantity.value,
        unit=quantity.unit,
        upper=quantity.upper,
        comparator=quantity.comparator if quantity.comparator != "=" else None,
        period=_size_period(measure)
        if measure.sized and status is None
        else _told_period(reading, measure, status, view),
        status=status,
        scope=measure.scope or _share_of(quantity),
        change=measure.change,
        where=where,
        concept=resolve(measure.label, quantity, measure.growth, lexicon),
        evidence=evidence_of(
            outline.report, sentence.passage, start, end, f"observation-{where}", value_at=quantity.at
        ),
    )


_EXPECTED = re.compile(r"(?<!\w)dự\skiến\s(?:đến|hết|cả|trong|cuối)(?!\w)", re.IGNORECASE)
"""``Dự kiến đến hết năm 2024 có 45 xã``: what is expected is an estimate."""


def find_observations(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The reported values that stand in running text and footnotes, in the order of the text."""
    view = outline_to_view(outline)
    for reading in read_sentences(outline, lexicon):
        for measure, judged in reading.measures:
            if judged in ("observation", "fund") and not exceeds_goal(measure.quantity, reading.sentence.text):
                expected = _EXPECTED.search(reading.sentence.text[: measure.quantity.at])
                told = measure.status or ("estimate" if expected else "actual")
                status = None if judged == "fund" else told
                yield measure_to_observation(reading, measure, status, view, outline, lexicon)
