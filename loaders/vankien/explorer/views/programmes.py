"""Programmes: a list by kind, and each with its targets, bodies and documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from vankien.explorer.addresses.paths import anchor
from vankien.explorer.book.book import Book, Identified
from vankien.explorer.book.records import Assignment, Programme, Relation
from vankien.explorer.charts.model import MODES
from vankien.explorer.charts.verdicts import tally
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.facets import Filters, useful
from vankien.explorer.parts.programme_map import programme_anchor
from vankien.explorer.parts.targets import NONE, helpers, key_of_programme
from vankien.explorer.targets.programmes_served import Served, kind_of, kinds_there, served
from vankien.explorer.targets.scoreboard import Row, scoreboards
from vankien.explorer.targets.setters import setter_key
from vankien.explorer.views.target import rule_words
from vankien.explorer.views.targets import shows_of

SECTION = "programmes"
COLUMNS = (
    *("programme", "kind", "set_by", "established_by", "part_of"),
    *(
        "targets_stated",
        "targets_reported",
        "targets_inferred",
        "indicators_only_reported",
        "bodies",
        "report",
        "line",
        "iri",
    ),
)
"""The list of programmes as CSV."""


# --- the list -------------------------------------------------------------------------------------------------


def kind_word(c: Context, kind: str) -> str:
    """The name of a kind of programmes."""
    return c.word("programme-kinds", kind) if kind != "other" else c.t("Loại khác", "Other kinds")


def _setters(c: Context, programme: Programme) -> list[str]:
    return [setter_key(c.book, s) for s in programme.set_by] or [NONE]


def bodies_of(book: Book, programme: str) -> tuple[Assignment, ...]:
    """Who is in charge of a programme, each body and role once."""
    return tuple({(a.body, a.role): a for a in reversed(book.assignments_of[programme])}.values())


def _csv(c: Context, held: Iterable[Served]) -> Rows:
    def row(s: Served) -> tuple[str, ...]:
        p = s.programme
        names = ("; ".join(c.name(i) for i in iris) for iris in (p.set_by, p.established_by, p.part_of))
        counts = (str(len(s.by_mode(m))) for m in MODES)
        bodies = "; ".join(f"{c.word('roles', a.role)}: {c.name(a.body)}" for a in bodies_of(c.book, p.iri))
        where = (p.sources[0].report, str(p.sources[0].line)) if p.sources else ("", "")
        return (c.say(p.name), p.kind, *names, *counts, str(len(s.only_reported)), bodies, *where, p.iri)

    return Rows(COLUMNS, [row(s) for s in held])


def _list(c: Context, kind: str) -> Shown | None:
    everything = list(c.once(served).values())
    kinds = kinds_there(s.programme for s in everything)
    if kind and kind not in kinds:
        return None
    of_kind = [s for s in everything if not kind or kind_of(s.programme) == kind]
    filters = Filters(of_kind, {"setter": lambda s: _setters(c, s.programme)})
    kept = sorted(filters.kept(c.params), key=lambda s: (-len(s.services), -len(s.only_reported)))
    names = {setter_key(c.book, i): i for s in of_kind for i in s.programme.set_by}

    def setter(key: str) -> str:
        return c.t("Văn kiện không nêu", "Not stated") if key == NONE else c.short_name(names.get(key, key))

    facet = filters.facet(c, "setter", c.t("Đặt ra bởi", "Set by"), setter)
    sections = []
    for k in kinds_there(s.programme for s in kept):
        held = [s for s in kept if kind_of(s.programme) == k]
        shown = held if kind or c.params.get("setter") else [s for s in held if not s.idle]
        sections.append((k, kind_word(c, k), shown, len(held) - len(shown)))
    filling = {
        "kinds": [(k, kind_word(c, k), sum(kind_of(s.programme) == k for s in everything)) for k in kinds],
        "kind": kind,
        "sections": sections,
        "filters": filters,
        # The overview of a static site has not all programmes, so that a filter there would leave some out.
        "facets": [] if c.links.is_static and not kind else useful([facet]),
        "kept": len(kept),
        "total": len(of_kind),
        "tally_of": lambda s: tally((x.row.stated for x in s.services), c.language),
        "bodies_of": lambda s: bodies_of(c.book, s.programme.iri),
    }
    title = c.t("Chương trình, đề án, dự án", "Programmes, schemes, projects")
    title = f"{title}: {kind_word(c, kind)}" if kind else title
    nodes = [s.programme.iri for s in kept]
    return Shown(title, "programmes.html", filling, nodes, _csv(c, kept), SECTION)


def programmes(c: Context, rest: str) -> Shown | None:
    """The list of all programmes that something is known of, or of all of one kind."""
    return _list(c, rest)


# --- one programme --------------------------------------------------------------------------------------------


def documents_of(book: Book, programme: str) -> Mapping[str, tuple[Relation, ...]]:
    """The arrows that lead to a programme from documents that carry it out or rest on it, by relation."""
    found: dict[str, list[Relation]] = {}
    for r in book.relations_to[programme]:
        if r.relation != "part-of":
            found.setdefault(r.relation, []).append(r)
    return {key: tuple(held) for key, held in found.items()}


def parts_of(book: Book, programme: str) -> tuple[Programme, ...]:
    """The programmes that are part of a programme, or that it set."""
    return tuple(p for p in book.programmes.values() if programme in (*p.part_of, *p.set_by))


def _sections(c: Context, held: Served) -> list[tuple[str, Sequence[Row]]]:
    titles = {
        "stated": c.t("Văn kiện nêu", "Stated by a document"),
        "reported": c.t("Văn kiện báo cáo kết quả cùng chương trình", "Reported by a document with the programme"),
        "inferred": c.t("Suy ra từ chỉ số chung", "Inferred from a shared indicator"),
    }
    own = {r.target.iri for r in c.once(scoreboards).get(held.programme.iri, ())}
    found = [(titles[m], [r for r in held.by_mode(m) if r.target.iri not in own]) for m in MODES]
    return [(title, rows) for title, rows in found if rows]


def places_of(book: Book, held: Served, listed: bool) -> Mapping[str, tuple[str, ...]]:
    """The contributions of a programme that have their place beside each target (if they are `listed`), or beside each
    indicator that it only reports on: all of them, each once, so that their addresses lead there. One that is shown nowhere
    stands under ""."""
    beside: dict[str, list[str]] = {}
    services = held.services if listed else ()
    first = {s.row.target.indicator: s.row.target.iri for s in reversed(services)}
    shown = {s.contribution.iri: s.row.target.iri for s in reversed(services)}
    targets = {s.row.target.iri for s in services}
    for c in book.contributions_of[held.programme.iri]:
        near = shown.get(c.iri) or (c.target if c.target in targets else first.get(c.indicator))
        near = near or (c.indicator if c.indicator in held.only_reported else "")
        beside.setdefault(near, []).append(c.iri)
    return {near: tuple(iris) for near, iris in beside.items()}


def _nodes(c: Context, held: Served) -> list[str]:
    iri, book = held.programme.iri, c.book
    kinds: tuple[Iterable[Identified], ...] = (book.contributions_of[iri], book.assignments_of[iri])
    kinds = (*kinds, book.relations_from[iri], book.relations_to[iri])
    kinds = (*kinds, (s.contribution for s in held.services), (s.row.target for s in held.services))
    return list(dict.fromkeys((iri, *(one.iri for kind in kinds for one in kind))))


def _target_rows(c: Context, held: Served) -> Rows:
    columns = ("target", "set_by", "stated", "computed", "mode", "rule", "report", "line", "iri")
    rows = []
    for s in held.services:
        source = s.contribution.sources[0] if s.contribution.sources else None
        where = (source.report, str(source.line)) if source else ("", "")
        t = s.row.target
        said = (c.say(t.name), c.name(t.set_by), s.row.stated, s.row.computed, s.contribution.mode, s.contribution.rule)
        rows.append((*said, *where, t.iri))
    for indicator, contributions in held.only_reported.items():
        source = contributions[0].sources[0] if contributions[0].sources else None
        where = (source.report, str(source.line)) if source else ("", "")
        rows.append((c.name(indicator), "", "", "", contributions[0].mode, "", *where, indicator))
    return Rows(columns, rows)


def programme(c: Context, rest: str) -> Shown | None:
    """The page of a programme."""
    held = c.once(served).get(f"{c.book.base}id/programme/{rest}")
    if held is None:
        return None
    it = held.programme
    sections = _sections(c, held)
    own = c.once(scoreboards).get(it.iri, ())
    links = {s.row.target.iri: s.contribution for s in held.services}
    filling = {
        **helpers(c),
        "it": it,
        "held": held,
        "kind": kind_word(c, kind_of(it)),
        "sections": sections,
        "shows": {**shows_of([r for _, rows in sections for r in rows]), "programmes": False},
        "links": links,
        "places": places_of(c.book, held, bool(sections)),
        "own": own,
        "own_shows": {**shows_of(own), "programmes": False},
        "bodies": bodies_of(c.book, it.iri),
        "arrows": [r.iri for r in c.book.relations_from[it.iri]] + [a.iri for a in c.book.assignments_of[it.iri]],
        "documents": documents_of(c.book, it.iri),
        "parts": parts_of(c.book, it.iri),
        "rule_words": lambda rule: rule_words(c, rule),
        "anchor": anchor,
        "map_key": next((c.book.congresses[s].key for s in it.set_by if s in c.book.congresses), ""),
        "programme_anchor": programme_anchor(it.iri),
    }
    about = c.t("Chương trình và các chỉ tiêu mà chương trình phục vụ.", "A programme and the targets that it serves.")
    return Shown(c.say(it.name), "programme.html", filling, _nodes(c, held), _target_rows(c, held), SECTION, about)


def _kinds(book: Book) -> Iterable[str]:
    return ("", *kinds_there(book.programmes.values()))


def _instances(book: Book) -> Iterable[str]:
    return (key_of_programme(iri) for iri in book.programmes)


ROUTES = (Route(SECTION, programmes, _kinds, params=("setter",)), Route("programme", programme, _instances))
