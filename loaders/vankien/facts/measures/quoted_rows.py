"""Targets that a resolution names in one row for as many results before it.

... 57,8%, trong đó có bằng 24,6%, so với các mức 60% và 25% của NQ
... chiếm 35,2%, ... 22,6%, ... 42,2%; NQ đặt ra các tỷ lệ theo thứ tự ấy là 32%, 25,5% và 42,5%
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.vietnamese import NUMBER

_SETTER = r"(?:đại\shội|nghị\squyết|MTNQ|NQĐH|NQ|kế\shoạch|KH|chương\strình|đề\sán)(?!\w)"
_ROW = (
    rf"(?P<row>(?:{NUMBER})[^;.()]{{0,24}}?(?:,\s(?:{NUMBER})[^;.,()]{{0,24}}?)*,?\svà\s(?:{NUMBER})[^;.,()]{{0,24}}?)"
)
_AGAINST = re.compile(
    rf"so\svới\s(?:các\s)?(?:mức|con\ssố)(?:\stương\sứng)?(?:\slà)?\s{_ROW}\s(?:mà\s|do\s|của\s|theo\s){_SETTER}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?:^|[;,]\s){_SETTER}[^;.()]{{0,60}}?\s(?:đề\sra|đặt\sra|xác\sđịnh|yêu\scầu|giao)[^;.()]{{0,60}}?"
    rf"(?:theo\sthứ\stự(?:\s(?:ấy|đó|trên|này|nêu\strên))?|tương\sứng|lần\slượt)(?:\s(?:là|đạt|ở\smức))*\s{_ROW}(?=\s*(?:[;.]|$))",
    re.IGNORECASE,
)
_LIKELY = re.compile(
    r"(?<!\w)(?:các\s(?:mức|con\ssố|tỷ\slệ)|so\svới\smức|theo\sthứ\stự|tương\sứng|lần\slượt)(?!\w)", re.IGNORECASE
)


def targets_in_row(measures: Sequence[Measure], text: str) -> list[Measure]:
    """The measures, those of a row that a resolution names marked as the targets of the results before it, one by one."""
    out = list(measures)
    if len(out) < 4 or not _LIKELY.search(text):
        return out
    for match in (m for pattern in (_AGAINST, _NAMED) for m in pattern.finditer(text)):
        row = [i for i, m in enumerate(out) if match.start("row") <= m.quantity.at < match.end("row")]
        told = (
            [i for i, m in enumerate(out) if m.quantity.at < match.start() and not m.restated][-len(row) :]
            if row
            else []
        )
        alike = (same_unit_family(out[a].quantity.unit, out[b].quantity.unit) for a, b in zip(row, told, strict=False))
        if len(row) < 2 or len(told) != len(row) or not all(alike):
            continue
        for at, result in zip(row, told, strict=True):
            out[at] = replace(
                out[at],
                label=out[result].label,
                growth=out[result].growth,
                restated=True,
                before="mục tiêu",
                change=None,
            )
    return out
