"""One paragraph of a Word file → its lines: runs, breaks, symbols, notes, letters of old fonts, whether it is all bold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from vankien.report.readers.docx_styles import Styles
from vankien.report.readers.legacy import from_font

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = frozenset(
    (*map(qn, ("w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:delText")), f"{_MC}Fallback")
)
_BREAKS = frozenset(map(qn, ("w:br", "w:cr")))
_NOTES = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_TEXT, _TAB, _HYPHEN, _SYMBOL, _RUN = (qn(f"w:{n}") for n in ("t", "tab", "noBreakHyphen", "sym", "r"))
_BOX = qn("w:txbxContent")
_PAGE = qn("w:lastRenderedPageBreak")
_SYMBOLS = {
    0xB3: "≥",
    0xA3: "≤",
    0xB1: "±",
    0xB0: "°",
    0xB4: "×",
    0xD7: "×",
    0xB9: "≠",
    0xBB: "≈",
    0xB7: "•",
    0x2D: "-",
}
"""Characters of Word's font Symbol that change a number's meaning, by their last byte."""


@dataclass
class Notes:
    """The notes in the order in which the text refers to them; both kinds are counted together."""

    order: list[tuple[str, str]] = field(default_factory=list)

    def mark(self, kind: str, id: str) -> str:
        """The sign of a note in the text; a note that is referred to again keeps its number."""
        if (kind, id) not in self.order:
            self.order.append((kind, id))
        return f"[^{self.order.index((kind, id)) + 1}]"


@dataclass
class Pieces:
    """What a paragraph is made of: its text so far (line breaks as line feeds), the letters that are bold and all of
    them, the text boxes anchored in it, and the page breaks that Word last laid out before its first letter and in all."""

    text: list[str] = field(default_factory=list)
    bold: int = 0
    letters: int = 0
    boxes: list[Any] = field(default_factory=list)
    pages_before: int = 0
    pages: int = 0

    def add(self, text: str, is_bold: bool) -> None:
        """Add the text of a run."""
        count = sum(c.isalnum() for c in text)
        self.text.append(text)
        self.letters += count
        self.bold += count if is_bold else 0

    @property
    def is_bold(self) -> bool:
        """True if every letter is bold."""
        return 0 < self.letters == self.bold


def _symbol(element: Any) -> str:
    code = element.get(qn("w:char"), "")
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(number & 0xFF, "") if number >= 0xF000 or number < 0x100 else chr(number)


def _run(run: Any, pieces: Pieces, styles: Styles, style: str, notes: Notes) -> None:
    look = styles.run(run, style)
    if look.is_hidden:
        return
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            pieces.add(from_font(child.text or "", look.font), look.is_bold)
        elif tag == _TAB:
            pieces.text.append("\t")
        elif tag == _HYPHEN:
            pieces.text.append("-")
        elif tag in _BREAKS:
            pieces.text.append("\n")
        elif tag == _SYMBOL:
            pieces.add(_symbol(child), look.is_bold)
        elif tag in _NOTES:
            pieces.text.append(notes.mark(_NOTES[tag], child.get(qn("w:id"), "")))
        elif tag == _PAGE:
            pieces.pages += 1
            pieces.pages_before += not pieces.letters
        elif isinstance(tag, str) and tag not in _SKIPPED:
            pieces.boxes += _boxes(child)


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in a drawing, outermost only; of two ways to show one drawing the first."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
            yield from _boxes(child)


def paragraph_pieces(paragraph: Any, styles: Styles, style: str, notes: Notes) -> Pieces:
    """Gather what a paragraph (``w:p``) prints: deleted and hidden text is left out, inserted text is taken."""
    pieces = Pieces()

    def walk(element: Any) -> None:
        for child in element:
            if child.tag == _RUN:
                _run(child, pieces, styles, style, notes)
            elif child.tag == _MATH_TEXT:
                pieces.add(child.text or "", False)
            elif isinstance(child.tag, str) and child.tag not in _SKIPPED:
                walk(child)

    walk(paragraph)
    return pieces
