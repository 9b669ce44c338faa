"""How values lean on their neighbours, on sentences of our own about provinces of every kind: delta, coast, highland, city."""

from __future__ import annotations

import pytest

from vankien.facts.measures.sentence import Measure, sentence_to_measures
from vankien.model import Lexicon
from vankien.vietnamese import plain


def line(measure: Measure) -> str:
    """Label, comparator with value, unit, then what is compared, quoted, or estimated."""
    quantity = measure.quantity
    upper = f"..{plain(quantity.upper)}" if quantity.upper is not None else ""
    text = f"{measure.label} | {quantity.comparator} {plain(quantity.value)}{upper} | {quantity.unit or '-'}"
    extras = (measure.change, "restated" if measure.restated else None, measure.status)
    return " | ".join([text, *(e for e in extras if e)])


CASES = [
    pytest.param(
        "96% hộ dân được sử dụng nước hợp vệ sinh, trong đó nước sạch 41%.",
        [
            "Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh | = 96 | %",
            "Tỷ lệ hộ dân được sử dụng nước sạch | = 41 | %",
        ],
        id="what-some-of-them-have",
    ),
    pytest.param(
        "85% trường đạt chuẩn quốc gia, trong đó mức độ 2 đạt 30%.",
        [
            "Tỷ lệ trường đạt chuẩn quốc gia | = 85 | %",
            "Tỷ lệ trường đạt chuẩn quốc gia mức độ 2 | = 30 | %",
        ],
        id="a-grade-of-some-of-them",
    ),
    pytest.param(
        "91% đảng viên hoàn thành tốt nhiệm vụ, trong đó hoàn thành xuất sắc 17%.",
        [
            "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ | = 91 | %",
            "Tỷ lệ đảng viên hoàn thành xuất sắc | = 17 | %",
        ],
        id="how-some-of-them-did",
    ),
    pytest.param(
        "94% trẻ em dưới 6 tuổi được tiêm chủng, trong đó trẻ em dưới 1 tuổi đạt 97%.",
        [
            "Tỷ lệ trẻ em dưới 6 tuổi được tiêm chủng | = 94 | %",
            "Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng | = 97 | %",
        ],
        id="who-some-of-them-are",
    ),
    pytest.param(
        "100% giáo viên đạt chuẩn trình độ đào tạo, trong đó trên chuẩn đạt 21%.",
        [
            "Tỷ lệ giáo viên đạt chuẩn trình độ đào tạo | = 100 | %",
            "Tỷ lệ giáo viên trên chuẩn trình độ đào tạo | = 21 | %",
        ],
        id="above-the-standard-is-no-bound",
    ),
    pytest.param(
        "Tỷ lệ hộ có điện nâng từ 68% năm 2031 lên 84% năm 2035 nhưng mới bằng 93% chỉ tiêu.",
        ["Tỷ lệ hộ có điện | = 68 | %", "Tỷ lệ hộ có điện | = 84 | % | mới bằng 93% chỉ tiêu"],
        id="but-opens-a-clause-without-a-comma",
    ),
    pytest.param(
        "Sản lượng cá ước 900 tấn, cao hơn chỉ tiêu Nghị quyết 5,6%.",
        ["Sản lượng cá | = 900 | tấn | cao hơn chỉ tiêu Nghị quyết 5,6% | estimate"],
        id="how-far-above-the-target-is-no-target",
    ),
    pytest.param(
        "Thu phí năm nào cũng vượt dự toán, năm 2032 ước 90 tỷ đồng.",
        ["Thu phí | = 90 | tỷ đồng | estimate"],
        id="what-is-said-of-every-year",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 3%, tương đương 900 hộ.",
        ["Tỷ lệ hộ nghèo | = 3 | %", "Số hộ nghèo | = 900 | hộ"],
        id="how-many-the-share-makes",
    ),
    pytest.param(
        "Hiện có 1.450 đảng viên, tăng 210 đồng chí so với đầu nhiệm kỳ.",
        ["Số đảng viên | = 1450 | đảng viên | tăng 210 đồng chí so với đầu nhiệm kỳ"],
        id="members-under-another-word",
    ),
    pytest.param(
        "Xảy ra 31 vụ tai nạn đường thủy, làm chết 09 người, giảm 14 vụ và 05 người so với nhiệm kỳ trước.",
        [
            "Số vụ tai nạn đường thủy | = 31 | vụ | giảm 14 vụ",
            "Số người chết do tai nạn đường thủy | = 9 | người | và 05 người so với nhiệm kỳ trước",
        ],
        id="two-changes-of-two-values",
    ),
    pytest.param(
        "Toàn đặc khu còn 146 hộ nuôi cá lồng, mới di dời được 61%; 27 hộ ở Bãi Bắc chưa có chỗ ở mới.",
        [
            "Số hộ nuôi cá lồng | = 146 | hộ",
            "Tỷ lệ hộ nuôi cá lồng được di dời | = 61 | %",
            "Số hộ chưa có chỗ ở mới | = 27 | hộ",
        ],
        id="done-so-far-and-where-they-live",
    ),
    pytest.param(
        "Y tế: 12 bác sĩ và 30 giường bệnh/1 vạn dân.",
        ["Số bác sĩ/1 vạn dân | = 12 | bác sĩ/1 vạn dân", "Số giường bệnh/1 vạn dân | = 30 | giường bệnh/1 vạn dân"],
        id="two-counts-to-so-many-people",
    ),
    pytest.param(
        "Các đoàn thể vận động Quỹ “Vì biển đảo” được 6 tỷ đồng; biên chế từ 268 người rút xuống 197 người.",
        [
            "Số tiền vận động Quỹ “Vì biển đảo” | = 6 | tỷ đồng",
            "Biên chế | = 268 | người",
            "Biên chế | = 197 | người",
        ],
        id="money-raised-and-a-staff-that-shrinks",
    ),
    pytest.param(
        "Huy động vốn đầu tư khoảng 900 tỷ đồng, trong đó vốn ngoài ngân sách không dưới 70%.",
        [
            "Huy động vốn đầu tư | ~ 900 | tỷ đồng",
            "Tỷ trọng vốn ngoài ngân sách trong huy động vốn đầu tư | >= 70 | %",
        ],
        id="a-source-as-a-share-of-the-capital",
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ huyện gồm 41 đồng chí, Ban Thường vụ Huyện ủy 13 đồng chí.",
        [
            "Số đồng chí trong Ban Chấp hành Đảng bộ huyện | = 41 | đồng chí",
            "Số đồng chí trong Ban Thường vụ Huyện ủy | = 13 | đồng chí",
        ],
        id="members-of-one-body-and-of-the-next",
    ),
    pytest.param(
        "Có 45 đại biểu do Thường trực Thành ủy chỉ định; đại biểu nữ 31 đồng chí, chiếm 25,8%; đảng viên trẻ có 20 người.",
        [
            "Số đại biểu do Thường trực Thành ủy chỉ định | = 45 | đại biểu",
            "Số đại biểu nữ | = 31 | đồng chí",
            "Tỷ lệ đại biểu nữ | = 25.8 | %",
            "Số đảng viên trẻ | = 20 | người",
        ],
        id="kinds-of-people-before-their-number",
    ),
    pytest.param(
        "Số bác sĩ/vạn dân: 14; số giường bệnh trên 1 vạn dân đạt 36.",
        ["Số bác sĩ/vạn dân | = 14 | bác sĩ", "Số giường bệnh trên 1 vạn dân | = 36 | giường bệnh"],
        id="what-is-counted-stands-in-the-name-of-the-rate",
    ),
    pytest.param(
        "Trường đạt chuẩn quốc gia: mầm non 81%, tiểu học 92%.",
        [
            "Tỷ lệ trường đạt chuẩn quốc gia: Mầm non | = 81 | %",
            "Tỷ lệ trường đạt chuẩn quốc gia: Tiểu học | = 92 | %",
        ],
        id="shares-by-kind-of-a-thing-that-the-head-names",
    ),
    pytest.param(
        "Vốn đầu tư toàn xã hội khoảng 90 nghìn tỷ đồng, chiếm bình quân 27% GRDP.",
        [
            "Vốn đầu tư toàn xã hội | ~ 90 | nghìn tỷ đồng",
            "Tỷ trọng vốn đầu tư toàn xã hội trong GRDP bình quân | = 27 | % GRDP",
        ],
        id="takes-on-average",
    ),
    pytest.param(
        "Có 50/60 xã (83,3%) đạt chuẩn nông thôn mới, chỉ tiêu Đại hội là 80%.",
        [
            "Số xã đạt chuẩn nông thôn mới | = 50 | xã",
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 83.3 | %",
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 80 | % | restated",
        ],
        id="target-beside-its-result-without-a-verdict",
    ),
    pytest.param(
        "Tỷ lệ đô thị hóa đạt 36,5%, thấp hơn mục tiêu 2,5 điểm phần trăm.",
        ["Tỷ lệ đô thị hóa | = 36.5 | % | thấp hơn mục tiêu 2,5 điểm phần trăm"],
        id="points-away-from-the-target-are-no-target",
    ),
    pytest.param(
        "Tỷ lệ hộ dùng nước sạch đạt 71% (đầu nhiệm kỳ là 52%).",
        ["Tỷ lệ hộ dùng nước sạch | = 71 | %", "Tỷ lệ hộ dùng nước sạch | = 52 | %"],
        id="at-the-beginning-of-the-term",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người năm 2025 đạt 61 triệu đồng, trong khi năm 2020 mới là 40 triệu đồng.",
        ["Thu nhập bình quân đầu người | = 61 | triệu đồng", "Thu nhập bình quân đầu người | = 40 | triệu đồng"],
        id="only-so-much-in-an-earlier-year",
    ),
    pytest.param(
        "Năm 2025 đón 2,5 triệu lượt khách, tổng thu 1.700 tỷ đồng.",
        ["Tổng lượt khách du lịch | = 2.5 | triệu lượt khách", "Tổng thu từ du lịch | = 1700 | tỷ đồng"],
        id="what-guests-bring",
    ),
    pytest.param(
        "Vốn đầu tư toàn xã hội khoảng 90 nghìn tỷ đồng, bình quân bằng 27% GRDP.",
        [
            "Vốn đầu tư toàn xã hội | ~ 90 | nghìn tỷ đồng",
            "Tỷ trọng vốn đầu tư toàn xã hội trong GRDP bình quân | = 27 | % GRDP",
        ],
        id="average-share-of-what-stands-before",
    ),
    pytest.param(
        "Tuy nhiên, tăng trưởng chưa đạt kịch bản đề ra (8%).",
        ["Tốc độ tăng trưởng | = 8 | % | restated"],
        id="growth-short-of-its-scenario",
    ),
    pytest.param(
        "Hội Nông dân tỉnh kết nạp 4.120 hội viên.",
        ["Số hội viên được kết nạp | = 4120 | hội viên"],
        id="deed-without-the-body-that-does-it",
    ),
    pytest.param(
        "Chỉ số SIPAS đạt 84%, xếp thứ 16/63; riêng Chỉ số PAPI tụt 9 bậc, xuống vị trí 35.",
        [
            "Chỉ số SIPAS | = 84 | %",
            "Xếp hạng Chỉ số SIPAS | = 16 | hạng",
            "Xếp hạng Chỉ số PAPI | = 35 | hạng | tụt 9 bậc",
        ],
        id="rank-reached-behind-the-places-moved",
    ),
    pytest.param(
        "Dự án cầu Bến Sậy, chiều dài 1,4 km, tổng mức đầu tư dự kiến 960 tỷ đồng, thông xe ngày 02/9/2024.",
        [
            "Chiều dài Dự án cầu Bến Sậy | = 1.4 | km",
            "Tổng mức đầu tư Dự án cầu Bến Sậy | = 960 | tỷ đồng",
        ],
        id="project-named-before-the-comma",
    ),
    pytest.param(
        "Dự án Nhà máy điện rác Gò Vàng công suất 320 tấn/ngày chậm tiến độ 9 tháng.",
        ["Công suất Dự án Nhà máy điện rác Gò Vàng | = 320 | tấn/ngày"],
        id="delay-says-nothing-of-the-size",
    ),
    pytest.param(
        "Tỷ lệ trạm y tế đạt chuẩn đạt 81% (miền núi 64%, ven biển 77%), vượt mục tiêu Nghị quyết (80%).",
        [
            "Tỷ lệ trạm y tế đạt chuẩn | = 81 | %",
            "Tỷ lệ trạm y tế đạt chuẩn: Miền núi | = 64 | %",
            "Tỷ lệ trạm y tế đạt chuẩn: Ven biển | = 77 | %",
            "Tỷ lệ trạm y tế đạt chuẩn | = 80 | % | restated",
        ],
        id="kinds-in-a-bracket-and-the-target-behind-it",
    ),
    pytest.param(
        "Tốc độ tăng trưởng GRDP bình quân đạt 7,9%/năm, tuy cao hơn nhiệm kỳ trước (6,4%/năm) nhưng còn thấp hơn mục tiêu Nghị quyết (9%/năm).",
        [
            "Tốc độ tăng trưởng GRDP bình quân | = 7.9 | %/năm",
            "Tốc độ tăng trưởng GRDP bình quân nhiệm kỳ trước | = 6.4 | %/năm",
            "Tốc độ tăng trưởng GRDP bình quân | = 9 | %/năm | restated",
        ],
        id="what-is-compared-with-in-a-bracket",
    ),
    pytest.param(
        "Khám phá 640 vụ phạm pháp hình sự, tỷ lệ đạt 88%.",
        ["Số vụ phạm pháp hình sự được khám phá | = 640 | vụ", "Tỷ lệ khám phá vụ phạm pháp hình sự | = 88 | %"],
        id="bare-rate-of-the-deed-counted-before",
    ),
    pytest.param(
        "Tốc độ tăng trưởng GRDP bình quân đạt 9%/năm, trong đó: nông nghiệp 3%; dịch vụ 8%.",
        [
            "Tốc độ tăng trưởng GRDP bình quân | = 9 | %/năm",
            "Tốc độ tăng trưởng GRDP bình quân: Nông nghiệp | = 3 | %",
            "Tốc độ tăng trưởng GRDP bình quân: dịch vụ | = 8 | %",
        ],
        id="sectors-of-a-growth",
    ),
    pytest.param(
        "Chỉ số sản xuất công nghiệp các năm 2021, 2022 và 2023 tăng lần lượt 8%, 12% và 7%.",
        [
            "Tốc độ tăng chỉ số sản xuất công nghiệp | = 8 | %",
            "Tốc độ tăng chỉ số sản xuất công nghiệp | = 12 | %",
            "Tốc độ tăng chỉ số sản xuất công nghiệp | = 7 | %",
        ],
        id="years-told-in-turn",
    ),
    pytest.param(
        "Tỷ lệ rác thải đô thị được thu gom đạt 96% (mục tiêu 95%); ở nông thôn đạt 83%.",
        [
            "Tỷ lệ rác thải đô thị được thu gom | = 96 | %",
            "Tỷ lệ rác thải đô thị được thu gom | = 95 | % | restated",
            "Tỷ lệ rác thải nông thôn được thu gom | = 83 | %",
        ],
        id="other-zone-behind-a-preposition",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 2%, thấp hơn mục tiêu Đại hội đề ra là 3%.",
        ["Tỷ lệ hộ nghèo | = 2 | %", "Tỷ lệ hộ nghèo | = 3 | % | restated"],
        id="the-target-behind-a-comparison-and-là",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người 71 triệu đồng, vượt mục tiêu Nghị quyết 1,5 triệu đồng.",
        ["Thu nhập bình quân đầu người | = 71 | triệu đồng | vượt mục tiêu Nghị quyết 1,5 triệu đồng"],
        id="margin-over-a-named-target",
    ),
    pytest.param(
        "Giá trị sản xuất công nghiệp đạt 9.400 tỷ đồng, hoàn thành 103% mục tiêu Nghị quyết.",
        ["Giá trị sản xuất công nghiệp | = 9400 | tỷ đồng | hoàn thành 103% mục tiêu Nghị quyết"],
        id="share-completed",
    ),
    pytest.param(
        "100% trường học và trạm y tế xã được lắp điện mặt trời.",
        [
            "Tỷ lệ trường học được lắp điện mặt trời | = 100 | %",
            "Tỷ lệ trạm y tế xã được lắp điện mặt trời | = 100 | %",
        ],
        id="two-things-of-one-value",
    ),
    pytest.param(
        "100% xã, thị trấn đạt chuẩn phổ cập tiểu học mức độ 3 và đạt chuẩn xóa mù chữ mức độ 2.",
        [
            "Tỷ lệ xã, thị trấn đạt chuẩn phổ cập tiểu học mức độ 3 | = 100 | %",
            "Tỷ lệ xã, thị trấn đạt chuẩn xóa mù chữ mức độ 2 | = 100 | %",
        ],
        id="two-standards-of-one-value",
    ),
    pytest.param(
        "72% số xã đạt chuẩn nông thôn mới, trong đó 25% số xã đạt chuẩn nâng cao, 8% kiểu mẫu.",
        [
            "Tỷ lệ xã đạt chuẩn nông thôn mới | = 72 | %",
            "Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao | = 25 | %",
            "Tỷ lệ xã đạt chuẩn nông thôn mới kiểu mẫu | = 8 | %",
        ],
        id="degree-of-a-standard-as-share",
    ),
    pytest.param(
        "Có 31 xã đạt chuẩn nông thôn mới nâng cao, 7 xã kiểu mẫu, 14 khu dân cư kiểu mẫu.",
        [
            "Số xã đạt chuẩn nông thôn mới nâng cao | = 31 | xã",
            "Số xã đạt chuẩn nông thôn mới kiểu mẫu | = 7 | xã",
            "Số khu dân cư kiểu mẫu | = 14 | khu dân cư",
        ],
        id="degree-of-a-standard-as-count",
    ),
    pytest.param(
        "Phấn đấu đến năm 2030 có thêm 12 xã đạt chuẩn nông thôn mới.",
        ["Số xã đạt chuẩn nông thôn mới tăng thêm | = 12 | xã"],
        id="added-not-total",
    ),
    pytest.param(
        "Phấn đấu đến năm 2030 giảm tỷ lệ hộ nghèo còn dưới 1%.",
        ["Tỷ lệ hộ nghèo | < 1 | %"],
        id="reduced-to-a-level",
    ),
    pytest.param(
        "Nợ xấu giảm còn 1,3% tổng dư nợ.",
        ["Tỷ lệ nợ xấu | = 1.3 | %"],
        id="amount-reduced-to-a-rate",
    ),
    pytest.param(
        "Thất nghiệp ở các phường giảm từ 3,2% năm 2019 xuống 1,4% năm 2024.",
        ["Tỷ lệ thất nghiệp ở các phường | = 3.2 | %", "Tỷ lệ thất nghiệp ở các phường | = 1.4 | %"],
        id="moved-from-to",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo bình quân giảm 2,5%/năm, đến năm 2025 còn dưới 5%.",
        ["Mức giảm tỷ lệ hộ nghèo bình quân | = 2.5 | %/năm", "Tỷ lệ hộ nghèo | < 5 | %"],
        id="level-behind-a-yearly-change",
    ),
    pytest.param(
        "Hạ tỷ lệ trẻ mẫu giáo thiếu chất thể nhẹ cân xuống dưới 11%, thể thấp còi xuống 18%.",
        [
            "Tỷ lệ trẻ mẫu giáo thiếu chất thể nhẹ cân | < 11 | %",
            "Tỷ lệ trẻ mẫu giáo thiếu chất thể thấp còi | = 18 | %",
        ],
        id="varying-end-behind-a-level",
    ),
    pytest.param(
        "Cơ cấu kinh tế: dịch vụ 38,2%; công nghiệp, xây dựng 41,3%; nông, lâm nghiệp, thủy sản 13,5%.",
        [
            "Cơ cấu kinh tế: Dịch vụ | = 38.2 | %",
            "Cơ cấu kinh tế: Công nghiệp, xây dựng | = 41.3 | %",
            "Cơ cấu kinh tế: Nông, lâm nghiệp, thủy sản | = 13.5 | %",
        ],
        id="noun-like-verb-in-a-list",
    ),
    pytest.param(
        "Cơ cấu kinh tế chuyển dịch tích cực, nông nghiệp chiếm 14%; công nghiệp, xây dựng chiếm 44%; dịch vụ chiếm 42%.",
        [
            "Cơ cấu kinh tế: Nông nghiệp | = 14 | %",
            "Cơ cấu kinh tế: Công nghiệp, xây dựng | = 44 | %",
            "Cơ cấu kinh tế: Dịch vụ | = 42 | %",
        ],
        id="structure-opened-by-a-comma",
    ),
    pytest.param(
        "100% các khóm, ấp được phủ sóng băng rộng di động 4G, 5G.",
        ["Tỷ lệ khóm, ấp được phủ sóng băng rộng di động 4G, 5G | = 100 | %"],
        id="network-generations",
    ),
    pytest.param(
        "Tuổi thọ trung bình đạt khoảng 75,5 tuổi, trong đó thời gian sống khỏe mạnh đạt tối thiểu 68 năm.",
        ["Tuổi thọ trung bình | ~ 75.5 | tuổi", "Thời gian sống khỏe mạnh | >= 68 | năm"],
        id="years-of-life",
    ),
    pytest.param(
        "Có 10,4 bác sĩ và 29,5 giường bệnh trên 1 vạn dân.",
        [
            "Số bác sĩ trên 1 vạn dân | = 10.4 | bác sĩ",
            "Số giường bệnh trên 1 vạn dân | = 29.5 | giường bệnh trên 1 vạn dân",
        ],
        id="shared-denominator",
    ),
    pytest.param(
        "GRDP 6 tháng đầu năm 2025 ước tăng 8,1% so với cùng kỳ (cùng kỳ tăng 6,9%), đứng thứ 9/34 tỉnh, thành phố.",
        [
            "Tốc độ tăng GRDP | = 8.1 | % | estimate",
            "Tốc độ tăng GRDP | = 6.9 | % | estimate",
            "Xếp hạng tốc độ tăng GRDP | = 9 | hạng | estimate",
        ],
        id="same-period-a-year-earlier",
    ),
    pytest.param(
        "Tổng vốn đầu tư thực hiện trên địa bàn không đạt kế hoạch, chỉ bằng 91,7%.",
        [],
        id="verdict-is-no-value",
    ),
    pytest.param(
        "Có 1.428 doanh nghiệp thành lập mới, tăng 9,7%, vốn đăng ký 13.905 tỷ đồng.",
        [
            "Số doanh nghiệp thành lập mới | = 1428 | doanh nghiệp | tăng 9,7%",
            "Vốn đăng ký doanh nghiệp thành lập mới | = 13905 | tỷ đồng",
        ],
        id="capital-of-the-enterprises-before",
    ),
    pytest.param(
        "Công nhận mới 9 trường đạt chuẩn quốc gia, nâng tổng số lên 312 trường.",
        [
            "Số trường đạt chuẩn quốc gia được công nhận mới | = 9 | trường",
            "Tổng số trường đạt chuẩn quốc gia | = 312 | trường",
        ],
        id="total-of-the-things-before",
    ),
    pytest.param(
        "Tai nạn giao thông năm 2024 xảy ra 118 vụ, làm chết 77 người, giảm 21 vụ và giảm 9 người chết so với năm 2023.",
        [
            "Số vụ tai nạn giao thông | = 118 | vụ | giảm 21 vụ",
            "Số người chết do tai nạn giao thông | = 77 | người | và giảm 9 người chết so với năm 2023",
        ],
        id="changes-of-several-counts",
    ),
    pytest.param(
        "Hỗ trợ đưa 01 huyện và tối thiểu 03 xã đặc biệt khó khăn thoát khỏi tình trạng nghèo.",
        [
            "Số huyện thoát khỏi tình trạng nghèo | = 1 | huyện",
            "Số xã đặc biệt khó khăn thoát khỏi tình trạng nghèo | >= 3 | xã",
        ],
        id="brought-out-of",
    ),
    pytest.param(
        "Phấn đấu giải ngân trên 95% kế hoạch vốn đầu tư công năm 2025.",
        ["Tỷ lệ giải ngân kế hoạch vốn đầu tư công | > 95 | %"],
        id="disbursement-of-a-plan",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo tại 02 huyện nghèo (Khe Lốc, Suối Sâu) là 31,2%.",
        ["Tỷ lệ hộ nghèo tại 02 huyện nghèo | = 31.2 | %"],
        id="places-are-part-of-the-name",
    ),
    pytest.param(
        "Tốc độ tăng trưởng bình quân thấp hơn mục tiêu Nghị quyết (12,5 - 13%/năm).",
        ["Tốc độ tăng trưởng bình quân | range 12.5..13 | %/năm | restated"],
        id="quoted-target-without-a-result",
    ),
    pytest.param(
        "Lượng khách quốc tế năm 2024 đạt 210 nghìn lượt/mục tiêu năm 2025 là 340 nghìn lượt.",
        ["Lượng khách quốc tế | = 210 | nghìn lượt", "Lượng khách quốc tế | = 340 | nghìn lượt | restated"],
        id="quoted-target-behind-a-slash",
    ),
    pytest.param(
        "Tỷ lệ người dân có hồ sơ sức khỏe điện tử đạt 95% (kế hoạch 90%).",
        [
            "Tỷ lệ người dân có hồ sơ sức khỏe điện tử | = 95 | %",
            "Tỷ lệ người dân có hồ sơ sức khỏe điện tử | = 90 | % | restated",
        ],
        id="quoted-target-in-a-bracket",
    ),
    pytest.param(
        "Khách Hàn Quốc chiếm 31%, khách Trung Quốc chiếm 24% tổng lượng khách quốc tế.",
        [
            "Tỷ trọng khách Hàn Quốc trong tổng lượng khách quốc tế | = 31 | %",
            "Tỷ trọng khách Trung Quốc trong tổng lượng khách quốc tế | = 24 | %",
        ],
        id="part-and-whole",
    ),
    pytest.param(
        "Tổng thu ngân sách nhà nước trên địa bàn: 52.000 tỷ đồng, trong đó thu nội địa: 38.000 tỷ đồng.",
        [
            "Tổng thu ngân sách nhà nước trên địa bàn | = 52000 | tỷ đồng",
            "Tổng thu ngân sách nhà nước trên địa bàn: thu nội địa | = 38000 | tỷ đồng",
        ],
        id="part-of-a-sum",
    ),
    pytest.param(
        "Tổng vốn đầu tư 700 tỷ đồng, trong đó: ngân sách trung ương 120 tỷ đồng, ngân sách địa phương 580 tỷ đồng.",
        [
            "Tổng vốn đầu tư | = 700 | tỷ đồng",
            "Vốn đầu tư: ngân sách trung ương | = 120 | tỷ đồng",
            "Vốn đầu tư: ngân sách địa phương | = 580 | tỷ đồng",
        ],
        id="sources-of-a-sum",
    ),
    pytest.param(
        "Thu ngân sách trên địa bàn ước đạt 7.300 tỷ đồng, trong đó thu nội địa 6.400 tỷ đồng.",
        [
            "Thu ngân sách trên địa bàn | = 7300 | tỷ đồng | estimate",
            "Thu ngân sách trên địa bàn: thu nội địa | = 6400 | tỷ đồng | estimate",
        ],
        id="estimate-holds-for-its-parts",
    ),
    pytest.param(
        "Đón 6 triệu lượt khách, trong đó khách quốc tế đạt 600 nghìn lượt trở lên; tốc độ tăng trưởng bình quân trên 11%/năm.",
        [
            "Tổng lượt khách du lịch | = 6 | triệu lượt khách",
            "Tổng lượt khách du lịch: Khách quốc tế | >= 600 | nghìn lượt",
            "Tốc độ tăng tổng lượt khách du lịch bình quân | > 11 | %/năm",
        ],
        id="growth-of-the-whole",
    ),
    pytest.param(
        "Phấn đấu thu ngân sách nhà nước năm 2025 phải cao hơn ít nhất 10% so với năm trước.",
        ["Tốc độ tăng thu ngân sách nhà nước | >= 10 | %"],
        id="higher-than-last-year",
    ),
    pytest.param(
        "Phấn đấu đưa tăng trưởng GRDP năm 2025 lên hai con số (khoảng 10%).",
        ["Tốc độ tăng trưởng GRDP | ~ 10 | %"],
        id="bracket-says-the-number",
    ),
    pytest.param(
        "Quy mô GRDP theo giá hiện hành đạt 232.595 tỷ đồng, bình quân đầu người đạt 105 triệu đồng.",
        ["Quy mô GRDP theo giá hiện hành | = 232595 | tỷ đồng", "GRDP bình quân đầu người | = 105 | triệu đồng"],
        id="average-of-the-sum-before",
    ),
    pytest.param(
        "Tổng sản phẩm trên địa bàn (GRDP) ước đạt 8,4%/năm.",
        ["Tốc độ tăng tổng sản phẩm trên địa bàn (GRDP) | = 8.4 | %/năm | estimate"],
        id="yearly-rate-of-a-sum",
    ),
    pytest.param(
        "Sau sắp xếp, thành phố còn 54 đơn vị hành chính cấp xã, giảm 113 đơn vị so với trước khi sắp xếp.",
        ["Số đơn vị hành chính cấp xã | = 54 | đơn vị hành chính cấp xã | giảm 113 đơn vị so với trước khi sắp xếp"],
        id="merger-of-communes",
    ),
    pytest.param(
        "Bình quân mỗi năm giải quyết việc làm cho 30.000 lao động.",
        ["Số lao động được giải quyết việc làm | = 30000 | lao động"],
        id="sum-a-year",
    ),
    pytest.param(
        "Học tập, quán triệt Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng.",
        [],
        id="resolution-by-number",
    ),
    pytest.param(
        "100% tàu cá có chiều dài từ 15 m trở lên lắp đặt thiết bị giám sát hành trình.",
        ["Tỷ lệ tàu cá có chiều dài từ 15 m trở lên lắp đặt thiết bị giám sát hành trình | = 100 | %"],
        id="size-of-the-things-of-a-share",
    ),
    pytest.param(
        "Sản lượng container qua cảng đạt 24,5 triệu TEU, tăng 12% so với cùng kỳ.",
        ["Sản lượng container qua cảng | = 24.5 | triệu TEU | tăng 12% so với cùng kỳ"],
        id="port",
    ),
    pytest.param(
        "Mật độ đường cao tốc đạt 3,5 km/100 km2.",
        ["Mật độ đường cao tốc | = 3.5 | km/100 km2"],
        id="motorway-density",
    ),
    pytest.param(
        "Xây dựng 2 cảng cạn (ICD) quy mô 50 ha.",
        ["Số cảng cạn (ICD) được xây dựng | = 2 | cảng", "Quy mô cảng cạn (ICD) | = 50 | ha"],
        id="dry-port",
    ),
    pytest.param(
        "Toàn thành phố có 18 khu công nghiệp (tổng diện tích 4.200 ha), tỷ lệ lấp đầy 72%.",
        [
            "Số khu công nghiệp | = 18 | khu công nghiệp",
            "Tổng diện tích khu công nghiệp | = 4200 | ha",
            "Tỷ lệ lấp đầy khu công nghiệp | = 72 | %",
        ],
        id="industrial-park",
    ),
    pytest.param(
        "Thu hút 45 dự án FDI với tổng vốn đăng ký 3,2 tỷ USD; vốn thực hiện 1,1 tỷ USD.",
        [
            "Số dự án FDI được thu hút | = 45 | dự án",
            "Tổng vốn đăng ký dự án FDI được thu hút | = 3.2 | tỷ USD",
            "Vốn thực hiện | = 1.1 | tỷ USD",
        ],
        id="foreign-investment",
    ),
    pytest.param(
        "Đào tạo ít nhất 5.000 kỹ sư bán dẫn, trong đó 1.000 kỹ sư thiết kế vi mạch.",
        ["Số kỹ sư bán dẫn được đào tạo | >= 5000 | kỹ sư", "Số kỹ sư thiết kế vi mạch | = 1000 | kỹ sư"],
        id="semiconductors",
    ),
    pytest.param(
        "Hoàn thành 4.500 căn nhà ở xã hội trong giai đoạn 2026 - 2030.",
        ["Số căn nhà ở xã hội được hoàn thành | = 4500 | căn"],
        id="social-housing",
    ),
    pytest.param(
        "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 96,5%, vượt 0,5% so với kế hoạch.",
        ["Tỷ lệ dân số tham gia bảo hiểm y tế | = 96.5 | % | vượt 0,5% so với kế hoạch"],
        id="health-insurance",
    ),
    pytest.param(
        "Kinh tế số đóng góp 28% GRDP.",
        ["Tỷ lệ đóng góp của kinh tế số vào GRDP | = 28 | % GRDP"],
        id="digital-economy",
    ),
    pytest.param(
        "Chỉ số PCI đạt 71,2 điểm, xếp thứ 4/63 tỉnh, thành phố, tăng 3 bậc so với năm 2023.",
        ["Chỉ số PCI | = 71.2 | điểm", "Xếp hạng Chỉ số PCI | = 4 | hạng | tăng 3 bậc so với năm 2023"],
        id="competitiveness",
    ),
    pytest.param(
        "Đóng góp của kinh tế biển chiếm khoảng 65 - 70% GRDP của tỉnh.",
        ["Tỷ trọng đóng góp của kinh tế biển trong GRDP | range 65..70 | % GRDP"],
        id="sea-economy",
    ),
    pytest.param(
        "Tổng lượng phát thải khí nhà kính giảm tối thiểu 15% so với kịch bản phát triển thông thường.",
        ["Mức giảm tổng lượng phát thải khí nhà kính | >= 15 | %"],
        id="greenhouse-gases",
    ),
    pytest.param(
        "Bán được 1,2 triệu tín chỉ các-bon.",
        ["Số tín chỉ các-bon được bán | = 1.2 | triệu tín chỉ các-bon"],
        id="carbon-credits",
    ),
    pytest.param(
        "Công suất lắp đặt điện gió đạt 1.200 MW, điện mặt trời 800 MW.",
        ["Công suất lắp đặt điện gió | = 1200 | MW", "Công suất điện mặt trời | = 800 | MW"],
        id="wind-power",
    ),
    pytest.param(
        "Sản lượng tôm nuôi đạt 250.000 tấn, tăng 6,5%; diện tích nuôi tôm công nghệ cao 5.200 ha.",
        ["Sản lượng tôm nuôi | = 250000 | tấn | tăng 6,5%", "Diện tích nuôi tôm công nghệ cao | = 5200 | ha"],
        id="shrimp",
    ),
    pytest.param(
        "Kim ngạch xuất khẩu ước đạt 15,8 tỷ USD, bằng 103,2% kế hoạch, tăng 9,8% so với cùng kỳ năm trước.",
        ["Kim ngạch xuất khẩu | = 15.8 | tỷ USD | bằng 103,2% kế hoạch; tăng 9,8% so với cùng kỳ năm trước | estimate"],
        id="exports",
    ),
    pytest.param(
        "Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý đạt 98%; nông thôn đạt 85%.",
        [
            "Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý | = 98 | %",
            "Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom, xử lý | = 85 | %",
        ],
        id="waste",
    ),
    pytest.param(
        "Doanh thu thương mại điện tử tăng 25% so với năm 2025, ước đạt 3.200 tỷ đồng.",
        [
            "Tốc độ tăng doanh thu thương mại điện tử | = 25 | %",
            "Doanh thu thương mại điện tử | = 3200 | tỷ đồng | estimate",
        ],
        id="online-sales",
    ),
    pytest.param(
        "Sản lượng hàng hóa qua cảng đạt 220 triệu tấn, trong đó hàng container đạt trên 14 triệu TEU.",
        ["Sản lượng hàng hóa qua cảng | = 220 | triệu tấn", "Khối lượng hàng container | > 14 | triệu TEU"],
        id="containers",
    ),
    pytest.param(
        "Thu hút ít nhất 5 hãng tàu trong nhóm 10 hãng tàu lớn nhất thế giới.",
        ["Số hãng tàu trong nhóm 10 hãng tàu lớn nhất thế giới được thu hút | >= 5 | hãng tàu"],
        id="top-of-a-kind",
    ),
    pytest.param(
        "Đầu tư tuyến đường sắt đô thị số 1 dài 25 km.",
        ["Chiều dài tuyến đường sắt đô thị số 1 | = 25 | km"],
        id="line-by-number",
    ),
    pytest.param(
        "Giá trị xuất khẩu hồ tiêu năm 2022 đạt 42 triệu USD, tăng gấp 1,8 lần so với năm 2020, đạt 84% mục tiêu Nghị quyết (50 triệu USD).",
        [
            "Giá trị xuất khẩu hồ tiêu | = 42 | triệu USD | tăng gấp 1,8 lần so với năm 2020; đạt 84% mục tiêu Nghị quyết",
            "Giá trị xuất khẩu hồ tiêu | = 50 | triệu USD | restated",
        ],
        id="rises-to-a-multiple",
    ),
    pytest.param(
        "Chỉ số PCI năm 2022 xếp thứ 52/63, tụt 4 bậc.",
        ["Xếp hạng Chỉ số PCI | = 52 | hạng | tụt 4 bậc"],
        id="places-lost-in-a-ranking",
    ),
    pytest.param(
        "Thu ngân sách nhà nước trên địa bàn 3 năm ước đạt 9.800 tỷ đồng; riêng năm 2023 thu 3.600 tỷ đồng.",
        [
            "Thu ngân sách nhà nước trên địa bàn 3 năm | = 9800 | tỷ đồng | estimate",
            "Thu ngân sách nhà nước trên địa bàn 3 năm | = 3600 | tỷ đồng",
        ],
        id="first-word-of-the-label-before",
    ),
    pytest.param(
        "Thu ngân sách năm 2030 đạt 8.400 tỷ đồng, trong đó thu nội địa chiếm không dưới 90%.",
        ["Thu ngân sách | = 8400 | tỷ đồng", "Tỷ trọng thu nội địa trong thu ngân sách | >= 90 | %"],
        id="share-of-a-sum-in-a-sum",
    ),
    pytest.param(
        "Đón từ 2,5 triệu lượt khách du lịch trở lên, trong đó khách quốc tế 120 nghìn lượt.",
        [
            "Tổng lượt khách du lịch | >= 2.5 | triệu lượt khách",
            "Tổng lượt khách du lịch: Khách quốc tế | = 120 | nghìn lượt",
        ],
        id="at-least-around-the-visitors",
    ),
    pytest.param(
        "Trường đạt chuẩn quốc gia ở bậc mầm non 75%, tiểu học 90%, trung học cơ sở 81%.",
        [
            "Tỷ lệ trường đạt chuẩn quốc gia ở bậc mầm non | = 75 | %",
            "Tỷ lệ trường đạt chuẩn quốc gia ở bậc tiểu học | = 90 | %",
            "Tỷ lệ trường đạt chuẩn quốc gia ở bậc trung học cơ sở | = 81 | %",
        ],
        id="levels-of-schools-in-a-list",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm từ 8,2% xuống 6,4%, vượt mục tiêu Nghị quyết (mỗi năm giảm 1,5%).",
        [
            "Tỷ lệ hộ nghèo | = 8.2 | %",
            "Tỷ lệ hộ nghèo | = 6.4 | %",
            "Mức giảm tỷ lệ hộ nghèo | = 1.5 | % | restated",
        ],
        id="quoted-target-of-the-yearly-fall",
    ),
    pytest.param(
        "Có 9,4 bác sĩ và 27 giường bệnh trên một vạn dân.",
        ["Số bác sĩ trên một vạn dân | = 9.4 | bác sĩ", "Số giường bệnh trên một vạn dân | = 27 | giường bệnh"],
        id="denominator-in-words",
    ),
    pytest.param(
        "100% thôn có phương án phòng, chống cháy rừng được phê duyệt.",
        ["Tỷ lệ thôn có phương án phòng, chống cháy rừng được phê duyệt | = 100 | %"],
        id="prevention-and-control-is-one-word",
    ),
    pytest.param(
        "Có 14 chỉ tiêu đạt và vượt, 05 chỉ tiêu đạt từ 80% đến dưới 100%, 02 chỉ tiêu đạt dưới 50%.",
        [
            "Số chỉ tiêu đạt và vượt | = 14 | chỉ tiêu",
            "Số chỉ tiêu đạt từ 80% đến dưới 100% | = 5 | chỉ tiêu",
            "Số chỉ tiêu đạt dưới 50% | = 2 | chỉ tiêu",
        ],
        id="targets-counted-by-how-far-they-are-reached",
    ),
    pytest.param(
        "Có 12 xã đạt từ 15 tiêu chí trở lên, 35 xã đạt từ 10 - 14 tiêu chí.",
        ["Số xã đạt từ 15 tiêu chí trở lên | = 12 | xã", "Số xã đạt từ 10 - 14 tiêu chí | = 35 | xã"],
        id="communes-counted-by-criteria",
    ),
    pytest.param(
        "Giá trị sản xuất công nghiệp và dịch vụ tăng lần lượt 8,2% và 7,4%.",
        [
            "Tốc độ tăng giá trị sản xuất công nghiệp | = 8.2 | %",
            "Tốc độ tăng giá trị sản xuất dịch vụ | = 7.4 | %",
        ],
        id="told-in-turn-behind-the-verb",
    ),
    pytest.param(
        "Tỷ lệ cứng hóa đường xã, đường thôn lần lượt đạt 92% và 71%.",
        ["Tỷ lệ cứng hóa đường xã | = 92 | %", "Tỷ lệ cứng hóa đường thôn | = 71 | %"],
        id="told-in-turn-of-two-things",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 1,5%/năm, trong đó vùng đồng bào dân tộc thiểu số giảm trên 3%/năm; đến năm 2030 còn dưới 2%.",
        [
            "Mức giảm tỷ lệ hộ nghèo bình quân | = 1.5 | %/năm",
            "Mức giảm tỷ lệ hộ nghèo vùng đồng bào dân tộc thiểu số | > 3 | %/năm",
            "Tỷ lệ hộ nghèo | < 2 | %",
        ],
        id="level-behind-a-part-is-of-the-whole",
    ),
    pytest.param(
        "Nâng cấp Nhà máy nước Bản Cọ công suất 12.000 m3/ngày đêm hoàn thành trong năm 2027.",
        ["Công suất Nhà máy nước Bản Cọ | = 12000 | m3/ngày đêm"],
        id="size-of-a-project-and-when-it-is-done",
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm bình quân 2,8%/năm (từ 18,3% đầu năm 2022 xuống còn 7,1% cuối năm 2025).",
        [
            "Mức giảm tỷ lệ hộ nghèo bình quân | = 2.8 | %/năm",
            "Tỷ lệ hộ nghèo | = 18.3 | %",
            "Tỷ lệ hộ nghèo | = 7.1 | %",
        ],
        id="levels-in-the-bracket-behind-a-change",
    ),
    pytest.param(
        "Toàn tỉnh còn 65 xã (giảm 116 đơn vị, tương đương 64,1%); giảm 08 sở và 1.940 biên chế.",
        [
            "Số xã | = 65 | xã",
            "Số đơn vị giảm | = 116 | đơn vị",
            "Tỷ lệ đơn vị giảm | = 64.1 | %",
            "Số sở giảm | = 8 | sở",
            "Số biên chế giảm | = 1940 | biên chế",
        ],
        id="cut-down-in-numbers-and-in-per-cent",
    ),
    pytest.param(
        "Tỷ trọng công nghiệp - xây dựng chiếm 46 - 47%, dịch vụ 33 - 34%, thuế sản phẩm 4%.",
        [
            "Tỷ trọng công nghiệp - xây dựng | range 46..47 | %",
            "Tỷ trọng dịch vụ | range 33..34 | %",
            "Tỷ trọng thuế sản phẩm | = 4 | %",
        ],
        id="parts-of-a-structure-go-on",
    ),
    pytest.param(
        "Xóa 426 nhà tạm trước ngày 31/8/2025, về đích sớm 4 tháng.",
        ["Số nhà tạm được xóa | = 426 | nhà"],
        id="ahead-of-time-is-a-clause",
    ),
    pytest.param(
        "Tuổi thọ trung bình đạt 75,5 tuổi, trong đó số năm sống khỏe đạt tối thiểu 68 năm.",
        ["Tuổi thọ trung bình | = 75.5 | tuổi", "Số năm sống khỏe | >= 68 | năm"],
        id="years-in-good-health",
    ),
    pytest.param(
        "Nâng tổng số xã đạt chuẩn lên 96 xã, chiếm 78,7% tổng số xã toàn tỉnh.",
        ["Tổng số xã đạt chuẩn | = 96 | xã", "Tỷ lệ xã đạt chuẩn | = 78.7 | %"],
        id="share-of-all-that-are-counted",
    ),
    pytest.param(
        "Có 70% số xã đạt chuẩn nông thôn mới, trong đó 25% đạt chuẩn nông thôn mới hiện đại.",
        ["Tỷ lệ xã đạt chuẩn nông thôn mới | = 70 | %", "Tỷ lệ xã đạt chuẩn nông thôn mới hiện đại | = 25 | %"],
        id="part-that-leaves-out-its-noun",
    ),
    pytest.param(
        "Giảm tối thiểu 30% thời gian giải quyết thủ tục hành chính, 20% chi phí tuân thủ.",
        [
            "Mức giảm thời gian giải quyết thủ tục hành chính | >= 30 | %",
            "Mức giảm chi phí tuân thủ | = 20 | %",
        ],
        id="cut-goes-on-in-a-list",
    ),
    pytest.param(
        "Tốc độ tăng trưởng bình quân ngành công nghiệp - xây dựng 11,2%; dịch vụ 7,9%; nông, lâm nghiệp, thủy sản 3,8%.",
        [
            "Tốc độ tăng trưởng bình quân ngành công nghiệp - xây dựng | = 11.2 | %",
            "Tốc độ tăng trưởng bình quân ngành dịch vụ | = 7.9 | %",
            "Tốc độ tăng trưởng bình quân ngành nông, lâm nghiệp, thủy sản | = 3.8 | %",
        ],
        id="growth-of-the-sectors-in-turn",
    ),
    pytest.param(
        "Số người tham gia bảo hiểm xã hội đạt 38% lực lượng lao động.",
        ["Tỷ lệ người tham gia bảo hiểm xã hội | = 38 | %"],
        id="number-in-per-cent-is-a-share",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_neighbours(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [line(m) for m in sentence_to_measures(text, lexicon)] == expected
