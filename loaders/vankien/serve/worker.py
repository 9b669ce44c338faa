"""A process that answers queries. It is started by `vankien.serve.herd`, and killed when a query takes too long.

``python -m vankien.serve.worker fork FD LIMITS`` loads N-Quads from its standard input, and then forks a worker for
every socket that it is sent over FD, so that workers share the data and are there at once.
``python -m vankien.serve.worker pipe LIMITS`` is one worker over its standard input and output, where there is no fork:
eight bytes of length, the N-Quads, then jobs.

A worker can reach nothing: it can open no file or socket once it has its data (where the platform has such limits).
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import socket
import struct
import sys
from collections.abc import Callable
from typing import BinaryIO

import pyoxigraph as ox

from vankien.serve.evaluate import answer
from vankien.serve.jobs import LENGTH, READY, Job, Limits, bytes_to_job, error_frame, frame

SIZE = struct.Struct(">Q")
"""The length of the N-Quads before them."""

_GRACE = 2
"""Seconds after the time limit when a worker that nobody has killed ends itself."""


def load(source: BinaryIO) -> ox.Store:
    """A store in memory of the N-Quads of a file, which came out of a store: they are not checked again."""
    store = ox.Store()
    store.bulk_load(source, format=ox.RdfFormat.N_QUADS, lenient=True)
    return store


def serve(store: ox.Store, jobs: BinaryIO, send: Callable[[bytes], None], limits: Limits) -> None:
    """Answer jobs one after the other until there are no more."""
    _warm_up(store)
    send(frame(READY, str(os.getpid()).encode()))
    _restrict(limits)
    while len(head := jobs.read(LENGTH.size)) == LENGTH.size:
        data = jobs.read(LENGTH.unpack(head)[0])
        _alarm(limits.seconds + _GRACE)
        try:
            answer(store, bytes_to_job(data), limits.answer, send)
        except MemoryError:
            send(error_frame(503, "the query needs too much memory; ask for less at a time"))
        _alarm(0)


def _warm_up(store: ox.Store) -> None:
    """Run one query of each form, so that nothing is loaded later, when no file can be opened."""
    for query in (
        "SELECT * {} LIMIT 1",
        "ASK {}",
        "CONSTRUCT WHERE { ?s a ?c } LIMIT 1",
        "SELECT {",
        "ASK { _:_ x:y 1 }",
    ):
        answer(store, Job(query, results="text/csv", graph="text/turtle"), 1 << 20, lambda _: None)


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _restrict(limits: Limits) -> None:
    """No new files or sockets, and no more memory than allowed beside what is used now."""
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        most = _address_space(resource.getpagesize()) + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _address_space(page: int) -> int:
    """How many bytes of addresses this process uses now; raises OSError where the system does not say."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[0]) * page


# --- a worker of its own, and the nursery that forks them -------------------------------------------------------


def _piped(limits: Limits) -> None:
    source, out = sys.stdin.buffer, sys.stdout.buffer

    def send(data: bytes) -> None:
        out.write(data)
        out.flush()

    size = SIZE.unpack(source.read(SIZE.size))[0]
    serve(load(io.BytesIO(source.read(size))), source, send, limits)


def _forked(store: ox.Store, descriptor: int, limits: Limits) -> None:
    with socket.socket(fileno=descriptor) as connection, connection.makefile("rb") as jobs:
        serve(store, jobs, connection.sendall, limits)


def _nursery(descriptor: int, limits: Limits) -> None:
    """Fork a worker for every socket that comes; kill and bury those that are named; at the end, all."""
    control = socket.socket(fileno=descriptor)
    store = load(sys.stdin.buffer)
    control.send(b"ready")
    children: set[int] = set()
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 64, 1)
        if not message:
            break
        if descriptors:
            children.add(_child(store, control, descriptors[0], limits))
            os.close(descriptors[0])
        elif (pid := int(message)) in children:
            children.discard(pid)
            _bury(pid)
    for pid in children:
        _bury(pid)


def _child(store: ox.Store, control: socket.socket, descriptor: int, limits: Limits) -> int:
    """Fork; the child never comes back."""
    if pid := os.fork():
        return pid
    try:
        control.close()
        with contextlib.suppress(OSError):
            _forked(store, descriptor, limits)
    finally:
        os._exit(0)


def _bury(pid: int) -> None:
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(OSError):
        os.waitpid(pid, 0)


def main(arguments: list[str]) -> None:
    """Run as a nursery or as one worker; a closed connection is a quiet end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limits = Limits(**json.loads(arguments[-1]))
    with contextlib.suppress(ConnectionError, EOFError, struct.error):
        if arguments[0] == "fork":
            _nursery(int(arguments[1]), limits)
        else:
            _piped(limits)


if __name__ == "__main__":
    main(sys.argv[1:])
