"""A node that has no page of its own: all that is said of it, where it is used, and why it is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from vankien.errors import QueryError
from vankien.explorer.addresses.dereference import NODE, node_of
from vankien.explorer.addresses.paths import source_path
from vankien.explorer.asking.answer_table import node_link
from vankien.explorer.book.records import Source
from vankien.explorer.book.terms import read_vocabulary
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.graph.asking.why import Ground, Why, explain
from vankien.graph.serialising.jsonld import compact
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import VK_IRI

MOST_USES = 30
"""How many nodes are shown that lead to this one by the same property."""


@dataclass(frozen=True, slots=True)
class Uses:
    """The nodes that lead to a node by one property: the first of them, and how many there are."""

    predicate: str
    first: tuple[str, ...]
    total: int


def said_of(store: Store, iri: str) -> Mapping[str, list[NamedNode | Literal]]:
    """All that is said of a node, by property; the same thing said in several graphs once."""
    found: dict[str, set[NamedNode | Literal]] = defaultdict(set)
    for quad in store.match(NamedNode(iri), None, None, None):
        if isinstance(quad.object, NamedNode | Literal):
            found[quad.predicate.value].add(quad.object)
    return {p: sorted(found[p], key=str) for p in sorted(found)}


def uses_of(store: Store, iri: str) -> list[Uses]:
    """Which nodes lead to a node, by property."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in store.match(None, None, NamedNode(iri), None):
        if isinstance(quad.subject, NamedNode):
            found[quad.predicate.value].add(quad.subject.value)
    ordered = {p: sorted(found[p]) for p in sorted(found)}
    return [Uses(p, tuple(iris[:MOST_USES]), len(iris)) for p, iris in ordered.items()]


def why(c: Context, iri: str) -> Why | None:
    """Why the node is there; None for a node that is no thing of the graph."""
    try:
        return explain(c.store, iri, c.book.base)
    except QueryError:
        return None


def _kind(c: Context, name: str) -> str:
    """The name of a class of ours."""
    term = c.once(read_vocabulary).terms.get(f"{VK_IRI}ontology#{name}")
    return c.say(term.name) if term else ""


def _property(c: Context, iri: str) -> Markup:
    words, href = compact(iri), c.href(iri)
    return Markup('<a href="{}">{}</a>').format(href, words) if href else Markup("{}").format(words)


def _value(c: Context, value: NamedNode | Literal) -> Markup:
    if isinstance(value, NamedNode):
        return node_link(c, value.value)
    tongue = value.language if value.language and value.language != c.language else ""
    return (
        Markup('<span lang="{}">{}</span>').format(tongue, value.value) if tongue else Markup("{}").format(value.value)
    )


def _place(c: Context, ground: Ground) -> Markup:
    """The source of a mention."""
    if ground.line is None:
        return Markup("{}").format(ground.report)
    if ground.report in c.book.text_of_report:
        return c.source(Source("", ground.report, ground.line, ground.line, ground.line, ground.rule))
    return Markup('<a href="{}">{}, {}</a>').format(
        c.to(source_path(ground.report, ground.line)), ground.report, ground.line
    )


def node(c: Context, rest: str) -> Shown | None:
    """``_node/<path of an IRI of ours>``."""
    iri = node_of(c.book, c.store, rest)
    if not iri:
        return None
    said, reason = said_of(c.store, iri), why(c, iri)
    label = reason.label if reason else ""
    filling = {
        "iri": iri,
        "page": c.href(iri),
        "kind": _kind(c, reason.kind) if reason else "",
        "why": reason,
        "said": [(_property(c, p), [_value(c, v) for v in values]) for p, values in said.items()],
        "uses": [
            (_property(c, u.predicate), [node_link(c, s) for s in u.first], u.total) for u in uses_of(c.store, iri)
        ],
        "place": lambda ground: _place(c, ground),
        "derived": [node_link(c, i) for i in reason.derived] if reason else [],
    }
    rows = [(p, v.value, getattr(v, "language", None) or "") for p, values in said.items() for v in values]
    return Shown(label or rest, "node.html", filling, [iri], Rows(("property", "value", "language"), rows))


ROUTES = (Route(NODE, node, lambda book: (), served_only=True),)
