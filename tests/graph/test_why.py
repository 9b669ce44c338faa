"""Every node can be explained."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.graph.test_computed import cut_rows, full_rows
from tests.graph.two_reports import documents, story
from vankien.errors import QueryError
from vankien.graph.access.opening import build, open_store
from vankien.graph.asking.why import explain
from vankien.graph.building.computed import computed_quads
from vankien.graph.stores.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Both reports with what is computed."""
    path: Path = tmp_path_factory.mktemp("why") / "kg"
    quads = story()
    build(path, [*quads, *computed_quads(quads)])
    with open_store(path, read_only=True) as opened:
        yield opened


TARGET = "id/target/son-binh-14/forest-cover/son-binh/2025-12-31"


def test_a_target_names_the_wordings_of_both_reports(store: Store) -> None:
    found = explain(store, TARGET)
    assert found.kind == "Target"
    assert "indicator" in found.step_en
    assert "chỉ tiêu" in found.step_vi
    places = {(g.report, g.line, g.rule) for g in found.grounds}
    assert {("giua-ky", 10, "table-target"), ("cuoi-ky", 20, "table-target")} <= places
    assert all(g.words for g in found.grounds)


def test_a_full_iri_and_a_short_one_are_the_same(store: Store) -> None:
    assert explain(store, "https://w3id.org/vankien/" + TARGET) == explain(store, TARGET)


def test_a_concept_names_every_label_that_was_taken_for_it(store: Store) -> None:
    found = explain(store, "concept/indicators/forest-cover")
    assert "danh mục" in found.step_vi
    assert {g.report for g in found.grounds} == {"giua-ky", "cuoi-ky"}


def test_what_is_computed_names_its_rule_and_its_sources(store: Store) -> None:
    rows = store.rows("SELECT ?d { ?d a vk:Discrepancy ; vk:rule 'verdict-differs' }")
    found = explain(store, str(rows[0][0]).strip("<>"))
    assert "verdict-differs" in found.step_en
    assert len(found.derived) == 2
    assert {g.line for g in found.grounds} == {20}


def test_a_row_with_a_cut_label_says_so(tmp_path: Path) -> None:
    quads = documents(full_rows(), cut_rows())
    build(tmp_path / "kg", [*quads, *computed_quads(quads)])
    with open_store(tmp_path / "kg", read_only=True) as opened:
        row = "son-binh-14/mentioned-in-cuoi-ky-20/son-binh/2025-12-31"
        assert "malnutrition-underweight" in explain(opened, f"id/target/{row}").step_en
        assert "cut" in explain(opened, "id/indicator/mentioned-in/cuoi-ky/20").step_en


def test_an_unknown_node_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="no such node"):
        explain(store, "id/target/none")


@pytest.mark.parametrize("name", ["<>", "http://x y", "a b"])
def test_what_can_be_no_iri_is_refused(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="is no IRI"):
        explain(store, name)


def test_the_id_before_a_key_may_be_left_out(store: Store) -> None:
    assert explain(store, "congress/son-binh/14") == explain(store, "id/congress/son-binh/14")
