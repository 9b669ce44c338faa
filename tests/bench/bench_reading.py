"""How fast each stage of reading is: `python -m tests.bench.bench_reading` prints two tables.

First one document, the sample mid-term report, in every format that there is a reader for: bytes → text with pages. Then the
stages behind it, of a typed report and of the same report as an English OCR engine would have read it: lines → outline
(restoration, tables, sections, sentences), outline → facts, facts → triples, SHACL. Processor seconds, children included,
are the median of some runs; the lists are read before, and words met before are remembered, as within one build.
"""

from __future__ import annotations

import resource
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.conftest import EXAMPLES
from tests.report.mangler import mangle
from tests.report.readers.pdfs import to_pdf
from tests.report.readers.samples import SAMPLES, Document
from tests.report.readers.scanning import page_images, to_image_pdf
from tests.report.readers.writers import to_cells, to_docx, to_html, to_pipes
from vankien.facts import find_facts
from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.graph.validation.validate import validate_quads
from vankien.report import read_report, report_to_outline

RUNS = 5
SAMPLE = "mid-term-report"

T = TypeVar("T")


def _scan(document: Document) -> bytes:
    return to_image_pdf(list(page_images(to_pdf(document))))


FORMATS: dict[str, tuple[str, Callable[[Document], bytes]]] = {
    "Markdown, pipe tables": ("md", to_pipes),
    "Markdown, one cell a line": ("md", to_cells),
    "HTML": ("html", to_html),
    "DOCX": ("docx", to_docx),
    "PDF with text": ("pdf", to_pdf),
    "PDF of scans (Tesseract)": ("pdf", _scan),
}


def timed(work: Callable[[], T], runs: int = RUNS) -> tuple[float, T]:
    """The median processor seconds of some work, its child processes included, and what it gives."""
    taken = []
    for _ in range(runs):
        before = _used()
        result = work()
        taken.append(_used() - before)
    return statistics.median(taken), result


def _used() -> float:
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _row(*cells: object) -> None:
    print("| " + " | ".join(f"{c:,.1f}" if isinstance(c, float) else str(c) for c in cells) + " |", flush=True)


def formats(folder: Path) -> None:
    """One document in every format."""
    document = SAMPLES[SAMPLE][0]()
    _row("format", "KB", "pages", "cpu ms", "pages per cpu s")
    print("|---|---|---|---|---|")
    for name, (suffix, write) in FORMATS.items():
        path = folder / f"{document.name}.{suffix}"
        path.write_bytes(write(document))
        seconds, report = timed(lambda path=path: read_report(path), 1 if "scan" in name else RUNS)  # type: ignore[misc]
        pages = max((line.page or 1 for line in report.lines), default=1)
        _row(name, path.stat().st_size // 1024, pages, 1000 * seconds, f"{pages / seconds:,.1f}" if pages > 1 else "")


def stages(folder: Path) -> None:
    """What comes after the reader, of typed text and of a mangled scan."""
    lexicon = read_lexicon()
    typed = (EXAMPLES / SAMPLES[SAMPLE][1]).read_text("utf-8")
    _row("text", "lines", "stage", "cpu ms", "per cpu s")
    print("|---|---|---|---|---|")
    for name, text in (("typed", typed), ("mangled scan", mangle(typed))):
        path = folder / f"{name.split()[0]}.txt"
        path.write_text(text, "utf-8")
        lines = text.count("\n")
        report = read_report(path)
        seconds, outline = timed(lambda report=report: report_to_outline(report, lexicon))  # type: ignore[misc]
        _row(name, lines, "lines → outline", 1000 * seconds, f"{lines / seconds:,.0f} lines")
        seconds, found = timed(lambda outline=outline: find_facts(outline, lexicon))  # type: ignore[misc]
        _row("", "", "outline → facts", 1000 * seconds, f"{len(found.facts) / seconds:,.0f} facts")
        seconds, quads = timed(lambda report=report, found=found: facts_to_dataset(report, found, lexicon))  # type: ignore[misc]
        _row("", "", "facts → triples", 1000 * seconds, f"{len(quads) / seconds:,.0f} triples")
        seconds, _ = timed(lambda quads=quads: validate_quads(quads))  # type: ignore[misc]
        _row("", "", "SHACL", 1000 * seconds, f"{len(quads) / seconds:,.0f} triples")


if __name__ == "__main__":
    read_lexicon()
    with tempfile.TemporaryDirectory() as work:
        formats(Path(work))
        print()
        stages(Path(work))
