"""Store → `Book`: the entities. The statements about them are read in `read_statements`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pyoxigraph import NamedNode

from vankien.explorer.book import read_statements as said
from vankien.explorer.book.book import Book
from vankien.explorer.book.book import Thing as Named
from vankien.explorer.book.read_corrections import read_corrections
from vankien.explorer.book.records import (
    Body,
    Concept,
    Congress,
    Document,
    Indicator,
    Name,
    Period,
    Place,
    Programme,
    Text,
)
from vankien.explorer.book.things import Thing, Things, read_things
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import base_iri
from vankien.graph.terms.vocabulary import DCTERMS, ELI, RDFS, SCHEMA, SKOS, VK, VK_IRI, last_part
from vankien.vietnamese import fold

CONCEPTS = f"{VK_IRI}concept/"
"""Where the entries of the lists live."""


N = TypeVar("N", bound=Named)


def _by_name(things: Iterable[N]) -> dict[str, N]:
    """By IRI, in the order of the Vietnamese names."""
    return {t.iri: t for t in sorted(things, key=lambda t: (fold(t.name.vi), t.name.vi, t.iri))}


def congress_key(iri: str) -> str:
    """The short name of a congress.

    >>> congress_key("https://w3id.org/vankien/id/congress/son-binh/16")
    'son-binh-16'
    """
    return iri.split("/id/congress/", 1)[-1].replace("/", "-")


# --- one thing each -------------------------------------------------------------------------------------------


def _concept(thing: Thing) -> Concept:
    scheme, _, key = thing.iri.removeprefix(CONCEPTS).partition("/")
    return Concept(thing.iri, scheme, key, thing.name())


def _place(thing: Thing) -> Place:
    return Place(
        thing.iri,
        thing.name(),
        thing.key(VK.level),
        thing.text(NamedNode(VK.iri + "placeType")),
        thing.text(VK.validFrom),
        thing.text(VK.validUntil),
        thing.node(VK.mergedInto),
        thing.node(VK.inPlace),
    )


def _indicator(thing: Thing) -> Indicator:
    return Indicator(
        thing.iri,
        thing.name(),
        thing.iri.startswith(CONCEPTS),
        tuple(last_part(t) for t in thing.nodes(VK.inTheme)),
        thing.text(VK.unitKind),
        thing.text(VK.direction),
        thing.text(VK.measure),
        thing.node(VK.usualUnit),
        thing.nodes(SKOS.broader),
        thing.nodes(NamedNode(SKOS.iri + "closeMatch")),
        Name(thing.text(SKOS.definition, "vi"), thing.text(SKOS.definition, "en")),
    )


def _congress(thing: Thing, sources: said.Sources) -> Congress:
    return Congress(
        thing.iri,
        congress_key(thing.iri),
        thing.name(),
        thing.node(VK.organisation),
        thing.integer(VK.ordinal),
        thing.node(VK.term),
        thing.text(SCHEMA.startDate),
        thing.text(SCHEMA.endDate),
        thing.text(VK.venue),
        thing.text(VK.theme),
        thing.text(VK.motto),
        sources(thing),
    )


def _document(thing: Thing, sources: said.Sources, reports: Mapping[str, str]) -> Document:
    return Document(
        thing.iri,
        thing.name(),
        thing.text(ELI.id_local),
        thing.text(DCTERMS.title),
        thing.key(VK.genre),
        thing.text(ELI.date_document) or thing.text(DCTERMS.issued),
        thing.nodes(VK.issuedBy),
        reports.get(thing.iri, ""),
        thing.nodes(VK.cites),
        thing.nodes(VK.implements),
        thing.nodes(VK.basedOn),
        thing.nodes(VK.amends),
        sources(thing),
    )


def _programme(thing: Thing, sources: said.Sources) -> Programme:
    return Programme(
        thing.iri,
        thing.name(),
        thing.key(VK.programmeKind),
        thing.nodes(VK.setBy),
        thing.nodes(VK.establishedBy),
        thing.nodes(VK.partOf),
        thing.nodes(VK.implements),
        thing.nodes(VK.basedOn),
        sources(thing),
    )


def _body(thing: Thing, sources: said.Sources) -> Body:
    part_of = thing.nodes(NamedNode("http://www.w3.org/ns/org#subOrganizationOf"))
    return Body(thing.iri, thing.name(), thing.key(VK.bodyKind), thing.key(VK.level), part_of, sources(thing))


def _text(thing: Thing, graphs: Mapping[str, Thing]) -> Text:
    report = last_part(thing.iri)
    graph = next((g for iri, g in graphs.items() if last_part(iri) == report), None)
    return Text(
        thing.iri,
        report,
        thing.text(VK.sha256),
        thing.integer(VK.lineCount) or 0,
        thing.text(DCTERMS.format),
        thing.node(VK.textOf),
        graph.iri if graph else "",
        graph.text(DCTERMS.title) if graph else "",
    )


# --- the book -------------------------------------------------------------------------------------------------


def _all(things: Things, kind: NamedNode, make: Callable[[Thing], N]) -> dict[str, N]:
    return _by_name(make(t) for t in things.of(kind))


def _periods(things: Things) -> dict[str, Period]:
    made = (Period(t.iri, t.text(RDFS.label), t.text(VK.start), t.text(VK.end)) for t in things.of(VK.Period))
    return {p.iri: p for p in sorted(made, key=lambda p: (p.end, p.start, p.iri))}


def read_book(store: Store, base: str | None = None) -> Book:
    """Read a whole store into plain values; it takes about as long as loading it.

    `base` is the base of the IRIs of what was read (else ``VANKIEN_BASE``, else ours).
    """
    things = read_things(store.match(None, None, None, None))
    sources = said.Sources(things)
    graphs = {iri: t for iri, t in things.by_iri.items() if "/graph/" in iri}
    texts = {t.iri: t for t in (_text(t, graphs) for t in things.of(VK.SourceText))}
    reports = {t.document: t.report for t in texts.values()}
    same = said.same_targets(things)
    return Book(
        base=base_iri(base),
        concepts=_all(things, SKOS.Concept, _concept),
        places=_all(things, VK.Place, _place),
        periods=_periods(things),
        indicators=_all(things, VK.Indicator, _indicator),
        congresses=_all(things, VK.Congress, lambda t: _congress(t, sources)),
        documents=_all(things, VK.Document, lambda t: _document(t, sources, reports)),
        programmes=_all(things, VK.Programme, lambda t: _programme(t, sources)),
        bodies=_all(things, VK.Body, lambda t: _body(t, sources)),
        targets=_by_name(said.targets(things, same)),
        statements=said.statements(things, sources, same),
        observations=said.observations(things, sources),
        assessments=said.assessments(things, sources, same),
        contributions=said.contributions(things, sources, same),
        assignments=said.assignments(things, sources),
        citations=said.citations(things, sources),
        relations=said.relations(things, sources),
        discrepancies=said.discrepancies(things, sources),
        findings=said.findings(things, reports),
        texts=texts,
        same=same,
        corrections=read_corrections(store, base),
    )
