"""Files that attack their reader are refused in time with one line, or read; `hostile` says which."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.report.readers.conftest import refusal
from tests.report.readers.hostile import ATTACKS, SENTENCE
from vankien.errors import CannotRead
from vankien.report import read_report
from vankien.report.readers import apart
from vankien.report.readers.limits import Limits, limits_now, variable

SLOW = frozenset({"pdf-tower-of-forms", "pdf-form-that-draws-itself", "pdf-stream-bomb", "pdf-huge-picture"})
"""These run into the limit of memory or time: they are given less of both than a report may have."""


@pytest.fixture
def _small_limits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.node.callspec.id in SLOW:
        for field, value in (("memory", 400 * 2**20), ("seconds", 20), ("page_seconds", 20), ("pixels", 4_000_000)):
            monkeypatch.setenv(variable(field), str(value))


@pytest.mark.usefixtures("_small_limits")
@pytest.mark.parametrize("name", ATTACKS)
def test_it_is_refused_or_read_as_named(name: str, tmp_path: Path) -> None:
    attack = ATTACKS[name]
    path = tmp_path / f"report{attack.suffix}"
    path.write_bytes(attack.make())
    said, report = refusal(path)
    assert "\n" not in said
    if report is None:
        assert attack.said, f"should be read: {said}"
        assert attack.said == "*" or attack.said in said
    else:
        assert attack.said in ("", "*")
        assert any(not c.isspace() for line in report.lines for c in line.text)
        assert not any(c in "\u202e\u2066\0" for line in report.lines for c in line.text)


@pytest.mark.parametrize("name", ["docx-tables-nested-60-deep", "docx-names-that-climb", "docx-control-characters"])
def test_what_is_read_is_what_it_says(name: str, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(ATTACKS[name].make())
    assert read_report(path).lines[0].text == SENTENCE
    assert [p.name for p in tmp_path.iterdir()] == ["report.docx"]


@pytest.mark.skipif(sys.platform == "win32", reason="no links without rights")
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    from vankien.graph.building.build import collect

    (tmp_path / "secret.txt").write_text("mật khẩu", "utf-8")
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("Số 5", "utf-8")
    (folder / "b.txt").symlink_to(folder / "a.txt")
    assert len(collect([folder])) == 2
    (folder / "c.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(CannotRead, match=r"c\.txt: is a link out of"):
        collect([folder])
    assert collect([folder / "c.txt"]) == [folder / "c.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes with names")
def test_a_pipe_is_no_report(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(CannotRead, match="is no regular file"):
        read_report(tmp_path / "a.txt")


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    with pytest.raises(CannotRead, match="took more than 1 seconds to read; split it, or set VANKIEN_MAX_SECONDS"):
        apart.read_apart("pdf", "a.pdf", b"%PDF-", Limits(seconds=1))


def test_a_reader_that_dies_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", "import os; os.abort()"))
    with pytest.raises(CannotRead, match="stopped its reader"):
        apart.read_apart("pdf", "a.pdf", b"%PDF-", Limits())


def test_limits_move_with_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_MAX_PAGES", "7")
    monkeypatch.setenv("VANKIEN_MAX_SECONDS", "soon")
    assert limits_now().pages == 7
    assert limits_now().seconds == Limits().seconds
