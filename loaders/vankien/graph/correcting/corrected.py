"""One correction → the triples that leave a document's graph, and those that come to stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pyoxigraph import NamedNode

from vankien.graph.correcting.corrections import PERSON, Correction, Triple
from vankien.graph.correcting.reviewed import REVIEW_KINDS, Fact, Index
from vankien.graph.describing.links import RULES
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.names import match_place
from vankien.graph.terms.sheet import Sheet, Term, day, decimal, integer, label, text
from vankien.graph.terms.spans import period_span
from vankien.graph.terms.vocabulary import (
    DCTERMS,
    OA,
    PROV,
    QB,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VK,
    concept,
    last_part,
    read_lexicon,
)

_RECORDS = (VK.Contribution, VK.Relation, VK.Assignment, VK.Citation)
_VALUES = (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue, VK.value, VK.upperValue)

# --- out ------------------------------------------------------------------------------------------------------


def _direct(g: Index, node: NamedNode) -> frozenset[Triple]:
    """The direct property beside a relation or citation, if no other one says the same."""
    if VK.Citation in g.terms(node, RDF.type):
        ends, predicate, cls = (VK.citing, VK.cited), VK.cites, VK.Citation
    else:
        kind = g.node(node, VK.relation)
        rule = RULES.get(last_part(kind.value).replace("-", "_")) if kind else None
        if rule is None:
            return frozenset()
        ends, predicate, cls = (VK.subject, VK.object), rule.property, VK.Relation
    a, b = (g.node(node, p) for p in ends)
    alike = [n for n in g.of(cls) if (g.node(n, ends[0]), g.node(n, ends[1])) == (a, b)]
    return frozenset({(a, predicate, b)} & g.triples) if a and b and len(alike) == 1 else frozenset()


def withdraw(g: Index, fact: Fact) -> frozenset[Triple]:
    """What leaves the graph with a fact: all that it says; with a relation its direct property, with a programme every
    sentence about it."""
    gone = g.about(fact.node) | _direct(g, fact.node)
    if fact.kind != "programme":
        return gone
    gone |= g.pointing(fact.node)
    for node in {s for s, _, _ in g.pointing(fact.node)}:
        if any(cls in g.terms(node, RDF.type) for cls in _RECORDS):
            gone |= g.about(node) | _direct(g, node)
    return gone


# --- the parts of a new statement -----------------------------------------------------------------------------


class _Writer:
    """Writes a corrected statement: a node, its new parts, the person behind it."""

    def __init__(self, iris: Iris, g: Index, c: Correction) -> None:
        self.iris, self.g, self.given = iris, g, c.given
        self.sheet = Sheet(iris.graph(c.anchor.report))
        self.lexicon = read_lexicon()

    def listed(self, scheme: str, key: str) -> NamedNode:
        """An entry of a list, with its labels."""
        node, entry = self.sheet.typed(concept(scheme, key), SKOS.Concept), self.lexicon.concept(scheme, key)
        if entry:
            self.sheet.add(node, SKOS.prefLabel, label(entry.vi), label(entry.en, "en") if entry.en else None)
            if scheme == "comparators":
                self.sheet.add(node, SKOS.notation, *map(text, entry.properties.get("notation", ())[:1]))
        return node

    def indicator(self) -> NamedNode:
        """The new indicator: of the list by its key, else one of that name."""
        name = self.given["indicator"]
        if self.lexicon.concept("indicators", name):
            return self.sheet.typed(self.listed("indicators", name), VK.Indicator)
        known = (n for n in self.g.of(VK.Indicator) if self.g.name(n) == name)
        node = self.sheet.typed(next(known, None) or self.iris.indicator(name), VK.Indicator)
        self.sheet.labelled(node, name, concept=True)
        return node

    def programme(self) -> NamedNode:
        """The new programme, by its name."""
        name = self.given["programme"]
        known = (n for n in self.g.of(VK.Programme) if self.g.name(n) == name)
        node = self.sheet.typed(next(known, None) or self.iris.programme(name), VK.Programme)
        self.sheet.labelled(node, name)
        return node

    def scope(self) -> tuple[NamedNode | None, str]:
        """The new place, if the list has it, else the words for it."""
        name = self.given["scope"]
        place = match_place(self.lexicon, name)
        return (self.sheet.typed(self.listed("places", place.id), VK.Place), "") if place else (None, name)

    def period(self) -> NamedNode:
        """The new period, with its bounds."""
        written = self.given["period"]
        span = period_span(written)
        if span is None:
            raise ValueError(f"no period: {written}")
        node = self.sheet.typed(self.iris.period(*span), VK.Period)
        known = self.g.text(node, RDFS.label)
        self.sheet.labelled(node, known or written)
        self.sheet.add(node, VK.start, day(span[0]))
        self.sheet.add(node, VK.end, day(span[1]))
        return node

    def unit(self, node: NamedNode) -> None:
        """Write the new unit: of the list by its key, and as people write it."""
        entry = self.lexicon.concept("units", self.given["unit"])
        self.sheet.add(node, VK.unit, self.listed("units", self.given["unit"]))
        self.sheet.add(node, SCHEMA.unitText, text(entry.vi if entry else self.given["unit"]))

    def bounds(self, node: NamedNode, kind: str, old: dict[str, str]) -> None:
        """Write the new value, with what is left of the old one."""
        signs = {c.first("notation"): c.id for c in self.lexicon["comparators"]}
        key = self.given.get("comparator") or signs.get(old.get("comparator", ""), "")
        value, upper = self.given.get("value") or old.get("value"), self.given.get("upper")
        if not upper and key == "between":
            upper = old.get("upper")
        number, top = (decimal(Decimal(n)) if n else None for n in (value, upper))
        if key or kind == "target":
            self.sheet.add(node, VK.comparator, self.listed("comparators", key or "eq"))
        if kind == "observation":
            self.sheet.add(node, VK.value, number)
            self.sheet.add(node, VK.upperValue, top)
            return
        low, high = key in ("gt", "gteq", "between"), key in ("lt", "lteq", "rank-at-most")
        self.sheet.add(node, SCHEMA.minValue if low else SCHEMA.maxValue if high else SCHEMA.value, number)
        self.sheet.add(node, SCHEMA.maxValue, top)

    def target(self, old: NamedNode | None, setter: NamedNode) -> NamedNode:
        """The target with new identity: what is not said anew is the old one's."""
        g, given = self.g, self.given
        kept = old or NamedNode("urn:none")
        usual = None if old else _shared(g, VK.Target, VK.scope)
        indicator = self.indicator() if "indicator" in given else g.node(kept, VK.indicator)
        setter = self.programme() if "programme" in given else setter
        place, note = (
            self.scope() if "scope" in given else (g.node(kept, VK.scope) or usual, g.text(kept, VK.scopeNote))
        )
        due = g.text(kept, VK.deadline)
        deadline = period_span(given["period"])[1] if "period" in given else date.fromisoformat(due) if due else None  # type: ignore[index]
        scope = (
            self.iris.key_of(place)
            if place
            else self.iris.key_of(self.iris.place(note, apart=True))
            if note
            else "unstated"
        )
        if indicator is None:
            raise ValueError("a target without an indicator")
        node = self.sheet.typed(self.iris.target(setter, indicator, scope, deadline), VK.Target)
        self.sheet.add(node, VK.indicator, indicator)
        self.sheet.add(node, VK.setBy, setter)
        self.sheet.add(node, VK.scope, place)
        self.sheet.add(node, VK.scopeNote, text(note) if place is None else None)
        self.sheet.add(node, VK.deadline, day(deadline))
        self.sheet.add(node, VK.targetGroup, *g.terms(kept, VK.targetGroup))
        if not g.about(node):
            year = f" ({deadline.year})" if deadline else ""
            name = self.sheet.label_of(indicator) or g.name(indicator)
            entry = self.lexicon.concept("indicators", given.get("indicator", ""))
            self.sheet.labelled(node, (entry.vi if entry else name) + year)
        return node

    def statement(self, node: NamedNode, kind: str, old: Fact | None, setter: NamedNode | None) -> set[NamedNode]:
        """Write the new parts of a statement; gives the properties that they take the place of."""
        given, out = self.given, set[NamedNode]()
        if kind in ("target", "observation") and given.keys() & {"value", "comparator", "upper"}:
            self.bounds(node, kind, old.cells if old else {})
            out |= {VK.comparator, *_VALUES}
        if kind == "assessment" and "value" in given:
            self.sheet.add(node, VK.verdict, self.listed("verdicts", given["value"]))
            out |= {VK.verdict, VK.percentOfTarget}
        if "unit" in given:
            self.unit(node)
            out |= {VK.unit, SCHEMA.unitText}
        if kind == "target" and setter is not None:
            if given.keys() & {"indicator", "programme", "scope", "period"}:
                self.sheet.add(node, VK.states, self.target(self.g.node(old.node, VK.states) if old else None, setter))
                out.add(VK.states)
            return out
        return out | self._about(node, kind)

    def _about(self, node: NamedNode, kind: str) -> set[NamedNode]:
        """Write what a statement that is no target's is about, where that is new."""
        given, out = self.given, set[NamedNode]()
        if "indicator" in given:
            self.sheet.add(node, VK.indicator, self.indicator())
            out |= {VK.indicator, VK.target}
        if "programme" in given:
            self.sheet.add(node, VK.programme, self.programme())
            out.add(VK.programme)
        if "period" in given:
            predicate = VK.asOf if kind == "assessment" else VK.period
            self.sheet.add(node, predicate, self.period())
            out.add(predicate)
        if "scope" in given:
            place, note = self.scope()
            self.sheet.add(node, VK.place, place)
            self.sheet.add(node, VK.scopeNote, text(note))
            out |= {VK.place, VK.scopeNote}
        return out

    def triples(self) -> frozenset[Triple]:
        """All that was written."""
        return frozenset((q.subject, q.predicate, q.object) for q in self.sheet.quads())  # type: ignore[misc]


def _attributed(w: _Writer, node: NamedNode, c: Correction, correction: NamedNode) -> None:
    w.sheet.add(node, VK.correctedBy, correction)
    w.sheet.add(node, PROV.wasAttributedTo, w.sheet.typed(w.iris.person(c.by), PROV.Person))
    w.sheet.add(w.iris.person(c.by), RDFS.label, text(c.by))


# --- in -------------------------------------------------------------------------------------------------------


def _renamed(triples: Iterable[Triple], old: NamedNode, new: NamedNode) -> frozenset[Triple]:
    def swap(term: Term) -> Term:
        return new if term == old else term

    return frozenset((new if s == old else s, p, swap(o)) for s, p, o in triples)


def edit_fact(
    iris: Iris, g: Index, fact: Fact, c: Correction, correction: NamedNode
) -> tuple[NamedNode, frozenset[Triple], frozenset[Triple]]:
    """A fact with new parts beside the old one: the node of the corrected one, what is withdrawn, what is added."""
    w = _Writer(iris, g, c)
    if fact.kind == "programme":
        made = w.programme()
        _attributed(w, made, c, correction)
        gone = g.about(fact.node) | g.pointing(fact.node)
        named = {(s, p, o) for s, p, o in gone if not (s == fact.node and p == RDFS.label)}
        return made, gone, _renamed(named, fact.node, made) | w.triples()
    made = iris.corrected(fact.node.value.split("/")[-3], fact.report, c.key)
    setter = g.node(g.node(fact.node, VK.states) or fact.node, VK.setBy)
    replaced = w.statement(made, fact.kind, fact, setter)
    w.sheet.add(made, PROV.wasRevisionOf, fact.node)
    _attributed(w, made, c, correction)
    kept = frozenset((made, p, o) for _, p, o in g.about(fact.node) if p not in replaced)
    return made, withdraw(g, fact), kept | w.triples()


def _evidence(w: _Writer, source: NamedNode, c: Correction) -> NamedNode:
    """Where a person found a fact: the line, and the sentence if they gave it; no offsets."""
    node = w.sheet.typed(w.iris.corrected("evidence", c.anchor.report, c.key), VK.Evidence)
    w.sheet.add(node, OA.hasSource, source)
    for predicate in (VK.firstLine, VK.line, VK.lastLine):
        w.sheet.add(node, predicate, integer(c.anchor.line))
    w.sheet.add(node, VK.rule, text(PERSON))
    w.sheet.add(node, PROV.wasAttributedTo, w.iris.person(c.by))
    if c.sentence:
        quote = w.sheet.typed(w.iris.quote_selector(c.anchor.report, c.sentence), OA.TextQuoteSelector)
        w.sheet.add(quote, OA.exact, text(c.sentence))
        w.sheet.add(node, OA.hasSelector, quote)
    return node


def _setter(g: Index, line: int, document: NamedNode) -> NamedNode:
    """Who sets a target that a person adds: who set the nearest one that was read in the document, above it if there is
    one; the document itself where there is none."""
    found = []
    for statement in g.of(VK.TargetStatement):
        setter = g.node(g.node(statement, VK.states) or statement, VK.setBy)
        at = next((int(n) for e in g.terms(statement, VK.evidence) if (n := g.text(e, VK.line))), 0)  # type: ignore[arg-type]
        if setter is not None:
            found.append((at > line, abs(at - line), setter.value))
    return NamedNode(min(found)[2]) if found else document


def _shared(g: Index, cls: NamedNode, predicate: NamedNode) -> NamedNode | None:
    """The one node that all things of a class in a document have there; None if they have several."""
    found = {o for node in g.of(cls) for o in g.terms(node, predicate) if isinstance(o, NamedNode)}
    return next(iter(found)) if len(found) == 1 else None


def add_fact(iris: Iris, g: Index, c: Correction, correction: NamedNode) -> tuple[NamedNode, frozenset[Triple]]:
    """A fact that a person adds: its node, and all that it says, with the line as its evidence."""
    w, kind = _Writer(iris, g, c), REVIEW_KINDS[c.anchor.kind]
    source = g.of(VK.SourceText)[0]
    document = g.node(source, VK.textOf) or iris.own_document(g.text(source, DCTERMS.identifier))
    node = iris.corrected("statement" if kind.name == "target" else kind.name, c.anchor.report, c.key)
    w.sheet.typed(node, kind.cls)
    if kind.name == "observation":
        w.sheet.typed(node, QB.Observation)
    w.statement(node, kind.name, None, _setter(g, c.anchor.line, document))
    w.sheet.add(node, VK.statedIn, document)
    w.sheet.add(node, VK.evidence, _evidence(w, source, c))
    w.sheet.add(node, RDFS.label, label(c.anchor.label))
    if kind.name == "target":
        w.sheet.add(node, VK.printed, text(c.sentence))
    if kind.name in ("assessment", "contribution"):
        w.sheet.add(node, VK.mode, w.listed("modes", "stated"))
    if kind.name in ("observation", "assessment", "contribution") and "scope" not in c.given:
        w.sheet.add(node, VK.place, _shared(g, VK.Observation, VK.place))
    _attributed(w, node, c, correction)
    return node, w.triples()
