"""The table of targets as a file: Word, Excel, Markdown, HTML or CSV."""

from __future__ import annotations

import html
from typing import Any

from vankien.errors import BadUsage, MissingTool
from vankien.graph.exporting.annex import Annex
from vankien.graph.exporting.tables import openpyxl_or_fail, put_cell, to_csv
from vankien.graph.files.office import office_bytes

_WIDE = ("target", "note", "source")


def to_markdown(table: Annex) -> bytes:
    """A heading and a Markdown table."""

    def line(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(" ".join(c.replace("\\", "\\\\").replace("|", "\\|").split()) for c in cells) + " |\n"

    head = line(tuple(heading for _, heading in table.columns))
    return f"# {table.title}\n\n{head}|{' --- |' * len(table.columns)}\n{''.join(map(line, table.rows))}".encode()


def to_html(table: Annex) -> bytes:
    """A page of its own, without scripts, that prints well on paper in landscape."""
    head = "".join(f"<th scope=col>{html.escape(heading)}</th>" for _, heading in table.columns)
    body = "\n".join("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in table.rows)
    style = (
        "@page{size:A4 landscape;margin:15mm}body{font:11pt 'Times New Roman',serif}table{border-collapse:collapse}"
        "th,td{border:1px solid #444;padding:3px 6px;vertical-align:top}thead{display:table-header-group}"
    )
    title = html.escape(table.title)
    page = (
        f"<!doctype html>\n<html lang=vi>\n<meta charset=utf-8>\n<title>{title}</title>\n<style>{style}</style>\n"
        f"<h1>{title}</h1>\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</html>\n"
    )
    return page.encode()


def to_xlsx(table: Annex) -> bytes:
    """A workbook with the table on one sheet. Raises `MissingTool` without openpyxl."""
    openpyxl = openpyxl_or_fail()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Annex"
    put_cell(sheet.cell(1, 1), table.title)
    sheet.cell(1, 1).font = openpyxl.styles.Font(bold=True, size=14)
    border = openpyxl.styles.Border(*(openpyxl.styles.Side("thin") for _ in range(4)))
    for at, (name, heading) in enumerate(table.columns, 1):
        put_cell(sheet.cell(3, at), heading)
        sheet.cell(3, at).font = openpyxl.styles.Font(bold=True)
        sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width = 40 if name in _WIDE else 14
    for line, row in enumerate(table.rows, 4):
        for at, text in enumerate(row, 1):
            put_cell(sheet.cell(line, at), text)
    for row in sheet.iter_rows(min_row=3):
        for cell in row:
            cell.border = border
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "C4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "3:3"
    return office_bytes(book.save)


def _docx_or_fail() -> Any:
    try:
        import docx
    except ImportError:
        raise MissingTool(
            "writing .docx needs python-docx; install it with: pip install 'vankien[office]', or choose another format"
        ) from None
    return docx


def to_docx(table: Annex) -> bytes:
    """A Word document in landscape, the head of the table repeated on each page. Raises `MissingTool`."""
    docx = _docx_or_fail()
    document = docx.Document()
    section = document.sections[0]
    section.orientation = docx.enum.section.WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = docx.shared.Cm(29.7), docx.shared.Cm(21)
    section.left_margin = section.right_margin = docx.shared.Cm(1.5)
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = docx.shared.Pt(10 if len(table.columns) < 14 else 8)
    document.add_paragraph().add_run(table.title).bold = True
    grid = document.add_table(rows=1, cols=len(table.columns))
    grid.style = "Table Grid"
    for cell, (_, heading) in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    grid.rows[0]._tr.get_or_add_trPr().append(docx.oxml.OxmlElement("w:tblHeader"))
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = "".join(c for c in text if c.isprintable())
    return office_bytes(document.save)


def _to_csv(table: Annex) -> bytes:
    return to_csv([heading for _, heading in table.columns], table.rows, bom=True)


WRITERS = {".md": to_markdown, ".html": to_html, ".csv": _to_csv, ".xlsx": to_xlsx, ".docx": to_docx}
"""The formats, by suffix."""


def annex_to_bytes(table: Annex, suffix: str) -> bytes:
    """The table in the format of a suffix; raises `BadUsage` for an unknown one and `MissingTool`."""
    if suffix not in WRITERS:
        raise BadUsage(f"unknown suffix {suffix or '(none)'}; use one of {' '.join(WRITERS)}")
    return WRITERS[suffix](table)
