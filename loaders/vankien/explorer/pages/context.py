"""What a page is made with: the book, the language, the addresses, and how names, numbers and sources are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Protocol, TypeVar, cast

from markupsafe import Markup, escape

from vankien.explorer.addresses.links import Links
from vankien.explorer.addresses.paths import path_of, source_path
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name, Source, Value
from vankien.explorer.charts.tables import mode_mark
from vankien.explorer.charts.values import period_words
from vankien.explorer.charts.verdicts import tally, verdict_mark
from vankien.explorer.documents.checks import Checks
from vankien.explorer.documents.texts import Texts
from vankien.explorer.wording.words import day, number, unit_words, value_words, written
from vankien.graph.serialising.publish import cut
from vankien.graph.stores.store import Store

T = TypeVar("T")


class Judged(Protocol):
    """What has verdicts: keys, or empty texts."""

    @property
    def stated(self) -> str:
        """The one that a document prints."""

    @property
    def computed(self) -> str:
        """The one that was computed."""


NAME_WORDS = 12
"""How many words of a long name stand in a heading or a hint."""

QUOTED_WORDS = 40
"""How many words of a line are shown where only the line is known."""


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
        """The name of a thing; of a congress, its organisation and number: *Đảng bộ tỉnh Lai Châu lần thứ XV*; of a document
        that was read, its number, or its genre and place."""
        if iri in self.book.congresses:
            return self.name(iri).removeprefix("Đại hội ")
        document = self.book.documents.get(iri)
        return (self.book.short_names.get(document.report) if document else None) or self.name(iri)

    def short(self, iri: str) -> str:
        """The name of a thing, a long one cut."""
        return cut(self.name(iri), NAME_WORDS)

    def word(self, scheme: str, key: str) -> str:
        """The name of an entry of a list: ``word("verdicts", "met")``."""
        return self.book.concept(scheme, key)(self.language)

    def tally(self, judged: Iterable[Judged]) -> list[str]:
        """How many things have each stated verdict, or, where no document states any, each computed one: *● 5 Đạt*."""
        held = list(judged)
        stated = any(one.stated for one in held)
        return tally((one.stated if stated else one.computed for one in held), self.language)

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
        return self._line_words(source.report, source.line)

    def _line_words(self, report: str, line: int) -> str:
        return f"{self.book.short_names.get(report, report)}, {self.t('dòng', 'line')} {line}"

    def at(self, report: str, line: int) -> Markup:
        """A link to a line of a text: *443-BC/TU, dòng 923*."""
        text = self.book.text_of_report.get(report)
        document = self.book.documents.get(text.document) if text else None
        name = self.book.short_names.get(report, report)
        title = document.name.vi if document else ""
        hint = Markup(' title="{}"').format(cut(title, NAME_WORDS)) if title not in ("", name) else ""
        return Markup('<a class="src" href="{}"{}>{}</a>').format(
            self.to(source_path(report, line)), hint, self._line_words(report, line)
        )

    def source(self, source: Source) -> Markup:
        """A link to the line that something was read from."""
        return self.at(source.report, source.line)

    def quote(self, report: str, line: int, quote: str = "") -> str:
        """What stands on a line, if the text is at hand or the graph has the quote: the restored line of a scan, else the
        quote, else the beginning of the line."""
        restored = self.texts.restored(report, wait=self.links.is_static).value or {}
        if line in restored:
            return restored[line].text
        lines = () if quote else self.texts.lines(report)
        return quote or (cut(lines[line - 1].text, QUOTED_WORDS) if 0 < line <= len(lines) else "")

    def sources(self, sources: Sequence[Source], limit: int = 3) -> Markup:
        """Links to the lines, each line once; how many more there are, if there are many."""
        lines = list({(s.report, s.line): s for s in sources}.values())
        shown = Markup("; ").join(self.source(s) for s in lines[:limit])
        rest = len(lines) - limit
        return shown + (f" (+{rest})" if rest > 0 else "")

    def corrected(self, iri: str) -> Markup:
        """Who corrected a fact, with the value as it was read; nothing for a fact that no one corrected."""
        one = self.book.correction_of.get(iri)
        if one is None or iri != one.made:
            return Markup("")
        words = (
            self.t("đã được bổ sung bởi", "added by")
            if one.action == "add"
            else self.t("đã được sửa bởi", "corrected by")
        )
        before = f", {self.t('máy đọc', 'read as')}: {written(one.before, self.language)}" if one.before else ""
        link = Markup('<a href="{}">{} {}</a>').format(self.href(one.iri), words, one.by)
        return Markup(' <small class="corrected">{}{}</small>').format(link, before)

    # --- numbers ------------------------------------------------------------------------------------------

    def number(self, value: Decimal | int | None) -> str:
        """A number as people of the language write it."""
        return "" if value is None else number(value, self.language)

    def value(self, value: Value) -> str:
        """A number with comparator in words, unit and basis: *trên 5 %/năm*."""
        return value_words(value, self.language)

    def unit(self, unit: str, printed: str) -> str:
        """A unit as printed; in English by its name in the list of units, where it is no sign."""
        return unit_words(unit, printed) if self.language == "en" else printed

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
