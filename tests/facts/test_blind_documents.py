"""How much is found in the documents of invented provinces, against facts annotated by hand: a floor for every document
and kind of fact, so that a loss shows.

The floors stand in ``tests/cases/documents/floors.json``. They are written anew, a little below what is measured, by

    python -m tests.facts.test_blind_documents [STEM ...]

for the documents named, or for all. Look at every floor that falls before keeping it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.scoring import KINDS, score
from vankien.facts import fact_to_record, find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.report import read_report, report_to_outline

FOLDER = Path(__file__).parents[1] / "cases" / "documents"
FLOORS = FOLDER / "floors.json"
MARGIN = 0.03
"""How far below the measured value a floor is set."""

STEMS = sorted(p.stem for p in FOLDER.glob("*.jsonl"))


def measure(stem: str) -> dict[str, float]:
    """The score of every kind of fact that is annotated in one document."""
    lines = (FOLDER / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    gold: list[dict[str, Any]] = [json.loads(line) for line in lines if line.strip()]
    path = next(p for p in sorted(FOLDER.glob(f"{stem}.*")) if p.suffix in (".md", ".txt"))
    lexicon = read_lexicon()
    found = [fact_to_record(f) for f in find_facts(report_to_outline(read_report(path), lexicon), lexicon).facts]
    annotated = {r.get("of") or r["type"] for r in gold}
    return {kind: score(kind, gold, found) for kind in KINDS if kind in annotated}


def read_floors() -> dict[str, dict[str, float]]:
    """The floors by document and kind; empty before they are first written."""
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    return floors


def write_floors(stems: list[str]) -> None:
    """Measure those documents and set their floors a little below."""
    floors = read_floors()
    for stem in stems:
        floors[stem] = {kind: round(max(0.0, value - MARGIN), 3) for kind, value in measure(stem).items()}
    FLOORS.write_text(json.dumps(floors, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


@pytest.mark.parametrize("stem", STEMS)
def test_no_document_is_read_worse(stem: str) -> None:
    """Every kind of fact is found at least as well as its floor says."""
    floors = read_floors().get(stem)
    if floors is None:
        pytest.skip("no floors are written for this document")
    measured = measure(stem)
    assert {k: round(measured.get(k, 0.0), 3) for k, floor in floors.items() if measured.get(k, 0.0) < floor} == {}


if __name__ == "__main__":
    write_floors(sys.argv[1:] or STEMS)
