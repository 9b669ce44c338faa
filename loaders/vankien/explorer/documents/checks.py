"""What the shapes say of each document, worked out behind the pages: SHACL takes seconds."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.explorer.book.records import Text
from vankien.explorer.later import Later, Outcome
from vankien.graph.stores.store import Store
from vankien.graph.validation.validate import types_of_mentioned, validate_quads
from vankien.model import Finding


def check(nquads: bytes, types: bytes, report: str) -> tuple[Finding, ...]:
    """The findings of the shapes on the graph of a document, given with the types of what only others describe."""
    known = ox.Store()
    known.bulk_load(types, RdfFormat.N_QUADS)
    quads = list(ox.parse(nquads, RdfFormat.N_QUADS))
    return validate_quads(quads, report, Store(known, None, True)).findings


def _nquads(quads: list[Quad]) -> bytes:
    return ox.serialize(quads, format=RdfFormat.N_QUADS) or b""


@dataclass(frozen=True)
class Checks:
    """The findings of the shapes on the documents of one store, each worked out once."""

    _later: Later[tuple[Finding, ...]] = field(default_factory=lambda: Later(check, jobs=2))

    def of(self, store: Store, text: Text, *, wait: bool = False) -> Outcome[tuple[Finding, ...]]:
        """The findings on a document; perhaps not yet, unless `wait`."""

        def arguments() -> tuple[object, ...]:
            quads = store.quads(NamedNode(text.graph))
            types = types_of_mentioned(quads, store)
            return _nquads(quads), _nquads(types), text.report

        return self._later.get(text.report, arguments, wait=wait)

    def close(self) -> None:
        """Begin with no more checks."""
        self._later.close()
