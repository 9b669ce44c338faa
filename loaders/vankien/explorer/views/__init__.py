"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import bodies, document, documents, home, source

if TYPE_CHECKING:
    from vankien.explorer.routes import Route

FAMILIES: tuple[tuple[Route, ...], ...] = (home.ROUTES, documents.ROUTES, document.ROUTES, source.ROUTES, bodies.ROUTES)
"""The routes of all families."""
