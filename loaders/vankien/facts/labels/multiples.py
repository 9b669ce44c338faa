"""Labels of multiples: ``doanh thu du lịch gấp 2 lần năm 2025`` → ``Doanh thu du lịch so với năm 2025``."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import sentence_case
from vankien.facts.quantities.measure import Measure

_GROWN = re.compile(r"^(?:Tốc\sđộ\stăng|Mức\stăng)\s(?!trưởng)")
_TIMES = re.compile(r"(?<!\w)(?:gấp|(?:cao|nhiều|lớn)\shơn)(?:\s(?:lên|tới|đến|từ))*\s*$", re.IGNORECASE)
_BOUND = re.compile(r"\s(?:ít\snhất|tối\sthiểu|khoảng|trên|hơn|gần)$")
_POINT = (
    r"(?:(?:cuối\s|đầu\s)?(?:năm|giai\sđoạn|nhiệm\skỳ|thời\skỳ)\s(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
    r"|(?:(?:năm\s)?(?:đầu|cuối)\s(?:nhiệm\skỳ|kỳ|giai\sđoạn)(?:\strước)?|(?:nhiệm\skỳ|giai\sđoạn)\strước)(?!\w)"
    r"|(?:khi|thời\sđiểm|ngày\sđầu)\s[^,;:.()\d]{3,30}(?=[,;.)]|$))"
)
_BASE = re.compile(rf",?\s(?:so\s(?:với\s)?)?(?P<base>{_POINT})")
_LATER = re.compile(rf"(?:,|\svà)\s[^;:.()]*?(?<!\w)gấp\s[^;:.()]*?\slần(?=\sso\s(?:với\s)?{_POINT})")
"""``A tăng gấp 9 lần, B tăng gấp 3 lần so với khi tái lập tỉnh``: the base of both."""
_OPENING = re.compile(rf"(?:^|[;.]\s)\W*so\svới\s(?P<base>{_POINT})(?:,|\sthì)\s[^;]*$", re.IGNORECASE)
"""``So với năm 2025, quy mô kinh tế gấp 2 lần, thu ngân sách gấp 3 lần``: the base stands first."""


def multiple_label(label: str, before: str, rest: str, lead: str = "") -> str:
    """The label of a multiple, with the time that it is a multiple of, in the words behind the value (`rest`) or before it
    (`lead`); any other label stays.

    >>> multiple_label("Tốc độ tăng doanh thu", "doanh thu gấp ", " so với năm 2025."), multiple_label("Thu", "đạt ", " năm 2025")
    ('Doanh thu so với năm 2025', 'Thu')
    """
    if not _TIMES.search(before) or not _GROWN.match(label):
        return label
    later = _LATER.match(rest)
    base = _BASE.match(rest, later.end() if later else 0) or _OPENING.search(lead)
    return f"{sentence_case(_GROWN.sub('', _BOUND.sub('', label)))} so với {base['base']}" if base else label


_NEAR = 14
"""So near behind its value the year stands that a multiple is of."""


def as_multiple(measure: Measure, text: str) -> Measure:
    """A multiple under the name of what it is a multiple of, without the time of that; any other measure stays."""
    quantity = measure.quantity
    label = ""
    if quantity.kind == "ratio":
        label = multiple_label(measure.label, measure.before, text[quantity.end :], text[: quantity.start])
    if not label or label == measure.label:
        return measure
    times = tuple(t for t in measure.times if not 0 <= t.start - quantity.end <= _NEAR)
    return replace(measure, label=label, times=times)
