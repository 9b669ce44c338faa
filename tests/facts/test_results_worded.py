"""Results and verdicts as reports, news and study material word them: shares of a plan, values beside the resolution, sectors,
counts of targets by field, goals that a sentence announces; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.facts import FINDERS, find_facts
from vankien.model import Lexicon, Observation, Outline

HEAD = """ĐẢNG BỘ TỈNH SƠN BÌNH
BAN CHẤP HÀNH
*
Số 90-BC/TU	Sơn Bình, ngày 12 tháng 10 năm 2030

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035
-----
I- KẾT QUẢ ĐẠT ĐƯỢC
"""
Read = Callable[[str], list[str]]


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The targets, observations and verdicts of a text, a line each."""

    return lambda text: told_facts(outline_of(text + "\n"), lexicon)


RESULTS = [
    pytest.param(
        "Toàn tỉnh có 27 dự án FDI được cấp phép với 310 triệu USD; 14 hợp tác xã thành lập mới với 21 tỷ đồng.",
        [
            "Số dự án FDI được cấp phép | 27 dự án",
            "Vốn dự án FDI được cấp phép | 310 triệu USD",
            "Số hợp tác xã thành lập mới | 14 hợp tác xã",
            "Vốn hợp tác xã thành lập mới | 21 tỷ đồng",
        ],
        id="money-of-counted-projects-is-their-capital",
    ),
    pytest.param(
        "Diện tích hồi đưa vào thu hoạch 640 ha, đạt 1.900 tấn.",
        ["Diện tích hồi đưa vào thu hoạch | 640 ha", "Sản lượng hồi đưa vào thu hoạch | 1900 tấn"],
        id="tonnes-behind-an-area-are-a-yield",
    ),
    pytest.param(
        "Một số chỉ tiêu còn thấp: tốc độ tăng GRDP (ước 4,9%); kim ngạch xuất, nhập khẩu (29 triệu USD).",
        ["Tốc độ tăng GRDP | 4.9 %", "Kim ngạch xuất, nhập khẩu | 29 triệu USD"],
        id="joined-words-before-a-bracket",
    ),
    pytest.param(
        "Thu ngân sách đạt 85 tỷ đồng, đạt 108%. Chi ngân sách đạt 70 tỷ đồng, bằng 95% và bằng 130% so với cùng kỳ.",
        ["Thu ngân sách | 85 tỷ đồng", "Chi ngân sách | 70 tỷ đồng"],
        id="a-bare-share-of-an-amount-is-no-value",
    ),
    pytest.param(
        "Thu ngân sách ước thực hiện 440 tỷ đồng, đạt 77% so với dự toán tỉnh giao, 24% so với dự toán huyện giao.",
        ["Thu ngân sách | 440 tỷ đồng", "Thu ngân sách: Chưa đạt 77", "Thu ngân sách: Chưa đạt 24"],
        id="shares-of-two-budgets",
    ),
    pytest.param(
        "Toàn Đảng bộ kết nạp được 1.600 đảng viên, chiếm tỷ lệ 83% so với chỉ tiêu Nghị quyết đề ra.",
        ["Số đảng viên được kết nạp | 1600 đảng viên", "Số đảng viên được kết nạp: Chưa đạt 83"],
        id="a-rate-of-the-goal",
    ),
    pytest.param(
        "GRDP bình quân đầu người đạt 22 triệu đồng (tăng 7,5% tương đương 1,5 triệu đồng), bằng 2,3 lần so với năm 2025.",
        ["GRDP bình quân đầu người | 22 triệu đồng"],
        id="a-change-told-twice",
    ),
    pytest.param(
        "Doanh thu bán lẻ đạt trên 4.500 tỷ đồng, vượt trên 100% kế hoạch.",
        ["Doanh thu bán lẻ | >4500 tỷ đồng", "Doanh thu bán lẻ: Vượt"],
        id="exceeded-by-more-than-all-of-it",
    ),
    pytest.param(
        "Giá trị sản xuất công nghiệp đạt 600 tỷ đồng, tăng 14% (vượt 3% so với nghị quyết); giá trị dịch vụ đạt 800 tỷ đồng, tăng 20% (vượt 5%).",
        [
            "Giá trị sản xuất công nghiệp | 600 tỷ đồng",
            "Giá trị dịch vụ | 800 tỷ đồng",
            "Giá trị sản xuất công nghiệp: Vượt",
            "Giá trị dịch vụ: Vượt",
        ],
        id="exceeded-in-a-bracket-without-the-target",
    ),
    pytest.param(
        "Tỷ lệ đô thị hóa đạt 45%, hoàn thành trước 2 năm so với mục tiêu.",
        ["Tỷ lệ đô thị hóa | 45 %", "Tỷ lệ đô thị hóa: Đạt"],
        id="reached-years-before",
    ),
    pytest.param(
        "Có 02 chỉ tiêu không đạt so với kế hoạch là chỉ tiêu tỷ lệ hộ nghèo và tỷ lệ che phủ rừng.",
        ["Số chỉ tiêu không đạt | 2 chỉ tiêu", "Tỷ lệ hộ nghèo: Không đạt", "Tỷ lệ che phủ rừng: Không đạt"],
        id="a-list-that-names-each-a-target",
    ),
    pytest.param(
        "Có 18 chỉ tiêu đạt và vượt kế hoạch; trong đó, kinh tế 4/4 chỉ tiêu, xã hội 9/10 chỉ tiêu.",
        [
            "Số chỉ tiêu đạt và vượt kế hoạch | 18 chỉ tiêu",
            "Số chỉ tiêu kinh tế đạt và vượt kế hoạch | 4 chỉ tiêu",
            "Số chỉ tiêu xã hội | 9 chỉ tiêu",
        ],
        id="targets-counted-by-field",
    ),
    pytest.param(
        "Các chỉ tiêu kinh tế chủ yếu cơ bản đạt và vượt kế hoạch đề ra.",
        ["Chỉ tiêu kinh tế chủ yếu: Đạt"],
        id="a-group-of-targets-keeps-its-noun",
    ),
    pytest.param(
        "Thu ngân sách dự kiến đến cuối năm đạt hơn 18.000 tỷ đồng, vượt 28% dự toán.",
        ["Thu ngân sách | >18000 tỷ đồng", "Thu ngân sách: Vượt"],
        id="expected-and-held-against-the-budget",
    ),
    pytest.param(
        "Số đảng viên hoàn thành tốt nhiệm vụ đạt 91%, theo Nghị quyết 90% trở lên.",
        [
            "XII: Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ | >=90 %",
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ | 91 %",
        ],
        id="by-the-resolution",
    ),
    pytest.param(
        "Xuất khẩu đạt 2 tỷ USD, vượt xa so với mục tiêu theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII đến năm 2030 là 1,7 tỷ USD.",
        ["XII: Xuất khẩu | 1.7 tỷ USD", "Xuất khẩu | 2 tỷ USD", "Xuất khẩu: Vượt"],
        id="the-goal-behind-the-name-of-its-resolution",
    ),
    pytest.param(
        "Tỷ lệ kết nạp đảng viên mới đạt 8 - 9%, đạt chỉ tiêu Đại hội đề ra 7 - 10%.",
        [
            "XII: Tỷ lệ kết nạp đảng viên mới | 7..10 %",
            "Tỷ lệ kết nạp đảng viên mới | 8..9 %",
            "Tỷ lệ kết nạp đảng viên mới: Đạt",
        ],
        id="reached-a-range",
    ),
    pytest.param(
        "Tăng trưởng còn thấp so với yêu cầu (mục tiêu: tăng trưởng GRDP bình quân 7 - 8% mỗi năm).",
        ["XII: Tốc độ tăng GRDP bình quân | 7..8 %"],
        id="a-goal-worded-in-a-bracket",
    ),
    pytest.param(
        "Quy mô kinh tế tăng gấp 2,5 lần so năm 2025 (24.000/9.200 tỷ đồng).",
        ["Quy mô kinh tế so với năm 2025 | 2.5 lần", "Quy mô kinh tế | 24000 tỷ đồng"],
        id="what-is-compared-with-is-no-goal",
    ),
    pytest.param(
        "Kinh tế của tỉnh tiếp tục tăng trưởng khá, tốc độ tăng bình quân hằng năm đạt 9,3% (mục tiêu Đại hội là 8 - 9%).",
        ["XII: Tốc độ tăng trưởng kinh tế bình quân | 8..9 %", "Tốc độ tăng trưởng kinh tế bình quân | 9.3 %"],
        id="the-economy-opens-the-sentence",
    ),
    pytest.param(
        "Ngành công nghiệp - xây dựng tăng 20,1%/năm (riêng công nghiệp tăng 21,4%/năm) và ngành nông, lâm nghiệp và thủy sản tăng 4,8%/năm.",
        [
            "Tốc độ tăng ngành công nghiệp - xây dựng | 20.1 %/năm",
            "Tốc độ tăng công nghiệp | 21.4 %/năm",
            "Tốc độ tăng ngành nông, lâm nghiệp và thủy sản | 4.8 %/năm",
        ],
        id="one-sector-with-signs-in-its-name",
    ),
    pytest.param(
        "Khu vực dịch vụ duy trì tăng trưởng nhưng không cao (+3,6%); khu vực công nghiệp - xây dựng giảm (-1,2%).",
        [
            "Tốc độ tăng khu vực dịch vụ | 3.6 %",
            "Tốc độ tăng khu vực công nghiệp - xây dựng | -1.2 %",
        ],
        id="signed-rates-in-brackets",
    ),
    pytest.param(
        "Tăng trưởng GRDP của tỉnh đạt bình quân 8,9%/năm, cao hơn bình quân chung của cả nước (6,7%/năm).",
        [
            "Tốc độ tăng GRDP của tỉnh bình quân | 8.9 %/năm",
            "Tốc độ tăng GRDP bình quân chung của cả nước | 6.7 %/năm",
        ],
        id="the-mean-of-the-nation-is-not-the-province-s",
    ),
    pytest.param(
        "Sản lượng vật nuôi, cây trồng đều tăng, nhất là sản lượng lương thực có hạt đạt 285 nghìn tấn, vượt 4% kế hoạch.",
        ["Sản lượng lương thực có hạt | 285 nghìn tấn", "Sản lượng lương thực có hạt: Vượt"],
        id="what-is-singled-out",
    ),
    pytest.param(
        "Số xã đạt từ 10 tiêu chí trở lên là 37 xã, gấp 2,4 lần so kế hoạch. Toàn tỉnh có 7 huyện có 100% số xã đạt chuẩn nông thôn mới.",
        [
            "Số xã đạt từ 10 tiêu chí trở lên | 37 xã",
            "Số huyện có 100% số xã đạt chuẩn nông thôn mới | 7 huyện",
            "Số xã đạt từ 10 tiêu chí trở lên: Vượt",
        ],
        id="numbers-in-the-name-of-what-is-counted",
    ),
    pytest.param(
        "Cơ cấu kinh tế chuyển dịch đúng hướng với tỷ trọng công nghiệp - xây dựng và dịch vụ chiếm 78%.",
        ["Tỷ trọng công nghiệp - xây dựng và dịch vụ | 78 %"],
        id="a-part-of-the-structure",
    ),
    pytest.param(
        "Số đảng viên tăng từ 255 đồng chí năm 2027 lên 284 đồng chí năm 2028, 303 đồng chí năm 2029.",
        ["Số đảng viên | 255 đồng chí", "Số đảng viên | 284 đồng chí", "Số đảng viên | 303 đồng chí"],
        id="a-level-that-goes-on-year-by-year",
    ),
    pytest.param(
        "Nhiệm kỳ 2030 - 2035, Đảng bộ đề ra chỉ tiêu: Tổng giá trị sản xuất đạt 2.800 tỷ đồng; kết nạp từ 30 - 35 đảng viên.",
        ["XIII: Tổng giá trị sản xuất | 2800 tỷ đồng", "XIII: Số đảng viên được kết nạp | 30..35 đảng viên"],
        id="goals-that-a-sentence-announces",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(HEAD + text) == expected


def test_a_half_year_in_words(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = HEAD + "Sáu tháng đầu năm 2030, thu ngân sách đạt 90 tỷ đồng.\n"
    (told,) = find_facts(outline_of(text), lexicon, FINDERS).of(Observation)
    assert told.period == "2030-06"


def test_a_time_that_closes_another_clause(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = (
        HEAD + "Trồng mới 34 ha chè; xã đạt chuẩn nông thôn mới vào năm 2028 (sớm 2 năm); kết nạp 50 đảng viên mới.\n"
    )
    admitted = next(o for o in find_facts(outline_of(text), lexicon, FINDERS).of(Observation) if o.value == 50)
    assert admitted.period == "2025-2030"


def test_news_begin_with_a_paragraph(facts_of: Read) -> None:
    first = "Năm 2031, kinh tế - xã hội của phường An Khê có nhiều chuyển biến tích cực; thu ngân sách đạt 10 tỷ đồng, tỷ lệ hộ nghèo còn 0,8%."
    assert facts_of(first + "\n\nHội nghị đã thông qua nhiều nội dung quan trọng khác.") == [
        "Thu ngân sách | 10 tỷ đồng",
        "Tỷ lệ hộ nghèo | 0.8 %",
    ]


def test_goals_below_a_line_of_their_own(facts_of: Read) -> None:
    goals = "Mục tiêu của huyện:\nGRDP đầu người đạt 8.300 - 8.500 USD; tỷ trọng kinh tế số chiếm 30%."
    assert facts_of(HEAD + goals) == ["XIII: GRDP đầu người | 8300..8500 USD", "XIII: Tỷ trọng kinh tế số | 30 %"]


def test_the_term_is_over_when_its_results_are_told(facts_of: Read) -> None:
    text = (
        "Thực hiện Nghị quyết Đại hội Đảng bộ xã lần thứ XII, nhiệm kỳ 2025 - 2030, Đảng bộ xã An Khê đã đạt được nhiều kết quả. "
        "Thu nhập bình quân đầu người đến năm 2029 đạt 25 triệu đồng."
    )
    assert facts_of(text) == ["Thu nhập bình quân đầu người | 25 triệu đồng"]
