"""The unit of a row whose unit cell is empty or unreadable, from the running text that prints the same value.

| Doanh thu du lịch | agry]g | 2.400 |        tổng doanh thu từ du lịch năm 2031 đạt 2.400 tỷ đồng
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from vankien.facts.quantities.finding import find_quantities
from vankien.model import Lexicon, Outline
from vankien.vietnamese import fold

_REACH = 160
_LEAST_WORDS = 3
_LEAST_SHARE = 0.75
_GENERIC = frozenset({"tong", "so", "ty", "ti", "le", "cua", "va", "cac", "tu", "tai", "theo", "den", "dat", "tren"})


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", fold(text))) - _GENERIC


@dataclass(frozen=True, eq=False)
class Elsewhere:
    """The values of the running text with their units and the words before them, read once and only where needed."""

    outline: Outline
    lexicon: Lexicon

    @cached_property
    def _printed(self) -> dict[Decimal, list[tuple[str, frozenset[str]]]]:
        out: dict[Decimal, list[tuple[str, frozenset[str]]]] = {}
        for sentence in self.outline.sentences:
            for quantity in find_quantities(sentence.text, self.lexicon):
                if quantity.unit and quantity.upper is None:
                    before = re.split(r";\s|\.\s", sentence.text[max(0, quantity.at - _REACH) : quantity.at])[-1]
                    out.setdefault(quantity.value, []).append((quantity.unit, _words(before)))
        return out

    def unit(self, label: str, values: Iterable[Decimal]) -> str:
        """The one unit with which the text prints a value of the row behind the words of its label, the shorter one of
        ``triệu đồng`` and ``triệu đồng/người``; empty if there is none, or more than one."""
        own = _words(label)
        if len(own) < _LEAST_WORDS:
            return ""
        found = {
            unit
            for value in values
            for unit, words in self._printed.get(value, ())
            if len(own & words) >= _LEAST_SHARE * len(own)
        }
        return min(found, key=len) if len({u.split("/")[0] for u in found}) == 1 else ""
