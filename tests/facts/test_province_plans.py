"""A province's plan for one year: quarters, plans of two years side by side, tasks with aims, what its sentences measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.report.test_table_blocks import TARGETS, annex
from vankien.facts import find_facts
from vankien.facts.measures.parts_of_year import told_by_parts
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Assessment, Discrepancy, Lexicon, Link, Observation, Outline, Target
from vankien.vietnamese import plain

PLAN = """ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH

Số: 7/KH-UBND

Sơn Bình, ngày 12 tháng 01 năm 2032

KẾ HOẠCH
Phát triển kinh tế - xã hội tỉnh Sơn Bình năm 2032

-----

{preamble}

I. KẾT QUẢ NĂM 2031

{results}

II. CHỈ TIÊU NĂM 2032

{goals}

III. NHIỆM VỤ, GIẢI PHÁP

1. Phát triển kinh tế

{tasks}

"""
NONE = "Các sở, ngành tiếp tục quan tâm công tác này."


def outline(outline_of: Callable[..., Outline], annexes: str = "", **parts: str) -> Outline:
    """The outline of such a plan."""
    parts = {"preamble": NONE, "results": NONE, "goals": NONE, "tasks": NONE, **parts}
    return outline_of(PLAN.format(**parts) + annexes)


def line(fact: Target | Observation | Assessment) -> str:
    """One line of the tables below."""
    if isinstance(fact, Assessment):
        return (
            f"{fact.as_of} | {fact.indicator} | {fact.verdict} | {'-' if fact.percent is None else plain(fact.percent)}"
        )
    value = "-" if fact.value is None else plain(fact.value)
    value += f"..{plain(fact.upper)}" if fact.upper is not None else ""
    head = f"{fact.set_by} {fact.by}" if isinstance(fact, Target) else f"{fact.period} {fact.status}"
    return f"{head} | {fact.indicator} | {value} {fact.unit}"


@pytest.mark.parametrize(
    ("kind", "parts", "expected"),
    [
        pytest.param(
            Target,
            {"goals": "- GRDP quý I phải tăng 9%, quý II 9,7%, quý III 10,8%, để 6 tháng tăng 9,4%."},
            [
                "plan-2032 2032-03 | Tốc độ tăng GRDP quý I | 9 %",
                "plan-2032 2032-06 | Tốc độ tăng GRDP quý II | 9.7 %",
                "plan-2032 2032-09 | Tốc độ tăng GRDP quý III | 10.8 %",
                "plan-2032 2032-06 | Tốc độ tăng GRDP | 9.4 %",
            ],
            id="goals-by-quarter",
        ),
        pytest.param(
            Observation,
            {"preamble": "Tỉnh có 90 đơn vị hành chính cấp xã, diện tích tự nhiên 5.000 km2, dân số trên 2 triệu người."},
            [
                "None actual | Số đơn vị hành chính cấp xã | 90 đơn vị hành chính cấp xã",
                "None actual | Diện tích tự nhiên | 5000 km2",
                "None actual | Dân số | 2 triệu người",
            ],
            id="what-a-plan-says-of-its-province",
        ),
        pytest.param(
            Observation,
            {"tasks": "a) Khởi công Khu công nghiệp Cồn Cao 2 quy mô 280 ha, vốn đầu tư hạ tầng 900 tỷ đồng."},
            ["None None | Quy mô Khu công nghiệp Cồn Cao 2 | 280 ha", "None None | Vốn đầu tư hạ tầng Khu công nghiệp Cồn Cao 2 | 900 tỷ đồng"],
            id="size-of-a-numbered-work",
        ),
        pytest.param(
            Observation,
            {"tasks": "a) Hoàn thành Nhà máy điện gió Cồn Cao 3 (công suất 80 MW) trong quý III/2032."},
            ["None None | Công suất Nhà máy điện gió Cồn Cao 3 | 80 MW"],
            id="size-in-a-bracket",
        ),
        pytest.param(
            Observation,
            {"tasks": "a) Thực hiện Chương trình mục tiêu quốc gia; dự kiến vốn năm 2032 là 1.084 tỷ đồng."},
            ["2032 None | Kinh phí thực hiện: vốn | 1084 tỷ đồng"],
            id="planned-sum",
        ),
        pytest.param(
            Target,
            {"tasks": "a) Kế hoạch này điều chỉnh chỉ tiêu hoàn thành nhà ở xã hội nêu tại Quyết định số 31/QĐ-UBND về giao chỉ tiêu năm 2032 từ 1.850 căn thành 1.900 căn."},
            ["31/QĐ-UBND 2032 | Hoàn thành nhà ở xã hội | 1850 căn", "plan-2032 2032 | Hoàn thành nhà ở xã hội | 1900 căn"],
            id="changed-target-of-a-named-document",
        ),
        pytest.param(
            Assessment,
            {},
            [
                "2031 | Thu ngân sách nhà nước trên địa bàn | Vượt | 104",
                "2031 | Thu ngân sách nhà nước trên địa bàn: Thu nội địa | Vượt | 101.4",
                "2031 | Tỷ lệ rác thải được thu gom: Đô thị | Vượt | 101",
                "2031 | Tỷ lệ rác thải được thu gom: Nông thôn | Chưa đạt | 98.8",
            ],
            id="shares-of-last-years-plan",
        ),
    ],
)  # fmt: skip
def test_facts(
    outline_of: Callable[..., Outline],
    lexicon: Lexicon,
    kind: type[Target | Observation | Assessment],
    parts: dict[str, str],
    expected: list[str],
) -> None:
    found = find_facts(outline(outline_of, "" if parts else annex(*TARGETS), **parts), lexicon)
    assert [line(f) for f in sorted(found.of(kind), key=lambda f: f.evidence.start)] == expected


def test_plans_of_two_years_side_by_side(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The plan's own year and the year before; a share of the one is not held against the other."""
    found = find_facts(outline(outline_of, annex(*TARGETS)), lexicon)
    first = [line(t) for t in found.of(Target)][:2]
    assert first == [
        "plan-2032 2032 | Thu ngân sách nhà nước trên địa bàn | 900 tỷ đồng",
        "plan-2031 2031 | Thu ngân sách nhà nước trên địa bàn | 750 tỷ đồng",
    ]
    assert [d.about for d in found.of(Discrepancy)] == []


def test_a_wrong_share_of_last_years_plan(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    wrong = annex(*(("107,0" if cell == "104,0" else cell) for cell in TARGETS))
    found = find_facts(outline(outline_of, wrong), lexicon)
    assert [(d.about, d.b) for d in found.of(Discrepancy)] == [
        ("Thu ngân sách nhà nước trên địa bàn: tỷ lệ so với mục tiêu", "780/750 = 104%"),
    ]  # fmt: skip


def test_growth_by_quarter_in_a_table(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    table = (
        "PHỤ LỤC II\n\nKỊCH BẢN TĂNG TRƯỞNG GRDP NĂM 2032\n\nĐơn vị tính: %\n\nTT Chỉ tiêu Quý I Quý II 6 tháng Quý III Quý IV Cả năm\n\n"
        "GRDP 8,0 8,4 8,2 9,1 9,3 8,7\n\n1 Khu vực I 3,6 4,1 3,9 4,4 4,5 4,2\n"
    )
    found = find_facts(outline(outline_of, table), lexicon)
    assert [line(t) for t in found.of(Target)][1:7] == [
        "plan-2032 2032-06 | Tốc độ tăng trưởng GRDP quý II | 8.4 %",
        "plan-2032 2032-06 | Tốc độ tăng trưởng GRDP | 8.2 %",
        "plan-2032 2032-09 | Tốc độ tăng trưởng GRDP quý III | 9.1 %",
        "plan-2032 2032-12 | Tốc độ tăng trưởng GRDP quý IV | 9.3 %",
        "plan-2032 2032 | Tốc độ tăng trưởng GRDP | 8.7 %",
        "plan-2032 2032-03 | Tốc độ tăng trưởng GRDP quý I: Khu vực I | 3.6 %",
    ]


def test_what_tasks_of_a_table_are_to_reach(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The aim behind a task's name is a target, the name alone has the bodies."""
    cells = (
        "PHỤ LỤC III", "TT", "Nhiệm vụ", "Cơ quan\nchủ trì", "Thời gian",
        "1", "Lễ hội Hoa ban, thu hút trên 90\nnghìn lượt khách", "Sở Y tế", "Tháng 3/2032",
        "2", "Kế hoạch phát triển nuôi cá lồng năm 2032, đạt 900 ha", "Sở Tài chính", "Quý I/2032",
    )  # fmt: skip
    found = find_facts(outline(outline_of, annex(*cells)), lexicon)
    assert [line(t) for t in found.of(Target)] == [
        "plan-2032 2032 | Số lượt khách của Lễ hội Hoa ban | 90 nghìn lượt khách",
        "plan-2032 2032 | Diện tích nuôi cá lồng | 900 ha",
    ]
    led = [(x.subject, x.object) for x in found.of(Link) if x.relation == "responsible"]
    assert ("Lễ hội Hoa ban", "Sở Y tế tỉnh Sơn Bình") in led


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param("Mục tiêu tăng trưởng GDP cả nước năm 2032 là từ 10% trở lên.", [Target], id="goal-of-another"),
        pytest.param("Năm 2031, GRDP tăng 7,1%.", [Observation], id="result"),
    ],
)
def test_a_note_among_goals(
    outline_of: Callable[..., Outline], lexicon: Lexicon, note: str, expected: list[type]
) -> None:
    goals = f"- Tốc độ tăng GRDP cao hơn bình quân cả nước1.\n\n{' ' * 43}\n1 {note}"
    found = find_facts(outline(outline_of, goals=goals), lexicon)
    assert [type(f) for f in found.facts if isinstance(f, Target | Observation)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("thực hiện nguyên tắc “6 rõ”; trồng 30 ha chè", ["Diện tích chè trồng | 30 ha"], id="slogan"),
        pytest.param("Đề án 1 triệu héc-ta lúa được nhân rộng; trồng 30 ha chè", ["Diện tích chè trồng | 30 ha"], id="number-in-a-name"),
        pytest.param("Cứ hụt 0,5 điểm phần trăm trong quý I thì mỗi quý phải bù thêm 0,2 điểm phần trăm", [], id="condition"),
        pytest.param("Nhiệm vụ nào chậm quá 15 ngày phải giải trình", [], id="delay"),
        pytest.param("điều chuyển vốn của dự án giải ngân dưới 30%", [], id="which-projects"),
        pytest.param("bình quân 1 vạn dân có 11,4 bác sĩ", ["Số bác sĩ trên 1 vạn dân | 11.4 bác sĩ/1 vạn dân"], id="to-how-many-people"),
        pytest.param(
            "GRDP bình quân đầu người đạt 91 triệu đồng; cơ cấu GRDP: khu vực I 28%, khu vực II 72%",
            ["GRDP bình quân đầu người | 91 triệu đồng", "Cơ cấu GRDP: Khu vực I | 28 %", "Cơ cấu GRDP: Khu vực II | 72 %"],
            id="structure-behind-a-semicolon",
        ),
        pytest.param("có thêm 5 xã đạt chuẩn, lũy kế 42 xã", ["Số xã đạt chuẩn tăng thêm | 5 xã", "Số xã đạt chuẩn lũy kế | 42 xã"], id="so-far"),
        pytest.param("có 90 doanh nghiệp thành lập mới, số vốn đăng ký 400 tỷ đồng", ["Số doanh nghiệp thành lập mới | 90 doanh nghiệp", "Số vốn đăng ký doanh nghiệp thành lập mới | 400 tỷ đồng"], id="capital-of-what-was-counted"),
        pytest.param("Nông nghiệp: ổn định 900 ha gieo trồng lúa, sản lượng 5 nghìn tấn", ["Diện tích gieo trồng lúa | 900 ha", "Sản lượng lúa | 5 nghìn tấn"], id="yield-of-the-crop-before"),
    ],
)  # fmt: skip
def test_values_of_a_sentence(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    measures = sentence_to_measures(text, lexicon)
    assert [f"{m.label} | {plain(m.quantity.value)} {m.quantity.unit}" for m in measures] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("xảy ra 93 vụ tai nạn, giảm 21 vụ (18,6%)", ["giảm 21 vụ (18,6%)"], id="share-of-a-change"),
        pytest.param(
            "hộ dùng nước sạch ở thành thị đạt 97% và ở nông thôn đạt 80%, lần lượt bằng 101% và 99% kế hoạch",
            ["bằng 101% kế hoạch", "bằng 99% kế hoạch"],
            id="shares-of-the-plan-in-turn",
        ),
        pytest.param(
            "GRDP tăng 7,8%, chưa đạt mức 8% của kế hoạch song cao hơn 1,2 điểm phần trăm so với năm 2030",
            ["song cao hơn 1,2 điểm phần trăm so với năm 2030", None],
            id="the-result-has-changed-not-its-target",
        ),
    ],
)
def test_changes(lexicon: Lexicon, text: str, expected: list[str | None]) -> None:
    assert [m.change for m in sentence_to_measures(text, lexicon)] == expected


def test_parts_of_a_year_need_a_first_quarter(lexicon: Lexicon) -> None:
    """Without one nothing says what the others go on."""
    measures = sentence_to_measures("Thu ngân sách đạt 90 tỷ đồng, 6 tháng đạt 40 tỷ đồng", lexicon)
    assert [m.label for m in told_by_parts(measures)] == [m.label for m in measures]
