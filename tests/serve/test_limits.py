"""What a query may not do: run for ever, fill the memory, answer without end, reach another server."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.serve.conftest import CROSS_JOIN, EX, FakePages, client_over, live_of, many_triples, three_graphs
from vankien.graph.stores.store import Store
from vankien.serve.evaluate import answer
from vankien.serve.herd import Worker, can_fork, make_herd
from vankien.serve.jobs import DATA, ERROR, HEAD, Job, Limits, job_to_bytes
from vankien.serve.live import to_n_quads
from vankien.serve.pool import Answer, Pool
from vankien.serve.worker import SIZE

WAYS = [pytest.param(True, marks=pytest.mark.skipif(not can_fork(), reason="no fork here"), id="forked")]
WAYS += [pytest.param(False, id="own process")]
ONE = Job("ASK {}", results="text/csv")


def pooled(
    store: Store, work: Callable[[Pool], Awaitable[None]], *, fork: bool | None = None, limits: Limits, size: int = 1
) -> None:
    """Do some work with a pool in an event loop of its own; at its end, no worker may be left."""

    async def run() -> None:
        herd = make_herd(lambda: to_n_quads(store), limits, fork=fork)
        pool = Pool(herd, size, 4, limits)
        pool.open()
        try:
            await pool.ready()
            await work(pool)
            pids = pool.pids
        finally:
            await pool.close()
        assert pids
        await gone(*pids)

    asyncio.run(run())


async def gone(*pids: int) -> None:
    """Wait until some processes are no more."""
    async with asyncio.timeout(20):
        while any(is_alive(pid) for pid in pids):
            await asyncio.sleep(0.01)


def is_alive(pid: int) -> bool:
    with contextlib.suppress(OSError):
        os.kill(pid, 0)
        return True
    return False


async def change(pool: Pool, before: tuple[int, ...]) -> tuple[int, ...]:
    """The workers of a pool once they are as many again, and others."""
    async with asyncio.timeout(30):
        while len(pool.pids) < len(before) or pool.pids == before:
            await asyncio.sleep(0.01)
    return pool.pids


async def noticed(pool: Pool, pids: tuple[int, ...]) -> None:
    """Wait until the end of some workers has come through."""
    async with asyncio.timeout(20):
        while not all(w.is_gone for w in pool._all if w.pid in pids):
            await asyncio.sleep(0.01)


def text(got: Answer) -> tuple[int, str]:
    return got.status, got.whole().decode()


@pytest.mark.parametrize("fork", WAYS)
def test_a_runaway_query_is_stopped_and_the_next_one_answered(fork: bool) -> None:
    async def work(pool: Pool) -> None:
        assert text(await pool.run(ONE)) == (200, "true")
        before = pool.pids
        status, words = text(await pool.run(Job(CROSS_JOIN, results="text/csv")))
        assert (status, words.startswith("the query was stopped after 1.5 seconds")) == (503, True)
        after = await change(pool, before)
        assert not set(after) & set(before)
        await gone(*before)
        assert text(await pool.run(ONE)) == (200, "true")

    pooled(many_triples(), work, fork=fork, limits=Limits(seconds=1.5))


@pytest.mark.parametrize("fork", WAYS)
def test_a_worker_that_is_killed_from_outside_is_replaced(fork: bool) -> None:
    async def work(pool: Pool) -> None:
        before = pool.pids
        os.kill(before[0], signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        await noticed(pool, before)
        assert text(await pool.run(ONE)) == (200, "true")
        assert not set(pool.pids) & set(before)

    pooled(many_triples(), work, fork=fork, limits=Limits(seconds=20))


@pytest.mark.parametrize("fork", WAYS)
def test_a_worker_that_is_killed_at_work_costs_that_query_alone(fork: bool) -> None:
    async def work(pool: Pool) -> None:
        (pid,) = before = pool.pids
        task = asyncio.create_task(pool.run(Job(CROSS_JOIN, results="text/csv")))
        await asyncio.sleep(0.3)
        os.kill(pid, signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
        got = await task
        assert (got.status, got.retry_after) == (503, 20)
        assert "its process was ended" in got.whole().decode()
        await change(pool, before)
        assert text(await pool.run(ONE)) == (200, "true")

    pooled(many_triples(), work, fork=fork, limits=Limits(seconds=20))


@pytest.mark.skipif(not can_fork(), reason="no fork here")
def test_the_process_that_holds_the_data_may_die_too() -> None:
    async def work(pool: Pool) -> None:
        before = pool.pids
        process = pool._herd._process  # type: ignore[attr-defined]
        process.kill()
        await process.wait()
        assert text(await pool.run(ONE)) == (200, "true")
        os.kill(before[0], signal.SIGKILL)
        await noticed(pool, before)
        assert text(await pool.run(ONE)) == (200, "true")
        assert not set(pool.pids) & set(before)

    pooled(many_triples(), work, fork=True, limits=Limits(seconds=20))


@pytest.mark.parametrize("fork", WAYS)
def test_a_cancelled_query_is_no_longer_run(fork: bool) -> None:
    async def work(pool: Pool) -> None:
        before = pool.pids
        task = asyncio.create_task(pool.run(Job(CROSS_JOIN, results="text/csv")))
        await asyncio.sleep(0.2)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await change(pool, before)
        await gone(*before)
        assert text(await pool.run(ONE)) == (200, "true")

    pooled(many_triples(), work, fork=fork, limits=Limits(seconds=20))


def processes() -> set[str]:
    """The processes for queries that were started by this one and are there now."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parent = (path / "stat").read_text().rpartition(")")[2].split()[1]
            if parent == str(os.getpid()) and b"vankien.serve.worker" in (path / "cmdline").read_bytes():
                found.add(path.name)
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.parametrize("pause", [0, 0.05, 0.3])
@pytest.mark.parametrize("fork", WAYS)
def test_a_pool_that_is_closed_while_it_starts_leaves_nothing(fork: bool, pause: float) -> None:
    before = processes()

    async def run() -> None:
        limits = Limits()
        pool = Pool(make_herd(lambda: to_n_quads(many_triples()), limits, fork=fork), 3, 4, limits)
        pool.open()
        await asyncio.sleep(pause)
        await pool.close()

    asyncio.run(run())
    assert processes() <= before


MEMORY_HOG = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits the memory of a process")
@pytest.mark.parametrize("fork", WAYS)
def test_a_query_that_needs_too_much_memory_is_stopped(fork: bool) -> None:
    async def work(pool: Pool) -> None:
        status, words = text(await pool.run(Job(MEMORY_HOG, results="text/csv")))
        assert (status, "too much memory" in words) == (503, True)
        assert text(await pool.run(ONE)) == (200, "true")

    pooled(many_triples(), work, fork=fork, limits=Limits(seconds=60, memory=64 << 20))


# --- over HTTP ----------------------------------------------------------------------------------------------


def get(client: TestClient, query: str) -> tuple[int, str]:
    got = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv, text/turtle"})
    return got.status_code, got.text


def test_an_answer_may_be_large_but_not_too_large() -> None:
    everything, pairs = "SELECT * { ?s ?p ?o }", "SELECT * { ?s ?p ?o . ?a ?b ?c . ?d ?e ?f }"
    with client_over(many_triples(), limits=Limits(seconds=20, answer=3 << 20)) as client:
        assert get(client, everything)[1].count("\n") == 401
        status, body = get(client, "SELECT ?s ?a { ?s ?p ?o . ?a ?b ?c } LIMIT 50000")
        assert (status, body.count("\n"), len(body) > 1 << 20) == (200, 50001, True)
        status, body = get(client, pairs)
        assert (status, "larger than 3,145,728 bytes" in body) == (413, True)
        assert get(client, "CONSTRUCT { ?s ?a ?d } WHERE { ?s ?p ?o . ?x ?a ?d }")[0] == 413
        assert get(client, "ASK {}") == (200, "true")


def test_too_many_at_a_time_are_told_to_come_back() -> None:
    with client_over(many_triples(), workers=1, queue=1, limits=Limits(seconds=2)) as client:
        with ThreadPoolExecutor(6) as threads:
            asked = [threads.submit(client.get, "/sparql", params={"query": CROSS_JOIN}) for _ in range(6)]
            got = [a.result() for a in asked]
        assert {g.status_code for g in got} == {503}
        busy = [g for g in got if g.text.startswith("too many queries")]
        assert len(busy) >= 4
        assert {g.headers["retry-after"] for g in busy} == {"2"}
        assert get(client, "ASK {}") == (200, "true")


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """A server of this machine: its address, and what it was sent."""
    heard: list[bytes] = []

    def hear(server: socket.socket) -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                heard.append(connection.recv(100))
                connection.sendall(b"HTTP/1.1 500 no\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=hear, args=(server,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", heard
        with contextlib.suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)


def test_service_is_refused_and_nothing_sent(listener: tuple[str, list[bytes]]) -> None:
    url, heard = listener
    with client_over(three_graphs(), FakePages()) as client:
        for query in (
            f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
            f"SELECT * {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
            f"PREFIX : <{url}> SELECT * {{ SERVICE:x{{ ?s ?p ?o }} }}",
            f"SELECT * {{ FILTER(1<'>') SERVICE <{url}> {{ ?s ?p ?o }} FILTER(1<'>') }}",
        ):
            status, words = get(client, query)
            assert (status, "SERVICE is not supported" in words) == (400, True)
            assert client.post("/sparql-editor", data={"query": query}).status_code == 400
    assert heard == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit; there the scan stands alone")
@pytest.mark.parametrize("fork", WAYS)
def test_a_worker_can_reach_nothing_even_if_the_scan_were_fooled(
    fork: bool,
    listener: tuple[str, list[bytes]],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url, heard = listener
    blind = tmp_path_factory.mktemp("blind")
    (blind / "sitecustomize.py").write_text(
        "import vankien.serve.scan as s\ns._calls_out = lambda query: False\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(blind))

    async def work(pool: Pool) -> None:
        status, words = text(await pool.run(Job(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}", results="text/csv")))
        assert (status, "Too many open files" in words) == (400, True)
        assert text(await pool.run(ONE)) == (200, "true")

    pooled(three_graphs(), work, fork=fork, limits=Limits(seconds=20))
    assert heard == []


def test_the_listener_would_have_heard_it(listener: tuple[str, list[bytes]]) -> None:
    """Oxigraph itself, without our process around it, does call."""
    url, heard = listener
    with contextlib.suppress(OSError, RuntimeError):
        list(three_graphs().inner.query(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}"))  # type: ignore[arg-type]
    assert len(heard) == 1


# --- many at a time -------------------------------------------------------------------------------------------


def test_many_clients_at_a_time_get_their_answers_and_no_worker_is_left() -> None:
    queries = [f"SELECT ?o {{ <{EX}s{n}> ?p ?o }}" for n in range(40)]
    with client_over(many_triples(), workers=2, queue=50, limits=Limits(seconds=20)) as client:
        before = None
        with ThreadPoolExecutor(20) as threads:
            got = list(threads.map(lambda q: get(client, q), queries * 5))
            before = live_of(client).pool.pids
        assert {status for status, _ in got} <= {200, 503}
        assert [body for status, body in got if status == 200] == [
            f"o\r\n{n}\r\n" for n, (status, _) in zip(list(range(40)) * 5, got, strict=True) if status == 200
        ]
        assert live_of(client).pool.pids == before
        assert len(before) == 2
    deadline = time.monotonic() + 20
    while any(is_alive(pid) for pid in before) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not any(is_alive(pid) for pid in before)


# --- inside a worker --------------------------------------------------------------------------------------------


def frames(job: Job, limit: int = 1 << 20) -> list[bytes]:
    sent: list[bytes] = []
    answer(many_triples(100).inner, job, limit, sent.append)
    return [f[:1] for f in sent]


def test_a_long_answer_comes_in_pieces() -> None:
    query = "SELECT ?s ?a { ?s ?p ?o . ?a ?b ?c }"
    kinds = frames(Job(query, results="text/csv"))
    assert kinds[0] == HEAD
    assert kinds.count(DATA) > 3


def test_an_answer_that_grows_too_large_ends_with_an_error() -> None:
    assert frames(Job("SELECT ?s ?a { ?s ?p ?o . ?a ?b ?c }", results="text/csv"), 100_000)[-1] == ERROR


def test_a_worker_says_that_it_is_gone() -> None:
    async def run() -> bool:
        reader = asyncio.StreamReader()
        reader.feed_eof()
        return Worker(reader, None, 1, None).is_gone  # type: ignore[arg-type]

    assert asyncio.run(run())


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no timer here")
def test_a_worker_that_nobody_kills_ends_itself() -> None:
    limits = json.dumps(asdict(Limits(seconds=0.1)))
    command = [sys.executable, "-m", "vankien.serve.worker", "pipe", limits]
    data = to_n_quads(many_triples())
    path = os.pathsep.join(p for p in sys.path if p)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": path}
    ) as process:
        assert process.stdin is not None
        process.stdin.write(SIZE.pack(len(data)) + data + job_to_bytes(Job(CROSS_JOIN, results="text/csv")))
        process.stdin.flush()
        assert process.wait(timeout=60) == -signal.SIGALRM
