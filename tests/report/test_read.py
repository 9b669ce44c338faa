"""Reading files: encodings, normal form, limits, and one clear line for everything that is no report."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from vankien.errors import CannotRead
from vankien.model import Report
from vankien.report import read_report


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\n\t\n", "is empty", id="only-white-space"),
        pytest.param(b"\x7fELF\x00\x01\x02", "zero bytes", id="binary"),
        pytest.param("Tỉnh ủy\nBáo cáo có dấu: ".encode() + b"\xe9\xe8", "report.txt:2: byte 0xe9", id="latin-1"),
        pytest.param(b"\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0e" * 50, "control characters", id="control-characters"),
    ],
)
def test_what_is_no_report_is_refused_with_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(CannotRead) as caught:
        read_report(path)
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="no such file"):
        read_report(tmp_path / "none.txt")
    with pytest.raises(CannotRead, match="is a folder"):
        read_report(tmp_path)


def test_a_line_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_MAX_LINE", "100")
    path = tmp_path / "long.txt"
    path.write_text("ngắn\n" + "dài " * 100, encoding="utf-8")
    with pytest.raises(CannotRead, match=r"long\.txt:2: a line of 400 characters"):
        read_report(path)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_MAX_BYTES", "10")
    path = tmp_path / "big.txt"
    path.write_text("mười một ký tự", encoding="utf-8")
    with pytest.raises(CannotRead, match="more than 10"):
        read_report(path)


def test_text_is_normalised_and_offsets_count_normalised_code_points(report_of: Callable[..., Report]) -> None:
    report = report_of(unicodedata.normalize("NFD", "Tỉnh ủy\r\nSơn Bình"))
    assert [line.text for line in report.lines] == ["Tỉnh ủy", "Sơn Bình"]
    assert [line.start for line in report.lines] == [0, 8]


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbf" + "Báo cáo".encode())
    assert read_report(path).lines[0].text == "Báo cáo"


def test_the_same_bytes_give_the_same_report(report_of: Callable[..., Report]) -> None:
    assert report_of("một\nhai") == report_of("một\nhai")
