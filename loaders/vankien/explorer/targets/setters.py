"""What sets targets: congresses, documents, programmes and bodies, with the keys that they have in addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Congress, Period

_PLAIN = re.compile(r"[\d-]+")


def setter_key(book: Book, iri: str) -> str:
    """The key of a congress (``lai-chau-14``), or the path of a document, programme or body (``programme/...``)."""
    held = book.congresses.get(iri)
    return held.key if held else iri.removeprefix(f"{book.base}id/")


def setter_of(book: Book, key: str) -> str:
    """The IRI of what set targets by its key; an empty text if there is none."""
    return next((iri for iri in book.targets_of if setter_key(book, iri) == key), "")


def newest_first(book: Book, congresses: Iterable[Congress]) -> list[Congress]:
    """Congresses by the beginning of their term, the newest first, those of one year by name; those without a term last."""

    def began(congress: Congress) -> int:
        period = book.periods.get(congress.term)
        return int(period.start[:4]) if period else 0

    return sorted(congresses, key=lambda c: (-began(c), c.name.vi, c.iri))


def setting_congresses(book: Book) -> list[Congress]:
    """The congresses that set targets, the newest first."""
    return newest_first(book, (c for c in book.congresses.values() if book.targets_of[c.iri]))


def other_setters(book: Book) -> list[str]:
    """The documents, programmes and bodies that set targets, those with most first."""
    others = (iri for iri, targets in book.targets_of.items() if targets and iri not in book.congresses)
    return sorted(others, key=lambda iri: (-len(book.targets_of[iri]), book.name(iri).vi, iri))


def congress_of(book: Book, key: str) -> Congress | None:
    """A congress by its key."""
    return next((c for c in book.congresses.values() if c.key == key), None)


def period_key(period: Period) -> str:
    """A period in an address: its years (``2023``, ``2020-2025``), else its days.

    >>> period_key(Period("https://w3id.org/vankien/id/period/2023-01-01--2023-12-31", "2023", "2023-01-01", "2023-12-31"))
    '2023'
    """
    return period.label if _PLAIN.fullmatch(period.label) else f"{period.start}--{period.end}"
