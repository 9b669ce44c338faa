"""The ontology as a reasoner takes it, and what its plain axioms say of a node: its classes, and which exclude another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple

from vankien.graph.terms.vocabulary import DEFINED_FILE, ONTOLOGY_FILE, RDF, RDFS
from vankien.resources import folder

_OWL = "http://www.w3.org/2002/07/owl#"
NAMED_INDIVIDUAL = NamedNode(_OWL + "NamedIndividual")
_CLASS, _OBJECT_PROPERTY = NamedNode(_OWL + "Class"), NamedNode(_OWL + "ObjectProperty")
_DISJOINT = NamedNode(_OWL + "disjointWith")
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_DOMAIN, _RANGE = NamedNode(_RDFS + "domain"), NamedNode(_RDFS + "range")
_SUBPROPERTY = NamedNode(_RDFS + "subPropertyOf")
_LOGICAL = (_OWL, RDF.type.value, _RDFS + "sub", _RDFS + "domain", _RDFS + "range")

Fact = tuple[NamedNode, NamedNode, NamedNode]
"""A triple between two IRIs."""


@dataclass(frozen=True, slots=True)
class Axioms:
    """The ontology: all its triples, the classes and object properties, what each implies, which classes exclude which."""

    triples: tuple[Triple, ...]
    classes: frozenset[NamedNode]
    properties: frozenset[NamedNode]
    superclasses: Mapping[NamedNode, frozenset[NamedNode]]
    superproperties: Mapping[NamedNode, frozenset[NamedNode]]
    domains: Mapping[NamedNode, frozenset[NamedNode]]
    ranges: Mapping[NamedNode, frozenset[NamedNode]]
    disjoint: frozenset[tuple[NamedNode, NamedNode]]
    labels: Mapping[tuple[NamedNode, str], str]

    def label(self, term: NamedNode, language: str) -> str:
        """The label of a class or property; its IRI if it has none in that language."""
        return self.labels.get((term, language), term.value)


def _pairs(triples: Iterable[Triple], predicate: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
    for t in triples:
        if t.predicate == predicate and isinstance(t.subject, NamedNode) and isinstance(t.object, NamedNode):
            yield t.subject, t.object


def _closed(pairs: Iterable[tuple[NamedNode, NamedNode]]) -> dict[NamedNode, frozenset[NamedNode]]:
    """Each term with itself and everything above it."""
    above: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for lower, upper in pairs:
        above[lower].add(upper)

    def climb(term: NamedNode, seen: set[NamedNode]) -> set[NamedNode]:
        for upper in above.get(term, set()) - seen:
            seen.add(upper)
            climb(upper, seen)
        return seen

    terms = {*above, *(u for uppers in above.values() for u in uppers)}
    return {term: frozenset(climb(term, {term})) for term in terms}


def _implied(
    triples: Iterable[Triple], predicate: NamedNode, properties: Mapping[NamedNode, frozenset[NamedNode]]
) -> dict[NamedNode, frozenset[NamedNode]]:
    """Domains or ranges of each property, with those of the properties above it."""
    direct: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for prop, cls in _pairs(triples, predicate):
        direct[prop].add(cls)
    terms = {*direct, *properties}
    return {p: frozenset(c for q in properties.get(p, {p}) for c in direct.get(q, ())) for p in terms}


def to_axioms(triples: Iterable[Triple]) -> Axioms:
    """Read the axioms of an ontology from its triples."""
    triples = tuple(triples)
    properties = _closed(_pairs(triples, _SUBPROPERTY))
    excluded = set(_pairs(triples, _DISJOINT))
    labels = {
        (t.subject, str(t.object.language)): t.object.value
        for t in triples
        if t.predicate == RDFS.label and isinstance(t.subject, NamedNode) and isinstance(t.object, Literal)
    }
    return Axioms(
        triples,
        frozenset(s for s, kind in _pairs(triples, RDF.type) if kind == _CLASS),
        frozenset(s for s, kind in _pairs(triples, RDF.type) if kind == _OBJECT_PROPERTY),
        _closed(_pairs(triples, RDFS.subClassOf)),
        properties,
        _implied(triples, _DOMAIN, properties),
        _implied(triples, _RANGE, properties),
        frozenset(excluded | {(b, a) for a, b in excluded}),
        labels,
    )


@cache
def ontology() -> Axioms:
    """The axioms of ``ontology/vankien.ttl`` and ``ontology/defined.ttl``; raises `MissingData` without the folder."""
    parsed = (ox.parse((folder("ontology") / f).read_bytes(), RdfFormat.TURTLE) for f in (ONTOLOGY_FILE, DEFINED_FILE))
    return to_axioms(Triple(q.subject, q.predicate, q.object) for quads in parsed for q in quads)


def classes_of(facts: Iterable[Fact], axioms: Axioms) -> dict[NamedNode, frozenset[NamedNode]]:
    """The classes of every node: asserted, or implied by the properties that it has, and all classes above."""
    found: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for subject, predicate, value in facts:
        if predicate == RDF.type:
            found[subject].add(value)
        else:
            found[subject] |= axioms.domains.get(predicate, frozenset())
            found[value] |= axioms.ranges.get(predicate, frozenset())
    above = axioms.superclasses
    return {n: frozenset(u for c in classes for u in above.get(c, {c})) for n, classes in found.items()}


def excluding(classes: frozenset[NamedNode], axioms: Axioms) -> tuple[NamedNode, NamedNode] | None:
    """Two of the classes that exclude each other, the most particular ones first; None if there are none."""
    clashes = [(a, b) for a, b in axioms.disjoint if a in classes and b in classes and a.value < b.value]

    def depth(pair: tuple[NamedNode, NamedNode]) -> tuple[int, str, str]:
        a, b = pair
        return -sum(len(axioms.superclasses.get(c, ())) for c in pair), a.value, b.value

    return min(clashes, key=depth, default=None)


def module(axioms: Axioms, facts: Iterable[Fact]) -> tuple[Triple, ...]:
    """The axioms that can matter to some facts: those about the terms used by them or by a definition, and about all
    that these imply. The others only speak of classes and properties that may as well be empty, and cost much time."""
    used = {t for _, p, o in facts for t in ((o,) if p == RDF.type else (p,))}
    definitions = [t for t in axioms.triples if isinstance(t.subject, BlankNode) or isinstance(t.object, BlankNode)]
    mentioned = {n for t in definitions for n in (t.subject, t.object) if isinstance(n, NamedNode)}
    used |= mentioned & (axioms.classes | axioms.properties)
    used |= {q for q, above in axioms.superproperties.items() if above & used & axioms.properties}
    used |= {u for n in used for u in axioms.superproperties.get(n, ())}
    used |= {c for n in used for kinds in (axioms.domains, axioms.ranges) for c in kinds.get(n, ())}
    used |= {u for n in used for u in axioms.superclasses.get(n, ())}

    def kept(t: Triple) -> bool:
        if isinstance(t.subject, BlankNode):
            return True
        about = t.subject in used and t.predicate.value.startswith(_LOGICAL)
        return about and (t.predicate != _DISJOINT or t.object in used)

    return tuple(t for t in axioms.triples if kept(t))
