"""`vankien serve` as a process of its own: what it says, that it answers, and that nothing is left of it."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from vankien.serve.run import allowed_hosts, is_loopback, listen

Call = Callable[..., Any]
DATA = "@prefix e: <http://example.org/> . e:a e:p 'một', 'hai' ."


@contextlib.contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str, list[str]]]:
    """The running process, its address, and the lines that it has said so far."""
    file = folder / "kg.ttl"
    file.write_text(DATA, encoding="utf-8")
    command = [sys.executable, "-m", "vankien", "serve", str(file), "--port", "0", *options]
    path = os.pathsep.join(p for p in sys.path if p)
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": path})
    assert process.stderr is not None
    said = [process.stderr.readline()]
    try:
        address = re.search(r"http://[^/]+/", said[0])
        assert address, said
        yield process, address[0], said
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def ask(address: str, query: str, **headers: str) -> tuple[int, str]:
    request = Request(f"{address}sparql?{urlencode({'query': query})}", headers={"Accept": "text/csv", **headers})
    try:
        with urlopen(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        with error:
            return error.code, error.read().decode()


def children(pid: int) -> set[int]:
    """The processes below a process, on Linux."""
    found: set[int] = set()
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            if parent == pid or parent in found:
                found |= {int(path.parent.name)}
    return found


def test_it_serves_says_where_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, address, said):
        assert said[0].startswith(f"vankien: {address} serves ")
        assert f"{address}sparql" in said[0]
        assert ask(address, "SELECT ?o { ?s <http://example.org/p> ?o } ORDER BY ?o") == (200, "o\r\nhai\r\nmột\r\n")
        assert ask(address, "ASK {}", Host="evil.example")[0] == 400
        with urlopen(f"{address}healthz", timeout=30) as answer:
            assert json.load(answer)["status"] == "ok"
        below = children(process.pid) if sys.platform.startswith("linux") else set()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr is not None
        assert process.stderr.read() == "vankien: interrupted\n"
        deadline = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in below) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not any(Path(f"/proc/{pid}").exists() for pid in below)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_workers_end_when_the_server_is_killed(tmp_path: Path) -> None:
    with serving(tmp_path) as (process, address, _):
        assert ask(address, "ASK {}") == (200, "true")
        below = children(process.pid)
        assert len(below) >= 2
        process.kill()
        process.wait()
        deadline = time.monotonic() + 20
        while any(Path(f"/proc/{pid}").exists() for pid in below) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not any(Path(f"/proc/{pid}").exists() for pid in below)


def test_it_warns_where_others_can_reach_it(tmp_path: Path) -> None:
    with serving(tmp_path, "--host", "0.0.0.0", "--allow-host", "graph.example.vn") as (process, address, said):
        assert process.stderr is not None
        said.append(process.stderr.readline())
        assert "warning: 0.0.0.0 can be reached from other machines" in said[1]
        assert "graph.example.vn" in said[1]
        assert ask(address, "ASK {}", Host="graph.example.vn") == (200, "true")


def test_options_reach_the_queries(tmp_path: Path) -> None:
    join = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with serving(tmp_path, "--timeout", "0.5", "--cors", "none") as (_, address, _said):
        assert ask(address, join) == (503, "the query was stopped after 0.5 seconds; ask for less, or more precisely\n")
        with urlopen(f"{address}sparql", timeout=30) as answer:
            assert answer.headers["access-control-allow-origin"] is None


def test_a_port_that_is_taken(vankien: Call, tmp_path: Path) -> None:
    (tmp_path / "kg.ttl").write_text(DATA, encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        failed = vankien("serve", "kg.ttl", "--port", str(port))
    assert failed.code == 2
    assert failed.complaint.startswith(f"vankien: cannot listen on 127.0.0.1:{port}: ")
    assert "choose another with --port" in failed.complaint


BAD = (
    (("missing-store",), "missing-store: no store here"),
    (("kg.ttl", "--host", "no such host"), "--host no such host: "),
    (("kg.ttl", "--host", "203.0.113.7"), "cannot listen on 203.0.113.7:"),
    (("kg.ttl", "--port", "99999"), "65535"),
    (("kg.ttl", "--timeout", "nan"), "--timeout nan: say between 0.1 and 3600 seconds"),
    (("kg.ttl", "--cors", "https://a.org/path"), "--cors https://a.org/path: say *, none, or an origin"),
    (("kg.ttl", "--allow-host", "a.*"), "--allow-host a.*: a star stands alone"),
)


@pytest.mark.parametrize(("arguments", "words"), BAD)
def test_bad_usage(vankien: Call, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "kg.ttl").write_text(DATA, encoding="utf-8")
    failed = vankien("serve", "--port", "0", *arguments)
    assert failed.code == 2
    assert words in failed.complaint


HOSTS = (
    ("127.0.0.1", True),
    ("127.8.8.8", True),
    ("::1", True),
    ("localhost", True),
    ("0.0.0.0", False),
    ("::", False),
)


@pytest.mark.parametrize(("host", "expected"), [*HOSTS, ("10.0.0.1", False), ("example.org", False), ("", False)])
def test_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


def test_a_server_for_all_knows_its_own_name() -> None:
    assert socket.gethostname().lower() in allowed_hosts("0.0.0.0", ())
    assert "0.0.0.0" not in allowed_hosts("0.0.0.0", ())
    assert "[2001:db8::1]" in allowed_hosts("2001:db8::1", ())


def test_the_socket_names_its_protocol() -> None:
    """Without it asyncio leaves Nagle's delay on, and every second answer waits for 40 ms."""
    with listen("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP
