"""What a page shows, as data: Turtle and JSON-LD of its nodes, CSV of its table."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.explorer.pages.page import Rows
from vankien.graph.exporting.tables import to_csv
from vankien.graph.serialising.export import quads_to_bytes
from vankien.graph.stores.store import Store
from vankien.graph.terms.vocabulary import OA, VK

MEDIA_TYPES = {
    "ttl": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "svg": "image/svg+xml",
}
"""The data that pages give, by suffix."""


def quads_about(store: Store, iris: Iterable[str]) -> list[Quad]:
    """All that the store says of some nodes, with the evidence and the selectors that they lead to."""
    found: dict[Quad, None] = {}
    waiting, seen = [NamedNode(iri) for iri in iris], set[NamedNode]()
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for quad in store.match(node, None, None, None):
            found[quad] = None
            if quad.predicate in (VK.evidence, OA.hasSelector) and isinstance(quad.object, NamedNode):
                waiting.append(quad.object)
    return list(found)


def to_turtle(store: Store, iris: Iterable[str]) -> bytes:
    """The nodes as Turtle."""
    return quads_to_bytes(quads_about(store, iris), RdfFormat.TURTLE)


def to_jsonld(store: Store, iris: Iterable[str]) -> bytes:
    """The nodes as JSON-LD."""
    return quads_to_bytes(quads_about(store, iris), RdfFormat.JSON_LD)


def rows_to_json(rows: Rows) -> bytes:
    """The table as a JSON list with one object a row, one row a line."""
    lines = (json.dumps(dict(zip(rows.columns, row, strict=True)), ensure_ascii=False) for row in rows.rows)
    return ("[" + ",\n ".join(lines) + "]\n").encode()


def rows_to_csv(rows: Rows) -> bytes:
    """The table as CSV for spreadsheets (with a byte order mark, without formulas)."""
    return to_csv(rows.columns, rows.rows, bom=True)
