"""A part of a store is what a build of its documents alone gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat

from tests.bench.synthetic import setting_of, write_corpus
from vankien.errors import BadUsage, QueryError, StoreError
from vankien.graph.access.opening import open_store
from vankien.graph.asking import catalogue
from vankien.graph.asking.answers import ask
from vankien.graph.asking.catalogue import Query, fill, queries
from vankien.graph.building.changes import Options, build_reports
from vankien.graph.building.narrow import documents_named, extract, narrow
from vankien.graph.serialising.export import document_graphs, quads_to_bytes, select
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import last_part
from vankien.vietnamese import slug

OPTIONS = Options(datetime(2026, 1, 2, tzinfo=UTC), "0")
ALL = ("computed", "loads", "ontology", "vocabulary")
PROVINCES = (slug(setting_of(0, 0).province), slug(setting_of(0, 4).province))
OF_REPORT = [pytest.param(q, id=q.name) for q in queries() if any(p.type == "report" for p in q.parameters)]


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Four documents of one invented province and two of another."""
    return write_corpus(tmp_path_factory.mktemp("reports"), 6)


@pytest.fixture(scope="module")
def store(paths: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store of all of them."""
    path = tmp_path_factory.mktemp("narrow") / "kg"
    build_reports(path, paths, OPTIONS)
    with open_store(path, read_only=True) as opened:
        yield opened


def exported(store: Store) -> bytes:
    """Everything that a store holds but the log of its runs."""
    return quads_to_bytes(select(store, ALL), RdfFormat.N_QUADS)


def reports_of(store: Store) -> list[str]:
    return [last_part(graph.value) for graph in document_graphs(store)]


def test_a_part_is_what_a_build_of_its_documents_gives(store: Store, paths: list[Path], tmp_path: Path) -> None:
    chosen = [paths[0], paths[3], paths[4]]
    build_reports(tmp_path / "kg", chosen, OPTIONS)
    part = narrow(store, [path.stem for path in chosen])
    with open_store(tmp_path / "kg", read_only=True) as alone:
        assert exported(part) == exported(alone)
        assert exported(part) != exported(store)
        differing = [q.name for q in queries() if q.name != "runs" and ask(part, fill(q)) != ask(alone, fill(q))]
    assert differing == []


@pytest.mark.parametrize("number", [0, 1], ids=PROVINCES)
def test_a_place_means_the_documents_with_its_values_and_targets(store: Store, paths: list[Path], number: int) -> None:
    own = [path.stem for path in paths[4 * number : 4 * number + 4]]
    assert reports_of(narrow(store, [PROVINCES[number]])) == own


def test_a_congress_means_the_documents_that_mention_it(store: Store) -> None:
    congresses = {
        str(row[0]).strip("<>") for row in store.rows("SELECT DISTINCT ?c { ?t vk:setBy ?c . ?c a vk:Congress }")
    }
    assert len(congresses) > 1
    for iri in congresses:
        name = "-".join(iri.rsplit("/", 2)[1:])
        mention = store.rows(
            f"SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p <{iri}> }} FILTER(!CONTAINS(STR(?g), 'computed')) }}"
        )
        assert {str(row[0]) for row in mention} == {str(g) for g in documents_named(store, [name])}


def test_several_names_add_up(store: Store, paths: list[Path]) -> None:
    assert reports_of(narrow(store, PROVINCES)) == [path.stem for path in paths]


def test_a_place_may_be_named_as_people_write_it(store: Store, paths: list[Path]) -> None:
    assert reports_of(narrow(store, ["Sơn Bình"])) == reports_of(narrow(store, ["son-binh"]))


def test_a_name_of_nothing(store: Store) -> None:
    with pytest.raises(StoreError, match="no report, congress or place 'no-such-place'"):
        narrow(store, [PROVINCES[0], "no-such-place"])
    with pytest.raises(StoreError, match="no report, congress or place 'not a key'"):
        narrow(store, ["not a key"])
    with pytest.raises(QueryError, match="--only='no;key'"):
        narrow(store, ["no;key"])


def test_an_extract_is_a_store_that_builds_go_on_with(store: Store, paths: list[Path], tmp_path: Path) -> None:
    extract(store, [PROVINCES[1]], tmp_path / "part")
    again = build_reports(tmp_path / "part", paths[4:], OPTIONS)
    assert (len(again.read), len(again.unchanged)) == (0, 2)
    with pytest.raises(BadUsage, match="is a store already"):
        extract(store, [PROVINCES[0]], tmp_path / "part")


@pytest.mark.parametrize("query", OF_REPORT)
def test_naming_the_graph_of_a_report_changes_no_row(
    query: Query, store: Store, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    named = [fill(query, {"report": path.stem}) for path in paths]
    monkeypatch.setattr(catalogue, "name_graph", lambda text, variable, graph: text)
    joined = [fill(query, {"report": path.stem}) for path in paths]
    assert named != joined
    assert [ask(store, text) for text in named] == [ask(store, text) for text in joined]
