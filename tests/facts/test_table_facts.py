"""Tables → targets, observations, assessments: one phenomenon a case, about the invented province Sơn Bình."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from vankien.facts import find_facts
from vankien.facts.congresses.table_setting import text_to_ordinal
from vankien.facts.programmes.finding import find_programmes
from vankien.facts.tables.cells import Value, cell_to_judgement, cell_to_value, cell_to_verdict, normal_unit
from vankien.facts.tables.facts import find_table_facts
from vankien.facts.tables.labels import clean_label, count_label, title_to_subject
from vankien.facts.tables.products import find_product_targets
from vankien.model import Assessment, Found, Lexicon, Link, Observation, Outline, Target

REPORT = """TỈNH ỦY SƠN BÌNH

BÁO CÁO
Sơ kết việc thực hiện Nghị quyết Đại hội tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025
-----

Thực hiện chương trình công tác, Tỉnh ủy báo cáo như sau:

"""
PLAN = """ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH

Sơn Bình, ngày 15 tháng 01 năm 2026

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2026
-----

Thực hiện Nghị quyết của tỉnh, Ủy ban nhân dân tỉnh ban hành Kế hoạch này.

"""
FIVE_YEARS = PLAN.replace("năm 2026\n-----", "giai đoạn 2026-2030\n-----")

Facts = tuple[Target | Observation | Assessment, ...]


def find(outline_of: Callable[..., Outline], lexicon: Lexicon, text: str) -> Facts:
    """The facts in the tables of a text."""
    facts = find_table_facts(outline_of(text), lexicon, Found())
    return tuple(f for f in facts if isinstance(f, Target | Observation | Assessment))


def short(fact: Target | Observation | Assessment) -> tuple[object, ...]:
    """A fact as its kind, indicator, value, unit and time."""
    if isinstance(fact, Target):
        return ("target", fact.indicator, fact.comparator, str(fact.value), fact.unit, fact.per, fact.by, fact.set_by)
    if isinstance(fact, Observation):
        return ("observation", fact.indicator, str(fact.value), fact.unit, fact.period, fact.status, fact.scope)
    return ("assessment", fact.indicator, fact.verdict, fact.as_of, str(fact.percent))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("54,6", Value("=", Decimal("54.6"), at=0), id="plain"),
        pytest.param(">95", Value(">", Decimal(95), at=1), id="sign"),
        pytest.param("≥ 2.950", Value(">=", Decimal(2950), at=2), id="sign-and-thousands"),
        pytest.param("8-9", Value("range", Decimal(8), Decimal(9), at=0), id="range"),
        pytest.param("14 - 15%", Value("range", Decimal(14), Decimal(15), "%", at=0), id="range-with-unit"),
        pytest.param("Trên 98", Value(">", Decimal(98), at=5), id="word-before"),
        pytest.param("57% trở lên", Value(">=", Decimal(57), unit="%", at=0), id="word-after"),
        pytest.param("-7,8", Value("=", Decimal("-7.8"), at=0), id="negative"),
        pytest.param("8 - 8,5%/năm", Value("range", Decimal(8), Decimal("8.5"), "%/năm", at=0), id="yearly-share"),
        pytest.param(
            "22.000 (2021 - 2025)", Value("=", Decimal(22000), at=0, period="2021-2025"), id="years-in-brackets"
        ),
        pytest.param("90 (tăng 15%)", Value("=", Decimal(90), at=0), id="a-change-in-brackets"),
        pytest.param(
            "7,4% (theo chuẩn nghèo năm 2030)", Value("=", Decimal("7.4"), unit="%", at=0), id="a-standard-in-brackets"
        ),
        pytest.param("5 (7 xã)", None, id="another-value-in-brackets"),
        pytest.param("1.200 tỷ đồng", Value("=", Decimal(1200), unit="tỷ đồng", at=0), id="unit-in-the-cell"),
        pytest.param("-", None, id="dash"),
        pytest.param("Quý II/2026", None, id="date"),
        pytest.param("31/3/2026", None, id="day"),
        pytest.param("Đạt chuẩn", None, id="words"),
        pytest.param("2 huyện, 5 xã", None, id="two-values"),
    ],
)
def test_cell_values(text: str, expected: Value | None, lexicon: Lexicon) -> None:
    """A cell gives one value or none."""
    assert cell_to_value(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        pytest.param("Vượt", "Vượt", id="plain"),
        pytest.param("chưa đạt", "Chưa đạt", id="small-letters"),
        pytest.param("Không đánh giá", "Không đánh giá", id="not-assessed"),
        pytest.param("Khả năng đạt vào năm 2027", "Đạt", id="with-its-year"),
        pytest.param("Đạt sớm 02 năm", "Đạt", id="ahead-of-time"),
        pytest.param("Sở Y tế", None, id="no-verdict"),
    ],
)
def test_cell_verdicts(text: str, verdict: str | None, lexicon: Lexicon) -> None:
    """Verdicts are put into their normal form."""
    assert cell_to_verdict(text, lexicon) == verdict


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Triệu đồng", "triệu đồng", id="small-letter"),
        pytest.param("%o/năm", "‰/năm", id="per-mille-typed"),
        pytest.param("-", None, id="dash"),
    ],
)
def test_units(text: str, unit: str | None, lexicon: Lexicon) -> None:
    """Units are printed in small letters."""
    assert normal_unit(text, lexicon) == unit


@pytest.mark.parametrize(
    ("label", "clean"),
    [
        pytest.param("+ Dịch vụ", "Dịch vụ", id="plus"),
        pytest.param("2.1. Thu nội địa", "Thu nội địa", id="number"),
        pytest.param("Đàn bò (nghìn con)", "Đàn bò", id="unit-in-brackets"),
        pytest.param("Sức chứa hồ (triệu m3)", "Sức chứa hồ", id="unit-with-a-power"),
        pytest.param("Đoàn thể CT-XH:", "Đoàn thể chính trị - xã hội", id="abbreviation"),
    ],
)
def test_clean_labels(label: str, clean: str) -> None:
    """Marks, numbers and units are no part of an indicator."""
    assert clean_label(label) == clean


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        pytest.param("CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH LẦN THỨ XVI", "XVI", id="title"),
        pytest.param("Mục tiêu NQĐH XV", "XV", id="abbreviated"),
        pytest.param("Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", None, id="national"),
    ],
)
def test_ordinals(text: str, ordinal: str | None) -> None:
    """Only the provincial congress sets the targets of a table."""
    assert text_to_ordinal(text) == ordinal


def test_count_labels() -> None:
    """A header of counts becomes indicators that need no table."""
    header = (
        "TT", "Đảng bộ", "Tổng số lớp", "Số lượt người dự",
        "Trong đó / Hội viên / Tổng số", "Trong đó / Hội viên / Số được tập huấn", "Trong đó / Hội viên / Đạt tỷ lệ %",
        "Trong đó / Quần chúng",
    )  # fmt: skip
    title = "Phụ lục 5 KẾT QUẢ TỔ CHỨC TẬP HUẤN CÔNG TÁC DÂN VẬN NĂM 2024"
    assert [count_label(header, i, title) for i in range(2, 8)] == [
        "Tổng số lớp tập huấn công tác dân vận",
        "Số lượt người dự tập huấn công tác dân vận",
        "Tổng số hội viên",
        "Số hội viên được tập huấn",
        "Tỷ lệ hội viên được tập huấn",
        "Số lượt người dự: Quần chúng",
    ]
    assert title_to_subject("DANH SÁCH") == ""


MID_TERM = """Phụ lục 2
KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ XV, NHIỆM KỲ 2020-2025

| Số TT | Chỉ tiêu | ĐVT | Mục tiêu Đại hội | Ước thực hiện giai đoạn 2021-2023 / Kết quả | Ước thực hiện giai đoạn 2021-2023 / Tỷ lệ % so với mục tiêu | Ước thực hiện giai đoạn 2021-2023 / Đánh giá | Ước thực hiện giai đoạn 2020-2025 / Kết quả | Ước thực hiện giai đoạn 2020-2025 / Đánh giá |
|---|---|---|---|---|---|---|---|---|
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            REPORT + MID_TERM + "| 1 | Diện tích cây dược liệu | Ha | 900 | 720 | 80% | Chưa đạt | 900 | Đạt |\n| | Che phủ rừng | % | >55 | 54 | | Chưa đạt | 56 | Vượt |\n",
            [
                ("target", "Diện tích cây dược liệu", "=", "900", "ha", None, "2025", "XV"),
                ("observation", "Diện tích cây dược liệu", "720", "ha", "2021-2023", "estimate", None),
                ("observation", "Diện tích cây dược liệu", "900", "ha", "2020-2025", "estimate", None),
                ("assessment", "Diện tích cây dược liệu", "Chưa đạt", "2023", "80"),
                ("assessment", "Diện tích cây dược liệu", "Đạt", "2020-2025", "None"),
                ("target", "Che phủ rừng", ">", "55", "%", None, "2025", "XV"),
                ("observation", "Che phủ rừng", "54", "%", "2021-2023", "estimate", None),
                ("observation", "Che phủ rừng", "56", "%", "2020-2025", "estimate", None),
                ("assessment", "Che phủ rừng", "Chưa đạt", "2023", "None"),
                ("assessment", "Che phủ rừng", "Vượt", "2020-2025", "None"),
            ],
            id="mid-term-report-as-of",
        ),
        pytest.param(
            REPORT + "| TT | Chỉ tiêu | ĐVT | Thực hiện năm 2023 | Kế hoạch năm 2024 |\n|---|---|---|---|---|\n| 1 | Đào tạo nghề | Người/năm | 5.240 | 5.500 |\n| 2 | Tốc độ tăng khách | % | 11 | 12 |\n",
            [
                ("observation", "Đào tạo nghề", "5240", "người/năm", "2023", "actual", None),
                ("target", "Đào tạo nghề", "=", "5500", "người", "year", "2024", "plan-2024"),
                ("observation", "Tốc độ tăng khách", "11", "%", "2023", "actual", None),
                ("target", "Tốc độ tăng khách", "=", "12", "%", "year", "2024", "plan-2024"),
            ],
            id="yearly-plan-in-a-report",
        ),
        pytest.param(
            PLAN + "| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2026 |\n|---|---|---|---|---|\n| 1 | Trồng mới chè | ha | 240 | 260 |\n| 2 | Nợ xấu | % | 1,9 | < 2 |\n",
            [
                ("observation", "Trồng mới chè", "240", "ha", "2025", None, None),
                ("target", "Trồng mới chè", "=", "260", "ha", None, "2026", "plan-2026"),
                ("observation", "Nợ xấu", "1.9", "%", "2025", None, None),
                ("target", "Nợ xấu", "<", "2", "%", None, "2026", "plan-2026"),
            ],
            id="bare-years-of-a-plan",
        ),
        pytest.param(
            FIVE_YEARS + "| TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2027 | Giai đoạn 2026-2030 |\n|---|---|---|---|---|\n| 1 | Cứng hóa đường xã | km | 60 | 300 |\n| 2 | Cấp nước | hộ | 90 | 400 |\n",
            [
                ("target", "Cứng hóa đường xã", "=", "60", "km", None, "2027", "plan"),
                ("target", "Cứng hóa đường xã", "=", "300", "km", None, "2030", "plan"),
                ("target", "Cấp nước", "=", "90", "hộ", None, "2027", "plan"),
                ("target", "Cấp nước", "=", "400", "hộ", None, "2030", "plan"),
            ],
            id="plan-of-five-years",
        ),
        pytest.param(
            FIVE_YEARS
            + "Bảng 3. Dự kiến kinh phí nạo vét kênh giai đoạn 2026-2030 (đơn vị: tỷ đồng)\n\n| Nguồn vốn | Tổng 5 năm | 2026 | 2027 |\n|---|---|---|---|\n| Ngân sách tỉnh | 70 | 12 | 18 |\n| Xã hội hóa | 9 |  | 4 |\n",
            [
                (
                    "observation",
                    "Kinh phí nạo vét kênh: Ngân sách tỉnh",
                    "70",
                    "tỷ đồng",
                    "2026-2030",
                    None,
                    None,
                ),
                ("observation", "Kinh phí nạo vét kênh: Ngân sách tỉnh", "12", "tỷ đồng", "2026", None, None),
                ("observation", "Kinh phí nạo vét kênh: Ngân sách tỉnh", "18", "tỷ đồng", "2027", None, None),
                ("observation", "Kinh phí nạo vét kênh: Xã hội hóa", "9", "tỷ đồng", "2026-2030", None, None),
                ("observation", "Kinh phí nạo vét kênh: Xã hội hóa", "4", "tỷ đồng", "2027", None, None),
            ],
            id="planned-money-is-set-aside-not-promised",
        ),
        pytest.param(
            PLAN + "| TT | Chỉ tiêu | ĐVT | Kế hoạch 2026 |\n|---|---|---|---|\n| 1 | Cơ cấu kinh tế | | |\n| - | Dịch vụ | % | 36,8 |\n| - | Nông nghiệp | % | 14,5 |\n",
            [
                ("target", "Cơ cấu kinh tế: Dịch vụ", "=", "36.8", "%", None, "2026", "plan-2026"),
                ("target", "Cơ cấu kinh tế: Nông nghiệp", "=", "14.5", "%", None, "2026", "plan-2026"),
            ],
            id="children-carry-their-parent",
        ),
        pytest.param(
            PLAN + "Đơn vị tính: tỷ đồng\n\n| Chỉ tiêu | Kế hoạch 2026 |\n|---|---|\n| Thu nội địa | 2.100 |\n| Thu hải quan | 85 |\n",
            [
                ("target", "Thu nội địa", "=", "2100", "tỷ đồng", None, "2026", "plan-2026"),
                ("target", "Thu hải quan", "=", "85", "tỷ đồng", None, "2026", "plan-2026"),
            ],
            id="unit-of-the-whole-table",
        ),
        pytest.param(
            REPORT + "KẾT QUẢ GIẢM NGHÈO NĂM 2024\n| TT | Huyện | Số hộ nghèo | Tỷ lệ (%) |\n|---|---|---|---|\n| 1 | Nậm Sơn | 2.130 | 26,3 |\n| | Toàn tỉnh | 9.870 | 14,7 |\n",
            [
                ("observation", "Số hộ nghèo", "2130", "hộ nghèo", "2024", "actual", "Nậm Sơn"),
                ("observation", "Tỷ lệ hộ nghèo", "26.3", "%", "2024", "actual", "Nậm Sơn"),
                ("observation", "Số hộ nghèo", "9870", "hộ nghèo", "2024", "actual", "Toàn tỉnh"),
                ("observation", "Tỷ lệ hộ nghèo", "14.7", "%", "2024", "actual", "Toàn tỉnh"),
            ],
            id="places-in-front-are-the-scope",
        ),
        pytest.param(
            PLAN + "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n|---|---|---|---|\n| 1 | Lập đề án chợ phiên | Sở Công Thương | 31/3/2026 |\n| 2 | Mở lớp nghề | Sở Nội vụ | Quý II/2026 |\n",
            [],
            id="tasks-give-no-values",
        ),
        pytest.param(
            PLAN + "| STT | Số, ký hiệu | Ngày ban hành | Trích yếu |\n|---|---|---|---|\n| 1 | 15-KH/TU | 12/3/2022 | Về giữ rừng |\n| 2 | 22-KH/TU | 05/9/2022 | Về phòng cháy |\n",
            [],
            id="documents-give-no-values",
        ),
    ],
)  # fmt: skip
def test_facts(
    text: str, expected: list[tuple[object, ...]], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Each filled cell of a table of indicators is one fact."""
    assert [short(f) for f in find(outline_of, lexicon, text)] == expected


def test_change_stands_behind_the_result(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A column that compares with another year is kept as printed."""
    table = "| Chỉ tiêu | Thực hiện năm 2024 | Tăng, giảm so với năm 2023 |\n|---|---|---|\n| Đàn ong (đàn) | 6.100 | +250 |\n| Đàn bò (con) | 800 | - |\n"
    found = [f for f in find(outline_of, lexicon, REPORT + table) if isinstance(f, Observation)]
    assert [(f.unit, f.change) for f in found] == [("đàn", "+250"), ("con", None)]


STATISTICS = """
                                               TH 9 tháng   Kế hoạch   Ước TH 9 tháng     So sánh (%)
 TT   Chỉ tiêu                     Đơn vị       năm 2023    năm 2024      năm 2024     Cùng kỳ  Kế hoạch
  1   Thu ngân sách trên địa bàn   Tỷ đồng        1.420       2.300         1.655       116,5     72,0
      - Thu nội địa                Tỷ đồng        1.105       1.900         1.290       116,7     67,9
"""


def test_a_plan_between_two_results(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Each column has its own year; indices and shares behind the last result are its change, no values."""
    found = find(outline_of, lexicon, REPORT + STATISTICS)
    whole, part = "Thu ngân sách trên địa bàn", "Thu ngân sách trên địa bàn: Thu nội địa"
    assert [short(f) for f in found] == [
        ("observation", whole, "1420", "tỷ đồng", "2023-09", "actual", None),
        ("target", whole, "=", "2300", "tỷ đồng", None, "2024", "plan-2024"),
        ("observation", whole, "1655", "tỷ đồng", "2024-09", "estimate", None),
        ("observation", part, "1105", "tỷ đồng", "2023-09", "actual", None),
        ("target", part, "=", "1900", "tỷ đồng", None, "2024", "plan-2024"),
        ("observation", part, "1290", "tỷ đồng", "2024-09", "estimate", None),
    ]
    assert [f.change for f in found if isinstance(f, Observation)] == [
        None,
        "116,5% so với cùng kỳ; 72,0% so với kế hoạch",
        None,
        "116,7% so với cùng kỳ; 67,9% so với kế hoạch",
    ]


ADJUSTED = """TỈNH ỦY SƠN BÌNH
*
Số 77-KL/TU

Sơn Bình, ngày 05 tháng 6 năm 2023

KẾT LUẬN
Về điều chỉnh chỉ tiêu Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2020-2025
-----

Tỉnh ủy kết luận điều chỉnh các chỉ tiêu tại phụ lục kèm theo Kết luận này để các cấp thực hiện.

TT\tChỉ tiêu\tĐơn vị tính\tNghị quyết Đại hội XV\tThực hiện năm 2022\tChỉ tiêu sau điều chỉnh
1\tTỷ lệ đô thị hóa\t%\t30\t24,1\t27
2\tTỷ lệ hộ nghèo\t%\t\t9,2\t≤ 5
"""


def test_an_adjusted_target_is_set_by_the_document_that_adjusts_it(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """The old and the new value are two targets of two setters; a target that is new has one."""
    targets = find_facts(outline_of(ADJUSTED), lexicon).of(Target)
    assert [(t.indicator, t.comparator, str(t.value), t.by, t.set_by) for t in targets] == [
        ("Tỷ lệ đô thị hóa", "=", "30", "2025", "XV"),
        ("Tỷ lệ đô thị hóa", "=", "27", "2025", "77-KL/TU"),
        ("Tỷ lệ hộ nghèo", "<=", "5", "2025", "77-KL/TU"),
    ]


TWO_CONGRESSES = """TỈNH ỦY SƠN BÌNH
*
Số 12-BC/TU

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XV trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2025-2030
-----

Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030 kiểm điểm việc thực hiện Nghị quyết Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XV, nhiệm kỳ 2020-2025.

KẾT QUẢ THỰC HIỆN CHỈ TIÊU NGHỊ QUYẾT ĐẠI HỘI XV VÀ MỤC TIÊU ĐẾN NĂM 2030

| TT | Chỉ tiêu | ĐVT | Nghị quyết Đại hội năm 2025 | Ước thực hiện năm 2025 | So với Nghị quyết | Mục tiêu đến năm 2030 |
|---|---|---|---|---|---|---|
| 1 | Tỷ lệ đô thị hóa | % | 30 | 31 | Vượt | 38 |
"""


def test_a_target_is_set_by_the_congress_whose_term_it_ends(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """A table of one congress with the targets of the next; the verdict is on what there is."""
    facts = find_facts(outline_of(TWO_CONGRESSES), lexicon)
    assert [(str(t.value), t.by, t.set_by) for t in facts.of(Target)] == [("30", "2025", "XV"), ("38", "2030", "XVI")]
    assert [(a.verdict, a.as_of) for a in facts.of(Assessment)] == [("Vượt", "2025")]


def test_evidence_runs_from_label_to_value(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The quote starts at the label; the line is the value's."""
    dump = "TT Chỉ tiêu ĐVT Kế hoạch năm 2026\n1 Số bản có nhà\nhọp cộng đồng\nBản 120\n2 Số trạm bơm Trạm 14\n"
    first, second = find(outline_of, lexicon, PLAN + dump)
    assert first.evidence.quote == "Số bản có nhà họp cộng đồng Bản 120"
    assert (first.evidence.line - first.evidence.first_line, second.evidence.quote) == (2, "Số trạm bơm Trạm 14")
    assert {f.evidence.rule for f in (first, second)} == {"table-target"}


def test_groups_are_numbers(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The number of a group holds for the rows below it."""
    table = "| TT | Chỉ tiêu | ĐVT | Kế hoạch 2026 |\n|---|---|---|---|\n| 4 | Số xã có chợ | xã | 12 |\n| | Số xã có bưu điện | xã | 40 |\n| 5 | Số cầu treo | cầu | 3 |\n"
    found = find(outline_of, lexicon, PLAN + table)
    assert [f.group for f in found if isinstance(f, Target)] == [4, 4, 5]


def test_verdicts_in_columns_whose_header_does_not_say_so(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A verdict with its share beside the result, and a forecast in a column of its own."""
    table = (
        "| TT | Chỉ tiêu | ĐVT | NQ đề ra đến 2025 | Thực hiện 2023 | So với NQ | Dự báo 2025 |\n|---|---|---|---|---|---|---|\n"
        "| 1 | Sản lượng chè | Tấn | 900 | 720 | Chưa đạt (80%) | Khó đạt |\n"
        "| 2 | Tỷ lệ che phủ rừng | % | 54 | 54,6 | Vượt | Đạt |\n"
    )
    found = [f for f in find(outline_of, lexicon, REPORT + table) if isinstance(f, Assessment)]
    assert {(f.indicator, f.as_of, f.verdict, str(f.percent)) for f in found} == {
        ("Sản lượng chè", "2023", "Chưa đạt", "80"),
        ("Sản lượng chè", "2025", "Khó đạt", "None"),
        ("Tỷ lệ che phủ rừng", "2023", "Vượt", "None"),
        ("Tỷ lệ che phủ rừng", "2025", "Đạt", "None"),
    }


def test_a_verdict_that_compares_is_as_of_the_last_result(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``So với NQ`` at half term judges what there is, ``Khả năng đạt`` the year in which the targets are due; ``Đánh giá``
    does not say which."""
    table = "| TT | Chỉ tiêu | ĐVT | NQ đến 2025 | TH 2022 | Ước 2023 | {} |\n|---|---|---|---|---|---|---|\n| 1 | Tỷ lệ che phủ rừng | % | 54 | 52 | 53,1 | Chưa đạt |\n"
    for header, as_of in (("So với NQ", "2023"), ("Khả năng đạt", "2025"), ("Đánh giá", None)):
        found = [f for f in find(outline_of, lexicon, REPORT + table.format(header)) if isinstance(f, Assessment)]
        assert [(f.as_of, f.verdict) for f in found] == [(as_of, "Chưa đạt")]


def test_a_verdict_is_on_the_target_before_the_results(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What is set behind the results for later is not judged yet."""
    table = "| TT | Chỉ tiêu | ĐVT | NQ đến 2025 | TH 2024 | TH 2025 | Mục tiêu 2030 | Đánh giá |\n|---|---|---|---|---|---|---|---|\n| 1 | Tỷ lệ che phủ rừng | % | 54 | 52 | 53,1 | 56 | Chưa đạt |\n"
    found = [f for f in find(outline_of, lexicon, REPORT + table) if isinstance(f, Assessment)]
    assert [(f.as_of, f.verdict) for f in found] == [("2025", "Chưa đạt")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Chưa đạt (82,8%)", ("Chưa đạt", Decimal("82.8")), id="share-in-brackets"),
        pytest.param("Vượt", ("Vượt", None), id="verdict-alone"),
        pytest.param("Đạt 83,1%", ("Chưa đạt", Decimal("83.1")), id="share-below-the-whole"),
        pytest.param("Đạt 104%", ("Vượt", Decimal(104)), id="share-above-the-whole"),
        pytest.param("Đạt (83,1%)", ("Đạt", Decimal("83.1")), id="what-is-printed-counts-before-a-bracket"),
        pytest.param("82,8%", None, id="share-alone"),
        pytest.param("Tăng (2,1%)", None, id="a-change"),
    ],
)
def test_cell_to_judgement(text: str, expected: tuple[str, Decimal | None] | None, lexicon: Lexicon) -> None:
    """A verdict, and the share of the target that its cell prints."""
    assert cell_to_judgement(text, lexicon) == expected


def test_parts_have_the_unit_and_the_name_of_their_head(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A part whose unit cell is empty is counted in the unit of the row above; capital is part of the capital, a bare
    rate of growth is that of the row above, and a rate takes over no unit."""
    table = (
        "| TT | Chỉ tiêu | ĐVT | TH 2022 | NQ đến 2025 | Đánh giá |\n|---|---|---|---|---|---|\n"
        "| 1 | Vốn đầu tư hồ chứa | tỷ đồng | 40 | 90 | Chưa đạt |\n"
        "|  | - Vốn ngân sách |  | 25 | 50 | Chưa đạt |\n"
        "| 2 | Đàn dê | con | 310 | 500 | Chưa đạt |\n"
        "|  | *Tốc độ tăng (%)* |  | 4 | 6 - 7%/năm | Chưa đạt |\n"
        "|  | - Tỷ lệ lai |  | 12 | 20 | Chưa đạt |\n"
        "| 3 | Diện tích rau | ha | 7 | 9 | Đạt 77,8% |\n"
    )
    found = [short(f)[:5] for f in find(outline_of, lexicon, REPORT + table) if isinstance(f, Target)]
    assert found == [
        ("target", "Vốn đầu tư hồ chứa", "=", "90", "tỷ đồng"),
        ("target", "Vốn đầu tư hồ chứa: Vốn ngân sách", "=", "50", "tỷ đồng"),
        ("target", "Đàn dê", "=", "500", "con"),
        ("target", "Đàn dê: Tốc độ tăng", "range", "6", "%"),
        ("target", "Tỷ lệ lai", "=", "20", None),
        ("target", "Diện tích rau", "=", "9", "ha"),
    ]


def test_a_table_goes_through_the_goals_of_a_document(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Whose targets a table prints its title says, by the code or by the number alone."""
    table = (
        "| TT | Chỉ tiêu | ĐVT | TH 2022 | Mục tiêu 2025 |\n|---|---|---|---|---|\n| 1 | Đàn dê | con | 310 | 500 |\n"
    )
    cited = "Tỉnh ủy ban hành Chương trình hành động số 27-CTr/TU, ngày 05/3/2021 về nuôi dê.\n\n"
    for name in ("SỐ 27-CTr/TU", "27"):
        text = f"{REPORT}{cited}**PHỤ LỤC 1**\n\n**KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA CHƯƠNG TRÌNH HÀNH ĐỘNG {name}**\n\n{table}"
        assert [f.set_by for f in find(outline_of, lexicon, text) if isinstance(f, Target)] == ["27-CTr/TU"]


def test_sums_of_a_list_with_numbers_of_documents(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A group of schemes has a sum of its own, and a scheme without a sum loses no row."""
    table = (
        "| TT | Tên đề án | Số, ký hiệu | Ngày ban hành | Cơ quan chủ trì | Kinh phí (tỷ đồng) |\n|---|---|---|---|---|---|\n"
        "| **A** | **Ủy ban nhân dân tỉnh** |  |  |  | **12** |\n"
        "| 1 | Đề án nuôi ong rừng | 81/QĐ-UBND | 02/3/2021 | Sở Công Thương | 12 |\n"
        "| 2 | Đề án nuôi dê núi | 82/QĐ-UBND | 03/3/2021 | Sở Công Thương |  |\n"
        "|  | **Tổng cộng** |  |  |  | **12** |\n"
    )
    outline = outline_of(REPORT + table)
    found = [short(f)[1:] for f in find_table_facts(outline, lexicon, Found()) if isinstance(f, Observation)]
    assert found == [
        ("Kinh phí các đề án", "12", "tỷ đồng", None, None, "Ủy ban nhân dân tỉnh"),
        ("Kinh phí Đề án nuôi ong rừng", "12", "tỷ đồng", None, None, None),
        ("Kinh phí các đề án", "12", "tỷ đồng", None, None, None),
    ]
    assert [r.cells[1].text for r in outline.tables[0].rows][2] == "Đề án nuôi dê núi"


def test_what_the_schemes_of_a_list_cost(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The sums of a list of schemes are observations without status; a dash is no sum, a body no value."""
    text = PLAN + (
        "Phụ lục\n\n| TT | Tên đề án, dự án | Cơ quan chủ trì | Kinh phí dự kiến (tỷ đồng) | Hoàn thành |\n"
        "|---|---|---|---|---|\n"
        "| 1 | Đề án phát triển nghề rèn | Sở Công Thương | 1.150 | 2029 |\n"
        "| 2 | Dự án chợ đầu mối Sơn Bình | Sở Xây dựng | - | 2027 |\n"
    )
    assert [short(f) for f in find(outline_of, lexicon, text)] == [
        ("observation", "Kinh phí dự kiến Đề án phát triển nghề rèn", "1150", "tỷ đồng", None, None, None)
    ]


def test_products_of_tasks_that_are_targets(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Papers are handed in, no targets; what a scheme is to produce, the scheme sets, until the deadline of its row."""
    text = (
        FIVE_YEARS
        + "| TT | Đề án, nhiệm vụ | Cơ quan chủ trì | Thời hạn hoàn thành | Sản phẩm |\n|---|---|---|---|---|\n"
        + "| 1 | Đề án phát triển vùng quế hữu cơ | Sở Công Thương | 2026 - 2028 | Trồng tối thiểu 260 ha quế |\n"
        + "| 2 | Xây dựng thôn không rác | Sở Nội vụ | Thường xuyên | 30 thôn đến hết năm 2029 |\n"
        + "| 3 | Rà soát văn bản | Sở Tư pháp | 30/6/2026 | 01 báo cáo |\n"
    )
    found = find_facts(outline_of(text), lexicon, (find_programmes, find_table_facts, find_product_targets))
    assert [(t.indicator, t.comparator, str(t.value), t.by, t.set_by) for t in found.of(Target)] == [
        ("Diện tích quế trồng", ">=", "260", "2028", "Đề án phát triển vùng quế hữu cơ"),
        ("Số thôn không rác", "=", "30", "2029", "plan"),
    ]
    assert [(k.subject, k.relation) for k in found.of(Link)] == [
        ("Đề án phát triển vùng quế hữu cơ", "has_target"),
    ]


@pytest.mark.parametrize(
    ("lead", "period"),
    [
        pytest.param("Tiến độ các công trình đến ngày 30/9/2023:", "2023-09", id="the sentence above says when"),
        pytest.param("Tiến độ các công trình như sau:", None, id="it does not"),
    ],
)
def test_a_list_of_works(lead: str, period: str | None, outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """What works are to cost, what was spent and how much is done; the row of the sum is of all of them."""
    text = (
        f"{REPORT}{lead}\n\n| TT | Công trình, dự án | Tổng mức đầu tư (tỷ đồng) | Lũy kế giải ngân (tỷ đồng) | "
        "Khối lượng hoàn thành (%) | Chủ đầu tư |\n|---|---|---|---|---|---|\n"
        "| 1 | Dự án Kè bờ suối Nậm Sơn | 12 | 7,5 | 64 | Sở Xây dựng |\n| | Tổng cộng | 42 | 9 | | |\n"
    )
    found = [short(f) for f in find(outline_of, lexicon, text)]
    assert sorted(map(str, found)) == sorted(
        map(
            str,
            [
                ("observation", "Tổng mức đầu tư Dự án Kè bờ suối Nậm Sơn", "12", "tỷ đồng", None, None, None),
                ("observation", "Lũy kế giải ngân Dự án Kè bờ suối Nậm Sơn", "7.5", "tỷ đồng", period, "actual", None),
                ("observation", "Khối lượng hoàn thành Dự án Kè bờ suối Nậm Sơn", "64", "%", period, "actual", None),
                ("observation", "Tổng mức đầu tư các công trình, dự án", "42", "tỷ đồng", None, None, None),
                ("observation", "Lũy kế giải ngân các công trình, dự án", "9", "tỷ đồng", period, "actual", None),
            ],
        )
    )


COMPARED = """PHỤ LỤC
KẾT QUẢ THỰC HIỆN MỤC TIÊU NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XV

| TT | Chỉ tiêu | Đơn vị tính | Mục tiêu Nghị quyết đến năm 2025 | Kết quả năm 2025 | So sánh với Nghị quyết |
|---|---|---|---|---|---|
| 1 | Thu ngân sách | Tỷ đồng | 2.000 | 2.062 | 103,1% |
| 2 | Tuổi thọ trung bình | Tuổi | 72 | 70 | 97,2% |
| 3 | Tỷ lệ che phủ rừng | % | 45 | 46,5 | 1,5 |
| 4 | Đào tạo nghề | Người | 8.300 | 8.500 | 107,6% |
| 5 | Vốn đầu tư | Tỷ đồng | 9.500 | 2.795 | 100% |
| 6 | Đàn bò tăng bình quân | %/năm | 4,5 | 3,2 | -1,3 |
| 7 | Thôn có nhà văn hóa | % | 92 | 85,4 | 6,6 |
| 8 | Tỷ lệ hộ nghèo | % | 12 | 13,5 | 1,5 |
| 9 | Kết nạp đảng viên | Người | 1.200 | 1.200 | 100 |
| 10 | Trạm y tế đạt chuẩn | % | 90 | 93 | 2 |
"""


def test_shares_in_a_column_of_comparisons_judge(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A share that is misreckoned is printed all the same, one of 100 % also beside the result of one year. A difference
    judges as a share does, also without its sign, if it is the difference and more is better."""
    found = [short(f) for f in find(outline_of, lexicon, REPORT + COMPARED) if isinstance(f, Assessment)]
    assert found == [
        ("assessment", "Thu ngân sách", "Vượt", "2025", "103.1"),
        ("assessment", "Tuổi thọ trung bình", "Chưa đạt", "2025", "97.2"),
        ("assessment", "Tỷ lệ che phủ rừng", "Vượt", "2025", "None"),
        ("assessment", "Đào tạo nghề", "Vượt", "2025", "107.6"),
        ("assessment", "Vốn đầu tư", "Đạt", "2025", "100"),
        ("assessment", "Đàn bò tăng bình quân", "Chưa đạt", "2025", "None"),
        ("assessment", "Thôn có nhà văn hóa", "Chưa đạt", "2025", "None"),
        ("assessment", "Kết nạp đảng viên", "Đạt", "2025", "100"),
    ]


def test_a_row_without_unit_takes_it_from_the_text(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The text prints the same value behind the words of the label; prices in brackets are no unit."""
    text = (
        REPORT
        + "Tổng doanh thu từ du lịch tỉnh năm 2023 đạt 2.400 tỷ đồng.\n\nThu nhập bình quân đầu người năm 2023 đạt 61 triệu đồng, "
        + "đến năm 2025 thu nhập bình quân đầu người đạt 70 triệu đồng/người.\n\n| TT | Chỉ tiêu | Đơn vị tính | Năm 2023 |\n|---|---|---|---|\n"
        + "| 1 | Tổng doanh thu du lịch tỉnh | | 2.400 |\n| 2 | Năng suất lao động (theo giá hiện hành) | Triệu đồng | 94 |\n"
        + "| 3 | Thu nhập bình quân đầu người | | 61 |\n"
    )
    found = [short(f)[1:4] for f in find(outline_of, lexicon, text)]
    assert found == [
        ("Tổng doanh thu du lịch tỉnh", "2400", "tỷ đồng"),
        ("Năng suất lao động (theo giá hiện hành)", "94", "triệu đồng"),
        ("Thu nhập bình quân đầu người", "61", "triệu đồng"),
    ]


def test_what_is_due_behind_a_plan_is_planned(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A year alone behind a plan and later than it is a target; one before it is a result."""
    table = "| TT | Chỉ tiêu | ĐVT | Năm 2024 | Ước TH 2025 | KH năm 2026 | Đến năm 2030 |\n|---|---|---|---|---|---|---|\n| 1 | Số làng nghề truyền thống | Làng | 11 | 12 | 14 | 20 |\n"
    kinds = [(type(f).__name__, str(f.value)) for f in find(outline_of, lexicon, REPORT + table) if not isinstance(f, Assessment)]  # fmt: skip
    assert kinds == [("Observation", "11"), ("Observation", "12"), ("Target", "14"), ("Target", "20")]


@pytest.mark.parametrize(
    ("title", "header", "kinds"),
    [
        pytest.param("Biểu 2. Một số chỉ tiêu của tỉnh qua các năm", "2023 | 2024 | 2025", "OOO", id="over-the-years"),
        pytest.param("Biểu 2. Một số chỉ tiêu chủ yếu", "2023 | 2024 | 2025", "OOO", id="up-to-the-year-of-the-report"),
        pytest.param("Biểu 2. Lộ trình thực hiện chỉ tiêu", "Ước TH 2025 | 2026 | 2027", "OTT", id="laid-out"),
        pytest.param("Biểu 2. Kết quả và dự kiến", "Ước TH 2025 | 2026 | 2027", "OTT", id="behind-an-estimate"),
    ],
)
def test_what_bare_years_hold(
    title: str, header: str, kinds: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """Years alone are reported up to the year of a report, and planned behind the estimate that closes the results."""
    report = REPORT.replace("\n\nBÁO CÁO", "\nSơn Bình, ngày 02 tháng 12 năm 2025\n\nBÁO CÁO")
    table = f"{title}\n\n| TT | Chỉ tiêu | ĐVT | {header} |\n|---|---|---|---|---|---|\n| 1 | Đàn dê | Con | 410 | 520 | 630 |\n"
    found = find(outline_of, lexicon, report + table)
    assert "".join("T" if isinstance(f, Target) else "O" for f in found) == kinds
