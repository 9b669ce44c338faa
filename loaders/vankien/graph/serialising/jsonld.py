"""JSON-LD that people can read: short names for properties and classes, plain values, one object for each node.

The context is made from the data: a property whose values are all IRIs, or all of one datatype, or all with a language,
says so once, and the values stand without wrapping.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from vankien.graph.terms.vocabulary import PREFIXES, RDF, VK, VK_IRI, XSD, last_part

Subject = NamedNode | BlankNode


@dataclass(frozen=True, slots=True)
class Term:
    """How the values of one property are written: under which key, and of which sort they all are (``@id``, a
    datatype's IRI, ``@language``, or empty for plain strings; None when they are of several sorts)."""

    key: str
    iri: str
    sort: str | None

    def definition(self) -> Any:
        """What the context says of the key."""
        if not self.sort:
            return compact(self.iri)
        if self.sort == "@language":
            return {"@id": compact(self.iri), "@container": "@language"}
        return {"@id": compact(self.iri), "@type": compact(self.sort)}


def _sort(value: object) -> str | None:
    if isinstance(value, NamedNode | BlankNode):
        return "@id"
    if not isinstance(value, Literal):
        return None
    if value.language:
        return "@language"
    return "" if value.datatype == XSD.string else value.datatype.value


def compact(iri: str) -> str:
    """An IRI with the prefix that we know for its namespace; whole if there is none.

    >>> compact("http://www.w3.org/ns/prov#used"), compact("https://example.org/x")
    ('prov:used', 'https://example.org/x')
    """
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest and not set(rest) & set("/#:?"):
            return f"{prefix}:{rest}"
    return iri


def to_terms(quads: Iterable[Quad]) -> dict[NamedNode, Term]:
    """The keys of the properties: their local names, our own before those of others; a second one of a name keeps its
    prefix."""
    sorts: dict[NamedNode, set[str | None]] = defaultdict(set)
    for q in quads:
        if q.predicate != RDF.type:
            sorts[q.predicate].add(_sort(q.object))
    terms: dict[NamedNode, Term] = {}
    taken = {"id", "type", *PREFIXES}
    for predicate in sorted(sorts, key=lambda p: (not p.value.startswith(VK.iri), p.value)):
        name = last_part(predicate.value)
        key = compact(predicate.value) if name in taken or not name.isidentifier() else name
        taken.add(key)
        (sort,) = sorts[predicate] if len(sorts[predicate]) == 1 else (None,)
        terms[predicate] = Term(key, predicate.value, sort)
    return terms


def _relative(node: Subject) -> str:
    if isinstance(node, BlankNode):
        return f"_:{node.value}"
    rest = node.value.removeprefix(VK_IRI)
    return rest if rest.startswith(("id/", "concept/", "graph/", "scheme/")) else node.value


def _wrapped(value: object) -> dict[str, str]:
    if isinstance(value, NamedNode | BlankNode):
        return {"id": _relative(value)}
    if not isinstance(value, Literal):
        raise TypeError(f"JSON-LD cannot hold {value}")
    if value.language:
        return {"@value": value.value, "@language": value.language}
    return {"@value": value.value, "type": compact(value.datatype.value)}


def _value(value: object, sort: str | None) -> Any:
    if sort is None or not isinstance(value, Literal):
        return _relative(value) if sort == "@id" and isinstance(value, NamedNode | BlankNode) else _wrapped(value)
    whole = sort == XSD["integer"].value and value.value.lstrip("-").isdigit() and str(int(value.value)) == value.value
    return int(value.value) if whole else value.value


def _one_or_many(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _by_language(values: list[object]) -> dict[str, Any]:
    texts: dict[str, list[str]] = defaultdict(list)
    for value in values:
        if isinstance(value, Literal):
            texts[str(value.language)].append(value.value)
    return {language: _one_or_many(texts[language]) for language in sorted(texts)}


def _node(subject: Subject, held: Mapping[NamedNode, list[object]], terms: Mapping[NamedNode, Term]) -> dict[str, Any]:
    node: dict[str, Any] = {"id": _relative(subject)}
    kinds = [k.value for k in held.get(RDF.type, ()) if isinstance(k, NamedNode)]
    if kinds:
        node["type"] = _one_or_many([k.removeprefix(VK.iri) if k.startswith(VK.iri) else compact(k) for k in kinds])
    for predicate in sorted((p for p in held if p != RDF.type), key=lambda p: terms[p].key):
        term, values = terms[predicate], held[predicate]
        if term.sort == "@language":
            node[term.key] = _by_language(values)
        else:
            node[term.key] = _one_or_many([_value(v, term.sort) for v in values])
    return node


def _context(terms: Mapping[NamedNode, Term]) -> dict[str, Any]:
    named = {t.key: t.definition() for t in sorted(terms.values(), key=lambda t: t.key)}
    return {"@base": VK_IRI, "@vocab": VK.iri, "id": "@id", "type": "@type", **PREFIXES, **named}


def quads_to_jsonld(quads: Iterable[Quad]) -> bytes:
    """One JSON-LD document, each graph with its nodes, one node a line; sorted, so that the same quads always give the
    same bytes. Raises TypeError for triples about triples."""
    ordered = sorted(set(quads), key=str)
    terms = to_terms(ordered)
    graphs: dict[Any, dict[Subject, dict[NamedNode, list[object]]]] = {}
    for q in ordered:
        if not isinstance(q.subject, NamedNode | BlankNode):
            raise TypeError(f"JSON-LD cannot hold {q.subject}")
        nodes = graphs.setdefault(q.graph_name, {})
        nodes.setdefault(q.subject, defaultdict(list))[q.predicate].append(q.object)
    parts: list[str] = []
    for graph in sorted(graphs, key=str):
        lines = [json.dumps(_node(s, held, terms), ensure_ascii=False) for s, held in graphs[graph].items()]
        inside = ",\n".join(lines)
        plain = isinstance(graph, DefaultGraph)
        parts.append(inside if plain else f'{{"id": {json.dumps(_relative(graph))}, "@graph": [\n{inside}\n]}}')
    context = json.dumps(_context(terms), ensure_ascii=False, indent=1)
    whole = ",\n".join(parts)
    return f'{{"@context": {context},\n"@graph": [\n{whole}\n]}}\n'.encode()
