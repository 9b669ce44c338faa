"""Work that takes seconds, done once in a process of its own and remembered, so that no page has to wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from vankien.graph.store import ignore_interrupts, one_line

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What came of it: a value, or what went wrong; neither as long as it is worked on."""

    value: T | None = None
    error: str = ""

    @property
    def is_there(self) -> bool:
        """True once the work is done, well or badly."""
        return self.value is not None or bool(self.error)


class Later(Generic[T]):
    """Runs a function of a module (it must be picklable, and so must what it takes and gives) once for each key.

    Processes are started anew and not forked, because a server has threads; they end when nothing is left to do.
    """

    def __init__(self, work: Callable[..., T], jobs: int = 1) -> None:
        self._work, self._jobs = work, jobs
        self._pools: tuple[ThreadPoolExecutor, ProcessPoolExecutor] | None = None
        self._futures: dict[str, Future[T]] = {}
        self._lock = threading.RLock()

    def start(self, key: str, arguments: Callable[[], tuple[object, ...]]) -> Future[T]:
        """Begin with the work of a key, if it has not begun; `arguments` are asked for only then, in a thread."""
        with self._lock:
            if key not in self._futures:
                if self._pools is None:
                    processes = ProcessPoolExecutor(self._jobs, get_context("spawn"), ignore_interrupts)
                    self._pools = ThreadPoolExecutor(self._jobs), processes
                threads, processes = self._pools
                self._futures[key] = threads.submit(
                    lambda: processes.submit(self._work, *arguments()).result()  # the thread only waits
                )
                self._futures[key].add_done_callback(self._rest)
            return self._futures[key]

    def get(self, key: str, arguments: Callable[[], tuple[object, ...]], *, wait: bool = False) -> Outcome[T]:
        """What came of the work of a key, which begins now if it has not; without `wait` perhaps nothing yet."""
        future = self.start(key, arguments)
        if not wait and not future.done():
            return Outcome()
        if future.cancelled():
            return Outcome(error="cancelled")
        error = future.exception()
        return Outcome(error=one_line(error) or type(error).__name__) if error else Outcome(future.result())

    def close(self) -> None:
        """Begin with nothing more; what is being worked on is left to end."""
        with self._lock:
            for pool in self._pools or ():
                pool.shutdown(wait=False, cancel_futures=True)

    def _rest(self, _: Future[T]) -> None:
        """Let threads and processes go when all is done."""
        with self._lock:
            if self._pools is not None and all(f.done() for f in self._futures.values()):
                for pool in self._pools:
                    pool.shutdown(wait=False)
                self._pools = None
