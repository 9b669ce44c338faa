"""Finder of links: what sentences, tables and sections say about how documents, programmes and bodies hang together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import bodies_in
from vankien.facts.links.aims import aimed_targets
from vankien.facts.links.bodies import body_links, doing_bodies, making_bodies
from vankien.facts.links.brackets import bracket_links
from vankien.facts.links.chronology import Chronology
from vankien.facts.links.context import LinkContext, build_context
from vankien.facts.links.deeds import deed_grounds
from vankien.facts.links.documents import document_links
from vankien.facts.links.founded_bodies import founded_bodies
from vankien.facts.links.issuers import chosen_documents
from vankien.facts.links.notes import decided_plans, note_links
from vankien.facts.links.programmes import programme_links, steering_bodies
from vankien.facts.links.purposes import purpose_links
from vankien.facts.links.reviews import reviewed_documents
from vankien.facts.links.schemes import numbered_schemes, scheme_table_links
from vankien.facts.links.sections import section_links
from vankien.facts.links.tasks import everybody_links, handed_tasks, labelled_links, task_links
from vankien.facts.links.unnumbered import unnumbered_links
from vankien.model import Fact, Finding, Found, Lexicon, Link, Outline, Programme, Source
from vankien.vietnamese import fold


def find_links(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The links of a document, each once."""
    context = build_context(outline, lexicon, found)
    chronology = Chronology(found)
    seen: set[tuple[str, str, str]] = set()
    for link in (
        *own_issuer(context, found),
        *own_programmes(found),
        *reviewed_documents(context),
        *document_links(context),
        *(link for table in outline.tables for link in scheme_table_links(context, table)),
        *purpose_links(context),
        *unnumbered_links(context),
        *note_links(context),
        *decided_plans(context),
        *bracket_links(context),
        *founded_bodies(context),
        *numbered_schemes(context),
        *programme_links(context, found),
        *aimed_targets(context, found),
        *chosen_documents(context),
        *section_links(context),
        *deed_grounds(context),
        *steering_bodies(context),
        *task_links(context),
        *labelled_links(context),
        *handed_tasks(context),
        *everybody_links(context),
        *body_links(context),
        *doing_bodies(context),
        *making_bodies(context),
    ):
        key = (fold(link.subject), link.relation, fold(link.object))
        if key not in seen and key[0] and key[2] and key[0] != key[2] and chronology.allows(link):
            seen.add(key)
            yield link


_REPORT_OF = re.compile(
    r"(?P<title>Báo cáo [Cc]hính trị của (?P<body>Ban Chấp hành Đảng bộ \S.{2,40}?)(?P<term>,? [Kk]h[óo]a [IVXL]+)? (?:trình|tại) .{8,90}? lần thứ:? [IVXL]+(?!\w)"
    r"(?:,? nhiệm kỳ \d{4}\s?[-–]\s?\d{4})?)"
)
"""The title of a political report up to its theme, with the body whose report it is."""


def own_issuer(context: LinkContext, found: Found) -> Iterator[Link]:
    """Who issued the document itself, by its letterhead; a document without a number goes by its title, a political
    report is of the committee that its title names."""
    source = next(found.of(Source), None)
    if not source or not source.issuer or not (source.code or source.title):
        return
    report = None if source.code else _REPORT_OF.match(context.own)
    bodies = bodies_in(report["body"], context.lexicon, context.province) if report else ()
    if report and bodies:
        title = report["title"].replace("thứ:", "thứ")
        issuer = bodies[0].name + (report["term"] or "").lstrip(",")
        yield Link(subject=title, relation="issued_by", object=issuer, evidence=source.evidence)
    else:
        yield Link(subject=context.own, relation="issued_by", object=source.issuer, evidence=source.evidence)


_CHOSEN_HERE = frozenset({"programme-key-list", "breakthrough-list"})


def own_programmes(found: Found) -> Iterator[Link]:
    """The key programmes and breakthroughs that a congress lists in its resolution: established by it."""
    source = next(found.of(Source), None)
    if not source or not source.code or fold(source.genre) != "nghi quyet":
        return
    if not fold(source.issuer or "").startswith("dai hoi"):
        return
    for programme in found.of(Programme):
        if programme.evidence.rule in _CHOSEN_HERE:
            yield Link(
                subject=programme.name, relation="established_by", object=source.code, evidence=programme.evidence
            )
