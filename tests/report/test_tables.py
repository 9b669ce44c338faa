"""Tables of every layout → header, rows, parents; what is no table stays text."""

from __future__ import annotations

import re

import pytest

from vankien.graph.terms.vocabulary import read_lexicon
from vankien.model import Report, Table
from vankien.report.page.pages import report_to_pages
from vankien.report.read import text_to_lines
from vankien.report.table_readers import lines_to_tables


def read(text: str, media: str = "text/plain") -> tuple[tuple[Table, ...], list[str]]:
    """The tables of a text, and the lines that are left to the body."""
    report = Report("t", "t.txt", "0" * 64, text_to_lines(text.strip("\n")), media)
    tables, rest = lines_to_tables(report_to_pages(report).body, read_lexicon())
    return tables, [b.text for b in rest]


def only(text: str, media: str = "text/plain") -> Table:
    """The one table of a text."""
    tables, _ = read(text, media)
    assert len(tables) == 1, [t.header for t in tables]
    return tables[0]


def cells(table: Table) -> list[list[str]]:
    """The texts of all cells, row by row."""
    return [[c.text for c in row.cells] for row in table.rows]


PIPES = """
**Bảng 2. Chỉ tiêu của xã Nậm Sơn**

| STT | Chỉ tiêu | ĐVT | Kế hoạch | |
|:---:|---|---|---:|---:|
| | | | Năm 2026 | Năm 2027 |
| **I** | **Kinh tế** | | | |
| 1 | Trồng mới cây mắc ca | ha | 40 | ≥ 55 |
| 2 | Cơ cấu thu nhập | | | |
| - | Trồng trọt | % | 41 | 40 |
| | Chăn nuôi | % | 33 | 34 |
| 3 | Hộ có nước máy | % | 71 | |
"""

DUMP = """
Biểu 3
CHỈ TIÊU CỦA HUYỆN THANH GIANG
TT Chỉ tiêu Đơn vị tính
Mục tiêu
đến năm
2025
Kết quả năm 2024 Ước kết quả năm 2025
Đạt được
Đánh giá
Đạt được
Đánh giá
A KINH TẾ
1
Sản lượng cá
lồng
Tấn 900 850 Chưa đạt 910 Vượt
Cơ cấu lao động
+ Nông nghiệp % 60 63 Chưa đạt 60 Đạt
+ Dịch vụ, thương
mại % 25 22 Chưa đạt 25 Đạt
2 Đường bê tông bản Km 45 45 Đạt 50 Vượt
Tỷ lệ hộ gia đình có nhà tắm % 70 66,5 Chưa đạt 69 Khó đạt
TT Chỉ tiêu Đơn vị tính
Mục tiêu
đến năm
2025
Kết quả năm 2024 Ước kết quả năm 2025
Đạt được
Đánh giá
Đạt được
Đánh giá
hợp vệ sinh
B XÃ HỘI
3
Tỷ lệ trẻ đến trường:
Nhà trẻ % 30 28 Chưa đạt 30 Đạt
Tiểu học % 99 99,4 Vượt 99,5 Vượt
Tỷ lệ bản có nhà họp % 90 88 Chưa đạt 90 Đạt
"""

ONE_CELL = """
|
STT
|
Chỉ tiêu
|
Đơn vị
|
Năm 2025
|
Năm 2026
|
|
I
|
NÔNG NGHIỆP
|
|
1
|
Diện tích chè
kinh doanh
|
ha
|
4.800
|
|
|
2
|
Đàn ong
|
đàn
|
6.100
|
6.500
|
"""

LIST = """
Phụ lục 4
STT Số, ký hiệu Ngày ban hành Trích yếu
I KẾ HOẠCH
1 Số 15-KH/TU 12/3/2022
Kế hoạch kiểm tra việc giữ rừng đầu nguồn của các
huyện vùng cao.
2 Số 22-KH/TU 05/9/2022 Kế hoạch học tập chuyên đề.
II CHỈ THỊ
3 Số 09-CT/TU 01/02/2023
Chỉ thị về phòng cháy.
"""


@pytest.mark.parametrize(
    ("text", "header", "rows"),
    [
        pytest.param(
            PIPES,
            ("STT", "Chỉ tiêu", "ĐVT", "Kế hoạch / Năm 2026", "Kế hoạch / Năm 2027"),
            [["1", "Trồng mới cây mắc ca", "ha", "40", "≥ 55"], ["-", "Trồng trọt", "%", "41", "40"], ["", "Chăn nuôi", "%", "33", "34"], ["3", "Hộ có nước máy", "%", "71", ""]],
            id="pipes-with-two-header-rows",
        ),
        pytest.param(
            "| Chỉ tiêu | Thực hiện 2024 | Kế hoạch 2025 |\n| Đàn dê (con) | 310 | 350 |\n| Đàn lợn (con) | 4.100 | 4.300 |",
            ("Chỉ tiêu", "Thực hiện 2024", "Kế hoạch 2025"),
            [["Đàn dê (con)", "310", "350"], ["Đàn lợn (con)", "4.100", "4.300"]],
            id="pipes-without-delimiter",
        ),
        pytest.param(
            "| TT | Nhiệm vụ | Cơ quan chủ trì |\n|---|---|---|\n| 1 | Lập đề án\nmở chợ phiên | Sở Công\nThương |\n| 2 | Rà quy hoạch | Sở Xây dựng |",
            ("TT", "Nhiệm vụ", "Cơ quan chủ trì"),
            [["1", "Lập đề án mở chợ phiên", "Sở Công Thương"], ["2", "Rà quy hoạch", "Sở Xây dựng"]],
            id="pipes-rows-broken-over-lines",
        ),
        pytest.param(
            "Chỉ tiêu | Đơn vị | Số lượng\n---|---|---\nCầu treo | cầu | 4\nNgầm tràn | ngầm | 7",
            ("Chỉ tiêu", "Đơn vị", "Số lượng"),
            [["Cầu treo", "cầu", "4"], ["Ngầm tràn", "ngầm", "7"]],
            id="pipes-without-outer-bars",
        ),
        pytest.param(
            ONE_CELL,
            ("STT", "Chỉ tiêu", "Đơn vị", "Năm 2025", "Năm 2026"),
            [["1", "Diện tích chè kinh doanh", "ha", "4.800", ""], ["2", "Đàn ong", "đàn", "6.100", "6.500"]],
            id="one-cell-a-line-with-bars",
        ),
        pytest.param(
            "STT\tChỉ tiêu\tĐơn vị\tKế hoạch 2024\tThực hiện 2024\n1\tThu phí\ttriệu đồng\t210\t\n2\tTrâu, bò\tcon\t800\t812",
            ("STT", "Chỉ tiêu", "Đơn vị", "Kế hoạch 2024", "Thực hiện 2024"),
            [["1", "Thu phí", "triệu đồng", "210", ""], ["2", "Trâu, bò", "con", "800", "812"]],
            id="tabs-keep-empty-cells",
        ),
        pytest.param(
            "TT\tChỉ tiêu\tĐơn vị\tMục tiêu 2030\tThực hiện 2027\tĐánh giá\n1\tĐàn trâu\tcon\t900\t870\tĐạt\n"
            "2\tCơ cấu rừng\t%\t\t\t\n\t- Rừng quế\t\t61,5\t60,1\tĐạt\n\t- Rừng tre\t%\t12\t\t\n3\tCầu treo\tcầu\t7\t\t",
            ("TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu 2030", "Thực hiện 2027", "Đánh giá"),
            [
                ["1", "Đàn trâu", "con", "900", "870", "Đạt"],
                ["", "- Rừng quế", "", "61,5", "60,1", "Đạt"],
                ["", "- Rừng tre", "%", "12", "", ""],
                ["3", "Cầu treo", "cầu", "7", "", ""],
            ],
            id="tabs-at-both-ends-of-a-line",
        ),
        pytest.param(
            "TT\tChỉ tiêu\tĐơn vị\tMục tiêu\tKết quả\t\tSo với NQ\n\t\t\t\tNăm 2031\tƯớc năm 2032\t\n"
            "1\tĐàn trâu\tcon\t900\t870\t910\tVượt\n\t- Nghé\tcon\t\t80\t90\t",
            ("TT", "Chỉ tiêu", "Đơn vị", "Mục tiêu", "Kết quả / Năm 2031", "Kết quả / Ước năm 2032", "So với NQ"),
            [["1", "Đàn trâu", "con", "900", "870", "910", "Vượt"], ["", "- Nghé", "con", "", "80", "90", ""]],
            id="tabs-with-a-header-of-two-rows",
        ),
        pytest.param(
            "TT\tChỉ tiêu\tĐơn vị\tKết quả\t\n\t\t\tNăm 2031\tNăm 2032\n1\tĐàn trâu\tcon\t870\t910\n2\tĐàn dê\tcon\t40\t50",
            ("TT", "Chỉ tiêu", "Đơn vị", "Kết quả / Năm 2031", "Kết quả / Năm 2032"),
            [["1", "Đàn trâu", "con", "870", "910"], ["2", "Đàn dê", "con", "40", "50"]],
            id="tabs-whose-last-cell-spans",
        ),
        pytest.param(
            "TT    Xã           Số hộ     Tỷ lệ (%)\n1     Đồng Vân     120       8,1\n2     Nậm Sơn      260       19,4\n      Cộng         380       13,7",
            ("TT", "Xã", "Số hộ", "Tỷ lệ (%)"),
            [["1", "Đồng Vân", "120", "8,1"], ["2", "Nậm Sơn", "260", "19,4"], ["", "Cộng", "380", "13,7"]],
            id="wide-gaps-with-a-total",
        ),
        pytest.param(
            "<table><tr><th rowspan='2'>TT</th><th rowspan='2'>Chỉ tiêu</th><th colspan='2'>Kế hoạch</th></tr>\n<tr><th>2026</th><th>2027</th></tr>\n<tr><td>1</td><td>Trạm y tế <b>mới</b></td><td>2</td><td>3</td></tr>\n</table>",
            ("TT", "Chỉ tiêu", "Kế hoạch / 2026", "Kế hoạch / 2027"),
            [["1", "Trạm y tế mới", "2", "3"]],
            id="html-with-spans",
        ),
        pytest.param(
            LIST,
            ("STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"),
            [
                ["1", "Số 15-KH/TU", "12/3/2022", "Kế hoạch kiểm tra việc giữ rừng đầu nguồn của các huyện vùng cao."],
                ["2", "Số 22-KH/TU", "05/9/2022", "Kế hoạch học tập chuyên đề."],
                ["3", "Số 09-CT/TU", "01/02/2023", "Chỉ thị về phòng cháy."],
            ],
            id="list-of-documents",
        ),
        pytest.param(
            "STT Trích yếu Số, ký hiệu Ngày ban hành\n1 Về giữ rừng đầu\nnguồn 15-KH/TU 12/3/2022\n2 Về phòng cháy 09-CT/TU 01/02/2023",
            ("STT", "Trích yếu", "Số, ký hiệu", "Ngày ban hành"),
            [["1", "Về giữ rừng đầu nguồn", "15-KH/TU", "12/3/2022"], ["2", "Về phòng cháy", "09-CT/TU", "01/02/2023"]],
            id="list-with-codes-behind",
        ),
        pytest.param(
            "TT\nChỉ tiêu\nĐVT\nKế hoạch\nnăm 2025\nCơ quan theo dõi\n1\n2\n3\n4\n5\n1\nĐường liên\nbản\nkm\n12\nSở Xây dựng\n2\nHộ thoát nghèo\nhộ\n310\nSở Nội vụ",
            ("TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2025", "Cơ quan theo dõi"),
            [["1", "Đường liên bản", "km", "12", "Sở Xây dựng"], ["2", "Hộ thoát nghèo", "hộ", "310", "Sở Nội vụ"]],
            id="dump-one-cell-a-line-without-bars",
        ),
        pytest.param(
            "TT Đơn vị Số lớp Số học viên\n1. Đảng bộ Đồng Vân 4 210\n2. Đảng bộ Nậm Sơn 6 305\nTổng 10 515",
            ("TT", "Đơn vị", "Số lớp", "Số học viên"),
            [["1", "Đảng bộ Đồng Vân", "4", "210"], ["2", "Đảng bộ Nậm Sơn", "6", "305"], ["", "Tổng", "10", "515"]],
            id="dump-of-counts",
        ),
        pytest.param(
            "TT Chỉ tiêu ĐVT Thực hiện năm 2024 Kế hoạch năm 2025 Mục tiêu đến 2030\n1 Tỷ lệ đô thị hóa % 19,5 - 25\n2 Tỷ lệ tưới chủ động % 71 72 80 - 85",
            ("TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024", "Kế hoạch năm 2025", "Mục tiêu đến 2030"),
            [["1", "Tỷ lệ đô thị hóa", "%", "19,5", "-", "25"], ["2", "Tỷ lệ tưới chủ động", "%", "71", "72", "80 - 85"]],
            id="dump-dash-is-empty-cell-or-range",
        ),
    ],
)  # fmt: skip
def test_layouts(text: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    """Every layout gives the same kind of table."""
    table = only(text, "text/markdown" if "|--" in text or "|:-" in text else "text/plain")
    assert table.header == header
    assert cells(table) == rows


def test_dump_with_repeated_header_and_cut_labels() -> None:
    """Labels before the values, tails behind a page break, "+" rows below their parent, groups, sections."""
    table = only(DUMP)
    assert table.title == "Biểu 3 CHỈ TIÊU CỦA HUYỆN THANH GIANG"
    assert table.header[3:5] == ("Mục tiêu đến năm 2025", "Kết quả năm 2024 / Đạt được")
    assert [(r.group, r.parents, r.cells[1].text) for r in table.rows] == [
        ("1", ("A KINH TẾ",), "Sản lượng cá lồng"),
        ("1", ("A KINH TẾ", "Cơ cấu lao động"), "+ Nông nghiệp"),
        ("1", ("A KINH TẾ", "Cơ cấu lao động"), "+ Dịch vụ, thương mại"),
        ("2", ("A KINH TẾ",), "Đường bê tông bản"),
        ("2", ("A KINH TẾ",), "Tỷ lệ hộ gia đình có nhà tắm hợp vệ sinh"),
        ("3", ("B XÃ HỘI", "Tỷ lệ trẻ đến trường"), "Nhà trẻ"),
        ("3", ("B XÃ HỘI", "Tỷ lệ trẻ đến trường"), "Tiểu học"),
        ("3", ("B XÃ HỘI",), "Tỷ lệ bản có nhà họp"),
    ]
    assert [c.text for c in table.rows[4].cells[2:]] == ["%", "70", "66,5", "Chưa đạt", "69", "Khó đạt"]


def test_header_word_that_is_also_a_unit() -> None:
    """The header's last word comes again before a group's number: it is no unit with a value."""
    head = "TT Chỉ tiêu Đơn vị tính\nMục tiêu của đại\nhội\n"
    first = "1\nSố bản có nhà\nhọp Bản 120\nSố trạm bơm Trạm 14\n"
    table = only(f"{head}{first}{head}2\nSố cầu treo Cầu 3\nSố xã có chợ Xã 5\n")
    assert [(r.group, r.cells[1].text, r.cells[3].text) for r in table.rows] == [
        ("1", "Số bản có nhà họp", "120"),
        ("1", "Số trạm bơm", "14"),
        ("2", "Số cầu treo", "3"),
        ("2", "Số xã có chợ", "5"),
    ]


def test_parents_of_pipe_rows() -> None:
    """Section rows and parent rows are folded into the rows below them."""
    table = only(PIPES, "text/markdown")
    assert [r.parents for r in table.rows] == [
        ("I Kinh tế",),
        ("I Kinh tế", "Cơ cấu thu nhập"),
        ("I Kinh tế", "Cơ cấu thu nhập"),
        ("I Kinh tế",),
    ]
    assert table.title == "Bảng 2. Chỉ tiêu của xã Nậm Sơn"


def test_value_lines_are_kept() -> None:
    """Every cell knows its own source line."""
    table = only(ONE_CELL)
    assert [c.passage.first_line for c in table.rows[1].cells] == [29, 31, 33, 35, 37]


@pytest.mark.parametrize(
    ("text", "tables", "rest"),
    [
        pytest.param(LIST + "\nTrên đây là danh mục.", 1, ["Phụ lục 4", "Trên đây là danh mục."], id="text-behind-a-list"),
        pytest.param(DUMP + "\nGhi chú: số liệu ước.", 1, ["Biểu 3", "CHỈ TIÊU CỦA HUYỆN THANH GIANG", "Ghi chú: số liệu ước."], id="note-behind-a-dump"),
        pytest.param("TT là chữ viết tắt của thứ tự.\nMột câu nữa.", 0, ["TT là chữ viết tắt của thứ tự.", "Một câu nữa."], id="sentence-that-opens-with-TT"),
        pytest.param("Hai cột | ba cột đều là chữ.\nMột câu nữa.", 0, ["Hai cột | ba cột đều là chữ.", "Một câu nữa."], id="lone-bar-in-a-sentence"),
        pytest.param("Họp tại xã.  Có mặt  đông đủ.\nMột câu nữa.", 0, ["Họp tại xã.  Có mặt  đông đủ.", "Một câu nữa."], id="wide-gaps-in-prose"),
        pytest.param("<table>\n<tr><td>một ô</td></tr>\nkhông đóng", 0, ["<table>", "<tr><td>một ô</td></tr>", "không đóng"], id="html-never-closed"),
        pytest.param("|\nmột\n|\nhai", 0, ["|", "một", "|", "hai"], id="too-few-bars"),
        pytest.param("TT Chỉ tiêu ĐVT Năm 2026\nkhông có hàng nào cả", 0, ["TT Chỉ tiêu ĐVT Năm 2026", "không có hàng nào cả"], id="header-without-rows"),
    ],
)  # fmt: skip
def test_what_is_no_table_stays_text(text: str, tables: int, rest: list[str]) -> None:
    """No line is lost: it is in a table or in the body."""
    found, left = read(text)
    assert (len(found), left) == (tables, rest)


def test_no_word_is_lost() -> None:
    """Every word of a table's source stands in a cell, a parent, the header or the title."""
    for text in (PIPES, DUMP, ONE_CELL, LIST):
        tables, rest = read(text)
        kept = " ".join(rest)
        for table in tables:
            kept += " " + " ".join((table.title, *table.header, *(p for r in table.rows for p in r.parents)))
            kept += " " + " ".join(c.text for r in table.rows for c in r.cells)
        assert set(re.findall(r"[^\W\d_]+", text)) <= set(re.findall(r"[^\W\d_]+", kept))


def one_cell_a_line(rows: list[list[str]]) -> str:
    """A table as portals print it: a bar before and behind every cell, each cell on a line of its own."""
    return "\n".join("|\n" + "\n|\n".join(row) + "\n|" for row in rows)


PORTAL_HEAD = ["**TT**", "**Chỉ tiêu**", "**Đơn vị tính**", "**Năm 2026**", "**Năm 2027**"]
TASK_HEAD = ["**TT**", "**Nhiệm vụ**", "**Cơ quan chủ trì**", "**Cơ quan phối hợp**", "**Thời gian hoàn thành**"]


def test_empty_cells_of_a_portal_table_swallow_no_row() -> None:
    """A group row with empty cells and a row without a unit stay rows of their own, and text behind is no cell."""
    text = one_cell_a_line(
        [
            PORTAL_HEAD,
            ["**A**", "**Y tế cơ sở**", "", "", ""],
            ["1", "Số bác sĩ/vạn dân", "Bác sĩ", "12,1", "13"],
            ["2", "Tỷ số tử vong mẹ", "", "30", "&lt;28"],
            ["3", "Tỷ lệ trạm y tế có bác sĩ", "%", "", "96"],
        ]
    )
    text += "\n\n**IV. NHIỆM VỤ**\n\n**1\\. Nâng cao năng lực y tế cơ sở**\n\nGiao Sở Y tế chủ trì thực hiện.\n\n"
    text += one_cell_a_line([TASK_HEAD, ["1", "Đề án khám sức khỏe", "Sở Y tế", "", "Quý I/2026"]])
    (values, tasks), rest = read(text, "text/markdown")
    assert cells(values) == [
        ["1", "Số bác sĩ/vạn dân", "Bác sĩ", "12,1", "13"],
        ["2", "Tỷ số tử vong mẹ", "", "30", "<28"],
        ["3", "Tỷ lệ trạm y tế có bác sĩ", "%", "", "96"],
    ]
    assert {row.parents for row in values.rows} == {("A Y tế cơ sở",)}
    assert cells(tasks) == [["1", "Đề án khám sức khỏe", "Sở Y tế", "", "Quý I/2026"]]
    assert rest == ["IV. NHIỆM VỤ", "1. Nâng cao năng lực y tế cơ sở", "Giao Sở Y tế chủ trì thực hiện."]


def test_paragraphs_between_portal_tables_are_text() -> None:
    """Text behind a blank line is no cell where cells stand directly below their bars, though a bar follows it."""
    first = [PORTAL_HEAD, ["1", "Số bác sĩ/vạn dân", "Bác sĩ", "12,1", "13"], ["", "**Tổng cộng**", "", "25", ""]]
    second = one_cell_a_line([TASK_HEAD, ["1", "Đề án khám sức khỏe", "Sở Y tế", "", "Quý I/2026"]])
    for between in (["- Có 12 xã đạt chuẩn.", "**2. Y tế**", "- Xây 3 trạm."], ["- Chỉ một đoạn."]):
        text = f"{one_cell_a_line(first)}\n\n" + "\n\n".join(between) + f"\n\n{second}"
        (values, tasks), rest = read(text, "text/markdown")
        assert cells(values)[-1][:2] == ["", "Tổng cộng"]
        assert cells(tasks) == [["1", "Đề án khám sức khỏe", "Sở Y tế", "", "Quý I/2026"]]
        assert rest == [line.replace("*", "") for line in between]


def _one_a_line(*rows: list[str]) -> str:
    """Rows as converters write them: one cell a line, a bar between cells, two between rows."""
    return "\n|\n|\n".join("\n|\n".join(row) for row in rows)


def test_two_tables_of_one_cell_a_line_behind_each_other() -> None:
    first = _one_a_line(
        ["TT", "Chỉ tiêu", "Kế hoạch"], ["1", "Chè", "5"], ["2", "Quế", "6"], ["3", "Mắc ca", "7 ha\ntrồng mới."]
    )
    second = _one_a_line(
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["1", "Đề án", "Sở Y tế", "Quý II"],
        ["2", "Dự án", "Sở Xây dựng", "Quý III"],
    )
    tables, rest = read(f"{first}\n\n**Phụ lục 2**\n\n-----\n\n{second}\n\nHết.", "text/markdown")
    assert [t.header for t in tables] == [("TT", "Chỉ tiêu", "Kế hoạch"), ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn")]
    assert cells(tables[0])[-1] == ["3", "Mắc ca", "7 ha trồng mới."]
    assert cells(tables[1])[-1] == ["2", "Dự án", "Sở Xây dựng", "Quý III"]
    assert rest == ["Phụ lục 2", "-----", "Hết."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_one_a_line(["TT", "Chỉ tiêu", "Đơn vị"], ["1", "Tốc độ tăng trưởn\ng **GR**DP", "%/\nnăm"], ["2", "Chè", "Người\n/năm"]), id="one-cell-a-line"),
        pytest.param("| TT | Chỉ tiêu | Đơn vị |\n|---|---|---|\n| 1 | Tốc độ tăng trưởn\ng **GR**DP | %/\nnăm |\n| 2 | Chè | Người\n/năm |", id="pipes"),
    ],
)  # fmt: skip
def test_words_that_a_narrow_cell_broke_are_mended(text: str) -> None:
    assert cells(only(text, "text/markdown")) == [["1", "Tốc độ tăng trưởng GRDP", "%/năm"], ["2", "Chè", "Người/năm"]]
