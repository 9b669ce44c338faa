"""Words that stand together with a comma, deeds that share their object, sums of several projects; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_measures_goals import line
from vankien.facts import find_facts
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Lexicon, Observation, Outline, Target

CASES = [
    pytest.param(
        "Nâng tỷ trọng ngành công nghiệp chế biến, chế tạo trong GRDP lên 25%; tổng đàn trâu, bò đạt 150 nghìn con.",
        [
            "Tỷ trọng ngành công nghiệp chế biến, chế tạo trong GRDP | = 25 | %",
            "Tổng đàn trâu, bò | = 150 | nghìn con",
        ],
        id="the comma of a sector, and of two herds told together",
    ),
    pytest.param(
        "Đàn trâu, bò lần lượt là 12 nghìn con và 30 nghìn con; tổ chức 14 cuộc giám sát, phản biện 9 dự thảo.",
        [
            "Đàn trâu | = 12 | nghìn con",
            "Đàn bò | = 30 | nghìn con",
            "Số cuộc giám sát được tổ chức | = 14 | cuộc",
            "Số dự thảo được phản biện | = 9 | dự thảo",
        ],
        id="a comma parts what is told in turn, and a deed that leads to the next value",
    ),
    pytest.param(
        "Giảm 10% đơn vị sự nghiệp công lập và giảm 15% biên chế sự nghiệp; có lộ trình giảm 5% biên chế xã.",
        [
            "Mức giảm đơn vị sự nghiệp công lập | = 10 | %",
            "Mức giảm biên chế sự nghiệp | = 15 | %",
            "Mức giảm biên chế xã | = 5 | %",
        ],
        id="two things that grow less, and a way to it that names nothing",
    ),
    pytest.param(
        "Đẩy mạnh dạy học hai buổi với tỷ lệ đạt trên 80%; diện tích chưa có rừng còn nhiều, chiếm 12% diện tích tự nhiên.",
        [
            "Tỷ lệ dạy học hai buổi | > 80 | %",
            "Tỷ trọng diện tích chưa có rừng trong diện tích tự nhiên | = 12 | %",
        ],
        id="words of emphasis and of how much is left name nothing",
    ),
    pytest.param(
        "Tỷ lệ thu gom, xử lý rác ở đô thị đạt 98%; chất thải y tế được xử lý đạt 100%.",
        ["Tỷ lệ thu gom, xử lý rác ở đô thị | = 98 | %", "Tỷ lệ chất thải y tế được xử lý | = 100 | %"],
        id="a clause with its own deed takes none from the one before",
    ),
    pytest.param(
        "Hoàn thành tuyến cao tốc Bến Mới - Tân Sách dài 86 km, quy mô 4 làn xe; khởi công xây dựng cầu Bến Mới dài 1,2 km, tổng mức đầu tư 900 tỷ đồng.",
        [
            "Chiều dài tuyến cao tốc Bến Mới - Tân Sách | = 86 | km",
            "Quy mô tuyến cao tốc Bến Mới - Tân Sách | = 4 | làn xe",
            "Chiều dài cầu Bến Mới | = 1.2 | km",
            "Tổng mức đầu tư cầu Bến Mới | = 900 | tỷ đồng",
        ],
        id="the sizes of named works that nothing calls projects",
    ),
    pytest.param(
        "Trên 97% đoàn viên, 85% thanh niên tham gia nghiên cứu, học tập các chuyên đề của tỉnh.",
        [
            "Tỷ lệ đoàn viên tham gia nghiên cứu, học tập các chuyên đề của tỉnh | > 97 | %",
            "Tỷ lệ thanh niên tham gia nghiên cứu, học tập các chuyên đề của tỉnh | = 85 | %",
        ],
        id="two verbs of one predicate",
    ),
    pytest.param(
        "92% nơi có ngư dân sinh sống, làm việc được phủ sóng di động.",
        ["Tỷ lệ nơi có ngư dân sinh sống, làm việc được phủ sóng di động | = 92 | %"],
        id="two verbs before the predicate",
    ),
    pytest.param(
        "Kê khai tài sản, thu nhập đối với 60 cán bộ chủ chốt cấp xã.",
        ["Số cán bộ chủ chốt cấp xã được kê khai tài sản, thu nhập | = 60 | cán bộ"],
        id="incomes beside property head nothing",
    ),
    pytest.param(
        "Hằng năm tiếp nhận 99% và giải quyết trên 88% tin báo, tố giác của dân.",
        [
            "Tỷ lệ tiếp nhận tin báo, tố giác của dân | = 99 | %",
            "Tỷ lệ giải quyết tin báo, tố giác của dân | > 88 | %",
        ],
        id="to what both deeds are done stands behind the second",
    ),
    pytest.param(
        "Số hóa 97% và công khai 90% hồ sơ đất đai; hộ nghèo còn 3% và giải quyết 80% đơn kiến nghị.",
        [
            "Tỷ lệ số hóa hồ sơ đất đai | = 97 | %",
            "Tỷ lệ công khai hồ sơ đất đai | = 90 | %",
            "Tỷ lệ hộ nghèo | = 3 | %",
            "Tỷ lệ giải quyết đơn kiến nghị | = 80 | %",
        ],
        id="but not to what is no deed",
    ),
    pytest.param(
        "Phấn đấu tỷ lệ huy động 62% trẻ nhà trẻ, 97% trẻ mẫu giáo.",
        ["Tỷ lệ huy động trẻ nhà trẻ | = 62 | %", "Tỷ lệ huy động trẻ mẫu giáo | = 97 | %"],
        id="a rate of a deed names to whom behind the value",
    ),
    pytest.param(
        "Trên 55% chi bộ và trên 45% số đoàn viên là cán bộ thôn được giám sát chuyên đề.",
        [
            "Tỷ lệ chi bộ được giám sát chuyên đề | > 55 | %",
            "Tỷ lệ đoàn viên là cán bộ thôn được giám sát chuyên đề | > 45 | %",
        ],
        id="who the last ones are is said of them alone",
    ),
    pytest.param(
        "Chỉ số sản xuất công nghiệp tăng bình quân 12,5%/năm; tốc độ tăng trưởng bình quân tổng mức bán lẻ hàng hóa đạt trên 9%/năm.",
        [
            "Tốc độ tăng chỉ số sản xuất công nghiệp bình quân | = 12.5 | %/năm",
            "Tốc độ tăng trưởng bình quân tổng mức bán lẻ hàng hóa | > 9 | %/năm",
        ],
        id="a mean growth names what grows behind it",
    ),
    pytest.param(
        "Đến năm 2035, đưa vào vận hành các dự án điện gió với tổng công suất tăng thêm từ 210 - 240 MW; xây các hồ với tổng dung tích 3 triệu m3.",
        [
            "Tổng công suất tăng thêm của các dự án điện gió | range 210..240 | MW",
            "Tổng dung tích các hồ | = 3 | triệu m3",
        ],
        id="sums of several works",
    ),
    pytest.param(
        "Bao gồm: 03 dự án điện sinh khối (khoảng 60 MW); 04 dự án thủy điện nhỏ (31,5 MW).",
        [
            "Số dự án điện sinh khối | = 3 | dự án",
            "Công suất dự án điện sinh khối | ~ 60 | MW",
            "Số dự án thủy điện nhỏ | = 4 | dự án",
            "Công suất dự án thủy điện nhỏ | = 31.5 | MW",
        ],
        id="what opens a list is nothing that is measured",
    ),
    pytest.param(
        "Hoàn thành 98% cuộc luyện tập ở cơ sở, trọng tâm là cuộc luyện tập năm 2033.",
        ["Tỷ lệ hoàn thành cuộc luyện tập ở cơ sở | = 98 | %"],
        id="the most important one is told in a clause of its own",
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_sentence_to_measures(lexicon: Lexicon, sentence: str, expected: list[str]) -> None:
    assert [line(m) for m in sentence_to_measures(sentence, lexicon)] == expected


def test_the_norm_of_a_sentence_is_not_its_subject(lexicon: Lexicon) -> None:
    """The sentence goes on from the value before it; an estimate is one behind the word that opens a note, too."""
    sentence = "Theo chuẩn nghèo mới (Nghị định số 12/2030/NĐ-CP), ước năm 2035 giảm xuống còn 9,4%."
    (measure,) = sentence_to_measures(sentence, lexicon, "Tỷ lệ hộ nghèo")
    assert line(measure) == "Tỷ lệ hộ nghèo theo chuẩn nghèo mới | = 9.4 | %"
    (noted,) = sentence_to_measures("Ghi chú: Ước năm 2035, tỷ lệ hộ nghèo còn 5,1%.", lexicon)
    assert noted.status == "estimate"


REPORT = """ĐẢNG BỘ TỈNH SƠN BÌNH

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XIV trình Đại hội lần thứ XV, nhiệm kỳ 2025 - 2030

Phần thứ hai
MỤC TIÊU, NHIỆM VỤ NHIỆM KỲ 2025 - 2030

IV. CÁC NHIỆM VỤ CHỦ YẾU

1. Về phát triển kinh tế

"""


def test_what_a_goal_is_made_up_of_is_planned(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    """A note that lists the parts of a goal among the tasks reports nothing that was reached."""
    text = (
        REPORT
        + "Phấn đấu đến năm 2030, đưa vào vận hành các dự án điện với tổng công suất từ 110 - 130 MW1.\n\n"
        + "-------------------------------------------\n1 Bao gồm: 03 dự án điện sinh khối (60 MW); khoảng 50 MW điện gió.\n"
    )
    found = find_facts(outline_of(text), lexicon).facts
    assert [f.by for f in found if isinstance(f, Target)] == ["2030"]
    assert [(f.indicator, str(f.value), f.status, f.period) for f in found if isinstance(f, Observation)] == [
        ("Số dự án điện sinh khối", "3", None, None),
        ("Công suất dự án điện sinh khối", "60", None, None),
        ("Công suất điện gió", "50", None, None),
    ]


def test_the_year_of_an_aside_dates_nothing_behind_it(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = "Hoàn thành 98% cuộc luyện tập, trọng tâm là cuộc luyện tập năm 2027; mỗi năm có 30% thôn diễn tập.\n"
    found = find_facts(outline_of(REPORT.replace("NHIỆM VỤ CHỦ YẾU", "MỤC TIÊU") + text), lexicon).facts
    assert [(str(f.value), f.by) for f in found if isinstance(f, Target)] == [("98", "2030"), ("30", "2030")]
