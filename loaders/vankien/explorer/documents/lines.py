"""Which facts were read from which line of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name, Source, Value
from vankien.explorer.documents.disputes import to_dispute


@dataclass(frozen=True, slots=True)
class Fact:
    """Something read from a line: its kind (a key of `KINDS`), its node, what it is about, and what it says of it: a value
    with its period, the key of a verdict, relation, role or mode, or another thing."""

    kind: str
    iri: str
    about: str
    value: Value | None = None
    period: str = ""
    key: str = ""
    other: str = ""


KINDS = {
    "congress": Name("đại hội", "congress"),
    "target": Name("chỉ tiêu", "target"),
    "observation": Name("số liệu", "value"),
    "assessment": Name("đánh giá", "verdict"),
    "programme": Name("chương trình", "programme"),
    "contribution": Name("phục vụ chỉ tiêu", "serves"),
    "document": Name("văn bản này", "this document"),
    "citation": Name("văn bản", "document"),
    "relation": Name("quan hệ", "relation"),
    "body": Name("cơ quan", "body"),
    "assignment": Name("phân công", "in charge"),
    "discrepancy": Name("mâu thuẫn", "discrepancy"),
    "finding": Name("phát hiện", "finding"),
}
"""The kinds of facts in the order in which a line shows them, and their names."""


def facts_and_sources(book: Book) -> Iterator[tuple[Fact, tuple[Source, ...]]]:
    """Everything that a document says, with its sources."""
    for c in book.congresses.values():
        yield Fact("congress", c.iri, c.iri), c.sources
    for s in book.statements:
        yield Fact("target", s.iri, s.target, s.value), s.sources
    for o in book.observations:
        yield Fact("observation", o.iri, o.indicator, o.value, o.period), o.sources
    for a in book.assessments:
        if a.mode != "computed":
            yield Fact("assessment", a.iri, a.target or a.indicator, None, a.as_of, a.verdict), a.sources
    for p in book.programmes.values():
        yield Fact("programme", p.iri, p.iri), p.sources
    for k in book.contributions:
        if k.mode != "inferred":
            yield Fact("contribution", k.iri, k.programme, key=k.mode, other=k.target or k.indicator), k.sources
    for d in book.documents.values():
        if d.report:
            yield Fact("document", d.iri, d.iri), d.sources
    for m in book.citations:
        yield Fact("citation", m.iri, m.cited), m.sources
    for r in book.relations:
        yield Fact("relation", r.iri, r.subject, key=r.relation, other=r.object), r.sources
    for b in book.bodies.values():
        yield Fact("body", b.iri, b.iri), b.sources
    for w in book.assignments:
        yield Fact("assignment", w.iri, w.task, key=w.role, other=w.body), w.sources


def _doubted(book: Book, report: str) -> Iterator[tuple[Fact, int]]:
    """What does not agree, and what was found while reading, on each line that it is about."""
    document = book.text_of_report[report].document
    for d in book.discrepancies:
        places = [(s.report, s.line) for s in d.sources] + [(s.report, s.line) for s in to_dispute(book, d).sides]
        own = {line for where, line in places if where == report and line}
        for line in own | (set(d.lines) if set(d.documents) == {document} else set()):
            yield Fact("discrepancy", d.iri, d.iri), line
    for f in book.findings:
        if f.report == report and f.line is not None:
            yield Fact("finding", f.iri, f.iri), f.line


def facts_by_line(book: Book, report: str, first: int = 1, last: int | None = None) -> Mapping[int, tuple[Fact, ...]]:
    """The facts of the lines `first` to `last` of a text, by the line that has the value, in the order of `KINDS`."""
    held = _by_report(book).get(report, {})
    return {line: facts for line, facts in held.items() if line >= first and (last is None or line <= last)}


@lru_cache(maxsize=2)
def _by_report(book: Book) -> Mapping[str, Mapping[int, tuple[Fact, ...]]]:
    """The facts of all texts by report id and line."""
    found: dict[str, dict[int, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact, sources in facts_and_sources(book):
        for report, line in dict.fromkeys((s.report, s.line) for s in sources):
            found[report][line].append(fact)
    for report in book.text_of_report:
        for fact, line in _doubted(book, report):
            found[report][line].append(fact)
    order = {kind: i for i, kind in enumerate(KINDS)}
    when = {iri: i for i, iri in enumerate(book.periods)}

    def place(fact: Fact) -> tuple[int, str, int]:
        return order[fact.kind], fact.about, when.get(fact.period, -1)

    return {
        report: {line: _together(facts, place) for line, facts in sorted(lines.items())}
        for report, lines in found.items()
    }


def _together(facts: list[Fact], place: Callable[[Fact], tuple[int, str, int]]) -> tuple[Fact, ...]:
    """Facts by kind, those about one thing together in the order of their periods, else as they were found."""
    first: dict[tuple[int, str], int] = {}
    for i, fact in enumerate(facts):
        first.setdefault(place(fact)[:2], i)
    return tuple(sorted(facts, key=lambda f: (place(f)[0], first[place(f)[:2]], place(f)[2])))


def spans_of(book: Book, report: str) -> Sequence[tuple[int, int]]:
    """The stretches of a text that facts were read from: offsets in the text as read, each once, in order."""
    return _spans(book).get(report, ())


@lru_cache(maxsize=2)
def _spans(book: Book) -> Mapping[str, Sequence[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for held in (*(sources for _, sources in facts_and_sources(book)), *(d.sources for d in book.discrepancies)):
        for s in held:
            if 0 <= s.start < s.end:
                found[s.report].add((s.start, s.end))
    return {report: sorted(spans) for report, spans in found.items()}
