"""What was done to the things that a report counts: deeds without their time and the committees of every level, owners,
fields and kinds that are no deeds; levels; and what money, areas and rates are of where a clause leaves it out. On sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import line_of
from vankien.facts import FINDERS, find_facts
from vankien.model import Lexicon, Observation, Outline

HEAD = """TỈNH ỦY SƠN BÌNH
*
Số 41-BC/TU	Sơn Bình, ngày 3 tháng 9 năm 2030

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035
-----
I- KẾT QUẢ ĐẠT ĐƯỢC
"""

COUNTS = [
    pytest.param(
        "Cả nhiệm kỳ kết nạp 4.120 đảng viên. 5 năm giải quyết việc làm cho 61.000 lao động.",
        ["Số đảng viên được kết nạp | 4120 đảng viên", "Số lao động được giải quyết việc làm | 61000 lao động"],
        id="the-time-is-no-part-of-the-deed",
    ),
    pytest.param(
        "Ủy ban kiểm tra các cấp thi hành kỷ luật 17 tổ chức đảng và 208 đảng viên.",
        [
            "Số tổ chức đảng được thi hành kỷ luật | 17 tổ chức đảng",
            "Số đảng viên được thi hành kỷ luật | 208 đảng viên",
        ],
        id="who-punishes-on-every-level",
    ),
    pytest.param(
        "Tỉnh ủy ban hành 6 nghị quyết chuyên đề, 31 kế hoạch.",
        [
            "Số nghị quyết chuyên đề được tỉnh ủy ban hành | 6 nghị quyết",
            "Số kế hoạch được tỉnh ủy ban hành | 31 kế hoạch",
        ],
        id="the-committee-keeps-its-name",
    ),
    pytest.param(
        "Đảng bộ tỉnh có 9 đảng bộ trực thuộc, 418 tổ chức cơ sở đảng.",
        ["Số đảng bộ trực thuộc đảng bộ tỉnh | 9 đảng bộ", "Số tổ chức cơ sở đảng | 418 tổ chức cơ sở đảng"],
        id="an-owner-does-nothing",
    ),
    pytest.param(
        "Thu hút 40 dự án, trong đó lĩnh vực nông nghiệp 12 dự án.",
        ["Số dự án được thu hút | 40 dự án", "Số dự án lĩnh vực nông nghiệp | 12 dự án"],
        id="a-field-does-nothing",
    ),
    pytest.param(
        "Các huyện miền núi và hai huyện biên giới đã tập trung triển khai mô hình bếp ăn bán trú vùng cao tại 7 huyện.",
        ["Số huyện được triển khai mô hình bếp ăn bán trú vùng cao | 7 huyện"],
        id="a-long-deed-begins-with-a-whole-verb",
    ),
    pytest.param(
        "Các cấp hội duy trì hoạt động của 37 mô hình câu lạc bộ.",
        ["Số mô hình câu lạc bộ được duy trì hoạt động | 37 mô hình"],
        id="no-preposition-at-the-end",
    ),
    pytest.param(
        "Đưa vào khai thác 9 nhà máy điện mặt trời, tổng công suất đạt 210 MW.",
        [
            "Số nhà máy điện mặt trời được đưa vào khai thác | 9 nhà máy",
            "Tổng công suất nhà máy điện mặt trời được đưa vào khai thác | 210 MW",
        ],
        id="put-to-use-keeps-its-verb",
    ),
    pytest.param(
        "Tỉnh giữ nguyên phần vốn nhà nước tại Công ty cổ phần Nước sạch Sơn Bình và thoái vốn nhà nước tại 4 doanh nghiệp.",
        ["Số doanh nghiệp được thoái vốn nhà nước | 4 doanh nghiệp"],
        id="the-last-of-two-deeds",
    ),
    pytest.param(
        "Sở đã cấp giấy phép và quyết định chủ trương mở bến cho 26 hợp tác xã.",
        ["Số hợp tác xã được cấp giấy phép và quyết định chủ trương mở bến | 26 hợp tác xã"],
        id="a-deed-with-its-object",
    ),
    pytest.param(
        "Thực hiện đầy đủ chế độ, chính sách cho 730 lượt dân quân.",
        ["Số lượt dân quân được thực hiện chế độ, chính sách | 730 lượt"],
        id="a-policy-is-carried-out",
    ),
    pytest.param(
        "Đào tạo, bồi dưỡng cho 4.310 lượt giáo viên theo vị trí và tạo nguồn cho lớp sau.",
        ["Số lượt giáo viên theo vị trí được đào tạo, bồi dưỡng | 4310 lượt"],
        id="words-that-always-stand-together",
    ),
    pytest.param(
        "Giảm 45 biên chế cơ quan Đảng; 612 biên chế khối chính quyền.",
        ["Số biên chế cơ quan Đảng giảm | 45 biên chế", "Số biên chế khối chính quyền giảm | 612 biên chế"],
        id="fewer-of-both",
    ),
    pytest.param(
        "Duy trì 3 doanh nghiệp 100% vốn nhà nước.",
        ["Số doanh nghiệp 100% vốn nhà nước | 3 doanh nghiệp"],
        id="whose-a-company-is-is-no-count",
    ),
    pytest.param(
        "Thu hút 12 dự án cùng với 3 hợp tác xã.",
        ["Số dự án được thu hút | 12 dự án", "Số hợp tác xã được thu hút | 3 hợp tác xã"],
        id="together-with-is-and",
    ),
    pytest.param(
        "Vẫn giữ 3 công ty cổ phần có 100% vốn nhà nước.",
        ["Số công ty cổ phần có 100% vốn nhà nước | 3 công ty"],
        id="nor-is-the-state-having-all-of-it",
    ),
    pytest.param(
        "Ký kết hợp tác giữa 6 huyện ven sông.",
        ["Số huyện ven sông được ký kết hợp tác | 6 huyện"],
        id="between-is-no-bound",
    ),
    pytest.param(
        "Đã công nhận 95 nghệ nhân dân gian và thực hiện đầy đủ chế độ với họ.",
        ["Số nghệ nhân dân gian được công nhận | 95 nghệ nhân"],
        id="another-deed-behind-the-counted",
    ),
]

LEVELS = [
    pytest.param(
        "Tổ chức 1.820 cuộc giám sát chuyên đề (cấp tỉnh 35 cuộc; cấp huyện 164 cuộc; cấp xã 1.621 cuộc).",
        [
            "Số cuộc giám sát chuyên đề được tổ chức | 1820 cuộc",
            "Số cuộc giám sát chuyên đề được tổ chức cấp tỉnh | 35 cuộc",
            "Số cuộc giám sát chuyên đề được tổ chức cấp huyện | 164 cuộc",
            "Số cuộc giám sát chuyên đề được tổ chức cấp xã | 1621 cuộc",
        ],
        id="on-each-level",
    ),
    pytest.param(
        "Tiếp nhận 17.300 ý kiến, kiến nghị, trong đó cấp tỉnh 380, cấp xã 16.920 ý kiến.",
        [
            "Số ý kiến, kiến nghị được tiếp nhận | 17300 ý kiến, kiến nghị",
            "Số ý kiến, kiến nghị được tiếp nhận cấp tỉnh | 380 ý kiến",
            "Số ý kiến, kiến nghị được tiếp nhận cấp xã | 16920 ý kiến",
        ],
        id="on-each-level-with-the-noun-behind-the-last",
    ),
    pytest.param(
        "Có 920 hộ đạt danh hiệu sản xuất, kinh doanh an toàn các cấp, trong đó cấp tỉnh 84 hộ.",
        [
            "Số hộ đạt danh hiệu sản xuất, kinh doanh an toàn các cấp | 920 hộ",
            "Số hộ đạt danh hiệu sản xuất, kinh doanh an toàn cấp tỉnh | 84 hộ",
        ],
        id="on-one-of-all-levels",
    ),
]

MEASURED = [
    pytest.param(
        "Sau thanh tra phát hiện sai phạm 6,1 tỷ đồng; đã thu hồi 5,2 tỷ đồng, đạt 85%.",
        [
            "Số tiền sai phạm được phát hiện | 6.1 tỷ đồng",
            "Số tiền thu hồi | 5.2 tỷ đồng",
            "Tỷ lệ thu hồi | 85 %",
        ],
        id="what-an-inspection-finds-and-takes-back",
    ),
    pytest.param(
        "Có 38 bến cảng đã hoàn thành, đưa vào sử dụng với vốn khoảng 1.900 tỷ đồng.",
        ["Số bến cảng đã hoàn thành | 38 bến cảng", "Vốn bến cảng đã hoàn thành | ~1900 tỷ đồng"],
        id="the-money-of-what-was-counted",
    ),
    pytest.param(
        "Thực hiện chính sách cho thợ giỏi làng nghề với kinh phí 3,4 tỷ đồng.",
        ["Kinh phí chính sách cho thợ giỏi làng nghề | 3.4 tỷ đồng"],
        id="the-money-of-a-deed",
    ),
    pytest.param(
        "Thu hút các nguồn lực viện trợ nước ngoài đạt bình quân trên 2 triệu USD/năm.",
        ["Nguồn lực viện trợ nước ngoài bình quân | >2 triệu USD/năm"],
        id="what-was-brought-in",
    ),
    pytest.param(
        "Tập trung phát triển cây quế, lũy kế đến nay đã trồng được 840,5 ha.",
        ["Diện tích trồng cây quế | 840.5 ha"],
        id="the-crop-of-the-clause-before",
    ),
    pytest.param(
        "Tỷ trọng vốn tư nhân tiếp tục tăng, năm 2030 đạt 48,6%.",
        ["Tỷ trọng vốn tư nhân | 48.6 %"],
        id="where-a-rising-rate-stands",
    ),
    pytest.param(
        "Thu gom, xử lý nước thải ở các khu công nghiệp có nền nếp, tỷ lệ thu gom, xử lý đạt 93%.",
        ["Tỷ lệ thu gom, xử lý nước thải ở các khu công nghiệp | 93 %"],
        id="the-rate-of-the-deed-before",
    ),
    pytest.param(
        "Lĩnh vực nông nghiệp, thủy lợi, môi trường chiếm 7,4% vốn ngân sách xã; lĩnh vực giáo dục chiếm 11% vốn ngân sách xã.",
        [
            "Tỷ trọng lĩnh vực nông nghiệp, thủy lợi, môi trường trong vốn ngân sách xã | 7.4 %",
            "Tỷ trọng lĩnh vực giáo dục trong vốn ngân sách xã | 11 %",
        ],
        id="a-list-of-fields-and-another-one",
    ),
    pytest.param(
        "Cơ quan, đơn vị, doanh nghiệp đạt chuẩn an toàn giao thông đạt 93%.",
        ["Tỷ lệ cơ quan, đơn vị, doanh nghiệp đạt chuẩn an toàn giao thông | 93 %"],
        id="a-list-of-places-of-work",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*COUNTS, *LEVELS, *MEASURED])
def test_counts_and_what_was_done_to_them(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, expected: list[str]
) -> None:
    found = find_facts(outline_of(f"{HEAD}{text}\n"), lexicon, FINDERS)
    assert [line_of(fact) for fact in found.of(Observation)] == expected
