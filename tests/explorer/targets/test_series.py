"""Which values may stand in one line, and which of them contradict each other."""

from __future__ import annotations

import pytest

from tests.explorer.small import HERE, PERCENT, THERE, book, seen
from vankien.explorer.book.records import Observation
from vankien.explorer.targets.series import latest, to_runs


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(seen(2, "45.5", place=THERE), id="another-place"),
        pytest.param(seen(2, "45.5", scope_note="trên 63 xã"), id="another-scope"),
        pytest.param(seen(2, "45.5", unit="ha"), id="another-unit"),
        pytest.param(seen(2, "45.5", basis="yearly-average"), id="another-basis"),
        pytest.param(seen(2, "45.5", place=""), id="no-place"),
    ],
)
def test_values_are_never_joined_across(other: Observation) -> None:
    first = seen(1, "52.95", at=2023)
    runs = to_runs(book([first, other]), [first, other])
    assert sorted(len(r.observations) for r in runs) == [1, 1]
    assert not any(r.conflicting for r in runs)


def test_a_series_is_in_the_order_of_its_periods_whatever_the_order_of_reading() -> None:
    held = [seen(1, "54", at=2025), seen(2, "52", at=2022), seen(3, "53", at=None), seen(4, "51", at=2021)]
    (run,) = to_runs(book(held), held)
    assert [str(o.value.number) for o in run.observations] == ["51", "52", "54", "53"]
    assert [str(o.value.number) for o in run.dated] == ["51", "52", "54"]


@pytest.mark.parametrize(
    ("second", "clash"),
    [
        pytest.param(seen(2, "56"), True, id="other-value"),
        pytest.param(seen(2, "52.95"), False, id="same-value"),
        pytest.param(seen(2, "53"), False, id="rounded"),
        pytest.param(seen(2, "51", status="estimate"), False, id="estimate-beside-the-final-value"),
        pytest.param(seen(2, "51", at=2023), False, id="another-year"),
    ],
)
def test_contradictions_are_flagged(second: Observation, clash: bool) -> None:
    first = seen(1, "52.95")
    (run,) = to_runs(book([first, second]), [first, second])
    assert run.conflicting == (frozenset({first.iri, second.iri}) if clash else frozenset())


def test_the_latest_value_is_the_final_one_of_the_last_period() -> None:
    held = [seen(1, "51", at=2023), seen(2, "53", at=2024), seen(3, "52.9", at=2024, status="estimate")]
    (run,) = to_runs(book(held), held)
    last = latest(book(held), run)
    assert last is not None
    assert str(last.value.number) == "53"


def test_without_a_dated_value_there_is_no_latest() -> None:
    held = [seen(1, "51", at=None)]
    (run,) = to_runs(book(held), held)
    assert latest(book(held), run) is None
    assert (run.key.place, run.key.unit) == (HERE, PERCENT)
