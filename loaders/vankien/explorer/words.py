"""Numbers, values and dates in words, in Vietnamese and English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vankien.explorer.book import Value
from vankien.graph import annex

_COMPARATORS = {
    "vi": {
        "gteq": "từ {} trở lên",
        "gt": "trên {}",
        "lteq": "không quá {}",
        "lt": "dưới {}",
        "approximately": "khoảng {}",
    },
    "en": {
        "gteq": "at least {}",
        "gt": "more than {}",
        "lteq": "at most {}",
        "lt": "less than {}",
        "approximately": "about {}",
    },
}
_YEARLY = {"vi": "/năm", "en": " a year"}
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def number(value: Decimal | int, language: str) -> str:
    """A number as people of the language write it.

    >>> number(Decimal("12345.5"), "vi"), number(Decimal("12345.5"), "en")
    ('12.345,5', '12,345.5')
    """
    return annex.number(format(Decimal(value), "f"), language)


def value_words(value: Value, language: str) -> str:
    """A value with comparator, unit and basis.

    >>> value_words(Value("gt", Decimal("5"), None, "", "%", "yearly"), "vi")
    'trên 5 %/năm'
    >>> value_words(Value("between", Decimal("9"), Decimal("10"), "", "%"), "en")
    '9–10 %'
    """
    if value.number is None:
        return ""
    written = number(value.number, language)
    if value.upper is not None:
        written = f"{written}–{number(value.upper, language)}"
    unit = value.unit_text
    yearly = value.basis.startswith("yearly") and "/năm" not in unit
    unit = (f" {unit}" if unit else "") + (_YEARLY[language] if yearly else "")
    pattern = _COMPARATORS[language].get(value.comparator, "{}") if value.upper is None else "{}"
    return pattern.format(written + unit)


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
