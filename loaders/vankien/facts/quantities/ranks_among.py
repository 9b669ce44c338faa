"""Ranks told as one of so many places: ``một trong 10 tỉnh dẫn đầu về chuyển đổi số``."""

from __future__ import annotations

import re
from decimal import Decimal

from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import Unit

_ONE_IN = re.compile(r"(?<![\w.,/])(?:một|0?1)\strong\s(?:số\s|nhóm\s)?$", re.IGNORECASE)
_AND_GROUP = re.compile(r"(?:(?<=,)|(?<=\svà))\s(?:trong\s)?(?:nhóm|tốp|top)\s$", re.IGNORECASE)
"""``vào nhóm 10 tỉnh ..., nhóm`` 5 tỉnh có thu ngân sách cao nhất."""
_PLACES = re.compile(r"(?:tỉnh|thành\sphố|địa\sphương|đơn\svị|huyện|quận|xã|phường|quốc\sgia|nước)", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:,\sthành\sphố)?\s(?:dẫn|đứng|hàng|tốp|nhóm)\sđầu(?!\w)|(?:,\sthành\sphố)?\scó\s[^,;.:()\d]{4,60}?\s(?:cao|lớn|tốt|nhanh)\snhất(?!\w)",
    re.IGNORECASE,
)


def one_of_first(
    text: str, match: re.Match[str], number: Decimal, total: Decimal | None, unit: Unit
) -> Quantity | None:
    """The rank of a place that is to be, or is, among so many first ones; None for any other count of places.

    In: the match of a number with the groups ``number`` and ``total``, what they say (``1 trong 10 tỉnh`` has both), the unit
    behind them. Out: a rank with an upper bound.
    """
    if not _PLACES.fullmatch(unit.text) or not _FIRST.match(text, unit.end):
        return None
    at = match.start("number")
    if total is not None and number == 1:
        return Quantity(at, match.start("total"), unit.end, total, None, "<=", "hạng", "rank")
    if total is not None:
        return None
    one = _ONE_IN.search(text, 0, at) or _AND_GROUP.search(text, 0, at)
    return Quantity(one.start(), at, unit.end, number, None, "<=", "hạng", "rank") if one else None
