"""Units of a column read by itself → the labels that they belong to, where some rows print none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from vankien.vietnamese import fold

_SHARE = re.compile(r"(?:ty (?:le|trong)|toc do)\b(?!.*\bgiam\b)")
_COUNT = re.compile(
    r"(?:so (?!voi)|dien tich|san luong|tong (?:so|san luong|von|thu|dan)|gia tri|quy mo|doanh thu)(?!.*\btang\b)"
)
_FITS, _CONTRADICTS, _BARE = 2, -9, -2


def _fit(label: str, unit: str) -> int:
    """How well a unit goes with a label: a share is in per cent, a number is not."""
    text, percent = fold(label), unit[:1] in ("%", "‰") or "diem" in fold(unit)
    if not unit:
        return 0
    if _SHARE.match(text):
        return _FITS if percent else _CONTRADICTS
    if _COUNT.match(text):
        return _CONTRADICTS if percent else _FITS
    return 0


def align_units(labels: Sequence[str], units: Sequence[str]) -> list[int | None] | None:
    """Which unit each label has, in their order; None where they contradict each other, or where there is more than one way
    to share fewer units out.

    >>> align_units(["Tỷ lệ hộ nghèo", "Chỉ số hạnh phúc", "Sản lượng lúa"], ["%", "Tấn"])
    [0, None, 1]
    >>> align_units(["Tỷ lệ hộ nghèo", "Sản lượng lúa"], ["Tấn", "%"]) is None
    True
    """

    @cache
    def best(label: int, unit: int) -> tuple[int, int, tuple[int | None, ...]]:
        """The best score from here on, how many ways lead to it, and one of them."""
        if label == len(labels):
            return (0, 1, ()) if unit == len(units) else (-(10**6), 1, ())
        ways = []
        if unit < len(units):
            score, count, rest = best(label + 1, unit + 1)
            ways.append((score + _fit(labels[label], units[unit]), count, (unit, *rest)))
        if len(labels) - label > len(units) - unit:
            score, count, rest = best(label + 1, unit)
            bare = _BARE if _SHARE.match(fold(labels[label])) else 0
            ways.append((score + bare, count, (None, *rest)))
        if not ways:
            return -(10**6), 1, ()
        top = max(w[0] for w in ways)
        found = [w for w in ways if w[0] == top]
        return top, sum(w[1] for w in found), found[0][2]

    if not units or len(units) > len(labels):
        return None
    score, count, way = best(0, 0)
    fits = all(_fit(labels[i], units[u]) >= 0 for i, u in enumerate(way) if u is not None)
    return list(way) if count == 1 and fits and score > -(10**5) else None
