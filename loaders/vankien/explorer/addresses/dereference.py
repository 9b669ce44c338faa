"""IRIs as addresses: the page of a thing or the data about it, for a request of the path that its IRI has.

Everything that the graph says something of leads somewhere: what has no page and no place on one, to ``_node/``.
"""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import NamedNode

from vankien.explorer.addresses.paths import path_of
from vankien.explorer.book.book import Book
from vankien.explorer.downloads import Downloads
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import VK_IRI, last_part

KINDS = ("id", "concept", "scheme", "shape", "ontology", "graph", "published")
"""The first parts of the paths of our IRIs."""

NODE = "_node"
"""The first part of the path of the page of a node that has none of its own."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where an IRI leads: the path of a page (with a place on it), the path of the page whose data are about it, or the
    file that holds it whole, without its suffix."""

    page: str
    data: str = ""
    file: str = ""


def node_of(book: Book, store: Store, path: str) -> str:
    """The IRI of ours that has a path and that the store knows; an empty text if there is none."""
    for base in dict.fromkeys((book.base, VK_IRI)):
        try:
            node = NamedNode(f"{base}{path}")
        except ValueError:
            return ""
        known = (
            next(iter(store.inner.quads_for_pattern(*pattern)), None)
            for pattern in ((node, None, None), (None, None, node), (None, None, None, node))
        )
        if any(known):
            return node.value
    return ""


def leads_to(book: Book, store: Store, downloads: Downloads, path: str) -> Leads | None:
    """Where the IRI with a path leads; None for a path that is no IRI's, and for one that is itself a page."""
    kind, _, rest = path.partition("/")
    if kind not in KINDS:
        return None
    match kind:
        case "ontology":
            return Leads("vocabulary", file="ontology")
        case "scheme":
            return Leads(f"vocabulary/{rest}", f"vocabulary/{rest}")
        case "shape":
            return Leads(f"vocabulary/shapes#{rest}", file="shapes")
        case "published":
            return Leads("", file=rest) if f"{rest}.ttl" in downloads.listed else None
        case "graph":
            return _graph(book, downloads, path)
    iri = node_of(book, store, path)
    if not iri:
        return None
    page = path_of(book, iri)
    if page == path:
        return None
    own = page and "#" not in page and not page.startswith("source/")
    return Leads(page or f"{NODE}/{path}", page if own else f"{NODE}/{path}")


def _graph(book: Book, downloads: Downloads, path: str) -> Leads | None:
    """The graph of a report leads to the page of its document, another one to the page of files."""
    name = last_part(path)
    if f"{name}.ttl" not in downloads.listed:
        return None
    text = next((t for t in book.texts.values() if last_part(t.graph) == name), None)
    return Leads((path_of(book, text.document) if text else "") or "download", file=name)
