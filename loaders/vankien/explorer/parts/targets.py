"""Targets as they are written on pages and in tables: names, results, filters, rows for spreadsheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from markupsafe import Markup

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import Observation, Target, Value
from vankien.explorer.charts.model import VERDICTS, Count
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows
from vankien.explorer.parts.facets import Facet, Filters, useful
from vankien.explorer.targets.scoreboard import Group, Row, theme_of
from vankien.graph.terms.vocabulary import last_part

NONE = "none"
"""The key of "without" in filters: without a verdict, without a group."""

COLUMNS = (
    "group",
    "target",
    "comparator",
    "value",
    "upper",
    "unit",
    "basis",
    "deadline",
    "result",
    "result_upper",
    "result_unit",
    "result_period",
    "result_status",
    "stated",
    "stated_as_of",
    "percent_printed",
    "computed",
    "differs",
    "programmes",
    "report",
    "line",
    "iri",
)
"""The columns of the scoreboard as CSV."""


# --- names ----------------------------------------------------------------------------------------------------


def name_of(c: Context, target: Target, wording: str = "") -> tuple[str, bool]:
    """The name of a target without its year, and whether it is in the language of the page: the wording in Vietnamese, the
    name of the indicator in English where there is one."""
    indicator = c.book.indicators.get(target.indicator)
    if c.language == "en" and indicator and indicator.name.en:
        return indicator.name.en, True
    return wording or (indicator.name.vi if indicator else "") or target.name.vi, c.language == "vi"


def target_link(c: Context, target: Target, wording: str = "") -> Markup:
    """A link to a target by its name."""
    name, own = name_of(c, target, wording)
    language = Markup("") if own else Markup(' lang="vi"')
    return Markup('<a href="{}"{}>{}</a>').format(c.href(target.iri), language, name)


def first_wording(book: Book, target: Target) -> str:
    """A wording of a target, or an empty text."""
    return next((s.wording for s in book.statements_of[target.iri] if s.wording), "")


def group_title(c: Context, group: Group) -> str:
    """The heading of a group: its number and the theme of its indicators."""
    theme = c.word("themes", group.theme) if group.theme else ""
    theme = theme[:1].upper() + theme[1:]
    if group.number is None:
        return theme or c.t("Lĩnh vực khác", "Other fields")
    number = c.t(f"Nhóm {group.number}", f"Group {group.number}")
    return f"{number}: {theme}" if theme else number


def key_of_programme(iri: str) -> str:
    """The key of a programme in filters."""
    return iri.split("/id/programme/", 1)[-1]


def helpers(c: Context) -> dict[str, Callable[..., object]]:
    """What the templates of targets use beside what every template may use."""
    return {
        "target_link": partial(target_link, c),
        "estimate_mark": partial(estimate_mark, c),
        "period": c.period,
        "verdict": c.verdict,
        "mode": c.mode,
    }


# --- values ---------------------------------------------------------------------------------------------------


def estimate_mark(c: Context, observation: Observation) -> str:
    """``(ước)`` for an estimate, ``(sơ bộ)`` for a preliminary value, else nothing."""
    words = {"estimate": c.t("ước", "est."), "preliminary": c.t("sơ bộ", "prelim.")}.get(observation.status, "")
    return f" ({words})" if words else ""


def counts_of(verdicts: Mapping[str, int], c: Context, param: str = "verdict") -> list[Count]:
    """Counts of verdicts, each with the address of the same page narrowed to it."""
    keys = [k for k in (*VERDICTS, "") if verdicts.get(k)]
    return [Count(k, verdicts[k], c.here(**{param: k or NONE})) for k in keys]


# --- filters --------------------------------------------------------------------------------------------------

PARAMS = ("verdict", "computed", "differs", "group", "theme", "programme", "place", "deadline")
"""The filters of a list of targets."""


def filters_of(c: Context, rows: Sequence[Row]) -> Filters[Row]:
    """What a list of targets can be narrowed to."""
    return Filters(
        rows,
        {
            "verdict": lambda r: (r.stated or NONE,),
            "computed": lambda r: (r.computed or NONE,),
            "differs": lambda r: ("yes",) if r.outcome.differs else (),
            "group": lambda r: (str(r.target.group) if r.target.group is not None else NONE,),
            "theme": lambda r: (theme_of(c.book, r.target) or NONE,),
            "programme": lambda r: [key_of_programme(p) for p in r.programmes] or (NONE,),
            "place": lambda r: (last_part(r.target.scope),) if r.target.scope else (),
            "deadline": lambda r: (r.target.deadline[:4],) if r.target.deadline else (),
        },
    )


def facets_of(c: Context, filters: Filters[Row]) -> tuple[list[Facet], list[Facet]]:
    """The filters to be shown: those that matter most, and the others."""
    programmes = {key_of_programme(p): p for r in filters.rows for p in r.programmes}
    places = {last_part(r.target.scope): r.target.scope for r in filters.rows}
    groups = sorted({r.target.group for r in filters.rows if r.target.group is not None})
    years = sorted({r.target.deadline[:4] for r in filters.rows})
    order = (*VERDICTS, NONE)

    def verdict(key: str) -> str:
        return c.t("Chưa có", "None") if key == NONE else c.word("verdicts", key)

    def programme(key: str) -> str:
        return c.t("Chưa gắn chương trình", "No programme") if key == NONE else c.name(programmes.get(key, key))

    def theme(key: str) -> str:
        return c.t("Chưa xếp", "None") if key == NONE else c.word("themes", key)

    def group(key: str) -> str:
        return c.t("Không có nhóm", "No group") if key == NONE else key

    main = [
        filters.facet(c, "verdict", c.t("Văn kiện đánh giá", "Verdict stated"), verdict, order),
        filters.facet(c, "computed", c.t("Tính lại", "Computed"), verdict, order),
    ]
    differs = filters.facet(
        c, "differs", c.t("Đối chiếu", "Compared"), lambda _: c.t("Hai kết quả trái nhau", "They contradict")
    )
    others = [
        filters.facet(c, "deadline", c.t("Thời hạn", "Deadline"), str, years),
        filters.facet(
            c, "group", c.t("Nhóm trong văn kiện", "Group in the document"), group, [*map(str, groups), NONE]
        ),
        filters.facet(c, "place", c.t("Nơi", "Place"), lambda k: c.name(places.get(k, k))),
        filters.facet(c, "theme", c.t("Lĩnh vực", "Field"), theme),
        filters.facet(c, "programme", c.t("Chương trình", "Programme"), programme),
    ]
    return [*useful(main), *([differs] if differs.choices else [])], useful(others)


# --- tables ---------------------------------------------------------------------------------------------------


def _cells(value: Value | None) -> tuple[str, str, str]:
    if value is None or value.number is None:
        return "", "", ""
    return f"{value.number:f}", "" if value.upper is None else f"{value.upper:f}", value.unit_text


def csv_row(c: Context, row: Row) -> tuple[str, ...]:
    """A target as a row of `COLUMNS`: numbers as such, verdicts and statuses as keys."""
    main, outcome = row.main, row.outcome
    number, upper, unit = _cells(main.value)
    result = outcome.results[-1] if outcome.results else None
    stated = outcome.stated
    source = main.sources[0] if main.sources else None
    return (
        "" if row.target.group is None else str(row.target.group),
        name_of(c, row.target, main.wording)[0],
        main.value.comparator,
        number,
        upper,
        unit,
        main.value.basis,
        row.target.deadline,
        *_cells(result.value if result else None),
        c.period(result.period) if result else "",
        result.status if result else "",
        row.stated,
        c.period(stated.as_of) if stated else "",
        "" if stated is None or stated.percent is None else f"{stated.percent:f}",
        row.computed,
        "yes" if outcome.differs else "",
        "; ".join(c.name(p) for p in row.programmes),
        source.report if source else "",
        str(source.line) if source else "",
        row.target.iri,
    )


def rows_of(c: Context, rows: Iterable[Row]) -> Rows:
    """Targets for CSV."""
    return Rows(COLUMNS, [csv_row(c, r) for r in rows])


def nodes_of(rows: Iterable[Row]) -> list[str]:
    """The nodes that a list of targets shows: targets, wordings, values and verdicts."""
    found: dict[str, None] = {}
    for r in rows:
        shown = (*r.wordings, *r.outcome.results, r.outcome.stated, r.outcome.computed)
        for iri in (r.target.iri, *(n.iri for n in shown if n is not None)):
            found[iri] = None
    return list(found)
