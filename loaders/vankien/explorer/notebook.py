"""The graph in a notebook: questions as tables, the map and the series as pictures.

    from vankien import open_graph
    graph = open_graph()                              # the published graph; or open_graph("kg")
    graph.ask("missed-targets")
    graph.map("lai-chau-14")

Everything shows itself in Jupyter; nothing here needs it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape
from pyoxigraph import Literal, NamedNode

from vankien.errors import MissingTool, QueryError
from vankien.explorer.addresses.links import ServerLinks
from vankien.explorer.book.book import Book
from vankien.explorer.book.read_book import read_book
from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.series_svg import series_chart
from vankien.explorer.pages.context import Context
from vankien.explorer.parts.pictures import to_series_data
from vankien.explorer.parts.programme_map import default_congress, to_map_data, to_served
from vankien.explorer.targets.aims import by_setter
from vankien.explorer.targets.scoreboard import scoreboards
from vankien.explorer.targets.series import to_runs
from vankien.explorer.views.indicator import MOST_DRAWN, series_name
from vankien.graph.access.opening import open_store
from vankien.graph.asking import answers, catalogue
from vankien.graph.stores.address import place_of
from vankien.graph.stores.store import Cell, Store
from vankien.graph.terms.vocabulary import VK_IRI
from vankien.resources import folder

if TYPE_CHECKING:
    import pandas
    import polars

SHOWN = 30
"""How many rows of a table a notebook shows."""


@dataclass(frozen=True)
class Table:
    """The answer to a question: names of the columns, and rows of terms (None where there is none)."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Cell, ...], ...] = field(repr=False)

    def __len__(self) -> int:
        return len(self.terms)

    def __iter__(self) -> Iterator[dict[str, object]]:
        """The rows as dictionaries; numbers are numbers, IRIs and dates are texts."""
        return (dict(zip(self.columns, map(answers.plain_value, row), strict=True)) for row in self.terms)

    def _repr_html_(self) -> str:
        head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in self.columns)
        rows = Markup("\n").join(
            Markup("<tr>{}</tr>").format(Markup("").join(_cell(term) for term in row)) for row in self.terms[:SHOWN]
        )
        more = len(self) - SHOWN
        note = Markup("<p>{} rows, {} shown</p>").format(len(self), SHOWN) if more > 0 else Markup("")
        return str(
            Markup("<table>\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>\n").format(head, rows) + note
        )

    def to_pandas(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame, the types of its columns inferred; raises `MissingTool` without pandas."""
        frames: Any = _frames("pandas")
        frame: pandas.DataFrame = frames.DataFrame(list(self), columns=list(self.columns)).convert_dtypes()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """The table as a polars DataFrame; raises `MissingTool` without polars."""
        frames: Any = _frames("polars")
        held = {name: [row[name] for row in self] for name in self.columns}
        frame: polars.DataFrame = frames.DataFrame(held, strict=False)
        return frame


def _frames(name: str) -> object:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise MissingTool(f"{name} is not installed: pip install 'vankien[frames]'") from None


def _cell(term: Cell) -> Markup:
    """A cell of a table: texts escaped, addresses of the web as links, numbers to the right."""
    words = answers.to_short_text(term)
    if isinstance(term, NamedNode) and term.value.startswith(("https://", "http://")):
        return Markup('<td><a href="{}">{}</a></td>').format(term.value, words)
    is_number = isinstance(term, Literal) and isinstance(answers.plain_value(term), int | float)
    return Markup('<td align="right">{}</td>' if is_number else "<td>{}</td>").format(escape(words))


@dataclass(frozen=True)
class Picture:
    """A picture that a notebook shows; `svg` is a whole SVG file."""

    title: str
    svg: str = field(repr=False)

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: Path | str) -> None:
        """Write the picture as an SVG file."""
        Path(path).write_text(self.svg, encoding="utf-8")


class _NoPages(ServerLinks):
    """A notebook has no pages to lead to."""

    __slots__ = ()

    def page(self, path: str, language: str, state: object = None) -> str:
        """None."""
        return ""


class Graph:
    """A graph that is open for questions; made by `open_graph`."""

    def __init__(self, store: Store, language: str = "vi") -> None:
        self.store, self.language = store, language

    def __repr__(self) -> str:
        return f"<vankien graph, {len(self.store):,} triples>"

    @cached_property
    def _book(self) -> Book:
        return read_book(self.store, None)

    @cached_property
    def _context(self) -> Context:
        return Context(self._book, self.store, _NoPages(), self.language)

    def query(self, text: str) -> Table:
        """The answer to a SPARQL query, whose usual prefixes need no declaration; raises `QueryError`."""
        answer = answers.ask(self.store, text)
        return Table(answer.columns, answer.rows)

    def ask(self, name: str, **given: object) -> Table:
        """The answer to one of the questions that come with vankien (`questions` lists them), with its parameters; raises
        `QueryError` for an unknown question or a parameter that cannot be used."""
        question = catalogue.find_query(name)
        said = {key.replace("_", "-") if key not in _names(question) else key: str(v) for key, v in given.items()}
        if "lang" in _names(question):
            said.setdefault("lang", self.language)
        return self.query(catalogue.fill(question, said))

    def questions(self) -> Table:
        """The questions that come with vankien: name, title, parameters."""
        rows = (
            (q.name, q.title_en if self.language == "en" else q.title_vi, ", ".join(_names(q)))
            for q in catalogue.queries()
        )
        return Table(("name", "title", "parameters"), tuple(tuple(Literal(x) for x in row) for row in rows))

    def map(self, congress: str = "") -> Picture:
        """Which programme serves which target of a congress, by its key (``lai-chau-14``); without one, the congress with
        most links. Raises `QueryError` for a congress that set no targets."""
        book, c = self._book, self._context
        keyed = {x.key: x for x in book.congresses.values() if x.iri in c.once(scoreboards)}
        found = keyed.get(congress) if congress else c.once(default_congress)
        if found is None:
            raise QueryError(f"no targets of a congress {congress!r}: use one of {', '.join(sorted(keyed))}")
        served = to_served(book, found, c.once(scoreboards)[found.iri])
        picture = programme_target_map(to_map_data(c, served, absolute=True), self.language, standalone=True)
        return Picture(book.name(found.iri)(self.language), str(picture))

    def series(self, indicator: str) -> Picture:
        """The values of an indicator over time with its targets, by its key in the list (``forest-cover``) or its IRI: a
        line for each place. Raises `QueryError` for one that no document speaks of."""
        book, c = self._book, self._context
        iri = indicator if ":" in indicator else f"{VK_IRI}concept/indicators/{indicator}"
        if iri not in book.indicators or iri not in book.spoken_of:
            raise QueryError(f"no document speaks of an indicator {indicator!r}; ask('indicators') lists them")
        runs = to_runs(book, book.observations_of[iri])[:MOST_DRAWN]
        aims = [a for held in by_setter(book, book.targets_with[iri]).values() for a in held]
        name = book.name(iri)(self.language)
        data = to_series_data(c, [(r, series_name(c, r)) for r in runs], aims, name)
        return Picture(name, str(series_chart(data, self.language, standalone=True)))


def _names(question: catalogue.Query) -> Sequence[str]:
    return [p.name for p in question.parameters]


def open_graph(path: Path | str | None = None, language: str = "vi") -> Graph:
    """Open a store, an RDF file, a published graph or the URL of a SPARQL endpoint for questions; the published graph that
    comes with vankien without a path. Raises `StoreError` for what cannot be opened."""
    place = place_of(path if path is not None else str(folder("published")))
    return Graph(open_store(place, read_only=True), language)
