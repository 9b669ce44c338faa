"""Which programme serves which target, where no document says so: inferred by a named rule, and always marked so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from vankien.graph.said import Goal, Said, Served, Wording

SHARED_INDICATOR = "shared-indicator"
"""The rule: a document reports the indicator among the results of the programme, and the programme's setter, or the same
document, set a target for this indicator."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """One inferred contribution, the reported one that it rests on, and a wording of the target."""

    programme: NamedNode
    goal: Goal
    rule: str
    reported: Served
    wording: Wording


def _joined(served: Served, goal: Goal, wording: Wording, setters: frozenset[NamedNode]) -> bool:
    return goal.setter in setters if setters else wording.at.report == served.at.report


def infer_contributions(said: Said) -> Iterator[Inferred]:
    """The programmes and targets that share an indicator and a setter; a pair that a document states itself is left
    out. The first reported contribution and the first wording are the ground of a pair."""
    known = {(s.programme, s.target) for s in said.served if s.target is not None}
    wordings: dict[NamedNode, list[Wording]] = {}
    for wording in said.wordings:
        if (goal := said.goals.get(wording.target)) is not None:
            wordings.setdefault(goal.indicator, []).append(wording)
    for served in said.served:
        if served.mode != "reported":
            continue
        setters = said.setters.get(served.programme, frozenset())
        for wording in wordings.get(served.indicator, ()):
            goal = said.goals[wording.target]
            pair = (served.programme, goal.node)
            if pair not in known and _joined(served, goal, wording, setters):
                known.add(pair)
                yield Inferred(served.programme, goal, SHARED_INDICATOR, served, wording)
