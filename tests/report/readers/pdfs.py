"""The sample documents as PDF, laid out as offices print them: letterhead in two columns, justified paragraphs with a
first-line indent, footnotes below a short rule, page numbers, ruled tables that break over pages, annexes in landscape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.report.readers.samples import Block, Document

_FONTS = (
    ("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf"),
    ("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf", "/usr/share/fonts/truetype/noto/NotoSerif-Bold.ttf"),
    (
        "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSerif-Bold.ttf",
    ),
    (
        "/System/Library/Fonts/Supplemental/Times New Roman.ttf",
        "/System/Library/Fonts/Supplemental/Times New Roman Bold.ttf",
    ),
    ("C:/Windows/Fonts/times.ttf", "C:/Windows/Fonts/timesbd.ttf"),
)
_SIGN = re.compile(r"\[\^(\d+)\]")
_SIZE, _LEAD, _NOTE, _NOTE_LEAD, _CELL, _CELL_LEAD = 13.0, 18.0, 9.5, 12.0, 10.0, 12.5
_MARGIN, _INDENT, _PAD = 62.0, 28.0, 4.0


@lru_cache
def fonts() -> tuple[str, str]:
    """Names of a regular and a bold font with Vietnamese letters; skips the test where the system has none."""
    for regular, bold in _FONTS:
        if Path(regular).is_file() and Path(bold).is_file():
            pdfmetrics.registerFont(TTFont("Text", regular))
            pdfmetrics.registerFont(TTFont("Text-Bold", bold))
            return "Text", "Text-Bold"
    pytest.skip("no font with Vietnamese letters is installed (Debian: fonts-dejavu-core)")


def _width(text: str, font: str, size: float) -> float:
    fonts()  # whichever test of a process measures first
    signs = sum(float(pdfmetrics.stringWidth(m[1], font, size * 0.6)) for m in _SIGN.finditer(text))
    return float(pdfmetrics.stringWidth(_SIGN.sub("", text), font, size)) + signs


def wrap(text: str, font: str, size: float, width: float, indent: float = 0.0) -> list[str]:
    """The lines of a paragraph; a word may break behind a hyphen, as word processors do it."""
    lines: list[str] = []
    line = ""
    for word in re.findall(r"\S+?(?<=\w-)(?=\w)|\S+", text):
        glued = (
            bool(line) and line.endswith("-") and text[: text.find(line) + len(line) + len(word)].endswith(line + word)
        )
        candidate = line + ("" if glued else " ") + word if line else word
        if line and _width(candidate, font, size) > width - (0 if lines else indent):
            lines.append(line)
            line = word
        else:
            line = candidate
    return [*lines, line]


@dataclass
class _Press:
    """The page that is being printed."""

    canvas: Canvas
    document: Document
    size: tuple[float, float] = A4
    y: float = 0.0
    number: int = 0
    waiting: list[str] = field(default_factory=list)

    def start(self, size: tuple[float, float] = A4) -> None:
        self.size, self.number = size, self.number + 1
        self.canvas.setPageSize(size)
        self.y = size[1] - _MARGIN
        if self.number > 1:
            self.canvas.setFont("Text", 11)
            self.canvas.drawCentredString(size[0] / 2, size[1] - 34, str(self.number))

    def notes_height(self) -> float:
        return sum(_NOTE_LEAD for _ in self.waiting) + (14 if self.waiting else 0)

    def end(self) -> None:
        """Print the footnotes of the page and turn it."""
        if self.waiting:
            y = _MARGIN + self.notes_height() - 14
            self.canvas.line(_MARGIN, y + 12, _MARGIN + 140, y + 12)
            for line in self.waiting:
                self.draw(line, _MARGIN, y, "Text", _NOTE)
                y -= _NOTE_LEAD
            self.waiting = []
        self.canvas.showPage()

    def turn(self, size: tuple[float, float] | None = None) -> None:
        self.end()
        self.start(size or self.size)

    def draw(self, text: str, x: float, y: float, font: str, size: float, extra: float = 0.0) -> None:
        """A line with raised signs; `extra` widens its blanks."""
        for part in re.split(r"(\[\^\d+\]|\s)", text):
            sign = _SIGN.fullmatch(part)
            if sign:
                self.canvas.setFont(font, size * 0.6)
                self.canvas.drawString(x, y + size * 0.35, sign[1])
                x += pdfmetrics.stringWidth(sign[1], font, size * 0.6)
            elif part:
                self.canvas.setFont(font, size)
                self.canvas.drawString(x, y, part)
                x += pdfmetrics.stringWidth(part, font, size) + (extra if part.isspace() else 0)

    def note_lines(self, text: str) -> list[str]:
        lines = []
        for match in _SIGN.finditer(text):
            number = int(match[1])
            note = f"[^{number}] {self.document.notes[number - 1]}"
            lines += wrap(note, "Text", _NOTE, self.size[0] - 2 * _MARGIN)
        return lines

    def paragraph(self, text: str, font: str, centred: bool, indent: float = _INDENT) -> None:
        width = self.size[0] - 2 * _MARGIN
        lines = wrap(text, font, _SIZE, width * (0.8 if centred else 1), 0 if centred else indent)
        for i, line in enumerate(lines):
            notes = self.note_lines(line)
            room = self.y - _MARGIN - self.notes_height() - len(notes) * _NOTE_LEAD - (14 if notes else 0)
            if room < _LEAD:
                self.turn()
            self.waiting += notes
            x, free = _MARGIN + (indent if i == 0 and not centred else 0), width - (indent if i == 0 else 0)
            used, blanks = _width(line, font, _SIZE), line.count(" ")
            if centred:
                x = (self.size[0] - used) / 2
            extra = (free - used) / blanks if blanks and not centred and i + 1 < len(lines) else 0.0
            self.draw(line, x, self.y, font, _SIZE, extra)
            self.y -= _LEAD
        self.y -= 4

    def columns(self, columns: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        for lines, middle in zip(columns, (0.27, 0.72), strict=True):
            y = self.y
            for line in lines:
                self.canvas.setFont("Text", 12)
                self.canvas.drawCentredString(self.size[0] * middle, y, line)
                y -= 16
        self.y -= 16 * max(map(len, columns)) + 12

    def table(self, block: Block) -> None:
        """A ruled table; its header comes again on each page."""
        cells, widths = _grid(block, self.size[0] - 2 * _MARGIN)
        heights = [max(len(lines) * _CELL_LEAD / down for (_, _, down, _), lines in row) + 2 * _PAD for row in cells]
        for y, row in enumerate(cells):
            if y >= block.headers and self.y - heights[y] < _MARGIN + self.notes_height():
                self.turn()
                for i in range(block.headers):
                    self.row(cells[i], heights[i:], widths)
            self.row(row, heights[y:], widths)
        self.y -= 14

    def row(
        self, row: list[tuple[tuple[int, int, int, int], list[str]]], heights: list[float], widths: list[float]
    ) -> None:
        for (_, x, down, across), lines in row:
            left, right = _MARGIN + sum(widths[:x]), _MARGIN + sum(widths[: x + across])
            high = sum(heights[:down])
            self.canvas.rect(left, self.y - high, right - left, high)
            y = self.y - (high - len(lines) * _CELL_LEAD) / 2 - _CELL
            for line in lines:
                self.draw(line, left + _PAD, y, "Text", _CELL)
                y -= _CELL_LEAD
        self.y -= heights[0]


def _grid(block: Block, width: float) -> tuple[list[list[tuple[tuple[int, int, int, int], list[str]]]], list[float]]:
    """The cells of a table with their places and wrapped lines, and the widths of the columns."""
    taken: set[tuple[int, int]] = set()
    placed = []
    for y, row in enumerate(block.rows):
        x = 0
        here = []
        for cell in row:
            while (y, x) in taken:
                x += 1
            taken |= {(y + j, x + i) for j in range(cell.rows) for i in range(cell.columns)}
            here.append(((y, x, cell.rows, cell.columns), cell.text))
            x += cell.columns
        placed.append(here)
    count = max(x for _, x in taken) + 1
    texts = [[t for r in placed for (_, x, _, n), t in r if x == i and n == 1] for i in range(count)]
    words = [max((_width(w, "Text", _CELL) for t in column for w in t.split()), default=20) for column in texts]
    least = [w + 2 * _PAD + 1 for w in words]  # the longest word of a column fits
    wish = [min(max((len(t) for t in column), default=6), 36) for column in texts]
    widths = [w + (width - sum(least)) * s / sum(wish) for w, s in zip(least, wish, strict=True)]
    cells = [
        [(at, wrap(text, "Text", _CELL, sum(widths[at[1] : at[1] + at[3]]) - 2 * _PAD)) for at, text in row]
        for row in placed
    ]
    return cells, widths


def to_pdf(document: Document) -> bytes:
    """The document as PDF."""
    regular, bold = fonts()
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    press = _Press(canvas, document)
    press.start()
    press.columns(document.head)
    for block in [*document.blocks, Block("end"), *document.annexes]:
        if block.kind == "end":
            press.columns(document.end)
        elif block.kind == "table":
            press.table(block)
        else:
            if block.kind == "annex":
                press.turn(landscape(A4))
            centred = block.kind in ("title", "annex", "divider")
            press.paragraph(block.text, bold if block.kind in ("title", "annex", "heading") else regular, centred)
    press.end()
    canvas.save()
    return out.getvalue()
