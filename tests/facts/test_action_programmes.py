"""Action programmes: results of the term that ended among the goals, tasks with deadlines of their own, tables by year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.facts.observations import find_observations
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.tables.facts import find_table_facts
from vankien.facts.targets.finding import find_targets
from vankien.model import Lexicon, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

PROGRAMME = """TỈNH ỦY SƠN BÌNH
Số 07-CTr/TU
Sơn Bình, ngày 20 tháng 11 năm 2025
CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030
-----

{body}
"""
GOALS = "I. MỤC TIÊU VÀ CHỈ TIÊU\n\n{}"
TASKS = "II. NHIỆM VỤ, GIẢI PHÁP\n\n{}"

Read = Callable[[str], list[str]]


def _line(fact: Target | Observation) -> str:
    value = "-" if fact.value is None else plain(fact.value)
    if isinstance(fact, Target):
        return f"target {fact.set_by} {fact.by} | {fact.indicator} | {fact.comparator} {value} | {fact.unit}"
    return f"observation {fact.period} {fact.status} | {fact.indicator} | {value} | {fact.unit}"


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The targets and observations in the body of an action programme."""

    def read(body: str) -> list[str]:
        finders = (find_targets, find_observations, find_table_facts)
        found = find_facts(outline_of(PROGRAMME.format(body=body)), lexicon, finders)
        facts: list[Target | Observation] = [*found.of(Target), *found.of(Observation)]
        return [_line(f) for f in sorted(facts, key=lambda f: (f.evidence.line, f.evidence.start))]

    return read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            GOALS.format("Nhiệm kỳ 2020 - 2025, tốc độ tăng trưởng GRDP bình quân ước đạt 6,8%/năm."),
            ["observation 2020-2025 estimate | Tốc độ tăng trưởng GRDP bình quân | 6.8 | %/năm"],
            id="estimate-of-the-term-that-ended",
        ),
        pytest.param(
            TASKS.format("Đến năm 2030 ổn định 900 ha quế, 60% đạt chuẩn hữu cơ (năm 2024: 850 ha, 41%)."),
            [
                "target XVI 2030 | Diện tích quế | = 900 | ha",
                "target XVI 2030 | Tỷ lệ đạt chuẩn hữu cơ | = 60 | %",
                "observation 2024 actual | Diện tích quế | 850 | ha",
                "observation 2024 actual | Tỷ lệ đạt chuẩn hữu cơ | 41 | %",
            ],
            id="results-of-a-year-in-a-bracket-in-turn",
        ),
        pytest.param(
            TASKS.format("Kết nạp 400 đảng viên (5 năm 2020 - 2024 kết nạp 310 đảng viên)."),
            [
                "target XVI 2030 | Số đảng viên được kết nạp | = 400 | đảng viên",
                "observation 2020-2024 actual | Số đảng viên được kết nạp | 310 | đảng viên",
            ],
            id="results-of-a-term-in-a-bracket",
        ),
        pytest.param(
            TASKS.format("Nâng cao giá trị lâm nghiệp: đến năm 2030 trồng 900 ha quế."),
            ["target XVI 2030 | Diện tích quế trồng | = 900 | ha"],
            id="a-deed-before-the-colon-heads-nothing",
        ),
        pytest.param(
            TASKS.format("Hoàn thành Dự án cầu Bến Mới (dài 2,4 km) trước ngày 30/6/2029."),
            ["observation None None | Chiều dài Dự án cầu Bến Mới | 2.4 | km"],
            id="length-of-a-project-in-a-bracket",
        ),
        pytest.param(
            TASKS.format(
                "Phấn đấu đến hết nhiệm kỳ có 900 doanh nghiệp hoạt động, tức khoảng 11 doanh nghiệp/1.000 dân."
            ),
            [
                "target XVI 2030 | Số doanh nghiệp hoạt động | = 900 | doanh nghiệp",
                "target XVI 2030 | Số doanh nghiệp/1.000 dân | ~ 11 | doanh nghiệp/1.000 dân",
            ],
            id="by-the-end-of-the-term",
        ),
        pytest.param(
            TASKS.format("Thu ngân sách đạt 20 tỷ đồng, vượt mục tiêu Kế hoạch 5 năm 2020 - 2025 là 18 tỷ đồng."),
            [
                "target XVI 2030 | Thu ngân sách | = 20 | tỷ đồng",
                "target plan-2020-2025 2025 | Thu ngân sách | = 18 | tỷ đồng",
            ],
            id="target-of-a-plan-of-five-years",
        ),
        pytest.param(
            GOALS.format("Năm 2025 thu ngân sách ước đạt 4.700 tỷ đồng; toàn tỉnh còn 21 thôn chưa có điện lưới."),
            [
                "observation 2025 estimate | Thu ngân sách | 4700 | tỷ đồng",
                "observation 2025 actual | Số thôn chưa có điện lưới | 21 | thôn",
            ],
            id="a-sentence-goes-on-reporting",
        ),
        pytest.param(
            GOALS.format("Năm 2025 sản lượng chè ước đạt 40 nghìn tấn; phấn đấu đến năm 2030 đạt 52 nghìn tấn."),
            [
                "observation 2025 estimate | Sản lượng chè | 40 | nghìn tấn",
                "target XVI 2030 | Sản lượng chè | = 52 | nghìn tấn",
            ],
            id="until-it-promises",
        ),
        pytest.param(
            GOALS.format("- Doanh thu bán lẻ tăng 12% so với năm 2025, ước đạt 9.500 tỷ đồng."),
            [
                "target XVI 2030 | Tốc độ tăng doanh thu bán lẻ | = 12 | %",
                "target XVI 2030 | Doanh thu bán lẻ | = 9500 | tỷ đồng",
            ],
            id="an-estimate-of-no-year-is-a-goal",
        ),
        pytest.param(
            GOALS.format("Nhiệm kỳ 2020 - 2025, tỷ lệ hộ nghèo cuối năm 2025 còn 7,2%, chưa đạt mục tiêu (dưới 6%)."),
            [
                "observation 2025 actual | Tỷ lệ hộ nghèo | 7.2 | %",
                "target XV 2025 | Tỷ lệ hộ nghèo | < 6 | %",
            ],
            id="target-of-the-congress-before-beside-its-result",
        ),
        pytest.param(
            GOALS.format("Đến năm 2045 là tỉnh phát triển, có tỷ lệ đô thị hóa trên 60%."),
            ["target XVI 2045 | Tỷ lệ đô thị hóa | > 60 | %"],
            id="what-a-province-is-to-be-and-to-have",
        ),
        pytest.param(
            GOALS.format("Thu nhập bình quân đầu người nằm trong nhóm 06 tỉnh dẫn đầu vùng ven biển."),
            ["target XVI 2030 | Xếp hạng Thu nhập bình quân đầu người | <= 6 | hạng"],
            id="rank-among-the-first-of-a-region",
        ),
        pytest.param(
            TASKS.format("- Khởi công hồ Khe Sanh trong năm 2026; cứng hóa 75% kênh mương."),
            ["target XVI 2030 | Tỷ lệ cứng hóa kênh mương | = 75 | %"],
            id="year-inside-another-deed",
        ),
        pytest.param(
            TASKS.format("- Từ năm 2027 mỗi xã có ít nhất 02 sân bóng; 60% thôn có loa thông minh."),
            [
                "target XVI 2027 | Số sân bóng mỗi xã | >= 2 | sân",
                "target XVI 2030 | Tỷ lệ thôn có loa thông minh | = 60 | %",
            ],
            id="from-a-year-on",
        ),
        pytest.param(
            TASKS.format("- Xây dựng 05 trường nội trú, đưa vào sử dụng trước năm học 2028 - 2029."),
            ["target XVI 2028 | Số trường nội trú được xây dựng | = 5 | trường"],
            id="due-when-it-is-ready-before-a-school-year",
        ),
        pytest.param(
            TASKS.format("- Xây mới 12 trạm y tế, hoàn thành vào năm 2027."),
            ["target XVI 2027 | Số trạm y tế được xây mới | = 12 | trạm y tế"],
            id="due-when-it-is-completed",
        ),
        pytest.param(
            TASKS.format("- Tối thiểu 04 tuyến xe buýt điện; 02 cảng cạn đi vào hoạt động."),
            [
                "target XVI 2030 | Số tuyến xe buýt điện | >= 4 | tuyến",
                "target XVI 2030 | Số cảng cạn đi vào hoạt động | = 2 | cảng",
            ],
            id="counts-with-a-bound-or-with-their-deed-behind",
        ),
        pytest.param(
            "II. CHƯƠNG TRÌNH TRỌNG ĐIỂM\n\na) Chương trình du lịch vịnh Bắc: tối thiểu 03 bến tàu; ít nhất 02 khu lặn.",
            [
                "target Chương trình du lịch vịnh Bắc 2030 | Số bến tàu | >= 3 | bến",
                "target Chương trình du lịch vịnh Bắc 2030 | Số khu lặn | >= 2 | khu",
            ],
            id="counts-behind-the-name-of-a-programme",
        ),
        pytest.param(
            "PHỤ LỤC: CHỈ TIÊU THEO NĂM\n\n| TT | Chỉ tiêu | ĐVT | Ước TH 2025 | KH 2026 | KH 2027 |\n|---|---|---|---|---|---|\n| 1 | Đàn bò | con | 20.500 | 21.000 | 22.000 |",
            [
                "target XVI 2026 | Đàn bò | = 21000 | con",
                "target XVI 2027 | Đàn bò | = 22000 | con",
                "observation 2025 estimate | Đàn bò | 20500 | con",
            ],
            id="table-of-targets-by-year-is-of-the-congress-too",
        ),
    ],
)
def test_facts(body: str, expected: list[str], facts_of: Read) -> None:
    assert facts_of(body) == expected


@pytest.mark.parametrize(
    ("body", "groups"),
    [
        pytest.param("(4) Đàn bò 30.000 con. (5) Đàn dê 9.000 con; đàn lợn 80.000 con.", [4, 5, 5], id="next-item"),
        pytest.param("(4) Đàn bò 30.000 con; (5) đàn dê 9.000 con.", [4, 5], id="behind-a-semicolon"),
        pytest.param("(4) Chăn nuôi: (1) đàn bò 30.000 con; (2) đàn dê 9.000 con.", [4, 4], id="list-inside-an-item"),
    ],
)
def test_groups_inside_a_paragraph(
    body: str, groups: list[int], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(PROGRAMME.format(body=GOALS.format(body))), lexicon, (find_targets,))
    assert [t.group for t in found.of(Target)] == groups


TWO_CONGRESSES = PROGRAMME.replace(
    "thực hiện Nghị quyết Đại hội",
    "thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng và Nghị quyết Đại hội",
)


def test_the_provinces_congress_sets_what_two_resolutions_ask_for(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    body = GOALS.format("\\(3\\) Đến năm 2030 có 90 xã đạt chuẩn.")
    found = find_facts(outline_of(TWO_CONGRESSES.format(body=body), "a.md"), lexicon, (find_targets,))
    assert [(t.set_by, t.group) for t in found.of(Target)] == [("XVI", 3)]


@pytest.mark.parametrize(
    ("body", "setters"),
    [
        pytest.param(
            TASKS.format("Xây dựng Đề án chợ quê số. Khởi công Dự án cầu Bến Mới."), ["XVI", "XVI"], id="tasks"
        ),
        pytest.param("I. KẾT QUẢ\n\nĐã khởi công Dự án cầu Bến Mới.", [None], id="results"),
    ],
)
def test_who_sets_schemes_and_projects(
    body: str, setters: list[str | None], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(PROGRAMME.format(body=body)), lexicon, (find_programmes,))
    assert [p.set_by for p in found.of(Programme) if p.kind != "task_group"] == setters
