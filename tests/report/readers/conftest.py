"""Files of every format, written to a folder and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vankien.errors import CannotRead
from vankien.model import Report
from vankien.report import read_report
from vankien.report.readers.tesseract import PACKAGES, is_installed

Read = Callable[..., Report]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Writes bytes to a file and reads it as a report."""

    def read_bytes(data: bytes, name: str) -> Report:
        path = tmp_path / name
        path.write_bytes(data)
        return read_report(path)

    return read_bytes


@pytest.fixture
def tesseract() -> None:
    """Skips the test where scans cannot be recognised."""
    if not is_installed():
        pytest.skip(f"Tesseract with Vietnamese is not installed (Debian: {PACKAGES})")


def refusal(path: Path) -> tuple[str, Report | None]:
    """What the reader says of a file that it refuses, and no report; or nothing, and the report."""
    try:
        return "", read_report(path)
    except CannotRead as error:
        return str(error), None


def texts(report: Report, role: str = "text") -> list[str]:
    """The texts of the lines of a role."""
    return [line.text for line in report.lines if line.role == role and line.text]
