"""What the text layer of a PDF prints of a plan's annexes: cells between blank lines, quarters, page numbers, a letterhead
behind the first page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vankien.model import Outline, Report
from vankien.report.page.pages import report_to_pages

Read = Callable[..., Outline]

HEAD = "ỦY BAN NHÂN DÂN TỈNH SƠN BÌNH\n\nKẾ HOẠCH\n\nPhát triển kinh tế - xã hội năm 2032\n\n-----\n\nI. NHIỆM VỤ\n\nCác sở, ngành triển khai thực hiện kế hoạch này.\n\n"


def annex(*cells: str) -> str:
    """An annex with a blank line between cells."""
    return "\n\n".join(cells) + "\n"


TARGETS = (
    "PHỤ LỤC I", "TT", "Chỉ tiêu", "Đơn vị\ntính", "KH năm\n2032", "Ước TH\nnăm 2031", "KH năm\n2031", "ƯTH/KH\n2031 (%)", "Cơ quan theo\ndõi",
    "A CHỈ TIÊU KINH TẾ", "1", "Thu ngân sách nhà nước trên\nđịa bàn", "Tỷ đồng", "900", "780", "750", "104,0", "Sở Tài chính",
    "Trong đó: Thu nội địa", "Tỷ đồng", "800", "700", "690", "101,4", "Thuế tỉnh",
    "2 Diện tích lúa tham gia Đề án 1\ntriệu ha", "Ha", "500", "410", "Sở NNMT",
    "B CHỈ TIÊU MÔI TRƯỜNG", "3", "Tỷ lệ rác thải được thu gom", "Sở NNMT", "-", "Đô thị", "%", "98", "97", "96", "101,0", "-", "Nông thôn", "%", "83", "80", "81", "98,8",
)  # fmt: skip
PARTS = (
    "PHỤ LỤC I", "TT", "Chỉ tiêu chủ yếu", "TH năm 2030", "KH năm 2031", "Ước TH năm 2031", "Ghi chú", "I", "Kinh tế",
    "Tốc độ tăng GRDP (%)", "6,6", "7,5-8,0", "7,1", "Không đạt", "Tr.đó:", "- Nông nghiệp (%)", "3,4", "2,2", "-4,1%", "Không đạt",
    "- Dịch vụ (%)", "6,7", "6,9", "7,3%", "2", "Giá trị xuất khẩu (triệu USD)", "713", "940", "880", "Không đạt",
)  # fmt: skip
SECTIONS = (
    "PHỤ LỤC I", "TT", "Chỉ tiêu chủ yếu", "TH năm 2030", "KH năm 2031", "Ước TH năm 2031", "Ghi chú", "I", "Kinh tế",
    "1", "Sản lượng chè búp tươi (nghìn tấn)", "40", "42", "43", "Vượt", "2", "Đàn trâu (con)", "2", "3", "2", "Không đạt",
    "II", "Xã hội", "1", "Mức giảm tỷ suất sinh (‰)", "2", "2", "2", "Đạt", "Tỷ lệ tảo hôn (%)", "9,1", "8,0", "8,2", "Không đạt",
    "4", "Tỷ lệ hộ nghèo (%)", "12", "10", "9,5", "Đạt",
    "III", "Môi trường", "Tỷ lệ che phủ rừng (%)", "51", "52", "52", "Đạt", "2", "Tỷ lệ rác thải được thu gom (%)", "80", "83", "84", "Vượt",
)  # fmt: skip
YEARS = (
    "PHỤ LỤC I", "TT", "Chỉ tiêu chủ yếu", "Kết quả đạt được", "Năm 2030", "Năm 2031", "Năm 2032", "I", "Kinh tế",
    "1", "Sản lượng chè búp tươi (nghìn tấn)", "40", "42", "43", "- Chè hữu cơ (nghìn tấn)", "3", "4", "5",
    "2", "Đàn trâu (con)", "2.100", "2.150", "2.200",
)  # fmt: skip
WORDS = (
    "PHỤ LỤC I", "TT", "Chỉ tiêu chủ yếu", "Ước TH năm 2031", "I", "Kinh tế", "Tăng trưởng kinh tế", "tăng 7 - 8% (năm trước 6%)",
    "2", "Đàn trâu (con)", ">2.300", "3", "Tỷ lệ hộ nghèo", "0,4% (chuẩn mới)",
)  # fmt: skip
TASKS = (
    "PHỤ LỤC II", "TT", "Nhiệm vụ", "Cơ quan\nchủ trì", "Cơ quan\nphối hợp", "Thời gian", "Sản phẩm",
    "I. Thể chế", "1", "Đề án Sắp xếp trường học", "Sở Nội vụ", "Sở Y tế; Sở Giáo dục\nvà Đào tạo", "Quý III/2032", "Đề án",
    "II. Hạ tầng", "2", "Dự án cầu Bến Mới\nvượt sông Lam", "Sở Xây dựng", "UBND xã Bến Mới", "31/12/2032", "Hợp long cầu",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            annex(*TARGETS),
            [
                "1 | Thu ngân sách nhà nước trên địa bàn | Tỷ đồng | 900 | 780 | 750 | 104,0 | Sở Tài chính",
                " | Trong đó: Thu nội địa | Tỷ đồng | 800 | 700 | 690 | 101,4 | Thuế tỉnh",
                "2 | Diện tích lúa tham gia Đề án 1 triệu ha | Ha | 500 | 410 |  |  | Sở NNMT",
                "3 | Tỷ lệ rác thải được thu gom |  |  |  |  |  | Sở NNMT",
                "- | Đô thị | % | 98 | 97 | 96 | 101,0 | ",
                "- | Nông thôn | % | 83 | 80 | 81 | 98,8 | ",
            ],
            id="targets-parts-and-empty-cells",
        ),
        pytest.param(
            annex(*PARTS),
            [
                " | Tốc độ tăng GRDP (%) | 6,6 | 7,5-8,0 | 7,1 | Không đạt",
                "- | Nông nghiệp (%) | 3,4 | 2,2 | -4,1% | Không đạt",
                "- | Dịch vụ (%) | 6,7 | 6,9 | 7,3% | ",
                "2 | Giá trị xuất khẩu (triệu USD) | 713 | 940 | 880 | Không đạt",
            ],
            id="parts-below-a-mark-and-a-number-taken-for-a-page",
        ),
        pytest.param(
            annex(*SECTIONS),
            [
                "1 | Sản lượng chè búp tươi (nghìn tấn) | 40 | 42 | 43 | Vượt",
                "2 | Đàn trâu (con) | 2 | 3 | 2 | Không đạt",
                "1 | Mức giảm tỷ suất sinh (‰) | 2 | 2 | 2 | Đạt",
                " | Tỷ lệ tảo hôn (%) | 9,1 | 8,0 | 8,2 | Không đạt",
                "4 | Tỷ lệ hộ nghèo (%) | 12 | 10 | 9,5 | Đạt",
                " | Tỷ lệ che phủ rừng (%) | 51 | 52 | 52 | Đạt",
                "2 | Tỷ lệ rác thải được thu gom (%) | 80 | 83 | 84 | Vượt",
            ],
            id="numbers-begin-anew-in-each-section-and-some-are-missing",
        ),
        pytest.param(
            annex(*YEARS),
            [
                "1 | Sản lượng chè búp tươi (nghìn tấn) | 40 | 42 | 43",
                "- | Chè hữu cơ (nghìn tấn) | 3 | 4 | 5",
                "2 | Đàn trâu (con) | 2.100 | 2.150 | 2.200",
            ],
            id="a-cell-over-the-years-is-no-column",
        ),
        pytest.param(
            annex(*WORDS),
            [
                " | Tăng trưởng kinh tế | tăng 7 - 8% (năm trước 6%)",
                "2 | Đàn trâu (con) | >2.300",
                "3 | Tỷ lệ hộ nghèo | 0,4% (chuẩn mới)",
            ],
            id="the-next-number-tells-that-the-first-was-taken-for-a-page",
        ),
        pytest.param(
            annex(*TASKS),
            [
                "1 | Đề án Sắp xếp trường học | Sở Nội vụ | Sở Y tế; Sở Giáo dục và Đào tạo | Quý III/2032 | Đề án",
                "2 | Dự án cầu Bến Mới vượt sông Lam | Sở Xây dựng | UBND xã Bến Mới | 31/12/2032 | Hợp long cầu",
            ],
            id="columns-of-words",
        ),
        pytest.param(
            "Quý 6 Quý 9 Quý Cả\nTT Chỉ tiêu Quý I\nII tháng III tháng IV năm\n\nGRDP 8,0 8,4 8,2 9,1 8,5 9,3 8,7\n\n1 Khu vực I 3,6 4,1 3,9 4,4 4,1 4,5 4,2\n\n"
            "Thuế sản phẩm trừ trợ cấp\n2 4,0 4,6 4,3 5,0 4,5 5,4 4,8\nsản phẩm\n",
            [
                " | GRDP | 8,0 | 8,4 | 8,2 | 9,1 | 8,5 | 9,3 | 8,7",
                "1 | Khu vực I | 3,6 | 4,1 | 3,9 | 4,4 | 4,1 | 4,5 | 4,2",
                "2 | Thuế sản phẩm trừ trợ cấp sản phẩm | 4,0 | 4,6 | 4,3 | 5,0 | 4,5 | 5,4 | 4,8",
            ],
            id="quarters-header-over-three-lines",
        ),
    ],
)
def test_tables_of_a_plan(outline_of: Read, text: str, expected: list[str]) -> None:
    tables = outline_of(HEAD + text).tables
    assert [" | ".join(c.text for c in row.cells) for table in tables for row in table.rows] == expected


def test_text_behind_the_last_row_is_none_of_the_table(outline_of: Read) -> None:
    outline = outline_of(HEAD + annex(*TASKS, "Các sở, ngành định kỳ báo cáo kết quả thực hiện về Sở Tài chính."))
    assert outline.tables[0].rows[-1].cells[-1].text == "Hợp long cầu"
    assert outline.paragraphs[-1].passage.text.startswith("Các sở, ngành định kỳ")


DUMP = """KẾ HOẠCH

Phát triển kinh tế - xã hội năm 2032

Năm 2032 là năm thứ hai thực hiện Nghị quyết Đại hội Đảng bộ tỉnh, Ủy ban nhân dân

tỉnh ban hành Kế hoạch1 với các nội dung sau:

I. MỤC TIÊU

1. Về kinh tế

- Trồng mới 900 ha chè.

- Sản lượng chè búp tươi đạt 12 nghìn tấn.

- Thu hút 12 dự án mới.

- Đón 90 nghìn lượt khách du lịch.

2. Về xã hội

- Thêm 3 xã đạt chuẩn nông thôn mới.

                                           
1 Theo Nghị quyết của Hội đồng nhân dân tỉnh.
ỦY BAN NHÂN DÂN
TỈNH SƠN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
 Độc lập - Tự do - Hạnh phúc
Số: 7/KH-UBND Sơn Bình, ngày 12 tháng 01 năm 2032
 2

- Giải quyết việc làm cho 900 lao động.



4

Nâng cấp 9 trạm y tế.
"""


def test_a_letterhead_behind_the_first_page(outline_of: Read) -> None:
    outline = outline_of(DUMP)
    assert [p.text for p in outline.letterhead][:3] == [
        "ỦY BAN NHÂN DÂN", "TỈNH SƠN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]  # fmt: skip
    assert outline.footnotes[0].passage.text == "Theo Nghị quyết của Hội đồng nhân dân tỉnh."


def test_a_page_number_before_the_first_line_of_its_page(report_of: Callable[..., Report]) -> None:
    """Once pages open with their numbers, a number alone between blank lines is a cell of a table."""
    body = [b.text for b in report_to_pages(report_of(DUMP)).body]
    assert "2" not in body
    assert "4" in body
