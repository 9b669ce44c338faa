"""Verdicts that are computed from targets and results. A verdict that a document prints is never touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pyoxigraph import NamedNode

from vankien.graph.deriving.said import Goal, Judged, Said, Seen, Wording
from vankien.graph.terms.scales import to_scale
from vankien.graph.terms.vocabulary import last_part
from vankien.model import Lexicon

DEADLINE_VALUE = "deadline-value"
"""The rule for the value of the deadline's year."""
WHOLE_TERM_VALUE = "whole-term-value"
"""The rule for the value that a document prints for the whole term."""
AVERAGE_OF_YEARS = "average-of-years"
"""The rule for the average of the five single years, for a target of a yearly average."""
VALUE_SO_FAR = "value-so-far"
"""The rule for a value before the deadline, as of a day for which the document prints a verdict itself."""

TERM = 5
"""The years of a term."""

REORGANISED = date(2025, 7, 1)
"""Since this day the country has no districts, and far fewer and larger communes: counts of them made before and after
are counts of different things."""
_REORGANISED_UNITS = frozenset({"commune", "district", "ward", "township", "commune-ward-township", "district-city"})

PASSED = frozenset({"met", "exceeded"})
"""The verdicts of a target that was reached."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a target asks for, on one scale: the worst and the best value that still meets it, which side is better, and
    whether the bound itself is excluded."""

    scale: str
    low: Decimal | None
    high: Decimal | None
    better: str
    strict: bool
    exact: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """One computed verdict: the target, the wording and the observations that it rests on, the period, the rule."""

    goal: Goal
    wording: Wording
    seen: tuple[Seen, ...]
    value: Decimal
    verdict: str
    rule: str
    report: str

    @property
    def period(self) -> NamedNode:
        """The period that decides."""
        return self.seen[-1].period

    @property
    def estimated(self) -> bool:
        """True if an estimate is among the values."""
        return any(s.status in ("estimate", "preliminary") for s in self.seen)


@dataclass
class Assessed:
    """The verdicts, and how often none could be computed, by reason."""

    verdicts: list[Verdict] = field(default_factory=list)
    cannot_tell: Counter[str] = field(default_factory=Counter)


class CannotTell(Exception):
    """Why no verdict can be computed; caught in this module, and counted."""


# --- the judgement -----------------------------------------------------------------------------------------


def to_bounds(wording: Wording, direction: str, lexicon: Lexicon) -> Bounds:
    """What a wording asks for. A bare number is the least for an indicator of which more is better, the most for one of
    which less is better. Raises `CannotTell` for a target without a value, an approximate one, and a bare number of an
    indicator without a direction."""
    if wording.low is None and wording.high is None:
        raise CannotTell("no-value")
    scale = to_scale(Decimal(0), wording.unit, wording.unit_text, lexicon)[0]
    low, high = (
        to_scale(v, wording.unit, wording.unit_text, lexicon)[1] if v is not None else None
        for v in (wording.low, wording.high)
    )
    match wording.comparator:
        case "gt" | "gteq":
            return Bounds(scale, low, None, "higher", wording.comparator == "gt", False)
        case "lt" | "lteq" | "rank-at-most":
            return Bounds(scale, None, high, "lower", wording.comparator == "lt", False)
        case "between":
            return Bounds(scale, low, high, direction, False, False)
        case "eq" | "zero":
            if direction == "higher":
                return Bounds(scale, low, None, "higher", False, True)
            if direction == "lower":
                return Bounds(scale, None, high, "lower", False, True)
            raise CannotTell("no-direction")
    raise CannotTell("approximate")


def _misses(value: Decimal, said: str, bounds: Bounds) -> bool:
    """True if a value lies outside; ``trên 80`` reported as ``trên 80`` lies inside."""
    if bounds.low is not None and (value < bounds.low or (value == bounds.low and bounds.strict and said != "gt")):
        return True
    return bounds.high is not None and (
        value > bounds.high or (value == bounds.high and bounds.strict and said != "lt")
    )


def judge(value: Decimal, said: str, bounds: Bounds, final: bool) -> str:
    """The verdict on a value, with tolerance 0; `said` is the comparator that the report prints before the value.

    Better than the bound is exceeded, the bound itself is met (of ``trên 80`` only where the report repeats ``trên 80``);
    worse is missed, and ``not-yet-met`` before the deadline.
    """
    worse = "missed" if final else "not-yet-met"
    if bounds.low is not None and bounds.high is not None:
        if bounds.low <= value <= bounds.high:
            return "met"
        if bounds.better not in ("higher", "lower"):
            raise CannotTell("no-direction")
        return "exceeded" if (value > bounds.high) == (bounds.better == "higher") else worse
    bound = bounds.low if bounds.low is not None else bounds.high
    weaker = {"higher": ("lt", "lteq"), "lower": ("gt", "gteq")}[bounds.better]
    if said in weaker:
        raise CannotTell("value-is-a-bound")
    if _misses(value, said, bounds):
        return worse
    beyond = value != bound or (said in ("gt", "lt") and not bounds.strict)
    return "exceeded" if beyond else "met"


def contradicts(stated: str, computed: str, plain: bool) -> bool:
    """True if of a stated and a computed verdict one says reached and the other not, or if ``exceeded`` is said of what
    just meets the bound; `plain` is False for a value that the document prints as a bound, and for a target that is a range,
    where ``exceeded`` and ``met`` cannot be told apart.

    >>> contradicts("met", "missed", True), contradicts("met", "exceeded", True), contradicts("exceeded", "met", True)
    (True, False, True)
    """
    if stated in ("not-assessed", "") or not computed:
        return False
    return (stated in PASSED) != (computed in PASSED) or (stated == "exceeded" and computed == "met" and plain)


# --- what is compared with what ----------------------------------------------------------------------------


def _same_bounds(wordings: Sequence[Wording], lexicon: Lexicon) -> bool:
    def on_scale(w: Wording) -> tuple[object, ...]:
        return (
            w.comparator,
            *(to_scale(v, w.unit, w.unit_text, lexicon) if v is not None else None for v in (w.low, w.high)),
        )

    return len({on_scale(w) for w in wordings}) == 1


def _wanted(wordings: Sequence[Wording], report: str, lexicon: Lexicon) -> Wording:
    """The wording that a report's results are measured by: its own table's, else its own, else the only one there is."""
    own = [w for w in wordings if w.at.report == report]
    for among in ([w for w in own if w.at.in_table], own, list(wordings)):
        if among:
            if not _same_bounds(among, lexicon):
                raise CannotTell("wordings-differ")
            return among[0]
    raise CannotTell("no-wording")


def _one(values: Sequence[Seen]) -> Seen | None:
    """The one value among several of a period: that of a table first; raises `CannotTell` if they differ."""
    among = [v for v in values if v.at.in_table] or list(values)
    if len({(v.value, v.unit, v.unit_text, v.upper, v.comparator) for v in among}) > 1:
        raise CannotTell("values-differ")
    return among[0] if among else None


def _years(first: date, last: date) -> int:
    return last.year - first.year + 1


def _is_year(seen: Seen) -> bool:
    return seen.first.year == seen.last.year and (seen.first.month, seen.first.day) == (1, 1)


def _is_term(seen: Seen, deadline: date) -> bool:
    return seen.last == deadline and 4 <= _years(seen.first, seen.last) <= 6


def _deciding(seen: Sequence[Seen], deadline: date, yearly: bool) -> tuple[tuple[Seen, ...], Decimal, str]:
    """The observations that decide, the value that they give, and the rule."""
    term = [s for s in seen if _is_term(s, deadline)]
    last = [s for s in seen if _is_year(s) and s.last == deadline]
    if (whole := _one([s for s in term if s.at.in_table or yearly])) is not None:
        return (whole,), whole.value, WHOLE_TERM_VALUE
    if yearly:
        years = [_one([s for s in seen if _is_year(s) and s.last.year == deadline.year - n]) for n in range(4, -1, -1)]
        found = tuple(y for y in years if y is not None)
        if (
            len(found) == 5
            and len({(y.unit, y.unit_text) for y in found}) == 1
            and not any(y.comparator for y in found)
        ):
            return found, sum((y.value for y in found), Decimal(0)) / 5, AVERAGE_OF_YEARS
        raise CannotTell("no-average" if found else "no-result")
    if (final := _one(last)) is not None:
        return (final,), final.value, DEADLINE_VALUE
    raise CannotTell("basis-unknown" if term else "no-result")


def _so_far(seen: Sequence[Seen], at: date, yearly: bool) -> tuple[tuple[Seen, ...], Decimal, str]:
    """The value as of a day before the deadline."""
    same_day = [s for s in seen if s.last == at]
    longest = max((s.last - s.first for s in same_day), default=None)
    wanted = [s for s in same_day if (s.last - s.first == longest if yearly else _is_year(s))] or same_day
    value = _one(wanted)
    if value is None:
        raise CannotTell("no-result")
    return (value,), value.value, VALUE_SO_FAR


def _direction(indicator: NamedNode, lexicon: Lexicon) -> str:
    concept = lexicon.concept("indicators", last_part(indicator.value))
    return concept.first("direction") if concept and concept.iri == indicator.value else ""


def _verdict(
    goal: Goal, wordings: Sequence[Wording], seen: Sequence[Seen], at: date, report: str, lexicon: Lexicon
) -> Verdict:
    """The verdict on one target as of one day by the values of one report; raises `CannotTell`."""
    deadline = goal.deadline
    if deadline is None:
        raise CannotTell("no-deadline")
    wording = _wanted(wordings, report, lexicon)
    final, yearly = at == deadline, wording.basis in ("yearly", "yearly-average")
    used, value, rule = _deciding(seen, deadline, yearly) if final else _so_far(seen, at, yearly)
    bounds = to_bounds(wording, _direction(goal.indicator, lexicon), lexicon)
    scale, on_scale = to_scale(value, used[-1].unit, used[-1].unit_text, lexicon)
    if scale != bounds.scale:
        raise CannotTell("units-differ")
    if wording.unit in _REORGANISED_UNITS and deadline.year <= REORGANISED.year and used[-1].last >= REORGANISED:
        raise CannotTell("territory-changed")
    if any(s.upper is not None for s in used):
        raise CannotTell("value-is-a-range")
    verdict = judge(on_scale, used[-1].comparator, bounds, final)
    return Verdict(goal, wording, used, value, verdict, rule, report)


def _days(goal: Goal, judged: Iterable[Judged], seen: Sequence[Seen]) -> set[date]:
    """The deadline if there is a value for it, and the earlier days of the term as of which a table of the report prints
    a verdict of its own."""
    deadline = goal.deadline
    if deadline is None:
        return set()
    days = {j.last for j in judged if j.at.in_table and j.last is not None}
    days |= {s.last for s in seen if s.last == deadline}
    return {day for day in days if day <= deadline and day.year > deadline.year - TERM}


def _cases(said: Said) -> Iterator[tuple[Goal, list[Wording], str, list[Seen], list[Judged]]]:
    """Every target with the reports that have values for its indicator, of the same place and scope."""
    wordings: dict[NamedNode, list[Wording]] = {}
    for wording in said.wordings:
        wordings.setdefault(wording.target, []).append(wording)
    seen: dict[tuple[NamedNode, NamedNode | None, str], dict[str, list[Seen]]] = {}
    for value in said.seen:
        of_scope = seen.setdefault((value.indicator, value.place, value.scope_note), {})
        of_scope.setdefault(value.at.report, []).append(value)
    judged: dict[tuple[NamedNode, str], list[Judged]] = {}
    for verdict in said.judged:
        judged.setdefault((verdict.indicator, verdict.at.report), []).append(verdict)
    for goal in said.goals.values():
        for report, values in sorted(seen.get((goal.indicator, goal.scope, goal.scope_note), {}).items()):
            yield goal, wordings.get(goal.node, []), report, values, judged.get((goal.indicator, report), [])


def assess(said: Said, lexicon: Lexicon) -> Assessed:
    """Compute the verdict on every target that has a value: as of its deadline, and as of each earlier day for which
    the report prints a verdict itself. Where basis, unit or values do not allow it, the reason is counted."""
    result = Assessed()
    for goal, wordings, report, seen, judged in _cases(said):
        for at in sorted(_days(goal, judged, seen)):
            try:
                result.verdicts.append(_verdict(goal, wordings, seen, at, report, lexicon))
            except CannotTell as reason:
                result.cannot_tell[str(reason)] += 1
    return result
