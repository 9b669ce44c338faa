"""Tables for the terminal, and the completion of names."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console

WIDE = 100_000
"""The width of a table that is not printed on a terminal: nothing is cut or wrapped."""


def query_names(incomplete: str) -> list[str]:
    """The names of questions that begin so, for the completion of the shell."""
    from vankien.resources import files

    return [n for f in files("queries", ".rq") if (n := f.name.removesuffix(".rq")).startswith(incomplete)]


def query_parameters(ctx: typer.Context, incomplete: str) -> list[str]:
    """The parameters of the question named before (``congress=``), or the values of a list (``verdict=missed``)."""
    from vankien.errors import QueryError
    from vankien.graph.asking.catalogue import choices, find_query

    try:
        query = find_query(str(ctx.params.get("name")))
    except QueryError:
        return []
    name, equals, value = incomplete.partition("=")
    if not equals:
        return [f"{p.name}=" for p in query.parameters if p.name.startswith(name)]
    return [f"{name}={c}" for p in query.parameters if p.name == name for c in choices(p) if c.startswith(value)]


def console() -> Console:
    """The console for data: as wide as it must be when the output is no terminal."""
    from rich.console import Console

    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=WIDE, no_color=True)


def talk(message: str) -> None:
    """One line to the standard error."""
    print(f"vankien: {message}", file=sys.stderr)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = (), title: str = ""
) -> None:
    """Print a table; the columns named in `right` hold numbers."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, title=Text(title) if title else None, title_justify="left", pad_edge=False)
    for column in columns:
        table.add_column(Text(column), justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(" ".join(cell.split())) for cell in row))
    console().print(table)
