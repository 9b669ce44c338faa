"""One indicator over terms and places: its series, targets, programmes, and the words that documents use for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from vankien.explorer.addresses.paths import anchor, path_of
from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Assessment, Indicator, Observation
from vankien.explorer.charts.series_svg import small_multiples
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.pictures import fits, to_series_data
from vankien.explorer.targets.aims import Aim, by_setter, programmes_for
from vankien.explorer.targets.series import Run, to_runs
from vankien.explorer.wording.cells import SOURCE, VALUE, source_cells, value_cells
from vankien.graph.terms.vocabulary import VK_IRI

COLUMNS = ("place", "scope", "period", *VALUE, "status", "wording", "document", *SOURCE, "observation")
"""The columns of the values as CSV."""

MOST_DRAWN = 8
"""How many series of an indicator are drawn; the table has all."""


def narrower(book: Book, iri: str) -> tuple[str, ...]:
    """The indicators that have this one above them, by name."""
    return tuple(i.iri for i in book.indicators.values() if iri in i.broader)


def wordings_of(book: Book, indicator: Indicator) -> list[tuple[str, int]]:
    """What documents call an indicator, with how often, the most frequent first."""
    targets = (s.wording for t in book.targets_with[indicator.iri] for s in book.statements_of[t.iri])
    counts = Counter(w for w in (*(o.wording for o in book.observations_of[indicator.iri]), *targets) if w)
    return sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))


def loose_verdicts(book: Book, indicator: str) -> tuple[Assessment, ...]:
    """The verdicts on an indicator that name no target."""
    return tuple(a for a in book.assessments_on[indicator] if not a.target)


def series_name(c: Context, run: Run) -> str:
    """What sets a series apart on its page: place or scope, unit, basis."""
    place = c.name(run.key.place) if run.key.place else c.t("không rõ địa phương", "no place given")
    basis = c.word("bases", run.key.basis) if run.key.basis else ""
    parts = (
        place,
        run.key.scope_note,
        c.unit(run.key.unit, run.unit_text) or c.t("không ghi đơn vị", "no unit"),
        basis,
    )
    return " · ".join(p for p in parts if p)


def _csv(c: Context, runs: Sequence[Run]) -> Rows:
    def row(o: Observation) -> tuple[str, ...]:
        place = c.name(o.place) if o.place else ""
        said = (c.period(o.period), *value_cells(o.value), o.status, o.wording)
        return (place, o.scope_note, *said, c.name(o.document), *source_cells(o.sources), o.iri)

    return Rows(COLUMNS, [row(o) for run in runs for o in run.observations])


def _drawn(c: Context, runs: Sequence[Run], aims: Sequence[Aim]) -> tuple[Markup, int]:
    """The series with at least two dated periods, or one and a target, as small charts; and how many had no room."""
    worth = [r for r in runs if len({o.period for o in r.dated}) + any(fits(a, r) for a in aims if a.values) > 1]
    if not worth:
        return Markup(""), 0
    data = to_series_data(c, [(r, series_name(c, r)) for r in worth[:MOST_DRAWN]], aims)
    return small_multiples(data, c.language), len(worth[MOST_DRAWN:])


def indicator(c: Context, rest: str) -> Shown | None:
    """The page of an indicator; the route says whether it is one of the list."""
    iri = f"{VK_IRI if c.path.startswith('concept/') else c.book.base + 'id/'}{c.path}"
    found = c.book.indicators.get(iri)
    if found is None or path_of(c.book, iri) != c.path:
        return None
    runs = to_runs(c.book, c.book.observations_of[iri])
    targets = by_setter(c.book, c.book.targets_with[iri])
    verdicts = loose_verdicts(c.book, iri)
    wordings = [(w, n) for w, n in wordings_of(c.book, found) if w != found.name.vi]
    picture, not_drawn = _drawn(c, runs, [a for held in targets.values() for a in held])
    filling = {
        "it": found,
        "picture": picture,
        "not_drawn": not_drawn,
        "runs": runs,
        "series_name": lambda run: series_name(c, run),
        "targets": targets,
        "verdicts": verdicts,
        "programmes": programmes_for(c.book, iri),
        "wordings": wordings,
        "narrower": narrower(c.book, iri),
        "anchor": anchor,
        "conflicts": sum(bool(r.conflicting) for r in runs),
    }
    nodes = [iri, *(o.iri for r in runs for o in r.observations), *(a.iri for a in verdicts)]
    nodes += [n for held in targets.values() for a in held for n in (a.target.iri, *(s.iri for s in a.wordings))]
    title = c.say(found.name)
    about = c.t(
        f"Chỉ tiêu và số liệu của “{title}” qua các nhiệm kỳ và địa phương.",
        f"Targets and values of “{title}” over terms and places.",
    )
    return Shown(title, "indicator.html", filling, nodes, _csv(c, runs), "indicators", about)


def _listed(book: Book) -> Iterable[str]:
    return (p.removeprefix("concept/indicators/") for p in _paths(book) if p.startswith("concept/"))


def _unlisted(book: Book) -> Iterable[str]:
    return (p.removeprefix("indicator/") for p in _paths(book) if p.startswith("indicator/"))


def _paths(book: Book) -> Iterable[str]:
    paths = (path_of(book, i) for i in book.indicators if i in book.spoken_of)
    return (p for p in paths if p.startswith(("concept/indicators/", "indicator/")))


ROUTES = (Route("concept/indicators", indicator, _listed), Route("indicator", indicator, _unlisted))
