"""Opening a store, whatever it is, and making one beside the old one that then takes its place."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, NamedNode, Quad

from vankien.errors import StoreError
from vankien.graph.stores.address import Address, Place, check_path, place_of
from vankien.graph.stores.kept import state_of
from vankien.graph.stores.store import FORMATS, FULL, Store, is_full, is_store, one_line

# --- opening ----------------------------------------------------------------------------------------------


def _left_over(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _recover(path: Path) -> None:
    """Put back a store that a killed rebuild had moved aside."""
    old = _left_over(path)
    if is_store(old) and not path.exists():
        old.rename(path)


_FILES = (
    f"RDF files are known by their suffix ({' '.join(FORMATS)}), and documents become a store with: "
    "vankien build FILE -o STORE"
)


def _check_folder(path: Path, must_exist: bool) -> None:
    if not path.exists():
        if must_exist:
            raise StoreError(f"{path}: no store here; make one with: vankien build REPORT... -o {path}")
    elif not path.is_dir():
        raise StoreError(f"{path}: is a file, but no store; {_FILES}")
    elif not is_store(path) and (must_exist or any(path.iterdir())):
        raise StoreError(f"{path}: is a folder, but not a store; name another one with -o or --store")


def open_store(path: Place | str | None, *, read_only: bool = False) -> Store:
    """Open a store: a folder on disk, an RDF file or a published graph (read into memory), an endpoint, or an empty one
    in memory for None.

    A folder that does not exist is made, unless `read_only`. Readers may open a store that a writer has open; they
    see it as it was when they opened it. Raises `StoreError` for a missing, locked or damaged store, for a folder
    that is none, and for a file that is no RDF.
    """
    if path is None:
        return Store(ox.Store(), None, read_only)
    path = place_of(path) if isinstance(path, str) else path
    if isinstance(path, Address):
        from vankien.graph.stores.endpoint import Endpoint

        return Endpoint(path, read_only)
    check_path(path)
    if path.suffix.lower() in FORMATS and path.is_file():
        inner = ox.Store()
        inner.bulk_extend(read_rdf(path))
        return _in_memory(inner)
    if (path / "void.ttl").is_file():
        from vankien.graph.serialising.publish import load_published

        inner = ox.Store()
        load_published(inner, path)
        return _in_memory(inner)
    _recover(path)
    _check_folder(path, must_exist=read_only)
    state = state_of(path) if read_only else None
    try:
        inner = ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
        next(iter(inner.quads_for_pattern(None, None, None)), None)
    except (OSError, RuntimeError) as error:
        _refuse_to_open(path, error)
        raise StoreError(
            f"{path}: the store is damaged ({one_line(error, 120)}); build it again with --rebuild"
        ) from None
    return Store(inner, path, read_only, state)


def _refuse_to_open(path: Path, error: Exception) -> None:
    """Raises `StoreError` when what keeps a store from being opened is no damage: another process, rights, a full disk."""
    if said := [words for words in _FORBIDDEN if words in str(error)]:
        raise StoreError(
            f"{path}: cannot be written: {said[0]}; get the right to write there, or name another store"
        ) from None
    if "lock" in str(error).lower():
        raise StoreError(
            f"{path}: in use by another process; wait for it to end, or build into another folder"
        ) from None
    if is_full(error):
        raise StoreError(f"{path}: cannot be opened: {one_line(error)}; {FULL}") from None


_FORBIDDEN = ("Permission denied", "Operation not permitted", "Read-only file system")
"""What a system says of a store that is whole but may not be written: to build it again would be the wrong advice."""


def check_place(path: Path) -> None:
    """See to it that a store may lie at `path`, and bring back one whose replacement was cut short; nothing is opened.

    Raises `StoreError` for a file, and for a folder of other things.
    """
    _recover(path)
    _check_folder(path, must_exist=False)


def check_writable(path: Place | str, *, rebuild: bool = False) -> None:
    """See to it that a store can be written at `path`, before long work is done for it; an endpoint need only answer.

    Raises `StoreError` for one that is in use, for one that is damaged (unless `rebuild`), and for what is no store.
    """
    path = place_of(path) if isinstance(path, str) else path
    if isinstance(path, Address):
        with open_store(path) as store:
            store.graphs()
        return
    check_place(path)
    check_opens(path, rebuild=rebuild)


def check_opens(path: Path, *, rebuild: bool = False) -> None:
    """See to it that the store in a folder that `check_place` let pass can be written, if there is one.

    Raises `StoreError` for one that is in use, and for one that is damaged (unless `rebuild`).
    """
    if is_store(path):
        if rebuild:
            with contextlib.suppress(OSError, RuntimeError):
                _hold(path)
        else:
            open_store(path).close()


def read_rdf(path: Path) -> list[Quad]:
    """The quads of an RDF file, by its suffix; triples without a graph get the file's name as their graph.

    Raises `StoreError` naming the line for a file that cannot be read.
    """
    graph = NamedNode(path.resolve().as_uri())
    try:
        quads = list(ox.parse(path=str(path), format=FORMATS[path.suffix.lower()]))
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read as RDF: {one_line(error)}") from None
    return [Quad(q.subject, q.predicate, q.object, graph) if q.graph_name == DefaultGraph() else q for q in quads]


def _in_memory(inner: ox.Store) -> Store:
    """A store of what was read from files, and of the lists and the ontology."""
    from vankien.graph.terms.shared import vocabulary_quads

    inner.bulk_extend(vocabulary_quads())
    return Store(inner, None, read_only=True)


# --- building -----------------------------------------------------------------------------------------------


def _swap(new: Path, path: Path) -> None:
    """Put a new store in the place of the old one; a kill in between is repaired when the store is next opened."""
    old = _left_over(path)
    shutil.rmtree(old, ignore_errors=True)
    if path.exists():
        path.rename(old)
    new.rename(path)
    shutil.rmtree(old, ignore_errors=True)


def build(path: Path | str, quads: Iterable[Quad]) -> None:
    """Make a store of these quads alone: bulk-loaded into a new folder beside, which then takes the old one's place.

    Raises `StoreError` when the old store is in use or the new one cannot be written; then the old one is untouched.
    """
    build_from(path, lambda new, _: new.bulk_extend(quads))


def build_from(path: Path | str, fill: Callable[[ox.Store, Store | None], None]) -> None:
    """Make a store in a new folder beside `path`, let `fill` load it, and put it in the old one's place.

    `fill` gets the new store and, to copy from, the old one: None if there is none, or if it is damaged. Raises
    `StoreError` when the old store is in use or the new one cannot be written; then the old one is untouched.
    """
    path = Path(path)
    _recover(path)
    _check_folder(path, must_exist=False)
    held = None
    if is_store(path):
        with contextlib.suppress(OSError, RuntimeError):
            held = Store(_hold(path), path, read_only=True)
    new = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(new, ignore_errors=True)
        inner = ox.Store(str(new))
        fill(inner, held)
        inner.flush()
        del inner
        if held is not None:
            held.close()
        _swap(new, path)
    except (OSError, RuntimeError) as error:
        advice = f"; {FULL}" if is_full(error) else ""
        raise StoreError(f"{path}: cannot be built: {one_line(error)}{advice}") from None
    finally:
        if held is not None:
            held.close()
        shutil.rmtree(new, ignore_errors=True)


def _hold(path: Path) -> ox.Store:
    """Hold the lock of an old store while the new one is made; a damaged old one may be replaced."""
    try:
        return ox.Store(str(path))
    except OSError as error:
        _refuse_to_open(path, error)
        raise
