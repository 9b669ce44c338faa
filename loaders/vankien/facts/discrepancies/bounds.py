"""Whether what is told of one thing twice agrees: bounds, rounded values and ranges against exact values."""

from __future__ import annotations

from decimal import Decimal

from vankien.model import Observation

_EXACT = 4
"""A bound of so many digits is printed for its last one: ``trên 1.636 ha`` is no word for 1.666 ha."""
_ROUNDED = 3
_FINE, _COARSE = Decimal("0.02"), Decimal("0.05")


def bound_allows(a: Observation, b: Observation) -> bool:
    """ "Trên 50" and "51,2" agree, and so do "4 - 5%" and "4,6%": a bound close to the other value is no contradiction."""
    if a.comparator in ("<", "<=") and b.comparator in ("<", "<="):
        return True  # what stays below 2 % stays below 3 %
    return any(_allows(bound, exact) for bound, exact in ((a, b), (b, a)))


def _allows(bound: Observation, exact: Observation) -> bool:
    if bound.upper is not None:
        return exact.comparator != "range" and _within(bound, exact)
    apart = abs(bound.value - exact.value)
    digits, step = _precision(bound.value)
    if bound.comparator == "~":
        return apart <= (max(step, abs(exact.value) * _FINE) if digits >= _ROUNDED else abs(exact.value) * _COARSE)
    close = apart <= (step if digits >= _EXACT else abs(exact.value) * _COARSE)
    if exact.comparator is not None or not close:
        return False
    above, below = bound.comparator in (">", ">="), bound.comparator in ("<", "<=")
    return (above and exact.value >= bound.value) or (below and exact.value <= bound.value)


def _within(span: Observation, exact: Observation) -> bool:
    """Does a value lie in a range, or so near its ends that rounding may have put it there?"""
    least, most = span.value, span.upper if span.upper is not None else span.value
    room = abs(most) * _COARSE
    return least - room <= exact.value <= most + room


def _precision(value: Decimal) -> tuple[int, Decimal]:
    """How many digits of a number are printed for what they say, and what the last of them stands for.

    >>> [_precision(Decimal(n)) for n in ("1636", "16400", "0.5")]
    [(4, Decimal('1')), (3, Decimal('1E+2')), (1, Decimal('0.1'))]
    """
    plain = value.normalize()
    exponent = plain.as_tuple().exponent
    return len(plain.as_tuple().digits), Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
