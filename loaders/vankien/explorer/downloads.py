"""The files that hold everything: made from the store when they are first asked for, and kept.

The same store gives the same bytes, so that their hashes can be published.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import NamedNode, RdfFormat

from vankien.explorer.book import Book, Name
from vankien.graph import tables
from vankien.graph.export import QUOTES, quads_to_bytes
from vankien.graph.publish import TITLES
from vankien.graph.shared import is_document
from vankien.graph.store import Store
from vankien.graph.table_queries import TABLES
from vankien.graph.vocabulary import last_part

SUMS = "SHA256SUMS"
"""The file with the hashes of the others, as ``sha256sum -c`` takes it."""

_WHOLE = {
    "vankien.ttl": (RdfFormat.TURTLE, "text/turtle; charset=utf-8"),
    "vankien.trig": (RdfFormat.TRIG, "application/trig; charset=utf-8"),
    "vankien.jsonld": (RdfFormat.JSON_LD, "application/ld+json"),
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


class Downloads:
    """The files of one store, which must not change."""

    def __init__(self, book: Book, store: Store) -> None:
        self._book, self._store = book, store
        self._made: dict[str, Made] = {}

    @cached_property
    def has_quotes(self) -> bool:
        """True if the store has sentences of the documents."""
        return any(next(self._store.inner.quads_for_pattern(None, p, None), None) for p in sorted(QUOTES, key=str))

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
                yield Download(
                    name, "text/csv; charset=utf-8", "tables", Name(table.vi, table.en), 0, "", language
                )

    def _graphs(self) -> Iterator[Download]:
        texts = {t.graph: t for t in self._book.texts.values()}
        for graph in sorted(self._store.graphs(), key=lambda g: (not is_document(g), g.value)):
            name, text = last_part(graph.value), texts.get(graph.value)
            title = self._book.name(text.document) if text else _OTHERS.get(name, Name(name))
            count = len(self._store.quads(graph))
            yield Download(f"{name}.ttl", "text/turtle; charset=utf-8", "graphs", title, count, graph.value)
            yield Download(f"{name}.jsonld", "application/ld+json", "graphs", title, count, graph.value)

    # --- making ---------------------------------------------------------------------------------------------

    def known(self, name: str) -> Made | None:
        """A file, if it was made already."""
        return self._made.get(name)

    def make(self, name: str) -> Made | None:
        """A file by its name; None if there is no such file."""
        if name not in self.listed and name != SUMS:
            return None
        if name not in self._made:
            body = self._body(name)
            self._made[name] = Made(body, hashlib.sha256(body).hexdigest())
        return self._made[name]

    def _body(self, name: str) -> bytes:
        if name == SUMS:
            made = ((other, self.make(other)) for other in sorted(self.listed))
            return "".join(f"{m.sha256}  {other}\n" for other, m in made if m).encode()
        download = self.listed[name]
        if download.part == "tables":
            return self._table(download)
        if download.graph:
            format = RdfFormat.TURTLE if name.endswith(".ttl") else RdfFormat.JSON_LD
            return quads_to_bytes(self._store.quads(NamedNode(download.graph)), format)
        quads = self._store.quads()
        if name == "vankien.nq.gz":
            return gzip.compress(quads_to_bytes(quads, RdfFormat.N_QUADS), mtime=0)
        return quads_to_bytes(quads, _WHOLE[name][0])

    def _table(self, download: Download) -> bytes:
        language = download.language
        if download.name.endswith(".zip"):
            filled = tables.fill_all(self._store, quotes=self.has_quotes, lang=language)
            files = {f"{t.table.name}.csv": _csv(t) for t in filled}
            return _zipped({**files, tables.METADATA: tables.to_metadata(filled)})
        stem = download.name.removesuffix(".csv").removesuffix(_EDITIONS[language])
        table = next(t for t in TABLES if t.name == stem)
        return _csv(tables.fill(self._store, table, quotes=self.has_quotes, lang=language))


def _csv(filled: tables.Filled) -> bytes:
    return tables.to_csv([c.name for c in filled.columns], filled.rows, bom=True)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive whose bytes depend on the files alone."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(name)
            member.compress_type, member.create_system, member.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(member, files[name])
    return out.getvalue()


def downloads_of(book: Book, store: Store) -> Downloads:
    """The files of a store; ask for it by ``Context.once``, so that each is made once."""
    return Downloads(book, store)
