"""What is served now: a frozen copy of a store in memory, its pages, and the workers over it; and how it is replaced."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from vankien.errors import VankienError
from vankien.graph.access.opening import open_store
from vankien.graph.stores.address import Address, Place
from vankien.graph.stores.store import Store
from vankien.serve.description import graph_sizes
from vankien.serve.herd import make_herd
from vankien.serve.jobs import Limits
from vankien.serve.pages import Pages
from vankien.serve.pool import Pool

MakePages = Callable[[Store, str], Pages]
"""Makes the pages over a store, which has this version."""

Signature = tuple[tuple[str, int, int, int], ...]
"""Name, size, time of change and number of the files of a store."""

_LOOK = 1.0
"""Seconds between two looks at the store's files. It is read again when they have changed and are at rest."""


@dataclass(frozen=True)
class Snapshot:
    """A frozen graph: the store in memory, what it is known by (12 hexadecimal digits of its content), its pages."""

    store: Store
    version: str
    pages: Pages | None = None

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many triples each named graph has."""
        return graph_sizes(self.store)

    def close(self) -> None:
        """End what the pages do in the background."""
        if self.pages is not None:
            self.pages.close()

    def dump(self) -> bytes:
        """All quads as N-Quads, in no particular order."""
        return to_n_quads(self.store)


def to_n_quads(store: Store) -> bytes:
    """All quads of a store, in no particular order."""
    return store.dump()


def version_of(dump: bytes) -> str:
    """What some N-Quads are known by: the same for the same quads in any order."""
    total = 0
    for line in io.BytesIO(dump):
        total += int.from_bytes(hashlib.blake2b(line, digest_size=8).digest(), "big")
    return f"{total % (1 << 48):012x}"


def read_snapshot(path: Place, make_pages: MakePages | None = None) -> Snapshot:
    """A copy in memory of a store, an RDF file, a published graph or an endpoint; raises `StoreError`."""
    with open_store(path, read_only=True) as opened:
        dump = to_n_quads(opened)
        if opened.path is None and not isinstance(path, Address):
            store = Store(opened.inner, None, read_only=True)
        else:
            inner = ox.Store()
            inner.bulk_load(dump, format=ox.RdfFormat.N_QUADS, lenient=True)
            store = Store(inner, None, read_only=True)
    version = version_of(dump)
    return Snapshot(store, version, make_pages(store, version) if make_pages else None)


def signature(path: Place) -> Signature | None:
    """What the files of a store look like from outside; None where there is none just now, and for an endpoint, whose
    changes cannot be seen from outside."""
    if isinstance(path, Address):
        return None
    try:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        seen = [(f.name, f.stat()) for f in files if not f.name.startswith("LOG")]
    except OSError:
        return None
    return tuple((name, s.st_size, s.st_mtime_ns, s.st_ino) for name, s in seen) or None


class Live:
    """The snapshot that is served now, and the pool of workers over it.

    `open` it in the event loop before the first request and `close` it after the last one.
    """

    def __init__(self, snapshot: Snapshot, *, workers: int = 2, queue: int = 64, limits: Limits | None = None) -> None:
        self.current = snapshot
        self._workers, self._queue, self._limits = workers, queue, limits or Limits()
        self._pool: Pool | None = None
        self._retiring: set[asyncio.Task[None]] = set()

    @property
    def pool(self) -> Pool:
        """The workers over the current snapshot."""
        assert self._pool is not None, "open it first"
        return self._pool

    def open(self) -> None:
        """Start the workers."""
        self._pool = self._new_pool(self.current)

    def _new_pool(self, snapshot: Snapshot) -> Pool:
        pool = Pool(make_herd(snapshot.dump, self._limits), self._workers, self._queue, self._limits)
        pool.open()
        return pool

    async def swap(self, snapshot: Snapshot) -> None:
        """Serve another snapshot from now on; what is under way finishes on the old one."""
        old, new = self.pool, self._new_pool(snapshot)
        try:
            await new.ready()
        except asyncio.CancelledError:
            await new.close()
            raise
        before, self.current, self._pool = self.current, snapshot, new
        task = asyncio.get_running_loop().create_task(self._retire(old, before))
        self._retiring.add(task)
        task.add_done_callback(self._retiring.discard)

    @staticmethod
    async def _retire(pool: Pool, snapshot: Snapshot) -> None:
        try:
            await pool.retire()
        finally:
            snapshot.close()

    async def close(self) -> None:
        """End all workers."""
        for task in tuple(self._retiring):
            task.cancel()
        await asyncio.gather(*self._retiring, return_exceptions=True)
        self.current.close()
        await self.pool.close()


async def watch(live: Live, path: Place, make_pages: MakePages | None, say: Callable[[str], None]) -> None:
    """Look at the store's files for ever, and swap in what was built there; `say` gets a line about it."""
    known = before = signature(path)
    while True:
        await asyncio.sleep(_LOOK)
        now = signature(path)
        if now is None or now == known or now != before:
            before = now
            continue
        known = now
        try:
            snapshot = await asyncio.to_thread(read_snapshot, path, make_pages)
            if snapshot.version != live.current.version:
                await live.swap(snapshot)
                say(f"{path}: has changed; serving version {snapshot.version}")
        except (VankienError, OSError) as error:
            say(f"{path}: has changed, but cannot be read ({error}); still serving version {live.current.version}")
