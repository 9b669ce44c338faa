"""Values told in turn, held against means and bases, and labels that their clause hides, on sentences of our own."""

from __future__ import annotations

import pytest

from tests.facts.test_measures_neighbours import line
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Lexicon

CASES = [
    pytest.param(
        "Tỷ lệ che phủ rừng tăng 2% so với năm 2030, đạt 54,5%.",
        ["Tốc độ tăng tỷ lệ che phủ rừng | = 2 | %", "Tỷ lệ che phủ rừng | = 54.5 | %"],
        id="the-share-that-was-reached-behind-how-much-it-grew",
    ),
    pytest.param(
        "Tỷ trọng công nghiệp tăng 4,5%, chiếm 45% GRDP.",
        ["Tốc độ tăng tỷ trọng công nghiệp | = 4.5 | %", "Tỷ trọng công nghiệp | = 45 | % GRDP"],
        id="the-share-that-a-sector-has-behind-how-much-it-grew",
    ),
    pytest.param(
        "Xây mới 25 km đường liên bản, nâng tổng số lên 340 km.",
        ["Chiều dài đường liên bản xây mới | = 25 | km", "Tổng chiều dài đường liên bản | = 340 | km"],
        id="all-that-there-is-behind-what-was-added",
    ),
    pytest.param(
        "Trồng mới 120 ha rừng, nâng tổng diện tích rừng lên 4.500 ha.",
        ["Diện tích rừng trồng mới | = 120 | ha", "Tổng diện tích rừng | = 4500 | ha"],
        id="all-that-there-is-named-again",
    ),
    pytest.param(
        "Diện tích cà phê đạt 2.500 ha, năng suất bình quân 28 tạ/ha, sản lượng đạt 7.000 tấn.",
        [
            "Diện tích cà phê | = 2500 | ha",
            "Năng suất cà phê bình quân | = 28 | tạ/ha",
            "Sản lượng cà phê | = 7000 | tấn",
        ],
        id="yield-and-output-of-the-crop-before",
    ),
    pytest.param(
        "Tỷ lệ nữ tham gia cấp ủy cấp tỉnh đạt 15%, cấp huyện 18%, cấp xã 25%.",
        [
            "Tỷ lệ nữ tham gia cấp ủy cấp tỉnh | = 15 | %",
            "Tỷ lệ nữ tham gia cấp ủy cấp huyện | = 18 | %",
            "Tỷ lệ nữ tham gia cấp ủy cấp xã | = 25 | %",
        ],
        id="the-same-of-other-levels",
    ),
    pytest.param(
        "Tốc độ tăng GRDP bình quân giai đoạn 2031 - 2035 đạt 7,1%/năm, trong đó năm 2031 giảm 1,2% do bão, các năm 2032, 2033 và 2034 tăng lần lượt 8,5%, 9%, 9,4%.",
        [
            "Tốc độ tăng GRDP bình quân | = 7.1 | %/năm",
            "Tốc độ tăng GRDP | = -1.2 | %",
            "Tốc độ tăng GRDP | = 8.5 | %",
            "Tốc độ tăng GRDP | = 9 | %",
            "Tốc độ tăng GRDP | = 9.4 | %",
        ],
        id="years-in-turn-behind-a-fall-and-its-cause",
    ),
    pytest.param(
        "Tổng vốn đầu tư toàn xã hội đạt 61.000 tỷ đồng; khu vực nhà nước, khu vực ngoài nhà nước và khu vực có vốn đầu tư nước ngoài chiếm tương ứng 21%, 60% và 19%.",
        [
            "Tổng vốn đầu tư toàn xã hội | = 61000 | tỷ đồng",
            "Tỷ trọng khu vực nhà nước trong tổng vốn đầu tư toàn xã hội | = 21 | %",
            "Tỷ trọng khu vực ngoài nhà nước trong tổng vốn đầu tư toàn xã hội | = 60 | %",
            "Tỷ trọng khu vực có vốn đầu tư nước ngoài trong tổng vốn đầu tư toàn xã hội | = 19 | %",
        ],
        id="who-invested-which-part",
    ),
    pytest.param(
        "Số dược sĩ và số giường bệnh trên một vạn dân lần lượt là 2,6 và 30,5 (chỉ tiêu tương ứng: 2,5 và 30).",
        [
            "Số dược sĩ trên một vạn dân | = 2.6 | dược sĩ",
            "Số giường bệnh trên một vạn dân | = 30.5 | giường bệnh",
            "Số dược sĩ trên một vạn dân | = 2.5 | dược sĩ | restated",
            "Số giường bệnh trên một vạn dân | = 30 | giường bệnh | restated",
        ],
        id="two-rates-without-a-unit-and-their-targets",
    ),
    pytest.param(
        "Tiêu biểu: tốc độ tăng GRDP (bình quân nửa nhiệm kỳ ước 6,1%/NQ 8%); tỷ lệ đô thị hóa mới đạt 21%/NQ 25%.",
        [
            "Tốc độ tăng GRDP | = 6.1 | % | estimate",
            "Tốc độ tăng GRDP | = 8 | % | restated",
            "Tỷ lệ đô thị hóa | = 21 | %",
            "Tỷ lệ đô thị hóa | = 25 | % | restated",
        ],
        id="a-bracket-that-says-over-which-years",
    ),
    pytest.param(
        "Hộ gia đình văn hóa chiếm 79%, bản văn hóa 71,5%, so với mục tiêu lần lượt là 82% và 70%; 64% bản có sân bóng.",
        [
            "Tỷ lệ hộ gia đình văn hóa | = 79 | %",
            "Tỷ lệ bản văn hóa | = 71.5 | %",
            "Tỷ lệ hộ gia đình văn hóa | = 82 | % | restated",
            "Tỷ lệ bản văn hóa | = 70 | % | restated",
            "Tỷ lệ bản có sân bóng | = 64 | %",
        ],
        id="targets-in-turn-before-another-value",
    ),
    pytest.param(
        "Có 88% chi bộ và 90% đảng viên hoàn thành tốt nhiệm vụ trở lên (Nghị quyết đều là trên 85%).",
        [
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên | = 88 | %",
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên | = 90 | %",
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên | > 85 | % | restated",
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên | > 85 | % | restated",
        ],
        id="one-target-quoted-for-both",
    ),
    pytest.param(
        "Cấp ủy giám sát 840 tổ chức đảng, 1.960 đảng viên, tăng tương ứng 9% và 14,5% so với nhiệm kỳ trước.",
        [
            "Số tổ chức đảng được cấp ủy giám sát | = 840 | tổ chức đảng | tăng 9%",
            "Số đảng viên được cấp ủy giám sát | = 1960 | đảng viên | tăng 14,5%",
        ],
        id="changes-of-two-counts-in-turn",
    ),
    pytest.param(
        "Tai nạn giao thông được kiềm chế, so với nhiệm kỳ trước giảm 31% số vụ, 18,5% số người chết và 40% số người bị thương.",
        [
            "Mức giảm vụ tai nạn giao thông | = 31 | %",
            "Mức giảm người chết do tai nạn giao thông | = 18.5 | %",
            "Mức giảm người bị thương do tai nạn giao thông | = 40 | %",
        ],
        id="victims-of-accidents-behind-a-comparison",
    ),
    pytest.param(
        "GRDP bình quân đầu người đạt 66 triệu đồng, vượt 2 triệu đồng so với Nghị quyết nhưng mới bằng 71% mức bình quân chung cả nước.",
        [
            "GRDP bình quân đầu người | = 66 | triệu đồng | vượt 2 triệu đồng so với Nghị quyết",
            "GRDP bình quân đầu người so với mức bình quân chung cả nước | = 71 | %",
        ],
        id="but-only-so-much-of-the-mean",
    ),
    pytest.param(
        "Sản lượng cá tra năm 2035 ước 90.000 tấn, cao hơn Nghị quyết 7.000 tấn.",
        ["Sản lượng cá tra | = 90000 | tấn | cao hơn Nghị quyết 7.000 tấn | estimate"],
        id="how-far-above-the-target-is-no-target",
    ),
    pytest.param(
        "Tỷ lệ thu hồi nợ thuế: 81%, chỉ tiêu 85%.",
        ["Tỷ lệ thu hồi nợ thuế | = 81 | %", "Tỷ lệ thu hồi nợ thuế | = 85 | % | restated"],
        id="target-behind-its-result-without-a-copula",
    ),
    pytest.param(
        "Có 14 cụm công nghiệp (tăng 04 cụm).",
        ["Số cụm công nghiệp | = 14 | cụm công nghiệp | tăng 04 cụm"],
        id="the-change-names-its-unit-short",
    ),
    pytest.param(
        "Sản lượng hàng qua cảng năm 2035 đạt 9 triệu tấn, tăng 2 lần so với năm 2030 (4,5 triệu tấn), vượt 6% so với Nghị quyết.",
        [
            "Sản lượng hàng qua cảng | = 9 | triệu tấn | tăng 2 lần so với năm 2030; vượt 6% so với Nghị quyết",
            "Sản lượng hàng qua cảng | = 4.5 | triệu tấn",
        ],
        id="the-base-in-a-bracket-and-what-goes-on-behind-it",
    ),
    pytest.param(
        "Kim ngạch xuất khẩu đạt 1,9 tỷ USD, tăng bình quân 8%/năm, trong đó thủy sản 1,1 tỷ USD (riêng cá tra chiếm 66%), gạo 300 triệu USD.",
        [
            "Kim ngạch xuất khẩu | = 1.9 | tỷ USD",
            "Tốc độ tăng kim ngạch xuất khẩu bình quân | = 8 | %/năm",
            "Kim ngạch xuất khẩu: thủy sản | = 1.1 | tỷ USD",
            "Tỷ trọng cá tra trong kim ngạch xuất khẩu thủy sản | = 66 | %",
            "Kim ngạch xuất khẩu: gạo | = 300 | triệu USD",
        ],
        id="parts-of-a-sum-behind-its-growth-and-a-bracket",
    ),
    pytest.param(
        "Cơ cấu kinh tế chuyển dịch đúng hướng, công nghiệp 40%, dịch vụ 35%; trong mức tăng trưởng 9%, công nghiệp đóng góp 4,5 điểm phần trăm, dịch vụ 3 điểm phần trăm.",
        [
            "Cơ cấu kinh tế: Công nghiệp | = 40 | %",
            "Cơ cấu kinh tế: Dịch vụ | = 35 | %",
            "Tốc độ tăng trưởng kinh tế | = 9 | %",
            "Đóng góp của công nghiệp vào tăng trưởng | = 4.5 | điểm phần trăm",
            "Đóng góp của dịch vụ vào tăng trưởng | = 3 | điểm phần trăm",
        ],
        id="points-that-sectors-give-to-growth",
    ),
    pytest.param(
        "Tổng thu ngân sách 5 năm đạt 40.000 tỷ đồng; riêng năm 2035 đạt 9.500 tỷ đồng.",
        ["Tổng thu ngân sách 5 năm | = 40000 | tỷ đồng", "Tổng thu ngân sách | = 9500 | tỷ đồng"],
        id="one-year-of-five",
    ),
    pytest.param(
        "Chỉ số PAR INDEX đạt 88%, xếp hạng 22, trong khi năm 2030 ở vị trí 40.",
        [
            "Chỉ số PAR INDEX | = 88 | %",
            "Xếp hạng Chỉ số PAR INDEX | = 22 | hạng",
            "Xếp hạng Chỉ số PAR INDEX | = 40 | hạng",
        ],
        id="ranked-with-nothing-behind-the-number",
    ),
    pytest.param(
        "Công tác tuyển quân đạt 100% chỉ tiêu được giao.",
        ["Tỷ lệ hoàn thành chỉ tiêu tuyển quân | = 100 | %"],
        id="how-much-of-what-was-ordered",
    ),
    pytest.param(
        "Còn 17 điểm sạt lở với tổng chiều dài 21 km, cần trên 900 tỷ đồng.",
        [
            "Số điểm sạt lở | = 17 | điểm sạt lở",
            "Tổng chiều dài điểm sạt lở | = 21 | km",
            "Kinh phí cần điểm sạt lở | > 900 | tỷ đồng",
        ],
        id="sites-are-counted-and-what-they-need",
    ),
    pytest.param(
        "Mặn xâm nhập làm thiệt hại 700 ha lúa, giá trị ước 30 tỷ đồng.",
        [
            "Diện tích lúa mặn xâm nhập làm thiệt hại | = 700 | ha",
            "Giá trị thiệt hại lúa | = 30 | tỷ đồng | estimate",
        ],
        id="worth-of-what-was-lost",
    ),
    pytest.param(
        "Mỗi năm đào tạo 400 kỹ sư, cử nhân công nghệ số.",
        ["Số kỹ sư, cử nhân công nghệ số được đào tạo | = 400 | kỹ sư"],
        id="two-kinds-of-people-in-one-count",
    ),
    pytest.param(
        "Diện tích nuôi nghêu 2.400 ha (đầu nhiệm kỳ mới có 900 ha).",
        ["Diện tích nuôi nghêu | = 2400 | ha", "Diện tích nuôi nghêu | = 900 | ha"],
        id="only-so-much-at-the-beginning-of-the-term",
    ),
    pytest.param(
        "Cầu Bến Dừa (dài 3 km, 2.100 tỷ đồng).",
        ["Chiều dài Cầu Bến Dừa | = 3 | km", "Tổng mức đầu tư Cầu Bến Dừa | = 2100 | tỷ đồng"],
        id="size-and-cost-in-the-bracket-of-a-work",
    ),
    pytest.param(
        "Tỉnh giảm 03 phòng chuyên môn (từ 12 còn 9), tinh giản 140 biên chế.",
        [
            "Số phòng chuyên môn được giảm | = 3 | phòng",
            "Số phòng chuyên môn | = 9 | phòng",
            "Số biên chế được tinh giản | = 140 | biên chế",
        ],
        id="how-many-are-left-in-a-bracket",
    ),
    pytest.param(
        "Thu ngân sách ước đạt 9.000 tỷ đồng, trong đó thu nội địa 7.000 tỷ đồng, thu từ xuất nhập khẩu 2.000 tỷ đồng.",
        [
            "Thu ngân sách | = 9000 | tỷ đồng | estimate",
            "Thu ngân sách: thu nội địa | = 7000 | tỷ đồng | estimate",
            "Thu ngân sách: thu từ xuất nhập khẩu | = 2000 | tỷ đồng | estimate",
        ],
        id="parts-of-an-estimated-sum",
    ),
    pytest.param(
        "Kéo giảm chi phí kho vận xuống còn 14%.",
        ["Tỷ lệ chi phí kho vận | = 14 | %"],
        id="pulled-down-to-a-level",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str], lexicon: Lexicon) -> None:
    """Each value under its own label, with what is compared and quoted."""
    assert [line(m) for m in sentence_to_measures(text, lexicon)] == expected
