"""The graph ``graph/computed``: what follows from several documents together. It is made anew at the end of every build
from the documents' graphs alone, so that the same documents always give the same triples, and it never changes them."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from vankien.graph.assess import Verdict, assess
from vankien.graph.iris import Iris
from vankien.graph.said import Said, quads_to_said
from vankien.graph.sheet import Sheet, label, text
from vankien.graph.vocabulary import PROV, RDFS, VK, concept, last_part, read_lexicon
from vankien.model import Lexicon

ESTIMATED = label("Tính từ số liệu ước tính"), label("Computed from an estimate", "en")
"""The comment of a computed verdict that rests on an estimate."""


def _add_verdict(sheet: Sheet, iris: Iris, verdict: Verdict) -> NamedNode:
    goal, wording = verdict.goal, verdict.wording
    period = last_part(verdict.period.value)
    node = iris.computed("assessment", iris.key_of(goal.node), verdict.report, period)
    sheet.typed(node, VK.Assessment)
    sheet.add(node, RDFS.label, label(wording.label) if wording.label else None)
    sheet.add(node, VK.indicator, goal.indicator)
    sheet.add(node, VK.target, goal.node)
    sheet.add(node, VK.asOf, verdict.period)
    sheet.add(node, VK.verdict, concept("verdicts", verdict.verdict))
    sheet.add(node, VK.mode, concept("modes", "computed"))
    sheet.add(node, VK.rule, text(verdict.rule))
    sheet.add(node, PROV.wasDerivedFrom, wording.node, *(s.node for s in verdict.seen))
    sheet.add(node, VK.evidence, wording.at.evidence, *(s.at.evidence for s in verdict.seen))
    sheet.add(node, RDFS.comment, *(ESTIMATED if verdict.estimated else ()))
    return node


def said_to_quads(said: Said, lexicon: Lexicon, base: str | None = None) -> tuple[Quad, ...]:
    """Everything that is computed from what the documents say, sorted, in the graph ``graph/computed``."""
    iris = Iris(base)
    sheet = Sheet(iris.graph("computed"))
    for verdict in assess(said, lexicon).verdicts:
        _add_verdict(sheet, iris, verdict)
    return sheet.quads()


def computed_quads(quads: Iterable[Quad], base: str | None = None) -> tuple[Quad, ...]:
    """The computed graph of a store that holds these quads; the same quads in any order give the same graph."""
    return said_to_quads(quads_to_said(quads), read_lexicon(), base)
