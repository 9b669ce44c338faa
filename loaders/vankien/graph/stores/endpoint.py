"""A store that is a SPARQL 1.1 endpoint: asked and changed over HTTP, with the same methods as `Store`.

Which of its changes are atomic depends on the server: see ``docs/stores.md``.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, QueryResultsFormat, RdfFormat

from vankien.errors import BadUsage, QueryError, StoreError
from vankien.graph.stores.address import Address
from vankien.graph.stores.store import Result, Row, Store, as_rows, one_line, update_of
from vankien.graph.stores.wire import Wire
from vankien.graph.terms.vocabulary import PREFIXES, XSD

_DOCUMENTS = re.compile(r".*/graph/[^/#?]+")
"""The graphs that are ours; an endpoint may hold others, and Virtuoso always does. See `Iris.graph`."""

BATCH = 2_000
"""Triples in one request to a server that takes no long ones. Virtuoso compiles a request into a procedure, and gives up
at some ten thousand lines."""

_PAGE = 500
"""How many nodes are asked about in one request."""

_NO_UNION = """ASK { { SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER(REGEX(STR(?g), "/graph/[^/#?]+$")) } LIMIT 50 }
FILTER NOT EXISTS { ?s ?p ?o } }"""
"""True where a default graph lacks what named graphs hold."""

_IN_ORDER = 'DEFINE sql:select-option "order" '
"""Virtuoso takes minutes for some of our queries unless told to join in the order in which they are written."""

_ASK = "__ASK_RETVAL"
"""The column in which Virtuoso answers ASK, in the place of the standard's ``boolean``."""

_CANONICAL = frozenset(t.value for t in (XSD.decimal, XSD.integer, XSD.boolean))

_Parameters = Mapping[str, str | Sequence[str]]


class Endpoint(Store):
    """An endpoint, open. Made by `open_store` from an `Address`."""

    def __init__(self, address: Address, read_only: bool) -> None:
        super().__init__(None, None, read_only)
        self.address, self._wire = address, Wire(address)
        self._graphs: list[NamedNode] | None = None

    @property
    def place(self) -> str:
        return str(self.address)

    def close(self) -> None:
        self._wire.close()

    # --- asking -------------------------------------------------------------------------------------------

    def query(self, text: str) -> Result:
        """As `Store.query`. What the server cut off is an error, never a short answer.

        A server that is known to answer wrongly is not asked: the query runs here, over a copy of its graphs.
        """
        if self._evaluates_here:
            return self._copy.query(text)
        form = _form(text)
        pragma = _IN_ORDER if self._is_virtuoso else ""
        return self._ask(pragma + _with_prefixes(text), form, self._union)

    @property
    def _is_virtuoso(self) -> bool:
        if not self._wire.server:
            self._ask("ASK {}", ox.QueryBoolean, {})
        return "virtuoso" in self._wire.server.lower()

    @property
    def _evaluates_here(self) -> bool:
        """Whether queries run here: as ``VANKIEN_EVALUATE`` says, else for Virtuoso alone."""
        wanted = os.environ.get("VANKIEN_EVALUATE", "auto")
        if wanted not in ("auto", "here", "server"):
            raise BadUsage(f"VANKIEN_EVALUATE={wanted}: use one of auto, here, server")
        return wanted == "here" or (wanted == "auto" and self._is_virtuoso)

    @cached_property
    def _copy(self) -> Store:
        """All graphs of the endpoint that are ours, in memory."""
        inner = ox.Store()
        inner.bulk_extend(self.quads())
        return Store(inner, None, read_only=True)

    def _ask(self, text: str, form: type[Result], extra: _Parameters) -> Result:
        if form is ox.QueryTriples:
            return self._construct(text, extra)
        data, limit = self._wire.select(text, extra)
        with self._reading():
            results, rows = _canonical_results(data)
            found = ox.parse_query_results(results, format=QueryResultsFormat.JSON)
        if not isinstance(found, form):
            raise StoreError(f"{self.place}: its answer is of another kind than the query")
        if limit is not None and rows >= limit:
            raise StoreError(
                f"{self.place}: cut the answer off after {limit:,} rows; raise its limit (ResultSetMaxRows in virtuoso.ini)"
            )
        return found

    def _construct(self, text: str, extra: _Parameters) -> Result:
        data, is_turtle = self._wire.construct(text, extra)
        with self._reading():
            parsed = ox.parse(data, RdfFormat.TURTLE if is_turtle else RdfFormat.N_TRIPLES)
            held = ox.Store()
            held.bulk_extend(parsed)
        return held.query("CONSTRUCT WHERE { ?s ?p ?o }")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (SyntaxError, ValueError) as error:
            raise StoreError(f"{self.place}: its answer cannot be read ({one_line(error, 120)})") from None

    @cached_property
    def _union(self) -> _Parameters:
        """What makes the default graph of a query the union of all graphs, here: nothing where it is so already, a
        parameter that Oxigraph and those like it know, or the list of all graphs, which is the standard's way."""
        ways: tuple[_Parameters, ...] = ({}, {"union-default-graph": ""})
        for way in ways:
            with contextlib.suppress(QueryError):
                if not self._ask(_NO_UNION, ox.QueryBoolean, way):
                    return way
        names = [graph.value for graph in self.graphs()]
        return {"default-graph-uri": names, "named-graph-uri": names}

    def _select(self, text: str) -> list[Row]:
        return as_rows(self._ask(text, ox.QuerySolutions, {}))

    def graphs(self) -> list[NamedNode]:
        if self._graphs is None:
            found = (
                row[0] for row in self._select("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
            )
            ours = (g for g in found if isinstance(g, NamedNode) and _DOCUMENTS.fullmatch(g.value))
            self._graphs = sorted(ours, key=lambda graph: graph.value)
        return self._graphs

    def _count(self, graph: NamedNode) -> int:
        rows = self._select(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}")
        return int(rows[0][0].value) if rows and isinstance(rows[0][0], Literal) else 0

    def quads(self, graph: NamedNode | None = None) -> list[Quad]:
        if graph is None:
            return [quad for each in self.graphs() for quad in self.quads(each)]
        found = list(self.match(None, None, None, graph))
        if len(found) != (wanted := self._count(graph)):
            raise StoreError(
                f"{self.place}: gave {len(found):,} of the {wanted:,} triples in {graph}; raise its limit of rows, or ask "
                "again when nobody writes"
            )
        return found

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        given = (subject, predicate, object, graph)
        asked = [f"?{name}" if term is None else str(term) for name, term in zip("spog", given, strict=True)]
        variables = [name for name in asked if name.startswith("?")]
        where = f"GRAPH {asked[3]} {{ {' '.join(asked[:3])} }}"
        if not variables:
            yes = bool(self._ask(f"ASK {{ {where} }}", ox.QueryBoolean, {}))
            rows: list[Row] = [()] if yes else []
        else:
            rows = self._select(f"SELECT {' '.join(variables)} WHERE {{ {where} }}")
        for row in rows:
            rest = iter(row)
            quad = Quad(*(next(rest) if term is None else term for term in given))  # type: ignore[arg-type]
            if isinstance(quad.graph_name, NamedNode) and _DOCUMENTS.fullmatch(quad.graph_name.value):
                yield quad

    def match_all(self, subjects: Collection[NamedNode], predicate: NamedNode) -> list[Quad]:
        found, nodes = [], sorted(subjects, key=lambda node: node.value)
        for start in range(0, len(nodes), _PAGE):
            values = " ".join(map(str, nodes[start : start + _PAGE]))
            text = f"SELECT ?s ?o ?g WHERE {{ VALUES ?s {{ {values} }} GRAPH ?g {{ ?s {predicate} ?o }} }}"
            found += [Quad(s, predicate, o, g) for s, o, g in self._select(text)]  # type: ignore[arg-type]
        return found

    def dump(self) -> bytes:
        return ox.serialize(self.quads(), format=RdfFormat.N_QUADS) or b""

    def __len__(self) -> int:
        return sum(map(self._count, self.graphs()))

    # --- changing -----------------------------------------------------------------------------------------

    def replace_graphs(self, graphs: Mapping[NamedNode, Iterable[Quad]], add: Iterable[Quad] = ()) -> None:
        """As `Store.replace_graphs`, but as atomic as the server is: one request where it takes any length, else graph
        by graph, each put as a whole (Graph Store Protocol) or in several requests, what is derived from others last.
        """
        if self.read_only:
            raise StoreError(f"{self.place}: opened for reading only")
        self._graphs = None
        for known in ("_union", "_copy"):
            self.__dict__.pop(known, None)
        if self.address.graphs:
            self._put(graphs, add)
        elif not self._is_virtuoso:
            self._wire.update(update_of(graphs, add))
        else:
            for request in _requests(graphs, add):
                self._wire.update(request)

    def _put(self, graphs: Mapping[NamedNode, Iterable[Quad]], add: Iterable[Quad]) -> None:
        for graph, quads in graphs.items():
            triples = [ox.Triple(q.subject, q.predicate, q.object) for q in quads]
            if triples:
                self._wire.put_graph(graph.value, ox.serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
            else:
                self._wire.update(f"DROP SILENT GRAPH {graph}")
        for request in _requests({}, add):
            self._wire.update(request)


# --- texts --------------------------------------------------------------------------------------------------


def _form(text: str) -> type[Result]:
    """The kind of answer that a query gives; raises `QueryError` as an embedded store does, before anything is sent."""
    with Store(ox.Store(), None, read_only=True) as nothing:
        return type(nothing.query(text))


def _with_prefixes(text: str) -> str:
    """A query with those of our prefixes that it uses and does not declare, on its first line."""
    missing = [
        f"PREFIX {name}: <{iri}>"
        for name, iri in PREFIXES.items()
        if re.search(rf"(?<![\w:.-]){name}:", text)
        and not re.search(rf"\bPREFIX\s+{name}\s*:", text, flags=re.IGNORECASE)
    ]
    return " ".join([*missing, text])


def _requests(graphs: Mapping[NamedNode, Iterable[Quad]], add: Iterable[Quad]) -> Iterator[str]:
    """The same change in several requests of at most `BATCH` triples: each graph is dropped with its first."""
    for graph, quads in graphs.items():
        held = [Quad(q.subject, q.predicate, q.object, graph) for q in quads]
        yield update_of({graph: held[:BATCH]}, ())
        for start in range(BATCH, len(held), BATCH):
            yield update_of({}, held[start : start + BATCH])
    added = list(add)
    for start in range(0, len(added), BATCH):
        yield update_of({}, added[start : start + BATCH])


# --- answers ------------------------------------------------------------------------------------------------


def _canonical_results(data: bytes) -> tuple[bytes, int]:
    """SPARQL JSON with numbers and truth values as the embedded store writes them, and how many rows it has.

    Raises `ValueError` for what is no SPARQL JSON.
    """
    results = json.loads(data)
    try:
        if results["head"].get("vars") == [_ASK]:
            truth = [row[_ASK]["value"] in ("1", "true") for row in results["results"]["bindings"]]
            results = {"head": {}, "boolean": truth == [True]}
        bindings = results["results"]["bindings"] if "boolean" not in results else []
        for binding in bindings:
            for term in binding.values():
                if term.get("datatype") in _CANONICAL:
                    term["value"] = _canonical(term["value"], term["datatype"])
    except (AttributeError, KeyError, TypeError):
        raise ValueError("no SPARQL results") from None
    return json.dumps(results, ensure_ascii=False).encode(), len(bindings)


@lru_cache(maxsize=1 << 16)
def _canonical(value: str, datatype: str) -> str:
    """A literal's text as the embedded store writes it.

    >>> _canonical("57.0", XSD.decimal.value), _canonical("1", XSD.boolean.value)
    ('57', 'true')
    """
    held, node = ox.Store(), NamedNode("urn:x")
    held.add(Quad(node, node, Literal(value, datatype=NamedNode(datatype))))
    term = next(iter(held)).object
    return term.value if isinstance(term, Literal) else value
