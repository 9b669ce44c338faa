"""The answer to a query as a table for people: things as links by their names, numbers as people write them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from markupsafe import Markup
from pyoxigraph import Literal, NamedNode

from vankien.explorer.addresses.dereference import NODE
from vankien.explorer.addresses.paths import source_path
from vankien.explorer.asking.questions import column_words
from vankien.explorer.book.book import Book
from vankien.explorer.pages.context import Context
from vankien.graph.asking.answers import Answer, to_text
from vankien.graph.serialising.jsonld import compact
from vankien.graph.stores.store import Cell, Store
from vankien.graph.terms.vocabulary import VK_IRI, XSD

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


def reports_by_name(book: Book) -> dict[str, str]:
    """The texts that were read, by what answers call them: their id, or the number of their document if it is one's alone."""
    codes = [(book.documents[t.document].code, t.report) for t in book.texts.values() if t.document in book.documents]
    often = Counter(code for code, _ in codes)
    return {code: report for code, report in codes if code and often[code] == 1} | {
        t.report: t.report for t in book.texts.values()
    }


def _places(columns: Sequence[str]) -> dict[int, int]:
    """The columns of lines, each with the column that names its document: ``other_line`` with ``other_document``."""
    at = {name: index for index, name in enumerate(columns)}
    found = {}
    for name, index in at.items():
        if name == "line" or name.endswith("_line"):
            head = name.removesuffix("line")
            named = next((at[head + d] for d in ("document", "report") if head + d in at), None)
            if named is not None:
                found[index] = named
    return found


def _row(c: Context, columns: Sequence[str], row: Sequence[Cell]) -> tuple[Markup, ...]:
    """The cells of a row; a line leads to the text, and a document without a number has its short name."""
    cells = [_cell(c, name, cell) for name, cell in zip(columns, row, strict=True)]
    known = c.once(_reports)
    for line, document in _places(columns).items():
        report = known.get(to_text(row[document]), "")
        written = to_text(row[line])
        if report:
            cells[document] = Markup("{}").format(c.book.short_names[report])
        if report and written.isdigit():
            href = c.to(source_path(report, int(written)))
            cells[line] = Markup('<a class="src" href="{}">{}</a>').format(href, cells[line])
    return tuple(cells)


def _reports(book: Book, store: Store) -> dict[str, str]:
    return reports_by_name(book)


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
    rows = tuple(_row(c, answer.columns, row) for row in shown)
    return Table(columns, rows, len(answer.rows) if total is None else total)


def to_rows(answer: Answer) -> Sequence[tuple[str, ...]]:
    """The rows of an answer as texts."""
    return [tuple(to_text(cell) for cell in row) for row in answer.rows]
