"""A request for a page → the answer: HTML, the same as data, or where to look.

Nothing here knows of HTTP libraries: `Explorer.respond` takes a path and gives a `Response`; the server in `vankien.serve` and
the writer of static sites both use it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from vankien.explorer import data
from vankien.explorer.book import Book
from vankien.explorer.checks import Checks
from vankien.explorer.context import Context
from vankien.explorer.links import Links, ServerLinks, split_language
from vankien.explorer.negotiate import preferred
from vankien.explorer.page import Shown, to_html
from vankien.explorer.paths import path_of
from vankien.explorer.read_book import read_book
from vankien.explorer.response import HTML, TEXT, Response
from vankien.explorer.routes import find_route
from vankien.explorer.texts import Texts, find_texts
from vankien.graph.store import Store
from vankien.graph.vocabulary import VK_IRI

ASSET_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
"""The files of ``static/``, by suffix."""

OFFERED = {"text/html": "html", "text/turtle": "ttl", "application/ld+json": "jsonld", "text/csv": "csv"}
"""What a page can be asked for, the first by default."""


def asset(name: str) -> bytes | None:
    """A style sheet or script: ``explorer.css`` is all files of ``static/css`` in order, ``explorer.js`` all of ``static/js``;
    None if there is no such file."""
    suffix = name.rpartition(".")[2]
    if name not in ("explorer.css", "explorer.js", "icon.svg"):
        return None
    static = files("vankien.explorer") / "static"
    if suffix == "svg":
        return (static / name).read_bytes()
    parts = sorted((f for f in (static / suffix).iterdir() if f.name.endswith(f".{suffix}")), key=lambda f: f.name)
    return b"\n".join(f.read_bytes() for f in parts)


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
        self.texts = find_texts(texts, self.book) if texts else Texts()
        self.checks = Checks()

    def close(self) -> None:
        """Begin with no more work behind the pages."""
        self.texts.close()
        self.checks.close()

    def respond(self, path: str, params: Sequence[tuple[str, str]] = (), accept: str = "") -> Response:
        """The answer to a GET of a path (``/en/targets``, decoded, with or without the leading slash)."""
        path = path.strip("/")
        if path.startswith("static/"):
            return self._asset(path.removeprefix("static/"))
        if redirect := self._dereference(path, accept):
            return redirect
        bare, language = split_language(path)
        bare, suffix = _split_suffix(bare)
        wanted = suffix or preferred(accept, OFFERED)
        if wanted is None:
            return Response(406, TEXT, f"{', '.join(OFFERED)}\n".encode())
        return self.page(bare, language, dict(params), ServerLinks(self.root), wanted)

    def page(self, path: str, language: str, params: Mapping[str, str], links: Links, wanted: str = "html") -> Response:
        """A page by its path, as HTML or data."""
        found = find_route(path)
        known = {k: v for k, v in params.items() if found and k in (*found[0].params, "view")}
        context = Context(self.book, self.store, links, language, path, known, self.texts, self.checks)
        shown = found[0].view(context, found[1]) if found else None
        if shown is None:
            return Response(404, HTML, to_html(context, not_found(context)))
        if wanted == "html":
            return Response(shown.status, HTML, to_html(context, shown), (("Vary", "Accept"),))
        body = self._data(shown, wanted)
        if body is None:
            return Response(404, TEXT, b"this page has no such data\n")
        return Response(200, data.MEDIA_TYPES[wanted], body, (("Vary", "Accept"),))

    def _data(self, shown: Shown, wanted: str) -> bytes | None:
        if wanted == "csv":
            return None if shown.rows is None else data.rows_to_csv(shown.rows)
        if shown.nodes is None or wanted not in ("ttl", "jsonld"):
            return None
        return (data.to_turtle if wanted == "ttl" else data.to_jsonld)(self.store, shown.nodes)

    def _asset(self, name: str) -> Response:
        body = asset(name)
        if body is None:
            return Response(404, TEXT, b"no such file\n")
        return Response(200, ASSET_TYPES[name.rpartition(".")[2]], body, (("Cache-Control", "max-age=3600"),))

    def _dereference(self, path: str, accept: str) -> Response | None:
        """``/id/...``, ``/concept/...`` and ``/graph/...`` as they stand in IRIs: 303 to the page, or to the data, of it."""
        kind = path.partition("/")[0]
        if kind not in ("id", "ontology", "graph"):
            return None
        base = VK_IRI if kind == "ontology" else self.book.base
        iri = f"{base}{path}"
        if kind == "graph":
            text = next((t for t in self.book.texts.values() if t.graph == iri), None)
            iri = text.document if text else ""
        page = "vocabulary" if kind == "ontology" else path_of(self.book, iri)
        if not page:
            return None
        wanted = preferred(accept, OFFERED)
        links = ServerLinks(self.root)
        plain = page.partition("#")[0]
        location = links.page(page, "vi") if wanted in (None, "html") else links.data(plain, "vi", wanted)
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
