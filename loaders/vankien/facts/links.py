"""Finder of links: what sentences, tables and sections say about how documents, programmes and bodies hang together."""

from __future__ import annotations

from collections.abc import Iterator

from vankien.facts.link_bodies import body_links, doing_bodies, making_bodies
from vankien.facts.link_context import build_context
from vankien.facts.link_documents import document_links
from vankien.facts.link_issuers import chosen_documents
from vankien.facts.link_programmes import programme_links, steering_bodies
from vankien.facts.link_reviews import reviewed_documents
from vankien.facts.link_schemes import scheme_table_links
from vankien.facts.link_sections import section_links
from vankien.facts.link_tasks import labelled_links, task_links
from vankien.model import Fact, Finding, Found, Lexicon, Link, Outline, Programme, Source
from vankien.vietnamese import fold


def find_links(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The links of a document, each once."""
    context = build_context(outline, lexicon, found)
    seen: set[tuple[str, str, str]] = set()
    for link in (
        *own_issuer(found),
        *own_programmes(found),
        *reviewed_documents(context),
        *document_links(context),
        *(link for table in outline.tables for link in scheme_table_links(context, table)),
        *programme_links(context, found),
        *chosen_documents(context),
        *section_links(context),
        *steering_bodies(context),
        *task_links(context),
        *labelled_links(context),
        *body_links(context),
        *doing_bodies(context),
        *making_bodies(context),
    ):
        key = (fold(link.subject), link.relation, fold(link.object))
        if key not in seen and key[0] and key[2] and key[0] != key[2]:
            seen.add(key)
            yield link


def own_issuer(found: Found) -> Iterator[Link]:
    """Who issued the document itself, by its letterhead."""
    source = next(found.of(Source), None)
    if source and source.code and source.issuer:
        yield Link(subject=source.code, relation="issued_by", object=source.issuer, evidence=source.evidence)


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
