"""Results of a term as political reports and the news on congresses word them: growth that a per cent of a sum says, means of
what the clause before names, values held against targets in a sentence of its own, shares and names of places between a count
and what is said of it; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.test_results_worded import HEAD, Read, facts_of
from vankien.facts import find_facts
from vankien.model import Lexicon, Observation, Outline, Target

__all__ = ["facts_of"]

GROWTH = [
    pytest.param(
        "GRDP ước đạt 8,3%, cao hơn bình quân của vùng.",
        ["Tốc độ tăng GRDP | 8.3 %"],
        id="a-per-cent-of-the-product-is-its-growth",
    ),
    pytest.param(
        "Kinh tế số chiếm 14% GRDP; tổng sản phẩm trên địa bàn (GRDP) bình quân đạt 7,6%.",
        [
            "Tỷ trọng kinh tế số trong GRDP | 14 % GRDP",
            "Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) bình quân | 7.6 %",
        ],
        id="a-share-of-the-product-is-none",
    ),
    pytest.param(
        "Chăn nuôi tăng trưởng khá, bình quân đạt 5,2%; kinh tế duy trì tăng trưởng ổn định, bình quân 7,1% (cả nước khoảng 6,2%).",
        [
            "Tốc độ tăng trưởng chăn nuôi bình quân | 5.2 %",
            "Tốc độ tăng trưởng kinh tế bình quân | 7.1 %",
            "Tốc độ tăng trưởng kinh tế bình quân | ~6.2 %",
        ],
        id="of-how-much-something-grows",
    ),
    pytest.param(
        "Tốc độ tăng trưởng GRDP hằng năm luôn ở mức hai con số; bình quân giai đoạn 2026 - 2030 đạt 11,4%, vượt mục tiêu Đại hội.",
        ["Tốc độ tăng trưởng GRDP bình quân | 11.4 %", "Tốc độ tăng trưởng GRDP bình quân: Vượt"],
        id="the-mean-of-what-the-clause-before-names",
    ),
    pytest.param(
        "Giá trị sản xuất công nghiệp tăng mạnh (tăng 15,5%; chỉ số sản xuất công nghiệp tăng 12,1%).",
        ["Tốc độ tăng giá trị sản xuất công nghiệp | 15.5 %", "Tốc độ tăng chỉ số sản xuất công nghiệp | 12.1 %"],
        id="the-verb-again-in-the-bracket",
    ),
    pytest.param(
        "GRDP tăng bình quân 9,2%/năm, cao hơn bình quân cả nước và gấp 1,4 lần mức tăng của nhiệm kỳ trước (6,5%/năm).",
        ["Tốc độ tăng GRDP bình quân | 9.2 %/năm", "Tốc độ tăng GRDP bình quân | 6.5 %/năm"],
        id="two-comparisons-joined",
    ),
    pytest.param(
        "Quy mô nền kinh tế có bước tăng mạnh, năm 2030 ước cao gấp 1,9 lần năm 2025.",
        ["Quy mô nền kinh tế so với năm 2025 | 1.9 lần"],
        id="what-is-said-first-is-no-part-of-a-multiple",
    ),
    pytest.param(
        "Thu ngân sách tăng gấp 40 lần so với khi tái lập tỉnh.",
        ["Thu ngân sách so với khi tái lập tỉnh | 40 lần"],
        id="a-multiple-since-an-event",
    ),
]

HELD = [
    pytest.param(
        "Kim ngạch xuất khẩu đạt 2,6 tỷ USD, cao hơn nhiều so với chỉ tiêu 1,9 tỷ USD của Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XII.",
        ["XII: Kim ngạch xuất khẩu | 1.9 tỷ USD", "Kim ngạch xuất khẩu | 2.6 tỷ USD", "Kim ngạch xuất khẩu: Vượt"],
        id="much-higher-than-the-target-of-a-congress",
    ),
    pytest.param(
        "Tốc độ tăng trưởng GRDP bình quân ước đạt 8,7%, đứng thứ 6 cả nước. Tuy thấp hơn mục tiêu đề ra (10%), nhưng đây là mức khá.",
        [
            "XII: Tốc độ tăng trưởng GRDP bình quân | 10 %",
            "Tốc độ tăng trưởng GRDP bình quân | 8.7 %",
            "Xếp hạng tốc độ tăng trưởng GRDP bình quân | 6 hạng",
            "Tốc độ tăng trưởng GRDP bình quân: Chưa đạt",
        ],
        id="conceded-in-the-next-sentence",
    ),
    pytest.param(
        "Thu ngân sách đạt 9.800 tỷ đồng, đạt gần 96% dự toán Trung ương giao và gần 92% dự toán địa phương giao.",
        ["Thu ngân sách | 9800 tỷ đồng", "Thu ngân sách: Chưa đạt 96", "Thu ngân sách: Chưa đạt 92"],
        id="nearly-so-much-of-a-budget-is-not-reached",
    ),
    pytest.param(
        "Tỉnh đã thực hiện đạt và vượt 12/14 mục tiêu chủ yếu của Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII.",
        ["Số mục tiêu chủ yếu đạt và vượt | 12 mục tiêu"],
        id="goals-reached-are-counted-as-targets-are",
    ),
]

COUNTED = [
    pytest.param(
        "Có 24 xã, bằng 30% số xã đạt chuẩn nông thôn mới.",
        ["Số xã đạt chuẩn nông thôn mới | 24 xã", "Tỷ lệ xã đạt chuẩn nông thôn mới | 30 %"],
        id="the-share-between-a-count-and-what-is-said-of-it",
    ),
    pytest.param(
        "Có 92/104 xã (chiếm 88,5%) và 2 huyện là An Lâm, Sơn Khê đạt chuẩn nông thôn mới.",
        [
            "Số xã đạt chuẩn nông thôn mới | 92 xã",
            "Tỷ lệ xã đạt chuẩn nông thôn mới | 88.5 %",
            "Số huyện đạt chuẩn nông thôn mới | 2 huyện",
        ],
        id="the-names-of-places-before-what-is-said-of-them",
    ),
    pytest.param(
        "Đại hội khai mạc với sự tham dự của 348 đại biểu là những đảng viên tiêu biểu, đại diện cho hơn 61 nghìn đảng viên.",
        ["Số đại biểu dự Đại hội | 348 đại biểu", "Số đảng viên | >61 nghìn đảng viên"],
        id="who-attended-and-for-whom",
    ),
    pytest.param(
        "GRDP tăng 9,3%, đứng thứ 7 cả nước và đứng thứ 2 trong nhóm 8 tỉnh có quy mô kinh tế lớn nhất vùng.",
        ["Tốc độ tăng GRDP | 9.3 %", "Xếp hạng tốc độ tăng GRDP | 7 hạng", "Xếp hạng tốc độ tăng GRDP | 2 hạng"],
        id="among-how-many-is-no-rank",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người tăng từ 41 triệu đồng năm 2025 lên 66 triệu đồng năm 2030, tương đương tăng từ 1.700 USD lên 2.500 USD.",
        [
            "Thu nhập bình quân đầu người | 41 triệu đồng",
            "Thu nhập bình quân đầu người | 66 triệu đồng",
            "Thu nhập bình quân đầu người | 1700 USD",
            "Thu nhập bình quân đầu người | 2500 USD",
        ],
        id="the-same-rise-in-another-currency",
    ),
    pytest.param(
        "Xuất khẩu chạm mốc 2 tỷ USD; kim ngạch nhập khẩu cán mốc 3 tỷ USD.",
        ["Xuất khẩu | 2 tỷ USD", "Kim ngạch nhập khẩu | 3 tỷ USD"],
        id="a-mark-is-no-part-of-the-name",
    ),
]

MULTIPLES = [
    pytest.param(
        "So với năm 2025, quy mô kinh tế gấp 1,9 lần, thu ngân sách gấp 2,3 lần.",
        ["Quy mô kinh tế so với năm 2025 | 1.9 lần", "Thu ngân sách so với năm 2025 | 2.3 lần"],
        id="the-base-of-multiples-stands-first",
    ),
    pytest.param(
        "Quy mô kinh tế gấp 1,9 lần, thu ngân sách gấp 2,3 lần so với nhiệm kỳ trước.",
        ["Quy mô kinh tế so với nhiệm kỳ trước | 1.9 lần", "Thu ngân sách so với nhiệm kỳ trước | 2.3 lần"],
        id="the-base-of-both-stands-last",
    ),
    pytest.param(
        "GRDP bình quân đầu người đạt 4.300 USD, bằng 1,2 lần bình quân chung cả nước.",
        ["GRDP bình quân đầu người | 4300 USD"],
        id="a-multiple-of-the-mean-compares",
    ),
    pytest.param(
        "Thu hút 210 dự án với tổng vốn đăng ký 48.000 tỷ đồng, tăng 2,2 lần về số dự án và 3,4 lần về vốn so với nhiệm kỳ trước.",
        ["Số dự án được thu hút | 210 dự án", "Tổng vốn đăng ký dự án được thu hút | 48000 tỷ đồng"],
        id="two-comparisons-of-two-things",
    ),
]

LEVELS = [
    pytest.param(
        "Số bác sĩ/vạn dân đạt 10,8 (mục tiêu 10), số giường bệnh/vạn dân đạt 34 (mục tiêu 33).",
        [
            "XII: Số bác sĩ/vạn dân | 10 bác sĩ",
            "XII: Số giường bệnh/vạn dân | 33 giường bệnh",
            "Số bác sĩ/vạn dân | 10.8 bác sĩ",
            "Số giường bệnh/vạn dân | 34 giường bệnh",
        ],
        id="a-rate-without-a-unit-before-its-bracket",
    ),
    pytest.param(
        "Số hộ nghèo giảm từ 28.600 hộ (12,7%) xuống còn 8.300 hộ (3,6%).",
        [
            "Số hộ nghèo | 28600 hộ",
            "Số hộ nghèo | 8300 hộ",
            "Tỷ lệ hộ nghèo | 12.7 %",
            "Tỷ lệ hộ nghèo | 3.6 %",
        ],
        id="a-bracket-between-two-levels",
    ),
    pytest.param(
        "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân giảm từ 15,2% xuống 11,9%, thể thấp còi từ 25% xuống 20,4%.",
        [
            "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | 15.2 %",
            "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | 11.9 %",
            "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | 25 %",
            "Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | 20.4 %",
        ],
        id="both-levels-of-another-kind",
    ),
    pytest.param(
        "Cơ cấu lao động chuyển dịch tích cực: lao động nông nghiệp giảm còn 44%, công nghiệp - xây dựng tăng lên 31%, dịch vụ 25%.",
        [
            "Cơ cấu lao động: Lao động nông nghiệp | 44 %",
            "Cơ cấu lao động: Công nghiệp - xây dựng | 31 %",
            "Cơ cấu lao động: Dịch vụ | 25 %",
        ],
        id="what-a-part-of-the-structure-rises-to",
    ),
    pytest.param(
        "GRDP năm 2029 tăng 7,6%, năm 2030 tăng 10,1%; bình quân 5 năm tăng 8,4%/năm.",
        ["Tốc độ tăng GRDP | 7.6 %", "Tốc độ tăng GRDP | 10.1 %", "Tốc độ tăng GRDP bình quân | 8.4 %/năm"],
        id="the-mean-of-several-years",
    ),
    pytest.param(
        "Thu hút khách du lịch tăng bình quân 16%/năm, năm 2030 đạt 3,5 triệu lượt.",
        ["Tốc độ tăng thu hút khách du lịch bình quân | 16 %/năm", "Thu hút khách du lịch | 3.5 triệu lượt"],
        id="a-count-behind-its-growth",
    ),
    pytest.param(
        "Diện tích cây ăn quả đạt 38.000 ha, sản lượng 190.000 tấn, giá trị gần 4.200 tỷ đồng.",
        [
            "Diện tích cây ăn quả | 38000 ha",
            "Sản lượng cây ăn quả | 190000 tấn",
            "Giá trị cây ăn quả | ~4200 tỷ đồng",
        ],
        id="what-a-crop-is-worth",
    ),
    pytest.param(
        "Toàn Đảng bộ có 588 tổ chức cơ sở đảng với 71.300 đảng viên, tăng 24 tổ chức và 5.100 đảng viên so với đầu nhiệm kỳ.",
        ["Số tổ chức cơ sở đảng | 588 tổ chức cơ sở đảng", "Số đảng viên | 71300 đảng viên"],
        id="by-how-many-of-both-in-a-shorter-word",
    ),
    pytest.param(
        "Vốn ngoài nhà nước 52.000 tỷ đồng; vốn FDI chiếm 17%; kim ngạch xuất khẩu đạt bình quân 2,1 tỷ USD/năm.",
        [
            "Vốn ngoài nhà nước | 52000 tỷ đồng",
            "Tỷ trọng vốn FDI | 17 %",
            "Kim ngạch xuất khẩu bình quân | 2.1 tỷ USD/năm",
        ],
        id="funds-that-take-up-a-share",
    ),
    pytest.param(
        "Tỷ lệ xã đạt chuẩn nông thôn mới mới đạt 58%, bằng 82,9% chỉ tiêu Nghị quyết.",
        ["Tỷ lệ xã đạt chuẩn nông thôn mới | 58 %", "Tỷ lệ xã đạt chuẩn nông thôn mới: Chưa đạt 82.9"],
        id="an-adverb-spelt-as-the-word-before",
    ),
    pytest.param(
        "Có 81% tổ chức cơ sở đảng đạt trong sạch, vững mạnh, 94% số hộ được nghe, xem phát thanh, truyền hình, 96% số hộ được dùng điện.",
        [
            "Tỷ lệ tổ chức cơ sở đảng đạt trong sạch, vững mạnh | 81 %",
            "Tỷ lệ hộ được nghe, xem phát thanh, truyền hình | 94 %",
            "Tỷ lệ hộ được dùng điện | 96 %",
        ],
        id="words-that-stand-together-in-a-predicate",
    ),
]

NEWS = [
    pytest.param(
        "TIN ĐẠI HỘI\n\nNghị quyết Đại hội đã được thông qua.\n\nCác chỉ tiêu chủ yếu là tổng sản phẩm trên địa bàn (GRDP) đến năm 2040 đạt 90 nghìn tỷ đồng.\n\n"
        "Tốc độ tăng trưởng kinh tế bình quân từ 9,5%/năm trở lên. Số khách du lịch đạt từ hai triệu lượt khách/năm đến ba triệu lượt khách/năm, doanh thu 70 tỷ đồng.",
        [
            "plan: Tổng sản phẩm trên địa bàn (GRDP) | 90 nghìn tỷ đồng",
            "plan: Tốc độ tăng trưởng kinh tế | >=9.5 %",
            "plan: Số khách du lịch | 2000000..3000000 lượt khách",
            "plan: Doanh thu du lịch | 70 tỷ đồng",
        ],
        id="targets-listed-without-a-colon",
    ),
    pytest.param(
        "Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XIII, nhiệm kỳ 2030 - 2035\n\nĐại hội xác định giai đoạn 2030 - 2035, xây dựng tỉnh Sơn Bình trở thành trung tâm chế biến của vùng.\n\n"
        "Tốc độ tăng trưởng tổng sản phẩm trong tỉnh (GRDP) bình quân đạt 9%. Quy mô GRDP 210.400 tỷ đồng.",
        [
            "XIII: Tốc độ tăng trưởng tổng sản phẩm trong tỉnh (GRDP) bình quân | 9 %",
            "XIII: Quy mô GRDP | 210400 tỷ đồng",
        ],
        id="a-vision-above-its-figures",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*GROWTH, *HELD, *COUNTED, *MULTIPLES, *LEVELS])
def test_results_of_a_term(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(HEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_goals_in_the_news(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(text) == expected


RESULTS = "\n\nI. KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT\n\nThu ngân sách đạt 900 tỷ đồng.\n"

WRITTEN = "Sơn Bình, ngày 12 tháng 10 năm 2030\n\n"
TIMES = [
    pytest.param(
        "ĐẢNG BỘ TỈNH SƠN BÌNH\n*\nSố 01-NQ/ĐH\n"
        + WRITTEN
        + "NGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XVI, NHIỆM KỲ 2030 - 2035\n"
        + RESULTS
        + "\n\nII. MỤC TIÊU\n\n- Thu ngân sách đạt 1.200 tỷ đồng.\n\nNghị quyết đã được Đại hội thông qua ngày 12/10/2030 với 346/348 đại biểu tán thành.\n",
        {"2025-2030", None},
        id="a-resolution-tells-of-the-term-before-among-its-results-alone",
    ),
    pytest.param(
        "TỈNH ỦY SƠN BÌNH\n*\nSố 90-BC/TU\n"
        + WRITTEN
        + "BÁO CÁO\nKết quả thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025 - 2030; phương hướng nhiệm kỳ 2030 - 2035\n"
        "(Trình Đại hội Đảng bộ tỉnh lần thứ XVI)\n" + RESULTS,
        {"2025-2030"},
        id="of-two-terms-in-a-title-the-first-is-told",
    ),
    pytest.param(
        "TỈNH ỦY SƠN BÌNH\n*\nSố 90-BC/TU\n"
        + WRITTEN
        + "BÁO CÁO\nTổng kết thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XV, nhiệm kỳ 2025 - 2030 và phương hướng nhiệm kỳ 2030 - 2035\n"
        + RESULTS,
        {"2025-2030"},
        id="a-final-report-with-the-next-term-in-its-title",
    ),
    pytest.param(
        "TÀI LIỆU HỌC TẬP\nNghị quyết Đại hội Đảng bộ tỉnh Sơn Bình lần thứ XVI, nhiệm kỳ 2030 - 2035\n"
        "\nI. TÌNH HÌNH TRƯỚC NHIỆM KỲ 2030 - 2035\n\nTỉnh có 6 xã ven hồ; số hộ sống ven hồ là 4.100 hộ.\n",
        {"2025-2030"},
        id="what-is-there-is-not-of-the-term-to-come-in-the-heading",
    ),
]


@pytest.mark.parametrize(("text", "periods"), TIMES)
def test_times_that_the_title_tells(
    text: str, periods: set[str | None], outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(text), lexicon)
    assert {o.period for o in found.of(Observation)} == periods


REPORT = (
    "ĐẢNG BỘ TỈNH SƠN BÌNH\nBAN CHẤP HÀNH\n*\nSố 90-BC/TU\n"
    + WRITTEN
    + "BÁO CÁO CHÍNH TRỊ\nCỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH KHÓA XV TRÌNH ĐẠI HỘI ĐẠI BIỂU\n"
    "ĐẢNG BỘ TỈNH LẦN THỨ XVI, NHIỆM KỲ 2030 - 2035\n-----\n\nI. {}\n\n- Thu ngân sách đạt 900 tỷ đồng.\n"
)


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        pytest.param("VỀ THỰC HIỆN CÁC CHỈ TIÊU", "900 2025-2030", id="how-targets-were-carried-out"),
        pytest.param("VIỆC THỰC HIỆN CÁC KHÂU ĐỘT PHÁ", "900 2025-2030", id="how-breakthroughs-were-carried-out"),
        pytest.param("CÁC CHỈ TIÊU ĐÃ ĐẠT ĐƯỢC", "900 2025-2030", id="targets-that-were-reached"),
        pytest.param("NHÌN LẠI CHẶNG ĐƯỜNG 5 NĂM", "900 2025-2030", id="a-look-back"),
        pytest.param("PHÁT TRIỂN KINH TẾ GIAI ĐOẠN 2026 - 2030", "900 2026-2030", id="years-that-are-over"),
        pytest.param("PHÁT TRIỂN KINH TẾ GIAI ĐOẠN 2031 - 2035", "by 2035", id="years-to-come"),
        pytest.param("KẾ HOẠCH PHÁT TRIỂN KINH TẾ 5 NĂM 2031 - 2035", "by 2035", id="a-plan-of-the-years-to-come"),
        pytest.param("QUYẾT TÂM CỦA NHIỆM KỲ MỚI", "by 2035", id="the-new-term"),
        pytest.param("CÁC ĐỘT PHÁ CHIẾN LƯỢC", "by 2035", id="breakthroughs"),
    ],
)
def test_what_headings_say_of_the_figures_below(
    heading: str, told: str, outline_of: Callable[..., Outline], lexicon: Lexicon
) -> None:
    found = find_facts(outline_of(REPORT.format(heading)), lexicon)
    results = [f"{o.value} {o.period}" for o in found.of(Observation)]
    assert results + [f"by {t.by}" for t in found.of(Target)] == [told]
