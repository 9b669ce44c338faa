"""What belongs to a target: order of wordings, results, verdicts."""

from __future__ import annotations

import pytest

from vankien.graph.deriving.choose import Goal, Judged, Printed, by_target, is_result, judges

PLACES = {
    "a-main": Printed("a", 2, "main", 10, "1"),
    "a-other": Printed("a", 2, "early", 5, "1"),
    "b-main": Printed("b", 1, "main", 20, "1"),
    "c-main": Printed("c", None, "main", 1, "1"),
    "d-main-first": Printed("d", 2, "main", 10, "0"),
}


def test_targets_stand_by_group_then_as_printed_and_those_without_a_group_last() -> None:
    ordered = by_target(PLACES, PLACES.__getitem__)
    assert [held[0][0] for held in ordered] == ["b", "d", "a", "c"]


def test_the_main_wording_is_that_of_the_document_that_sets_most_targets() -> None:
    held = {names[0][0]: names for names in by_target(PLACES, PLACES.__getitem__)}
    assert held["a"] == ["a-main", "a-other"]


def test_nothing_said_gives_no_targets() -> None:
    assert by_target([], PLACES.__getitem__) == []


@pytest.mark.parametrize(
    ("period", "scope", "wanted", "fits"),
    [
        pytest.param("2025", "Sơn Bình", "Sơn Bình", True, id="same-scope"),
        pytest.param("2025", "", "Sơn Bình", True, id="value-of-no-stated-scope"),
        pytest.param("2025", "Sơn Bình", "", True, id="target-of-no-stated-scope"),
        pytest.param("2025", "huyện Mường Lâm", "Sơn Bình", False, id="another-scope"),
        pytest.param("", "Sơn Bình", "Sơn Bình", False, id="no-period"),
    ],
)
def test_results_have_a_period_and_the_scope_of_the_target(period: str, scope: str, wanted: str, fits: bool) -> None:
    assert is_result(period, scope, wanted) is fits


@pytest.mark.parametrize(
    ("verdict", "alone", "fits"),
    [
        pytest.param(Judged("t", "i", "p", 2019), False, True, id="names-the-target"),
        pytest.param(Judged("other", "i", "p", 2025), True, False, id="names-another-target"),
        pytest.param(Judged("", "i", "p", 2023), True, True, id="on-the-indicator-in-the-term"),
        pytest.param(Judged("", "i", "p", 2023), False, False, id="on-an-indicator-of-two-targets"),
        pytest.param(Judged("", "i", "p", 2020), True, False, id="on-the-indicator-before-the-term"),
        pytest.param(Judged("", "j", "p", 2023), True, False, id="on-another-indicator"),
        pytest.param(Judged("", "i", "q", 2023), True, False, id="on-the-indicator-in-another-place"),
    ],
)
def test_verdicts_judge_the_target_they_name_or_the_only_one_of_their_indicator(
    verdict: Judged, alone: bool, fits: bool
) -> None:
    assert judges(verdict, Goal("t", "i", "p", 2025, alone)) is fits
