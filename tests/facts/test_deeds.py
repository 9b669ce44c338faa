"""What was done to the things that a report counts: deeds without their time and the committees of every level, owners,
fields and kinds that are no deeds; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_final_reports import _line
from vankien.facts import FINDERS, find_facts
from vankien.model import Lexicon, Observation, Outline

HEAD = """TỈNH ỦY SƠN BÌNH
*
Số 41-BC/TU	Sơn Bình, ngày 3 tháng 9 năm 2030

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035
-----
I- KẾT QUẢ ĐẠT ĐƯỢC
"""

COUNTS = [
    pytest.param(
        "Cả nhiệm kỳ kết nạp 4.120 đảng viên. 5 năm giải quyết việc làm cho 61.000 lao động.",
        ["Số đảng viên được kết nạp | 4120 đảng viên", "Số lao động được giải quyết việc làm | 61000 lao động"],
        id="the-time-is-no-part-of-the-deed",
    ),
    pytest.param(
        "Ủy ban kiểm tra các cấp thi hành kỷ luật 17 tổ chức đảng và 208 đảng viên.",
        [
            "Số tổ chức đảng được thi hành kỷ luật | 17 tổ chức đảng",
            "Số đảng viên được thi hành kỷ luật | 208 đảng viên",
        ],
        id="who-punishes-on-every-level",
    ),
    pytest.param(
        "Tỉnh ủy ban hành 6 nghị quyết chuyên đề, 31 kế hoạch.",
        [
            "Số nghị quyết chuyên đề được tỉnh ủy ban hành | 6 nghị quyết",
            "Số kế hoạch được tỉnh ủy ban hành | 31 kế hoạch",
        ],
        id="the-committee-keeps-its-name",
    ),
    pytest.param(
        "Đảng bộ tỉnh có 9 đảng bộ trực thuộc, 418 tổ chức cơ sở đảng.",
        ["Số đảng bộ trực thuộc đảng bộ tỉnh | 9 đảng bộ", "Số tổ chức cơ sở đảng | 418 tổ chức cơ sở đảng"],
        id="an-owner-does-nothing",
    ),
    pytest.param(
        "Thu hút 40 dự án, trong đó lĩnh vực nông nghiệp 12 dự án.",
        ["Số dự án được thu hút | 40 dự án", "Số dự án lĩnh vực nông nghiệp | 12 dự án"],
        id="a-field-does-nothing",
    ),
    pytest.param(
        "Các huyện miền núi và hai huyện biên giới đã tập trung triển khai mô hình bếp ăn bán trú vùng cao tại 7 huyện.",
        ["Số huyện được triển khai mô hình bếp ăn bán trú vùng cao | 7 huyện"],
        id="a-long-deed-begins-with-a-whole-verb",
    ),
    pytest.param(
        "Các cấp hội duy trì hoạt động của 37 mô hình câu lạc bộ.",
        ["Số mô hình câu lạc bộ được cấp hội duy trì hoạt động | 37 mô hình"],
        id="no-preposition-at-the-end",
    ),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS)
def test_counts_and_what_was_done_to_them(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, expected: list[str]
) -> None:
    found = find_facts(outline_of(f"{HEAD}{text}\n"), lexicon, FINDERS)
    assert [_line(fact) for fact in found.of(Observation)] == expected
