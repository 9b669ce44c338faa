"""The graph ``graph/computed``: what follows from several documents together. It is made anew at the end of every build
from the documents' graphs alone, so that the same documents always give the same triples, and it never changes them."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from vankien.graph.deriving.assess import Verdict, assess
from vankien.graph.deriving.compare import Conflict, compare, key_of
from vankien.graph.deriving.contribute import Inferred, infer_contributions
from vankien.graph.deriving.resolve import same_targets
from vankien.graph.deriving.said import Said, quads_to_said
from vankien.graph.describing.periods import describe_period
from vankien.graph.terms.iris import Iris, hash8
from vankien.graph.terms.sheet import Sheet, integer, label, text
from vankien.graph.terms.vocabulary import OWL, PROV, RDFS, SKOS, VK, concept, last_part, read_lexicon
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
    sheet.add(node, VK.place, goal.scope)
    sheet.add(node, VK.asOf, verdict.period)
    describe_period(sheet, iris, verdict.period, (verdict.seen[-1].first, verdict.seen[-1].last))
    sheet.add(node, VK.verdict, concept("verdicts", verdict.verdict))
    sheet.add(node, VK.mode, concept("modes", "computed"))
    sheet.add(node, VK.rule, text(verdict.rule))
    sheet.add(node, PROV.wasDerivedFrom, wording.node, *(s.node for s in verdict.seen))
    sheet.add(node, VK.evidence, wording.at.evidence, *(s.at.evidence for s in verdict.seen))
    sheet.add(node, RDFS.comment, *(ESTIMATED if verdict.estimated else ()))
    return node


def _add_conflict(sheet: Sheet, iris: Iris, conflict: Conflict) -> None:
    node = iris.computed("discrepancy", conflict.rule, hash8("|".join(key_of(conflict))))
    sheet.typed(node, VK.Discrepancy)
    sheet.add(node, RDFS.label, label(conflict.about or conflict.rule))
    sheet.add(node, VK.sideA, text(conflict.sides[0]))
    sheet.add(node, VK.sideB, text(conflict.sides[1]))
    sheet.add(node, VK.note, text(conflict.note))
    sheet.add(node, VK.rule, text(conflict.rule))
    sheet.add(node, PROV.wasDerivedFrom, *conflict.nodes)
    for place in conflict.places:
        sheet.add(node, VK.involvesLine, integer(place.line))
        sheet.add(node, VK.evidence, place.evidence)
        sheet.add(node, VK.statedIn, place.document)


def _add_contribution(sheet: Sheet, iris: Iris, found: Inferred) -> None:
    node = iris.computed("contribution", iris.key_of(found.programme), iris.key_of(found.goal.node))
    sheet.typed(node, VK.Contribution)
    sheet.add(node, VK.programme, found.programme)
    sheet.add(node, VK.target, found.goal.node)
    sheet.add(node, VK.indicator, found.goal.indicator)
    sheet.add(node, VK.place, found.goal.scope)
    sheet.add(node, VK.mode, concept("modes", "inferred"))
    sheet.add(node, VK.rule, text(found.rule))
    sheet.add(node, PROV.wasDerivedFrom, found.reported.node, found.wording.node)
    sheet.add(node, VK.evidence, found.reported.at.evidence, found.wording.at.evidence)


def said_to_quads(said: Said, lexicon: Lexicon, base: str | None = None) -> tuple[Quad, ...]:
    """Everything that is computed from what the documents say, sorted, in the graph ``graph/computed``."""
    iris = Iris(base)
    sheet = Sheet(iris.graph("computed"))
    for same in same_targets(said, lexicon):
        sheet.add(same.row.node, OWL.sameAs, same.goal.node)
        sheet.add(same.row.indicator, SKOS.exactMatch, same.goal.indicator)
    verdicts = assess(said, lexicon).verdicts
    for verdict in verdicts:
        _add_verdict(sheet, iris, verdict)
    for conflict in compare(said, verdicts, lexicon).conflicts:
        _add_conflict(sheet, iris, conflict)
    for contribution in infer_contributions(said):
        _add_contribution(sheet, iris, contribution)
    return sheet.quads()


def computed_quads(quads: Iterable[Quad], base: str | None = None) -> tuple[Quad, ...]:
    """The computed graph of a store that holds these quads; the same quads in any order give the same graph."""
    return said_to_quads(quads_to_said(quads), read_lexicon(), base)
