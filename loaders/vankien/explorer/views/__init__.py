"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import home, indicator, indicators, programmes, target, targets

if TYPE_CHECKING:
    from vankien.explorer.routes import Route

FAMILIES: tuple[tuple[Route, ...], ...] = (home.ROUTES, indicators.ROUTES, indicator.ROUTES, targets.ROUTES, target.ROUTES, programmes.ROUTES)
"""The routes of all families."""
