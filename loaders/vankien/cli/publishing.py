"""``vankien publish`` and ``vankien why``: the graph for others to read, and where its nodes come from."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from vankien import __version__
from vankien.cli.options import DEFAULT_PLACE, Language, PlaceArgument, PlaceOption, SamePlace, one_of
from vankien.cli.output import print_table, talk
from vankien.errors import BadUsage


def publish(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="The folder to write.", show_default=False)] = None,
    check: Annotated[
        Path | None, typer.Option("--check", help="Write nothing; exit code 1 if this folder differs.")
    ] = None,
    base: Annotated[str | None, typer.Option(envvar="VANKIEN_BASE", help="Base of the IRIs of what is read.")] = None,
) -> None:
    """Write the graph as Turtle files without quotes, to share it. Facts and figures keep their line numbers."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.serialising.publish import differences, store_to_files, write_files

    with open_store(same or store, read_only=True) as opened:
        files = store_to_files(opened, __version__, base)
    if check is not None:
        different = differences(files, check)
        for name in different:
            talk(f"{check / name}: differs from what {same or store} gives")
        raise typer.Exit(1 if different else 0)
    if out is None:
        raise BadUsage("name the folder to write with -o, or the folder to compare with --check")
    write_files(files, out)
    talk(f"{out}: {len(files)} files, {sum(map(len, files.values())):,} bytes")


def why(
    iri: Annotated[str, typer.Argument(help="A node: its IRI, or what follows the base (id/target/...).")],
    store: PlaceOption = DEFAULT_PLACE,
    format: Annotated[str, typer.Option("--format", "-f", help="table or json.")] = "table",
    lang: Language = "vi",
) -> None:
    """Explain a node: where it was read, by which rule. Says also what made the mentions one."""
    from vankien.graph.access.opening import open_store
    from vankien.graph.asking.why import explain

    format, lang = one_of(format, ("table", "json"), "--format"), one_of(lang, ("vi", "en"), "--lang")
    with open_store(store, read_only=True) as opened:
        found = explain(opened, iri)
    if format == "json":
        print(json.dumps(asdict(found), ensure_ascii=False, indent=1))
        return
    print(f"{found.iri}\n{found.kind}: {found.label}\n{found.step_vi if lang == 'vi' else found.step_en}")
    for source in found.derived:
        print(f"<- {source}")
    for one in found.corrected:
        note = f": {one.note}" if one.note else ""
        print(f"{'sửa' if lang == 'vi' else 'corrected'} ({one.action}) {one.by}, {one.on}{note} {one.iri}")
    columns = ("văn kiện", "dòng", "lời", "quy tắc") if lang == "vi" else ("report", "line", "words", "rule")
    rows = [[g.report, str(g.line or ""), g.words, g.rule] for g in found.grounds]
    print_table(columns, rows, right=columns[1:2])


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: vankien publish kg -o docs/graph; vankien publish kg --check docs/graph")(publish)
    app.command(epilog="Example: vankien why concept/indicators/forest-cover --lang en")(why)
