"""What congresses of communes, companies and associations count and promise, on texts of our own about the invented
province Sơn Khê."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.model import Lexicon, Outline

REPORT = """ĐẢNG BỘ XÃ NẬM KHÊ
BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ xã khóa I trình Đại hội đại biểu Đảng bộ xã lần thứ II, nhiệm kỳ 2030 - 2035

I. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI LẦN THỨ I, NHIỆM KỲ 2025 - 2030

{results}

II. MỤC TIÊU NHIỆM KỲ 2030 - 2035

{goals}
"""

RESULTS = [
    pytest.param(
        "Đảng bộ xã long trọng mở Đại hội lần thứ I với sự tham gia của 95 đại biểu đại diện cho gần 410 đảng viên thuộc 18 chi bộ.",
        ["Số đại biểu dự Đại hội | 95 đại biểu", "Số đảng viên | ~410 đảng viên", "Số chi bộ | 18 chi bộ"],
        id="who came to a congress, and for whom they stand",
    ),
    pytest.param(
        "Dự Đại hội có 140 đại biểu chính thức, thay mặt 2.300 hội viên đang sinh hoạt tại 21 chi hội.",
        [
            "Số đại biểu chính thức dự Đại hội | 140 đại biểu",
            "Số hội viên | 2300 hội viên",
            "Số chi hội | 21 chi hội",
        ],
        id="members of an association",
    ),
    pytest.param(
        "Đại hội công bố quyết định chỉ định Ban Chấp hành Đảng bộ xã nhiệm kỳ mới gồm 23 ủy viên, Ban Thường vụ Đảng ủy có 9 ủy viên; "
        "bầu Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 12 đại biểu chính thức và 2 đại biểu dự khuyết.",
        [
            "Số ủy viên trong Ban Chấp hành Đảng bộ xã nhiệm kỳ mới | 23 ủy viên",
            "Số ủy viên trong Ban Thường vụ Đảng ủy | 9 ủy viên",
            "Số đại biểu chính thức dự Đại hội Đảng bộ tỉnh | 12 đại biểu",
            "Số đại biểu dự khuyết dự Đại hội Đảng bộ tỉnh | 2 đại biểu",
        ],
        id="committees and delegations",
    ),
    pytest.param(
        "Xã Nậm Khê được thành lập trên cơ sở hợp nhất 3 xã Nậm Khê, Pa Lưm và Tà Sung; có 27 bản.",
        ["Số bản | 27 bản"],
        id="what a place was made of is no result",
    ),
    pytest.param(
        "Sau sắp xếp, xã có diện tích tự nhiên 96,4 km2; 2 xã cũ đã đạt nhiều kết quả quan trọng.",
        ["Diện tích tự nhiên | 96.4 km2"],
        id="who has an area; nothing is said of how many have done well",
    ),
    pytest.param(
        "Trường có 240 giảng viên, trong đó 35% có trình độ tiến sĩ, 9% có chức danh giáo sư, phó giáo sư.",
        [
            "Số giảng viên | 240 giảng viên",
            "Tỷ lệ giảng viên có trình độ tiến sĩ | 35 %",
            "Tỷ lệ giảng viên có chức danh giáo sư, phó giáo sư | 9 %",
        ],
        id="shares of those counted before",
    ),
    pytest.param(
        "Xây mới 40 căn nhà nhân ái, trị giá 2,4 tỷ đồng; duy trì 62 tổ tiết kiệm và vay vốn; ký kết 18 thỏa ước lao động tập thể; "
        "giúp 900 hộ đạt tiêu chí gia đình 5 không, 3 sạch.",
        [
            "Số căn nhà nhân ái được xây mới | 40 căn nhà",
            "Trị giá căn nhà nhân ái | 2.4 tỷ đồng",
            "Số tổ tiết kiệm và vay vốn | 62 tổ",
            "Số thỏa ước lao động tập thể được ký kết | 18 thỏa ước",
            "Số hộ đạt tiêu chí gia đình 5 không, 3 sạch được giúp | 900 hộ",
        ],
        id="works of associations",
    ),
    pytest.param(
        "Tỷ lệ thôn có ít nhất 1 câu lạc bộ gia đình đạt 82%; 100% chi hội có quỹ đạt bình quân 150.000 đồng/hội viên trở lên.",
        [
            "Tỷ lệ thôn có ít nhất 1 câu lạc bộ gia đình | 82 %",
            "Tỷ lệ chi hội có quỹ đạt bình quân 150.000 đồng/hội viên trở lên | 100 %",
        ],
        id="a number inside what a share is of",
    ),
    pytest.param(
        "Số chi bộ trực thuộc giảm từ 41 xuống 26 (giảm 36,6%) thông qua sáp nhập thôn.",
        ["Số chi bộ trực thuộc | 26 chi bộ"],
        id="a count that its noun only opens",
    ),
    pytest.param(
        "Công ty hoàn thành chỉ tiêu về tỷ lệ tổn thất điện năng; hoàn thành vượt mức chỉ tiêu nộp ngân sách. "
        "Một số chi nhánh chưa đạt chỉ tiêu về năng suất lao động. Đã vượt chỉ tiêu kết nạp đảng viên.",
        ["Tỷ lệ tổn thất điện năng: Đạt", "Nộp ngân sách: Vượt", "Kết nạp đảng viên: Vượt"],
        id="a verdict before the target that it is on",
    ),
    pytest.param(
        "Xóa 120 căn nhà tạm với kinh phí 7 tỷ đồng; trao 300 suất quà trị giá 150 triệu đồng cho đoàn viên.",
        [
            "Số căn nhà tạm được xóa | 120 căn nhà",
            "Kinh phí xóa nhà tạm | 7 tỷ đồng",
            "Số suất quà được trao | 300 suất",
            "Trị giá suất quà | 150 triệu đồng",
        ],
        id="what a deed cost, and what things are worth",
    ),
    pytest.param(
        "Giai đoạn 2021 - 2025 đã huy động trên 900 tỷ đồng; các cấp Hội vận động được 80 triệu đồng; ủng hộ 40 triệu đồng phòng, chống dịch.",
        [
            "Vốn huy động | >900 tỷ đồng",
            "Số tiền cấp Hội vận động | 80 triệu đồng",
            "Kinh phí ủng hộ phòng, chống dịch | 40 triệu đồng",
        ],
        id="money that was raised",
    ),
    pytest.param(
        "Tăng trưởng kinh tế tiếp tục phát triển khá, bình quân 8,7%/năm; du lịch phục hồi mạnh, doanh thu đạt 90 tỷ đồng.",
        ["Tốc độ tăng kinh tế bình quân | 8.7 %/năm", "Doanh thu du lịch | 90 tỷ đồng"],
        id="what is only said of growth, and whose turnover",
    ),
    pytest.param(
        "Kết nạp đảng viên mới được 93 đồng chí; phát triển hội viên mới 400 hội viên; có 90 đoàn viên, thanh niên được học nghề.",
        [
            "Số đảng viên mới được kết nạp | 93 đồng chí",
            "Số hội viên mới được phát triển | 400 hội viên",
            "Số đoàn viên, thanh niên được học nghề | 90 đoàn viên, thanh niên",
        ],
        id="members whom the deed names",
    ),
    pytest.param(
        "Bình quân đạt 17 tiêu chí/xã, không có xã nào đạt dưới 14 tiêu chí.",
        ["Số tiêu chí/xã bình quân | 17 tiêu chí/xã", "Số xã đạt dưới 14 tiêu chí | 0 xã"],
        id="none below a number of criteria",
    ),
    pytest.param(
        "Dự Đại hội có 99 đại biểu, đại diện cho 400 đảng viên trong tổ chức Đảng thuộc 20 chi bộ đã thảo luận các văn kiện; "
        "đây là đại hội đầu tiên sau khi sáp nhập 2 Đảng bộ Nậm Khê và Tả Phìn.",
        [
            "Số đại biểu dự Đại hội | 99 đại biểu",
            "Số đảng viên | 400 đảng viên",
            "Số chi bộ | 20 chi bộ",
            "Số Đảng bộ Nậm Khê và Tả Phìn được sáp nhập | 2 Đảng bộ",
        ],
        id="what delegates do is not said of the cells",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Under a heading of results."""
    assert told_facts(outline_of(REPORT.format(results=text, goals="")), lexicon) == expected


GOALS = [
    pytest.param(
        "Ban Chấp hành Đảng bộ xã khóa II có 25 người, phấn đấu thu ngân sách đạt 14 tỷ đồng.",
        ["II: Thu ngân sách | 14 tỷ đồng", "Số người trong Ban Chấp hành Đảng bộ xã khóa II | 25 người"],
        id="a committee is no goal",
    ),
    pytest.param(
        "Mỗi năm, các cấp Hội hỗ trợ 75% phụ nữ có nhu cầu học nghề; mỗi chi hội xây dựng được từ một đến hai mô hình kinh tế; "
        "thực hiện ít nhất 4 công trình, phần việc thanh niên; kết nạp 15 hội viên mới/năm.",
        [
            "II: Tỷ lệ hỗ trợ phụ nữ có nhu cầu học nghề | 75 %",
            "II: Số mô hình kinh tế được mỗi chi hội xây dựng | 1..2 mô hình",
            "II: Số công trình, phần việc thanh niên | >=4 công trình, phần việc",
            "II: Số hội viên mới được kết nạp | 15 hội viên",
        ],
        id="who does it, and how many in words",
    ),
    pytest.param(
        "Trên 92% cán bộ Hội được bồi dưỡng kỹ năng, nghiệp vụ công tác vận động; 80% hội viên được tiếp cận thông tin, kiến thức pháp luật.",
        [
            "II: Tỷ lệ cán bộ Hội được bồi dưỡng kỹ năng, nghiệp vụ công tác vận động | >92 %",
            "II: Tỷ lệ hội viên được tiếp cận thông tin, kiến thức pháp luật | 80 %",
        ],
        id="the objects of a verb, told in a list",
    ),
    pytest.param(
        "Xã phấn đấu nhiệm kỳ 2030 - 2035 sẽ giảm tỷ lệ hộ nghèo đa chiều còn 3,4%.",
        ["II: Tỷ lệ hộ nghèo đa chiều | 3.4 %"],
        id="who will bring a rate down",
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Under a heading of goals."""
    assert told_facts(outline_of(REPORT.format(results="", goals=text)), lexicon) == expected


NEWS = [
    pytest.param(
        "Đại hội biểu quyết thông qua báo cáo đánh giá kết quả thực hiện nghị quyết; thống nhất 21 chỉ tiêu, trong đó đáng chú ý: "
        "thu ngân sách tăng bình quân 9%/năm trở lên; tỷ lệ đô thị hóa đạt 41%.",
        ["plan: Tốc độ tăng thu ngân sách bình quân | >=9 %", "plan: Tỷ lệ đô thị hóa | 41 %"],
        id="targets agreed on, behind what was approved",
    ),
    pytest.param(
        "Tỷ lệ bao phủ bảo hiểm y tế cũng sẽ được nâng lên 96%.",
        ["plan: Tỷ lệ bao phủ bảo hiểm y tế | 96 %"],
        id="what a rate will be raised to",
    ),
    pytest.param(
        "Tầm nhìn đến năm 2055, tỷ lệ hộ dùng nước sạch đạt 100%.",
        ["plan: Tỷ lệ hộ dùng nước sạch | 100 %"],
        id="a year that no report can tell of",
    ),
    pytest.param(
        "Nhiệm kỳ 2030 - 2035, Đoàn xã Nậm Khê tập trung đổi mới hoạt động; hằng năm, tư vấn việc làm cho trên 600 đoàn viên.",
        ["plan: Số đoàn viên được tư vấn việc làm | >600 đoàn viên"],
        id="what a term to come is for",
    ),
    pytest.param(
        "Đại hội thông qua 33 chỉ tiêu. Trong đó có 10 chỉ tiêu kinh tế, gồm: 65% cán bộ đạt trình độ cao đẳng, đại học trở lên.",
        ["plan: Tỷ lệ cán bộ đạt trình độ cao đẳng, đại học trở lên | 65 %"],
        id="how many targets are listed is no result",
    ),
    pytest.param(
        "Năm 2031, Đảng bộ sẽ thực hiện tốt một số chỉ tiêu chủ yếu như: tuyển quân đạt 100% chỉ tiêu.",
        ["plan: Tỷ lệ hoàn thành chỉ tiêu tuyển quân | 100 %"],
        id="what is to be carried out",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news(text: str, expected: list[str], outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """Without any heading."""
    assert told_facts(outline_of(text), lexicon) == expected
