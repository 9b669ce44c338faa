"""``vankien train``: rebuild the word counts that scans are restored with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vankien.cli.output import talk


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(epilog="Example: vankien train clean-reports/*.txt -o counts.tsv.xz")(train)


def train(
    documents: Annotated[list[Path], typer.Argument(metavar="DOCUMENT...", help="Clean, typed documents.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file of counts; by default the one that is in use.")
    ] = None,
) -> None:
    """Rebuild the word counts that scans are restored with. They are made from clean documents, our own phrases and the lists.

    Set VANKIEN_NGRAMS to use counts that were written elsewhere.
    """
    from vankien.errors import CannotRead
    from vankien.graph.terms.vocabulary import read_lexicon
    from vankien.report import read_report
    from vankien.report.restoration.ngrams import counts_path, dump, train_on
    from vankien.report.restoration.restore import is_mangled

    reports = [read_report(path) for path in documents]
    for path, report in zip(documents, reports, strict=True):
        if is_mangled("\n".join(line.text for line in report.lines)):
            raise CannotRead(str(path), "has lost its Vietnamese letters", advice="train on typed documents")
    model = train_on(reports, read_lexicon())
    target = out or counts_path()
    dump(model, target)
    talk(f"{target}: {len(model.one):,} words, {len(model.two):,} pairs, {len(model.three):,} triples")
