"""Real SPARQL servers for tests: started on free ports over temporary folders, stopped afterwards."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sysconfig
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from vankien.graph.stores.address import Address

_PATIENCE = 60.0
"""Seconds that a server may take to start."""

_VIRTUOSO = """[Database]
DatabaseFile = virtuoso.db
TransactionFile = virtuoso.trx
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
CheckpointInterval = 0
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
ServerThreads = 20
ThreadsPerQuery = 1
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
DavRoot = DAV
[SPARQL]
ResultSetMaxRows = {rows}
"""


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=5):
            return
        time.sleep(0.1)
    raise AssertionError(f"{process.args!r} did not start")


@contextlib.contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        try:
            _wait_for(url, process)
            yield
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextlib.contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Address]:
    """An Oxigraph server in memory; gives its address, without that for whole graphs."""
    program = shutil.which("oxigraph", path=f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        pytest.skip("the program oxigraph is not installed (pip install oxigraph)")
    url = f"http://127.0.0.1:{(port := free_port())}"
    with _running(
        [program, "serve", "--bind", f"127.0.0.1:{port}", *options], folder, f"{url}/query?query=ASK%20%7B%7D"
    ):
        yield Address(f"{url}/query", f"{url}/update")


@contextlib.contextmanager
def virtuoso(folder: Path, rows: int = 1_000_000) -> Iterator[Address]:
    """A Virtuoso with an empty database, user and password dba; gives the address with that for whole graphs."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed (Debian: apt-get install virtuoso-opensource-7-bin)")
    url = f"http://127.0.0.1:{(port := free_port())}"
    (folder / "virtuoso.ini").write_text(_VIRTUOSO.format(sql=free_port(), http=port, rows=rows), "utf-8")
    with _running([program, "+foreground", "+configfile", "virtuoso.ini"], folder, f"{url}/sparql?query=ASK%20%7B%7D"):
        yield Address(f"{url}/sparql", f"{url}/sparql-auth", f"{url}/sparql-graph-crud-auth", "dba")
