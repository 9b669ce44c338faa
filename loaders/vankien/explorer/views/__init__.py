"""The families of pages."""

from __future__ import annotations

from vankien.explorer.pages.route import Route
from vankien.explorer.views import (
    about,
    bodies,
    compare,
    congress,
    corrections,
    discrepancies,
    document,
    documents,
    download,
    home,
    indicator,
    indicators,
    node,
    places,
    programme_map,
    programmes,
    quality,
    queries,
    search,
    source,
    sparql,
    target,
    targets,
    vocabulary,
)

FAMILIES: tuple[tuple[Route, ...], ...] = (
    home.ROUTES,
    indicators.ROUTES,
    indicator.ROUTES,
    places.ROUTES,
    compare.ROUTES,
    vocabulary.ROUTES,
    queries.ROUTES,
    sparql.ROUTES,
    search.ROUTES,
    download.ROUTES,
    about.ROUTES,
    node.ROUTES,
    targets.ROUTES,
    target.ROUTES,
    programmes.ROUTES,
    programme_map.ROUTES,
    congress.ROUTES,
    documents.ROUTES,
    document.ROUTES,
    source.ROUTES,
    bodies.ROUTES,
    discrepancies.ROUTES,
    quality.ROUTES,
    corrections.ROUTES,
)
"""The routes of all families."""
