"""The table of targets that closes a congress report: what was set, what came of it year by year, the verdict, the source.

Made for a planner to go on editing. `annex` reads it from a store; `annex_files` writes it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from vankien.errors import QueryError
from vankien.graph.deriving.choose import Goal, Judged, Printed, by_target, is_result, judges
from vankien.graph.exporting.table_queries import ASSESSMENTS, OBSERVATIONS, TARGETS
from vankien.graph.exporting.tables import fill
from vankien.graph.stores.store import Store
from vankien.graph.terms.iris import Iris
from vankien.graph.terms.vocabulary import last_part, read_lexicon
from vankien.vietnamese import write_number

Record = dict[str, str]
FIXED = ("group", "target", "unit", "value")
CLOSING = ("stated", "computed", "note", "source")
HEADINGS = {
    "vi": {
        "group": "Nhóm",
        "target": "Chỉ tiêu",
        "unit": "Đơn vị",
        "value": "Mục tiêu đặt ra",
        "stated": "Đánh giá của văn kiện",
        "computed": "Đánh giá tính lại",
        "note": "Ghi chú",
        "source": "Nguồn",
    },
    "en": {
        "group": "Group",
        "target": "Target",
        "unit": "Unit",
        "value": "Value set",
        "stated": "Verdict stated",
        "computed": "Verdict computed",
        "note": "Note",
        "source": "Source",
    },
}
WORDS = {
    "vi": {
        "line": "dòng",
        "others": "Nơi khác ghi",
        "by": "Đến",
        "estimate": "ước",
        "yearly": "/năm",
        "months": "{} tháng {}",
        "title": "Biểu chỉ tiêu",
    },
    "en": {
        "line": "line",
        "others": "Elsewhere",
        "by": "By",
        "estimate": "est.",
        "yearly": "/năm",
        "months": "{} months of {}",
        "title": "Table of targets",
    },
}
_SIGNS = {"eq": "", "gteq": "≥ ", "gt": "> ", "lteq": "≤ ", "lt": "< ", "approximately": "≈ "}


@dataclass(frozen=True, slots=True)
class Row:
    """One target: its texts by column, and the results by period."""

    cells: dict[str, str]
    results: dict[str, str]


@dataclass(frozen=True, slots=True)
class Annex:
    """The table of one congress: title, columns with their headings, rows of texts."""

    title: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


# --- texts ----------------------------------------------------------------------------------------------------


def value_text(record: Record, lang: str) -> str:
    """The value of a target or result with its comparator: ``≥ 54``, ``9,5 - 10``."""
    value = write_number(record["value"], lang) if record["value"] else ""
    upper = write_number(record["upper"], lang) if record["upper"] else ""
    return f"{value} - {upper}" if upper else _SIGNS.get(record["comparator"], "") + value


def period_text(period: str, lang: str) -> str:
    """The label of a period as a table heading; the first months of a year are counted.

    >>> period_text("2023-01-01 – 2023-10-31", "vi"), period_text("2023-01-01 – 2023-10-31", "en")
    ('10 tháng 2023', '10 months of 2023')
    >>> period_text("2021-2023", "vi")
    '2021-2023'
    """
    months = re.fullmatch(r"(\d{4})-01-01 – \1-(\d{2})-(?:3[01]|2[89])", period)
    return WORDS[lang]["months"].format(int(months[2]), months[1]) if months else period


def unit_text(record: Record, lang: str) -> str:
    """The unit as printed, with "a year" for what is meant yearly."""
    unit, yearly = record["unit_text"], WORDS[lang]["yearly"]
    return unit + yearly if record.get("basis", "").startswith("yearly") and yearly not in unit else unit


def _source(record: Record, lang: str) -> str:
    return f"{record['document']}, {WORDS[lang]['line']} {record['line']}"


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(t for t in texts if t))


def _verdict(key: str, lang: str) -> str:
    entry = read_lexicon().concept("verdicts", key)
    return (entry.vi if lang == "vi" else entry.en) if entry else key


# --- choosing -------------------------------------------------------------------------------------------------


def _congress(store: Store, key: str, base: str | None) -> str:
    """The IRI of the congress with a key such as ``son-binh-16``; raises `QueryError` with those there are."""
    rows = store.rows("SELECT DISTINCT ?c WHERE { ?t a vk:Target ; vk:setBy ?c . ?c a vk:Congress } ORDER BY ?c")
    there = [c.value for (c,) in rows if c is not None and hasattr(c, "value")]
    iris = Iris(base)
    known = {
        k: c for c in there for k in (c, "-".join(c.rsplit("/", 2)[-2:]), c.removeprefix(f"{iris.base}id/congress/"))
    }
    if key in known:
        return known[key]
    listed = ", ".join("-".join(c.rsplit("/", 2)[-2:]) for c in there) or "none"
    raise QueryError(f"no congress {key!r} has targets in this store; there are: {listed}")


def _printed(target: Record) -> Printed:
    group = int(target["group"]) if target["group"] else None
    return Printed(target["target"], group, target["report"], int(target["line"]), target["statement"])


def _results(target: Record, observations: Sequence[Record], lang: str) -> dict[str, str]:
    """The values of the target's indicator and scope, by period; another unit than the target's is named."""
    found: dict[str, list[str]] = defaultdict(list)
    for o in observations:
        if not is_result(o["period"], o["scope"], target["scope"]):
            continue
        unit = unit_text(o, lang)
        known = {"", unit_text(target, lang), *([target["unit_text"]] if len(_years(o["period"])) == 1 else [])}
        text = value_text(o, lang) + ("" if unit in known else f" {unit}")
        found[o["period"]].append(text + (f" ({WORDS[lang]['estimate']})" if o["status"] == "estimate" else ""))
    return {period: _joined(texts) for period, texts in found.items()}


def _verdicts(assessments: Sequence[Record], mode: str, lang: str) -> str:
    told = sorted(
        (a for a in assessments if a["mode"] == mode),
        key=lambda a: (_years(a["as_of"])[::-1], a["report"], int(a["line"])),
    )
    return _joined(
        _verdict(a["verdict"], lang) + (f" ({period_text(a['as_of'], lang)})" if a["as_of"] else "") for a in told
    )


def _to_row(wordings: Sequence[Record], observed: Sequence[Record], judged: Sequence[Record], lang: str) -> Row:
    first = wordings[0]
    words = WORDS[lang]
    said = value_text(first, lang)
    others = [w for w in wordings if value_text(w, lang) != said]
    notes = [f"{words['by']} {first['deadline'][:4]}"] if first["deadline"] else []
    notes += [f"{words['others']}: {value_text(w, lang)} {unit_text(w, lang)} ({_source(w, lang)})" for w in others]
    cells = {
        "group": f"({first['group']})" if first["group"] else "",
        "target": first["wording"] or first["indicator_name"],
        "unit": unit_text(first, lang),
        "value": said,
        "stated": _verdicts(judged, "stated", lang),
        "computed": _verdicts(judged, "computed", lang),
        "note": "; ".join(notes),
        "source": _joined(_source(w, lang) for w in (*wordings, *judged)),
    }
    return Row(cells, _results(first, observed, lang))


def _years(period: str) -> list[int]:
    """The years that a period names."""
    return [int(y) for y in re.findall(r"\d{4}", period)]


def _judging(wordings: Sequence[Record], assessments: Sequence[Record], alone: bool) -> list[Record]:
    """The verdicts on a target."""
    first = wordings[0]
    goal = Goal(first["target"], first["indicator"], first["place"], next(iter(_years(first["deadline"])), None), alone)

    def judged(a: Record) -> Judged:
        return Judged(a["target"], a["indicator"], a["place"], next(reversed(_years(a["as_of"])), None))

    return [a for a in assessments if judges(judged(a), goal)]


def annex(store: Store, congress: str, *, lang: str = "vi", base: str | None = None) -> Annex:
    """The table of targets of a congress, given by its key (``son-binh-16``) or IRI.

    Rows stand by group and in printed order; columns of results only for periods that have one; the computed verdict
    only when there is one. Raises `QueryError` for a congress without targets, naming those that have some.
    """
    iri = _congress(store, congress, base)
    targets = [t for t in fill(store, TARGETS, lang=lang).records() if t["set_by"] == iri]
    groups = by_target(targets, _printed)
    observations: dict[str, list[Record]] = defaultdict(list)
    for o in fill(store, OBSERVATIONS, lang=lang).records():
        observations[o["indicator"]].append(o)
    assessments = fill(store, ASSESSMENTS, lang=lang).records()
    owners = Counter(w[0]["indicator"] for w in groups)
    rows = [
        _to_row(w, observations[w[0]["indicator"]], _judging(w, assessments, owners[w[0]["indicator"]] == 1), lang)
        for w in groups
    ]
    ends = {o["period"]: (o["end"], o["start"]) for held in observations.values() for o in held if o["period"]}
    name = next((t["set_by_name"] for t in targets if t["set_by_name"]), last_part(iri))
    return _to_annex(
        f"{WORDS[lang]['title']}: {name}",
        rows,
        sorted({p for r in rows for p in r.results}, key=ends.__getitem__),
        lang,
    )


def _to_annex(title: str, rows: Sequence[Row], periods: Sequence[str], lang: str) -> Annex:
    closing = [c for c in CLOSING if c != "computed" or any(r.cells["computed"] for r in rows)]
    headings = HEADINGS[lang]
    columns = [
        *((c, headings[c]) for c in FIXED),
        *((p, period_text(p, lang)) for p in periods),
        *((c, headings[c]) for c in closing),
    ]
    texts = (tuple(r.cells.get(c, r.results.get(c, "")) for c, _ in columns) for r in rows)
    return Annex(title, tuple(columns), tuple(texts))


def only_years(table: Annex) -> Annex:
    """The table with the results of whole years alone."""
    kept = [
        i for i, (name, _) in enumerate(table.columns) if name in (*FIXED, *CLOSING) or re.fullmatch(r"\d{4}", name)
    ]
    return replace(
        table,
        columns=tuple(table.columns[i] for i in kept),
        rows=tuple(tuple(row[i] for i in kept) for row in table.rows),
    )
