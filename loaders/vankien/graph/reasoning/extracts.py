"""Store → what a reasoner is given: the facts that the definitions speak of, in small independent parts, and the marks
that OWL cannot find out by itself, because it concludes nothing from what is not said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode

from vankien.graph.reasoning.axioms import Axioms, Fact
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import OA, PROV, RDF, VK, VK_IRI

LINKING = (VK.target, VK.programme, VK.evidence, VK.partOf, VK.implements, VK.establishedBy, PROV.wasGeneratedBy)
"""The properties of the definitions that join two things of the documents."""

VALUES = (VK.verdict, VK.mode)
"""The properties of the definitions whose values are entries of a list."""

PART_SIZE = 1500
"""How many facts are given to the reasoner at a time, unless more of them hang together."""

MET = ("met", "exceeded")
"""The verdicts after which a target is not overdue."""


def is_told(graph: NamedNode) -> bool:
    """True for the graphs that say something of the documents' world: theirs, and what is computed from them."""
    return is_document(graph) or graph.value.endswith("/graph/computed")


def store_facts(store: Store, axioms: Axioms) -> dict[Fact, NamedNode]:
    """Every triple of the documents and of what is computed between two IRIs that the ontology knows the property of, with the first graph that
    holds it. Text selectors are left out."""
    facts: dict[Fact, NamedNode] = {}
    for graph in store.graphs():
        if not is_told(graph):
            continue
        for quad in store.quads(graph):
            s, p, o = quad.subject, quad.predicate, quad.object
            if not isinstance(s, NamedNode) or not isinstance(o, NamedNode) or p == OA.hasSelector:
                continue
            if o in axioms.classes if p == RDF.type else p in axioms.properties:
                facts.setdefault((s, p, o), graph)
    return facts


def skeleton(facts: Iterable[Fact]) -> list[Fact]:
    """The facts that the definitions speak of: their properties, and the classes of what these join."""
    facts = list(facts)
    told = {*LINKING, *VALUES}
    links = [f for f in facts if f[1] in told and not (f[1] == VK.evidence and not _contribution(f[0]))]
    nodes = {n for s, _, o in links for n in (s, o)} | {s for s, p, o in facts if p == RDF.type and o == VK.Target}
    return [*links, *(f for f in facts if f[1] == RDF.type and f[0] in nodes)]


def _contribution(node: NamedNode) -> bool:
    """Evidence matters to the definitions only where a contribution has it."""
    return "/id/contribution/" in node.value


def parts(facts: Collection[Fact], size: int = PART_SIZE) -> Iterator[list[Fact]]:
    """Divide facts into parts that have nothing but list entries in common, each of about `size` facts or a bit more.

    What follows from one part cannot depend on another, so that each may be reasoned about alone.
    """
    root: dict[NamedNode, NamedNode] = {}

    def find(node: NamedNode) -> NamedNode:
        while (up := root.setdefault(node, node)) != node:
            root[node] = node = root[up]
        return node

    for s, p, o in facts:
        if p != RDF.type and not _listed(o) and not _listed(s):
            root[find(s)] = find(o)
    by_root: dict[NamedNode, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=str):
        by_root[find(fact[0])].append(fact)
    part: list[Fact] = []
    for connected in sorted(by_root.values(), key=str):
        if part and len(part) + len(connected) > size:
            yield part
            part = []
        part = part + connected
    if part:
        yield part


def _listed(node: NamedNode) -> bool:
    return node.value.startswith(VK_IRI + "concept/")


# --- marks ----------------------------------------------------------------------------------------------------

_LAST_DATE = """
SELECT (MAX(?date) AS ?last) WHERE { ?text vk:textOf ?document . ?document eli:date_document ?date }
"""
_TARGETS = """
SELECT DISTINCT ?target ?indicator ?deadline ?byProgramme WHERE {
  ?target a vk:Target ; vk:indicator ?indicator .
  OPTIONAL { ?target vk:deadline ?deadline }
  BIND(EXISTS { ?target vk:setBy/rdf:type vk:Programme } AS ?byProgramme)
}
"""
_SERVED = """
SELECT DISTINCT ?served WHERE {
  ?contribution a vk:Contribution ; vk:indicator ?indicator . OPTIONAL { ?contribution vk:target ?target }
  BIND(COALESCE(?target, ?indicator) AS ?served)
}
"""
_MET = f"""
SELECT DISTINCT ?met WHERE {{
  VALUES ?verdict {{ {" ".join(f"<{VK_IRI}concept/verdicts/{key}>" for key in MET)} }}
  ?assessment a vk:Assessment ; vk:verdict ?verdict ; vk:target|vk:indicator ?met
}}
"""


def last_date(store: Store) -> date | None:
    """The date of the newest document that was loaded; None when no document has one."""
    for (value,) in store.rows(_LAST_DATE):
        if isinstance(value, Literal):
            return date.fromisoformat(value.value[:10])
    return None


def marks(store: Store, as_of: date | None) -> set[Fact]:
    """What holds of the targets as far as the loaded documents go: `vk:PastDeadline` (the deadline lies before
    `as_of`), `vk:NotReportedMet` (no verdict of met or exceeded on the target or its indicator), `vk:Unserved` (no
    programme set it, and none contributes to it, nor to its indicator without naming a target)."""
    served = {served for (served,) in store.rows(_SERVED)}
    met = {met for (met,) in store.rows(_MET)}
    found: set[Fact] = set()
    for target, indicator, deadline, by_programme in store.rows(_TARGETS):
        if not isinstance(target, NamedNode):
            continue
        if as_of and isinstance(deadline, Literal) and deadline.value[:10] < as_of.isoformat():
            found.add((target, RDF.type, VK.PastDeadline))
        if not {target, indicator} & met:
            found.add((target, RDF.type, VK.NotReportedMet))
        if not {target, indicator} & served and not (
            isinstance(by_programme, Literal) and by_programme.value == "true"
        ):
            found.add((target, RDF.type, VK.Unserved))
    return found
