"""Worker processes and where they come from: forked off one that holds the data, or, where there is no fork, each
started with its own copy."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import IO, Protocol

from vankien.errors import VankienError
from vankien.serve.jobs import FRAME, HEAD, READY, Limits
from vankien.serve.worker import SIZE

Dump = Callable[[], bytes]
"""Gives the data as N-Quads."""


class NoWorker(VankienError):
    """A worker process cannot be started."""


@dataclass(eq=False)
class Worker:
    """A process that answers one job at a time; `end` kills it and waits until it is gone."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    pid: int
    end: Callable[[], Awaitable[None]]

    @property
    def is_gone(self) -> bool:
        """True when the process has closed its side."""
        return self.reader.at_eof()

    async def read(self) -> tuple[bytes, bytes]:
        """The next frame: its kind and its payload; raises EOFError when the process has died."""
        kind, length = FRAME.unpack(await self.reader.readexactly(FRAME.size))
        return kind, await self.reader.readexactly(length)


class Herd(Protocol):
    """Where workers come from."""

    async def start(self) -> Worker:
        """A new worker, ready for its first job; raises `NoWorker`."""

    async def close(self) -> None:
        """End what is left."""


def can_fork() -> bool:
    """True where a process may be forked safely (macOS can fork, but its libraries cannot bear it)."""
    return sys.platform.startswith("linux") and hasattr(socket, "send_fds")


def make_herd(dump: Dump, limits: Limits, *, fork: bool | None = None) -> Herd:
    """The way to start workers that suits this system; `fork` chooses one for tests."""
    return Nursery(dump, limits) if (can_fork() if fork is None else fork) else Copies(dump, limits)


async def _python(
    limits: Limits, mode: list[str], output: int, inherited: tuple[int, ...] = ()
) -> asyncio.subprocess.Process:
    """Start this Python on `vankien.serve.worker`, out of reach of the terminal's Ctrl-C, with the same search path."""
    path = os.pathsep.join(p for p in sys.path if p)
    talk: int | IO[bytes] | None = None if os.environ.get("VANKIEN_DEBUG") == "1" else subprocess.DEVNULL
    apart: dict[str, object] = {"start_new_session": True, "pass_fds": inherited}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    arguments = [*mode, json.dumps(asdict(limits))]
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "vankien.serve.worker", *arguments),
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=talk,
        env={**os.environ, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"},
        limit=1 << 20,
        **apart,  # type: ignore[arg-type]
    )


async def _kill(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.kill()
    await process.wait()


async def _greeted(worker: Worker) -> Worker:
    """The worker once it says that it is ready, with its process number."""
    try:
        kind, payload = await worker.read()
    except (EOFError, OSError):
        kind, payload = HEAD, b""
    if kind != READY:
        await worker.end()
        raise NoWorker("a process for queries could not be started; is there enough memory?")
    worker.pid = int(payload)
    return worker


class Copies:
    """Workers that are processes of their own, each of which loads the data (about 0.4 s per 100,000 quads)."""

    def __init__(self, dump: Dump, limits: Limits) -> None:
        self._dump, self._limits = dump, limits

    async def start(self) -> Worker:
        """A new process with its own copy of the data."""
        data = await asyncio.to_thread(self._dump)
        process = await _python(self._limits, ["pipe"], subprocess.PIPE)
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018 - both are pipes

        async def end() -> None:
            await _kill(process)

        try:
            with contextlib.suppress(ConnectionError):
                process.stdin.write(SIZE.pack(len(data)))
                process.stdin.write(data)
                await process.stdin.drain()
            return await _greeted(Worker(process.stdout, process.stdin, process.pid, end))
        except BaseException:
            await end()
            raise

    async def close(self) -> None:
        """Nothing is left: every worker is ended by itself."""


class Nursery:
    """Workers that are forked off one process with the data: there in some milliseconds, and sharing its memory."""

    def __init__(self, dump: Dump, limits: Limits) -> None:
        self._dump, self._limits = dump, limits
        self._process: asyncio.subprocess.Process | None = None
        self._control: socket.socket | None = None
        self._one_at_a_time = asyncio.Lock()

    async def start(self) -> Worker:
        """A new worker, from a new nursery if the old one has died."""
        for attempt in (1, 2):
            async with self._one_at_a_time:
                control = self._control or await self._open()
            try:
                return await self._fork(control)
            except (NoWorker, OSError) as error:
                await self._discard(control)
                if attempt == 2:
                    raise NoWorker(str(error)) from None
        raise AssertionError

    async def _open(self) -> socket.socket:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        mode = ["fork", str(theirs.fileno())]
        with theirs:
            process = await _python(self._limits, mode, subprocess.DEVNULL, (theirs.fileno(),))
        try:
            await self._feed(process, ours)
        except BaseException:
            ours.close()
            await _kill(process)
            raise
        self._process, self._control = process, ours
        return ours

    async def _feed(self, process: asyncio.subprocess.Process, control: socket.socket) -> None:
        assert process.stdin is not None
        with contextlib.suppress(ConnectionError):
            process.stdin.write(await asyncio.to_thread(self._dump))
            await process.stdin.drain()
        process.stdin.close()
        if await asyncio.get_running_loop().sock_recv(control, 64) != b"ready":
            raise NoWorker("the process that holds the data could not be started; is there enough memory?")

    async def _fork(self, control: socket.socket) -> Worker:
        ours, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(control, [b"fork"], [theirs.fileno()])
        reader, writer = await asyncio.open_connection(sock=ours, limit=1 << 20)

        async def end() -> None:
            writer.close()
            with contextlib.suppress(OSError):
                control.send(str(worker.pid).encode())

        worker = Worker(reader, writer, 0, end)
        return await _greeted(worker)

    async def _discard(self, control: socket.socket) -> None:
        """Give up a nursery that has died; its workers live on until their connection is closed."""
        if self._control is control:
            await self.close()

    async def close(self) -> None:
        """End the nursery; it takes its workers with it."""
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._process.wait(), 2)
            await _kill(self._process)
        self._control = self._process = None
