"""Markers of footnotes that are glued to a rank: ``vị trí 354`` is rank 35 and note 4, ``thứ 24/633`` 24 of 63 and note 3."""

from __future__ import annotations

import re

_PROVINCES = 63
"""As many provinces there were until July 2025; no rank among them is larger."""
_COUNTS = r"(?:63|34)"
"""How many provinces there are to rank, before and after that."""
_RANK = re.compile(
    rf"(?:vị trí|(?:xếp|đứng|lên|xuống|hạng) thứ|xếp hạng)\s(?P<rank>\d{{1,2}})(?P<of>/{_COUNTS})?(?P<mark>\d{{1,2}})(?=[.,;\s]|$)"
)


def marker_at_rank(text: str, mark: int, since: int) -> tuple[int, int] | None:
    """Where the marker of a note stands, glued to a rank, from an offset on; None if it does not.

    >>> marker_at_rank("tụt xuống vị trí 354.", 4, 0), marker_at_rank("vươn lên thứ 24/633.", 3, 0)
    ((19, 20), (18, 19))
    >>> marker_at_rank("xếp thứ 24/63.", 3, 0)
    """
    for match in _RANK.finditer(text, since):
        rank, printed = int(match["rank"]), int(match["rank"] + match["mark"])
        glued = match["of"] is not None or (len(match["mark"]) == 1 and printed > _PROVINCES)
        if match["mark"] == str(mark) and glued and 0 < rank <= _PROVINCES:
            return match.span("mark")
    return None
