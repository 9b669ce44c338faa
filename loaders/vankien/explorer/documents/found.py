"""What was found in the documents that were read: how much of each kind, where, and how well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from vankien.explorer.addresses.paths import LINES_PER_PART
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Document, Name, Source, Text
from vankien.explorer.documents.lines import KINDS, facts_by_line

COUNTED = {
    "target": Name("chỉ tiêu", "targets"),
    "observation": Name("số liệu", "values"),
    "assessment": Name("đánh giá", "verdicts"),
    "programme": Name("chương trình, dự án", "programmes"),
    "citation": Name("văn bản được nêu", "documents cited"),
    "relation": Name("quan hệ", "relations"),
    "body": Name("cơ quan", "bodies"),
    "discrepancy": Name("mâu thuẫn", "discrepancies"),
}
"""The kinds of facts that a list of documents counts, as in `lines.KINDS`, in the plural."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read: its text, and how many facts of each kind it gave (each fact once)."""

    text: Text
    document: Document | None
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """All facts, without contradictions and findings."""
        return sum(n for kind, n in self.counts.items() if kind not in ("discrepancy", "finding"))

    @property
    def per_hundred(self) -> float:
        """Facts per 100 lines."""
        return 100 * self.total / self.text.lines if self.text.lines else 0.0


@lru_cache(maxsize=2)
def read_documents(book: Book) -> tuple[Read, ...]:
    """The documents that were read, in the order of their report ids."""
    return tuple(read_document(book, text) for text in sorted(book.texts.values(), key=lambda t: t.report))


def read_document(book: Book, text: Text) -> Read:
    """What was found in one text."""
    held = {(f.kind, f.iri) for facts in facts_by_line(book, text.report).values() for f in facts}
    counts = Counter(kind for kind, _ in held)
    counts["discrepancy"] = sum(text.document in d.documents for d in book.discrepancies)
    counts["finding"] = sum(f.report == text.report for f in book.findings)
    return Read(text, book.documents.get(text.document), {k: counts[k] for k in KINDS})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text that stands on one page: first and last line, facts of each kind."""

    number: int
    first: int
    last: int
    counts: Mapping[str, int]


def parts_of(book: Book, text: Text) -> tuple[Part, ...]:
    """The pages of a text with what was read from each."""
    by_part: dict[int, Counter[str]] = {}
    for line, facts in facts_by_line(book, text.report).items():
        by_part.setdefault((line - 1) // LINES_PER_PART + 1, Counter()).update(f.kind for f in facts)
    return tuple(
        Part(n, (n - 1) * LINES_PER_PART + 1, min(n * LINES_PER_PART, text.lines), dict(by_part.get(n, Counter[str]())))
        for n in range(1, count_parts(text) + 1)
    )


def count_parts(text: Text) -> int:
    """On how many pages a text stands."""
    return max(1, -(-text.lines // LINES_PER_PART))


@dataclass(frozen=True, slots=True)
class Cited:
    """A document and where others speak of it."""

    document: Document
    sources: tuple[Source, ...]
    by: tuple[str, ...]


@lru_cache(maxsize=2)
def cited_documents(book: Book) -> tuple[Cited, ...]:
    """All documents, in the order of their names, with the places where they are mentioned, each line once."""
    return tuple(cited(book, d) for d in book.documents.values())


def cited(book: Book, document: Document) -> Cited:
    """A document with the places where it is mentioned."""
    mentions = book.citations_of[document.iri]
    places = {(s.report, s.line): s for m in mentions for s in m.sources}
    return Cited(document, tuple(places[k] for k in sorted(places)), tuple(dict.fromkeys(m.citing for m in mentions)))
