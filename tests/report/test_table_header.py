"""The words of headers and row ends: what a column holds, where cells start, which values close a line."""

from __future__ import annotations

import pytest

from vankien.graph.terms.vocabulary import read_lexicon
from vankien.report.tables.header import Column, header_to_column, header_to_columns, text_to_period
from vankien.report.tables.spans import cells_to_header, rows_to_header, words_to_cells
from vankien.report.tables.values import lexicon_to_tokens, tail_tokens, unit_at_end


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        pytest.param("TT", Column("no"), id="number"),
        pytest.param("ĐVT", Column("unit"), id="unit-abbreviated"),
        pytest.param("Nội dung chỉ tiêu", Column("label"), id="label"),
        pytest.param("Mục tiêu đến năm 2030", Column("target", "2030"), id="target-with-deadline"),
        pytest.param("Chỉ tiêu Nghị quyết", Column("target"), id="target-of-a-resolution"),
        pytest.param("Thực hiện năm 2024", Column("result", "2024", "actual"), id="result-actual"),
        pytest.param("Ước TH năm 2025", Column("result", "2025", "estimate"), id="result-estimate"),
        pytest.param("Dự ước cả nhiệm kỳ 2025 - 2030 / Kết quả", Column("result", "2025-2030", "estimate"), id="upper-cell-gives-period"),
        pytest.param("Năm 2026 / Kế hoạch", Column("target", "2026"), id="lower-cell-gives-kind"),
        pytest.param("Kế hoạch / 2027", Column("target", "2027"), id="bare-year-below-kind"),
        pytest.param("Ước 6 tháng 2033", Column("result", "2033-06", "estimate"), id="months-of-a-year-without-the-word-year"),
        pytest.param("Giai đoạn 2026-2030", Column("period", "2026-2030"), id="bare-span"),
        pytest.param("So sánh TH/KH (%)", Column("percent"), id="percent"),
        pytest.param("Tỷ lệ % so với kế hoạch", Column("percent"), id="percent-worded"),
        pytest.param("Tăng, giảm so với năm 2024", Column("compare", "2024"), id="comparison"),
        pytest.param("Kết quả đánh giá", Column("verdict"), id="verdict"),
        pytest.param("Cơ quan chủ trì", Column("body"), id="lead-body"),
        pytest.param("Đơn vị phối hợp", Column("partner"), id="partner"),
        pytest.param("Thời gian hoàn thành", Column("deadline"), id="deadline"),
        pytest.param("Số, ký hiệu", Column("code"), id="code"),
        pytest.param("Trích yếu nội dung", Column("abstract"), id="abstract"),
        pytest.param("Ước 10 tháng năm 2023", Column("result", "2023-10", "estimate"), id="months"),
    ],
)  # fmt: skip
def test_header_gives_meaning(header: str, expected: Column) -> None:
    """A column's kind, period and status come from the words of its header."""
    assert header_to_column(header) == expected


@pytest.mark.parametrize(
    ("header", "kinds"),
    [
        pytest.param(("TT", "Huyện", "Số hộ", "Tỷ lệ (%)"), ["no", "scope", "value", "percent"], id="places-in-front"),
        pytest.param(("STT", "Mục tiêu, chỉ tiêu", "ĐVT", "Năm 2026"), ["no", "label", "unit", "period"], id="label-called-target"),
        pytest.param(("Chỉ tiêu", "Chỉ tiêu chủ yếu khác"), ["label", "text"], id="second-label-is-text"),
    ],
)  # fmt: skip
def test_columns_know_their_neighbours(header: tuple[str, ...], kinds: list[str]) -> None:
    """What a word means depends on the other columns."""
    assert [c.kind for c in header_to_columns(header)] == kinds


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param("từ 2021 đến 2025", "2021", id="first-year"),
        pytest.param("giai đoạn 2021-25", "2021-2025", id="short-end"),
        pytest.param("6 tháng đầu năm 2024", "2024-06", id="half-year"),
        pytest.param("Mục tiêu", None, id="none"),
    ],
)
def test_period_of_a_header(text: str, period: str | None) -> None:
    """Periods are normalised."""
    assert text_to_period(text) == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("TT Chỉ tiêu ĐVT Thực hiện năm 2024 Ước TH năm 2025", ["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024", "Ước TH năm 2025"], id="abbreviation-goes-on"),
        pytest.param("STT Chỉ tiêu Đơn vị tính TH 2023 KH 2024", ["STT", "Chỉ tiêu", "Đơn vị tính", "TH 2023", "KH 2024"], id="abbreviation-opens-after-year"),
        pytest.param("TT Chỉ tiêu ĐVT 2026 2027 2028", ["TT", "Chỉ tiêu", "ĐVT", "2026", "2027", "2028"], id="bare-years"),
        pytest.param("TT Đảng bộ Tổng số Trong đó Đảng viên Quần chúng", ["TT", "Đảng bộ", "Tổng số", "Trong đó", "Đảng viên", "Quần chúng"], id="capitalised-noun-after-complete-cell"),
        pytest.param("TT Nội dung ĐVT Mục tiêu Đại hội XV", ["TT", "Nội dung", "ĐVT", "Mục tiêu Đại hội XV"], id="capitals-inside-a-cell"),
    ],
)  # fmt: skip
def test_header_words_become_cells(text: str, expected: list[str]) -> None:
    """A dumped header is cut where a new cell must start."""
    assert words_to_cells(text) == expected


def test_repeated_lower_cells_lie_below_spanning_cells() -> None:
    """Lower cells that come twice belong to two spanning cells; "Trong đó" stands over all that follow it."""
    flat = ["TT", "Xã", "Tổng số", "Trong đó", "Hộ nghèo", "Hộ cận nghèo", "Số hộ", "Tỷ lệ %", "Số hộ", "Tỷ lệ %"]
    assert cells_to_header(flat, 7)[3:] == (
        "Trong đó / Hộ nghèo / Số hộ",
        "Trong đó / Hộ nghèo / Tỷ lệ %",
        "Trong đó / Hộ cận nghèo / Số hộ",
        "Trong đó / Hộ cận nghèo / Tỷ lệ %",
    )


def test_two_header_rows_without_empty_cells() -> None:
    """The number of columns says how many upper cells span lower ones."""
    upper, lower = ["TT", "Chỉ tiêu", "Năm 2024", "Năm 2025"], ["KH", "TH", "KH", "TH"]
    assert rows_to_header(upper, lower, 6) == (
        "TT",
        "Chỉ tiêu",
        "Năm 2024 / KH",
        "Năm 2024 / TH",
        "Năm 2025 / KH",
        "Năm 2025 / TH",
    )
    assert rows_to_header(upper, ["KH"], 9) is None


@pytest.mark.parametrize(
    ("line", "values"),
    [
        pytest.param("Tỷ lệ hộ nghèo % 12,0 11,2 Vượt", ["12,0", "11,2", "Vượt"], id="numbers-and-verdict"),
        pytest.param("% >5 >5 Đạt", [">5", ">5", "Đạt"], id="bounds"),
        pytest.param("Tốc độ tăng %/năm 11,5 -7,8 Chưa đạt", ["11,5", "-7,8", "Chưa đạt"], id="negative-is-no-range"),
        pytest.param("Sản lượng Nghìn tấn 9-10 trên 95 4 -", ["9-10", "trên 95", "4", "-"], id="range-words-dash"),
        pytest.param("Số xã đạt từ 15 tiêu chí trở lên", [], id="number-inside-a-label"),
        pytest.param("Doanh thu Tỷ đồng 1.250,5 102,4%", ["1.250,5", "102,4%"], id="thousands-and-percent"),
    ],
)
def test_values_that_close_a_line(line: str, values: list[str]) -> None:
    """Only what stands at the end of a line and is a value counts as one."""
    found = tail_tokens(line, lexicon_to_tokens(read_lexicon()))
    assert [line[t.start : t.end] for t in found] == values


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("Số bác sĩ/1 vạn dân Bác sĩ", "Bác sĩ", id="capital-wins"),
        pytest.param("Mức giảm tỷ suất sinh %o/năm", "%o/năm", id="per-mille-typed"),
        pytest.param("Kết nạp đảng viên Đảng viên/năm", "Đảng viên/năm", id="yearly"),
        pytest.param("Một nhãn không có gì ở cuối cả", None, id="none"),
    ],
)
def test_unit_that_closes_a_label(text: str, unit: str | None) -> None:
    """The unit is found from the lists, at the end of the text before the values."""
    at = unit_at_end(text, lexicon_to_tokens(read_lexicon()).units)
    assert (text[at:] if at is not None else None) == unit
