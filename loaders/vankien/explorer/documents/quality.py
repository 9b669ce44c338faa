"""How well each document was read: coverage, sources, findings, what the shapes say, repairs, runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name, Source, Text
from vankien.explorer.documents.lines import facts_and_sources
from vankien.explorer.wording.findings import SEVERITIES
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import PROV, SCHEMA
from vankien.model import Finding

STATEMENTS = ("target", "observation", "assessment", "contribution", "citation", "relation", "assignment")
"""The kinds of facts that need a line each; things (bodies, documents ...) may be known by what others say of them."""


def sourced(book: Book) -> Mapping[str, tuple[int, int]]:
    """How many statements of each kind there are, and how many of them have a line."""
    found = {kind: [0, 0] for kind in STATEMENTS}
    for fact, sources in facts_and_sources(book):
        if fact.kind in found:
            found[fact.kind][0] += 1
            found[fact.kind][1] += any(s.line > 0 for s in sources)
    return {kind: (n, with_line) for kind, (n, with_line) in found.items()}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What one shape says of a document: code, severity, message without the line, the lines, how often."""

    code: str
    severity: str
    message: Name
    lines: tuple[int, ...]
    times: int


_AT_LINE = re.compile(r"^(?:Dòng|Line) \d+: ")


def _general(message: str) -> str:
    """A message without the line that it begins with."""
    words = _AT_LINE.sub("", message)
    return words[:1].upper() + words[1:]


def complaints(findings: Iterable[Finding]) -> tuple[Complaint, ...]:
    """What the shapes say, the same message once, the gravest and most frequent first."""
    held: dict[tuple[str, str, str, str], list[int]] = {}
    for f in findings:
        held.setdefault((f.code, f.severity, _general(f.vi), _general(f.en)), []).append(f.line or 0)
    order = {severity: i for i, severity in enumerate(SEVERITIES)}
    made = [
        Complaint(code, severity, Name(vi, en), tuple(sorted(set(lines) - {0})), len(lines))
        for (code, severity, vi, en), lines in held.items()
    ]
    return tuple(sorted(made, key=lambda c: (order.get(c.severity, 9), -c.times, c.code, c.message.vi)))


@dataclass(frozen=True, slots=True)
class Repair:
    """A value that was not taken as printed: where, what was printed, why."""

    source: Source
    fact: str
    about: str


def repairs(book: Book, report: str) -> tuple[Repair, ...]:
    """The repaired values of a text, each stretch once, in the order of its lines."""
    found: dict[tuple[int, int, int, str], Repair] = {}
    for fact, sources in facts_and_sources(book):
        for s in sources:
            if s.report == report and s.repaired_from:
                found.setdefault((s.line, s.start, s.end, s.repaired_from), Repair(s, fact.iri, fact.about))
    return tuple(found[k] for k in sorted(found))


@dataclass(frozen=True, slots=True)
class Run:
    """A load that read a text: when, by which version."""

    moment: str
    version: str


def runs_of(store: Store, text: Text) -> tuple[Run, ...]:
    """The loads that read a text, the first first; none in a graph that was published without them."""

    def value(subject: NamedNode, predicate: NamedNode) -> str:
        found = (q.object for q in store.match(subject, predicate, None, None))
        return min((o.value for o in found if isinstance(o, Literal | NamedNode)), default="")

    runs = []
    for quad in store.match(None, PROV.used, NamedNode(text.iri), None):
        if isinstance(quad.subject, NamedNode):
            agent = value(quad.subject, PROV.wasAssociatedWith)
            version = value(NamedNode(agent), SCHEMA.softwareVersion) if agent else ""
            runs.append(Run(value(quad.subject, PROV.endedAtTime), version))
    return tuple(sorted(set(runs), key=lambda r: (r.moment, r.version)))
