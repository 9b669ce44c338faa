"""Values of two units side by side: to one scale, or not comparable at all."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from vankien.model import Lexicon
from vankien.vietnamese import fold

_COUNTED = frozenset({"NUM", "INDIV"})
"""Units of counting: what is counted, the indicator says."""


@lru_cache(maxsize=4096)
def scale_of(unit: str, unit_text: str, lexicon: Lexicon) -> tuple[str, Decimal]:
    """The scale that a unit measures on, and how much one unit is on it; an unknown unit is a scale of its own.

    >>> from vankien.graph.terms.vocabulary import read_lexicon
    >>> scale_of("tonne-thousand", "nghìn tấn", read_lexicon())
    ('TONNE', Decimal('1000.0'))
    >>> scale_of("", "mẫu", read_lexicon())
    ('mau', Decimal('1'))
    """
    concept = lexicon.concept("units", unit) if unit else None
    if concept is None:
        return fold(unit_text), Decimal(1)
    if base := concept.first("hasUnit"):
        return ("count" if base in _COUNTED else base), Decimal(1)
    if base := concept.first("scalingOf"):
        factor = Decimal(concept.first("conversionMultiplier", "1"))
        if base in _COUNTED and factor < 1:  # doctors per 10,000 people are no count of doctors
            return unit, Decimal(1)
        return ("count" if base in _COUNTED else base), factor
    return unit, Decimal(1)


def to_scale(value: Decimal, unit: str, unit_text: str, lexicon: Lexicon) -> tuple[str, Decimal]:
    """A value on the scale of its unit, so that two values can be compared when the scales are equal."""
    scale, factor = scale_of(unit, unit_text, lexicon)
    return scale, value * factor


def rounds_to(fine: Decimal, coarse: Decimal) -> bool:
    """True if one of two values is the other one rounded (half up or half even) to its own number of decimals.

    >>> rounds_to(Decimal("13.07"), Decimal("13.1")), rounds_to(Decimal("13.07"), Decimal("13.2"))
    (True, False)
    """
    first, second = (value.normalize() for value in (fine, coarse))
    if _places(first) < _places(second):
        first, second = second, first
    step = Decimal(1).scaleb(-_places(second))
    return abs(first - second) * 2 <= step


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
