"""What is left of a label must name something: rows of scans whose labels are wrecked give nothing; on our own words."""

from __future__ import annotations

import pytest

from tests.report.scans import scan_line, scan_lines
from vankien.model import Lexicon, Report
from vankien.report.scanned_tables.firm import is_firm
from vankien.report.scanned_tables.headers import header_lines
from vankien.report.scanned_tables.reading import read_scan
from vankien.report.table_readers import lines_to_tables, split_unread, unread_rows


@pytest.mark.parametrize(
    "label",
    [
        "Tỷ lệ hộ nghèo",
        "- Công nghiệp, xây dựng",
        "1 - Tốc độ tăng trưởng GRDP",
        "Dịch vụ",
        "Sản lượng in sản",  # "thủy" lost: the word of measuring says that it is a label
        "Phát triển đảng viên mới",
        "Yên Sơn",
    ],
)
def test_a_label_whose_words_follow_one_another_is_firm(label: str, lexicon: Lexicon) -> None:
    assert is_firm(label, lexicon)


@pytest.mark.parametrize(
    "label", ["Ea mẹ", "Xe quan", "Để sạch", "Ít trên địa bàn", "Vượt đơn leo anh", "3 địa bàn", ""]
)
def test_bits_of_rulings_and_of_words_are_no_label(label: str, lexicon: Lexicon) -> None:
    assert not is_firm(label, lexicon)


def test_a_row_without_a_firm_label_gives_nothing(lexicon: Lexicon) -> None:
    lines = scan_lines(
        [
            "NQ TH TH ƯTH",
            "TT Chỉ tiêu ĐVT Đại hội 2033 2034 2035 KQ",
            "1 Tỷ lệ hộ có bể nước % 90 81,5 86 91,2 Vượt",
            "2 Sản lượng muối Tấn 1.200 1.050 1.130 1.210 Vượt",
            "3 xe quan Tấn 40 31 36 41 Vượt",
            "4 Số hồ chứa mới Công trình 30 12 21 30 Đạt",
        ]
    )
    found = read_scan(lines, 0, lexicon)
    assert found is not None
    assert [row.cells[1].text for row in found[0].rows] == ["Tỷ lệ hộ có bể nước", "Sản lượng muối", "Số hồ chứa mới"]
    assert found[0].header[3:6] == ("Mục tiêu Nghị quyết Đại hội", "Thực hiện năm 2033", "Thực hiện năm 2034")


def test_a_line_of_abbreviations_of_columns_is_no_title() -> None:
    """It is in capitals as a title is."""
    assert (
        header_lines([scan_line(1, "NQ TH TH TH ƯTH"), scan_line(2, "TT Chỉ tiêu ĐVT 2031 2032 2033 2034 2035")], 0)
        == 2
    )


def test_a_row_of_a_scan_is_no_header_though_bars_part_it(lexicon: Lexicon) -> None:
    lines = scan_lines(
        [
            "4 | Tổng sản lượng muối Tấn 60.000 | 53.200 | 55.000",
            "5 | Tổng sản lượng cá Tấn 40.000 | 33.200 | 35.000",
            "6 | Tổng sản lượng tôm Tấn 20.000 | 13.200 | 15.000",
        ]
    )
    assert lines_to_tables(lines, lexicon)[0] == ()


def test_a_table_of_one_column_of_targets(lexicon: Lexicon) -> None:
    """Its rows have one value, behind the unit; a percent sign may have lost its slash or gained a ring."""
    lines = scan_lines(
        [
            "STT Chỉ tiêu Đơn vị tính Mục tiêu 2035",
            "1 Tỷ lệ hộ có bể nước % 90",
            "2 Sản lượng muối hạt thu hoạch ở các Tấn 1.200",
            "đồng muối ven sông",
            "3 Tỷ lệ ruộng muối phủ bạt 0% 45,5",
            "4 Số hồ chứa mới Công trình 30",
        ]
    )
    found = read_scan(lines, 0, lexicon)
    assert found is not None
    assert found[0].header[3:] == ("Mục tiêu đến năm 2035",)
    assert [[c.text for c in row.cells[1:]] for row in found[0].rows] == [
        ["Tỷ lệ hộ có bể nước", "%", "90"],
        ["Sản lượng muối hạt thu hoạch ở các đồng muối ven sông", "tấn", "1.200"],
        ["Tỷ lệ ruộng muối phủ bạt", "%", "45,5"],
        ["Số hồ chứa mới", "công trình", "30"],
    ]


def test_rows_that_nothing_could_read_make_no_sentences(lexicon: Lexicon) -> None:
    """Their numbers, units and values would be joined with the words around them; a sentence stays."""
    sentence = "Đến nay 12,5% số hộ có bể nước, tăng 3,2 điểm % so với năm 2031."
    lines = scan_lines(["8 Tỷ lệ hộ có bể nước % 55 65", "Số hồ chứa mới 12 30 36 Vượt", sentence])
    tables, rest = lines_to_tables(lines, lexicon)
    assert tables == ()
    text, unread = split_unread(rest)
    assert [line.text for line in text] == [sentence]
    report = Report("son-binh", "son-binh.txt", "0" * 64, ())
    assert [(f.code, f.line, f.en.split(" (")[0]) for f in unread_rows(report, unread)] == [
        ("unread-row", 1, "2 rows of a scanned table")
    ]
