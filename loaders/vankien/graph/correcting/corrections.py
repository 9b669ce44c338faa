"""What people correct: the graph ``graph/corrections``, as values and as quads.

A correction has two halves. The *record* is what a person said, once: which fact (by what it says and where), what is
wrong with it or what it should say, who and when. The *outcome* is what that means for the graph of the document as it is
now: made anew whenever the document is read again (see `correct`). It lists the triples that were withdrawn, as reified
`rdf:Statement` nodes (said, no longer asserted), and those that were added, so that what was read can always be had back.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal as OneOf
from typing import get_args

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.terms.iris import Iris, hash8
from vankien.graph.terms.sheet import Sheet, Term, integer, text
from vankien.graph.terms.vocabulary import PROV, RDF, RDFS, VK, XSD
from vankien.vietnamese import nfc

Action = OneOf["wrong", "edit", "add"]
State = OneOf["in-force", "text-changed", "without-fact", "without-document"]

ACTIONS: tuple[str, ...] = get_args(Action)
FIELDS = ("value", "comparator", "upper", "unit", "period", "indicator", "programme", "scope")
"""What a correction can say anew; each is a property (`vk:newValue` ...) and a column of the sheet."""
PERSON = "person"
"""The rule of evidence that a person gave."""

Triple = tuple[NamedNode, NamedNode, Term]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Which fact a correction is about: report, kind, line, label as printed, all that it says, hash of its quote.

    For a fact that was added, `says` is empty, and `text` is the hash of the file that the person had before them.
    """

    report: str
    kind: str
    line: int
    label: str
    says: str
    quote: str
    text: str = ""

    @property
    def words(self) -> str:
        """The value that the fact had, as it is shown: the first part of what it says."""
        return self.says.partition(" | ")[0]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of one fact: new values by field (a key of a list, a number, or a name), a note, the sentence of
    an added fact, who, and on which day."""

    action: Action
    anchor: Anchor
    by: str
    on: str
    values: tuple[tuple[str, str], ...] = ()
    note: str = ""
    sentence: str = ""

    @property
    def key(self) -> str:
        """What makes it one: two corrections of one fact have one key, and the later one stands."""
        a = self.anchor
        said = (a.report, a.kind, str(a.line), a.label, a.says, a.quote)
        return f"{a.line}-{hash8('|'.join((*said, *map(str, self.values)) if self.action == 'add' else said))}"

    @property
    def given(self) -> dict[str, str]:
        """The new values by field."""
        return dict(self.values)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: its state, the facts that it is about and that it made (IRIs, or None), the triples
    withdrawn and added."""

    state: State
    fact: NamedNode | None = None
    made: NamedNode | None = None
    withdrawn: frozenset[Triple] = frozenset()
    added: frozenset[Triple] = frozenset()


NO_DOCUMENT = Outcome("without-document")
"""The outcome where the store does not have the document."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A correction with its outcome."""

    correction: Correction
    outcome: Outcome = NO_DOCUMENT

    @property
    def report(self) -> str:
        """The report that it is about."""
        return self.correction.anchor.report


def quote_hash(quote: str) -> str:
    """The SHA-256 of a sentence, whatever its blanks and normal form; empty for no sentence."""
    words = " ".join(nfc(quote).split())
    return hashlib.sha256(words.encode()).hexdigest() if words else ""


def node_of(iris: Iris, correction: Correction) -> NamedNode:
    """The IRI of a correction."""
    return iris.correction(correction.anchor.report, correction.key)


# --- values -> quads ------------------------------------------------------------------------------------------


def _record(sheet: Sheet, iris: Iris, c: Correction) -> NamedNode:
    node, a = sheet.typed(node_of(iris, c), VK.Correction), c.anchor
    sheet.add(node, VK.action, text(c.action))
    for predicate, said in (
        (VK.aboutReport, a.report),
        (VK.aboutKind, a.kind),
        (VK.aboutLabel, a.label),
        (VK.aboutContent, a.says),
        (VK.aboutQuote, a.quote),
        (VK.aboutText, a.text),
        (VK.correctionNote, c.note),
        (VK.givenSentence, c.sentence),
    ):
        sheet.add(node, predicate, text(said))
    sheet.add(node, VK.aboutLine, integer(a.line))
    for field, value in c.values:
        sheet.add(node, new_property(field), text(value))
    person = sheet.typed(iris.person(c.by), PROV.Person)
    sheet.add(person, RDFS.label, text(c.by))
    review, moment = sheet.typed(iris.review(c.by, c.on), VK.Review), Literal(f"{c.on}T00:00:00", datatype=XSD.dateTime)
    sheet.add(review, PROV.wasAssociatedWith, person)
    sheet.add(review, PROV.endedAtTime, moment)
    sheet.add(node, PROV.wasAttributedTo, person)
    sheet.add(node, PROV.wasGeneratedBy, review)
    sheet.add(node, PROV.generatedAtTime, moment)
    return node


def _reify(sheet: Sheet, iris: Iris, triple: Triple) -> NamedNode:
    node = sheet.typed(iris.reified(*map(str, triple)), VK.Triple, RDF.Statement)
    for predicate, term in zip((RDF.subject, RDF.predicate, RDF.object), triple, strict=True):
        sheet.add(node, predicate, term)
    return node


def entries_to_quads(iris: Iris, entries: Iterable[Entry]) -> tuple[Quad, ...]:
    """The graph of corrections, sorted."""
    sheet = Sheet(iris.graph("corrections"))
    for entry in entries:
        node, outcome = _record(sheet, iris, entry.correction), entry.outcome
        sheet.add(node, VK.correctionState, text(outcome.state))
        sheet.add(node, VK.corrects, outcome.fact)
        sheet.add(node, VK.correctedAs, outcome.made)
        if outcome.fact is not None:
            sheet.add(outcome.fact, VK.rejectedBy, node)
        for triple in outcome.withdrawn:
            sheet.add(node, VK.withdraws, _reify(sheet, iris, triple))
        for triple in outcome.added:
            sheet.add(node, VK.adds, _reify(sheet, iris, triple))
    return sheet.quads()


def new_property(field: str) -> NamedNode:
    """The property of a new value: ``vk:newValue`` ..."""
    return VK[f"new{field.capitalize()}"]


# --- quads -> values ------------------------------------------------------------------------------------------

_Held = Mapping[NamedNode, Mapping[NamedNode, list[Term]]]


def _one(held: _Held, node: NamedNode, predicate: NamedNode) -> str:
    return next((t.value for t in held.get(node, {}).get(predicate, ())), "")


def _to_correction(held: _Held, node: NamedNode) -> Correction:
    def say(predicate: NamedNode) -> str:
        return _one(held, node, predicate)

    about = (say(p) for p in (VK.aboutLabel, VK.aboutContent, VK.aboutQuote, VK.aboutText))
    values = tuple((f, say(new_property(f))) for f in FIELDS if say(new_property(f)))
    by = _one(held, NamedNode(say(PROV.wasAttributedTo)), RDFS.label)
    return Correction(
        say(VK.action),  # type: ignore[arg-type]
        Anchor(say(VK.aboutReport), say(VK.aboutKind), int(say(VK.aboutLine)), *about),
        by,
        say(PROV.generatedAtTime).partition("T")[0],
        values,
        say(VK.correctionNote),
        say(VK.givenSentence),
    )


def _to_outcome(held: _Held, node: NamedNode) -> Outcome:
    def nodes(predicate: NamedNode) -> list[NamedNode]:
        return [t for t in held[node].get(predicate, ()) if isinstance(t, NamedNode)]

    def triples(predicate: NamedNode) -> frozenset[Triple]:
        parts = (RDF.subject, RDF.predicate, RDF.object)
        return frozenset(tuple(held[n][p][0] for p in parts) for n in nodes(predicate))  # type: ignore[misc]

    return Outcome(
        _one(held, node, VK.correctionState),  # type: ignore[arg-type]
        next(iter(nodes(VK.corrects)), None),
        next(iter(nodes(VK.correctedAs)), None),
        triples(VK.withdraws),
        triples(VK.adds),
    )


def quads_to_entries(quads: Iterable[Quad]) -> list[Entry]:
    """The corrections that a graph of corrections holds, in order of reports and lines."""
    held: dict[NamedNode, dict[NamedNode, list[Term]]] = {}
    for q in quads:
        if isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode | Literal):
            held.setdefault(q.subject, {}).setdefault(q.predicate, []).append(q.object)
    nodes = [n for n, said in held.items() if VK.Correction in said.get(RDF.type, ())]
    entries = [Entry(_to_correction(held, n), _to_outcome(held, n)) for n in nodes]
    return sorted(entries, key=lambda e: (e.report, e.correction.anchor.line, e.correction.key))
