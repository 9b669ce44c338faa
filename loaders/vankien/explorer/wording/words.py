"""Numbers, values and dates in words, in Vietnamese and English."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache

from vankien.explorer.book.records import Value
from vankien.explorer.charts import values
from vankien.graph.terms.vocabulary import last_part, read_lexicon
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


_YEARLY = re.compile(r"\s*/\s*năm$")
_ASIDE = re.compile(r" \(.*\)$")
_ENDS = re.compile(r"^(?P<noun>.*?)(?P<rest> (?:of|on|in|with|learnt)\b.*)?$")
_SAME = re.compile(r"\b(?:ten thousand|thousand|million|billion|per|or|dong|percent|rank|Celsius)\b")
"""Words of names that say a number already, or that are alike for one and for several."""
_SEVERAL = {"person": "people", "woman": "women", "child": "children", "criterion": "criteria"}


def several(name: str) -> str:
    """The English name of a unit, of which there are several.

    >>> several("party cell"), several("agency"), several("thousand tonnes"), several("item of content"), several("person")
    ('party cells', 'agencies', 'thousand tonnes', 'items of content', 'people')
    """
    if _SAME.search(name):
        return name
    found = _ENDS.match(name)
    assert found is not None
    noun, rest = found["noun"], found["rest"] or ""
    if noun in _SEVERAL:
        return _SEVERAL[noun] + rest
    if re.search(r"[^s]s$", noun):
        return name
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies" + rest
    return noun + ("es" if noun.endswith(("ss", "x", "ch", "sh")) else "s") + rest


@cache
def unit_words(unit: str, printed: str, one: bool = False) -> str:
    """The unit of a value in English: the name in the list (`unit` is its IRI); as printed where it needs no translation
    (``%``, ``ha``) and where the list has none.

    >>> unit_words("https://w3id.org/vankien/concept/units/vnd-billion", "tỷ đồng/năm")
    'billion dong a year'
    """
    bare = _YEARLY.sub("", printed)
    entry = None if bare.isascii() else read_lexicon().concept("units", last_part(unit))
    name = _ASIDE.sub("", entry.en) if entry else bare
    name = name if entry is None or one else several(name)
    return name + (" a year" if bare != printed and "per year" not in name else "")


def value_words(value: Value, language: str) -> str:
    """A value with comparator, unit and basis in words; an empty text for a value without a number.

    >>> value_words(Value("gt", Decimal("5"), None, "", "%", "yearly"), "vi").replace(values.GAP, " ")
    'trên 5 %/năm'
    """
    if value.number is None:
        return ""
    unit = value.unit_text
    if language == "en":
        unit = unit_words(value.unit, unit, value.number == 1 and value.upper is None)
    return values.value_words(value.comparator, value.number, value.upper, unit, value.basis, language)


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
