"""Targets, observations, assessments, discrepancies and findings → triples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from vankien.graph.deriving.assess import TERM
from vankien.graph.describing.entities import Entities
from vankien.graph.terms.sheet import day, decimal, integer, label, text
from vankien.graph.terms.spans import deadline_day, period_span
from vankien.graph.terms.vocabulary import QB, RDFS, SCHEMA, VK
from vankien.model import Assessment, Discrepancy, Evidence, Finding, Observation, Target
from vankien.vietnamese import parse_roman

_YEARS_OF_TERM = re.compile(r"20\d\d-20\d\d")
COMPARATORS = {"=": "eq", ">=": "gteq", ">": "gt", "<=": "lteq", "<": "lt", "~": "approximately", "range": "between"}
"""The comparators of the facts → the keys of ``ontology/comparators.ttl``."""


@dataclass
class Stated:
    """The targets that a document states: by indicator with the year of the deadline (None if it has none), and by
    indicator and first line of the row of a table; with the place of each (None for a scope that is no listed place).
    `told` is the year in which the document tells its results, None if it does not say."""

    told: int | None = None
    due: dict[NamedNode, dict[NamedNode, int | None]] = field(default_factory=dict)
    rows: dict[tuple[NamedNode, int], NamedNode] = field(default_factory=dict)
    places: dict[NamedNode, NamedNode | None] = field(default_factory=dict)

    def add(self, indicator: NamedNode, target: NamedNode, place: NamedNode | None, fact: Target) -> None:
        """Remember a target by its indicator, and by its row."""
        self.places[target] = place
        deadline = deadline_day(fact.by)
        self.due.setdefault(indicator, {})[target] = deadline.year if deadline else None
        if fact.evidence.rule.startswith("table-"):
            self.rows[indicator, fact.evidence.first_line] = target

    def place_of(self, target: NamedNode | None) -> NamedNode | None:
        """The place that a target applies to, if it is one of these and in the list of places."""
        return self.places.get(target) if target is not None else None

    def row_of(self, indicator: NamedNode, evidence: Evidence) -> NamedNode | None:
        """The target of the row that a verdict was read from; None for a verdict in prose."""
        return self.rows.get((indicator, evidence.first_line)) if evidence.rule.startswith("table-") else None

    def judged(self, indicator: NamedNode, as_of: str | None) -> set[NamedNode]:
        """The targets that a verdict on an indicator may be about: those in whose term its period ends; without a period
        those whose term had begun before the document told it (no result is one of a term to come)."""
        due, span = self.due.get(indicator, {}), period_span(as_of)
        if span is None:
            return {t for t, year in due.items() if year is None or self.told is None or year - TERM < self.told}
        return {t for t, year in due.items() if year is None or year - TERM < span[1].year <= year}


@dataclass
class Numbering:
    """Counts what was said on each line, so that two statements of one line get two IRIs."""

    counts: Counter[tuple[str, int, str]] = field(default_factory=Counter)

    def next(self, kind: str, evidence: Evidence) -> int:
        """1 for the first statement of a kind on a line with one quote, 2 for the second ..."""
        self.counts[kind, evidence.line, evidence.quote] += 1
        return self.counts[kind, evidence.line, evidence.quote]


def _state(e: Entities, numbers: Numbering, kind: str, cls: NamedNode, evidence: Evidence) -> NamedNode:
    node = e.iris.statement(kind, evidence, numbers.next(kind, evidence))
    e.sheet.typed(node, cls)
    e.say(node, evidence)
    return node


def _scope(e: Entities, scope: str | None) -> tuple[NamedNode | None, str]:
    """The place that a scope names (the province of the document when none is given), and the key of the scope."""
    place = e.place(scope) if scope else e.own_place()
    if place is not None:
        return place, e.iris.key_of(place)
    return None, e.iris.key_of(e.iris.place(scope, apart=True)) if scope else "unstated"


def _unit(e: Entities, node: NamedNode, printed: str | None) -> None:
    e.sheet.add(node, VK.unit, e.spelt("units", printed))
    e.sheet.add(node, SCHEMA.unitText, text(printed))


# --- targets --------------------------------------------------------------------------------------------


def is_plan(set_by: str) -> bool:
    """True where the document itself, a plan, is the setter."""
    return set_by == "plan" or set_by.startswith("plan-")


def setter_of(e: Entities, set_by: str, evidence: Evidence) -> NamedNode:
    """Who set a target: the congress of that number or term, the document itself (``plan-2025``), a document, a body, a
    programme."""
    if parse_roman(set_by):
        return e.own_congress(set_by)
    if _YEARS_OF_TERM.fullmatch(set_by):
        return e.congress_of_term(set_by)
    if is_plan(set_by):
        return e.document
    if e.is_programme(set_by):
        return e.programme(set_by)
    document = e.known_document(set_by) or e.titled(set_by)
    if document is not None:
        return document
    if e.genre_of(set_by) or set_by[:1].isdigit():
        return e.mentioned_document(set_by, evidence)
    return e.body(set_by) if e.sounds_like_body(set_by) else e.programme(set_by, evidence)


def _bounds(e: Entities, node: NamedNode, fact: Target) -> None:
    low = fact.comparator in (">", ">=", "range")
    high = fact.comparator in ("<", "<=")
    predicate = SCHEMA.minValue if low else SCHEMA.maxValue if high else SCHEMA.value
    e.sheet.add(node, predicate, decimal(fact.value))
    e.sheet.add(node, SCHEMA.maxValue, decimal(fact.upper))


def add_target(e: Entities, numbers: Numbering, fact: Target) -> tuple[NamedNode, NamedNode, NamedNode | None]:
    """Write a commitment and this wording of it; gives the indicator, the target, and its place if that is listed."""
    indicator = e.indicator(fact.indicator, fact.concept, fact.evidence)
    setter = setter_of(e, fact.set_by, fact.evidence)
    due = deadline_day(fact.by)
    statement = _state(e, numbers, "statement", VK.TargetStatement, fact.evidence)
    place, scope = _scope(e, fact.scope)
    target = e.sheet.typed(e.iris.target(setter, indicator, scope, due), VK.Target)
    e.sheet.add(target, VK.indicator, indicator)
    e.sheet.add(target, VK.setBy, setter)
    e.sheet.add(target, VK.scope, place)
    e.sheet.add(target, VK.scopeNote, text(fact.scope) if place is None else None)
    e.sheet.add(target, VK.deadline, day(due))
    if not e.sheet.says(target, VK.targetGroup):  # restated in another item, it stays where it was first listed
        e.sheet.add(target, VK.targetGroup, integer(fact.group))
    e.sheet.labelled(target, fact.indicator + (f" ({fact.by})" if fact.by else ""))
    e.sheet.add(statement, VK.states, target)
    e.sheet.add(statement, VK.comparator, e.listed("comparators", COMPARATORS.get(fact.comparator)))
    _bounds(e, statement, fact)
    _unit(e, statement, fact.unit)
    e.sheet.add(statement, VK.basis, e.notated("bases", fact.per))
    e.sheet.add(statement, VK.printed, text(fact.text or fact.evidence.quote))
    e.comment(statement, fact.indicator)
    return indicator, target, place


# --- observations and assessments -------------------------------------------------------------------------


def add_observation(e: Entities, numbers: Numbering, fact: Observation) -> NamedNode:
    """Write a reported value; gives its node."""
    node = _state(e, numbers, "observation", VK.Observation, fact.evidence)
    e.sheet.typed(node, QB.Observation)
    e.sheet.add(node, VK.indicator, e.indicator(fact.indicator, fact.concept, fact.evidence))
    place, _ = _scope(e, fact.scope)
    e.sheet.add(node, VK.place, place)
    e.sheet.add(node, VK.scopeNote, text(fact.scope) if place is None else None)
    e.sheet.add(node, VK.period, e.period(fact.period))
    e.sheet.add(node, VK.value, decimal(fact.value))
    e.sheet.add(node, VK.upperValue, decimal(fact.upper))
    e.sheet.add(node, VK.comparator, e.listed("comparators", COMPARATORS.get(fact.comparator or "")))
    _unit(e, node, fact.unit)
    e.sheet.add(node, VK.status, e.listed("statuses", fact.status))
    e.sheet.add(node, VK.change, text(fact.change))
    e.sheet.add(node, VK.foundIn, text(fact.where))
    e.comment(node, fact.indicator)
    return node


def add_assessment(
    e: Entities,
    numbers: Numbering,
    fact: Assessment,
    targets: Stated,
) -> NamedNode:
    """Write a printed verdict; it is tied to the target of its row of a table, else to the document's target of that
    indicator in whose term it judges, when there is exactly one."""
    node = _state(e, numbers, "assessment", VK.Assessment, fact.evidence)
    indicator = e.indicator(fact.indicator, fact.concept, fact.evidence)
    e.sheet.add(node, VK.indicator, indicator)
    row = targets.row_of(indicator, fact.evidence)
    matching = {row} if row is not None else targets.judged(indicator, fact.as_of)
    goal = next(iter(matching)) if len(matching) == 1 else None
    e.sheet.add(node, VK.target, goal)
    place = _scope(e, fact.scope)[0] if fact.scope else targets.place_of(goal) or e.own_place()
    e.sheet.add(node, VK.place, place)
    e.sheet.add(node, VK.asOf, e.period(fact.as_of))
    e.sheet.add(node, VK.verdict, e.spelt("verdicts", fact.verdict))
    e.sheet.add(node, VK.percentOfTarget, decimal(fact.percent))
    e.sheet.add(node, VK.mode, e.listed("modes", "stated"))
    e.comment(node, fact.indicator)
    return node


# --- what a person should look at -----------------------------------------------------------------------------


def add_discrepancy(e: Entities, numbers: Numbering, fact: Discrepancy) -> NamedNode:
    """Write a contradiction inside the document; gives its node."""
    node = _state(e, numbers, "discrepancy", VK.Discrepancy, fact.evidence)
    for evidence in fact.also:
        e.say(node, evidence)
    e.comment(node, fact.about)
    e.sheet.add(node, VK.sideA, text(fact.a))
    e.sheet.add(node, VK.sideB, text(fact.b))
    e.sheet.add(node, VK.involvesLine, *(integer(line) for line in fact.lines))
    e.sheet.add(node, VK.note, text(fact.note))
    return node


def add_findings(e: Entities, findings: Sequence[Finding]) -> None:
    """Write the findings of the text side and of the minting."""
    counts: Counter[tuple[int | None, str]] = Counter()
    for finding in findings:
        counts[finding.line, finding.code] += 1
        node = e.iris.finding(e.report.id, finding.line, finding.code, counts[finding.line, finding.code])
        e.sheet.typed(node, VK.Finding)
        e.sheet.add(node, VK.code, Literal(finding.code))
        e.sheet.add(node, VK.severity, Literal(finding.severity))
        e.sheet.add(node, VK.line, integer(finding.line))
        e.sheet.add(node, RDFS.label, label(finding.vi), label(finding.en, "en"))
        e.sheet.add(node, VK.statedIn, e.document)
