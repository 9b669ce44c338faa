"""Numbers without a noun behind them that count what stands before: ``số thôn chưa có điện từ 21 xuống còn 3``."""

from __future__ import annotations

import re
from decimal import Decimal

from vankien.facts.quantities.comparators import comparator_before
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import COUNTED, unit_at
from vankien.model import Lexicon
from vankien.vietnamese import parse_number

_COUNT_BEFORE = re.compile(
    r"(?<!\w)(?:tổng\s)?số\s(?P<thing>[^;.:()\d]{3,80}?)\s(?:(?:từ|đã|tăng|giảm|nâng)\s(?:\d[\d.]*\s)?){0,3}(?:xuống\scòn|xuống|còn|lên)\s$",
    re.IGNORECASE,
)
_KIND_BEFORE = re.compile(
    r"(?:^|[,;:(]\s?|\svà\s)(?:trong\sđó,?\s)?(?P<thing>(?:đảng\sviên|đoàn\sviên|hội\sviên|cán\sbộ|công\schức|viên\schức|đại\sbiểu)(?:\s[^\W\d]+){1,5})\slà\s$",
    re.IGNORECASE,
)
"""``đảng viên chính thức là 1.290``: people of a kind, counted behind it."""
_COUNT_IS = re.compile(
    r"(?<!\w)(?:tổng\s)?số\s(?P<thing>[^;.:()\d]{3,80}?)(?::|\s(?:(?:ước|hiện)\s)?(?:là|đạt(?:\sđược)?|có))\s?$",
    re.IGNORECASE,
)
"""``Số hợp tác xã thành lập mới: 45``, ``tổng số xã đạt chuẩn là 96/124``."""
_COUNT_OF_ALL = re.compile(r"(?<!\w)số\s(?P<thing>[^;.:()\d]{3,80}?)(?:\s(?:mới|chỉ|đạt))*\s\(?$", re.IGNORECASE)
"""``số hợp tác xã hoạt động hiệu quả (3/5)``."""
_COUNT_END = re.compile(r"\s*(?:[,;.)(]|$|thông\squa\s|vào\s|trong\s|năm\s|và\s)")


def level_of_count(text: str, match: re.Match[str], number: Decimal, lexicon: Lexicon) -> Quantity | None:
    """``số thôn chưa có điện từ 21 xuống còn 3``: what is counted stands before, and only there."""
    if match["upper"] or not _COUNT_END.match(text, match.end()):
        return None
    at = match.start("number")
    if counted := _COUNT_BEFORE.search(text[: match.start()]) or _KIND_BEFORE.search(text[: match.start()]):
        if match["total"]:
            return None
        start, sign = at, "="
    else:
        start, sign = comparator_before(text, at, lexicon)
        counted = _COUNT_IS.search(text[:start])
        if counted is None and match["total"]:
            counted = _COUNT_OF_ALL.search(text[:start])
    unit = unit_at(text, counted.start("thing"), lexicon, nouns=False) if counted else None
    if unit is None or unit.kind not in COUNTED:
        return None
    total = parse_number(match["total"]) if match["total"] else None
    sign = "=" if sign == "range" else sign
    return Quantity(start, at, match.end(), number, None, sign, unit.text, unit.kind, total)
