"""What changed between two stores, RDF files or published graphs: facts that were added, are gone, have another value or
stand on another line, document by document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Quad

from vankien.graph.serialising.publish import is_published, without_sentences
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.sheet import Term
from vankien.graph.terms.vocabulary import (
    DCTERMS,
    ELI,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VK,
    VK_IRI,
    last_part,
    read_lexicon,
)

ChangeKind = OneOf["added", "gone", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its name, in Vietnamese too, its class, the properties that make two facts the same one (none: the
    node itself), and those whose values may change."""

    name: str
    vi: str
    cls: NamedNode
    identity: tuple[NamedNode, ...]
    values: tuple[NamedNode, ...]


KINDS: tuple[Kind, ...] = (
    Kind("text", "tệp văn bản", VK.SourceText, (), (VK.sha256, VK.lineCount)),
    Kind(
        "document", "văn kiện", VK.Document, (), (VK.genre, ELI.id_local, ELI.date_document, DCTERMS.title, VK.issuedBy)
    ),
    Kind(
        "congress",
        "đại hội",
        VK.Congress,
        (),
        (VK.term, SCHEMA.startDate, SCHEMA.endDate, VK.venue, VK.theme, VK.motto),
    ),
    Kind(
        "target",
        "mục tiêu",
        VK.TargetStatement,
        (VK.states,),
        (VK.comparator, SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue, SCHEMA.unitText, VK.basis, VK.printed),
    ),
    Kind(
        "observation",
        "số liệu",
        VK.Observation,
        (VK.indicator, VK.place, VK.scopeNote, VK.period),
        (VK.comparator, VK.value, VK.upperValue, SCHEMA.unitText, VK.status, VK.change),
    ),
    Kind(
        "assessment",
        "đánh giá",
        VK.Assessment,
        (VK.indicator, VK.target, VK.asOf, VK.mode),
        (VK.verdict, VK.percentOfTarget),
    ),
    Kind("programme", "chương trình", VK.Programme, (), (VK.programmeKind, VK.setBy, VK.establishedBy, VK.partOf)),
    Kind("body", "cơ quan", VK.Body, (), (VK.bodyKind, VK.level)),
    Kind("citation", "viện dẫn", VK.Citation, (VK.cited,), (VK.citedTitle,)),
    Kind("contribution", "đóng góp vào chỉ tiêu", VK.Contribution, (VK.programme, VK.indicator, VK.mode), (VK.target,)),
    Kind("relation", "quan hệ", VK.Relation, (VK.subject, VK.relation, VK.object), ()),
    Kind("assignment", "phân công", VK.Assignment, (VK.task, VK.body, VK.role), (VK.deadline,)),
    Kind("discrepancy", "mâu thuẫn", VK.Discrepancy, (RDFS.label, VK.rule), (VK.sideA, VK.sideB, VK.note)),
    Kind("finding", "phát hiện", VK.Finding, (VK.code,), (VK.severity, RDFS.label)),
)
"""The kinds that are compared, in the order in which they are told."""

OTHER = "other"
"""The name of what changed beside the facts: evidence, quotes, links between nodes."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: the report, what happened, the kind of fact, what it is about, value and line before and after
    (empty and None on the side that does not have it)."""

    report: str
    change: ChangeKind
    kind: str
    label: str
    before: str = ""
    after: str = ""
    line_before: int | None = None
    line_after: int | None = None


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact as it is compared: its identity and values as terms, and in words."""

    report: str
    kind: str
    key: tuple[str, ...]
    values: tuple[str, ...]
    label: str
    words: str
    line: int | None


_Properties = dict[NamedNode, dict[Term, None]]


# --- reading a graph --------------------------------------------------------------------------------------------


class _Facts:
    """The facts of one graph, and the words for them in one language."""

    def __init__(self, report: str, quads: Iterable[Quad], language: str) -> None:
        self._report, self._language = report, language
        self._subjects: dict[NamedNode, _Properties] = {}
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self._subjects.setdefault(quad.subject, {}).setdefault(quad.predicate, {})[quad.object] = None

    def all(self) -> Iterator[_Fact]:
        for node, properties in self._subjects.items():
            for kind in (kind for kind in KINDS if kind.cls in properties.get(RDF.type, ())):
                if kind.identity or properties.keys() & {VK.evidence, *kind.values}:
                    yield self._fact(kind, node, properties)

    def _fact(self, kind: Kind, node: NamedNode, properties: _Properties) -> _Fact:
        key = tuple(str(sorted(map(str, properties.get(p, ())))) for p in kind.identity) or (str(node),)
        values = tuple(str(sorted(map(str, properties.get(p, ())))) for p in kind.values)
        words = (self._words(p, properties[p]) for p in kind.values if p in properties)
        evidence = [e for e in properties.get(VK.evidence, ()) if isinstance(e, NamedNode)]
        lines = [t.value for e in (node, *evidence) for t in self._subjects.get(e, {}).get(VK.line, ())]
        line = min((int(n) for n in lines if n.isdigit()), default=None)
        report = self._report or ", ".join(sorted({e.value.split("/")[-2] for e in evidence}))
        return _Fact(report, kind.name, key, values, self._label(kind, node, properties), " ".join(words), line)

    def _label(self, kind: Kind, node: NamedNode, properties: _Properties) -> str:
        if kind.name == "finding":
            return next((t.value for t in properties.get(VK.code, ())), "")
        if kind.name in ("contribution", "relation", "assignment", "citation"):
            return " · ".join(self._words(p, properties[p]) for p in kind.identity if p in properties)
        own = self._name(node)
        about = [properties[p] for p in (VK.period, VK.asOf) if p in properties]
        return ", ".join(filter(None, (own, *(self._words(VK.period, terms) for terms in about))))

    def _name(self, node: NamedNode) -> str:
        """The label of a node in the language asked for, else in any; what stands in its IRI, if it has none."""
        properties = self._subjects.get(node, {})
        for predicate in (RDFS.label, SKOS.prefLabel, VK.term, VK.states, VK.indicator):
            found = properties.get(predicate, {})
            labels = sorted((t for t in found if isinstance(t, Literal)), key=lambda t: t.language != self._language)
            if labels:
                return labels[0].value
            if nodes := sorted((t for t in found if isinstance(t, NamedNode)), key=lambda t: t.value):
                return self._name(nodes[0])
        if node.value.startswith(f"{VK_IRI}concept/"):
            scheme, key = node.value.split("/")[-2:]
            concept = read_lexicon().concept(scheme, key)
            if concept is not None:
                return concept.en if self._language == "en" else concept.vi
        return last_part(node.value)

    def _words(self, predicate: NamedNode, terms: Iterable[Term]) -> str:
        if predicate == VK.comparator:
            return " ".join(_sign(last_part(t.value)) for t in terms)
        if predicate == VK.sha256:
            return " ".join(f"{t.value[:12]}…" for t in terms)
        if predicate == RDFS.label:
            said = [t for t in terms if isinstance(t, Literal)]
            return next((t.value for t in said if t.language == self._language), said[0].value if said else "")
        return ", ".join(sorted(self._name(t) if isinstance(t, NamedNode) else t.value for t in terms))


def _sign(key: str) -> str:
    concept = read_lexicon().concept("comparators", key)
    sign = concept.first("notation") if concept else key
    return "" if sign == "=" else sign


# --- comparing --------------------------------------------------------------------------------------------------


def _paired(before: Sequence[_Fact], after: Sequence[_Fact]) -> Iterator[Change]:
    """The differences between the facts of one identity: what is wholly equal goes first, then what has only moved, then
    what has another value; the rest was added or is gone."""
    left, right = list(before), list(after)
    for same in (
        lambda a, b: a.values == b.values and a.line == b.line,
        lambda a, b: a.values == b.values,
        lambda a, b: a.line == b.line,
        lambda a, b: True,
    ):
        for a in list(left):
            b = next((b for b in right if same(a, b)), None)
            if b is None:
                continue
            left.remove(a)
            right.remove(b)
            if a.values != b.values:
                yield Change(a.report, "changed", a.kind, b.label or a.label, a.words, b.words, a.line, b.line)
            elif a.line != b.line:
                yield Change(a.report, "moved", a.kind, b.label, a.words, b.words, a.line, b.line)
    yield from (Change(a.report, "gone", a.kind, a.label, before=a.words, line_before=a.line) for a in left)
    yield from (Change(b.report, "added", b.kind, b.label, after=b.words, line_after=b.line) for b in right)


def _by_identity(facts: Iterable[_Fact]) -> dict[tuple[str, ...], list[_Fact]]:
    groups: dict[tuple[str, ...], list[_Fact]] = {}
    for fact in sorted(facts, key=lambda f: (f.line or 0, f.values)):
        groups.setdefault((fact.report, fact.kind, *fact.key), []).append(fact)
    return groups


def compare_graphs(report: str, before: Sequence[Quad], after: Sequence[Quad], language: str = "vi") -> list[Change]:
    """The differences between two graphs of one report (or, without a name, of several), in order of lines.

    Quads that differ where no fact does are told as one change of the kind `OTHER`.
    """
    old = {(q.subject, q.predicate, q.object) for q in before}
    new = {(q.subject, q.predicate, q.object) for q in after}
    if old == new:
        return []
    left, right = (_by_identity(_Facts(report, quads, language).all()) for quads in (before, after))
    found = [c for key in {**left, **right} for c in _paired(left.get(key, ()), right.get(key, ()))]
    if not found:
        found = [Change(report, "changed", OTHER, "", f"-{len(old - new)}", f"+{len(new - old)}")]
    order = [kind.name for kind in KINDS] + [OTHER]
    return sorted(
        found,
        key=lambda c: (c.report, order.index(c.kind), c.line_after or c.line_before or 0, c.label, c.before, c.after),
    )


def _whole(report: str, change: ChangeKind, quads: Sequence[Quad], language: str) -> Change:
    """A document that only one side has."""
    facts = list(_Facts(report, quads, language).all())
    counts = ((sum(f.kind == kind.name for f in facts), kind) for kind in KINDS)
    words = ", ".join(f"{n} {kind.vi if language == 'vi' else kind.name}" for n, kind in counts if n)
    title = next((f.label for f in facts if f.kind == "document" and f.line is not None), report)
    if change == "gone":
        return Change(report, change, "document", title, before=words)
    return Change(report, change, "document", title, after=words)


def _names(store: Store) -> dict[str, NamedNode]:
    """The graphs that are compared, by name: the documents', and what is computed from all of them."""
    return {last_part(g.value): g for g in store.graphs() if is_document(g) or g.value.endswith("/graph/computed")}


def _is_read(quad: Quad) -> bool:
    """False for the catalogue and what is computed, which a file without named graphs may hold or not."""
    return isinstance(quad.subject, NamedNode) and not re.search(r"/computed/|/graph/[^/]+$", quad.subject.value)


def compare_stores(before: Store, after: Store, paths: tuple[Path, Path], language: str = "vi") -> Iterator[Change]:
    """All differences between two open stores, document by document; what is computed is compared where both have it.

    `paths` are where they were opened: a published graph has no sentences, so the other side is compared without them;
    a file without named graphs (Turtle, N-Triples) is compared as a whole.
    """
    published = any(is_published(path) for path in paths)

    def quads(store: Store, *graphs: NamedNode) -> list[Quad]:
        found = [q for graph in graphs for q in store.quads(graph)]
        return without_sentences(found) if published else found

    left, right = _names(before), _names(after)
    if any(path.suffix.lower() in (".ttl", ".nt") and path.is_file() for path in paths):
        first, second = ([q for q in quads(s, *n.values()) if _is_read(q)] for s, n in ((before, left), (after, right)))
        yield from compare_graphs("", first, second, language)
        return
    for report in sorted({*left, *right}):
        if report in left and report in right:
            yield from compare_graphs(report, quads(before, left[report]), quads(after, right[report]), language)
        elif report != "computed":
            held: Mapping[str, NamedNode] = left if report in left else right
            change: ChangeKind = "gone" if report in left else "added"
            yield _whole(report, change, quads(before if report in left else after, held[report]), language)
