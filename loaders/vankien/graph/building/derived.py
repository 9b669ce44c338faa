"""The graphs of a store that are made from all its documents together."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from vankien.graph.building.computed import said_to_quads
from vankien.graph.building.digest import Digest, digest_of, digest_to_text, text_to_digest
from vankien.graph.building.loads import Held, held_by, loads_quads
from vankien.graph.building.reading import Loaded
from vankien.graph.correcting.corrections import Entry, entries_to_quads
from vankien.graph.deriving.said import join_said
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import catalogue_quads, is_document
from vankien.graph.terms.vocabulary import read_lexicon


@dataclass(frozen=True, slots=True)
class Change:
    """What a store is to hold of documents: new ones by their graphs, with their digests; those that it keeps of what it
    has; the quads of the run; the corrections, with what became of them."""

    iris: Iris
    new: Mapping[NamedNode, Loaded]
    digests: Mapping[NamedNode, Digest]
    kept: Collection[NamedNode]
    run: tuple[Quad, ...]
    corrections: tuple[Entry, ...] = ()

    @property
    def size(self) -> int:
        """How many quads the new documents have."""
        return sum(digest.size for digest in self.digests.values())


def over_all(change: Change, old: Store | None) -> dict[NamedNode, Sequence[Quad]]:
    """The graphs that are made from all documents together: the catalogue, what is computed, the keys. Whatever else is
    derived from the documents of a store belongs here; what is kept whatever happens to them, into `KEPT_GRAPHS`."""
    iris, base = change.iris, change.iris.base
    held = held_by(old, base) if old is not None else Held()
    digests = {graph: held.digests.get(graph, "") for graph in change.kept}
    said = {graph: digest.said for graph, digest in change.digests.items()}
    for graph in change.kept:
        known = text_to_digest(digests[graph])
        if known is None and old is not None:
            known = digest_of(old.quads(graph), base)
            digests[graph] = digest_to_text(known)
        if known is not None:
            said[graph] = known.said
    entries = (q for digest in change.digests.values() for q in digest.entry)
    before = old.quads(iris.graph("catalogue")) if old is not None else []
    left_out = {q.subject for q in before if isinstance(q.subject, NamedNode) and is_document(q.subject)} - set(
        change.kept
    )
    in_order = [said[graph] for graph in sorted(said, key=lambda graph: graph.value)]
    keys = {graph: held.documents.get(graph, "") for graph in change.kept}
    keys |= {graph: document.key for graph, document in change.new.items()}
    digests |= {graph: document.digest for graph, document in change.new.items()}
    return {
        iris.graph("catalogue"): catalogue_quads(entries, base, before, left_out),
        iris.graph("computed"): said_to_quads(join_said(in_order), read_lexicon(), base),
        iris.graph("loads"): loads_quads(iris, keys, digests),
        iris.graph("corrections"): entries_to_quads(iris, change.corrections),
    }
