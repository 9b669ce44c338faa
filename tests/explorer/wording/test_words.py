"""Values in words: units in English by their names in the list, in Vietnamese as printed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vankien.explorer.book.records import Value
from vankien.explorer.charts.values import GAP
from vankien.explorer.wording.words import several, unit_words, value_words

UNITS = "https://w3id.org/vankien/concept/units/"


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        pytest.param(
            Value("gteq", Decimal(4200), None, f"{UNITS}vnd-billion", "tỷ đồng", ""),
            "ít nhất 4.200 tỷ đồng",
            "at least 4,200 billion dong",
            id="money",
        ),
        pytest.param(
            Value("eq", Decimal("7.6"), None, f"{UNITS}percent", "%/năm", ""), "7,6 %/năm", "7.6 % a year", id="a-year"
        ),
        pytest.param(
            Value("eq", Decimal("7.6"), None, f"{UNITS}percent", "%/năm", "yearly"),
            "7,6 %/năm",
            "7.6 % a year",
            id="a-year-said-twice",
        ),
        pytest.param(Value("eq", Decimal(1), None, f"{UNITS}commune", "xã", ""), "1 xã", "1 commune", id="one"),
        pytest.param(Value("eq", Decimal(28), None, f"{UNITS}commune", "xã", ""), "28 xã", "28 communes", id="several"),
        pytest.param(Value("eq", Decimal(28), None, f"{UNITS}hectare", "ha", ""), "28 ha", "28 ha", id="a-sign-stays"),
        pytest.param(
            Value("eq", Decimal(28), None, "", "lồng bè", ""), "28 lồng bè", "28 lồng bè", id="not-in-the-list"
        ),
    ],
)
def test_a_value_bears_its_unit_in_the_language_of_the_page(value: Value, vi: str, en: str) -> None:
    assert value_words(value, "vi").replace(GAP, " ") == vi
    assert value_words(value, "en").replace(GAP, " ") == en


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("class", "classes"),
        ("child", "children"),
        ("people per household", "people per household"),
        ("ten thousand people", "ten thousand people"),
        ("delegate or deputy", "delegate or deputy"),
        ("lesson learnt", "lessons learnt"),
        ("tonne of CO2 equivalent", "tonnes of CO2 equivalent"),
    ],
)
def test_names_of_units_where_there_are_several(one: str, many: str) -> None:
    assert several(one) == many


def test_what_stands_beside_a_name_in_the_list_is_left_out() -> None:
    assert unit_words(f"{UNITS}model", "mô hình") == "models"
