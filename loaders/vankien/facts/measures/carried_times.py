"""Which times of a sentence are of one value alone, and which hold for the values behind it too."""

from __future__ import annotations

import re

from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time


def in_bracket_of(measure: Measure, time: Time, text: str) -> bool:
    """``từ 49,7 triệu đồng (năm 2020) lên 83,1 triệu đồng``: a time in the bracket behind a value is of that value alone."""
    between = text[measure.quantity.end : time.start]
    return "(" in between and ")" not in between


def of_every_year(time: Time, text: str) -> bool:
    """``Giai đoạn 2021 - 2024, mỗi năm trồng 900 ha``: years that are told of as a yearly mean."""
    return time.kind == "span" and re.match(r",?\s(?:mỗi|hằng|hàng|bình\squân)\s", text[time.end :]) is not None


def closed_before(said: Time | Quantity, measure: Measure, text: str) -> bool:
    """``3.000 tỷ đồng (năm 2023: 1.400 tỷ đồng); 12 làng``: what a bracket dates or reports ends with it."""
    opened = text.rfind("(", 0, said.start)
    closed = text.find(")", said.end)
    return opened > text.rfind(")", 0, said.start) and 0 <= closed < measure.quantity.start


def ends_clause(text: str, time: Time) -> bool:
    """``Hoàn thành hồ chứa trước ngày 31/12/2024; ...``: a deadline behind its deed holds for that deed alone."""
    closed = re.match(r"\s*;(?!\s*trong\sđó)", text[time.end :])
    dated = time.kind == "until" or (time.kind == "at" and _WITHIN.match(text, time.start))
    return bool(dated and time.start > 0 and closed)


_WITHIN = re.compile(r"(?:vào|trong)\s", re.IGNORECASE)
