"""What a document promises: setter, deadline, list item, and what is no target."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from vankien.facts import find_facts
from vankien.facts.documents.sources import find_source
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.targets.finding import find_targets
from vankien.model import Finding, Found, Lexicon, Outline, Target
from vankien.vietnamese import plain

RESOLUTION = """ĐẢNG BỘ TỈNH SƠN BÌNH
Số 01-NQ/ĐH
Sơn Bình, ngày 20 tháng 9 năm 2025
NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030
-----

{body}
"""
PLAN = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
Số: 15/KH-UBND
Sơn Bình, ngày 10 tháng 01 năm 2026
KẾ HOẠCH
Phát triển kinh tế - xã hội tỉnh Sơn Bình năm 2026
-----

{body}
"""
DECISION = """ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
Số: 210/QĐ-UBND
Sơn Bình, ngày 02 tháng 3 năm 2024
QUYẾT ĐỊNH
Phê duyệt Đề án phát triển nghề rèn giai đoạn 2024-2028
-----

{body}
"""
REPORT = """TỈNH ỦY SƠN BÌNH
Số 77-BC/TU
Sơn Bình, ngày 05 tháng 11 năm 2023
BÁO CÁO
Kết quả thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025
-----

{body}
"""

Read = Callable[[str], list[Target]]


@pytest.fixture
def targets_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The targets of a text."""

    def read(text: str) -> list[Target]:
        return [f for f in find_targets(outline_of(text), lexicon, Found()) if isinstance(f, Target)]

    return read


def line(target: Target) -> str:
    """Label, comparator with value, unit, yearly, deadline: how the tables below write a target."""
    value = "-" if target.value is None else plain(target.value)
    upper = f"..{plain(target.upper)}" if target.upper is not None else ""
    per = " /năm" if target.per else ""
    return f"{target.indicator} | {target.comparator} {value}{upper} | {target.unit or '-'}{per} | {target.by}"


GOALS = "I. CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2030\n\n{}"
TASKS = "II. NHIỆM VỤ VÀ GIẢI PHÁP\n\n{}"
RESULTS = "I. KẾT QUẢ ĐẠT ĐƯỢC\n\n{}"


@pytest.mark.parametrize(
    ("template", "body", "expected"),
    [
        pytest.param(
            RESOLUTION,
            GOALS.format("(1) Tỷ lệ che phủ rừng đạt 58%. (2) Trồng mới 900 ha hồi."),
            ["Tỷ lệ che phủ rừng | = 58 | % | 2030", "Diện tích hồi trồng mới | = 900 | ha | 2030"],
            id="list-in-one-line",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Năng suất lao động tăng bình quân trên 7%/năm."),
            ["Tốc độ tăng năng suất lao động bình quân | > 7 | % /năm | 2030"],
            id="yearly-average",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Trồng mới 900 ha rừng/năm."),
            ["Diện tích rừng trồng mới | = 900 | ha /năm | 2030"],
            id="the-year-behind-the-noun",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Trồng mới 900 ha hồi. Theo công bố của Tổng cục Thống kê, tỷ lệ hộ nghèo là 12%."),
            ["Diện tích hồi trồng mới | = 900 | ha | 2030"],
            id="what-somebody-has-measured",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Hằng năm kết nạp ít nhất 900 đảng viên."),
            ["Số đảng viên được kết nạp | >= 900 | đảng viên /năm | 2030"],
            id="every-year",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Đến năm 2027, 85% hồ sơ được giải quyết trực tuyến."),
            ["Tỷ lệ hồ sơ được giải quyết trực tuyến | = 85 | % | 2027"],
            id="deadline-of-the-sentence",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Không còn xã dưới 14 tiêu chí."),
            ["Số xã dưới 14 tiêu chí | = 0 | xã | 2030"],
            id="nothing-left",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Chỉ số PCI nằm trong nhóm 15 tỉnh dẫn đầu."),
            ["Xếp hạng Chỉ số PCI | <= 15 | hạng | 2030"],
            id="rank",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Phấn đấu 92% thôn, bản có đội văn nghệ."),
            ["Tỷ lệ thôn, bản có đội văn nghệ | = 92 | % | 2030"],
            id="strive-among-tasks",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Nâng quy mô Bệnh viện Đa khoa từ 280 lên 450 giường."),
            ["Quy mô Bệnh viện Đa khoa | = 450 | giường | 2030"],
            id="raise-from-to",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Xây dựng mới 24 nhà văn hóa (trong đó 4 nhà văn hóa xã và 20 nhà văn hóa thôn)."),
            [
                "Số nhà văn hóa được xây dựng mới | = 24 | nhà văn hóa | 2030",
                "Số nhà văn hóa xã | = 4 | nhà văn hóa | 2030",
                "Số nhà văn hóa thôn | = 20 | nhà văn hóa | 2030",
            ],
            id="parts-of-a-task",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Tập trung 3 nhóm giải pháp, 5 nhiệm vụ và 2 khâu đột phá."),
            [],
            id="what-the-document-counts-of-itself",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Phát huy vai trò của 12 đơn vị trực thuộc."),
            [],
            id="a-count-that-nobody-promises",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("1. Hỗ trợ 50% lãi suất vay vốn cho hợp tác xã."),
            [],
            id="rate-of-support",
        ),
        pytest.param(
            RESOLUTION,
            RESULTS.format("Tỷ lệ hộ nghèo năm 2025 còn 6,1%; đã trồng 1.020 ha rừng."),
            [],
            id="results-are-no-targets",
        ),
        pytest.param(
            PLAN,
            "1. Chỉ tiêu năm 2026\n\n- Thu ngân sách đạt từ 2.950 tỷ đồng trở lên.",
            ["Thu ngân sách | >= 2950 | tỷ đồng | 2026"],
            id="plan-of-a-year",
        ),
        pytest.param(
            PLAN,
            "1. Phát triển rừng\n\nTỷ lệ che phủ rừng đạt 55,7%.",
            ["Tỷ lệ che phủ rừng | = 55.7 | % | 2026"],
            id="plan-without-a-heading-of-goals",
        ),
        pytest.param(
            PLAN,
            "1. Kinh phí thực hiện\n\nNgân sách tỉnh bố trí 12 tỷ đồng.",
            [],
            id="funds-are-no-targets",
        ),
        pytest.param(
            PLAN,
            "1. Giảm nghèo\n\na) Mục tiêu: xây dựng 15 mô hình sinh kế.\n\nb) Kinh phí: 8 tỷ đồng.",
            ["Số mô hình sinh kế được xây dựng | = 15 | mô hình | 2026"],
            id="goal-and-funds-named-in-the-line",
        ),
        pytest.param(
            PLAN,
            "1. Chỉ tiêu\n\n- Giao chỉ tiêu giảm tỷ lệ hộ nghèo cho các huyện:\n\n+ Huyện Nậm Khao: giảm 5,2%;",
            ["Mức giảm tỷ lệ hộ nghèo: Huyện Nậm Khao | = 5.2 | % | 2026"],
            id="indicator-in-the-opening-of-the-list",
        ),
        pytest.param(
            REPORT,
            RESULTS.format("Thu ngân sách năm 2023 ước đạt 1.874 tỷ đồng (Nghị quyết 2.700 tỷ đồng)."),
            ["Thu ngân sách | = 2700 | tỷ đồng | 2025"],
            id="quoted-beside-a-result",
        ),
        pytest.param(
            REPORT,
            RESULTS.format("Đã trồng mới 410 ha/500 ha mắc ca."),
            ["Diện tích mắc ca trồng mới | = 500 | ha | 2025"],
            id="fraction-of-a-goal",
        ),
        pytest.param(
            REPORT,
            RESULTS.format("Đã trồng mới 410 trong tổng số 500 ha mắc ca."),
            ["Diện tích mắc ca trồng mới | = 500 | ha | 2025"],
            id="part-of-a-total-in-words",
        ),
        pytest.param(
            REPORT,
            RESULTS.format("Có 31/64 xã đạt chuẩn nông thôn mới."),
            [],
            id="fraction-of-a-whole",
        ),
        pytest.param(
            REPORT,
            "II. NHIỆM VỤ THỜI GIAN TỚI\n\nPhấn đấu năm 2024 trồng mới 350 ha chè.",
            ["Diện tích chè trồng mới | = 350 | ha | 2024"],
            id="tasks-of-a-report",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Kim ngạch xuất khẩu đạt 3,5 tỷ USD, gấp 2 lần năm 2025; đón 3 triệu lượt khách."),
            [
                "Kim ngạch xuất khẩu | = 3.5 | tỷ USD | 2030",
                "Kim ngạch xuất khẩu so với năm 2025 | = 2 | lần | 2030",
                "Tổng lượt khách du lịch | = 3 | triệu lượt khách | 2030",
            ],
            id="multiple-of-a-year-beside-the-amount",
        ),
        pytest.param(
            RESOLUTION,
            TASKS.format("Hoàn thành Dự án đường Sơn Bình - Nậm Sơn dài 31 km vào năm 2028."),
            ["Chiều dài Dự án đường Sơn Bình - Nậm Sơn | = 31 | km | 2028"],
            id="length-of-a-project-with-a-date",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Phấn đấu đến năm 2030 trở thành tỉnh phát triển khá của vùng."),
            ["Trình độ phát triển của tỉnh | = - | - | 2030"],
            id="without-a-number",
        ),
        pytest.param(
            RESOLUTION,
            GOALS.format("- Phấn đấu đến năm 2030 trở thành thành phố cảng thông minh, đáng sống."),
            ["Trình độ phát triển của thành phố | = - | - | 2030"],
            id="a-city-without-a-number",
        ),
    ],
)
def test_targets(template: str, body: str, expected: list[str], targets_of: Read) -> None:
    assert [line(t) for t in targets_of(template.format(body=body))] == expected


@pytest.mark.parametrize(
    ("template", "body", "expected"),
    [
        pytest.param(RESOLUTION, GOALS.format("- Tỷ lệ đô thị hóa đạt 35%."), "XVI", id="congress"),
        pytest.param(PLAN, GOALS.format("- Tỷ lệ đô thị hóa đạt 35%."), "plan-2026", id="plan"),
        pytest.param(
            DECISION,
            GOALS.format("- Đào tạo 120 thợ rèn."),
            "Đề án phát triển nghề rèn giai đoạn 2024-2028",
            id="approved-scheme",
        ),
        pytest.param(
            RESOLUTION,
            "II. CHƯƠNG TRÌNH TRỌNG ĐIỂM\n\n1. Chương trình phát triển vùng hồi\n\nPhấn đấu trồng mới 700 ha hồi.",
            "Chương trình phát triển vùng hồi",
            id="section-of-a-programme",
        ),
        pytest.param(
            RESOLUTION,
            "II. MỤC TIÊU\n\nĐại hội xác định 2 chương trình trọng tâm: (1) Chương trình phát triển vùng hồi; (2) Chương trình đào tạo nghề rèn. "
            "Phấn đấu đến năm 2030 trồng mới 700 ha hồi.",
            "XVI",
            id="behind-several-programmes",
        ),
    ],
)
def test_setter(template: str, body: str, expected: str, targets_of: Read) -> None:
    assert {t.set_by for t in targets_of(template.format(body=body))} == {expected}


RESULTS = "I. TÁN THÀNH đánh giá kết quả thực hiện nhiệm kỳ 2020-2025 và mục tiêu nhiệm kỳ 2025-2030\n\n1. Kết quả đạt được\n\n{}"


def test_a_target_beside_a_result_is_of_the_congress_before(targets_of: Read) -> None:
    body = RESULTS.format(
        "Thu ngân sách trên địa bàn năm 2024 đạt 18,6 tỷ đồng, vượt mục tiêu Nghị quyết đề ra (15 tỷ đồng)."
    )
    (target,) = targets_of(RESOLUTION.format(body=body))
    assert (target.set_by, target.by) == ("XV", "2025")
    (target,) = targets_of(RESOLUTION.replace("XVI", "I").format(body=body))
    assert target.set_by == "2020-2025"


CONCLUSION = """TỈNH ỦY SƠN BÌNH
Số 31-KL/TU
Sơn Bình, ngày 20 tháng 7 năm 2023
KẾT LUẬN
của Ban Thường vụ Tỉnh ủy về điều chỉnh một số chỉ tiêu Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2020-2025
-----

II. ĐIỀU CHỈNH CHỈ TIÊU

{body}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "1. Điều chỉnh chỉ tiêu thu nhập bình quân đầu người từ 60 triệu đồng xuống 56 triệu đồng.",
            [("Thu nhập bình quân đầu người", "=", "60", True), ("Thu nhập bình quân đầu người", "=", "56", False)],
            id="lowered",
        ),
        pytest.param(
            "2. Điều chỉnh tăng chỉ tiêu tốc độ tăng trưởng GRDP từ 8%/năm thành 9%/năm.",
            [("Tốc độ tăng trưởng GRDP", "=", "8", True), ("Tốc độ tăng trưởng GRDP", "=", "9", False)],
            id="from-is-no-at-least",
        ),
        pytest.param(
            "3. Bổ sung chỉ tiêu: 100% xã có tổ công nghệ số cộng đồng.",
            [("Tỷ lệ xã có tổ công nghệ số cộng đồng", "=", "100", False)],
            id="added",
        ),
    ],
)
def test_changed_targets(
    body: str, expected: list[tuple[str, str, str, bool]], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The old value is the congress's, the new one that of the body that changes it."""
    found = find_facts(outline_of(CONCLUSION.format(body=body)), lexicon, (find_source, find_targets))
    setters = {True: "XVI", False: "Ban Thường vụ Tỉnh ủy Sơn Bình"}
    read = [(t.indicator, t.comparator, plain(t.value or Decimal(0)), t.set_by == "XVI") for t in found.of(Target)]
    assert read == expected
    assert {t.set_by for t in found.of(Target)} <= set(setters.values())


def test_a_task_with_a_number_for_every_year_is_a_target(targets_of: Read) -> None:
    body = TASKS.format("Ủy ban Kiểm tra mỗi năm kiểm tra 04 - 05 chi bộ và 10 đảng viên trở lên.")
    assert [line(t).split(" | ", 1)[1] for t in targets_of(RESOLUTION.format(body=body))] == [
        "range 4..5 | chi bộ /năm | 2030",
        ">= 10 | đảng viên /năm | 2030",
    ]


def test_years_of_a_title_do_not_pass_to_the_next_task(targets_of: Read) -> None:
    body = TASKS.format("Triển khai Đề án phát triển chợ nông thôn đến năm 2030; trồng mới 20 ha chè.")
    assert [line(t) for t in targets_of(PLAN.format(body=body))] == ["Diện tích chè trồng mới | = 20 | ha | 2026"]


def test_a_plan_of_several_years_is_of_no_year(targets_of: Read) -> None:
    """Also where its grounds name the term of a congress."""
    head = PLAN.replace("tỉnh Sơn Bình năm 2026", "5 năm 2026 - 2030 tỉnh Sơn Bình")
    body = "Căn cứ Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025 - 2030.\n\n" + GOALS.format(
        "(1) Tỷ lệ che phủ rừng 58%."
    )
    (target,) = targets_of(head.format(body=body))
    assert (target.set_by, target.by) == ("plan", "2030")


def test_a_deadline_behind_a_deed_does_not_pass_to_the_next(targets_of: Read) -> None:
    """Each clause between semicolons has its own."""
    body = TASKS.format("Hoàn thành hồ chứa trước ngày 31/12/2027; 85% hộ dân nông thôn dùng nước sạch.")
    assert [t.by for t in targets_of(RESOLUTION.format(body=body))] == ["2030"]


def test_the_written_date_of_a_document_does_not_make_a_result(targets_of: Read) -> None:
    """A task that begins with the resolution that it implements is still a task."""
    body = TASKS.format(
        "Thực hiện Nghị quyết số 19-NQ/TW ngày 16 tháng 6 năm 2022 về nông dân; bảo đảm 90% thôn có chợ."
    )
    assert [line(t) for t in targets_of(RESOLUTION.format(body=body))] == ["Tỷ lệ thôn có chợ | = 90 | % | 2030"]


def test_every_year_at_the_head_of_a_sentence_holds_behind_its_semicolons(targets_of: Read) -> None:
    body = GOALS.format("Hằng năm, trên 90% tổ chức đảng hoàn thành tốt nhiệm vụ; kết nạp 3 - 4% đảng viên mới.")
    assert [(t.value, t.per) for t in targets_of(RESOLUTION.format(body=body))] == [
        (Decimal(90), "year"),
        (Decimal(3), "year"),
    ]


def test_whole_of_a_project_is_no_target(targets_of: Read) -> None:
    body = RESULTS.format("Dự án đường vành đai Sơn Bình mới bàn giao 14,2/22,5 km mặt bằng.")
    assert targets_of(REPORT.format(body=body)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            PLAN.replace(
                "Phát triển kinh tế - xã hội tỉnh Sơn Bình năm 2026",
                "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ IV, nhiệm kỳ 2025-2030",
            ).format(
                body="I. MỤC TIÊU\n\n- Tỷ lệ che phủ rừng đạt 51%.\n\nII. NHIỆM VỤ\n\n1. Phấn đấu 92% thôn có đội văn nghệ."
            ),
            ["IV", "plan"],
            id="goals-that-a-plan-carries-out",
        ),
        pytest.param(
            REPORT.format(body="I. PHƯƠNG HƯỚNG NHIỆM KỲ 2025 - 2030\n\n- Đến năm 2030, tỷ lệ che phủ rừng đạt 51%."),
            ["XVI"],
            id="goals-for-the-term-after-the-one-reported-on",
        ),
    ],
)
def test_goals_of_another_congress(targets_of: Read, text: str, expected: list[str]) -> None:
    assert [t.set_by for t in targets_of(text)] == expected


def test_what_a_numbered_breakthrough_says_it_sets(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    body = "## I. HAI KHÂU ĐỘT PHÁ\n\n**Khâu đột phá thứ nhất:** Mở đường lên bản xa. Đến năm 2028, cứng hóa 75% đường thôn.\n\n**Khâu đột phá thứ hai:** Đưa cán bộ trẻ về xã. Phấn đấu 20% cán bộ xã dưới 35 tuổi, ưu tiên các xã còn thiếu cán bộ trẻ ở vùng cao."
    found = find_facts(outline_of(RESOLUTION.format(body=body), "a.md"), lexicon, (find_programmes, find_targets))
    assert [t.set_by for t in found.of(Target)] == ["Mở đường lên bản xa", "Đưa cán bộ trẻ về xã"]


def test_sectors_grow_by_the_year_as_the_whole_does(targets_of: Read) -> None:
    body = GOALS.format("- Tốc độ tăng trưởng GRDP bình quân đạt 9%/năm, trong đó: nông nghiệp 3%; dịch vụ 8%.")
    assert [(t.value, t.per) for t in targets_of(RESOLUTION.format(body=body))] == [
        (Decimal(9), "year"),
        (Decimal(3), "year"),
        (Decimal(8), "year"),
    ]


def test_size_of_a_project_among_goals_is_no_target(targets_of: Read) -> None:
    body = GOALS.format("- Dự án Nhà máy điện rác Gò Vàng công suất 320 tấn/ngày đi vào hoạt động trong năm 2027.")
    assert targets_of(RESOLUTION.format(body=body)) == []


def test_group_is_the_number_in_round_brackets(targets_of: Read) -> None:
    body = GOALS.format("(3) Tỷ lệ đô thị hóa đạt 35%.\n\n(4) Tỷ lệ hộ nghèo dưới 3%.")
    assert [t.group for t in targets_of(RESOLUTION.format(body=body))] == [3, 4]


def test_evidence_leads_to_the_line_of_the_value(targets_of: Read) -> None:
    body = "I. CHỈ TIÊU ĐẾN NĂM 2030\n\n- Sản lượng lương thực có hạt của toàn tỉnh Sơn Bình đạt\n185 nghìn tấn."
    (target,) = targets_of(RESOLUTION.format(body=body))
    assert target.evidence.line == 11
    assert "185 nghìn tấn" in target.evidence.quote


def test_deadline_of_the_section(targets_of: Read) -> None:
    body = "I. MỤC TIÊU CỤ THỂ\n\na) Đến năm 2026\n\n- Đàn bò đạt 20.000 con.\n\nb) Đến năm 2028\n\n- Đàn bò đạt 25.000 con."
    assert [t.by for t in targets_of(DECISION.format(body=body))] == ["2026", "2028"]


def test_markdown_with_broken_lines(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    body = "**I. CHỈ TIÊU NĂM 2026**\n\n- Đón trên **1,2 triệu lượt\nkhách** du lịch; có thêm\n*03 xã* đạt chuẩn nông thôn mới."
    outline = outline_of(PLAN.format(body=body), "plan.md")
    targets = [f for f in find_targets(outline, lexicon, Found()) if isinstance(f, Target)]
    assert [line(t) for t in targets] == [
        "Tổng lượt khách du lịch | > 1.2 | triệu lượt khách | 2026",
        "Số xã đạt chuẩn nông thôn mới tăng thêm | = 3 | xã | 2026",
    ]


def test_a_line_that_looks_like_a_target_is_reported(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = RESOLUTION.format(body=GOALS.format("- Phấn đấu đạt 15%."))
    findings = [f for f in find_targets(outline_of(text), lexicon, Found()) if isinstance(f, Finding)]
    assert [(f.code, f.severity) for f in findings] == [("unread-target-like", "Info")]


REVIEW = """TỈNH ỦY SƠN BÌNH
Số 90-BC/TU
Sơn Bình, ngày 05 tháng 12 năm 2024
BÁO CÁO
Sơ kết 03 năm thực hiện Nghị quyết số 14-NQ/TW của Bộ Chính trị
-----

I. CÔNG TÁC CHỈ ĐẠO

Tỉnh ủy ban hành Chương trình hành động số 27-CTr/TU, ngày 02/8/2021 (sau đây viết tắt là Chương trình 27).

II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA CHƯƠNG TRÌNH 27

{}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("Sản lượng cá năm 2024 đạt 12 tấn, bằng 80% chỉ tiêu 15 tấn của Chương trình 27.", [("Sản lượng cá", "15", "27-CTr/TU")], id="behind-the-share-of-it"),
        pytest.param("Đàn dê tăng 4%/năm, thấp hơn mức 6 - 7%/năm mà Nghị quyết số 14-NQ/TW đề ra cho cả giai đoạn.", [("Tốc độ tăng đàn dê", "6", "14-NQ/TW")], id="level-that-a-document-sets"),
        pytest.param("Tỷ lệ hộ dùng nước sạch đạt 61%, đáp ứng yêu cầu tối thiểu 60% tại Chỉ thị số 5-CT/TU.", [("Tỷ lệ hộ dùng nước sạch", "60", "5-CT/TU")], id="what-a-directive-requires"),
        pytest.param("Diện tích chè đạt 30 ha; Nghị quyết số 9-NQ/TU đặt ra yêu cầu đến năm 2026 tối thiểu 50 ha.", [("Diện tích chè", "50", "9-NQ/TU")], id="document-as-the-subject"),
        pytest.param("Dịch vụ năm 2024 chiếm 38% GRDP; Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV xác định tỷ trọng này đến năm 2025 là trên 40%.", [("Tỷ trọng dịch vụ trong GRDP", "40", "XV")], id="what-was-measured-before"),
        pytest.param("Tỷ lệ hộ có điện đạt 97%, chưa đạt mục tiêu 98%.", [("Tỷ lệ hộ có điện", "98", "27-CTr/TU")], id="of-the-document-that-the-heading-names"),
        pytest.param("- Vốn đạt 12 tỷ đồng (bằng 80% mục tiêu đến năm 2026), trong đó:\n    - vốn vay 5 tỷ đồng.", [], id="a-lead-held-against-a-goal-announces-none"),
        pytest.param("Xây dựng mới 12 km đường dây 110 kV và 02 trạm biến áp 220 kV.", [], id="voltage-is-no-value"),
    ],
)  # fmt: skip
def test_targets_of_other_documents_beside_results(
    body: str, expected: list[tuple[str, str, str]], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Who set a target that a report quotes: the document beside the value, else the one whose goals its section tells."""
    found = find_targets(outline_of(REVIEW.format(body), "bao-cao.md"), lexicon, Found())
    assert [(f.indicator, plain(f.value or Decimal(0)), f.set_by) for f in found if isinstance(f, Target)] == expected
