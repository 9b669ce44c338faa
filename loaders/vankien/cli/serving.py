"""``vankien serve``: the graph in a browser, and as a SPARQL endpoint."""

from __future__ import annotations

import re
from pathlib import Path
from threading import Thread
from typing import Annotated

import typer

from vankien.cli.options import DEFAULT_PLACE, PlaceArgument, SamePlace, Texts
from vankien.cli.output import talk, tell_texts
from vankien.errors import BadUsage

_MEGABYTE = 1 << 20
_SHORTEST, _LONGEST = 0.1, 3600
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.\-:\[\]]+")


def serve(
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    host: Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 for all.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8765,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the start page in the browser.")] = False,
    timeout: Annotated[float, typer.Option(help="Seconds that a query may take.")] = 10.0,
    workers: Annotated[int, typer.Option(min=1, help="How many queries may run at a time.")] = 2,
    queue: Annotated[int, typer.Option(min=1, help="How many queries may wait; more get 503.")] = 64,
    memory: Annotated[int, typer.Option(min=64, help="Megabytes that a query may use.")] = 1024,
    answer: Annotated[int, typer.Option(min=1, help="Megabytes that an answer may have.")] = 64,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A further name of this server; repeat it. * for any."),
    ] = None,
    cors: Annotated[
        str | None,
        typer.Option(
            help="Whose web pages may read the endpoint: * for all, an origin, or none.",
            show_default="* for a published graph, none for your own",
        ),
    ] = None,
    texts: Texts = None,
) -> None:
    """Show the graph in a browser and answer SPARQL, until Ctrl-C. Read-only; the endpoint is /sparql."""
    if not _SHORTEST <= timeout <= _LONGEST:
        raise BadUsage(f"--timeout {timeout:g}: say between {_SHORTEST} and {_LONGEST} seconds")
    if cors and cors not in ("*", "none") and not _ORIGIN.fullmatch(cors):
        raise BadUsage(f"--cors {cors}: say *, none, or an origin such as https://example.org")
    from vankien.explorer.responding.explorer import Explorer
    from vankien.graph.serialising.publish import is_published
    from vankien.graph.stores.address import place_of
    from vankien.graph.stores.store import Store
    from vankien.serve.jobs import Limits
    from vankien.serve.run import Options
    from vankien.serve.run import serve as run

    def pages(store: Store, version: str) -> Explorer:
        explorer = Explorer(store, texts=texts or ())
        tell_texts(explorer)
        Thread(target=explorer.warm, daemon=True).start()
        return explorer

    limits = Limits(timeout, answer * _MEGABYTE, memory * _MEGABYTE)
    path = place_of(same or store)
    origin = cors or ("*" if isinstance(path, Path) and is_published(path) else "none")
    origin = "" if origin == "none" else origin
    run(path, Options(host, port, open_browser, workers, queue, limits, tuple(allow_host or ()), origin), talk, pages)


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog="Example: vankien serve kg --open; vankien serve --port 8080 --timeout 30")(serve)
