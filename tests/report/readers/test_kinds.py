"""What a file is, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.readers.conftest import Read, texts
from tests.report.readers.pdfs import to_pdf
from tests.report.readers.samples import SAMPLES
from tests.report.readers.writers import to_docx, to_html
from vankien.errors import CannotRead
from vankien.report import read_report
from vankien.report.readers.kinds import content_kind

DOCUMENT = SAMPLES["resolution"][0]()


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a", "a.md"])
def test_the_bytes_decide_and_not_the_name(read: Read, name: str) -> None:
    assert read(to_docx(DOCUMENT), name).media_type.endswith("wordprocessingml.document")
    assert read(to_html(DOCUMENT), name).media_type == "text/html"


def test_a_pdf_called_text_is_read_as_pdf(read: Read) -> None:
    report = read(to_pdf(DOCUMENT), "nghi-quyet.txt")
    assert report.media_type == "application/pdf"
    assert texts(report)[0] == "ĐẢNG BỘ TỈNH SƠN BÌNH"


def test_text_called_pdf_is_read_as_text(read: Read) -> None:
    assert read("Số 5\n".encode(), "a.pdf").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old Word or Excel file"),
        (b"{\\rtf1\\ansi So 5}", "an RTF file; save it as .docx"),
        (b"GIF89a" + bytes(20), "a GIF image"),
        (b"BM" + bytes(60), "a BMP image"),
        (b"\x1f\x8b" + bytes(20), "an archive; unpack it"),
        (b"%!PS-Adobe", "a PostScript file"),
    ],
)
def test_what_people_have_instead_is_named_with_what_to_do(data: bytes, said: str) -> None:
    with pytest.raises(CannotRead, match=said):
        content_kind("a.doc", ".doc", data)


def test_words_that_start_like_an_image_are_text() -> None:
    assert content_kind("a.txt", ".txt", b"BMI of children") == "text"


def test_a_folder_called_like_a_pdf_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    with pytest.raises(CannotRead, match=r"x\.pdf: is a folder"):
        read_report(tmp_path / "x.pdf")


def test_a_name_with_a_line_end_gives_one_line(tmp_path: Path) -> None:
    path = tmp_path / "hai\ndòng.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(CannotRead) as caught:
        read_report(path)
    assert "hai\\ndòng.pdf: is a damaged PDF" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_name_with_a_line_end_gives_a_name_of_one_line(tmp_path: Path) -> None:
    path = tmp_path / "hai\ndòng\u202e.txt"
    path.write_text("Số 5\n", "utf-8")
    assert read_report(path).name == "hai dòng .txt"
