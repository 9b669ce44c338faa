"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import bodies, discrepancies, document, documents, home, quality, source

if TYPE_CHECKING:
    from vankien.explorer.routes import Route

FAMILIES: tuple[tuple[Route, ...], ...] = (
    home.ROUTES,
    documents.ROUTES,
    document.ROUTES,
    source.ROUTES,
    bodies.ROUTES,
    discrepancies.ROUTES,
    quality.ROUTES,
)
"""The routes of all families."""
