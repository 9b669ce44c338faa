"""What stands where on a page, whoever found it there (PDFium or Tesseract): glyphs, rulings, and lines made of glyphs.

All lengths are in points (1/72 inch), x from the left, y from the top of the page as it is read.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character, or a word of a scan: text, horizontal extent, base line, size of its font, whether it is bold, whether
    a blank stands before it, and whether it is written upwards or downwards."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    spaced: bool = False
    turned: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """A point well inside the glyph."""
        return (self.x0 + self.x1) / 2, self.base - self.size * 0.3


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line along an axis; x0 = x1 for a vertical one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_vertical(self) -> bool:
        """True for a line from the top to the bottom."""
        return self.x0 == self.x1


@dataclass(frozen=True, slots=True)
class PageLayout:
    """One page: its number (from 1), its size, what stands on it, and whether it is a scan that was recognised."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...] = ()
    is_scan: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line and where it stands."""

    text: str
    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line without a wide gap: its words from the left."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words with single blanks."""
        return " ".join(w.text for w in self.words)

    @property
    def x0(self) -> float:
        """Where it starts."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.words[-1].x1


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line: its segments from the left, its base line, the size of most of its letters, whether all of
    them are bold, and whether the first one is."""

    segments: tuple[Segment, ...]
    base: float
    size: float
    bold: bool
    opens_bold: bool = False

    @property
    def text(self) -> str:
        """The line's text; three segments and more are columns and keep three blanks between them."""
        return ("   " if len(self.segments) > 2 else " ").join(s.text for s in self.segments)

    @property
    def first_word(self) -> float:
        """The width of the first word."""
        word = self.segments[0].words[0]
        return word.x1 - word.x0

    @property
    def x0(self) -> float:
        """Where the line starts."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.segments[-1].x1


_SAME_LINE = 0.55
"""Base lines nearer than this part of the size are one line: raised note signs stay with their word."""
_BLANK = 0.18
_WIDE_GAP = 1.5
_SMALL = 0.82
_RAISED = 0.1
_SIGN_DIGITS = 3
_UNIT = re.compile(r"(?:^|[\s\d.,(])[kcd]?m$")


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that stand on one line, top to bottom; those of the usual size are placed first."""
    rows: list[list[Glyph]] = []
    bases: list[tuple[float, float]] = []
    for glyph in sorted(glyphs, key=lambda g: (g.base, g.x0)):
        fits = [i for i in range(max(0, len(rows) - 4), len(rows)) if _fits(bases[i], glyph)]
        if not fits:
            rows.append([glyph])
            bases.append((glyph.base, glyph.size))
            continue
        at = min(fits, key=lambda i: abs(bases[i][0] - glyph.base))
        rows[at].append(glyph)
        if glyph.size > bases[at][1]:  # a raised sign opened the row: the letters give its base line
            bases[at] = (glyph.base, glyph.size)
    return rows


def _fits(row: tuple[float, float], glyph: Glyph) -> bool:
    return abs(row[0] - glyph.base) <= _SAME_LINE * max(row[1], glyph.size)


def _is_sign(glyph: Glyph, base: float, size: float) -> bool:
    """A small raised digit."""
    return glyph.text.isdigit() and glyph.size <= _SMALL * size and base - glyph.base >= _RAISED * size


def _signed(row: Sequence[Glyph], base: float, size: float) -> list[Glyph]:
    """The glyphs of a row, small raised numbers as signs of notes (``[^3]``)."""
    out: list[Glyph] = []
    number: list[Glyph] = []
    for glyph in [*row, None]:
        if glyph is not None and _is_sign(glyph, base, size):
            number.append(glyph)
            continue
        if number:
            digits = "".join(g.text for g in number)
            before = "".join((" " if g.spaced else "") + g.text for g in out[-4:])
            is_unit = digits in ("2", "3") and _UNIT.search(before)  # m², m³
            text = digits if is_unit or len(digits) > _SIGN_DIGITS else f"[^{digits}]"
            first = number[0]
            out.append(Glyph(text, first.x0, number[-1].x1, base, first.size, first.bold, first.spaced))
            number = []
        if glyph is not None:
            out.append(glyph)
    return out


def _line(row: Sequence[Glyph]) -> TextLine:
    ordered = sorted(row, key=lambda g: g.x0)
    size = statistics.median_high([g.size for g in ordered for _ in g.text])
    base = statistics.median([g.base for g in ordered if g.size >= size * 0.95] or [ordered[0].base])
    ordered = _signed(ordered, base, size)
    segments: list[list[Word]] = [[]]
    word, start = ordered[0].text, ordered[0].x0
    for before, glyph in pairwise(ordered):
        gap = glyph.x0 - before.x1
        if glyph.spaced or gap > _BLANK * size:
            segments[-1].append(Word(word, start, before.x1))
            word, start = glyph.text, glyph.x0
            if gap > _WIDE_GAP * size:
                segments.append([])
        else:
            word += glyph.text
    segments[-1].append(Word(word, start, ordered[-1].x1))
    letters = [g for g in ordered if any(c.isalnum() for c in g.text) and not g.text.startswith("[^")]
    bold = bool(letters) and all(g.bold for g in letters)
    opens_bold = bool(letters) and letters[0].bold
    return TextLine(tuple(Segment(tuple(words)) for words in segments), base, size, bold, opens_bold)


def glyphs_to_lines(glyphs: Iterable[Glyph]) -> list[TextLine]:
    """The printed lines of some glyphs, from the top; a small raised number becomes a note's sign (``[^3]``).

    Glyphs that are written upwards are joined in the order in which they come, as one line at their lowest point.
    """
    everything = list(glyphs)
    lines = [_line(row) for row in _rows(g for g in everything if not g.turned)]
    turned = [g for g in everything if g.turned]
    text = "".join((" " if g.spaced else "") + g.text for g in turned).strip()
    if text:
        box = Word(text, min(g.x0 for g in turned), max(g.x1 for g in turned))
        lines.append(
            TextLine((Segment((box,)),), max(g.base for g in turned), turned[0].size, all(g.bold for g in turned))
        )
    return sorted(lines, key=lambda line: (line.base, line.x0))
