"""A command line to call, and small reports of our own writing about an invented province."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from vankien.cli import run

REPORT = """TỈNH UỶ SƠN BÌNH
*
Số 12-BC/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Bình, ngày 03 tháng 11 năm 2023

BÁO CÁO
Ba năm thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV, nhiệm kỳ 2020-2025
-----

Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIV, nhiệm kỳ 2020-2025, Tỉnh ủy báo cáo kết quả như sau:

I. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU

1. Về kinh tế

Tốc độ tăng trưởng GRDP năm 2023 đạt 7,5%. Tỷ lệ che phủ rừng năm 2023 đạt 51,2%.

II. MỤC TIÊU ĐẾN NĂM 2025

Phấn đấu đến năm 2025 tỷ lệ che phủ rừng đạt trên 54%; tỷ lệ hộ nghèo giảm bình quân 3%/năm.
"""


@dataclass(frozen=True)
class Outcome:
    """What a command line left behind."""

    code: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line on the standard error."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


@pytest.fixture
def vankien(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Outcome]:
    """Calls the command line in an empty folder."""
    for name in ("VANKIEN_STORE", "VANKIEN_BASE", "VANKIEN_DEBUG", "VANKIEN_MAX_LINE", "VANKIEN_MAX_BYTES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> Outcome:
        capfd.readouterr()
        code = run([str(a) for a in arguments])
        return Outcome(code, *capfd.readouterr())

    return call


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with two reports."""
    folder = tmp_path / "reports"
    (folder / "sub").mkdir(parents=True)
    (folder / "bao-cao.txt").write_text(REPORT, "utf-8")
    (folder / "sub" / "nghi-quyet.md").write_text(REPORT.replace("12-BC/TU", "13-BC/TU"), "utf-8")
    (folder / "notes.csv").write_text("not,read")
    return folder


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one report, for commands that only read it."""
    folder = tmp_path_factory.mktemp("cli")
    report = folder / "bao-cao.txt"
    report.write_text(REPORT, "utf-8")
    assert run(["build", str(report), "-o", str(folder / "kg")]) == 0
    return folder / "kg"
