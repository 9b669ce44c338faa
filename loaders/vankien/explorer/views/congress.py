"""Congresses: a list, and each with its targets, programmes, and what changed against the one before."""

from __future__ import annotations

from collections.abc import Iterable

from vankien.explorer.book.book import Book
from vankien.explorer.charts.verdicts import tally
from vankien.explorer.congresses.comparison import REASONS
from vankien.explorer.congresses.congress_page import (
    Changes,
    changes_of,
    congress_before,
    programmes_by_kind,
    readings_of,
)
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.targets import group_title, helpers, name_of
from vankien.explorer.targets.programmes_served import served
from vankien.explorer.targets.scoreboard import scoreboards, to_groups
from vankien.explorer.targets.setters import newest_first
from vankien.explorer.views.programmes import kind_word
from vankien.explorer.views.targets import board_of


def congresses(c: Context, rest: str) -> Shown | None:
    """The list of congresses: those with targets first, each part with the newest first."""
    if rest:
        return None
    ordered = newest_first(c.book, c.book.congresses.values())
    with_targets = [x for x in ordered if c.book.targets_of[x.iri]]
    others = [x for x in ordered if not c.book.targets_of[x.iri]]
    programmes = {x.iri: sum(x.iri in p.set_by for p in c.book.programmes.values()) for x in ordered}
    columns = ("congress", "key", "organisation", "ordinal", "term", "start", "end", "targets", "programmes", "iri")
    rows = [
        (
            *(c.say(x.name), x.key, c.name(x.organisation) if x.organisation else "", str(x.ordinal or "")),
            *(c.period(x.term), x.start, x.end, str(len(c.book.targets_of[x.iri])), str(programmes[x.iri]), x.iri),
        )
        for x in (*with_targets, *others)
    ]
    filling = {"with_targets": with_targets, "others": others, "programmes": programmes}
    title = c.t("Đại hội", "Congresses")
    return Shown(title, "congresses.html", filling, [x.iri for x in ordered], Rows(columns, rows))


def _rows(c: Context, changes: Changes | None) -> Rows | None:
    """What changed, as CSV."""
    if changes is None:
        return None

    def plain(text: str) -> str:
        return text.replace("\N{NO-BREAK SPACE}", " ")

    found = []
    for x in changes.continued:
        values = (plain(c.value(r.main.value)) for r in (x.before, x.now))
        said = (x.before.stated, x.before.computed, c.say(REASONS[x.reason]))
        found.append(("continued", name_of(c, x.now.target, x.now.main.wording)[0], *values, *said, x.now.target.iri))
    for kind, rows in (("new", changes.new), ("dropped", changes.dropped)):
        for r in rows:
            value = plain(c.value(r.main.value))
            pair = ("", value) if kind == "new" else (value, "")
            name = name_of(c, r.target, r.main.wording)[0]
            found.append((kind, name, *pair, r.stated if kind == "dropped" else "", "", "", r.target.iri))
    return Rows(("change", "target", "before", "now", "stated_before", "computed_before", "comparable", "iri"), found)


def congress(c: Context, rest: str) -> Shown | None:
    """The page of a congress."""
    it = c.book.congresses.get(f"{c.book.base}id/congress/{rest}")
    if it is None:
        return None
    boards = c.once(scoreboards)
    rows = boards.get(it.iri, ())
    before = congress_before(c.book, it) if rows else None
    changes = changes_of(before, boards[before.iri], rows) if before else None
    filling = {
        **helpers(c),
        "it": it,
        "board": board_of(c, it.iri) if rows else None,
        "groups": [
            (g, group_title(c, g), tally((r.stated for r in g.rows), c.language)) for g in to_groups(c.book, rows)
        ],
        "changes": changes,
        "reasons": {key: c.say(name) for key, name in REASONS.items()},
        "kinds": [(k, kind_word(c, k), held) for k, held in programmes_by_kind(c.book, it.iri).items()],
        "served": c.once(served),
        "readings": readings_of(c.book, it),
        "implementing": [r for r in c.book.relations_to[it.iri] if r.subject in c.book.documents],
    }
    nodes = [it.iri, *(r.target.iri for r in rows)]
    nodes += [p.iri for held in programmes_by_kind(c.book, it.iri).values() for p in held]
    about = c.t("Đại hội, chỉ tiêu, chương trình và thay đổi so với nhiệm kỳ trước.", "A congress and what it set.")
    return Shown(c.say(it.name), "congress.html", filling, nodes, _rows(c, changes), "", about)


def _instances(book: Book) -> Iterable[str]:
    return (iri.removeprefix(f"{book.base}id/congress/") for iri in book.congresses)


ROUTES = (Route("congresses", congresses), Route("congress", congress, _instances))
