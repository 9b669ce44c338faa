"""What the graphs over all documents need to know of one document: made once, where the document is read, so that a
store of a thousand documents is not gone through quad by quad when one of them changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from vankien.graph.said import Said, quads_to_said
from vankien.graph.shared import catalogue_entry


@dataclass(frozen=True, slots=True)
class Digest:
    """What one document says that is compared with others, its entry in the catalogue, and the number of its quads."""

    said: Said
    entry: tuple[Quad, ...]
    size: int


def digest_of(quads: Sequence[Quad], base: str | None = None) -> Digest:
    """The digest of the graph of one document; the quads lie in one named graph."""
    graph = quads[0].graph_name
    if not isinstance(graph, NamedNode):
        raise TypeError("the quads of a document lie in a named graph")
    return Digest(quads_to_said(quads), catalogue_entry(graph, quads, base), len(quads))
