"""SHACL: one document at a time, with the vocabulary and what is known of the things that it mentions; the computed
graph likewise.

That is exact and linear: a document's graph types what it mentions, lists lie in the vocabulary, and the types of what
only other documents describe are added from the store.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.errors import VankienError
from vankien.graph.access.opening import open_store
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document, vocabulary_quads
from vankien.graph.terms.vocabulary import OWL, RDF, RDFS, SKOS, VK, VOID, last_part
from vankien.graph.validation.checked import (
    check_key,
    checked_folder,
    forget_others,
    keep_checked,
    read_checked,
    state_key,
)
from vankien.graph.workers import share_out
from vankien.model import Finding, Severity
from vankien.resources import files

if TYPE_CHECKING:
    from rdflib import Graph, Literal
    from rdflib.term import Node

    from vankien.graph.validation.data import DataGraph

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Validation:
    """What SHACL says of one document: its findings, sorted by line, and the report as N-Triples (whose blank nodes are
    pySHACL's, named anew each time)."""

    report: str
    findings: tuple[Finding, ...]
    triples: bytes = field(compare=False)

    @property
    def conforms(self) -> bool:
        """True without a finding of severity Violation."""
        return not any(f.severity == "Violation" for f in self.findings)


def _to_graph(quads: Iterable[Quad]) -> DataGraph:
    """The triples as pySHACL reads them (which takes a while to import)."""
    from vankien.graph.validation.data import quads_to_graph

    with _quiet():
        return quads_to_graph(quads)


@cache
def shapes() -> Graph:
    """All shapes of ``shapes/``, parsed once. Raises `MissingData` when the folder cannot be found."""
    return _to_graph(
        Quad(q.subject, q.predicate, q.object) for f in files("shapes", ".ttl") for q in _parse(f.name, f.read_bytes())
    )


def _parse(name: str, data: bytes) -> list[Quad]:
    """Blank nodes get the file's name, so that those of two files never meet."""
    stem = name.removesuffix(".ttl").replace("-", "")

    def own(term: Any) -> Any:
        return ox.BlankNode(f"{stem}{term.value}") if isinstance(term, ox.BlankNode) else term

    return [Quad(own(q.subject), q.predicate, own(q.object)) for q in ox.parse(data, RdfFormat.TURTLE)]


@cache
def _described() -> dict[str, tuple[Quad, ...]]:
    """The vocabulary by subject."""
    subjects: dict[str, list[Quad]] = {}
    for quad in vocabulary_quads():
        if isinstance(quad.subject, NamedNode):
            subjects.setdefault(quad.subject.value, []).append(quad)
    return {subject: tuple(quads) for subject, quads in subjects.items()}


@cache
def _classes() -> tuple[Quad, ...]:
    """The class tree, which `sh:class` needs."""
    return tuple(q for quads in _described().values() for q in quads if q.predicate == RDFS.subClassOf)


def _described_in(quads: Iterable[Quad]) -> set[NamedNode]:
    """The IRIs that a graph itself describes: to say what one equals (``owl:sameAs``) does not describe it."""
    same = (OWL.sameAs, SKOS.exactMatch)
    return {q.subject for q in quads if isinstance(q.subject, NamedNode) and q.predicate not in same}


def _mentioned(quads: Iterable[Quad]) -> set[NamedNode]:
    """The IRIs that a graph mentions and does not itself describe."""
    quads = list(quads)
    nodes = {node for q in quads for node in (q.subject, q.object) if isinstance(node, NamedNode)}
    return nodes - _described_in(quads)


def context_of(quads: Iterable[Quad], types: Iterable[Quad] = ()) -> list[Quad]:
    """What a document's graph is validated with: the class tree, the list entries that it uses (described here or
    not), and the `types` of everything else that it mentions."""
    quads = list(quads)
    used = {q.object.value for q in quads if isinstance(q.object, NamedNode)} | {
        q.subject.value for q in quads if isinstance(q.subject, NamedNode)
    }
    context = [*_classes(), *(q for iri in used for q in _described().get(iri, ()))]
    return [*context, *types]


def types_of_mentioned(quads: Iterable[Quad], store: Store | None) -> list[Quad]:
    """The types that a store knows of what a document mentions and does not itself describe."""
    return [] if store is None else store.match_all(_mentioned(quads), RDF.type)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep the tracebacks that rdflib logs for ill-formed literals from the user; SHACL reports those itself."""
    loggers = [logging.getLogger(name) for name in ("rdflib", "rdflib.term", "pyshacl", "pyshacl-validate")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _run(data: Graph) -> Graph:
    import pyshacl
    from rdflib import Graph

    with _quiet():
        _, report, text = pyshacl.validate(
            data, shacl_graph=shapes(), inference="none", advanced=True, inplace=True, do_owl_imports=False
        )
    if not isinstance(report, Graph):  # pySHACL gives its error back in the place of the report
        raise VankienError(f"the shapes cannot be used: {' '.join(str(text).split())}")
    return report


# --- results ------------------------------------------------------------------------------------------------


def _line_of(data: Graph, focus: Node) -> int | None:
    """The line of a node: its own, else its evidence's; of a target, the line of its first wording."""
    from rdflib import URIRef

    line, evidence, states = (URIRef(p.value) for p in (VK.line, VK.evidence, VK.states))
    read = [e for node in (focus, *data.subjects(states, focus)) for e in data.objects(node, evidence)]
    own = [data.value(focus, line), *(data.value(e, line) for e in read)]
    numbers = sorted(int(str(n)) for n in own if n is not None and str(n).isdigit())
    return numbers[0] if numbers else None


def _code_of(source: Node | None, component: Node | None) -> str:
    """The local name of the shape; of its constraint, with the owner's name, for a shape without a name."""
    from rdflib import BNode, URIRef

    if isinstance(source, URIRef):
        return last_part(str(source))
    owners = shapes().subjects(URIRef(_SH + "property"), source) if isinstance(source, BNode) else iter(())
    owner = next((last_part(str(s)) for s in owners if isinstance(s, URIRef)), "")
    constraint = last_part(str(component or "")).removesuffix("ConstraintComponent") or "shape"
    return f"{owner}.{constraint}" if owner else constraint


@cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The messages of the shapes as patterns, with their language: pySHACL drops it where it fills in a value."""
    from rdflib import Literal, URIRef

    messages = (m for m in shapes().objects(None, URIRef(_SH + "message")) if isinstance(m, Literal) and m.language)
    return tuple(
        (re.compile("(.*?)".join(map(re.escape, re.split(r"\{[?$]\w+\}", str(m)))), re.DOTALL), str(m.language))
        for m in sorted(messages)
    )


def _in_language(message: Literal) -> tuple[str, tuple[str, ...]]:
    """The language of a message, and the values that were filled in."""
    for pattern, language in _templates():
        if (not message.language or str(message.language) == language) and (found := pattern.fullmatch(str(message))):
            return language, found.groups()
    return str(message.language or "en"), ()


_Key = tuple[str, str, str, str, tuple[str, ...]]


def _messages(report: Graph) -> dict[_Key, dict[str, str]]:
    """The results of a report by focus node, value, code, severity and filled-in values: message by language."""
    from rdflib import Literal, URIRef

    def value(result: Node, local: str) -> Node | None:
        return report.value(result, URIRef(_SH + local))

    found: dict[_Key, dict[str, str]] = {}
    for result in report.subjects(URIRef(RDF.type.value), URIRef(_SH + "ValidationResult")):
        code = _code_of(value(result, "sourceShape"), value(result, "sourceConstraintComponent"))
        severity = last_part(str(value(result, "resultSeverity") or "Violation"))
        focus, at = str(value(result, "focusNode")), value(result, "value")
        about = str(at) if isinstance(at, URIRef) else ""
        for message in report.objects(result, URIRef(_SH + "resultMessage")):
            language, filled = _in_language(message if isinstance(message, Literal) else Literal(str(message)))
            found.setdefault((focus, about, code, severity, filled), {}).setdefault(
                language, " ".join(str(message).split())
            )
    return found


def _to_finding(key: _Key, messages: dict[str, str], data: Graph, own: set[str], name: str) -> Finding | None:
    """One result as a finding about a node of the document: the value if it is one, else the focus node."""
    from rdflib import URIRef

    focus, about, code, severity, _ = key
    subject = about if about in own and _line_of(data, URIRef(about)) is not None else focus
    if subject not in own:
        return None
    if _line_of(data, URIRef(focus)) is not None:
        subject = focus
    first = next(iter(messages.values()), code)
    english, vietnamese = messages.get("en", first), messages.get("vi", first)
    return Finding(code, _severity(severity), name, _line_of(data, URIRef(subject)), vietnamese, english, subject)


def _severity(name: str) -> Severity:
    return name if name in ("Violation", "Warning", "Info") else "Info"  # type: ignore[return-value]


def validate_quads(quads: Iterable[Quad], report: str = "", store: Store | None = None) -> Validation:
    """Validate the graph of one document, or the computed graph.

    `quads` are its triples, `report` its id for the findings; `store` knows the types of what only other documents
    describe. Only nodes that the document itself describes are reported. Raises `MissingData` without shapes.
    """
    quads = list(quads)
    return validate_with_types(quads, report, types_of_mentioned(quads, store))


def validate_with_types(quads: list[Quad], report: str, types: list[Quad]) -> Validation:
    """Validate the graph of one document, beside the types of what only other documents describe."""
    own = {node.value for node in _described_in(quads)} - set(_described())
    data = _to_graph([*quads, *context_of(quads, types)])
    data.examine(own)
    result = _run(data)
    findings = (_to_finding(key, messages, data, own, report) for key, messages in _messages(result).items())
    kept = {f for f in findings if f is not None}
    triples = result.serialize(format="nt", encoding="utf-8")
    return Validation(report, tuple(sorted(kept, key=lambda f: (f.line or 0, f.code, f.subject, f.en))), triples)


def _validate_graph(graph: NamedNode, path: Path, force: bool) -> Validation:
    """Validate one document of a store on disk, or fetch what was found when its graph was no different."""
    report, folder = last_part(graph.value), checked_folder(path)
    with open_store(path, read_only=True) as store:
        quads = store.quads(graph)
        types = types_of_mentioned(quads, store)
        key = check_key(quads, types)
        known = None if force else read_checked(folder, report, key=key)
        result = Validation(report, *known) if known is not None else validate_with_types(quads, report, types)
        state = state_key(store.state)
    keep_checked(folder, report, result.findings, result.triples, key=key, state=state)
    return result


def _unchanged(graphs: Iterable[NamedNode], store: Store, path: Path) -> dict[NamedNode, Validation]:
    """What was found in the same files of the store, by graph."""
    folder, state = checked_folder(path), state_key(store.state)
    known = ((graph, read_checked(folder, last_part(graph.value), state=state)) for graph in graphs)
    return {graph: Validation(last_part(graph.value), *found) for graph, found in known if found is not None}


def _sizes(store: Store) -> dict[NamedNode, int]:
    """How many triples each document has, as the catalogue says."""
    found = store.match(None, VOID.triples, None, None)
    return {q.subject: int(q.object.value) for q in found if isinstance(q.subject, NamedNode)}  # type: ignore[union-attr]


def validate_store(store: Store, jobs: int = 1, force: bool = False) -> Iterator[Validation]:
    """Validate every document of a store, what is computed from them and the corrections of them, in order of their
    graphs; those of a store on disk `jobs` at a time.

    Of a store on disk the results are kept (see `checked`), and a document for which nothing has changed is not
    validated again, unless `force`.
    """
    graphs = [g for g in store.graphs() if is_document(g) or last_part(g.value) in ("computed", "corrections")]
    if store.path is None:
        for graph in graphs:
            yield validate_quads(store.quads(graph), last_part(graph.value), store)
        return
    done = {} if force else _unchanged(graphs, store, store.path)
    sizes = _sizes(store)
    work = partial(_validate_graph, path=store.path, force=force)
    changed = [graph for graph in graphs if graph not in done]
    for index, result in share_out(work, changed, jobs, lambda graph: sizes.get(graph, 0)):
        done[changed[index]] = result
    forget_others(checked_folder(store.path), [last_part(g.value) for g in graphs])
    yield from (done[graph] for graph in graphs)
