"""Which view makes which page.

Every family of pages is a module of ``views/`` with its own ``ROUTES`` (see `Route`); here they are put together.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from vankien.explorer.pages.route import Route
from vankien.explorer.views import FAMILIES


@cache
def routes() -> Mapping[str, Route]:
    """All routes by prefix."""
    found = [route for family in FAMILIES for route in family]
    by_prefix = {route.prefix: route for route in found}
    if len(by_prefix) != len(found):
        raise ValueError(f"two routes have one prefix: {sorted(r.prefix for r in found)}")
    return by_prefix


def find_route(path: str) -> tuple[Route, str] | None:
    """The route of a path and the rest of the path; the longest prefix wins."""
    parts = path.split("/") if path else []
    for length in range(len(parts), -1, -1):
        route = routes().get("/".join(parts[:length]))
        if route is not None and (length or not parts):
            return route, "/".join(parts[length:])
    return None
