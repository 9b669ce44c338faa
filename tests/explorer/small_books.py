"""Small books made by hand: an invented province, one congress or two, and what documents say of their targets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import (
    Assessment,
    Congress,
    Contribution,
    Document,
    Indicator,
    Name,
    Observation,
    Period,
    Place,
    Programme,
    Source,
    Statement,
    Target,
    Text,
    Value,
)

BASE = "https://example.org/"
PLACE = f"{BASE}place/son-binh"
PARTY = f"{BASE}id/body/dang-bo-son-binh"


def iri(kind: str, key: str) -> str:
    """The IRI of a thing of the small book."""
    return f"{BASE}id/{kind}/{key}"


def source(report: str, line: int, start: int = 0) -> Source:
    """A place in a report."""
    return Source(iri("evidence", f"{report}-{line}"), report, line, line, line, "rule", start)


def value(number: str | None, comparator: str = "eq", unit: str = "%", upper: str = "", basis: str = "") -> Value:
    """A value in per cent, or in another unit."""
    wanted = Decimal(number) if number else None
    return Value(comparator, wanted, Decimal(upper) if upper else None, f"{BASE}unit/{unit}", unit, basis)


def period(start: int, end: int | None = None) -> Period:
    """Whole years."""
    last = end or start
    label = str(start) if last == start else f"{start}-{last}"
    return Period(iri("period", f"{start}-{last}"), label, f"{start}-01-01", f"{last}-12-31")


def target(key: str, setter: str, due: str = "2025-12-31", group: int | None = None) -> Target:
    """A target for the province; its indicator has the key before the first full stop."""
    name = Name(f"Chỉ tiêu {key}")
    return Target(iri("target", key), name, iri("indicator", key.split(".")[0]), setter, PLACE, "", due, group)


def statement(of: str, number: str | None, report: str, line: int, start: int = 0, **more: Any) -> Statement:
    """A wording of a target."""
    key = f"{of}-{report}-{line}"
    at = (source(report, line, start),)
    document = iri("document", report)
    return Statement(
        iri("statement", key), iri("target", of), f"Chỉ tiêu {of}", value(number, **more), "", document, at
    )


def observation(
    indicator: str, number: str, when: Period, report: str, line: int, *, status: str = "actual", **more: Any
) -> Observation:
    """A value for the province."""
    key = f"{indicator}-{when.label}-{report}-{line}"
    return Observation(
        iri("observation", key),
        iri("indicator", indicator),
        f"Chỉ tiêu {indicator}",
        value(number, **more),
        PLACE,
        "",
        when.iri,
        status,
        "",
        "table",
        iri("document", report),
        (source(report, line),),
    )


def verdict(
    on: str, key: str, when: Period | None, report: str, line: int, *, mode: str = "stated", behind: str = ""
) -> Assessment:
    """A verdict on a target or, with a key that begins with ``indicator:``, on an indicator."""
    named, indicator = ("", on.partition(":")[2]) if ":" in on else (iri("target", on), on.split(".")[0])
    return Assessment(
        iri("assessment", f"{on}-{when.label if when else ''}-{report}-{line}-{mode}".replace(":", "-")),
        iri("indicator", indicator),
        named,
        "",
        PLACE,
        when.iri if when else "",
        key,
        None,
        mode,
        "deadline-value" if mode == "computed" else "",
        Name(""),
        (behind,) if behind else (),
        iri("document", report),
        (source(report, line),),
    )


def contribution(programme: str, mode: str, *, to: str = "", indicator: str = "") -> Contribution:
    """A programme serves a target, or what has an indicator."""
    key = f"{programme}-{to or indicator}-{mode}"
    aimed = (iri("target", to) if to else "", iri("indicator", indicator or to.split(".")[0]))
    return Contribution(
        iri("contribution", key), iri("programme", programme), *aimed, mode, "", (source("bao-cao", 40),)
    )


def programme(key: str, kind: str = "key-program", set_by: tuple[str, ...] = ()) -> Programme:
    """A programme."""
    return Programme(iri("programme", key), Name(f"Chương trình {key}"), kind, set_by, sources=(source("bao-cao", 3),))


def congress(ordinal: int, began: int) -> Congress:
    """A congress of the province with its term."""
    name = Name(f"Đại hội Đảng bộ tỉnh Sơn Bình lần thứ {ordinal}")
    term = iri("period", f"{began}-{began + 5}")
    return Congress(iri("congress", f"son-binh/{ordinal}"), f"son-binh-{ordinal}", name, PARTY, ordinal, term)


def book(**held: Any) -> Book:
    """A book of some things; indicators, documents and texts of what is said are there of themselves."""
    said = [one for kind in ("statements", "observations", "assessments") for one in held.get(kind, ())]
    reports = sorted({s.report for one in said for s in one.sources})
    dates = held.pop("dates", {})
    themes = held.pop("themes", {})
    indicators = {t.indicator for t in held.get("targets", ())} | {o.indicator for o in held.get("observations", ())}
    made: dict[str, Any] = {
        "indicators": [
            Indicator(i, Name(f"Chỉ số {i.rsplit('/', 1)[-1]}"), False, themes.get(i.rsplit("/", 1)[-1], ()))
            for i in sorted(indicators)
        ],
        "documents": [Document(iri("document", r), Name(r), r, date=dates.get(r, ""), report=r) for r in reports],
        "texts": [Text(iri("text", r), r, "", 99, "", iri("document", r), "", r) for r in reports],
        "places": [Place(PLACE, Name("Sơn Bình", "Son Binh"), "province")],
    }
    sets = ("concepts", "places", "periods", "indicators", "congresses", "documents", "programmes", "bodies", "targets")
    mappings: dict[str, Any] = {
        k: {one.iri: one for one in (*made.get(k, ()), *held.get(k, ()))} for k in (*sets, "texts")
    }
    rows = ("statements", "observations", "assessments", "contributions", "assignments", "citations", "relations")
    rest: dict[str, Any] = {k: tuple(held.get(k, ())) for k in (*rows, "discrepancies", "findings")}
    return Book(base=BASE, **mappings, **rest)
