"""The store: Oxigraph on disk (or in memory over a Turtle, TriG or N-Quads file), asked in SPARQL.

It is replaced as a whole by building beside it and renaming (see `opening`), or changed by one atomic update, so that
whatever goes wrong leaves what was stored as it was.
"""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from vankien.errors import QueryError, StoreError
from vankien.graph.terms.vocabulary import PREFIXES

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
}
"""The RDF files that can be read, and written, by suffix."""

Result = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Cell = ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple | None
Row = tuple[Cell, ...]


def one_line(error: BaseException, limit: int = 240) -> str:
    """The message of an error on one line, not too long."""
    words = " ".join(str(error).split())
    return words if len(words) <= limit else words[: limit - 1] + "…"


FULL = "make room and run the same command again; what was stored is untouched"
"""What to do when the disk is full."""


def is_full(error: BaseException) -> bool:
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

    def __init__(self, inner: ox.Store | None, path: Path | None, read_only: bool, state: str | None = None) -> None:
        self._inner: ox.Store | None = inner
        self.path, self.read_only = path, read_only
        self.state = state
        """What tells the data that were opened from what a writer makes of them later; None where answers are not kept."""

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
            advice = FULL if is_full(error) else "build it again"
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
