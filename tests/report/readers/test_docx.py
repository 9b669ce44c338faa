"""Word files: what Word shows beside the typed letters, and what it does not show."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.report.readers.conftest import Read, texts
from tests.report.readers.hostile import paragraph, word
from tests.report.readers.samples import SAMPLES
from tests.report.readers.writers import to_docx
from vankien.report.readers.docx_numbering import Counter, Level, NumberedList
from vankien.report.readers.labels import format_number


def _saved(document: Any) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _numbered(items: list[tuple[int, str]], levels: list[tuple[str, str]]) -> bytes:
    """A document with one list: items as (level, text), levels as (format, text of the label)."""
    document = docx.Document()
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{f}"/><w:lvlText w:val="{t}"/></w:lvl>'
        for i, (f, t) in enumerate(levels)
    )
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77">{xml}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in items:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    return _saved(document)


def test_numbers_that_word_counts_stand_in_the_text(read: Read) -> None:
    data = _numbered(
        [
            (0, "MỤC TIÊU"),
            (1, "Kinh tế"),
            (2, "Tăng trưởng"),
            (2, "Ngân sách"),
            (1, "Xã hội"),
            (2, "Việc làm"),
            (0, "TỔ CHỨC"),
        ],
        [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")],
    )
    assert texts(read(data, "a.docx")) == [
        "I. MỤC TIÊU", "1. Kinh tế", "a) Tăng trưởng", "b) Ngân sách", "2. Xã hội", "a) Việc làm", "II. TỔ CHỨC",
    ]  # fmt: skip


def test_numbers_of_several_levels(read: Read) -> None:
    data = _numbered([(0, "a"), (1, "b"), (1, "c"), (0, "d"), (1, "e")], [("decimal", "%1."), ("decimal", "%1.%2.")])
    assert [t.split()[0] for t in texts(read(data, "a.docx"))] == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_bullets_are_dashes(read: Read) -> None:
    assert texts(read(_numbered([(0, "Sở Y tế")], [("bullet", "\uf0b7")]), "a.docx")) == ["- Sở Y tế"]
    assert texts(read(_numbered([(0, "Sở Y tế")], [("bullet", "+")]), "a.docx")) == ["+ Sở Y tế"]


def test_a_list_that_starts_anew() -> None:
    levels = {0: Level(1, "decimal", "%1.")}
    counter = Counter({"1": NumberedList("x", levels, {}), "2": NumberedList("x", levels, {0: 1})})
    assert [counter.label(n, 0) for n in ("1", "1", "2", "2", "1", "9")] == ["1.", "2.", "1.", "2.", "3.", ""]


def test_levels_that_print_all_numbers_as_decimals() -> None:
    levels = {0: Level(1, "upperRoman", "%1."), 1: Level(1, "decimal", "%1.%2", is_legal=True)}
    counter = Counter({"1": NumberedList("x", levels, {})})
    assert [counter.label("1", at) for at in (0, 1, 1)] == ["I.", "1.1", "1.2"]


@pytest.mark.parametrize(
    ("number", "format", "shown"), [(28, "lowerLetter", "bb"), (95, "upperRoman", "95"), (3, "ordinal", "3")]
)
def test_numbers_beyond_the_usual(number: int, format: str, shown: str) -> None:
    assert format_number(number, format) == shown


def test_footnotes_hang_where_they_hang_and_come_last(read: Read) -> None:
    report = read(to_docx(SAMPLES["mid-term-report"][0]()), "a.docx")
    assert any("ngày 30/8/2021[^1], giao" in t for t in texts(report))
    notes = texts(report, "note")
    assert [n[:4] for n in notes] == ["[^1]", "[^2]", "[^3]"]
    assert notes[0].startswith("[^1] Và Quyết định số 2057/QĐ-UBND")


def test_letterhead_and_signature_in_tables_are_lines(read: Read) -> None:
    lines = texts(read(to_docx(SAMPLES["mid-term-report"][0]()), "a.docx"))
    assert lines[:5] == [
        "TỈNH ỦY SƠN BÌNH", "*", "Số 318-BC/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 14 tháng 12 năm 2023",
    ]  # fmt: skip
    assert "Nơi nhận:" in lines


def test_merged_header_cells_stand_over_their_columns(read: Read) -> None:
    lines = texts(read(to_docx(SAMPLES["mid-term-report"][0]()), "a.docx"))
    at = next(i for i, t in enumerate(lines) if t.startswith("| TT |"))
    assert lines[at].count("Ước thực hiện giai đoạn 2021 - 2023") == 3
    assert lines[at + 1].startswith("| | | | | Kết quả đạt được |")
    assert set(lines[at + 2]) <= set("| -")


def test_headings_and_bold_lines_are_marked(read: Read) -> None:
    document = docx.Document()
    document.add_heading("I. MỤC TIÊU", 2)
    document.add_paragraph().add_run("Chỉ tiêu").bold = True
    partly = document.add_paragraph("Đạt ")
    partly.add_run("54%").bold = True
    styled = document.add_paragraph("Đậm theo kiểu")
    styled.style = document.styles.add_style("Đậm", 1)
    styled.style.font.bold = True
    marks = [line.mark for line in read(_saved(document), "a.docx").lines]
    assert marks == [2, 7, 0, 7]


def test_what_was_deleted_or_hidden_is_not_read_and_what_was_inserted_is(read: Read) -> None:
    body = (
        "<w:p><w:r><w:t>Đạt </w:t></w:r><w:del><w:r><w:delText>50%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>54%</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t> nháp</w:t></w:r></w:p>"
    )
    assert texts(read(word(body), "a.docx")) == ["Đạt 54%"]


def test_symbols_breaks_tabs_and_hyphens(read: Read) -> None:
    body = (
        '<w:p><w:r><w:t>Đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 57%</w:t><w:br/>'
        "<w:t>số 07</w:t><w:noBreakHyphen/><w:t>NQ/TU</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
    )
    assert texts(read(word(body), "a.docx")) == ["Đạt ≥ 57%", "số 07-NQ/TU\tx"]


def test_old_fonts_are_read_by_their_names(read: Read) -> None:
    def run(font: str, text: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'

    body = f"<w:p>{run('.VnTimeH', '®¶ng bé ')}{run('VNI-Times', 'Sôn Bình ')}{run('Arial', 'đạt')}</w:p>"
    assert texts(read(word(body), "a.docx")) == ["ĐẢNG BỘ Sơn Bình đạt"]


def test_a_table_of_contents_is_no_body_text(read: Read) -> None:
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = f"{contents}<w:sdtContent>{paragraph('I. MỤC TIÊU 3')}</w:sdtContent></w:sdt>{paragraph('I. MỤC TIÊU')}"
    report = read(word(body), "a.docx")
    assert [(line.role, line.text) for line in report.lines] == [
        ("furniture", "I. MỤC TIÊU 3"),
        ("text", "I. MỤC TIÊU"),
    ]


def test_text_boxes_are_read_once(read: Read) -> None:
    box = f"<w:txbxContent>{paragraph('Số 5-BC/TU')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Báo cáo</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(word(body), "a.docx")) == ["Báo cáo", "Số 5-BC/TU"]


def test_pages_are_those_of_the_last_layout(read: Read) -> None:
    body = paragraph("một") + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>hai</w:t></w:r></w:p>" + paragraph("ba")
    assert [line.page for line in read(word(body), "a.docx").lines] == [1, 2, 2]
    assert [line.page for line in read(word(paragraph("một")), "a.docx").lines] == [None]


def test_a_cell_numbered_by_word_keeps_its_number(read: Read) -> None:
    document = docx.Document()
    table = document.add_table(4, 3)
    for cell, text in zip(table.rows[0].cells, ("TT", "Chỉ tiêu", "Kế hoạch"), strict=True):
        cell.text = text
    for i, row in enumerate(table.rows[1:], 1):
        row.cells[1].text, row.cells[2].text = f"Chỉ tiêu {i}", str(i * 10)
        row.cells[0].paragraphs[0].style = "List Number"
    rows = [t for t in texts(read(_saved(document), "a.docx")) if "Chỉ tiêu " in t and t[2].isdigit()]
    assert [r[:4].strip(" |") for r in rows] == ["1.", "2.", "3."]


def test_header_rows_that_the_file_marks(read: Read) -> None:
    document = docx.Document()
    table = document.add_table(4, 2)
    for row, cells in zip(table.rows, (("Chỉ tiêu", "Năm"), ("", "2024"), ("Rừng", "54"), ("Chè", "5")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    lines = texts(read(_saved(document), "a.docx"))
    assert lines[2] == "| --- | --- |"
