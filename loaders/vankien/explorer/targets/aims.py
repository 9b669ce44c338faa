"""The targets of one indicator or place, with their wordings, their latest verdicts and what they are held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vankien.explorer.book.book import Book, grouped
from vankien.explorer.book.records import Contribution, Source, Statement, Target, Value
from vankien.explorer.targets.scoreboard import row_of

_NEVER = "9999"
_MIRRORED = str.maketrans("0123456789", "9876543210")


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: its wordings, the keys of the latest verdicts, stated and computed."""

    target: Target
    wordings: tuple[Statement, ...]
    stated: str = ""
    computed: str = ""

    @property
    def values(self) -> tuple[Value, ...]:
        """What is aimed at, each value once, the first wording's first."""
        numbered = [s.value for s in self.wordings if s.value.number is not None]
        return tuple({(v.comparator, v.number, v.upper, v.unit or v.unit_text): v for v in numbered}.values())

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where its wordings stand."""
        return tuple(source for s in self.wordings for source in s.sources)


def to_aim(book: Book, target: Target) -> Aim:
    """A target with its wordings and latest verdicts."""
    wordings = book.statements_of[target.iri]
    if not wordings:
        return Aim(target, ())
    alone = sum(t.indicator == target.indicator for t in book.targets_of[target.set_by]) <= 1
    row = row_of(book, target, alone, wordings)
    return Aim(target, wordings, row.stated, row.computed)


def term_start(book: Book, setter: str) -> str:
    """The first day of the term of a congress; an empty text for another setter."""
    congress = book.congresses.get(setter)
    return book.periods[congress.term].start if congress and congress.term in book.periods else ""


def by_setter(book: Book, targets: Iterable[Target]) -> Mapping[str, tuple[Aim, ...]]:
    """Targets by what set them: congresses first, those of the latest term first; each by deadline and name."""
    held = grouped(targets, lambda t: t.set_by or "?")

    def order(setter: str) -> tuple[object, ...]:
        return (
            setter not in book.congresses,
            term_start(book, setter).translate(_MIRRORED),
            book.name(setter).vi,
            setter,
        )

    ordered = {
        s: sorted(held[s], key=lambda t: (t.deadline or _NEVER, t.name.vi, t.iri)) for s in sorted(held, key=order)
    }
    return {setter: tuple(to_aim(book, t) for t in those) for setter, those in ordered.items()}


def programmes_for(book: Book, indicator: str) -> Mapping[str, tuple[Contribution, ...]]:
    """The contributions to an indicator and to its targets, by programme."""
    served = (indicator, *(t.iri for t in book.targets_with[indicator]))
    found = grouped((c for iri in served for c in book.contributions_for[iri]), lambda c: c.programme)
    return dict(sorted(found.items(), key=lambda kv: (book.name(kv[0]).vi, kv[0])))
