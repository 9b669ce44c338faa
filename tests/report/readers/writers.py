"""The sample documents written as text, Markdown of both kinds, HTML and DOCX, as people and programs write them."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement

from tests.report.readers.samples import Block, Cells, Document, Span

_SIGN = re.compile(r"\[\^(\d+)\]")


def _everything(document: Document) -> list[Block]:
    """All blocks in order, the two columns at the end before the annexes."""
    end = [Block("end", line) for column in document.end for line in column]
    return [*document.blocks, *end, *document.annexes]


def _places(rows: Cells) -> list[list[str]]:
    """The text of every place of a table; spanned places are empty."""
    taken: set[tuple[int, int]] = set()
    out: list[dict[int, str]] = []
    for y, row in enumerate(rows):
        here: dict[int, str] = {}
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            taken |= {(y + j, x + i) for j in range(cell.rows) for i in range(cell.columns)}
            here[x] = cell.text
            x += cell.columns
        out.append(here)
    width = max(x for _, x in taken) + 1
    return [[row.get(i, "") for i in range(width)] for row in out]


# --- Markdown --------------------------------------------------------------------------------------------------


def _markdown(document: Document, table: Any) -> str:
    out = [f"**{line}**\n" for column in document.head for line in column]
    for block in _everything(document):
        if block.kind == "table":
            out.append(table(block))
        elif block.kind in ("title", "annex", "heading"):
            out.append(f"**{block.text}**\n")
        else:
            out.append(f"{block.text}\n")
    out += [f"[^{i}]: {note}\n" for i, note in enumerate(document.notes, 1)]
    return "\n".join(out)


def _pipes(block: Block) -> str:
    rows = _places(block.rows)
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * len(rows[0]))
    return "\n".join(lines) + "\n"


def _cells(block: Block) -> str:
    """One cell a line, a line ``|`` between cells and two between rows."""
    rows = _places(block.rows)
    return "\n|\n|\n".join("\n|\n".join(row) for row in rows).replace("\n\n", "\n") + "\n"


def to_pipes(document: Document) -> bytes:
    """Markdown with tables between pipes."""
    return _markdown(document, _pipes).encode()


def to_cells(document: Document) -> bytes:
    """Markdown with tables of one cell a line."""
    return _markdown(document, _cells).encode()


# --- HTML ------------------------------------------------------------------------------------------------------


def _inline(text: str) -> str:
    return _SIGN.sub(r'<sup><a href="#n\1">\1</a></sup>', escape(text))


def _html_table(block: Block) -> str:
    rows = []
    for y, row in enumerate(block.rows):
        tag = "th" if y < block.headers else "td"
        cells = (f'<{tag} rowspan="{c.rows}" colspan="{c.columns}">{_inline(c.text)}</{tag}>' for c in row)
        rows.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"<table border=1>{''.join(rows)}</table>"


def _html_columns(columns: tuple[tuple[str, ...], tuple[str, ...]]) -> str:
    cells = ("<br>".join(map(escape, column)) for column in columns)
    return f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"


def to_html(document: Document) -> bytes:
    """A page as web portals show it: navigation, scripts, the letterhead as a table without borders."""
    out = [
        "<!DOCTYPE html><html lang=vi><head><meta charset='utf-8'><title>Cổng thông tin</title>",
        "<style>p { color: black }</style><script>var x = '<p>Đạt 99%</p>';</script></head><body>",
        "<nav><ul><li>Trang chủ<li>Tin tức</ul></nav><main>",
        _html_columns(document.head),
    ]
    tags = {"title": "h3", "annex": "h3", "heading": "h4"}
    for block in document.blocks:
        tag = tags.get(block.kind, "p")
        out.append(_html_table(block) if block.kind == "table" else f"<{tag}>{_inline(block.text)}</{tag}>")
    out.append(_html_columns(document.end))
    for block in document.annexes:
        tag = tags.get(block.kind, "p")
        out.append(_html_table(block) if block.kind == "table" else f"<{tag}>{_inline(block.text)}</{tag}>")
    out += [f"<p><sup>{i}</sup> {escape(note)}</p>" for i, note in enumerate(document.notes, 1)]
    return "\n".join([*out, "</main><footer>© 2026</footer></body></html>"]).encode()


# --- DOCX ------------------------------------------------------------------------------------------------------


def _add_text(paragraph: Any, text: str, bold: bool = False) -> None:
    """Add a text with its notes' signs; note n has id n + 1, as Word counts."""
    at = 0
    for match in [*_SIGN.finditer(text), None]:
        run = paragraph.add_run(text[at : match.start() if match else len(text)])
        run.bold = bold or None
        if match:
            at = match.end()
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(int(match[1]) + 1))
            sign = paragraph.add_run()
            sign.font.superscript = True
            sign._r.append(reference)


def _add_columns(document: Any, columns: tuple[tuple[str, ...], tuple[str, ...]], bold: bool = False) -> None:
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, columns, strict=True):
        cell.text = lines[0] if lines else ""
        for line in lines[1:]:
            cell.add_paragraph(line)


def _add_table(document: Any, block: Block) -> None:
    rows = _places(block.rows)
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    for y, row in enumerate(block.rows):
        x = 0
        for span in row:
            while y and rows[y][x] != span.text:
                x += 1
            cell = table.cell(y, x)
            if span.rows * span.columns > 1:
                cell = cell.merge(table.cell(y + span.rows - 1, x + span.columns - 1))
            cell.text = span.text
            x += span.columns


def _add_notes(document: Any, notes: tuple[str, ...]) -> None:
    body = "".join(
        f'<w:footnote w:id="{i}"><w:p>'
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="19"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:rPr><w:sz w:val="19"/></w:rPr><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p>'
        "</w:footnote>"
        for i, note in enumerate(notes, 2)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def to_docx(document: Document) -> bytes:
    """A Word file as offices write it: headings in bold, letterhead and signature in tables without borders."""
    word = docx.Document()
    _add_columns(word, document.head)
    ended = False
    for block in [*document.blocks, Block("end"), *document.annexes]:
        if block.kind == "end":
            _add_columns(word, document.end)
            ended = True
        elif block.kind == "table":
            _add_table(word, block)
        else:
            if block.kind == "annex" and ended:
                word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
            paragraph = word.add_paragraph()
            if block.kind in ("title", "annex", "divider"):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            _add_text(paragraph, block.text, block.kind in ("title", "annex", "heading"))
    _add_notes(word, document.notes)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


__all__ = ["Span", "to_cells", "to_docx", "to_html", "to_pipes"]
