"""Small books made by hand, and pages as elements."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import lxml.html

from vankien.explorer.book.book import Book
from vankien.explorer.book.records import (
    Congress,
    Indicator,
    Name,
    Observation,
    Period,
    Place,
    Source,
    Statement,
    Target,
    Value,
)
from vankien.explorer.responding.explorer import Explorer
from vankien.graph.terms.vocabulary import VK_IRI

BASE = "https://example.org/"
PERCENT = f"{VK_IRI}concept/units/percent"
FOREST = f"{VK_IRI}concept/indicators/forest-cover"
HERE, THERE = f"{VK_IRI}concept/places/son-binh", f"{VK_IRI}concept/places/binh-son"


def source(line: int, report: str = "bao-cao") -> Source:
    """A source on a line."""
    return Source(f"{BASE}id/evidence/{report}/{line}", report, line, line, line, "by-hand")


def value(number: str | None, unit: str = PERCENT, basis: str = "", comparator: str = "eq") -> Value:
    """A value."""
    return Value(comparator, Decimal(number) if number else None, None, unit, unit.rsplit("/", 1)[-1], basis)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(f"{BASE}id/period/{number}", str(number), f"{number}-01-01", f"{number}-12-31")


def seen(line: int, number: str, at: int | None = 2024, place: str = HERE, **more: Any) -> Observation:
    """A value of an indicator."""
    said = {"unit": more.pop("unit", PERCENT), "basis": more.pop("basis", "")}
    period = f"{BASE}id/period/{at}" if at else ""
    fields = {"scope_note": "", "status": "actual", **more}
    return Observation(
        f"{BASE}id/observation/{line}",
        fields.get("indicator", FOREST),
        "Tỷ lệ che phủ rừng",
        value(number, **said),
        place,
        fields["scope_note"],
        period,
        fields["status"],
        "",
        "table",
        "",
        (source(line),),
    )


def target(key: str, congress: str, number: str | None, scope: str = HERE, **more: Any) -> tuple[Target, Statement]:
    """A target with one wording."""
    iri = f"{BASE}id/target/{key}"
    made = Target(iri, Name(key), FOREST, congress, scope, "", more.pop("deadline", "2025-12-31"))
    statement = Statement(f"{BASE}id/statement/{key}", iri, key, value(number, **more), "", "", (source(1),))
    return made, statement


def congress(key: str, organisation: str = "a") -> Congress:
    """A congress of an organisation."""
    return Congress(f"{BASE}id/congress/{key}", key, Name(f"Đại hội {key}"), f"{BASE}id/body/{organisation}")


def book(
    observations: Sequence[Observation] = (),
    targets: Sequence[tuple[Target, Statement]] = (),
    congresses: Sequence[Congress] = (),
    indicators: Sequence[Indicator] = (),
) -> Book:
    """A book of one indicator and two places, with what is given."""
    forest = Indicator(FOREST, Name("Tỷ lệ che phủ rừng", "Forest cover rate"), True, ("forestry",))
    places = (Place(HERE, Name("Sơn Bình"), "province"), Place(THERE, Name("Bình Sơn"), "province"))
    periods = [year(n) for n in range(2020, 2031)]
    empty: dict[str, Any] = {k: {} for k in ("concepts", "documents", "programmes", "bodies", "texts")}
    nothing: dict[str, Any] = dict.fromkeys(
        ("assessments", "contributions", "assignments", "citations", "relations", "discrepancies", "findings"), ()
    )
    return Book(
        BASE,
        places={p.iri: p for p in places},
        periods={p.iri: p for p in periods},
        indicators={i.iri: i for i in (forest, *indicators)},
        congresses={c.iri: c for c in congresses},
        targets={t.iri: t for t, _ in targets},
        statements=tuple(s for _, s in targets),
        observations=tuple(observations),
        **empty,
        **nothing,
    )


def page(explorer: Explorer, path: str, **params: str) -> Any:
    """A page that must be there, as an element."""
    answer = explorer.respond(path, list(params.items()))
    assert answer.status == 200, path
    return lxml.html.document_fromstring(answer.body.decode())


def words(element: Any) -> str:
    """The text of an element, with single blanks."""
    return " ".join(element.text_content().replace("\N{NO-BREAK SPACE}", " ").split())
