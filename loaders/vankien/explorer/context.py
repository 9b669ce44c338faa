"""What a page is made with: the book, the language, the addresses, and how names, numbers and sources are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar, cast

from markupsafe import Markup, escape

from vankien.explorer.book import Book, Name, Source, Value
from vankien.explorer.charts.tables import mode_mark, shorten
from vankien.explorer.charts.values import period_words
from vankien.explorer.charts.verdicts import tally, verdict_mark
from vankien.explorer.links import Links
from vankien.explorer.paths import path_of, path_to
from vankien.explorer.texts import Texts
from vankien.explorer.words import day, number, value_words
from vankien.graph.store import Store

T = TypeVar("T")


class Judged(Protocol):
    """What has verdicts: keys, or empty texts."""

    @property
    def stated(self) -> str:
        """The one that a document prints."""

    @property
    def computed(self) -> str:
        """The one that was computed."""


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
    memo: dict[Callable[[Book, Store], Any], Any] = field(default_factory=dict)

    def once(self, make: Callable[[Book, Store], T]) -> T:
        """What a function makes of the book and the store; made once for all pages."""
        if make not in self.memo:
            self.memo[make] = make(self.book, self.store)
        return cast(T, self.memo[make])

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

    def short_name(self, iri: str) -> str:
        """The name of a thing; of a congress, its organisation and number: *Đảng bộ tỉnh Lai Châu lần thứ XV*."""
        congress = self.book.congresses.get(iri)
        return self.name(iri).removeprefix("Đại hội ") if congress else self.name(iri)

    def word(self, scheme: str, key: str) -> str:
        """The name of an entry of a list: ``word("verdicts", "met")``."""
        return self.book.concept(scheme, key)(self.language)

    def tally(self, judged: Iterable[Judged]) -> list[str]:
        """How many things have each verdict, the stated before the computed one: *● 5 Đạt*."""
        return tally((one.stated or one.computed for one in judged), self.language)

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

    def source_words(self, source: Source) -> str:
        """Where something was read: *443-BC/TU, dòng 923*."""
        document = self.book.documents.get(self.book.document_of(source))
        code = (document.code or shorten(self.say(document.name))) if document else source.report
        return f"{code}, {self.t('dòng', 'line')} {source.line}"

    def source(self, source: Source) -> Markup:
        """A link to the line that something was read from: *443-BC/TU, dòng 923*."""
        document = self.book.documents.get(self.book.document_of(source))
        words = self.source_words(source)
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

    def period(self, iri: str) -> str:
        """A period in words: *2021–2025*, *10 tháng 2023*; an empty text for what is no period."""
        held = self.book.periods.get(iri)
        if held is None:
            return ""
        return period_words(date.fromisoformat(held.start), date.fromisoformat(held.end), self.language)

    def verdict(self, key: str) -> Markup:
        """A verdict as sign and word; the empty key says that there is none."""
        return verdict_mark(key, self.language)

    def mode(self, key: str) -> Markup:
        """How something is known (``stated``, ``reported``, ``inferred``), as sign and words."""
        return mode_mark(key, self.language)

    def day(self, iso: str) -> str:
        """A date: ``2025-12-31`` → *31/12/2025*, *31 December 2025*; a month or year as it is."""
        return day(iso, self.language)
