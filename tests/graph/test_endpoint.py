"""Stores that are SPARQL endpoints: real servers give the rows that the embedded store gives, and what goes wrong is said."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.graph import question_reports, servers
from tests.graph.conftest import BASE, MOMENT
from vankien.errors import BadUsage, QueryError, StoreError, VankienError
from vankien.graph.access.opening import build, open_store
from vankien.graph.access.remote import change_at
from vankien.graph.asking.answers import ask
from vankien.graph.asking.catalogue import Query, fill, queries
from vankien.graph.asking.why import explain
from vankien.graph.building.build import save
from vankien.graph.building.narrow import narrow
from vankien.graph.serialising.export import quads_to_bytes, select
from vankien.graph.stores.address import Address
from vankien.graph.stores.store import FORMATS, Store
from vankien.graph.stores.wire import Wire
from vankien.graph.validation.validate import validate_store

EVERY = [pytest.param(query, id=query.name) for query in queries()]
GRAPH = NamedNode(f"{BASE}graph/bao-cao")
PUBLISHED = Path(__file__).parents[2] / "docs" / "graph"


def make(place: Path | Address, *, rebuild: bool = False) -> None:
    """Put the two hand-made documents into a store."""
    documents = [question_reports.loaded(r) for r in ("bao-cao", "nghi-quyet")]

    def into(path: Path) -> int:
        return save(path, documents, moment=MOMENT, version="0", rebuild=rebuild)

    if isinstance(place, Address):
        change_at(place, into)
    else:
        into(place)


@pytest.fixture(scope="module")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("embedded") / "kg"
    make(path)
    with open_store(path, read_only=True) as store:
        yield store


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as address:
        make(address)
        yield address


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    with servers.virtuoso(tmp_path_factory.mktemp("virtuoso")) as address, pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANKIEN_PASSWORD", "dba")
        make(address)
        yield address


@pytest.fixture(scope="module")
def on_oxigraph(oxigraph: Address) -> Iterator[Store]:
    with open_store(oxigraph, read_only=True) as store:
        yield store


@pytest.fixture(scope="module")
def on_virtuoso(virtuoso: Address) -> Iterator[Store]:
    with open_store(virtuoso, read_only=True) as store:
        yield store


def as_nquads(store: Store) -> bytes:
    """What an export gives, with the lists, the ontology and the runs."""
    return quads_to_bytes(select(store, ("ontology", "vocabulary", "runs")), FORMATS[".nq"])


# --- the same rows ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", EVERY)
def test_oxigraph_gives_the_same_rows(query: Query, embedded: Store, on_oxigraph: Store) -> None:
    assert ask(on_oxigraph, fill(query)) == ask(embedded, fill(query))


@pytest.mark.parametrize("query", EVERY)
def test_virtuoso_gives_the_same_rows(query: Query, embedded: Store, on_virtuoso: Store) -> None:
    assert ask(on_virtuoso, fill(query)) == ask(embedded, fill(query))


def test_the_published_graph_on_oxigraph_gives_the_same_rows(tmp_path: Path) -> None:
    with servers.oxigraph(tmp_path) as address, open_store(PUBLISHED, read_only=True) as here:
        origin = address.query.removesuffix("/query")
        with open_store(replace(address, graphs=f"{origin}/store")) as there:
            there.replace_graphs({graph: here.quads(graph) for graph in here.graphs()})
            assert len(there) == len(here)
            differing = [q.name for q in queries() if ask(there, fill(q)) != ask(here, fill(q))]
    assert differing == []


def test_the_published_graph_on_virtuoso_gives_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_PASSWORD", "dba")
    with servers.virtuoso(tmp_path) as address, open_store(PUBLISHED, read_only=True) as here:
        change_at(address, lambda path: build(path, here.quads()))
        with open_store(address, read_only=True) as there:
            assert len(there) == len(here)
            differing = [q.name for q in queries() if ask(there, fill(q)) != ask(here, fill(q))]
    assert differing == []


@pytest.mark.parametrize("server", ["oxigraph", "virtuoso"])
def test_a_part_of_an_endpoint_is_that_of_a_folder(
    server: str, embedded: Store, request: pytest.FixtureRequest
) -> None:
    there = request.getfixturevalue(f"on_{server}")
    assert as_nquads(narrow(there, ["bao-cao"])) == as_nquads(narrow(embedded, ["bao-cao"]))


def test_exports_are_the_same_bytes_on_oxigraph(embedded: Store, on_oxigraph: Store) -> None:
    assert as_nquads(on_oxigraph) == as_nquads(embedded)


def test_exports_are_the_same_bytes_on_virtuoso(embedded: Store, on_virtuoso: Store) -> None:
    assert as_nquads(on_virtuoso) == as_nquads(embedded)


def test_validation_and_explanations_are_the_same(embedded: Store, on_oxigraph: Store) -> None:
    assert list(validate_store(on_oxigraph)) == list(validate_store(embedded))
    fact = str(embedded.rows("SELECT ?f { ?f vk:states ?t } ORDER BY ?f LIMIT 1")[0][0])[1:-1]
    assert explain(on_oxigraph, fact) == explain(embedded, fact)


@pytest.mark.parametrize("options", [(), ("--union-default-graph",)], ids=["named graphs alone", "union"])
def test_the_default_graph_is_the_union_however_the_server_has_it(options: tuple[str, ...], tmp_path: Path) -> None:
    with servers.oxigraph(tmp_path, *options) as address, open_store(address) as store:
        store.replace_graph(GRAPH, [Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("x"))])
        assert store.rows("SELECT ?o { ?s ?p ?o }") == [(Literal("x"),)]


# --- changing -----------------------------------------------------------------------------------------------


def test_building_again_replaces_and_rebuilding_drops_the_rest(tmp_path: Path) -> None:
    with servers.oxigraph(tmp_path) as address, open_store(address) as store:
        other = NamedNode(f"{BASE}graph/khac")
        foreign = NamedNode("http://example.org/not-ours")
        quad = Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal("x"))
        store.replace_graphs({other: [quad], foreign: [quad]})
        make(address)
        size = len(open_store(address))
        make(address)
        assert other in open_store(address).graphs()
        make(address, rebuild=True)
        rebuilt = open_store(address)
        assert other not in rebuilt.graphs()
        assert len(rebuilt) < size
        assert bool(rebuilt.query(f"ASK {{ GRAPH {foreign} {{ ?s ?p ?o }} }}"))


def test_a_request_to_oxigraph_that_fails_half_way_changes_nothing(tmp_path: Path) -> None:
    """The whole change is one request, and there a request is all or nothing."""
    with servers.oxigraph(tmp_path) as address, open_store(address) as store:
        make(address)
        before = as_nquads(store)
        with pytest.raises(VankienError):
            Wire(address).update(f"DROP GRAPH {GRAPH} ; DROP GRAPH <urn:is-not-there>")
        assert as_nquads(open_store(address)) == before


def test_a_store_opened_for_reading_is_not_written(on_oxigraph: Store) -> None:
    with pytest.raises(StoreError, match="opened for reading only"):
        on_oxigraph.replace_graph(GRAPH, [])


def test_virtuoso_without_graph_store_takes_batches(virtuoso: Address) -> None:
    graph = NamedNode(f"{BASE}graph/dai")
    quads = [Quad(NamedNode(f"urn:s{n}"), NamedNode("urn:p"), Literal(f"số {n}")) for n in range(4_500)]
    with open_store(replace(virtuoso, graphs="")) as store:
        store.replace_graph(graph, quads)
        assert {q.subject for q in store.quads(graph)} == {q.subject for q in quads}
        store.replace_graph(graph, ())
        assert graph not in store.graphs()


def test_an_answer_that_virtuoso_cuts_off_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_PASSWORD", "dba")
    quads = [Quad(NamedNode(f"urn:s{n}"), NamedNode("urn:p"), Literal("x")) for n in range(30)]
    with servers.virtuoso(tmp_path, rows=20) as address, open_store(address) as store:
        store.replace_graph(GRAPH, quads)
        with pytest.raises(StoreError, match=r"cut the answer off after 20 rows|gave 20 of the 30 triples"):
            store.quads(GRAPH)


# --- what goes wrong ----------------------------------------------------------------------------------------


@contextmanager
def answering(status: int, kind: str, body: str) -> Iterator[str]:
    """A server that answers everything alike."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "kind", "body", "said"),
    [
        pytest.param(401, "text/plain", "", r"wants a user and a password \(401\)", id="401"),
        pytest.param(403, "text/html", "<p>no\nentry</p>", r"not allowed \(403\): no entry", id="403"),
        pytest.param(404, "text/plain", "", r"there is no endpoint \(404\)", id="404"),
        pytest.param(413, "text/plain", "", r"no request of this size", id="too large"),
        pytest.param(503, "text/plain", "busy\nnow", r"failed \(503\): busy now", id="503"),
        pytest.param(200, "text/html", "<html>", "answers with a web page", id="a web page"),
        pytest.param(200, "text/csv", "a", "answers with text/csv", id="another format"),
        pytest.param(200, "application/sparql-results+json", "{", "answer cannot be read", id="broken JSON"),
        pytest.param(200, "application/sparql-results+json", "[1]", "answer cannot be read", id="JSON of another kind"),
    ],
)
def test_what_a_server_does_wrong_is_one_line(status: int, kind: str, body: str, said: str) -> None:
    with answering(status, kind, body) as url, open_store(url, read_only=True) as store:
        with pytest.raises(StoreError, match=said) as raised:
            store.graphs()
        assert "\n" not in str(raised.value)


def test_a_server_that_is_not_there_is_named() -> None:
    url = f"http://127.0.0.1:{servers.free_port()}/query"
    with open_store(url, read_only=True) as store, pytest.raises(StoreError, match="cannot be reached"):
        store.graphs()


def test_a_syntax_error_is_told_as_by_the_embedded_store(embedded: Store, on_oxigraph: Store) -> None:
    said = []
    for store in (embedded, on_oxigraph):
        with pytest.raises(QueryError) as raised:
            store.query("SELECT ?s\nWHERE { ?s ?p }")
        said.append(str(raised.value))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://ann:secret@example.org/sparql", "leave the password out"),
        ("http:///sparql", "no address of an endpoint"),
        ("http://example.org:port/sparql", "cannot be read"),
    ],
)
def test_addresses_that_are_none_are_refused_and_passwords_not_repeated(url: str, said: str) -> None:
    with pytest.raises(BadUsage, match=said) as raised:
        open_store(url)
    assert "secret" not in str(raised.value)
