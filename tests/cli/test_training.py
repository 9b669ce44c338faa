"""``vankien train`` and ``vankien show --stage restored``: counts from clean documents, and what they give back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.report.mangler import mangle
from vankien.cli import run

EXAMPLES = Path(__file__).parents[2] / "docs" / "example"
CLEAN = [str(p) for p in sorted(EXAMPLES.glob("*son-binh.*"))]


def test_training_twice_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.xz", "b.xz"):
        assert run(["train", *CLEAN, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "a.xz").read_bytes() == (tmp_path / "b.xz").read_bytes()
    assert "triples" in capsys.readouterr().err


def test_own_counts_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["train", *CLEAN, "-o", str(tmp_path / "own.xz")]) == 0
    monkeypatch.setenv("VANKIEN_NGRAMS", str(tmp_path / "own.xz"))
    scan = tmp_path / "scan.txt"
    scan.write_text(
        mangle((EXAMPLES / "nghi-quyet-dai-hoi-son-binh.txt").read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert run(["show", str(scan), "--stage", "restored"]) == 0
    shown = capsys.readouterr().out
    assert "> NGHỊ QUYẾT" in shown
    assert "0.0% of the letters are typed Vietnamese" in shown


def test_too_little_text_and_scans_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short = tmp_path / "short.txt"
    short.write_text("Nghị quyết của Đại hội.", encoding="utf-8")
    assert run(["train", str(short), "-o", str(tmp_path / "x.xz")]) == 2
    scan = tmp_path / "scan.txt"
    scan.write_text(
        mangle((EXAMPLES / "nghi-quyet-dai-hoi-son-binh.txt").read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert run(["train", str(scan), "-o", str(tmp_path / "x.xz")]) == 2
    errors = capsys.readouterr().err.strip().splitlines()
    assert len(errors) == 2
    assert "fewer than 1,000 words" in errors[0]
    assert "has lost its Vietnamese letters" in errors[1]
    assert not (tmp_path / "x.xz").exists()
