"""Reasoning: is the graph consistent with the ontology, and what follows from it? The answer goes to a graph of its own,
``graph/inferred``, which is replaced as a whole, so that what was read and what was inferred never mix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.reasoning.axioms import Axioms, Fact, classes_of, excluding, ontology
from vankien.graph.reasoning.extracts import is_told, last_date, marks, parts, skeleton, store_facts
from vankien.graph.reasoning.hermit import run_hermit
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, label
from vankien.graph.terms.vocabulary import PROV, RDF, RDFS, VK, VOID, last_part
from vankien.model import Finding

CLASSES = (VK.MissedTarget, VK.LaggingTarget, VK.OverdueTarget, VK.OrphanTarget, VK.EvidencedProgramme)
"""The classes whose members are inferred."""

PROPERTIES = (VK.withinProgramme, VK.carriesOut, VK.serves)
"""The properties whose pairs are inferred."""


@dataclass(frozen=True, slots=True)
class Reasoned:
    """What reasoning found: problems; the triples that follow, sorted; the date of reference for deadlines."""

    findings: tuple[Finding, ...]
    inferred: tuple[Fact, ...]
    as_of: date | None

    def counts(self) -> dict[NamedNode, int]:
        """How many members each class and how many pairs each property got."""
        terms = (o if p == RDF.type else p for _, p, o in self.inferred)
        found = dict.fromkeys((*CLASSES, *PROPERTIES), 0)
        for term in terms:
            found[term] += 1
        return found


# --- contradictions -----------------------------------------------------------------------------------------


def _name_and_line(store: Store, node: NamedNode) -> tuple[str, int | None]:
    """The label of a node, and the line of its evidence."""
    query = f"""SELECT ?label ?line WHERE {{
      OPTIONAL {{ {node} rdfs:label|skos:prefLabel ?label }} OPTIONAL {{ {node} vk:evidence/vk:line ?line }}
    }} ORDER BY ?line ?label LIMIT 1"""
    for name, line in store.rows(query):
        return (
            name.value if isinstance(name, Literal) else last_part(node.value),
            int(line.value) if isinstance(line, Literal) else None,
        )
    return last_part(node.value), None


def _clash(
    store: Store, axioms: Axioms, node: NamedNode, pair: tuple[NamedNode, NamedNode], graph: NamedNode
) -> Finding:
    name, line = _name_and_line(store, node)
    vi, en = ([axioms.label(c, language) for c in pair] for language in ("vi", "en"))
    return Finding(
        "disjoint-classes",
        "Violation",
        last_part(graph.value),
        line,
        f"“{name}” vừa là {vi[0]} vừa là {vi[1]}, hai loại loại trừ nhau",
        f"“{name}” is both {en[0]} and {en[1]}, which exclude each other",
        node.value,
    )


def clashes(store: Store, axioms: Axioms, facts: Mapping[Fact, NamedNode]) -> list[Finding]:
    """The nodes that the documents put in two classes that exclude each other, by types, domains and ranges."""
    home = {node: graph for (s, _, o), graph in reversed([*facts.items()]) for node in (o, s)}
    found = ((node, excluding(classes, axioms)) for node, classes in classes_of(facts, axioms).items())
    return sorted(
        (_clash(store, axioms, node, pair, home[node]) for node, pair in found if pair is not None),
        key=lambda f: (f.report, f.line or 0, f.subject),
    )


def _contradiction(part: Iterable[Fact], facts: Mapping[Fact, NamedNode]) -> Finding:
    graph = min((facts[f].value for f in part if f in facts), default="")
    return Finding(
        "inconsistent",
        "Violation",
        last_part(graph),
        None,
        "Bộ suy luận tìm thấy mâu thuẫn với ontology mà không một cặp loại nào giải thích được",
        "The reasoner finds a contradiction with the ontology that no single pair of classes explains",
        graph,
    )


def _empty_class(axioms: Axioms, cls: NamedNode) -> Finding:
    return Finding(
        "unsatisfiable-class",
        "Violation",
        "ontology",
        None,
        f"Không gì có thể thuộc loại {axioms.label(cls, 'vi')}: định nghĩa của nó tự mâu thuẫn",
        f"Nothing can belong to the class {axioms.label(cls, 'en')}: its definition contradicts itself",
        cls.value,
    )


# --- reasoning ------------------------------------------------------------------------------------------------


def _by_document(facts: Mapping[Fact, NamedNode]) -> list[list[Fact]]:
    """All facts but the evidence, document by document, with what other documents say of the classes of their nodes."""
    documents: dict[NamedNode, list[Fact]] = {}
    types: dict[NamedNode, list[Fact]] = {}
    for fact, graph in facts.items():
        if "/id/evidence/" not in fact[0].value and fact[1] != VK.evidence:
            documents.setdefault(graph, []).append(fact)
        if fact[1] == RDF.type:
            types.setdefault(fact[0], []).append(fact)
    return [
        sorted({*held, *(t for f in held for n in (f[0], f[2]) for t in types.get(n, ()))}, key=str)
        for _, held in sorted(documents.items(), key=lambda item: item[0].value)
    ]


def reason(store: Store, as_of: date | None = None, *, full: bool = False, axioms: Axioms | None = None) -> Reasoned:
    """Check the ontology and the documents of a store, and infer what the definitions of the ontology say of them.

    Deadlines are compared with `as_of`, by default the date of the newest document. HermiT is given what the
    definitions speak of, in independent parts; with `full` also every document as a whole, for the check alone. After a
    contradiction nothing is inferred. Raises `MissingTool` without Java and `VankienError` when HermiT fails.
    """
    axioms = axioms or ontology()
    as_of = as_of or last_date(store)
    facts = store_facts(store, axioms)
    findings = clashes(store, axioms, facts)
    divided = [] if findings else list(parts({*skeleton(facts), *marks(store, as_of)}))
    inferred: set[Fact] = set()
    empty: set[NamedNode] = set()
    for part in ([], *divided):
        outcome = run_hermit(axioms, part, CLASSES, PROPERTIES)
        inferred |= outcome.members | outcome.pairs
        empty |= set(outcome.empty_classes)
        findings += [] if outcome.consistent else [_contradiction(part, facts)]
    findings += [_empty_class(axioms, cls) for cls in sorted(empty, key=str)]
    if full and not findings:
        findings += [_contradiction(d, facts) for d in _by_document(facts) if not run_hermit(axioms, d).consistent]
    return Reasoned(tuple(findings), tuple(sorted(inferred, key=str)) if not findings else (), as_of)


def to_graph(store: Store, result: Reasoned, base: str | None = None) -> tuple[NamedNode, tuple[Quad, ...]]:
    """The named graph ``graph/inferred`` with what was inferred, the graphs it follows from, and the date of reference."""
    iris = Iris(base)
    sheet = Sheet(iris.graph("inferred"))
    for s, p, o in result.inferred:
        sheet.add(s, p, o)
    sheet.typed(sheet.graph, VOID.Dataset)
    sheet.add(sheet.graph, PROV.wasDerivedFrom, *(g for g in store.graphs() if is_told(g)))
    if result.as_of is not None:
        day = result.as_of.isoformat()
        sheet.add(sheet.graph, RDFS.comment, label(f"Tính đến {day}"), label(f"As of {day}", "en"))
    return sheet.graph, sheet.quads()


def save(store: Store, result: Reasoned, base: str | None = None) -> int:
    """Replace ``graph/inferred`` by what was inferred, in one atomic update; gives the number of triples.

    Raises `StoreError` when the store cannot be written; then nothing has changed.
    """
    graph, quads = to_graph(store, result, base)
    store.replace_graph(graph, quads)
    return len(quads)
