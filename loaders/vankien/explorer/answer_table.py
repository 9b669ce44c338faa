"""The answer to a query as a table for people: things as links by their names, numbers as people write them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from vankien.explorer.context import Context
from vankien.explorer.dereference import NODE
from vankien.explorer.questions import column_words
from vankien.graph.answers import Answer, Cell, to_text
from vankien.graph.jsonld import compact
from vankien.graph.vocabulary import VK_IRI, XSD

PLAIN = ("line", "lines", "first", "last", "year", "ordinal", "group")
"""Ends of the names of columns whose whole numbers are no amounts: they are written without groups of thousands."""

LONG = 22
"""Texts with more letters get a wider column."""

_NUMBERS = (XSD.integer, XSD.decimal)


@dataclass(frozen=True, slots=True)
class Table:
    """Columns: name, words, class (``n`` for numbers, ``long`` for texts that need room); rows of cells; how many rows there
    are in all."""

    columns: tuple[tuple[str, str, str], ...]
    rows: tuple[tuple[Markup, ...], ...]
    total: int

    @property
    def is_cut(self) -> bool:
        """True if there are more rows than the table has."""
        return self.total > len(self.rows)


def is_number(cell: Cell) -> bool:
    """True for an integer or a decimal."""
    return isinstance(cell, Literal) and cell.datatype in _NUMBERS


def _short(path: str) -> str:
    """The path of a node in few letters: its kind and the end of its key.

    >>> _short("id/statement/000-8ff477bdec1c364d/238-1-f5cfd5ea"), _short("graph/computed")
    ('statement/238-1-f5cfd5ea', 'graph/computed')
    """
    kind, _, key = path.removeprefix("id/").partition("/")
    return f"{kind}/{key.rsplit('/', 1)[-1]}"


def node_link(c: Context, iri: str) -> Markup:
    """A link to a node: by its name where it has one; to a page of another site, or none, where it is not ours."""
    if iri.startswith((c.book.base, VK_IRI)):
        base = c.book.base if iri.startswith(c.book.base) else VK_IRI
        path = iri.removeprefix(base)
        href = c.href(iri) or ("" if c.links.is_static else c.to(f"{NODE}/{path}"))
        known = c.book.same.get(iri, iri) in c.book.things or iri in c.book.periods
        words = c.name(iri) if known else compact(iri) if "#" in iri else _short(path)
        lang = Markup(' lang="vi"') if known and c.language == "en" and not c.book.name(iri).en else Markup("")
        return Markup('<a href="{}"{}>{}</a>').format(href, lang, words) if href else Markup("{}").format(words)
    words = compact(iri)
    if iri.startswith(("http://", "https://")):
        return Markup('<a href="{}" rel="external">{}</a>').format(iri, words)
    return Markup("{}").format(words)


def _written(c: Context, column: str, cell: Literal) -> str:
    try:
        value = Decimal(cell.value)
    except InvalidOperation:
        return cell.value
    plain = cell.datatype == XSD.integer and column.rsplit("_", 1)[-1] in PLAIN
    return str(value) if plain or not value.is_finite() else c.number(value)


def _cell(c: Context, column: str, cell: Cell) -> Markup:
    if isinstance(cell, NamedNode):
        return node_link(c, cell.value)
    if isinstance(cell, Literal):
        if is_number(cell):
            return Markup("{}").format(_written(c, column, cell))
        if cell.datatype == XSD.date:
            return Markup('<span class="whole">{}</span>').format(c.day(cell.value))
        other = cell.language if cell.language and cell.language != c.language else ""
        if other:
            return Markup('<span lang="{}">{}</span>').format(other, cell.value)
    return Markup("{}").format(to_text(cell))


def _class(cells: Sequence[Cell]) -> str:
    if any(is_number(cell) for cell in cells):
        return "n"
    return "long" if any(isinstance(cell, Literal) and len(cell.value) > LONG for cell in cells) else ""


def to_table(c: Context, answer: Answer, limit: int, total: int | None = None) -> Table:
    """The first rows of an answer."""
    shown = answer.rows[:limit]
    columns = tuple(
        (name, column_words(name, c.language), _class([r[at] for r in shown])) for at, name in enumerate(answer.columns)
    )
    rows = tuple(tuple(_cell(c, name, cell) for name, cell in zip(answer.columns, row, strict=True)) for row in shown)
    return Table(columns, rows, len(answer.rows) if total is None else total)


def to_rows(answer: Answer) -> Sequence[tuple[str, ...]]:
    """The rows of an answer as texts."""
    return [tuple(to_text(cell) for cell in row) for row in answer.rows]
