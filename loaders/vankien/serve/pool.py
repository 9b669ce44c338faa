"""A fixed number of workers and a short queue before them. A query that takes too long costs a worker, which is replaced."""

from __future__ import annotations

import asyncio
import json
import math
import tempfile
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import IO, cast

from vankien.serve.formats import PLAIN, content_type
from vankien.serve.herd import Herd, NoWorker, Worker
from vankien.serve.jobs import DATA, END, ERROR, HEAD, Job, Limits, job_to_bytes

_IN_MEMORY = 1 << 20
"""How many bytes of an answer are held in memory; longer ones go to a temporary file."""

_START = 30.0
"""Seconds more that the first queries wait, while the first worker reads the data."""

_PAUSE = 1.0
"""Seconds before another attempt to start a worker."""


@dataclass(frozen=True)
class Answer:
    """What became of a job: an HTTP status, the whole Content-Type, the body as a file at its beginning, its length.

    With a status other than 200 the body is one line of plain text. Whoever has the answer closes the file.
    """

    status: int
    media_type: str
    body: IO[bytes]
    length: int
    retry_after: int | None = None

    def whole(self) -> bytes:
        """The body as bytes; closes the file."""
        with self.body as file:
            return file.read()


def _file() -> IO[bytes]:
    return cast("IO[bytes]", tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))


def failure(status: int, message: str, retry_after: int | None = None) -> Answer:
    """An answer that is none: one line that says why."""
    body, data = _file(), message.encode()
    body.write(data)
    body.seek(0)
    return Answer(status, content_type(PLAIN), body, len(data), retry_after)


class Pool:
    """So many workers over one frozen graph. Make it in a running event loop, `open` it, and `close` or `retire` it."""

    def __init__(self, herd: Herd, size: int, queue: int, limits: Limits) -> None:
        self._herd, self._size, self._queue, self.limits = herd, size, queue, limits
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._closed = False
        self._there = asyncio.Event()

    def open(self) -> None:
        """Begin to start the workers; queries may come at once and wait for them."""
        for _ in range(self._size):
            self._later(self._add())

    async def ready(self) -> None:
        """Wait until the first worker is there."""
        await self._there.wait()

    @property
    def pids(self) -> tuple[int, ...]:
        """The process numbers of the workers that are there now."""
        return tuple(sorted(w.pid for w in self._all))

    def _later(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _add(self) -> None:
        """Start a worker, however often it takes."""
        while not self._closed:
            try:
                worker = await self._herd.start()
            except (NoWorker, OSError):
                await asyncio.sleep(_PAUSE)
                continue
            self._all.add(worker)
            self._idle.put_nowait(worker)
            self._there.set()
            return

    async def _replace(self, worker: Worker) -> None:
        self._all.discard(worker)
        await worker.end()
        await self._add()

    async def _free_worker(self) -> Worker | None:
        """A worker that is alive, waiting for one if need be; None if none is free in time."""
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.seconds + (0 if self._there.is_set() else _START)):
                while (worker := await self._idle.get()).is_gone:
                    self._later(self._replace(worker))
                return worker
        except TimeoutError:
            return None
        finally:
            self._waiting -= 1

    async def run(self, job: Job) -> Answer:
        """The answer to a job; 503 when too many wait, when it takes too long, and when its worker dies.

        When the caller is cancelled, so is the query.
        """
        pause = math.ceil(self.limits.seconds)
        if self._waiting >= self._queue or (worker := await self._free_worker()) is None:
            return failure(503, "too many queries at a time; try again later", pause)
        body, finished = _file(), False
        try:
            async with asyncio.timeout(self.limits.seconds):
                answer = await _ask(worker, job, body)
            finished = True
        except TimeoutError:
            advice = "ask for less, or more precisely"
            answer = failure(503, f"the query was stopped after {self.limits.seconds:g} seconds; {advice}")
        except (EOFError, OSError):
            answer = failure(503, "the query was stopped: it needs too much memory, or its process was ended", pause)
        finally:
            if finished:
                self._idle.put_nowait(worker)
            else:
                self._later(self._replace(worker))
            if not finished or answer.status != 200:
                body.close()
        return answer

    async def retire(self) -> None:
        """Let every worker finish what it does or is waited for, then end it."""
        try:
            for _ in range(self._size):
                worker = await self._idle.get()
                self._all.discard(worker)
                await worker.end()
        finally:
            await self.close()

    async def close(self) -> None:
        """End everything at once."""
        self._closed = True
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in tuple(self._all):
            await worker.end()
        self._all.clear()
        await self._herd.close()


async def _ask(worker: Worker, job: Job, body: IO[bytes]) -> Answer:
    """Send a job and gather its answer into a file; raises EOFError or OSError when the worker dies."""
    worker.writer.write(job_to_bytes(job))
    await worker.writer.drain()
    media_type = ""
    while True:
        kind, payload = await worker.read()
        if kind == HEAD:
            media_type = payload.decode()
        elif kind == DATA:
            body.write(payload)
        elif kind == ERROR:
            said = json.loads(payload)
            return failure(said["status"], said["message"])
        elif kind == END:
            length = body.tell()
            body.seek(0)
            return Answer(200, media_type, body, length)
