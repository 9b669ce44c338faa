"""Forecasts of a result, which promise nothing."""

from __future__ import annotations

import re

from vankien.facts.measures import Measure
from vankien.facts.stance import View

_EXPECTED = re.compile(r"(?:dự\s(?:kiến|báo|ước)|ước|khả\snăng)(?!\w)[^.;:]{0,120}$", re.IGNORECASE)
_HELD_AGAINST = re.compile(
    r"\s*,\s(?:sẽ\s|có\sthể\s)?(?:(?:chưa|không|khó|cơ\sbản)\s)?(?:đạt|vượt|bằng|hoàn\sthành|thấp\shơn|cao\shơn)\s"
    r"[^,;.:()]{0,30}?(?:chỉ\stiêu|mục\stiêu|nghị\squyết)(?!\w)",
    re.IGNORECASE,
)


def is_forecast(measure: Measure, text: str) -> bool:
    """``năm 2025 dự kiến đạt 76 triệu đồng, vượt chỉ tiêu Nghị quyết``: what is held against a target is none itself."""
    quantity = measure.quantity
    return bool(_EXPECTED.search(text[: quantity.start]) and _HELD_AGAINST.match(text, quantity.end))


def is_over(promise: re.Match[str], text: str, view: View) -> bool:
    """``Dự kiến đến hết năm 2024 có 45 xã`` in a document of 2024 gives an estimate and promises nothing."""
    due = re.match(
        r"\s(?:(?:hết|cuối)\s)?(?:năm\s|tháng\s\d{1,2}/)(?P<year>(?:19|20)\d\d)(?!\s?[-–]\s?\d)", text[promise.end() :]
    )
    expected = promise.group().lower().startswith("dự")
    return bool(expected and due and view.year and due["year"] <= view.year)
