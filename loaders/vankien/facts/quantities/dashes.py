"""What dashes between values mean beside a range: values told in turn, and a range that something moves on from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.quantities.quantity import Quantity

_DASH = re.compile(r"\s*[-–]\s*")
_FEWEST = 3

MOVES_ON = re.compile(
    r"(?:\s(?:hiện\snay|hiện\stại|(?:(?:vào|cuối)\s)*năm\s20\d\d))?,?\s(?:tăng\s|giảm\s)?(?:lên|xuống|còn)(?!\w)",
    re.IGNORECASE,
)
"""``từ 25% - 30% hiện nay`` lên trên 60%: behind the range that a share comes from."""

RISES = re.compile(r"\s(?:đã\s)?(?:tăng|nâng)\s(?:dần\s)?lên\s", re.IGNORECASE)
"""``từ 15%`` tăng lên ``23%``: to a level, which is no comparison."""


def in_turn_by_dashes(text: str, quantities: Sequence[Quantity]) -> set[int]:
    """The offsets of values that dashes part and that are no range, as there are three or more: ``lần lượt là 28% - 30% - 42%``."""
    out: set[int] = set()
    run: list[Quantity] = []
    for quantity in quantities:
        joined = run and run[-1].unit == quantity.unit and quantity.upper is None
        if not joined or not _DASH.fullmatch(text, run[-1].end, quantity.start):
            run = []
        run.append(quantity)
        if len(run) >= _FEWEST:
            out.update(q.at for q in run)
    return out
