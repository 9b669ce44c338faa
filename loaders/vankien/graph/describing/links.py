"""Relations that a sentence states → direct properties, and the node that keeps the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import NamedNode

from vankien.graph.describing.entities import Entities
from vankien.graph.describing.statements import Numbering, Stated, is_plan
from vankien.graph.terms.sheet import text
from vankien.graph.terms.vocabulary import VK
from vankien.model import CitedDocument, Link, Programme
from vankien.vietnamese import parse_roman

Kind = OneOf["document", "congress", "programme", "body"]


@dataclass(frozen=True, slots=True)
class End:
    """One end of a relation: its node and what kind of thing it is."""

    node: NamedNode
    kind: Kind


@dataclass(frozen=True, slots=True)
class Rule:
    """How a relation is written: the property, the kinds that it may join, the kind taken for an unknown name."""

    property: NamedNode
    subjects: tuple[Kind, ...]
    objects: tuple[Kind, ...]


RULES: dict[str, Rule] = {
    "established_by": Rule(VK.establishedBy, ("programme",), ("document", "congress", "programme")),
    "implements": Rule(VK.implements, ("document", "programme"), ("document", "congress", "programme")),
    "based_on": Rule(VK.basedOn, ("document", "programme"), ("document", "congress", "programme")),
    "amends": Rule(VK.amends, ("document",), ("document",)),
    "part_of": Rule(VK.partOf, ("programme",), ("programme",)),
    "issued_by": Rule(VK.issuedBy, ("document",), ("body",)),
}
"""The relations with a direct property; the first kind is taken for a name that nothing else explains."""

ROLES = {"responsible": "lead", "coordinates": "coordinate"}
"""The relations that are assignments, and their roles."""

MODES = {"has_target": "stated", "reports_indicator": "reported"}
"""The relations that are contributions of a programme, and their modes."""

_CODE = re.compile(r"\d+(?:/\d{4})?[-/]\w")
_CODE_INSIDE = re.compile(r"\b\d+(?:/\d{4}/|[-/])(?=[^\W\d])[\w-]+(?:/[\w-]+)*")
_PROGRAMME = re.compile(r"(?:Chương trình|Đề án|Dự án|Tiểu dự án|Công trình|Nhiệm vụ|Phong trào)\b", re.IGNORECASE)


def to_end(e: Entities, name: str, link: Link, kinds: tuple[Kind, ...]) -> End:
    """What a name at one end of a relation stands for: what the document lists under it, else what the name says of
    itself (a code, a congress, a genre), else the first of the `kinds` that the relation joins."""
    code = _CODE_INSIDE.search(name)
    document = e.known_document(name) or (e.known_document(code[0]) if code else None)
    if document is not None:
        return End(document, "document")
    if e.is_programme(name):
        return End(e.programme(name), "programme")
    if e.is_body(name) or kinds[0] == "body":
        return End(e.body(name), "body")
    resolution = e.titled(name)
    if resolution is not None:
        return End(resolution, "document")
    congress = e.congress_in(name) if name.startswith("Đại hội") else None
    if congress is not None:
        return End(congress, "congress")
    written = bool(code) or (bool(e.genre_of(name)) and not _PROGRAMME.match(name))
    if "programme" not in kinds or (written and "document" in kinds):
        return End(e.mentioned_document(code[0] if code else name, link.evidence), "document")
    return End(e.programme(name, link.evidence), "programme")


def _node(e: Entities, numbers: Numbering, kind: str, cls: NamedNode, link: Link) -> NamedNode:
    node = e.iris.statement(kind, link.evidence, numbers.next(kind, link.evidence))
    e.sheet.typed(node, cls)
    e.say(node, link.evidence)
    return node


def _add_assignment(e: Entities, numbers: Numbering, link: Link) -> None:
    node = _node(e, numbers, "assignment", VK.Assignment, link)
    e.sheet.add(node, VK.task, to_end(e, link.subject, link, ("programme", "document")).node)
    e.sheet.add(node, VK.body, e.body(link.object))
    e.sheet.add(node, VK.role, e.listed("roles", ROLES[link.relation]))


def _add_contribution(e: Entities, numbers: Numbering, link: Link, targets: Stated) -> None:
    node = _node(e, numbers, "contribution", VK.Contribution, link)
    e.sheet.add(node, VK.programme, e.programme(link.subject, link.evidence))
    indicator = e.indicator(link.object)
    matching = targets.due.get(indicator, {})
    goal = next(iter(matching)) if link.relation == "has_target" and len(matching) == 1 else None
    e.sheet.add(node, VK.target, goal)
    e.sheet.add(node, VK.indicator, indicator)
    e.sheet.add(node, VK.place, targets.place_of(goal) or e.own_place())
    e.sheet.add(node, VK.mode, e.listed("modes", MODES[link.relation]))


def add_link(e: Entities, numbers: Numbering, link: Link, targets: Stated) -> None:
    """Write one stated relation. The direct property is asserted only between ends of the kinds that it joins; the
    node with the sentence is always written. An unknown relation is left out."""
    if link.relation in ROLES:
        _add_assignment(e, numbers, link)
    elif link.relation in MODES:
        _add_contribution(e, numbers, link, targets)
    elif link.relation in RULES:
        rule = RULES[link.relation]
        subject = to_end(e, link.subject, link, rule.subjects)
        target = to_end(e, link.object, link, rule.objects)
        if subject.node == target.node:
            return
        node = _node(e, numbers, "relation", VK.Relation, link)
        e.sheet.add(node, VK.subject, subject.node)
        e.sheet.add(node, VK.relation, e.listed("relations", link.relation.replace("_", "-")))
        e.sheet.add(node, VK.object, target.node)
        if subject.kind in rule.subjects and target.kind in rule.objects:
            e.sheet.add(subject.node, rule.property, target.node)


def add_citation(e: Entities, numbers: Numbering, cited: CitedDocument, node: NamedNode) -> None:
    """Write that this document mentions another one."""
    if node == e.document:
        return
    citation = e.iris.statement("citation", cited.evidence, numbers.next("citation", cited.evidence))
    e.sheet.typed(citation, VK.Citation)
    e.say(citation, cited.evidence)
    e.sheet.add(citation, VK.citing, e.document)
    e.sheet.add(citation, VK.cited, node)
    e.sheet.add(citation, VK.citedTitle, text(cited.title))
    e.sheet.add(e.document, VK.cites, node)


def add_setter(e: Entities, programme: NamedNode, fact: Programme) -> None:
    """Write who set a programme: a congress, a document or another programme; a body gets the programme attributed."""
    if not fact.set_by:
        return
    if parse_roman(fact.set_by):
        e.sheet.add(programme, VK.setBy, e.own_congress(fact.set_by))
    elif is_plan(fact.set_by):
        e.sheet.add(programme, VK.setBy, e.document)
    elif (document := e.known_document(fact.set_by) or e.titled(fact.set_by)) is not None:
        e.sheet.add(programme, VK.setBy, document)
    elif e.is_programme(fact.set_by):
        e.sheet.add(programme, VK.setBy, e.programme(fact.set_by))
    elif e.sounds_like_body(fact.set_by):
        e.attribute(programme, fact.set_by)
    elif e.genre_of(fact.set_by) or _CODE.match(fact.set_by):
        e.sheet.add(programme, VK.setBy, e.mentioned_document(fact.set_by, fact.evidence))
    else:
        e.sheet.add(programme, VK.setBy, e.programme(fact.set_by, fact.evidence))
