"""What a page is made with: the book, the language, the addresses, and how names, numbers and sources are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import Markup, escape

from vankien.explorer.book import Book, Name, Source, Value
from vankien.explorer.checks import Checks
from vankien.explorer.links import Links
from vankien.explorer.paths import path_of, path_to
from vankien.explorer.texts import Texts
from vankien.explorer.words import day, number, value_words
from vankien.graph.store import Store


@dataclass(frozen=True)
class Context:
    """One page being made. `path` is its path without language, `params` what was asked of it (``verdict=missed``)."""

    book: Book
    store: Store
    links: Links
    language: str = "vi"
    path: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    texts: Texts = field(default_factory=Texts)
    checks: Checks = field(default_factory=Checks)

    def t(self, vi: str, en: str) -> str:
        """One of two wordings, in the language of the page."""
        return en if self.language == "en" else vi

    # --- names --------------------------------------------------------------------------------------------

    def say(self, name: Name) -> str:
        """A name in the language of the page."""
        return name(self.language)

    def name(self, iri: str) -> str:
        """The name of a thing in the language of the page."""
        return self.book.name(iri)(self.language)

    def word(self, scheme: str, key: str) -> str:
        """The name of an entry of a list: ``word("verdicts", "met")``."""
        return self.book.concept(scheme, key)(self.language)

    # --- addresses ----------------------------------------------------------------------------------------

    def to(self, path: str, **state: str) -> str:
        """The address of a page by its path, with its state (``verdict="missed"``)."""
        return self.links.page(path, self.language, state)

    def here(self, **changed: str) -> str:
        """The address of this page with some of its state changed; an empty text takes a part away."""
        return self.links.page(self.path, self.language, {**self.params, **changed})

    def href(self, iri: str) -> str:
        """The address of a thing; an empty text if it has no page."""
        path = path_of(self.book, iri)
        return self.to(path) if path else ""

    def link(self, iri: str, text: str = "") -> Markup:
        """A link to a thing by its name, or by another text; the mere text if it has no page."""
        shown, href = text or self.name(iri), self.href(iri)
        tag = Markup('<a href="{}"{}>{}</a>').format(href, self._tongue(iri, text), shown) if href else escape(shown)
        return Markup(tag)

    def _tongue(self, iri: str, text: str) -> Markup:
        """Says that a name is Vietnamese on an English page."""
        only_vietnamese = self.language == "en" and not text and not self.book.name(iri).en
        return Markup(' lang="vi"') if only_vietnamese else Markup("")

    def links_to(self, iris: Sequence[str]) -> Markup:
        """Links to several things, one after another."""
        return Markup(", ").join(self.link(iri) for iri in iris)

    def source(self, source: Source) -> Markup:
        """A link to the line that something was read from: *443-BC/TU, dòng 923*."""
        document = self.book.documents.get(self.book.document_of(source))
        code = (document.code or source.report) if document else source.report
        words = f"{code}, {self.t('dòng', 'line')} {source.line}"
        title = f"{self.say(document.name) if document else source.report}"
        return Markup('<a class="src" href="{}" title="{}">{}</a>').format(self.to(path_to(source)), title, words)

    def sources(self, sources: Sequence[Source], limit: int = 3) -> Markup:
        """Links to the lines, each line once; how many more there are, if there are many."""
        lines = list({(s.report, s.line): s for s in sources}.values())
        shown = Markup("; ").join(self.source(s) for s in lines[:limit])
        rest = len(lines) - limit
        return shown + (f" (+{rest})" if rest > 0 else "")

    # --- numbers ------------------------------------------------------------------------------------------

    def number(self, value: Decimal | int | None) -> str:
        """A number as people of the language write it."""
        return "" if value is None else number(value, self.language)

    def value(self, value: Value) -> str:
        """A number with comparator in words, unit and basis: *trên 5 %/năm*."""
        return value_words(value, self.language)

    def day(self, iso: str) -> str:
        """A date: ``2025-12-31`` → *31/12/2025*, *31 December 2025*; a month or year as it is."""
        return day(iso, self.language)
