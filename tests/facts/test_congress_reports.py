"""Reports laid before a congress, the country's too: who sets what they promise, targets quoted beside results, and the
wordings of such reports, on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Lexicon, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

NATIONAL = """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 88-BC/TW
Hà Nội, ngày 12 tháng 11 năm 2035

BÁO CÁO
KẾT QUẢ THỰC HIỆN NHIỆM VỤ PHÁT TRIỂN NGHỀ CÁ 5 NĂM 2031 - 2035, PHƯƠNG HƯỚNG 5 NĂM 2036 - 2040
(trình Đại hội đại biểu toàn quốc lần thứ XVI của Đảng)
-----

{body}
"""
RESULTS = "I. KẾT QUẢ ĐẠT ĐƯỢC\n\n{}"
GOALS = "II. CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2040\n\n{}"
TASKS = "III. NHIỆM VỤ, GIẢI PHÁP\n\n1. Phát triển hạ tầng nghề cá\n\n{}"

Said = Callable[[str], list[str]]


def line(fact: Target | Observation | Assessment) -> str:
    """Kind, label, value, unit and time, the setter of a target: how the tables below write a fact."""
    if isinstance(fact, Assessment):
        return f"{fact.indicator}: {fact.verdict}"
    number = "-" if fact.value is None else plain(fact.value)
    upper = f"..{plain(fact.upper)}" if fact.upper is not None else ""
    sign = fact.comparator if fact.comparator not in (None, "=", "range") else ""
    value = f"{fact.indicator} | {sign}{number}{upper} {fact.unit or '-'}"
    if isinstance(fact, Target):
        return f"{fact.set_by}, {fact.by}: {value}{' /năm' if fact.per else ''}"
    return f"{fact.period}: {value}{f' ({fact.scope})' if fact.scope else ''}"


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Said:
    """The targets, observations and verdicts of the body of a report, a line each."""

    def read(body: str) -> list[str]:
        found = find_facts(outline_of(NATIONAL.format(body=body)), lexicon, FINDERS)
        facts: list[Target | Observation | Assessment] = [*found.of(Target), *found.of(Observation)]
        facts += found.of(Assessment)
        return [line(f) for f in facts]

    return read


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            GOALS.format("- Tỷ lệ tàu cá có định vị đạt 95%."), ["XVI, 2040: Tỷ lệ tàu cá có định vị | 95 %"], id="goal"
        ),
        pytest.param(
            GOALS.format("- Tỷ lệ tàu cá có bảo hiểm đạt 80% vào năm 2037."),
            ["XVI, 2037: Tỷ lệ tàu cá có bảo hiểm | 80 %"],
            id="goal-of-an-earlier-year-is-the-congress's-too",
        ),
        pytest.param(
            RESULTS.format("Tỷ lệ tàu cá có định vị đạt 71%, không đạt mục tiêu 75%."),
            [
                "XV, 2035: Tỷ lệ tàu cá có định vị | 75 %",
                "2031-2035: Tỷ lệ tàu cá có định vị | 71 %",
                "Tỷ lệ tàu cá có định vị: Không đạt",
            ],
            id="target-beside-a-result-is-of-the-congress-before",
        ),
    ],
)
def test_who_sets_targets(body: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(body) == expected


def test_a_table_of_two_congresses(facts_of: Said) -> None:
    """Each column of targets is of the congress whose five years it names."""
    rows = (
        "PHỤ LỤC\nMỘT SỐ CHỈ TIÊU\n\nTT\tChỉ tiêu\tĐơn vị tính\tMục tiêu 2031 - 2035\tƯớc thực hiện 2031 - 2035\tMục tiêu 2036 - 2040\n"
        "1\tTỷ lệ tàu cá có định vị\t%\t75\t71\t95\n2\tTỷ lệ bến cá có kho lạnh\t%\t40\t44\t> 60\n"
    )
    assert [f for f in facts_of(rows) if f.startswith("X")] == [
        "XV, 2035: Tỷ lệ tàu cá có định vị | 75 %",
        "XVI, 2040: Tỷ lệ tàu cá có định vị | 95 %",
        "XV, 2035: Tỷ lệ bến cá có kho lạnh | 40 %",
        "XVI, 2040: Tỷ lệ bến cá có kho lạnh | >60 %",
    ]


def test_task_groups_are_the_congress_s(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    found = find_facts(outline_of(NATIONAL.format(body=TASKS.format("Xây dựng bến cá."))), lexicon, FINDERS)
    assert [(p.kind, p.set_by) for p in found.of(Programme)] == [("task_group", "XVI")]


SHARE = "Tỷ lệ tàu cá có định vị"
MISSED = [f"XV, 2035: {SHARE} | 75 %", f"2031-2035: {SHARE} | 71 %"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{SHARE} đạt 71%, cách xa mục tiêu 75%.", [*MISSED, f"{SHARE}: Chưa đạt"], id="far-from"),
        pytest.param(f"{SHARE} đạt 71%, gần đạt mục tiêu đề ra (75%).", [*MISSED, f"{SHARE}: Chưa đạt"], id="nearly"),
        pytest.param(f"{SHARE} đạt 71%, trong khi mục tiêu đề ra là 75%.", MISSED, id="while-the-target-is"),
        pytest.param(f"{SHARE} đạt 71% so với mục tiêu 75%.", MISSED, id="against-without-a-comma"),
        pytest.param(
            f"{SHARE} đạt 71%, vượt mục tiêu 70%.",
            [f"XV, 2035: {SHARE} | 70 %", f"2031-2035: {SHARE} | 71 %", f"{SHARE}: Vượt"],
            id="above-a-target-near-the-result",
        ),
        pytest.param(
            "Sản lượng cá đạt 710 nghìn tấn, vượt kế hoạch 3%.",
            ["2031-2035: Sản lượng cá | 710 nghìn tấn", "Sản lượng cá: Vượt"],
            id="above-by-some-per-cent",
        ),
        pytest.param(
            "Nợ tàu cá bằng 3,2% GDP (mức trần Quốc hội cho phép là 4% GDP).",
            [
                "XV, 2035: Tỷ trọng nợ tàu cá trong GDP | <=4 % GDP",
                "2031-2035: Tỷ trọng nợ tàu cá trong GDP | 3.2 % GDP",
            ],
            id="ceiling-in-brackets",
        ),
        pytest.param(
            "Tỷ lệ hộ ngư dân có bảo hiểm y tế ở ven biển đạt 93%, ở hải đảo đạt 88%, so với mục tiêu lần lượt là 95% và 85 - 90%.",
            [
                "XV, 2035: Tỷ lệ hộ ngư dân có bảo hiểm y tế ở ven biển | 95 %",
                "XV, 2035: Tỷ lệ hộ ngư dân có bảo hiểm y tế ở hải đảo | 85..90 %",
                "2031-2035: Tỷ lệ hộ ngư dân có bảo hiểm y tế ở ven biển | 93 %",
                "2031-2035: Tỷ lệ hộ ngư dân có bảo hiểm y tế ở hải đảo | 88 %",
            ],
            id="targets-told-in-turn",
        ),
        pytest.param(
            "Cả nước có 61/76 bến cá đạt chuẩn (80,3%), gần đạt mục tiêu 85%.",
            [
                "XV, 2035: Tỷ lệ bến cá đạt chuẩn | 85 %",
                "2031-2035: Số bến cá đạt chuẩn | 61 bến (61/76 bến)",
                "2031-2035: Tỷ lệ bến cá đạt chuẩn | 80.3 %",
                "Tỷ lệ bến cá đạt chuẩn: Chưa đạt",
            ],
            id="share-behind-a-count",
        ),
        pytest.param(
            "Vốn nghề cá ước đạt 17 tỷ USD (mục tiêu đề ra là 18 tỷ USD), trong đó vốn tư nhân 9 tỷ USD.",
            [
                "XV, 2035: Vốn nghề cá | 18 tỷ USD",
                "2031-2035: Vốn nghề cá | 17 tỷ USD",
                "2031-2035: Vốn nghề cá: vốn tư nhân | 9 tỷ USD",
            ],
            id="a-target-in-a-bracket-promises-nothing-behind-it",
        ),
    ],
)
def test_targets_quoted_beside_results(text: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(RESULTS.format(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Quy mô đội tàu năm 2035 đạt 31 nghìn tàu, xếp thứ 12 thế giới và thứ 3 ASEAN.",
            ["31", "Xếp hạng quy mô đội tàu | 12 hạng", "Xếp hạng quy mô đội tàu | 3 hạng"],
            id="ranks-in-the-world",
        ),
        pytest.param(
            "Hệ số ICOR của nghề cá giảm từ 6,5 giai đoạn 2026 - 2030 còn 5,8.",
            ["2026-2030: Hệ số ICOR của nghề cá | 6.5 -", "2031-2035: Hệ số ICOR của nghề cá | 5.8 -"],
            id="an-index-moves-between-two-periods",
        ),
        pytest.param(
            "Nợ tàu cá còn 3,1% GDP, giảm mạnh so với mức 4,4% GDP năm 2030.",
            ["2031-2035: Tỷ trọng nợ tàu cá trong GDP | 3.1", "2030: Tỷ trọng nợ tàu cá trong GDP | 4.4"],
            id="level-of-an-earlier-year",
        ),
        pytest.param(
            "Khách quốc tế phục hồi từ 0,2 triệu lượt năm 2031 lên 1,6 triệu lượt năm 2034 và ước 2,1 triệu lượt năm 2035.",
            ["2031: Lượng khách quốc tế | 0.2", "2034: Lượng khách quốc tế | 1.6", "2035: Lượng khách quốc tế | 2.1"],
            id="tourists-over-the-years",
        ),
        pytest.param(
            "Tốc độ tăng sản lượng các năm: 2031: 2,5%; 2032: 4,1%.",
            ["2031: Tốc độ tăng sản lượng | 2.5", "2032: Tốc độ tăng sản lượng | 4.1"],
            id="year-by-year-behind-a-colon",
        ),
        pytest.param(
            "Sản lượng cá hộp tăng qua các năm (2031: 25 nghìn tấn; 2032: 31 nghìn tấn).",
            ["2031: Sản lượng cá hộp | 25", "2032: Sản lượng cá hộp | 31"],
            id="year-by-year-in-a-bracket",
        ),
        pytest.param(
            "Tỷ lệ tàu có định vị của nước ta cao hơn Đông Hải (70,1%) và Tây Lĩnh (69%).",
            [
                "2031-2035: Tỷ lệ tàu có định vị | 70.1 % (Đông Hải)",
                "2031-2035: Tỷ lệ tàu có định vị | 69 % (Tây Lĩnh)",
            ],
            id="values-of-other-places",
        ),
        pytest.param(
            "Vốn đầu tư nước ngoài đăng ký đạt 184 triệu USD, vốn thực hiện đạt 116 triệu USD.",
            ["Vốn đầu tư nước ngoài đăng ký | 184", "Vốn đầu tư nước ngoài thực hiện | 116"],
            id="funds-promised-and-spent",
        ),
        pytest.param(
            "Bão số 7 làm 12 người chết, mất tích và gây thiệt hại 830 tỷ đồng.",
            ["12 người", "Thiệt hại do bão số 7 | 830 tỷ đồng"],
            id="loss-and-its-cause",
        ),
        pytest.param(
            "Sản lượng cá hộp đạt 25 nghìn tấn; xuất siêu cá liên tục, lũy kế gần 90 triệu USD.",
            ["Sản lượng cá hộp | 25", "Xuất siêu cá liên tục | ~90 triệu USD"],
            id="sum-of-the-clause-before",
        ),
        pytest.param(
            "Nước ta có quan hệ nghề cá với 19 quốc gia.",
            ["Số quốc gia có quan hệ nghề cá | 19 quốc gia"],
            id="partners",
        ),
        pytest.param(
            "Tổng vốn nghề cá gồm vốn khu vực nhà nước 4 tỷ USD, khu vực ngoài nhà nước 9 tỷ USD.",
            ["khu vực nhà nước | 4", "khu vực ngoài nhà nước | 9"],
            id="sectors-of-the-economy",
        ),
    ],
)
def test_results(text: str, expected: list[str], facts_of: Said) -> None:
    found = [f for f in facts_of(RESULTS.format(text)) if ": " in f and not f.startswith("X")]
    assert len(found) == len(expected)
    assert all(part in fact for fact, part in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(GOALS.format("- HDI duy trì trên 0,78."), ["XVI, 2040: HDI | >0.78 -"], id="abbreviated-index"),
        pytest.param(
            GOALS.format("- Phát thải ròng của đội tàu bằng “0” vào năm 2050."),
            ["XVI, 2050: Phát thải ròng của đội tàu | 0 -"],
            id="net-zero",
        ),
        pytest.param(
            TASKS.format("Hình thành 05 - 06 trung tâm nghề cá."),
            ["XVI, 2040: Số trung tâm nghề cá | 5..6 trung tâm"],
            id="formed",
        ),
        pytest.param(
            TASKS.format("Đến năm 2040, kinh tế biển đóng góp 9% GDP."),
            ["XVI, 2040: Tỷ lệ đóng góp của kinh tế biển vào GDP | 9 % GDP"],
            id="contribution-to-the-economy",
        ),
        pytest.param(
            TASKS.format(
                "Khởi công Dự án đường ven biển trục Bắc - Nam với tổng mức đầu tư 6 tỷ USD. Công suất bến cá đạt 900 MW."
            ),
            [
                "XVI, 2040: Công suất bến cá | 900 MW",
                "None: Tổng mức đầu tư Dự án đường ven biển trục Bắc - Nam | 6 tỷ USD",
            ],
            id="cost-of-a-project-between-points-of-the-compass-makes-no-report-of-what-follows",
        ),
    ],
)
def test_goals(body: str, expected: list[str], facts_of: Said) -> None:
    assert facts_of(body) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param(
            "Tỷ trọng cá hộp ước còn 11%, cá tươi 38%, cá khô 42%.", ["estimate"] * 3, id="list-without-verbs"
        ),
        pytest.param("Vốn ước đạt 17 tỷ USD, bằng 33% GDP.", ["estimate"] * 2, id="the-same-as-a-share"),
        pytest.param(
            "Tỷ trọng cá hộp ước đạt 11%, cao hơn mức bình quân cả nước (9%), cá tươi đạt 38%.",
            ["estimate", "actual", "actual"],
            id="with-verbs-of-their-own",
        ),
    ],
)
def test_estimates(text: str, status: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    found = find_facts(outline_of(NATIONAL.format(body=RESULTS.format(text))), lexicon, FINDERS)
    assert [o.status for o in found.of(Observation)] == status
