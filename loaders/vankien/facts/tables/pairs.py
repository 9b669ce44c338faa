"""Cells of two values, where the unit of the row names two: ``xã (%)`` and ``89 (75,4)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.facts.clauses.phrases import lower_first, sentence_case
from vankien.facts.quantities.units import COUNTED, unit_at
from vankien.model import Lexicon

_TWO = re.compile(r"(?P<first>[^()]+?)\s?\((?P<second>[^()]+)\)")


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two values: what it measures, its unit, its text and where that stands in the cell."""

    indicator: str
    unit: str
    text: str
    at: int


def cell_to_halves(indicator: str, unit: str, cell: str, lexicon: Lexicon) -> tuple[Half, ...]:
    """Both values of a cell, each with what it measures; empty for a cell or a unit of one.

    In: the indicator of the row, the unit as printed, the cell's text.
    """
    units, values = _TWO.fullmatch(unit.strip()), _TWO.fullmatch(cell.strip())
    if not units or not values or not re.search(r"\d", values["first"]) or not re.search(r"\d", values["second"]):
        return ()
    start = len(cell) - len(cell.lstrip())
    halves = []
    for name in ("first", "second"):
        known = unit_at(units[name], 0, lexicon)
        if known is None:
            return ()
        label = _measured(indicator, units[name], known.kind)
        halves.append(Half(label, units[name], values[name], start + values.start(name)))
    return tuple(halves)


def _measured(indicator: str, unit: str, kind: str) -> str:
    """``Xã đạt chuẩn`` in ``xã`` is their number, in ``%`` their share."""
    head, colon, own = indicator.rpartition(": ")
    if kind in COUNTED and own.lower().startswith(f"{unit.lower()} "):
        own = f"Số {lower_first(own)}"
    elif kind == "share" and not re.match(r"t[ỷỉ]\s(?:lệ|trọng)", own, re.IGNORECASE):
        own = f"Tỷ lệ {lower_first(re.sub('^(?:Tổng số|Số) ', '', own))}"
    return f"{head}{colon}{sentence_case(own)}"
