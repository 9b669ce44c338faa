"""The graph as a network: which programme serves which target, who is in charge, what is left without a programme.

`network` reads nodes and edges from a store; the questions are functions over them; `to_networkx` and
``network_files.py`` hand it on to networkx, GraphML and GEXF.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode, Quad

from vankien.errors import QueryError
from vankien.graph.reasoning.extracts import is_told
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import base_iri
from vankien.graph.terms.vocabulary import RDF, RDFS, SKOS, VK, VK_IRI, last_part

if TYPE_CHECKING:
    import networkx

SEED = 20
"""The seed of the search for communities, so that it always finds the same ones."""

KINDS: dict[NamedNode, str] = {
    VK.Programme: "programme",
    VK.Target: "target",
    VK.Indicator: "indicator",
    VK.Congress: "congress",
    VK.Document: "document",
    VK.Body: "body",
}
"""The kinds of nodes; a thing of two classes is what comes first."""

DIRECT = {
    VK.setBy: "setBy",
    VK.establishedBy: "establishedBy",
    VK.partOf: "partOf",
    VK.implements: "implements",
    VK.basedOn: "basedOn",
    VK.amends: "amends",
    VK.cites: "cites",
    VK.issuedBy: "issuedBy",
    VK.indicator: "indicator",
}
"""The properties that are edges, all of them stated."""

BEHIND = frozenset({"missed", "not-yet-met", "at-risk"})
"""The verdicts that say that a target was missed, or may be."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A thing: IRI, Vietnamese label, kind, and for targets the verdicts that documents gave."""

    iri: str
    label: str
    kind: str
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """An arrow: what joins the two, and whether a document states it, reports it, or a rule inferred it."""

    source: str
    target: str
    relation: str
    mode: str


@dataclass(frozen=True)
class Network:
    """Nodes and edges, sorted; every edge joins two of the nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def by_iri(self) -> Mapping[str, Node]:
        """The nodes by IRI."""
        return {n.iri: n for n in self.nodes}

    def of(self, kind: str) -> list[Node]:
        """The nodes of one kind."""
        return [n for n in self.nodes if n.kind == kind]


@dataclass(frozen=True, slots=True)
class Found:
    """One line of an answer: a node, and the nodes that it is counted by."""

    node: Node
    by: tuple[Node, ...]


# --- reading --------------------------------------------------------------------------------------------------

_Objects = dict[NamedNode, dict[NamedNode, set[NamedNode]]]


def _objects(quads: Iterable[Quad]) -> tuple[_Objects, dict[NamedNode, str]]:
    """What each node leads to, by property; and the Vietnamese labels."""
    objects: _Objects = defaultdict(lambda: defaultdict(set))
    labels: dict[NamedNode, str] = {}
    for q in quads:
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode):
            objects[q.subject][q.predicate].add(q.object)
        elif (
            isinstance(q.subject, NamedNode)
            and isinstance(q.object, Literal)
            and q.predicate in (RDFS.label, SKOS.prefLabel)
            and q.object.language == "vi"
        ):
            labels[q.subject] = min(labels.get(q.subject, q.object.value), q.object.value)
    return objects, labels


def _contributions(objects: _Objects) -> Iterable[Edge]:
    """Programme → target or indicator, as a document says; programme → target of the same place that has the indicator,
    as inferred."""
    owners: dict[tuple[NamedNode, NamedNode | None], set[NamedNode]] = defaultdict(set)
    for node, held in objects.items():
        if VK.Target in held[RDF.type]:
            for pair in product(held[VK.indicator], held[VK.scope] or (None,)):
                owners[pair].add(node)
    for held in list(objects.values()):
        if VK.Contribution not in held[RDF.type]:
            continue
        mode = min((last_part(m.value) for m in held[VK.mode]), default="inferred")
        for programme in held[VK.programme]:
            for target in held[VK.target]:
                yield Edge(programme.value, target.value, "serves", mode)
            for indicator in held[VK.indicator] if not held[VK.target] else ():
                yield Edge(programme.value, indicator.value, "contributes", mode)
                there = (target for place in held[VK.place] or (None,) for target in owners.get((indicator, place), ()))
                yield from (Edge(programme.value, target.value, "serves", "inferred") for target in there)


def _assignments(objects: _Objects) -> Iterable[Edge]:
    """Body → the programme or document that it leads or coordinates."""
    for held in list(objects.values()):
        if VK.Assignment in held[RDF.type]:
            for role in held[VK.role]:
                for body in held[VK.body]:
                    yield from (Edge(body.value, t.value, last_part(role.value), "stated") for t in held[VK.task])


def _direct(objects: _Objects) -> Iterable[Edge]:
    for node, held in list(objects.items()):
        if VK.Contribution in held[RDF.type] or VK.Assessment in held[RDF.type]:
            continue
        for predicate, relation in DIRECT.items():
            yield from (Edge(node.value, o.value, relation, "stated") for o in held.get(predicate, ()))


def _strongest(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge for each pair and relation: what is stated goes before what is reported, and that before what is
    inferred."""
    order = {"stated": 0, "reported": 1, "computed": 2, "inferred": 3}
    best: dict[tuple[str, str, str], Edge] = {}
    for edge in sorted(edges, key=lambda e: (order.get(e.mode, 9), e)):
        best.setdefault((edge.source, edge.target, edge.relation), edge)
    return tuple(sorted(best.values()))


def network(store: Store) -> Network:
    """Read the network of programmes, targets, indicators, congresses, documents and bodies from a store.

    Indicators that no target or programme has are left out.
    """
    quads = (q for g in store.graphs() if is_told(g) for q in store.quads(g))
    objects, labels = _objects(quads)
    verdicts: dict[NamedNode, set[str]] = defaultdict(set)
    for held in objects.values():
        for target in held[VK.target] if VK.Assessment in held[RDF.type] else ():
            verdicts[target] |= {last_part(v.value) for v in held[VK.verdict]}
    nodes = {}
    for node, held in objects.items():
        kind = next((k for cls, k in KINDS.items() if cls in held[RDF.type]), None)
        if kind:
            label = labels.get(node, last_part(node.value))
            nodes[node.value] = Node(node.value, label, kind, tuple(sorted(verdicts.get(node, ()))))
    edges = (*_direct(objects), *_contributions(objects), *_assignments(objects))
    joined = _strongest(e for e in edges if e.source in nodes and e.target in nodes and e.source != e.target)
    ends = {n for e in joined for n in (e.source, e.target)}
    return Network(tuple(sorted(n for n in nodes.values() if n.kind != "indicator" or n.iri in ends)), joined)


# --- questions --------------------------------------------------------------------------------------------------


def _gathered(net: Network, relations: set[str], *, by_source: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for e in net.edges:
        if e.relation in relations:
            found[e.source if by_source else e.target].add(e.target if by_source else e.source)
    return found


def _ranked(net: Network, found: Mapping[str, set[str]], least: int = 1) -> list[Found]:
    rows = [Found(net.by_iri[n], tuple(sorted(net.by_iri[o] for o in others))) for n, others in found.items()]
    return sorted((r for r in rows if len(r.by) >= least), key=lambda r: (-len(r.by), r.node.label, r.node.iri))


def orphans(net: Network) -> list[Found]:
    """The targets that no programme set and none serves, neither directly nor by their indicator; with their setters."""
    served = set(_gathered(net, {"serves"}, by_source=False))
    setters = _gathered(net, {"setBy"}, by_source=True)
    alone = [
        Found(t, tuple(sorted(net.by_iri[s] for s in setters.get(t.iri, ()))))
        for t in net.of("target")
        if t.iri not in served
    ]
    left = (f for f in alone if not any(s.kind == "programme" for s in f.by))
    return sorted(left, key=lambda f: ([s.label for s in f.by], f.node.label, f.node.iri))


def carriers(net: Network) -> list[Found]:
    """Programmes with the targets that they serve or set, those with the most first."""
    return _ranked(net, {n: t for n, t in _targets_of(net).items() if net.by_iri[n].kind == "programme"})


def _targets_of(net: Network) -> dict[str, set[str]]:
    """The targets that a programme serves, or that a programme, document or congress set."""
    found = _gathered(net, {"serves"}, by_source=True)
    for setter, things in _gathered(net, {"setBy"}, by_source=False).items():
        found[setter] |= {t for t in things if net.by_iri[t].kind == "target"}
    return {n: targets for n, targets in found.items() if targets}


def shared_targets(net: Network) -> list[Found]:
    """Targets that two or more programmes serve, with these."""
    return _ranked(net, _gathered(net, {"serves"}, by_source=False), least=2)


def bodies_behind(net: Network) -> list[Found]:
    """Bodies that lead programmes or documents whose targets are missed or at risk, with these targets."""
    targets_of = _targets_of(net)
    found: dict[str, set[str]] = defaultdict(set)
    for body, tasks in _gathered(net, {"lead"}, by_source=True).items():
        targets = {t for task in tasks for t in targets_of.get(task, ())}
        found[body] = {t for t in targets if BEHIND & set(net.by_iri[t].verdicts)}
    return _ranked(net, found)


# --- networkx ---------------------------------------------------------------------------------------------------


def to_networkx(net: Network) -> networkx.MultiDiGraph[str]:
    """The network for networkx: nodes by IRI with label, kind and verdicts, edges with relation and mode."""
    import networkx as nx

    graph: Any = nx.MultiDiGraph()
    for n in net.nodes:
        graph.add_node(n.iri, label=n.label, kind=n.kind, verdicts=" ".join(n.verdicts))
    for e in net.edges:
        graph.add_edge(e.source, e.target, key=e.relation, relation=e.relation, label=e.relation, mode=e.mode)
    return graph


def communities(net: Network) -> list[tuple[Node, ...]]:
    """Groups that hang together more closely than with the rest (Louvain, undirected, fixed seed), largest first;
    nodes that nothing is joined to are left out."""
    import networkx as nx

    plain: Any = nx.Graph()
    plain.add_edges_from(sorted({tuple(sorted((e.source, e.target))) for e in net.edges}))
    if not plain:
        return []
    groups = [tuple(sorted(net.by_iri[n] for n in g)) for g in nx.community.louvain_communities(plain, seed=SEED)]
    return sorted(groups, key=lambda g: (-len(g), g))


def hub(net: Network, group: Iterable[Node]) -> Node:
    """The node of a group with the most edges."""
    inside = {n.iri for n in group}
    degree: dict[str, int] = dict.fromkeys(sorted(inside), 0)
    for e in net.edges:
        if e.source in inside and e.target in inside:
            degree[e.source] += 1
            degree[e.target] += 1
    return net.by_iri[max(degree, key=lambda n: degree[n])]


def find_node(net: Network, name: str, base: str | None = None) -> Node:
    """A node by IRI, by its IRI without the base (``programme/key``), or by its whole label.

    Raises `QueryError` when there is none or the label fits several.
    """
    iris = (name, f"{base_iri(base)}id/{name}", f"{base_iri(base)}{name}", f"{VK_IRI}concept/{name}")
    for iri in iris:
        if iri in net.by_iri:
            return net.by_iri[iri]
    named = [n for n in net.nodes if n.label.casefold() == name.casefold()]
    if len(named) == 1:
        return named[0]
    reason = f"{len(named)} nodes have this label: {', '.join(n.iri for n in named[:3])}" if named else "no such node"
    raise QueryError(f"{name!r}: {reason}; name it by its IRI, or by kind and key such as programme/key")


def shortest_path(net: Network, start: Node, end: Node) -> list[tuple[Node, Edge | None]]:
    """A shortest way between two nodes, whatever the direction of the edges: each node with the edge that led to it.

    Of several, the first by IRIs. Raises `QueryError` when there is none.
    """
    import networkx as nx

    plain: Any = nx.Graph()
    plain.add_nodes_from(n.iri for n in net.nodes)
    for e in net.edges:
        if not plain.has_edge(e.source, e.target):
            plain.add_edge(e.source, e.target, edge=e)
    try:
        way = nx.shortest_path(plain, start.iri, end.iri)
    except nx.NetworkXNoPath:
        raise QueryError(f"nothing joins “{start.label}” and “{end.label}”") from None
    edges = [None, *(plain.edges[a, b]["edge"] for a, b in pairwise(way))]
    return [(net.by_iri[n], e) for n, e in zip(way, edges, strict=True)]
