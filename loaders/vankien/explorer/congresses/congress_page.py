"""What the page of a congress shows: its targets by group, its programmes, and what changed against the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Congress, Document, Programme, Source
from vankien.explorer.congresses.comparison import Side, reason_why_not
from vankien.explorer.targets.programmes_served import kind_of, kinds_there
from vankien.explorer.targets.scoreboard import Row


@dataclass(frozen=True, slots=True)
class Change:
    """A target that continues one of the congress before, and the key of the reason why their values cannot be compared
    (an empty text if they can)."""

    before: Row
    now: Row
    reason: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed against the congress before: targets that go on, new ones, and those that have no successor."""

    before: Congress
    continued: tuple[Change, ...]
    new: tuple[Row, ...]
    dropped: tuple[Row, ...]


def congress_before(book: Book, congress: Congress) -> Congress | None:
    """The last congress of the same organisation that set targets; None without one, or without a number."""
    if congress.ordinal is None:
        return None
    earlier = [
        c
        for c in book.congresses.values()
        if c.organisation == congress.organisation
        and c.ordinal is not None
        and c.ordinal < congress.ordinal
        and book.targets_of[c.iri]
    ]
    return max(earlier, key=lambda c: c.ordinal or 0, default=None)


def _side(row: Row) -> Side:
    return Side(row.target, row.main.value, row.main.sources)


def _continues(row: Row, earlier: Sequence[Row]) -> Change | None:
    """The target of the same indicator before, with an earlier deadline; one whose value can be compared comes first."""
    found = [
        Change(r, row, reason_why_not(_side(r), _side(row), True))
        for r in earlier
        if r.target.indicator == row.target.indicator and r.target.deadline < row.target.deadline
    ]
    return min(found, key=lambda change: bool(change.reason), default=None)


def changes_of(before: Congress, earlier: Sequence[Row], rows: Sequence[Row]) -> Changes:
    """What changed from the targets of one congress to those of the next, in printed order."""
    continued = [change for row in rows if (change := _continues(row, earlier)) is not None]
    known = {change.now.target.iri for change in continued}
    indicators = {row.target.indicator for row in rows}
    return Changes(
        before,
        tuple(continued),
        tuple(r for r in rows if r.target.iri not in known),
        tuple(r for r in earlier if r.target.indicator not in indicators),
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that was read and speaks of a congress: how many of its targets it states, and where it names it first."""

    document: Document
    statements: int
    source: Source | None


def readings_of(book: Book, congress: Congress) -> tuple[Reading, ...]:
    """The documents that were read and name a congress or state its targets, those with most targets first."""
    targets = {t.iri for t in book.targets_of[congress.iri]}
    counts = {d: 0 for s in congress.sources if (d := book.document_of(s))}
    for statement in book.statements:
        if statement.target in targets and statement.document in book.documents:
            counts[statement.document] = counts.get(statement.document, 0) + 1
    first = {book.document_of(s): s for s in reversed(congress.sources)}
    found = (Reading(book.documents[d], n, first.get(d)) for d, n in counts.items() if d in book.documents)
    return tuple(sorted(found, key=lambda r: (-r.statements, r.document.name.vi, r.document.iri)))


def programmes_by_kind(book: Book, congress: str) -> Mapping[str, tuple[Programme, ...]]:
    """The programmes that a congress set, by kind."""
    held = [p for p in book.programmes.values() if congress in p.set_by]
    return {k: tuple(p for p in held if kind_of(p) == k) for k in kinds_there(held)}
