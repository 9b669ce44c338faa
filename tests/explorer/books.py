"""Small books made by hand, and how a page is taken apart."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import lxml.html

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Document, Name, Relation, Source
from vankien.explorer.responding.explorer import Explorer

BASE = "https://w3id.org/vankien/"


def book(**parts: Any) -> Book:
    """A book with these parts and nothing else."""
    empty: dict[str, Any] = {f.name: () if str(f.type).startswith("tuple") else {} for f in fields(Book)}
    return Book(**{**empty, "base": BASE, **parts})


def source(report: str = "bao-cao", line: int = 7, start: int = 0, end: int = 5, **more: Any) -> Source:
    """Something read from one line."""
    iri = f"{BASE}id/evidence/{report}/{line}-{start}-{end}"
    return Source(iri, report, line, line, line, "rule", start, end, **more)


def document(key: str, **more: Any) -> Document:
    """A document named by its key."""
    return Document(f"{BASE}id/document/{key}", Name(key), **more)


def relation(subject: Document, name: str, other: Document, line: int = 1) -> Relation:
    """An arrow between two documents, read from a line."""
    iri = f"{BASE}id/relation/{subject.name.vi}-{name}-{other.name.vi}"
    return Relation(iri, subject.iri, name, other.iri, (source(line=line),))


def html(explorer: Explorer, path: str, **params: str) -> lxml.html.HtmlElement:
    """The page of a path, which must be there."""
    answer = explorer.respond(path, list(params.items()), "text/html")
    assert answer.status == 200, path
    return lxml.html.fromstring(answer.body)


def words(element: lxml.html.HtmlElement) -> str:
    """The text of an element with single blanks."""
    return " ".join(element.text_content().split())
