"""What changed against the congress before."""

from __future__ import annotations

from dataclasses import replace

from tests.explorer import small_books as made
from vankien.explorer.congresses.congress_page import changes_of, congress_before, programmes_by_kind, readings_of
from vankien.explorer.targets.scoreboard import scoreboard
from vankien.explorer.targets.setters import newest_first, period_key, setter_key, setter_of

OLDER, OLD, NEW = made.congress(14, 2010), made.congress(15, 2015), made.congress(16, 2020)
BOOK = made.book(
    congresses=(OLDER, OLD, NEW),
    periods=(made.period(2010, 2015), made.period(2015, 2020), made.period(2020, 2025)),
    programmes=(made.programme("lam-nghiep", "key-program", (NEW.iri,)),),
    targets=(
        made.target("rung.cu", OLD.iri, "2020-12-31"),
        made.target("ngheo.cu", OLD.iri, "2020-12-31"),
        made.target("bo.cu", OLD.iri, "2020-12-31"),
        made.target("rung", NEW.iri),
        made.target("ngheo", NEW.iri),
        made.target("moi", NEW.iri),
    ),
    statements=(
        *(made.statement(k, "50", "cu", n) for n, k in enumerate(("rung.cu", "ngheo.cu", "bo.cu"), 1)),
        made.statement("rung", "57", "nghi-quyet", 1),
        made.statement("ngheo", "3", "nghi-quyet", 2, unit="điểm"),
        made.statement("moi", "1", "nghi-quyet", 3),
    ),
)


def test_the_congress_before_is_the_last_with_targets() -> None:
    assert congress_before(BOOK, NEW) == OLD
    assert congress_before(BOOK, OLD) is None


def test_targets_go_on_are_new_or_are_dropped() -> None:
    found = changes_of(OLD, scoreboard(BOOK, OLD.iri), scoreboard(BOOK, NEW.iri))
    assert [(x.before.main.wording, x.now.main.wording, x.reason) for x in found.continued] == [
        ("Chỉ tiêu rung.cu", "Chỉ tiêu rung", ""),
        ("Chỉ tiêu ngheo.cu", "Chỉ tiêu ngheo", "unit"),
    ]
    assert [r.main.wording for r in found.new] == ["Chỉ tiêu moi"]
    assert [r.main.wording for r in found.dropped] == ["Chỉ tiêu bo.cu"]


def test_a_target_goes_on_only_from_an_earlier_deadline() -> None:
    rows = scoreboard(BOOK, OLD.iri)
    assert changes_of(NEW, scoreboard(BOOK, NEW.iri), rows).continued == ()


def test_documents_count_the_wordings_of_the_congress() -> None:
    assert [(r.document.iri.rsplit("/", 1)[-1], r.statements) for r in readings_of(BOOK, NEW)] == [("nghi-quyet", 3)]


def test_programmes_of_a_congress_by_kind() -> None:
    assert {k: len(held) for k, held in programmes_by_kind(BOOK, NEW.iri).items()} == {"key-program": 1}


def test_what_sets_targets_is_found_by_its_key_again() -> None:
    assert [setter_of(BOOK, setter_key(BOOK, c.iri)) for c in (OLD, NEW)] == [OLD.iri, NEW.iri]
    assert setter_of(BOOK, "no-such-key") == ""


def test_the_newest_congress_comes_first() -> None:
    assert newest_first(BOOK, (OLDER, NEW, OLD)) == [NEW, OLD, OLDER]


def test_a_period_of_part_of_a_year_has_its_days_as_key() -> None:
    part = made.period(2023)
    assert period_key(part) == "2023"
    assert period_key(replace(part, label="2023-01-01 – 2023-10-31", end="2023-10-31")) == "2023-01-01--2023-10-31"
