"""Contradictions between parts of a document: shares without their whole, changes against values, bounds, names of schemes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_discrepancies import find
from tests.facts.test_discrepancy_rules import MIDDLE, rules
from vankien.model import Lexicon, Outline

HEAD = "Năm 2025, toàn tỉnh có 106 xã, phường, thị trấn." + MIDDLE


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        pytest.param(
            "denominator-of-share",
            HEAD + "Năm 2025 có 90 xã đạt chuẩn y tế, đạt 83,33%.",
            HEAD + "Năm 2025 có 90 xã đạt chuẩn y tế, đạt 84,91%.",
            id="a share of more communes than there are",
        ),
        pytest.param(
            "denominator-of-share",
            "Năm 2025, toàn tỉnh có 347 trường." + MIDDLE + "Đến nay có 167 trường đạt chuẩn, chiếm 49,4%.",
            "Năm 2025, toàn tỉnh có 338 trường." + MIDDLE + "Đến nay có 167 trường đạt chuẩn, chiếm 49,4%.",
            id="a share of fewer schools than there are",
        ),
        pytest.param(
            "denominator-of-share",
            HEAD + "Năm 2025 có 90 xã đạt chuẩn y tế, đạt 83,33%.",
            "Năm 2025, cụm thi đua có 40 xã." + MIDDLE + "Năm 2025 có 90 xã đạt chuẩn y tế, đạt 83,33%.",
            id="the whole of something smaller proves nothing",
        ),
        pytest.param(
            "led-back",
            "Năm 2020, thu nhập bình quân đầu người đạt 41,3 triệu đồng."
            + MIDDLE
            + "Năm 2025, thu nhập bình quân đầu người đạt 55,8 triệu đồng, tăng 12,5 triệu đồng so với năm 2020.",
            "Năm 2020, thu nhập bình quân đầu người đạt 43,3 triệu đồng."
            + MIDDLE
            + "Năm 2025, thu nhập bình quân đầu người đạt 55,8 triệu đồng, tăng 12,5 triệu đồng so với năm 2020.",
            id="an increase against the value of that year",
        ),
        pytest.param(
            "led-back",
            "Năm 2020, tổng đàn gia súc đạt 250.000 con."
            + MIDDLE
            + "Năm 2025, tổng đàn gia súc đạt 300.000 con, tăng 40% so với năm 2020.",
            "Năm 2020, tổng đàn gia súc đạt 250.000 con."
            + MIDDLE
            + "Năm 2025, tổng đàn gia súc đạt 300.000 con, tăng 20% so với năm 2020.",
            id="a growth in percent against the value of that year",
        ),
        pytest.param(
            "impossible-change",
            "Năm 2025, sản lượng mật ong đạt 16.500 tấn, tăng 21,3 nghìn tấn so với năm 2020.",
            "Năm 2025, sản lượng mật ong đạt 16.500 tấn, tăng 2,3 nghìn tấn so với năm 2020.",
            id="more grew than there is",
        ),
        pytest.param(
            "impossible-change",
            "Năm 2025, sản lượng mật ong đạt 44 tấn, tăng 305 tấn so với năm 2020.",
            "Năm 2025, sản lượng ong đạt 412 tấn, gồm 368 tấn mật rừng, 44 tấn mật nhãn; tăng 305 tấn so với năm 2020.",
            id="what grew is the whole before its parts",
        ),
        pytest.param(
            "two-values",
            "Năm 2025, tổng dư nợ tín dụng đạt gần 16.400 tỷ đồng."
            + MIDDLE
            + "Năm 2025, tổng dư nợ đạt 16.017 tỷ đồng.",
            "Năm 2025, tổng dư nợ tín dụng đạt gần 16.100 tỷ đồng."
            + MIDDLE
            + "Năm 2025, tổng dư nợ đạt 16.017 tỷ đồng.",
            id="nearly so much is no word for less",
        ),
        pytest.param(
            "two-values",
            "Năm 2025, tỷ lệ đồng bào dân tộc thiểu số trên 84%."
            + MIDDLE
            + "Năm 2025, tỷ lệ dân số là đồng bào các dân tộc thiểu số trên 85%.",
            "Năm 2025, tỷ lệ đồng bào dân tộc thiểu số trên 84%."
            + MIDDLE
            + "Năm 2025, tỷ lệ dân số là đồng bào các dân tộc thiểu số trên 84%.",
            id="two lower bounds",
        ),
        pytest.param(
            "scheme-names",
            "Ban hành Đề án phát triển rừng, phát triển nghề nuôi ong hàng hóa tập trung."
            + MIDDLE
            + "Thực hiện Đề án phát triển rừng, phát triển nghề nuôi ong hàng hóa chất lượng cao.",
            "Ban hành Đề án sắp xếp lại các đơn vị sự nghiệp công lập ngành nông nghiệp."
            + MIDDLE
            + "Thực hiện Đề án sắp xếp lại các đơn vị sự nghiệp công lập ngành giáo dục.",
            id="one scheme under two names",
        ),
    ],
)  # fmt: skip
def test_rules(outline_of: Callable[..., Outline], lexicon: Lexicon, rule: str, wrong: str, right: str) -> None:
    assert rule in rules(outline_of, lexicon, wrong)
    assert rule not in rules(outline_of, lexicon, right)


def test_the_implied_whole_is_said(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = HEAD + "Năm 2025 có 90 xã đạt chuẩn y tế, đạt 83,33%."
    notes = [f.note for f in find(outline_of, lexicon, text) if f.evidence.rule == "discrepancy-denominator-of-share"]
    assert notes == ["90/83,33% = 108, không phải 106"]


@pytest.mark.parametrize(
    ("rule", "wrong", "right"),
    [
        pytest.param(
            "larger-region",
            "Năm 2025, thể tích lồng nuôi cá nước lạnh toàn tỉnh đạt 15.578 m³."
            + MIDDLE
            + "- Vùng lòng hồ Nậm Sơn: Năm 2025, thể tích lồng nuôi cá nước lạnh đạt 15.678 m³.",
            "Năm 2025, thể tích lồng nuôi cá nước lạnh toàn tỉnh đạt 15.578 m³."
            + MIDDLE
            + "- Vùng lòng hồ Nậm Sơn: Năm 2025, thể tích lồng nuôi cá nước lạnh đạt 12.678 m³.",
            id="a region with more than the province",
        ),
        pytest.param(
            "share-of-province",
            "Năm 2025, tổng kim ngạch xuất nhập khẩu đạt 200,2 triệu USD."
            + MIDDLE
            + "Năm 2025, kim ngạch xuất nhập khẩu qua cửa khẩu Thanh Giang đạt 187,09 triệu USD, chiếm 89,86% toàn tỉnh.",
            "Năm 2025, tổng kim ngạch xuất nhập khẩu đạt 208,2 triệu USD."
            + MIDDLE
            + "Năm 2025, kim ngạch xuất nhập khẩu qua cửa khẩu Thanh Giang đạt 187,09 triệu USD, chiếm 89,86% toàn tỉnh.",
            id="a share of the province that its amount contradicts",
        ),
    ],
)
def test_regions(outline_of: Callable[..., Outline], lexicon: Lexicon, rule: str, wrong: str, right: str) -> None:
    assert rule in rules(outline_of, lexicon, wrong)
    assert rule not in rules(outline_of, lexicon, right)
