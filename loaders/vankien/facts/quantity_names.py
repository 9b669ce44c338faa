"""Numbers that belong to the name of a thing or to what a share says, and are no values of their own."""

from __future__ import annotations

import re

from vankien.facts.quantity import Quantity

_TO_SO_MANY = re.compile(r"(?<!\w)(?:bình\squân|trung\sbình|cứ)\s(?:trên\s|cứ\s)?$", re.IGNORECASE)

_HAS_SO_MANY = re.compile(r"\s(?:thì\s)?(?:có|được)\s(?:\S+\s)?\d")
"""``bình quân 1 vạn dân có 27 sinh viên``: to how many people a rate counts."""


def counts_to(text: str, quantity: Quantity) -> bool:
    """Is a value no count of its own, but how many people the rate behind it counts to?"""
    has = quantity.kind == "person" and _HAS_SO_MANY.match(text, quantity.end)
    return bool(has and _TO_SO_MANY.search(text, 0, quantity.start))


_IN_NAME = re.compile(r"\W*(?:\d{1,2}[.)]\s)?(?:Chương\strình|Đề\sán|(?:Tiểu\s)?[Dd]ự\sán)\s[^:;.()\d]*$")
"""``Chương trình giảm nghèo ở 38 xã: ...``: the number belongs to the name."""
