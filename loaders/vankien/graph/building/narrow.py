"""A part of a store: some of its documents, as if no other had ever been read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad

from vankien.errors import BadUsage, StoreError
from vankien.graph.access.opening import build
from vankien.graph.asking.catalogue import Parameter, to_term
from vankien.graph.building.carried import Carried, corrections_of
from vankien.graph.building.derived import Change, over_all
from vankien.graph.stores.store import Store, is_store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import KEPT_GRAPHS, is_document
from vankien.graph.terms.vocabulary import VK, concept, last_part
from vankien.vietnamese import slug

_SHARED = ("ontology", "vocabulary", *KEPT_GRAPHS)
"""The graphs that a part has as the whole has them; the others are made anew."""


def documents_named(store: Store, names: Iterable[str], base: str | None = None) -> list[NamedNode]:
    """The graphs of the documents that are meant by some names, sorted: the id of a report; the key of a congress
    (``lai-chau-14``) for every document that mentions it; the key or name of a place (``lai-chau``, ``Lai Châu``) for every
    document with a value or a target of it.

    Raises `StoreError` for a name that the store does not have and `QueryError` for one that can be none.
    """
    documents = frozenset(graph for graph in store.graphs() if is_document(graph))
    found: set[NamedNode] = set()
    for name in names:
        key = slug(name) if " " in name or not name.isascii() else name
        meant = _named(store, key, Iris(base)) & documents
        if not meant:
            raise StoreError(
                f"no report, congress or place {name!r} in this store; see: vankien query documents, and congresses"
            )
        found |= meant
    return sorted(found, key=lambda graph: graph.value)


def _named(store: Store, name: str, iris: Iris) -> set[NamedNode]:
    report, congress = (NamedNode(_iri(kind, name, iris)) for kind in ("report", "congress"))
    if next(iter(store.match(graph=report)), None) is not None:
        return {report}
    found = list(store.match(object=congress))
    for place in (concept("places", name), NamedNode(f"{iris.base}id/place/{name}")):
        found += [q for predicate in (VK.place, VK.scope) for q in store.match(predicate=predicate, object=place)]
    return {q.graph_name for q in found if isinstance(q.graph_name, NamedNode)}


def _iri(kind: str, name: str, iris: Iris) -> str:
    return str(to_term(Parameter("--only", kind, None, ""), name, iris.base)).strip("<>")


def part_of(store: Store, graphs: Sequence[NamedNode], base: str | None = None) -> list[Quad]:
    """The quads of a store that holds only these documents of another: what is computed over documents is computed over
    these, and their corrections come along."""
    iris = Iris(base)
    reports = {last_part(graph.value) for graph in graphs}
    corrections = Carried((e for e in corrections_of(store, iris) if e.report in reports), iris).after(graphs)
    change = Change(iris, {}, {}, graphs, (), corrections)
    quads = [q for graph in (*graphs, *map(iris.graph, _SHARED)) for q in store.quads(graph)]
    return quads + [q for derived in over_all(change, store).values() for q in derived]


def narrow(store: Store, names: Iterable[str], base: str | None = None) -> Store:
    """A store in memory of the documents named (see `documents_named`) alone, to be asked and not to be changed."""
    inner = ox.Store()
    inner.bulk_extend(part_of(store, documents_named(store, names, base), base))
    return Store(inner, None, read_only=True)


def extract(store: Store, names: Iterable[str], out: Path, base: str | None = None) -> list[NamedNode]:
    """Write a store of the documents named alone into a new folder; gives their graphs. Raises `BadUsage` where the folder
    is a store already, and `StoreError`."""
    if is_store(out):
        raise BadUsage(f"{out}: is a store already; name another folder with -o")
    graphs = documents_named(store, names, base)
    build(out, part_of(store, graphs, base))
    return graphs
