"""Facts of the documents that one file holds → the facts of the file: what several of them name is one fact, at the first
place; a document behind the first is one that the file cites.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import TypeVar

from vankien.facts.bodies.finding import body_key
from vankien.facts.documents.finding import same_citation
from vankien.facts.programmes.words import same_programme
from vankien.model import Body, CitedDocument, Congress, Fact, Found, Link, Programme, Source
from vankien.vietnamese import fold

T = TypeVar("T", bound=Fact)


def join_found(parts: Iterable[Found]) -> Found:
    """The facts of a file of several documents, from the facts of each, in their order."""
    found = [Found(_as_cited(part) if index else part.facts, part.findings) for index, part in enumerate(parts)]
    facts = [fact for part in found for fact in part.facts]
    facts = _first_of(facts, Body, lambda b: body_key(b.name))
    facts = _first_of(facts, Congress, lambda c: (fold(c.org), c.ordinal, None if c.ordinal else c.term))
    facts = _first_of(facts, Link, lambda x: (fold(x.subject), x.relation, fold(x.object)))
    facts = _alike(facts, CitedDocument, same_citation)
    facts = _alike(facts, Programme, lambda a, b: same_programme(a.name, b.name))
    return Found(tuple(facts), tuple(finding for part in found for finding in part.findings))


def _as_cited(part: Found) -> tuple[Fact, ...]:
    """The facts of a document behind the first: a file has one source."""
    return tuple(
        CitedDocument(genre=f.genre, code=f.code, issuer=f.issuer, date=f.date, title=f.title, evidence=f.evidence)
        if isinstance(f, Source)
        else f
        for f in part.facts
    )


def _first_of(facts: list[Fact], kind: type[T], key: Callable[[T], Hashable]) -> list[Fact]:
    """The facts with the first of that kind for each key, completed from the later ones."""
    seen: dict[Hashable, int] = {}
    out: list[Fact] = []
    for fact in facts:
        if not isinstance(fact, kind):
            out.append(fact)
        elif (own := key(fact)) in seen:
            out[seen[own]] = _completed(out[seen[own]], fact)
        else:
            seen[own] = len(out)
            out.append(fact)
    return out


def _alike(facts: list[Fact], kind: type[T], same: Callable[[T, T], bool]) -> list[Fact]:
    """The facts with the first of those of that kind that mean the same thing."""
    out: list[Fact] = []
    for fact in facts:
        at = None
        if isinstance(fact, kind):
            at = next((i for i, other in enumerate(out) if isinstance(other, kind) and same(other, fact)), None)
        if at is None:
            out.append(fact)
        else:
            out[at] = _completed(out[at], fact)
    return out


def _completed(first: Fact, later: Fact) -> Fact:
    """The first fact with what only the later one says."""
    missing = {
        name: value
        for name in type(first).__dataclass_fields__
        if getattr(first, name) is None and (value := getattr(later, name)) is not None
    }
    return replace(first, **missing)
