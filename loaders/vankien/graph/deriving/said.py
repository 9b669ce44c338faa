"""What the documents of a store say of targets and results, as plain values: the input of everything that is computed
across documents. Reads quads, in any order, and keeps only what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.terms.shared import is_document
from vankien.graph.terms.sheet import Term
from vankien.graph.terms.vocabulary import DCTERMS, ELI, RDF, RDFS, SCHEMA, SKOS, VK, last_part


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was read: the graph's name, the document, the evidence, the line of the value, the rule."""

    report: str
    document: NamedNode
    evidence: NamedNode
    line: int
    rule: str

    @property
    def in_table(self) -> bool:
        """True for a row of a table."""
        return self.rule.startswith("table-")


@dataclass(frozen=True, slots=True)
class Goal:
    """One target: indicator, setter, scope, deadline."""

    node: NamedNode
    indicator: NamedNode
    setter: NamedNode | None
    scope: NamedNode | None
    scope_note: str
    deadline: date | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a target: comparator key, bounds (equal ones for a point), unit, basis key."""

    node: NamedNode
    target: NamedNode
    at: Place
    comparator: str
    low: Decimal | None
    high: Decimal | None
    unit: str
    unit_text: str
    basis: str
    label: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation of one value in one period."""

    node: NamedNode
    at: Place
    indicator: NamedNode
    place: NamedNode | None
    scope_note: str
    period: NamedNode
    first: date
    last: date
    value: Decimal
    upper: Decimal | None
    comparator: str
    unit: str
    unit_text: str
    status: str
    label: str


@dataclass(frozen=True, slots=True)
class Judged:
    """One printed verdict."""

    node: NamedNode
    at: Place
    indicator: NamedNode
    target: NamedNode | None
    last: date | None
    verdict: str
    label: str


@dataclass(frozen=True, slots=True)
class Served:
    """One contribution that a document states or reports."""

    node: NamedNode
    at: Place
    programme: NamedNode
    indicator: NamedNode
    target: NamedNode | None
    mode: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One document as another one, or its own letterhead, gives it: code, date, issuer."""

    node: NamedNode
    at: Place
    code: str
    dated: str
    issuer: NamedNode | None
    issuer_label: str


@dataclass(frozen=True, slots=True)
class Said:
    """All of it, in order of the nodes."""

    goals: dict[NamedNode, Goal]
    wordings: tuple[Wording, ...]
    seen: tuple[Seen, ...]
    judged: tuple[Judged, ...]
    served: tuple[Served, ...]
    mentions: tuple[Mention, ...]
    setters: dict[NamedNode, frozenset[NamedNode]]
    dates: dict[NamedNode, str]
    doubted: frozenset[tuple[str, int]] = frozenset()
    """The reports and lines of verdicts that the document itself was found to contradict."""


_KEPT = frozenset(
    (
        *(
            VK[n]
            for n in [
                "evidence",
                "statedIn",
                "line",
                "rule",
                "indicator",
                "setBy",
                "scope",
                "scopeNote",
                "deadline",
                "states",
                "comparator",
            ]
        ),
        *(
            VK[n]
            for n in [
                "unit",
                "basis",
                "place",
                "period",
                "value",
                "upperValue",
                "status",
                "target",
                "asOf",
                "verdict",
                "mode",
            ]
        ),
        *(VK[n] for n in ["programme", "start", "end", "cited", "citing", "issuedBy", "textOf"]),
        *(SCHEMA[n] for n in ("value", "minValue", "maxValue", "unitText")),
        *(ELI.id_local, ELI.date_document, RDF.type, RDFS.label, SKOS.prefLabel, DCTERMS.issued),
    )
)

_Properties = dict[NamedNode, list[Term]]


class _Graph:
    """The kept triples of one document's graph, by subject."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.subjects: dict[NamedNode, _Properties] = {}

    def add(self, quad: Quad) -> None:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            self.subjects.setdefault(quad.subject, {}).setdefault(quad.predicate, []).append(quad.object)

    def of(self, cls: NamedNode) -> list[NamedNode]:
        found = (s for s, properties in self.subjects.items() if cls in properties.get(RDF.type, ()))
        return sorted(found, key=lambda node: node.value)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        values = self.subjects.get(subject, {}).get(predicate, [])
        return sorted((v for v in values if isinstance(v, NamedNode)), key=lambda node: node.value)

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        return next(iter(self.nodes(subject, predicate)), None)

    def key(self, subject: NamedNode, predicate: NamedNode) -> str:
        node = self.node(subject, predicate)
        return last_part(node.value) if node else ""

    def text(self, subject: NamedNode, predicate: NamedNode) -> str:
        values = self.subjects.get(subject, {}).get(predicate, [])
        return min((v.value for v in values if isinstance(v, Literal)), default="")

    def number(self, subject: NamedNode, predicate: NamedNode) -> Decimal | None:
        text = self.text(subject, predicate)
        return Decimal(text) if text else None

    def day(self, subject: NamedNode, predicate: NamedNode) -> date | None:
        text = self.text(subject, predicate)
        return date.fromisoformat(text) if text else None

    def at(self, subject: NamedNode) -> Place | None:
        evidence, document = self.node(subject, VK.evidence), self.node(subject, VK.statedIn)
        if evidence is None or document is None:
            return None
        line = self.text(evidence, VK.line)
        return Place(self.name, document, evidence, int(line or 0), self.text(evidence, VK.rule))


def _goal(g: _Graph, node: NamedNode) -> Goal | None:
    indicator = g.node(node, VK.indicator)
    if indicator is None:
        return None
    return Goal(
        node,
        indicator,
        g.node(node, VK.setBy),
        g.node(node, VK.scope),
        g.text(node, VK.scopeNote),
        g.day(node, VK.deadline),
    )


def _wording(g: _Graph, node: NamedNode) -> Wording | None:
    target, at = g.node(node, VK.states), g.at(node)
    if target is None or at is None:
        return None
    point = g.number(node, SCHEMA.value)
    low, high = g.number(node, SCHEMA.minValue), g.number(node, SCHEMA.maxValue)
    return Wording(
        node,
        target,
        at,
        g.key(node, VK.comparator),
        low if point is None else point,
        high if point is None else point,
        g.key(node, VK.unit),
        g.text(node, SCHEMA.unitText),
        g.key(node, VK.basis),
        g.text(node, RDFS.label),
    )


def _seen(g: _Graph, node: NamedNode) -> Seen | None:
    indicator, period, at = g.node(node, VK.indicator), g.node(node, VK.period), g.at(node)
    value = g.number(node, VK.value)
    first, last = (g.day(period, VK.start), g.day(period, VK.end)) if period else (None, None)
    if indicator is None or period is None or at is None or value is None or first is None or last is None:
        return None
    return Seen(
        node,
        at,
        indicator,
        g.node(node, VK.place),
        g.text(node, VK.scopeNote),
        period,
        first,
        last,
        value,
        g.number(node, VK.upperValue),
        g.key(node, VK.comparator),
        g.key(node, VK.unit),
        g.text(node, SCHEMA.unitText),
        g.key(node, VK.status),
        g.text(node, RDFS.label),
    )


def _judged(g: _Graph, node: NamedNode) -> Judged | None:
    indicator, at, period = g.node(node, VK.indicator), g.at(node), g.node(node, VK.asOf)
    if indicator is None or at is None or g.key(node, VK.mode) != "stated":
        return None
    last = g.day(period, VK.end) if period else None
    target = g.node(node, VK.target)
    return Judged(node, at, indicator, target, last, g.key(node, VK.verdict), g.text(node, RDFS.label))


def _served(g: _Graph, node: NamedNode) -> Served | None:
    programme, indicator, at = g.node(node, VK.programme), g.node(node, VK.indicator), g.at(node)
    if programme is None or indicator is None or at is None:
        return None
    return Served(node, at, programme, indicator, g.node(node, VK.target), g.key(node, VK.mode))


def _mentions(g: _Graph) -> list[Mention]:
    """The cited documents of a graph, and the document that it was read from."""
    pairs = [(g.node(c, VK.cited), g.at(c)) for c in g.of(VK.Citation)]
    pairs += [(g.node(t, VK.textOf), g.at(d)) for t in g.of(VK.SourceText) if (d := g.node(t, VK.textOf))]
    found = []
    for node, at in pairs:
        code = g.text(node, ELI.id_local) if node else ""
        if node is None or at is None or not code:
            continue
        issuer = g.node(node, VK.issuedBy)
        dated = g.text(node, ELI.date_document) or g.text(node, DCTERMS.issued)
        found.append(Mention(node, at, code, dated, issuer, g.text(issuer, RDFS.label) if issuer else ""))
    return found


def _graphs(quads: Iterable[Quad]) -> Sequence[_Graph]:
    graphs: dict[NamedNode, _Graph] = {}
    for quad in quads:
        graph = quad.graph_name
        if quad.predicate in _KEPT and isinstance(graph, NamedNode):
            if graph not in graphs:
                graphs[graph] = _Graph(last_part(graph.value) if is_document(graph) else "")
            if graphs[graph].name:
                graphs[graph].add(quad)
    return sorted((g for g in graphs.values() if g.name), key=lambda g: g.name)


def _to_said(g: _Graph) -> Said:
    mentions = tuple(_mentions(g))
    return Said(
        {node: goal for node in g.of(VK.Target) if (goal := _goal(g, node))},
        tuple(w for n in g.of(VK.TargetStatement) if (w := _wording(g, n))),
        tuple(s for n in g.of(VK.Observation) if (s := _seen(g, n))),
        tuple(j for n in g.of(VK.Assessment) if (j := _judged(g, n))),
        tuple(c for n in g.of(VK.Contribution) if (c := _served(g, n))),
        mentions,
        {programme: frozenset(g.nodes(programme, VK.setBy)) for programme in g.of(VK.Programme)},
        {m.at.document: m.dated for m in mentions if m.node == m.at.document},
        frozenset(_doubted(g)),
    )


def _doubted(g: _Graph) -> Iterator[tuple[str, int]]:
    """The reports and lines of verdicts that contradict the numbers beside them."""
    for node in g.of(VK.Discrepancy):
        at = g.at(node)
        if at is not None and at.rule == "discrepancy-verdict":
            yield at.report, at.line


def join_said(parts: Iterable[Said]) -> Said:
    """What several documents say together; the parts come in the order of the names of their graphs."""
    parts = list(parts)
    goals = {node: goal for part in parts for node, goal in part.goals.items()}
    setters: dict[NamedNode, frozenset[NamedNode]] = {}
    for part in parts:
        for programme, nodes in part.setters.items():
            setters[programme] = setters.get(programme, frozenset()) | nodes
    return Said(
        dict(sorted(goals.items(), key=lambda pair: pair[0].value)),
        tuple(w for part in parts for w in part.wordings),
        tuple(s for part in parts for s in part.seen),
        tuple(j for part in parts for j in part.judged),
        tuple(c for part in parts for c in part.served),
        tuple(m for part in parts for m in part.mentions),
        setters,
        {document: dated for part in parts for document, dated in part.dates.items()},
        frozenset(place for part in parts for place in part.doubted),
    )


def quads_to_said(quads: Iterable[Quad]) -> Said:
    """Gather what documents say of targets, results, verdicts, contributions and other documents; the graphs that are
    no document's are passed over."""
    return join_said(map(_to_said, _graphs(quads)))
