"""Facts → quads: one named graph per document, sorted, without blank nodes, the same for the same input."""

from __future__ import annotations

from collections import Counter

from pyoxigraph import Quad

from vankien.graph.describing.entities import Entities
from vankien.graph.describing.links import add_citation, add_link, add_setter
from vankien.graph.describing.provenance import add_source_text
from vankien.graph.describing.statements import (
    Numbering,
    Stated,
    add_assessment,
    add_discrepancy,
    add_findings,
    add_observation,
    add_target,
)
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.sheet import Sheet, day, text
from vankien.graph.terms.spans import period_span, whole_day
from vankien.graph.terms.vocabulary import SCHEMA, VK
from vankien.model import (
    Assessment,
    Body,
    CitedDocument,
    Congress,
    Discrepancy,
    Found,
    Lexicon,
    Link,
    Observation,
    Programme,
    Report,
    Source,
    Target,
)


def facts_to_dataset(report: Report, found: Found, lexicon: Lexicon, base: str | None = None) -> tuple[Quad, ...]:
    """The graph of one document: the document, its text, all facts with their evidence, all findings.

    Comes out sorted and without repeats, in the named graph ``graph/<report id>``. Names that would get one IRI are
    kept apart and reported as a finding `slug-collision`. Raises `BadUsage` for a base that is no IRI.
    """
    iris = Iris(base)
    sheet = Sheet(iris.graph(report.id))
    e = Entities(report, found, lexicon, iris, sheet)
    numbers = Numbering()
    _add_document(e)
    for congress in found.of(Congress):
        _add_congress(e, congress)
    for cited in found.of(CitedDocument):
        add_citation(e, numbers, cited, e.cited(cited))
    for body in found.of(Body):
        e.say(e.body(body.name), body.evidence)
    _add_programmes(e, found)
    targets = Stated(told=_told_in(e, found))
    for target in found.of(Target):
        targets.add(*add_target(e, numbers, target), target)
    for observation in found.of(Observation):
        add_observation(e, numbers, observation)
    for assessment in found.of(Assessment):
        add_assessment(e, numbers, assessment, targets)
    for link in found.of(Link):
        add_link(e, numbers, link, targets)
    for discrepancy in found.of(Discrepancy):
        add_discrepancy(e, numbers, discrepancy)
    add_findings(e, (*found.findings, *e.findings))
    return sheet.quads()


def _told_in(e: Entities, found: Found) -> int | None:
    """The year in which a document tells its results: that of its date, else the year in which most of their periods end (a
    plan that is told in between has a few that end later)."""
    if e.date:
        return e.date.year
    spans = (period_span(o.period) for o in found.of(Observation))
    ends = Counter(span[1].year for span in spans if span)
    return min(ends, key=lambda year: (-ends[year], year), default=None)


def _add_document(e: Entities) -> None:
    """The document itself and its text file."""
    source: Source | None = e.source
    e.sheet.typed(e.document, VK.Document)
    if source is not None:
        e.describe(e.document, source.genre, source.title, source.code, source.issuer, source.date)
        e.say(e.document, source.evidence)
    else:
        e.sheet.labelled(e.document, e.report.name)
    add_source_text(e.sheet, e.iris, e.report, e.document)


def _add_congress(e: Entities, fact: Congress) -> None:
    node = e.congress(fact.org, fact.ordinal, fact.term)
    e.say(node, fact.evidence)
    e.sheet.add(node, VK.term, e.period(fact.term))
    first, _, last = (fact.dates or "").partition("/")
    e.sheet.add(node, SCHEMA.startDate, day(whole_day(first)))
    e.sheet.add(node, SCHEMA.endDate, day(whole_day(last or first)))
    e.sheet.add(node, VK.venue, text(fact.venue))
    e.sheet.add(node, VK.theme, text(fact.theme))
    e.sheet.add(node, VK.motto, text(fact.motto))


def _add_programmes(e: Entities, found: Found) -> None:
    """The listed programmes; who set them comes after all of them are known."""
    for fact in found.of(Programme):
        node = e.programme(fact.name)
        e.say(node, fact.evidence)
        e.sheet.add(node, VK.programmeKind, e.listed("programme-kinds", fact.kind.replace("_", "-")))
        add_setter(e, node, fact)
