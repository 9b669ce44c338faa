"""What tests of every stage share: texts written to a file and read back, the lists, the corpus where it is present."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Lexicon, Outline, Report
from vankien.report import read_report, report_to_outline

SHARED = Path(os.environ.get("VANKIEN_SHARED", Path(__file__).parents[2] / "shared"))
EXAMPLES = Path(__file__).parents[1] / "docs" / "example"

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what it runs in the background deaf to Ctrl-C, and so would be what the tests start and interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lists of ``ontology/``."""
    return read_lexicon()


@pytest.fixture
def report_of(tmp_path: Path) -> Callable[..., Report]:
    """Writes a text to a file and reads it as a report."""

    def read(text: str, name: str = "report.txt") -> Report:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_report(path)

    return read


@pytest.fixture
def outline_of(report_of: Callable[..., Report], lexicon: Lexicon) -> Callable[..., Outline]:
    """Writes a text to a file, reads it and lays its structure open."""

    def outline(text: str, name: str = "report.txt") -> Outline:
        return report_to_outline(report_of(text, name), lexicon)

    return outline


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; tests that need it are skipped where it is absent."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus of real documents is not present")
    return folder
