"""What the words around a value say of it: promised, reported, of the past, of every year, voted."""

from __future__ import annotations

import re

from vankien.facts.measure import Measure

_VOTED = re.compile(r"[^,;.:()\d]{0,40}?\s(?:biểu\squyết|tán\sthành|nhất\strí|đồng\sý)(?!\w)", re.IGNORECASE)


def voted(measure: Measure, text: str) -> bool:
    """``được 346/348 đại biểu biểu quyết tán thành``: how many were for it."""
    return measure.quantity.counted and _VOTED.match(text, measure.quantity.end) is not None
