"""The description of the endpoint (https://www.w3.org/TR/sparql11-service-description/), as triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import DCTERMS, PREFIXES, RDF, VOID, XSD, Namespace
from vankien.serve.formats import GRAPHS, RESULTS

SD = Namespace(
    "http://www.w3.org/ns/sparql-service-description#",
    "Service Dataset Graph NamedGraph SPARQL11Query UnionDefaultGraph endpoint supportedLanguage feature resultFormat "
    "defaultDataset defaultGraph namedGraph name graph",
)
_FORMATS = sorted({*(f.iri for f in RESULTS.values()), *(f.iri for f in GRAPHS.values())})


def graph_sizes(store: Store) -> dict[str, int]:
    """How many triples each named graph has, by its IRI, sorted."""
    rows = store.rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY STR(?g)")
    return {graph.value: int(n.value) for graph, n in rows if isinstance(graph, NamedNode) and isinstance(n, Literal)}


def describe(endpoint: str, sizes: Mapping[str, int], version: str, media_type: str) -> bytes:
    """The description of the service at an address, over graphs of these sizes, in one of the formats of `GRAPHS`."""
    data = ox.serialize(
        _triples(endpoint, sizes, version), format=GRAPHS[media_type], prefixes={**PREFIXES, "sd": SD.iri}
    )
    assert data is not None
    return data


def _number(n: int) -> Literal:
    return Literal(str(n), datatype=XSD.integer)


def _triples(endpoint: str, sizes: Mapping[str, int], version: str) -> Iterator[Triple]:
    service, dataset, union = (NamedNode(endpoint + part) for part in ("#service", "#dataset", "#union"))
    yield Triple(service, RDF.type, SD.Service)
    yield Triple(service, SD.endpoint, NamedNode(endpoint))
    yield Triple(service, SD.supportedLanguage, SD.SPARQL11Query)
    yield Triple(service, SD.feature, SD.UnionDefaultGraph)
    for iri in _FORMATS:
        yield Triple(service, SD.resultFormat, NamedNode(iri))
    yield Triple(service, SD.defaultDataset, dataset)
    yield Triple(dataset, RDF.type, SD.Dataset)
    yield Triple(dataset, RDF.type, VOID.Dataset)
    yield Triple(dataset, DCTERMS.hasVersion, Literal(version))
    yield Triple(dataset, VOID.triples, _number(sum(sizes.values())))
    yield Triple(dataset, SD.defaultGraph, union)
    yield Triple(union, RDF.type, SD.Graph)
    for n, (name, size) in enumerate(sizes.items(), 1):
        named, graph = NamedNode(f"{endpoint}#named-{n}"), NamedNode(f"{endpoint}#graph-{n}")
        yield Triple(dataset, SD.namedGraph, named)
        yield Triple(named, RDF.type, SD.NamedGraph)
        yield Triple(named, SD.name, NamedNode(name))
        yield Triple(named, SD.graph, graph)
        yield Triple(graph, RDF.type, SD.Graph)
        yield Triple(graph, VOID.triples, _number(size))
