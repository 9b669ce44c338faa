"""How the parts of a report on agriculture, schools, health, the police or the Party tell their results: a sentence of our own
for each way of leaving something to a neighbour."""

from __future__ import annotations

import pytest

from tests.facts.test_measures_neighbours import line
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.model import Lexicon

CASES = [
    pytest.param(
        "Tỷ lệ thôn có nhà văn hóa đạt 64%, tỷ lệ hộ dùng điện đạt 91%, giảm tương ứng 2% và 1% so với năm 2031.",
        [
            "Tỷ lệ thôn có nhà văn hóa | = 64 | % | giảm 2%",
            "Tỷ lệ hộ dùng điện | = 91 | % | giảm 1%",
        ],
        id="how much less than each of two targets, in turn",
    ),
    pytest.param(
        "Tỷ lệ thôn có nhà văn hóa đạt 64%, tỷ lệ hộ dùng điện đạt 91%, lần lượt vượt 4 điểm % và 1 điểm % so với mục tiêu.",
        [
            "Tỷ lệ thôn có nhà văn hóa | = 64 | % | vượt 4 điểm %",
            "Tỷ lệ hộ dùng điện | = 91 | % | vượt 1 điểm %",
        ],
        id="beyond two targets by points in turn",
    ),
    pytest.param(
        "Tỷ lệ trường mầm non, phổ thông công lập đạt chuẩn quốc gia là 71%, trong đó mầm non 69%, tiểu học 78%, trung học phổ thông 60%.",
        [
            "Tỷ lệ trường mầm non, phổ thông công lập đạt chuẩn quốc gia | = 71 | %",
            "Tỷ lệ trường mầm non đạt chuẩn quốc gia | = 69 | %",
            "Tỷ lệ trường tiểu học đạt chuẩn quốc gia | = 78 | %",
            "Tỷ lệ trường trung học phổ thông đạt chuẩn quốc gia | = 60 | %",
        ],
        id="levels of schools behind a share of all of them",
    ),
    pytest.param(
        "Tỷ lệ điều tra khám phá án đạt 82%, án rất nghiêm trọng và đặc biệt nghiêm trọng đạt 96%.",
        [
            "Tỷ lệ điều tra khám phá án | = 82 | %",
            "Tỷ lệ điều tra khám phá án rất nghiêm trọng và đặc biệt nghiêm trọng | = 96 | %",
        ],
        id="a rate goes on with a long name of cases",
    ),
    pytest.param(
        "Xây dựng 90% xã, phường vững mạnh về quốc phòng.",
        [
            "Tỷ lệ xã, phường vững mạnh về quốc phòng | = 90 | %",
        ],
        id="those that are made so",
    ),
    pytest.param(
        "Sau sắp xếp, toàn tỉnh giảm từ 138 xuống còn 51 đơn vị hành chính cấp xã.",
        [
            "Số đơn vị hành chính cấp xã | = 51 | đơn vị hành chính cấp xã",
        ],
        id="how many are left",
    ),
    pytest.param(
        "Tai nạn giao thông giảm cả ba tiêu chí: giảm 7% số vụ, 11% số người chết, 4% số người bị thương.",
        [
            "Mức giảm vụ tai nạn giao thông | = 7 | %",
            "Mức giảm người chết do tai nạn giao thông | = 11 | %",
            "Mức giảm người bị thương do tai nạn giao thông | = 4 | %",
        ],
        id="accidents named before a colon",
    ),
    pytest.param(
        "Tổng nguồn vốn thực hiện 3 chương trình mục tiêu quốc gia giai đoạn 2031 - 2035 là 6.400 tỷ đồng.",
        [
            "Tổng nguồn vốn thực hiện 3 chương trình mục tiêu quốc gia | = 6400 | tỷ đồng",
        ],
        id="money to carry out so many programmes",
    ),
    pytest.param(
        "Khởi tố 12 vụ; thu hồi tài sản trị giá 84 tỷ đồng.",
        [
            "Số vụ được khởi tố | = 12 | vụ",
            "Giá trị tài sản được thu hồi | = 84 | tỷ đồng",
        ],
        id="what was taken back is worth",
    ),
    pytest.param(
        "Tiến độ giải ngân vốn đầu tư công còn chậm, mới đạt 47% kế hoạch.",
        [
            "Tỷ lệ giải ngân vốn đầu tư công | = 47 | %",
        ],
        id="how fast money is paid out is no part of the label",
    ),
    pytest.param(
        "Thu ngân sách trên địa bàn mới đáp ứng 41% nhu cầu chi.",
        [
            "Tỷ lệ thu ngân sách trên địa bàn đáp ứng nhu cầu chi | = 41 | %",
        ],
        id="what one sum covers of another",
    ),
    pytest.param(
        "Số hợp tác xã thành lập mới: 38.",
        [
            "Số hợp tác xã thành lập mới | = 38 | hợp tác xã",
        ],
        id="a count named before its number alone",
    ),
    pytest.param(
        "Tổng số xã đạt chuẩn nông thôn mới là 72/109.",
        [
            "Tổng số xã đạt chuẩn nông thôn mới | = 72 | xã",
        ],
        id="so many of all, named before",
    ),
    pytest.param(
        "Số đại biểu được triệu tập là 350, số đại biểu có mặt là trên 340.",
        [
            "Số đại biểu được triệu tập | = 350 | đại biểu",
            "Số đại biểu có mặt | > 340 | đại biểu",
        ],
        id="two counts named before",
    ),
    pytest.param(
        "Kết nạp 4.100 đảng viên, bình quân mỗi năm kết nạp 820 đảng viên.",
        [
            "Số đảng viên được kết nạp | = 4100 | đảng viên",
            "Số đảng viên được kết nạp bình quân | = 820 | đảng viên",
        ],
        id="a mean of the same deed",
    ),
    pytest.param(
        "Trồng mới 9.400 ha rừng, bình quân mỗi năm trồng 1.880 ha.",
        [
            "Diện tích rừng trồng mới | = 9400 | ha",
            "Diện tích rừng trồng mới bình quân | = 1880 | ha",
        ],
        id="a mean of what is planted",
    ),
    pytest.param(
        "Tỉnh có 5 huyện, 1 thành phố với 109 xã, phường, thị trấn.",
        [
            "Số huyện | = 5 | huyện",
            "Số thành phố | = 1 | thành phố",
            "Số xã, phường, thị trấn | = 109 | xã, phường, thị trấn",
        ],
        id="units of the state count no city's communes",
    ),
    pytest.param(
        "Tỉnh có 02 bệnh viện tuyến tỉnh, 06 trung tâm y tế, 109/109 trạm y tế có bác sĩ làm việc.",
        [
            "Số bệnh viện tuyến tỉnh | = 2 | bệnh viện",
            "Số trung tâm y tế | = 6 | trung tâm",
            "Số trạm y tế có bác sĩ làm việc | = 109 | trạm y tế",
        ],
        id="how many of all says nothing of those before",
    ),
    pytest.param(
        "Số người tham gia bảo hiểm xã hội đạt 70 nghìn người, bằng 19% lực lượng lao động; bảo hiểm thất nghiệp 52 nghìn người (14%).",
        [
            "Số người tham gia bảo hiểm xã hội | = 70 | nghìn người",
            "Tỷ lệ người tham gia bảo hiểm xã hội trong lực lượng lao động | = 19 | %",
            "Số người tham gia bảo hiểm thất nghiệp | = 52 | nghìn người",
            "Tỷ lệ người tham gia bảo hiểm thất nghiệp | = 14 | %",
        ],
        id="who takes part in another insurance",
    ),
    pytest.param(
        "Dân tộc thiểu số có 120 nghìn người, chiếm 31% dân số.",
        [
            "Số người dân tộc thiểu số | = 120 | nghìn người",
            "Tỷ lệ người dân tộc thiểu số trong dân số | = 31 | %",
        ],
        id="a part of the population",
    ),
    pytest.param(
        "Bắt 310 vụ phạm tội về ma túy, thu giữ 41 kg heroin, 60 kg ma túy tổng hợp.",
        [
            "Số vụ phạm tội về ma túy được bắt | = 310 | vụ",
            "Khối lượng heroin được thu giữ | = 41 | kg",
            "Khối lượng ma túy tổng hợp được thu giữ | = 60 | kg",
        ],
        id="seized, and no output",
    ),
    pytest.param(
        "Hành khách vận chuyển 6,1 triệu lượt người.",
        [
            "Số lượt hành khách vận chuyển | = 6.1 | triệu lượt người",
        ],
        id="passengers",
    ),
    pytest.param(
        "Thu nhập bình quân đầu người khu vực nông thôn đạt 44 triệu đồng, bằng 79% thu nhập bình quân chung toàn tỉnh.",
        [
            "Thu nhập bình quân đầu người khu vực nông thôn | = 44 | triệu đồng",
            "Thu nhập bình quân đầu người khu vực nông thôn so với thu nhập bình quân chung toàn tỉnh | = 79 | %",
        ],
        id="an income against that of the province",
    ),
    pytest.param(
        "Thu hồi 610 ha đất của 84 dự án chậm tiến độ.",
        [
            "Diện tích đất thu hồi | = 610 | ha",
            "Số dự án chậm tiến độ được thu hồi | = 84 | dự án",
        ],
        id="land of projects",
    ),
    pytest.param(
        "Nâng tổng số di tích xếp hạng lên 96 di tích.",
        [
            "Tổng số di tích xếp hạng | = 96 | di tích",
        ],
        id="classed relics",
    ),
    pytest.param(
        "Tốc độ tăng GRDP: giai đoạn 2031 - 2035 đạt 9 - 10%/năm; giai đoạn 2036 - 2040 đạt 8%/năm.",
        [
            "Tốc độ tăng GRDP | range 9..10 | %/năm",
            "Tốc độ tăng GRDP | = 8 | %/năm",
        ],
        id="spans of years behind a colon",
    ),
    pytest.param(
        "Bảo đảm 100% người dân được tiếp cận y tế cơ bản, trên 90% dân số được khám sức khỏe ít nhất 1 lần/năm.",
        [
            "Tỷ lệ người dân được tiếp cận y tế cơ bản | = 100 | %",
            "Tỷ lệ dân số được khám sức khỏe ít nhất 1 lần | > 90 | %",
        ],
        id="how often is part of the predicate",
    ),
    pytest.param(
        "Phấn đấu vào nhóm 8 tỉnh có quy mô GRDP lớn nhất, nhóm 4 tỉnh có thu ngân sách cao nhất cả nước.",
        [
            "Xếp hạng quy mô GRDP | <= 8 | hạng",
            "Xếp hạng thu ngân sách | <= 4 | hạng",
        ],
        id="two groups of provinces",
    ),
    pytest.param(
        "Mỗi xã có từ 2 sản phẩm OCOP trở lên đạt 4 sao.",
        [
            "Số sản phẩm OCOP đạt 4 sao mỗi xã | >= 2 | sản phẩm",
        ],
        id="at least so many that have a grade",
    ),
    pytest.param(
        "Tỷ số giới tính khi sinh dưới 110 bé trai/100 bé gái sinh ra sống.",
        [
            "Tỷ số giới tính khi sinh | < 110 | bé trai/100 bé gái sinh ra sống",
        ],
        id="boys born alive",
    ),
    pytest.param(
        "Cắt giảm ít nhất 30% thời gian, 25% chi phí tuân thủ thủ tục.",
        [
            "Mức cắt giảm thời gian | >= 30 | %",
            "Mức cắt giảm chi phí tuân thủ thủ tục | = 25 | %",
        ],
        id="cut down twice",
    ),
    pytest.param(
        "Bình quân mỗi năm phát triển 3% đảng viên mới.",
        [
            "Tỷ lệ phát triển đảng viên mới | = 3 | %",
        ],
        id="on average a year",
    ),
    pytest.param(
        "Tiếp nhận 900 hồ sơ, trong đó trực tuyến 750 hồ sơ.",
        [
            "Số hồ sơ được tiếp nhận | = 900 | hồ sơ",
            "Số hồ sơ trực tuyến | = 750 | hồ sơ",
        ],
        id="in which way",
    ),
    pytest.param(
        "Bồi dưỡng 900 lượt cán bộ, trong đó cao cấp 60, trung cấp 240, sơ cấp 600 lượt.",
        [
            "Số lượt cán bộ được bồi dưỡng | = 900 | lượt",
            "Số lượt cán bộ được bồi dưỡng: Cao cấp | = 60 | lượt",
            "Số lượt cán bộ được bồi dưỡng: Trung cấp | = 240 | lượt",
            "Số lượt cán bộ được bồi dưỡng: Sơ cấp | = 600 | lượt",
        ],
        id="kinds of which the last one alone has the unit",
    ),
    pytest.param(
        "Xây dựng 120 mô hình “Dân vận khéo”, trong đó lĩnh vực kinh tế 50 mô hình, văn hóa - xã hội 40, quốc phòng 20, xây dựng hệ thống chính trị 10 mô hình.",
        [
            "Số mô hình “Dân vận khéo” được xây dựng | = 120 | mô hình",
            "Số mô hình “Dân vận khéo” được xây dựng: Lĩnh vực kinh tế | = 50 | mô hình",
            "Số mô hình “Dân vận khéo” được xây dựng: Văn hóa - xã hội | = 40 | mô hình",
            "Số mô hình “Dân vận khéo” được xây dựng: Quốc phòng | = 20 | mô hình",
            "Số mô hình “Dân vận khéo” được xây dựng: Xây dựng hệ thống chính trị | = 10 | mô hình",
        ],
        id="kinds of which the first and the last have the unit",
    ),
    pytest.param(
        "Kết nạp 810 đảng viên, trong đó nữ 390 đồng chí, dân tộc thiểu số 410 đồng chí.",
        [
            "Số đảng viên được kết nạp | = 810 | đảng viên",
            "Số đảng viên nữ được kết nạp | = 390 | đồng chí",
            "Số đảng viên dân tộc thiểu số được kết nạp | = 410 | đồng chí",
        ],
        id="two kinds of the people before",
    ),
    pytest.param(
        "Biên chế công chức năm 2035 là 900 người; viên chức 8.000 người.",
        [
            "Biên chế công chức | = 900 | người",
            "Số viên chức | = 8000 | người",
        ],
        id="who they are",
    ),
    pytest.param(
        "Tiếp nhận 640 ý kiến, kiến nghị của cử tri.",
        [
            "Số ý kiến, kiến nghị của cử tri được tiếp nhận | = 640 | ý kiến, kiến nghị",
        ],
        id="opinions of two names",
    ),
    pytest.param(
        "Đề án xóa nhà tạm theo Nghị quyết số 08-NQ/TU, ngày 12/5/2031 của Tỉnh ủy hỗ trợ 410 hộ.",
        [
            "Số hộ được hỗ trợ | = 410 | hộ",
        ],
        id="who issued it has not done it",
    ),
    pytest.param(
        "Có 45 mô hình hiệu quả, được nhân rộng.",
        [
            "Số mô hình hiệu quả | = 45 | mô hình",
        ],
        id="what is said of them as well",
    ),
    pytest.param(
        "Hai chỉ tiêu không đạt: tỷ lệ hộ dùng điện (91%/95%), số hợp tác xã hoạt động hiệu quả (3/5).",
        [
            "Tỷ lệ hộ dùng điện | = 91 | %",
            "Số hợp tác xã hoạt động hiệu quả | = 3 | hợp tác xã",
        ],
        id="so many of all in brackets",
    ),
    pytest.param(
        "Trạm y tế xã có 3 bác sĩ.",
        [
            "Số bác sĩ ở trạm y tế xã | = 3 | bác sĩ",
        ],
        id="where they are",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sectors(text: str, expected: list[str], lexicon: Lexicon) -> None:
    """Every label says what is measured, in the words of its neighbour where it has none of its own."""
    assert [line(measure) for measure in sentence_to_measures(text, lexicon)] == expected
