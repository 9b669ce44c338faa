"""The driver of the finders, which run in an order in which each may read what came before."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from vankien.facts.bodies.finding import find_bodies
from vankien.facts.congresses.finding import find_congresses
from vankien.facts.discrepancies.finding import find_discrepancies
from vankien.facts.documents.finding import find_documents
from vankien.facts.documents.sources import find_source
from vankien.facts.joined import join_found
from vankien.facts.links.finding import find_links
from vankien.facts.observations import find_observations
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.programmes.setters import with_setters
from vankien.facts.records import TYPES
from vankien.facts.tables.facts import find_table_facts
from vankien.facts.tables.products import find_product_targets
from vankien.facts.targets.finding import find_targets
from vankien.facts.verdicts.assessments import find_assessments
from vankien.model import Fact, Finding, Found, Lexicon, Outline

Finder = Callable[[Outline, Lexicon, Found], Iterable[Fact | Finding]]
"""Reads an outline with the lists and what earlier finders found; gives facts and findings."""

FINDERS: tuple[Finder, ...] = (
    find_source,
    find_congresses,
    find_documents,
    find_bodies,
    find_programmes,
    find_table_facts,
    find_product_targets,
    find_targets,
    find_observations,
    find_assessments,
    find_links,
    find_discrepancies,
)


def find_facts(outline: Outline, lexicon: Lexicon, finders: tuple[Finder, ...] = FINDERS) -> Found:
    """All facts and findings of one file, each kind in the order of its lines.

    Of several documents in one file, each is read by itself; what does not agree is looked for in all of them together.
    """
    if outline.parts:
        alone = tuple(f for f in finders if f not in _OVER_ALL)
        found = join_found([_run(part, lexicon, alone, Found()) for part in outline.parts])
        found = Found(found.facts, (*outline.findings, *found.findings))
        found = _run(outline, lexicon, tuple(f for f in finders if f in _OVER_ALL), found)
    else:
        found = _run(outline, lexicon, finders, Found(findings=outline.findings))
    order = list(TYPES)
    by_place = sorted(found.facts, key=lambda f: (order.index(type(f)), f.evidence.line, f.evidence.start))
    return Found(tuple(by_place), tuple(sorted(found.findings, key=lambda f: (f.line or 0, f.code, f.en))))


_OVER_ALL: tuple[Finder, ...] = (find_discrepancies,)


def _run(outline: Outline, lexicon: Lexicon, finders: tuple[Finder, ...], found: Found) -> Found:
    """What was found, with what those finders find, one after the other."""
    for finder in finders:
        new = tuple(finder(outline, lexicon, found))
        facts = found.facts + tuple(f for f in new if not isinstance(f, Finding))
        findings = found.findings + tuple(f for f in new if isinstance(f, Finding))
        found = Found(facts, findings)
    return with_setters(found)
