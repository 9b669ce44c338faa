"""Two reports of the invented province on the same targets: one at mid-term, one at the end of the term."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pyoxigraph import Quad

from tests.graph.conftest import make_evidence, make_report
from vankien.graph.building.computed import computed_quads
from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Assessment, CitedDocument, Evidence, Fact, Found, Link, Observation, Programme, Source, Target

FOREST = {"indicator": "Tỷ lệ che phủ rừng", "concept": "forest-cover"}
POOR = {"indicator": "Mức giảm tỷ lệ hộ nghèo", "concept": "poverty-reduction"}
PROGRAMME = "Chương trình trồng rừng"


def at(report: str, line: int, rule: str = "table-row") -> Evidence:
    base = make_evidence(line, report=report)
    return Evidence(report, line, line, line, base.start, base.end, base.quote, rule)


def letterhead(report: str, code: str, dated: str, place: str = "Sơn Bình") -> Source:
    return Source(
        genre="Báo cáo",
        title=f"Báo cáo {report}",
        issuer=f"Tỉnh ủy {place}",
        code=code,
        date=dated,
        place=place,
        evidence=at(report, 1, "source"),
    )


def target(report: str, line: int, value: str | None, comparator: str = "=", **more: Any) -> Target:
    named = {**FOREST, "unit": "%", "by": "2025", "set_by": "XIV", **more}
    rule = named.pop("rule", "table-target")
    number = Decimal(value) if value else None
    return Target(comparator=comparator, value=number, evidence=at(report, line, rule), **named)


def observation(report: str, line: int, value: str, period: str, **more: Any) -> Observation:
    named = {**FOREST, "unit": "%", "status": "actual", "where": "table", **more}
    rule = named.pop("rule", "table-observation")
    return Observation(value=Decimal(value), period=period, evidence=at(report, line, rule), **named)


def verdict(report: str, line: int, said: str, as_of: str, **more: Any) -> Assessment:
    return Assessment(as_of=as_of, verdict=said, evidence=at(report, line, "table-assessment"), **{**FOREST, **more})


def contribution(report: str, line: int) -> tuple[Fact, ...]:
    """A programme of congress XIV whose results report the forest cover."""
    return (
        Programme(name=PROGRAMME, kind="key_program", set_by="XIV", evidence=at(report, line, "programme")),
        Link(
            subject=PROGRAMME,
            relation="reports_indicator",
            object=FOREST["indicator"],
            evidence=at(report, line + 1, "link"),
        ),
    )


def cited(report: str, line: int, code: str, dated: str, issuer: str = "Tỉnh ủy Sơn Bình") -> CitedDocument:
    return CitedDocument(
        genre="Nghị quyết", code=code, issuer=issuer, date=dated, evidence=at(report, line, "citation")
    )


def documents(middle: Sequence[Fact] = (), end: Sequence[Fact] = (), end_of: str = "Sơn Bình") -> list[Quad]:
    """The graphs of both reports; the second may be one of another province."""
    lexicon = read_lexicon()
    first = (letterhead("giua-ky", "12-BC/TU", "2023-11-03"), *middle)
    last = (letterhead("cuoi-ky", "90-BC/TU", "2026-01-10", end_of), *end)
    return [
        *facts_to_dataset(make_report("giua-ky"), Found(first), lexicon),
        *facts_to_dataset(make_report("cuoi-ky"), Found(last), lexicon),
    ]


def story() -> list[Quad]:
    """One target in both reports, met in the end but printed as missed; a value that differs; a programme."""
    return documents(
        (
            target("giua-ky", 10, "54", ">"),
            observation("giua-ky", 10, "50.1", "2022"),
            observation("giua-ky", 10, "51.2", "2023"),
            verdict("giua-ky", 10, "Chưa đạt", "2023"),
            *contribution("giua-ky", 30),
        ),
        (
            target("cuoi-ky", 20, "54", ">"),
            observation("cuoi-ky", 20, "50.9", "2022"),
            observation("cuoi-ky", 20, "54.6", "2025", status="estimate"),
            verdict("cuoi-ky", 20, "Không đạt", "2025"),
        ),
    )


def computed(middle: Sequence[Fact] = (), end: Sequence[Fact] = ()) -> tuple[Quad, ...]:
    """The computed graph of both reports."""
    return computed_quads(documents(middle, end))
