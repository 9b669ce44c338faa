"""Building at an endpoint: its graphs are fetched, a copy beside is built as any store, and what differs is sent back.

So a build at an endpoint does what a build in a folder does, unchanged reports and corrections included; how much of the
sending is atomic depends on the server (``docs/stores.md``).
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from vankien.graph.access.opening import build, open_store
from vankien.graph.stores.address import Address
from vankien.graph.stores.store import Store, is_store
from vankien.graph.terms.shared import is_document

T = TypeVar("T")
_Graphs = dict[NamedNode, set[Quad]]


def _graphs(store: Store) -> _Graphs:
    return {graph: set(store.quads(graph)) for graph in store.graphs()}


def _changes(old: _Graphs, new: _Graphs) -> dict[NamedNode, Collection[Quad]]:
    """What each graph that differs is to hold: the documents first, what is derived from them last."""
    changed: dict[NamedNode, Collection[Quad]] = {}
    for graph in sorted(old.keys() | new.keys(), key=lambda graph: (not is_document(graph), graph.value)):
        if (wanted := new.get(graph, set())) != old.get(graph, set()):
            changed[graph] = sorted(wanted, key=str)
    return changed


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vankien-") as folder:
        yield Path(folder) / "kg"


def change_at(address: Address, change: Callable[[Path], T]) -> T:
    """Let `change` work on a copy of an endpoint's graphs in a folder, and send what is then different; gives what
    `change` gives. Raises what `change` raises, with nothing sent, and `StoreError`."""
    with open_store(address) as remote, _folder() as path:
        old = _graphs(remote)
        if old:
            build(path, (quad for quads in old.values() for quad in quads))
        result = change(path)
        if is_store(path):
            with open_store(path, read_only=True) as copy:
                new = _graphs(copy)
            if changed := _changes(old, new):
                remote.replace_graphs(changed)
        return result
