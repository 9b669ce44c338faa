"""The targets of a congress, plan or programme with what came of them: `Book` → rows in printed order.

What belongs to a target is decided in `vankien.graph.deriving.choose`, as for the table of targets that is written for Word and Excel.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Assessment, Contribution, Observation, Source, Statement, Target
from vankien.explorer.charts.model import MODES
from vankien.graph.deriving.assess import contradicts
from vankien.graph.deriving.choose import Goal, Judged, Printed, by_target, in_term, is_result, judges

NEAR = 12
"""How many lines may lie between a verdict and its value: the rows of a table that was read from a page are that high."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a target by one day: the verdict that a document prints, the one that was computed for the same
    document and day, the values that they rest on, and whether the two verdicts contradict each other."""

    stated: Assessment | None = None
    computed: Assessment | None = None
    results: tuple[Observation, ...] = ()
    differs: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A target: its wordings, the main one first; the values of its indicator and scope within its term; the verdicts in
    the order of time; the programmes that serve it, each by its best contribution."""

    target: Target
    wordings: tuple[Statement, ...]
    results: tuple[Observation, ...] = ()
    verdicts: tuple[Assessment, ...] = ()
    serving: Mapping[str, Contribution] | None = None
    outcome: Outcome = Outcome()

    @property
    def main(self) -> Statement:
        """The main wording."""
        return self.wordings[0]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the main wording and the stated verdict stand, the first line of each; a line that has both once."""
        said: list[Statement | Assessment] = [self.main, *([self.outcome.stated] if self.outcome.stated else [])]
        return tuple({(s.report, s.line): s for one in said for s in one.sources[:1]}.values())

    @property
    def stated(self) -> str:
        """The key of the stated verdict, or an empty text."""
        return self.outcome.stated.verdict if self.outcome.stated else ""

    @property
    def computed(self) -> str:
        """The key of the computed verdict, or an empty text."""
        return self.outcome.computed.verdict if self.outcome.computed else ""

    @property
    def programmes(self) -> Mapping[str, Contribution]:
        """The programmes that serve the target, with the contribution that says so best."""
        return self.serving or {}


# --- time -----------------------------------------------------------------------------------------------------


def _ended(book: Book, period: str) -> int | None:
    found = book.periods.get(period)
    return found.years[1] if found else None


def _due(target: Target) -> int | None:
    return int(target.deadline[:4]) if target.deadline else None


def report_of(said: Statement | Observation | Assessment | Contribution) -> str:
    """The id of the report that something was first read in."""
    return said.sources[0].report if said.sources else ""


def _when(book: Book, assessment: Assessment) -> tuple[str, str, str]:
    """Later verdicts last: by the last day that they cover, the date of the document, the first day."""
    period = book.periods.get(assessment.as_of)
    text = book.text_of_report.get(report_of(assessment))
    dated = book.documents[text.document].date if text and text.document in book.documents else ""
    return (period.end if period else "", dated, period.start if period else "")


# --- what belongs to a target ---------------------------------------------------------------------------------


def _scope(book: Book, note: str, place: str) -> str:
    return note or (book.name(place).vi if place else "")


def results_of(book: Book, target: Target) -> tuple[Observation, ...]:
    """The values of a target's indicator and scope, of any time, in the order of documents."""
    wanted = _scope(book, target.scope_note, target.scope)
    return tuple(
        o
        for o in book.observations_of[target.indicator]
        if is_result(o.period, _scope(book, o.scope_note, o.place), wanted)
    )


def verdicts_of(book: Book, target: Target, alone: bool) -> tuple[Assessment, ...]:
    """The verdicts on a target, in the order of time.

    A verdict that names neither a target nor a period may be about the term before: it judges none.
    """
    goal = Goal(target.iri, target.indicator, target.scope, _due(target), alone)
    spoken = {a.iri: a for a in (*book.assessments_of[target.iri], *book.assessments_on[target.indicator])}
    found = [
        a
        for a in spoken.values()
        if (a.target or a.as_of) and judges(Judged(a.target, a.indicator, a.place, _ended(book, a.as_of)), goal)
    ]
    return tuple(sorted(found, key=lambda a: _when(book, a)))


def setters_of(book: Book, programme: str) -> frozenset[str]:
    """Who set a programme, and that programme itself: they may have set targets that it serves."""
    held = book.programmes.get(programme)
    return frozenset((programme, *(held.set_by if held else ())))


def serving(book: Book, target: Target) -> dict[str, Contribution]:
    """The programmes that serve a target, each with the contribution that says so best.

    A contribution to the indicator alone counts where the target's setter set the programme, and where none names the target.
    """
    to_indicator = (
        c
        for c in book.contributions_for[target.indicator]
        if not c.target and target.set_by in setters_of(book, c.programme)
    )
    found: dict[str, Contribution] = {}
    for named in (book.contributions_for[target.iri], to_indicator):
        known = (c for c in named if c.mode in MODES and c.programme in book.programmes)
        for c in sorted(known, key=lambda c: MODES.index(c.mode)):
            found.setdefault(c.programme, c)
    return found


def _printed(book: Book, statement: Statement) -> Printed:
    first = statement.sources[0] if statement.sources else None
    place = (first.report, first.line, f"{first.start + 1:09}") if first else ("", 0, "")
    return Printed(statement.target, book.targets[statement.target].group, *place)


def scoreboard(book: Book, setter: str) -> tuple[Row, ...]:
    """The targets that a congress, document or programme set: by group, and in printed order."""
    targets = book.targets_of[setter]
    owners = Counter(t.indicator for t in targets)
    said = [s for t in targets for s in book.statements_of[t.iri]]
    rows = []
    for wordings in by_target(said, lambda s: _printed(book, s)):
        target = book.targets[wordings[0].target]
        rows.append(row_of(book, target, owners[target.indicator] == 1, wordings))
    return tuple(rows)


def scoreboards(book: Book, store: object = None) -> Mapping[str, tuple[Row, ...]]:
    """The rows of all that set targets; ask for it by ``Context.once``, so that it is made once for all pages."""
    return {setter: scoreboard(book, setter) for setter in book.targets_of}


def rows_by_target(book: Book, store: object = None) -> Mapping[str, Row]:
    """The row of each target; ask for it by ``Context.once``."""
    return {row.target.iri: row for rows in scoreboards(book, store).values() for row in rows}


def row_of(book: Book, target: Target, alone: bool, wordings: Sequence[Statement]) -> Row:
    """One target with its latest outcome."""
    due = _due(target)
    results = tuple(o for o in results_of(book, target) if in_term(_ended(book, o.period), due))
    verdicts = verdicts_of(book, target, alone)
    row = Row(target, tuple(wordings), results, verdicts, serving(book, target))
    return replace(row, outcome=outcome(book, row, _within_term(book, row)))


def _within_term(book: Book, row: Row) -> list[Assessment]:
    due = _due(row.target)
    return [a for a in row.verdicts if in_term(_ended(book, a.as_of), due)]


# --- what came of it ------------------------------------------------------------------------------------------


def same_case(book: Book, stated: Assessment, computed: Assessment) -> bool:
    """True for verdicts by the values of one document as of one day."""
    return report_of(stated) == report_of(computed) and _ended(book, stated.as_of) == _ended(book, computed.as_of)


def _values_near(book: Book, row: Row, stated: Assessment) -> tuple[Observation, ...]:
    """The value that a document gives beside its verdict: of the same last year, that which stands nearest."""
    if not stated.sources:
        return ()
    at, ended = stated.sources[0], _ended(book, stated.as_of)
    near = [
        (abs(o.sources[0].line - at.line), o.period != stated.as_of, o)
        for o in row.results
        if report_of(o) == at.report and (ended is None or _ended(book, o.period) == ended)
    ]
    limit = 0 if ended is None else NEAR
    near = [n for n in near if n[0] <= limit]
    return (min(near, key=lambda n: (n[1], n[0], n[2].iri))[2],) if near else ()


def _values_behind(row: Row, computed: Assessment) -> tuple[Observation, ...]:
    behind = set(computed.derived_from)
    return tuple(o for o in row.results if o.iri in behind)


def outcome(book: Book, row: Row, verdicts: Sequence[Assessment]) -> Outcome:
    """What came of a target by the last of some verdicts (in the order of time); without any, its last value."""
    stated = next((a for a in reversed(verdicts) if a.mode == "stated"), None)
    computed_ones = [a for a in reversed(verdicts) if a.mode == "computed"]
    computed = next((a for a in computed_ones if stated is None or same_case(book, stated, a)), None)
    if computed is not None:
        results = _values_behind(row, computed)
    elif stated is not None:
        results = _values_near(book, row, stated)
    else:
        results = _last(book, row)
    return Outcome(stated, computed, results, _differs(row, stated, computed, results))


def _last(book: Book, row: Row) -> tuple[Observation, ...]:
    ended = max((_ended(book, o.period) or 0 for o in row.results), default=0)
    last = [o for o in row.results if _ended(book, o.period) == ended]
    return tuple(last[-1:])


def _same_row(stated: Assessment, result: Observation) -> bool:
    pairs = zip(stated.sources[:1], result.sources[:1], strict=False)
    return any(a.report == b.report and abs(a.line - b.line) <= NEAR for a, b in pairs)


def _differs(row: Row, stated: Assessment | None, computed: Assessment | None, results: Sequence[Observation]) -> bool:
    """True for verdicts of one row that contradict each other; a verdict of another place may be about something else."""
    if stated is None or computed is None or not results or not _same_row(stated, results[-1]):
        return False
    wording = next((w for w in row.wordings if w.iri in computed.derived_from), row.main)
    plain = wording.value.comparator != "between" and all(o.value.comparator == "eq" for o in results[-1:])
    return contradicts(stated.verdict, computed.verdict, plain)


# --- several assessments of one congress ----------------------------------------------------------------------


def assessed_periods(book: Book, rows: Iterable[Row]) -> dict[str, int]:
    """The periods as of which documents print verdicts on targets, in the order of time, with the number of targets."""
    found = Counter(p for r in rows for p in {a.as_of for a in _within_term(book, r) if a.mode == "stated" and a.as_of})
    return {p: found[p] for p in book.periods if p in found}


def as_of(book: Book, rows: Iterable[Row], period: str) -> tuple[Row, ...]:
    """The rows with the outcome as of one period: its stated verdict, and what was computed for the same case."""

    def fits(a: Assessment) -> bool:
        return a.as_of == period if a.mode == "stated" else _ended(book, a.as_of) == _ended(book, period)

    return tuple(replace(r, outcome=outcome(book, r, [a for a in _within_term(book, r) if fits(a)])) for r in rows)


# --- overviews ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Group:
    """Targets under one heading: the number of their group in the report (None for those of no group), the key of the
    theme that most of their indicators have (or an empty text)."""

    number: int | None
    theme: str
    rows: tuple[Row, ...]


def theme_of(book: Book, target: Target) -> str:
    """The key of the first theme of a target's indicator, or an empty text."""
    indicator = book.indicators.get(target.indicator)
    return next(iter(indicator.themes), "") if indicator else ""


def to_groups(book: Book, rows: Iterable[Row]) -> tuple[Group, ...]:
    """Rows → groups in printed order: first those with a number, then the rest by theme, those of no theme last."""
    held: dict[tuple[int | None, str], list[Row]] = {}
    for row in rows:
        number = row.target.group
        held.setdefault((number, "" if number is not None else theme_of(book, row.target)), []).append(row)
    ordered = sorted(held.items(), key=lambda kr: (kr[0][0] is None, kr[0][0] is None and not kr[0][1]))
    return tuple(Group(number, theme or _usual_theme(book, found), tuple(found)) for (number, theme), found in ordered)


def _usual_theme(book: Book, rows: Sequence[Row]) -> str:
    counts = Counter(t for r in rows if (t := theme_of(book, r.target)))
    return counts.most_common(1)[0][0] if counts else ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many targets there are, and how many have each verdict: stated, and computed; how often these contradict."""

    targets: int
    stated: Mapping[str, int]
    computed: Mapping[str, int]
    differ: int


def tally(rows: Sequence[Row]) -> Tally:
    """The counts of some rows; targets without a verdict count under an empty text."""
    stated, computed = Counter(r.stated for r in rows), Counter(r.computed for r in rows)
    return Tally(len(rows), stated, computed, sum(r.outcome.differs for r in rows))
