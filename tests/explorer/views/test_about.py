"""The page about the project says how well documents are read at first sight: as the table of the test documents has it."""

from __future__ import annotations

import re
import statistics
from pathlib import Path

import pytest

from vankien.explorer.views.about import MEASURED, MEASURED_DOCUMENTS

README = Path(__file__).parents[2] / "cases" / "documents" / "README.md"
ROW = re.compile(r"\| `[a-z0-9-]+` \| ([01]\.\d{3}) \| ([01]\.\d{3})[^|]* \| ([01]\.\d{3})[^|]* \| ([01]\.\d{3}) \|")
FIRST_READINGS = [
    tuple(map(float, match.groups())) for match in map(ROW.fullmatch, README.read_text().splitlines()) if match
]
"""F1 of target, observation, assessment and document, one row a document."""


def test_every_document_is_counted() -> None:
    assert len(FIRST_READINGS) == MEASURED_DOCUMENTS


@pytest.mark.parametrize("column", range(4), ids=["target", "observation", "assessment", "document"])
def test_the_quarters_are_those_of_the_table(column: int) -> None:
    scores = [row[column] for row in FIRST_READINGS]
    measured = MEASURED[column]
    assert (measured.low, measured.middle, measured.high) == tuple(
        f"{q:.2f}" for q in statistics.quantiles(scores, n=4)
    )
