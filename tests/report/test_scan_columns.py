"""Scanned tables whose header is too broken, or has one line; bounds in words; units without a capital. All figures ours."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_lines
from vankien.model import Lexicon, Table
from vankien.report.scanned_tables.reading import read_scan

Lines = list[str | tuple[str, str]]
LABELS = ("Giá trị sản xuất", "Số doanh nghiệp thành lập mới", "Sản lượng lương thực", "Tỷ lệ hộ nghèo")
UNITS = ("Tỷ đồng", "DN", "Tấn", "%")


def _table(lines: Lines, lexicon: Lexicon, title: str = "BIỂU CHỈ TIÊU CỦA HUYỆN SƠN HẠ") -> Table:
    found = read_scan(scan_lines([title, *lines]), 1, lexicon)
    assert found is not None
    return found[0]


def _rows(values: list[str], units: tuple[str, ...] = UNITS) -> Lines:
    return [f"{n} {label} {unit} {v}" for n, (label, unit, v) in enumerate(zip(LABELS, units, values, strict=True), 1)]


@pytest.mark.parametrize(
    ("header", "values", "names"),
    [
        pytest.param(
            ["Stt | Chỉ tiêu | ĐVT | Thực hiện năm 2031 | Kế hoạch năm 2032"],
            ["811 905", "41 52", "3.120 3.300", "4,1 3,6"],
            ("Thực hiện đến năm 2031", "Kế hoạch đến năm 2032"),
            id="a header on one line",
        ),
        pytest.param(
            ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm", "Mục tiêu đến năm", "2030 | 2035"],
            ["811 905", "41 52", "3.120 3.300", "4,1 3,6"],
            ("Thực hiện đến năm 2030", "Mục tiêu đến năm 2035"),
            id="one cell of the header a line",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Thực hiện năm 2031 Năm 2032 Kế hoạch năm 2033", "Kế hoạch Ước TH"],
            ["811 850 866 905", "41 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"],
            (
                "Thực hiện đến năm 2031",
                "Kế hoạch đến năm 2032",
                "Ước thực hiện đến năm 2032",
                "Kế hoạch đến năm 2033",
            ),
            id="a cell of a year over columns of its own",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Thực hiện năm 2031 ae Kế hoạch năm 2033", "Kế hoạch Ước TH"],
            ["811 850 866 905", "41 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"],
            (
                "Thực hiện đến năm 2031",
                "Kế hoạch đến năm 2032",
                "Ước thực hiện đến năm 2032",
                "Kế hoạch đến năm 2033",
            ),
            id="the year over columns of their own is lost",
        ),
        pytest.param(
            ["Năm 2032", "TT Chỉ tiêu ĐVT Thực hiện Kế hoạch", "2031 Kế | Ước thực | năm 2033", "hoạch hiện"],
            ["811 850 866 905", "41 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"],
            ("Thực hiện năm 2031", "Kế hoạch năm 2032", "Ước thực hiện năm 2032", "Kế hoạch năm 2033"),
            id="the year over columns of its own on a line above those beside it",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Năm Năm Năm Cả giai đoạn 2031-", "2031 2032 2033 2033"],
            ["811 850 866 2.527", "41 45 47 133", "3.120 3.200 3.150 9.470", "4,1 3,9 3,8"],
            ("Năm 2031", "Năm 2032", "Năm 2033", "Cả giai đoạn 2031-2033"),
            id="the whole term behind its years",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Năm Năm Năm", "2031 2032 2033 2033"],
            ["811 850 866 2.527", "41 45 47 133", "3.120 3.200 3.150 9.470", "4,1 3,9 3,8"],
            ("Năm 2031", "Năm 2032", "Năm 2033", "Cả giai đoạn 2031-2033"),
            id="the whole term by its year alone",
        ),
        pytest.param(
            ["Stt | Chỉ tiêu | ĐVT | Ước TH 2031. | KH2032 | Tăng/giảm (%)"],
            ["811 905 11,6", "41 52", "3.120 3.300 5,8", "4,1 3,6"],
            ("Ước thực hiện đến năm 2031", "Kế hoạch đến năm 2032", "Tăng/giảm (%)"),
            id="a change behind result and plan",
        ),
        pytest.param(
            ["Tên chỉ tiêu ĐVT Nghị quyết Đại hội Kết quả thực hiện So với Nghị quyết"],
            ["811 905 111,6%", "41 52 126,8%", "3.120 3.300 105,8%", "4,1 3,6 87,8%"],
            ("Mục tiêu Nghị quyết Đại hội", "Thực hiện", "So sánh với Nghị quyết Đại hội"),
            id="target, result and comparison on one line without years",
        ),
        pytest.param(
            ["Kết quả thực hiện", "ae tính năm 2033 Năm Năm Ước năm", "2031 2032 2033"],
            ["905 811 850 866", "52 41 45 47", "3.300 3.120 3.200 3.150", "3,6 4,1 3,9 3,8"],
            ("Mục tiêu đến năm 2033", "Thực hiện năm 2031", "Thực hiện năm 2032", "Ước thực hiện năm 2033"),
            id="the year of a target whose words are lost",
        ),
        pytest.param(
            ["Mục tiêu giai đoạn 2031-2033", "TT Chỉ tiêu ĐVT", "2031 2032 2033"],
            ["811 850 866", "41 45 47", "3.120 3.200 3.150", "4,1 3,9 3,8"],
            ("Mục tiêu năm 2031", "Mục tiêu năm 2032", "Mục tiêu năm 2033"),
            id="years of goals",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Năm 2030 Năm 2031 Ước 2032 KH 2033"],
            ["811 850 866 905", "41 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"],
            ("Thực hiện năm 2030", "Thực hiện năm 2031", "Ước thực hiện năm 2032", "Kế hoạch năm 2033"),
            id="years before an estimate are of results",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT ot Kế aes năm the", "tính năm 2032 TH/KH"],
            ["790 850 867 102", "40 50 45 90", "3.120 3.200 3.150 98,4", "4,1 4,0 3,8 95"],
            (
                "Thực hiện đến năm 2031",
                "Kế hoạch đến năm 2032",
                "Thực hiện đến năm 2032",
                "Tỷ lệ thực hiện so với kế hoạch (%)",
            ),
            id="a share of the plan tells the columns of a broken header",
        ),
    ],
)
def test_what_the_columns_hold(header: Lines, values: list[str], names: tuple[str, ...], lexicon: Lexicon) -> None:
    table = _table([*header, *_rows(values)], lexicon)
    assert table.header[3:] == names
    assert [r.cells[0].text for r in table.rows] == ["1", "2", "3", "4"]


def test_two_values_that_a_verdict_closes_are_target_and_result(lexicon: Lexicon) -> None:
    header: Lines = ["ae ay 3 Kết quả thực hiện Đánh", "TT Nội dung chỉ tiêu ĐVT hag đến 30/6/2033 giá"]
    rows = _rows(["850 866 Vượt", "45 47 Vượt", "3.200 3.150 Đạt", "3,9 3,8 Đạt"])
    table = _table([*header, *rows], lexicon, "KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ SƠN HẠ")
    assert table.header[3:] == ("Mục tiêu Nghị quyết Đại hội", "Thực hiện đến 30/6/2033", "Đánh giá")


ONE_LINE: Lines = ["Stt | Chỉ tiêu | ĐVT | Thực hiện năm 2031 | Kế hoạch năm 2032"]


def test_bounds_in_words_and_apart_belong_to_their_number(lexicon: Lexicon) -> None:
    rows = _rows(["811 905 trở lên", "41 > 52", "Khoảng 3.120 Trên 3.300", "4,1 Dưới 3,6"])
    table = _table([*ONE_LINE, *rows], lexicon)
    read = [[c.text for c in r.cells[3:]] for r in table.rows]
    assert read == [["811", "≥905"], ["41", ">52"], ["~3.120", ">3.300"], ["4,1", "<3,6"]]


def test_units_in_small_letters_are_no_words_of_labels(lexicon: Lexicon) -> None:
    labels = ("Diện tích lúa", "Diện tích ngô", "Tổng đàn gia súc", "Sản lượng thịt hơi")
    rows: Lines = [
        f"{label} {unit} 1.250 1.300 104" for label, unit in zip(labels, ("ha", "ha", "con", "tấn"), strict=True)
    ]
    header: Lines = ["TT Loại cây Đơn vị Kế hoạch Thực hiện", "tính năm 2031 năm 2031 TH/KH (%)"]
    table = _table([*header, *rows], lexicon)
    assert [(r.cells[1].text, r.cells[2].text) for r in table.rows] == list(
        zip(labels, ("ha", "ha", "con", "tấn"), strict=True)
    )


def test_units_in_brackets_stay_with_their_label(lexicon: Lexicon) -> None:
    header: Lines = ["Stt | Chỉ tiêu chủ yếu | Thực hiện năm 2031 | Kế hoạch năm 2032"]
    rows: Lines = [
        "Kim ngạch xuất khẩu (triệu",
        "1 USD) 82 > 92",
        "2 Tỷ lệ lao động qua đào tạo (%) 66 67",
        ("Tổng vốn đầu tư (từ", "Tong von dau tu (ty"),
        "3 đến) 22.500 24.500",
    ]
    table = _table([*header, *rows], lexicon)
    assert [(r.cells[1].text, r.cells[2].text) for r in table.rows] == [
        ("Kim ngạch xuất khẩu (triệu USD)", ""),
        ("Tỷ lệ lao động qua đào tạo", "%"),
        ("Tổng vốn đầu tư (tỷ đồng)", ""),
    ]


def test_a_verdict_torn_around_its_row(lexicon: Lexicon) -> None:
    header: Lines = ["TT Chỉ tiêu ĐVT Nghị quyết Thực hiện Đánh", "tính Đại hội năm 2033 giá"]
    rows = _rows(["850 866 Vượt", "45 47 Vượt", "3.200 3.350 Vượt", "3,9 4,3 đạt"])
    table = _table([*header, *rows[:3], "Chưa", rows[3]], lexicon)
    assert [r.cells[-1].text for r in table.rows] == ["Vượt", "Vượt", "Vượt", "Chưa đạt"]


def test_a_wrecked_first_value_leaves_its_cell_empty(lexicon: Lexicon) -> None:
    header: Lines = ["TT Chỉ tiêu ĐVT Năm 2030 Năm 2031 Ước 2032 KH 2033"]
    rows = _rows(["811 850 866 905", "be7 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"])
    table = _table([*header, *rows], lexicon)
    assert [c.text for c in table.rows[1].cells[2:]] == ["DN", "", "45", "47", "52"]


def test_dashed_parts_below_a_numbered_row(lexicon: Lexicon) -> None:
    rows = _rows(["811 905", "41 52", "3.120 3.300", "4,1 3,6"])
    table = _table(
        [*ONE_LINE, rows[0], "- Dịch vụ Tỷ đồng 310 402", "- Công nghiệp Tỷ đồng 290 303", *rows[1:]], lexicon
    )
    assert [r.parents for r in table.rows[:4]] == [(), ("Giá trị sản xuất",), ("Giá trị sản xuất",), ()]


def test_the_document_of_an_annex_is_no_header(lexicon: Lexicon) -> None:
    lines: Lines = ["(Kèm theo Nghị quyết Đại hội Đảng bộ huyện Sơn Hạ lần thứ XI)", *ONE_LINE]
    assert read_scan(scan_lines([*lines, *_rows(["811 905", "41 52", "3.120 3.300", "4,1 3,6"])]), 0, lexicon) is None


@pytest.mark.parametrize(
    ("header", "values", "names"),
    [
        pytest.param(
            ["TT Chỉ tiêu ĐVT Ước TH năm 2031 Kế hoạch", "2032 2033 2034"],
            ["811 850 866 905", "41 45 47 52", "3.120 3.200 3.150 3.300", "4,1 3,9 3,8 3,6"],
            ("Ước thực hiện năm 2031", "Kế hoạch năm 2032", "Kế hoạch năm 2033", "Kế hoạch năm 2034"),
            id="planned years below one cell",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Nghị quyết Thực hiện", "2034 2031 2032 2033 Uớc"],
            ["905 811 850 866 900", "52 41 45 47 50", "3.300 3.120 3.200 3.150 3.310", "3,6 4,1 3,9 3,8 3,7"],
            (
                "Mục tiêu Nghị quyết Đại hội đến năm 2034",
                "Thực hiện năm 2031",
                "Thực hiện năm 2032",
                "Thực hiện năm 2033",
                "Ước thực hiện năm 2034",
            ),
            id="the last year of the term is lost",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Mục tiêu 2026-2030 Ước thực hiện 2026-2030 Mục tiêu 2031 - 2035"],
            ["811 850 905", "41 45 52", "3.120 3.200 3.300", "4,1 3,9 3,6"],
            ("Mục tiêu 2026-2030", "Ước thực hiện 2026-2030", "Mục tiêu 2031-2035"),
            id="a term a column",
        ),
        pytest.param(
            ["TT Chỉ tiêu ĐVT Nghị quyết Thực hiện Dự kiến", "tính năm 2035 30/6/2033 năm 2035"],
            ["811 850 905", "41 45 52", "3.120 3.200 3.300", "4,1 3,9 3,6"],
            (
                "Mục tiêu Nghị quyết Đại hội đến năm 2035",
                "Thực hiện đến 30/6/2033",
                "Dự kiến thực hiện đến năm 2035",
            ),
            id="a day among the years",
        ),
    ],
)
def test_what_years_and_days_say(header: Lines, values: list[str], names: tuple[str, ...], lexicon: Lexicon) -> None:
    assert _table([*header, *_rows(values)], lexicon).header[3:] == names


def test_numbers_with_other_marks(lexicon: Lexicon) -> None:
    table = _table([*ONE_LINE, *_rows(["811 905", "41 52", "3:120 ..3.300", "4;1 3 ,6"])], lexicon)
    assert [[c.text for c in r.cells[3:]] for r in table.rows[2:]] == [["3.120", "3.300"], ["4,1", "3,6"]]


def test_letters_number_the_parts_of_a_row(lexicon: Lexicon) -> None:
    rows: Lines = [
        "7 | Tổng kinh phí Tỷ đồng 811 905",
        "a | Ngân sách huyện Tỷ đồng 411 505",
        "A Tỷ lệ hộ nghèo % 4,1 3,6",
    ]
    table = _table([*ONE_LINE, *rows], lexicon)
    assert [(r.cells[0].text, r.cells[1].text) for r in table.rows] == [
        ("7", "Tổng kinh phí"),
        ("a", "Ngân sách huyện"),
        ("", "Tỷ lệ hộ nghèo"),
    ]


def test_a_bit_of_a_ruling_before_the_first_line_of_a_unit_is_no_label(lexicon: Lexicon) -> None:
    rows: Lines = [
        "1 Diện tích lúa ha 811 905",
        "Ree : Triệu",
        "2 | Thu ngân sách đồng 411 505",
        "3 Tỷ lệ hộ nghèo % 4,1 3,6",
    ]
    table = _table([*ONE_LINE, *rows], lexicon)
    assert [(r.cells[1].text, r.cells[2].text.lower()) for r in table.rows][1] == ("Thu ngân sách", "triệu đồng")
