"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import (
    about,
    compare,
    congress,
    download,
    home,
    indicator,
    indicators,
    node,
    places,
    programme_map,
    programmes,
    queries,
    search,
    sparql,
    target,
    targets,
    vocabulary,
)

if TYPE_CHECKING:
    from vankien.explorer.routes import Route

FAMILIES: tuple[tuple[Route, ...], ...] = (
    home.ROUTES,
    indicators.ROUTES,
    indicator.ROUTES,
    targets.ROUTES,
    target.ROUTES,
    programmes.ROUTES,
    programme_map.ROUTES,
    congress.ROUTES,
    places.ROUTES,
    compare.ROUTES,
    vocabulary.ROUTES,
    queries.ROUTES,
    sparql.ROUTES,
    search.ROUTES,
    download.ROUTES,
    about.ROUTES,
    node.ROUTES,
)
"""The routes of all families."""
