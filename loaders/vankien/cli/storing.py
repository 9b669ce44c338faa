"""The commands that write a store: ``build``, ``read``, ``merge``, ``remove``, ``extract``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vankien.cli.options import CORES, DEFAULT_PLACE, GraphStoreUrl, Jobs, PlaceOption, SamePlace, UpdateUrl
from vankien.errors import BadUsage

_Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Reports (text, Markdown, HTML, DOCX, PDF, scans), or folders of them."),
]
_OutPlace = Annotated[
    str,
    typer.Option(
        "-o",
        "--output",
        "--endpoint",
        envvar="VANKIEN_STORE",
        help="The store to write, or the URL of a SPARQL endpoint.",
        metavar="STORE",
    ),
]
_Rebuild = Annotated[bool, typer.Option("--rebuild", help="Let the store hold these reports alone.")]
_Force = Annotated[bool, typer.Option("--force", help="Also what has not changed.")]
_Base = Annotated[str | None, typer.Option(envvar="VANKIEN_BASE", help="Base of the IRIs of what is read.")]


def build(
    paths: _Paths,
    out: _OutPlace = DEFAULT_PLACE,
    rebuild: _Rebuild = False,
    force: _Force = False,
    jobs: Jobs = CORES,
    base: _Base = None,
    update_url: UpdateUrl = None,
    graph_store_url: GraphStoreUrl = None,
) -> None:
    """Read reports into a store: what is new or has changed. Reports that are not named stay.

    An interrupted build goes on where it was when the same command is run again.
    """
    from vankien.cli.building import build_store
    from vankien.graph.stores.address import place_of

    place = place_of(out, update_url, graph_store_url)
    raise typer.Exit(build_store(paths, place, rebuild=rebuild, jobs=jobs, base=base, force=force))


def read(
    paths: _Paths,
    out: Annotated[Path, typer.Option("-o", "--output", help="The folder to write, one N-Quads file a report.")],
    shard: Annotated[
        str | None, typer.Option("--shard", metavar="I/N", help="Only the I-th of N shares of the reports.")
    ] = None,
    force: _Force = False,
    jobs: Jobs = CORES,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="Let a Dask cluster read (needs vankien[cluster])."),
    ] = None,
    base: _Base = None,
) -> None:
    """Read reports into files that are merged later. Each report becomes one N-Quads file, here or on another machine."""
    from vankien.cli.building import read_to_folder

    raise typer.Exit(read_to_folder(paths, out, jobs=jobs, base=base, force=force, shard=shard, cluster=cluster))


def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Folders that vankien read has written.")],
    out: _OutPlace = DEFAULT_PLACE,
    rebuild: _Rebuild = False,
    force: _Force = False,
    jobs: Jobs = CORES,
    base: _Base = None,
    update_url: UpdateUrl = None,
    graph_store_url: GraphStoreUrl = None,
) -> None:
    """Merge what was read elsewhere into a store. The same reports give the same store as one build."""
    from vankien.cli.building import merge_parts_into
    from vankien.graph.stores.address import place_of

    place = place_of(out, update_url, graph_store_url)
    raise typer.Exit(merge_parts_into(folders, place, rebuild=rebuild, jobs=jobs, base=base, force=force))


def remove(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="STORE REPORT...",
            help="A store, or the URL of a SPARQL endpoint; then ids of reports, or their files.",
        ),
    ],
    same: SamePlace = None,
    base: _Base = None,
    update_url: UpdateUrl = None,
    graph_store_url: GraphStoreUrl = None,
) -> None:
    """Take reports out of a store. All of them or, if one is not there, none."""
    from vankien.cli.building import remove_from_store
    from vankien.graph.stores.address import place_of

    store, *reports = names if same is None else (same, *names)
    if not reports:
        raise BadUsage(f"name the reports to take out of {store}, by their ids or files")
    raise typer.Exit(remove_from_store(place_of(store, update_url, graph_store_url), reports, base))


def extract(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME...", help="Report ids, congresses (lai-chau-14) or places (lai-chau)."),
    ],
    out: Annotated[Path, typer.Option("-o", "--output", help="The folder of the new store.")],
    store: PlaceOption = DEFAULT_PLACE,
    base: _Base = None,
) -> None:
    """Write some documents of a store into a new one. What is compared is compared across these alone."""
    from vankien.cli.building import extract_to_store

    extract_to_store(store, names, out, base)


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command(epilog="Example: vankien build reports/ -o kg")(build)
    app.command(epilog="Example: vankien read reports/ -o parts --shard 1/4")(read)
    app.command(epilog="Example: vankien merge parts-1 parts-2 -o kg")(merge)
    app.command(epilog="Example: vankien remove kg bao-cao-2023")(remove)
    app.command(epilog="Example: vankien extract lai-chau --store kg -o kg-lai-chau")(extract)
