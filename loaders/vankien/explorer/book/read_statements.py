"""Store → `Book`: what documents say, and what is computed from it, with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from vankien.explorer.book.records import (
    Assessment,
    Assignment,
    Citation,
    Contribution,
    Discrepancy,
    Finding,
    Name,
    Observation,
    Relation,
    Source,
    Statement,
    Target,
    Value,
)
from vankien.explorer.book.things import Thing, Things
from vankien.graph.terms.vocabulary import OA, OWL, PROV, RDFS, SCHEMA, VK, last_part


class Sources:
    """Finds where a thing was read."""

    def __init__(self, things: Things) -> None:
        self._things = things.by_iri

    def __call__(self, thing: Thing) -> tuple[Source, ...]:
        """The sources of a thing, in the order of documents and lines."""
        found = (self._things.get(iri) for iri in thing.nodes(VK.evidence))
        return tuple(sorted((self._source(e) for e in found if e), key=lambda s: (s.report, s.line, s.start, s.rule)))

    def _source(self, evidence: Thing) -> Source:
        selectors = [self._things[s] for s in evidence.nodes(OA.hasSelector) if s in self._things]
        starts = [n for n in (s.integer(OA.start) for s in selectors) if n is not None]
        ends = [n for n in (s.integer(OA.end) for s in selectors) if n is not None]
        line = evidence.integer(VK.line) or 0
        return Source(
            evidence.iri,
            last_part(evidence.node(OA.hasSource)),
            line,
            evidence.integer(VK.firstLine) or line,
            evidence.integer(VK.lastLine) or line,
            evidence.text(VK.rule),
            starts[0] if starts else -1,
            ends[0] if ends else -1,
            next((q for q in (s.text(OA.exact) for s in selectors) if q), ""),
            evidence.text(VK.repairedFrom),
            evidence.text(VK.repairReason),
        )


class _Sourced(Protocol):
    @property
    def iri(self) -> str: ...
    @property
    def sources(self) -> tuple[Source, ...]: ...


S = TypeVar("S", bound=_Sourced)


def _in_order(made: Iterable[S]) -> tuple[S, ...]:
    """Statements in the order of documents and lines."""

    def place(one: S) -> tuple[str, int, int, str]:
        first = one.sources[0] if one.sources else None
        return (first.report, first.line, first.start, one.iri) if first else ("", 0, 0, one.iri)

    return tuple(sorted(made, key=place))


# --- targets --------------------------------------------------------------------------------------------------


def same_targets(things: Things) -> dict[str, str]:
    """Targets that were found to be the same: each → the one that stands for all."""
    return {t.iri: t.node(OWL.sameAs) for t in things.of(VK.Target) if t.terms(OWL.sameAs)}


_YEAR = re.compile(r" \(\d{4}\)$")


def _target_name(things: Things, target: Thing) -> Name:
    """The label of a target, which documents give in Vietnamese; in English that of its indicator with the same year."""
    name, indicator = target.name(), things.by_iri.get(target.node(VK.indicator))
    english, year = indicator.name().en if indicator else "", _YEAR.search(name.vi)
    return name if name.en or not english else Name(name.vi, f"{english}{year[0] if year else ''}")


def targets(things: Things, same: Mapping[str, str]) -> list[Target]:
    """The targets, without those that another one stands for."""
    return [
        Target(
            t.iri,
            _target_name(things, t),
            t.node(VK.indicator),
            t.node(VK.setBy),
            t.node(VK.scope),
            t.text(VK.scopeNote),
            t.text(VK.deadline),
            t.integer(VK.targetGroup),
            tuple(sorted(other for other, one in same.items() if one == t.iri)),
        )
        for t in things.of(VK.Target)
        if t.iri not in same
    ]


def statements(things: Things, sources: Sources, same: Mapping[str, str]) -> tuple[Statement, ...]:
    """The wordings of targets."""

    def value(t: Thing) -> Value:
        exact, least, most = (t.decimal(p) for p in (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue))
        number = next((n for n in (exact, least, most) if n is not None), None)
        upper = most if least is not None else None
        return Value(
            t.key(VK.comparator), number, upper, t.node(VK.unit), t.text(SCHEMA.unitText), last_part(t.node(VK.basis))
        )

    return _in_order(
        Statement(
            t.iri,
            same.get(t.node(VK.states), t.node(VK.states)),
            t.text(RDFS.label),
            value(t),
            t.text(VK.printed),
            t.node(VK.statedIn),
            sources(t),
        )
        for t in things.of(VK.TargetStatement)
    )


# --- results --------------------------------------------------------------------------------------------------


def observations(things: Things, sources: Sources) -> tuple[Observation, ...]:
    """The values that documents give."""

    def value(t: Thing) -> Value:
        number, upper = t.decimal(VK.value), t.decimal(VK.upperValue)
        return Value(
            t.key(VK.comparator) or "eq",
            number,
            upper,
            t.node(VK.unit),
            t.text(SCHEMA.unitText),
            last_part(t.node(VK.basis)),
        )

    return _in_order(
        Observation(
            t.iri,
            t.node(VK.indicator),
            t.text(RDFS.label),
            value(t),
            t.node(VK.place),
            t.text(VK.scopeNote),
            t.node(VK.period),
            t.key(VK.status),
            t.text(VK.change),
            t.text(VK.foundIn),
            t.node(VK.statedIn),
            sources(t),
        )
        for t in things.of(VK.Observation)
    )


def assessments(things: Things, sources: Sources, same: Mapping[str, str]) -> tuple[Assessment, ...]:
    """The verdicts, stated and computed."""
    return _in_order(
        Assessment(
            t.iri,
            t.node(VK.indicator),
            same.get(t.node(VK.target), t.node(VK.target)),
            t.text(RDFS.label),
            t.node(VK.place),
            t.node(VK.asOf),
            t.key(VK.verdict),
            t.decimal(VK.percentOfTarget),
            t.key(VK.mode),
            t.text(VK.rule),
            Name(t.text(RDFS.comment, "vi"), t.text(RDFS.comment, "en")),
            t.nodes(PROV.wasDerivedFrom),
            t.node(VK.statedIn),
            sources(t),
        )
        for t in things.of(VK.Assessment)
    )


# --- links ----------------------------------------------------------------------------------------------------


def contributions(things: Things, sources: Sources, same: Mapping[str, str]) -> tuple[Contribution, ...]:
    """Which programme serves which target or indicator."""
    return _in_order(
        Contribution(
            t.iri,
            t.node(VK.programme),
            same.get(t.node(VK.target), t.node(VK.target)),
            t.node(VK.indicator),
            t.key(VK.mode),
            t.text(VK.rule),
            sources(t),
        )
        for t in things.of(VK.Contribution)
    )


def assignments(things: Things, sources: Sources) -> tuple[Assignment, ...]:
    """Who is in charge of what."""
    return _in_order(
        Assignment(t.iri, t.node(VK.task), t.node(VK.body), t.key(VK.role), t.text(VK.deadline), sources(t))
        for t in things.of(VK.Assignment)
    )


def citations(things: Things, sources: Sources) -> tuple[Citation, ...]:
    """Which document mentions which."""
    return _in_order(
        Citation(t.iri, t.node(VK.citing), t.node(VK.cited), t.text(VK.citedTitle), sources(t))
        for t in things.of(VK.Citation)
    )


def relations(things: Things, sources: Sources) -> tuple[Relation, ...]:
    """The arrows with their sentences."""
    return _in_order(
        Relation(t.iri, t.node(VK.subject), t.key(VK.relation), t.node(VK.object), sources(t))
        for t in things.of(VK.Relation)
    )


# --- what does not add up -------------------------------------------------------------------------------------


def discrepancies(things: Things, sources: Sources) -> tuple[Discrepancy, ...]:
    """The contradictions inside and between documents."""

    def lines(t: Thing) -> tuple[int, ...]:
        return tuple(sorted({int(n.value) for n in t.terms(VK.involvesLine)}))

    return _in_order(
        Discrepancy(
            t.iri,
            t.text(RDFS.label),
            t.text(VK.sideA),
            t.text(VK.sideB),
            t.text(VK.note),
            t.text(VK.rule) or next((s.rule for s in sources(t)), ""),
            lines(t),
            t.nodes(PROV.wasDerivedFrom),
            t.nodes(VK.statedIn),
            sources(t),
        )
        for t in things.of(VK.Discrepancy)
    )


def findings(things: Things, reports: Mapping[str, str]) -> tuple[Finding, ...]:
    """What the loaders could not read, by document and line."""
    made = (
        Finding(
            t.iri,
            t.text(VK.code),
            t.text(VK.severity),
            t.integer(VK.line),
            Name(t.text(RDFS.label, "vi"), t.text(RDFS.label, "en")),
            reports.get(t.node(VK.statedIn), ""),
            t.node(VK.statedIn),
        )
        for t in things.of(VK.Finding)
    )
    return tuple(sorted(made, key=lambda f: (f.report, f.line or 0, f.code, f.iri)))
