"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import home, source

if TYPE_CHECKING:
    from vankien.explorer.routes import Route

FAMILIES: tuple[tuple[Route, ...], ...] = (home.ROUTES, source.ROUTES)
"""The routes of all families."""
