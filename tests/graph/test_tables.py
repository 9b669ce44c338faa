"""The fact tables as CSV, workbook and CSVW, and the table of targets that closes a report."""

from __future__ import annotations

import builtins
import csv
import html
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from vankien.errors import BadUsage, MissingTool, QueryError
from vankien.graph.access.opening import open_store
from vankien.graph.exporting.annex import Annex, annex, only_years, unit_text, value_text
from vankien.graph.exporting.annex_files import WRITERS, annex_to_bytes
from vankien.graph.exporting.table_queries import TABLES, TARGETS
from vankien.graph.exporting.tables import (
    METADATA,
    WORKBOOK,
    fill,
    fill_all,
    safe_cell,
    to_csv,
    to_workbook,
    write_tables,
)
from vankien.graph.stores.store import Store

EVIL = ("=HYPERLINK(1)", "+cmd", "-2+3", "@SUM(A1)", "\t=1")


@pytest.fixture
def store(store_path: Path) -> Any:
    with open_store(store_path, read_only=True) as opened:
        yield opened


def without(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    """Let the import of a library fail."""
    real = builtins.__import__

    def missing(name: str, *rest: Any, **named: Any) -> Any:
        if name.split(".")[0] == library:
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", missing)


# --- fact tables ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_every_table_has_rows_with_document_and_line(store: Store, table: Any) -> None:
    records = fill(store, table).records()
    assert records
    assert all(r["document"] == "12-BC/TU" and r["report"] in ("bao-cao", "nghi-quyet") for r in records)
    assert all(int(r["line"]) > 0 for r in records)
    places = [(r["report"], int(r["line"])) for r in records]
    assert places == sorted(places)


def test_a_target_row(store: Store) -> None:
    record = next(r for r in fill(store, TARGETS).records() if r["line"] == "11")
    assert {k: record[k] for k in ("value", "upper", "comparator", "basis", "deadline", "set_by_name")} == {
        "value": "9",
        "upper": "10.5",
        "comparator": "between",
        "basis": "yearly",
        "deadline": "2025-12-31",
        "set_by_name": "Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV",
    }


def test_quotes_can_be_left_out(store: Store) -> None:
    whole = {c.name for t in fill_all(store) for c in t.columns}
    assert whole - {c.name for t in fill_all(store, quotes=False) for c in t.columns} == {"side_a", "side_b"}


@pytest.mark.parametrize("text", EVIL)
def test_no_csv_cell_is_a_formula(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(to_csv(["a", "b"], [[text, "-5"]]).decode(), newline=""))
    assert row == ["'" + text, "-5"]
    assert safe_cell("trên 5%") == "trên 5%"


def test_csv_is_the_same_each_time_and_a_mark_is_added_when_wanted(store: Store, load: Callable[..., Path]) -> None:
    tables = fill_all(store)
    with open_store(load("nghi-quyet", "bao-cao"), read_only=True) as other:
        again = fill_all(other)
    for one, two in zip(tables, again, strict=True):
        header = [c.name for c in one.columns]
        assert to_csv(header, one.rows) == to_csv(header, two.rows)
    assert to_csv(["á"], [], bom=True) == b"\xef\xbb\xbf\xc3\xa1\r\n"


def test_files_and_their_metadata(store: Store, tmp_path: Path) -> None:
    files = write_tables(fill_all(store), tmp_path / "new" / "tables")
    assert {f.name for f in files} == {*(f"{t.name}.csv" for t in TABLES), METADATA, WORKBOOK}
    described = json.loads((tmp_path / "new" / "tables" / METADATA).read_text("utf-8"))
    for table in described["tables"]:
        with (tmp_path / "new" / "tables" / table["url"]).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        columns = table["tableSchema"]["columns"]
        assert header == [c["name"] for c in columns]
        assert all({d["@language"] for d in c["dc:description"]} == {"vi", "en"} for c in columns)
        whole = [i for i, c in enumerate(columns) if c["datatype"] == "integer"]
        assert all(row[i] == "" or row[i].isdigit() for row in rows for i in whole)


def test_the_workbook_has_numbers_and_no_formula(store: Store) -> None:
    tables = fill_all(store)
    evil = tuple(EVIL[i % len(EVIL)] if c.datatype == "string" else "1" for i, c in enumerate(tables[0].columns))
    book = openpyxl.load_workbook(io.BytesIO(to_workbook([replace(tables[0], rows=(evil,)), *tables[1:]])))
    assert book.sheetnames == [t.table.name for t in tables]
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row]
    assert not [c for c in cells if c.data_type == "f"]
    assert {c.quotePrefix for c in cells if c.value in EVIL} == {True}
    names = [c.name for c in tables[1].columns]
    assert isinstance(book["observations"].cell(2, names.index("value") + 1).value, int | float)


def test_a_missing_library_is_one_clear_line(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    table = annex(store, "son-binh-14")
    for library, suffix in (("openpyxl", ".xlsx"), ("docx", ".docx")):
        with monkeypatch.context() as patch:
            without(patch, library)
            with pytest.raises(MissingTool, match=r"pip install 'vankien\[office\]'") as error:
                annex_to_bytes(table, suffix)
            assert "\n" not in str(error.value)
            assert annex_to_bytes(table, ".md")


# --- the table of targets -------------------------------------------------------------------------------


def test_the_table_of_a_congress(store: Store) -> None:
    table = annex(store, "son-binh-14")
    assert table.title == "Biểu chỉ tiêu: Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV"
    headings = [heading for _, heading in table.columns]
    assert headings[:4] == ["Nhóm", "Chỉ tiêu", "Đơn vị", "Mục tiêu đặt ra"]
    assert headings[-3:] == ["Đánh giá của văn kiện", "Ghi chú", "Nguồn"]
    cover, growth = (dict(zip(headings, row, strict=True)) for row in table.rows)
    assert cover["Nhóm"] == "(7)"
    assert cover["Mục tiêu đặt ra"] == "> 54"
    assert cover["Đánh giá của văn kiện"] == "Khó đạt (10 tháng 2023)"
    assert cover["Ghi chú"] == "Đến 2025"
    assert "12-BC/TU, dòng 10" in cover["Nguồn"]
    assert cover["10 tháng 2023"] == "52,5 (ước)"
    assert (growth["Mục tiêu đặt ra"], growth["Đơn vị"]) == ("9 - 10,5", "%/năm")


def test_english_headings_and_numbers(store: Store) -> None:
    table = annex(store, "https://w3id.org/vankien/id/congress/son-binh/14", lang="en")
    assert [h for _, h in table.columns][:4] == ["Group", "Target", "Unit", "Value set"]
    assert table.rows[1][3] == "9 - 10.5"
    assert "12-BC/TU, line 10" in table.rows[0][-1]


def test_an_unknown_congress_lists_those_there_are(store: Store) -> None:
    with pytest.raises(QueryError, match="no congress 'hai-phong-1' has targets in this store; there are: son-binh-14"):
        annex(store, "hai-phong-1")


def test_only_years_are_kept_when_wanted() -> None:
    columns = (("group", "Nhóm"), ("2021", "2021"), ("2021-2023", "2021-2023"), ("source", "Nguồn"))
    table = only_years(Annex("t", columns, (("1", "2", "3", "4"),)))
    assert (table.columns, table.rows) == ((columns[0], columns[1], columns[3]), (("1", "2", "4"),))


@pytest.mark.parametrize(
    ("comparator", "value", "upper", "text"),
    [
        ("gteq", "1234.5", "", "≥ 1.234,5"),
        ("eq", "54", "", "54"),
        ("between", "9", "10.5", "9 - 10,5"),
        ("", "", "", ""),
    ],
)
def test_values_are_written_as_people_write_them(comparator: str, value: str, upper: str, text: str) -> None:
    assert value_text({"comparator": comparator, "value": value, "upper": upper}, "vi") == text


def test_a_yearly_unit_is_named_once() -> None:
    assert unit_text({"unit_text": "%", "basis": "yearly-average"}, "vi") == "%/năm"
    assert unit_text({"unit_text": "%/năm", "basis": "yearly"}, "vi") == "%/năm"
    assert unit_text({"unit_text": "%", "basis": ""}, "vi") == "%"


ODD = Annex("A | B", (("target", "Chỉ tiêu"), ("value", "Trị số")), (("a|b\n<i>", "=1+1"), ("c", "@x")))


def test_text_formats_escape_what_they_must() -> None:
    assert annex_to_bytes(ODD, ".md").decode().splitlines()[2:] == [
        "| Chỉ tiêu | Trị số |",
        "| --- | --- |",
        "| a\\|b <i> | =1+1 |",
        "| c | @x |",
    ]
    page = annex_to_bytes(ODD, ".html").decode()
    assert "a|b\n&lt;i&gt;" in page
    assert "<script" not in page
    assert annex_to_bytes(ODD, ".csv").decode("utf-8-sig").splitlines()[-1] == "c,'@x"


def test_word_and_excel_hold_the_table() -> None:
    document = docx.Document(io.BytesIO(annex_to_bytes(ODD, ".docx")))
    (grid,) = document.tables
    assert [[c.text for c in row.cells] for row in grid.rows] == [
        ["Chỉ tiêu", "Trị số"],
        ["a|b<i>", "=1+1"],
        ["c", "@x"],
    ]
    assert (document.sections[0].page_width or 0) > (document.sections[0].page_height or 0)
    sheet = openpyxl.load_workbook(io.BytesIO(annex_to_bytes(ODD, ".xlsx"))).active
    assert sheet is not None
    assert [[c.data_type for c in row] for row in sheet.iter_rows(min_row=4)] == [["s", "s"], ["s", "s"]]
    assert sheet["B4"].quotePrefix


@pytest.mark.parametrize("suffix", sorted(WRITERS))
def test_every_format_of_a_real_table(store: Store, suffix: str) -> None:
    data = annex_to_bytes(annex(store, "son-binh-14"), suffix)
    inside = b"".join(zipfile.ZipFile(io.BytesIO(data)).read(n) for n in names(data)) if suffix[1] in "dx" else data
    assert "Tỷ lệ che phủ cây chè" in html.unescape(inside.decode(errors="ignore"))
    with pytest.raises(BadUsage, match=r"unknown suffix \.odt"):
        annex_to_bytes(ODD, ".odt")


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


@pytest.mark.parametrize("table", [t for t in TABLES if t.name not in ("programmes", "documents", "bodies")])
def test_a_statement_has_one_row_even_where_something_is_not_said(store: Store, table: Any) -> None:
    from pyoxigraph import Quad

    from vankien.graph.terms.vocabulary import VK

    bare = open_store(None)
    for graph in store.graphs():
        left_out = (VK.asOf, VK.period, VK.deadline, VK.unit)
        bare.replace_graph(graph, [Quad(*q) for q in store.quads(graph) if q.predicate not in left_out])
    rows = fill(bare, table).rows
    assert 0 < len(rows) == len({row[0] for row in rows})
