"""The values that pass between the stages: text with its way back to the source, structure, facts, findings.

Everything is a frozen dataclass; nothing here imports anything of ours but the standard library. Line
numbers are 1-based numbers of the source text file; offsets count Unicode code points of its NFC text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeVar

# --- the text -------------------------------------------------------------------------------------


Role = Literal["text", "note", "furniture"]
"""What a line is where the file itself says so: body text, part of a footnote, or page furniture (running head, page
number, table of contents)."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source: its number (from 1), its NFC text without the line end, the offset of its
    first character in the whole text, and the page it stands on (from 1; None when pages are unknown).

    Files with a layout (PDF, DOCX, HTML, scans) say more: the heading depth that they mark (1-6; 7 = a bold line; 0 =
    not marked), whether a paragraph ends with this line, and the line's role."""

    number: int
    text: str
    start: int
    page: int | None = None
    mark: int = 0
    ends: bool = False
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class Report:
    """One document as read: an ASCII id, the file's name, the SHA-256 of its bytes, its lines.

    Where the lines were extracted from a file that is no UTF-8 text, `text_sha256` is the SHA-256 of the extracted text
    (NFC, UTF-8, one line feed after each line), which line numbers and offsets refer to; else it is empty. `findings`
    holds what a person should know of the extraction (a page without text)."""

    id: str
    name: str
    sha256: str
    lines: tuple[Line, ...]
    media_type: str = "text/plain"
    text_sha256: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def has_layout(self) -> bool:
        """True if the lines know their paragraphs, headings and notes from the file (PDF, DOCX, HTML, scan); False for
        text and Markdown, where the text itself tells."""
        return self.media_type not in ("text/plain", "text/markdown")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage's text that was copied from one source line: where it starts in the passage
    (`at`), the line, and where it starts in the whole document (`start`)."""

    at: int
    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text joined from wrapped lines, which never loses the way back to them.

    `text` is what a person would read (wrapped lines joined, footnote markers and markup removed);
    `pieces` are sorted by `at`, the first at 0.

    >>> p = Passage("đạt trên 54%", (Piece(0, 7, 100), Piece(9, 8, 113)))
    >>> p.line_at(4), p.line_at(9), p.position_at(10)
    (7, 8, 114)
    >>> p.part(4, 12).text, p.part(4, 12).first_line, p.part(4, 12).last_line
    ('trên 54%', 7, 8)
    """

    text: str
    pieces: tuple[Piece, ...]

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda p: p.at) - 1)]

    def line_at(self, offset: int) -> int:
        """The source line of the character at that offset of the passage."""
        return self._piece(offset).line

    def position_at(self, offset: int) -> int:
        """The offset in the whole document of the character at that offset of the passage."""
        piece = self._piece(offset)
        return piece.start + offset - piece.at

    def offset_at(self, position: int) -> int:
        """The first offset of the passage at or behind an offset in the whole document; its length if there is none."""
        return bisect_left(range(len(self.text)), position, key=self.position_at)

    @property
    def first_line(self) -> int:
        """The source line of the first character."""
        return self.pieces[0].line

    @property
    def last_line(self) -> int:
        """The source line of the last character."""
        last = self.pieces[-1]
        return last.line if last.at < len(self.text) else self.line_at(max(0, len(self.text) - 1))

    def part(self, start: int, end: int) -> Passage:
        """The passage between two offsets, white space at both ends dropped."""
        start, end = max(0, start), min(len(self.text), end)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        first = self._piece(start)
        inside = [Piece(p.at - start, p.line, p.start) for p in self.pieces if start < p.at < end]
        head = Piece(0, first.line, first.start + start - first.at)
        return Passage(self.text[start:end], (head, *inside))

    def without(self, spans: Iterable[tuple[int, int]]) -> Passage:
        """The passage with those spans (start, end) of its text removed; the others keep their lines."""
        parts, at = [], 0
        for start, end in sorted(spans):
            if start > at:
                parts.append((at, start))
            at = max(at, end)
        parts.append((at, len(self.text)))
        text, pieces = "", []
        for start, end in parts:
            if start == end:
                continue
            first = self._piece(start)
            pieces.append(Piece(len(text), first.line, first.start + start - first.at))
            pieces += [Piece(p.at - start + len(text), p.line, p.start) for p in self.pieces if start < p.at < end]
            text += self.text[start:end]
        return Passage(text, tuple(pieces) or self.pieces[:1])


# --- its structure --------------------------------------------------------------------------------

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


# --- what the finders know ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a SKOS list of ``ontology/``: its id (last part of the IRI), labels, spelling variants
    (altLabel and hiddenLabel, Vietnamese), ids of broader concepts, and its other properties by local name."""

    id: str
    iri: str
    scheme: str
    vi: str
    en: str
    spellings: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def all_spellings(self) -> tuple[str, ...]:
        """The preferred Vietnamese label and every variant, without repeats."""
        return tuple(dict.fromkeys((self.vi, *self.spellings)))

    def first(self, name: str, default: str = "") -> str:
        """The first value of a property, by its local name."""
        values = self.properties.get(name, ())
        return values[0] if values else default


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The lists that drive the recognisers: concepts by scheme name (``indicators``, ``units``, ``comparators``,
    ``verdicts``, ``statuses``, ``genres``, ``bodies``, ``places``, ``themes``, ``programme-kinds`` ...). Compared and
    hashed by identity, so that a recogniser built from it can be cached."""

    schemes: Mapping[str, tuple[Concept, ...]]

    def __getitem__(self, scheme: str) -> tuple[Concept, ...]:
        """The concepts of a scheme, in order of their ids; empty when there is none."""
        return self.schemes.get(scheme, ())

    def concept(self, scheme: str, id: str) -> Concept | None:
        """One concept by scheme and id."""
        return next((c for c in self[scheme] if c.id == id), None)


# --- facts ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Repair:
    """A value that was not taken as printed: what was printed, and why it was read otherwise."""

    printed: str
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact was read: report id, first and last line, the line of the printed value, start and end offset in
    the NFC text of the document, the quote, and the name of the rule that read it.

    Raises ValueError when a part is missing: a fact without evidence cannot be made.
    """

    report: str
    first_line: int
    last_line: int
    line: int
    start: int
    end: int
    quote: str
    rule: str
    repair: Repair | None = None

    def __post_init__(self) -> None:
        if not (1 <= self.first_line <= self.line <= self.last_line):
            raise ValueError(f"evidence lines out of order: {self.first_line} {self.line} {self.last_line}")
        if not (0 <= self.start < self.end and self.quote and self.rule and self.report):
            raise ValueError(f"evidence without text or rule at line {self.line}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document itself."""

    genre: str
    title: str
    issuer: str | None = None
    code: str | None = None
    date: str | None = None
    place: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """A congress that the document names: organisation, ordinal (``XIV``), term (``2020-2025``), dates (ISO,
    ``from/to``), venue, theme, motto."""

    org: str
    ordinal: str | None = None
    term: str | None = None
    dates: str | None = None
    venue: str | None = None
    theme: str | None = None
    motto: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedDocument:
    """A formal document that the text cites; `code` as printed but normalised (``05-NQ/TU``)."""

    genre: str
    code: str | None = None
    issuer: str | None = None
    date: str | None = None
    title: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One wording of a commitment. `comparator` is one of ``= >= > <= < ~ range``; `value` (and `upper`, for a range)
    in `unit` as printed; `per` is ``year`` for a yearly average; `by` the deadline (``2025``); `value` is None for a
    qualitative target, then `text` holds the wording."""

    set_by: str
    indicator: str
    comparator: str = "="
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    per: str | None = None
    by: str | None = None
    group: int | None = None
    scope: str | None = None
    text: str | None = None
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One reported value: `period` as ``2023``, ``2021-2023`` or ``2023-10``; `status` ``actual`` or ``estimate``;
    `change` the printed comparison with an earlier value; `where` ``table``, ``prose`` or ``footnote``."""

    indicator: str
    value: Decimal
    unit: str | None = None
    upper: Decimal | None = None
    comparator: str | None = None
    period: str | None = None
    status: str | None = None
    scope: str | None = None
    change: str | None = None
    where: str = "prose"
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A printed verdict (``Đạt``, ``Vượt`` ...) on an indicator as of a period; `percent` of the target if printed; `scope`
    where it judges a part of the place only, as one of the provinces that merged."""

    indicator: str
    as_of: str | None
    verdict: str
    percent: Decimal | None = None
    scope: str | None = None
    concept: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A programme of any kind: ``key_program``, ``breakthrough``, ``solution``, ``national_target_programme``, ``scheme``,
    ``project``, ``task_group``."""

    name: str
    kind: str
    set_by: str | None = None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organisation: `kind` ``party government council front mass ministry court military enterprise other``, `level`
    ``national province district commune``."""

    name: str
    kind: str
    level: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation that a sentence states between two ends (document codes, else names as in the facts)."""

    subject: str
    relation: str
    object: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy:
    """A contradiction inside the document: what it is about, both sides as printed, the lines of both sides. `evidence` is
    that of the first side (of both, where one stretch holds them), `also` that of the other."""

    about: str
    a: str
    b: str
    lines: tuple[int, ...]
    note: str
    evidence: Evidence
    also: tuple[Evidence, ...] = ()


Fact = Source | Congress | CitedDocument | Target | Observation | Assessment | Programme | Body | Link | Discrepancy

F = TypeVar("F")

Severity = Literal["Violation", "Warning", "Info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a person should look at: a stable code (explained in docs/findings.md), how grave it is, the
    report and line, and the message in Vietnamese and English. `subject` is the IRI or fact it is about."""

    code: str
    severity: Severity
    report: str
    line: int | None
    vi: str
    en: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What the finders have found in one report so far."""

    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()

    def of(self, kind: type[F]) -> Iterator[F]:
        """The facts of one kind, in order."""
        return (f for f in self.facts if isinstance(f, kind))
