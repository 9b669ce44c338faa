"""Quads → things: what all graphs of a store together say of each node, with the words that most of them use."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from vankien.explorer.book.records import Name
from vankien.graph.terms.vocabulary import RDF, RDFS, SKOS, last_part

Held = Mapping[str, Sequence[NamedNode | Literal]]

_NOTHING: Sequence[NamedNode | Literal] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """A node and all that is said of it, by property; said in several graphs, a value stands there as often."""

    iri: str
    held: Held

    def terms(self, predicate: NamedNode) -> Sequence[NamedNode | Literal]:
        """The values of a property as they are."""
        return self.held.get(predicate.value, _NOTHING)

    def nodes(self, predicate: NamedNode) -> tuple[str, ...]:
        """The IRIs that a property leads to, sorted, each once."""
        return tuple(sorted({t.value for t in self.terms(predicate) if isinstance(t, NamedNode)}))

    def node(self, predicate: NamedNode) -> str:
        """The IRI that a property leads to most often; an empty text if it leads nowhere."""
        return _usual(t.value for t in self.terms(predicate) if isinstance(t, NamedNode))

    def key(self, predicate: NamedNode) -> str:
        """The key of the list entry that a property leads to."""
        return last_part(self.node(predicate))

    def text(self, predicate: NamedNode, language: str = "") -> str:
        """The usual text of a property; with a language, only texts of that language."""
        found = (t for t in self.terms(predicate) if isinstance(t, Literal))
        return _usual(t.value for t in found if not language or t.language == language)

    def decimal(self, predicate: NamedNode) -> Decimal | None:
        """The usual number of a property."""
        return Decimal(written) if (written := self.text(predicate)) else None

    def integer(self, predicate: NamedNode) -> int | None:
        """The usual whole number of a property."""
        return int(written) if (written := self.text(predicate)) else None

    def name(self, *predicates: NamedNode) -> Name:
        """The label in both languages, of the first of the properties that has one (``skos:prefLabel``, ``rdfs:label``
        by default); the end of the IRI if there is none."""
        for predicate in predicates or (SKOS.prefLabel, RDFS.label):
            found = Name(self.text(predicate, "vi") or self.text(predicate), self.text(predicate, "en"))
            if found.vi:
                return found
        return Name(last_part(self.iri))


def _usual(values: Iterable[str]) -> str:
    """The value that occurs most often, of several the first in order."""
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v), default="")


@dataclass(frozen=True)
class Things:
    """All things of a store, by IRI and by class."""

    by_iri: Mapping[str, Thing]
    by_class: Mapping[str, tuple[Thing, ...]]

    def of(self, *classes: NamedNode) -> list[Thing]:
        """The things of some classes, each once, sorted by IRI."""
        found = {t.iri: t for c in classes for t in self.by_class.get(c.value, ())}
        return [found[iri] for iri in sorted(found)]


def read_things(quads: Iterable[Quad]) -> Things:
    """Gather the quads of all graphs by subject; blank nodes and quoted triples, which we never write, are left out."""
    held: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            held[quad.subject.value][quad.predicate.value].append(quad.object)
    things = {iri: Thing(iri, said) for iri, said in held.items()}
    classes: dict[str, dict[str, Thing]] = defaultdict(dict)
    for thing in things.values():
        for kind in thing.terms(RDF.type):
            classes[kind.value][thing.iri] = thing
    return Things(things, {c: tuple(held.values()) for c, held in classes.items()})
