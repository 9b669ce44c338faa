"""Lists of what came of a congress' targets, as Word saves them: the target first, verdicts that close an item, values told
in turn, notes at the end; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_links import triples
from tests.facts.told import line_of
from vankien.facts import FINDERS, find_facts
from vankien.model import Assessment, Discrepancy, Lexicon, Observation, Outline, Programme, Target

HEAD = """ĐẢNG BỘ TỈNH SƠN BÌNH
BAN CHẤP HÀNH
*
Số 90-BC/TU	Sơn Bình, ngày 12 tháng 10 năm 2030

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035
-----
"""
RESULTS = HEAD + "I- KẾT QUẢ ĐẠT ĐƯỢC\n1. Các chỉ tiêu chủ yếu\n"
LIST = RESULTS + "Đại hội XII đề ra 9 chỉ tiêu; đến nay có 6 chỉ tiêu vượt, 3 chỉ tiêu không đạt, cụ thể như sau:\n"
GOALS = HEAD + "II- CÁC CHỈ TIÊU CHỦ YẾU ĐẾN NĂM 2035\n"
Read = Callable[[str, str], list[str]]


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The targets, observations and verdicts below a heading, a line each."""

    def read(head: str, body: str) -> list[str]:
        found = find_facts(outline_of(head + body + "\n"), lexicon, FINDERS)
        facts: list[Target | Observation | Assessment] = [*found.of(Target), *found.of(Observation)]
        return [line_of(f) for f in (*facts, *found.of(Assessment)) if not (f.indicator.startswith("Số chỉ tiêu"))]

    return read


FACTS = [
    pytest.param(
        LIST,
        "(4) Giá trị thu được trên 1 ha đất trồng chè: mục tiêu 90 triệu đồng; kết quả 97 triệu đồng, vượt 7 triệu đồng.",
        [
            "XII: Giá trị thu được trên 1 ha đất trồng chè | 90 triệu đồng",
            "Giá trị thu được trên 1 ha đất trồng chè | 97 triệu đồng",
            "Giá trị thu được trên 1 ha đất trồng chè: Vượt",
        ],
        id="a-number-in-the-name-and-how-much-more",
    ),
    pytest.param(
        LIST,
        "(5) Xã có chợ mới: mục tiêu 20/27 xã; kết quả 21/27 xã, vượt 1 xã.",
        ["XII: Số xã có chợ mới | 20 xã", "Số xã có chợ mới | 21 xã", "Số xã có chợ mới: Vượt"],
        id="counts-among-all-first-the-target",
    ),
    pytest.param(
        LIST,
        "(1) Tỷ lệ hộ có điện: mục tiêu 95%, thực hiện ước 96,2%, vượt.",
        ["XII: Tỷ lệ hộ có điện | 95 %", "Tỷ lệ hộ có điện | 96.2 %", "Tỷ lệ hộ có điện: Vượt"],
        id="target-first-then-its-result",
    ),
    pytest.param(
        LIST,
        "(1) Thu nhập bình quân đầu người năm 2030: Nghị quyết 80 triệu đồng, ước thực hiện 84 triệu đồng (tương đương 3.300 USD), bằng 105% mục tiêu.",
        [
            "XII: Thu nhập bình quân đầu người | 80 triệu đồng",
            "Thu nhập bình quân đầu người | 84 triệu đồng",
            "Thu nhập bình quân đầu người | 3300 USD",
            "Thu nhập bình quân đầu người: Vượt 105",
        ],
        id="the-resolution-first-then-money-in-two-units",
    ),
    pytest.param(
        LIST,
        "(2) Tỷ lệ hộ nghèo (chuẩn đa chiều 2026-2030): mục tiêu giảm bình quân 2%/năm, thực giảm 2,4%/năm, từ 16% đầu nhiệm kỳ xuống còn 4% cuối năm 2030, vượt kế hoạch.",
        [
            "XII: Mức giảm tỷ lệ hộ nghèo bình quân | 2 %",
            "Mức giảm tỷ lệ hộ nghèo bình quân | 2.4 %/năm",
            "Tỷ lệ hộ nghèo | 16 %",
            "Tỷ lệ hộ nghèo | 4 %",
            "Mức giảm tỷ lệ hộ nghèo bình quân: Vượt",
        ],
        id="a-decrease-first-and-the-levels-behind-it",
    ),
    pytest.param(
        LIST,
        "(3) Kết nạp đoàn viên: chỉ tiêu ít nhất 900 đoàn viên/năm, thực hiện bình quân 870 đoàn viên/năm, chỉ bằng 96,7% mục tiêu.",
        [
            "XII: Số đoàn viên được kết nạp | >=900 đoàn viên",
            "Số đoàn viên được kết nạp | 870 đoàn viên/năm",
            "Số đoàn viên được kết nạp: Chưa đạt 96.7",
        ],
        id="what-the-head-counts",
    ),
    pytest.param(
        LIST,
        "(4) Bao phủ bảo hiểm y tế: không thấp hơn 93% dân số (mục tiêu), 94,5% (thực hiện), đánh giá: vượt.",
        [
            "XII: Tỷ lệ bao phủ bảo hiểm y tế | >=93 %",
            "Tỷ lệ bao phủ bảo hiểm y tế | 94.5 %",
            "Tỷ lệ bao phủ bảo hiểm y tế: Vượt",
        ],
        id="brackets-name-target-and-result",
    ),
    pytest.param(
        LIST,
        "(5) Nâng tỷ lệ lao động qua đào tạo lên 60%, trong đó có bằng cấp, chứng chỉ 25%; kết quả lần lượt là 62% và 24%, nội dung thứ hai chưa đạt.",
        [
            "XII: Tỷ lệ lao động qua đào tạo | 60 %",
            "XII: Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ | 25 %",
            "Tỷ lệ lao động qua đào tạo | 62 %",
            "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ | 24 %",
            "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ: Chưa đạt",
        ],
        id="goals-with-results-in-turn-and-the-second-missed",
    ),
    pytest.param(
        LIST,
        "(6) Hằng năm có trên 80% chi bộ hoàn thành tốt nhiệm vụ là mục tiêu Đại hội đề ra; bình quân cả nhiệm kỳ đạt 86%, vượt 6 điểm phần trăm.",
        [
            "XII: Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ | >80 %",
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ | 86 %",
            "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ: Vượt",
        ],
        id="called-a-target-behind-its-value",
    ),
    pytest.param(
        LIST,
        "(7) Sản lượng chè búp tươi đạt 41 nghìn tấn, so với yêu cầu duy trì từ 40 nghìn tấn/năm trở lên là vượt.",
        [
            "XII: Sản lượng chè búp tươi | >=40 nghìn tấn",
            "Sản lượng chè búp tươi | 41 nghìn tấn",
            "Sản lượng chè búp tươi: Vượt",
        ],
        id="held-against-what-is-required",
    ),
    pytest.param(
        LIST,
        "(8) Vốn đầu tư toàn xã hội được 7.600 tỷ đồng, trong khi chỉ tiêu đặt ra là 8.000 tỷ đồng; không đạt (mới bằng 95%).",
        [
            "XII: Vốn đầu tư toàn xã hội | 8000 tỷ đồng",
            "Vốn đầu tư toàn xã hội | 7600 tỷ đồng",
            "Vốn đầu tư toàn xã hội: Không đạt 95",
        ],
        id="a-missed-target-with-its-share-in-a-bracket",
    ),
    pytest.param(
        LIST,
        "(9) Việc làm mới: mỗi năm tạo được cho 5.400 lao động (Đại hội XII: 5.000 lao động/năm), đạt 108%.",
        [
            "XII: Số lao động được tạo việc làm mới | 5000 lao động",
            "Số lao động được tạo việc làm mới | 5400 lao động",
            "Số lao động được tạo việc làm mới: Vượt 108",
        ],
        id="share-behind-the-bracket-of-the-congress",
    ),
    pytest.param(
        LIST,
        "(9) Tỷ lệ thôn có điện 92% (mục tiêu 90%), tỷ lệ bản có nước sạch 96% (mục tiêu 95%), cả hai đều đạt.",
        [
            "XII: Tỷ lệ thôn có điện | 90 %",
            "XII: Tỷ lệ bản có nước sạch | 95 %",
            "Tỷ lệ thôn có điện | 92 %",
            "Tỷ lệ bản có nước sạch | 96 %",
            "Tỷ lệ thôn có điện: Đạt",
            "Tỷ lệ bản có nước sạch: Đạt",
        ],
        id="both-met",
    ),
    pytest.param(
        LIST,
        "(9) Cơ cấu kinh tế: công nghiệp - xây dựng, dịch vụ, nông, lâm nghiệp và thủy sản lần lượt chiếm 38%, 41% và 21% (mục tiêu tương ứng là 39%, 42% và 19%), cả ba thành phần đều chưa đạt.",
        [
            "XII: Cơ cấu kinh tế: Công nghiệp - xây dựng | 39 %",
            "XII: Cơ cấu kinh tế: Dịch vụ | 42 %",
            "XII: Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản | 19 %",
            "Cơ cấu kinh tế: Công nghiệp - xây dựng | 38 %",
            "Cơ cấu kinh tế: Dịch vụ | 41 %",
            "Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản | 21 %",
            "Cơ cấu kinh tế: Công nghiệp - xây dựng: Chưa đạt",
            "Cơ cấu kinh tế: Dịch vụ: Chưa đạt",
            "Cơ cấu kinh tế: Nông, lâm nghiệp và thủy sản: Chưa đạt",
        ],
        id="sectors-in-turn-with-their-targets",
    ),
    pytest.param(
        LIST,
        "(9) Có 9,6 bác sĩ và 31 giường bệnh trên một vạn dân; so với mục tiêu tương ứng 9 bác sĩ, 32 giường.",
        [
            "XII: Số bác sĩ trên một vạn dân | 9 bác sĩ",
            "XII: Số giường bệnh trên một vạn dân | 32 giường",
            "Số bác sĩ trên một vạn dân | 9.6 bác sĩ",
            "Số giường bệnh trên một vạn dân | 31 giường bệnh",
        ],
        id="targets-in-two-units-in-turn",
    ),
    pytest.param(
        LIST,
        "(9) Số thôn đạt chuẩn văn hóa chiếm 61% tổng số thôn (mục tiêu Đại hội 55%): vượt.",
        [
            "XII: Tỷ lệ thôn đạt chuẩn văn hóa | 55 %",
            "Tỷ lệ thôn đạt chuẩn văn hóa | 61 %",
            "Tỷ lệ thôn đạt chuẩn văn hóa: Vượt",
        ],
        id="a-share-of-a-number",
    ),
    pytest.param(
        LIST,
        "(9) Độ che phủ rừng: 53%/54%, không đạt do rà soát lại 3 loại rừng.",
        ["XII: Độ che phủ rừng | 54 %", "Độ che phủ rừng | 53 %", "Độ che phủ rừng: Không đạt"],
        id="missed-for-a-reason",
    ),
    pytest.param(
        RESULTS,
        "Đàn trâu, bò và gia cầm lần lượt có 58,4 nghìn con, 46,9 nghìn con và 11,6 triệu con; riêng đàn trâu mới bằng 84% năm 2025.",
        ["Đàn trâu | 58.4 nghìn con", "Đàn bò | 46.9 nghìn con", "Đàn gia cầm | 11.6 triệu con"],
        id="herds-in-turn-at-two-scales",
    ),
    pytest.param(
        RESULTS,
        "Tỷ lệ trạm y tế có bác sĩ đạt 94%, tỷ lệ xã có trường mầm non đạt 90%, tăng lần lượt 11,2 và 23,4 điểm phần trăm so với năm 2025.",
        ["Tỷ lệ trạm y tế có bác sĩ | 94 %", "Tỷ lệ xã có trường mầm non | 90 %"],
        id="changes-in-turn-with-one-unit",
    ),
    pytest.param(
        RESULTS,
        "Tốc độ tăng GRDP đạt 8,7%; nông nghiệp tăng 3%, công nghiệp tăng 12%, dịch vụ tăng 8%, đóng góp lần lượt 0,8, 4,4 và 3,5 điểm phần trăm.",
        [
            "Tốc độ tăng GRDP | 8.7 %",
            "Tốc độ tăng nông nghiệp | 3 %",
            "Tốc độ tăng công nghiệp | 12 %",
            "Tốc độ tăng dịch vụ | 8 %",
            "Đóng góp của nông nghiệp vào mức tăng trưởng | 0.8 điểm phần trăm",
            "Đóng góp của công nghiệp vào mức tăng trưởng | 4.4 điểm phần trăm",
            "Đóng góp của dịch vụ vào mức tăng trưởng | 3.5 điểm phần trăm",
        ],
        id="what-sectors-gave-to-growth",
    ),
    pytest.param(
        RESULTS,
        "Năng suất lúa bình quân 56 tạ/ha, ngô 45 tạ/ha (năm 2025 tương ứng là 53 tạ/ha và 41 tạ/ha).",
        [
            "Năng suất lúa bình quân | 56 tạ/ha",
            "Năng suất ngô bình quân | 45 tạ/ha",
            "Năng suất lúa bình quân | 53 tạ/ha",
            "Năng suất ngô bình quân | 41 tạ/ha",
        ],
        id="the-same-in-another-year-in-turn",
    ),
    pytest.param(
        RESULTS,
        "Vốn đầu tư toàn xã hội gồm 24 tỷ đồng vốn nhà nước, 41 tỷ đồng vốn tư nhân và 5 tỷ đồng vốn nước ngoài.",
        [
            "Vốn đầu tư toàn xã hội: vốn nhà nước | 24 tỷ đồng",
            "Vốn đầu tư toàn xã hội: vốn tư nhân | 41 tỷ đồng",
            "Vốn đầu tư toàn xã hội: vốn nước ngoài | 5 tỷ đồng",
        ],
        id="parts-of-a-sum-not-printed",
    ),
    pytest.param(
        RESULTS,
        "Vốn huy động và dư nợ tín dụng đạt 380 tỷ đồng và 410 tỷ đồng.",
        ["Vốn huy động | 380 tỷ đồng", "Dư nợ tín dụng | 410 tỷ đồng"],
        id="two-values-of-two-things",
    ),
    pytest.param(
        RESULTS,
        "Tỷ lệ hộ nghèo giảm bình quân 5%/năm, từ 46% xuống 21%.",
        ["Mức giảm tỷ lệ hộ nghèo bình quân | 5 %/năm", "Tỷ lệ hộ nghèo | 46 %", "Tỷ lệ hộ nghèo | 21 %"],
        id="a-decrease-and-its-levels",
    ),
    pytest.param(
        RESULTS,
        "GRDP bình quân đầu người mới bằng 87% bình quân cả nước.",
        ["GRDP bình quân đầu người so với bình quân cả nước | 87 %"],
        id="mean-of-the-country-with-an-adverb",
    ),
    pytest.param(
        RESULTS,
        "SIPAS đạt 85%; PCI đạt 64,9 điểm, xếp thứ 33/63.",
        ["Chỉ số SIPAS | 85 %", "Chỉ số PCI | 64.9 điểm", "Xếp hạng Chỉ số PCI | 33 hạng"],
        id="index-by-its-abbreviation",
    ),
    pytest.param(
        RESULTS,
        "Tai nạn giao thông giảm cả 3 tiêu chí: số vụ giảm 38%, số người chết giảm 21%.",
        ["Mức giảm số vụ tai nạn giao thông | 38 %", "Mức giảm số người chết do tai nạn giao thông | 21 %"],
        id="accidents-in-three-criteria",
    ),
    pytest.param(
        RESULTS,
        "Tỷ lệ điều tra, khám phá án đạt 84%, tỷ lệ thu hồi tài sản đạt 66%, vượt chỉ tiêu Quốc hội giao lần lượt 14 và 6 điểm phần trăm.",
        [
            "Tỷ lệ điều tra, khám phá án | 84 %",
            "Tỷ lệ thu hồi tài sản | 66 %",
            "Tỷ lệ điều tra, khám phá án: Vượt",
            "Tỷ lệ thu hồi tài sản: Vượt",
        ],
        id="verdict-in-turn",
    ),
    pytest.param(
        RESULTS,
        "Thu ngân sách 5 năm đạt 900 tỷ đồng, bằng 2,05 lần giai đoạn 2021-2025.",
        ["Thu ngân sách 5 năm | 900 tỷ đồng"],
        id="many-times-an-earlier-period",
    ),
    pytest.param(
        RESULTS,
        "Năm 2030 do đại dịch chỉ còn 900 lượt khách.",
        ["Số lượt khách | 900 lượt khách"],
        id="a-cause-is-no-deed",
    ),
    pytest.param(
        GOALS,
        "1. Thu nhập bình quân đầu người đạt 90 triệu đồng; tầm nhìn đến năm 2055 khoảng 18.000 USD.",
        ["XIII: Thu nhập bình quân đầu người | 90 triệu đồng", "XIII: Thu nhập bình quân đầu người | ~18000 USD"],
        id="vision-and-multiple",
    ),
    pytest.param(
        GOALS,
        "1. Tỷ lệ đô thị hóa: năm 2035 là 28%, năm 2040 là 35% (năm 2030: 22%).",
        ["XIII: Tỷ lệ đô thị hóa | 28 %", "XIII: Tỷ lệ đô thị hóa | 35 %", "Tỷ lệ đô thị hóa | 22 %"],
        id="baseline-in-a-bracket",
    ),
    pytest.param(
        GOALS,
        "1. Tổng vốn đầu tư toàn xã hội đạt 110 nghìn tỷ đồng, vốn ngoài nhà nước không dưới 65%.",
        [
            "XIII: Tổng vốn đầu tư toàn xã hội | 110 nghìn tỷ đồng",
            "XIII: Tỷ trọng vốn ngoài nhà nước trong tổng vốn đầu tư toàn xã hội | >=65 %",
        ],
        id="share-of-capital",
    ),
    pytest.param(
        GOALS,
        "1. Có 93 xã đạt chuẩn nông thôn mới, chiếm 80% tổng số xã, trong đó ít nhất 25 xã đạt chuẩn nâng cao; thêm 3 huyện đạt chuẩn.",
        [
            "XIII: Số xã đạt chuẩn nông thôn mới | 93 xã",
            "XIII: Tỷ lệ xã đạt chuẩn nông thôn mới | 80 %",
            "XIII: Số xã đạt chuẩn nông thôn mới nâng cao | >=25 xã",
            "XIII: Số huyện đạt chuẩn nông thôn mới | 3 huyện",
        ],
        id="the-standard-before",
    ),
    pytest.param(
        GOALS,
        "1. Tỷ lệ thu gom, xử lý chất thải rắn ở đô thị và nông thôn đạt 95% và 75%.",
        [
            "XIII: Tỷ lệ thu gom, xử lý chất thải rắn ở đô thị | 95 %",
            "XIII: Tỷ lệ thu gom, xử lý chất thải rắn ở nông thôn | 75 %",
        ],
        id="zones-of-two-values",
    ),
    pytest.param(
        GOALS,
        "1. Trường mầm non, tiểu học, trung học cơ sở, trung học phổ thông đạt chuẩn quốc gia lần lượt đạt 78%, 88%, 80% và 60%.",
        [
            "XIII: Tỷ lệ trường mầm non đạt chuẩn quốc gia | 78 %",
            "XIII: Tỷ lệ trường tiểu học đạt chuẩn quốc gia | 88 %",
            "XIII: Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia | 80 %",
            "XIII: Tỷ lệ trường trung học phổ thông đạt chuẩn quốc gia | 60 %",
        ],
        id="four-kinds-of-schools",
    ),
    pytest.param(
        GOALS,
        "1. Bác sĩ, giường bệnh trên 1 vạn dân tương ứng là 11 và 36.",
        ["XIII: Số bác sĩ trên 1 vạn dân | 11 bác sĩ", "XIII: Số giường bệnh trên 1 vạn dân | 36 giường bệnh"],
        id="rates-without-a-unit",
    ),
]


@pytest.mark.parametrize(("head", "body", "expected"), FACTS)
def test_results_and_goals(head: str, body: str, expected: list[str], facts_of: Read) -> None:
    assert facts_of(head, body) == expected


def test_counts_of_targets_are_reported_and_items_keep_their_numbers(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(LIST + "(4) Tỷ lệ hộ có điện đạt 96% (mục tiêu 95%): vượt.\n"), lexicon, FINDERS)
    assert [t.group for t in found.of(Target)] == [4]
    counts = [o for o in found.of(Observation) if o.unit == "chỉ tiêu"]
    assert [int(o.value or 0) for o in counts] == [9, 6, 3]


def test_all_of_them_are_met_though_one_is_short(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    text = "(4) Tỷ lệ hộ được dùng nước sạch 91% (mục tiêu 95%), tỷ lệ bản được cấp điện 96% (mục tiêu 95%), cả hai đều đạt.\n"
    found = find_facts(outline_of(LIST + text), lexicon, FINDERS)
    assert [d.a for d in found.of(Discrepancy)] == ["91%, đánh giá Đạt (dòng 12)"]


KEYED = "III- CHƯƠNG TRÌNH TRỌNG ĐIỂM\nHai chương trình trọng điểm: Chương trình phát triển cây quế; Chương trình phát triển du lịch.\n"
WORK = "IV- NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU\n1. Phát triển kinh tế\n"


def test_key_programmes_by_name_and_what_one_of_them_aims_at(
    outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    body = KEYED + WORK + "Chương trình phát triển cây quế phấn đấu đến năm 2035 có 900 ha quế.\n"
    found = find_facts(outline_of(HEAD + body), lexicon, FINDERS)
    keyed = [p.name for p in found.of(Programme) if p.kind == "key_program"]
    assert keyed == ["Chương trình phát triển cây quế", "Chương trình phát triển du lịch"]
    assert [(t.set_by, t.indicator) for t in found.of(Target)] == [(keyed[0], "Diện tích quế")]


def test_a_sum_of_the_scheme_that_its_sentence_names(outline_of: Callable[..., Outline], lexicon: Lexicon) -> None:
    body = WORK + "Sở Văn hóa triển khai Đề án Phục dựng lễ hội cầu mùa, kinh phí dự kiến 86 tỷ đồng.\n"
    found = find_facts(outline_of(HEAD + body), lexicon, FINDERS)
    assert [o.indicator for o in found.of(Observation)] == ["Kinh phí thực hiện Đề án Phục dựng lễ hội cầu mùa"]


NATIONAL = "Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
NOTES = [
    pytest.param(
        f"{NATIONAL}[1] huy động được 90 tỷ đồng.",
        "Quyết định số 160/QĐ-TTg ngày 16/8/2026 của Thủ tướng Chính phủ.",
        (NATIONAL, "established_by", "160/QĐ-TTg"),
        id="a-decision-alone-in-a-note",
    ),
    pytest.param(
        f"{NATIONAL} huy động được 90 tỷ đồng[1].",
        "Trong đó vay 20 tỷ đồng.",
        (NATIONAL, "reports_indicator", f"{NATIONAL} huy động"),
        id="results-of-the-programme-that-opens-a-sentence",
    ),
    pytest.param(
        "Thực hiện Nghị quyết số 18-NQ/TW và Nghị quyết số 19-NQ/TW[1], tỉnh giảm 7 phòng.",
        "Ngày 25/10/2027. Tỉnh ủy có Chương trình hành động số 24-CTr/TU, ngày 05/01/2028 để thực hiện.",
        ("24-CTr/TU", "implements", "18-NQ/TW"),
        id="what-the-document-of-a-note-carries-out",
    ),
    pytest.param(
        "Nông nghiệp được cơ cấu lại theo Nghị quyết số 03-NQ/TU, ngày 18/4/2026 của Tỉnh ủy[1].",
        "Được cụ thể hóa bằng Nghị quyết số 35/2026/NQ-HĐND ngày 08/12/2026.",
        ("35/2026/NQ-HĐND", "implements", "03-NQ/TU"),
        id="what-puts-a-resolution-in-concrete-terms",
    ),
]


@pytest.mark.parametrize(("text", "note", "expected"), NOTES)
def test_links_of_notes(
    text: str, note: str, expected: tuple[str, str, str], outline_of: Callable[..., Outline]
) -> None:
    assert expected in triples(outline_of(f"{RESULTS.rpartition('1. ')[0]}{text}\n\n[1] {note}\n"))
