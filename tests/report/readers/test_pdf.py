"""PDFs: reading order, paragraphs, furniture, footnotes, tables with and without rulings, turned pages, old fonts."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.report.readers.conftest import Read, texts
from tests.report.readers.pdfs import fonts, to_pdf, wrap
from tests.report.readers.samples import SAMPLES
from vankien.model import Lexicon
from vankien.report import report_to_outline

Draw = Callable[[Canvas], object]


def _pdf(*pages: Draw, size: tuple[float, float] = (595, 842)) -> bytes:
    fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for draw in pages:
        canvas.setFont("Text", 13)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _write(canvas: Canvas, lines: list[str], y: float = 760, x: float = 70, lead: float = 18) -> float:
    for line in lines:
        canvas.drawString(x, y, line)
        y -= lead
    return y


LONG = "Đến năm 2030, tỷ lệ che phủ rừng của tỉnh Sơn Bình đạt trên 57%, tỷ lệ hộ nghèo giảm bình quân 2,5% mỗi năm. "


def test_every_line_knows_its_page(read: Read) -> None:
    report = read(to_pdf(SAMPLES["resolution"][0]()), "a.pdf")
    assert {line.page for line in report.lines} == {1, 2, 3}
    assert report.lines[0].page == 1
    assert report.lines[-1].page == 3


def test_two_readings_give_the_same_lines(read: Read) -> None:
    data = to_pdf(SAMPLES["action-plan"][0]())
    assert read(data, "a.pdf") == read(data, "a.pdf")


def test_columns_of_the_letterhead_are_read_one_after_the_other(read: Read) -> None:
    lines = texts(read(to_pdf(SAMPLES["action-plan"][0]()), "a.pdf"))
    assert lines[:6] == [
        "ỦY BAN NHÂN DÂN", "TỈNH SƠN BÌNH", "Số: 27/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Sơn Bình, ngày 15 tháng 01 năm 2026",
    ]  # fmt: skip


def test_running_heads_and_page_numbers_are_furniture(read: Read) -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(70, 810, "Báo cáo chính trị Đại hội XVI")
            canvas.drawString(500, 810, f"trang {number}")
            _write(canvas, wrap(LONG * (number + 2), "Text", 13, 455))
            canvas.drawCentredString(297, 30, str(number))

        return draw

    report = read(_pdf(*map(page, range(1, 5))), "a.pdf")
    furniture = texts(report, "furniture")
    assert sum("Báo cáo chính trị" in t for t in furniture) == 4
    assert [t for t in furniture if t.isdigit()] == ["1", "2", "3", "4"]
    assert not any("Báo cáo chính trị" in t for t in texts(report))


def test_a_number_inside_the_text_is_no_page_number(read: Read) -> None:
    report = read(_pdf(lambda c: _write(c, ["Tổng số", "12", *wrap(LONG * 3, "Text", 13, 455)], 600)), "a.pdf")
    assert "12" in texts(report)


def test_paragraphs_end_where_the_next_word_would_have_fitted(read: Read, lexicon: Lexicon) -> None:
    lines = [*wrap(LONG * 2, "Text", 13, 455), "Sở Y tế chủ trì.", *wrap(LONG, "Text", 13, 455)]
    report = read(_pdf(lambda c: _write(c, lines)), "a.pdf")
    ends = [line.text for line in report.lines if line.ends]
    assert "Sở Y tế chủ trì." in ends
    assert len(ends) == 3
    assert len(report_to_outline(report, lexicon).paragraphs) == 3


def test_a_paragraph_goes_on_over_the_page(read: Read, lexicon: Lexicon) -> None:
    lines = wrap(LONG * 12, "Text", 13, 455)
    report = read(_pdf(lambda c: _write(c, lines[:10], 300), lambda c: _write(c, lines[10:])), "a.pdf")
    assert len(report_to_outline(report, lexicon).paragraphs) == 1


def test_footnotes_by_rule_size_and_number_go_on_over_the_page(read: Read, lexicon: Lexicon) -> None:
    def first(canvas: Canvas) -> None:
        y = _write(canvas, wrap(LONG * 4, "Text", 13, 455))
        canvas.drawString(70, y, "Theo nghị quyết")
        canvas.setFont("Text", 7)
        canvas.drawString(70 + pdfmetrics.stringWidth("Theo nghị quyết", "Text", 13), y + 5, "1")
        canvas.setFont("Text", 13)
        behind = pdfmetrics.stringWidth("Theo nghị quyết", "Text", 13) + pdfmetrics.stringWidth("1", "Text", 7)
        canvas.drawString(70 + behind, y, ", tỉnh tiếp tục thực hiện.")
        canvas.line(70, 110, 200, 110)
        canvas.setFont("Text", 10)
        _write(
            canvas, ["1 Nghị quyết số 04-NQ/TU ngày 26/02/2021 về phát triển vùng chè, vùng dược liệu và"], 95, 70, 12
        )

    def second(canvas: Canvas) -> None:
        _write(canvas, wrap(LONG * 4, "Text", 13, 455))
        canvas.line(70, 110, 200, 110)
        canvas.setFont("Text", 10)
        _write(canvas, ["vùng cây ăn quả giai đoạn 2021-2025."], 95, 70, 12)

    report = read(_pdf(first, second), "a.pdf")
    outline = report_to_outline(report, lexicon)
    assert len(outline.footnotes) == 1
    note = outline.footnotes[0]
    assert note.passage.text.startswith("Nghị quyết số 04-NQ/TU")
    assert note.passage.text.endswith("vùng dược liệu và vùng cây ăn quả giai đoạn 2021-2025.")
    assert report.lines[(note.anchor or 0) - 1].text == "Theo nghị quyết[^1], tỉnh tiếp tục thực hiện."


def test_raised_digits_of_units_are_no_notes(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, ["Diện tích 10 km", "đạt"], 700)
        canvas.setFont("Text", 7)
        canvas.drawString(70 + pdfmetrics.stringWidth("Diện tích 10 km", "Text", 13), 705, "2")

    assert texts(read(_pdf(draw), "a.pdf"))[0] == "Diện tích 10 km2"


HEADER = ("TT", "Chỉ tiêu", "Đơn vị", "Năm 2024", "Năm 2025")
ROWS = (
    ("1", "Tỷ lệ che phủ rừng", "%", "54", "55"),
    ("2", "Diện tích cây chè", "ha", "5.220", "5.800"),
    ("3", "Thu ngân sách", "tỷ đồng", "2.105", "2.350"),
)
AT = (70, 110, 300, 380, 460)


def _ruled(canvas: Canvas, rows: tuple[tuple[str, ...], ...], top: float) -> None:
    edges = (*(x - 5 for x in AT), 530)
    for i, row in enumerate(rows):
        for x, text in zip(AT, row, strict=True):
            canvas.drawString(x, top - i * 22 - 16, text)
    for i in range(len(rows) + 1):
        canvas.line(edges[0], top - i * 22, edges[-1], top - i * 22)
    for x in edges:
        canvas.line(x, top, x, top - len(rows) * 22)


def test_a_ruled_table(read: Read) -> None:
    lines = texts(read(_pdf(lambda c: _ruled(c, (HEADER, *ROWS), 700)), "a.pdf"))
    assert lines == [
        "| TT | Chỉ tiêu | Đơn vị | Năm 2024 | Năm 2025 |",
        "| --- | --- | --- | --- | --- |",
        "| 1 | Tỷ lệ che phủ rừng | % | 54 | 55 |",
        "| 2 | Diện tích cây chè | ha | 5.220 | 5.800 |",
        "| 3 | Thu ngân sách | tỷ đồng | 2.105 | 2.350 |",
    ]


def test_a_table_goes_on_over_the_page_with_its_header_and_a_row_that_was_cut(read: Read, lexicon: Lexicon) -> None:
    cut = ("", "trên địa bàn", "", "", "")
    data = _pdf(
        lambda c: _ruled(c, (HEADER, *ROWS), 150),
        lambda c: _ruled(c, (HEADER, cut, ("4", "Số hộ", "hộ", "7", "8")), 780),
    )
    lines = texts(read(data, "a.pdf"))
    assert sum(line.startswith("| TT") for line in lines) == 1
    assert "| 3 | Thu ngân sách trên địa bàn | tỷ đồng | 2.105 | 2.350 |" in lines
    tables = report_to_outline(read(data, "a.pdf"), lexicon).tables
    assert [len(t.rows) for t in tables] == [4]


def test_a_table_ruled_by_blanks_alone(read: Read, lexicon: Lexicon) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, ["Bảng 1. Kết quả"], 740)
        for i, row in enumerate((HEADER, *ROWS)):
            for x, text in zip(AT, row, strict=True):
                canvas.drawString(x, 700 - i * 24, text)

    tables = report_to_outline(read(_pdf(draw), "a.pdf"), lexicon).tables
    assert len(tables) == 1
    assert tables[0].header == HEADER
    assert [tuple(c.text for c in row.cells) for row in tables[0].rows] == [*ROWS]


def test_wrapped_labels_of_a_table_ruled_by_blanks(read: Read, lexicon: Lexicon) -> None:
    def draw(canvas: Canvas) -> None:
        for i, row in enumerate((HEADER, *ROWS)):
            for x, text in zip(AT, row, strict=True):
                canvas.drawString(x, 700 - i * 40, text)
            if i:
                canvas.drawString(AT[1], 700 - i * 40 - 15, "trên địa bàn tỉnh")

    tables = report_to_outline(read(_pdf(draw), "a.pdf"), lexicon).tables
    assert [row.cells[1].text for row in tables[0].rows] == [f"{row[1]} trên địa bàn tỉnh" for row in ROWS]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_pages_that_the_file_turns(read: Read, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        # the sheet lies turned in the file, so that the text stands upright when it is shown
        canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
        canvas.rotate(turn)
        canvas.setFont("Text", 13)
        high = 842 if turn == 180 else 595
        _ruled(canvas, (HEADER, *ROWS), high - 60)
        canvas.drawString(70, high - 40, "Phụ lục 2")

    document = pypdfium2.PdfDocument(_pdf(draw))
    document[0].set_rotation(turn)
    out = BytesIO()
    document.save(out)
    lines = texts(read(out.getvalue(), "a.pdf"))
    assert lines[0] == "Phụ lục 2"
    assert lines[-1] == "| 3 | Thu ngân sách | tỷ đồng | 2.105 | 2.350 |"


def test_text_across_the_page_is_left_out(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        _write(canvas, ["Số 5-BC/TU"], 700)
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "BẢN NHÁP")

    assert texts(read(_pdf(draw), "a.pdf")) == ["Số 5-BC/TU"]


def test_bold_lines_are_marked(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Text-Bold", 13)
        _write(canvas, ["I. MỤC TIÊU"], 700)
        canvas.setFont("Text", 13)
        _write(canvas, wrap(LONG, "Text", 13, 455), 660)

    assert [line.mark for line in read(_pdf(draw), "a.pdf").lines][:2] == [7, 0]


def test_words_broken_by_narrow_cells_are_mended(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        _ruled(canvas, (HEADER, ("1", "Rừng", "", "54", "55"), ROWS[1]), 700)
        canvas.setFont("Text", 9)
        _write(canvas, ["trưở", "ng/năm"], 700 - 22 - 9, AT[2], 9)

    lines = texts(read(_pdf(draw), "a.pdf"))
    assert "| 1 | Rừng | trưởng/năm | 54 | 55 |" in lines


def test_old_fonts_are_read_by_their_names(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        for name, text, y in ((".VnTime", "§¶ng bé tØnh S¬n B×nh", 700), ("VNI-Times", "Ñaûng boä tænh Sôn Bình", 660)):
            canvas.setFont(name, 13)
            canvas.drawString(70, y, text)

    fonts()
    regular = pdfmetrics.getFont("Text").face.filename
    for name in (".VnTime", "VNI-Times"):
        font = TTFont(name, regular)
        font.face.name = name.encode()  # the name that the file gives the font
        pdfmetrics.registerFont(font)
    assert texts(read(_pdf(draw), "a.pdf")) == ["Đảng bộ tỉnh Sơn Bình"] * 2


def test_the_last_row_of_a_table_alone_on_a_page(read: Read, lexicon: Lexicon) -> None:
    data = _pdf(lambda c: _ruled(c, (HEADER, *ROWS[:2]), 150), lambda c: _ruled(c, ROWS[2:], 780))
    tables = report_to_outline(read(data, "a.pdf"), lexicon).tables
    assert [[row.cells[0].text for row in t.rows] for t in tables] == [["1", "2", "3"]]


def test_the_header_of_a_table_alone_on_a_page(read: Read, lexicon: Lexicon) -> None:
    data = _pdf(lambda c: _ruled(c, (HEADER,), 90), lambda c: _ruled(c, ROWS, 780))
    tables = report_to_outline(read(data, "a.pdf"), lexicon).tables
    assert [t.header for t in tables] == [HEADER]
    assert len(tables[0].rows) == 3


def test_a_row_of_words_that_a_page_break_cut(read: Read) -> None:
    header = ("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Hạn")
    upper = ("1", "Tổ chức Ngày", "Báo, Phát", "Tỉnh đoàn", "10/10")
    data = _pdf(
        lambda c: _ruled(c, (header, upper), 120),
        lambda c: _ruled(
            c, (("", "Chuyển đổi số", "Truyền hình", "", ""), ("2", "Đề án", "Sở Y tế", "", "Quý II")), 780
        ),
    )
    lines = texts(read(data, "a.pdf"))
    assert "| 1 | Tổ chức Ngày Chuyển đổi số | Báo, Phát Truyền hình | Tỉnh đoàn | 10/10 |" in lines
    assert lines[-1] == "| 2 | Đề án | Sở Y tế | | Quý II |"


def test_a_parent_row_at_the_top_of_a_page_is_a_row(read: Read) -> None:
    data = _pdf(
        lambda c: _ruled(c, (HEADER, *ROWS), 150),
        lambda c: _ruled(c, (("", "Cơ cấu kinh tế", "", "", ""), ("", "+ Dịch vụ", "%", "36", "37")), 780),
    )
    assert texts(read(data, "a.pdf"))[-2:] == ["| | Cơ cấu kinh tế | | | |", "| | + Dịch vụ | % | 36 | 37 |"]


def test_a_frame_around_a_line_is_no_table(read: Read) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(60, 690, 470, 40)
        canvas.line(300, 690, 300, 730)
        _write(canvas, ["Số 5-BC/TU"], 705)

    assert texts(read(_pdf(draw), "a.pdf")) == ["Số 5-BC/TU"]


def test_a_range_that_a_line_end_broke_is_no_bullet(read: Read, lexicon: Lexicon) -> None:
    lines = [
        *wrap(LONG * 2, "Text", 13, 455)[:-1],
        "Kết nạp bình quân khoảng 1.900 đảng viên/năm trong 2 năm 2024",
        "- 2025.",
    ]
    paragraphs = report_to_outline(read(_pdf(lambda c: _write(c, lines)), "a.pdf"), lexicon).paragraphs
    assert [p.passage.text.endswith("trong 2 năm 2024 - 2025.") for p in paragraphs] == [True]
