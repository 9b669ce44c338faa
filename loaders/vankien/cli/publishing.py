"""``vankien publish`` and ``vankien why``: the graph for others to read, and where its nodes come from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vankien import __version__
from vankien.cli.options import DEFAULT_STORE, SameStore, StoreArgument
from vankien.cli.output import talk
from vankien.errors import BadUsage


def publish(
    store: StoreArgument = DEFAULT_STORE,
    same: SameStore = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="The folder to write.", show_default=False)] = None,
    check: Annotated[
        Path | None, typer.Option("--check", help="Write nothing; exit code 1 if this folder differs.")
    ] = None,
    base: Annotated[str | None, typer.Option(envvar="VANKIEN_BASE", help="Base of the IRIs of what is read.")] = None,
) -> None:
    """Write the graph as Turtle files for others: facts and figures with line numbers, without quotes."""
    from vankien.graph.publish import differences, store_to_files, write_files
    from vankien.graph.store import open_store

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


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: vankien publish kg -o docs/graph; vankien publish kg --check docs/graph")(publish)
