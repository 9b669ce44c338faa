"""Which programme serves which target, where no document says so: inferred by a named rule, and always marked so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from vankien.graph.deriving.said import Goal, Said, Served, Wording

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


class _Wordings:
    """The wordings of targets by indicator and setter, and by indicator and report, in the order in which they stand."""

    def __init__(self, said: Said) -> None:
        self._by_setter: dict[tuple[NamedNode, NamedNode | None], list[int]] = {}
        self._by_report: dict[tuple[NamedNode, str], list[int]] = {}
        self._all = said.wordings
        for index, wording in enumerate(said.wordings):
            if (goal := said.goals.get(wording.target)) is not None:
                self._by_setter.setdefault((goal.indicator, goal.setter), []).append(index)
                self._by_report.setdefault((goal.indicator, wording.at.report), []).append(index)

    def joined_to(self, served: Served, setters: frozenset[NamedNode]) -> Iterator[Wording]:
        """Those of the indicator that the programme's setters set; of a programme without a setter, those of the report
        itself."""
        if setters:
            found = sorted(i for s in setters for i in self._by_setter.get((served.indicator, s), ()))
        else:
            found = self._by_report.get((served.indicator, served.at.report), [])
        return (self._all[index] for index in found)


def infer_contributions(said: Said) -> Iterator[Inferred]:
    """The programmes and targets that share an indicator and a setter; a pair that a document states itself is left
    out. The first reported contribution and the first wording are the ground of a pair."""
    known = {(s.programme, s.target) for s in said.served if s.target is not None}
    wordings = _Wordings(said)
    for served in said.served:
        if served.mode != "reported":
            continue
        for wording in wordings.joined_to(served, said.setters.get(served.programme, frozenset())):
            goal = said.goals[wording.target]
            pair = (served.programme, goal.node)
            if pair not in known:
                known.add(pair)
                yield Inferred(served.programme, goal, SHARED_INDICATOR, served, wording)
