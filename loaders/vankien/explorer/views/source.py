"""The source viewer: a text with line numbers, what was read from each line, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from vankien.explorer.addresses.paths import LINES_PER_PART, path_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Text
from vankien.explorer.documents.found import count_parts
from vankien.explorer.documents.lines import KINDS, Fact, facts_by_line, spans_of
from vankien.explorer.documents.texts import mark_raw, mark_restored
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.model import Line


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the page: its number, its text as printed and as restored (None where it was not), notes."""

    number: int
    printed: Markup
    restored: Markup | None
    notes: tuple[Markup, ...]


def instances(book: Book) -> Iterable[str]:
    """All pages of all texts."""
    return (f"{t.report}/{part}" for t in book.texts.values() for part in range(1, count_parts(t) + 1))


# --- notes ----------------------------------------------------------------------------------------------------


def _details(c: Context, fact: Fact) -> Markup:
    """What a fact says, in a few words."""
    period = c.book.periods.get(fact.period)
    if fact.kind in ("target", "observation") and fact.value is not None:
        words = c.value(fact.value)
        return escape(f"{words} ({period.label})" if period else words)
    if fact.kind == "assessment":
        return escape(c.word("verdicts", fact.key))
    if fact.kind == "relation":
        return escape(c.word("relations", fact.key)) + " " + c.link(fact.other)
    if fact.kind == "contribution":
        return c.link(fact.other)
    if fact.kind == "assignment":
        return escape(c.word("roles", fact.key)) + ": " + c.link(fact.other)
    return Markup("")


def _about(c: Context, fact: Fact) -> str:
    """What a fact is about, by name."""
    if fact.kind == "discrepancy":
        return c.book.discrepancy[fact.iri].about
    return c.say(c.book.finding[fact.iri].message) if fact.kind == "finding" else c.name(fact.about)


def _link(c: Context, fact: Fact) -> Markup:
    """A link to the place of a fact on the page of what it is about."""
    if fact.kind in ("discrepancy", "finding"):
        tongue = Markup(' lang="vi"') if fact.kind == "discrepancy" and c.language == "en" else ""
        return Markup('<a href="{}"{}>{}</a>').format(c.href(fact.iri), tongue, _about(c, fact))
    place = path_of(c.book, fact.iri).partition("#")[2]
    page = path_of(c.book, fact.about).partition("#")[0]
    if not page:
        return escape(c.name(fact.about))
    tongue = Markup(' lang="vi"') if c.language == "en" and not c.book.name(fact.about).en else ""
    return Markup('<a href="{}"{}>{}</a>').format(
        c.to(f"{page}#{place}" if place else page), tongue, c.name(fact.about)
    )


def notes_of(c: Context, facts: Sequence[Fact]) -> tuple[Markup, ...]:
    """The facts of a line in words: those of one kind about one thing together."""
    notes = []
    for (kind, _), group in groupby(facts, key=lambda f: (f.kind, f.about)):
        same = list(group)
        details = list(dict.fromkeys(d for d in (_details(c, f) for f in same) if d))
        said = Markup(": ") + Markup(" · ").join(details) if details else Markup("")
        name = Markup('<span class="kind k-{}">{}</span> ').format(kind, c.say(KINDS[kind]))
        notes.append(name + _link(c, same[0]) + said)
    return tuple(notes)


# --- the page -------------------------------------------------------------------------------------------------


def _marked(pieces: Iterable[tuple[str, bool]]) -> Markup:
    return Markup("").join(Markup("<mark>{}</mark>").format(p) if marked else escape(p) for p, marked in pieces)


def _lines(c: Context, text: Text, first: int, last: int) -> tuple[list[ShownLine], bool]:
    """The lines of a part that say something, and whether restored ones are still being worked on."""
    facts = facts_by_line(c.book, text.report, first, last)
    printed: tuple[Line, ...] = c.texts.lines(text.report)[first - 1 : last]
    if not printed:
        return [ShownLine(n, Markup(""), None, notes_of(c, f)) for n, f in facts.items()], False
    outcome = c.texts.restored(text.report, wait=c.links.is_static)
    restored = outcome.value or {}
    start, end = printed[0].start, printed[-1].start + len(printed[-1].text)
    spans = [(s, e) for s, e in spans_of(c.book, text.report) if e > start and s < end]
    shown = []
    for line in printed:
        if not line.text.strip() and line.number not in facts:
            continue
        own = [(s, e) for s, e in spans if e > line.start and s < line.start + len(line.text)]
        other = restored.get(line.number)
        both = _marked(mark_restored(line, other, own)) if other else None
        shown.append(
            ShownLine(line.number, _marked(mark_raw(line, own)), both, notes_of(c, facts.get(line.number, ())))
        )
    return shown, not outcome.is_there


def _place(c: Context, rest: str) -> tuple[Text, int] | None:
    """The text and the part that a path names; without a part, the one with the line that was asked for."""
    report, _, part = rest.partition("/")
    text = c.book.text_of_report.get(report)
    asked = c.params.get("line", "")
    if text is None or (part and not part.isdecimal()):
        return None
    if asked.isdecimal() and 1 <= int(asked[:9]) <= text.lines:
        return text, (int(asked) - 1) // LINES_PER_PART + 1
    number = int(part[:9]) if part else 1
    return (text, number) if 1 <= number <= count_parts(text) else None


def source(c: Context, rest: str) -> Shown | None:
    """A part of a text."""
    place = _place(c, rest)
    if place is None:
        return None
    text, part = place
    first, last = (part - 1) * LINES_PER_PART + 1, min(part * LINES_PER_PART, text.lines)
    shown, waiting = _lines(c, text, first, last)
    name = c.book.short_names[text.report]
    refused = next((r for r in c.texts.refused if r.report == text.report), None)
    asked = c.params.get("line", "")
    facts = facts_by_line(c.book, text.report, first, last)
    filling = {
        "text": text,
        "name": name,
        "part": part,
        "size": LINES_PER_PART,
        "parts": [
            (n, (n - 1) * LINES_PER_PART + 1, min(n * LINES_PER_PART, text.lines))
            for n in range(1, count_parts(text) + 1)
        ],
        "lines": shown,
        "has_text": bool(c.texts.lines(text.report)),
        "has_restored": any(line.restored is not None for line in shown),
        "waiting": waiting,
        "refused": refused,
        "asked": int(asked) if asked.isdecimal() and first <= int(asked[:9]) <= last else None,
        "first": first,
        "last": last,
        "count": sum(map(len, facts.values())),
    }
    title = c.t(f"{name}: dòng {first}–{last}", f"{name}: lines {first}–{last}")
    nodes = list(dict.fromkeys([text.iri, *(f.iri for held in facts.values() for f in held)]))
    return Shown(title, "source.html", filling, nodes, _rows(c, facts), "documents")


def _rows(c: Context, facts: Mapping[int, tuple[Fact, ...]]) -> Rows:
    """The facts of the page as a table."""
    columns = ("line", "kind", "about", "says", "iri")
    rows = [
        (str(line), c.say(KINDS[f.kind]), _about(c, f), _details(c, f).striptags(), f.iri)
        for line, held in facts.items()
        for f in held
    ]
    return Rows(columns, rows)


ROUTES = (Route("source", source, instances, params=("line",)),)
