"""Which columns of a scanned row are empty where no bar shows them: told by the values themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from vankien.report.scanned_tables.repairs import RowKind, compares, readings
from vankien.vietnamese import parse_number

_WHOLE = 100
"""Per cents beyond it are no shares: an index (``115,3``)."""
_BOUND = re.compile(r"[<>≥≤]|\d[\d.,]*%?[-–÷]\d")
"""A bound or a range, which results seldom are."""


def term_empty(printed: Sequence[str]) -> list[int] | None:
    """The gaps of a row of years without a value for the whole term: its last value is of the order of the one before, and no
    sum of them."""
    first, *_ = values = [parse_number(p.rstrip(".,;:%").lstrip("<>≥≤~")) for p in printed[-2:]]
    last = values[-1]
    if first is None or last is None or not first or not Decimal("0.5") <= abs(last / first) <= Decimal("1.5"):
        return None
    return [0] * len(printed) + [1]


def one_empty(printed: Sequence[str], compare: int, count: int) -> Sequence[int] | None:
    """Where the comparison of a row is printed, what is set for later is empty; else the comparison is, if the values are
    of one order."""
    if compare == count - 1:
        return (compare,) if not printed[-1].endswith("%") and _alike(printed[-1], printed[-2]) else None
    if not 2 <= compare < len(printed):
        return None
    if compares(*printed[compare - 2 : compare + 1]):
        return (count - 1,) if compare == count - 2 else None
    return (compare,) if any(_alike(printed[compare], t) for t in _ways(printed[compare - 2])) else None


def two_empty(printed: Sequence[str], kind: RowKind) -> Sequence[int] | None:
    """Two values of target, result, comparison and next target: a bound or range opens with the target; two different
    amounts, whose comparison would be printed, are result and next target."""
    bound = [bool(_BOUND.match(p)) for p in printed]
    if bound == [True, False]:
        return (2, 3)
    amounts = not kind.share or any((n := parse_number(p)) is not None and n > _WHOLE for p in printed)
    if bound == [False, True] or (bound == [False, False] and amounts and printed[0] != printed[1]):
        return (0, 2)
    return None


def _ways(printed: str) -> tuple[str, ...]:
    """A number as printed, and with a lost comma put back if it is above 100."""
    number = parse_number(printed)
    return (printed, *(readings(printed, (1, 2)) if number is not None and number > 100 else ()))


def _alike(a: str, b: str) -> bool:
    """True if two values of one indicator are of the same order."""
    first, second = (parse_number(t.lstrip("<>≥≤~")) for t in (a, b))
    if first is None or second is None or not first or not second:
        return first is None or second is None
    return Decimal("0.1") <= abs(first / second) <= 10
