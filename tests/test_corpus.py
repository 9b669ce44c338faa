"""The five real documents, read from end to end: gold scores, conformity, same bytes. Skipped where they are absent."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHARED
from vankien.facts import fact_to_record, find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.report import read_report, report_to_outline

ROOT = Path(__file__).parents[1]
FLOORS = {
    "002": {
        "target": ("f1", 0.95),
        "observation": ("f1", 0.90),
        "assessment": ("f1", 0.97),
        "document": ("f1", 0.97),
        "program": ("f1", 0.85),
        "body": ("f1", 0.85),
        "link": ("f1", 0.70),
        "discrepancy": ("recall", 0.75),
    },
    "003": {
        "target": ("f1", 0.92),
        "observation": ("f1", 0.85),
        "assessment": ("recall", 0.75),
        "document": ("f1", 0.95),
        "program": ("f1", 0.80),
        "body": ("recall", 0.80),
        "link": ("f1", 0.60),
        "discrepancy": ("recall", 0.48),
    },
    "000": {
        "target": ("f1", 0.90),
        "observation": ("f1", 0.85),
        "assessment": ("f1", 0.93),
        "document": ("f1", 0.90),
        "program": ("f1", 0.70),
        "body": ("recall", 0.75),
        "discrepancy": ("recall", 0.70),
    },
}
"""What each kind of fact must reach on the gold of a document: the measure, and the least value."""


@pytest.mark.parametrize("number", FLOORS)
def test_gold_scores_do_not_fall(corpus: Path, tmp_path: Path, number: str) -> None:
    lexicon = read_lexicon()
    report = read_report(next(corpus.glob(f"{number}_*.txt")))
    records = [fact_to_record(fact) for fact in find_facts(report_to_outline(report, lexicon), lexicon).facts]
    predicted = tmp_path / "facts.jsonl"
    predicted.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    command = [
        sys.executable,
        str(SHARED / "score" / "score.py"),
        str(SHARED / "gold" / f"{number}.jsonl"),
        str(predicted),
    ]
    scored = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)
    reached = {kind: scored[kind][measure] for kind, (measure, _) in FLOORS[number].items()}
    assert all(reached[kind] >= floor for kind, (_, floor) in FLOORS[number].items()), reached


def test_all_five_become_one_conforming_graph_and_it_is_the_published_one(corpus: Path, tmp_path: Path) -> None:
    from vankien.cli import run

    store = tmp_path / "kg"
    assert run(["build", str(corpus), "-o", str(store)]) == 0
    assert run(["validate", str(store), "--format", "json"]) == 0
    for name in ("a.ttl", "b.ttl"):
        assert run(["export", str(store), "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / "a.ttl").read_bytes() == (tmp_path / "b.ttl").read_bytes()
    assert run(["query", "missed-targets", "--store", str(store), "--format", "csv"]) == 0
    assert run(["publish", str(store), "--check", str(ROOT / "docs" / "graph")]) == 0, (
        "make docs/graph anew: vankien publish"
    )
