"""The graph as the pages need it: the records of all documents, and the indexes between them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, TypeVar

from vankien.explorer.book.records import (
    Assessment,
    Assignment,
    Body,
    Citation,
    Concept,
    Congress,
    Contribution,
    Correction,
    Discrepancy,
    Document,
    Finding,
    Indicator,
    Name,
    Observation,
    Period,
    Place,
    Programme,
    Relation,
    Said,
    Source,
    Statement,
    Target,
    Text,
)

T = TypeVar("T")


class _Groups(dict[str, tuple[T, ...]]):
    """Tuples by key; a key that is not there has none, and asking for it adds nothing (pages are made by several threads)."""

    def __missing__(self, key: str) -> tuple[T, ...]:
        return ()


def grouped(things: Iterable[T], key: Callable[[T], str | Iterable[str]]) -> Mapping[str, tuple[T, ...]]:
    """Things by a key, or by each of several keys, in their order; an unknown key has none."""
    found: dict[str, list[T]] = defaultdict(list)
    for thing in things:
        keys = key(thing)
        for one in (keys,) if isinstance(keys, str) else keys:
            if one:
                found[one].append(thing)
    return _Groups({k: tuple(v) for k, v in found.items()})


class Identified(Protocol):
    """What has an IRI."""

    @property
    def iri(self) -> str:
        """The IRI."""


class Thing(Identified, Protocol):
    """What has an IRI and a name."""

    @property
    def name(self) -> Name:
        """The name."""


class Sourced(Protocol):
    """What was read somewhere."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where."""


@dataclass(frozen=True, eq=False)
class Book:
    """All of it. Mappings are by IRI and sorted by name; statements of all kinds stand in the order of the documents.

    Compared and hashed by identity, so that what is worked out from it can be kept.
    """

    base: str
    concepts: Mapping[str, Concept]
    places: Mapping[str, Place]
    periods: Mapping[str, Period]
    indicators: Mapping[str, Indicator]
    congresses: Mapping[str, Congress]
    documents: Mapping[str, Document]
    programmes: Mapping[str, Programme]
    bodies: Mapping[str, Body]
    targets: Mapping[str, Target]
    statements: tuple[Statement, ...]
    observations: tuple[Observation, ...]
    assessments: tuple[Assessment, ...]
    contributions: tuple[Contribution, ...]
    assignments: tuple[Assignment, ...]
    citations: tuple[Citation, ...]
    relations: tuple[Relation, ...]
    discrepancies: tuple[Discrepancy, ...]
    findings: tuple[Finding, ...]
    texts: Mapping[str, Text]
    same: Mapping[str, str] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()

    @cached_property
    def correction_of(self) -> Mapping[str, Correction]:
        """The corrections by their own IRI, that of the fact as it was read, and that of the corrected fact."""
        return {iri: c for c in self.corrections for iri in (c.iri, c.fact, c.made) if iri}

    @cached_property
    def things(self) -> Mapping[str, Thing]:
        """Everything with a name, by IRI; an indicator or place before the list entry that it is."""
        kinds: tuple[Mapping[str, Thing], ...] = (self.concepts, self.places, self.indicators, self.bodies)
        kinds = (*kinds, self.congresses, self.programmes, self.documents, self.targets)
        return {iri: thing for kind in kinds for iri, thing in kind.items()}

    def name(self, iri: str) -> Name:
        """The name of any thing of the book; the end of the IRI for what has none."""
        thing = self.things.get(self.same.get(iri, iri))
        if thing is not None:
            return thing.name
        if iri in self.periods:
            return Name(self.periods[iri].label)
        return Name(iri.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1])

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The indicators and places that a document speaks of."""
        values = {i for o in self.observations for i in (o.indicator, o.place)}
        aims = {i for t in self.targets.values() for i in (t.indicator, t.scope)}
        judged = {a.indicator for a in self.assessments}
        served = {c.indicator for c in self.contributions}
        return frozenset((values | aims | judged | served) - {""})

    @cached_property
    def owner_of(self) -> Mapping[str, str]:
        """The thing on whose page each statement has its place."""
        judged = {a.iri: a.target or a.indicator for a in self.assessments}
        links = {r.iri: r.subject for r in self.relations} | {a.iri: a.task for a in self.assignments}
        return {
            **{s.iri: s.target for s in self.statements},
            **{o.iri: o.indicator for o in self.observations},
            **judged,
            **{c.iri: c.programme for c in self.contributions},
            **links,
            **{c.iri: c.cited for c in self.citations},
        }

    @cached_property
    def said(self) -> Mapping[str, Said]:
        """Wordings, values, verdicts and mentions of documents by IRI."""
        kinds: tuple[tuple[Said, ...], ...] = (self.statements, self.observations, self.assessments, self.citations)
        return {one.iri: one for kind in kinds for one in kind}

    @cached_property
    def discrepancy(self) -> Mapping[str, Discrepancy]:
        """The discrepancies by IRI."""
        return {d.iri: d for d in self.discrepancies}

    @cached_property
    def finding(self) -> Mapping[str, Finding]:
        """The findings by IRI."""
        return {f.iri: f for f in self.findings}

    def concept(self, scheme: str, key: str) -> Name:
        """The name of an entry of a list by its key; the key itself if there is no such entry."""
        return self._by_key.get((scheme, key), Name(key))

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], Name]:
        return {(c.scheme, c.key): c.name for c in self.concepts.values()}

    @cached_property
    def text_of_report(self) -> Mapping[str, Text]:
        """The texts by report id."""
        return {t.report: t for t in self.texts.values()}

    @cached_property
    def source_of(self) -> Mapping[str, Source]:
        """The sources by the IRI of their evidence."""
        read: tuple[Iterable[Sourced], ...] = (self.congresses.values(), self.documents.values(), self.bodies.values())
        read = (*read, self.programmes.values(), self.statements, self.observations, self.assessments)
        read = (*read, self.contributions, self.assignments, self.citations, self.relations, self.discrepancies)
        return {source.evidence: source for things in read for thing in things for source in thing.sources}

    @cached_property
    def short_names(self) -> Mapping[str, str]:
        """A short name for each text by report id: the number of its document; else its genre and the place of who issued
        it (*Báo cáo chính trị Lai Châu*); the report id where that names two."""
        found = {t.report: self._short_name(t) for t in self.texts.values()}
        often = Counter(found.values())
        return {report: name if name and often[name] == 1 else report for report, name in found.items()}

    def _short_name(self, text: Text) -> str:
        document = self.documents.get(text.document)
        if document is None or document.code:
            return document.code if document else ""
        issuer = " ".join(self.name(i).vi for i in document.issuers)
        places = {p.name.vi for p in self.places.values() if f" {p.name.vi} " in f"{issuer} "}
        genre = self.concept("genres", document.genre).vi if document.genre else ""
        return f"{genre} {max(places, key=len)}" if genre and places else ""

    def document_of(self, source: Source) -> str:
        """The IRI of the document that a source stands in, or an empty text."""
        text = self.text_of_report.get(source.report)
        return text.document if text else ""

    @cached_property
    def statements_of(self) -> Mapping[str, tuple[Statement, ...]]:
        """The wordings of each target."""
        return grouped(self.statements, lambda s: s.target)

    @cached_property
    def observations_of(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each indicator."""
        return grouped(self.observations, lambda o: o.indicator)

    @cached_property
    def observations_in(self) -> Mapping[str, tuple[Observation, ...]]:
        """The observations of each place."""
        return grouped(self.observations, lambda o: o.place)

    @cached_property
    def targets_in(self) -> Mapping[str, tuple[Target, ...]]:
        """The targets for each place."""
        return grouped(self.targets.values(), lambda t: t.scope)

    @cached_property
    def assessments_of(self) -> Mapping[str, tuple[Assessment, ...]]:
        """The verdicts on each target."""
        return grouped(self.assessments, lambda a: a.target)

    @cached_property
    def assessments_on(self) -> Mapping[str, tuple[Assessment, ...]]:
        """The verdicts on each indicator, whether they name a target or not."""
        return grouped(self.assessments, lambda a: a.indicator)

    @cached_property
    def targets_of(self) -> Mapping[str, tuple[Target, ...]]:
        """The targets that each congress, document or programme set."""
        return grouped(self.targets.values(), lambda t: t.set_by)

    @cached_property
    def targets_with(self) -> Mapping[str, tuple[Target, ...]]:
        """The targets of each indicator."""
        return grouped(self.targets.values(), lambda t: t.indicator)

    @cached_property
    def contributions_of(self) -> Mapping[str, tuple[Contribution, ...]]:
        """The contributions of each programme."""
        return grouped(self.contributions, lambda c: c.programme)

    @cached_property
    def contributions_for(self) -> Mapping[str, tuple[Contribution, ...]]:
        """The contributions to each target or, where none is named, to each indicator."""
        return grouped(self.contributions, lambda c: c.target or c.indicator)

    @cached_property
    def assignments_of(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Who is in charge of each programme or document."""
        return grouped(self.assignments, lambda a: a.task)

    @cached_property
    def assignments_for(self) -> Mapping[str, tuple[Assignment, ...]]:
        """What each body is in charge of."""
        return grouped(self.assignments, lambda a: a.body)

    @cached_property
    def citations_of(self) -> Mapping[str, tuple[Citation, ...]]:
        """Where each document is mentioned."""
        return grouped(self.citations, lambda c: c.cited)

    @cached_property
    def relations_from(self) -> Mapping[str, tuple[Relation, ...]]:
        """The arrows that start at a thing."""
        return grouped(self.relations, lambda r: r.subject)

    @cached_property
    def relations_to(self) -> Mapping[str, tuple[Relation, ...]]:
        """The arrows that end at a thing."""
        return grouped(self.relations, lambda r: r.object)

    @cached_property
    def discrepancies_of(self) -> Mapping[str, tuple[Discrepancy, ...]]:
        """The discrepancies of each document, and of each statement that one was computed from."""
        return grouped(self.discrepancies, lambda d: (*d.documents, *d.derived_from))
