"""Apps over small graphs, asked without a network."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox
import pytest
from pyoxigraph import NamedNode, Quad
from starlette.testclient import TestClient

from vankien.graph.stores.store import Store
from vankien.serve.app import Settings, make_app
from vankien.serve.jobs import Limits
from vankien.serve.live import Live, Snapshot
from vankien.serve.pages import Outcome, Pages, Parameters

EX = "http://example.org/"
HOST = "http://localhost"


def data(n: int) -> str:
    """The IRI of one of the three graphs."""
    return f"{EX}data{n}.rdf"


def three_graphs() -> Store:
    """Three graphs; each says of itself that it is a document, and of what kind."""
    inner = ox.Store()
    for n in (1, 2, 3):
        graph = NamedNode(data(n))
        inner.add(Quad(graph, NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), NamedNode(EX + "D"), graph))
        inner.add(Quad(graph, NamedNode(EX + "label"), ox.Literal(f"chỉ tiêu {n}", language="vi"), graph))
    return Store(inner, None, read_only=True)


def many_triples(count: int = 400) -> Store:
    """A graph on which a join of everything with everything takes for ever."""
    inner, graph = ox.Store(), NamedNode(data(1))
    inner.extend(Quad(NamedNode(f"{EX}s{n}"), NamedNode(EX + "p"), ox.Literal(str(n)), graph) for n in range(count))
    return Store(inner, None, read_only=True)


CROSS_JOIN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?q ?r ?s }"
"""A query that would take years."""


@dataclass(frozen=True)
class Page:
    """An answer of the pages."""

    status: int
    media_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class FakePages:
    """Pages that say what they were asked."""

    version: str = "1"
    asked: list[tuple[object, ...]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    closed: bool = False

    def close(self) -> None:
        self.closed = True

    def respond(self, path: str, params: Parameters, accept: str, language: str | None) -> Page:
        self.asked.append((path, tuple(params), accept, language))
        if path == "/broken":
            raise ZeroDivisionError("secret detail")
        if path == "/asset.css":
            return Page(200, "text/css; charset=utf-8", b"body{}", (("Cache-Control", "public, max-age=86400"),))
        if path.startswith("/id/"):
            return Page(303, "", b"", (("Location", "/target/x"),))
        if path == "/missing":
            return Page(404, "text/html; charset=utf-8", b"<p>404</p>")
        return Page(200, "text/html; charset=utf-8", f"<p>{self.version} {path} {language}</p>".encode())

    def editor(
        self, path: str, params: Parameters, accept: str, language: str | None, query: str, outcome: Outcome
    ) -> Page:
        self.asked.append((path, tuple(params), accept, language, query))
        self.outcomes.append(outcome)
        return Page(outcome[0], "text/html; charset=utf-8", outcome[2])


ClientOver = Callable[..., contextlib.AbstractContextManager[TestClient]]


@contextlib.contextmanager
def client_over(
    store: Store,
    pages: Pages | None = None,
    *,
    workers: int = 1,
    queue: int = 8,
    limits: Limits | None = None,
    cors: str = "*",
    hosts: Sequence[str] = ("localhost",),
    said: list[str] | None = None,
) -> Iterator[TestClient]:
    """A client of an app over a store; `said` gathers what the app tells its operator."""
    live = Live(Snapshot(store, "v1", pages), workers=workers, queue=queue, limits=limits or Limits(seconds=20))
    app = make_app(live, Settings(tuple(hosts), cors), say=(said if said is not None else []).append)
    app.state.live = live
    with TestClient(app, base_url=HOST, follow_redirects=False, raise_server_exceptions=False) as client:
        yield client


def live_of(client: TestClient) -> Live:
    """What is live behind a client."""
    live = client.app.state.live  # type: ignore[attr-defined]
    assert isinstance(live, Live)
    return live


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A client over the three graphs, without pages."""
    with client_over(three_graphs()) as made:
        yield made
