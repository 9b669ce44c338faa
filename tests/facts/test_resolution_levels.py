"""A congress resolution: levels that the last resolution set, years that are no period, grades of crime, breakthroughs
that say what is to be reached, notes below a table; on sentences of our own about the invented province Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Lexicon, Observation, Outline, Programme, Source, Target
from vankien.vietnamese import plain

TEXT = """ĐẢNG BỘ TỈNH SƠN BÌNH
ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XVII
*
Số 01-NQ/ĐH		Sơn Bình, ngày 16 tháng 10 năm 2035

NGHỊ QUYẾT
ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ XVII,
NHIỆM KỲ 2035-2040

QUYẾT NGHỊ

I. Kết quả thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2030-2035
{results}

II. Mục tiêu, chỉ tiêu, nhiệm vụ nhiệm kỳ 2035-2040
1. Các nhóm chỉ tiêu chủ yếu đến năm 2040
{goals}

III. Ba khâu đột phá
Một là, hoàn thiện thể chế của tỉnh.
Hai là, làm cầu và đường núi, trong đó cứng hóa 70% đường xã.

IV. Nhiệm vụ
1. Trồng rừng và giữ rừng đầu nguồn. Trồng cây ven đường.
"""


def _line(fact: object) -> str:
    match fact:
        case Target(value=value) if value is not None:
            upper = f"-{plain(fact.upper)}" if fact.upper is not None else ""
            return f"{fact.set_by}, {fact.by}: {fact.indicator} {fact.comparator} {plain(value)}{upper} {fact.unit}"
        case Observation():
            return f"{fact.indicator} {plain(fact.value)} {fact.unit}"
        case Assessment():
            return f"{fact.indicator}: {fact.verdict}"
        case Programme():
            return f"{fact.kind}: {fact.name}"
        case Source():
            return f"{fact.issuer}; {fact.title}"
    return ""


@pytest.fixture
def read(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Callable[..., list[str]]:
    """What kinds of facts are found as, in a resolution with these results and goals."""

    def found(*kinds: type, results: str = "Kinh tế khá.", goals: str = "Giữ đà phát triển.") -> list[str]:
        facts = find_facts(outline_of(TEXT.format(results=results, goals=goals)), lexicon, FINDERS)
        lines = [_line(f) for f in facts.facts if isinstance(f, kinds)]
        return [line for line in lines if "đường xã" not in line or "breakthrough" in line]

    return found


@pytest.mark.parametrize(
    ("results", "expected"),
    [
        pytest.param(
            "Sản lượng chè tăng 8,2%/năm, chưa đạt mức 9%/năm mà Nghị quyết xác định song vẫn là khá.",
            ["XVI, 2035: Tốc độ tăng sản lượng chè = 9 %", "Tốc độ tăng sản lượng chè: Chưa đạt"],
            id="a-level-that-the-resolution-set-and-a-clause-behind-it",
        ),
        pytest.param(
            "Đàn dê tăng 3,6%/năm, trong khung 3-4% của Nghị quyết.",
            ["XVI, 2035: Tốc độ tăng đàn dê range 3-4 %", "Tốc độ tăng đàn dê: Đạt"],
            id="within-the-frame-of-the-resolution",
        ),
    ],
)
def test_levels_of_the_resolution(results: str, expected: list[str], read: Callable[..., list[str]]) -> None:
    """The level beside a result is a target of the last congress, and the result is judged by it."""
    assert read(Target, Assessment, results=results) == expected


def test_the_start_of_a_term_is_no_part_of_a_label(read: Callable[..., list[str]]) -> None:
    """``đầu nhiệm kỳ`` dates the first of two levels."""
    assert read(Observation, results="Hộ nghèo từ 26,1% đầu nhiệm kỳ xuống còn 8,1% cuối năm 2034.") == [
        "Tỷ lệ hộ nghèo 26.1 %",
        "Tỷ lệ hộ nghèo 8.1 %",
    ]


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        pytest.param(
            "Tỷ lệ hộ nghèo vùng cao giảm trên 4%/năm (chuẩn nghèo 2030-2035).",
            ["XVII, 2040: Mức giảm tỷ lệ hộ nghèo vùng cao > 4 %"],
            id="years-of-a-poverty-line-are-no-deadline",
        ),
        pytest.param(
            "Tỷ lệ khám phá án đạt trên 80%, trong đó án rất nghiêm trọng, đặc biệt nghiêm trọng đạt trên 95%.",
            [
                "XVII, 2040: Tỷ lệ khám phá án > 80 %",
                "XVII, 2040: Tỷ lệ khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng > 95 %",
            ],
            id="two-grades-of-one-thing",
        ),
        pytest.param(
            "Đến hết nhiệm kỳ bố trí cán bộ nữ trong cấp ủy xã từ 20 - 25%.",
            ["XVII, 2040: Tỷ lệ bố trí cán bộ nữ trong cấp ủy xã range 20-25 %"],
            id="the-end-of-the-term-is-no-part-of-a-label",
        ),
        pytest.param("Ghi chú: trước sắp xếp là 102 xã.", [], id="a-note-promises-nothing"),
    ],
)
def test_goals(goals: str, expected: list[str], read: Callable[..., list[str]]) -> None:
    """What a resolution wants, and what in its words is none of it."""
    assert read(Target, goals=goals) == expected


def test_groups_of_targets_are_no_task_and_a_breakthrough_ends_before_its_goal(read: Callable[..., list[str]]) -> None:
    """A heading over targets names no programme; what a breakthrough is to reach is no part of its name."""
    assert sorted(read(Programme)) == [
        "breakthrough: Hoàn thiện thể chế của tỉnh",
        "breakthrough: Làm cầu và đường núi",
        "task_group: Trồng rừng và giữ rừng đầu nguồn",
    ]


def test_the_congress_issues_its_resolution(read: Callable[..., list[str]]) -> None:
    """Its title leaves the province to the letterhead, and ends where the resolving begins."""
    issuer = "Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVII"
    title = "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2035-2040"
    assert read(Source) == [f"{issuer}; {title}"]
