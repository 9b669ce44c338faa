"""The arguments and options that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from vankien.errors import BadUsage, MissingData
from vankien.resources import folder

DEFAULT_STORE = Path("kg")


def _place_or_published(context: typer.Context, parameter: typer.CallbackParam, value: str) -> str:
    """The store to read; where none is named and there is no ``kg``, the published graph, and a line that says so."""
    source = context.get_parameter_source(parameter.name or "")
    if source is None or source.name != "DEFAULT" or Path(value).exists() or context.params.get("same"):
        return value
    try:
        published = str(folder("published"))
    except MissingData:
        return value
    if not context.resilient_parsing:
        print(f"vankien: no store named and no {value} here; using the published graph {published}", file=sys.stderr)
    return published


_PLACES = "A store, a Turtle, TriG or N-Quads file, or the URL of a SPARQL endpoint."
PlaceOption = Annotated[
    str,
    typer.Option(
        "--store",
        "-s",
        "--endpoint",
        envvar="VANKIEN_STORE",
        help=_PLACES,
        callback=_place_or_published,
        metavar="STORE",
    ),
]
PlaceArgument = Annotated[
    str,
    typer.Argument(
        envvar="VANKIEN_STORE", help=_PLACES, show_default="kg", callback=_place_or_published, metavar="[STORE]"
    ),
]
SamePlace = Annotated[
    str | None,
    typer.Option("--store", "-s", "--endpoint", help="The same as STORE.", show_default=False, metavar="STORE"),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="NAME",
        help="Only the documents of a report id, a congress (lai-chau-14) or a place (lai-chau); repeat it.",
    ),
]
UpdateUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Where an endpoint takes updates; VANKIEN_UPDATE_URL says it too. [.../update for .../query]",
    ),
]
GraphStoreUrl = Annotated[
    str | None,
    typer.Option(
        metavar="URL", help="Where an endpoint takes whole graphs, if it does; VANKIEN_GRAPH_STORE_URL says it too."
    ),
]
DEFAULT_PLACE = str(DEFAULT_STORE)

Language = Annotated[str, typer.Option("--lang", help="Language of messages and titles: vi or en.")]
Texts = Annotated[
    list[Path] | None,
    typer.Option("--texts", metavar="FOLDER", help="Where the documents are, to show their lines; repeat it."),
]
Jobs = Annotated[
    int,
    typer.Option("--jobs", "-j", min=1, help="How many processes to work with.", show_default="all processors"),
]
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""How many processors this process may use: the default of `Jobs`."""


def one_of(value: str, allowed: tuple[str, ...], option: str) -> str:
    """The value of an option, if it is allowed; raises `BadUsage` with those that are."""
    if value not in allowed:
        raise BadUsage(f"{option} {value!r}: use one of {', '.join(allowed)}")
    return value
