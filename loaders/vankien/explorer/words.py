"""Numbers, values and dates in words, in Vietnamese and English."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from vankien.explorer.charts import values
from vankien.explorer.records import Value
from vankien.vietnamese import write_number

_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def number(value: Decimal | int, language: str) -> str:
    """A number as people of the language write it.

    >>> number(Decimal("12345.5"), "vi"), number(Decimal("12345.5"), "en")
    ('12.345,5', '12,345.5')
    """
    return values.number_words(Decimal(value), language)


def value_words(value: Value, language: str) -> str:
    """A value with comparator, unit and basis in words; an empty text for a value without a number.

    >>> value_words(Value("gt", Decimal("5"), None, "", "%", "yearly"), "vi").replace(values.GAP, " ")
    'trên 5 %/năm'
    """
    if value.number is None:
        return ""
    return values.value_words(value.comparator, value.number, value.upper, value.unit_text, value.basis, language)


def written(text: str, language: str) -> str:
    """A text with its plain numbers as people of the language write them.

    >>> written(">= 57.5 %", "vi"), written("4200 tỷ đồng", "en")
    ('>= 57,5 %', '4,200 tỷ đồng')
    """
    return re.sub(r"\d+(?:\.\d+)?", lambda m: write_number(m[0], language), text)


def day(iso: str, language: str) -> str:
    """A date in words; what is no whole date stays as it is.

    >>> day("2025-12-31", "vi"), day("2025-12-31", "en"), day("2025", "en")
    ('31/12/2025', '31 December 2025', '2025')
    """
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    if language == "en":
        return f"{found.day} {_MONTHS[found.month - 1]} {found.year}"
    return f"{found.day:02}/{found.month:02}/{found.year}"
