"""``vankien report`` and ``vankien tables``: the graph as tables that people edit and calculate with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vankien.cli.options import DEFAULT_PLACE, Language, PlaceArgument, SamePlace, one_of
from vankien.cli.output import talk


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: vankien report kg --congress son-binh-16 -o annex.docx")(report)
    app.command(epilog="Example: vankien tables kg -o tables/")(tables)


def report(
    congress: Annotated[str, typer.Option("--congress", "-c", metavar="KEY", help="Such as son-binh-16, or an IRI.")],
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    out: Annotated[
        str, typer.Option("-o", "--output", help="A .docx, .xlsx, .md, .html or .csv file, or - for Markdown.")
    ] = "-",
    years: Annotated[bool, typer.Option("--years", help="Show results of whole years alone.")] = False,
    lang: Language = "vi",
) -> None:
    """Write the target table of a congress, ready for editing. It has the values set, results, verdicts and sources."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.exporting import annex, annex_files
    from vankien.graph.serialising.export import write

    one_of(lang, ("vi", "en"), "--lang")
    suffix = ".md" if out == "-" else one_of(Path(out).suffix.lower(), tuple(annex_files.WRITERS), "--output")
    with open_store(same or store, read_only=True) as opened:
        table = annex.annex(opened, congress, lang=lang)
    write(annex_files.annex_to_bytes(annex.only_years(table) if years else table, suffix), out)
    talk(f"{table.title}: {len(table.rows)} targets")


def tables(
    out: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the files go.")],
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV files with a byte order mark, for Excel.")] = False,
    workbook: Annotated[bool, typer.Option("--xlsx/--no-xlsx", help="Also one workbook with all tables.")] = True,
    quotes: Annotated[bool, typer.Option(help="With the quotes from the documents, or without.")] = True,
    lang: Language = "vi",
) -> None:
    """Write all facts as CSV files and one workbook. There are targets, observations, assessments, programmes, links,
    documents, bodies, discrepancies, and CSVW metadata."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.exporting import tables as fact_tables

    one_of(lang, ("vi", "en"), "--lang")
    with open_store(same or store, read_only=True) as opened:
        filled = fact_tables.fill_all(opened, quotes=quotes, lang=lang)
    files = fact_tables.write_tables(filled, out, bom=bom, workbook=workbook, lang=lang)
    talk(f"{out}: {len(files)} files, {sum(len(t.rows) for t in filled):,} rows")
    left = out / fact_tables.WORKBOOK
    if not workbook and left.exists():
        talk(
            f"{left}: is of an earlier run and was left as it is, with the quotes that it may hold; delete it if need be"
        )
