"""What the page of a target gathers: cases, discrepancies, changed wordings, the same indicator elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from tests.explorer import small_books as made
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Discrepancy
from vankien.explorer.targets.scoreboard import rows_by_target, scoreboard
from vankien.explorer.targets.target_page import TargetPage, to_target_page

OLD, NEW = made.congress(15, 2015), made.congress(16, 2020)
TERM, MID, LAST = made.period(2020, 2025), made.period(2023), made.period(2025)


def small(**more: Any) -> Book:
    held: dict[str, Any] = {
        "congresses": (OLD, NEW),
        "periods": (MID, LAST, TERM),
        "targets": (made.target("rung", NEW.iri), made.target("rung.cu", OLD.iri, "2020-12-31")),
        "statements": (made.statement("rung", "57", "nghi-quyet", 8), made.statement("rung.cu", "50", "bao-cao", 3)),
        **more,
    }
    return made.book(**held)


def page_of(book: Book) -> TargetPage:
    rows = [*scoreboard(book, NEW.iri), *scoreboard(book, OLD.iri)]
    return to_target_page(book, rows[0], rows)


def clash(key: str, lines: tuple[int, ...], *derived: str) -> Discrepancy:
    at = (made.source("bao-cao", lines[0]),)
    return Discrepancy(made.iri("discrepancy", key), key, "1", "2", "", "", lines, derived, (), at)


def test_each_case_has_the_stated_verdict_beside_the_computed_one_the_latest_first() -> None:
    seen = made.observation("rung", "55", LAST, "bao-cao", 6)
    judged = (
        made.verdict("rung", "not-yet-met", MID, "giua-ky", 5),
        made.verdict("rung", "met", LAST, "bao-cao", 6),
        made.verdict("rung", "missed", TERM, "bao-cao", 6, mode="computed", behind=seen.iri),
        made.verdict("rung", "missed", TERM, "khac", 9, mode="computed"),
    )
    cases = page_of(small(assessments=judged, observations=(seen,))).cases
    keys = [(x.stated.verdict if x.stated else "", x.computed.verdict if x.computed else "") for x in cases]
    assert keys == [("met", "missed"), ("not-yet-met", ""), ("", "missed")]
    assert [len(x.values) for x in cases] == [1, 0, 0]


def test_a_wording_with_another_value_is_seen() -> None:
    said = (
        made.statement("rung", "57", "nghi-quyet", 8),
        made.statement("rung", "57", "nghi-quyet", 9),
        made.statement("rung", "57", "bao-cao", 6, comparator="gt"),
    )
    changed = page_of(small(statements=said)).changed
    assert [s.value.comparator for s in changed] == ["gt"]


@pytest.mark.parametrize(
    ("found", "there"),
    [
        pytest.param(
            clash("by-node", (99,), made.iri("statement", "rung-nghi-quyet-8")), True, id="rests-on-a-wording"
        ),
        pytest.param(clash("by-line", (6,)), True, id="noted-at-a-line-of-the-target"),
        pytest.param(clash("elsewhere", (6, 70)), False, id="one-line-is-about-something-else"),
        pytest.param(clash("other-node", (6,), made.iri("statement", "other")), False, id="rests-on-something-else"),
    ],
)
def test_discrepancies_touch_the_target_or_not(found: Discrepancy, there: bool) -> None:
    seen = made.observation("rung", "55", LAST, "bao-cao", 6)
    book = small(observations=(seen,), discrepancies=(found,))
    assert (found in page_of(book).discrepancies) is there


def test_the_same_indicator_of_another_term_is_similar() -> None:
    assert [r.target.set_by for r in page_of(small()).similar] == [OLD.iri]


def test_every_target_with_a_wording_has_a_row() -> None:
    book = small()
    assert set(rows_by_target(book)) == set(book.targets)
