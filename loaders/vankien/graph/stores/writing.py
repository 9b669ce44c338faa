"""One writer at a time: the lock of a store while it is built, and what killed builds left beside it."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from vankien.errors import StoreError

_PATIENCE = 2.0
"""Seconds to wait for the lock: the workers of a killed build need a moment to notice that they are alone."""


def parts_folder(path: Path) -> Path:
    """Where the documents of a build lie until all of them are in the store."""
    return path.with_name(f".{path.name}.parts")


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Build a store alone: a second process gets a clear line. What killed builds left is swept away first, but for the
    documents that they had read. The lock is the operating system's, and ends with the process, however that ends.

    Raises `StoreError` when another process builds the same store, or when the lock cannot be made.
    """
    path = Path(path).absolute()
    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=_PATIENCE)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise StoreError(
            f"{path}: in use by another process that is building it; wait for it to end, or build into another folder"
        ) from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be built here: {error.strerror or error}") from None
    try:
        for left in path.parent.glob(f".{path.name}.new-*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        lock.release()


def discard_parts(path: Path) -> None:
    """Remove the documents that were kept for an interrupted build: they are in the store now."""
    shutil.rmtree(parts_folder(path), ignore_errors=True)
