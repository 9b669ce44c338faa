"""Targets: an overview of all that set some, and the scoreboard of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from vankien.explorer.book.book import Book
from vankien.explorer.charts.bars import stacked_bar
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.targets import (
    PARAMS,
    counts_of,
    facets_of,
    filters_of,
    group_title,
    helpers,
    nodes_of,
    rows_of,
)
from vankien.explorer.targets.scoreboard import (
    Row,
    Tally,
    as_of,
    assessed_periods,
    scoreboard,
    scoreboards,
    tally,
    to_groups,
)
from vankien.explorer.targets.setters import other_setters, period_key, setter_key, setter_of, setting_congresses

SECTION = "targets"


# --- which verdicts a bar shows ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bar:
    """The verdicts of some targets as a bar: those that documents state or, where they state none, those computed."""

    tally: Tally
    computed: bool
    svg: Markup


def bar_of(c: Context, rows: Sequence[Row]) -> Bar:
    """The bar of some targets; its counts lead to the same page narrowed to a verdict."""
    counts = tally(rows)
    only_computed = not any(k for k in counts.stated) and any(k for k in counts.computed)
    shown = counts_of(
        counts.computed if only_computed else counts.stated, c, "computed" if only_computed else "verdict"
    )
    judged = any(s.verdict for s in shown)
    return Bar(counts, only_computed, stacked_bar(shown, c.language) if judged else Markup(""))


# --- overview -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Board:
    """What set targets: IRI, key, its bar."""

    iri: str
    key: str
    bar: Bar


def board_of(c: Context, iri: str) -> Board:
    """What set targets, with its verdicts; the counts of its bar lead to its scoreboard."""
    key = setter_key(c.book, iri)
    there = replace(c, path=f"{SECTION}/{key}", params={})
    return Board(iri, key, bar_of(there, c.once(scoreboards)[iri]))


def _overview(c: Context) -> Shown:
    congresses = [board_of(c, congress.iri) for congress in setting_congresses(c.book)]
    others = [board_of(c, iri) for iri in other_setters(c.book)]
    columns = ("set_by", "name", "targets", "verdict", "mode", "count")
    rows = [
        (b.key, c.name(b.iri), str(b.bar.tally.targets), verdict or "none", mode, str(n))
        for b in (*congresses, *others)
        for mode, counts in (("stated", b.bar.tally.stated), ("computed", b.bar.tally.computed))
        for verdict, n in sorted(counts.items())
    ]
    return Shown(
        c.t("Chỉ tiêu", "Targets"),
        "targets.html",
        {"congresses": congresses, "others": others},
        [b.iri for b in (*congresses, *others)],
        Rows(columns, rows),
        SECTION,
        c.t(
            "Các chỉ tiêu mà đại hội, kế hoạch và chương trình đặt ra, và kết quả.",
            "Targets set, and what came of them.",
        ),
    )


# --- one scoreboard -------------------------------------------------------------------------------------------


def _find(book: Book, rest: str) -> tuple[str, str]:
    """What set targets, and the period of the assessment (or an empty text), from the rest of a path."""
    if iri := setter_of(book, rest):
        return iri, ""
    key, _, wanted = rest.rpartition("/")
    period = next((p.iri for p in book.periods.values() if period_key(p) == wanted), "")
    return (setter_of(book, key), period) if period else ("", "")


def _scoreboard(c: Context, rest: str) -> Shown | None:
    iri, period = _find(c.book, rest)
    if not iri:
        return None
    latest = c.once(scoreboards)[iri]
    periods = assessed_periods(c.book, latest)
    if period and period not in periods:
        return None
    rows = as_of(c.book, latest, period) if period else latest
    filters = filters_of(c, rows)
    kept = filters.kept(c.params)
    main, others = facets_of(c, filters)
    key = setter_key(c.book, iri)
    title = f"{c.t('Chỉ tiêu', 'Targets')}: {c.name(iri)}"
    filling = {
        **helpers(c),
        "iri": iri,
        "key": key,
        "periods": [(p, period_key(c.book.periods[p]), n) for p, n in reversed(periods.items())],
        "chosen_period": period,
        "bar": bar_of(c, kept),
        "sections": [(group_title(c, g), g.rows) for g in to_groups(c.book, kept)],
        "shows": shows_of(kept),
        "filters": filters,
        "main": main,
        "others": others,
        "kept": len(kept),
        "total": len(rows),
    }
    return Shown(title, "targets-board.html", filling, nodes_of(kept), rows_of(c, kept), SECTION)


def shows_of(rows: Iterable[Row]) -> dict[str, bool]:
    """Which columns a table of targets needs."""
    held = list(rows)
    return {
        "result": any(r.outcome.results for r in held),
        "stated": any(r.stated for r in held),
        "computed": any(r.computed for r in held),
        "programmes": any(r.programmes for r in held),
    }


def targets(c: Context, rest: str) -> Shown | None:
    """The overview, the scoreboard of one setter, or of one setter as of one period."""
    return _scoreboard(c, rest) if rest else _overview(c)


def _instances(book: Book) -> Iterable[str]:
    yield ""
    for iri in [*(c.iri for c in setting_congresses(book)), *other_setters(book)]:
        key = setter_key(book, iri)
        yield key
        for period in assessed_periods(book, scoreboard(book, iri)):
            yield f"{key}/{period_key(book.periods[period])}"


ROUTES = (Route(SECTION, targets, _instances, params=PARAMS),)
