"""Hand-made facts of two invented documents, made so that every question of ``queries/`` has something to find."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from tests.graph.conftest import make_report
from vankien.graph.building.build import Loaded
from vankien.graph.describing.triples import facts_to_dataset
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import (
    Assessment,
    Body,
    CitedDocument,
    Congress,
    Discrepancy,
    Evidence,
    Fact,
    Finding,
    Found,
    Link,
    Observation,
    Programme,
    Repair,
    Source,
    Target,
)

FOREST, TEA = "Tỷ lệ che phủ rừng", "Diện tích cây chè"
CONCEPTS = {FOREST: "forest-cover", TEA: "tea-area"}
ORGANISATION = "Đảng bộ tỉnh Sơn Bình"
PROGRAMME, BREAKTHROUGH = "Chương trình phát triển chè", "Phát triển hạ tầng vùng chè"
SCHEME, CAPITAL = "Đề án đường vùng chè", "Vốn chương trình chè"
PLANNING, TRADE = "Sở Kế hoạch và Đầu tư tỉnh Sơn Bình", "Sở Công Thương tỉnh Sơn Bình"


def at(report: str, line: int, rule: str = "test.rule", repair: Repair | None = None) -> Evidence:
    """Where a hand-made fact was read."""
    words = f"câu ở dòng {line}"
    return Evidence(report, line, line, line, 100 * line, 100 * line + len(words), words, rule, repair)


def target(report: str, line: int, set_by: str, indicator: str, comparator: str, value: str, **more: Any) -> Target:
    """One wording of a target; ``upper``, ``unit``, ``by``, ``per``, ``scope`` as further words."""
    upper = more.pop("upper", None)
    return Target(
        set_by=set_by,
        indicator=indicator,
        comparator=comparator,
        value=Decimal(value) if value else None,
        upper=Decimal(upper) if upper else None,
        concept=CONCEPTS.get(indicator),
        evidence=at(report, line),
        **more,
    )


def observation(report: str, line: int, indicator: str, value: str, unit: str, period: str, **more: Any) -> Observation:
    """One reported value; ``status`` and ``scope`` as further words."""
    evidence = at(report, line, repair=more.pop("repair", None))
    return Observation(
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        period=period,
        concept=CONCEPTS.get(indicator),
        where="table",
        evidence=evidence,
        **more,
    )


def _assessments(report: str) -> Iterator[Fact]:
    for line, indicator, as_of, verdict in (
        (30, FOREST, "2025", "Không đạt"),
        (31, TEA, "2025", "Chưa đạt"),
        (32, "Số hợp tác xã", "2025", "Không đánh giá"),
        (33, TEA, "2025", "Vượt"),
    ):
        yield Assessment(
            indicator=indicator,
            as_of=as_of,
            verdict=verdict,
            concept=CONCEPTS.get(indicator),
            evidence=at(report, line),
        )


def _programmes(report: str) -> Iterator[Fact]:
    yield Programme(name=PROGRAMME, kind="key_program", set_by="XIV", evidence=at(report, 40))
    yield Programme(name=BREAKTHROUGH, kind="breakthrough", set_by="XIV", evidence=at(report, 41))
    yield Programme(name=SCHEME, kind="scheme", evidence=at(report, 42))
    yield Body(name=PLANNING, kind="government", level="province", evidence=at(report, 44))
    yield Body(name=TRADE, kind="government", level="province", evidence=at(report, 45))
    for line, subject, relation, object in (
        (43, PROGRAMME, "has_target", TEA),
        (44, PROGRAMME, "responsible", PLANNING),
        (45, PROGRAMME, "responsible", TRADE),
        (46, SCHEME, "part_of", BREAKTHROUGH),
        (47, BREAKTHROUGH, "reports_indicator", TEA),
        (48, PROGRAMME, "reports_indicator", CAPITAL),
        (52, "12-BC/TU", "implements", "07-NQ/TU"),
        (53, "07-NQ/TU", "based_on", "01-NQ/TW"),
        (54, "08-NQ/TU", "amends", "07-NQ/TU"),
    ):
        yield Link(subject=subject, relation=relation, object=object, evidence=at(report, line))


def _cited(report: str) -> Iterator[Fact]:
    for line, code, on, title in (
        (50, "05-NQ/TU", "2021-02-22", "Về phát triển chè"),
        (51, "05-NQ/TU", "2021-03-01", "Về phát triển chè"),
        (52, "07-NQ/TU", "2022-01-10", "Về phát triển rừng"),
        (53, "01-NQ/TW", "2020-05-05", "Về lâm nghiệp"),
        (54, "08-NQ/TU", "2023-01-10", "Về sửa đổi"),
    ):
        issuer = "Ban Chấp hành Trung ương Đảng" if code.endswith("TW") else "Tỉnh ủy Sơn Bình"
        yield CitedDocument(
            genre="Nghị quyết", code=code, issuer=issuer, date=on, title=title, evidence=at(report, line)
        )


def _report(report: str) -> Iterator[Fact]:
    """The report on the term 2020-2025."""
    yield Source(
        genre="Báo cáo",
        title="Báo cáo cuối nhiệm kỳ",
        issuer="Tỉnh ủy Sơn Bình",
        code="12-BC/TU",
        date="2025-11-03",
        place="Sơn Bình",
        evidence=at(report, 1),
    )
    yield Congress(org=ORGANISATION, ordinal="XIV", term="2020-2025", evidence=at(report, 2))
    yield target(report, 10, "XIV", FOREST, ">", "54", unit="%", by="2025")
    yield target(report, 11, "XIV", "Tốc độ tăng chè", "range", "9", upper="10.5", unit="%", per="year", by="2025")
    yield target(report, 12, "XIV", TEA, "=", "5000", unit="ha", by="2025")
    yield target(report, 13, "XIV", "Trình độ phát triển của tỉnh", "=", "", by="2025")
    yield target(report, 14, "XIV", "Sản lượng chè búp", "~", "900")
    yield observation(report, 20, FOREST, "48", "%", "2020", status="actual")
    yield observation(report, 21, FOREST, "53", "%", "2025", status="estimate")
    yield observation(report, 22, TEA, "5200", "ha", "2025", status="actual")
    repair = Repair("52o", "chữ o đọc là số 0")
    yield observation(report, 23, FOREST, "52", "%", "2024", status="actual", repair=repair)
    yield observation(report, 24, FOREST, "40", "%", "2024", status="actual", scope="tỉnh Bắc Kạn")
    yield observation(report, 48, CAPITAL, "120", "tỷ đồng", "2025", status="actual")
    yield from _assessments(report)
    yield from _programmes(report)
    yield from _cited(report)
    for line, rule, about, a, b in (
        (55, "discrepancy-total", "diện tích chè", "10 ha", "12 ha"),
        (56, "discrepancy-verdict", "Số hợp tác xã", "5, đánh giá Đạt", "mục tiêu 9"),
    ):
        yield Discrepancy(about=about, a=a, b=b, lines=(line,), note="khác nhau", evidence=at(report, line, rule))


def _resolution(report: str) -> Iterator[Fact]:
    """The resolution with the targets for 2030."""
    yield Source(
        genre="Nghị quyết",
        title="Nghị quyết Đại hội",
        issuer="Tỉnh ủy Sơn Bình",
        code="01-NQ/TU",
        date="2025-12-01",
        place="Sơn Bình",
        evidence=at(report, 1),
    )
    yield Congress(org=ORGANISATION, ordinal="XV", term="2025-2030", evidence=at(report, 2))
    yield target(report, 10, "XV", FOREST, ">=", "56", unit="%", by="2030")
    yield target(report, 11, "XV", TEA, "=", "6", unit="nghìn ha", by="2030")
    yield target(report, 12, "XIV", FOREST, ">", "55", unit="%", by="2025")
    yield target(report, 13, "XV", FOREST, "=", "43", unit="%", by="2030", scope="cả nước")
    yield target(report, 14, "XV", "Số xã có chợ", "=", "20", unit="xã", by="2030")
    yield target(report, 15, "plan-2026", "Số vườn ươm", "=", "4", unit="vườn", by="2026")
    yield observation(report, 20, FOREST, "52.5", "%", "2025", status="actual")


def loaded(report: str) -> Loaded:
    """One of the two documents (``bao-cao``, ``nghi-quyet``), as a build reads it."""
    facts = tuple(_report(report) if report == "bao-cao" else _resolution(report))
    missed = Finding("unread-target-like", "Warning", report, 57, "Chưa đọc dòng 57", "Line 57 was not read")
    findings = (missed,) if report == "bao-cao" else ()
    quads = facts_to_dataset(make_report(report), Found(facts, findings), read_lexicon())
    return Loaded(f"{report}.txt", report, (), (), ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
