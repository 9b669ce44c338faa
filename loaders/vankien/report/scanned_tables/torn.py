"""Values of a scanned row that were torn at their comma or dash, or lost the comma: what the row and the text above say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from vankien.model import Repair
from vankien.report.scanned_tables.repairs import BY_TEXT, Number, compares, readings
from vankien.vietnamese import parse_number

_DECIMAL = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+),\d{1,3}(?![\d,]|\.\d)")
_LEAST_DIGITS = 4
"""A number of fewer digits is printed by chance."""


def decimals_of(lines: Iterable[str]) -> dict[str, str]:
    """The numbers with decimals that lines of text print, by their digits; without those whose digits two numbers share.

    >>> decimals_of(["bình quân 118,46 triệu đồng", "24,16% hoặc 2,416 triệu, 9,7%"])
    {'11846': '118,46'}
    """
    found: dict[str, set[str]] = {}
    for line in lines:
        for match in _DECIMAL.finditer(line):
            digits = re.sub(r"\D", "", match.group())
            found.setdefault(digits, set()).add(match.group())
    return {d: next(iter(n)) for d, n in found.items() if len(n) == 1 and len(d) >= _LEAST_DIGITS}


def told_above(number: Number, decimals: Mapping[str, str]) -> Number:
    """A number that is uncertain because it lost its comma, as the text above prints it; any other one as it is.

    >>> told_above(Number("", Repair("11846", "?")), {"11846": "118,46"}).text
    '118,46'
    """
    printed = number.repair.printed if number.repair is not None and not number.text else ""
    read = decimals.get(printed) if printed.isdigit() else None
    return Number(read, Repair(printed, BY_TEXT)) if read else number


def joined_at_comma(printed: Sequence[str], at: int) -> list[str] | None:
    """The values of a full row whose result was torn at its comma (``91 | 94 6 | 36`` for 91, 94,6 and 3,6), if only that
    makes the comparison (at index `at`) right; the cell that the tear shifted out is the last one, and empty.

    >>> joined_at_comma(["94", "96", "5", "25"], 2), joined_at_comma(["94", "96", "2", "98"], 2)
    (['94', '96,5', '2,5'], None)
    """
    if at < 2 or at + 2 != len(printed) or compares(*printed[at - 2 : at + 1]):
        return None
    target, whole, tenths, compared = printed[at - 2 :]
    if not re.fullmatch(r"\d{1,3}", whole) or not re.fullmatch(r"\d{1,2}", tenths):
        return None
    result = f"{whole},{tenths}"
    fitting = [c for c in (compared, *readings(compared, (1, 2))) if compares(target, result, c)]
    return [*printed[: at - 1], result, fitting[0]] if len(fitting) == 1 else None


def halves_of(printed: Sequence[str]) -> list[int]:
    """Where a value ends in its decimal comma and the next one can be the decimals (``63, 5``)."""
    return [
        i
        for i, (a, b) in enumerate(pairwise(printed))
        if re.fullmatch(r"[<>≥≤~]?\d+,", a) and re.fullmatch(r"\d{1,3}%?", b)
    ]


def torn_range(printed: Sequence[str], extra: int) -> int | None:
    """Where the one range stands that is printed with blanks and so makes `extra` values too many (``4 -5``, ``4 - 5``)."""
    if extra > 2:
        return None
    found = []
    for at in range(len(printed) - extra):
        low, high = parse_number(printed[at]), parse_number(printed[at + extra].lstrip("-–"))
        dashed = printed[at + 1] in ("-", "–") if extra == 2 else printed[at + 1][:1] in ("-", "–")
        if dashed and low is not None and high is not None and 0 <= low < high <= low * 3:
            found.append(at)
    return found[0] if len(found) == 1 else None
