"""Labels of multiples: ``doanh thu du lịch gấp 2 lần năm 2025`` → ``Doanh thu du lịch so với năm 2025``."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.measure import Measure
from vankien.facts.phrases import sentence_case

_GROWN = re.compile(r"^(?:Tốc\sđộ\stăng|Mức\stăng)\s(?!trưởng)")
_TIMES = re.compile(r"(?<!\w)(?:gấp|(?:cao|nhiều|lớn)\shơn)(?:\s(?:lên|tới|đến|từ))*\s*$", re.IGNORECASE)
_BOUND = re.compile(r"\s(?:ít\snhất|tối\sthiểu|khoảng|trên|hơn|gần)$")
_BASE = re.compile(
    r",?\s(?:so\s(?:với\s)?)?(?P<base>(?:cuối\s|đầu\s)?(?:năm|giai\sđoạn|nhiệm\skỳ|thời\skỳ)\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?|(?:khi|thời\sđiểm|ngày\sđầu)\s[^,;:.()\d]{3,30}(?=[,;.)]|$))"
)
_LATER_BASE = re.compile(
    r"(?:,|\svà)\s[^;:.()]*?(?<!\w)gấp\s[^;:.()]*?\slần\s(?=so\s(?:với\s)?(?:khi|thời\sđiểm|ngày\sđầu)\s)"
)
"""``A tăng gấp 9 lần, B tăng gấp 3 lần so với khi tái lập tỉnh``: the base of both."""


def multiple_label(label: str, before: str, rest: str) -> str:
    """The label of a multiple, with the year that it is a multiple of; any other label stays.

    >>> multiple_label("Tốc độ tăng doanh thu", "doanh thu gấp ", " so với năm 2025."), multiple_label("Thu", "đạt ", " năm 2025")
    ('Doanh thu so với năm 2025', 'Thu')
    """
    later = _LATER_BASE.match(rest)
    base = _BASE.match(rest, later.end() if later else 0) if _TIMES.search(before) and _GROWN.match(label) else None
    label = _BOUND.sub("", label) if base else label
    return f"{sentence_case(_GROWN.sub('', label))} so với {base['base']}" if base else label


_NEAR = 14
"""So near behind its value the year stands that a multiple is of."""


def as_multiple(measure: Measure, text: str) -> Measure:
    """A multiple under the name of what it is a multiple of, without the time of that; any other measure stays."""
    quantity = measure.quantity
    label = multiple_label(measure.label, measure.before, text[quantity.end :]) if quantity.kind == "ratio" else ""
    if not label or label == measure.label:
        return measure
    times = tuple(t for t in measure.times if not 0 <= t.start - quantity.end <= _NEAR)
    return replace(measure, label=label, times=times)
