"""Workbooks and Word files do not state when they were written."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from typing import BinaryIO

import docx
import openpyxl
import pytest

from vankien.graph.files.office import office_bytes


def _workbook() -> Callable[[BinaryIO], object]:
    book = openpyxl.Workbook()
    book.active["A1"] = "Tỷ lệ che phủ rừng"
    return lambda file: book.save(file)


def _document() -> Callable[[BinaryIO], object]:
    document = docx.Document()
    document.add_paragraph("Tỷ lệ che phủ rừng")
    document.core_properties.modified = datetime.datetime.now()
    return document.save


@pytest.mark.parametrize("make", [_workbook, _document], ids=["xlsx", "docx"])
def test_no_part_knows_the_clock(make: Callable[[], Callable[[BinaryIO], object]]) -> None:
    data = office_bytes(make())
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        core = parts.read("docProps/core.xml").decode()
    assert "1980-01-01T00:00:00Z</dcterms:modified>" in core
    assert str(datetime.date.today().year) not in core
    assert office_bytes(make()) == data


def test_what_was_written_is_still_there() -> None:
    assert openpyxl.load_workbook(io.BytesIO(office_bytes(_workbook()))).active["A1"].value == "Tỷ lệ che phủ rừng"
    assert docx.Document(io.BytesIO(office_bytes(_document()))).paragraphs[0].text == "Tỷ lệ che phủ rừng"
