"""Pages as laid out → the lines of the extracted text: paragraphs, tables over page breaks, footnotes, furniture."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from vankien.report.join import ends_sentence, glue_cell
from vankien.report.readers.columns import BlankTable, SideBySide, lines_to_blocks
from vankien.report.readers.grids import (
    GridCell,
    check_size,
    is_layout,
    layout_lines,
    place,
    placed_lines,
    row_line,
    table_lines,
)
from vankien.report.readers.layout import Glyph, PageLayout, TextLine, glyphs_to_lines
from vankien.report.readers.limits import Limits
from vankien.report.readers.printed import Printed
from vankien.report.readers.rulings import Box, RuledTable, find_tables, same_columns, split_glyphs, without_frames
from vankien.vietnamese import UPPER

_BOLD = 7
_SMALLER = 0.93
_NOTE = re.compile(r"^(?:\[\^(\d{1,3})\]|(\d{1,3})(?=\s|[.)]\s))[.)]?\s*")
_SCANNED_NOTE = re.compile(r"^(?:(\d{1,2})|[^\w\s\-–+•]{1,2})\s+(?=\w)")
_PAGE_NUMBER = re.compile(
    r"(?:[-–]\s*)?\d{1,4}(?:\s*[-–])?|(?:Trang|Page)\s\d{1,4}(?:\s*/\s*\d{1,4})?|\d{1,4}\s*/\s*\d{1,4}"
)
_EDGE_SHARE = 0.12
_REPEATS = 3
_RULE_SHARE = (0.08, 0.6)
_CONTINUES = re.compile(rf"(?![{UPPER}])[^\W\d_]|[),;.]")


@dataclass
class _Page:
    """A page taken apart: its lines outside tables, its tables with the lines of each cell, the lines that are furniture
    or belong to footnotes (by their index; with the number of the note that they open, 0 for none)."""

    layout: PageLayout
    lines: list[TextLine]
    tables: list[tuple[RuledTable, dict[Box, list[Glyph]]]]
    furniture: set[int] = field(default_factory=set)
    notes: dict[int, int] = field(default_factory=dict)

    def body(self) -> list[int]:
        """The indices of the lines of the body."""
        return [i for i in range(len(self.lines)) if i not in self.furniture and i not in self.notes]


def _take_apart(layout: PageLayout, tables: Sequence[RuledTable]) -> _Page:
    rest, cells = split_glyphs(layout.glyphs, tables)
    return _Page(layout, glyphs_to_lines(rest), list(zip(tables, cells, strict=True)))


# --- furniture and footnotes -----------------------------------------------------------------------------------


def _edge_lines(page: _Page) -> Iterator[int]:
    """The lines at the upper and lower edge of a page, outermost first."""
    order = range(len(page.lines))
    high = [i for i in order if page.lines[i].base <= page.layout.height * _EDGE_SHARE]
    low = [i for i in reversed(order) if page.lines[i].base >= page.layout.height * (1 - _EDGE_SHARE)]
    yield from high[:2]
    yield from low[:2]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()))


def _mark_furniture(pages: Sequence[_Page]) -> None:
    """Running heads (the same words at the edge of three pages or more) and page numbers (alone at the edge)."""
    seen = Counter(_key(p.lines[i].text) for p in pages for i in set(_edge_lines(p)))
    for page in pages:
        for i in _edge_lines(page):
            text = page.lines[i].text.strip()
            outermost = i in (0, len(page.lines) - 1)
            if (outermost and _PAGE_NUMBER.fullmatch(text)) or (
                seen[_key(text)] >= _REPEATS and len(text) < 120 and any(c.isalpha() for c in text)
            ):
                page.furniture.add(i)
        left = page.body()  # a page number next to a running head
        for i in {*left[:1], *left[-1:]} & set(_edge_lines(page)):
            if _PAGE_NUMBER.fullmatch(page.lines[i].text.strip()) and page.furniture:
                page.furniture.add(i)


def _note_rule(page: _Page) -> float | None:
    """Where the short rule above the footnotes stands: the lowest short horizontal ruling outside tables."""
    wide = page.layout.width
    rules = [
        r.y0
        for r in page.layout.rulings
        if not r.is_vertical
        and _RULE_SHARE[0] * wide <= r.x1 - r.x0 <= _RULE_SHARE[1] * wide
        and r.x0 < wide / 2
        and r.y0 > page.layout.height * 0.2
        and not any(t.top - 3 <= r.y0 <= t.bottom + 3 for t, _ in page.tables)
    ]
    return max(rules, default=None)


def _mark_notes(page: _Page, size: float, expected: int, open_note: bool) -> tuple[int, bool]:
    """Mark the lines of footnotes at the foot of a page; gives the next expected number and whether a note was read.

    They stand below a short rule, or are smaller than the body; the first is numbered or carries on a note of the page
    before.
    """
    body = page.body()
    rule = _note_rule(page)
    below = [i for i in body if rule is not None and page.lines[i].base > rule]
    if page.layout.is_scan and below and page.lines[below[0]].size < size:
        return _number_notes(page, below, expected), True
    if not below or not _opens(page, below, size, expected, open_note):
        small = [i for i in body if page.lines[i].size <= _SMALLER * size]
        below = []
        for i in reversed(body):
            if i not in small:
                break
            below.insert(0, i)
        while below and not _NOTE.match(page.lines[below[0]].text):
            below.pop(0)
        if not below or not _opens(page, below, size, expected, False):
            return expected, open_note
    return _number_notes(page, below, expected), True


def _note_pattern(page: _Page) -> re.Pattern[str]:
    """How a note starts: in a scan a raised number is often read as another sign."""
    return _SCANNED_NOTE if page.layout.is_scan else _NOTE


def _number_notes(page: _Page, below: Sequence[int], expected: int) -> int:
    """Note which lines open which footnote; gives the next expected number. A raised number opens the note of that
    number; a number that is not raised, or (in a scan) a sign of its own, only the next one."""
    for i in below:
        match = _note_pattern(page).match(page.lines[i].text)
        digits = next((g for g in match.groups() if g), "") if match else ""
        number = int(digits) if digits else expected
        raised = match is not None and match.group().startswith("[^")
        opens = match is not None and (raised or number == expected)
        page.notes[i] = number if opens else 0
        expected = number + 1 if opens else expected
    return expected


def _opens(page: _Page, below: Sequence[int], size: float, expected: int, open_note: bool) -> bool:
    """True if lines at the foot of a page are notes: the first is the next one, or 1 on a page that counts anew, or the
    rest of the last one; all of them are not larger than the body."""
    first = page.lines[below[0]]
    match = _NOTE.match(first.text)
    is_small = statistics.median(page.lines[i].size for i in below) <= size * 1.02
    if match is None:
        return open_note and is_small and first.size <= _SMALLER * size
    number = int(match[1] or match[2])
    signed = match[1] is not None or first.size <= _SMALLER * size
    return is_small and (number == expected or (signed and number in (1, expected)))


# --- paragraphs ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the body's lines start and end, and how far their base lines are from each other."""

    left: float
    right: float
    pitch: float


def _margins(pages: Sequence[_Page], size: float) -> _Margins:
    lines = [p.lines[i] for p in pages for i in p.body()]
    usual = [x for x in lines if abs(x.size - size) < 0.1 * size and len(x.text) > 20] or lines
    pitches = [
        b.base - a.base
        for p in pages
        for a, b in pairwise([p.lines[i] for i in p.body()])
        if 0.5 * size < b.base - a.base < 3 * size
    ]
    rights = sorted(x.x1 for x in usual) or [0.0]
    lefts = sorted(x.x0 for x in usual) or [0.0]
    return _Margins(lefts[len(lefts) // 20], rights[int(len(rights) * 0.9)], statistics.median(pitches or [size * 1.3]))


def _ends(
    line: TextLine, after: TextLine | None, next_but_one: TextLine | None, margins: _Margins, same_page: bool
) -> bool:
    """Does a paragraph end with this line? The next word would have fitted, the next line is indented or set apart."""
    if after is None:
        return True
    if same_page and after.base - line.base > 1.45 * margins.pitch:
        return True
    heading_ends = line.bold and not after.bold and not after.opens_bold
    if heading_ends or (after.bold and not line.bold and len(after.text) > 3):
        return True
    if abs(line.size - after.size) > 0.12 * line.size:
        return True
    room = margins.right - line.x1
    if room > after.first_word + 0.9 * line.size:
        return True
    indent = after.x0 - margins.left
    rest = next_but_one.x0 - margins.left if next_but_one else 0.0
    opens = indent > 1.2 * line.size and rest < indent - 0.8 * line.size
    said = ends_sentence(line.text) and after.text[:1].isupper()
    return opens and (said or abs(after.x0 - line.x0) > 0.8 * line.size)


def _mark(line: TextLine) -> int:
    return _BOLD if line.bold else 0


def _column_lines(column: Sequence[TextLine], number: int) -> list[Printed]:
    """The lines of one of two columns; each ends where it was ended."""
    return [Printed(line.text, number, _mark(line)) for line in column]


# --- all of it -------------------------------------------------------------------------------------------------


@dataclass
class _Open:
    """The table that the last page ended with: its header, and the number of lines when it ended."""

    table: RuledTable
    header: tuple[tuple[str, ...], ...]
    after: int


@dataclass
class _Writer:
    """Puts the lines of the text together, page by page."""

    shown: str
    limits: Limits
    margins: _Margins
    lines: list[Printed] = field(default_factory=list)
    open_table: _Open | None = None

    def table(self, page: _Page, table: RuledTable, cells: dict[Box, list[Glyph]]) -> None:
        """Write a ruled table; one that carries on the table of the page before leaves out its header and joins the row
        that the page break cut."""
        number = page.layout.number
        rows: list[list[GridCell]] = [[] for _ in table.rows[1:]]
        for box in table.boxes:
            y, x, down, across = table.spans(box)
            texts = [Printed(t.text, number, _mark(t)) for t in glyphs_to_lines(cells.get(box, ()))]
            if page.layout.is_scan and x == 0 and len(texts) == 1:
                texts = [replace(texts[0], text=_roman(texts[0].text))]
            rows[y].append(GridCell(tuple(texts), down, across))
        check_size(self.shown, rows, self.limits)
        opened = self.open_table
        carries_on = opened is not None and opened.after == len(self._body()) and same_columns(opened.table, table)
        if not carries_on and len(rows) > 1 and is_layout(rows):
            self.lines += layout_lines(rows)
            return
        placed = place(rows)
        body = list(placed.rows)
        if carries_on and opened is not None:
            while body and body[0] in opened.header:
                body.pop(0)
            body = self._join_cut(body)
            self.lines += [row_line(row, number) for row in body if any(row)]
            self.open_table = replace(opened, after=len(self._body()))
            return
        self.lines += placed_lines(placed, number)
        self.open_table = _Open(table, placed.rows[: placed.headers], len(self._body()))

    def _body(self) -> list[Printed]:
        return [line for line in self.lines if line.role == "text"]

    def _join_cut(self, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """Rows of a later page without the first one, if it is the rest of the last row of the page before."""
        if not rows or not self.lines:
            return rows
        at = max(i for i, line in enumerate(self.lines) if line.role == "text")
        before = [c.strip() for c in self.lines[at].text.strip("|").split("|")]
        first = rows[0]
        if len(before) != len(first) or not _is_rest(before, first):
            return rows
        joined = [a + glue_cell(a, b) + b for a, b in zip(before, first, strict=True)]
        self.lines[at] = row_line(joined, self.lines[at].page)
        return rows[1:]

    def text(self, page: _Page, lines: Sequence[TextLine], after: TextLine | None) -> None:
        """Write lines of running text; `after` is the line of the next page that may carry them on."""
        number = page.layout.number
        blocks = lines_to_blocks(lines)
        for index, block in enumerate(blocks):
            if isinstance(block, SideBySide):
                self.lines += [*_column_lines(block.left, number), *_column_lines(block.right, number)]
            elif isinstance(block, BlankTable):
                self.lines += table_lines(self.shown, block.rows, number, self.limits)
            else:
                following = blocks[index + 1 : index + 3]
                same_page = bool(following)
                nexts = [b if isinstance(b, TextLine) else None for b in following] or [after]
                last = _ends(block, nexts[0], nexts[1] if len(nexts) > 1 else None, self.margins, same_page)
                self.lines.append(Printed(block.text, number, _mark(block), last))

    def page(self, page: _Page, after: TextLine | None) -> None:
        """Write a page: furniture where it stands, body and tables from the top, footnotes last."""
        number = page.layout.number
        body = [(i, page.lines[i]) for i in page.body()]
        stops = sorted(page.tables, key=lambda pair: pair[0].top)
        for table, cells in stops:
            above = [line for _, line in body if line.base <= table.top + 2]
            body = [(i, line) for i, line in body if line.base > table.top + 2]
            self.text(page, above, None)
            self.table(page, table, cells)
        self.text(page, [line for _, line in body], after)
        for i in sorted(page.notes):
            text = page.lines[i].text
            if page.notes[i]:
                text = f"[^{page.notes[i]}] {_note_pattern(page).sub('', text)}"
            self.lines.append(Printed(text, number, 0, False, "note"))
        self.lines += [Printed(page.lines[i].text, number, role="furniture") for i in sorted(page.furniture)]


def _roman(text: str) -> str:
    """A small Roman numeral as recognition misreads it in a column of numbers; any other text as it is.

    >>> [_roman(t) for t in ("H", "HI", "¦", "lI", "TT", "1")]
    ['II', 'III', 'I', 'II', 'TT', '1']
    """
    if not re.fullmatch(r"[HIl|¦!Í]{1,3}", text):
        return text
    strokes = sum(2 if c == "H" else 1 for c in text)
    return "I" * strokes if strokes <= 3 else text


def _is_rest(before: Sequence[str], first: Sequence[str]) -> bool:
    """True if the first row of a page is the rest of the last row of the page before: no number, no values, only cells
    that the row before has filled too; and either all of them go on in the middle of a sentence, or there are several."""
    rest = [i for i, text in enumerate(first) if text]
    if not rest or first[0] or any(not before[i] for i in rest):
        return False
    if all(_CONTINUES.match(first[i]) for i in rest):
        return True
    shorter = len(rest) < sum(bool(text) for text in before[1:])
    return shorter and len(rest) > 1 and not any(first[i][0].isdigit() or first[i][0] in "-–+<>≥≤" for i in rest)


def _body_size(pages: Sequence[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda s: (sizes[s], s), default=12.0)


def pages_to_lines(shown: str, layouts: Sequence[PageLayout], limits: Limits) -> list[Printed]:
    """The lines of a document from its pages; `shown` names it in messages.

    Raises `CannotRead` for tables beyond the limits.
    """
    tables = without_frames([find_tables(layout) for layout in layouts])
    pages = [_take_apart(*pair) for pair in zip(layouts, tables, strict=True)]
    size = _body_size(pages)
    _mark_furniture(pages)
    expected, open_note = 1, False
    for page in pages:
        expected, open_note = _mark_notes(page, size, expected, open_note)
    writer = _Writer(shown, limits, _margins(pages, size))
    for index, page in enumerate(pages):
        following = pages[index + 1] if index + 1 < len(pages) else None
        writer.page(page, _carries_on(following) if following else None)
    return writer.lines


def _carries_on(page: _Page) -> TextLine | None:
    """The first line of a page's body, which may carry on the page before; None if a table stands above it."""
    first = next((page.lines[i] for i in page.body()), None)
    if first is None or any(table.top < first.base - first.size for table, _ in page.tables):
        return None
    return first
