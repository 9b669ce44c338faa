"""The map of programmes and targets: which are on it, which links, what stays when it is narrowed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.explorer import small_books as made
from vankien.explorer.book.book import Book
from vankien.explorer.parts.programme_map import Served, default_congress, narrowed, to_served
from vankien.explorer.targets.programmes_served import kinds_there, served
from vankien.explorer.targets.scoreboard import scoreboard

OLD, NEW = made.congress(15, 2015), made.congress(16, 2020)
PROGRAMMES = (
    made.programme("lam-nghiep", "key-program", (NEW.iri,)),
    made.programme("nha-o", "scheme"),
    made.programme("cho-viec", "breakthrough", (NEW.iri,)),
    made.programme("xa-la", "scheme"),
)
LINKS = (
    made.contribution("lam-nghiep", "stated", to="rung"),
    made.contribution("nha-o", "inferred", to="ngheo"),
    made.contribution("lam-nghiep", "reported", indicator="che"),
)


def small(**more: Any) -> Book:
    keys = ("rung", "ngheo", "mo-coi")
    held: dict[str, Any] = {
        "congresses": (OLD, NEW),
        "periods": (made.period(2015, 2020), made.period(2020, 2025)),
        "programmes": PROGRAMMES,
        "contributions": LINKS,
        "targets": (*(made.target(k, NEW.iri) for k in keys), *(made.target(f"cu{n}", OLD.iri) for n in range(9))),
        "statements": [
            *(made.statement(k, "1", "nghi-quyet", n) for n, k in enumerate(keys)),
            *(made.statement(f"cu{n}", "1", "cu", n) for n in range(9)),
        ],
        **more,
    }
    return made.book(**held)


def whole(*modes: str) -> Served:
    book = small()
    return to_served(book, NEW, scoreboard(book, NEW.iri), modes or ("stated", "reported", "inferred"))


def ends(iris: Any) -> list[str]:
    return [i.rsplit("/", 1)[-1] for i in iris]


def test_the_map_has_what_the_congress_set_and_what_serves_it_idle_ones_last() -> None:
    assert ends(p.iri for p in whole().programmes) == ["lam-nghiep", "nha-o", "cho-viec"]


def test_targets_without_a_programme_and_programmes_without_a_target_are_known() -> None:
    assert ends(r.target.iri for r in whole().orphans) == ["mo-coi"]
    assert ends(p.iri for p in whole().idle) == ["cho-viec"]


def test_without_inferred_links_more_is_unserved() -> None:
    strict = whole("stated")
    assert ends(r.target.iri for r in strict.orphans) == ["ngheo", "mo-coi"]
    assert ends(p.iri for p in strict.programmes) == ["lam-nghiep", "cho-viec"]


@pytest.mark.parametrize(
    ("keep", "kind", "programmes", "targets"),
    [
        pytest.param(("rung", "ngheo", "mo-coi"), "scheme", ["nha-o"], ["ngheo"], id="one-kind"),
        pytest.param(("rung",), "", ["lam-nghiep"], ["rung"], id="fewer-targets"),
        pytest.param(("mo-coi",), "", [], ["mo-coi"], id="only-an-orphan"),
    ],
)
def test_a_narrowed_map_calls_nothing_unserved_that_was_filtered_out(
    keep: tuple[str, ...], kind: str, programmes: list[str], targets: list[str]
) -> None:
    rows = [r for r in whole().rows if r.target.iri.rsplit("/", 1)[-1] in keep]
    found = narrowed(whole(), rows, kind)
    assert (ends(p.iri for p in found.programmes), ends(r.target.iri for r in found.rows)) == (programmes, targets)


def test_the_first_map_is_that_with_most_links() -> None:
    found = default_congress(small())
    assert found == NEW


def test_a_book_without_congresses_has_no_map() -> None:
    assert default_congress(made.book()) is None


def test_a_programme_has_its_targets_and_the_indicators_that_are_none() -> None:
    found = served(small())[made.iri("programme", "lam-nghiep")]
    assert ends(s.row.target.iri for s in found.services) == ["rung"]
    assert ends(found.only_reported) == ["che"]


def test_kinds_stand_with_those_that_congresses_set_first() -> None:
    assert kinds_there(PROGRAMMES) == ["key-program", "breakthrough", "scheme"]
