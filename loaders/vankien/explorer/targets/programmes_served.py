"""Programmes with what they serve: the targets by how that is known, and the indicators that they only report on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Contribution, Programme
from vankien.explorer.targets.scoreboard import Row, rows_by_target

KINDS = (
    *("key-program", "breakthrough", "solution", "task-group"),
    *("national-target-programme", "scheme", "project"),
)
"""The kinds of programmes, those that congresses set first (``ontology/programme-kinds.ttl``)."""

NO_KIND = "other"
"""The key of programmes of no known kind."""


@dataclass(frozen=True, slots=True)
class Service:
    """A target that a programme serves, with the contribution that says so best."""

    row: Row
    contribution: Contribution


@dataclass(frozen=True, slots=True)
class Served:
    """A programme: the targets that it serves in printed order; by indicator, the contributions that name an indicator of
    none of these targets."""

    programme: Programme
    services: tuple[Service, ...]
    only_reported: Mapping[str, tuple[Contribution, ...]]

    @property
    def idle(self) -> bool:
        """True for a programme that no document ties to a target or an indicator."""
        return not self.services and not self.only_reported

    def by_mode(self, mode: str) -> tuple[Row, ...]:
        """The targets whose link is known in one way."""
        return tuple(s.row for s in self.services if s.contribution.mode == mode)


def kind_of(programme: Programme) -> str:
    """The key of the kind of a programme."""
    return programme.kind or NO_KIND


def kinds_there(programmes: Iterable[Programme]) -> list[str]:
    """The kinds that some programmes have, in order; unknown ones before those of no kind."""
    there = {kind_of(p) for p in programmes}
    known = [k for k in KINDS if k in there]
    return [*known, *sorted(there - set(KINDS) - {NO_KIND}), *([NO_KIND] if NO_KIND in there else [])]


def served(book: Book, store: object = None) -> Mapping[str, Served]:
    """All programmes, by IRI; ask for it by ``Context.once``."""
    services: dict[str, list[Service]] = defaultdict(list)
    for row in rows_by_target(book, store).values():
        for programme, contribution in row.programmes.items():
            services[programme].append(Service(row, contribution))
    return {iri: _served(book, p, tuple(services[iri])) for iri, p in book.programmes.items()}


def _served(book: Book, programme: Programme, services: tuple[Service, ...]) -> Served:
    aimed = {s.row.target.indicator for s in services}
    reported: dict[str, list[Contribution]] = defaultdict(list)
    for c in book.contributions_of[programme.iri]:
        if not c.target and c.indicator not in aimed:
            reported[c.indicator].append(c)
    return Served(programme, services, {i: tuple(held) for i, held in reported.items()})
