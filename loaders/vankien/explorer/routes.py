"""Which view makes which page.

A `Route` is a first part of the path. Every family of pages is a module of ``views/`` with its own ``ROUTES``; here they are
put together. `instances` lists all pages of a route, so that a static site can be written and every page can be tested.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from vankien.explorer.book import Book
from vankien.explorer.context import Context
from vankien.explorer.page import Shown

View = Callable[[Context, str], Shown | None]
"""A view takes the context and the rest of the path after the route's own (``""`` for the route itself); None if there is
no such page."""


def _only_itself(book: Book) -> Iterable[str]:
    return ("",)


@dataclass(frozen=True, slots=True)
class Route:
    """A first part of paths, the view of all below it, and the rests of path that there are. `faces` are the values of
    ``view`` that make another page of each; `served_only` pages need a server and are left out of a static site; `params` are
    the names of the parameters that the view knows."""

    prefix: str
    view: View
    instances: Callable[[Book], Iterable[str]] = _only_itself
    faces: tuple[str, ...] = ()
    served_only: bool = False
    params: tuple[str, ...] = ()

    def paths(self, book: Book) -> Iterable[str]:
        """The paths of all its pages."""
        return (f"{self.prefix}/{rest}".strip("/") if rest else self.prefix for rest in self.instances(book))


@cache
def routes() -> Mapping[str, Route]:
    """All routes by prefix; the families of pages are imported here, when the first page is asked for."""
    from vankien.explorer.views import FAMILIES

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
