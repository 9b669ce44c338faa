"""Targets of several documents that are one, although a scan lost the end of the label of one of them.

Everywhere else a target's IRI does this work alone: the same setter, indicator, scope and deadline give the same IRI.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from vankien.graph.said import Goal, Said, Wording
from vankien.graph.scales import to_scale
from vankien.graph.vocabulary import last_part
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


def _fits(row: Goal, label: str, goal: Goal, lexicon: Lexicon) -> bool:
    concept = lexicon.concept("indicators", last_part(goal.indicator.value))
    if concept is None or concept.iri != goal.indicator.value:
        return False
    same = (row.setter, row.scope, row.scope_note, row.deadline) == (
        goal.setter,
        goal.scope,
        goal.scope_note,
        goal.deadline,
    )
    return same and any(_words(label) in _words(spelling) for spelling in concept.all_spellings())


def _candidates(row: Goal, wording: Wording, said: Said, lexicon: Lexicon) -> dict[NamedNode, Same]:
    found: dict[NamedNode, Same] = {}
    for other in said.wordings:
        goal = said.goals.get(other.target)
        if goal is None or other.at.report == wording.at.report or not _fits(row, wording.label, goal, lexicon):
            continue
        if _bound(other, lexicon) == _bound(wording, lexicon):
            found.setdefault(goal.node, Same(row, goal, wording, other))
    return found


def same_targets(said: Said, lexicon: Lexicon) -> Iterator[Same]:
    """The targets known by a row alone whose one counterpart another document gives in full."""
    for wording in said.wordings:
        row = said.goals.get(wording.target)
        if row is not None and "/indicator/mentioned-in/" in row.indicator.value:
            found = _candidates(row, wording, said, lexicon)
            if len(found) == 1:
                yield next(iter(found.values()))
