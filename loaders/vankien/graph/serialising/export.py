"""Store → file: Turtle, TriG, N-Quads, N-Triples or JSON-LD; the same store always gives the same bytes."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import NamedNode, Quad, RdfFormat

from vankien.errors import BadUsage, StoreError
from vankien.graph.serialising.jsonld import quads_to_jsonld
from vankien.graph.stores.store import FORMATS, Store
from vankien.graph.terms.shared import OWN_GRAPHS, is_document
from vankien.graph.terms.vocabulary import OA, PREFIXES, RDF, VK

QUOTES = frozenset({OA.exact, VK.printed, VK.sideA, VK.sideB, VK.repairedFrom, VK.givenSentence, RDF.object})
"""The properties whose values are the text of a document, word by word (`rdf:object`: of what a person withdrew)."""


_RECORDS = (
    "evidence|selector|statement|observation|assessment|citation|contribution|relation|assignment|discrepancy|finding"
)
_OWN = re.compile(
    rf"<(https?://[^>\s]+?/(?:id/(?:{_RECORDS})/[a-z0-9-]+/|id/(?!{_RECORDS})[a-z]+/|concept/[a-z-]+/))[a-z0-9][\w-]*>"
)
"""The namespace of a node of ours; of what a report says, the one of its report."""


def format_of(name: str) -> RdfFormat:
    """The format that a suffix stands for; raises `BadUsage` with the suffixes that there are."""
    suffix = Path(name).suffix.lower()
    if suffix not in FORMATS:
        raise BadUsage(f"{name}: unknown suffix {suffix or '(none)'}; use one of {' '.join(FORMATS)}")
    return FORMATS[suffix]


def select(store: Store, extra: Iterable[str] = (), quotes: bool = True) -> list[Quad]:
    """The quads to export: the documents and the catalogue, and those of the graphs ``ontology``, ``vocabulary``,
    ``runs`` that are asked for. Without `quotes` the documents' own words are left out.

    Raises `BadUsage` for an unknown graph.
    """
    extra = set(extra)
    if unknown := extra - set(OWN_GRAPHS):
        raise BadUsage(f"no graph {', '.join(sorted(unknown))}; there are {', '.join(OWN_GRAPHS)}")
    wanted = {f"/graph/{name}" for name in extra | {"catalogue"}}
    graphs = [g for g in store.graphs() if is_document(g) or any(g.value.endswith(end) for end in wanted)]
    quads = [q for g in graphs for q in store.quads(g)]
    return quads if quotes else [q for q in quads if q.predicate not in QUOTES]


def _sorted_lines(data: bytes) -> bytes:
    return b"".join(sorted(set(data.splitlines(keepends=True))))


def quads_to_bytes(quads: Iterable[Quad], format: RdfFormat) -> bytes:
    """Serialise in an order that depends on the quads alone. Formats without graphs get the union.

    Blank nodes, which our own graphs do not have, are labelled canonically first.
    """
    dataset = ox.Dataset(quads)
    if any(isinstance(t, ox.BlankNode) for q in dataset for t in (q.subject, q.object)):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    if format.supports_datasets:
        lines = _sorted_lines(ox.serialize(dataset, format=RdfFormat.N_QUADS) or b"")
        if format == RdfFormat.N_QUADS:
            return lines
        ordered = sorted(ox.parse(lines, RdfFormat.N_QUADS), key=_graph_first)
        if format == RdfFormat.JSON_LD:
            return quads_to_jsonld(ordered)
        return ox.serialize(ordered, format=format, prefixes=_used(lines)) or b""
    triples = (ox.Triple(q.subject, q.predicate, q.object) for q in dataset)
    lines = _sorted_lines(ox.serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    if format == RdfFormat.N_TRIPLES:
        return lines
    return ox.serialize(ox.parse(lines, RdfFormat.N_TRIPLES), format=format, prefixes=_used(lines)) or b""


def triples_to_turtle(lines: bytes) -> bytes:
    """N-Triples → Turtle with the prefixes that are used, in the order of the lines."""
    return ox.serialize(ox.parse(lines, RdfFormat.N_TRIPLES), format=RdfFormat.TURTLE, prefixes=_used(lines)) or b""


def _graph_first(quad: Quad) -> str:
    return str(quad.graph_name)


def _used(lines: bytes) -> dict[str, str]:
    """The prefixes whose namespaces occur, and one for each kind of node of ours, which shortens a file by a quarter."""
    used = {prefix: iri for prefix, iri in PREFIXES.items() if b"<" + iri.encode() in lines}
    for namespace in sorted(set(_OWN.findall(lines.decode()))):
        name = "-".join(re.split(r"/(?:id|concept)/", namespace)[-1].strip("/").split("/"))
        used.setdefault(name, namespace)
    return used


def write(data: bytes, target: str) -> None:
    """Write to a file under a temporary name, then rename it; ``-`` is the standard output.

    Raises `StoreError` when the file cannot be written; an old file is then untouched.
    """
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    part = path.with_name(f".{path.name}.part-{os.getpid()}")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from None


def write_folder(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files by name into a folder, which is made if need be; each whole or not at all.

    Raises `StoreError` when the folder cannot be made or a file cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be made: {error.strerror or error}") from None
    for name, data in files.items():
        write(data, str(folder / name))


def document_graphs(store: Store) -> list[NamedNode]:
    """The graphs of the documents in a store, sorted."""
    return [g for g in store.graphs() if is_document(g)]
