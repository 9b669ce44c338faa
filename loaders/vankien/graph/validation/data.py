"""The data that pySHACL reads: a graph of rdflib whose store holds one graph, and whose queries Oxigraph answers.

Half of a validation was rdflib asking in which graph a triple stands, and parsing the same queries for each document; a
quarter of what was left was rdflib answering the queries.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.plugins.stores.memory import SimpleMemory
from rdflib.query import Result
from rdflib.term import Node, Variable

from vankien.graph.terms.vocabulary import RDF, XSD

_TYPE = URIRef(RDF.type.value)
_NAMES = (URIRef, BNode)


class _OneGraph(SimpleMemory):
    """rdflib's store of a single graph. pySHACL takes only stores that know of several, often asks whether one holds
    anything, for which this one does not count all its triples, and most often asks for the values of a node, which this
    one keeps at hand."""

    context_aware = True
    graph_aware = True

    def __init__(self) -> None:
        super().__init__()
        self._values: dict[tuple[Node, Node], dict[Node, None]] = {}
        self._size = 0

    def add(self, triple: Any, context: Any, quoted: bool = False) -> None:
        subject, predicate, value = triple
        values = self._values.setdefault((subject, predicate), {})
        if value not in values:
            values[value] = None
            self._size += 1
            super().add(triple, context, quoted)

    def remove(self, triple_pattern: Any, context: Any = None) -> None:
        for (subject, predicate, value), _ in list(self.triples(triple_pattern)):
            del self._values[subject, predicate][value]
            self._size -= 1
        super().remove(triple_pattern, context)

    def values_of(self, subject: Node, predicate: Node) -> Iterator[Node]:
        """The objects of a subject and a predicate, in the order in which they were added."""
        return iter(self._values.get((subject, predicate), ()))

    def __len__(self, context: Any = None) -> int:
        return self._size


@cache
def _prepared(query: str) -> Query:
    return prepareQuery(query)


class DataGraph(Graph):
    """An rdflib graph of its own store. A query is answered by Oxigraph from the same triples, which takes a tenth of the
    time that rdflib takes, and by rdflib once the graph has changed or where Oxigraph does not answer it."""

    store: _OneGraph

    def __init__(self) -> None:
        super().__init__(_OneGraph())
        self._quads: Sequence[Quad] = ()
        self._size = -1
        self._asked: ox.Store | None = None
        self._examined: frozenset[Node] | None = None

    def hold(self, quads: Sequence[Quad], size: int) -> None:
        """Remember the triples that the graph was made of, and how many they are."""
        self._quads, self._size = quads, size

    def examine(self, iris: Iterable[str]) -> None:
        """Let the shapes of a class look at these nodes only: of the others the graph knows no more than the type, which
        would be found lacking everything else."""
        self._examined = frozenset(URIRef(iri) for iri in iris)

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Generator[Any]:
        """As of `rdflib.Graph.subjects`; the members of a class are those to `examine`."""
        found = super().subjects(predicate, object, unique)
        if self._examined is None or predicate != _TYPE:
            return found
        return (node for node in found if node in self._examined)

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Any]:
        """As of `rdflib.Graph.objects`."""
        if isinstance(subject, _NAMES) and isinstance(predicate, URIRef):
            yield from self.store.values_of(subject, predicate)
        else:
            yield from super().objects(subject, predicate, unique)

    def query(
        self,
        query_object: str | Query,
        processor: Any = "sparql",
        result: Any = "sparql",
        initNs: Mapping[str, Any] | None = None,
        initBindings: Mapping[str, Any] | None = None,
        *args: Any,
        **options: Any,
    ) -> Result:
        """The answer to a query with all its prefixes; arguments as of `rdflib.Graph.query`."""
        if isinstance(query_object, str):
            answer = None if initNs else self._answer(query_object, initBindings or {})
            if answer is not None:
                return answer
            query_object = _prepared(query_object)
        return super().query(query_object, processor, result, initNs, initBindings, *args, **options)

    def _answer(self, query: str, bound: Mapping[str, Node]) -> Result | None:
        if len(self.store) != self._size or not all(isinstance(node, URIRef) for node in bound.values()):
            return None
        if self._asked is None:
            self._asked = ox.Store()
            self._asked.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in self._quads)
        given: dict[ox.Variable, Any] = {ox.Variable(name): NamedNode(str(node)) for name, node in bound.items()}
        try:
            found = self._asked.query(query, substitutions=given)
        except (SyntaxError, ValueError):
            return None
        if not isinstance(found, ox.QuerySolutions):
            return None
        names = [variable.value for variable in found.variables]
        rows: list[Mapping[Variable, Any]] = [
            {Variable(name): _node(value) for name, value in zip(names, row, strict=True) if value is not None}
            | {Variable(name): node for name, node in bound.items() if name in names}
            for row in found
        ]
        answer = Result("SELECT")
        answer.vars, answer.bindings = [Variable(name) for name in names], rows
        return answer


def _node(value: Any) -> Node:
    """A term of Oxigraph as one of rdflib."""
    if isinstance(value, NamedNode):
        return URIRef(value.value)
    if isinstance(value, ox.BlankNode):
        return BNode(value.value)
    if value.language:
        return Literal(value.value, lang=value.language)
    plain = value.datatype == XSD.string
    return Literal(value.value, datatype=None if plain else URIRef(value.datatype.value))


def quads_to_graph(quads: Iterable[Quad]) -> DataGraph:
    """A graph of the triples of some quads; terms that occur often are made once."""
    quads = list(quads)
    made: dict[Any, Node] = {}

    def term(value: Any) -> Node:
        node = made.get(value)
        if node is None:
            made[value] = node = _node(value)
        return node

    graph = DataGraph()
    add = graph.store.add
    for quad in quads:
        add((term(quad.subject), term(quad.predicate), term(quad.object)), graph)
    graph.hold(quads, len(graph.store))
    return graph
