"""A sentence → its values with labels: one way of wording a case, on sentences of our own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.units import unit_at
from vankien.model import Lexicon
from vankien.vietnamese import plain


def line(measure: Measure) -> str:
    """Label, comparator with value, unit: how the tables below write a measure."""
    quantity = measure.quantity
    upper = f"..{plain(quantity.upper)}" if quantity.upper is not None else ""
    return f"{measure.label} | {quantity.comparator} {plain(quantity.value)}{upper} | {quantity.unit or '-'}"


CASES = [
    pytest.param(
        "Tỷ lệ che phủ rừng của Sơn Bình đạt 47,5%.",
        ["Tỷ lệ che phủ rừng của Sơn Bình | = 47.5 | %"],
        id="label-before-value",
    ),
    pytest.param(
        "62% thôn, bản có nhà sinh hoạt cộng đồng.",
        ["Tỷ lệ thôn, bản có nhà sinh hoạt cộng đồng | = 62 | %"],
        id="value-before-label",
    ),
    pytest.param(
        "Phấn đấu mỗi hộ có một điện thoại thông minh, mỗi xã có ít nhất một mô hình ruộng bậc thang.",
        [
            "Số điện thoại thông minh mỗi hộ | = 1 | điện thoại thông minh",
            "Số mô hình ruộng bậc thang mỗi xã | >= 1 | mô hình",
        ],
        id="one-in-words-that-each-has",
    ),
    pytest.param(
        "Tỷ trọng chè chiếm từ 8% đến 9%, mật ong chiếm từ 32% đến 33%, thổ cẩm chiếm từ 59% đến 60%.",
        ["Tỷ trọng chè | range 8..9 | %", "Tỷ trọng mật ong | range 32..33 | %", "Tỷ trọng thổ cẩm | range 59..60 | %"],
        id="ranges-in-turn-each-with-its-own-first-word",
    ),
    pytest.param(
        "Chỉ số hài lòng xếp vị thứ 26 so với 63 tỉnh, thành phố.",
        ["Xếp hạng Chỉ số hài lòng | = 26 | hạng"],
        id="a-rank-and-among-how-many-it-is-held",
    ),
    pytest.param("Mỗi xã có một thế mạnh riêng.", [], id="one-that-counts-nothing"),
    pytest.param(
        "71,5% xã, phường, đặc khu đạt chuẩn tiếp cận pháp luật.",
        ["Tỷ lệ xã, phường, đặc khu đạt chuẩn tiếp cận pháp luật | = 71.5 | %"],
        id="noun-list-with-predicate",
    ),
    pytest.param(
        "Mức giảm tỷ lệ hộ nghèo giai đoạn 2021-2025 là 12,4%, bình quân 2,48%/năm so với mục tiêu là 2%/năm.",
        [
            "Mức giảm tỷ lệ hộ nghèo | = 12.4 | %",
            "Mức giảm tỷ lệ hộ nghèo bình quân | = 2.48 | %/năm",
            "Mức giảm tỷ lệ hộ nghèo bình quân | = 2 | %/năm",
        ],
        id="verb-repeats-the-head-then-mean-alone-then-target",
    ),
    pytest.param(
        "100% cấp ủy thực hiện nghiêm quy định, nhất 14 vùng biên giới của tỉnh.",
        ["Tỷ lệ cấp ủy thực hiện nghiêm quy định | = 100 | %"],
        id="copula-that-an-engine-read-as-a-number",
    ),
    pytest.param(
        "Tỷ lệ trẻ em suy dinh dưỡng (cân nặng/tuổi) giảm còn 14%; tỷ lệ trẻ em suy dinh dưỡng (chiều cao/tuổi) dưới 21%.",
        [
            "Tỷ lệ trẻ em suy dinh dưỡng (cân nặng/tuổi) | = 14 | %",
            "Tỷ lệ trẻ em suy dinh dưỡng (chiều cao/tuổi) | < 21 | %",
        ],
        id="brackets-that-tell-two-ratios-apart",
    ),
    pytest.param(
        "Tỷ lệ xã đạt tiêu chí quốc gia về 'y tế đạt trên] 92%.",
        ["Tỷ lệ xã đạt tiêu chí quốc gia về y tế | > 92 | %"],
        id="rulings-and-specks-of-a-scan",
    ),
    pytest.param(
        "30100% cấp ủy xây dựng kế hoạch học tập.",
        ["Tỷ lệ cấp ủy xây dựng kế hoạch học tập | = 100 | %"],
        id="footnote-mark-before-100-percent",
    ),
    pytest.param(
        "Toàn tỉnh có 37 hợp tác xã nông nghiệp.",
        ["Số hợp tác xã nông nghiệp | = 37 | hợp tác xã"],
        id="counted-noun",
    ),
    pytest.param(
        "Công an tỉnh đã triệt phá 14 đường dây buôn lậu.",
        ["Số đường dây buôn lậu được triệt phá | = 14 | đường dây"],
        id="counted-by-verb",
    ),
    pytest.param(
        "Thanh tra kết luận 21 vụ việc, 9 đơn tố cáo.",
        ["Số vụ việc được thanh tra kết luận | = 21 | vụ", "Số đơn tố cáo được thanh tra kết luận | = 9 | đơn"],
        id="verb-shared-by-list",
    ),
    pytest.param(
        "Trồng mới 815 ha quế.",
        ["Diện tích quế trồng mới | = 815 | ha"],
        id="area-from-verb",
    ),
    pytest.param(
        "Hiện có 1.120 ha cam, 640 ha bưởi và 75 ha nho.",
        ["Diện tích cam | = 1120 | ha", "Diện tích bưởi | = 640 | ha", "Diện tích nho | = 75 | ha"],
        id="area-list-shares-nothing",
    ),
    pytest.param(
        "Cây cam 1.120 ha; cây bưởi 640 ha.",
        ["Diện tích cây cam | = 1120 | ha", "Diện tích cây bưởi | = 640 | ha"],
        id="area-label-before",
    ),
    pytest.param(
        "Hoàn thành 18,4 km đường liên bản.",
        ["Chiều dài đường liên bản hoàn thành | = 18.4 | km"],
        id="length-without-head",
    ),
    pytest.param(
        "Dân số trên 61 vạn người.",
        ["Dân số | > 61 | vạn người"],
        id="population",
    ),
    pytest.param(
        "Tổng số 21.480 đoàn viên.",
        ["Tổng số đoàn viên | = 21480 | đoàn viên"],
        id="total-number",
    ),
    pytest.param(
        "Sản lượng thủy sản tăng bình quân 6,2%/năm.",
        ["Tốc độ tăng sản lượng thủy sản bình quân | = 6.2 | %/năm"],
        id="growth-yearly",
    ),
    pytest.param(
        "Số vụ tai nạn giảm bình quân 4%/năm.",
        ["Mức giảm số vụ tai nạn bình quân | = 4 | %/năm"],
        id="decline-yearly",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm 2%/năm, riêng huyện nghèo giảm 3,5%/năm.",
        ["Mức giảm tỷ lệ hộ nghèo | = 2 | %/năm", "Mức giảm tỷ lệ hộ nghèo huyện nghèo | = 3.5 | %/năm"],
        id="decline-scope",
    ),
    pytest.param(
        "Khách du lịch đạt 1,2 triệu lượt, tăng bình quân 15%/năm.",
        ["Lượng khách du lịch | = 1.2 | triệu lượt", "Tốc độ tăng lượng khách du lịch bình quân | = 15 | %/năm"],
        id="growth-of-the-value-before",
    ),
    pytest.param(
        "Cắt giảm ít nhất 25% thời gian giải quyết hồ sơ.",
        ["Mức cắt giảm thời gian giải quyết hồ sơ | >= 25 | %"],
        id="growth-before-noun",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 2,4%/năm, cuối năm 2024 còn 7,9%.",
        ["Mức giảm tỷ lệ hộ nghèo bình quân | = 2.4 | %/năm", "Tỷ lệ hộ nghèo | = 7.9 | %"],
        id="level-after-growth",
    ),
    pytest.param(
        "Doanh thu du lịch ước đạt 2.310 tỷ đồng, tăng 18,5% so với năm 2022.",
        ["Doanh thu du lịch | = 2310 | tỷ đồng"],
        id="change-against-year",
    ),
    pytest.param(
        "Thu ngân sách đạt 3.050 tỷ đồng, bằng 92,4% dự toán.",
        ["Thu ngân sách | = 3050 | tỷ đồng"],
        id="change-against-plan",
    ),
    pytest.param(
        "Xuất khẩu đạt 88 triệu USD, vượt 3% kế hoạch, giảm 2,1% so với cùng kỳ.",
        ["Xuất khẩu | = 88 | triệu USD"],
        id="two-changes",
    ),
    pytest.param(
        "Tỷ lệ lao động qua đào tạo đạt 64%, tăng 3,2 điểm %.",
        ["Tỷ lệ lao động qua đào tạo | = 64 | %"],
        id="change-in-points",
    ),
    pytest.param(
        "Dư nợ đạt 9.870 triệu đồng, tăng 8,1% (tăng 740 triệu đồng) so với đầu năm.",
        ["Dư nợ | = 9870 | triệu đồng"],
        id="change-with-bracket",
    ),
    pytest.param(
        "Nợ của hợp tác xã là 930 triệu đồng, so với đầu năm tăng 8,1% (tăng 70 triệu đồng).",
        ["Nợ của hợp tác xã | = 930 | triệu đồng"],
        id="change-behind-the-start-of-the-year",
    ),
    pytest.param(
        "Kết nạp 640 hội viên, so với nhiệm kỳ trước tăng 12%.",
        ["Số hội viên được kết nạp | = 640 | hội viên"],
        id="change-behind-the-term-before",
    ),
    pytest.param(
        "Tỷ lệ trẻ sún răng hạ về 14%; tỷ lệ nhà dột giảm về mức 3%.",
        ["Tỷ lệ trẻ sún răng | = 14 | %", "Tỷ lệ nhà dột | = 3 | %"],
        id="down-to-a-level",
    ),
    pytest.param(
        "Toàn Đảng bộ kết nạp 1.210 đảng viên, tăng 35 chi bộ.",
        ["Số đảng viên được kết nạp | = 1210 | đảng viên", "Số chi bộ tăng thêm | = 35 | chi bộ"],
        id="counted-increase-is-a-value",
    ),
    pytest.param(
        "Tốc độ tăng GRDP năm 2021 đạt 4,1%, năm 2022 đạt 8,8%, năm 2023 ước 7%.",
        ["Tốc độ tăng GRDP | = 4.1 | %", "Tốc độ tăng GRDP | = 8.8 | %", "Tốc độ tăng GRDP | = 7 | %"],
        id="several-years",
    ),
    pytest.param(
        "Cơ cấu kinh tế: Nông nghiệp 18,2%; công nghiệp 39,5%; dịch vụ 42,3%.",
        [
            "Cơ cấu kinh tế: Nông nghiệp | = 18.2 | %",
            "Cơ cấu kinh tế: Công nghiệp | = 39.5 | %",
            "Cơ cấu kinh tế: Dịch vụ | = 42.3 | %",
        ],
        id="structure",
    ),
    pytest.param(
        "Cơ cấu lao động: khu vực nông nghiệp chiếm 41%; công nghiệp chiếm 27%.",
        ["Cơ cấu lao động: Khu vực nông nghiệp | = 41 | %", "Cơ cấu lao động: Công nghiệp | = 27 | %"],
        id="structure-with-verbs",
    ),
    pytest.param(
        "Tỷ lệ huy động trẻ ra lớp: nhà trẻ 35%; mẫu giáo 99%.",
        ["Tỷ lệ huy động trẻ ra lớp: Nhà trẻ | = 35 | %", "Tỷ lệ huy động trẻ ra lớp: Mẫu giáo | = 99 | %"],
        id="parent-with-children",
    ),
    pytest.param(
        "Cán bộ cấp xã: 92% đạt chuẩn chuyên môn; 85% có trình độ trung cấp lý luận.",
        [
            "Tỷ lệ cán bộ cấp xã đạt chuẩn chuyên môn | = 92 | %",
            "Tỷ lệ cán bộ cấp xã có trình độ trung cấp lý luận | = 85 | %",
        ],
        id="people-before-colon",
    ),
    pytest.param(
        "Kế hoạch vốn 640 tỷ đồng (vốn trong nước: 510 tỷ đồng; vốn nước ngoài: 130 tỷ đồng).",
        [
            "Kế hoạch vốn | = 640 | tỷ đồng",
            "Kế hoạch vốn: vốn trong nước | = 510 | tỷ đồng",
            "Kế hoạch vốn: vốn nước ngoài | = 130 | tỷ đồng",
        ],
        id="parts-in-brackets",
    ),
    pytest.param(
        "Tổ chức 1.964 cuộc giám sát, trong đó cấp tỉnh 38, cấp huyện 126, cấp xã 1.800 cuộc.",
        [
            "Số cuộc giám sát được tổ chức | = 1964 | cuộc",
            "Số cuộc giám sát được tổ chức cấp tỉnh | = 38 | cuộc",
            "Số cuộc giám sát được tổ chức cấp huyện | = 126 | cuộc",
            "Số cuộc giám sát được tổ chức cấp xã | = 1800 | cuộc",
        ],
        id="what each level did, the unit said once",
    ),
    pytest.param(
        "Có 9 đơn vị cấp huyện (gồm 7 huyện, 1 thị xã, 1 thành phố).",
        [
            "Số đơn vị cấp huyện | = 9 | đơn vị cấp huyện",
            "Số huyện | = 7 | huyện",
            "Số thị xã | = 1 | thị xã",
            "Số thành phố | = 1 | thành phố",
        ],
        id="parts-are-self-contained",
    ),
    pytest.param(
        "44 xã đạt chuẩn nông thôn mới, chiếm 52,4%.",
        ["Số xã đạt chuẩn nông thôn mới | = 44 | xã", "Tỷ lệ xã đạt chuẩn nông thôn mới | = 52.4 | %"],
        id="share-of-the-count",
    ),
    pytest.param(
        "Có 44 xã đạt chuẩn nông thôn mới (52,4%).",
        ["Số xã đạt chuẩn nông thôn mới | = 44 | xã", "Tỷ lệ xã đạt chuẩn nông thôn mới | = 52.4 | %"],
        id="share-in-brackets",
    ),
    pytest.param(
        "Tổng chi 12.500 tỷ đồng, chi thường xuyên 7.900 tỷ đồng, chiếm 63,2% tổng chi.",
        [
            "Tổng chi | = 12500 | tỷ đồng",
            "Chi thường xuyên | = 7900 | tỷ đồng",
            "Tỷ trọng chi thường xuyên trong tổng chi | = 63.2 | %",
        ],
        id="share-of-a-sum",
    ),
    pytest.param(
        "84% hộ gia đình, 79% thôn, bản và 97% cơ quan đạt chuẩn văn hóa.",
        [
            "Tỷ lệ hộ gia đình đạt chuẩn văn hóa | = 84 | %",
            "Tỷ lệ thôn, bản đạt chuẩn văn hóa | = 79 | %",
            "Tỷ lệ cơ quan đạt chuẩn văn hóa | = 97 | %",
        ],
        id="predicate-of-the-last",
    ),
    pytest.param(
        "95% hộ dân có điện, 88% hộ dân được dùng nước sạch.",
        ["Tỷ lệ hộ dân có điện | = 95 | %", "Tỷ lệ hộ dân được dùng nước sạch | = 88 | %"],
        id="predicates-of-their-own",
    ),
    pytest.param(
        "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân dưới 11%, thể thấp còi dưới 18%.",
        ["Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân | < 11 | %", "Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi | < 18 | %"],
        id="varying-end",
    ),
    pytest.param(
        "Tỷ lệ học sinh đi học đúng tuổi cấp tiểu học 99,5%; trung học cơ sở 96%.",
        [
            "Tỷ lệ học sinh đi học đúng tuổi cấp tiểu học | = 99.5 | %",
            "Tỷ lệ học sinh đi học đúng tuổi cấp trung học cơ sở | = 96 | %",
        ],
        id="elliptic-list",
    ),
    pytest.param(
        "Tỷ lệ dân số đô thị được dùng nước sạch đạt 96%, nông thôn đạt 61%.",
        ["Tỷ lệ dân số đô thị được dùng nước sạch | = 96 | %", "Tỷ lệ dân số nông thôn được dùng nước sạch | = 61 | %"],
        id="zone-instead-of-zone",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 9,9%, huyện Nậm Khao 24,1%.",
        ["Tỷ lệ hộ nghèo | = 9.9 | %", "Tỷ lệ hộ nghèo huyện Nậm Khao | = 24.1 | %"],
        id="place-takes-over",
    ),
    pytest.param(
        "Đã vận hành 12 nhà máy thủy điện với tổng công suất 418 MW.",
        [
            "Số nhà máy thủy điện được vận hành | = 12 | nhà máy",
            "Tổng công suất nhà máy thủy điện được vận hành | = 418 | MW",
        ],
        id="with-total-capacity",
    ),
    pytest.param(
        "Thu hút 26 dự án, tổng vốn đăng ký 8.450 tỷ đồng.",
        ["Số dự án được thu hút | = 26 | dự án", "Tổng vốn đăng ký dự án được thu hút | = 8450 | tỷ đồng"],
        id="with-total-investment",
    ),
    pytest.param(
        "Thanh tra phát hiện sai phạm đất đai với tổng số tiền 4.300 triệu đồng.",
        ["Tổng số tiền thanh tra phát hiện sai phạm đất đai | = 4300 | triệu đồng"],
        id="deed-before-total",
    ),
    pytest.param(
        "Bố trí 35 tỷ đồng để sửa chữa trường lớp học.",
        ["Kinh phí bố trí sửa chữa trường lớp học | = 35 | tỷ đồng"],
        id="money-with-purpose",
    ),
    pytest.param(
        "Cây hồi phát triển ổn định, toàn tỉnh có 2.450 ha.",
        ["Diện tích cây hồi | = 2450 | ha"],
        id="subject-from-the-opening",
    ),
    pytest.param(
        "Công nghiệp chế biến tiếp tục phục hồi, bình quân đạt 9,1%/năm.",
        ["Tốc độ tăng trưởng công nghiệp chế biến bình quân | = 9.1 | %/năm"],
        id="growth-from-the-opening",
    ),
    pytest.param(
        "12,6 bác sĩ/1 vạn dân; 31 giường bệnh/vạn dân.",
        ["Số bác sĩ/1 vạn dân | = 12.6 | bác sĩ/1 vạn dân", "Số giường bệnh/vạn dân | = 31 | giường bệnh/vạn dân"],
        id="rate-per-head",
    ),
    pytest.param(
        "Bình quân đạt 16,2 tiêu chí/xã.",
        ["Số tiêu chí/xã bình quân | = 16.2 | tiêu chí/xã"],
        id="criteria-per-commune",
    ),
    pytest.param(
        "Chỉ số PCI xếp thứ 28/63 tỉnh, thành phố.",
        ["Xếp hạng Chỉ số PCI | = 28 | hạng"],
        id="rank",
    ),
    pytest.param(
        "Chỉ số cải cách hành chính nằm trong nhóm 20 tỉnh dẫn đầu.",
        ["Xếp hạng Chỉ số cải cách hành chính | <= 20 | hạng"],
        id="rank-group",
    ),
    pytest.param(
        "Chỉ số phát triển con người đạt khoảng 0,72.",
        ["Chỉ số phát triển con người | ~ 0.72 | -"],
        id="index-without-unit",
    ),
    pytest.param(
        "Tuổi thọ trung bình đạt 75 tuổi.",
        ["Tuổi thọ trung bình | = 75 | tuổi"],
        id="life-expectancy",
    ),
    pytest.param(
        "Không còn xã dưới 13 tiêu chí.",
        ["Số xã dưới 13 tiêu chí | = 0 | xã"],
        id="nothing-left",
    ),
    pytest.param(
        "Xóa hết nhà tạm, không còn nhà dột nát.",
        ["Số nhà tạm | = 0 | nhà", "Số nhà dột nát | = 0 | nhà"],
        id="nothing-left-houses",
    ),
    pytest.param(
        "Nâng quy mô bệnh viện từ 250 lên 400 giường.",
        ["Quy mô bệnh viện | = 400 | giường"],
        id="from-to-upgrade",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm từ 12% năm 2021 xuống còn 5,5% năm 2024.",
        ["Tỷ lệ hộ nghèo | = 12 | %", "Tỷ lệ hộ nghèo | = 5.5 | %"],
        id="moved-level",
    ),
    pytest.param(
        "Diện tích cây hồi đạt 9.000 ha, trồng mới 800 ha.",
        ["Diện tích cây hồi | = 9000 | ha", "Diện tích cây hồi trồng mới | = 800 | ha"],
        id="newly-planted-of-the-crop-before",
    ),
    pytest.param(
        "Trồng mới 410 ha/500 ha mắc ca.",
        ["Diện tích mắc ca trồng mới | = 410 | ha"],
        id="fraction-of-plan",
    ),
    pytest.param(
        "Có 31/64 xã đạt chuẩn.",
        ["Số xã đạt chuẩn | = 31 | xã"],
        id="fraction-of-all",
    ),
    pytest.param(
        "Khởi tố 120 vụ/186 bị can.",
        ["Số vụ được khởi tố | = 120 | vụ", "Số bị can được khởi tố | = 186 | bị can"],
        id="cases-and-people",
    ),
    pytest.param(
        "Thu ngân sách đạt 2.050 tỷ đồng (Nghị quyết 2.600 tỷ đồng).",
        ["Thu ngân sách | = 2050 | tỷ đồng", "Thu ngân sách | = 2600 | tỷ đồng"],
        id="restated-target",
    ),
    pytest.param(
        "Tốc độ tăng trưởng GRDP (Nghị quyết 9-9,5%/năm).",
        ["Tốc độ tăng trưởng GRDP | range 9..9.5 | %/năm"],
        id="restated-without-value",
    ),
    pytest.param(
        "Chăm sóc 3.400 ha cao su, đưa 1.150 ha vào khai thác.",
        ["Diện tích cao su chăm sóc | = 3400 | ha", "Diện tích cao su đưa vào khai thác | = 1150 | ha"],
        id="put-to-use",
    ),
    pytest.param(
        "Giao 260 ha đất sản xuất cho 415 hộ.",
        ["Diện tích đất sản xuất giao | = 260 | ha", "Số hộ được giao đất sản xuất | = 415 | hộ"],
        id="for-households",
    ),
    pytest.param(
        "100% xã, phường có ít nhất 01 cán bộ chuyên trách.",
        ["Tỷ lệ xã, phường có ít nhất 01 cán bộ chuyên trách | = 100 | %"],
        id="zero-inside-share",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 6,4% (theo chuẩn nghèo đa chiều).",
        ["Tỷ lệ hộ nghèo (theo chuẩn nghèo đa chiều) | = 6.4 | %"],
        id="basis-in-brackets",
    ),
    pytest.param(
        "Ước đến hết năm 2024, diện tích chè đạt 4.120 ha, sản lượng đạt 31 nghìn tấn.",
        ["Diện tích chè | = 4120 | ha", "Sản lượng chè | = 31 | nghìn tấn"],
        id="estimate-throughout",
    ),
    pytest.param(
        "Tốc độ tăng trưởng công nghiệp năm 2023 ước -2,4%.",
        ["Tốc độ tăng trưởng công nghiệp | = -2.4 | %"],
        id="negative-growth",
    ),
    pytest.param(
        "Tốc độ tăng lượng khách nước ngoài ước đạt giảm 5,5%/năm.",
        ["Tốc độ tăng lượng khách nước ngoài | = -5.5 | %/năm"],
        id="negative-in-words",
    ),
    pytest.param(
        "Tỷ lệ cán bộ người DTTS đạt 32%.",
        ["Tỷ lệ cán bộ người dân tộc thiểu số | = 32 | %"],
        id="abbreviation-expanded",
    ),
    pytest.param(
        "Lắp đặt 46 trạm quan trắc, 18 cột phát thanh.",
        ["Số trạm quan trắc được lắp đặt | = 46 | trạm", "Số cột phát thanh được lắp đặt | = 18 | cột phát"],
        id="unknown-noun",
    ),
    pytest.param(
        "Tỷ lệ đô thị hóa đạt 29%, không đạt mục tiêu 33%.",
        ["Tỷ lệ đô thị hóa | = 29 | %", "Tỷ lệ đô thị hóa | = 33 | %"],
        id="missed-target",
    ),
    pytest.param(
        "Năng suất lúa đạt 61 tạ/ha, vượt mục tiêu Nghị quyết (58 tạ/ha).",
        ["Năng suất lúa | = 61 | tạ/ha", "Năng suất lúa | = 58 | tạ/ha"],
        id="exceeded-target-in-brackets",
    ),
    pytest.param(
        "Kinh tế số chiếm tối thiểu 24% GRDP.",
        ["Tỷ trọng kinh tế số trong GRDP | >= 24 | % GRDP"],
        id="share-of-grdp",
    ),
    pytest.param(
        "Du lịch là ngành mũi nhọn, đóng góp trực tiếp trên 7% GRDP.",
        ["Tỷ lệ đóng góp trực tiếp của du lịch vào GRDP | > 7 | % GRDP"],
        id="contribution-to-grdp",
    ),
    pytest.param(
        "Nợ xấu chiếm 1,4% tổng dư nợ.",
        ["Tỷ trọng nợ xấu trong tổng dư nợ | = 1.4 | %"],
        id="amount-as-a-share",
    ),
    pytest.param(
        "Đón 2,5 triệu lượt khách; khách quốc tế đạt 90 nghìn lượt.",
        ["Tổng lượt khách du lịch | = 2.5 | triệu lượt khách", "Lượng khách quốc tế | = 90 | nghìn lượt"],
        id="tourists",
    ),
    pytest.param(
        "Bố trí cán bộ nữ vào cấp ủy đạt tỷ lệ từ 20% trở lên.",
        ["Tỷ lệ bố trí cán bộ nữ vào cấp ủy | >= 20 | %"],
        id="rate-of-a-deed",
    ),
    pytest.param(
        "Tổng nguồn lực huy động là 930 tỷ đồng, trong đó: ngân sách tỉnh 240 tỷ đồng; vốn tín dụng 690 tỷ đồng.",
        [
            "Tổng nguồn lực huy động | = 930 | tỷ đồng",
            "Nguồn lực huy động: ngân sách tỉnh | = 240 | tỷ đồng",
            "Nguồn lực huy động: vốn tín dụng | = 690 | tỷ đồng",
        ],
        id="parts-of-a-sum",
    ),
    pytest.param(
        "Có 40 xã đạt chuẩn (tăng thêm 06 xã), chiếm trên 71% tổng số xã.",
        [
            "Số xã đạt chuẩn | = 40 | xã",
            "Số xã đạt chuẩn tăng thêm | = 6 | xã",
            "Tỷ lệ xã đạt chuẩn | > 71 | %",
        ],
        id="bracket-does-not-hide-what-stands-before-it",
    ),
    pytest.param(
        "Có 120 cơ sở lưu trú với 1.850 buồng.",
        ["Số cơ sở lưu trú | = 120 | cơ sở", "Số buồng cơ sở lưu trú | = 1850 | buồng"],
        id="rooms-of-what-was-counted",
    ),
    pytest.param(
        "Không để tỷ lệ tái nghèo vượt quá 0,3%.",
        ["Tỷ lệ tái nghèo | <= 0.3 | %"],
        id="bound-from-above",
    ),
    pytest.param(
        "Giá trị sản xuất trên 1 ha đất trồng trọt đạt 190 triệu đồng.",
        ["Giá trị sản xuất trên 1 ha đất trồng trọt | = 190 | triệu đồng"],
        id="per-hectare-is-no-value",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_labels_and_values(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [line(m) for m in sentence_to_measures(text, lexicon)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("tăng trên 5%", (">", "5", None, "%"), id="more-than"),
        pytest.param("đạt ít nhất 40 xã", (">=", "40", None, "xã"), id="at-least"),
        pytest.param("tối thiểu 2 lớp", (">=", "2", None, "lớp"), id="minimum"),
        pytest.param("đạt 60% trở lên", (">=", "60", None, "%"), id="and-above"),
        pytest.param("từ 60% trở lên", (">=", "60", None, "%"), id="from-and-above"),
        pytest.param("đạt từ 1.500 tỷ đồng", (">=", "1500", None, "tỷ đồng"), id="from-alone"),
        pytest.param("không thấp hơn 94,5%", (">=", "94.5", None, "%"), id="not-lower"),
        pytest.param("còn dưới 2%", ("<", "2", None, "%"), id="below"),
        pytest.param("xuống dưới 12%", ("<", "12", None, "%"), id="down-below"),
        pytest.param("xuống 20%", ("=", "20", None, "%"), id="down-to"),
        pytest.param("không quá 17%", ("<=", "17", None, "%"), id="not-over"),
        pytest.param("tối đa 5 ngày công", ("<=", "5", None, "ngày công"), id="maximum"),
        pytest.param("khoảng 68 triệu đồng", ("~", "68", None, "triệu đồng"), id="about"),
        pytest.param("gần 99%", ("~", "99", None, "%"), id="nearly"),
        pytest.param("xấp xỉ 3.200 MW", ("~", "3200", None, "MW"), id="approximately"),
        pytest.param("9 - 10%/năm", ("range", "9", "10", "%/năm"), id="range-dash"),
        pytest.param("từ 9% đến 10%", ("range", "9", "10", "%"), id="range-from-to"),
        pytest.param("1.450 – 1.500 tỷ đồng", ("range", "1450", "1500", "tỷ đồng"), id="range-long-dash"),
        pytest.param("đạt 12,5 nghìn tấn", ("=", "12.5", None, "nghìn tấn"), id="thousand-tonnes"),
        pytest.param("có 03 huyện", ("=", "3", None, "huyện"), id="leading-zero"),
        pytest.param("khoảng 820ha", ("~", "820", None, "ha"), id="glued-unit"),
        pytest.param("đạt 0,4‰/năm", ("=", "0.4", None, "‰/năm"), id="permille"),
        pytest.param("tăng 2 điểm phần trăm", ("=", "2", None, "điểm phần trăm"), id="points"),
        pytest.param("đạt 18 triệu đồng/người/năm", ("=", "18", None, "triệu đồng/người/năm"), id="per-head-and-year"),
        pytest.param("trường mầm non 75%", ("=", "75", None, "%"), id="word-that-looks-like-about"),
        pytest.param("cao hơn 10% so với", ("=", "10", None, "%"), id="higher-by"),
        pytest.param("năm 2023 ước -0,95%", ("=", "-0.95", None, "%"), id="negative"),
        pytest.param("17 mũi khoan", ("=", "17", None, "mũi khoan"), id="noun-no-list-has"),
    ],
)
def test_comparator_value_and_unit(text: str, expected: tuple[str, str, str | None, str], lexicon: Lexicon) -> None:
    (found,) = find_quantities(text, lexicon)
    upper = plain(found.upper) if found.upper is not None else None
    assert (found.comparator, plain(found.value), upper, found.unit) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Quán triệt Nghị quyết số 17-NQ/TU, ngày 8/9/2022 của Tỉnh ủy Sơn Bình.", id="code-and-date"),
        pytest.param("Triển khai Quyết định số 1758/QĐ-UBND và Nghị quyết 30a của Chính phủ.", id="decision"),
        pytest.param("Tổng kết Đề án 06 trong giai đoạn 2021-2025.", id="scheme-number"),
        pytest.param("Sửa chữa đường tỉnh 129, 130 và quốc lộ 279.", id="roads"),
        pytest.param("Đại hội lần thứ 16, nhiệm kỳ 2025 - 2030.", id="ordinal-and-term"),
        pytest.param("Theo Điều 5, khoản 2 và Phụ lục 3.", id="articles"),
        pytest.param("Trẻ em dưới 6 tuổi, người từ 80 tuổi trở lên.", id="ages"),
        pytest.param("Xếp sản phẩm đạt 4 sao và phủ sóng 5G.", id="stars-and-5g"),
        pytest.param("Phòng, chống dịch Covid-19; tiêu chuẩn ISO 9001.", id="names-with-digits"),
        pytest.param("Dịch Covid - 19 bùng phát mạnh, kéo dài.", id="a disease with blanks around the dash"),
        pytest.param("Từ ngày 14 đến ngày 15 tháng 10 năm 2025.", id="days"),
        pytest.param("Thực hiện Đề án “Trồng 10 triệu cây xanh” của tỉnh.", id="number-in-a-title"),
        pytest.param("Trong 5 năm qua, tỉnh giữ vững ổn định.", id="years-as-time"),
        pytest.param("Tiểu dự án 1 - Dự án 3 của Chương trình.", id="subprojects"),
        pytest.param("(1) Quán triệt nghị quyết; (2) Xây dựng kế hoạch.", id="list-numbers"),
    ],
)
def test_no_values(text: str, lexicon: Lexicon) -> None:
    assert sentence_to_measures(text, lexicon) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Đạt 2.310 tỷ đồng, tăng 18% so với năm 2022.", "tăng 18% so với năm 2022", id="year"),
        pytest.param("Thu đạt 900 tỷ đồng, bằng 68,9% kế hoạch.", "bằng 68,9% kế hoạch", id="plan"),
        pytest.param("Thu đạt 900 tỷ đồng, vượt kế hoạch 5 tỷ đồng.", "vượt kế hoạch 5 tỷ đồng", id="over-plan"),
        pytest.param(
            "Chỉ số SIPAS xếp thứ 9/63, tăng 4 bậc so với năm 2021.", "tăng 4 bậc so với năm 2021", id="ranks"
        ),
        pytest.param("Diện tích ngô 900 ha, gấp 1,5 lần năm 2020.", "gấp 1,5 lần năm 2020", id="times"),
        pytest.param(
            "Tỷ lệ hộ có điện 98,2% (vượt chỉ tiêu Nghị quyết 0,6 điểm phần trăm).",
            "vượt chỉ tiêu Nghị quyết 0,6 điểm phần trăm",
            id="points-over-the-target-of-a-resolution",
        ),
        pytest.param("Kết nạp 500 đảng viên, tăng bình quân 3%/năm.", None, id="yearly-growth-is-no-change"),
    ],
)
def test_change(text: str, expected: str | None, lexicon: Lexicon) -> None:
    assert next(iter(sentence_to_measures("Doanh thu " + text[0].lower() + text[1:], lexicon))).change == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(" cơ sở chế biến chè", ("cơ sở", "count"), id="the-noun-not-its-qualifier"),
        pytest.param(" xã, phường, thị trấn", ("xã, phường, thị trấn", "count"), id="list-of-units"),
        pytest.param(" bác sĩ/vạn dân", ("bác sĩ/vạn dân", "rate"), id="rate"),
        pytest.param(" nghìn cây", ("nghìn cây", "count"), id="scale-and-noun"),
        pytest.param(" lao động mỗi năm", ("lao động mỗi năm", "person"), id="yearly"),
        pytest.param(" và các", None, id="function-word"),
        pytest.param(" Sơn Bình", None, id="name"),
    ],
)
def test_unit(text: str, expected: tuple[str, str] | None, lexicon: Lexicon) -> None:
    unit = unit_at(text, 0, lexicon)
    assert (unit and (unit.text, unit.kind)) == expected


NUMBERS = st.decimals(min_value=0, max_value=999_999, places=2, allow_nan=False, allow_infinity=False)


def printed(value: Decimal) -> str:
    """A number as Vietnamese documents print it."""
    whole, _, rest = plain(value).partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{grouped},{rest}" if rest else grouped


@given(value=NUMBERS)
def test_every_number_is_read_back(value: Decimal, lexicon: Lexicon) -> None:
    (found,) = find_quantities(f"đạt {printed(value)} tỷ đồng", lexicon)
    assert found.value == value


@given(low=NUMBERS, high=NUMBERS)
def test_every_range_is_read_back(low: Decimal, high: Decimal, lexicon: Lexicon) -> None:
    low, high = min(low, high), max(low, high)
    (found,) = find_quantities(f"từ {printed(low)} - {printed(high)} ha", lexicon)
    assert found.value == low
    assert found.upper == (high if high > low else None)


@given(text=st.text(alphabet="aăđ 0123456789,.%()-/;:“”xãđạttăng", max_size=60))
def test_any_text_is_read_without_error(text: str, lexicon: Lexicon) -> None:
    for measure in sentence_to_measures(text, lexicon):
        assert 0 <= measure.quantity.start <= measure.quantity.at < measure.quantity.end <= len(text)
        assert measure.label


@pytest.mark.parametrize(
    ("text", "restated"),
    [
        pytest.param("Tỷ lệ hộ nghèo nay xuống còn 12,7%, vượt MTNQ (dưới 16%).", [False, True], id="bracket-behind-an-abbreviation"),
        pytest.param("Tỷ lệ hộ nghèo còn 9,8% so với mục tiêu là 10%.", [False, True], id="compared-with-the-target"),
        pytest.param("Kết nạp 900 đảng viên, vượt mục tiêu Nghị quyết (bình quân 150 đảng viên/năm).", [False, True], id="average-in-the-bracket"),
        pytest.param("Thu ngân sách đạt 2.100 tỷ đồng (trong đó thu nội địa 1.900 tỷ đồng).", [False, False], id="bracket-of-parts"),
    ],
)  # fmt: skip
def test_targets_that_a_result_is_held_against(text: str, restated: list[bool], lexicon: Lexicon) -> None:
    """A value quoted as the target is no result."""
    assert [m.restated for m in sentence_to_measures(text, lexicon)] == restated
