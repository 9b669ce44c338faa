"""The store: Oxigraph on disk (or in memory over a Turtle, TriG or N-Quads file), asked in SPARQL.

A store is replaced as a whole by building beside it and renaming, or changed by one atomic update, so that whatever
goes wrong leaves what was stored as it was.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from vankien.errors import QueryError, StoreError
from vankien.graph.address import Address, Place, check_path, place_of
from vankien.graph.vocabulary import PREFIXES

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
"""The RDF files that can be read, and written, by suffix."""

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Row = tuple[ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None, ...]


def one_line(error: BaseException, limit: int = 240) -> str:
    """The message of an error on one line, not too long."""
    words = " ".join(str(error).split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


_FULL = "make room and run the same command again; what was stored is untouched"


def _is_full(error: BaseException) -> bool:
    """True if a disk, a quota or a limit of size has no room left."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return True
    return any(words in str(error) for words in ("No space left", "File too large", "quota exceeded"))


def syntax_error(text: str, error: SyntaxError) -> str:
    """What is wrong with a query: the place, and the line there, without the long list of what could stand there."""
    place = re.match(r"error at (\d+):(\d+)", str(error))
    lines = text.splitlines()
    if not place:
        return f"error: {one_line(error)}"
    if not 1 <= int(place[1]) <= len(lines):
        return "error at its end"
    return f"error at line {place[1]}, column {place[2]}: {lines[int(place[1]) - 1].strip()[:80]}"


def is_store(path: Path) -> bool:
    """True for a folder that holds an Oxigraph store."""
    return (path / "CURRENT").is_file()


class Store:
    """An open store. Use it as a context manager, or call `close`; made by `open_store`."""

    def __init__(self, inner: ox.Store | None, path: Path | None, read_only: bool) -> None:
        self._inner: ox.Store | None = inner
        self.path, self.read_only = path, read_only

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def place(self) -> str:
        """Where the store is, for messages."""
        return str(self.path or "memory")

    @property
    def inner(self) -> ox.Store:
        """The Oxigraph store itself; raises `StoreError` after `close`."""
        if self._inner is None:
            raise StoreError(f"{self.place}: the store is closed, or not embedded")
        return self._inner

    def close(self) -> None:
        """Write everything to the disk and let the folder go."""
        if self._inner is not None and self.path is not None and not self.read_only:
            with self._guard("closed"):
                self._inner.flush()
        self._inner = None

    @contextlib.contextmanager
    def _guard(self, doing: str) -> Iterator[None]:
        try:
            yield
        except (OSError, RuntimeError) as error:
            advice = _FULL if _is_full(error) else "build it again"
            raise StoreError(f"{self.place}: cannot be {doing}: {one_line(error)}; {advice}") from None

    def query(self, text: str) -> Result:
        """The answer to a SPARQL query, over the union of all graphs and with our prefixes known.

        Raises `QueryError` for a syntax error, with line and column, and `StoreError` for a damaged store.
        """
        try:
            with self._guard("read"):
                return self.inner.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
        except SyntaxError as error:
            raise QueryError(f"the query has a syntax {syntax_error(text, error)}") from None
        except ValueError as error:
            raise QueryError(f"the query cannot be run: {one_line(error)}") from None

    def rows(self, text: str) -> list[Row]:
        """The rows of a SELECT query; raises `QueryError` for another form of query."""
        with self._guard("read"):
            return as_rows(self.query(text))

    def graphs(self) -> list[NamedNode]:
        """The named graphs, sorted."""
        with self._guard("read"):
            return sorted((g for g in self.inner.named_graphs() if isinstance(g, NamedNode)), key=lambda g: g.value)

    def quads(self, graph: NamedNode | None = None) -> list[Quad]:
        """The quads of one graph, or of all, in no particular order."""
        with self._guard("read"):
            return list(self.inner.quads_for_pattern(None, None, None, graph))

    def nquads(self, graph: NamedNode) -> bytes:
        """The quads of one graph as N-Quads, in no particular order."""
        with self._guard("read"):
            found = self.inner.quads_for_pattern(None, None, None, graph)
            return ox.serialize(found, format=RdfFormat.N_QUADS) or b""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads with these terms, in no particular order; None stands for any term."""
        return self.inner.quads_for_pattern(subject, predicate, object, graph)

    def match_all(self, subjects: Collection[NamedNode], predicate: NamedNode) -> list[Quad]:
        """The quads of many subjects with one predicate, in no particular order."""
        return [quad for subject in subjects for quad in self.match(subject, predicate)]

    def dump(self) -> bytes:
        """All quads as N-Quads, in no particular order."""
        with self._guard("read"):
            return self.inner.dump(format=RdfFormat.N_QUADS) or b""

    def __len__(self) -> int:
        return len(self.inner)

    def replace_graph(self, graph: NamedNode, quads: Iterable[Quad]) -> None:
        """Replace what one graph holds, all or nothing."""
        self.replace_graphs({graph: quads})

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]], add: Iterable[Quad] = ()) -> None:
        """Replace what some graphs hold and add further quads, in one atomic update.

        Raises `StoreError` when the store is read-only or cannot be written; then nothing has changed.
        """
        if self.read_only:
            raise StoreError(f"{self.path}: opened for reading only")
        parts = [part for graph, quads in graphs.items() for part in self._replacing(graph, list(quads))]
        update = " ;\n".join([*parts, f"INSERT DATA {{\n{_added(add)}\n}}"])
        with self._guard("written"):
            self.inner.update(update)

    def _replacing(self, graph: NamedNode, quads: Sequence[Quad]) -> Iterator[str]:
        """The operations that replace what a graph holds: those triples that differ, out and in. Blank nodes, which have
        no names, go out with the whole graph."""
        old, new = set(self.quads(graph)), set(quads)
        if not new or any(isinstance(t, ox.BlankNode) for q in (*old, *new) for t in (q.subject, q.object)):
            yield f"DROP SILENT GRAPH {graph}"
            old = set()
        elif gone := [q for q in old if q not in new]:
            yield f"DELETE DATA {{ {_inserted(gone, graph)} }}"
        if fresh := [q for q in quads if q not in old]:
            yield f"INSERT DATA {{ {_inserted(fresh, graph)} }}"


def as_rows(result: Result) -> list[Row]:
    """The rows of the answer to a SELECT query; raises `QueryError` for that to another form of query."""
    if not isinstance(result, ox.QuerySolutions):
        raise QueryError("this needs a SELECT query")
    return [tuple(solution) for solution in result]


def update_of(graphs: Mapping[NamedNode, Iterable[Quad]], add: Iterable[Quad]) -> str:
    """The SPARQL Update that replaces what some graphs hold, whatever that is, and adds further quads."""
    parts = [f"DROP SILENT GRAPH {graph} ;" for graph in graphs]
    triples = [text for graph, quads in graphs.items() if (text := _inserted(quads, graph))]
    if added := _added(add):
        triples.append(added)
    if triples or not parts:
        parts.append("INSERT DATA {\n" + "\n".join(triples) + "\n}")
    return "\n".join(parts)


def _inserted(quads: Iterable[Quad], graph: NamedNode) -> str:
    lines = "\n".join(f"{q.subject} {q.predicate} {q.object} ." for q in quads)
    return f"GRAPH {graph} {{\n{lines}\n}}" if lines else ""


def _added(quads: Iterable[Quad]) -> str:
    by_graph: dict[NamedNode, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.graph_name, NamedNode):
            by_graph.setdefault(quad.graph_name, []).append(quad)
    return "\n".join(_inserted(held, graph) for graph, held in by_graph.items())


# --- opening ----------------------------------------------------------------------------------------------


def _left_over(path: Path) -> Path:
    return path.with_name(f".{path.name}.old")


def _recover(path: Path) -> None:
    """Put back a store that a killed rebuild had moved aside."""
    old = _left_over(path)
    if is_store(old) and not path.exists():
        old.rename(path)


def _check_folder(path: Path, must_exist: bool) -> None:
    if not path.exists():
        if must_exist:
            raise StoreError(f"{path}: no store here; make one with: vankien build REPORT... -o {path}")
    elif not path.is_dir():
        raise StoreError(f"{path}: is a file, not a store; read Turtle, TriG or N-Quads files by their suffix")
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
        from vankien.graph.endpoint import Endpoint

        return Endpoint(path, read_only)
    check_path(path)
    if path.suffix.lower() in FORMATS and path.is_file():
        inner = ox.Store()
        inner.bulk_extend(read_rdf(path))
        return _in_memory(inner)
    if (path / "void.ttl").is_file():
        from vankien.graph.publish import load_published

        inner = ox.Store()
        load_published(inner, path)
        return _in_memory(inner)
    _recover(path)
    _check_folder(path, must_exist=read_only)
    try:
        inner = ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
        next(iter(inner.quads_for_pattern(None, None, None)), None)
    except (OSError, RuntimeError) as error:
        _refuse_to_open(path, error)
        raise StoreError(
            f"{path}: the store is damaged ({one_line(error, 120)}); build it again with --rebuild"
        ) from None
    return Store(inner, path, read_only)


def _refuse_to_open(path: Path, error: Exception) -> None:
    """Raises `StoreError` when what keeps a store from being opened is no damage: another process, or a full disk."""
    if "lock" in str(error).lower():
        raise StoreError(
            f"{path}: in use by another process; wait for it to end, or build into another folder"
        ) from None
    if _is_full(error):
        raise StoreError(f"{path}: cannot be opened: {one_line(error)}; {_FULL}") from None


def check_writable(path: Place | str, *, rebuild: bool = False) -> None:
    """See to it that a store can be written at `path`, before long work is done for it; an endpoint need only answer.

    Raises `StoreError` for one that is in use, for one that is damaged (unless `rebuild`), and for what is no store.
    """
    path = place_of(path) if isinstance(path, str) else path
    if isinstance(path, Address):
        with open_store(path) as store:
            store.graphs()
        return
    _recover(path)
    _check_folder(path, must_exist=False)
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
    from vankien.graph.shared import vocabulary_quads

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
        advice = f"; {_FULL}" if _is_full(error) else ""
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
