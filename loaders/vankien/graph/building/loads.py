"""The graph ``graph/loads``: with which key (see `reading_key`) each graph of a store was made, and the digest of each
document. It is written in the same update as the documents, so that it can never say more than the store holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from vankien.errors import StoreError
from vankien.graph.access.opening import open_store
from vankien.graph.building.reading_key import shared_hash
from vankien.graph.stores.store import Store, is_store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, text
from vankien.graph.terms.vocabulary import VK, last_part


@dataclass(frozen=True, slots=True)
class Held:
    """The documents of a store by their graphs, with the keys of their readings and their digests (empty where none was
    noted), and the key of the graphs over all documents."""

    documents: Mapping[NamedNode, str] = field(default_factory=dict)
    digests: Mapping[NamedNode, str] = field(default_factory=dict)
    shared: str = ""

    @property
    def reports(self) -> dict[str, str]:
        """The reports that the store has, with their keys."""
        return {last_part(graph.value): key for graph, key in self.documents.items()}

    @property
    def is_current(self) -> bool:
        """True if the graphs over all documents were made by this version of what makes them."""
        return self.shared == shared_hash()


def loads_quads(iris: Iris, keys: Mapping[NamedNode, str], digests: Mapping[NamedNode, str]) -> tuple[Quad, ...]:
    """The graph: the key and the digest of each document's graph, and the key of what is made from all of them."""
    sheet = Sheet(iris.graph("loads"))
    for predicate, values in ((VK.readingKey, keys), (VK.digest, digests)):
        for graph, value in values.items():
            sheet.add(graph, predicate, text(value))
    sheet.add(iris.graph("computed"), VK.readingKey, text(shared_hash()))
    return sheet.quads()


def held_by(store: Store, base: str | None = None) -> Held:
    """What a store says of the keys of its graphs."""
    from vankien.graph.serialising.export import document_graphs

    iris = Iris(base)
    noted = {
        (q.subject, q.predicate): q.object.value
        for q in store.quads(iris.graph("loads"))
        if isinstance(q.subject, NamedNode) and isinstance(q.object, Literal)
    }
    graphs = document_graphs(store)
    return Held(
        {graph: noted.get((graph, VK.readingKey), "") for graph in graphs},
        {graph: noted.get((graph, VK.digest), "") for graph in graphs},
        noted.get((iris.graph("computed"), VK.readingKey), ""),
    )


def held_at(path: Path, base: str | None = None) -> Held:
    """The same of the store at a path; nothing for a path without a store, or with a damaged one."""
    if not is_store(path):
        return Held()
    try:
        with open_store(path, read_only=True) as store:
            return held_by(store, base)
    except StoreError:
        return Held()
