"""The structure of a report laid open: headings, sentences, tables, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vankien.model.findings import Finding
from vankien.model.text import Passage, Repair, Report

Where = Literal["prose", "footnote", "table", "heading", "letterhead"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its printed label (``II``, ``1.2``, ``a``, ``(1)``, ``Phụ lục 3``; may be empty), its depth in the
    outline (0 = top) and its title."""

    label: str
    depth: int
    title: Passage


@dataclass(frozen=True, slots=True)
class Context:
    """Where a sentence stands: the headings above it (outermost first), the sentence that opens the list it
    belongs to ("..., cụ thể như sau:"; empty if none), the printed label of its list item, and the kind of place.
    `footnote` is the number of the note, `anchor` the body line that the note hangs on."""

    headings: tuple[Heading, ...] = ()
    lead: str = ""
    item: str = ""
    where: Where = "prose"
    footnote: int | None = None
    anchor: int | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of the headings above, outermost first."""
        return tuple(h.title.text for h in self.headings)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its text with the way back, where it stands, and the number of its paragraph."""

    passage: Passage
    context: Context
    paragraph: int

    @property
    def text(self) -> str:
        """The sentence's text."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph or list item, before it is cut into sentences."""

    passage: Passage
    context: Context
    number: int


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its printed number, its text, and the body line and the offset in the whole document of its marker (None
    if not found; the offset also where the marker is no sign of its own but a number glued to a word)."""

    mark: int
    passage: Passage
    anchor: int | None = None
    anchor_at: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; an empty cell has a passage with empty text. `repair` says what was printed where the text
    is not what the source prints; with an empty text, that the printed value is too uncertain to be read."""

    passage: Passage
    repair: Repair | None = None

    @property
    def text(self) -> str:
        """The cell's text."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Row:
    """One body row of a table: as many cells as the table has columns, and the labels of the rows above that it
    belongs to (section row, parent row), outermost first; `unit` is that of the row above which it is a part of, where
    its own unit cell is empty."""

    cells: tuple[Cell, ...]
    parents: tuple[str, ...] = ()
    group: str = ""
    unit: str = ""

    @property
    def first_line(self) -> int:
        """The first source line of the row."""
        return min(c.passage.first_line for c in self.cells if c.text or len(self.cells) == 1)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, one header text per column (upper header cells before lower ones, joined by " / "), its
    body rows. Repeated headers over pages are already taken out."""

    title: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    first_line: int
    last_line: int
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """A report with its structure laid open: what every finder reads. Compared and hashed by identity, so that what is
    read off it can be cached.

    `letterhead` holds the lines before the body (issuer, number, place and date, genre, title); `paragraphs` and
    `sentences` run in the order of the text, footnotes after the paragraph that they hang on; `tables` are not
    repeated in the paragraphs; `closing` holds the recipients and the signature, `findings` what reading noticed.
    `parts` are the outlines of the documents, where the file holds several; empty where it holds one.
    """

    report: Report
    letterhead: tuple[Passage, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...]
    footnotes: tuple[Footnote, ...]
    closing: tuple[Passage, ...] = ()
    findings: tuple[Finding, ...] = ()
    parts: tuple[Outline, ...] = ()
