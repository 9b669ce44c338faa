"""Counts that say only a part of what they count: some of the people to whom something was done, things of one field, levels,
plans, sums; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import triples
from tests.facts.test_lists_of_results import RESULTS
from vankien.facts import FINDERS, find_facts
from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Discrepancy, Lexicon, Observation, Outline, Programme, Target

COUNTS = {
    "part-of-those-checked": (
        "Nhiệm kỳ qua, kiểm tra 38 tổ chức đảng và 214 đảng viên, trong đó có 52 cấp ủy viên, chiếm 24,3%.",
        [
            ("Số tổ chức đảng được kiểm tra", 38),
            ("Số đảng viên được kiểm tra", 214),
            ("Số cấp ủy viên được kiểm tra", 52),
            ("Tỷ lệ cấp ủy viên được kiểm tra", 24.3),
        ],
    ),
    "part-with-its-own-predicate-stays": (
        "Đã kết nạp 64 hội viên, trong đó có 41 hội viên được cấp thẻ.",
        [("Số hội viên được kết nạp", 64), ("Số hội viên được cấp thẻ", 41)],
    ),
    "field-of-both-counts": (
        "Bắt giữ 37 vụ, 51 đối tượng phạm tội về buôn lậu; xử lý 12 vụ, 19 đối tượng vi phạm về đất đai (khởi tố 3 vụ).",
        [
            ("Số vụ phạm tội về buôn lậu được bắt giữ", 37),
            ("Số đối tượng phạm tội về buôn lậu được bắt giữ", 51),
            ("Số vụ vi phạm về đất đai được xử lý", 12),
            ("Số đối tượng vi phạm về đất đai được xử lý", 19),
            ("Số vụ vi phạm về đất đai được khởi tố", 3),
        ],
    ),
    "who-did-what-was-cleared-up": (
        "Làm rõ 64 vụ phạm tội về môi trường, bắt giữ 90 đối tượng.",
        [
            ("Số vụ phạm tội về môi trường được làm rõ", 64),
            ("Số đối tượng phạm tội về môi trường được bắt giữ", 90),
        ],
    ),
    "papers-on-one-matter": (
        "Ban hành 04 quy chế, 02 quy trình, hướng dẫn về công tác văn thư của huyện.",
        [
            ("Số quy chế về công tác văn thư của huyện được ban hành", 4),
            ("Số quy trình, hướng dẫn về công tác văn thư của huyện được ban hành", 2),
        ],
    ),
    "checks-of-one-matter": (
        "Thực hiện 6 cuộc kiểm tra, 4 cuộc giám sát đối với 11 tổ chức đảng về công tác tiếp dân.",
        [
            ("Số cuộc kiểm tra về công tác tiếp dân", 6),
            ("Số cuộc giám sát về công tác tiếp dân", 4),
            ("Số tổ chức đảng về công tác tiếp dân", 11),
        ],
    ),
    "self-run-groups": (
        "Duy trì 14 tập thể, 63 hộ gia đình, 27 cá nhân tự quản rừng đầu nguồn; 11 tổ/92 thành viên tự quản bến đò.",
        [
            ("Số tập thể tự quản rừng đầu nguồn", 14),
            ("Số hộ gia đình tự quản rừng đầu nguồn", 63),
            ("Số cá nhân tự quản rừng đầu nguồn", 27),
            ("Số tổ tự quản bến đò", 11),
            ("Số thành viên tự quản bến đò", 92),
        ],
    ),
    "levels-with-a-copula": (
        "Tổ chức 96 cuộc giám sát (cấp tỉnh là 8 cuộc, cấp huyện 21 cuộc và cấp xã là 67 cuộc).",
        [
            ("Số cuộc giám sát được tổ chức", 96),
            ("Số cuộc giám sát được tổ chức cấp tỉnh", 8),
            ("Số cuộc giám sát được tổ chức cấp huyện", 21),
            ("Số cuộc giám sát được tổ chức cấp xã", 67),
        ],
    ),
    "plan-with-a-name": (
        "Huyện đội chỉ đạo hoàn thành 100% kế hoạch huấn luyện dân quân, tự vệ.",
        [("Tỷ lệ hoàn thành kế hoạch huấn luyện dân quân, tự vệ", 100)],
    ),
    "state-in-a-bracket": (
        "Toàn huyện có 310 phòng học (82% kiên cố), 96 phòng nội trú (54,5% kiên cố).",
        [
            ("Số phòng học", 310),
            ("Tỷ lệ phòng học kiên cố", 82),
            ("Số phòng nội trú", 96),
            ("Tỷ lệ phòng nội trú kiên cố", 54.5),
        ],
    ),
    "power-and-capital-of-works": (
        "Khởi công 03 dự án điện mặt trời có tổng công suất 48 MW, tổng vốn đầu tư hơn 900 tỷ đồng.",
        [
            ("Số dự án điện mặt trời được khởi công", 3),
            ("Tổng công suất dự án điện mặt trời được khởi công", 48),
            ("Tổng vốn đầu tư dự án điện mặt trời được khởi công", 900),
        ],
    ),
    "two-syllables-before-assets": (
        "Đã xác minh tài sản, thu nhập 26 cán bộ.",
        [("Số cán bộ được xác minh tài sản, thu nhập", 26)],
    ),
    "sum-of-a-deed": (
        "Phối hợp tiếp nhận ngư dân gặp nạn trên biển tổng số 7 đợt, 31 trường hợp.",
        [
            ("Tổng số đợt được phối hợp tiếp nhận ngư dân gặp nạn trên biển", 7),
            ("Số trường hợp được phối hợp tiếp nhận ngư dân gặp nạn trên biển", 31),
        ],
    ),
    "money-of-the-second-deed": (
        "Đã công nhận 45 nghệ nhân và thực hiện chính sách hỗ trợ nghệ nhân với kinh phí 2 tỷ đồng.",
        [("Số nghệ nhân được công nhận", 45), ("Kinh phí thực hiện chính sách hỗ trợ nghệ nhân", 2)],
    ),
    "trial-of-the-second-instance": (
        "Tòa án hai cấp xét xử sơ thẩm 15 vụ; phúc thẩm 4 vụ.",
        [("Số vụ được tòa án hai cấp xét xử sơ thẩm", 15), ("Số vụ được tòa án hai cấp xét xử phúc thẩm", 4)],
    ),
    "times-and-people": (
        "Đã tổ chức tiếp 120 lượt với 148 người.",
        [("Số lượt được tổ chức tiếp", 120), ("Số người được tổ chức tiếp", 148)],
    ),
    "all-of-those-reviewed": (
        "Kiểm điểm 16 tập thể, 58 cá nhân, đạt 100%.",
        [("Số tập thể được kiểm điểm", 16), ("Số cá nhân được kiểm điểm", 58), ("Tỷ lệ cá nhân được kiểm điểm", 100)],
    ),
    "prevention-is-one-word": (
        "Đóng góp quỹ phòng, chống hạn mặn với tổng số tiền trên 6 tỷ đồng.",
        [("Tổng số tiền đóng góp quỹ phòng, chống hạn mặn", 6)],
    ),
    "two-deeds-to-houses": (
        "Hội đã hỗ trợ sửa chữa, làm mới 58 nhà tình nghĩa.",
        [("Số nhà tình nghĩa được hỗ trợ sửa chữa, làm mới", 58)],
    ),
    "points-in-the-wrong-place": ("Dịch vụ chiếm 41%, giảm điểm 0,6% so với năm 2025.", [("Tỷ lệ dịch vụ", 41)]),
}


@pytest.mark.parametrize(("sentence", "expected"), COUNTS.values(), ids=list(COUNTS))
def test_a_count_says_all_that_it_counts(
    sentence: str, expected: list[tuple[str, float]], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(RESULTS + sentence + "\n"), lexicon, FINDERS).of(Observation)
    assert [(o.indicator, float(o.value)) for o in found if o.value is not None] == expected


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Huyện cấp 5 Giấy phép khai thác cát.", "Giấy phép"),
        ("Thành lập 3 ban chỉ đạo cấp huyện.", "ban chỉ đạo"),
        ("Cấp ủy ban hành 4 chương trình hành động.", "chương trình hành động"),
    ],
)
def test_units_of_three_syllables(
    sentence: str, unit: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(RESULTS + sentence + "\n"), lexicon, FINDERS).of(Observation)
    assert [o.unit for o in found] == [unit]


def test_who_registers_to_strive_promises_nothing(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = "Hội vận động 900 hộ đăng ký phấn đấu làm giàu; kết quả trên 70% số hộ đăng ký đã được công nhận."
    found = find_facts(outline_of(RESULTS + text + "\n"), lexicon, FINDERS)
    assert not list(found.of(Target))
    assert [o.indicator for o in found.of(Observation)][-1] == "Tỷ lệ hộ đăng ký đã được công nhận"


def test_what_goes_on_with_a_programme_reports_its_results(outline_of: Callable[..., Outline]) -> None:
    text = (
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới được các cấp quan tâm. Toàn huyện có 9 xã đạt chuẩn; 37 thôn "
        "đạt chuẩn kiểu mẫu. Cây chè được mở rộng 120 ha."
    )
    told = [t for t in triples(outline_of(RESULTS + text + "\n")) if t[1] == "reports_indicator"]
    name = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
    assert {t[0] for t in told} == {name}
    assert len(told) == 2


def test_the_name_of_a_programme_goes_on_with_the_near_poor(outline_of: Callable[..., Outline]) -> None:
    text = "Chương trình cấp bò giống cho hộ nghèo, hộ cận nghèo là việc làm mới của huyện."
    found = find_facts(outline_of(RESULTS + text + "\n"), read_lexicon(), FINDERS).of(Programme)
    assert [p.name for p in found] == ["Chương trình cấp bò giống cho hộ nghèo, hộ cận nghèo"]


def test_a_bracket_quotes_a_resolution_with_its_date(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = (
        "Tỷ lệ thôn có tổ đảng đạt 62%, cao hơn mục tiêu Nghị quyết số 40-NQ/TU, ngày 05/3/2027 của Ban Thường vụ Tỉnh ủy "
        "(từ 50 - 55% trên tổng số thôn)."
    )
    found = find_facts(outline_of(RESULTS + text + "\n"), lexicon, FINDERS)
    assert [(t.set_by, t.indicator, str(t.value), str(t.upper)) for t in found.of(Target)] == [
        ("40-NQ/TU", "Tỷ lệ thôn có tổ đảng", "50", "55")
    ]


@pytest.mark.parametrize(("result", "contradicts"), [("99,5%", False), ("72%", True)])
def test_reached_on_the_whole_is_no_contradiction(
    result: str, contradicts: bool, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    text = f"Tỷ lệ hộ dùng nước sạch đạt {result} (cơ bản đạt mục tiêu 100%)."
    found = find_facts(outline_of(RESULTS + text + "\n"), lexicon, FINDERS)
    assert bool(list(found.of(Discrepancy))) == contradicts
