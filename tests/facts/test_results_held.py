"""Results held against resolutions and plans as reports, reviews and news on congresses word them: verdicts without a comma,
shares that stand for their indicator, parts of a year, growth that names nothing; on sentences of our own."""

from __future__ import annotations

import pytest

from tests.facts.test_results_worded import HEAD, Read, facts_of

__all__ = ["facts_of"]

REPORTED = [
    pytest.param(
        "Tỷ lệ che phủ rừng đạt 52,1%, tăng 2% so với đầu nhiệm kỳ, đạt chỉ tiêu Nghị quyết đề ra (Nghị quyết: trên 50%).",
        ["XII: Tỷ lệ che phủ rừng | >50 %", "Tỷ lệ che phủ rừng | 52.1 %", "Tỷ lệ che phủ rừng: Đạt"],
        id="what-a-result-is-held-against-does-not-name-the-target",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 4,1%/năm, vượt mục tiêu Nghị quyết Đại hội đại biểu Đảng bộ huyện An Lâm lần thứ XII (3%/năm).",
        [
            "XII: Mức giảm tỷ lệ hộ nghèo bình quân | 3 %",
            "Mức giảm tỷ lệ hộ nghèo bình quân | 4.1 %/năm",
            "Mức giảm tỷ lệ hộ nghèo bình quân: Vượt",
        ],
        id="a-target-of-the-congress-by-its-full-name",
    ),
    pytest.param(
        "Tỷ lệ che phủ rừng đạt 52,1% (chỉ tiêu Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XII là 53%).",
        ["XII: Tỷ lệ che phủ rừng | 53 %", "Tỷ lệ che phủ rừng | 52.1 %"],
        id="the-full-name-in-the-bracket",
    ),
    pytest.param(
        "Tỷ lệ che phủ rừng đạt 52,1%, chưa đạt mục tiêu Nghị quyết số 08-NQ/TU, ngày 12/3/2026 của Tỉnh ủy đề ra (53%).",
        ["08-NQ/TU: Tỷ lệ che phủ rừng | 53 %", "Tỷ lệ che phủ rừng | 52.1 %", "Tỷ lệ che phủ rừng: Chưa đạt"],
        id="a-resolution-by-number-day-and-issuer",
    ),
    pytest.param(
        "Tỷ lệ phát triển đảng viên mới đạt 5,2% so với tổng số đảng viên, cao hơn mục tiêu Nghị quyết (3% trên tổng số đảng viên).",
        [
            "XII: Tỷ lệ phát triển đảng viên mới | 3 %",
            "Tỷ lệ phát triển đảng viên mới | 5.2 %",
            "Tỷ lệ phát triển đảng viên mới: Vượt",
        ],
        id="what-both-shares-are-of",
    ),
    pytest.param(
        "Sản lượng lương thực năm 2029 là 8.200 tấn, đạt 82% kế hoạch bằng 104% so với cùng kỳ.",
        ["Sản lượng lương thực | 8200 tấn", "Sản lượng lương thực: Chưa đạt 82"],
        id="a-second-comparison-without-a-comma",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người ước đạt 61 triệu đồng/người/năm tăng gấp 1,4 lần so với năm 2025.",
        ["Thu nhập bình quân đầu người | 61 triệu đồng/người/năm"],
        id="so-many-times-without-a-comma",
    ),
    pytest.param(
        "Đảng bộ kết nạp được 96 đảng viên vượt chỉ tiêu Nghị quyết đề ra; có 12 xã vượt kế hoạch.",
        [
            "Số đảng viên được kết nạp | 96 đảng viên",
            "Số xã vượt kế hoạch | 12 xã",
            "Số đảng viên được kết nạp: Vượt",
            "Số xã vượt kế hoạch: Vượt",
        ],
        id="a-verdict-right-behind-what-is-counted",
    ),
    pytest.param(
        "Doanh thu năm 2029 ước đạt 37 tỷ đồng, cao hơn kế hoạch thành phố giao 11%. Sản lượng lúa năm 2029 đạt 45 nghìn tấn, vượt kế hoạch tỉnh giao 12%.",
        ["Doanh thu | 37 tỷ đồng", "Sản lượng lúa | 45 nghìn tấn", "Doanh thu: Vượt", "Sản lượng lúa: Vượt"],
        id="the-plan-of-one-above-before-the-amount",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người đạt 68 triệu đồng, hoàn thành mục tiêu Đại hội và tăng 17 triệu đồng so với đầu nhiệm kỳ.",
        ["Thu nhập bình quân đầu người | 68 triệu đồng", "Thu nhập bình quân đầu người: Đạt"],
        id="a-verdict-and-a-change-in-one",
    ),
    pytest.param(
        "Nhưng dưới sự lãnh đạo, chỉ đạo của Đảng bộ, kinh tế tiếp tục có bước phát triển với mức tăng trưởng năm 2029 ước đạt 9,2%.",
        ["Tốc độ tăng trưởng kinh tế | 9.2 %"],
        id="who-leads-is-no-subject",
    ),
    pytest.param(
        "Theo báo cáo chính trị, trong nhiệm kỳ qua, tốc độ tăng trưởng trung bình của tỉnh đạt 7,3%.",
        ["Tốc độ tăng trưởng bình quân | 7.3 %"],
        id="who-says-so-is-no-subject",
    ),
    pytest.param(
        "Tốc độ tăng trưởng đạt bình quân 12%.", ["Tốc độ tăng trưởng bình quân | 12 %"], id="the-verb-before-the-mean"
    ),
    pytest.param(
        "Chương trình triển khai tốt, tốc độ tăng trưởng bình quân ngành nông nghiệp đạt 5%.",
        ["Tốc độ tăng trưởng bình quân ngành nông nghiệp | 5 %"],
        id="of-what-stands-behind-the-mean",
    ),
    pytest.param(
        "Trung bình mỗi năm giải quyết việc làm cho 310 lao động.",
        ["Số lao động được giải quyết việc làm | 310 lao động"],
        id="an-average-year-by-another-word",
    ),
    pytest.param(
        "Kinh tế tăng trưởng khá với tổng thu ngân sách trên địa bàn đạt 220 tỷ đồng.",
        ["Tổng thu ngân sách trên địa bàn | 220 tỷ đồng"],
        id="what-grows-well-with-a-sum",
    ),
    pytest.param(
        "Thu ngân sách tăng trưởng tốt, trung bình trong 5 năm qua đạt 118% so với mục tiêu Đại hội; năng suất lao động bằng 90% so với nghị quyết.",
        ["Thu ngân sách: Vượt 118", "Năng suất lao động: Chưa đạt 90"],
        id="the-share-of-a-target-of-a-sum",
    ),
    pytest.param(
        "Thu tiền sử dụng đất năm 2029 chỉ đạt 77% dự toán. Giải ngân vốn đầu tư công năm 2029 đạt 93% kế hoạch.",
        [
            "Tỷ lệ thu tiền sử dụng đất | 77 %",
            "Tỷ lệ giải ngân vốn đầu tư công | 93 %",
            "Tỷ lệ thu tiền sử dụng đất: Chưa đạt 77",
            "Tỷ lệ giải ngân vốn đầu tư công: Chưa đạt 93",
        ],
        id="the-share-of-a-plan-of-a-deed",
    ),
    pytest.param(
        "Thu ngân sách năm 2029 đạt 450 tỷ đồng (đạt hơn 424% so với dự toán tỉnh giao).",
        ["Thu ngân sách | 450 tỷ đồng", "Thu ngân sách: Vượt 424"],
        id="more-than-a-share",
    ),
    pytest.param(
        "Nhiều chỉ tiêu đạt và vượt so với kế hoạch: tổng giá trị sản xuất đạt 870 tỷ đồng; thu ngân sách đạt 45 tỷ đồng (đạt 124% dự toán); thu nhập bình quân đầu người đạt 76 triệu đồng.",
        [
            "Tổng giá trị sản xuất | 870 tỷ đồng",
            "Thu ngân sách | 45 tỷ đồng",
            "Thu nhập bình quân đầu người | 76 triệu đồng",
            "Tổng giá trị sản xuất: Đạt",
            "Thu nhập bình quân đầu người: Đạt",
            "Thu ngân sách: Vượt 124",
        ],
        id="a-list-whose-item-has-its-own-share",
    ),
    pytest.param(
        "Hoàn thành 100% chỉ tiêu tuyển quân.",
        ["Tỷ lệ hoàn thành chỉ tiêu tuyển quân | 100 %", "Tỷ lệ hoàn thành chỉ tiêu tuyển quân: Đạt 100"],
        id="all-recruits-that-were-ordered",
    ),
    pytest.param(
        "Xã hoàn thành và hoàn thành vượt mức 24/25 chỉ tiêu đề ra, hoàn thành vượt mức kế hoạch 10/25 chỉ tiêu.",
        [
            "Số chỉ tiêu hoàn thành và hoàn thành vượt mức | 24 chỉ tiêu",
            "Số chỉ tiêu hoàn thành vượt mức kế hoạch | 10 chỉ tiêu",
        ],
        id="how-targets-were-reached",
    ),
    pytest.param(
        "Các chỉ tiêu về thương mại, du lịch chưa đạt được 45% kế hoạch và giảm so với cùng kỳ.",
        [],
        id="how-far-several-targets-are",
    ),
    pytest.param(
        "Xã đạt 19/19 tiêu chí xây dựng nông thôn mới. Hiện huyện có 6 xã đạt 19/19 tiêu chí nông thôn mới.",
        ["Số tiêu chí xây dựng nông thôn mới | 19 tiêu chí", "Số xã đạt 19/19 tiêu chí nông thôn mới | 6 xã"],
        id="criteria-that-a-commune-meets",
    ),
    pytest.param(
        "Năm 2029 là năm thứ 4 thực hiện Nghị quyết; Đảng ủy Phường 1 khóa IX đã kết nạp 20 đảng viên.",
        ["Số đảng viên được kết nạp | 20 đảng viên"],
        id="the-year-of-a-term-is-no-rank",
    ),
    pytest.param(
        "Tỷ trọng nông - lâm - thủy sản chiếm 31%; xây dựng - tiểu thủ công nghiệp, chiếm 26%; dịch vụ chiếm 43%.",
        [
            "Tỷ trọng nông - lâm - thủy sản | 31 %",
            "Tỷ trọng xây dựng - tiểu thủ công nghiệp | 26 %",
            "Tỷ trọng dịch vụ | 43 %",
        ],
        id="a-comma-before-the-verb-of-a-part",
    ),
    pytest.param(
        "Mưa lũ xảy ra tại một số xã làm chết 48 con trâu, bò, làm sập 12 căn nhà.",
        ["Số con trâu, bò chết | 48 con", "Số căn nhà bị sập | 12 căn nhà"],
        id="what-became-of-animals-and-houses",
    ),
    pytest.param(
        "Nhân dân đã hiến 26.000 m2 đất và đóng góp hàng chục tỷ đồng.",
        ["Diện tích đất hiến | 26000 m2"],
        id="land-that-people-gave",
    ),
    pytest.param(
        "Nhân dân hiến 26.000 m2 đất, đóng góp 3.000 ngày công.",
        ["Diện tích đất nhân dân hiến | 26000 m2", "Số ngày công được đóng góp | 3000 ngày công"],
        id="days-of-work",
    ),
    pytest.param(
        "Xã đầu tư 72 tỷ đồng xây dựng 19 công trình phúc lợi.",
        ["Kinh phí xã đầu tư xây dựng | 72 tỷ đồng", "Số công trình phúc lợi được xã đầu tư | 19 công trình"],
        id="what-money-was-spent-on",
    ),
    pytest.param(
        "Giá trị sản xuất bình quân 1 ha canh tác đạt 164 triệu đồng.",
        ["Giá trị sản xuất bình quân 1 ha canh tác | 164 triệu đồng"],
        id="one-hectare-is-a-measure",
    ),
    pytest.param(
        "Tổng thu ngân sách nhà nước ước thực hiện lũy kế đến tháng 6.2029 gần 295 tỷ đồng.",
        ["Tổng thu ngân sách nhà nước | ~295 tỷ đồng"],
        id="a-month-with-a-full-stop",
    ),
    pytest.param(
        "Huyện xây dựng 3 cụm công nghiệp. Tại 3 cụm công nghiệp này thu hút 17 dự án với tổng vốn đăng ký 1.700 tỷ đồng.",
        [
            "Số cụm công nghiệp được huyện xây dựng | 3 cụm công nghiệp",
            "Số dự án được thu hút | 17 dự án",
            "Tổng vốn đăng ký dự án được thu hút | 1700 tỷ đồng",
        ],
        id="places-told-before",
    ),
    pytest.param(
        "Tổng số trường đạt chuẩn quốc gia đạt gần 79%.",
        ["Tỷ lệ trường đạt chuẩn quốc gia | ~79 %"],
        id="a-share-of-a-whole-number",
    ),
    pytest.param(
        "GRDP tăng 13,2%, gấp 2,9 lần bình quân chung cả nước (4,5%).",
        ["Tốc độ tăng GRDP | 13.2 %", "Tốc độ tăng GRDP bình quân chung cả nước | 4.5 %"],
        id="so-many-times-the-mean-of-the-nation",
    ),
]
NEWS = [
    pytest.param(
        "TIN ĐẠI HỘI\n\nĐại hội đã bế mạc.\n\nTổng giá trị sản xuất ước đạt 2.148 tỷ đồng. Trong đó, nông nghiệp đạt 923 tỷ đồng, dịch vụ đạt 304 tỷ đồng.\n\n"
        "Riêng GRDP/người trừ dầu khí ước năm 2030 đạt chỉ tiêu Đại hội đề ra là 10.370 USD.\n\nĐảng bộ phấn đấu thực hiện 18 chỉ tiêu chủ yếu và 3 khâu đột phá.",
        [
            "Tổng giá trị sản xuất | 2148 tỷ đồng",
            "Giá trị sản xuất: nông nghiệp | 923 tỷ đồng",
            "Giá trị sản xuất: dịch vụ | 304 tỷ đồng",
            "GRDP/người trừ dầu khí | 10370 USD",
            "GRDP/người trừ dầu khí: Đạt",
        ],
        id="parts-in-the-next-sentence-and-the-target-that-was-met",
    ),
    pytest.param(
        "Từ chỗ bình quân mỗi xã chỉ đạt 2 tiêu chí năm 2025, đến nay, mỗi xã đạt bình quân trên 15 tiêu chí nông thôn mới.\n"
        "Riêng năm 2029, có 71 xã đạt chuẩn, tăng 11 xã so với mục tiêu.",
        [
            "Số tiêu chí bình quân mỗi xã | 2 tiêu chí",
            "Số tiêu chí nông thôn mới bình quân mỗi xã | >15 tiêu chí",
            "Số xã đạt chuẩn | 71 xã",
            "Số xã đạt chuẩn: Vượt",
        ],
        id="sentences-before-any-heading-and-what-each-has",
    ),
    pytest.param(
        "TIN HỘI NGHỊ\n\nTrong 6 tháng đầu năm, giá trị sản xuất đạt 2.700 tỷ đồng. Tổng diện tích gieo trồng được 21.000 ha, đạt 71% kế hoạch.\n\nTổng thu ngân sách ước thực hiện 285 tỷ đồng, đạt 60% kế hoạch tỉnh giao.",
        ["Giá trị sản xuất | 2700 tỷ đồng", "Tổng diện tích gieo trồng | 21000 ha", "Tổng thu ngân sách | 285 tỷ đồng"],
        id="months-without-a-year",
    ),
    pytest.param(
        "TIN ĐẠI HỘI\n\nCác chỉ tiêu của Đảng bộ phường An Khê đều đạt và vượt.\n\nCụ thể, một số chỉ tiêu cơ bản như: tốc độ tăng trưởng kinh tế bình quân đạt 10%; thu nhập bình quân đầu người đạt 50 triệu đồng.",
        ["Tốc độ tăng trưởng kinh tế bình quân | 10 %", "Thu nhập bình quân đầu người | 50 triệu đồng"],
        id="reached-and-how-far",
    ),
    pytest.param(
        "TIN ĐẠI HỘI\n\nBáo cáo chính trị nêu rõ, 5 năm qua tỉnh đã hoàn thành vượt mức 16 trong số 20 chỉ tiêu kinh tế.",
        ["Số chỉ tiêu kinh tế hoàn thành vượt mức | 16 chỉ tiêu"],
        id="what-a-report-says-was-reached",
    ),
    pytest.param(
        "TIN ĐẠI HỘI\n\nHội nghị đã bế mạc.\n\nTrong nhiệm kỳ 2030 - 2035, Đảng bộ tỉnh Sơn Bình tập trung 6 nhiệm vụ trọng tâm để đạt các chỉ tiêu đề ra như: GRDP đạt trên 300.000 tỷ đồng; tỷ lệ lao động đã qua đào tạo đạt 70%; tỷ lệ hộ nghèo giảm bình quân 1,5%-2%/năm.",
        [
            "plan: GRDP | >300000 tỷ đồng",
            "plan: Tỷ lệ lao động đã qua đào tạo | 70 %",
            "plan: Mức giảm tỷ lệ hộ nghèo bình quân | 1.5..2 %",
        ],
        id="to-reach-the-targets",
    ),
    pytest.param(
        "TIN HỘI NGHỊ\n\nHội nghị đã bế mạc.\n\nNăm 2032, phấn đấu kết nạp từ 45 đảng viên trở lên; trên 90% chi bộ hoàn thành tốt nhiệm vụ. Thu ngân sách đạt trên 154 tỷ đồng. Sản lượng lúa đạt 50 nghìn tấn, tăng 3% so với cùng kỳ.",
        [
            "plan: Số đảng viên được kết nạp | >=45 đảng viên",
            "plan: Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ | >90 %",
            "plan: Thu ngân sách | >154 tỷ đồng",
            "Sản lượng lúa | 50 nghìn tấn",
        ],
        id="a-promise-goes-on-in-its-paragraph",
    ),
    pytest.param(
        "TIN ÐẠI HỘI\n\nÐại hội đã bế mạc.\n\nÐảng bộ tỉnh kết nạp 300 đảng viên, vượt chỉ tiêu Ðại hội đề ra.",
        ["Số đảng viên được kết nạp | 300 đảng viên", "Số đảng viên được kết nạp: Vượt"],
        id="letters-of-another-language",
    ),
]


@pytest.mark.parametrize(("text", "expected"), REPORTED)
def test_results_of_a_report(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(HEAD + text) == expected


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_results_in_the_news(facts_of: Read, text: str, expected: list[str]) -> None:
    assert facts_of(text) == expected
