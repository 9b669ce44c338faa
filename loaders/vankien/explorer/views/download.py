"""The page of the files that hold everything. The files themselves are given by `Explorer`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vankien import __version__
from vankien.explorer.downloads import SUMS, Download, Downloads, downloads_of
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class File:
    """A file on the page: what it is, its address, its size in words and its hash (empty while it was not made)."""

    download: Download
    href: str
    size: str
    sha256: str


def size_words(c: Context, size: int) -> str:
    """A size in bytes, kB or MB."""
    if size < 1000:
        return f"{size} B"
    unit, amount = ("kB", size / 1e3) if size < 1e6 else ("MB", size / 1e6)
    return f"{c.number(Decimal(f'{amount:.1f}'))} {unit}"


def _file(c: Context, files: Downloads, download: Download) -> File:
    """In a static site every file is there; on a server each is made when somebody wants it."""
    made = files.make(download.name) if c.links.is_static else files.known(download.name)
    size, sha256 = (size_words(c, len(made.body)), made.sha256) if made else ("", "")
    return File(download, c.links.file(f"download/{download.name}"), size, sha256)


def download(c: Context, rest: str) -> Shown | None:
    """``download``."""
    if rest:
        return None
    files = c.once(downloads_of)
    shown = [_file(c, files, d) for d in files.listed.values() if d.language in ("", c.language)]

    def part(name: str) -> Sequence[File]:
        return [f for f in shown if f.download.part == name]

    rows = [(f.download.name, c.say(f.download.title), f.download.media_type, f.sha256) for f in shown]
    return Shown(
        c.t("Tải về", "Download"),
        "download.html",
        {
            "whole": part("whole"),
            "tables": part("tables"),
            "graphs": part("graphs"),
            "sums": c.links.file(f"download/{SUMS}"),
            "quotes": files.has_quotes,
            "licence": LICENCE,
            "version": __version__,
        },
        rows=Rows(("file", "title", "media_type", "sha256"), rows),
        description=c.t(
            "Toàn bộ đồ thị dạng Turtle, TriG, JSON-LD, CSV.", "The whole graph as Turtle, TriG, JSON-LD and CSV."
        ),
    )


ROUTES = (Route("download", download),)
