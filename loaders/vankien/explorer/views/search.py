"""The search page: on a server it answers, in a static site a script does."""

from __future__ import annotations

from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.search import KINDS, build_index, find

LONGEST = 200
"""How many letters of a search are looked at."""


def search(c: Context, rest: str) -> Shown | None:
    """``search?q=...``"""
    if rest:
        return None
    text = c.params.get("q", "")[:LONGEST].strip()
    groups = find(c.once(build_index), text) if text and not c.links.is_static else []
    rows = [(g.kind, e.name.vi, e.name.en, e.detail, e.path) for g in groups for e in g.found]
    return Shown(
        c.t(f"Tìm: {text}", f"Search: {text}") if text else c.t("Tìm", "Search"),
        "search.html",
        {
            "text": text,
            "groups": groups,
            "total": sum(g.total for g in groups),
            "root": c.links.file("index.html").removesuffix("index.html"),
            "kinds": list(KINDS.values()),
        },
        rows=Rows(("kind", "name_vi", "name_en", "detail", "page"), rows) if text else None,
        description=c.t("Tìm trong văn kiện, không cần gõ dấu.", "Search the documents; diacritics are optional."),
    )


ROUTES = (Route("search", search, params=("q",)),)
