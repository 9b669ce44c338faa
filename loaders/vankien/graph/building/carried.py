"""What people corrected, carried through a change of a store: applied to every document that comes in, kept for the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

import pyoxigraph as ox
from pyoxigraph import NamedNode, RdfFormat

from vankien.graph.building.digest import digest_of, digest_to_text
from vankien.graph.building.parts import body_of
from vankien.graph.building.reading import Loaded
from vankien.graph.correcting.correct import correct, restore, to_quads, to_triples
from vankien.graph.correcting.corrections import NO_DOCUMENT, Entry, quads_to_entries
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.vocabulary import last_part


def corrections_of(store: Store, iris: Iris) -> list[Entry]:
    """The corrections that a store holds, by report and line."""
    return quads_to_entries(store.quads(iris.graph("corrections")))


class Carried:
    """The corrections of a store while it is changed."""

    def __init__(self, entries: Iterable[Entry], iris: Iris) -> None:
        self._iris = iris
        self._by_report: dict[str, list[Entry]] = {}
        for entry in entries:
            self._by_report.setdefault(entry.report, []).append(entry)
        self._applied: set[str] = set()

    def apply(self, document: Loaded) -> Loaded:
        """A document as it is to be stored: as it was read where no one corrected anything, else the corrected view."""
        entries = self._by_report.get(document.report)
        if not entries or document.error:
            return document
        graph = self._iris.graph(document.report)
        view, done = correct(to_triples(ox.parse(body_of(document), RdfFormat.N_QUADS)), entries, self._iris)
        self._by_report[document.report] = done
        self._applied.add(document.report)
        quads = to_quads(view, graph)
        digest = digest_to_text(digest_of(quads, self._iris.base))
        return replace(document, nquads=_to_bytes(quads), part=None, digest=digest)

    def after(self, kept: Collection[NamedNode]) -> tuple[Entry, ...]:
        """The corrections after the change: those of documents that came in with their new outcomes, those of the graphs
        that were kept as they are; the others wait for their document."""
        here = self._applied | {last_part(graph.value) for graph in kept}
        return tuple(
            entry if report in here else replace(entry, outcome=NO_DOCUMENT)
            for report, entries in self._by_report.items()
            for entry in entries
        )


def as_read(store: Store, graph: NamedNode, entries: Iterable[Entry], key: str) -> Loaded:
    """A document of a store as it was read, without its corrections."""
    report = last_part(graph.value)
    quads = to_quads(restore(to_triples(store.quads(graph)), entries), graph)
    return Loaded(report, report, nquads=_to_bytes(quads), key=key)


def _to_bytes(quads: Iterable[ox.Quad]) -> bytes:
    return ox.serialize(quads, format=RdfFormat.N_QUADS) or b""
