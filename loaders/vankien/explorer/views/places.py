"""Places: the list of those that documents speak of, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vankien.explorer.addresses.paths import path_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Observation, Place
from vankien.explorer.congresses.comparison import congress_pairs, place_key, place_of, place_pairs
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.targets.aims import Aim, by_setter
from vankien.explorer.targets.series import Run, latest, to_runs
from vankien.explorer.wording.cells import SOURCE, VALUE, source_cells, value_cells
from vankien.graph.terms.vocabulary import VK_IRI
from vankien.vietnamese import fold

LEVELS = ("national", "region", "province", "district", "commune", "village", "")
"""The levels of places, the highest first."""


INLINE = 120
"""How many series of a place stand on its own page; of more, each theme has a page."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The latest value of a series: the series, the value, and how many values the series has."""

    run: Run
    last: Observation
    values: int


def spoken_places(book: Book) -> tuple[Place, ...]:
    """The places that documents give values or targets for, by level, then those with most values."""
    spoken = (p for p in book.places.values() if p.iri in book.spoken_of)

    def order(place: Place) -> tuple[int, int, str]:
        known = place.level if place.level in LEVELS else ""
        return LEVELS.index(known), -len(book.observations_in[place.iri]), fold(place.name.vi)

    return tuple(sorted(spoken, key=order))


def merged_from(book: Book, place: str) -> tuple[str, ...]:
    """The places that went into a place."""
    return tuple(p.iri for p in book.places.values() if p.merged_into == place)


def parts_of(book: Book, place: str) -> tuple[str, ...]:
    """The places within a place that documents speak of."""
    return tuple(p.iri for p in book.places.values() if p.within == place and p.iri in book.spoken_of)


def readings(book: Book, place: str) -> Mapping[str, tuple[Reading, ...]]:
    """The latest values of a place by theme (key; empty for indicators that are in no list), each series once."""
    found: dict[str, list[Reading]] = {}
    for run in to_runs(book, book.observations_in[place]):
        indicator, last = book.indicators.get(run.key.indicator), latest(book, run)
        last = last or run.observations[-1]
        themes = indicator.themes[:1] if indicator and indicator.listed else ("",)
        found.setdefault((themes or ("",))[0], []).append(Reading(run, last, len(run.observations)))
    order = {iri: at for at, iri in enumerate(book.indicators)}
    return {
        theme: tuple(sorted(held, key=lambda r: (order.get(r.run.key.indicator, 0), r.run.key)))
        for theme, held in found.items()
    }


def aims_in(book: Book, place: str) -> Mapping[str, tuple[Aim, ...]]:
    """The targets for a place by what set them."""
    return by_setter(book, book.targets_in[place])


def comparisons_with(book: Book, place: str) -> list[tuple[str, str]]:
    """The comparisons that a place has a part in: path, and the IRI of the other place or both congresses' names."""
    pairs = [(f"compare/places/{place_key(a.iri)}/{place_key(b.iri)}", a, b) for a, b in place_pairs(book)]
    found = [(path, (b if a.iri == place else a).name.vi) for path, a, b in pairs if place in (a.iri, b.iri)]
    for one, other in congress_pairs(book):
        if place in (place_of(book, one.iri), place_of(book, other.iri)):
            names = " – ".join(c.name.vi.removeprefix("Đại hội ") for c in (one, other))
            found.append((f"compare/{one.key}/{other.key}", names))
    return found


def places(c: Context, rest: str) -> Shown | None:
    """The list of places."""
    if rest:
        return None
    shown = spoken_places(c.book)
    rows = [(p, len(c.book.targets_in[p.iri]), len(c.book.observations_in[p.iri])) for p in shown]
    columns = ("place", "iri", "level", "targets", "values")
    return Shown(
        c.t("Địa phương", "Places"),
        "places.html",
        {
            "places": rows,
            "pairs": place_pairs(c.book),
            "others": len(c.book.places) - len(rows),
            "place_key": place_key,
        },
        nodes=[p.iri for p in shown],
        rows=Rows(columns, [(c.say(p.name), p.iri, p.level, str(t), str(v)) for p, t, v in rows]),
        description=c.t(
            "Các địa phương có chỉ tiêu và số liệu trong văn kiện.",
            "The places that documents give targets and values for.",
        ),
    )


def place(c: Context, rest: str) -> Shown | None:
    """The page of a place, and ``<place>/<theme>``: its latest values of one theme."""
    found, theme = _find(c, c.path)
    if found is None:
        return None
    latest_values = readings(c.book, found.iri)
    if theme:
        return _theme(c, found, theme, latest_values[theme]) if theme in latest_values else None
    themes = sorted((t for t in latest_values if t), key=lambda t: fold(c.word("themes", t)))
    filling = {
        "it": found,
        "themes": [(t, latest_values[t]) for t in themes],
        "split": _is_split(latest_values),
        "others": latest_values.get("", ()),
        "targets": aims_in(c.book, found.iri),
        "merged_from": merged_from(c.book, found.iri),
        "parts": parts_of(c.book, found.iri),
        "comparisons": comparisons_with(c.book, found.iri),
        "values": len(c.book.observations_in[found.iri]),
    }
    nodes = [found.iri, *(t.iri for t in c.book.targets_in[found.iri])]
    nodes += [o.iri for o in c.book.observations_in[found.iri]]
    title = c.say(found.name)
    about = c.t(f"Chỉ tiêu và số liệu của {title} trong văn kiện.", f"Targets and values of {title} in the documents.")
    return Shown(title, "place.html", filling, nodes, _csv(c, c.book.observations_in[found.iri]), "", about)


def _is_split(latest_values: Mapping[str, Sequence[Reading]]) -> bool:
    """True if the values of a place fill a page for each theme."""
    return sum(len(held) for theme, held in latest_values.items() if theme) > INLINE


def _find(c: Context, path: str) -> tuple[Place | None, str]:
    """The place that a path names, and the theme after it."""
    for whole, theme in ((path, ""), (path.rpartition("/")[0], path.rpartition("/")[2])):
        iri = f"{VK_IRI if whole.startswith('concept/') else c.book.base + 'id/'}{whole}"
        if iri in c.book.places and path_of(c.book, iri) == whole:
            return c.book.places[iri], theme
    return None, ""


def _theme(c: Context, found: Place, theme: str, held: Sequence[Reading]) -> Shown:
    words = c.word("themes", theme)
    values = [o for r in held for o in r.run.observations]
    return Shown(
        f"{c.say(found.name)}: {words}",
        "place-theme.html",
        {"it": found, "held": held, "words": words},
        nodes=[found.iri, *(o.iri for o in values)],
        rows=_csv(c, values),
        description=c.t(f"Số liệu mới nhất: {words}.", f"Latest values: {words}."),
    )


def _csv(c: Context, values: Sequence[Observation]) -> Rows:
    def row(o: Observation) -> tuple[str, ...]:
        said = (c.period(o.period), *value_cells(o.value), o.status)
        return (c.name(o.indicator), o.scope_note, *said, *source_cells(o.sources), o.indicator, o.iri)

    columns = ("indicator", "scope", "period", *VALUE, "status", *SOURCE, "indicator_iri", "observation")
    return Rows(columns, [row(o) for o in values])


def _with(prefix: str, book: Book) -> Iterable[str]:
    for found in spoken_places(book):
        path = path_of(book, found.iri)
        if path.startswith(prefix):
            key, latest_values = path.removeprefix(prefix), readings(book, found.iri)
            yield key
            yield from (f"{key}/{theme}" for theme in sorted(latest_values) if theme and _is_split(latest_values))


ROUTES = (
    Route("places", places),
    Route("concept/places", place, lambda book: _with("concept/places/", book)),
    Route("place", place, lambda book: _with("place/", book)),
)
