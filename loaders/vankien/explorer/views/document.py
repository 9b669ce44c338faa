"""A document: what it is, what it carries out and what carries it out, who speaks of it, and what was found in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vankien.explorer.addresses.paths import iri_of, rests_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Document, Name, Statement, Text
from vankien.explorer.documents.chain import Step, arrows_of, chain_down, chain_up, step_words
from vankien.explorer.documents.disputes import disputes_about
from vankien.explorer.documents.found import COUNTED, cited, parts_of, read_documents
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route

OPEN_STEPS = 12
"""A branch of a chain with at most so many nodes is unfolded."""

PLACES = {"target": "targets", "programme": "programmes", "citation": "cites", "discrepancy": "discrepancies"}
"""Where on the page of a document that was read the facts of a kind are listed; the others are counted by lines."""


def instances(book: Book) -> Iterable[str]:
    """The pages of all documents."""
    return rests_of(book, "document", book.documents)


def established_by(book: Book, document: str) -> list[str]:
    """The programmes that a document establishes."""
    return [p.iri for p in book.programmes.values() if document in p.established_by]


def targets_in(book: Book, text: Text) -> Mapping[str, Sequence[Statement]]:
    """The wordings of targets in a text, by who set them, in the order of its lines."""
    found: dict[str, list[Statement]] = {}
    for s in book.statements:
        if any(at.report == text.report for at in s.sources):
            target = book.targets.get(s.target)
            found.setdefault(target.set_by if target else "", []).append(s)
    return found


def _found(c: Context, text: Text) -> dict[str, object]:
    """What was found in a text that was read."""
    read = next(r for r in read_documents(c.book) if r.text == text)
    programmes = [p for p in c.book.programmes.values() if any(s.report == text.report for s in p.sources)]
    order = {p.iri: min(s.line for s in p.sources if s.report == text.report) for p in programmes}
    return {
        "read": read,
        "kinds": {k: c.say(n) for k, n in COUNTED.items()},
        "parts": parts_of(c.book, text),
        "programmes": sorted(programmes, key=lambda p: (order[p.iri], p.name.vi)),
        "targets": targets_in(c.book, text),
        "places": PLACES,
        "findings": [f for f in c.book.findings if f.report == text.report],
    }


def _chain_rows(c: Context, up: Step, down: Step) -> list[list[str]]:
    rows: list[list[str]] = []

    def walk(step: Step, above: str, direction: str, depth: int) -> None:
        for s in step.steps:
            lines = "; ".join(f"{x.report}:{x.line}" for x in s.sources)
            rows.append([direction, str(depth), c.name(above), s.relation, c.name(s.iri), lines, s.iri])
            walk(s, s.iri, direction, depth + 1)

    walk(up, up.iri, "up", 1)
    walk(down, down.iri, "down", 1)
    return rows


def document(c: Context, rest: str) -> Shown | None:
    """A document."""
    held: Document | None = c.book.documents.get(iri_of(c.book, "document", rest))
    if held is None:
        return None
    arrows = arrows_of(c.book)
    up, down = chain_up(arrows, held.iri), chain_down(arrows, held.iri)
    text = c.book.text_of_report.get(held.report)
    mentions = cited(c.book, held)
    titles = {m.title: m for m in c.book.citations_of[held.iri] if m.title not in ("", held.title, held.name.vi)}
    filling = {
        "d": held,
        "genre": c.word("genres", held.genre) if held.genre else "",
        "issued_at": [s for r in c.book.relations_from[held.iri] if r.relation == "issued-by" for s in r.sources],
        "up": up,
        "down": down,
        "open_steps": OPEN_STEPS,
        "step_words": step_words,
        "mentions": mentions,
        "titles": titles,
        "cites": [i for i in held.cites if i in c.book.documents],
        "established": established_by(c.book, held.iri),
        "set_targets": c.book.targets_of[held.iri],
        "charges": c.book.assignments_of[held.iri],
        "disputes": disputes_about(c.book, held.iri),
        "text": text,
        "found": _found(c, text) if text else None,
        "no_setter": Name("không rõ nơi đặt ra", "setter not known"),
    }
    columns = ("direction", "depth", "from", "relation", "to", "lines", "iri")
    nodes = [held.iri, *(r.iri for r in (*c.book.relations_from[held.iri], *c.book.relations_to[held.iri]))]
    rows = Rows(columns, _chain_rows(c, up, down))
    return Shown(c.say(held.name), "document.html", filling, nodes, rows, "documents")


ROUTES = (Route("document", document, instances),)
