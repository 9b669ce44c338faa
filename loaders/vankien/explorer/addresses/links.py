"""Addresses: the same page on a server and in a static site.

A page is named by its path (``target/...``, the home page by an empty one), its language and its state (``view=matrix``). On
a server that is ``/en/target/...?view=matrix``; in a static site a file beside the others, reached by a relative address, so
that the site works from a folder and below any path.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import quote, urlencode

LANGUAGES = ("vi", "en")
"""The languages of the pages; the first has no prefix."""

FACES = ("view",)
"""The state that makes another page; all other state only chooses what of a page is shown."""


def with_language(path: str, language: str) -> str:
    """The path of a page in a language: ``targets`` → ``en/targets``.

    >>> with_language("targets", "en"), with_language("", "en"), with_language("", "vi")
    ('en/targets', 'en', '')
    """
    return path if language == LANGUAGES[0] else f"{language}/{path}".rstrip("/")


def split_language(path: str) -> tuple[str, str]:
    """The path without its language, and the language.

    >>> split_language("en/targets"), split_language("targets")
    (('targets', 'en'), ('targets', 'vi'))
    """
    head, _, rest = path.partition("/")
    return (rest, head) if head in LANGUAGES[1:] else (path, LANGUAGES[0])


class Links(Protocol):
    """Knows where pages, data and assets are."""

    @property
    def is_static(self) -> bool:
        """True where nothing answers but files."""

    def page(self, path: str, language: str, state: Mapping[str, str] | None = None) -> str:
        """The address of a page; the path may end in ``#place``."""

    def data(self, path: str, language: str, suffix: str, state: Mapping[str, str] | None = None) -> str:
        """The address of what a page shows, as data (``ttl``, ``jsonld``, ``csv``, ``json``, ``svg``)."""

    def asset(self, name: str) -> str:
        """The address of a file of ``static/``."""

    def file(self, path: str) -> str:
        """The address of a file that is the same in all languages (``download/vankien.ttl``)."""

    def gives(self, path: str, suffix: str) -> bool:
        """True if a page can be had as data of this kind, where it has such data."""


def _query(state: Mapping[str, str] | None) -> str:
    query = urlencode({k: v for k, v in (state or {}).items() if v})
    return f"?{query}" if query else ""


@dataclass(frozen=True, slots=True)
class ServerLinks:
    """Addresses on a server that has the pages below `root` (``""``, ``/vankien``)."""

    root: str = ""
    is_static: bool = False

    def page(self, path: str, language: str, state: Mapping[str, str] | None = None) -> str:
        """``/en/targets?verdict=missed#place``."""
        path, hash_, place = path.partition("#")
        return f"{self.root}/{quote(with_language(path, language))}{_query(state)}{hash_}{quote(place)}"

    def data(self, path: str, language: str, suffix: str, state: Mapping[str, str] | None = None) -> str:
        """``/en/targets.csv?verdict=missed``."""
        return f"{self.root}/{quote(with_language(path or 'index', language))}.{suffix}{_query(state)}"

    def asset(self, name: str) -> str:
        """``/static/explorer.css``."""
        return f"{self.root}/static/{quote(name)}"

    def file(self, path: str) -> str:
        """``/download/vankien.ttl``."""
        return f"{self.root}/{quote(path)}"

    def gives(self, path: str, suffix: str) -> bool:
        """Everything: it is made when it is asked for."""
        return True


def file_of(path: str, language: str, state: Mapping[str, str] | None = None, suffix: str = "html") -> str:
    """The file of a page in a static site.

    >>> file_of("", "vi"), file_of("", "en"), file_of("map/son-binh-16", "en", {"view": "matrix"})
    ('index.html', 'en/index.html', 'en/map/son-binh-16.matrix.html')
    """
    faces = "".join(f".{state[f]}" for f in FACES if state and state.get(f))
    return f"{with_language(path or 'index', language)}{faces}.{suffix}"


def data_file_of(path: str, language: str, suffix: str) -> str:
    """The file of the data of a page in a static site.

    >>> data_file_of("target/x", "en", "csv"), data_file_of("target/x", "en", "ttl")
    ('en/target/x.csv', 'target/x.ttl')
    """
    return file_of(path, LANGUAGES[0] if suffix in DATA_OF_THINGS else language, suffix=suffix)


DATA_OF_THINGS = ("ttl", "jsonld")
"""The data that a static site has of things and questions alone, once for all languages: of a list they would repeat what its
things have, and the whole graph is on the page of downloads."""

_WITH_DATA = ("target", "programme", "document", "body", "congress", "indicator", "place", "concept", "queries")
"""The first parts of the paths of the pages that have `DATA_OF_THINGS` in a static site."""


@dataclass(frozen=True, slots=True)
class StaticLinks:
    """Addresses in a static site, seen from the file of one page. What only chooses (a filter) stands after the ``#``.

    `top` is the path of the site on its server (``/vankien/``): with it the addresses begin there, for the one page that is
    shown at any address (404.html).
    """

    here: str
    top: str = ""
    is_static: bool = True

    def _relative(self, file: str) -> str:
        return self.top + quote(file if self.top else posixpath.relpath(file, posixpath.dirname(self.here) or "."))

    def page(self, path: str, language: str, state: Mapping[str, str] | None = None) -> str:
        """``../targets.html#verdict=missed``."""
        path, hash_, place = path.partition("#")
        chosen = urlencode({k: v for k, v in (state or {}).items() if v and k not in FACES})
        file = self._relative(file_of(path, language, state))
        return file + (f"#{chosen}" if chosen else f"{hash_}{quote(place)}")

    def data(self, path: str, language: str, suffix: str, state: Mapping[str, str] | None = None) -> str:
        """``../targets.csv``, whatever of it is chosen."""
        return self._relative(data_file_of(path, language, suffix))

    def asset(self, name: str) -> str:
        """``../static/explorer.css``."""
        return self._relative(f"static/{name}")

    def file(self, path: str) -> str:
        """``../download/vankien.ttl``."""
        return self._relative(path)

    def gives(self, path: str, suffix: str) -> bool:
        """Tables and pictures of all pages, the graph of things, JSON of questions."""
        kind = path.partition("/")[0]
        return kind == "queries" if suffix == "json" else suffix not in DATA_OF_THINGS or kind in _WITH_DATA
