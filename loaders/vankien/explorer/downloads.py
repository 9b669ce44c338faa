"""The files that hold everything: made from the store when they are first asked for, and kept.

The same store gives the same bytes, so that their hashes can be published.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name
from vankien.graph.asking.answers import to_text
from vankien.graph.exporting import tables
from vankien.graph.exporting.table_queries import TABLES
from vankien.graph.files.zipped import zipped
from vankien.graph.serialising.export import quads_to_bytes
from vankien.graph.serialising.publish import TITLES
from vankien.graph.stores.store import Store
from vankien.graph.terms.shared import is_document
from vankien.graph.terms.vocabulary import OA, last_part
from vankien.resources import files

SUMS = "SHA256SUMS"
"""The file with the hashes of the others, as ``sha256sum -c`` takes it."""

SHAPES = "shapes.ttl"
TURTLE, JSON_LD = "text/turtle; charset=utf-8", "application/ld+json"

_WHOLE = {
    "vankien.ttl": (RdfFormat.TURTLE, TURTLE),
    "vankien.trig": (RdfFormat.TRIG, "application/trig; charset=utf-8"),
    "vankien.jsonld": (RdfFormat.JSON_LD, JSON_LD),
}
_EDITIONS = {"vi": "", "en": ".en"}
_OTHERS = {
    "ontology": Name("Lớp và thuộc tính", "Classes and properties"),
    "inferred": Name("Điều suy ra từ bản thể học", "What follows from the ontology"),
    "runs": Name("Các lần đọc", "Runs of the reader"),
    **{name: Name(*titles) for name, titles in TITLES.items()},
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file: name, media type, part of the page (``whole``, ``tables``, ``graphs``), title, number of statements or
    rows (0 if it is not counted), the graph that it holds, language."""

    name: str
    media_type: str
    part: str
    title: Name
    count: int = 0
    graph: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: its bytes, and their SHA-256."""

    body: bytes
    sha256: str


def shape_quads() -> list[Quad]:
    """The shapes of ``shapes/``; their blank nodes are kept apart by the name of the file."""
    found: list[Quad] = []
    for file in files("shapes", ".ttl"):
        stem = file.name.removesuffix(".ttl").replace("-", "")
        for q in parse(file.read_bytes(), RdfFormat.TURTLE):
            subject, value = (
                BlankNode(stem + t.value) if isinstance(t, BlankNode) else t for t in (q.subject, q.object)
            )
            found.append(Quad(subject, q.predicate, value))
    return found


class Downloads:
    """The files of one store, which must not change."""

    def __init__(self, book: Book, store: Store) -> None:
        self._book, self._store = book, store
        self._made: dict[str, Made] = {}

    @cached_property
    def has_quotes(self) -> bool:
        """True if the store has sentences of the documents."""
        return next(self._store.match(None, OA.exact, None, None), None) is not None

    @cached_property
    def listed(self) -> Mapping[str, Download]:
        """What there is, by name."""
        return {d.name: d for d in (*self._whole(), *self._tables(), *self._graphs())}

    def _whole(self) -> Iterator[Download]:
        everything = Name("Toàn bộ đồ thị", "The whole graph")
        for name, (_, media_type) in _WHOLE.items():
            yield Download(name, media_type, "whole", everything, len(self._store))
        yield Download("vankien.nq.gz", "application/gzip", "whole", everything, len(self._store))

    def _tables(self) -> Iterator[Download]:
        for language, edition in _EDITIONS.items():
            title = Name("Mọi bảng CSV, kèm mô tả cột (CSVW)", "All tables as CSV, with their columns explained (CSVW)")
            yield Download(f"vankien-csv{edition}.zip", "application/zip", "tables", title, 0, "", language)
            for table in TABLES:
                name = f"{table.name}{edition}.csv"
                yield Download(name, "text/csv; charset=utf-8", "tables", Name(table.vi, table.en), 0, "", language)

    def _graphs(self) -> Iterator[Download]:
        texts = {t.graph: t for t in self._book.texts.values()}
        counts = self._counts()
        for graph in sorted(self._store.graphs(), key=lambda g: (not is_document(g), g.value)):
            name, text = last_part(graph.value), texts.get(graph.value)
            title = self._book.name(text.document) if text else _OTHERS.get(name, Name(name))
            yield Download(f"{name}.ttl", TURTLE, "graphs", title, counts.get(graph.value, 0), graph.value)
        yield Download(SHAPES, TURTLE, "graphs", Name("Quy tắc kiểm tra (SHACL)", "Rules that are checked (SHACL)"))

    def _counts(self) -> dict[str, int]:
        """How many statements each graph has."""
        rows = self._store.rows("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        return {to_text(graph): int(to_text(count)) for graph, count in rows}

    # --- making ---------------------------------------------------------------------------------------------

    def media_type(self, name: str) -> str:
        """The media type of a file that can be made."""
        if name == SUMS:
            return "text/plain; charset=utf-8"
        return self.listed[name].media_type if name in self.listed else JSON_LD

    def known(self, name: str) -> Made | None:
        """A file, if it was made already."""
        return self._made.get(name)

    def make(self, name: str) -> Made | None:
        """A file by its name; None if there is no such file. Each part can be had as JSON-LD too (``computed.jsonld``)."""
        part = self.listed.get(f"{name.removesuffix('.jsonld')}.ttl") if name.endswith(".jsonld") else None
        if name not in self.listed and name != SUMS and (part is None or part.part != "graphs"):
            return None
        if name not in self._made:
            body = self._sums() if name == SUMS else self._body(name, self.listed.get(name) or part)
            self._made[name] = Made(body, hashlib.sha256(body).hexdigest())
        return self._made[name]

    def _sums(self) -> bytes:
        made = ((name, self.make(name)) for name in sorted(self.listed))
        return "".join(f"{m.sha256}  {name}\n" for name, m in made if m).encode()

    def _body(self, name: str, download: Download | None) -> bytes:
        if name == "vankien.nq.gz":
            return gzip.compress(quads_to_bytes(self._store.quads(), RdfFormat.N_QUADS), mtime=0)
        if name in _WHOLE:
            return quads_to_bytes(self._store.quads(), _WHOLE[name][0])
        if download is None or download.part == "tables":
            return self._table(self.listed[name])
        format = RdfFormat.JSON_LD if name.endswith(".jsonld") else RdfFormat.TURTLE
        return quads_to_bytes(self._store.quads(NamedNode(download.graph)) if download.graph else shape_quads(), format)

    def _table(self, download: Download) -> bytes:
        language = download.language
        if download.name.endswith(".zip"):
            filled = tables.fill_all(self._store, lang=language)
            files = {f"{t.table.name}.csv": _csv(t) for t in filled}
            return zipped(dict(sorted({**files, tables.METADATA: tables.to_metadata(filled)}.items())))
        stem = download.name.removesuffix(".csv").removesuffix(_EDITIONS[language])
        table = next(t for t in TABLES if t.name == stem)
        return _csv(tables.fill(self._store, table, lang=language))


def _csv(filled: tables.Filled) -> bytes:
    return tables.to_csv([c.name for c in filled.columns], filled.rows, bom=True)


def downloads_of(book: Book, store: Store) -> Downloads:
    """The files of a store; ask for it by ``Context.once``, so that each is made once."""
    return Downloads(book, store)
