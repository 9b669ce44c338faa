"""``vankien build``: progress, the table of what was read, the exit code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from vankien import __version__
from vankien.cli.output import print_table, talk
from vankien.graph.address import Place
from vankien.graph.build import Loaded, check_ids, collect, read_documents, save
from vankien.graph.iris import base_iri
from vankien.graph.store import check_writable


def _read_all(paths: Sequence[Path], base: str | None, jobs: int) -> list[Loaded]:
    """Read the reports with a progress bar on the standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    documents = []
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        bar = progress.add_task("reading", total=len(paths))
        for document in read_documents(paths, base, jobs):
            documents.append(document)
            progress.update(bar, advance=1, description=Path(document.path).name)
    return documents


def _print_summary(documents: Sequence[Loaded]) -> None:
    kinds = list(dict.fromkeys(kind for d in documents for kind, _ in d.facts))
    severities = [s for s in ("Violation", "Warning", "Info") if any(dict(d.findings).get(s) for d in documents)]
    rows, totals = [], Counter[str]()
    for document in documents:
        counts = {**dict(document.facts), **dict(document.findings)}
        totals.update(counts)
        rows.append([document.report, *(str(counts.get(c, 0)) for c in (*kinds, *severities))])
    if len(documents) > 1:
        rows.append(["total", *(str(totals[c]) for c in (*kinds, *severities))])
    columns = ["report", *kinds, *severities]
    print_table(columns, rows, right=columns[1:])


def build_store(paths: Sequence[Path], out: Place, *, rebuild: bool, jobs: int, base: str | None) -> int:
    """Read reports, write the store, print the counts; gives the exit code.

    Reports that cannot be read are named on the standard error; the others are stored all the same.
    """
    base = base_iri(base)
    check_writable(out, rebuild=rebuild)
    documents = _read_all(collect(paths), base, jobs)
    check_ids(documents)
    read = [d for d in documents if not d.error]
    if read:
        moment = datetime.now(UTC)
        quads = save(out, read, moment=moment, version=__version__, base=base, rebuild=rebuild)
        _print_summary(read)
        talk(f"{out}: {len(read)} of {len(documents)} reports read, {quads:,} quads stored")
    for document in documents:
        if document.error:
            talk(document.error)
    return 2 if len(read) < len(documents) else 0
