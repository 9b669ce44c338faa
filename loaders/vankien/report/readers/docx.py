"""DOCX → lines: paragraphs with the numbers that Word counts, tables with merged cells, footnotes, headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.ns import qn

from vankien.errors import CannotRead
from vankien.report.readers.docx_numbering import Counter, read_lists
from vankien.report.readers.docx_package import open_package
from vankien.report.readers.docx_runs import Notes, paragraph_pieces
from vankien.report.readers.docx_styles import Styles
from vankien.report.readers.grids import GridCell, table_lines
from vankien.report.readers.limits import Limits
from vankien.report.readers.printed import Extract, Printed, cleaned

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_BOLD = 7
_PARAGRAPH, _TABLE, _ROW, _CELL = (qn(f"w:{n}") for n in ("p", "tbl", "tr", "tc"))
_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag")))
_CONTENTS = "Table of Contents"


@dataclass
class _Walk:
    """The state of the walk through the document."""

    shown: str
    limits: Limits
    styles: Styles
    counter: Counter
    notes: Notes = field(default_factory=Notes)
    page: int | None = None

    def paragraph(self, element: Any) -> list[Printed]:
        """The lines of a paragraph, with those of its text boxes below."""
        properties = element.find(qn("w:pPr"))
        named = None if properties is None else properties.find(qn("w:pStyle"))
        style = self.styles.default if named is None else named.get(qn("w:val"), "")
        listed = self.styles.list_of(properties, style)
        pieces = paragraph_pieces(element, self.styles, style, self.notes)
        label = self.counter.label(*listed) if listed and (pieces.letters or _in_table(element)) else ""
        page = self.page
        if page is not None:
            page += pieces.pages_before
            self.page = page + pieces.pages - pieces.pages_before
        texts = "".join(pieces.text).split("\n")
        texts[0] = f"{label} {texts[0]}" if label else texts[0]
        mark = min(self.styles.depth(properties, style), 6) or (_BOLD if pieces.is_bold else 0)
        if self.styles.is_contents(style):
            return [Printed(t, page, role="furniture") for t in texts if t.strip()]
        lines = [Printed(t.rstrip(), page, mark) for t in texts if t.strip()]
        return lines + [line for box in pieces.boxes for line in self.blocks(box)]

    def cells(self, row: Any) -> Iterator[tuple[Any, int, str]]:
        """The cells of a row with the columns that they span and how they go on a cell above; the columns that a row
        leaves out at its start are empty cells."""
        properties = row.find(qn("w:trPr"))
        before = None if properties is None else properties.find(qn("w:gridBefore"))
        if before is not None and _count(before.get(qn("w:val"), "0")):
            yield None, _count(before.get(qn("w:val"), "0")), ""
        for cell in _unwrapped(row, _CELL):
            own = cell.find(qn("w:tcPr"))
            span, merge = (None if own is None else own.find(qn(n)) for n in ("w:gridSpan", "w:vMerge"))
            columns = 1 if span is None else max(1, _count(span.get(qn("w:val"), "1")))
            yield cell, columns, "" if merge is None else merge.get(qn("w:val"), "continue")

    def table(self, element: Any) -> list[Printed]:
        """The lines of a table."""
        rows: list[list[GridCell]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        for row in _unwrapped(element, _ROW):
            properties = row.find(qn("w:trPr"))
            head = None if properties is None else properties.find(qn("w:tblHeader"))
            is_head = head is not None and head.get(qn("w:val"), "1") not in ("0", "false", "off")
            here: list[GridCell] = []
            at = 0
            for cell, columns, merge in self.cells(row):
                above = open_cells.get(at)
                if merge == "continue" and above:
                    y, x = above
                    rows[y][x] = replace(rows[y][x], rows=len(rows) - y + 1)
                else:
                    lines = () if cell is None else tuple(self.blocks(cell))
                    here.append(GridCell(lines, 1, columns, is_head))
                    open_cells[at] = (len(rows), len(here) - 1)
                at += columns
            rows.append(here)
        return table_lines(self.shown, rows, self.page, self.limits)

    def blocks(self, element: Any) -> list[Printed]:
        """The lines of everything in a body, cell, note or text box."""
        lines: list[Printed] = []
        for child in element:
            if child.tag == _PARAGRAPH:
                lines += self.paragraph(child)
            elif child.tag == _TABLE:
                lines += self.table(child)
            elif child.tag in _WRAPPERS:
                inside = self.blocks(child)
                lines += [replace(p, role="furniture") for p in inside] if _is_contents(child) else inside
        return lines


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _in_table(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == _CELL


def _is_contents(element: Any) -> bool:
    kind = element.find("/".join(map(qn, ("w:sdtPr", "w:docPartObj", "w:docPartGallery"))))
    return kind is not None and kind.get(qn("w:val")) == _CONTENTS


def _unwrapped(element: Any, tag: str) -> Iterator[Any]:
    """The children with that tag, also inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _unwrapped(child, tag)


def _part(shown: str, document: Any, kind: str) -> Any:
    """The root element of a part that the document refers to (``footnotes``), or None; raises `CannotRead` for a damaged
    one."""
    from docx.oxml import parse_xml
    from lxml.etree import XMLSyntaxError

    related = (
        r.target_part for r in document.part.rels.values() if not r.is_external and r.reltype == _RELATIONS + kind
    )
    part = next(related, None)
    try:
        return None if part is None else parse_xml(part.blob)
    except XMLSyntaxError as error:
        words = " ".join(str(error).split())[:200]
        raise CannotRead(
            shown, f"is a damaged Word file ({kind}: {words})", advice="open and save it in Word"
        ) from None


def _note_lines(walk: _Walk, document: Any) -> Iterator[Printed]:
    """The notes that the text refers to, one a line."""
    roots = {kind: _part(walk.shown, document, f"{kind}s") for kind in ("footnote", "endnote")}
    notes = {
        (kind, note.get(qn("w:id"))): note
        for kind, root in roots.items()
        if root is not None
        for note in root.findall(qn(f"w:{kind}"))
    }
    at = 0
    while at < len(walk.notes.order):  # a note may refer to another one
        note = notes.get(walk.notes.order[at])
        at += 1
        text = " ".join(line.text.strip() for line in walk.blocks(note)) if note is not None else ""
        if text.strip():
            yield Printed(f"[^{at}] {text.strip()}", None, role="note")


def _has_pages(elements: Iterable[Any]) -> bool:
    return next(iter(elements), None) is not None


def read_docx(shown: str, data: bytes, limits: Limits) -> Extract:
    """Read a Word file; `shown` names it in messages. Page numbers are those of Word's last layout, where it left them.

    Raises `CannotRead` for what is damaged, locked or beyond the limits.
    """
    document = open_package(shown, data, limits)
    numbering, styles = _part(shown, document, "numbering"), _part(shown, document, "styles")
    body = document.element.body
    paged = _has_pages(body.iter(qn("w:lastRenderedPageBreak")))
    walk = _Walk(
        shown,
        limits,
        Styles(styles),
        Counter({} if numbering is None else read_lists(numbering)),
        page=1 if paged else None,
    )
    lines = walk.blocks(body)
    return Extract(cleaned([*lines, *_note_lines(walk, document)]), MEDIA_TYPE)
