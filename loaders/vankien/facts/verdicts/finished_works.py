"""Works that are to be finished: a task with a date promises their whole length."""

from __future__ import annotations

import re

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.quantities.measure import Measure

_FINISHED = re.compile(r"(?:\d{1,2}[.)]\s)?(?:Hoàn thành|Đưa vào)\s")
"""``Hoàn thành Dự án ... dài 60 km vào năm 2028``: a task with a date promises the whole length."""


_BEGUN = re.compile(r"\s*(?:khởi\scông|chuẩn\sbị|trình|lập|khởi\sđộng)\s", re.IGNORECASE)
"""``Hoàn thành ...; khởi công Bệnh viện ..., quy mô 400 giường``: what only begins."""


def _only_described(measure: Measure, text: str) -> bool:
    """Money, and what a bracket says of a project: ``Hoàn thành Dự án ... (9 km, vốn 80 tỷ đồng)`` promises neither."""
    at = measure.quantity.start
    if _BEGUN.match(re.split(r";\s", text[:at])[-1]):
        return True
    return measure.quantity.kind == "money" or open_brackets(text, at) > 0


def promises_size(measure: Measure, text: str) -> bool:
    """Is the size of a work promised with the work?"""
    return _FINISHED.match(text) is not None and not _only_described(measure, text)
