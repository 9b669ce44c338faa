"""Values of a year told by its parts, of which only the first says what is measured.

GRDP quý I tăng 7,1%, quý II tăng 7,6%, để 6 tháng tăng 7,4% và 9 tháng tăng 7,9%

A quarter belongs to the name of what is measured (six months and the second quarter end together); its last month is the
time, of the year that the sentence or the heading names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.facts.clauses.phrases import tidy
from vankien.facts.quantities.measure import Measure
from vankien.facts.times.year_parts import MONTHS, QUARTER
from vankien.vietnamese import parse_roman

_PART = rf"(?:quý\s(?P<quarter>{QUARTER})|(?P<months>\d)\stháng(?:\sđầu(?:\snăm)?)?)(?!\w|\s?/|\snăm\s\d)"
_LED = re.compile(
    rf"(?:(?:và|để|còn|riêng|trong\sđó)\s)*{_PART}(?:\s(?:phải|ước|dự\skiến|là|đạt|tăng|giảm))*", re.IGNORECASE
)
"""All that stands before a value that only names its part of the year."""
_OPENED = re.compile(rf"(?P<what>.+?)\s{_PART}(?:\s(?:phải|ước|dự\skiến))*$", re.IGNORECASE)
"""The label of the first value: what is measured, and its part of the year."""
_NAMED = re.compile(rf"(?:^|\s){_PART}", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
TOLD = re.compile(r"quý\s(?:I|1)(?!\w)", re.IGNORECASE)
"""A sentence may tell a year by its parts only if it names the first quarter."""


def _is_quarter(match: re.Match[str]) -> str:
    return f" quý {match['quarter'].upper()}" if match["quarter"] else ""


def told_by_parts(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures of a sentence, those that only name a part of the year under the label of the first of their kind."""
    out: list[Measure] = []
    what = ""
    for measure in measures:
        opened = _OPENED.match(measure.label)
        led = _LED.fullmatch(tidy(measure.before).strip(" ,;:("))
        first = next((m for m in reversed(out) if m.quantity.unit == measure.quantity.unit), None)
        if led and what and first is not None and not measure.restated:
            measure = replace(measure, label=f"{what}{_is_quarter(led)}", growth=first.growth)
        elif opened and opened["quarter"] and not measure.restated:
            what = opened["what"]
            measure = replace(measure, label=f"{what}{_is_quarter(opened)}")
        out.append(measure)
    return tuple(out)


def in_part(period: str | None, measure: Measure) -> str | None:
    """The period of a measure, a year narrowed to the month with which the part ends that the measure's own words name."""
    if period is None or not _YEAR.fullmatch(period):
        return period
    named = _NAMED.search(measure.label) or _LED.fullmatch(tidy(measure.before).strip(" ,;:("))
    named = named or re.search(rf"(?:đến|hết|cuối)\s{_PART}", measure.before, re.IGNORECASE)
    if named is None:
        return period
    quarter, months = named["quarter"], named["months"]
    if quarter:
        return f"{period}-{3 * (parse_roman(quarter.upper()) or int(quarter)):02}"
    return f"{period}-{int(months):02}" if _LED.fullmatch(tidy(measure.before).strip(" ,;:(")) else period


_MONTHS = rf"(?P<months>{MONTHS})\stháng(?:\sđầu(?:\snăm)?)?"
_LASTS = r"(?<!trên)(?<!dưới)(?<!hơn)(?<!quá)(?<!chậm)(?<!sau)(?<!trước)(?<!đủ)(?<!hạn)(?<!vay)(?<!gửi)(?<!khóa)(?<!vòng)(?<!kỳ)(?<!từ)(?<!đến)"
"""Words behind which months are how long something takes."""
_IN_LABEL = re.compile(rf"{_LASTS}\s(?:trong\s)?{_MONTHS}(?=$|\s(?:khu\svực|ngành|lĩnh\svực)\s|:)", re.IGNORECASE)
_OWN = re.compile(rf"(?:^|{_LASTS}\s){_MONTHS}(?=[\s,]|$)(?!\s(?:cuối|năm\s\d|tuổi))", re.IGNORECASE)
_OPENING = re.compile(
    rf"\W*(?:(?:tính\s)?(?:lũy|luỹ)\skế\s|(?:tính\s)?(?:chung|trong|qua)\s)?{_MONTHS}(?=,\s)", re.IGNORECASE
)
_ALL_YEAR = re.compile(r"(?<!\w)cả\snăm(?!\w)", re.IGNORECASE)


def without_months(measure: Measure) -> Measure:
    """``Thu ngân sách 10 tháng đạt`` 84 tỷ đồng: of a result the months are its time, and no part of its label."""
    label = _IN_LABEL.sub("", measure.label)
    return replace(measure, label=label) if label and label != measure.label else measure


_PARTED = re.compile(r"(?<!\w)trong\sđó(?!\w)[^;.()]*$", re.IGNORECASE)


def _of_whole(measure: Measure, text: str) -> re.Match[str] | None:
    """``GRDP 6 tháng tăng 7%, trong đó dịch vụ`` 8%: the months of the value of which this one is a part."""
    parted = (
        None if measure.times else _PARTED.search(re.sub(r"(?<=\d)[.,](?=\d)", "_", text[: measure.quantity.start]))
    )
    opened = list(_OWN.finditer(text, 0, parted.start())) if parted else []
    return opened[-1] if opened else None


def in_months(period: str | None, measure: Measure, text: str) -> str | None:
    """The period of a result, a year narrowed to the month with which the months end that its words, or the opening of its
    sentence, name without a year (``10 tháng``, ``Lũy kế 10 tháng, ...``)."""
    if period is None or not _YEAR.fullmatch(period) or _ALL_YEAR.search(measure.before):
        return period
    told = _OWN.search(measure.before) or _OPENING.match(text) or _of_whole(measure, text)
    return f"{period}-{int(told['months']):02}" if told else period
