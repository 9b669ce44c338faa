"""Filters as links with counts: what a list can be narrowed to, and how many of it would be left.

On a server the filters that are chosen stand in the query, and only what fits is shown. In a static site all is on the page,
and a small script shows what fits by the words after the ``#``; for it every row carries its words (`words_of`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from vankien.explorer.pages.context import Context

T = TypeVar("T")

Words = Callable[[T], Iterable[str]]
"""What a row counts under: keys without spaces."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: its key, its name, how many rows it leaves, where it leads; a chosen one leads back."""

    key: str
    name: str
    count: int
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter: name of the parameter, its title, what may be chosen."""

    param: str
    title: str
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> bool:
        """True if something of it is chosen."""
        return any(c.chosen for c in self.choices)


@dataclass(frozen=True)
class Filters(Generic[T]):
    """The filters of a list: its rows, and by name of the parameter what each row counts under."""

    rows: Sequence[T]
    words: Mapping[str, Words[T]]

    def kept(self, chosen: Mapping[str, str], but: str = "") -> list[T]:
        """The rows that fit all that is chosen, save one filter."""
        asked = [(self.words[p], chosen[p]) for p in self.words if chosen.get(p) and p != but]
        return [r for r in self.rows if all(key in set(words(r)) for words, key in asked)]

    def counts(self, param: str, chosen: Mapping[str, str]) -> Counter[str]:
        """How many rows each key of a filter leaves, with the other filters as they are."""
        return Counter(key for r in self.kept(chosen, param) for key in dict.fromkeys(self.words[param](r)))

    def facet(
        self, c: Context, param: str, title: str, name: Callable[[str], str], order: Sequence[str] | None = None
    ) -> Facet:
        """A filter to be shown: its keys in a given order, else by count; what is chosen is always there."""
        counts, wanted = self.counts(param, c.params), c.params.get(param, "")
        keys = [k for k in order if counts[k]] if order is not None else [k for k, _ in _by_count(counts, name)]
        if wanted and wanted not in keys:
            keys.append(wanted)
        choices = (
            Choice(k, name(k), counts[k], c.here(**{param: "" if k == wanted else k}), k == wanted) for k in keys
        )
        return Facet(param, title, tuple(choices))

    def words_of(self, row: T) -> dict[str, str]:
        """What a row counts under, by parameter."""
        return {param: " ".join(dict.fromkeys(words(row))) for param, words in self.words.items()}


def _by_count(counts: Counter[str], name: Callable[[str], str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda kc: (-kc[1], name(kc[0])))


def useful(facets: Iterable[Facet]) -> list[Facet]:
    """The filters that can change something: with several values, or with one chosen."""
    return [f for f in facets if len(f.choices) > 1 or f.chosen]
