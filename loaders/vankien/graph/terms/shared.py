"""The graphs of a store that are no document's: ontology, lists, catalogue (and the runs, see `provenance`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, decimal, integer
from vankien.graph.terms.vocabulary import DCAT, DCTERMS, DEFINED_FILE, FOAF, ONTOLOGY_FILE, PROV, RDF, VK, VOID, XSD
from vankien.resources import files

OWN_GRAPHS = ("catalogue", "computed", "corrections", "inferred", "loads", "ontology", "runs", "vocabulary")
"""The names of the graphs that are no document's."""


KEPT_GRAPHS = ("runs",)
"""Those of them that are not made from the documents: they are carried along whenever a store is made anew. (What people
correct is carried along too, and applied again: see `corrections`.)"""


def is_document(graph: NamedNode) -> bool:
    """True for the graph of a document, whatever the base."""
    return not any(graph.value.endswith(f"/graph/{name}") for name in OWN_GRAPHS)


def vocabulary_quads(base: str | None = None) -> list[Quad]:
    """The ontology and the SKOS lists, in their own graphs."""
    iris = Iris(base)
    quads: list[Quad] = []
    for file in files("ontology", ".ttl"):
        if file.name == DEFINED_FILE:
            continue
        graph = iris.graph("ontology" if file.name == ONTOLOGY_FILE else "vocabulary")
        quads += [
            Quad(q.subject, q.predicate, _plain(q.object), graph) for q in ox.parse(file.read_bytes(), RdfFormat.TURTLE)
        ]
    return quads


def _plain(
    term: ox.NamedNode | ox.BlankNode | Literal | ox.Triple,
) -> ox.NamedNode | ox.BlankNode | Literal | ox.Triple:
    """Decimals as the store keeps them, so that what is stored can be compared with what is read."""
    return decimal(Decimal(term.value)) or term if isinstance(term, Literal) and term.datatype == XSD.decimal else term


def catalogue_entry(graph: NamedNode, quads: Sequence[Quad], base: str | None = None) -> tuple[Quad, ...]:
    """What the catalogue says of one document's graph: its text, its document, the title, how many triples."""
    sheet = Sheet(Iris(base).graph("catalogue"))
    sheet.typed(graph, VOID.Dataset)
    sheet.add(sheet.graph, DCAT.dataset, graph)
    sheet.add(graph, VOID.triples, integer(len(quads)))
    sheet.add(graph, VOID.distinctSubjects, integer(len({q.subject for q in quads})))
    _add_topics(sheet, graph, quads)
    return sheet.quads()


def catalogue_quads(
    entries: Iterable[Quad], base: str | None = None, old: Iterable[Quad] = (), gone: Collection[NamedNode] = ()
) -> tuple[Quad, ...]:
    """The catalogue graph: which documents and texts are loaded, in which graphs, with how many triples.

    `old` is the catalogue so far; what it says of the graphs that are `gone`, or replaced by an entry, is left out.
    """
    sheet = Sheet(Iris(base).graph("catalogue"))
    sheet.labelled(sheet.typed(sheet.graph, DCAT.Catalog), "Danh mục văn kiện")
    new = list(entries)
    left_out = {*gone, *(q.subject for q in new if q.predicate == RDF.type)}
    for quad in (*new, *(q for q in old if q.subject not in left_out and q.object not in left_out)):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            sheet.add(quad.subject, quad.predicate, quad.object)
    return sheet.quads()


def _add_topics(sheet: Sheet, graph: NamedNode, quads: Sequence[Quad]) -> None:
    """Which text a graph was read from, which document that is, and its title."""
    for quad in quads:
        if (
            quad.predicate != VK.textOf
            or not isinstance(quad.subject, NamedNode)
            or not isinstance(quad.object, NamedNode)
        ):
            continue
        text, document = quad.subject, quad.object
        sheet.add(graph, PROV.wasDerivedFrom, text)
        sheet.add(graph, FOAF.primaryTopic, document)
        wanted = {(text, DCTERMS.identifier): DCTERMS.identifier, (document, DCTERMS.title): DCTERMS.title}
        for about in quads:
            predicate = wanted.get((about.subject, about.predicate)) if isinstance(about.subject, NamedNode) else None
            if predicate is not None and isinstance(about.object, Literal):
                sheet.add(graph, predicate, about.object)
