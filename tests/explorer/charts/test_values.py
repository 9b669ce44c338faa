"""Values, periods and bases in words, in both languages; and that the words are those of the lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from vankien.explorer.charts.values import GAP, basis_words, key_of, number_words, period_words, value_words
from vankien.explorer.charts.words import MODE_MARKS, STATUSES, VERDICT_MARKS, WORDS, Mark, verdict
from vankien.model import Lexicon


@pytest.mark.parametrize(
    ("comparator", "value", "upper", "unit", "per", "vi", "en"),
    [
        ("=", "57.5", None, "%", "", "57,5 %", "57.5 %"),
        (">", "5", None, "%", "year", "trên 5 %/năm", "more than 5 % a year"),
        (">=", "57", None, "%", "end", "ít nhất 57 %", "at least 57 %"),
        ("<", "1234.5", None, "ha", "", "dưới 1.234,5 ha", "less than 1,234.5 ha"),
        ("<=", "12", None, "", "", "không quá 12", "at most 12"),
        ("~", "3000", None, "tỷ đồng", "total", "khoảng 3.000 tỷ đồng (lũy kế)", "about 3,000 tỷ đồng (cumulative)"),
        ("range", "9", "10", "%", "average", "bình quân từ 9 đến 10 %/năm", "9 to 10 % a year on average"),
        ("=0", "0", None, "hộ", "", "không còn (0 hộ)", "none left (0 hộ)"),
        ("rank", "15", None, "tỉnh", "", "thuộc nhóm 15 tỉnh đầu", "among the first 15 tỉnh"),
        ("gteq", "8000", None, "người/năm", "yearly", "ít nhất 8.000 người/năm", "at least 8,000 người/năm"),
        ("", "-0.95", None, "%", "previous", "−0,95 % so với năm trước", "−0.95 % on the year before"),
    ],
    ids=[
        "equal",
        "more-yearly",
        "at-least",
        "less",
        "at-most",
        "about-total",
        "range-average",
        "zero",
        "rank",
        "year-in-unit",
        "negative",
    ],
)
def test_values_in_words(comparator: str, value: str, upper: str | None, unit: str, per: str, vi: str, en: str) -> None:
    end = Decimal(upper) if upper else None
    for language, expected in (("vi", vi), ("en", en)):
        words = value_words(comparator, Decimal(value), end, unit, per, language)
        assert words.replace(GAP, " ") == expected


def test_a_number_and_its_unit_stay_on_one_line() -> None:
    assert value_words("", Decimal(5), None, "%") == f"5{GAP}%"


@pytest.mark.parametrize(
    ("start", "end", "vi", "en"),
    [
        ((2023, 1, 1), (2023, 12, 31), "2023", "2023"),
        ((2023, 1, 1), (2023, 10, 31), "10 tháng 2023", "10 months of 2023"),
        ((2021, 1, 1), (2025, 12, 31), "2021–2025", "2021–2025"),
        ((2025, 6, 30), (2025, 6, 30), "30/06/2025", "2025-06-30"),
        ((2025, 4, 1), (2025, 6, 30), "04/2025–06/2025", "2025-04 to 2025-06"),
    ],
    ids=["year", "months", "term", "day", "quarter"],
)
def test_periods_in_words(start: tuple[int, int, int], end: tuple[int, int, int], vi: str, en: str) -> None:
    assert period_words(date(*start), date(*end), "vi") == vi
    assert period_words(date(*start), date(*end), "en") == en


def test_numbers_in_both_languages() -> None:
    assert number_words(Decimal("1234567.50"), "vi") == "1.234.567,5"
    assert number_words(Decimal("1234567.50"), "en") == "1,234,567.5"


def test_bases_alone() -> None:
    assert [basis_words(b, "vi") for b in ("year", "average", "total", "end")] == [
        "/năm",
        "bình quân/năm",
        "lũy kế",
        "",
    ]
    assert basis_words("yearly-average", "en") == "a year on average"


# --- the lists of the ontology --------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["comparators", "bases"])
def test_notations_of_the_lists_are_known(lexicon: Lexicon, scheme: str) -> None:
    said = {n: c.id for c in lexicon[scheme] for n in c.properties.get("notation", ())}
    assert said
    unsaid = {"=", "range", "end"}  # "equal to" and "end of period" add no words; a range shows by its second number
    assert {n: key_of(n) for n in said if n not in unsaid} == {n: k for n, k in said.items() if n not in unsaid}


@pytest.mark.parametrize(
    ("scheme", "marks"),
    [("verdicts", VERDICT_MARKS), ("modes", MODE_MARKS), ("statuses", STATUSES)],
    ids=["verdicts", "modes", "statuses"],
)
def test_words_are_those_of_the_lists(lexicon: Lexicon, scheme: str, marks: dict[str, Mark]) -> None:
    for key, mark in marks.items():
        concept = lexicon.concept(scheme, key)
        assert concept is not None
        assert mark.vi == concept.vi
    listed = {c.id for c in lexicon[scheme]}
    assert listed - set(marks) <= {"computed", "actual"}


def test_verdicts_can_be_told_apart_by_their_sign() -> None:
    signs = [m.sign for m in VERDICT_MARKS.values()]
    assert len(set(signs)) == len(signs)
    assert verdict("strange", "vi").vi == "strange"


def test_both_languages_say_the_same_things() -> None:
    assert WORDS["vi"].keys() == WORDS["en"].keys()
    for key, words in WORDS["vi"].items():
        assert words.count("{}") == WORDS["en"][key].count("{}")
