"""A sheet of triples for one named graph, and the literals that go on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.terms.vocabulary import RDF, RDFS, SKOS, XSD
from vankien.vietnamese import nfc, plain

Term = NamedNode | Literal


def text(value: str | None) -> Literal | None:
    """A string in normal form C; None for nothing."""
    return Literal(nfc(value)) if value else None


def label(value: str, language: str = "vi") -> Literal:
    """A label with its language."""
    return Literal(" ".join(nfc(value).split()), language=language)


def decimal(value: Decimal | None) -> Literal | None:
    """A decimal without needless zeros, so that equal values are equal terms.

    >>> str(decimal(Decimal("5.50")))
    '"5.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    return None if value is None else Literal(plain(value), datatype=XSD.decimal)


def integer(value: int | None) -> Literal | None:
    """An integer; None for nothing."""
    return None if value is None else Literal(str(value), datatype=XSD.integer)


def day(value: date | None) -> Literal | None:
    """A date; None for nothing."""
    return None if value is None else Literal(value.isoformat(), datatype=XSD.date)


class Sheet:
    """The triples of one named graph, without repeats."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self._triples: dict[tuple[NamedNode, NamedNode, Term], None] = {}
        self._labels: dict[NamedNode, str] = {}
        self._said: set[tuple[NamedNode, NamedNode]] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, *objects: Term | None) -> None:
        """Write one triple per object; None stands for what the text does not say, and writes nothing."""
        for item in objects:
            if item is not None:
                self._triples[subject, predicate, item] = None
                self._said.add((subject, predicate))

    def says(self, subject: NamedNode, predicate: NamedNode) -> bool:
        """True if the sheet has a value of that property."""
        return (subject, predicate) in self._said

    def typed(self, subject: NamedNode, *classes: NamedNode) -> NamedNode:
        """Write the classes of a node and give it back."""
        self.add(subject, RDF.type, *classes)
        return subject

    def labelled(self, subject: NamedNode, name: str, concept: bool = False) -> None:
        """Write a Vietnamese label: `skos:prefLabel` for concepts, else `rdfs:label`; the first one stands."""
        if name.strip() and subject not in self._labels:
            self._labels[subject] = name
            self.add(subject, SKOS.prefLabel if concept else RDFS.label, label(name))

    def label_of(self, subject: NamedNode) -> str:
        """The label written for a node; empty if none."""
        return self._labels.get(subject, "")

    def quads(self) -> tuple[Quad, ...]:
        """All triples with their graph, sorted by their N-Quads text."""
        quads = (Quad(s, p, o, self.graph) for s, p, o in self._triples)
        return tuple(sorted(quads, key=str))
