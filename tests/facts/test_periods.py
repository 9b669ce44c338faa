"""Time expressions → periods."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vankien.facts.times.periods import find_times, last_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("năm 2023 đạt", [("2023", "at")], id="year"),
        pytest.param("Trong năm 2023, tỉnh", [("2023", "at")], id="in-year"),
        pytest.param("cuối năm 2024 còn", [("2024", "at")], id="end-of-year"),
        pytest.param("đến năm 2030", [("2030", "until")], id="by-year"),
        pytest.param("đến hết năm 2025", [("2025", "until")], id="by-end-of-year"),
        pytest.param("phấn đấu đến 2025 có", [("2025", "until")], id="by-year-without-noun"),
        pytest.param("trước năm 2029", [("2029", "until")], id="before-year"),
        pytest.param("giai đoạn 2021-2025", [("2021-2025", "span")], id="span"),
        pytest.param("giai đoạn 2021 - 2025", [("2021-2025", "span")], id="span-with-blanks"),
        pytest.param("nhiệm kỳ 2020 – 2025", [("2020-2025", "span")], id="term-long-dash"),
        pytest.param("từ năm 2016 đến năm 2020", [("2016-2020", "span")], id="from-to"),
        pytest.param("5 năm 2021 - 2025", [("2021-2025", "span")], id="five-years"),
        pytest.param("(2021-2025)", [("2021-2025", "span")], id="bare-span"),
        pytest.param("10 tháng năm 2023", [("2023-10", "at")], id="months-so-far"),
        pytest.param("6 tháng đầu năm 2025", [("2025-06", "at")], id="first-half"),
        pytest.param("6 tháng cuối năm 2025", [("2025", "at")], id="second-half"),
        pytest.param("12 tháng năm 2023", [("2023", "at")], id="twelve-months"),
        pytest.param("quý III/2024", [("2024-09", "at")], id="quarter"),
        pytest.param("quý 1 năm 2024", [("2024-03", "at")], id="quarter-in-words"),
        pytest.param("đến 31/10/2023", [("2023-10", "until")], id="as-of-day"),
        pytest.param("tính đến ngày 15/6/2024", [("2024-06", "until")], id="up-to-day"),
        pytest.param("tháng 9/2026", [("2026-09", "at")], id="month"),
        pytest.param("hết tháng 8 năm 2024", [("2024-08", "until")], id="by-end-of-month"),
        pytest.param("ngày 22/2/2021", [("2021-02", "base")], id="date-of-a-document"),
        pytest.param("số 9-NQ/TW ngày 22 tháng 02 năm 2021", [("2021-02", "base")], id="written-date-of-a-document"),
        pytest.param("đến ngày 30 tháng 6 năm 2023", [("2023-06", "until")], id="up-to-written-day"),
        pytest.param("so với năm 2020", [("", "base")], id="compared-with"),
        pytest.param("so với cùng kỳ năm 2022", [("", "base")], id="same-period"),
        pytest.param("so với cuối năm 2015", [("", "base")], id="compared-with-end"),
        pytest.param("so với giai đoạn 2011 - 2015", [("", "base")], id="compared-with-span"),
        pytest.param("so với 6 tháng đầu năm 2031", [("", "base")], id="compared-with-months"),
        pytest.param("so với quý I/2031", [("", "base")], id="compared-with-quarter"),
        pytest.param("đến nay đã có", [("", "now")], id="so-far"),
        pytest.param("Hiện có 20 xã", [("", "now")], id="now"),
        pytest.param("hằng năm kết nạp", [("", "yearly")], id="yearly"),
        pytest.param("Từ năm 2021 đến nay", [("2021", "since")], id="since"),
        pytest.param("số 05-NQ/TU", [], id="code"),
        pytest.param("2.025 ha", [], id="number-like-a-year"),
        pytest.param("từ ngày 15/11/2030 đến ngày 14/11/2031", [("2031", "at")], id="a-year-from-day-to-day"),
        pytest.param(
            "từ ngày 01/01/2031 đến hết ngày 30/6/2031", [("2031-06", "until")], id="half-a-year-from-day-to-day"
        ),
        pytest.param("đến hết tháng 11 mới giải ngân", [("", "at")], id="month-of-the-document's-year"),
        pytest.param("trong đó hết quý II đạt", [("", "at")], id="quarter-of-the-document's-year"),
        pytest.param("hết niên độ giải ngân", [("", "at")], id="end-of-the-budget-year"),
    ],
)
def test_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.period, t.kind) for t in find_times(text)] == expected


@given(first=st.integers(1950, 2060), years=st.integers(1, 20))
def test_every_span_is_read_back(first: int, years: int) -> None:
    (time,) = find_times(f"giai đoạn {first} - {first + years}")
    assert time.period == f"{first}-{first + years}"
    assert last_year(time.period) == str(first + years)


@given(count=st.integers(1, 11), year=st.integers(1990, 2060))
def test_every_count_of_months_is_read_back(count: int, year: int) -> None:
    assert find_times(f"{count} tháng năm {year}")[0].period == f"{year}-{count:02}"


@given(text=st.text(alphabet="năm 0123456789/-đếtháquyý", max_size=40))
def test_times_never_overlap(text: str) -> None:
    times = find_times(text)
    assert all(a.end <= b.start for a, b in pairwise(times))
