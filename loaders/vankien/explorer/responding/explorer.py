"""A request for a page → the answer: HTML, the same as data, or where to look.

Nothing here knows of HTTP libraries: `Explorer.respond` takes a path and gives a `Response`; the server in `vankien.serve` and
the writer of static sites both use it.
"""

from __future__ import annotations

import base64
import contextlib
import posixpath
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from vankien.errors import MissingTool
from vankien.explorer.addresses.dereference import leads_to
from vankien.explorer.addresses.links import LANGUAGES, Links, ServerLinks, split_language
from vankien.explorer.asking import yasgui
from vankien.explorer.book.book import Book
from vankien.explorer.book.read_book import read_book
from vankien.explorer.charts.style import stylesheet
from vankien.explorer.documents.checks import Checks
from vankien.explorer.documents.texts import Texts, find_texts
from vankien.explorer.downloads import Downloads, downloads_of
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Shown, to_html
from vankien.explorer.responding import data
from vankien.explorer.responding.response import HTML, TEXT, Response
from vankien.explorer.responding.routes import find_route
from vankien.explorer.search import build_index, to_script
from vankien.graph.stores.store import Store
from vankien.negotiation import best

ASSET_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
"""The files of ``static/``, by suffix."""

NO_DATA = Response(404, TEXT, b"this page has no such data\n")
"""The answer where a page is asked for as data that it does not have."""

SEARCH_DATA = "search-data.js"

STATIC_ASSETS = ("explorer.css", "explorer.js", "icon.svg", "search.js", SEARCH_DATA)
"""The files of ``static/`` that a static site needs; they are given by ``Explorer.respond("static/...")``."""

FIRST_VISITS: tuple[tuple[str, Sequence[tuple[str, str]]], ...] = (
    ("", ()),
    ("targets", ()),
    ("map", ()),
    ("search", [("q", "a")]),
    ("vocabulary", ()),
    ("programmes", ()),
    ("indicators", ()),
    ("documents", ()),
    ("bodies", ()),
    ("discrepancies", ()),
    ("en", ()),
)
"""The pages that a visitor is likely to ask for first, which between them make what others share."""

OFFERED = {
    "text/html": "html",
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "text/csv": "csv",
    "application/json": "json",
}
"""What a page can be asked for, the first by default."""


def asset(name: str) -> bytes | None:
    """A style sheet or script: ``explorer.css`` is the style of the charts and all files of ``static/css`` in order,
    ``explorer.js`` all of ``static/js``; None if there is no such file."""
    suffix = name.rpartition(".")[2]
    static = files("vankien.explorer") / "static"
    if name in ("icon.svg", "search.js", "yasgui-start.js"):
        return (static / name).read_bytes()
    if name in yasgui.FILES:
        try:
            return yasgui.files()[name]
        except MissingTool:
            return None
    if name not in ("explorer.css", "explorer.js"):
        return None
    parts = sorted((f for f in (static / suffix).iterdir() if f.name.endswith(f".{suffix}")), key=lambda f: f.name)
    charts = [stylesheet().encode()] if suffix == "css" else []
    return b"\n".join([*charts, *(f.read_bytes() for f in parts)])


class Explorer:
    """All pages of one store, which must not change."""

    def __init__(
        self,
        store: Store,
        *,
        base: str | None = None,
        texts: Sequence[Path] = (),
        root: str = "",
    ) -> None:
        """`texts` are files and folders with the texts that the store was read from; raises `CannotRead` for what is not
        there."""
        self.store, self.root = store, root
        self.book: Book = read_book(store, base)
        self._memo: dict[Callable[[Book, Store], Any], Any] = {}
        self.texts = find_texts(texts, self.book) if texts else Texts()
        self.checks = Checks()

    def close(self) -> None:
        """Begin with no more work behind the pages."""
        self.texts.close()
        self.checks.close()

    def warm(self) -> None:
        """Make what many pages share (templates, scoreboards, the index of the search), so that the first visitor need not wait
        for it. A page that fails here says so when it is asked for."""
        for path, params in FIRST_VISITS:
            with contextlib.suppress(Exception):
                self.respond(path, params)

    @property
    def downloads(self) -> Downloads:
        """The files that hold everything."""
        return self._context("", ServerLinks(self.root)).once(downloads_of)

    def respond(
        self, path: str, params: Sequence[tuple[str, str]] = (), accept: str = "", language: str | None = None
    ) -> Response:
        """The answer to a GET of a path (``/en/targets``, decoded, with or without the leading slash).

        `language` is the one that the client prefers; it decides only where an IRI leads, which has no language.
        """
        path = path.strip("/")
        if path.startswith("static/"):
            return self._asset(path.removeprefix("static/"))
        if path.startswith("download/") and (file := self._file(path.removeprefix("download/"))):
            return file
        if redirect := self._dereference(path, accept, language or LANGUAGES[0]):
            return redirect
        bare, language = split_language(path)
        bare, suffix = _split_suffix(bare)
        wanted = suffix or OFFERED.get(best(accept, tuple(OFFERED)) or "")
        if wanted is None:
            return Response(406, TEXT, f"{', '.join(OFFERED)}\n".encode())
        answer = self.page(bare, language, dict(params), ServerLinks(self.root), wanted)
        return Response(406, TEXT, NO_DATA.body) if answer is NO_DATA and not suffix else answer

    def page(self, path: str, language: str, params: Mapping[str, str], links: Links, wanted: str = "html") -> Response:
        """A page by its path, as HTML or data."""
        context, shown = self.show(path, language, params, links)
        if shown is None:
            return Response(404, HTML, to_html(context, not_found(context)))
        if wanted == "html":
            return Response(shown.status, HTML, to_html(context, shown), (("Vary", "Accept"), *shown.headers))
        body = self.data(shown, wanted)
        if body is None:
            return NO_DATA
        return Response(200, data.MEDIA_TYPES[wanted], body, (("Vary", "Accept"),))

    def show(self, path: str, language: str, params: Mapping[str, str], links: Links) -> tuple[Context, Shown | None]:
        """What a page shows, and with what it is made; None if there is no such page."""
        found = find_route(path)
        known = {k: v for k, v in params.items() if found and k in (*found[0].params, "view")}
        context = self._context(path, links, language, known)
        return context, found[0].view(context, found[1]) if found else None

    def _context(
        self, path: str, links: Links, language: str = LANGUAGES[0], params: Mapping[str, str] | None = None
    ) -> Context:
        return Context(self.book, self.store, links, language, path, params or {}, self.texts, self.checks, self._memo)

    def data(self, shown: Shown, wanted: str) -> bytes | None:
        """What a page shows, as data; None if it has no such data."""
        if wanted in ("csv", "json"):
            rows_to = data.rows_to_csv if wanted == "csv" else data.rows_to_json
            return None if shown.rows is None else rows_to(shown.rows)
        if wanted == "svg":
            return None if shown.svg is None else shown.svg().encode()
        if shown.nodes is None or wanted not in ("ttl", "jsonld"):
            return None
        return (data.to_turtle if wanted == "ttl" else data.to_jsonld)(self.store, shown.nodes)

    def editor(
        self,
        path: str,
        params: Sequence[tuple[str, str]],
        accept: str,
        language: str | None,
        query: str,
        outcome: tuple[int, str, bytes],
    ) -> Response:
        """The editor page with a query that the server ran, and what became of it: status, media type, body."""
        from vankien.explorer.views.sparql import editor_page, to_outcome

        bare, language = split_language(path.strip("/"))
        context = self._context(bare, ServerLinks(self.root), language, {"query": query})
        shown = editor_page(context, query, to_outcome(context, query, *outcome))
        return Response(shown.status, HTML, to_html(context, shown), shown.headers)

    def search_data(self) -> bytes:
        """The script with what the search page of a static site searches."""
        return to_script(self._context("", ServerLinks(self.root)).once(build_index))

    def _asset(self, name: str) -> Response:
        body = self.search_data() if name == SEARCH_DATA else asset(name)
        if body is None:
            return Response(404, TEXT, b"no such file\n")
        return Response(200, ASSET_TYPES[name.rpartition(".")[2]], body, (("Cache-Control", "max-age=3600"),))

    def _file(self, name: str) -> Response | None:
        """A file of the download page; None if there is none of this name."""
        made = self.downloads.make(name)
        if made is None:
            return None
        digest = base64.b64encode(bytes.fromhex(made.sha256)).decode()
        headers = (("Content-Disposition", f'attachment; filename="{name}"'), ("Repr-Digest", f"sha-256=:{digest}:"))
        return Response(200, self.downloads.media_type(name), made.body, headers)

    def _dereference(self, path: str, accept: str, language: str) -> Response | None:
        """``/id/...``, ``/concept/...`` and the like, as they stand in IRIs: 303 to the page of it, or to the data."""
        path, suffix = _split_suffix(path)
        leads = leads_to(self.book, self.store, self.downloads, path)
        if leads is None:
            return None
        wanted = suffix or OFFERED.get(best(accept, tuple(OFFERED)) or "")
        links = ServerLinks(self.root)
        if leads.file and (wanted in ("ttl", "jsonld") or not leads.page):
            location = links.file(f"download/{leads.file}.{'jsonld' if wanted == 'jsonld' else 'ttl'}")
        elif wanted in (None, "html") or not leads.data:
            location = links.page(leads.page, language)
        else:
            location = links.data(leads.data, language, wanted)
        return Response(303, TEXT, f"{location}\n".encode(), (("Location", location), ("Vary", "Accept")))


def _split_suffix(path: str) -> tuple[str, str]:
    """The path without ``.ttl`` and the like, and what this asks for; ``index`` is the home page."""
    stem, suffix = posixpath.splitext(path)
    if suffix[1:] not in (*data.MEDIA_TYPES, "html"):
        return path, ""
    return ("" if stem == "index" else stem), suffix[1:]


def not_found(context: Context) -> Shown:
    """The page that says that there is none."""
    return Shown(context.t("Không có trang này", "No such page"), "not-found.html", status=404)
