"""Goals that no heading announces: pages without a letterhead, news that print the targets of a congress; all invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.model import Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain

CASES = [
    pytest.param(
        "Một số chỉ tiêu chủ yếu đến năm 2040\n\n"
        "Về kinh tế: (1) Thu nhập bình quân đầu người đạt 90 triệu đồng. (2) Tỷ lệ đô thị hóa từ 30 đến 35%.",
        [
            "Thu nhập bình quân đầu người | = 90 | triệu đồng | 2040 | 1",
            "Tỷ lệ đô thị hóa | range 30..35 | % | 2040 | 2",
        ],
        [],
        id="the line that opens a page is the heading of all below",
    ),
    pytest.param(
        "Ngày 12/8/2035, Đảng bộ xã Thạch Trì tổ chức Đại hội đại biểu lần thứ III, nhiệm kỳ 2035 - 2040 tại nhà văn hóa xã, với sự "
        "tham dự của đông đảo đại biểu từ các thôn bản trong xã.\n\n"
        "Đại hội đã thông qua một số chỉ tiêu chủ yếu đến năm 2040 như: thu ngân sách đạt 12 tỷ đồng; tỷ lệ che phủ rừng 61%.\n\n"
        "Đại hội đã bầu Ban Chấp hành gồm 21 đồng chí.",
        ["Thu ngân sách | = 12 | tỷ đồng | 2040 | None", "Tỷ lệ che phủ rừng | = 61 | % | 2040 | None"],
        ["Số đồng chí được bầu Ban Chấp hành | 21"],
        id="what a congress has passed as targets, in the news, until the news goes on",
    ),
    pytest.param(
        "Đại hội Đảng bộ huyện Nậm Sơn đề ra 24 chỉ tiêu, trong đó đến năm 2040 giá trị sản xuất đạt 900 tỷ đồng; thu hút 15.000 lượt khách, "
        "doanh thu du lịch 70 tỷ đồng. Đại hội cũng xác định 3 khâu đột phá và 5 giải pháp.",
        [
            "Giá trị sản xuất | = 900 | tỷ đồng | 2040 | None",
            "Tổng lượt khách du lịch | = 15000 | lượt khách | 2040 | None",
            "Doanh thu du lịch | = 70 | tỷ đồng | 2040 | None",
        ],
        [],
        id="what a congress counts of itself is neither promised nor reported",
    ),
    pytest.param(
        "Về kinh tế, nghị quyết đề ra mục tiêu tốc độ tăng trưởng kinh tế bình quân trên 8%/năm thời kỳ 2031 - 2040; đến năm 2040 tỷ lệ đô thị hóa đạt 45% "
        "và thu ngân sách đạt 90 tỷ đồng.\n\n"
        "Về xã hội, quy mô dân số đạt khoảng 105 nghìn người. Tuổi thọ bình quân đạt 75,5 tuổi.",
        [
            "Tốc độ tăng trưởng kinh tế bình quân | > 8 | % | 2040 | None",
            "Tỷ lệ đô thị hóa | = 45 | % | 2040 | None",
            "Thu ngân sách | = 90 | tỷ đồng | 2040 | None",
            "Quy mô dân số | ~ 105 | nghìn người | 2040 | None",
            "Tuổi thọ bình quân | = 75.5 | tuổi | 2040 | None",
        ],
        [],
        id="the paragraphs about other fields go on with the goals",
    ),
    pytest.param(
        "Nhiệm kỳ qua, xã Thạch Trì đã hoàn thành 16/19 chỉ tiêu đề ra. Thu ngân sách đạt 8 tỷ đồng, vượt mục tiêu đề ra. Tỷ lệ che phủ rừng đạt 52%, "
        "tỷ lệ thôn có nhà văn hóa đạt 90%, tỷ lệ hộ có điện đạt 99%.",
        [],
        ["Số chỉ tiêu hoàn thành | 16", "Thu ngân sách | 8", "Tỷ lệ che phủ rừng | 52", "Tỷ lệ thôn có nhà văn hóa | 90", "Tỷ lệ hộ có điện | 99"],
        id="targets that were set announce no goals",
    ),
]  # fmt: skip


def line(target: Target) -> str:
    value = "-" if target.value is None else plain(target.value)
    upper = f"..{plain(target.upper)}" if target.upper is not None else ""
    return (
        f"{target.indicator} | {target.comparator} {value}{upper} | {target.unit or '-'} | {target.by} | {target.group}"
    )


@pytest.mark.parametrize(("text", "targets", "observations"), CASES)
def test_announced_goals(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, targets: list[str], observations: list[str]
) -> None:
    found = find_facts(outline_of(text), lexicon)
    assert [line(t) for t in found.of(Target)] == targets
    told = [f"{o.indicator} | {plain(o.value)}" for o in found.of(Observation) if o.value is not None]
    assert told == observations
