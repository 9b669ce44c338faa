"""Verdicts as district news, statistical offices and reviews of a term word them: comparisons with what somebody gave, counts
that name their list, shares of several targets, forecasts, amounts beyond a plan; on sentences of our own."""

from __future__ import annotations

import pytest

from tests.facts.test_results_worded import HEAD, Read, facts_of

__all__ = ["facts_of"]

JUDGED = [
    pytest.param(
        "Thu ngân sách năm 2029 ước đạt 640 tỷ đồng, vượt 51% so với tỉnh giao; tỷ lệ hộ nghèo năm 2029 giảm còn 4,5%, thấp hơn so kế hoạch đề ra gần 2%.",
        ["Thu ngân sách | 640 tỷ đồng", "Tỷ lệ hộ nghèo | 4.5 %", "Thu ngân sách: Vượt", "Tỷ lệ hộ nghèo: Vượt"],
        id="what-one-above-gave-and-a-rate-that-is-to-fall",
    ),
    pytest.param(
        "Thu ngân sách năm 2029 đạt 270 tỷ đồng, bằng 113% kế hoạch tỉnh giao và 98% kế hoạch thành phố giao, bằng 120% so với cùng kỳ.",
        ["Thu ngân sách | 270 tỷ đồng", "Thu ngân sách: Vượt 113", "Thu ngân sách: Chưa đạt 98"],
        id="shares-of-two-plans-in-one",
    ),
    pytest.param(
        "Trong năm có 2 chỉ tiêu chưa đạt kế hoạch (chuyển đổi đất lúa, trồng rừng); huyện đã đạt 12/19 chỉ tiêu Nghị quyết.",
        [
            "Số chỉ tiêu chưa đạt kế hoạch | 2 chỉ tiêu",
            "Số chỉ tiêu đạt | 12 chỉ tiêu",
            "Chuyển đổi đất lúa: Chưa đạt",
            "Trồng rừng: Chưa đạt",
        ],
        id="a-count-names-its-list-and-a-part-is-no-verdict",
    ),
    pytest.param(
        "Còn 02 chỉ tiêu chưa đạt: trồng rừng mới đạt 82% kế hoạch; thu hút khách du lịch đạt 76% kế hoạch.",
        [
            "Số chỉ tiêu chưa đạt | 2 chỉ tiêu",
            "Trồng rừng: Chưa đạt 82",
            "Thu hút khách du lịch: Chưa đạt 76",
        ],
        id="a-list-that-prints-how-far-each-item-is",
    ),
    pytest.param(
        "Năm 2029 có 2 chỉ tiêu không đạt kế hoạch đề ra là thu ngân sách (đạt 92% dự toán) và kim ngạch xuất khẩu (đạt 88% kế hoạch).",
        [
            "Số chỉ tiêu không đạt kế hoạch đề ra | 2 chỉ tiêu",
            "Thu ngân sách: Không đạt 92",
            "Kim ngạch xuất khẩu: Không đạt 88",
        ],
        id="shares-in-brackets-of-a-list",
    ),
    pytest.param(
        "Đến hết quý III năm 2029, tốc độ tăng trưởng kinh tế đạt 6,4% và sẽ khó đạt kế hoạch đề ra là 7,9%.",
        [
            "XII: Tốc độ tăng trưởng kinh tế | 7.9 %",
            "Tốc độ tăng trưởng kinh tế | 6.4 %",
            "Tốc độ tăng trưởng kinh tế: Khó đạt",
        ],
        id="what-will-be-hard-is-no-plan",
    ),
    pytest.param(
        "Năm 2029 tạo việc làm mới cho 2.150 lao động/KH 2.000 lao động, đạt 107,5%. Tỷ lệ hộ dùng nước sạch: 91,5%; đạt 101,7% so với Nghị quyết.",
        [
            "plan-2029: Số lao động được tạo việc làm mới | 2000 lao động",
            "Số lao động được tạo việc làm mới | 2150 lao động",
            "Tỷ lệ hộ dùng nước sạch | 91.5 %",
            "Số lao động được tạo việc làm mới: Vượt 107.5",
            "Tỷ lệ hộ dùng nước sạch: Vượt 101.7",
        ],
        id="a-share-behind-the-stroke-and-behind-a-semicolon",
    ),
    pytest.param(
        "Thu ngân sách năm 2029 vượt dự toán 15,6%. Kết nạp đảng viên mới đạt chỉ tiêu. Tổng thu ngân sách xã tính đến ngày 30-11-2029 đạt 168% chỉ tiêu được giao.",
        ["Thu ngân sách: Vượt", "Kết nạp đảng viên mới: Đạt", "Tổng thu ngân sách xã: Vượt 168"],
        id="amounts-beyond-a-plan-and-deeds-without-a-value",
    ),
    pytest.param(
        "Tốc độ tăng trưởng bình quân đạt 6,9%/năm, cao hơn giai đoạn trước (5,4%) nhưng thấp hơn mục tiêu Nghị quyết.",
        [
            "Tốc độ tăng trưởng bình quân | 6.9 %/năm",
            "Tốc độ tăng trưởng bình quân giai đoạn trước | 5.4 %",
            "Tốc độ tăng trưởng bình quân: Chưa đạt",
        ],
        id="not-of-the-bracket-that-only-compares",
    ),
    pytest.param(
        "Kết quả: vượt 08 chỉ tiêu, đạt 05 chỉ tiêu, không đạt 02 chỉ tiêu.",
        ["Số chỉ tiêu vượt | 8 chỉ tiêu", "Số chỉ tiêu đạt | 5 chỉ tiêu", "Số chỉ tiêu không đạt | 2 chỉ tiêu"],
        id="counts-behind-their-verdicts",
    ),
    pytest.param(
        "Năm 2029 dự kiến vượt đối với 2 chỉ tiêu: thu ngân sách trên địa bàn; giảm số hộ nghèo.",
        [
            "Số chỉ tiêu vượt | 2 chỉ tiêu",
            "Thu ngân sách trên địa bàn: Vượt",
            "Giảm số hộ nghèo: Vượt",
        ],
        id="a-verdict-before-the-count-of-a-list",
    ),
    pytest.param(
        "Giá trị khu vực dịch vụ năm 2029 đạt 959 tỷ đồng, tăng 3,9%, đóng góp 0,84 điểm phần trăm vào mức tăng trưởng chung.",
        [
            "Giá trị khu vực dịch vụ | 959 tỷ đồng",
            "Đóng góp của khu vực dịch vụ vào mức tăng trưởng | 0.84 điểm phần trăm",
        ],
        id="what-a-sector-gives-behind-its-amount",
    ),
    pytest.param(
        "Năm 2029, có 206 người tham gia, chiếm 35% lực lượng lao động (trong đó, lao động nữ: 120 người). Thu ngân sách năm 2029 đạt 643 tỷ đồng, vượt trên 30 tỷ đồng so với năm 2028.",
        [
            "Số người tham gia | 206 người",
            "Tỷ lệ người tham gia trong lực lượng lao động | 35 %",
            "Số lao động nữ | 120 người",
            "Thu ngân sách | 643 tỷ đồng",
        ],
        id="a-part-in-the-unit-of-its-sum-and-an-excess-over-a-year",
    ),
    pytest.param(
        "Sáu tháng đầu năm 2029, GRDP tăng 7,2%, trong đó khu vực nông nghiệp tăng 3,1%, đóng góp 0,8 điểm phần trăm. Thu ngân sách 9 tháng năm 2029 là 20,8 tỷ đồng, đạt 80,1% kế hoạch.",
        [
            "Tốc độ tăng GRDP | 7.2 %",
            "Tốc độ tăng GRDP khu vực nông nghiệp | 3.1 %",
            "Đóng góp của khu vực nông nghiệp vào mức tăng trưởng | 0.8 điểm phần trăm",
            "Thu ngân sách | 20.8 tỷ đồng",
        ],
        id="what-a-sector-gives-and-how-far-a-plan-has-got",
    ),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED)
def test_verdicts_of_all_wordings_are_read(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(HEAD + text) == expected
