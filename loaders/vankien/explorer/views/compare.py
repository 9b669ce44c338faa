"""Two congresses, or two places, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Congress, Observation, Place
from vankien.explorer.congresses.comparison import (
    REASONS,
    Measured,
    Pair,
    Side,
    compare_congresses,
    compare_places,
    congress_pairs,
    find_place,
    only_of,
    place_key,
    place_of,
    place_pairs,
)
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.wording.cells import SOURCE, VALUE, source_cells, value_cells


def find_congress(book: Book, key: str) -> Congress | None:
    """The congress with a key, if it set targets."""
    return next((c for c in book.congresses.values() if c.key == key and book.targets_of[c.iri]), None)


def compare(c: Context, rest: str) -> Shown | None:
    """``compare``, ``compare/<congress>/<congress>``, ``compare/places/<place>/<place>``."""
    if not rest:
        return _choices(c)
    parts = rest.split("/")
    if len(parts) == 3 and parts[0] == "places":
        a, b = (find_place(c.book, key) for key in parts[1:])
        return _places(c, a, b) if a and b and a != b else None
    if len(parts) == 2:
        one, other = (find_congress(c.book, key) for key in parts)
        return _congresses(c, one, other) if one and other and one != other else None
    return None


def _choices(c: Context) -> Shown | None:
    """Which comparisons there are; a form for any other pair leads on with ``a`` and ``b``."""
    a, b = c.params.get("a", ""), c.params.get("b", "")
    if a and b and a != b:
        target = f"{a}/{b}" if find_congress(c.book, a) else f"places/{a}/{b}"
        chosen = compare(c, target)
        if chosen is not None:
            return chosen
    congresses = [x for x in c.book.congresses.values() if c.book.targets_of[x.iri]]
    return Shown(
        c.t("So sánh", "Comparisons"),
        "compare.html",
        {
            "congress_pairs": congress_pairs(c.book),
            "place_pairs": place_pairs(c.book),
            "congresses": congresses,
            "place_key": place_key,
            "nothing": bool(a and b),
        },
        description=c.t("Hai đại hội hoặc hai địa phương đặt cạnh nhau.", "Two congresses or two places side by side."),
    )


def _by_reason(pairs: Sequence[Pair]) -> list[tuple[str, list[Pair]]]:
    return [(reason, list(held)) for reason, held in groupby(pairs, key=lambda p: p.reason)]


def _congresses(c: Context, a: Congress, b: Congress) -> Shown:
    pairs = compare_congresses(c.book, a, b)
    places = tuple(place_of(c.book, x.iri) for x in (a, b))
    measured = compare_places(c.book, *places) if all(places) and places[0] != places[1] else ()
    title = f"{c.short_name(a.iri)} – {c.short_name(b.iri)}"
    filling = {
        "a": a,
        "b": b,
        "comparable": [p for p in pairs if not p.reason],
        "others": _by_reason([p for p in pairs if p.reason]),
        "reasons": REASONS,
        "only": [(x, only_of(c.book, x, y)) for x, y in ((a, b), (b, a))],
        "measured": measured,
        "places": places,
        "comparison": f"compare/places/{place_key(places[0])}/{place_key(places[1])}" if measured else "",
    }
    nodes = dict.fromkeys((a.iri, b.iri, *(s.target.iri for p in pairs for s in (p.a, p.b))))
    about = c.t(
        f"Chỉ tiêu của hai đại hội đặt cạnh nhau: {title}.", f"Targets of two congresses side by side: {title}."
    )
    return Shown(title, "compare-congresses.html", filling, list(nodes), _pair_rows(c, pairs), "targets", about)


def _both(names: Sequence[str]) -> tuple[str, ...]:
    """The names of columns for the first and for the second."""
    return tuple(f"{side}_{name}" for side in "ab" for name in names)


def _pair_rows(c: Context, pairs: Sequence[Pair]) -> Rows:
    def side(s: Side) -> tuple[str, ...]:
        return (s.target.iri, *value_cells(s.value), s.target.deadline, *source_cells(s.sources))

    columns = ("indicator", "reason", *_both(("target", *VALUE, "deadline", *SOURCE)))
    return Rows(columns, [(c.name(p.indicator), c.say(REASONS[p.reason]), *side(p.a), *side(p.b)) for p in pairs])


def _places(c: Context, a: Place, b: Place) -> Shown:
    measured = compare_places(c.book, a.iri, b.iri)
    title = f"{c.say(a.name)} – {c.say(b.name)}"
    filling = {
        "a": a,
        "b": b,
        "comparable": [m for m in measured if not m.reason],
        "others": [m for m in measured if m.reason],
        "reasons": REASONS,
    }
    nodes = [a.iri, b.iri, *(o.iri for m in measured for o in (m.a, m.b))]
    about = c.t(f"Số liệu mới nhất của {title} đặt cạnh nhau.", f"The latest values of {title} side by side.")
    return Shown(title, "compare-places.html", filling, nodes, _measured_rows(c, measured), "", about)


def _measured_rows(c: Context, measured: Sequence[Measured]) -> Rows:
    def side(o: Observation) -> tuple[str, ...]:
        return (c.period(o.period), *value_cells(o.value), o.status, *source_cells(o.sources))

    columns = ("indicator", "reason", *_both(("period", *VALUE, "status", *SOURCE)))
    return Rows(columns, [(c.name(m.indicator), c.say(REASONS[m.reason]), *side(m.a), *side(m.b)) for m in measured])


def _instances(book: Book) -> Iterable[str]:
    congresses = (f"{a.key}/{b.key}" for a, b in congress_pairs(book))
    places = (f"places/{place_key(a.iri)}/{place_key(b.iri)}" for a, b in place_pairs(book))
    return ("", *congresses, *places)


ROUTES = (Route("compare", compare, _instances, params=("a", "b")),)
