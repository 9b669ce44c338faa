"""Work that takes seconds, done once in a process of its own and remembered, so that no page has to wait for it."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from vankien.errors import VankienError
from vankien.graph.stores.store import one_line

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
    """Runs a function of a module once for each key, in a new process that ends with the work.

    What it takes and gives is pickled. The process is neither forked (a server has threads) nor does it import the main
    module again (a script without a guard would start itself over and over).
    """

    def __init__(self, work: Callable[..., T], jobs: int = 1) -> None:
        self._work, self._jobs = work, jobs
        self._threads: ThreadPoolExecutor | None = None
        self._futures: dict[str, Future[Outcome[T]]] = {}
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False
        self._lock = threading.RLock()

    def start(self, key: str, arguments: Callable[[], tuple[object, ...]]) -> Future[Outcome[T]]:
        """Begin with the work of a key, if it has not begun; `arguments` are asked for only then, in a thread."""
        with self._lock:
            if key not in self._futures:
                if self._threads is None:
                    self._threads = ThreadPoolExecutor(self._jobs)
                self._futures[key] = self._threads.submit(self._do, arguments)
            return self._futures[key]

    def get(self, key: str, arguments: Callable[[], tuple[object, ...]], *, wait: bool = False) -> Outcome[T]:
        """What came of the work of a key, which begins now if it has not; without `wait` perhaps nothing yet."""
        if self._closed:
            return Outcome(error="closed")
        future = self.start(key, arguments)
        return future.result() if wait or future.done() else Outcome()

    def close(self) -> None:
        """End what is being worked on, and begin with nothing more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                process.kill()
            if self._threads is not None:
                self._threads.shutdown(wait=False)

    def _do(self, arguments: Callable[[], tuple[object, ...]]) -> Outcome[T]:
        """Send the work to a process and wait for what it gives back."""
        try:
            job = pickle.dumps((self._work, arguments()))
            with self._lock:
                if self._closed:
                    return Outcome(error="closed")
                process = _start_process()
                self._running.add(process)
            answer, _ = process.communicate(job)
            with self._lock:
                self._running.discard(process)
            outcome: Outcome[T] = pickle.loads(answer) if answer else Outcome(error="the process ended early")
            return outcome
        except (OSError, VankienError) as error:
            return Outcome(error=one_line(error))


def _start_process() -> subprocess.Popen[bytes]:
    """A process that finds the same modules as this one and waits for its work."""
    return subprocess.Popen(
        [sys.executable, "-c", f"from {__name__} import do_work; do_work()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )


def do_work() -> None:
    """What the process does: reads a function and its arguments from the standard input, writes the `Outcome`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # what a library prints must not get between

    def answer(outcome: Outcome[Any]) -> None:
        output.write(pickle.dumps(outcome))

    sys.excepthook = lambda kind, error, _: answer(Outcome(error=one_line(error) or kind.__name__))
    work, arguments = pickle.load(sys.stdin.buffer)
    answer(Outcome(work(*arguments)))
