"""The data that pySHACL reads: a graph of rdflib whose store holds one graph, and whose queries are parsed once.

Half of a validation was rdflib asking in which graph a triple stands, and parsing the same queries for each document.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.query import Result
from rdflib.term import Node

from vankien.graph.vocabulary import XSD


class _OneGraph(SimpleMemory):
    """rdflib's store of a single graph. pySHACL takes only stores that know of several, and often asks whether one holds
    anything, for which this one does not count all its triples."""

    context_aware = True
    graph_aware = True

    def __init__(self) -> None:
        super().__init__()
        self._triples: set[Any] = set()

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        self._triples.add(triple)
        super().add(triple, context, quoted)

    def remove(self, triple_pattern: Any, context: Any = None) -> None:
        self._triples.difference_update([triple for triple, _ in self.triples(triple_pattern)])
        super().remove(triple_pattern, context)

    def __len__(self, context: Any = None) -> int:
        return len(self._triples)


@cache
def _prepared(query: str) -> Query:
    return prepareQuery(query)


class DataGraph(Graph):
    """An rdflib graph of its own store; a query with all its prefixes is parsed once for all graphs."""

    def __init__(self) -> None:
        super().__init__(_OneGraph())

    def query(self, query_object: str | Query, *args: Any, **options: Any) -> Result:
        """The answer of rdflib to a query; arguments as of `rdflib.Graph.query`."""
        prepared = _prepared(query_object) if isinstance(query_object, str) else query_object
        return super().query(prepared, *args, **options)


def quads_to_graph(quads: Iterable[Quad]) -> DataGraph:
    """A graph of the triples of some quads; terms that occur often are made once."""
    made: dict[Any, Node] = {}

    def term(value: Any) -> Node:
        node = made.get(value)
        if node is None:
            if isinstance(value, NamedNode):
                node = URIRef(value.value)
            elif isinstance(value, ox.BlankNode):
                node = BNode(value.value)
            elif value.language:
                node = Literal(value.value, lang=value.language)
            else:
                plain = value.datatype == XSD.string
                node = Literal(value.value, datatype=None if plain else URIRef(value.datatype.value))
            made[value] = node
        return node

    graph = DataGraph()
    add = graph.store.add
    for quad in quads:
        add((term(quad.subject), term(quad.predicate), term(quad.object)), graph)
    return graph
