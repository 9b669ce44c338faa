"""A store that is built anew while it is served."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tests.serve.conftest import EX, FakePages, client_over, live_of, many_triples
from vankien.graph.access.opening import build, open_store
from vankien.graph.stores.store import Store
from vankien.serve import live as module
from vankien.serve.jobs import Job, Limits
from vankien.serve.live import Live, Snapshot, read_snapshot, signature, to_n_quads, version_of, watch

GRAPH = NamedNode(EX + "g")
COUNT = Job("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", results="text/csv")


def quads(count: int) -> list[Quad]:
    return [Quad(NamedNode(f"{EX}s{n}"), NamedNode(EX + "p"), Literal(str(n)), GRAPH) for n in range(count)]


async def counted(live: Live) -> int:
    answer = await live.pool.run(COUNT)
    assert answer.status == 200
    return int(answer.whole().decode().split()[1])


def test_a_snapshot_is_a_copy(tmp_path: Path) -> None:
    build(tmp_path / "kg", quads(5))
    snapshot = read_snapshot(tmp_path / "kg", lambda store, version: FakePages(version))
    with open_store(tmp_path / "kg") as store:
        store.replace_graph(GRAPH, quads(2))
    assert len(snapshot.store) == 5
    assert snapshot.sizes == {GRAPH.value: 5}
    assert isinstance(snapshot.pages, FakePages)
    assert snapshot.pages.version == snapshot.version
    assert read_snapshot(tmp_path / "kg").version != snapshot.version


def test_the_version_is_that_of_the_content(tmp_path: Path) -> None:
    build(tmp_path / "one", quads(9))
    build(tmp_path / "two", reversed(quads(9)))
    inner = ox.Store()
    inner.extend(quads(9))
    versions = {read_snapshot(tmp_path / name).version for name in ("one", "two")}
    assert versions == {version_of(to_n_quads(Store(inner, None, True)))}


@pytest.mark.parametrize("fill", ["store", "folder", "file"])
def test_the_signature_changes_with_the_files(tmp_path: Path, fill: str) -> None:
    path = tmp_path / ("kg.nt" if fill == "file" else "kg")
    assert signature(path) is None

    def write(count: int) -> None:
        if fill == "store":
            build(path, quads(count))
        elif fill == "folder":
            path.mkdir(exist_ok=True)
            (path / "void.ttl").write_text(f"# {count}\n", encoding="utf-8")
        else:
            path.write_text(f"# {count}\n", encoding="utf-8")

    write(10)
    first = signature(path)
    assert first is not None
    assert signature(path) == first
    write(9)
    assert signature(path) not in (first, None)


def test_reading_a_store_does_not_change_its_signature(tmp_path: Path) -> None:
    build(tmp_path / "kg", quads(3))
    before = signature(tmp_path / "kg")
    read_snapshot(tmp_path / "kg")
    assert signature(tmp_path / "kg") == before


def test_what_is_built_is_served_and_what_is_broken_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK", 0.05)
    path = tmp_path / "kg"
    said: list[str] = []
    build(path, quads(3))

    async def until(words: str) -> None:
        async with asyncio.timeout(30):
            while not any(words in line for line in said):
                await asyncio.sleep(0.02)

    async def run() -> None:
        live = Live(read_snapshot(path), workers=1)
        live.open()
        task = asyncio.create_task(watch(live, path, lambda store, version: FakePages(version), said.append))
        try:
            assert await counted(live) == 3
            build(path, quads(7))
            await until("has changed; serving version")
            assert await counted(live) == 7
            assert isinstance(live.current.pages, FakePages)
            with open_store(path) as store:
                store.replace_graph(GRAPH, quads(4))
            said.clear()
            await until("has changed; serving version")
            assert await counted(live) == 4
            (path / "CURRENT").write_text("nonsense\n", encoding="ascii")
            await until("cannot be read")
            assert await counted(live) == 4
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            await live.close()

    asyncio.run(run())


def test_queries_that_run_finish_on_the_old_graph() -> None:
    def snapshot(count: int) -> Snapshot:
        inner = ox.Store()
        inner.extend(quads(count))
        return Snapshot(Store(inner, None, True), f"v{count}")

    slow = Job("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", results="text/csv")

    async def run() -> None:
        live = Live(snapshot(100), workers=2, limits=Limits(seconds=60))
        live.open()
        try:
            old = live.pool
            await old.ready()
            asked = [asyncio.create_task(old.run(slow)) for _ in range(4)]
            await asyncio.sleep(0.02)
            assert not any(task.done() for task in asked)
            await live.swap(snapshot(10))
            assert await counted(live) == 10
            got = [answer.whole().decode().split()[1] for answer in await asyncio.gather(*asked)]
            assert got == ["1000000"] * 4
            async with asyncio.timeout(30):
                while old.pids:
                    await asyncio.sleep(0.01)
        finally:
            await live.close()

    asyncio.run(run())


def test_requests_go_on_while_the_graph_is_swapped() -> None:
    statuses: list[tuple[int, str]] = []
    stop = threading.Event()
    first, last = FakePages("v50"), FakePages("v70")
    with client_over(many_triples(50), first, workers=2, queue=50) as client:

        def ask() -> None:
            while not stop.is_set():
                got = client.get("/sparql", params={"query": COUNT.query}, headers={"Accept": "text/csv"})
                statuses.append((got.status_code, got.text.split()[-1]))
                statuses.append((client.get("/targets").status_code, ""))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        assert client.portal is not None
        for count in (60, 70):
            pages = last if count == 70 else FakePages(f"v{count}")
            snapshot = Snapshot(many_triples(count), f"v{count}", pages)
            client.portal.call(live_of(client).swap, snapshot)
        stop.wait(0.3)
        stop.set()
        for thread in threads:
            thread.join()
        assert client.get("/").text.startswith("<p>v70")
        assert client.get("/healthz").json()["version"] == "v70"
    assert {status for status, _ in statuses} == {200}
    assert {n for _, n in statuses} <= {"", "50", "60", "70"}
    assert (first.closed, last.closed) == (True, True)
