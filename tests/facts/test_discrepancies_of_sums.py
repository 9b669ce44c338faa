"""Sums told far from their parts, digits that stand in each other's place, shares, counts and verdicts; and what proves nothing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.facts.test_discrepancy_rules import MIDDLE, rules
from vankien.facts.discrepancies.swaps import digits_swapped
from vankien.model import Lexicon, Outline

HONEY = (
    "Năm 2030, sản lượng mật ong rừng thu hoạch đạt 2.{} tấn."
    + MIDDLE
    + "Tổng sản lượng mật ong năm 2030 là 2.594 tấn."
)
FUNDS = (
    "Vốn đầu tư toàn xã hội giai đoạn 2026-2030 đạt 71.{} tỷ đồng."
    + MIDDLE
    + (
        "Giai đoạn 2026-2030, vốn đầu tư toàn xã hội gồm 24.600 tỷ đồng vốn nhà nước, 41.250 tỷ đồng vốn ngoài nhà nước và 5.800 tỷ đồng vốn "
        "đầu tư trực tiếp nước ngoài."
    )
)


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        pytest.param("swapped-digits", HONEY.format("549"), HONEY.format("294"), id="two digits in each other's place"),
        pytest.param("sum-of-parts", FUNDS.format("350"), FUNDS.format("650"), id="parts told elsewhere"),
        pytest.param(
            "ratio",
            "Có 142/172 xã, phường, thị trấn được phủ sóng, đạt 85,5%.",
            "Có 142/172 xã, phường, thị trấn được phủ sóng, đạt 82,6%.",
            id="a share of several kinds of communes",
        ),
        pytest.param(
            "ratio",
            "Có 60/87 xã trồng chè, đạt 96%.",
            "Có 60/87 xã trồng chè, đạt 96% kế hoạch.",
            id="a share of the plan is none of the whole",
        ),
        pytest.param(
            "total",
            "Tỉnh có 112 đơn vị hành chính cấp xã (94 xã, 19 phường).",
            "Tỉnh có 113 đơn vị hành chính cấp xã (94 xã, 19 phường).",
            id="kinds in brackets behind a long noun",
        ),
        pytest.param(
            "count",
            "Nghị quyết đề ra 15 nhóm chỉ tiêu với 32 chỉ tiêu thành phần. Đến nay, có 13 chỉ tiêu thành phần đã đạt, trong đó 5 chỉ tiêu "
            "về đích sớm; 12 chỉ tiêu bám sát lộ trình; còn lại 6 chỉ tiêu phải cố gắng nhiều.",
            "Nghị quyết đề ra 15 nhóm chỉ tiêu với 31 chỉ tiêu thành phần. Đến nay, có 13 chỉ tiêu thành phần đã đạt, trong đó 5 chỉ tiêu "
            "về đích sớm; 12 chỉ tiêu bám sát lộ trình; còn lại 6 chỉ tiêu phải cố gắng nhiều.",
            id="components of targets, to the last",
        ),
        pytest.param(
            "verdict",
            "Trồng rừng tập trung 6.350/6.500 ha, vượt kế hoạch đề ra.",
            "Trồng rừng tập trung 6.650/6.500 ha, vượt kế hoạch đề ra.",
            id="less than the plan behind the stroke",
        ),
        pytest.param(
            "verdict",
            "Năm 2030 đón 3,65 triệu lượt khách du lịch, vượt mục tiêu Nghị quyết (3,8 triệu lượt).",
            "Năm 2030 đón 3,95 triệu lượt khách du lịch, vượt mục tiêu Nghị quyết (3,8 triệu lượt).",
            id="a target whose unit is told in short",
        ),
        pytest.param(
            "verdict",
            "Tỷ lệ hộ nghèo giảm 0,42 điểm phần trăm (kế hoạch giảm 0,5 điểm phần trăm), vượt kế hoạch.",
            "Tỷ lệ hộ nghèo giảm 0,62 điểm phần trăm (kế hoạch giảm 0,5 điểm phần trăm), vượt kế hoạch.",
            id="a verdict right behind the bracket",
        ),
        pytest.param(
            "two-values",
            "Giai đoạn 2026-2030, GRDP bình quân đầu người đạt 82 triệu đồng."
            + MIDDLE
            + "Năm 2030, GRDP bình quân đầu người đạt 84,5 triệu đồng.",
            "Giai đoạn 2026-2030, GRDP bình quân đầu người đạt 84,5 triệu đồng."
            + MIDDLE
            + "Năm 2030, GRDP bình quân đầu người đạt 84,5 triệu đồng.",
            id="per head is no average of years",
        ),
        pytest.param(
            "structure",
            "Cơ cấu kinh tế đến năm 2035: nông nghiệp 13,5%; công nghiệp - xây dựng 46,0% (riêng chế biến 32%); dịch vụ 36,5%; thuế sản phẩm 5,0%.",
            "Cơ cấu kinh tế đến năm 2035: nông nghiệp 15,5%; công nghiệp - xây dựng 42,0%; dịch vụ 36,5%.",
            id="an aside in brackets; the taxes on products left out",
        ),
        pytest.param(
            "average-of-total",
            "Giai đoạn 2026-2030 đào tạo 38 nghìn lao động, bình quân 6.334 người/năm.",
            "Giai đoạn 2026-2030 quy mô GRDP đạt 288 tỷ đồng, GRDP bình quân đầu người đạt 85 triệu đồng/người/năm.",
            id="by heads, not by years",
        ),
        pytest.param(
            "total",
            "Ban Thường vụ gồm 15 đồng chí, gồm 9 đồng chí nam và 5 đồng chí nữ.",
            "Ban Thường vụ 15 đồng chí; Đoàn đại biểu dự Đại hội toàn quốc gồm 18 đồng chí.",
            id="another body is made up of more",
        ),
        pytest.param(
            "total",
            "Ban Chấp hành có 18 đồng chí, trong đó 21 đồng chí có trình độ thạc sĩ.",
            "Có 18 đồng chí nữ; 100% đồng chí có trình độ đại học, trong đó thạc sĩ 38 đồng chí.",
            id="parts of another whole behind a semicolon",
        ),
    ],
)
def test_sums(outline_of: Callable[..., Outline], lexicon: Lexicon, rule: str, wrong: str, right: str) -> None:
    assert rule in rules(outline_of, lexicon, wrong + "\n")
    assert rule not in rules(outline_of, lexicon, right + "\n")


def test_digits_in_each_others_place() -> None:
    pairs = (("2525.7", "2552.7"), ("9.85", "9.58"), ("4.5", "5.4"), ("128", "125"), ("6842", "6482"))
    assert [digits_swapped(Decimal(a), Decimal(b)) for a, b in pairs] == [True, True, False, False, True]
