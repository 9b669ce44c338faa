"""The scoreboard: rows in printed order, outcomes by period, groups, counts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from tests.explorer import small_books as made
from vankien.explorer.book.book import Book
from vankien.explorer.responding.explorer import Explorer
from vankien.explorer.targets.scoreboard import Row, as_of, assessed_periods, scoreboard, tally, to_groups

CONGRESS = made.congress(16, 2020)
TERM, MID, LAST, BEFORE = made.period(2020, 2025), made.period(2023), made.period(2025), made.period(2020)
PERIODS = (BEFORE, MID, LAST, TERM)


def small(**more: Any) -> Book:
    held: dict[str, Any] = {
        "congresses": (CONGRESS,),
        "periods": PERIODS,
        "targets": (made.target("rung", CONGRESS.iri), made.target("ngheo", CONGRESS.iri)),
        "statements": (made.statement("rung", "57", "nghi-quyet", 8), made.statement("ngheo", "3", "nghi-quyet", 7)),
        **more,
    }
    return made.book(**held)


def row(book: Book, key: str = "rung") -> Row:
    rows: Sequence[Row] = scoreboard(book, CONGRESS.iri)
    return next(r for r in rows if r.target.iri.endswith(key))


def numbers(found: Row) -> list[Decimal | None]:
    return [o.value.number for o in found.outcome.results]


def test_targets_of_one_line_stand_in_the_order_of_its_words() -> None:
    said = (made.statement("rung", "57", "nghi-quyet", 8, 90), made.statement("ngheo", "3", "nghi-quyet", 8, 1000))
    keys = [r.target.iri.rsplit("/", 1)[-1] for r in scoreboard(small(statements=said), CONGRESS.iri)]
    assert keys == ["rung", "ngheo"]


def test_the_later_document_has_the_last_word_on_one_day() -> None:
    judged = (
        made.verdict("rung", "met", TERM, "giua-ky", 5),
        made.verdict("rung", "missed", LAST, "bao-cao", 6),
    )
    dates = {"giua-ky": "2023-11-03", "bao-cao": "2025-08"}
    assert row(small(assessments=judged, dates=dates)).stated == "missed"


def test_the_computed_verdict_is_that_of_the_same_document_and_year() -> None:
    seen = (made.observation("rung", "55", LAST, "bao-cao", 6), made.observation("rung", "58", TERM, "giua-ky", 5))
    judged = (
        made.verdict("rung", "met", LAST, "bao-cao", 6),
        made.verdict("rung", "missed", TERM, "bao-cao", 6, mode="computed", behind=seen[0].iri),
        made.verdict("rung", "exceeded", TERM, "giua-ky", 5, mode="computed", behind=seen[1].iri),
    )
    found = row(small(assessments=judged, observations=seen, dates={"giua-ky": "2023-11", "bao-cao": "2025-08"}))
    assert (found.stated, found.computed, found.outcome.differs) == ("met", "missed", True)
    assert numbers(found) == [Decimal(55)]


@pytest.mark.parametrize(
    ("stated", "computed", "line", "differs"),
    [
        pytest.param("met", "missed", 6, True, id="met-though-missed"),
        pytest.param("exceeded", "met", 6, True, id="exceeded-though-just-met"),
        pytest.param("met", "exceeded", 6, False, id="met-and-more"),
        pytest.param("at-risk", "missed", 6, False, id="shades-of-failing"),
        pytest.param("not-assessed", "missed", 6, False, id="report-says-nothing"),
        pytest.param("met", "missed", 60, False, id="verdict-of-another-place"),
    ],
)
def test_verdicts_of_one_row_contradict_each_other_or_not(stated: str, computed: str, line: int, differs: bool) -> None:
    seen = made.observation("rung", "57", LAST, "bao-cao", 6)
    judged = (
        made.verdict("rung", stated, LAST, "bao-cao", line),
        made.verdict("rung", computed, LAST, "bao-cao", 6, mode="computed", behind=seen.iri),
    )
    assert row(small(assessments=judged, observations=(seen,))).outcome.differs is differs


def test_a_verdict_without_a_computed_one_has_the_value_beside_it() -> None:
    seen = (
        made.observation("rung", "50", LAST, "bao-cao", 40),
        made.observation("rung", "56", LAST, "bao-cao", 7),
        made.observation("rung", "51", MID, "bao-cao", 6),
    )
    found = row(small(observations=seen, assessments=(made.verdict("rung", "met", LAST, "bao-cao", 6),)))
    assert numbers(found) == [Decimal(56)]


def test_results_and_verdicts_of_the_term_before_are_left_out() -> None:
    seen = (made.observation("rung", "48", BEFORE, "bao-cao", 6),)
    found = row(small(observations=seen, assessments=(made.verdict("rung", "exceeded", BEFORE, "bao-cao", 6),)))
    assert (found.stated, found.outcome.results) == ("", ())


def test_a_verdict_of_no_target_and_no_period_judges_nothing() -> None:
    assert row(small(assessments=(made.verdict("indicator:rung", "exceeded", None, "bao-cao", 6),))).stated == ""


def test_a_verdict_on_the_only_target_of_its_indicator_judges_it() -> None:
    judged = (made.verdict("indicator:rung", "exceeded", MID, "bao-cao", 6),)
    assert row(small(assessments=judged)).stated == "exceeded"


def test_each_period_has_its_own_outcome() -> None:
    judged = (made.verdict("rung", "not-yet-met", MID, "giua-ky", 5), made.verdict("rung", "met", LAST, "bao-cao", 6))
    book = small(assessments=judged)
    rows = scoreboard(book, CONGRESS.iri)
    assert assessed_periods(book, rows) == {MID.iri: 1, LAST.iri: 1}
    assert [r.stated for r in as_of(book, rows, MID.iri) if r.target.iri.endswith("rung")] == ["not-yet-met"]


def test_a_programme_serves_by_its_best_contribution() -> None:
    given = (
        made.contribution("lam-nghiep", "inferred", to="rung"),
        made.contribution("lam-nghiep", "stated", to="rung"),
        made.contribution("so-lieu", "reported", indicator="rung"),
        made.contribution("noi-khac", "reported", indicator="rung"),
    )
    programmes = (
        made.programme("lam-nghiep", set_by=(CONGRESS.iri,)),
        made.programme("so-lieu", set_by=(CONGRESS.iri,)),
        made.programme("noi-khac", set_by=(made.iri("congress", "khac/1"),)),
    )
    serving = row(small(contributions=given, programmes=programmes)).programmes
    assert {p.rsplit("/", 1)[-1]: c.mode for p, c in serving.items()} == {"lam-nghiep": "stated", "so-lieu": "reported"}


def test_groups_have_their_number_or_a_theme_and_stand_in_printed_order() -> None:
    targets = (
        made.target("rung", CONGRESS.iri),
        made.target("ngheo", CONGRESS.iri, group=2),
        made.target("khac", CONGRESS.iri),
    )
    said = [made.statement(k, "1", "nghi-quyet", n) for n, k in enumerate(("khac", "rung", "ngheo"), 1)]
    book = small(targets=targets, statements=said, themes={"rung": ("forestry",), "ngheo": ("poverty",)})
    found = [(g.number, g.theme, len(g.rows)) for g in to_groups(book, scoreboard(book, CONGRESS.iri))]
    assert found == [(2, "poverty", 1), (None, "forestry", 1), (None, "", 1)]


def test_the_tally_counts_every_target_once(published: Explorer) -> None:
    rows = scoreboard(published.book, f"{published.book.base}id/congress/lai-chau/14")
    counts = tally(rows)
    assert counts.targets == sum(counts.stated.values()) == sum(counts.computed.values()) == len(rows)


def test_the_scoreboard_of_the_mid_term_report_counts_its_annex(published: Explorer) -> None:
    """The annex of 443-BC/TU judges 54 targets of the term: 19 exceeded, 28 met, 7 at risk."""
    book = published.book
    rows = scoreboard(book, f"{book.base}id/congress/lai-chau/14")
    period = next(p for p in book.periods.values() if p.label == "2020-2025")
    counts = tally(as_of(book, rows, period.iri)).stated
    assert {k: n for k, n in counts.items() if k} == {"exceeded": 19, "met": 28, "at-risk": 7}
