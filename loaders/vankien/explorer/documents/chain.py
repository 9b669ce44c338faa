"""Implementation chains: what a document or programme carries out, and what carries it out in turn, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Name, Relation, Source

LINKS = ("implements", "based-on", "established-by", "amends")
"""The relations that chains are made of, as keys of ``ontology/relations.ttl``, in the order in which they are shown."""

UPWARD = {
    "implements": Name("thực hiện", "carries out"),
    "based-on": Name("căn cứ", "is based on"),
    "established-by": Name("được lập theo", "was established by"),
    "amends": Name("sửa đổi, bổ sung, thay thế", "amends or replaces"),
}
"""What a node does to the one above it."""

DOWNWARD = {
    "implements": Name("được cụ thể hóa bởi", "is carried out by"),
    "based-on": Name("làm căn cứ cho", "is the ground of"),
    "established-by": Name("lập ra", "established"),
    "amends": Name("được sửa đổi, bổ sung, thay thế bởi", "is amended or replaced by"),
}
"""What happens to a node from the one below it."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one node to the one that it carries out, with the nodes and places that say so."""

    lower: str
    relation: str
    upper: str
    sources: tuple[Source, ...]
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A node of a chain: how it is reached (none for the first), what hangs on it, and what else it carries out.

    `repeated` nodes are unfolded on another branch, or are what the chain began with; `said` are the nodes that say how it
    is reached.
    """

    iri: str
    relation: str = ""
    sources: tuple[Source, ...] = ()
    steps: tuple[Step, ...] = ()
    also: tuple[str, ...] = ()
    repeated: bool = False
    said: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many nodes hang on this one, all levels together."""
        return sum(1 + step.size for step in self.steps)


@dataclass(frozen=True)
class Arrows:
    """All arrows, by their lower and by their upper end."""

    above: Mapping[str, Sequence[Arrow]] = field(default_factory=dict)
    below: Mapping[str, Sequence[Arrow]] = field(default_factory=dict)


def _stated(book: Book) -> Iterator[tuple[str, str, str]]:
    """Every arrow that is asserted, with or without a sentence."""
    for document in book.documents.values():
        ends = {"implements": document.implements, "based-on": document.based_on, "amends": document.amends}
        yield from ((document.iri, relation, upper) for relation, uppers in ends.items() for upper in uppers)
    for programme in book.programmes.values():
        ends = {"implements": programme.implements, "based-on": programme.based_on}
        ends["established-by"] = programme.established_by
        yield from ((programme.iri, relation, upper) for relation, uppers in ends.items() for upper in uppers)


@lru_cache(maxsize=2)
def arrows_of(book: Book) -> Arrows:
    """The arrows of a book, those of each node in the order of `LINKS`, of dates and names."""
    said: dict[tuple[str, str, str], list[Relation]] = {key: [] for key in _stated(book)}
    for r in book.relations:
        if r.relation in LINKS:
            said.setdefault((r.subject, r.relation, r.object), []).append(r)

    def place(iri: str) -> tuple[str, str]:
        document = book.documents.get(iri)
        return (document.date if document else "", book.name(iri).vi)

    above: dict[str, list[Arrow]] = {}
    below: dict[str, list[Arrow]] = {}
    for (lower, relation, upper), found in said.items():
        if lower != upper:
            sources = tuple(dict.fromkeys(s for r in found for s in r.sources))
            arrow = Arrow(lower, relation, upper, sources, tuple(r.iri for r in found))
            above.setdefault(lower, []).append(arrow)
            below.setdefault(upper, []).append(arrow)
    for held in above.values():
        held.sort(key=lambda a: (LINKS.index(a.relation), *place(a.upper)))
    for held in below.values():
        held.sort(key=lambda a: (LINKS.index(a.relation), *place(a.lower)))
    return Arrows(above, below)


def _unfold(arrows: Arrows, start: str, up: bool) -> Step:
    """A tree of what is reached from a node; each node is unfolded once, so that cycles end."""
    next_of, seen = arrows.above if up else arrows.below, {start}

    def end(arrow: Arrow) -> str:
        return arrow.upper if up else arrow.lower

    def others(iri: str, came_from: str) -> tuple[str, ...]:
        """What a node carries out beside the one that it hangs on here; going up, these stand beside each other anyway."""
        found = () if up else (a.upper for a in arrows.above.get(iri, ()))
        return tuple(dict.fromkeys(i for i in found if i != came_from))

    def steps(iri: str) -> tuple[Step, ...]:
        made: list[Step] = []
        arrows = next_of.get(iri, ())
        fresh = {end(a) for a in arrows} - seen
        seen.update(fresh)
        for arrow in arrows:
            reached = end(arrow)
            own = reached in fresh
            fresh.discard(reached)
            below = steps(reached) if own else ()
            also = others(reached, iri) if own else ()
            made.append(Step(reached, arrow.relation, arrow.sources, below, also, not own, arrow.said))
        return tuple(made)

    return Step(start, steps=steps(start))


def chain_up(arrows: Arrows, iri: str) -> Step:
    """What a node carries out, level by level."""
    return _unfold(arrows, iri, up=True)


def chain_down(arrows: Arrows, iri: str) -> Step:
    """What carries a node out, level by level."""
    return _unfold(arrows, iri, up=False)


def step_words(relation: str, up: bool) -> Name:
    """How a relation is said, seen from the node above it in the list."""
    return (UPWARD if up else DOWNWARD).get(relation, Name(relation))
