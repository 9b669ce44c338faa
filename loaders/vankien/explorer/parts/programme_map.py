"""Which programme serves which target of a congress: `Book` → what the map, the matrix and the table of links are drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vankien.explorer.addresses.paths import anchor, path_to
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Congress, Contribution, Programme
from vankien.explorer.charts.model import MODES, MapData, MapGroup, MapLink, MapProgramme, MapTarget
from vankien.explorer.pages.context import Context
from vankien.explorer.parts.targets import group_title, key_of_programme, name_of
from vankien.explorer.targets.programmes_served import KINDS, kind_of
from vankien.explorer.targets.scoreboard import Row, scoreboards, to_groups
from vankien.explorer.targets.setters import setting_congresses


@dataclass(frozen=True)
class Served:
    """The targets of a congress, the programmes that it set or that serve them, and the links between, one for each pair."""

    congress: Congress
    rows: tuple[Row, ...]
    programmes: tuple[Programme, ...]
    links: Mapping[tuple[str, str], Contribution]

    @property
    def orphans(self) -> tuple[Row, ...]:
        """The targets that no programme serves."""
        served = {target for _, target in self.links}
        return tuple(r for r in self.rows if r.target.iri not in served)

    @property
    def idle(self) -> tuple[Programme, ...]:
        """The programmes that serve no target."""
        serving = {programme for programme, _ in self.links}
        return tuple(p for p in self.programmes if p.iri not in serving)


def _order(programme: Programme) -> tuple[int, str, str]:
    kind = kind_of(programme)
    return (KINDS.index(kind) if kind in KINDS else len(KINDS), programme.name.vi, programme.iri)


def links_of(rows: Iterable[Row], modes: Sequence[str] = MODES) -> dict[tuple[str, str], Contribution]:
    """The links of some targets that are known in one of some ways, by programme and target."""
    return {
        (programme, row.target.iri): held
        for row in rows
        for programme, held in row.programmes.items()
        if held.mode in modes
    }


def to_served(book: Book, congress: Congress, rows: Sequence[Row], modes: Sequence[str] = MODES) -> Served:
    """What serves the targets of a congress, by links that are known in one of some ways; idle programmes stand last."""
    links = links_of(rows, modes)
    serving = {programme for programme, _ in links}
    chosen = (p for p in book.programmes.values() if congress.iri in p.set_by or p.iri in serving)
    ordered = sorted(chosen, key=lambda p: (p.iri not in serving, *_order(p)))
    return Served(congress, tuple(rows), tuple(ordered), links)


def narrowed(served: Served, rows: Sequence[Row], kind: str = "") -> Served:
    """The same with some of the targets, and the programmes of one kind; with a kind or fewer targets, only programmes and
    targets that are joined stay, so that nothing looks unserved that only was filtered out."""
    if len(rows) == len(served.rows) and not kind:
        return served
    programmes = [p for p in served.programmes if not kind or kind_of(p) == kind]
    targets, there = {r.target.iri for r in rows}, {p.iri for p in programmes}
    links = {pair: held for pair, held in served.links.items() if pair[0] in there and pair[1] in targets}
    if kind:
        joined = {target for _, target in links}
        return Served(served.congress, tuple(r for r in rows if r.target.iri in joined), tuple(programmes), links)
    serving = {programme for programme, _ in links}
    return Served(served.congress, tuple(rows), tuple(p for p in programmes if p.iri in serving), links)


def default_congress(book: Book, store: object = None) -> Congress | None:
    """The congress whose map is shown first: that with most links, of several with most targets."""
    boards = scoreboards(book, store)
    found = setting_congresses(book)
    return max(found, key=lambda c: (len(links_of(boards[c.iri])), len(boards[c.iri])), default=None)


# --- as the charts take it ------------------------------------------------------------------------------------


def map_key(iri: str) -> str:
    """The key of a programme or target inside a picture."""
    return anchor(iri).partition("-")[2]


def _target(c: Context, row: Row, absolute: bool) -> MapTarget:
    name, value = name_of(c, row.target, row.main.wording)[0], c.value(row.main.value)
    href = row.target.iri if absolute else c.href(row.target.iri)
    return MapTarget(map_key(row.target.iri), name, value, row.stated, row.computed, href)


def _programme(c: Context, programme: Programme, absolute: bool) -> MapProgramme:
    kind = c.word("programme-kinds", programme.kind) if programme.kind else ""
    href = programme.iri if absolute else c.href(programme.iri)
    return MapProgramme(map_key(programme.iri), c.say(programme.name), kind, href=href)


def to_map_data(c: Context, served: Served, *, absolute: bool = False) -> MapData:
    """The map, matrix and table of what serves the targets of a congress; with `absolute`, addresses are IRIs, for a file that
    leaves the site."""
    links = []
    for (programme, target), held in served.links.items():
        source = held.sources[0] if held.sources else None
        words, href = (c.source_words(source), c.to(path_to(source))) if source else ("", "")
        href = held.iri if absolute else href
        links.append(MapLink(map_key(programme), map_key(target), held.mode, words, href))
    groups = tuple(
        MapGroup(group_title(c, g), tuple(_target(c, r, absolute) for r in g.rows))
        for g in to_groups(c.book, served.rows)
    )
    programmes = tuple(_programme(c, p, absolute) for p in served.programmes)
    return MapData(programmes, groups, tuple(links), c.short_name(served.congress.iri))


def programme_anchor(iri: str) -> str:
    """The place of a programme on the map."""
    return f"p-{map_key(iri)}"


def programme_words(c: Context, served: Served) -> list[tuple[str, ...]]:
    """The links as rows, then targets and programmes without one: programme, kind, target, value, verdicts, mode, rule, where."""
    names = {p.iri: (key_of_programme(p.iri), c.say(p.name), p.kind) for p in served.programmes}
    rows_of = {r.target.iri: r for r in served.rows}

    def of_target(row: Row) -> tuple[str, ...]:
        name = name_of(c, row.target, row.main.wording)[0]
        return name, c.value(row.main.value).replace("\N{NO-BREAK SPACE}", " "), row.stated, row.computed

    found = []
    for (programme, target), held in served.links.items():
        where = (held.sources[0].report, str(held.sources[0].line)) if held.sources else ("", "")
        found.append(
            (*names[programme][1:], *of_target(rows_of[target]), held.mode, held.rule, *where, programme, target)
        )
    found += [("", "", *of_target(r), "", "", "", "", "", r.target.iri) for r in served.orphans]
    found += [(*names[p.iri][1:], *[""] * 8, p.iri, "") for p in served.idle]
    return found
