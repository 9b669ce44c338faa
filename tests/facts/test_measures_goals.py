"""How resolutions and plans word their targets, on sentences of our own about invented places."""

from __future__ import annotations

import pytest

from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.model import Lexicon
from vankien.vietnamese import plain

CASES = [
    pytest.param(
        "Cơ cấu kinh tế tiếp tục chuyển dịch tích cực; ước năm 2031: Công nghiệp - xây dựng chiếm 51% (tăng 2% so với năm 2026); dịch vụ chiếm 30%.",
        ["Cơ cấu kinh tế: Công nghiệp - xây dựng | = 51 | %", "Cơ cấu kinh tế: Dịch vụ | = 30 | %"],
        id="a semicolon and a year open the list of the structure",
    ),
    pytest.param(
        "Tỷ lệ hộ dùng nước sạch đạt 61%, tiến tới 70% vào năm 2030 như Nghị quyết Đại hội đã đề ra.",
        ["Tỷ lệ hộ dùng nước sạch | = 61 | %", "Tỷ lệ hộ dùng nước sạch | = 70 | %"],
        id="a level on the way to another is no change",
    ),
    pytest.param(
        "Tốc độ tăng giá trị sản xuất (giá so sánh năm 2010) đạt 9%.",
        ["Tốc độ tăng giá trị sản xuất | = 9 | %"],
        id="the year of the prices is no time of the value",
    ),
    pytest.param(
        "Tỷ lệ huy động vào ngân sách đạt 21% - 22,5% GRDP; sản lượng chè đạt 2,5  - 3 nghìn tấn.",
        ["Tỷ lệ huy động vào ngân sách | range 21..22.5 | % GRDP", "Sản lượng chè | range 2.5..3 | nghìn tấn"],
        id="ranges with a sign behind each end, and with wide blanks",
    ),
    pytest.param(
        "Mức giảm tỷ suất sinh thô: 0,02%o; tỷ lệ sinh con thứ 3 thấp hơn năm trước.",
        ["Mức giảm tỷ suất sinh thô | = 0.02 | ‰"],
        id="per mille as it is typed; the third child is no rank",
    ),
    pytest.param(
        "Cơ cấu kinh tế: CN - TTCN - xây dựng 41%; Dịch vụ - Thương mại 34%; Nông - Lâm nghiệp 25%.",
        [
            "Cơ cấu kinh tế: CN - TTCN - xây dựng | = 41 | %",
            "Cơ cấu kinh tế: Dịch vụ - Thương mại | = 34 | %",
            "Cơ cấu kinh tế: Nông - Lâm nghiệp | = 25 | %",
        ],
        id="sectors joined by a dash before a capital",
    ),
    pytest.param(
        "Tỷ lệ xã đạt chuẩn nông thôn mới đạt 60% (9 xã), trong đó tỷ lệ xã đạt chuẩn nâng cao 20% (3 xã).",
        [
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 60 | %",
            "Số xã đạt chuẩn nông thôn mới | = 9 | xã",
            "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao | = 20 | %",
            "Số xã đạt chuẩn nông thôn mới nâng cao | = 3 | xã",
        ],
        id="how many a share makes, in a bracket",
    ),
    pytest.param(
        "Đạt tỷ lệ 14 bác sĩ/vạn dân, 35 giường bệnh/vạn dân.",
        ["Số bác sĩ/vạn dân | = 14 | bác sĩ/vạn dân", "Số giường bệnh/vạn dân | = 35 | giường bệnh/vạn dân"],
        id="a rate called a rate",
    ),
    pytest.param(
        "Kinh tế số đóng góp khoảng 20% đến năm 2035, 30% đến năm 2040 trong GRDP của tỉnh.",
        [
            "Tỷ lệ đóng góp của kinh tế số | ~ 20 | %",
            "Tỷ lệ đóng góp của kinh tế số trong GRDP của tỉnh | = 30 | %",
        ],
        id="the same share at a later date",
    ),
    pytest.param(
        "Tổng đàn trâu đạt 500 con, lợn đạt 1.200 con, gia cầm đạt 9.000 con trở lên.",
        ["Tổng đàn trâu | = 500 | con", "Tổng đàn lợn | = 1200 | con", "Tổng đàn gia cầm | >= 9000 | con"],
        id="herds",
    ),
    pytest.param(
        "Số hộ kinh doanh: 250 hộ, trong đó: thủ công: 80 hộ; vận tải: 170 hộ.",
        [
            "Số hộ kinh doanh | = 250 | hộ",
            "Số hộ kinh doanh: Thủ công | = 80 | hộ",
            "Số hộ kinh doanh: Vận tải | = 170 | hộ",
        ],
        id="kinds before a colon",
    ),
    pytest.param(
        "Đó là tăng trưởng kinh tế đạt hai con số từ 10 - 11%; thu ngân sách sẽ tăng 40%.",
        ["Tốc độ tăng kinh tế | range 10..11 | %", "Tốc độ tăng thu ngân sách | = 40 | %"],
        id="two digits are no value, the future is no part of the label",
    ),
    pytest.param(
        "Tỷ lệ che phủ rừng 53%, 80% số hộ nông thôn được dùng nước sạch.",
        ["Tỷ lệ che phủ rừng | = 53 | %", "Tỷ lệ hộ nông thôn được dùng nước sạch | = 80 | %"],
        id="a predicate is not of a share that has said what it is of",
    ),
    pytest.param(
        "Mức sinh hợp lý (bình quân mỗi phụ nữ có 2,1 con); chiều cao nam giới đạt 1,69 m.",
        ["Số con bình quân mỗi phụ nữ | = 2.1 | con", "Chiều cao nam giới | = 1.69 | m"],
        id="children to each woman; height is a head of its own",
    ),
    pytest.param(
        "Có 60% học sinh trung học được học 2 buổi/ngày; ít nhất 2 trường đại học thuộc nhóm 300 trường hàng đầu châu lục.",
        ["Tỷ lệ học sinh trung học được học 2 buổi/ngày | = 60 | %", "Số trường đại học thuộc nhóm 300 trường hàng đầu châu lục | >= 2 | trường"],
        id="numbers that say which ones are counted",
    ),
    pytest.param(
        "Phấn đấu không có tổ chức đảng không hoàn thành nhiệm vụ; 9/9 xã không có điểm, tụ điểm về ma túy.",
        [
            "Số tổ chức đảng không hoàn thành nhiệm vụ | = 0 | tổ chức đảng",
            "Số xã không có điểm, tụ điểm về ma túy | = 9 | xã",
        ],
        id="none is to be there; words that stand together",
    ),
    pytest.param(
        "Tổng thu ngân sách vượt từ 5% trở lên so với chỉ tiêu huyện giao.",
        ["Mức vượt tổng thu ngân sách so với chỉ tiêu huyện giao | >= 5 | %"],
        id="by how much more than was asked for",
    ),
    pytest.param(
        "Tổng giá trị sản xuất: 90 tỷ đồng; Trong đó: Dịch vụ: 40 tỷ đồng, tăng 0,5 lần so với năm 2030; Nông nghiệp: 50 tỷ đồng, bằng năm 2030.",
        [
            "Tổng giá trị sản xuất | = 90 | tỷ đồng",
            "Giá trị sản xuất: dịch vụ | = 40 | tỷ đồng",
            "Giá trị sản xuất: nông nghiệp | = 50 | tỷ đồng",
        ],
        id="the next part is of the whole and not of the part before",
    ),
    pytest.param(
        "Doanh thu du lịch gấp 2 lần năm 2030; vốn đầu tư cho y tế ít nhất gấp hai lần giai đoạn 2026 - 2030.",
        [
            "Doanh thu du lịch so với năm 2030 | = 2 | lần",
            "Vốn đầu tư cho y tế so với giai đoạn 2026 - 2030 | >= 2 | lần",
        ],
        id="multiples of an earlier year, in words too",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm 3% trở lên (còn 7%); số hộ dùng nước sạch tăng từ 4 - 5% (để đạt 60% trở lên).",
        [
            "Mức giảm tỷ lệ hộ nghèo | >= 3 | %",
            "Tỷ lệ hộ nghèo | = 7 | %",
            "Tốc độ tăng số hộ dùng nước sạch | range 4..5 | %",
            "Tỷ lệ hộ dùng nước sạch | >= 60 | %",
        ],
        id="the level that a change reaches, in a bracket",
    ),
    pytest.param(
        "Có 92% đảng viên hoàn thành tốt nhiệm vụ, trong đó không quá 20% hoàn thành xuất sắc nhiệm vụ.",
        [
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ | = 92 | %",
            "Tỷ lệ đảng viên hoàn thành xuất sắc nhiệm vụ | <= 20 | %",
        ],
        id="the best of those that did well",
    ),
    pytest.param(
        "Thu cân đối ngân sách xã: tăng 10%/năm trở lên.",
        ["Tốc độ tăng thu cân đối ngân sách xã | >= 10 | %/năm"],
        id="what grows, before a colon",
    ),
    pytest.param(
        "Vận động 50 hộ gia đình đạt tiêu chí “Gia đình 5 không, 3 sạch”; 12 hộ đạt 8 tiêu chí; có 7 xã đạt 19 tiêu chí nông thôn mới; giảm số xã đạt dưới 10 tiêu chí xuống 4 xã.",
        [
            "Số hộ gia đình đạt tiêu chí “Gia đình 5 không, 3 sạch” được vận động | = 50 | hộ",
            "Số hộ đạt 8 tiêu chí | = 12 | hộ",
            "Số xã đạt 19 tiêu chí nông thôn mới | = 7 | xã",
            "Số xã đạt dưới 10 tiêu chí | = 4 | xã",
        ],
        id="the numbers of a slogan and of criteria belong to what is counted",
    ),
    pytest.param(
        "Hằng năm làm giảm ít nhất 5% số vụ cháy; 80 % đường trên địa bàn xã được thắp sáng; phấn đấu hết nhiệm kỳ 100% thôn có nhà văn hóa.",
        ["Mức giảm vụ cháy | >= 5 | %", "Tỷ lệ đường được thắp sáng | = 80 | %", "Tỷ lệ thôn có nhà văn hóa | = 100 | %"],
        id="half of a verb, a place before the predicate, and the end of the term",
    ),
    pytest.param(
        "Đến năm 2030 cơ cấu kinh tế công nghiệp - dịch vụ - nông nghiệp là 46%, 33%, 21%; đến năm 2035 cơ cấu tương ứng là 52%, 34% và 14%.",
        [
            "Cơ cấu kinh tế: Công nghiệp | = 46 | %",
            "Cơ cấu kinh tế: Dịch vụ | = 33 | %",
            "Cơ cấu kinh tế: Nông nghiệp | = 21 | %",
            "Cơ cấu kinh tế: Công nghiệp | = 52 | %",
            "Cơ cấu kinh tế: Dịch vụ | = 34 | %",
            "Cơ cấu kinh tế: Nông nghiệp | = 14 | %",
        ],
        id="parts joined by strokes, and their shares in turn",
    ),
    pytest.param(
        "Đạt 15 nghìn ha diện tích chè; giá trị sản xuất trên 1ha đất trồng đạt 140 triệu đồng, định hướng đến năm 2035 đạt trên 170 triệu đồng; lúa nước 2 vụ 40 ha.",
        [
            "Diện tích chè | = 15 | nghìn ha",
            "Giá trị sản xuất trên 1ha đất trồng | = 140 | triệu đồng",
            "Giá trị sản xuất trên 1ha đất trồng | > 170 | triệu đồng",
            "Diện tích lúa nước 2 vụ | = 40 | ha",
        ],
        id="a hectare written together, an orientation, two crops a year, an area named behind its value",
    ),
    pytest.param(
        "Tỷ lệ đi học đúng độ tuổi cấp tiểu học đạt 99%, cấp trung học cơ sở đạt 97%; quy mô đào tạo khoảng 2.000 sinh viên vào năm 2035 và 3.000 sinh viên năm 2045.",
        [
            "Tỷ lệ đi học đúng độ tuổi cấp tiểu học | = 99 | %",
            "Tỷ lệ đi học đúng độ tuổi cấp trung học cơ sở | = 97 | %",
            "Quy mô đào tạo | ~ 2000 | sinh viên",
            "Quy mô đào tạo | = 3000 | sinh viên",
        ],
        id="the next level of schools, the same scale in a later year",
    ),
    pytest.param(
        "Nâng cao giá trị của sản phẩm nông nghiệp, trong đó chú trọng chế biến, phấn đấu có 20 sản phẩm đạt 3 sao; công đoàn Khu kinh tế phấn đấu thành lập thêm 3 chi nhánh.",
        ["Số sản phẩm đạt 3 sao | = 20 | sản phẩm", "Số chi nhánh được thành lập | = 3 | chi nhánh"],
        id="what a goal stands behind is no part of its label",
    ),
    pytest.param(
        "Năm 2036, xã phấn đấu thu ngân sách đạt 14 tỷ đồng; tổng mức bán lẻ hàng hóa, doanh thu dịch vụ 90 tỷ đồng; xã có 2.100 hộ dân; giúp 30 hộ do phụ nữ làm chủ thoát nghèo.",
        [
            "Thu ngân sách | = 14 | tỷ đồng",
            "Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ | = 90 | tỷ đồng",
            "Số hộ dân | = 2100 | hộ",
            "Số hộ do phụ nữ làm chủ thoát nghèo được giúp | = 30 | hộ",
        ],
        id="the place that strives or has; one name with a comma; whose households",
    ),
    pytest.param(
        "Đến năm 2035 có 1.200 doanh nghiệp hoạt động, trong đó ít nhất 20 doanh nghiệp có vốn trên 90 tỷ đồng; tầm nhìn đến năm 2045, du lịch đóng góp 15% GRDP.",
        [
            "Số doanh nghiệp hoạt động | = 1200 | doanh nghiệp",
            "Số doanh nghiệp có vốn trên 90 tỷ đồng | >= 20 | doanh nghiệp",
            "Tỷ lệ đóng góp của du lịch vào GRDP | = 15 | % GRDP",
        ],
        id="the capital says which are counted; a vision gives nothing itself",
    ),
    pytest.param(
        "Thứ nhất, tỷ lệ hộ nghèo giảm còn 2%; 95% hồ sơ được trả sau 3 ngày làm việc; 12 xã có đường ô tô đi được 4 mùa; An Thuận có 5 trường học.",
        [
            "Tỷ lệ hộ nghèo | = 2 | %",
            "Tỷ lệ hồ sơ được trả sau 3 ngày làm việc | = 95 | %",
            "Số xã có đường ô tô đi được 4 mùa | = 12 | xã",
            "Số trường học | = 5 | trường",
        ],
        id="an ordinal that opens a sentence, after how long, a road for all seasons, and a name that has",
    ),
]  # fmt: skip


def line(measure: Measure) -> str:
    quantity = measure.quantity
    upper = f"..{plain(quantity.upper)}" if quantity.upper is not None else ""
    return f"{measure.label} | {quantity.comparator} {plain(quantity.value)}{upper} | {quantity.unit or '-'}"


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_sentence_to_measures(lexicon: Lexicon, sentence: str, expected: list[str]) -> None:
    assert [line(m) for m in sentence_to_measures(sentence, lexicon)] == expected
