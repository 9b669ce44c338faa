"""The commands: what each takes, and which verb answers it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vankien import __version__
from vankien.cli import (
    analysing,
    comparing,
    completing,
    publishing,
    reporting,
    reviewing,
    serving,
    site,
    storing,
    training,
)
from vankien.cli.options import (
    CORES,
    DEFAULT_PLACE,
    Jobs,
    Language,
    Only,
    PlaceArgument,
    PlaceOption,
    SamePlace,
    one_of,
)

app = typer.Typer(
    name="vankien",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Read the documents of Vietnamese Party congresses into a knowledge graph.",
    epilog="Exit codes: 0 fine, 1 violations found, 2 cannot read or bad usage. STORE is VANKIEN_STORE or 'kg' by default; "
    "where there is no kg, commands that read use the published graph.",
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"vankien {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read the documents of Vietnamese Party congresses into a knowledge graph."""


storing.register(app)


# --- reading reports --------------------------------------------------------------------------------------


@app.command(epilog="Example: vankien facts report.txt --format jsonl > facts.jsonl")
def facts(
    file: Annotated[Path, typer.Argument(help="One report.")],
    format: Annotated[str, typer.Option("--format", "-f", help="jsonl, table or csv.")] = "jsonl",
) -> None:
    """Print the facts of one report, one JSON record a line."""
    from vankien.cli.showing import print_facts

    print_facts(file, one_of(format, ("jsonl", "table", "csv"), "--format"))


@app.command(epilog="Example: vankien show report.txt --stage sections")
def show(
    file: Annotated[Path, typer.Argument(help="One report.")],
    stage: Annotated[
        str, typer.Option("--stage", "-t", help="lines, pages, restored, sections, tables, sentences or facts.")
    ] = "sections",
) -> None:
    """Show what one stage of the reading makes of a report. Each line has its number."""
    from vankien.cli.showing import STAGES, print_stage

    print_stage(file, one_of(stage, STAGES, "--stage"))


# --- asking the graph -------------------------------------------------------------------------------------


@app.command(epilog="Example: vankien validate kg --format json")
def validate(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    format: Annotated[str, typer.Option("--format", "-f", help="table, json or ttl (the SHACL report).")] = "table",
    lang: Language = "vi",
    jobs: Jobs = CORES,
    force: Annotated[bool, typer.Option("--force", help="Also documents for which nothing has changed.")] = False,
) -> None:
    """Validate a store or an RDF file, document by document. Exit code 1 if there are violations."""
    from vankien.cli.asking import validate_path

    format = one_of(format, ("table", "json", "ttl"), "--format")
    raise typer.Exit(validate_path(same or store, format, one_of(lang, ("vi", "en"), "--lang"), jobs, force))


@app.command(epilog="Example: vankien queries missed-targets")
def queries(
    name: Annotated[
        str | None, typer.Argument(help="One question, to see its parameters.", autocompletion=completing.query_names)
    ] = None,
    lang: Language = "vi",
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the page about all of them, with first rows.")
    ] = False,
    ask_all: Annotated[
        bool,
        typer.Option("--ask-all", help="Ask all of them once, so that answers that take long are kept in the store."),
    ] = False,
    store: Annotated[
        str,
        typer.Option(
            "--store", "-s", "--endpoint", envvar="VANKIEN_STORE", help="The store that is asked.", metavar="STORE"
        ),
    ] = DEFAULT_PLACE,
    jobs: Jobs = CORES,
) -> None:
    """List the questions that the graph answers, or describe one."""
    from vankien.cli.asking import ask_all_of, describe_query, list_queries, print_page

    one_of(lang, ("vi", "en"), "--lang")
    if markdown:
        print_page(store)
    elif ask_all:
        ask_all_of(store, lang, jobs)
    elif name is None:
        list_queries(lang)
    else:
        describe_query(name, lang)


@app.command(
    epilog="Examples: vankien query missed-targets; vankien query congress-targets --param congress=lai-chau-14 -f csv; "
    "vankien query my-question.rq; echo 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }' | vankien query -"
)
def query(
    name: Annotated[
        str,
        typer.Argument(
            help="A question (see: vankien queries), a .rq file, or - for the standard input.",
            autocompletion=completing.query_names,
        ),
    ],
    store: PlaceOption = DEFAULT_PLACE,
    only: Only = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            "-p",
            metavar="NAME=VALUE",
            help="A parameter; repeat it.",
            autocompletion=completing.query_parameters,
        ),
    ] = None,
    lang: Annotated[
        str | None, typer.Option("--lang", help="Language of the labels: vi or en.", show_default="vi")
    ] = None,
    format: Annotated[
        str, typer.Option("--format", "-f", help="table, csv, json, md, or ttl for CONSTRUCT.")
    ] = "table",
) -> None:
    """Ask a question of the graph."""
    from vankien.cli.asking import ask_store

    format = one_of(format, ("table", "csv", "json", "md", "ttl"), "--format")
    language = one_of(lang, ("vi", "en"), "--lang") if lang else None
    ask_store(name, store, param or [], format, language, only or ())


@app.command(epilog="Example: vankien export kg -o graph.ttl")
def export(
    out: Annotated[
        str, typer.Option("-o", "--output", help="A .ttl, .trig, .nq, .nt or .jsonld file, or - for N-Quads.")
    ],
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    extra: Annotated[
        list[str] | None,
        typer.Option("--with", help="Also the graph corrections, inferred, ontology, vocabulary or runs."),
    ] = None,
    quotes: Annotated[bool, typer.Option(help="With the quotes from the documents, or without.")] = True,
    format: Annotated[str | None, typer.Option("--format", "-f", help="ttl, trig, nq, nt or jsonld, for -o -.")] = None,
) -> None:
    """Write the graph to one file. The same graph always gives the same bytes."""
    from vankien.cli.asking import export_store

    export_store(same or store, out, extra or [], quotes=quotes, format=format)


analysing.register(app)
comparing.register(app)
publishing.register(app)
reporting.register(app)
reviewing.register(app)
serving.register(app)
site.register(app)
training.register(app)
