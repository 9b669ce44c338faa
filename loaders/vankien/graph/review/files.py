"""The sheet that people correct as a CSV or XLSX file, and such a file back to rows."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from vankien.errors import BadUsage, CannotRead
from vankien.graph.exporting.tables import openpyxl_or_fail, put_cell, to_csv
from vankien.graph.files.office import office_bytes
from vankien.graph.review.sheet import COLUMNS, Row, choices
from vankien.graph.stores.store import one_line
from vankien.vietnamese import plain

SUFFIXES = (".csv", ".xlsx")
_NUMERIC = ("line", "value", "upper")
_NAME = re.compile(r"\[(\w+)\]\s*$")
_LARGEST = 64_000_000
"""Sheets above this size in bytes, also when unpacked, are refused."""


def _suffix(path: Path) -> str:
    if (suffix := path.suffix.lower()) not in SUFFIXES:
        raise BadUsage(f"{path}: unknown suffix {suffix or '(none)'}; use one of {' '.join(SUFFIXES)}")
    return suffix


# --- writing --------------------------------------------------------------------------------------------------


def rows_to_bytes(rows: Sequence[Row], path: Path) -> bytes:
    """The sheet in the format that the suffix of `path` names. CSV has a byte order mark, for Excel; no cell can become a
    formula. Raises `BadUsage` for another suffix, `MissingTool` without openpyxl."""
    if _suffix(path) == ".csv":
        cells = ([row.get(c.name, "") for c in COLUMNS] for row in rows)
        return to_csv([c.title for c in COLUMNS], cells, bom=True)
    return _to_workbook(rows)


def _to_workbook(rows: Sequence[Row]) -> bytes:
    openpyxl = openpyxl_or_fail()
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "review"
    for at, column in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, at)
        put_cell(cell, column.title)
        cell.font = openpyxl.styles.Font(bold=True)
        cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[openpyxl.utils.get_column_letter(at)].width = column.width
    for line, row in enumerate(rows, 2):
        for at, column in enumerate(COLUMNS, 1):
            if words := row.get(column.name, ""):
                put_cell(sheet.cell(line, at), words, "decimal" if column.name in _NUMERIC else "string")
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    _add_choices(openpyxl, book, sheet)
    return office_bytes(book.save)


def _add_choices(openpyxl: Any, book: Any, sheet: Any) -> None:
    """The lists to choose from, on a sheet of their own, and the columns that use them. Of indicators and units a person
    may write others too; the check says what it does not know."""
    lists = book.create_sheet("lists")
    for at, (name, entries) in enumerate(choices().items(), 1):
        for line, words in enumerate((name, *entries), 1):
            put_cell(lists.cell(line, at), words)
        letter = openpyxl.utils.get_column_letter(at)
        for column in (c for c in COLUMNS if c.choices == name):
            rule = openpyxl.worksheet.datavalidation.DataValidation(
                type="list", formula1=f"=lists!${letter}$2:${letter}${len(entries) + 1}", allow_blank=True
            )
            rule.showErrorMessage = name in ("action", "kind", "comparator")
            own = openpyxl.utils.get_column_letter(COLUMNS.index(column) + 1)
            rule.add(f"{own}2:{own}1048576")
            sheet.add_data_validation(rule)


# --- reading --------------------------------------------------------------------------------------------------


def read_rows(path: Path) -> list[tuple[int, Row]]:
    """The rows of a sheet with their numbers in it (the headings are row 1); empty rows are left out.

    A column is known by the name in square brackets at the end of its heading, wherever it stands; other columns are passed
    over. Raises `CannotRead` for a file that is no such sheet, `BadUsage` for another suffix, `MissingTool`.
    """
    suffix = _suffix(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise CannotRead(str(path), "is larger than any review sheet", advice="name the sheet that you edited")
        table = _csv_cells(path) if suffix == ".csv" else _workbook_cells(path)
    except OSError as error:
        raise CannotRead(str(path), error.strerror or str(error)) from None
    if not table:
        raise CannotRead(str(path), "is empty", advice="write a sheet with: vankien review STORE -o FILE")
    names = [found[1] if (found := _NAME.search(cell)) else "" for cell in table[0]]
    known = {c.name for c in COLUMNS}
    if missing := [n for n in ("fact", "action", "kind", "report") if n not in names]:
        advice = "keep the headings that vankien review wrote"
        raise CannotRead(str(path), f"has no column [{missing[0]}]", line=1, advice=advice)
    if twice := [n for n in known if names.count(n) > 1]:
        raise CannotRead(str(path), f"has the column [{min(twice)}] twice", line=1, advice="delete one of them")
    rows = []
    for number, cells in enumerate(table[1:], 2):
        row = {n: c.strip() for n, c in zip(names, cells, strict=False) if n in known}
        if any(row.values()):
            rows.append((number, row))
    return rows


def _unquoted(cell: str) -> str:
    """A cell without the apostrophe that kept it from becoming a formula.

    >>> _unquoted("'=1+1"), _unquoted("'tis")
    ('=1+1', "'tis")
    """
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell


def _csv_cells(path: Path) -> list[list[str]]:
    try:
        written = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRead(str(path), "is not UTF-8", advice="save it as “CSV UTF-8”") from None
    first = written.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)  # spreadsheets with Vietnamese settings write semicolons
    try:
        return [
            [_unquoted(c) for c in row] for row in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
        ]
    except csv.Error as error:
        raise CannotRead(str(path), f"is no CSV: {one_line(error)}") from None


def _cell_text(value: object) -> str:
    """A cell of a workbook as text. A number with three decimals gets one more, which no one can take for thousands."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value.date().isoformat() if hasattr(value, "date") else str(value)
    words = plain(Decimal(str(value)))
    return words + "0" if re.search(r"\.\d{3}$", words) else words


def _workbook_cells(path: Path) -> list[list[str]]:
    openpyxl = openpyxl_or_fail()
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(i.file_size for i in packed.infolist()) > _LARGEST:
                raise CannotRead(str(path), "is larger than any review sheet when unpacked")
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        sheet = book["review"] if "review" in book.sheetnames else book.worksheets[0]
        return [[_cell_text(v) for v in row] for row in sheet.iter_rows(values_only=True)]
    except (zipfile.BadZipFile, KeyError, ValueError, IndexError) as error:
        raise CannotRead(str(path), f"is no Excel workbook: {one_line(error)}", advice="save it as .xlsx") from None
