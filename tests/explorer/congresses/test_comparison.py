"""Two congresses side by side: the same pairs and reasons as the question ``targets-compared`` gives."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from tests.explorer.small import PERCENT, THERE, book, congress, page, seen, target, words
from vankien.explorer.congresses.comparison import (
    REASONS,
    compare_congresses,
    compare_places,
    congress_pairs,
    only_of,
    place_pairs,
)
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.asking.answers import to_text
from vankien.graph.asking.catalogue import fill, find_query

A, B, OTHER = congress("son-binh-14"), congress("son-binh-15"), congress("binh-son-14", "b")


def _number(text: str) -> Decimal | None:
    return Decimal(text).normalize() if text else None


def test_pairs_and_reasons_are_those_of_the_question(published: Explorer) -> None:
    book, pairs = published.book, congress_pairs(published.book)
    assert pairs
    for a, b in pairs:
        query = find_query("targets-compared")
        rows = published.store.rows(fill(query, {"congress": a.key, "other": b.key}))
        at = {name: n for n, name in enumerate(query.columns)}
        asked: Counter[Any] = Counter(
            (to_text(r[at["reason"]]), *(_number(to_text(r[at[f"{s}_value"]])) for s in "ab")) for r in rows
        )
        made = Counter(
            (
                REASONS[p.reason].vi.lower() if p.reason else "",
                *(s.value.number.normalize() if s.value.number is not None else None for s in (p.a, p.b)),
            )
            for p in compare_congresses(book, a, b)
        )
        assert made == asked, (a.key, b.key)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        pytest.param({"number": "54"}, {"number": "57"}, "", id="comparable"),
        pytest.param({"number": "54"}, {"number": None}, "no-number", id="no-number"),
        pytest.param({"number": "54"}, {"number": "57", "unit": "ha"}, "unit", id="other-unit"),
        pytest.param({"number": "54", "unit": ""}, {"number": "57", "unit": ""}, "unit", id="unknown-unit"),
        pytest.param({"number": "54"}, {"number": "57", "basis": "yearly"}, "basis", id="other-basis"),
        pytest.param({"number": "54"}, {"number": "57", "scope": THERE}, "place", id="other-place-of-one-organisation"),
    ],
)
def test_why_targets_cannot_be_compared(first: dict[str, Any], second: dict[str, Any], reason: str) -> None:
    made = book(targets=[target("a", A.iri, **first), target("b", B.iri, **second)], congresses=[A, B])
    (pair,) = compare_congresses(made, A, B)
    assert pair.reason == reason


def test_two_organisations_are_compared_though_their_places_differ() -> None:
    made = book(targets=[target("a", A.iri, "54"), target("b", OTHER.iri, "57", THERE)], congresses=[A, OTHER])
    (pair,) = compare_congresses(made, A, OTHER)
    assert pair.reason == ""


def test_what_only_one_of_them_set() -> None:
    made = book(targets=[target("a", A.iri, "54")], congresses=[A, B])
    assert [t.name.vi for t in only_of(made, A, B)] == ["a"]
    assert not only_of(made, B, A)


def test_places_are_compared_by_the_latest_value_in_one_unit() -> None:
    held = [seen(1, "51", at=2023), seen(2, "52", at=2024), seen(3, "45", at=2024, place=THERE)]
    held += [seen(4, "9000", at=2024, place=THERE, unit="ha")]
    made = book(held)
    (a, b), *_ = place_pairs(made)
    (measured,) = compare_places(made, a.iri, b.iri)
    assert {str(measured.a.value.number), str(measured.b.value.number)} == {"52", "45"}
    assert measured.a.value.unit == measured.b.value.unit == PERCENT


def test_the_page_names_both_and_gives_the_reasons(published: Explorer) -> None:
    shown = page(published, "/compare/lai-chau-14/lai-chau-15")
    text = words(shown.find(".//main"))
    assert "Đảng bộ tỉnh Lai Châu lần thứ XIV – Đảng bộ tỉnh Lai Châu lần thứ XV" in text
    assert "Khác hoặc không rõ đơn vị" in text
    assert shown.xpath("//tbody/tr//a[@class='src']")


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("/compare/lai-chau-14/lai-chau-14", id="with-itself"),
        pytest.param("/compare/lai-chau-14/no-such", id="unknown"),
        pytest.param("/compare/lai-chau-14", id="one-alone"),
        pytest.param("/compare/places/lai-chau/nowhere", id="unknown-place"),
    ],
)
def test_what_is_no_pair_has_no_page(published: Explorer, path: str) -> None:
    assert published.respond(path).status == 404
