"""Targets of several documents that are one, although a scan lost the end of the label of one of them.

Everywhere else a target's IRI does this work alone: the same setter, indicator, scope and deadline give the same IRI.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode

from vankien.graph.deriving.said import Goal, Said, Wording
from vankien.graph.terms.scales import to_scale
from vankien.graph.terms.vocabulary import last_part
from vankien.model import Lexicon
from vankien.vietnamese import same_tones

CUT_LABEL_SAME_VALUE = "cut-label-same-value"
"""The rule: what is left of the label stands in the other's label; setter, scope, deadline, comparator, value and unit
are the same; and no other target fits."""


@dataclass(frozen=True, slots=True)
class Same:
    """Two targets that are one: the one known by its row alone, the one of a concept, and a wording of each."""

    row: Goal
    goal: Goal
    row_wording: Wording
    wording: Wording


def _words(label: str) -> str:
    words = re.findall(r"\w+", same_tones(label).lower())
    return f" {' '.join(words)} "


def _bound(wording: Wording, lexicon: Lexicon) -> tuple[object, ...]:
    values = (wording.low, wording.high)
    return (
        wording.comparator,
        *(to_scale(v, wording.unit, wording.unit_text, lexicon) if v is not None else None for v in values),
    )


_Scope = tuple[NamedNode | None, NamedNode | None, str, date | None]


def _scope_of(goal: Goal) -> _Scope:
    return goal.setter, goal.scope, goal.scope_note, goal.deadline


def _fits(label: str, goal: Goal, lexicon: Lexicon) -> bool:
    """True if what is left of a label stands in a spelling of the concept of a target."""
    concept = lexicon.concept("indicators", last_part(goal.indicator.value))
    if concept is None or concept.iri != goal.indicator.value:
        return False
    return any(_words(label) in _words(spelling) for spelling in concept.all_spellings())


def _candidates(
    row: Goal, wording: Wording, others: Iterable[Wording], said: Said, lexicon: Lexicon
) -> dict[NamedNode, Same]:
    found: dict[NamedNode, Same] = {}
    for other in others:
        goal = said.goals[other.target]
        if other.at.report == wording.at.report or _bound(other, lexicon) != _bound(wording, lexicon):
            continue
        if goal.node not in found and _fits(wording.label, goal, lexicon):
            found[goal.node] = Same(row, goal, wording, other)
    return found


def same_targets(said: Said, lexicon: Lexicon) -> Iterator[Same]:
    """The targets known by a row alone whose one counterpart another document gives in full."""
    by_scope: dict[_Scope, list[Wording]] = {}
    for wording in said.wordings:
        if (goal := said.goals.get(wording.target)) is not None:
            by_scope.setdefault(_scope_of(goal), []).append(wording)
    for wording in said.wordings:
        row = said.goals.get(wording.target)
        if row is not None and "/indicator/mentioned-in/" in row.indicator.value:
            found = _candidates(row, wording, by_scope[_scope_of(row)], said, lexicon)
            if len(found) == 1:
                yield next(iter(found.values()))
