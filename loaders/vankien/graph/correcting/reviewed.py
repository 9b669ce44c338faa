"""The graph of one document → its facts as a person reviews them: what each says, where, how it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from vankien.graph.correcting.corrections import Anchor, Triple, quote_hash
from vankien.graph.serialising.diff import KINDS
from vankien.graph.terms.sheet import Term
from vankien.graph.terms.vocabulary import (
    DCTERMS,
    ELI,
    OA,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VK,
    VK_IRI,
    last_part,
    read_lexicon,
)


@dataclass(frozen=True, slots=True)
class ReviewKind:
    """A kind of fact that people review: its name, in Vietnamese too, its class, and the fields that can be edited."""

    name: str
    vi: str
    cls: NamedNode
    editable: tuple[str, ...]


_EDITABLE = {
    "target": ("value", "comparator", "upper", "unit", "period", "indicator", "programme", "scope"),
    "observation": ("value", "comparator", "upper", "unit", "period", "indicator", "scope"),
    "assessment": ("value", "period", "indicator"),
    "programme": ("programme",),
    "contribution": ("programme", "indicator"),
    "relation": (),
    "assignment": (),
    "citation": (),
}
REVIEW_KINDS: dict[str, ReviewKind] = {
    k.name: ReviewKind(k.name, k.vi, k.cls, _EDITABLE[k.name]) for k in KINDS if k.name in _EDITABLE
}
"""The kinds by name."""
ADDABLE = ("target", "observation", "assessment", "contribution")
"""The kinds of which a person can add a fact."""


class Index:
    """The triples of one graph, by subject and property, and by object."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.triples = frozenset(triples)
        self._out: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
        self._in: dict[Term, set[NamedNode]] = {}
        for s, p, o in sorted(self.triples, key=str):
            self._out.setdefault(s, {}).setdefault(p, []).append(o)
            self._in.setdefault(o, set()).add(s)

    def terms(self, node: NamedNode, predicate: NamedNode) -> list[Term]:
        """The values of a property, sorted."""
        return self._out.get(node, {}).get(predicate, [])

    def node(self, node: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """The first node that a property leads to."""
        return next((t for t in self.terms(node, predicate) if isinstance(t, NamedNode)), None)

    def text(self, node: NamedNode | None, *predicates: NamedNode) -> str:
        """The first text of the first of the properties that has one; the Vietnamese one of several languages."""
        for predicate in predicates:
            if node is None:
                break
            found = [t for t in self.terms(node, predicate) if isinstance(t, Literal)]
            if found:
                return min(found, key=lambda t: (t.language not in ("vi", None), t.value)).value
        return ""

    def name(self, node: NamedNode | None) -> str:
        """The label of a node; of a document its code."""
        return self.text(node, ELI.id_local, RDFS.label, SKOS.prefLabel) or (last_part(node.value) if node else "")

    def of(self, cls: NamedNode) -> list[NamedNode]:
        """The nodes of a class, sorted."""
        return sorted(self.to(cls, RDF.type), key=lambda n: n.value)

    def to(self, node: Term, *predicates: NamedNode) -> list[NamedNode]:
        """The nodes from which one of the properties leads here."""
        found = self._in.get(node, set())
        return [s for s in sorted(found, key=lambda n: n.value) if any(node in self.terms(s, p) for p in predicates)]

    def about(self, node: NamedNode) -> frozenset[Triple]:
        """All triples with the node as their subject."""
        return frozenset((node, p, o) for p, terms in self._out.get(node, {}).items() for o in terms)

    def pointing(self, node: NamedNode) -> frozenset[Triple]:
        """All triples with the node as their object."""
        return frozenset(
            (s, p, node) for s in self._in.get(node, ()) for p, terms in self._out[s].items() if node in terms
        )


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its node and kind, where it was read and by which rule, and what it says, each part as text.

    `cells` are the parts by the name of their column; `says` is all of it in keys, to know the fact again.
    """

    node: NamedNode
    kind: str
    report: str
    document: str
    line: int
    label: str
    quote: str
    rule: str
    repaired_from: str
    listed: bool | None
    cells: dict[str, str]
    says: str

    @property
    def anchor(self) -> Anchor:
        """What a correction of it is hung on."""
        return Anchor(self.report, self.kind, self.line, self.label, self.says, quote_hash(self.quote))


def _sign(key: str) -> str:
    concept = read_lexicon().concept("comparators", key)
    return concept.first("notation") if concept else key


def _words(cells: dict[str, str]) -> str:
    upper = f" - {cells['upper']}" if cells.get("upper") else ""
    sign = "" if cells.get("comparator") in ("=", "range", None) else cells["comparator"]
    return " ".join(f"{sign} {cells.get('value', '')}{upper} {cells.get('unit', '')}".split())


def _values(g: Index, node: NamedNode, kind: str) -> dict[str, str]:
    """The value of a fact in its columns: number, comparator, upper number, unit; of an assessment the verdict."""
    if kind == "assessment":
        return {"value": g.name(g.node(node, VK.verdict))}
    exact = g.text(node, SCHEMA.value, VK.value)
    low, high = g.text(node, SCHEMA.minValue), g.text(node, SCHEMA.maxValue)
    upper = g.text(node, VK.upperValue) or (high if low or exact else "")
    comparator = g.node(node, VK.comparator)
    return {
        "value": exact or low or high,
        "comparator": _sign(last_part(comparator.value)) if comparator else "",
        "upper": upper,
        "unit": g.text(node, SCHEMA.unitText) or g.name(g.node(node, VK.unit)),
    }


_TIMES = (VK.period, VK.asOf)
_ENDS = {
    "contribution": (VK.programme, VK.target),
    "relation": (VK.subject, VK.relation, VK.object),
    "assignment": (VK.task, VK.role, VK.body),
    "citation": (VK.cited,),
}


def _cells(g: Index, node: NamedNode, kind: str) -> tuple[dict[str, str], list[NamedNode | None], str]:
    """What a fact says by column, the nodes it speaks of, and its deadline."""
    goal = g.node(node, VK.states) or node
    indicator, place = g.node(goal, VK.indicator), g.node(goal, VK.scope) or g.node(goal, VK.place)
    time = next((t for p in _TIMES if (t := g.node(node, p))), None)
    deadline = g.text(goal, VK.deadline)
    ends = [g.node(node, p) for p in _ENDS.get(kind, ())]
    programme = node if kind == "programme" else g.node(node, VK.programme)
    cells = {
        **_values(g, node, kind),
        "period": deadline or g.text(time, RDFS.label),
        "indicator": g.name(indicator),
        "programme": g.name(programme),
        "scope": g.text(goal, VK.scopeNote) or g.name(place),
    }
    if kind in ("relation", "assignment", "citation"):
        cells["value"] = " → ".join(g.name(end) for end in ends)
    setter = g.node(goal, VK.setBy) if kind == "target" else None
    return cells, [indicator, place, time, setter, *ends], deadline


def _fact(g: Index, node: NamedNode, kind: str, evidence: NamedNode, report: str, document: str) -> Fact:
    cells, nodes, deadline = _cells(g, node, kind)
    quote = next((q for s in g.terms(evidence, OA.hasSelector) if (q := g.text(s, OA.exact))), "")  # type: ignore[arg-type]
    indicator = nodes[0]
    says = [_words(cells) or cells["value"], deadline, *(n.value.removeprefix(VK_IRI) if n else "" for n in nodes)]
    return Fact(
        node,
        kind,
        report,
        document,
        int(g.text(evidence, VK.line) or 0),
        g.text(node, RDFS.label, VK.citedTitle)
        or cells["value"]
        or " → ".join((cells["programme"], cells["indicator"])),
        quote,
        g.text(evidence, VK.rule),
        g.text(evidence, VK.repairedFrom),
        indicator.value.startswith(f"{VK_IRI}concept/") if indicator else None,
        cells,
        " | ".join(says),
    )


def read_facts(g: Index, kinds: Iterable[str] = tuple(REVIEW_KINDS)) -> list[Fact]:
    """The facts of a document's graph, of some kinds, in order of lines."""
    text = next(iter(g.of(VK.SourceText)), None)
    if text is None:
        return []
    report, document = g.text(text, DCTERMS.identifier), g.name(g.node(text, VK.textOf))

    def all_facts() -> Iterator[Fact]:
        for kind in kinds:
            for node in g.of(REVIEW_KINDS[kind].cls):
                evidence = g.node(node, VK.evidence)
                if evidence is not None:
                    yield _fact(g, node, kind, evidence, report, document)

    order = list(REVIEW_KINDS)
    return sorted(all_facts(), key=lambda f: (f.line, order.index(f.kind), f.node.value))
