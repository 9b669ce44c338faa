"""What bodies lead, issue and are answerable for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Assessment, Assignment, Body, Document, Target
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.vietnamese import fold

LEVELS = ("national", "region", "province", "district", "commune", "village")
"""The levels of bodies, the highest first, as keys of ``ontology/levels.ttl``."""


@dataclass(frozen=True, slots=True)
class Role:
    """A body with what it does: what it is in charge of, what it issued, its parts, its parents."""

    body: Body
    charges: tuple[Assignment, ...]
    issued: tuple[Document, ...]
    parts: tuple[str, ...]

    @property
    def leads(self) -> int:
        """How many tasks it leads."""
        return sum(a.role == "lead" for a in self.charges)


@lru_cache(maxsize=2)
def roles_of(book: Book) -> Mapping[str, Role]:
    """All bodies by IRI, in the order of their names."""
    issued: dict[str, list[Document]] = {}
    for d in book.documents.values():
        for i in d.issuers:
            issued.setdefault(i, []).append(d)
    parts: dict[str, list[str]] = {}
    for b in book.bodies.values():
        for whole in b.part_of:
            parts.setdefault(whole, []).append(b.iri)
    return {
        b.iri: Role(b, book.assignments_for[b.iri], tuple(issued.get(b.iri, ())), tuple(parts.get(b.iri, ())))
        for b in book.bodies.values()
    }


@dataclass(frozen=True, slots=True)
class Answer:
    """A target of a programme that a body leads, with the verdicts on it: of the documents, and computed."""

    programme: str
    target: Target
    stated: tuple[Assessment, ...]
    computed: tuple[Assessment, ...]


def answers_for(book: Book, body: str) -> tuple[Answer, ...]:
    """The targets that a body answers for: set by a programme that it leads, or served by one; each once for a programme."""
    found: dict[tuple[str, str], Target] = {}
    for charge in book.assignments_for[body]:
        if charge.role == "lead":
            served = [book.targets[k.target] for k in book.contributions_of[charge.task] if k.target in book.targets]
            for target in (*book.targets_of[charge.task], *served):
                found[charge.task, target.iri] = target
    return tuple(
        Answer(
            programme,
            target,
            tuple(a for a in book.assessments_of[target.iri] if a.mode != "computed"),
            tuple(a for a in book.assessments_of[target.iri] if a.mode == "computed"),
        )
        for (programme, _), target in found.items()
    )


# --- what became of it ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Succession:
    """What the lists say of a kind of body: its last day, and what took its place (names in Vietnamese and English)."""

    until: str
    by_vi: str
    by_en: str


_KINDS_OF_PLACE = ("", "tinh ", "thanh pho ")
"""What may stand between the name of a kind of body and that of its place (*tỉnh*, *thành phố*), folded."""


@cache
def _successions() -> Mapping[str, Succession]:
    """The kinds of bodies that were replaced, by folded name."""
    lexicon = read_lexicon()
    found: dict[str, Succession] = {}
    for kind in lexicon["bodies"]:
        new = lexicon.concept("bodies", kind.first("replacedBy").rsplit("/", 1)[-1])
        if new is not None:
            for name in kind.all_spellings():
                found[fold(name)] = Succession(kind.first("validUntil"), new.vi, new.en)
    return found


def succession_of(book: Book, body: Body) -> Succession | None:
    """What the lists say took the place of a body; its name may be completed by a place (*Sở Kế hoạch và Đầu tư tỉnh …*)."""
    name = fold(body.name.vi)
    known = _successions()
    if name in known:
        return known[name]
    for place in {fold(p.name.vi) for p in book.places.values()}:
        for kind in _KINDS_OF_PLACE:
            bare = name.removesuffix(f" {kind}{place}")
            if bare != name and bare in known:
                return known[bare]
    return None
