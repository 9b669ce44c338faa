"""One document saved as text, Markdown, HTML, DOCX, PDF or scanned gives the same facts."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES
from tests.report.readers.pdfs import to_pdf
from tests.report.readers.samples import SAMPLES, Document
from tests.report.readers.scanning import page_images, to_image_pdf
from tests.report.readers.writers import to_cells, to_docx, to_html, to_pipes
from tests.scoring import score
from vankien.facts import fact_to_record, find_facts
from vankien.model import Lexicon
from vankien.report import read_report, report_to_outline

FORMATS: dict[str, Callable[[Document], bytes]] = {
    "pipes.md": to_pipes,
    "cells.md": to_cells,
    "html": to_html,
    "docx": to_docx,
    "pdf": to_pdf,
}
_WHERE = ("line", "lines", "evidence")


def _records(path: Path, lexicon: Lexicon) -> list[dict[str, object]]:
    return [fact_to_record(f) for f in find_facts(report_to_outline(read_report(path), lexicon), lexicon).facts]


def _without_lines(records: list[dict[str, object]]) -> Counter[str]:
    """Records as text, without the numbers of their lines."""
    bare = ({k: v for k, v in record.items() if k not in _WHERE} for record in records)
    return Counter(re.sub(r" \(dòng \d+\)", "", json.dumps(r, ensure_ascii=False, sort_keys=True)) for r in bare)


@lru_cache
def _typed(name: str, lexicon: Lexicon) -> Counter[str]:
    return _without_lines(_records(EXAMPLES / SAMPLES[name][1], lexicon))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_facts_are_those_of_the_text_file(name: str, format: str, tmp_path: Path, lexicon: Lexicon) -> None:
    document = SAMPLES[name][0]()
    path = tmp_path / f"{document.name}.{format.split('.')[-1]}"
    path.write_bytes(FORMATS[format](document))
    found, wanted = _without_lines(_records(path, lexicon)), _typed(name, lexicon)
    assert sum(wanted.values()) > 100
    assert found - wanted == Counter()
    assert wanted - found == Counter()


@pytest.mark.usefixtures("tesseract")
def test_a_skewed_noisy_scan_gives_nearly_all_targets(tmp_path: Path, lexicon: Lexicon) -> None:
    document = SAMPLES["resolution"][0]()
    path = tmp_path / f"{document.name}.pdf"
    path.write_bytes(to_image_pdf(list(page_images(to_pdf(document)))))
    found = _records(path, lexicon)
    typed = _records(EXAMPLES / SAMPLES["resolution"][1], lexicon)
    # the scan has other lines: only what was read counts
    for record in (*found, *typed):
        record["line"] = 1
    coverage: list[dict[str, object]] = [{"type": "coverage", "of": "target", "lines": [1, 1]}]
    assert score("target", [*typed, *coverage], found) >= 0.9
