"""Results as reports and news lead up to them: what a value helps to reach, who has counted it, shares of targets without an
amount, people of a kind, lists of sectors; goals worded alike; on sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.facts.told import told_facts
from vankien.model import Lexicon, Outline

REPORT = """ĐẢNG BỘ TỈNH SƠN BÌNH
BAN CHẤP HÀNH
*
Số 90-BC/TU	Sơn Bình, ngày 12 tháng 10 năm 2030

BÁO CÁO CHÍNH TRỊ
của Ban Chấp hành Đảng bộ tỉnh khóa XII trình Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII, nhiệm kỳ 2030 - 2035
-----
"""
Read = Callable[[str], list[str]]


@pytest.fixture
def facts_of(outline_of: Callable[..., Outline], lexicon: Lexicon) -> Read:
    """The targets, observations and verdicts of a text, a line each."""

    return lambda text: told_facts(outline_of(text + "\n"), lexicon)


RESULTS = [
    pytest.param(
        "Mặt trận các cấp vận động ủng hộ Quỹ, góp phần giảm tỷ lệ hộ nghèo của tỉnh xuống còn 3,9%.",
        ["Tỷ lệ hộ nghèo của tỉnh | 3.9 %"],
        id="what-a-deed-helps-to-reach",
    ),
    pytest.param(
        "Giá bán ổn định ở mức cao nên đàn lợn nái tăng lên 1.850 con.",
        ["Đàn lợn nái | 1850 con"],
        id="why-is-no-part-of-what-is-measured",
    ),
    pytest.param(
        "Qua rà soát có 38 tổ chức đảng được xếp loại xuất sắc (chiếm 6,2%).",
        [
            "Số tổ chức đảng được xếp loại xuất sắc | 38 tổ chức đảng",
            "Tỷ lệ tổ chức đảng được xếp loại xuất sắc | 6.2 %",
        ],
        id="who-has-counted",
    ),
    pytest.param(
        "Xã Tân Lạc đã gieo trồng 650 ha, trong đó có 300 ha lúa.",
        ["Diện tích gieo trồng | 650 ha", "Diện tích lúa | 300 ha"],
        id="whose-fields-they-are",
    ),
    pytest.param(
        "Tăng trưởng công nghiệp duy trì ở mức cao, bình quân đạt 8,2%/năm.",
        ["Tốc độ tăng công nghiệp bình quân | 8.2 %/năm"],
        id="that-it-stays-high-is-no-part-of-the-label",
    ),
    pytest.param(
        "Giới thiệu việc làm cho 9.800 lao động, tỷ lệ 109%; phát triển 750 doanh nghiệp, tỷ lệ 85%.",
        [
            "Số lao động được giới thiệu việc làm | 9800 lao động",
            "Số doanh nghiệp | 750 doanh nghiệp",
            "Tỷ lệ doanh nghiệp | 85 %",
        ],
        id="a-bare-rate-of-what-was-counted",
    ),
    pytest.param(
        "Số hộ dùng điện lưới đạt 103% chỉ tiêu Nghị quyết; kết nạp đảng viên mới đạt trên 112% chỉ tiêu Nghị quyết.",
        ["Số hộ dùng điện lưới: Vượt 103", "Kết nạp đảng viên mới: Vượt 112"],
        id="a-share-of-the-target-beyond-the-whole-is-no-rate",
    ),
    pytest.param(
        "Có 88.400 lượt khách tham quan hồ Nậm Sơn bằng 126% chỉ tiêu Nghị quyết.",
        ["Số lượt khách tham quan hồ Nậm Sơn | 88400 lượt khách", "Số lượt khách tham quan hồ Nậm Sơn: Vượt 126"],
        id="a-comparison-without-a-comma-behind-what-is-counted",
    ),
    pytest.param(
        "Một số chỉ tiêu đạt khá như: thu ngân sách đạt 21 tỷ đồng, bằng 124% chỉ tiêu; sản lượng chè đạt 9.000 tấn.",
        ["Thu ngân sách | 21 tỷ đồng", "Sản lượng chè | 9000 tấn", "Thu ngân sách: Vượt 124"],
        id="what-came-of-some-targets",
    ),
    pytest.param(
        "Đảng bộ xã có 1.320 đảng viên, sinh hoạt ở 41 chi bộ; đảng viên chính thức là 1.290, đảng viên dự bị là 30.",
        [
            "Số đảng viên | 1320 đảng viên",
            "Số chi bộ | 41 chi bộ",
            "Số đảng viên chính thức | 1290 đảng viên",
            "Số đảng viên dự bị | 30 đảng viên",
        ],
        id="people-of-a-kind",
    ),
    pytest.param(
        "Số cán bộ đạt chuẩn là 78%, trong đó có 120 thạc sĩ, bác sĩ, dược sĩ, cử nhân y tế công cộng, chiếm 3,5%.",
        [
            "Tỷ lệ cán bộ đạt chuẩn | 78 %",
            "Số thạc sĩ, bác sĩ, dược sĩ, cử nhân y tế công cộng | 120 thạc sĩ",
            "Tỷ lệ thạc sĩ, bác sĩ, dược sĩ, cử nhân y tế công cộng | 3.5 %",
        ],
        id="one-count-of-several-kinds-of-people",
    ),
    pytest.param(
        "Giá trị sản xuất nông nghiệp đạt 3.900 tỷ đồng; công nghiệp - xây dựng đạt 3.100 tỷ đồng; dịch vụ đạt 5.400 tỷ đồng.",
        [
            "Giá trị sản xuất nông nghiệp | 3900 tỷ đồng",
            "Giá trị sản xuất công nghiệp - xây dựng | 3100 tỷ đồng",
            "Giá trị sản xuất dịch vụ | 5400 tỷ đồng",
        ],
        id="the-output-of-each-sector",
    ),
    pytest.param(
        "Số doanh nghiệp thành lập mới là 410 doanh nghiệp với vốn đăng ký 5.200 tỷ đồng.",
        [
            "Số doanh nghiệp thành lập mới | 410 doanh nghiệp",
            "Vốn đăng ký doanh nghiệp thành lập mới | 5200 tỷ đồng",
        ],
        id="the-capital-of-the-firms-counted",
    ),
    pytest.param(
        "Số người từ 60 tuổi trở lên đã tiêm ít nhất 02 mũi đạt 97,5%; giá cả 1 số mặt hàng tăng.",
        ["Tỷ lệ người từ 60 tuổi trở lên đã tiêm ít nhất 02 mũi | 97.5 %"],
        id="doses-and-some-in-figures-are-no-values",
    ),
    pytest.param(
        "Phần lớn các chỉ tiêu kinh tế của xã đều đạt, vượt kế hoạch. Các chỉ tiêu Nghị quyết năm cơ bản thực hiện đạt kế hoạch.",
        [],
        id="most-targets-and-all-targets-are-not-judged",
    ),
    pytest.param(
        "Công nghiệp của huyện tăng 41%, góp phần hoàn thành kế hoạch của toàn ngành.",
        ["Tốc độ tăng công nghiệp của huyện | 41 %"],
        id="what-helps-to-reach-a-target-is-not-judged",
    ),
    pytest.param(
        "Toàn bộ 18/18 chỉ tiêu về kinh tế mà Nghị quyết Đại hội đề ra đều đạt.",
        [
            "Số chỉ tiêu về kinh tế đều đạt | 18 chỉ tiêu",
            "18/18 chỉ tiêu về kinh tế mà Nghị quyết Đại hội đề ra: Đạt",
        ],
        id="who-has-set-the-targets-that-were-reached",
    ),
    pytest.param(
        "Riêng án rất nghiêm trọng điều tra làm rõ 22/23 vụ (đạt tỷ lệ 95,6%).",
        [
            "Số vụ án rất nghiêm trọng được điều tra làm rõ | 22 vụ",
            "Tỷ lệ vụ án rất nghiêm trọng được điều tra làm rõ | 95.6 %",
        ],
        id="cases-of-a-kind-and-their-rate",
    ),
    pytest.param(
        "Đảng viên được xếp loại xuất sắc là 61 người chiếm tỉ lệ 12,6%; 3 đảng viên không xếp loại chiếm tỷ lệ 0,6%.",
        [
            "Số đảng viên được xếp loại xuất sắc | 61 người",
            "Tỷ lệ đảng viên được xếp loại xuất sắc | 12.6 %",
            "Số đảng viên không xếp loại | 3 đảng viên",
            "Tỷ lệ đảng viên không xếp loại | 0.6 %",
        ],
        id="a-rate-without-a-comma",
    ),
    pytest.param(
        "Trong nhiệm kỳ có 41 đảng viên bị kỷ luật với các hình thức khiển trách 33, cảnh cáo 4 và khai trừ 4 người.",
        [
            "Số đảng viên bị kỷ luật | 41 đảng viên",
            "Số đảng viên bị kỷ luật: Khiển trách | 33 đảng viên",
            "Số đảng viên bị kỷ luật: Cảnh cáo | 4 đảng viên",
            "Số đảng viên bị kỷ luật: Khai trừ | 4 đảng viên",
        ],
        id="kinds-the-last-of-which-names-the-people",
    ),
    pytest.param(
        "Chi bộ kết nạp 8 quần chúng, chuyển Đảng chính thức cho 9 đồng chí.",
        ["Số quần chúng được kết nạp | 8 quần chúng", "Số đồng chí được chuyển Đảng chính thức | 9 đồng chí"],
        id="another-deed-for-people",
    ),
    pytest.param(
        "Số giường bệnh/10000 dân đạt trên 25 giường.",
        ["Số giường bệnh/10000 dân | >25 giường"],
        id="to-how-many-people-without-a-dot",
    ),
    pytest.param(
        "Thu nội địa đạt 4.200 tỷ đồng, tăng bình quân 11,3%/năm, bằng 118% dự toán Trung ương giao và 109% dự toán tỉnh giao.",
        [
            "Thu nội địa | 4200 tỷ đồng",
            "Tốc độ tăng thu nội địa bình quân | 11.3 %/năm",
            "Thu nội địa: Vượt 118",
            "Thu nội địa: Vượt 109",
        ],
        id="a-budget-is-of-the-amount-and-not-of-its-growth",
    ),
    pytest.param(
        "Kết nạp 650 hội viên mới, trong đó 38% là thanh niên, 51% là nữ.",
        [
            "Số hội viên mới được kết nạp | 650 hội viên",
            "Tỷ lệ hội viên mới được kết nạp là thanh niên | 38 %",
            "Tỷ lệ hội viên mới được kết nạp là nữ | 51 %",
        ],
        id="shares-of-kinds-of-what-was-counted",
    ),
    pytest.param(
        "Kim ngạch xuất khẩu đạt 3,2 tỷ USD; nhập khẩu 1,9 tỷ USD. Hơn 3/4 số hộ có thu nhập từ rừng.",
        ["Kim ngạch xuất khẩu | 3.2 tỷ USD", "Kim ngạch nhập khẩu | 1.9 tỷ USD"],
        id="the-other-half-of-trade-and-a-fraction",
    ),
    pytest.param(
        "Xã có 2.450 hộ với 10.120 khẩu; hòa giải thành 45/48 vụ việc, đạt 93,7%; có trình độ thạc sĩ 8 đồng chí.",
        [
            "Số hộ | 2450 hộ",
            "Số khẩu | 10120 khẩu",
            "Số vụ việc được hòa giải thành | 45 vụ",
            "Tỷ lệ vụ việc được hòa giải thành | 93.7 %",
            "Số đồng chí có trình độ thạc sĩ | 8 đồng chí",
        ],
        id="people-of-a-place-rates-of-deeds-and-what-people-have",
    ),
    pytest.param(
        "Diện tích cam tăng lên 1.250 ha; nhu cầu vốn của Chương trình là 2.450 tỷ đồng.",
        ["Diện tích cam | 1250 ha", "Nhu cầu vốn của Chương trình | 2450 tỷ đồng"],
        id="the-level-of-an-area-and-a-sum-behind-a-programme",
    ),
    pytest.param(
        "Chỉ tiêu tỷ lệ thôn có nhà văn hóa chưa hoàn thành (đạt 71%, Nghị quyết 75%).",
        [
            "XII: Tỷ lệ thôn có nhà văn hóa | 75 %",
            "Tỷ lệ thôn có nhà văn hóa | 71 %",
            "Tỷ lệ thôn có nhà văn hóa: Chưa đạt 71",
        ],
        id="what-came-of-a-target-is-no-part-of-its-name",
    ),
    pytest.param(
        "Trồng được 1.240 cây dược liệu (Nghị quyết 1.200), tỷ lệ dân số có BHXH mới đạt 16,8%.",
        [
            "XII: Số cây dược liệu được trồng | 1200 cây",
            "Số cây dược liệu được trồng | 1240 cây",
            "Tỷ lệ dân số có bảo hiểm xã hội | 16.8 %",
        ],
        id="a-resolution-in-brackets-and-only-so-much",
    ),
    pytest.param(
        "Công nghiệp có 2/3 chỉ tiêu đạt, chỉ tiêu giá trị sản xuất công nghiệp không đạt.",
        ["Số chỉ tiêu đạt công nghiệp | 2 chỉ tiêu", "Giá trị sản xuất công nghiệp: Không đạt"],
        id="a-target-by-name-behind-the-count",
    ),
    pytest.param(
        "Đại hội đề ra 36 chỉ tiêu, đến nay huyện có 22 chỉ tiêu đã đạt và vượt, trong đó thu ngân sách đạt 300 tỷ đồng.",
        [
            "Số chỉ tiêu được đại hội đề ra | 36 chỉ tiêu",
            "Số chỉ tiêu đã đạt và vượt | 22 chỉ tiêu",
            "Thu ngân sách | 300 tỷ đồng",
        ],
        id="what-came-of-the-targets-that-were-set",
    ),
    pytest.param(
        "Tỷ trọng công nghiệp từ 15% tăng lên 23%; số trường đạt chuẩn từ 12 trường đã tăng lên 15 trường.",
        [
            "Tỷ trọng công nghiệp | 15 %",
            "Tỷ trọng công nghiệp | 23 %",
            "Số trường đạt chuẩn | 12 trường",
            "Số trường đạt chuẩn | 15 trường",
        ],
        id="a-level-that-it-rises-to",
    ),
    pytest.param(
        "Tốc độ tăng trưởng từ 5% lên 8%.",
        ["Tốc độ tăng trưởng | 5 %", "Tốc độ tăng trưởng | 8 %"],
        id="a-rate-of-growth-moves",
    ),
    pytest.param(
        "Tăng trưởng kinh tế bình quân đạt 8,4%/năm, cao hơn 1,4%/năm so với chỉ tiêu Nghị quyết.",
        ["Tốc độ tăng kinh tế bình quân | 8.4 %/năm", "Tốc độ tăng kinh tế bình quân: Vượt"],
        id="above-its-target-by-so-much-a-year",
    ),
    pytest.param(
        "Thu ngân sách đạt 300 tỷ đồng, chiếm gần 1/3 thu ngân sách toàn tỉnh.",
        ["Thu ngân sách | 300 tỷ đồng"],
        id="a-third-of-a-sum-is-no-count",
    ),
    pytest.param(
        "Cách làm này hiệu quả, vì vậy tội phạm về trật tự xã hội đã giảm rõ rệt, giảm 5,8% so với năm trước.",
        ["Mức giảm tội phạm về trật tự xã hội | 5.8 %"],
        id="what-has-fallen-stands-in-the-clause-before",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RESULTS)
def test_results_are_read_without_what_leads_up_to_them(text: str, expected: list[str], facts_of: Read) -> None:
    assert facts_of(f"{REPORT}I- KẾT QUẢ ĐẠT ĐƯỢC\n{text}") == expected


GOALS = [
    pytest.param(
        "Đẩy mạnh tốc độ tăng trưởng khách quốc tế từ 1,2 triệu lượt (năm 2027) lên 2,4 triệu lượt vào năm 2035.",
        ["XIII: Khách quốc tế | 2.4 triệu lượt", "Khách quốc tế | 1.2 triệu lượt"],
        id="levels-of-what-grows",
    ),
    pytest.param(
        "Thu nội địa đạt 100% chỉ tiêu trở lên.",
        ["XIII: Thu nội địa | >=100 %"],
        id="a-bound-on-the-share-of-a-plan-is-no-verdict",
    ),
    pytest.param(
        "Tỉnh thuộc nhóm 15 địa phương dẫn đầu cả nước về cải cách hành chính, bảo vệ rừng đầu nguồn và chuyển đổi số.",
        ["XIII: Xếp hạng cải cách hành chính, bảo vệ rừng đầu nguồn và chuyển đổi số | <=15 hạng"],
        id="a-rank-in-a-list-of-matters",
    ),
    pytest.param(
        "Tỷ lệ tảo hôn ở các thôn có tỷ lệ tảo hôn trên 30% giảm từ 5% trở lên.",
        ["XIII: Mức giảm tỷ lệ tảo hôn ở các thôn có tỷ lệ tảo hôn trên 30% | >=5 %"],
        id="which-places-are-meant-is-no-value",
    ),
    pytest.param(
        "Bố trí ít nhất 3% tổng chi ngân sách cho lâm nghiệp; chi sự nghiệp môi trường đạt 1,5% tổng chi ngân sách.",
        [
            "XIII: Tỷ lệ chi cho lâm nghiệp trong tổng chi ngân sách | >=3 %",
            "XIII: Tỷ lệ chi sự nghiệp môi trường trong tổng chi ngân sách | 1.5 %",
        ],
        id="shares-of-all-that-is-spent",
    ),
    pytest.param(
        "Phấn đấu trở thành một trong 10 tỉnh dẫn đầu về trồng dược liệu; là 1 trong 5 địa phương dẫn đầu về thủy sản.",
        ["XIII: Xếp hạng trồng dược liệu | <=10 hạng", "XIII: Xếp hạng thủy sản | <=5 hạng"],
        id="one-of-the-first-places",
    ),
    pytest.param(
        "100% hồ sơ công việc cấp tỉnh, 90% cấp xã được số hóa; 100% xã vững mạnh về quốc phòng, trong đó 60% vững mạnh xuất sắc.",
        [
            "XIII: Tỷ lệ hồ sơ công việc cấp tỉnh được số hóa | 100 %",
            "XIII: Tỷ lệ hồ sơ công việc cấp xã được số hóa | 90 %",
            "XIII: Tỷ lệ xã vững mạnh về quốc phòng | 100 %",
            "XIII: Tỷ lệ xã vững mạnh xuất sắc | 60 %",
        ],
        id="some-of-those-before",
    ),
    pytest.param(
        "Thu gom 98% rác thải đô thị, 85% ở nông thôn; diện tích chè chất lượng cao đạt 75%; 70% hợp tác xã hoạt động khá, tốt.",
        [
            "XIII: Tỷ lệ thu gom rác thải đô thị | 98 %",
            "XIII: Tỷ lệ thu gom rác thải ở nông thôn | 85 %",
            "XIII: Tỷ lệ diện tích chè chất lượng cao | 75 %",
            "XIII: Tỷ lệ hợp tác xã hoạt động khá, tốt | 70 %",
        ],
        id="zones-shares-of-areas-and-grades",
    ),
    pytest.param(
        "Đào tạo nghề cho 60.000 người, trong đó trung cấp 15.000 người, sơ cấp 45.000 người.",
        [
            "XIII: Số người được đào tạo nghề | 60000 người",
            "XIII: Số người được đào tạo nghề trình độ trung cấp | 15000 người",
            "XIII: Số người được đào tạo nghề trình độ sơ cấp | 45000 người",
        ],
        id="levels-of-training",
    ),
    pytest.param(
        "Giá trị sản phẩm trên 1 ha đất trồng chè đạt 130 triệu đồng, đất nuôi cá đạt 280 triệu đồng; giường bệnh trên 10.000 dân đạt 38.",
        [
            "XIII: Giá trị sản phẩm trên 1 ha đất trồng chè | 130 triệu đồng",
            "XIII: Giá trị sản phẩm trên 1 ha đất nuôi cá | 280 triệu đồng",
            "XIII: Giường bệnh trên 10.000 dân | 38 giường bệnh",
        ],
        id="land-of-another-kind-and-beds",
    ),
    pytest.param(
        "Trên 95% hộ dân hài lòng về sự phục vụ của bộ phận một cửa.",
        ["XIII: Tỷ lệ hộ dân hài lòng về sự phục vụ của bộ phận một cửa | >95 %"],
        id="a-service-is-no-purpose",
    ),
    pytest.param(
        "Chương trình phát triển cây quế kế thừa kết quả của nhiệm kỳ trước. Nhu cầu vốn của Chương trình là 2.450 tỷ đồng, trong đó ngân sách tỉnh 490 tỷ đồng, chiếm 20%.",
        [
            "Nhu cầu vốn của Chương trình phát triển cây quế | 2450 tỷ đồng",
            "Nhu cầu vốn của Chương trình phát triển cây quế: ngân sách tỉnh | 490 tỷ đồng",
            "Tỷ trọng ngân sách tỉnh trong nhu cầu vốn của Chương trình phát triển cây quế | 20 %",
        ],
        id="the-programme-that-opens-the-paragraph",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo đa chiều toàn xã giảm dưới 1%.",
        ["XIII: Tỷ lệ hộ nghèo đa chiều toàn xã | <1 %"],
        id="falls-to-below",
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOALS)
def test_goals_are_read_without_what_leads_up_to_them(text: str, expected: list[str], facts_of: Read) -> None:
    assert facts_of(f"{REPORT}II- MỤC TIÊU NHIỆM KỲ 2030 - 2035\n{text}") == expected


NEWS = [
    pytest.param(
        "Nhiệm kỳ 2025 - 2030, kinh tế xã An Khê phát triển khá, thu nhập bình quân đầu người năm 2030 là 92 triệu đồng. "
        "Giá trị sản phẩm trên mỗi héc-ta đất màu đến năm 2030 đạt 216 triệu đồng.",
        ["Thu nhập bình quân đầu người | 92 triệu đồng", "Giá trị sản phẩm trên mỗi héc-ta đất màu | 216 triệu đồng"],
        id="a-value-by-the-year-that-the-paragraph-reports-on",
    ),
    pytest.param(
        "Về môi trường, giảm tỷ lệ rác thải chôn lấp xuống dưới 9%; phấn đấu tỷ lệ che phủ rừng đạt 56%.",
        ["plan: Tỷ lệ rác thải chôn lấp | <9 %", "plan: Tỷ lệ che phủ rừng | 56 %"],
        id="a-list-of-goals-that-says-so-later",
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_without_headings_tell_results_from_goals(text: str, expected: list[str], facts_of: Read) -> None:
    assert facts_of(text) == expected
