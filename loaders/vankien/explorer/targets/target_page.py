"""What the page of a target shows: the target with all that documents say of it, gathered from the book."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Assessment, Discrepancy, Observation, Statement, Target
from vankien.explorer.targets.scoreboard import Row, results_of, same_case
from vankien.explorer.targets.series import Run, to_runs


@dataclass(frozen=True, slots=True)
class Case:
    """The verdicts as of one day by one document: stated, computed (either may be missing), and the values behind the
    computed one."""

    stated: Assessment | None
    computed: Assessment | None
    values: tuple[Observation, ...]


@dataclass(frozen=True)
class TargetPage:
    """A target: its row, the verdicts by case (the latest first), its series of values, the discrepancies that touch it,
    the targets of the same indicator elsewhere."""

    row: Row
    cases: tuple[Case, ...]
    runs: tuple[Run, ...]
    discrepancies: tuple[Discrepancy, ...]
    similar: tuple[Row, ...]

    @property
    def changed(self) -> tuple[Statement, ...]:
        """The wordings whose value is not that of the main one."""
        return tuple(s for s in self.row.wordings if not same_value(s, self.row.main))


def same_value(a: Statement, b: Statement) -> bool:
    """True for wordings with the same comparator, numbers and unit as printed."""
    one, other = a.value, b.value
    return (one.comparator, one.number, one.upper, one.unit_text) == (
        other.comparator,
        other.number,
        other.upper,
        other.unit_text,
    )


def to_cases(book: Book, row: Row) -> tuple[Case, ...]:
    """The verdicts on a target, each computed one beside the stated one of the same case; the latest first."""
    values = {o.iri: o for o in results_of(book, row.target)}
    left = [a for a in row.verdicts if a.mode == "computed"]
    cases = []
    for stated in reversed([a for a in row.verdicts if a.mode != "computed"]):
        computed = next((a for a in left if same_case(book, stated, a)), None)
        if computed:
            left.remove(computed)
        cases.append(Case(stated, computed, _behind(computed, values)))
    cases += [Case(None, a, _behind(a, values)) for a in reversed(left)]
    return tuple(cases)


def _behind(computed: Assessment | None, values: dict[str, Observation]) -> tuple[Observation, ...]:
    return tuple(values[iri] for iri in computed.derived_from if iri in values) if computed else ()


def discrepancies_of(book: Book, row: Row, observations: Iterable[Observation]) -> tuple[Discrepancy, ...]:
    """The discrepancies that rest on a wording, value or verdict of a target; those that a document has within itself where
    all their lines speak of the target."""
    said: list[Statement | Observation | Assessment] = [*row.wordings, *observations, *row.verdicts]
    lines = {(s.report, s.line) for one in said for s in one.sources}
    iris = {one.iri for one in said}

    def touches(d: Discrepancy) -> bool:
        if d.derived_from:
            return not iris.isdisjoint(d.derived_from)
        return bool(d.sources and d.lines) and all((d.sources[0].report, line) in lines for line in d.lines)

    return tuple(d for d in book.discrepancies if touches(d))


def similar_to(rows: Sequence[Row], target: Target) -> tuple[Row, ...]:
    """The other targets of the same indicator: those for the same place first, then by deadline."""
    found = [r for r in rows if r.target.indicator == target.indicator and r.target.iri != target.iri]
    return tuple(sorted(found, key=lambda r: (r.target.scope != target.scope, r.target.deadline, r.target.iri)))


def to_target_page(book: Book, row: Row, rows: Sequence[Row]) -> TargetPage:
    """All about a target; `rows` are those of all targets."""
    observations = results_of(book, row.target)
    return TargetPage(
        row,
        to_cases(book, row),
        to_runs(book, observations),
        discrepancies_of(book, row, observations),
        similar_to(rows, row.target),
    )
