"""What short labels take from the head of their clause, their whole or their project, on sentences of our own."""

from __future__ import annotations

import pytest

from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.model import Lexicon
from vankien.vietnamese import plain


def line(measure: Measure) -> str:
    """Label, comparator with value, unit, then what is compared or estimated."""
    quantity = measure.quantity
    text = f"{measure.label} | {quantity.comparator} {plain(quantity.value)} | {quantity.unit or '-'}"
    return " | ".join([text, *(e for e in (measure.change, measure.status) if e)])


WHOLES = [
    pytest.param(
        "Năm 2031 GRDP đạt 90 nghìn tỷ đồng; tính theo đầu người là 70 triệu đồng; tăng trưởng đạt 9%.",
        ["GRDP | = 90 | nghìn tỷ đồng", "GRDP bình quân đầu người | = 70 | triệu đồng", "Tốc độ tăng GRDP | = 9 | %"],
        id="a-sum-to-each-head-and-the-growth-of-the-whole",
    ),
    pytest.param(
        "Sau hợp nhất, tỉnh có diện tích tự nhiên 6.100 km2.",
        ["Diện tích tự nhiên | = 6100 | km2"],
        id="since-when-says-nothing-of-what",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 4%; đầu nhiệm kỳ (năm 2031) là 9%.",
        ["Tỷ lệ hộ nghèo | = 4 | %", "Tỷ lệ hộ nghèo | = 9 | %"],
        id="the-same-when-the-term-began",
    ),
    pytest.param(
        "Nhựa hóa, bê tông hóa 100% đường xã, 85% đường thôn.",
        ["Tỷ lệ nhựa hóa, bê tông hóa đường xã | = 100 | %", "Tỷ lệ nhựa hóa, bê tông hóa đường thôn | = 85 | %"],
        id="a-pair-of-verbs-that-two-shares-have-in-common",
    ),
    pytest.param(
        "Tỷ lệ điều tra, khám phá án trên 88%, án rất nghiêm trọng, đặc biệt nghiêm trọng trên 96%.",
        [
            "Tỷ lệ điều tra, khám phá án | > 88 | %",
            "Tỷ lệ điều tra, khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng | > 96 | %",
        ],
        id="very-serious-and-most-serious-cases",
    ),
    pytest.param(
        "Đã xóa 1.820 nhà tạm, tổng kinh phí 115,9 tỷ đồng, trong đó ngân sách tỉnh 46,2 tỷ đồng, xã hội hóa 69,7 tỷ đồng.",
        [
            "Số nhà tạm được xóa | = 1820 | nhà",
            "Tổng kinh phí xóa nhà tạm | = 115.9 | tỷ đồng",
            "Kinh phí xóa nhà tạm: ngân sách tỉnh | = 46.2 | tỷ đồng",
            "Kinh phí xóa nhà tạm: xã hội hóa | = 69.7 | tỷ đồng",
        ],
        id="parts-of-a-sum-behind-in-which",
    ),
    pytest.param(
        "Tổng kinh phí thực hiện giai đoạn 2026 - 2030 dự kiến 420 tỷ đồng, gồm: ngân sách trung ương 230 tỷ đồng; ngân sách tỉnh 190 tỷ đồng.",
        [
            "Tổng kinh phí thực hiện | = 420 | tỷ đồng",
            "Kinh phí thực hiện: ngân sách trung ương | = 230 | tỷ đồng",
            "Kinh phí thực hiện: ngân sách tỉnh | = 190 | tỷ đồng",
        ],
        id="parts-of-a-sum-behind-made-up-of",
    ),
    pytest.param(
        "Tổng lượt khách du lịch ước đạt 1.300 nghìn lượt, trong đó khách nội địa 1.240 nghìn lượt, khách quốc tế 60 nghìn lượt.",
        [
            "Tổng lượt khách du lịch | = 1300 | nghìn lượt | estimate",
            "Tổng lượt khách du lịch: Khách nội địa | = 1240 | nghìn lượt | estimate",
            "Tổng lượt khách du lịch: Khách quốc tế | = 60 | nghìn lượt | estimate",
        ],
        id="visitors-of-two-kinds",
    ),
    pytest.param(
        "Tổng kinh phí dự kiến 310 tỷ đồng, trong đó: giai đoạn 2025 - 2027 là 190 tỷ đồng (ngân sách tỉnh 150 tỷ đồng, ngân sách trung ương hỗ trợ 40 tỷ đồng); giai đoạn 2028 - 2030 là 120 tỷ đồng.",
        [
            "Tổng kinh phí | = 310 | tỷ đồng",
            "Tổng kinh phí | = 190 | tỷ đồng",
            "Kinh phí: ngân sách tỉnh | = 150 | tỷ đồng",
            "Kinh phí: ngân sách trung ương hỗ trợ | = 40 | tỷ đồng",
            "Tổng kinh phí | = 120 | tỷ đồng",
        ],
        id="a-bracket-in-the-list-of-parts-is-left-again",
    ),
]
PROJECTS = [
    pytest.param(
        "Có 12/16 trường mầm non đạt chuẩn quốc gia (tỷ lệ 75%), tăng 2 trường.",
        [
            "Số trường mầm non đạt chuẩn quốc gia | = 12 | trường | tăng 2 trường",
            "Tỷ lệ trường mầm non đạt chuẩn quốc gia | = 75 | %",
        ],
        id="the-share-in-brackets-of-what-is-counted",
    ),
    pytest.param(
        "Đầu tư xây dựng Bệnh viện Đa khoa tỉnh quy mô 600 giường.",
        ["Quy mô Bệnh viện Đa khoa tỉnh | = 600 | giường"],
        id="beds",
    ),
    pytest.param(
        "Sớm đầu tư Dự án nâng cấp đường Bình Trì - Tân Sách dài 9,2 km, tổng mức đầu tư 81 tỷ đồng.",
        [
            "Chiều dài Dự án nâng cấp đường Bình Trì - Tân Sách | = 9.2 | km",
            "Tổng mức đầu tư Dự án nâng cấp đường Bình Trì - Tân Sách | = 81 | tỷ đồng",
        ],
        id="length-and-cost-of-a-road-between-two-places",
    ),
    pytest.param(
        "Hoàn thành Dự án cao tốc Bình Trì - Cửa khẩu Tân Sách (giai đoạn 1) dài 31 km.",
        ["Chiều dài Dự án cao tốc Bình Trì - Cửa khẩu Tân Sách | = 31 | km"],
        id="length-of-a-road-to-a-border-gate",
    ),
    pytest.param(
        "Hình thành Khu công nghệ thông tin tập trung Sơn Bình quy mô 52 ha.",
        ["Quy mô Khu công nghệ thông tin tập trung Sơn Bình | = 52 | ha"],
        id="area",
    ),
]
LISTS = [
    pytest.param(
        "100% các cấp ủy, tổ chức đảng, chính quyền, trường học, đơn vị bắt tay vào chuyển đổi số.",
        [
            "Tỷ lệ cấp ủy, tổ chức đảng, chính quyền, trường học, đơn vị bắt tay vào chuyển đổi số | = 100 | %",
        ],
        id="share-of-a-long-list",
    ),
    pytest.param(
        "100% cấp ủy, tổ chức đảng, 96% chiến sĩ, đảng viên, 80% quần chúng tham gia học tập nghị quyết.",
        [
            "Tỷ lệ cấp ủy, tổ chức đảng tham gia học tập nghị quyết | = 100 | %",
            "Tỷ lệ chiến sĩ, đảng viên tham gia học tập nghị quyết | = 96 | %",
            "Tỷ lệ quần chúng tham gia học tập nghị quyết | = 80 | %",
        ],
        id="one-predicate-for-three-lists",
    ),
]

HEADS = [
    pytest.param(
        "Tai nạn giao thông xảy ra 120 vụ, làm chết 70 người, bị thương 85 người; so với cùng kỳ giảm 20 vụ, giảm 9 người chết.",
        [
            "Số vụ tai nạn giao thông | = 120 | vụ | giảm 20 vụ",
            "Số người chết do tai nạn giao thông | = 70 | người | giảm 9 người chết",
            "Số người bị thương do tai nạn giao thông | = 85 | người",
        ],
        id="victims-of-accidents",
    ),
    pytest.param(
        "Xảy ra 05 vụ ngộ độc thực phẩm làm 41 người mắc, không có tử vong.",
        ["Số vụ ngộ độc thực phẩm | = 5 | vụ", "Số người mắc do ngộ độc thực phẩm | = 41 | người"],
        id="victims-of-poisoning",
    ),
    pytest.param(
        "Đầu tư công: Tổng kế hoạch vốn năm 2025 là 4.200 tỷ đồng; đến ngày 15/6/2025 đã giải ngân 1.900 tỷ đồng, đạt 45% kế hoạch.",
        ["Tổng kế hoạch vốn | = 4200 | tỷ đồng", "Giải ngân vốn đầu tư công | = 1900 | tỷ đồng | đạt 45% kế hoạch"],
        id="paid-of-the-head-of-the-paragraph",
    ),
    pytest.param(
        "Giải ngân vốn 03 chương trình mục tiêu quốc gia chỉ đạt 31,2%.",
        ["Tỷ lệ giải ngân vốn 03 chương trình mục tiêu quốc gia | = 31.2 | %"],
        id="number-in-the-name-of-what-is-paid",
    ),
    pytest.param(
        "Tỷ lệ lao động có chứng chỉ đạt 31,2%.",
        ["Tỷ lệ lao động có chứng chỉ | = 31.2 | %"],
        id="a-word-that-only-ends-like-an-adverb",
    ),
    pytest.param(
        "Bố trí cán bộ có chuyên môn kỹ thuật trong cấp ủy các cấp, phấn đấu tỷ lệ đạt tối thiểu 25%.",
        ["Tỷ lệ bố trí cán bộ có chuyên môn kỹ thuật trong cấp ủy các cấp | >= 25 | %"],
        id="bare-rate-of-the-deed-before",
    ),
    pytest.param(
        "Đón 1,2 triệu lượt khách du lịch, doanh thu 3.150 tỷ đồng.",
        ["Tổng lượt khách du lịch | = 1.2 | triệu lượt khách", "Doanh thu du lịch | = 3150 | tỷ đồng"],
        id="receipts-behind-visitors",
    ),
    pytest.param(
        "Xây dựng mới 5.300 căn nhà tình nghĩa, kinh phí 265 tỷ đồng.",
        [
            "Số căn nhà tình nghĩa được xây dựng mới | = 5300 | căn nhà",
            "Kinh phí xây dựng mới căn nhà tình nghĩa | = 265 | tỷ đồng",
        ],
        id="cost-of-the-deed-before",
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ xã khóa I gồm 29 đồng chí, trong đó nữ 7 đồng chí (24,1%), dân tộc thiểu số 9 đồng chí.",
        [
            "Số đồng chí trong Ban Chấp hành Đảng bộ xã khóa I | = 29 | đồng chí",
            "Số đồng chí nữ trong Ban Chấp hành Đảng bộ xã khóa I | = 7 | đồng chí",
            "Tỷ lệ đồng chí nữ trong Ban Chấp hành Đảng bộ xã khóa I | = 24.1 | %",
            "Số đồng chí dân tộc thiểu số trong Ban Chấp hành Đảng bộ xã khóa I | = 9 | đồng chí",
        ],
        id="members-of-a-committee",
    ),
]
COUNTERS = [
    pytest.param(
        "Cấp 1.200 văn bằng bảo hộ; thành lập 3 viện nghiên cứu; mở mới 04 ngành đào tạo; xác định 03 khâu đột phá.",
        [
            "Số văn bằng bảo hộ được cấp | = 1200 | văn bằng",
            "Số viện nghiên cứu được thành lập | = 3 | viện",
            "Số ngành đào tạo được mở mới | = 4 | ngành đào tạo",
            "Số khâu đột phá được xác định | = 3 | khâu đột phá",
        ],
        id="nouns-of-several-syllables",
    ),
    pytest.param(
        "Còn 9 chủ đầu tư giải ngân dưới 20%.",
        ["Số chủ đầu tư giải ngân dưới 20% | = 9 | chủ đầu tư"],
        id="share-that-says-which-ones",
    ),
    pytest.param(
        "Đàn trâu, bò 6.320 con, đàn lợn 14.500 con.",
        ["Đàn trâu, bò | = 6320 | con", "Đàn lợn | = 14500 | con"],
        id="herds",
    ),
    pytest.param(
        "Đàn heo (không kể heo sữa) 41.200 con; đàn vịt chạy đồng 90 nghìn con.",
        ["Đàn heo | = 41200 | con", "Đàn vịt chạy đồng | = 90 | nghìn con"],
        id="herds-by-their-southern-names",
    ),
    pytest.param(
        "Đã cấp phép 25 dự án với tổng công suất 320 MW, vốn đăng ký 4.500 tỷ đồng.",
        [
            "Số dự án được cấp phép | = 25 | dự án",
            "Tổng công suất dự án được cấp phép | = 320 | MW",
            "Vốn đăng ký dự án | = 4500 | tỷ đồng",
        ],
        id="capacity-and-capital-of-the-projects-before",
    ),
    pytest.param(
        "Toàn tỉnh có 1.146 tổ công nghệ số cộng đồng với trên 6.800 thành viên.",
        ["Số tổ công nghệ số cộng đồng | = 1146 | tổ", "Số thành viên tổ công nghệ số cộng đồng | > 6800 | thành viên"],
        id="a-head-noun-inside-another-word",
    ),
    pytest.param(
        "Hiện có 60 tổ chức cơ sở đảng với 3.500 đảng viên.",
        ["Số tổ chức cơ sở đảng | = 60 | tổ chức cơ sở đảng", "Số đảng viên | = 3500 | đảng viên"],
        id="members-of-organisations-are-all-there-are",
    ),
    pytest.param(
        "Xây dựng 90% thôn văn hóa; mỗi năm giảm từ 4% số vụ cháy trở lên.",
        ["Tỷ lệ xây dựng thôn văn hóa | = 90 | %", "Mức giảm vụ cháy | >= 4 | %"],
        id="a-fall-behind-a-semicolon-of-another-thing",
    ),
    pytest.param(
        "Công an tỉnh bắt giữ 41 vụ, 52 đối tượng.",
        ["Số vụ được bắt giữ | = 41 | vụ", "Số đối tượng được bắt giữ | = 52 | đối tượng"],
        id="who-did-it-is-no-part-of-the-deed",
    ),
    pytest.param("Chỉ tiêu số 9 bắt đầu từ năm 2026.", [], id="number-as-a-name"),
    pytest.param("Kiểm tra ít nhất mỗi năm 1 lần.", ["Kiểm tra | >= 1 | lần"], id="bound-before-each-year"),
]
SHARED = [
    pytest.param(
        "Thi hành kỷ luật 14 tổ chức đảng và 430 đảng viên bằng các hình thức: khiển trách 300, cảnh cáo 90, khai trừ 40.",
        [
            "Số tổ chức đảng được thi hành kỷ luật | = 14 | tổ chức đảng",
            "Số đảng viên được thi hành kỷ luật | = 430 | đảng viên",
            "Số đảng viên được thi hành kỷ luật: Khiển trách | = 300 | đảng viên",
            "Số đảng viên được thi hành kỷ luật: Cảnh cáo | = 90 | đảng viên",
            "Số đảng viên được thi hành kỷ luật: Khai trừ | = 40 | đảng viên",
        ],
        id="kinds-behind-a-colon-share-the-unit-of-the-total",
    ),
    pytest.param(
        "Kỷ luật 52 đảng viên (khiển trách 33; cảnh cáo 15; cách chức 4), giảm 8 đảng viên so với nhiệm kỳ trước.",
        [
            "Số đảng viên được kỷ luật | = 52 | đảng viên | giảm 8 đảng viên so với nhiệm kỳ trước",
            "Số đảng viên được kỷ luật: Khiển trách | = 33 | đảng viên",
            "Số đảng viên được kỷ luật: Cảnh cáo | = 15 | đảng viên",
            "Số đảng viên được kỷ luật: Cách chức | = 4 | đảng viên",
        ],
        id="kinds-in-a-bracket",
    ),
    pytest.param(
        "Toàn huyện có 320 người có uy tín (nam 280, nữ 40).",
        ["Số người có uy tín | = 320 | người"],
        id="two-numbers-in-a-bracket-only-split-the-total",
    ),
    pytest.param(
        "Ban Thường vụ điều động 12, luân chuyển 9 và bổ nhiệm 40 cán bộ lãnh đạo các phòng.",
        [
            "Số cán bộ lãnh đạo các phòng được điều động | = 12 | cán bộ",
            "Số cán bộ lãnh đạo các phòng được luân chuyển | = 9 | cán bộ",
            "Số cán bộ lãnh đạo các phòng được bổ nhiệm | = 40 | cán bộ",
        ],
        id="deeds-whose-things-are-named-once",
    ),
    pytest.param(
        "Kỳ họp thứ 5, ban hành 30 nghị quyết.",
        ["Số nghị quyết được ban hành | = 30 | nghị quyết"],
        id="an-ordinal-is-no-deed",
    ),
    pytest.param(
        "Tạo việc làm cho 12.400 lao động, đạt 103% kế hoạch (12.000).",
        [
            "Số lao động được tạo việc làm | = 12400 | lao động | đạt 103% kế hoạch",
            "Số lao động được tạo việc làm | = 12000 | lao động",
        ],
        id="a-target-in-brackets-without-a-unit",
    ),
    pytest.param(
        "Có 52/80 xã (65%) về đích nông thôn mới, chưa đạt mục tiêu (60 xã).",
        [
            "Số xã về đích nông thôn mới | = 52 | xã",
            "Tỷ lệ xã về đích nông thôn mới | = 65 | %",
            "Số xã về đích nông thôn mới | = 60 | xã",
        ],
        id="the-verb-behind-a-bracket",
    ),
    pytest.param(
        "Dự án cầu Bến Mới dài 2,4 km đã hoàn thành 60% khối lượng.",
        ["Chiều dài Dự án cầu Bến Mới | = 2.4 | km", "Khối lượng hoàn thành dự án cầu Bến Mới | = 60 | %"],
        id="how-far-the-work-on-a-project-has-got",
    ),
    pytest.param(
        "Công an tỉnh giảm 8% số vụ phạm tội về trật tự xã hội so với nhiệm kỳ trước.",
        ["Mức giảm vụ phạm tội về trật tự xã hội | = 8 | %"],
        id="who-did-it-is-not-what-grew-less",
    ),
    pytest.param(
        "Tỷ lệ hộ dùng nước sạch (mới đạt 61% so với mục tiêu 70%) còn thấp.",
        ["Tỷ lệ hộ dùng nước sạch | = 61 | %", "Tỷ lệ hộ dùng nước sạch | = 70 | %"],
        id="only-reached-in-a-bracket",
    ),
    pytest.param(
        "Trong nhiệm kỳ có 5 đồng chí nghỉ hưu, 2 đồng chí chuyển công tác; Ban Chấp hành còn 44 đồng chí.",
        [
            "Số đồng chí nghỉ hưu | = 5 | đồng chí",
            "Số đồng chí chuyển công tác | = 2 | đồng chí",
            "Số đồng chí trong Ban Chấp hành | = 44 | đồng chí",
        ],
        id="members-who-left-and-those-who-are-left",
    ),
    pytest.param(
        "Ủy ban Kiểm tra Tỉnh ủy giải quyết 32/32 đơn tố cáo đối với đảng viên.",
        ["Số đơn tố cáo đối với đảng viên được giải quyết | = 32 | đơn"],
        id="denunciations-and-whom-they-concern",
    ),
    pytest.param(
        "Tỷ lệ chi bộ sinh hoạt đều đạt 92%, so với Nghị quyết vượt 2 điểm %.",
        ["Tỷ lệ chi bộ sinh hoạt | = 92 | % | so với Nghị quyết vượt 2 điểm %"],
        id="a-comparison-before-its-verb",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*WHOLES, *PROJECTS, *LISTS, *HEADS, *COUNTERS, *SHARED])
def test_topics(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [line(m) for m in sentence_to_measures(text, lexicon)] == expected


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        pytest.param(
            "Chỉ số chuyển đổi số cấp tỉnh",
            [
                "Xếp hạng Chỉ số chuyển đổi số cấp tỉnh | = 41 | hạng",
                "Xếp hạng Chỉ số chuyển đổi số cấp tỉnh | = 36 | hạng",
            ],
            id="ranks-of-an-index-by-year",
        ),
        pytest.param("Tỷ lệ xã được phủ sóng 5G", [], id="nothing-that-is-ranked"),
    ],
)
def test_bare_ranks(earlier: str, expected: list[str], lexicon: Lexicon) -> None:
    measures = sentence_to_measures("Năm 2022: 41/63, năm 2023: 36/63.", lexicon, earlier)
    assert [line(m) for m in measures] == expected


def test_a_note_counts_the_same_things_by_year(lexicon: Lexicon) -> None:
    """Also where only the first number names them."""
    measures = sentence_to_measures("Năm 2021: 58 xe; năm 2022: 97; năm 2023: 121.", lexicon, "Số xe được đăng ký mới")
    assert [(line(m), m.times[0].period) for m in measures] == [
        ("Số xe được đăng ký mới | = 58 | xe", "2021"),
        ("Số xe được đăng ký mới | = 97 | xe", "2022"),
        ("Số xe được đăng ký mới | = 121 | xe", "2023"),
    ]
