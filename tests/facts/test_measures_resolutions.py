"""How resolutions of congresses word their results and goals, on sentences of our own about invented places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.facts.observations import find_observations
from vankien.facts.targets.finding import find_targets
from vankien.facts.verdicts.assessments import find_assessments
from vankien.model import Assessment, Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain


def line(measure: Measure) -> str:
    """Label, comparator with value, unit, whether it is a quoted target."""
    quantity = measure.quantity
    upper = f"..{plain(quantity.upper)}" if quantity.upper is not None else ""
    text = f"{measure.label} | {quantity.comparator} {plain(quantity.value)}{upper} | {quantity.unit or '-'}"
    return f"{text} | restated" if measure.restated else text


CASES = [
    pytest.param(
        "Cây hồi có 900 ha, gấp gần 2 lần chỉ tiêu 480 ha.",
        ["Diện tích cây hồi | = 900 | ha", "Diện tích cây hồi | = 480 | ha | restated"],
        id="a target behind its multiple",
    ),
    pytest.param(
        "Có 21/60 xã đạt chuẩn nông thôn mới, chiếm 35%, vượt chỉ tiêu 30% số xã; còn 7 xã dưới 12 tiêu chí.",
        [
            "Số xã đạt chuẩn nông thôn mới | = 21 | xã",
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 35 | %",
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 30 | % | restated",
            "Số xã dưới 12 tiêu chí | = 7 | xã",
        ],
        id="the whole of a share named again behind its target; criteria that tell which are counted",
    ),
    pytest.param(
        "Có 90/150 trường đạt chuẩn quốc gia, bằng 60% tổng số trường.",
        ["Số trường đạt chuẩn quốc gia | = 90 | trường", "Tỷ lệ trường đạt chuẩn quốc gia | = 60 | %"],
        id="the share that equals a count",
    ),
    pytest.param(
        "Hộ nghèo từ 14,2% cuối năm 2030 còn 4,7% cuối năm 2034, tính ra mỗi năm bớt được 2,4 điểm phần trăm, vượt chỉ tiêu "
        "giảm 1,5 - 2%/năm.",
        [
            "Tỷ lệ hộ nghèo | = 14.2 | %",
            "Tỷ lệ hộ nghèo | = 4.7 | %",
            "Mức giảm tỷ lệ hộ nghèo | = 2.4 | điểm phần trăm",
            "Mức giảm tỷ lệ hộ nghèo | range 1.5..2 | %/năm | restated",
        ],
        id="a fall in other words, and its target",
    ),
    pytest.param(
        "Đã kết nạp 3.300 đảng viên, bình quân mỗi năm 660 đồng chí, vượt chỉ tiêu 600 đồng chí/năm.",
        [
            "Số đảng viên được kết nạp | = 3300 | đảng viên",
            "Số đảng viên được kết nạp bình quân | = 660 | đồng chí",
            "Số đảng viên được kết nạp bình quân | = 600 | đồng chí/năm | restated",
        ],
        id="people counted by another word",
    ),
    pytest.param(
        "Số thôn chưa có chi bộ từ 14 xuống còn 2; số hộ chưa có điện giảm còn 310.",
        ["Số thôn chưa có chi bộ | = 2 | thôn", "Số hộ chưa có điện | = 310 | hộ"],
        id="what is counted stands before the value only",
    ),
    pytest.param(
        "Chè giữ ở mức 2.100 ha; rà soát 12 chỉ tiêu, 7 chỉ tiêu vượt, 3 chỉ tiêu đạt.",
        [
            "Diện tích chè | = 2100 | ha",
            "Số chỉ tiêu được rà soát | = 12 | chỉ tiêu",
            "Số chỉ tiêu vượt | = 7 | chỉ tiêu",
            "Số chỉ tiêu đạt | = 3 | chỉ tiêu",
        ],
        id="kept at a level; counts with predicates of their own",
    ),
    pytest.param(
        "Cứ 10.000 dân có 13 bác sĩ và 35 giường bệnh; đến cuối nhiệm kỳ cứ 1.000 dân có 8 doanh nghiệp.",
        [
            "Số bác sĩ trên 10.000 dân | = 13 | bác sĩ/10.000 dân",
            "Số giường bệnh trên 10.000 dân | = 35 | giường bệnh/10.000 dân",
            "Số doanh nghiệp trên 1.000 dân | = 8 | doanh nghiệp/1.000 dân",
        ],
        id="so many to so many people",
    ),
    pytest.param(
        "Có 45% số xã đạt chuẩn, trong đó huyện Nậm Sơn phải có ít nhất 6 xã; 40 thôn, làng đạt chuẩn văn hóa.",
        [
            "Tỷ lệ xã đạt chuẩn | = 45 | %",
            "Số xã đạt chuẩn của huyện Nậm Sơn | >= 6 | xã",
            "Số thôn, làng đạt chuẩn văn hóa | = 40 | thôn, làng",
        ],
        id="the same things in one place; villages of two kinds",
    ),
    pytest.param(
        "Không để xã nào dưới 12 tiêu chí; không để gia đình chính sách nào thuộc diện hộ nghèo.",
        ["Số xã dưới 12 tiêu chí | = 0 | xã", "Số gia đình chính sách thuộc diện hộ nghèo | = 0 | gia đình"],
        id="none is left, in other words",
    ),
    pytest.param(
        "Có 55% sản lượng chè và trên 80% sản lượng sữa được chế biến sâu.",
        ["Tỷ lệ sản lượng chè được chế biến sâu | = 55 | %", "Tỷ lệ sản lượng sữa được chế biến sâu | > 80 | %"],
        id="shares of two amounts with one predicate",
    ),
    pytest.param(
        "Mỗi năm trồng mới 800 ha rừng trở lên.",
        ["Diện tích rừng trồng mới | >= 800 | ha"],
        id="a bound behind what is measured",
    ),
    pytest.param(
        "Chỉ tiêu đến năm 2030: đón 900 nghìn lượt khách du lịch, doanh thu 700 tỷ đồng, ngày lưu trú bình quân 2,5 ngày.",
        [
            "Tổng lượt khách du lịch | = 900 | nghìn lượt khách",
            "Doanh thu du lịch | = 700 | tỷ đồng",
            "Ngày lưu trú bình quân | = 2.5 | ngày",
        ],
        id="what a list of targets is headed by is no indicator; days that guests stay",
    ),
    pytest.param(
        "Thu ngân sách vượt 8 - 10% so với dự toán được giao; thời gian cấp phép rút ngắn ít nhất 25% so với quy định.",
        [
            "Mức vượt thu ngân sách so với dự toán được giao | range 8..10 | %",
            "Mức rút ngắn thời gian cấp phép | >= 25 | %",
        ],
        id="by how much a budget is exceeded, a time is shortened",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo mỗi năm giảm 3 - 4% (năm 2031: 3%; năm 2032: 3,5%).",
        [
            "Mức giảm tỷ lệ hộ nghèo | range 3..4 | %",
            "Mức giảm tỷ lệ hộ nghèo | = 3 | %",
            "Mức giảm tỷ lệ hộ nghèo | = 3.5 | %",
        ],
        id="a yearly rate by the year",
    ),
    pytest.param(
        "Cán bộ nữ đạt 15 - 20%; giảm tối thiểu 5% biên chế sự nghiệp so với năm 2025.",
        ["Tỷ lệ cán bộ nữ | range 15..20 | %", "Mức giảm biên chế sự nghiệp | >= 5 | %"],
        id="a fall of something else behind a semicolon",
    ),
    pytest.param(
        "Duy trì trên 75% đoàn viên, hội viên ở khu dân cư sinh hoạt thường xuyên.",
        ["Tỷ lệ đoàn viên, hội viên ở khu dân cư sinh hoạt thường xuyên | > 75 | %"],
        id="people named together",
    ),
    pytest.param(
        "Đưa tỉnh vào nhóm 5 tỉnh có diện tích quế lớn nhất nước.",
        ["Xếp hạng diện tích quế | <= 5 | hạng"],
        id="among those that have the most of something",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_measures(text: str, expected: list[str], lexicon: Lexicon) -> None:
    """Values with their labels and units, quoted targets marked."""
    assert [line(m) for m in sentence_to_measures(text, lexicon)] == expected


HEAD = """ĐẢNG BỘ TỈNH SƠN BÌNH
Số 01-NQ/ĐH
Sơn Bình, ngày 20 tháng 9 năm 2025
NGHỊ QUYẾT
Đại hội đại biểu Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2025-2030
-----

"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Doanh thu 900 tỷ đồng (năm 2028: 600 tỷ đồng); có 12 làng du lịch.",
            [("900", "2030"), ("600", "2028"), ("12", "2030")],
            id="what a bracket dates ends with it",
        ),
        pytest.param(
            "Trước năm 2028 xóa xong 900 nhà tạm; 95% hộ dân dùng nước sạch.",
            [("900", "2028"), ("95", "2030")],
            id="a deadline right before its deed",
        ),
        pytest.param(
            "Hết năm 2027 không còn thôn trắng đảng viên; cuối nhiệm kỳ có 98% thôn có chi bộ.",
            [("0", "2027"), ("98", "2030")],
            id="the end of the term",
        ),
        pytest.param(
            "Từ nay đến cuối nhiệm kỳ, tập trung làm đường; phấn đấu năm 2028 thu ngân sách đạt 900 tỷ đồng.",
            [("900", "2028")],
            id="a year of its own goes before the end of the term",
        ),
        pytest.param(
            "Thu nhập đạt 90 triệu đồng, tăng gấp 1,5 lần so với năm 2025.",
            [("90", "2030"), ("1.5", "2030")],
            id="a multiple that is to be reached",
        ),
    ],
)
def test_deadlines(
    text: str, expected: list[tuple[str, str]], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    """When each value of a sentence is due."""
    outline = outline_of(f"{HEAD}I. CHỈ TIÊU ĐẾN NĂM 2030\n\n{text}")
    found = find_facts(outline, lexicon, (find_targets,)).of(Target)
    assert [(plain(t.value), t.by) for t in found if t.value is not None] == expected


def test_a_run_in_title_of_targets(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``Chỉ tiêu đến năm 2029: ...`` among tasks: what is counted there is promised."""
    text = "II. NHIỆM VỤ\n\n1. Chỉ tiêu đến năm 2029: Có 4 khu sản xuất được công nhận; 90 sản phẩm xếp hạng 4 sao."
    found = find_facts(outline_of(HEAD + text), lexicon, (find_targets, find_observations))
    assert [(str(t.value), t.by) for t in found.of(Target)] == [("4", "2029"), ("90", "2029")]
    assert not list(found.of(Observation))


def test_a_vote_is_reported(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Who voted for the resolution."""
    text = "III. TỔ CHỨC THỰC HIỆN\n\nNghị quyết được Đại hội thông qua với 297/300 đại biểu tán thành, bằng 99%."
    found = find_facts(outline_of(HEAD + text), lexicon, (find_observations,)).of(Observation)
    assert [(str(o.value), o.unit) for o in found] == [("297", "đại biểu"), ("99", "%")]


RESULTS = """I. KẾT QUẢ NHIỆM KỲ 2020 - 2025

{}
"""


def test_how_far_a_quoted_target_was_reached(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """The share of the target that a bracket quotes is a verdict and no value."""
    text = RESULTS.format("Đã tái canh 480 ha chè (mục tiêu 500 ha, đạt 96%); hồi có 900 ha (mục tiêu 70%, đạt 72%).")
    found = find_facts(outline_of(HEAD + text), lexicon, (find_targets, find_observations, find_assessments))
    assert [(a.verdict, str(a.percent)) for a in found.of(Assessment)] == [("Chưa đạt", "96")]
    assert "96" not in [str(o.value) for o in found.of(Observation)]


def test_a_yearly_mean_is_of_the_years_between(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """``từ ... năm 2020 còn ... năm 2024, mỗi năm bớt ...``."""
    text = RESULTS.format("Tỷ lệ hộ nghèo từ 11% năm 2020 còn 3% năm 2024, mỗi năm bớt được 2 điểm phần trăm.")
    found = find_facts(outline_of(HEAD + text), lexicon, (find_observations,)).of(Observation)
    assert [(str(o.value), o.period) for o in found] == [("11", "2020"), ("3", "2024"), ("2", "2020-2024")]
