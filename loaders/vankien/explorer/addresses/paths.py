"""Where each thing of the graph has its page: paths without language, suffix or leading slash (``target/...``).

What a document says (a wording, a value, a verdict) has no page of its own but a place on the page of the thing that it
is about: `anchor` names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Source
from vankien.graph.terms.vocabulary import VK_IRI

OWN_PAGE = ("target", "programme", "document", "body", "congress", "indicator", "place")
"""The types of things under ``<base>id/`` that have a page each."""

OWN_SCHEMES = ("indicators", "places")
"""The lists whose entries have a page each, if a document speaks of them."""

LINES_PER_PART = 100
"""How many lines of a source text stand on one page."""

_UNSAFE = re.compile(r"[^A-Za-z0-9_.-]+")


def anchor(iri: str) -> str:
    """The name of a place on a page: the end of an IRI, in letters that an address may have.

    >>> anchor("https://w3id.org/vankien/id/statement/nghi-quyet/73-1-0a1b2c3d")
    'statement-nghi-quyet-73-1-0a1b2c3d'
    >>> anchor("https://w3id.org/vankien/ontology#Target")
    'Target'
    """
    if "#" in iri:
        return _UNSAFE.sub("-", iri.rsplit("#", 1)[-1])
    return _UNSAFE.sub("-", iri.rsplit("/id/", 1)[-1].rsplit("/concept/", 1)[-1].rstrip("/"))


def iri_of(book: Book, kind: str, rest: str) -> str:
    """The IRI of the thing of a type (of `OWN_PAGE`) whose page is ``kind/rest``."""
    return f"{book.base}id/{kind}/{rest}"


def rests_of(book: Book, kind: str, iris: Iterable[str]) -> Iterable[str]:
    """The other way round: what stands behind ``kind/`` in the paths of things; those with another IRI have no page."""
    start = iri_of(book, kind, "")
    return (iri.removeprefix(start) for iri in iris if iri.startswith(start))


def source_path(report: str, line: int) -> str:
    """The page of a source text that has a line, and the line on it.

    >>> source_path("bao-cao", 100), source_path("bao-cao", 101)
    ('source/bao-cao/1#L100', 'source/bao-cao/2#L101')
    """
    return f"source/{report}/{max(line - 1, 0) // LINES_PER_PART + 1}#L{line}"


def path_to(source: Source) -> str:
    """The page and line of a source."""
    return source_path(source.report, source.line)


def path_of(book: Book, iri: str) -> str:
    """The page of a thing, with a place on it if it has none of its own; an empty text for what has neither."""
    iri = book.same.get(iri, iri)
    if iri.startswith(f"{VK_IRI}ontology#"):
        return f"vocabulary#{anchor(iri)}"
    if iri.startswith(f"{VK_IRI}concept/"):
        scheme, _, key = iri.removeprefix(f"{VK_IRI}concept/").partition("/")
        own = scheme in OWN_SCHEMES and iri in book.spoken_of
        return f"concept/{scheme}/{key}" if own else f"vocabulary/{scheme}#{key}"
    kind, _, key = iri.removeprefix(f"{book.base}id/").partition("/")
    if iri.startswith(f"{book.base}id/") and kind in OWN_PAGE and iri in book.things:
        return f"{kind}/{key}"
    text = book.texts.get(iri)
    if text:
        return f"source/{text.report}/1"
    correction = book.correction_of.get(iri)
    if correction and iri != correction.made:
        return f"corrections#{anchor(correction.iri)}"
    source = book.source_of.get(iri)
    if source:
        return path_to(source)
    if iri in book.discrepancy:
        return f"discrepancies#{anchor(iri)}"
    if iri in book.finding:
        return f"quality/{book.finding[iri].report}#{anchor(iri)}"
    owner = book.owner_of.get(iri)
    return f"{path_of(book, owner)}#{anchor(iri)}" if owner else ""
