"""One target: what it asks for, what came of it, the words and values of all documents, the programmes that serve it."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from vankien.explorer.addresses.paths import anchor
from vankien.explorer.book.book import Book, Identified
from vankien.explorer.book.records import Observation, Statement
from vankien.explorer.charts.series_svg import series_chart
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.parts.pictures import fits, to_series_data
from vankien.explorer.parts.targets import helpers, name_of
from vankien.explorer.targets.aims import Aim, term_start
from vankien.explorer.targets.scoreboard import Row, rows_by_target
from vankien.explorer.targets.setters import setter_key
from vankien.explorer.targets.target_page import TargetPage, same_value, to_target_page
from vankien.explorer.views.indicator import series_name

RULES = {
    "whole-term-value": ("theo trị số của cả nhiệm kỳ", "by the value for the whole term"),
    "deadline-value": ("theo trị số của năm cuối", "by the value of the last year"),
    "average-of-years": ("theo bình quân các năm", "by the average of the years"),
    "value-so-far": ("theo trị số đến thời điểm đánh giá", "by the value so far"),
    "shared-indicator": (
        "văn kiện báo cáo chỉ tiêu này trong kết quả của chương trình",
        "a document reports this indicator among the programme's results",
    ),
}
"""What the rules of computed verdicts and links do, in Vietnamese and English."""

COLUMNS = (
    *("kind", "period", "comparator", "value", "upper", "unit", "basis", "status", "verdict", "mode", "percent"),
    *("wording", "report", "line", "iri"),
)
"""The wordings, values and verdicts of a target as CSV."""


def rule_words(c: Context, rule: str) -> str:
    """What a rule does, in words; its name if it has none."""
    return c.t(*RULES[rule]) if rule in RULES else rule


def picture(c: Context, page: TargetPage) -> Markup:
    """The series that the target can be held against, drawn with it; nothing where there are fewer than two values."""
    row = page.row
    aim = Aim(row.target, (row.main, *(w for w in row.wordings if w is not row.main)))
    if not aim.values:
        return Markup("")
    runs = [r for r in page.runs if r.dated and fits(aim, r)]
    if not runs:
        return Markup("")
    data = to_series_data(c, [(r, series_name(c, r)) for r in runs], [aim])
    return series_chart(data, c.language)


def _said(c: Context, kind: str, one: Statement | Observation) -> tuple[str, ...]:
    """A wording or value as a row of `COLUMNS`."""
    seen = one if isinstance(one, Observation) else None
    numbers = ("" if n is None else f"{n:f}" for n in (one.value.number, one.value.upper))
    values = (one.value.comparator, *numbers, one.value.unit_text, one.value.basis)
    where = (one.sources[0].report, str(one.sources[0].line)) if one.sources else ("", "")
    period, status = (c.period(seen.period), seen.status) if seen else ("", "")
    return (kind, period, *values, status, "", "", "", one.wording, *where, one.iri)


def _csv(c: Context, page: TargetPage) -> Rows:
    rows = [_said(c, "target", s) for s in page.row.wordings]
    rows += [_said(c, "value", o) for r in page.runs for o in r.observations]
    for a in page.row.verdicts:
        where = (a.sources[0].report, str(a.sources[0].line)) if a.sources else ("", "")
        percent = "" if a.percent is None else f"{a.percent:f}"
        rows.append(("verdict", c.period(a.as_of), *[""] * 6, a.verdict, a.mode, percent, a.wording, *where, a.iri))
    return Rows(COLUMNS, rows)


def _nodes(page: TargetPage) -> list[str]:
    row = page.row
    kinds: tuple[Iterable[Identified], ...] = (row.wordings, row.verdicts, row.programmes.values(), page.discrepancies)
    said = (one.iri for kind in kinds for one in kind)
    values = (o.iri for r in page.runs for o in r.observations)
    return list(dict.fromkeys((row.target.iri, *row.target.same, *said, *values)))


def _title(c: Context, row: Row) -> str:
    year = row.target.deadline[:4]
    name = name_of(c, row.target, row.main.wording)[0]
    return f"{name} ({year})" if year else name


def target(c: Context, rest: str) -> Shown | None:
    """The page of a target."""
    rows = c.once(rows_by_target)
    iri = f"{c.book.base}id/target/{rest}"
    row = rows.get(c.book.same.get(iri, iri))
    if row is None:
        return None
    page = to_target_page(c.book, row, list(rows.values()))
    filling = {
        **helpers(c),
        "page": page,
        "row": row,
        "it": row.target,
        "name": name_of(c, row.target, row.main.wording),
        "board": f"targets/{setter_key(c.book, row.target.set_by)}",
        "picture": picture(c, page),
        "programmes": list(row.programmes.items()),
        "rule_words": lambda rule: rule_words(c, rule),
        "series_name": lambda run: series_name(c, run),
        "same_value": same_value,
        "anchor": anchor,
        "conflicts": sum(len(r.conflicting) for r in page.runs),
        "term_start": term_start(c.book, row.target.set_by),
    }
    about = c.t(
        f"Mục tiêu, kết quả, chương trình và nguồn của chỉ tiêu “{_title(c, row)}”.",
        f"Value set, results, programmes and sources of the target “{_title(c, row)}”.",
    )
    return Shown(_title(c, row), "target.html", filling, _nodes(page), _csv(c, page), "targets", about)


def _instances(book: Book) -> Iterable[str]:
    return (iri.removeprefix(f"{book.base}id/target/") for iri in book.targets if book.statements_of[iri])


ROUTES = (Route("target", target, _instances),)
