"""Store → fact tables: one CSV file each, one workbook with all of them, and CSVW metadata that says what the columns mean.

The CSV files of one store are the same bytes each time. No cell can become a formula when a spreadsheet opens it.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vankien.errors import MissingTool
from vankien.graph.asking.answers import to_text
from vankien.graph.exporting.table_queries import TABLES, Column, FactTable
from vankien.graph.files.office import office_bytes
from vankien.graph.serialising.export import QUOTES, write_folder
from vankien.graph.stores.store import Store

METADATA = "csvw-metadata.json"
WORKBOOK = "vankien.xlsx"

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_QUOTED = {q.value for q in QUOTES}


@dataclass(frozen=True, slots=True)
class Filled:
    """A fact table with its rows, in order of documents and lines; a cell that nothing is said for is empty."""

    table: FactTable
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> list[dict[str, str]]:
        """The rows by column name."""
        return [dict(zip((c.name for c in self.columns), row, strict=True)) for row in self.rows]


def fill(store: Store, table: FactTable, *, quotes: bool = True, lang: str = "vi") -> Filled:
    """Read one fact table from a store; without `quotes`, without the columns that hold a document's own words."""
    columns = table.columns if quotes else tuple(c for c in table.columns if c.property not in _QUOTED)
    places = [table.columns.index(c) for c in columns]
    rows = ([to_text(cell) for cell in row] for row in store.rows(table.query(lang)))
    found = {tuple(row[i] for i in places) for row in rows}
    at, line = [c.name for c in columns].index("report"), [c.name for c in columns].index("line")
    return Filled(table, columns, tuple(sorted(found, key=lambda r: (r[at], int(r[line] or 0), r))))


def fill_all(store: Store, *, quotes: bool = True, lang: str = "vi") -> list[Filled]:
    """Read all fact tables from a store."""
    return [fill(store, table, quotes=quotes, lang=lang) for table in TABLES]


# --- cells that are no formulas -----------------------------------------------------------------------------


def is_formula_like(text: str) -> bool:
    """True for a text that a spreadsheet could take for a formula; numbers with a sign are none.

    >>> [is_formula_like(t) for t in ("=1+1", "+84 912", "-", "@sum", "-5", "+5,5", "5 - 6", "")]
    [True, True, True, True, False, False, False, False]
    """
    return text[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(text)


def safe_cell(text: str) -> str:
    """A text as a CSV cell: one that looks like a formula gets an apostrophe, which spreadsheets take for “text”.

    >>> safe_cell("=1+1"), safe_cell("-5")
    ("'=1+1", '-5')
    """
    return "'" + text if is_formula_like(text) else text


# --- CSV ------------------------------------------------------------------------------------------------------


def to_csv(header: Sequence[str], rows: Iterable[Sequence[str]], *, bom: bool = False) -> bytes:
    """Comma-separated values in UTF-8, with a byte order mark for older versions of Excel if wanted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def _column_metadata(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {"name": column.name, "titles": [column.name], "datatype": column.datatype}
    if column.property:
        described["propertyUrl"] = column.property
    described["dc:description"] = [{"@value": column.vi, "@language": "vi"}, {"@value": column.en, "@language": "en"}]
    return described


def to_metadata(tables: Sequence[Filled]) -> bytes:
    """The CSVW metadata of the CSV files: what each table and column holds, in Vietnamese and English."""
    described = [
        {
            "url": f"{t.table.name}.csv",
            "dc:title": [{"@value": t.table.vi, "@language": "vi"}, {"@value": t.table.en, "@language": "en"}],
            "tableSchema": {"columns": [_column_metadata(c) for c in t.columns]},
        }
        for t in tables
    ]
    dialect = {"encoding": "utf-8", "delimiter": ",", "header": True, "quoteChar": '"'}
    whole = {"@context": "http://www.w3.org/ns/csvw", "dialect": dialect, "tables": described}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


# --- XLSX -----------------------------------------------------------------------------------------------------


def openpyxl_or_fail() -> Any:
    """The library for workbooks; raises `MissingTool` when it is not installed."""
    try:
        import openpyxl
    except ImportError:
        raise MissingTool(
            "writing .xlsx needs openpyxl; install it with: pip install 'vankien[office]', or choose another format"
        ) from None
    return openpyxl


def put_cell(cell: Any, text: str, datatype: str = "string") -> None:
    """Write a cell of a workbook: a number as a number, everything else as a text that never becomes a formula."""
    if datatype in ("integer", "decimal") and _NUMBER.fullmatch(text):
        cell.value = int(text) if datatype == "integer" else float(text)
        return
    cell.value = _FORBIDDEN.sub("", text)
    if text:
        cell.data_type = "s"
        cell.quotePrefix = is_formula_like(text)


def to_workbook(tables: Sequence[Filled], lang: str = "vi") -> bytes:
    """One workbook with a sheet for each table, header frozen and filters on. Raises `MissingTool`."""
    openpyxl = openpyxl_or_fail()
    book = openpyxl.Workbook()
    book.remove(book.active)
    for filled in tables:
        sheet = book.create_sheet(filled.table.name)
        for at, column in enumerate(filled.columns, 1):
            cell = sheet.cell(1, at)
            put_cell(cell, column.vi if lang == "vi" else column.en)
            cell.font = openpyxl.styles.Font(bold=True)
            widest = max((len(row[at - 1]) for row in filled.rows[:200]), default=0)
            sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width = min(60, max(10, widest + 2))
        for line, row in enumerate(filled.rows, 2):
            for at, (column, text) in enumerate(zip(filled.columns, row, strict=True), 1):
                if text:
                    put_cell(sheet.cell(line, at), text, column.datatype)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = sheet.dimensions
    return office_bytes(book.save)


def write_tables(
    tables: Sequence[Filled], folder: Path, *, bom: bool = False, workbook: bool = True, lang: str = "vi"
) -> list[Path]:
    """Write the CSV files, their metadata and the workbook into a folder, which is made if need be; gives the files.

    Each is written whole or not at all. Raises `StoreError` when one cannot be written, and `MissingTool`.
    """
    files = {f"{t.table.name}.csv": to_csv([c.name for c in t.columns], t.rows, bom=bom) for t in tables}
    files[METADATA] = to_metadata(tables)
    if workbook:
        files[WORKBOOK] = to_workbook(tables, lang)
    write_folder(files, folder)
    return [folder / name for name in files]
