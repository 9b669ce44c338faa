"""The vocabulary as values: classes and properties of the ontology, entries of the lists, shapes in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name
from vankien.explorer.book.things import Thing, Things, read_things
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import DCTERMS, OWL, PREFIXES, RDF, RDFS, SKOS, VK_IRI, last_part
from vankien.resources import files

_SH = PREFIXES["sh"]
_OWL = OWL.iri
_ALIGNED = (f"{_OWL}equivalentClass", f"{_OWL}equivalentProperty", f"{SKOS.iri}closeMatch", SKOS.exactMatch.value)
_SEVERITIES = ("Violation", "Warning", "Info")


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property: its sort (``class``, ``object``, ``datatype``), label, definition; IRIs of domain, range,
    superclasses or superproperties, inverse, and what it is aligned with in other vocabularies."""

    iri: str
    sort: str
    name: Name
    definition: Name
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    aligned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a list: key, names, definition, notations, other spellings, keys above it, and IRIs that it is aligned
    with."""

    iri: str
    scheme: str
    key: str
    name: Name
    definition: Name
    notations: tuple[str, ...]
    spellings: tuple[str, ...]
    broader: tuple[str, ...]
    aligned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A shape: its name, which is the code of its findings; the classes that it looks at; severity and message."""

    name: str
    file: str
    classes: tuple[str, ...]
    severity: str
    label: Name
    message: Name


@dataclass(frozen=True)
class Vocabulary:
    """The terms by IRI, the entries by scheme, the names of the schemes."""

    terms: Mapping[str, Term]
    entries: Mapping[str, tuple[Entry, ...]]
    schemes: Mapping[str, Name]


def _both(thing: Thing, predicate: NamedNode) -> Name:
    """A text of a property in both languages."""
    return Name(thing.text(predicate, "vi"), thing.text(predicate, "en"))


def _nodes(thing: Thing, *predicates: str) -> tuple[str, ...]:
    return tuple(iri for p in predicates for iri in thing.nodes(NamedNode(p)))


# --- terms ----------------------------------------------------------------------------------------------------


def _term(thing: Thing, sort: str) -> Term:
    return Term(
        thing.iri,
        sort,
        thing.name(RDFS.label, SKOS.prefLabel),
        _both(thing, SKOS.definition),
        _nodes(thing, f"{RDFS.iri}domain"),
        _nodes(thing, f"{RDFS.iri}range"),
        _nodes(thing, f"{RDFS.iri}subClassOf", f"{RDFS.iri}subPropertyOf"),
        _nodes(thing, f"{_OWL}inverseOf"),
        _nodes(thing, *_ALIGNED),
    )


def to_terms(things: Things) -> dict[str, Term]:
    """The classes, then the properties, of our own ontology, by name of the IRI."""
    sorts = (("Class", "class"), ("ObjectProperty", "object"), ("DatatypeProperty", "datatype"))
    ours = f"{VK_IRI}ontology#"
    terms = {
        t.iri: _term(t, sort)
        for kind, sort in sorts
        for t in things.of(NamedNode(_OWL + kind))
        if t.iri.startswith(ours)
    }
    return dict(sorted(terms.items(), key=lambda kv: (kv[1].sort != "class", kv[0].lower())))


# --- lists ----------------------------------------------------------------------------------------------------


def _entry(thing: Thing) -> Entry:
    scheme, _, key = thing.iri.removeprefix(f"{VK_IRI}concept/").partition("/")
    notations = {t.value for t in thing.terms(SKOS.notation)}
    spelt = {t.value for p in (SKOS.altLabel, SKOS.hiddenLabel) for t in thing.terms(p)}
    return Entry(
        thing.iri,
        scheme,
        key,
        thing.name(),
        _both(thing, SKOS.definition),
        tuple(sorted(notations)),
        tuple(sorted(spelt)),
        tuple(last_part(b) for b in thing.nodes(SKOS.broader)),
        _nodes(thing, *_ALIGNED),
    )


def to_entries(book: Book, things: Things) -> dict[str, tuple[Entry, ...]]:
    """The entries of each list, by their Vietnamese names; the lists by key."""
    held: dict[str, list[Entry]] = {}
    for concept in book.concepts.values():
        thing = things.by_iri.get(concept.iri)
        if thing is not None and concept.iri.startswith(f"{VK_IRI}concept/"):
            held.setdefault(concept.scheme, []).append(_entry(thing))
    return {scheme: tuple(held[scheme]) for scheme in sorted(held)}


def _scheme_names(things: Things) -> dict[str, Name]:
    return {last_part(t.iri): t.name(DCTERMS.title, SKOS.prefLabel, RDFS.label) for t in things.of(SKOS.ConceptScheme)}


# --- shapes ---------------------------------------------------------------------------------------------------


def _check(thing: Thing, holder: Thing, file: str) -> Check:
    """A message and the shape that it belongs to, which for a query is the shape that asks it."""
    severity = last_part(holder.node(NamedNode(f"{_SH}severity")))
    return Check(
        last_part(holder.iri),
        file,
        tuple(last_part(c) for c in _nodes(holder, f"{_SH}targetClass")),
        severity if severity in _SEVERITIES else _SEVERITIES[0],
        _both(holder, RDFS.label),
        _both(thing, NamedNode(f"{_SH}message")),
    )


def read_checks() -> tuple[Check, ...]:
    """The shapes of ``shapes/`` that have a message, file by file. Raises `MissingData` when the folder cannot be found."""
    checks: list[Check] = []
    for file in files("shapes", ".ttl"):
        things = read_things(Quad(q.subject, q.predicate, q.object) for q in parse(file.read_bytes(), RdfFormat.TURTLE))
        stem, every = file.name.removesuffix(".ttl"), things.by_iri
        found = [
            _check(t, every.get(t.iri.removesuffix("-query"), t), stem) for t in every.values() if t.terms(RDF.type)
        ]
        checks += sorted((c for c in found if c.message.vi), key=lambda c: (_SEVERITIES.index(c.severity), c.name))
    return tuple(checks)


# --- all ------------------------------------------------------------------------------------------------------


def read_vocabulary(book: Book, store: Store) -> Vocabulary:
    """The vocabulary of a store; ask for it by ``Context.once``."""
    iris = Iris(book.base)
    things = read_things(q for name in ("ontology", "vocabulary") for q in store.quads(iris.graph(name)))
    return Vocabulary(to_terms(things), to_entries(book, things), _scheme_names(things))


def count_uses(book: Book, store: Store) -> Counter[str]:
    """How often statements of documents lead to each list entry; ask for it by ``Context.once``."""
    concepts = f"{VK_IRI}concept/"
    graphs = [g for g in store.graphs() if is_document(g)]
    objects = (q.object for g in graphs for q in store.match(None, None, None, g))
    return Counter(o.value for o in objects if isinstance(o, NamedNode) and o.value.startswith(concepts))


def checks_of(book: Book, store: Store) -> tuple[Check, ...]:
    """The shapes in words; ask for it by ``Context.once``."""
    return read_checks()
