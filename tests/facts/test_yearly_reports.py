"""Reports on one year that hand out the work of the next: whose targets, which year, and how their values are worded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Assessment, Discrepancy, Lexicon, Link, Observation, Outline, Programme, Target
from vankien.vietnamese import plain

REPORT = """TỈNH ỦY KHÊ HẠ
*
Số 88-BC/TU

ĐẢNG CỘNG SẢN VIỆT NAM

Khê Hạ, ngày 10 tháng 12 năm 2031

BÁO CÁO
tình hình thực hiện nhiệm vụ năm 2031 và phương hướng, nhiệm vụ năm 2032
-----

Năm đầu thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XXI, nhiệm kỳ 2030-2035, Tỉnh ủy báo cáo như sau.

PHẦN THỨ NHẤT
TÌNH HÌNH THỰC HIỆN NHIỆM VỤ NĂM 2031

1. Kết quả

{results}

PHẦN THỨ HAI
PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2032

I- MỤC TIÊU, CHỈ TIÊU

{goals}

II- NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM

{tasks}
"""
NONE = "Các cấp ủy tiếp tục quan tâm công tác này."

Read = Callable[..., list[str]]


def line(fact: Target | Observation | Assessment) -> str:
    """One line of the tables below."""
    if isinstance(fact, Assessment):
        return (
            f"{fact.indicator} | {fact.verdict} | {'-' if fact.percent is None else plain(fact.percent)} | {fact.as_of}"
        )
    value = "-" if fact.value is None else plain(fact.value)
    value += f"..{plain(fact.upper)}" if fact.upper is not None else ""
    if isinstance(fact, Target):
        group = f" ({fact.group})" if fact.group else ""
        return f"{fact.set_by} {fact.by}{group} | {fact.indicator} | {value} {fact.unit}"
    return f"{fact.period} | {fact.indicator} | {value} {fact.unit}"


@pytest.fixture
def read(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The facts of one kind in such a report."""

    def inner(kind: type[Target | Observation | Assessment], **parts: str) -> list[str]:
        text = REPORT.format(**{"results": NONE, "goals": NONE, "tasks": NONE, **parts})
        found = find_facts(outline_of(text), lexicon).of(kind)
        return [line(f) for f in sorted(found, key=lambda f: (f.evidence.line, f.evidence.start))]

    return inner


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        pytest.param(
            "goals",
            "Tỷ lệ che phủ rừng đạt 51,5%.",
            ["plan-2032 2032 | Tỷ lệ che phủ rừng | 51.5 %"],
            id="goals-of-the-coming-year-are-its-plan's",
        ),
        pytest.param(
            "results",
            "Trồng được 900 ha rừng (kế hoạch 800 ha); tỷ lệ hồ sơ số hóa đạt 71%, mục tiêu cả năm 70%.",
            ["plan-2031 2031 | Diện tích rừng trồng | 800 ha", "plan-2031 2031 | Tỷ lệ hồ sơ số hóa | 70 %"],
            id="what-results-are-held-against-is-the-past-year's-plan",
        ),
        pytest.param(
            "goals",
            "Mục tiêu Đại hội đến năm 2035: tỷ lệ đô thị hóa 45%.",
            ["XXI 2035 | Tỷ lệ đô thị hóa | 45 %"],
            id="a-later-target-stays-the-congress'",
        ),
        pytest.param(
            "goals",
            "Năm 2032 là năm chuẩn bị Đại hội Đảng bộ tỉnh lần thứ XXII, nhiệm kỳ 2035-2040. Các chỉ tiêu chủ yếu:\n"
            "a) Về kinh tế: (1) Tỷ lệ đô thị hóa 41%. (2) Đón 5 triệu lượt khách du lịch.\n"
            "b) Về xã hội: (3) Tỷ lệ hộ nghèo còn 2%. Ngoài ra, kết nạp 900 đảng viên.",
            [
                "plan-2032 2032 (1) | Tỷ lệ đô thị hóa | 41 %",
                "plan-2032 2032 (2) | Tổng lượt khách du lịch | 5 triệu lượt khách",
                "plan-2032 2032 (3) | Tỷ lệ hộ nghèo | 2 %",
                "plan-2032 2032 | Số đảng viên được kết nạp | 900 đảng viên",
            ],
            id="items-inside-lettered-paragraphs-below-a-congress'-term",
        ),
        pytest.param(
            "goals",
            "Giảm ít nhất 5% số vụ cháy và số người chết do tai nạn giao thông.",
            [
                "plan-2032 2032 | Mức giảm số vụ cháy | 5 %",
                "plan-2032 2032 | Mức giảm số người chết do tai nạn giao thông | 5 %",
            ],
            id="one-fall-of-two-numbers",
        ),
        pytest.param(
            "tasks",
            "Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo giải ngân trên 95% kế hoạch vốn đầu tư công.",
            ["plan-2032 2032 | Tỷ lệ giải ngân kế hoạch vốn đầu tư công | 95 %"],
            id="who-sees-to-it-is-no-part-of-the-label",
        ),
        pytest.param(
            "tasks",
            "Sở Thủy sản phối hợp với Bộ đội Biên phòng tỉnh bảo đảm không còn tàu cá vi phạm vùng biển.",
            ["plan-2032 2032 | Số tàu cá vi phạm vùng biển | 0 tàu"],
            id="nobody-does-anything-to-what-is-gone",
        ),
        pytest.param(
            "tasks",
            "Hoàn thành Dự án đường ven biển Cửa Lạch (27 km, tổng mức đầu tư 900 tỷ đồng) trước ngày 02/9/2032;"
            " khởi công Bệnh viện Nhi tỉnh, quy mô 400 giường, vốn 780 tỷ đồng.",
            [],
            id="sizes-and-sums-of-projects-promise-nothing",
        ),
        pytest.param(
            "tasks",
            "Nguồn vốn năm 2032 dự kiến bố trí 1.340 tỷ đồng, chia ra: giao thông 900 tỷ đồng, thủy lợi 440 tỷ đồng.",
            [],
            id="funds-set-aside-promise-nothing",
        ),
    ],
)
def test_targets(read: Read, part: str, text: str, expected: list[str]) -> None:
    assert read(Target, **{part: text}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thu ngân sách xã 10 tháng đạt 61 tỷ đồng, bằng 83% dự toán; ước cả năm 74 tỷ đồng, vượt 1% dự toán.",
            ["2031-10 | Thu ngân sách xã | 61 tỷ đồng", "2031 | Thu ngân sách xã | 74 tỷ đồng"],
            id="months-without-a-year-and-all-of-it",
        ),
        pytest.param(
            "Lũy kế 9 tháng, kết nạp 210 đảng viên.",
            ["2031-09 | Số đảng viên được kết nạp | 210 đảng viên"],
            id="months-that-open-the-sentence",
        ),
        pytest.param(
            "Tổng sản phẩm (GRDP) 6 tháng đầu năm ước tăng 7%, trong đó khu vực dịch vụ tăng 8%.",
            [
                "2031-06 | Tốc độ tăng tổng sản phẩm (GRDP) | 7 %",
                "2031-06 | Tốc độ tăng tổng sản phẩm (GRDP) khu vực dịch vụ | 8 %",
            ],
            id="months-before-a-sector-are-no-part-of-its-label",
        ),
        pytest.param(
            "Giải ngân vốn đầu tư công đến 30/11 đạt 71%.",
            ["2031-11 | Tỷ lệ giải ngân vốn đầu tư công | 71 %"],
            id="a-day-without-its-year",
        ),
        pytest.param(
            "Có 4 công trình chậm tiến độ trên 6 tháng. Diện tích cây hằng năm 5.100 ha.",
            [
                "2031 | Số công trình chậm tiến độ trên 6 tháng | 4 công trình",
                "2031 | Diện tích cây hằng năm | 5100 ha",
            ],
            id="months-that-something-takes-and-crops-of-one-year",
        ),
        pytest.param(
            "Bám sát Nghị quyết phát triển vùng đến năm 2040, tầm nhìn đến năm 2055, Tỉnh ủy đã ban hành 12 kết luận.",
            ["2031 | Số kết luận được ban hành | 12 kết luận"],
            id="years-in-a-title-are-no-time-of-what-is-reported",
        ),
        pytest.param(
            "Số tàu vi phạm còn 02 tàu (năm 2030: 07 tàu). Có 91 xã đạt chuẩn nông thôn mới.",
            [
                "2031 | Số tàu vi phạm | 2 tàu",
                "2030 | Số tàu vi phạm | 7 tàu",
                "2031 | Số xã đạt chuẩn nông thôn mới | 91 xã",
            ],
            id="a-year-in-brackets-does-not-last",
        ),
        pytest.param(
            "Tỷ lệ hộ nghèo từ 3,4% cuối năm 2030 giảm xuống còn 2,5%. Trồng được 900 ha rừng.",
            [
                "2030 | Tỷ lệ hộ nghèo | 3.4 %",
                "2031 | Tỷ lệ hộ nghèo | 2.5 %",
                "2031 | Diện tích rừng trồng | 900 ha",
            ],
            id="nor-does-the-year-that-a-change-starts-from",
        ),
        pytest.param(
            "Kế hoạch vốn đầu tư công được giao 700 tỷ đồng; đến ngày 30/11/2031 giải ngân 500 tỷ đồng."
            " Dư nợ tín dụng 9.600 tỷ đồng.",
            [
                "2031 | Kế hoạch vốn đầu tư công được giao | 700 tỷ đồng",
                "2031-11 | Giải ngân vốn đầu tư công | 500 tỷ đồng",
                "2031 | Dư nợ tín dụng | 9600 tỷ đồng",
            ],
            id="a-day-is-of-its-own-value-and-disbursement-of-the-plan-before",
        ),
        pytest.param(
            "Từ ngày 15/11/2030 đến ngày 14/11/2031 xảy ra 84 vụ cháy.",
            ["2031 | Số vụ cháy | 84 vụ cháy"],
            id="twelve-months-from-day-to-day-are-the-year",
        ),
        pytest.param(
            "Khu vực nông nghiệp tăng 3,2%, đóng góp 0,7 điểm phần trăm; dịch vụ tăng 8,6%, đóng góp 3,4 điểm."
            " Tỷ trọng hai khu vực nêu trên lần lượt là 22,1% và 39,6%.",
            [
                "2031 | Tốc độ tăng khu vực nông nghiệp | 3.2 %",
                "2031 | Đóng góp của khu vực nông nghiệp vào mức tăng trưởng | 0.7 điểm phần trăm",
                "2031 | Tốc độ tăng dịch vụ | 8.6 %",
                "2031 | Đóng góp của dịch vụ vào mức tăng trưởng | 3.4 điểm",
                "2031 | Tỷ trọng khu vực nông nghiệp | 22.1 %",
                "2031 | Tỷ trọng dịch vụ | 39.6 %",
            ],
            id="contributions-and-shares-in-turn-of-the-sectors-named-before",
        ),
        pytest.param(
            "Thi hành kỷ luật 270 đảng viên1.\n" + " " * 43 + "\n1 Khiển trách 171, cảnh cáo 62, khai trừ 28.",
            [
                "2031 | Số đảng viên được thi hành kỷ luật | 270 đảng viên",
                "2031 | Số đảng viên được thi hành kỷ luật: Khiển trách | 171 đảng viên",
                "2031 | Số đảng viên được thi hành kỷ luật: Cảnh cáo | 62 đảng viên",
                "2031 | Số đảng viên được thi hành kỷ luật: Khai trừ | 28 đảng viên",
            ],
            id="kinds-without-a-unit-in-the-note-of-their-total",
        ),
    ],
)
def test_observations(read: Read, text: str, expected: list[str]) -> None:
    assert read(Observation, results=text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Thu ngân sách xã 10 tháng đạt 61 tỷ đồng, bằng 83% dự toán; ước cả năm 74 tỷ đồng, vượt 1% dự toán.",
            ["Thu ngân sách xã | Vượt | - | None"],
            id="how-far-ten-months-have-got-is-no-verdict",
        ),
        pytest.param(
            "Đối chiếu với Nghị quyết Đại hội, các chỉ tiêu còn lại đang bám lộ trình,"
            " riêng GRDP bình quân đầu người, tỷ lệ đô thị hóa và kim ngạch xuất khẩu dự báo khó đạt.",
            [
                "GRDP bình quân đầu người | Khó đạt | - | 2035",
                "Tỷ lệ đô thị hóa | Khó đạt | - | 2035",
                "Kim ngạch xuất khẩu | Khó đạt | - | 2035",
            ],
            id="some-set-apart-from-the-other-targets-of-the-congress",
        ),
        pytest.param(
            "Kim ngạch xuất khẩu ước 1.268 triệu USD, tuy tăng 4,4% so với cùng kỳ song mới bằng 97,5% kế hoạch.",
            ["Kim ngạch xuất khẩu | Chưa đạt | 97.5 | None"],
            id="behind-a-concession",
        ),
    ],
)
def test_assessments(read: Read, text: str, expected: list[str]) -> None:
    assert read(Assessment, results=text) == expected


TABLE = """
PHỤ LỤC
KẾT QUẢ THỰC HIỆN CHỈ TIÊU NĂM 2031, KẾ HOẠCH NĂM 2032

| TT | Chỉ tiêu | Đơn vị | {plan} | {done} | So sánh (%) / KH |
|---|---|---|---|---|---|
| 1 | Số giường bệnh | giường | 500 | 525 | 105 |
| 2 | Số cầu treo | cầu | 20 | 20 | 100 |
| 3 | Kim ngạch xuất khẩu | triệu USD | 100 | 97,5 | 97,5 |
| 4 | Số hộ nghèo | hộ | 100 | 110 | 110 |
| 5 | Số chợ | chợ | 40 | 30 | 7,5 |
|  | Tr.đó: chợ đêm | chợ | 4 | 5 | 125 |
"""


@pytest.mark.parametrize(
    ("plan", "done", "expected"),
    [
        pytest.param(
            "Kế hoạch 2031",
            "Ước TH 2031",
            [
                "Số giường bệnh | Vượt | 105 | 2031",
                "Số cầu treo | Đạt | 100 | 2031",
                "Kim ngạch xuất khẩu | Chưa đạt | 97.5 | 2031",
                "Số chợ: Chợ đêm | Vượt | 125 | 2031",
            ],
            id="shares-of-a-whole-year's-plan-judge-unless-less-is-better-or-they-do-not-fit",
        ),
        pytest.param("Kế hoạch 2031", "TH 9 tháng năm 2031", [], id="a-year-that-is-not-over"),
        pytest.param("Kế hoạch 2032", "Ước TH 2031", [], id="the-plan-of-another-year"),
    ],
)
def test_shares_of_plans_in_tables(read: Read, plan: str, done: str, expected: list[str]) -> None:
    assert read(Assessment, tasks=NONE + "\n" + TABLE.format(plan=plan, done=done)) == expected


def test_task_groups_and_who_leads_them(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A task may open with "Tổ chức" or say how it is done; whoever sees to the work is responsible for it."""
    tasks = """1. Tổ chức thành công đại hội các cấp

Chuẩn bị tốt nhân sự.

2. Thực hiện hiệu quả chính sách dân tộc

Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo giải ngân 95% vốn; giao Sở Y tế chịu trách nhiệm việc này."""
    found = find_facts(outline_of(REPORT.format(results=NONE, goals=NONE, tasks=tasks)), lexicon)
    names = [p.name for p in found.of(Programme) if p.kind == "task_group"]
    assert names == ["Tổ chức thành công đại hội các cấp", "Thực hiện hiệu quả chính sách dân tộc"]
    led = [(x.subject, x.object) for x in found.of(Link) if x.relation == "responsible"]
    assert led == [(names[1], "Đảng ủy Ủy ban nhân dân tỉnh Khê Hạ"), (names[1], "Sở Y tế tỉnh Khê Hạ")]


def test_a_plan_of_one_year_does_not_contradict_the_congress(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Two targets for one year, one of its plan and one of the congress, are two steps; "nâng tổng số" opens no part."""
    results = "Kết nạp 90 đảng viên, trong đó nữ 40 đồng chí, nâng tổng số lên 5.830 đảng viên."
    goals = "Tỷ lệ đô thị hóa năm 2032 đạt 41%.\n\nMục tiêu Đại hội đến năm 2032: tỷ lệ đô thị hóa 45%."
    found = find_facts(outline_of(REPORT.format(results=results, goals=goals, tasks=NONE)), lexicon)
    assert not list(found.of(Discrepancy))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tổng sản phẩm trên địa bàn (GRDP, giá so sánh 2010) ước đạt 900 tỷ đồng, tăng 8,1% (kế hoạch tăng 7,5%), xếp thứ 15 cả nước.",
            [
                "Tổng sản phẩm trên địa bàn (GRDP, giá so sánh 2010) | 900",
                "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | 8.1",
                "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | 7.5",
                "Xếp hạng tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | 15",
            ],
            id="growth-with-a-target-of-its-own",
        ),
        pytest.param(
            "Số giường bệnh đạt 31,5 giường/vạn dân, bác sĩ 9,8 người/vạn dân (chỉ tiêu là 10).",
            ["Số giường bệnh/vạn dân | 31.5", "Số bác sĩ/vạn dân | 9.8", "Số bác sĩ/vạn dân | 10"],
            id="the-unit-says-per-how-many-people-and-the-target-has-none",
        ),
        pytest.param(
            "Kết nạp 90 đảng viên, trong đó nữ 40 đồng chí, chiếm 44,4%.",
            [
                "Số đảng viên được kết nạp | 90",
                "Số đảng viên nữ được kết nạp | 40",
                "Tỷ lệ đảng viên nữ được kết nạp | 44.4",
            ],
            id="some-of-the-people-in-another-word",
        ),
        pytest.param(
            "Tổng vốn của 03 chương trình (kể cả vốn kéo dài) là 1.286 tỷ đồng, giải ngân 92%.",
            ["Số chương trình | 3", "Tổng vốn của chương trình | 1286", "Tỷ lệ giải ngân vốn của chương trình | 92"],
            id="a-sum-of-several-programmes",
        ),
        pytest.param(
            "Thu nội địa 8.241 tỷ đồng (riêng tiền sử dụng đất 2.315 tỷ đồng).",
            ["Thu nội địa | 8241", "Thu nội địa: tiền sử dụng đất | 2315"],
            id="a-part-set-apart-in-brackets",
        ),
        pytest.param(
            "Sản lượng lúa ước 512 nghìn tấn, đạt 101,2% kế hoạch nhưng chỉ bằng 99,4% so với cùng kỳ.",
            ["Sản lượng lúa | 512"],
            id="two-comparisons-joined-by-but",
        ),
        pytest.param(
            "Xảy ra 84 vụ trộm cắp, giảm 5%; tỷ lệ điều tra, khám phá 91,3%.",
            ["Số vụ trộm cắp | 84", "Tỷ lệ điều tra, khám phá vụ trộm cắp | 91.3"],
            id="cases-solved-of-those-counted-before",
        ),
        pytest.param(
            "Sắp xếp còn 126 đơn vị hành chính cấp xã (giảm 12 đơn vị).",
            ["Số đơn vị hành chính cấp xã được sắp xếp | 126"],
            id="a-fall-in-the-head-of-the-unit",
        ),
        pytest.param(
            "Có 284/284 tàu cá dài từ 15 m trở lên lắp thiết bị giám sát.",
            ["Số tàu cá dài từ 15 m trở lên lắp thiết bị giám sát | 284"],
            id="a-length-that-says-which-are-counted",
        ),
        pytest.param(
            "Chỉ số PCI đạt 66,9 điểm, tăng 07 bậc, vươn lên thứ 24/63.",
            ["Chỉ số PCI | 66.9", "Xếp hạng Chỉ số PCI | 24"],
            id="a-rank-that-was-climbed-to",
        ),
    ],
)
def test_labels(lexicon: Lexicon, text: str, expected: list[str]) -> None:
    assert [f"{m.label} | {plain(m.quantity.value)}" for m in sentence_to_measures(text, lexicon)] == expected
