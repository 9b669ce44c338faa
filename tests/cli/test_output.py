"""Tables: as wide as need be in a file, one row below the other on a narrow terminal."""

from __future__ import annotations

import pytest
from rich.console import Console

from vankien.cli import output
from vankien.model import Finding

COLUMNS = ("congress", "comparator", "value", "document")
ROWS = [["Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV", ">=", "57", "12-BC/TU"], ["Đại hội", "", "9", "12-BC/TU"]]


def _on_a_terminal_of(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "console", lambda: Console(highlight=False, width=width, no_color=True))


def test_what_is_no_terminal_gets_whole_rows(capsys: pytest.CaptureFixture[str]) -> None:
    output.print_table(COLUMNS, ROWS, right=("value",))
    head, _, first, *_ = (line.strip() for line in capsys.readouterr().out.split("\n") if line.strip())
    assert head.split() == list(COLUMNS)
    assert first.startswith("Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV   >=")


def test_a_narrow_terminal_breaks_text_but_no_heading_and_no_short_cell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_a_terminal_of(60, monkeypatch)
    output.print_table(COLUMNS, ROWS, title="Chỉ tiêu")
    shown = capsys.readouterr().out
    assert all(word in shown for word in (*COLUMNS, "12-BC/TU", "Chỉ tiêu"))
    assert "Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV" not in shown
    assert max(map(len, shown.splitlines())) <= 60


def test_a_narrower_one_gets_the_rows_one_below_the_other_without_what_is_empty(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_a_terminal_of(30, monkeypatch)
    output.print_table(COLUMNS, ROWS, title="Chỉ tiêu")
    assert capsys.readouterr().out == (
        "Chỉ tiêu\n"
        "\n congress    Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV\n comparator  >=\n value       57\n document    12-BC/TU\n"
        "\n congress    Đại hội\n value       9\n document    12-BC/TU\n\n"
    )


def test_a_finding_names_its_node_as_why_takes_it() -> None:
    node = "https://w3id.org/vankien/id/body/so-y-te"
    found = Finding("body-has-kind", "Info", "bao-cao", None, "Không rõ.", "Not known.", node)
    columns, rows = output.finding_rows([found], "en")
    assert dict(zip(columns, rows[0], strict=True)) == {
        "report": "bao-cao",
        "line": "",
        "severity": "Info",
        "code": "body-has-kind",
        "message": "Not known.",
        "node": "id/body/so-y-te",
    }


def test_a_table_without_rows_has_its_headings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _on_a_terminal_of(80, monkeypatch)
    output.print_table(COLUMNS, [])
    assert capsys.readouterr().out.split()[: len(COLUMNS)] == list(COLUMNS)
