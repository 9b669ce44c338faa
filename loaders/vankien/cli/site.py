"""``vankien site``: the pages as files."""

from __future__ import annotations

import sys
import webbrowser
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from vankien.cli.options import CORES, DEFAULT_PLACE, Jobs, PlaceArgument, SamePlace, Texts
from vankien.cli.output import talk, tell_texts
from vankien.errors import BadUsage


def to_address(url: str | None) -> str:
    """The address of a site with a slash at its end; raises `BadUsage` for what is none.

    >>> to_address("https://example.org/kg"), to_address(None)
    ('https://example.org/kg/', '')
    """
    if not url:
        return ""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise BadUsage(f"--url {url}: say where the site will be, such as https://example.org/vankien/")
    return url.rstrip("/") + "/"


def site(
    out: Annotated[Path, typer.Argument(help="The folder to write: a new or empty one, or an older site.")],
    store: PlaceArgument = DEFAULT_PLACE,
    same: SamePlace = None,
    texts: Texts = None,
    url: Annotated[
        str | None, typer.Option(help="Where the site will be, for sitemap.xml, canonical links and 404.html.")
    ] = None,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the start page in the browser, if this is a terminal.")
    ] = False,
    jobs: Jobs = CORES,
) -> None:
    """Write the pages as files: a static site. A browser opens it from a folder, or any web server gives it out."""
    address = to_address(url)
    from vankien.explorer.site.write import Making, write_site
    from vankien.graph.access.remote import fetched
    from vankien.graph.stores.address import place_of

    with fetched(place_of(same or store)) as path:
        counts = write_site(Making(path, tuple(texts or ()), address), out, jobs, tell_texts)
    pages = counts["html"] - counts["redirects"]
    data = sum(n for suffix, n in counts.items() if suffix not in ("html", "bytes", "redirects"))
    size = counts["bytes"] / 1e6
    talk(
        f"{out}: {pages:,} pages, {data:,} files of data, {counts['redirects']:,} addresses of IRIs, {size:,.1f} MB; "
        f"open {out / 'index.html'}"
    )
    if open_browser and sys.stdout.isatty():
        webbrowser.open((out / "index.html").absolute().as_uri())


def register(app: typer.Typer) -> None:
    """Add the command to the command line."""
    app.command(epilog="Example: vankien site public/ kg --url https://example.org/vankien/")(site)
