"""What a site consists of: the pages of all routes, in pieces of work of about the same size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vankien.explorer.addresses.links import FACES, LANGUAGES
from vankien.explorer.book.book import Book
from vankien.explorer.responding.routes import routes

PIECE = 40
"""How many paths make a piece of work."""

SLOW = ("download", "quality")
"""The pages that take seconds to make: each is a piece of work of its own, and comes first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be written in all languages: its path, and which face of it (an empty text for the first)."""

    path: str
    face: str = ""

    @property
    def state(self) -> dict[str, str]:
        """What chooses the face."""
        return {FACES[0]: self.face} if self.face else {}


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of work: pages; or the files of the download page; or the search and style of the site."""

    kind: Literal["pages", "downloads", "assets"]
    pages: tuple[Page, ...] = ()


def pages_of(book: Book) -> Iterator[Page]:
    """All pages of the routes that need no server, each path with its faces."""
    for route in routes().values():
        if not route.served_only:
            for path in route.paths(book):
                yield from (Page(path, face) for face in ("", *route.faces))


def pieces_of(pages: list[Page]) -> list[Piece]:
    """The work, the slow pieces first."""
    slow = {name: tuple(p for p in pages if p.path.partition("/")[0] == name) for name in SLOW}
    quick = [p for p in pages if p.path.partition("/")[0] not in SLOW]
    first = [Piece("pages", slow["quality"]), Piece("downloads", slow["download"]), Piece("assets")]
    return [*first, *(Piece("pages", part) for part in batched_pages(quick))]


def batched_pages(pages: list[Page]) -> Iterator[tuple[Page, ...]]:
    """The pages in parts of `PIECE`."""
    return (tuple(pages[i : i + PIECE]) for i in range(0, len(pages), PIECE))


def count(pages: list[Page]) -> int:
    """How many HTML files the pages make."""
    return len(pages) * len(LANGUAGES)
