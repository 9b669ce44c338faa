"""Files that are no text, from the command line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.report.readers.pdfs import to_pdf
from tests.report.readers.samples import SAMPLES
from tests.report.readers.writers import to_docx, to_html

Call = Callable[..., Any]
DOCUMENT = SAMPLES["resolution"][0]()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with one report in three formats, and files that are none."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.PDF").write_bytes(to_pdf(DOCUMENT))
    (folder / "b.docx").write_bytes(to_docx(DOCUMENT))
    (folder / "c.htm").write_bytes(to_html(DOCUMENT))
    (folder / "~$b.docx").write_bytes(b"lock file of Word")
    (folder / "d.pdf").mkdir()
    return folder


def test_a_folder_of_formats_is_built(vankien: Call, files: Path) -> None:
    built = vankien("build", files)
    assert built.code == 0
    assert "3 of 3 reports read" in built.err
    rows = vankien("export", "-o", "-")
    hashes = {hashlib.sha256(p.read_bytes()).hexdigest() for p in (files / "a.PDF", files / "b.docx", files / "c.htm")}
    assert all(h in rows.out for h in hashes)
    assert "ontology#page" in rows.out
    assert "ontology#textSha256" in rows.out


def test_lines_are_shown_with_their_pages(vankien: Call, files: Path) -> None:
    shown = vankien("show", files / "a.PDF", "--stage", "lines")
    assert shown.code == 0
    assert shown.out.startswith("--- page 1\n     1  ĐẢNG BỘ TỈNH SƠN BÌNH\n")
    assert "--- page 3\n" in shown.out


def test_facts_name_lines_of_the_extracted_text(vankien: Call, files: Path) -> None:
    records = [json.loads(line) for line in vankien("facts", files / "a.PDF").out.splitlines()]
    target = next(r for r in records if r["type"] == "target" and r.get("value") == 4200)
    shown = vankien("show", files / "a.PDF", "--stage", "lines").out
    assert f"{target['line']:>6}  (2) Thu ngân sách nhà nước trên địa bàn" in shown


def test_a_damaged_pdf_is_one_line_and_the_others_are_stored(vankien: Call, files: Path) -> None:
    (files / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    built = vankien("build", files)
    assert built.code == 2
    assert "broken.pdf: is a damaged PDF; open and save it again" in built.err
    assert "3 of 4 reports read" in built.err
