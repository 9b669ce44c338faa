from __future__ import annotations

from datetime import date

import pytest

from vankien.graph.terms.spans import deadline_day, period_span, whole_day


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2021-2023", "2021-01-01", "2023-12-31"),
        ("2021 – 2025", "2021-01-01", "2025-12-31"),
        ("2023-10", "2023-01-01", "2023-10-31"),
        ("2024-02", "2024-01-01", "2024-02-29"),
        ("2023-Q3", "2023-07-01", "2023-09-30"),
        ("2023-11-03", "2023-11-03", "2023-11-03"),
    ],
)
def test_periods(written: str, first: str, last: str) -> None:
    assert period_span(written) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("written", ["", None, "2025-2021", "0000", "2023-00", "2023-13", "2023-02-30", "nay", "23"])
def test_what_is_no_period(written: str | None) -> None:
    assert period_span(written) is None
    assert deadline_day(written) is None


def test_a_month_is_no_day() -> None:
    assert whole_day("2025-08") is None
