"""Labels → concepts: every step finds the right one, and no step merges what is not the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from vankien.facts.labels.resolve import resolve
from vankien.facts.quantities.finding import Quantity
from vankien.model import Concept, Lexicon


def indicator(
    key: str, kind: str, *spellings: str, measure: str = "level", part: str = "", broader: str = ""
) -> Concept:
    properties = {"unitKind": (kind,), "measure": (measure,), "childLabel": (part,) if part else ()}
    above = (broader,) if broader else ()
    return Concept(key, f"https://example.org/{key}", "indicators", spellings[0], "", spellings[1:], above, properties)


LISTED = Lexicon(
    {
        "indicators": (
            indicator("poverty", "share", "Tỷ lệ hộ nghèo"),
            indicator("structure", "share", "Cơ cấu kinh tế", "Cơ cấu GRDP"),
            indicator("structure-services", "share", "Tỷ trọng dịch vụ", part="Dịch vụ", broader="structure"),
            indicator("poverty-reduction", "change", "Mức giảm tỷ lệ hộ nghèo", measure="change"),
            indicator("urban-water", "share", "Tỷ lệ dân số đô thị được sử dụng nước sạch"),
            indicator("rural-water", "share", "Tỷ lệ dân số nông thôn được sử dụng nước sạch"),
            indicator("rural-safe-water", "share", "Tỷ lệ dân số nông thôn được sử dụng nước hợp vệ sinh"),
            indicator("stations", "share", "Tỷ lệ trạm y tế xã được xây dựng kiên cố"),
            indicator("trade-growth", "change", "Tốc độ tăng tổng kim ngạch xuất nhập khẩu", measure="change"),
            indicator("value-added-growth", "change", "Giá trị gia tăng ngành chè", measure="change"),
            indicator("communes", "share", "Tỷ lệ xã đạt chuẩn về giao thông, thủy lợi và điện nông thôn vùng cao"),
            indicator("light", "share", "Tỷ lệ trẻ em dưới 5 tuổi ở vùng cao suy dinh dưỡng thể nhẹ cân"),
            indicator("short", "share", "Tỷ lệ trẻ em dưới 5 tuổi ở vùng cao suy dinh dưỡng thể thấp còi"),
        )
    }
)


def find(label: str, kind: str = "share", growth: bool = False) -> str | None:
    return resolve(label, Quantity(0, 0, 0, Decimal(1), kind=kind), growth, LISTED)


@pytest.mark.parametrize(
    ("label", "kind", "growth", "concept"),
    [
        ("Tỷ lệ hộ nghèo", "share", False, "poverty"),
        ("Mức giảm tỷ lệ hộ nghèo bình quân", "share", True, "poverty-reduction"),
        ("Tốc độ tăng tổng kim ngạch xuất nhập khẩu bình quân hằng năm", "change", True, "trade-growth"),
        ("Giá trị gia tăng ngành chè", "share", False, "value-added-growth"),
        ("Cơ cấu kinh tế: dịch vụ", "share", False, "structure-services"),
        ("Tỷ trọng ngành dịch vụ trong cơ cấu GRDP", "share", False, "structure-services"),
        ("Tỷ trọng khu vực dịch vụ trong GRDP", "share", False, "structure-services"),
        ("Tỷ lệ trạm y tở xã được xây dựng kiên cố", "share", False, "stations"),
        ("Tỷ lệ xã đạt chuẩn về giao thông, thủy lợi và điện nông thôn vùng", "share", False, "communes"),
    ],
)
def test_each_step_finds_its_concept(label: str, kind: str, growth: bool, concept: str) -> None:
    assert find(label, kind, growth) == concept


@pytest.mark.parametrize(
    ("label", "kind", "growth"),
    [
        ("Tỷ lệ hộ nghèo", "money", False),
        ("Cơ cấu kinh tế: dịch vụ", "money", False),
        ("Cơ cấu lao động: dịch vụ", "share", False),
        ("Tổng kim ngạch xuất nhập khẩu", "money", False),
        ("Tốc độ tăng kim ngạch xuất nhập khẩu bình quân", "change", True),
        ("Tỷ lệ dân số nông thôn được sử dụng nước", "share", False),
        ("Tỷ lệ trạm y tế xã được xây dựng", "share", False),
        ("Tỷ lệ trạm y tế hộ được xây dựng kiên cố", "share", False),
        ("Tỷ lệ trẻ em dưới 5 tuổi ở vùng cao suy dinh dưỡng thể", "share", False),
        ("Tỷ lệ trạm y tở xã được xây dựng kiên cổ", "share", False),
    ],
)
def test_no_step_guesses(label: str, kind: str, growth: bool) -> None:
    assert find(label, kind, growth) is None
