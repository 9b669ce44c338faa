"""Tables of scans: shredded headers, torn labels, mangled verdicts; on our own tables of an invented province."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_line, scan_lines
from vankien.model import Lexicon, Row, Table
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.headers import header_lines, header_to_names
from vankien.report.scanned_tables.reading import read_scan
from vankien.report.scanned_tables.words import atoms_to_verdict, line_to_atoms, unit_before, wrapped_unit
from vankien.report.table_readers import lines_to_tables

TITLE = ["KẾT QUẢ THỰC HIỆN MỤC TIÊU ĐẠI HỘI", "ĐẢNG BỘ TỈNH SƠN BÌNH LẦN THỨ XI, NHIỆM KỲ 2015-2020"]
Lines = list[str | tuple[str, str]]
HEADER: Lines = [
    "Thực hiện Nghị quyết Đại hội XI",
    ("Mục tiêu p P", "Muc tiéu p P"),
    ("- Đơn vị Nghị | Thực | Thực | Thực | Thực | Ước Ước o", "- Don vi Nghj | Thuc | Thye | Thuc | Thuc | Uoc Uéc o"),
    ("tính quyết hiện hiện hiện hiện hiện hiện", "tinh quyet hién hien hién hién hidn hién"),
    "2016 2017 2018 2019 2020 XI",
]
ROWS: Lines = [
    "Diện tích rừng trồng Ha 500 80 95 101 120 130 526 Đạt",
    "Tỷ lệ hộ dùng nước sạch % 90,0 80,0 | 82,5 85,0| 88,0 90,0 90,0 | Đạt",
    "Số hợp tác xã thành lập mới Tổ 40 5 8 9 11 12 45 Vượt",
]


def _table(lines: Lines, lexicon: Lexicon) -> Table:
    body = scan_lines([*TITLE, *lines])
    found = read_scan(body, len(TITLE), lexicon)
    assert found is not None
    return found[0]


def _row(lines: Lines, lexicon: Lexicon, at: int = -1) -> Row:
    return _table([*HEADER, *ROWS, *lines], lexicon).rows[at]


def _texts(row: Row) -> list[str]:
    return [c.text for c in row.cells]


def test_years_of_a_shredded_header_make_the_columns(lexicon: Lexicon) -> None:
    table = _table([*HEADER, *ROWS], lexicon)
    assert table.header[:3] == ("TT", "Chỉ tiêu", "Đơn vị tính")
    assert table.header[3:] == (
        "Mục tiêu Nghị quyết Đại hội",
        *(f"Thực hiện năm {year}" for year in (2016, 2017, 2018, 2019)),
        "Ước thực hiện năm 2020",
        "Ước thực hiện Nghị quyết Đại hội",
        "Đánh giá",
    )
    assert table.title.endswith("NHIỆM KỲ 2015-2020")
    assert [len(r.cells) for r in table.rows] == [11, 11, 11]


def test_bars_are_no_part_of_cells(lexicon: Lexicon) -> None:
    row = _table([*HEADER, *ROWS], lexicon).rows[1]
    assert _texts(row)[1:] == [
        "Tỷ lệ hộ dùng nước sạch",
        "%",
        "90,0",
        "80,0",
        "82,5",
        "85,0",
        "88,0",
        "90,0",
        "90,0",
        "Đạt",
    ]


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        pytest.param(
            ["Tỷ lệ thôn có đường xe máy % 99,0 90,0 91,0 92,0 93,0 99,0 99,0 Đạt", "đi được quanh năm"],
            "Tỷ lệ thôn có đường xe máy đi được quanh năm",
            id="label goes on below",
        ),
        pytest.param(
            ["Tỷ lệ nhà văn hóa xã được", "sửa chữa, nâng cấp % 99,0 90,0 91,0 92,0 93,0 99,0 99,0 Đạt"],
            "Tỷ lệ nhà văn hóa xã được sửa chữa, nâng cấp",
            id="label starts above",
        ),
        pytest.param(
            ["/ Số giường bệnh Giường 30 21 22 24 27 30 30 Đạt"],
            "Số giường bệnh",
            id="stray sign in front",
        ),
        pytest.param(
            ["Số chợ trở [lên Chợ 30 21 22 24 27 30 30 Đạt"],
            "Số chợ trở lên",
            id="stray bracket inside",
        ),
        pytest.param(
            [("9 | Số trạm bơm Trạm 30 21 22 24 27 30 30 Đạt", "9 | S6 tram bom Tram 30 21 22 24 27 30 30 Pat")],
            "Số trạm bơm",
            id="number of a group in front",
        ),
        pytest.param(
            ["Số làng nghề Làng 30 21 22 24 27 30 30 Đạt", ("ang nghê", "ang nghe")],
            "Số làng nghề",
            id="bits of the label printed twice",
        ),
    ],
)
def test_labels_are_put_together(lines: Lines, label: str, lexicon: Lexicon) -> None:
    assert _row(lines, lexicon).cells[1].text == label


def test_a_wrecked_label_is_completed_from_the_lists(lexicon: Lexicon) -> None:
    broken = "Tqz;'é!w thôn, bản, khu phố đạt chuẩn Kvdx'ﬁ % 99,0 90,0 91,0 92,0 93,0 99,0 99,0 Đạt"
    assert _row([broken], lexicon).cells[1].text.startswith("Tỷ lệ thôn, bản, khu phố đạt")


def test_a_wrecked_label_that_fits_no_one_indicator_keeps_its_words(lexicon: Lexicon) -> None:
    broken = "Tqz;'é!w số vườn ươm mới % 99,0 90,0 91,0 92,0 93,0 99,0 99,0 Đạt"
    assert _row([broken], lexicon).cells[1].text == "Số vườn ươm mới"


def test_rows_below_a_colon_have_a_parent(lexicon: Lexicon) -> None:
    rows = [
        "Tỷ lệ học sinh ra lớp:",
        "Mầm non % 90,0 80,0 81,0 82,0 83,0 90,0 90,0 Đạt",
        "Tiểu học % 99,0 90,0 91,0 92,0 93,0 99,0 99,0 Đạt",
    ]
    table = _table([*HEADER, *ROWS, *rows], lexicon)
    assert [(r.cells[1].text, r.parents) for r in table.rows[-2:]] == [
        ("Mầm non", ("Tỷ lệ học sinh ra lớp",)),
        ("Tiểu học", ("Tỷ lệ học sinh ra lớp",)),
    ]


def test_a_section_is_no_part_of_the_label_below(lexicon: Lexicon) -> None:
    rows: Lines = [
        ("II | Các chỉ tiêu về xã hội", "Il | Cdc chi tiéu vé xa hoi"),
        "Số nhà tình nghĩa Nhà 30 21 22 24 27 30 30 Đạt",
    ]
    row = _row(rows, lexicon)
    assert row.cells[1].text == "Số nhà tình nghĩa"
    assert row.parents
    assert "Các chỉ tiêu về xã hội" in row.parents[0]


def test_the_header_of_the_next_page_is_dropped(lexicon: Lexicon) -> None:
    table = _table([*HEADER, *ROWS, *HEADER, "Số cầu treo Cầu 30 21 22 24 27 30 30 Đạt"], lexicon)
    assert [r.cells[1].text for r in table.rows][-1] == "Số cầu treo"
    assert len(table.rows) == 4


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [
                ("Số xã thoát nghèo Xã 20 4 5 5 6 Không", "S6 xa thoat ngheo Xa 20 4 5 5 6 Khong"),
                ("đánh giá", "danh gia"),
            ],
            id="second half on the next line",
        ),
        pytest.param(
            [("A o Không", "A o Khéng"), "Số xã thoát nghèo Xã 20 4 5 5 6 - -", ("đánh giá", "danh gid")],
            id="halves above and below",
        ),
        pytest.param(
            [
                ("e a Không", "e a Khéng"),
                ("Số xã thoát nghèo Xã 20 4 5 5 6 đánh giá", "S6 xa thoat ngheo Xa 20 4 5 5 6 danh gi"),
            ],
            id="first half above",
        ),
    ],
)
def test_not_assessed_over_two_lines(lines: Lines, lexicon: Lexicon) -> None:
    row = _row(lines, lexicon)
    assert _texts(row)[1:] == ["Số xã thoát nghèo", "xã", "20", "4", "5", "5", "6", "", "", "Không đánh giá"]


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("bat", "Đạt"),
        ("Pat", "Đạt"),
        ("vuer", "Vượt"),
        ("Vuot", "Vượt"),
        ("Khéng dat", "Không đạt"),
        ("Khong danh gid", "Không đánh giá"),
        ("chu", None),
        ("tinh", None),
        ("a", None),
    ],
)
def test_mangled_verdicts(printed: str, verdict: str | None, lexicon: Lexicon) -> None:
    assert atoms_to_verdict(line_to_atoms(scan_line(1, printed)), lexicon) == verdict


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Thu ngân sách Tỷ đồng", ("tỷ đồng", 2)),
        ("Việc làm mới Nguwai/ndm", ("người/năm", 2)),
        ("Tăng trưởng %/nam", ("%/năm", 2)),
        ("Mức sinh %o/nam", ("‰/năm", 2)),
        ("Xuất khẩu o/ o", ("%", 3)),
        ("Khách du lịch /", ("%", 1)),
        ("Việc làm mới dong/", None),
        ("Đường bê tông % &", None),
        ("Xã có chợ nông thôn", None),
    ],
)
def test_units_before_values(words: str, unit: tuple[str, int] | None, lexicon: Lexicon) -> None:
    found = unit_before(line_to_atoms(scan_line(1, words)), lexicon)
    assert found == unit


def test_a_unit_on_two_lines(lexicon: Lexicon) -> None:
    assert wrapped_unit("Tỷ", "đồng", lexicon) == "tỷ đồng"
    assert wrapped_unit("Tỷ", "rừng", lexicon) is None


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([*HEADER, *ROWS[:2]], id="two rows are no table"),
        pytest.param([*HEADER[:2], *ROWS], id="header that fits no number of values"),
        pytest.param(["Năm qua, tỉnh đã làm được nhiều việc", *ROWS], id="no header"),
    ],
)
def test_what_is_no_table(lines: Lines, lexicon: Lexicon) -> None:
    assert read_scan(scan_lines(lines), 0, lexicon) is None


def test_typed_lines_are_left_to_the_other_readers(lexicon: Lexicon) -> None:
    typed = [BodyLine(b.passage, b.page) for b in scan_lines([*HEADER, *ROWS])]
    assert read_scan(typed, 0, lexicon) is None


def test_what_follows_the_table_stays_in_the_body(lexicon: Lexicon) -> None:
    body = scan_lines([*TITLE, *HEADER, *ROWS, "Ghi chú: số liệu ước tính."])
    tables, rest = lines_to_tables(body, lexicon)
    assert len(tables) == 1
    assert [b.text for b in rest] == [*TITLE, "Ghi chú: số liệu ước tính."]


KINDS: Lines = [
    ("Nghị Thực hiện So sánh Mục", "Ngh} Thuc hién So sanh Muc"),
    "Stt Chỉ tiêu Đơn vị | quyết | đến năm | với | tiêu đến | Ghi",
    "tính Đại hội 2020 NQĐH 2025 chú",
]


def test_kinds_of_columns_are_read_in_the_order_in_which_they_open() -> None:
    block = scan_lines(KINDS)
    assert header_lines(block, 0) == 3
    assert header_to_names([block], 4, "") == (
        "Mục tiêu Nghị quyết Đại hội đến năm 2020",
        "Thực hiện đến năm 2020",
        "So sánh với Nghị quyết Đại hội",
        "Mục tiêu đến năm 2025",
    )
    assert header_to_names([block], 6, "") is None


def test_an_empty_comparison_is_skipped_and_a_doubtful_row_left_out(lexicon: Lexicon) -> None:
    rows: Lines = [
        "Số xã có chợ Xã 60 54 90% 70",
        "Số giếng khoan Giếng 50 60 10 80",
        "Tỷ trọng dịch vụ % 36,5 38,0 40,5",
        "Tỷ lệ dân dùng điện % 100 9.8 0.2",
    ]
    table = _table([*KINDS, *rows], lexicon)
    assert [[c.text for c in r.cells[3:]] for r in table.rows[:3]] == [
        ["60", "54", "90%", "70"],
        ["50", "60", "10", "80"],
        ["36,5", "38,0", "", "40,5"],
    ]
    assert len(table.rows) == 3


COMPARED: Lines = [
    "Số xã có chợ Xã 60 54 90% 70",
    "Số giếng khoan Giếng 50 60 10 80",
    "Tỷ trọng dịch vụ % 36,5 38,0 40,5",
]


@pytest.mark.parametrize(
    ("lines", "label", "unit", "values"),
    [
        pytest.param(["Xã kiểu mẫu Xã 02 06 300%"], "Xã kiểu mẫu", "xã", ["02", "06", "300%", ""], id="nothing-set-for-later"),
        pytest.param(["Tỷ lệ hộ nghèo % <16 17,6"], "Tỷ lệ hộ nghèo", "%", ["<16", "17,6", "", ""], id="a-bound-opens-with-the-target"),
        pytest.param(["Thu phí chợ Tỷ đồng 4,7 5,9"], "Thu phí chợ", "tỷ đồng", ["", "4,7", "", "5,9"], id="new-indicator-has-no-old-target"),
        pytest.param(["Số hợp tác xã Tổ 40 40"], "Số hợp tác xã", "tổ", ["", "40", "", ""], id="one-of-two-equal-values-is-the-result"),
        pytest.param(["Chỉ số sản xuất của làng nghề % 112,4 116,1"], "Chỉ số sản xuất của làng nghề", "%", ["", "112,4", "", "116,1"], id="an-index-is-no-share"),
        pytest.param(["Tỷ lệ thôn có điện % 91 94 6 36"], "Tỷ lệ thôn có điện", "%", ["91", "94,6", "3,6", ""], id="torn-at-its-comma"),
        pytest.param([("Trạm bơm có cơ sở hạ tầng", "Tram bom co co so ha tang"), ("bảo đảm theo quy định | 97 97", "bao dam theo quy dinh | 97 97")], "Trạm bơm có cơ sở hạ tầng bảo đảm theo quy định", "", ["", "97", "", ""], id="values-behind-the-last-line-of-a-label"),
        pytest.param(["Tỷ lệ xã có bãi bơi % 100", "Số trạm bơm Trạm 50 60 10 80"], "Số trạm bơm", "trạm", ["50", "60", "10", "80"], id="a-row-of-one-value-is-no-head"),
        pytest.param(["Phổ cập bơi lội", "THCS mức 2 % | chuẩn | Đạt chuẩn| 100%", "Số trạm bơm Trạm 50 60 10 80"], "Số trạm bơm", "trạm", ["50", "60", "10", "80"], id="lines-with-values-are-no-head"),
        pytest.param([("Sở lao động có việc làm Người 8.700 9.200 105,7% 9.500", "Sé lao dong co viec lam Nguoi 8.700 9.200 105,7% 9.500")], "Số lao động có việc làm", "người", ["8.700", "9.200", "105,7%", "9.500"], id="number-no-office"),
        pytest.param(["Kết nạp đảng viên Người 2 500 2500 100% 2.700"], "Kết nạp đảng viên", "người", ["2500", "2500", "100%", "2.700"], id="number-with-a-blank"),
        pytest.param(["Đào tạo nghề Người 8.300 8.500 102,4% 6"], "Đào tạo nghề", "người", ["8.300", "8.500", "102,4%", ""], id="lost-digits-of-what-is-set-for-later"),
        pytest.param([("Năng suất lao động Triệu", "Nang suat lao dong Triéu"), ("bình quân đồng 94,1 192,5", "binh quan déng 94,1 192,5")], "Năng suất lao động bình quân", "triệu đồng", ["", "94,1", "", "192,5"], id="unit-on-two-lines-of-a-row-with-two-values"),
        pytest.param([("Thu ngân sách trên địa bàn | Tỷ 0", "Thu ngan sach tren dia ban | Ty 0"), ("tỉnh ứng 2.000 2.062 103,1% 5.000", "tinh #ing 2.000 2.062 103,1% 5.000")], "Thu ngân sách trên địa bàn tỉnh", "tỷ đồng", ["2.000", "2.062", "103,1%", "5.000"], id="wrecked-second-line-of-a-unit"),
        pytest.param([("9 ’ Triệu", "9 ’ Triéu"), ("Giá trị xuất khẩu hàng hóa USD 84 91 108,3% 140", "Gia tri xuat khau hang hoa USD 84 91 108,3% 140")], "Giá trị xuất khẩu hàng hóa", "triệu USD", ["84", "91", "108,3%", "140"], id="first-line-of-a-unit-apart-from-the-label"),
        pytest.param([("Số lao động có việc làm mới | Lao", "So lao dong co viec lam moi | Lao"), ("trong tỉnh động/ 8.700 9.200 105,7% 9.500", "trong tinh dong/ 8.700 9.200 105,7% 9.500"), ("năm", "nam")], "Số lao động có việc làm mới trong tỉnh", "lao động/năm", ["8.700", "9.200", "105,7%", "9.500"], id="unit-on-three-lines"),
        pytest.param([("Tỷ lệ dân được quản lý sức khỏe ở >90 50,1 -39,9 96", "Ty le dan duoc quan ly suc khoe o >90 50,1 -39,9 96")], "Tỷ lệ dân được quản lý sức khỏe", "%", [">90", "50,1", "-39,9", "96"], id="ring-of-a-percent-sign"),
        pytest.param([("Tổ chức đảng hoàn thành tốt nhiệm vụ #/năm 85-90 >85 - >0", "To chuc dang hoan thanh tot nhiem vu #/nam 85-90 >85 - >0")], "Tổ chức đảng hoàn thành tốt nhiệm vụ", "%/năm", ["85-90", ">85", "", ""], id="more-than-nothing-has-lost-a-digit"),
        pytest.param([("B | Chỉ tiêu xây dựng đảng", "B | Chi tieu xay dung dang"), ("Tổ chức đảng và đảng viên % 85 90 5 95", "To chuc dang va dang vien % 85 90 5 95")], "Tổ chức đảng và đảng viên", "%", ["85", "90", "5", "95"], id="section-of-header-words-is-no-header"),
        pytest.param(["Tỷ lệ xã đạt chuẩn 0 90 100 111% 100"], "Tỷ lệ xã đạt chuẩn", "%", ["90", "100", "111%", "100"], id="percent-sign-that-lost-its-slash"),
    ],
)  # fmt: skip
def test_values_find_their_columns(lines: Lines, label: str, unit: str, values: list[str], lexicon: Lexicon) -> None:
    row = _table([*KINDS, *COMPARED, *lines], lexicon).rows[-1]
    assert _texts(row)[1:] == [label, unit, *values]
    assert not any(c.isdigit() for parent in row.parents for c in parent)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Xã có chợ đêm % 40 60", id="shares-whose-comparison-may-be-missing"),
    ],
)
def test_two_values_that_may_stand_anywhere_are_left_out(line: str, lexicon: Lexicon) -> None:
    """Which of target, result and next target they are, nothing says."""
    assert len(_table([*KINDS, *COMPARED, line], lexicon).rows) == len(COMPARED)


def test_a_number_that_lost_its_comma_is_read_as_the_text_above_prints_it(lexicon: Lexicon) -> None:
    row: Lines = ["Thu nhập bình quân Triệu đồng 60 54 90% 11846"]
    prose = "Thu nhập bình quân đầu người năm 2030 đạt 118,46 triệu đồng"
    body = scan_lines([prose, *TITLE, *KINDS, *COMPARED, *row])
    found = read_scan(body, 1 + len(TITLE), lexicon)
    assert found is not None
    assert found[0].rows[-1].cells[-1].text == "118,46"
    assert _table([*KINDS, *COMPARED, *row], lexicon).rows[-1].cells[-1].text == ""


YEARS: Lines = [
    "Nghị quyết Ước So với Mục",
    "Đơn vị Thực Đại hội Thực thực Nghị tiêu",
    "Stt Chỉ tiêu tính hiện XII hiện hiện quyết đến",
    "2015 (2020) 2019 2020 XII năm 2025",
]
JUDGED: Lines = [
    "1 Số xã có chợ Xã 40 60 52 54 Không đạt 70",
    "2 Số giếng khoan Giếng 30 50 55| 60 | Vượt >80",
    ("3 Số trạm bơm Trạm 8 12 11 12 | Đạt -", "3 S6 tram bom Tram 8 12 11 12 | bat -"),
]


def test_a_header_with_one_year_a_column(lexicon: Lexicon) -> None:
    """The year in brackets is the resolution's; the verdict stands before the next target."""
    table = _table([*YEARS, *JUDGED], lexicon)
    assert header_to_names([scan_lines(YEARS)], 5, "") == (
        "Thực hiện đến năm 2015",
        "Mục tiêu Nghị quyết Đại hội đến năm 2020",
        "Thực hiện đến năm 2019",
        "Ước thực hiện đến năm 2020",
        "Mục tiêu đến năm 2025",
    )
    assert table.header[-1] == "So với Nghị quyết"
    assert [_texts(r)[3:] for r in table.rows] == [
        ["40", "60", "52", "54", "70", "Không đạt"],
        ["30", "50", "55", "60", ">80", "Vượt"],
        ["8", "12", "11", "12", "", "Đạt"],
    ]


def test_parts_below_a_head_that_is_only_judged(lexicon: Lexicon) -> None:
    """The number of the head is its group's; its parts, marked by dashes, belong to it."""
    rows: Lines = ["4 Cơ cấu kinh tế Không đạt", "- Nông nghiệp % 30,0 25,0 26,0 25,5 20,0"]
    head, part = _table([*YEARS, *JUDGED, *rows], lexicon).rows[-2:]
    assert (head.cells[0].text, head.cells[1].text, head.cells[-1].text) == ("4", "Cơ cấu kinh tế", "Không đạt")
    assert part.parents == ("Cơ cấu kinh tế",)


def test_a_section_may_be_called_a_group_of_indicators(lexicon: Lexicon) -> None:
    row = _table([*YEARS, *JUDGED, "II Nhóm chỉ tiêu về xã hội", "4 Số trạm xá Trạm 4 6 5 6 Đạt 8"], lexicon).rows[-1]
    assert row.cells[1].text == "Số trạm xá"


@pytest.mark.parametrize(
    ("lines", "title", "names"),
    [
        pytest.param(
            ["Đơn vị Ước Kế hoạch hằng năm", "TT Chỉ tiêu tính TH", "2025 2026 2027 2028"],
            "CHỈ TIÊU PHÂN THEO NĂM",
            ("Ước thực hiện năm 2025", "Kế hoạch năm 2026", "Kế hoạch năm 2027", "Kế hoạch năm 2028"),
            id="the-estimate-opens",
        ),
        pytest.param(
            ["Đơn vị Thực hiện Mục tiêu", "Stt Chỉ tiêu tính", "2024 2025 2026 2027 2028"],
            "CÁC CHỈ TIÊU GIAI ĐOẠN 2026-2028",
            (*(f"Thực hiện năm {y}" for y in (2024, 2025)), *(f"Mục tiêu năm {y}" for y in (2026, 2027, 2028))),
            id="the-title-says-where-the-plan-starts",
        ),
        pytest.param(
            ["Đơn vị Thực hiện kế hoạch từng năm", "Stt Chỉ tiêu tính Nghị quyết", "2021 2022 2023"],
            "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU",
            tuple(f"Thực hiện năm {y}" for y in (2021, 2022, 2023)),
            id="results-of-a-plan-are-results",
        ),
    ],
)
def test_results_before_planned_years(lines: Lines, title: str, names: tuple[str, ...]) -> None:
    assert header_to_names([scan_lines(lines)], len(names), title) == names


@pytest.mark.parametrize(
    ("row", "values"),
    [
        pytest.param("Tỷ lệ thôn có loa % 90,0 80, 5 82,5 85,0 88,0 90,0 90,0", ["90,0", "80,5", "82,5"], id="torn-decimals"),
        pytest.param("Tỷ lệ thôn có loa % 90, 80,5 82,5 85,0 88,0 90,0 90,0", ["90", "80,5", "82,5"], id="a-speck-behind-a-value"),
    ],
)  # fmt: skip
def test_decimals_torn_from_their_value(row: str, values: list[str], lexicon: Lexicon) -> None:
    assert _texts(_row([row], lexicon))[3:6] == values


BY_2020 = "Mục tiêu Nghị quyết Đại hội XI đến năm 2020"
DONE = tuple(f"Thực hiện năm {y}" for y in (2016, 2017, 2018, 2019))


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(
            [". MTNQ Thực hiện Ước So sánh Mục", "TT Chỉ tiêu ĐVT đến năm với tiêu", "2020 2016 | 2017 2018 | 2019 2020 MTNQ | 2025"],
            (BY_2020, *DONE, "Ước thực hiện năm 2020", "So sánh với Nghị quyết Đại hội", "Mục tiêu đến năm 2025"),
            id="a-word-between-the-years-compares",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT MTNQ Thực hiện Ước So sánh (%)", "2020 2016 2017 2018 2019 2020"],
            (BY_2020, *DONE, "Ước thực hiện năm 2020", "So sánh với Nghị quyết Đại hội"),
            id="the-one-that-compares-prints-nothing-there",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT MTNQ Thực hiện Ước Đánh giá", "2020 2016 2017 2018 2019 2020"],
            (BY_2020, *DONE, "Ước thực hiện năm 2020"),
            id="the-one-that-judges-holds-no-value",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT KH TH TH TH TH ƯTH KH", "2020 2016 2017 2018 2019 2020 2021"],
            ("Kế hoạch năm 2020", *DONE, "Ước thực hiện năm 2020", "Kế hoạch năm 2021"),
            id="an-abbreviation-a-column",
        ),
        pytest.param(
            ["TT Chỉ tiêu Đơn vị", "KH 2020 TH 2016 TH 2017 TH 2018 TH 2019 ƯTH 2020 So với KH"],
            ("Kế hoạch năm 2020", *DONE, "Ước thực hiện năm 2020", "So sánh với kế hoạch"),
            id="abbreviations-and-years-on-one-line",
        ),
        pytest.param(
            ["MTNQ Thực hiện Mục tiêu", "TT Chỉ tiêu ĐVT", "2019 2016 2017 2018 2019 2020 2021"],
            (BY_2020.replace("2020", "2019"), *DONE, "Mục tiêu đến năm 2020", "Mục tiêu đến năm 2021"),
            id="results-end-where-the-target-is-due",
        ),
        pytest.param(
            ["Nghị quyết Ước", "TT Chỉ tiêu ĐVT Thực hiện tiêu", "2020 2016 2017 2018 2019 2020 2025"],
            (BY_2020, *DONE, "Ước thực hiện năm 2020", "Mục tiêu đến năm 2025"),
            id="words-in-disorder-leave-it-to-the-place",
        ),
        pytest.param(["TT Chỉ tiêu ĐVT MTNQ Thực hiện Ước", "2020 2016 2017 2019 2018 2020"], None, id="years-in-disorder"),
    ],
)  # fmt: skip
def test_a_last_line_of_years_fixes_the_columns(lines: Lines, names: tuple[str, ...] | None) -> None:
    block = scan_lines(lines)
    assert header_lines(block, 0) == len(lines)
    count = len(names or DONE) + (names is None) * 2
    assert header_to_names([block], count, "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI XI") == names


def test_rows_below_a_line_of_years_are_compared_by_a_share_or_a_word(lexicon: Lexicon) -> None:
    header: Lines = ["MTNQ Thực hiện Ước So sánh Mục", "TT Chỉ tiêu ĐVT với tiêu", "2020 2018 | 2019 2020 MTNQ | 2025"]
    rows: Lines = [
        "1 Số xã có chợ Xã 60 50 52 | 54 90,0% 70",
        "2 Số giếng khoan Giếng 50 41 | 48 60 120% 80",
        ("3 Tỷ lệ dân dùng điện % 98 96,0 97,0 98,5 | Vượt 99", "3 Ty lé dan ding dién % 98 96,0 97,0 98,5 | Vuot 99"),
    ]
    table = _table([*header, *rows], lexicon)
    assert [_texts(r)[3:] for r in table.rows] == [
        ["60", "50", "52", "54", "90,0%", "70", ""],
        ["50", "41", "48", "60", "120%", "80", ""],
        ["98", "96,0", "97,0", "98,5", "", "99", "Vượt"],
    ]
