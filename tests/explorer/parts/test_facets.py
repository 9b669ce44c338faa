"""Filters: what is left, what each value would leave, and the addresses of both kinds of site."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vankien.explorer.addresses.links import ServerLinks, StaticLinks
from vankien.explorer.pages.context import Context
from vankien.explorer.parts.facets import Filters, useful
from vankien.explorer.responding.explorer import Explorer

ROWS = [("met", "rung dat"), ("met", "y-te"), ("missed", "rung")]
FILTERS = Filters(ROWS, {"verdict": lambda r: (r[0],), "theme": lambda r: r[1].split()})


def context(published: Explorer, **params: str) -> Context:
    return Context(published.book, published.store, ServerLinks(), "vi", "targets/x", params)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        pytest.param({}, 3, id="nothing-chosen"),
        pytest.param({"verdict": "met"}, 2, id="one"),
        pytest.param({"verdict": "met", "theme": "rung"}, 1, id="both"),
        pytest.param({"verdict": "unheard-of"}, 0, id="unknown-value"),
        pytest.param({"view": "matrix"}, 3, id="not-a-filter"),
    ],
)
def test_rows_fit_all_that_is_chosen(chosen: dict[str, str], left: int) -> None:
    assert len(FILTERS.kept(chosen)) == left


def test_counts_of_a_filter_depend_on_the_others_alone() -> None:
    chosen = {"verdict": "met", "theme": "rung"}
    assert dict(FILTERS.counts("verdict", chosen)) == {"met": 1, "missed": 1}
    assert dict(FILTERS.counts("theme", chosen)) == {"rung": 1, "dat": 1, "y-te": 1}


def test_a_choice_leads_to_its_page_and_back(published: Explorer) -> None:
    facet = FILTERS.facet(context(published, verdict="met"), "verdict", "Đánh giá", str.upper)
    assert [(x.key, x.name, x.href, x.chosen) for x in facet.choices] == [
        ("met", "MET", "/targets/x", True),
        ("missed", "MISSED", "/targets/x?verdict=missed", False),
    ]


def test_what_is_chosen_is_shown_though_nothing_has_it(published: Explorer) -> None:
    facet = FILTERS.facet(context(published, verdict="gone"), "verdict", "Đánh giá", str)
    assert [(x.key, x.count) for x in facet.choices if x.chosen] == [("gone", 0)]


def test_in_a_static_site_the_choice_stands_after_the_hash(published: Explorer) -> None:
    there = replace(context(published), links=StaticLinks("targets/x.html"))
    facet = FILTERS.facet(there, "theme", "Lĩnh vực", str)
    assert {x.href for x in facet.choices} == {"x.html#theme=rung", "x.html#theme=dat", "x.html#theme=y-te"}
    assert FILTERS.words_of(ROWS[0]) == {"verdict": "met", "theme": "rung dat"}


def test_a_filter_of_one_value_is_useless_unless_chosen(published: Explorer) -> None:
    one = Filters(ROWS[:1], FILTERS.words)
    assert not useful([one.facet(context(published), "verdict", "", str)])
    assert useful([one.facet(context(published, verdict="met"), "verdict", "", str)])
