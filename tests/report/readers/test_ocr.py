"""Scans: straightened, ruled, recognised; what is said where that cannot be done."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.report.readers.conftest import Read, texts
from tests.report.readers.pdfs import fonts, to_pdf
from tests.report.readers.samples import Block, Document, _table
from tests.report.readers.scanning import page_images, to_image_pdf, to_tiff
from vankien.errors import CannotRead
from vankien.model import Lexicon
from vankien.report import report_to_outline
from vankien.report.readers import apart
from vankien.report.readers.ocr import _sheets
from vankien.report.readers.raster import bleach, find_rulings, skew, straighten
from vankien.report.readers.tesseract import PACKAGES

DOCUMENT = Document(
    "mau",
    (("TỈNH ỦY SƠN BÌNH", "Số 12-BC/TU"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Sơn Bình, ngày 03 tháng 11 năm 2023")),
    (
        Block("title", "BÁO CÁO"),
        Block("text", "Năm 2023, tỷ lệ che phủ rừng đạt 54,6%, tăng 1,9% so với năm 2020; thu ngân sách đạt 2.105 tỷ đồng."),
        _table("""
            | TT | Chỉ tiêu | Đơn vị tính | Kế hoạch | Thực hiện |
            | I | KINH TẾ | | | |
            | 1 | Thu ngân sách trên địa bàn | Tỷ đồng | 2.500 | 2.105 |
            | 2 | Tỷ lệ che phủ rừng | % | 55 | 54,6 |
            | II | XÃ HỘI | | | |
            | 3 | Mức giảm tỷ lệ hộ nghèo | %/năm | 3 | 3,6 |
        """),
    ),
)  # fmt: skip


def _pages() -> list[Image.Image]:
    return list(page_images(to_pdf(DOCUMENT)))


@pytest.mark.parametrize("degrees", [-2.0, -0.9, 0.0, 0.35, 3.0])
def test_the_skew_of_a_page_is_found(degrees: float) -> None:
    page = next(page_images(to_pdf(DOCUMENT), 150, degrees))
    assert skew(page) == pytest.approx(-degrees, abs=0.1)


def test_rulings_of_a_straightened_page_are_those_of_the_table() -> None:
    page = straighten(bleach(next(page_images(to_pdf(DOCUMENT), 300))))
    rulings = find_rulings(page, 300)
    across = {round(r.y0 / 8) for r in rulings if not r.is_vertical}
    down = {round(r.x0 / 8) for r in rulings if r.is_vertical}
    assert 7 <= len(across) <= 14  # a line may be seen a little above and below
    assert 6 <= len(down) <= 12


def test_letters_and_a_black_box_are_no_rulings() -> None:
    page = Image.new("L", (1200, 400), 255)
    ImageDraw.Draw(page).rectangle((100, 100, 900, 250), fill=0)
    assert [r for r in find_rulings(page, 300) if not r.is_vertical and 105 < r.y0 * 300 / 72 < 245] == []


@pytest.mark.usefixtures("tesseract")
def test_a_scanned_table_has_its_rows(read: Read, lexicon: Lexicon) -> None:
    report = read(to_image_pdf(_pages()), "a.pdf")
    assert report.media_type == "application/pdf"
    assert [line.page for line in report.lines] == [1] * len(report.lines)
    assert texts(report)[0] == "TỈNH ỦY SƠN BÌNH"
    tables = report_to_outline(report, lexicon).tables
    rows = [tuple(c.text for c in row.cells) for row in tables[0].rows]
    assert rows == [
        ("1", "Thu ngân sách trên địa bàn", "Tỷ đồng", "2.500", "2.105"),
        ("2", "Tỷ lệ che phủ rừng", "%", "55", "54,6"),
        ("3", "Mức giảm tỷ lệ hộ nghèo", "%/năm", "3", "3,6"),
    ]
    assert [row.parents for row in tables[0].rows] == [("I KINH TẾ",), ("I KINH TẾ",), ("II XÃ HỘI",)]


def test_many_cells_are_recognised_in_several_pictures() -> None:
    boxes = [(0.0, 20.0 * i, 100.0, 20.0 * (i + 1)) for i in range(500)]
    groups = list(_sheets([*boxes, (0.0, 0.0, 2.0, 2.0)]))
    assert [box for group in groups for box in group] == boxes
    assert len(groups) == 5
    assert list(_sheets([])) == []


@pytest.mark.usefixtures("tesseract")
@pytest.mark.parametrize("format", ["PNG", "JPEG"])
def test_an_image_file_is_read(read: Read, format: str) -> None:
    out = BytesIO()
    _pages()[0].crop((0, 0, 1654, 560)).save(out, format, dpi=(200, 200))
    report = read(out.getvalue(), f"a.{format.lower()}")
    assert report.media_type == f"image/{format.lower()}"
    assert texts(report)[:2] == ["TỈNH ỦY SƠN BÌNH", "Số 12-BC/TU"]
    assert report.text_sha256


@pytest.mark.usefixtures("tesseract")
def test_the_pages_of_a_tiff_are_pages(read: Read) -> None:
    page = _pages()[0].crop((0, 0, 1654, 560))
    report = read(to_tiff([page, page]), "a.tif")
    assert {line.page for line in report.lines} == {1, 2}
    first, second = ([line.text for line in report.lines if line.page == n] for n in (1, 2))
    assert first == second


def _with_a_scanned_page() -> bytes:
    """A typed page and one that is a picture."""
    document = pypdfium2.PdfDocument(to_pdf(DOCUMENT))
    document.import_pages(pypdfium2.PdfDocument(to_image_pdf(_pages())))
    out = BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.usefixtures("tesseract")
def test_pages_without_text_are_recognised_among_others(read: Read) -> None:
    lines = read(_with_a_scanned_page(), "a.pdf").lines
    assert [next(line.text for line in lines if line.page == page) for page in (1, 2)] == ["TỈNH ỦY SƠN BÌNH"] * 2


def test_pages_that_could_not_be_recognised_are_a_finding(
    read: Read, lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "is_installed", lambda: False)
    report = read(_with_a_scanned_page(), "a.pdf")
    assert {line.page for line in report.lines} == {1}
    found = [f for f in report_to_outline(report, lexicon).findings if f.code == "page-not-read"]
    assert [(f.severity, f.report, f.line) for f in found] == [("Warning", "a", len(report.lines))]
    assert "page 2 is a scan" in found[0].en
    assert "Trang 2 là ảnh quét" in found[0].vi


def test_a_scan_is_refused_with_the_packages_where_nothing_recognises_it(
    tmp_path: Path, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "is_installed", lambda: False)
    with pytest.raises(CannotRead, match=rf"Tesseract with Vietnamese is not installed; apt-get install {PACKAGES}"):
        read(to_image_pdf(_pages()), "a.pdf")


def test_a_picture_of_nothing_is_empty(read: Read) -> None:
    out = BytesIO()
    Image.new("L", (300, 300), 255).save(out, "PNG")
    with pytest.raises(CannotRead, match=r"is empty|Tesseract"):
        read(out.getvalue(), "a.png")


MANGLED = [
    "Nam 2023, ty 1é che phu rirng dat 54,6%, tang 1,9% so v6i nam 2020; thu ngan sach dat 2.105 ty dong.",
    "Cac cap uy tap trung thuc hién Két luan vé nhiém vu thu ngan sach hai nam cudi nhiém ky va Chuong trinh",
    "hanh dong thuc hién Nghi quyét Dai hoi Dang bo tinh; phat trién vung ché, vung duoc lieu hang hoa.",
]
"""What an English engine made of a page, as scanners put it behind the picture."""


def _with_a_text_layer_of_another_engine() -> bytes:
    fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(_pages()[0]), 0, 0, 595, 842)
    text = canvas.beginText(50, 700)
    text.setFont("Text", 8)
    text.setTextRenderMode(3)
    for line in MANGLED:
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return out.getvalue()


@pytest.mark.usefixtures("tesseract")
def test_a_text_layer_without_vietnamese_letters_is_recognised_anew(read: Read) -> None:
    lines = texts(read(_with_a_text_layer_of_another_engine(), "a.pdf"))
    assert "TỈNH ỦY SƠN BÌNH" in lines
    assert not any("rirng" in line for line in lines)


def test_that_text_layer_is_kept_where_nothing_else_is(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "is_installed", lambda: False)
    report = read(_with_a_text_layer_of_another_engine(), "a.pdf")
    assert texts(report)[0] == MANGLED[0]
    assert report.findings == ()
