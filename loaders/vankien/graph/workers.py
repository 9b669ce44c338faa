"""Processes that share out work over documents, and never outlive the process that started them."""

from __future__ import annotations

import multiprocessing
import multiprocessing.process
import os
import signal
import threading
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def ignore_interrupts() -> None:
    """For worker processes: an interruption is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _start() -> None:
    """Without a parent (killed, out of memory) a worker ends at once."""
    ignore_interrupts()
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def share_out(
    work: Callable[[T], R], items: Sequence[T], jobs: int, size: Callable[[T], int] = lambda _: 0
) -> Generator[tuple[int, R]]:
    """Do `work` on every item, `jobs` at a time, the largest first; gives the index of each item with its result, as
    they are done. Closing the generator ends what has not begun. With one job, or one item, this process does it itself, in the order of the items.

    `work` and what it takes and gives must be picklable. What it raises is raised here, and nothing more is started.
    """
    if jobs <= 1 or len(items) <= 1:
        yield from ((index, work(item)) for index, item in enumerate(items))
        return
    order = sorted(range(len(items)), key=lambda index: -size(items[index]))
    pool = ProcessPoolExecutor(min(jobs, len(items)), initializer=_start)
    try:
        futures = {pool.submit(work, items[index]): index for index in order}
        for future in as_completed(futures):
            yield futures.pop(future), future.result()
    finally:
        # Not by leaving a `with`, which would take the cancellation back.
        pool.shutdown(wait=True, cancel_futures=True)
