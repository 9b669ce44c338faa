"""The families of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vankien.explorer.views import congress, home, indicator, indicators, programme_map, programmes, target, targets

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
)
"""The routes of all families."""
