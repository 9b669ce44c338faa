"""Goals that no heading announces: pages without a letterhead, news that print the targets of a congress; all invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.facts import find_facts
from vankien.model import Lexicon, Observation, Outline, Target
from vankien.vietnamese import plain

CASES = [
    pytest.param(
        "Một số chỉ tiêu chủ yếu đến năm 2040\n\n"
        "Về kinh tế: (1) Thu nhập bình quân đầu người đạt 90 triệu đồng. (2) Tỷ lệ đô thị hóa từ 30 đến 35%.",
        [
            "Thu nhập bình quân đầu người | = 90 | triệu đồng | 2040 | 1",
            "Tỷ lệ đô thị hóa | range 30..35 | % | 2040 | 2",
        ],
        [],
        id="the line that opens a page is the heading of all below",
    ),
    pytest.param(
        "Ngày 12/8/2035, Đảng bộ xã Thạch Trì tổ chức Đại hội đại biểu lần thứ III, nhiệm kỳ 2035 - 2040 tại nhà văn hóa xã, với sự "
        "tham dự của đông đảo đại biểu từ các thôn bản trong xã.\n\n"
        "Đại hội đã thông qua một số chỉ tiêu chủ yếu đến năm 2040 như: thu ngân sách đạt 12 tỷ đồng; tỷ lệ che phủ rừng 61%.\n\n"
        "Đại hội đã bầu Ban Chấp hành gồm 21 đồng chí.",
        ["Thu ngân sách | = 12 | tỷ đồng | 2040 | None", "Tỷ lệ che phủ rừng | = 61 | % | 2040 | None"],
        ["Số đồng chí trong Ban Chấp hành | 21"],
        id="what a congress has passed as targets, in the news, until the news goes on",
    ),
    pytest.param(
        "Đại hội Đảng bộ huyện Nậm Sơn đề ra 24 chỉ tiêu, trong đó đến năm 2040 giá trị sản xuất đạt 900 tỷ đồng; thu hút 15.000 lượt khách, "
        "doanh thu du lịch 70 tỷ đồng. Đại hội cũng xác định 3 khâu đột phá và 5 giải pháp.",
        [
            "Giá trị sản xuất | = 900 | tỷ đồng | 2040 | None",
            "Tổng lượt khách du lịch | = 15000 | lượt khách | 2040 | None",
            "Doanh thu du lịch | = 70 | tỷ đồng | 2040 | None",
        ],
        [],
        id="what a congress counts of itself is neither promised nor reported",
    ),
    pytest.param(
        "Về kinh tế, nghị quyết đề ra mục tiêu tốc độ tăng trưởng kinh tế bình quân trên 8%/năm thời kỳ 2031 - 2040; đến năm 2040 tỷ lệ đô thị hóa đạt 45% "
        "và thu ngân sách đạt 90 tỷ đồng.\n\n"
        "Về xã hội, quy mô dân số đạt khoảng 105 nghìn người. Tuổi thọ bình quân đạt 75,5 tuổi.",
        [
            "Tốc độ tăng trưởng kinh tế bình quân | > 8 | % | 2040 | None",
            "Tỷ lệ đô thị hóa | = 45 | % | 2040 | None",
            "Thu ngân sách | = 90 | tỷ đồng | 2040 | None",
            "Quy mô dân số | ~ 105 | nghìn người | 2040 | None",
            "Tuổi thọ bình quân | = 75.5 | tuổi | 2040 | None",
        ],
        [],
        id="the paragraphs about other fields go on with the goals",
    ),
    pytest.param(
        "Nhiệm kỳ qua, xã Thạch Trì đã hoàn thành 16/19 chỉ tiêu đề ra. Thu ngân sách đạt 8 tỷ đồng, vượt mục tiêu đề ra. Tỷ lệ che phủ rừng đạt 52%, "
        "tỷ lệ thôn có nhà văn hóa đạt 90%, tỷ lệ hộ có điện đạt 99%.",
        [],
        ["Số chỉ tiêu hoàn thành | 16", "Thu ngân sách | 8", "Tỷ lệ che phủ rừng | 52", "Tỷ lệ thôn có nhà văn hóa | 90", "Tỷ lệ hộ có điện | 99"],
        id="targets that were set announce no goals",
    ),
    pytest.param(
        "- Tỷ lệ che phủ rừng: 61%\n\n- Trồng mới 900 ha quế trong năm 2033.\n\n- Xây dựng 4 trường.",
        [],
        ["Tỷ lệ che phủ rừng | 61", "Diện tích quế trồng mới | 900", "Số trường được xây dựng | 4"],
        id="a file that opens with items has no letterhead",
    ),
    pytest.param(
        "3.1.2. Các chỉ tiêu chủ yếu\n\nVề kinh tế\n\n- Tổng sản lƣợng lƣơng thực đạt 9.000 tấn. - Thu ngân sách 12 tỷ đồng.\n\n- Xây dựng 4 trƣờng.",
        [
            "Tổng sản lượng lương thực | = 9000 | tấn | None | None",
            "Thu ngân sách | = 12 | tỷ đồng | None | None",
            "Số trường được xây dựng | = 4 | trường | None | None",
        ],
        [],
        id="a heading with a number opens the file; letters of an old font; items run together",
    ),
    pytest.param(
        "25 chỉ tiêu phấn đấu năm 2034\n\n2 chỉ tiêu kinh tế gồm:\n\n- Thu ngân sách nhà nước: 900 tỷ đồng\n\n- 72 xã có chợ\n\n"
        "1 chỉ tiêu môi trường gồm:\n\n- Tỷ lệ che phủ rừng 59,2%",
        [
            "Thu ngân sách nhà nước | = 900 | tỷ đồng | 2034 | None",
            "Số xã có chợ | = 72 | xã | 2034 | None",
            "Tỷ lệ che phủ rừng | = 59.2 | % | 2034 | None",
        ],
        [],
        id="the count of each group heads it, and the year of the title holds for all",
    ),
    pytest.param(
        "Hải Lâm: Nghị quyết của HĐND huyện về nhiệm vụ kinh tế - xã hội, quốc phòng - an ninh năm 2032\n\n"
        "Tổng thu ngân sách đạt 53 tỷ đồng. Tổng chi ngân sách 182 tỷ đồng;\n\nTỷ lệ che phủ rừng đạt 59%. Đào tạo nghề cho 500 người.",
        [
            "Tổng thu ngân sách | = 53 | tỷ đồng | 2032 | None",
            "Tổng chi ngân sách | = 182 | tỷ đồng | 2032 | None",
            "Tỷ lệ che phủ rừng | = 59 | % | 2032 | None",
            "Số người được đào tạo nghề | = 500 | người | 2032 | None",
        ],
        [],
        id="a page that names the place before the genre",
    ),
    pytest.param(
        "Trong nhiệm kỳ qua, Đảng bộ huyện Nậm Sơn đã đoàn kết, nỗ lực phấn đấu hoàn thành các nhiệm vụ, tỷ lệ hộ có điện đạt 96%.\n\n"
        "Trong nhiệm kỳ tới, Đảng bộ huyện xác định giữ vững an ninh. Không để xảy ra cháy rừng; tỷ lệ hộ có điện đạt từ 98% trở lên.",
        ["Tỷ lệ hộ có điện | >= 98 | % | None | None"],
        ["Tỷ lệ hộ có điện | 96"],
        id="what was striven for is done, what the coming term brings is promised",
    ),
    pytest.param(
        "Phát biểu tại hội nghị, ông Lò Văn An cho biết: Mục tiêu của tỉnh Sơn Bình đến năm 2035, phấn đấu có 80% số xã có chợ. Toàn tỉnh có ít nhất 5 bến tàu. "
        "Đến năm 2035, tỉnh sẽ có khoảng 17 cụm công nghiệp. Hiện có 9 cụm công nghiệp.",
        [
            "Tỷ lệ xã có chợ | = 80 | % | 2035 | None",
            "Số bến tàu | >= 5 | bến | 2035 | None",
            "Số cụm công nghiệp | ~ 17 | cụm công nghiệp | 2035 | None",
        ],
        ["Số cụm công nghiệp | 9"],
        id="an aim with its year, a lower bound, what there will be, and what there is",
    ),
    pytest.param(
        "Nhiệm kỳ 2031 - 2036, Hội Nông dân tỉnh An Thuận phấn đấu có 90% hội viên đăng ký thi đua. Hằng năm, mỗi chi hội giúp 2 hộ thoát nghèo; 70% hộ được tập huấn. "
        "Hiện có 12.000 hội viên.",
        [
            "Tỷ lệ hội viên đăng ký thi đua | = 90 | % | 2036 | None",
            "Số hộ thoát nghèo mỗi chi hội giúp | = 2 | hộ | 2036 | None",
            "Tỷ lệ hộ được tập huấn | = 70 | % | 2036 | None",
        ],
        ["Số hội viên | 12000"],
        id="who strives is no part of the label; what is wanted every year goes on with it",
    ),
    pytest.param(
        "Tỉnh Sơn Bình ban hành Kế hoạch phát triển chợ đến năm 2035\n\nTheo đó, duy trì các chợ; tỷ lệ xã có chợ đạt 90%.\n\n"
        "Cụ thể, tiếp tục mở rộng chợ đầu mối. Tỷ lệ chợ có mái che đạt 75%.\n\nHiện nay toàn tỉnh có 64 chợ.",
        ["Tỷ lệ xã có chợ | = 90 | % | 2035 | None", "Tỷ lệ chợ có mái che | = 75 | % | 2035 | None"],
        ["Số chợ | 64"],
        id="what stands in a plan that has been issued, until what there is now",
    ),
    pytest.param(
        "Tỉnh ủy Sơn Bình đề ra nhiệm vụ năm 2034 với 16 mục tiêu chủ yếu, trong đó thu nhập bình quân đầu người tăng từ mức 47 triệu đồng năm 2033 lên 56 triệu đồng năm 2034. "
        "Trồng mới 900 ha quế. Năm 2033 mở mới 6 bến xe.",
        ["Thu nhập bình quân đầu người | = 56 | triệu đồng | 2034 | None", "Diện tích quế trồng mới | = 900 | ha | 2034 | None"],
        ["Thu nhập bình quân đầu người | 47", "Số bến xe được mở mới | 6"],
        id="the level that a goal starts from, and what the year before brought",
    ),
    pytest.param(
        "Đại hội đề ra một số chỉ tiêu cơ bản đến năm 2035 như tổng diện tích gieo trồng 9.000 ha, sản lượng chè 700 tấn, với tổng kinh phí 50 tỷ đồng. Chương trình gồm 4 nhóm giải pháp.",
        ["Tổng diện tích gieo trồng | = 9000 | ha | 2035 | None", "Sản lượng chè | = 700 | tấn | 2035 | None"],
        ["Tổng kinh phí thực hiện | 50"],
        id="basic targets; what a programme is made of and what it takes",
    ),
    pytest.param(
        "Đại hội xác định phương hướng nhiệm kỳ 2035 - 2040: Tổng doanh thu tăng bình quân 8%/năm; lợi nhuận trước thuế trên 50 tỷ đồng; kết nạp 15 đảng viên.",
        [
            "Tốc độ tăng tổng doanh thu bình quân | = 8 | % | 2040 | None",
            "Lợi nhuận trước thuế | > 50 | tỷ đồng | 2040 | None",
            "Số đảng viên được kết nạp | = 15 | đảng viên | 2040 | None",
        ],
        [],
        id="the direction of a term, behind a colon",
    ),
    pytest.param(
        "Mục tiêu đến năm 2035 và năm 2040:\n- Số sản phẩm chè: 120 sản phẩm vào năm 2035; 200 sản phẩm vào năm 2040.\n- Tỷ lệ đô thị hóa đến năm 2035 đạt 28%, năm 2040 đạt 35%.",
        [
            "Số sản phẩm chè | = 120 | sản phẩm | 2035 | None",
            "Số sản phẩm chè | = 200 | sản phẩm | 2040 | None",
            "Tỷ lệ đô thị hóa | = 28 | % | 2035 | None",
            "Tỷ lệ đô thị hóa | = 35 | % | 2040 | None",
        ],
        [],
        id="the nearer of two deadlines is not over",
    ),
    pytest.param(
        "Mục tiêu năm 2031:\n1. Doanh thu dịch vụ tăng 20% so với thực hiện năm 2030.\n2. Bảo dưỡng 8 tuyến đường đã xuống cấp.\n3. Sản lượng chè đạt 90 tấn (năm 2029 là 60 tấn); tỷ lệ hộ nghèo còn 2%.",
        [
            "Tốc độ tăng doanh thu dịch vụ | = 20 | % | 2031 | None",
            "Số tuyến đường đã xuống cấp được bảo dưỡng | = 8 | tuyến | 2031 | None",
            "Sản lượng chè | = 90 | tấn | 2031 | None",
            "Tỷ lệ hộ nghèo | = 2 | % | 2031 | None",
        ],
        ["Sản lượng chè | 60"],
        id="a year compared with, the state of a road and what a bracket reports end no announcement",
    ),
    pytest.param(
        "Các chỉ tiêu văn hóa - xã hội năm 2031\n\n1. Thu nhập mỗi người từ 60 triệu đồng đến 62 triệu đồng, tăng từ 7% đến 8% so với ước thực hiện năm 2030.\n"
        "2. Sản lượng mật ong 90 tấn, tăng 4% so ước thực hiện năm 2030.",
        [
            "Thu nhập mỗi người | range 60..62 | triệu đồng | 2031 | None",
            "Sản lượng mật ong | = 90 | tấn | 2031 | None",
        ],
        [],
        id="an estimate that a goal is held against ends no announcement",
    ),
]  # fmt: skip


def line(target: Target) -> str:
    value = "-" if target.value is None else plain(target.value)
    upper = f"..{plain(target.upper)}" if target.upper is not None else ""
    return (
        f"{target.indicator} | {target.comparator} {value}{upper} | {target.unit or '-'} | {target.by} | {target.group}"
    )


@pytest.mark.parametrize(("text", "targets", "observations"), CASES)
def test_announced_goals(
    outline_of: Callable[..., Outline], lexicon: Lexicon, text: str, targets: list[str], observations: list[str]
) -> None:
    found = find_facts(outline_of(text), lexicon)
    assert [line(t) for t in found.of(Target)] == targets
    told = [f"{o.indicator} | {plain(o.value)}" for o in found.of(Observation) if o.value is not None]
    assert told == observations
