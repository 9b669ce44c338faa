"""Lists and sections of a report laid before a congress: works, breakthroughs, verdicts over a list, a vision, what is
issued to carry out what, on texts of our own about the invented province Hà Trà."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Lexicon, Link, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

REPORT = """ĐẢNG BỘ TỈNH HÀ TRÀ
Hà Trà, tháng 9 năm 2035
BÁO CÁO CHÍNH TRỊ
CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA IX TRÌNH ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH LẦN THỨ X

PHẦN THỨ NHẤT
KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ IX, NHIỆM KỲ 2030 - 2035

I. KẾT QUẢ ĐẠT ĐƯỢC
{results}

PHẦN THỨ HAI
PHƯƠNG HƯỚNG, MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2035 - 2040, TẦM NHÌN ĐẾN NĂM 2055

I. CÁC CHỈ TIÊU
{goals}

II. BA ĐỘT PHÁ
1. Đột phá về hạ tầng cảng cá và kho lạnh.
2. Đột phá về nhân lực nghề biển; đến năm 2037 có 400 thuyền trưởng được đào tạo.

III. CHƯƠNG TRÌNH, DỰ ÁN TRỌNG ĐIỂM
1. Các chương trình trọng điểm
1.1. Chương trình nuôi biển xa bờ: sản lượng nuôi biển đạt 90 nghìn tấn.
2. Các dự án trọng điểm
{works}

IV. NHIỆM VỤ, GIẢI PHÁP
1. Phát triển y tế, chăm sóc sức khỏe Nhân dân
{tasks}
"""

Read = Callable[..., list[str]]


@pytest.fixture
def read(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """What one kind of fact is found as, in a report with these parts."""

    def found(kind: type, **parts: str) -> list[str]:
        filled = {
            "results": "Kinh tế khá.",
            "goals": "Giữ vững đà phát triển.",
            "works": "+ Làng chài.",
            "tasks": "Chăm lo y tế.",
        }
        facts = find_facts(outline_of(REPORT.format(**(filled | parts))), lexicon, FINDERS)
        return [line(f) for f in facts.facts if isinstance(f, kind)]

    return found


def line(fact: object) -> str:
    """How the tables below write a fact."""
    match fact:
        case Target(value=value) if value is not None:
            return f"{fact.set_by}, {fact.by}: {fact.indicator} {fact.comparator} {plain(value)} {fact.unit}"
        case Observation():
            return f"{fact.period}, {fact.status}: {fact.indicator} {plain(fact.value)} {fact.unit}"
        case Assessment():
            share = f" {plain(fact.percent)}%" if fact.percent is not None else ""
            return f"{fact.indicator}: {fact.verdict}{share}"
        case Programme():
            return f"{fact.kind}, {fact.set_by}: {fact.name}"
        case Link():
            return f"{fact.subject} {fact.relation} {fact.object}"
    return ""


WORKS = "+ Cảng cá Cửa Trà (tổng mức đầu tư 900 tỷ đồng);\n+ Khu neo đậu tàu Bãi Sậy (quy mô 60 ha)."


def test_works_below_their_title(read: Read) -> None:
    """Each item of the list is a project of the congress; size and cost are no targets of the programme before it."""
    assert [p for p in read(Programme, works=WORKS) if p.startswith("project")] == [
        "project, X: Cảng cá Cửa Trà",
        "project, X: Khu neo đậu tàu Bãi Sậy",
    ]
    assert [t for t in read(Target, works=WORKS) if "900" in t or "60" in t] == []
    assert read(Observation, works=WORKS) == [
        "None, None: Tổng mức đầu tư Cảng cá Cửa Trà 900 tỷ đồng",
        "None, None: Quy mô Khu neo đậu tàu Bãi Sậy 60 ha",
    ]


def test_a_list_of_breakthroughs_by_their_number(read: Read) -> None:
    """``BA ĐỘT PHÁ`` announces them, ``Đột phá về`` is part of their names."""
    assert [p for p in read(Programme) if p.startswith("breakthrough")] == [
        "breakthrough, X: Đột phá về hạ tầng cảng cá và kho lạnh",
        "breakthrough, X: Đột phá về nhân lực nghề biển",
    ]


def test_what_a_title_sees_beyond_the_term_is_no_deadline(read: Read) -> None:
    """``NHIỆM KỲ 2035 - 2040, TẦM NHÌN ĐẾN NĂM 2055``: a programme's target is due at the end of the term."""
    promised = "Chương trình nuôi biển xa bờ, 2040: Sản lượng nuôi biển = 90 nghìn tấn"
    assert promised in read(Target)


TABLE = "TT\tChỉ tiêu\tĐơn vị tính\tƯớc thực hiện năm 2035\tMục tiêu năm 2040\tTầm nhìn năm 2055\n1\tTỷ lệ đô thị hóa\t%\t31\t40\t60\n2\tTỷ lệ che phủ rừng\t%\t9\t11\t14\n"


def test_a_column_of_the_vision_holds_targets(read: Read) -> None:
    """``Tầm nhìn năm 2055`` is promised, not reported."""
    assert read(Target, goals=TABLE)[:2] == ["X, 2040: Tỷ lệ đô thị hóa = 40 %", "X, 2055: Tỷ lệ đô thị hóa = 60 %"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Giá trị sản xuất năm 2035 ước đạt 9.000 tỷ đồng, bình quân tăng 8%/năm.",
            [
                "2035, estimate: Giá trị sản xuất 9000 tỷ đồng",
                "2030-2035, estimate: Tốc độ tăng giá trị sản xuất bình quân 8 %/năm",
            ],
            id="a-mean-is-of-no-single-year",
        ),
        pytest.param(
            "Năm 2034, Chỉ số PCI đạt 66 điểm, trong khi năm 2030 ở vị trí 41; Chỉ số PAPI đạt 43 điểm.",
            [
                "2034, actual: Chỉ số PCI 66 điểm",
                "2030, actual: Xếp hạng Chỉ số PCI 41 hạng",
                "2034, actual: Chỉ số PAPI 43 điểm",
            ],
            id="a-year-of-comparison-is-not-carried-on",
        ),
        pytest.param(
            "Tỉnh có 700 ha tham gia Đề án phát triển vùng nguyên liệu dừa bền vững đến năm 2040, qua 02 vụ thí điểm lợi nhuận đạt 30 triệu đồng/ha.",
            [
                "2030-2035, actual: Diện tích tham gia Đề án phát triển vùng nguyên liệu dừa bền vững 700 ha",
                "2030-2035, actual: Lợi nhuận 30 triệu đồng/ha",
            ],
            id="a-deadline-in-a-title-and-rounds-of-a-trial",
        ),
    ],
)
def test_results(text: str, expected: list[str], read: Read) -> None:
    """When what a report tells was so, and that it is told, not promised."""
    assert read(Observation, results=text) == expected


def test_an_annex_opened_by_its_word_alone(read: Read) -> None:
    """What the table behind ``PHỤ LỤC`` holds is of no task before it."""
    behind = f"Chăm lo y tế.\n\nPHỤ LỤC\nKết quả thực hiện một số chỉ tiêu\n{TABLE}"
    assert [x for x in read(Link, tasks=behind) if x.startswith("Phát triển y tế")] == []


VERDICTS = """1. Còn 02/20 chỉ tiêu không đạt Nghị quyết, gồm:
(1) Tỷ lệ đô thị hóa mới đạt 31%, thấp hơn 2 điểm phần trăm so với chỉ tiêu (33%);
(2) Tỷ lệ hộ dùng nước tập trung 76%, bằng 95% mục tiêu (80%).
2. Giải ngân vốn đạt 88%."""


def test_the_verdict_of_the_line_that_opens_a_list(read: Read) -> None:
    """It holds for each item, with the share that the item prints, and for nothing behind the list."""
    assert read(Assessment, results=VERDICTS) == [
        "Tỷ lệ đô thị hóa: Không đạt",
        "Tỷ lệ hộ dùng nước tập trung: Không đạt 95%",
    ]


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        pytest.param(
            "results",
            "Triển khai Nghị quyết Đại hội XVI của Đảng và Nghị quyết Đại hội IX Đảng bộ tỉnh, Tỉnh ủy ban hành Chương trình hành động số 03-CTr/TU, đồng thời cụ thể hóa bằng 02 nghị quyết, tiêu biểu là Nghị quyết số 07-NQ/TU ngày 04/3/2031 về nghề cá và Nghị quyết số 08-NQ/TU ngày 05/3/2031 về nghề muối.",
            [
                f"{code} implements {ground}"
                for code in ("03-CTr/TU", "07-NQ/TU", "08-NQ/TU")
                for ground in (
                    "Nghị quyết Đại hội lần thứ XVI của Đảng",
                    "Nghị quyết Đại hội Đảng bộ tỉnh Hà Trà lần thứ IX",
                )
            ],
            id="issued-after-two-resolutions",
        ),
        pytest.param(
            "tasks",
            "Tiếp tục thực hiện hiệu quả Nghị quyết số 72-NQ/TW và Nghị quyết số 20-NQ/TW; đầu tư trạm y tế.",
            [
                "Phát triển y tế, chăm sóc sức khỏe Nhân dân implements 72-NQ/TW",
                "Phát triển y tế, chăm sóc sức khỏe Nhân dân implements 20-NQ/TW",
            ],
            id="a-task-carries-out-resolutions",
        ),
        pytest.param(
            "tasks",
            "1.1. Nâng cao năng lực y tế cơ sở\nTriển khai Nghị quyết số 72-NQ/TW; đầu tư trạm y tế.",
            ["Nâng cao năng lực y tế cơ sở implements 72-NQ/TW"],
            id="the-part-of-a-task-carries-it-out",
        ),
        pytest.param(
            "tasks",
            "Công an tỉnh phối hợp với Sở Y tế kiểm tra việc bán thuốc.",
            ["Phát triển y tế, chăm sóc sức khỏe Nhân dân coordinates Sở Y tế tỉnh Hà Trà"],
            id="who-joins-in-a-task",
        ),
    ],
)
def test_links(part: str, text: str, expected: list[str], read: Read) -> None:
    """What carries out what, and who joins in a task."""
    said = {x for x in read(Link, **{part: text}) if " implements " in x or " coordinates " in x}
    assert {x for x in said if not x.startswith("Báo cáo chính trị")} == set(expected)
