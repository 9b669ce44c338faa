"""A `Route`: a first part of paths, and the view that makes its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Shown

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
