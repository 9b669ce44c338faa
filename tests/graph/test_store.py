from __future__ import annotations

import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from vankien.errors import QueryError, StoreError
from vankien.graph.access import opening as opening_module
from vankien.graph.access.opening import build, open_store
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document

G = [NamedNode(f"https://example.org/graph/{n}") for n in "abc"]
P = NamedNode("https://example.org/p")


def quad(graph: int, value: str) -> Quad:
    return Quad(G[graph], P, Literal(value), G[graph])


def stored(path: Path) -> set[Quad]:
    with open_store(path, read_only=True) as store:
        return set(store.quads())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "kg"
    build(path, [quad(0, "old a"), quad(1, "old b")])
    return path


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """A store that another process holds open."""
    code = textwrap.dedent(f"""
        import sys, pyoxigraph
        store = pyoxigraph.Store({str(path)!r})
        print("ready", flush=True)
        sys.stdin.read()
    """)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "ready\n"
        yield path
        holder.communicate("")


# --- writing --------------------------------------------------------------------------------------------------


def test_replacing_a_graph_keeps_the_others(path: Path) -> None:
    with open_store(path) as store:
        store.replace_graph(G[0], [quad(0, "new a")])
    assert stored(path) == {quad(0, "new a"), quad(1, "old b")}


def test_building_again_holds_the_new_quads_alone(path: Path) -> None:
    build(path, [quad(2, "c")])
    assert stored(path) == {quad(2, "c")}
    assert sorted(p.name for p in path.parent.iterdir()) == ["kg"]


def test_texts_survive_storing(path: Path) -> None:
    strange = 'dòng 1\ndòng 2 "trích" \\ {x} \u00a0 } ; DROP ALL'
    with open_store(path) as store:
        store.replace_graph(G[0], [quad(0, strange)])
    assert stored(path) == {quad(0, strange), quad(1, "old b")}


def test_a_failing_replacement_changes_nothing(path: Path) -> None:
    class Broken:
        subject, predicate, object = G[0], P, "no term"

    with open_store(path) as store, pytest.raises((StoreError, SyntaxError)):
        store.replace_graphs({G[0]: [quad(0, "new a")], G[1]: [Broken()]})  # type: ignore[list-item]
    assert stored(path) == {quad(0, "old a"), quad(1, "old b")}


def test_a_failing_build_keeps_the_old_store(path: Path) -> None:
    def quads() -> Iterator[Quad]:
        yield quad(2, "c")
        raise OSError("no space left")

    with pytest.raises(StoreError, match="no space left"):
        build(path, quads())
    assert stored(path) == {quad(0, "old a"), quad(1, "old b")}
    assert sorted(p.name for p in path.parent.iterdir()) == ["kg"]


def test_a_store_that_a_killed_build_moved_aside_comes_back(path: Path) -> None:
    path.rename(path.with_name(".kg.old"))
    assert stored(path) == {quad(0, "old a"), quad(1, "old b")}


def test_a_store_opened_for_reading_refuses_to_write(path: Path) -> None:
    with open_store(path, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.replace_graph(G[0], [])


# --- what can be wrong ----------------------------------------------------------------------------------------


def test_a_missing_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no store here; make one with: vankien build"):
        open_store(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="not a store"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="not a store"):
        build(tmp_path, [quad(0, "a")])
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "kg").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        open_store(tmp_path / "kg")


def test_a_store_in_use_cannot_be_written_but_can_be_read(locked: Path) -> None:
    with pytest.raises(StoreError, match="in use by another process"):
        open_store(locked)
    with pytest.raises(StoreError, match="in use by another process"):
        build(locked, [quad(2, "c")])
    assert stored(locked) == {quad(0, "old a"), quad(1, "old b")}


def _damage_manifest(path: Path) -> None:
    (path / "CURRENT").write_text("MANIFEST-999999\n")


def _damage_current(path: Path) -> None:
    (path / "CURRENT").write_text("rubbish")


def _damage_tables(path: Path) -> None:
    for table in path.glob("*.sst"):
        table.unlink()


@pytest.mark.parametrize("damage", [_damage_manifest, _damage_current, _damage_tables])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_damaged_store_is_called_so(path: Path, damage: Callable[[Path], None], read_only: bool) -> None:
    damage(path)
    with pytest.raises(StoreError, match="damaged"):
        open_store(path, read_only=read_only)


@pytest.mark.parametrize("said", ["Permission denied", "Read-only file system"])
def test_a_store_that_may_not_be_written_is_not_called_damaged(
    path: Path, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise OSError(f"IO error: While open a file for appending: {path}/LOG: {said}")

    monkeypatch.setattr("vankien.graph.access.opening.ox.Store", refuse)
    with pytest.raises(StoreError, match=f"cannot be written: {said}; get the right to write there") as caught:
        open_store(path)
    assert "rebuild" not in str(caught.value)


def test_a_damaged_store_can_be_built_again(path: Path) -> None:
    _damage_manifest(path)
    build(path, [quad(2, "c")])
    assert stored(path) == {quad(2, "c")}


def test_a_closed_store_says_so(path: Path) -> None:
    store = open_store(path, read_only=True)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.graphs()


# --- asking ---------------------------------------------------------------------------------------------------


def test_queries_see_the_union_of_the_graphs(path: Path) -> None:
    with open_store(path, read_only=True) as store:
        assert len(store.rows("SELECT ?s WHERE { ?s ?p ?o }")) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("SELECT ?x {\n", "at its end"),
        ("SELECT ?x\nWHERE { ?x ?y }", "line 2, column 16"),
        ("SELECT ?x { ?x nope:y ?z }", "line 1"),
        ("INSERT DATA { <a:b> <a:b> <a:b> }", "line 1"),
    ],
)
def test_a_syntax_error_is_one_line_with_its_place(path: Path, text: str, place: str) -> None:
    with open_store(path, read_only=True) as store, pytest.raises(QueryError, match="syntax error") as error:
        store.query(text)
    assert place in str(error.value)
    assert "\n" not in str(error.value)


# --- RDF files ------------------------------------------------------------------------------------------------


def test_an_rdf_file_is_a_store_to_read(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text('<https://example.org/a> <https://example.org/p> "x" .')
    with open_store(file) as store:
        own = [g for g in store.graphs() if is_document(g)]
        assert [q.object for q in store.quads(own[0])] == [Literal("x")]
        assert store.rows("SELECT ?l { <https://w3id.org/vankien/concept/units/percent> skos:prefLabel ?l }")


def test_a_broken_rdf_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<a> <b")
    with pytest.raises(StoreError, match=r"graph\.ttl: cannot be read as RDF"):
        open_store(tmp_path / "graph.ttl")


def test_a_store_in_memory() -> None:
    store = open_store(None)
    store.replace_graph(G[0], [quad(0, "a")])
    assert isinstance(store, Store)
    assert len(store) == 1


# --- documents ------------------------------------------------------------------------------------------------


def test_loading_a_report_again_changes_nothing_but_the_runs(load: Callable[..., Path]) -> None:
    path = load("bao-cao", "nghi-quyet")
    before = stored(path)
    load("bao-cao", path=path)
    runs = {q for q in stored(path) if str(q.graph_name).endswith("/graph/runs>")}
    assert {q for q in before if not str(q.graph_name).endswith("/graph/runs>")} == stored(path) - runs


def test_a_new_report_joins_the_others_and_the_catalogue(load: Callable[..., Path]) -> None:
    path = load("bao-cao")
    load("nghi-quyet", path=path)
    with open_store(path, read_only=True) as store:
        assert [g.value.rsplit("/", 1)[1] for g in store.graphs() if is_document(g)] == ["bao-cao", "nghi-quyet"]
        rows = store.rows("SELECT ?g ?n { ?g a void:Dataset ; void:triples ?n } ORDER BY ?g")
        assert len(rows) == 2
        for graph, count in rows:
            assert isinstance(graph, NamedNode)
            assert isinstance(count, Literal)
            assert len(store.quads(graph)) == int(count.value)


def test_one_added_report_and_two_at_once_give_the_same_store(load: Callable[..., Path], tmp_path: Path) -> None:
    together = load("bao-cao", "nghi-quyet")
    apart = load("nghi-quyet", path=tmp_path / "apart")
    load("bao-cao", path=apart)
    kept = [{q for q in stored(p) if "/graph/runs" not in str(q.graph_name)} for p in (together, apart)]
    assert kept[0] == kept[1]


def test_rebuilding_drops_what_is_not_named(load: Callable[..., Path]) -> None:
    path = load("bao-cao", "nghi-quyet")
    load("bao-cao", path=path, rebuild=True)
    with open_store(path, read_only=True) as store:
        assert [g.value.rsplit("/", 1)[1] for g in store.graphs() if is_document(g)] == ["bao-cao"]


def test_a_store_can_be_moved(load: Callable[..., Path], tmp_path: Path) -> None:
    path = load("bao-cao")
    shutil.copytree(path, tmp_path / "copy")
    assert stored(tmp_path / "copy") == stored(path)


def test_the_time_of_a_load_stands_only_in_the_runs(load: Callable[..., Path]) -> None:
    dated = {str(q.graph_name) for q in stored(load("bao-cao")) if "2026-01-02" in str(q)}
    assert dated == {"<https://w3id.org/vankien/graph/runs>"}


def test_the_folder_beside_is_named_after_the_store() -> None:
    assert opening_module._left_over(Path("a/kg")) == Path("a/.kg.old")
