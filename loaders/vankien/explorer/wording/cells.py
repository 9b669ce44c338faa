"""What is the same in the CSV of several pages: a value and a source as cells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vankien.explorer.book.records import Source, Value

VALUE = ("comparator", "value", "upper", "unit", "basis")
"""The columns of `value_cells`."""

SOURCE = ("report", "line")
"""The columns of `source_cells`."""


def _written(number: Decimal | None) -> str:
    return "" if number is None else format(number, "f")


def value_cells(value: Value) -> tuple[str, ...]:
    """A value: key of the comparator, number, upper number, printed unit, key of the basis.

    >>> value_cells(Value("gteq", Decimal("57.0"), None, "", "%", "yearly"))
    ('gteq', '57.0', '', '%', 'yearly')
    """
    return value.comparator, _written(value.number), _written(value.upper), value.unit_text, value.basis


def source_cells(sources: Sequence[Source]) -> tuple[str, str]:
    """The first source: report id and line; empty texts without one."""
    return (sources[0].report, str(sources[0].line)) if sources else ("", "")
