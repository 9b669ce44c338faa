"""The text of a report: its lines, passages that know the way back to the source, repairs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from vankien.model.findings import Finding

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


@dataclass(frozen=True, slots=True)
class Repair:
    """A value that was not taken as printed: what was printed, and why it was read otherwise."""

    printed: str
    reason: str
