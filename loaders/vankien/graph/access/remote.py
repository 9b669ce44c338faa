"""Work that needs a store in a folder, at an endpoint: its graphs are fetched into a copy, and where the work changes that,
what is then different is sent back.

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

from vankien.errors import StoreError
from vankien.graph.access.opening import build, open_store
from vankien.graph.stores.address import Address, Place
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
def _copy(graphs: _Graphs, address: Address) -> Iterator[Path]:
    """A store of these graphs for as long as it is worked with; no store is there if there are none. What `StoreError`
    says of the copy it says of the address."""
    with tempfile.TemporaryDirectory(prefix="vankien-") as folder:
        path = Path(folder) / "kg"
        try:
            if graphs:
                build(path, (quad for quads in graphs.values() for quad in quads))
            yield path
        except StoreError as error:
            raise StoreError(str(error).replace(str(path), str(address))) from None


@contextmanager
def fetched(place: Place) -> Iterator[Path]:
    """A path to read a store from, for work that asks it about every node or from several processes: a folder or file
    where it lies, an endpoint as a copy that is gone afterwards. Raises `StoreError`."""
    if isinstance(place, Path):
        yield place
        return
    with open_store(place, read_only=True) as remote:
        graphs = _graphs(remote)
    with _copy(graphs, place) as path:
        yield path


def change_at(place: Place, change: Callable[[Path], T]) -> T:
    """Let `change` work on the store in a folder, or on a copy of an endpoint's graphs and send what is then different;
    gives what `change` gives. Raises what `change` raises, with nothing sent, and `StoreError`."""
    if isinstance(place, Path):
        return change(place)
    with open_store(place) as remote, _copy(old := _graphs(remote), place) as path:
        result = change(path)
        if is_store(path):
            with open_store(path, read_only=True) as copy:
                new = _graphs(copy)
            if changed := _changes(old, new):
                remote.replace_graphs(changed)
        return result
