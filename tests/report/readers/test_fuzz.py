"""Small random damage to small files: always a report or one line, never another exception. The large run is
``tests/bench/fuzz_readers.py``."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.readers.conftest import refusal
from tests.report.readers.samples import ANNEX_1, Block, Document
from tests.report.readers.writers import to_cells, to_docx, to_html, to_pipes
from vankien.model import Lexicon
from vankien.report import report_to_outline

DOCUMENT = Document(
    "mau",
    (("TỈNH ỦY SƠN BÌNH",), ("Số 5",)),
    (Block("text", "Đạt 54%[^1]."), ANNEX_1),
    ("Theo Quyết định số 5/QĐ-UBND.",),
)
WRITERS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "text": (".txt", to_pipes),
    "markdown": (".md", to_cells),
    "html": (".html", to_html),
    "docx": (".docx", to_docx),
}


@lru_cache
def _valid(name: str) -> bytes:
    return WRITERS[name][1](DOCUMENT)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 40),
    piece=st.binary(max_size=30)
    | st.sampled_from([b"|", b"<td colspan=9999>", b"</w:p>", b"\n\n", b"&#0;", b"\xff", b"[^9]"]),
)
def test_damage_gives_a_report_or_one_line(
    name: str, where: float, length: int, piece: bytes, tmp_path: Path, lexicon: Lexicon
) -> None:
    data = _valid(name)
    at = int(where * len(data))
    path = tmp_path / f"report{WRITERS[name][0]}"
    path.write_bytes(data[:at] + piece + data[at + length :])
    said, report = refusal(path)
    assert "\n" not in said
    if report is not None:
        report_to_outline(report, lexicon)


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=400) | st.text(max_size=200).map(lambda t: t.encode("utf-16", "surrogatepass")))
def test_any_bytes_give_a_report_or_one_line(data: bytes, tmp_path: Path, lexicon: Lexicon) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    said, report = refusal(path)
    assert "\n" not in said
    if report is not None:
        report_to_outline(report, lexicon)
