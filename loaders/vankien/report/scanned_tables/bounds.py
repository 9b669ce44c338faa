"""Targets of scanned rows that are no plain number: ``≥`` read as a 2 (``210,5``), a range printed above and below the
values of its row (``350.000-`` / ``360.000``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Passage, Repair
from vankien.report.scanned_tables.repairs import BY_SIGN, Number
from vankien.vietnamese import parse_number

_TWO = re.compile(r"2(?P<rest>[1-9]\d*(?:\.\d{3})*(?:,\d+)?)")
_FAR, _NEAR = 4, 2
_LOW = re.compile(r"(?:^|\s)(?P<low>[\d.,]*\d)\s?[-–]$")
_HIGH = re.compile(r"(?:^|\s)(?P<high>[\d.,]*\d)$")


def _amount(text: str) -> float | None:
    number = parse_number(text)
    return None if number is None else float(number)


def with_least(numbers: Sequence[Number], kinds: Sequence[str]) -> tuple[Number, ...]:
    """The values of a row, a target far beyond all results read as ``≥`` and the rest of its digits where that rest lies
    among them.

    >>> row = [Number(t) for t in ("8", "5,1", "8,9", "10,1", "210,5")]
    >>> [n.text for n in with_least(row, ["target", "result", "result", "result", "target"])]
    ['8', '5,1', '8,9', '10,1', '≥10,5']
    """
    results = [v for n, k in zip(numbers, kinds, strict=False) if k == "result" and (v := _amount(n.text)) is not None]
    uncertain = any(not n.text for n in numbers)
    if len(results) < 2 - uncertain or min(results) <= 0:
        return tuple(numbers)
    out = []
    for number, kind in zip(numbers, (*kinds, *[""] * len(numbers)), strict=False):
        printed = number.text if number.repair is None else number.repair.printed if not number.text else ""
        match = _TWO.fullmatch(printed) if kind == "target" else None
        rest, value = (_amount(match["rest"]), _amount(printed)) if match else (None, None)
        if (
            match
            and rest
            and value
            and (value > _FAR * max(results) or not number.text)
            and min(results) / _NEAR <= rest <= max(results) * _NEAR
        ):
            out.append(Number(f"≥{match['rest']}", Repair(printed, BY_SIGN)))
        else:
            out.append(number)
    return tuple(out)


def range_around(label: Sequence[Passage]) -> tuple[str, Passage, list[Passage]] | None:
    """The range of which a label's lines print the lower end above the values and the upper end below them, where its
    upper end stands, and the label without it; None if they print none.

    >>> from vankien.model import Piece
    >>> lines = [Passage(text, (Piece(0, 1, 0),)) for text in ("Vốn đầu tư 50.000-", "(5 năm) 60.000")]
    >>> range_around(lines)[0]
    '50.000-60.000'
    """
    if len(label) < 2:
        return None
    low, high = _LOW.search(label[0].text), _HIGH.search(label[-1].text)
    if not low or not high:
        return None
    a, b = _amount(low["low"]), _amount(high["high"])
    if a is None or b is None or not a < b <= 3 * a:
        return None
    first, last = label[0].part(0, low.start()), label[-1].part(0, high.start())
    rest = [p for p in (first, *label[1:-1], last) if p.text]
    return f"{low['low']}-{high['high']}", label[-1].part(high.start("high"), high.end()), rest
