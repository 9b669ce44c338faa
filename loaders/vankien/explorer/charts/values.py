"""Numbers, values with their comparator, and periods, as people write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from vankien.explorer.charts.words import say
from vankien.vietnamese import plain, write_number

GAP = "\N{NO-BREAK SPACE}"
"""Between a number and its unit, so that they stay on one line."""

_COMPARED = {
    "gteq": ("ít nhất {}", "at least {}"),
    "gt": ("trên {}", "more than {}"),
    "lteq": ("không quá {}", "at most {}"),
    "lt": ("dưới {}", "less than {}"),
    "approximately": ("khoảng {}", "about {}"),
    "zero": ("không còn ({})", "none left ({})"),
    "rank-at-most": ("thuộc nhóm {} đầu", "among the first {}"),
}
"""Comparators (``ontology/comparators.ttl``) that are said; the others are "equal to"."""

_PER = {
    "yearly": ("{}/năm", "{} a year"),
    "yearly-average": ("bình quân {}/năm", "{} a year on average"),
    "cumulative": ("{} (lũy kế)", "{} (cumulative)"),
    "current-prices": ("{} (giá hiện hành)", "{} (current prices)"),
    "constant-prices": ("{} (giá so sánh)", "{} (constant prices)"),
    "year-on-year": ("{} so với năm trước", "{} on the year before"),
    "since-start": ("{} so với đầu kỳ", "{} since the start"),
}
"""Bases (``ontology/bases.ttl``) that are said with a value."""

_KEYS = {
    ">=": "gteq",
    ">": "gt",
    "<=": "lteq",
    "<": "lt",
    "~": "approximately",
    "=0": "zero",
    "rank": "rank-at-most",
    "year": "yearly",
    "average": "yearly-average",
    "total": "cumulative",
    "current": "current-prices",
    "constant": "constant-prices",
    "previous": "year-on-year",
    "start": "since-start",
}
"""The notations of comparators and bases, as fact records have them, and the keys that they stand for."""

_YEARLY = ("/năm", "/ năm", "a year", "per year")


def key_of(notation: str) -> str:
    """The key of a comparator or basis from its key or notation.

    >>> key_of(">="), key_of("gteq"), key_of("year")
    ('gteq', 'gteq', 'yearly')
    """
    return _KEYS.get(notation, notation)


def number_words(value: Decimal, language: str) -> str:
    """A number as people of that language write it.

    >>> number_words(Decimal("1234.50"), "vi"), number_words(Decimal("-1234.5"), "en")
    ('1.234,5', '−1,234.5')
    """
    return write_number(plain(value), language).replace("-", "−")


def _with_basis(words: str, per: str, at: int) -> str:
    template = _PER.get(key_of(per), ("{}", "{}"))[at]
    if any(y in words for y in _YEARLY):
        template = template.replace("/năm", "").replace(" a year", "")
    return template.format(words)


def value_words(
    comparator: str,
    value: Decimal,
    upper: Decimal | None = None,
    unit: str = "",
    per: str = "",
    language: str = "vi",
) -> str:
    """A value with comparator, upper end, unit and basis, in words; comparator and basis by key or notation.

    >>> value_words(">", Decimal(5), None, "%", "year", "vi").replace(GAP, " ")
    'trên 5 %/năm'
    >>> value_words("range", Decimal(9), Decimal(10), "%", "", "vi").replace(GAP, " ")
    'từ 9 đến 10 %'
    >>> value_words("gteq", Decimal(57), None, "%", "", "en").replace(GAP, " ")
    'at least 57 %'
    """
    at = 0 if language == "vi" else 1
    words = number_words(value, language)
    if upper is not None and upper != value:
        words = (f"từ {words} đến " if language == "vi" else f"{words} to ") + number_words(upper, language)
    words += f"{GAP}{unit.strip()}" if unit.strip() else ""
    compared = _COMPARED.get(key_of(comparator))
    return _with_basis(compared[at].format(words) if compared else words, per, at)


def basis_words(per: str, language: str) -> str:
    """What a basis adds to a value, alone: ``bình quân/năm``; empty where it is not said."""
    words = _PER.get(key_of(per))
    return "" if words is None else " ".join(words[language != "vi"].format(" ").split()).replace(" /", "/").strip("()")


def period_words(start: date, end: date, language: str) -> str:
    """The years of a period; the first months of a year are counted.

    >>> period_words(date(2021, 1, 1), date(2025, 12, 31), "vi"), period_words(date(2023, 1, 1), date(2023, 10, 31), "vi")
    ('2021–2025', '10 tháng 2023')
    >>> period_words(date(2023, 6, 30), date(2023, 6, 30), "en")
    '2023-06-30'
    """
    if start == end:
        return f"{end:%d/%m/%Y}" if language == "vi" else end.isoformat()
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if start.year != end.year:
        return f"{start.year}–{end.year}"
    if whole:
        return str(end.year)
    if (start.month, start.day) == (1, 1):
        return say("months", language, end.month, end.year)
    return f"{start:%m/%Y}–{end:%m/%Y}" if language == "vi" else f"{start:%Y-%m} to {end:%Y-%m}"
