"""Store → the published graph: Turtle files of facts and figures without the documents' own sentences, one file per
document and one each for the lists, the catalogue and what is computed, described by ``void.ttl``. The same store
always gives the same bytes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from vankien.errors import StoreError
from vankien.graph.serialising.export import document_graphs, quads_to_bytes, write_folder
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.shared import vocabulary_quads
from vankien.graph.terms.sheet import Sheet, integer, label, text
from vankien.graph.terms.vocabulary import (
    DCAT,
    DCTERMS,
    FOAF,
    OA,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    VK,
    VK_IRI,
    VOID,
    last_part,
)

LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")
DESCRIPTION = "void.ttl"
"""The file that describes the others."""

VALUE_WORDS = 8
"""How many words the printed wording of a value may have; what is longer is a sentence, and is left out or cut."""
NAME_WORDS = 30
"""How many words a name may have (of a programme, a document, an indicator); longer ones are cut."""

_LEFT_OUT = frozenset({OA.exact, VK.citedTitle, VK.theme})
_WORDINGS = frozenset({VK.printed, VK.change})
_CUT = {
    **dict.fromkeys((VK.sideA, VK.sideB, VK.repairedFrom), VALUE_WORDS),
    **dict.fromkeys((RDFS.label, SKOS.prefLabel, DCTERMS.title, VK.note, VK.motto), NAME_WORDS),
}
_QUOTED = re.compile(r"“([^”]*)”")
_VALUES = frozenset({SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue})

TITLES = {
    "catalogue": ("Danh mục các văn kiện đã đọc", "Catalogue of the documents read"),
    "computed": ("Điều tính ra từ nhiều văn kiện", "What is computed from several documents"),
    "vocabulary": ("Các mục từ mà đồ thị dùng", "The list entries that the graph uses"),
}
"""What the graphs that are no document's hold."""


# --- without sentences -------------------------------------------------------------------------------------


def cut(words: str, limit: int) -> str:
    """A text of at most `limit` words; what is cut is marked.

    >>> cut("một hai ba bốn", 3), cut("một hai", 3)
    ('một hai ba …', 'một hai')
    """
    parts = words.split()
    return words if len(parts) <= limit else " ".join(parts[:limit]) + " …"


def _unquoted(words: str) -> str:
    """A message without the longer quotes in it."""
    return _QUOTED.sub(lambda m: f"“{cut(m[1], VALUE_WORDS)}”", words)


def _like(old: Literal, words: str) -> Literal:
    return Literal(words, language=old.language) if old.language else Literal(words, datatype=old.datatype)


def without_sentences(quads: Iterable[Quad]) -> list[Quad]:
    """What may be published of a document's graph: no quotes, no wording longer than a value, no long names.

    A target without a value keeps the first words of its wording, because it says nothing else.
    """
    quads = list(quads)
    selectors = {q.subject for q in quads if q.predicate == RDF.type and q.object == OA.TextQuoteSelector}
    with_value = {q.subject for q in quads if q.predicate in _VALUES}
    kept = []
    for quad in quads:
        if quad.predicate in _LEFT_OUT or quad.subject in selectors or quad.object in selectors:
            continue
        found: Quad | None = quad
        if isinstance(quad.object, Literal):
            found = _published(quad, quad.object, quad.subject in with_value)
        if found is not None:
            kept.append(found)
    return kept


def _published(quad: Quad, value: Literal, has_value: bool) -> Quad | None:
    """A triple with a literal as it may be published; None if it may not."""
    words, limit = value.value, _CUT.get(quad.predicate)
    if quad.predicate in _WORDINGS and len(words.split()) > VALUE_WORDS:
        if has_value or quad.predicate != VK.printed:
            return None
        limit = VALUE_WORDS
    new = cut(_unquoted(words), limit) if limit else words
    return quad if new == words else Quad(quad.subject, quad.predicate, _like(value, new), quad.graph_name)


def used_vocabulary(quads: Iterable[Quad], base: str | None = None) -> list[Quad]:
    """The list entries that some quads use, with everything that the lists say of them, and their schemes."""
    used = {node for q in quads for node in (q.subject, q.object) if isinstance(node, NamedNode)}
    entries = [q for q in vocabulary_quads(base) if last_part(q.graph_name.value) == "vocabulary"]  # type: ignore[union-attr]
    wanted = {q.subject for q in entries if q.subject in used}
    above = (q.object for q in entries if q.subject in wanted and q.predicate in (SKOS.inScheme, SKOS.broader))
    wanted |= {node for node in above if isinstance(node, NamedNode)}
    return [q for q in entries if q.subject in wanted]


# --- the files ---------------------------------------------------------------------------------------------


def _file_of(iris: Iris, name: str) -> NamedNode:
    return NamedNode(f"{iris.base}published/{name}.ttl")


def _describe(graphs: Mapping[str, Sequence[Quad]], iris: Iris, version: str) -> bytes:
    """``void.ttl``: what there is, under which licence, in which file."""
    sheet = Sheet(iris.graph("void"))
    whole = sheet.typed(NamedNode(f"{iris.base}published"), VOID.Dataset, DCAT.Dataset)
    sheet.add(whole, DCTERMS.title, label("Đồ thị tri thức văn kiện đại hội Đảng"))
    sheet.add(whole, DCTERMS.title, label("Knowledge graph of Party congress documents", "en"))
    said = (
        label("Dữ kiện và số liệu đọc từ văn kiện, có số dòng và mã băm của văn bản, không có lời trích."),
        label(
            "Facts and figures read from documents, with line numbers and hashes of the texts, without quotes.", "en"
        ),
    )
    sheet.add(whole, DCTERMS.description, *said)
    sheet.add(whole, DCTERMS.license, LICENCE)
    sheet.add(whole, DCTERMS.creator, text("The vankien authors"))
    sheet.add(whole, DCTERMS.hasVersion, text(version))
    sheet.add(whole, VOID.vocabulary, NamedNode(VK_IRI + "ontology"))
    sheet.add(whole, VOID.uriSpace, text(iris.base))
    sheet.add(whole, VOID.triples, integer(sum(map(len, graphs.values()))))
    for name, quads in graphs.items():
        graph = sheet.typed(iris.graph(name), VOID.Dataset)
        sheet.add(whole, VOID.subset, graph)
        sheet.add(graph, VOID.dataDump, _file_of(iris, name))
        sheet.add(graph, VOID.triples, integer(len(quads)))
        if name in TITLES:
            sheet.add(graph, DCTERMS.title, label(TITLES[name][0]), label(TITLES[name][1], "en"))
        for quad in quads:
            if quad.predicate == VK.textOf and isinstance(quad.object, NamedNode):
                sheet.add(graph, FOAF.primaryTopic, quad.object)
    return quads_to_bytes(sheet.quads(), RdfFormat.TURTLE)


def store_to_files(store: Store, version: str, base: str | None = None) -> dict[str, bytes]:
    """The published graph of a store: the bytes of every file by its name.

    Raises `StoreError` for a store without documents, and for one with another base than `base`.
    """
    iris = Iris(base)
    documents = {last_part(graph.value): graph for graph in document_graphs(store)}
    if not documents:
        raise StoreError(f"{store.place}: holds no documents; nothing to publish")
    if other := [g.value for name, g in documents.items() if g != iris.graph(name)]:
        raise StoreError(f"{other[0]} has another base than {iris.base}; name it with --base")
    graphs = {name: without_sentences(store.quads(graph)) for name, graph in documents.items()}
    graphs["computed"] = without_sentences(store.quads(iris.graph("computed")))
    graphs["vocabulary"] = used_vocabulary((q for quads in graphs.values() for q in quads), base)
    graphs["catalogue"] = _catalogue(store.quads(iris.graph("catalogue")), graphs, iris)
    files = {f"{name}.ttl": quads_to_bytes(quads, RdfFormat.TURTLE) for name, quads in sorted(graphs.items())}
    return {**files, DESCRIPTION: _describe(dict(sorted(graphs.items())), iris, version)}


def _catalogue(quads: Iterable[Quad], graphs: Mapping[str, Sequence[Quad]], iris: Iris) -> list[Quad]:
    """The catalogue, with the counts of what is published instead of those of the store."""
    counts = {iris.graph(name): held for name, held in graphs.items()}
    new = []
    for quad in without_sentences(quads):
        held = counts.get(quad.subject) if isinstance(quad.subject, NamedNode) else None
        if held is not None and quad.predicate in (VOID.triples, VOID.distinctSubjects):
            number = len(held) if quad.predicate == VOID.triples else len({q.subject for q in held})
            quad = Quad(quad.subject, quad.predicate, integer(number) or quad.object, quad.graph_name)
        new.append(quad)
    return new


def write_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files into a folder, each whole or not at all, and remove Turtle files of an earlier publication.

    Raises `StoreError` when the folder holds Turtle files and no publication, or cannot be written.
    """
    old = {p.name for p in folder.glob("*.ttl")} if folder.is_dir() else set()
    if old and DESCRIPTION not in old:
        raise StoreError(f"{folder}: holds Turtle files that are no published graph; name another folder with -o")
    write_folder(files, folder)
    for name in old - set(files):
        (folder / name).unlink()


def differences(files: Mapping[str, bytes], folder: Path) -> list[str]:
    """The names of the files that a folder lacks, has beside them, or has with other bytes."""
    there = {p.name: p.read_bytes() for p in folder.glob("*.ttl")} if folder.is_dir() else {}
    return sorted(name for name in {*files, *there} if files.get(name) != there.get(name))


# --- reading it back ---------------------------------------------------------------------------------------


def is_published(folder: Path) -> bool:
    """True for a folder with a published graph."""
    return (folder / DESCRIPTION).is_file()


def load_published(inner: ox.Store, folder: Path) -> None:
    """Load a published graph into a store, each file into the named graph that ``void.ttl`` says.

    Raises `StoreError` naming the file that is missing or cannot be read.
    """
    for described in _parse(folder / DESCRIPTION):
        if described.predicate == VOID.dataDump and isinstance(described.subject, NamedNode):
            path = folder / last_part(described.object.value)  # type: ignore[union-attr]
            with _readable(path):
                inner.bulk_load(path.read_bytes(), RdfFormat.TURTLE, to_graph=described.subject)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, SyntaxError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read as part of a published graph: {error}") from None


def _parse(path: Path) -> list[Quad]:
    with _readable(path):
        return list(ox.parse(path.read_bytes(), RdfFormat.TURTLE))
