"""Which programme serves which target: a map, a matrix and a table of the same links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from markupsafe import Markup

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Congress
from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.model import MODES, MapData
from vankien.explorer.charts.tables import link_table, matrix
from vankien.explorer.charts.words import VERDICT_MARKS
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.facets import Facet, Filters, useful
from vankien.explorer.parts.programme_map import (
    Served,
    default_congress,
    links_of,
    narrowed,
    programme_words,
    to_map_data,
    to_served,
)
from vankien.explorer.parts.targets import NONE
from vankien.explorer.targets.programmes_served import kind_of, kinds_there
from vankien.explorer.targets.scoreboard import Row, scoreboard, scoreboards
from vankien.explorer.targets.setters import congress_of, setting_congresses

SECTION = "map"
VIEWS = ("map", "matrix", "table")
STRICT: Mapping[str, tuple[str, ...]] = {"stated": MODES[:1], "reported": MODES[:2]}
"""The parts of the path that leave out links: what documents state, and what they state or report."""

COLUMNS = (
    *("programme", "programme_kind", "target", "value", "stated", "computed", "mode", "rule", "report", "line"),
    *("programme_iri", "target_iri"),
)
"""The links as CSV; targets and programmes without any have a row each."""


def _find(c: Context, rest: str) -> tuple[Congress | None, str]:
    """The congress, and which links are shown (a key of `STRICT`, or an empty text)."""
    if not rest:
        return c.once(default_congress), ""
    key, _, strict = rest.partition("/")
    congress = congress_of(c.book, key)
    known = congress is not None and c.book.targets_of[congress.iri] and strict in ("", *STRICT)
    return (congress if known else None), strict


def modes_there(rows: Iterable[Row]) -> list[str]:
    """The ways in which the links of some targets are known."""
    there = {held.mode for held in links_of(rows).values()}
    return [m for m in MODES if m in there]


def strict_choices(modes: list[str]) -> list[str]:
    """The keys of `STRICT` that leave something out, and something in."""
    return [key for key, kept in STRICT.items() if key in modes and set(modes) - set(kept)]


def _facets(c: Context, served: Served) -> tuple[list[Facet], Filters[Row]]:
    by_target: dict[str, list[str]] = {}
    kinds = {p.iri: kind_of(p) for p in served.programmes}
    for programme, target in served.links:
        by_target.setdefault(target, []).append(kinds[programme])
    filters = Filters(
        served.rows,
        {"verdict": lambda r: (r.stated or NONE,), "kind": lambda r: by_target.get(r.target.iri, ())},
    )

    def verdict(key: str) -> str:
        return c.t("Chưa có", "None") if key == NONE else c.word("verdicts", key)

    facets = [
        filters.facet(c, "verdict", c.t("Văn kiện đánh giá", "Verdict stated"), verdict, (*VERDICT_MARKS, NONE)),
        filters.facet(
            c,
            "kind",
            c.t("Loại chương trình", "Kind of programme"),
            lambda k: c.word("programme-kinds", k),
            kinds_there(served.programmes),
        ),
    ]
    return useful(facets), filters


def _faces(c: Context, data: MapData, view: str) -> dict[str, Markup]:
    """What a wide screen shows, and what a narrow one shows in its place."""
    if view == "table":
        return {"wide": link_table(data, c.language), "narrow": Markup("")}
    wide = matrix(data, c.language) if view == "matrix" else programme_target_map(data, c.language)
    return {"wide": wide, "narrow": link_table(data, c.language)}


def programme_map(c: Context, rest: str) -> Shown | None:
    """The map of a congress; ``view`` chooses one of three faces."""
    congress, strict = _find(c, rest)
    view = c.params.get("view", "map")
    if not rest and not setting_congresses(c.book):
        return Shown(
            c.t("Chương trình nào phục vụ chỉ tiêu nào", "Which programme serves which target"), "map-empty.html"
        )
    if congress is None or view not in VIEWS:
        return None
    rows = c.once(scoreboards)[congress.iri]
    modes = modes_there(rows)
    if strict and strict not in strict_choices(modes):
        return None
    whole = to_served(c.book, congress, rows, STRICT.get(strict, MODES))
    facets, filters = _facets(c, whole)
    served = narrowed(whole, filters.kept(c.params, "kind"), c.params.get("kind", ""))
    data = to_map_data(c, served)
    filling = {
        "congress": congress,
        "congresses": setting_congresses(c.book),
        "view": view,
        "strict": strict,
        "stricts": strict_choices(modes),
        "served": served,
        "facets": [] if c.links.is_static else facets,
        "faces": _faces(c, data, view),
        "chosen": {k: v for k, v in c.params.items() if k != "view" and v},
        "title": c.t("Chương trình nào phục vụ chỉ tiêu nào", "Which programme serves which target"),
    }
    nodes = [*(h.iri for h in served.links.values()), *(p.iri for p in served.programmes)]
    nodes += [r.target.iri for r in served.rows]
    title = f"{filling['title']}: {c.short_name(congress.iri)}"
    draw = partial(_file, c, served)
    return Shown(title, "map.html", filling, nodes, Rows(COLUMNS, programme_words(c, served)), SECTION, svg=draw)


def _file(c: Context, served: Served) -> str:
    return str(programme_target_map(to_map_data(c, served, absolute=True), c.language, standalone=True))


def _instances(book: Book) -> Iterable[str]:
    yield ""
    for congress in setting_congresses(book):
        yield congress.key
        yield from (f"{congress.key}/{s}" for s in strict_choices(modes_there(scoreboard(book, congress.iri))))


ROUTES = (Route(SECTION, programme_map, _instances, faces=VIEWS[1:], params=("view", "verdict", "kind")),)
