"""Hand-made facts about an invented province, and what becomes of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest

from vankien.graph.building.build import Loaded, save
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
    Line,
    Link,
    Observation,
    Programme,
    Repair,
    Report,
    Source,
    Target,
)

BASE = "https://w3id.org/vankien/"
MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def make_report(name: str = "bao-cao") -> Report:
    lines = tuple(Line(n, f"Dòng {n}", 10 * n) for n in range(1, 61))
    return Report(name, f"{name}.txt", "ab" * 32, lines)


def make_evidence(line: int, quote: str = "", report: str = "bao-cao", repair: Repair | None = None) -> Evidence:
    words = quote or f"câu ở dòng {line}"
    return Evidence(report, line, line, line, 100 * line, 100 * line + len(words), words, "test.rule", repair)


def make_facts(report: str = "bao-cao") -> tuple[Fact, ...]:
    def at(line: int, quote: str = "") -> Evidence:
        return make_evidence(line, quote, report)

    programme = "Chương trình phát triển chè sạch"
    return (
        Source(
            genre="Báo cáo",
            title="Báo cáo giữa nhiệm kỳ",
            issuer="Tỉnh ủy Sơn Bình",
            code="12-BC/TU",
            date="2023-11-03",
            place="Sơn Bình",
            evidence=at(1),
        ),
        Congress(
            org="Đảng bộ tỉnh Sơn Bình",
            ordinal="XIV",
            term="2020-2025",
            dates="2020-10-21/2020-10-23",
            motto="Đoàn kết, sáng tạo",
            evidence=at(2),
        ),
        CitedDocument(
            genre="Nghị quyết",
            code="05-NQ/TU",
            issuer="Tỉnh ủy Sơn Bình",
            date="2021-02-22",
            title="Về phát triển chè",
            evidence=at(3),
        ),
        CitedDocument(genre="Nghị quyết", title="Nghị quyết Đại hội XIV Đảng bộ tỉnh", evidence=at(4)),
        Target(
            set_by="XIV",
            indicator="Tỷ lệ che phủ cây chè",
            group=7,
            comparator=">",
            value=Decimal("54.0"),
            unit="%",
            by="2025",
            evidence=at(10, "trên 54%"),
        ),
        Target(
            set_by="XIV",
            indicator="Tốc độ tăng trưởng chè",
            comparator="range",
            value=Decimal(9),
            upper=Decimal("10.50"),
            unit="%",
            per="year",
            by="2025",
            evidence=at(11, "9 - 10,5%/năm"),
        ),
        Observation(
            indicator="Tỷ lệ che phủ cây chè",
            value=Decimal("52.50"),
            unit="%",
            period="2023-10",
            status="estimate",
            where="table",
            evidence=at(20),
        ),
        Observation(
            indicator="Tỷ lệ che phủ cây chè",
            value=Decimal(48),
            unit="phần lạ",
            period="2021",
            status="actual",
            scope="xã Bản Mây",
            evidence=at(21),
        ),
        Assessment(indicator="Tỷ lệ che phủ cây chè", as_of="2023-10", verdict="Khó đạt", evidence=at(22)),
        Programme(name=programme, kind="key_program", set_by="XIV", evidence=at(30)),
        Body(name="Sở Chè tỉnh Sơn Bình", kind="government", level="province", evidence=at(31)),
        Link(subject="12-BC/TU", relation="implements", object="Nghị quyết Đại hội XIV Đảng bộ tỉnh", evidence=at(40)),
        Link(subject=programme, relation="has_target", object="Tỷ lệ che phủ cây chè", evidence=at(41)),
        Link(subject=programme, relation="responsible", object="Sở Chè tỉnh Sơn Bình", evidence=at(42)),
        Link(subject=programme, relation="established_by", object="05-NQ/TU", evidence=at(43)),
        Discrepancy(about="diện tích chè", a="10 ha", b="12 ha", lines=(50, 52), note="khác nhau", evidence=at(50)),
    )


def make_found(report: str = "bao-cao") -> Found:
    finding = Finding("example", "Warning", report, 9, "Xem lại dòng 9", "Look at line 9")
    return Found(make_facts(report), (finding,))


def make_loaded(report: str = "bao-cao") -> Loaded:
    quads = facts_to_dataset(make_report(report), make_found(report), read_lexicon())
    return Loaded(f"{report}.txt", report, (), (), ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")


@pytest.fixture(scope="session")
def quads() -> tuple[ox.Quad, ...]:
    """The graph of the hand-made facts."""
    return facts_to_dataset(make_report(), make_found(), read_lexicon())


@pytest.fixture(scope="session")
def found() -> Found:
    """The hand-made facts."""
    return make_found()


@pytest.fixture(scope="session")
def report() -> Report:
    """The report that they were read from."""
    return make_report()


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Path]:
    """Store the hand-made facts as one or several reports; gives the store's path."""

    def _load(*reports: str, path: Path | None = None, rebuild: bool = False) -> Path:
        path = path or tmp_path / "kg"
        save(path, [make_loaded(r) for r in reports], moment=MOMENT, version="0", rebuild=rebuild)
        return path

    return _load


@pytest.fixture(scope="session")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with two reports, for tests that only read."""
    path = tmp_path_factory.mktemp("store") / "kg"
    save(path, [make_loaded("bao-cao"), make_loaded("nghi-quyet")], moment=MOMENT, version="0")
    return path
