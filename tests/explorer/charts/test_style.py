"""The style sheet: contrast, one place for colours, every class known."""

from __future__ import annotations

import re

import pytest

from tests.explorer.charts.pictures import sample_map, sample_series
from vankien.explorer.charts.bars import share_bar, sparkline, stacked_bar
from vankien.explorer.charts.map_svg import programme_target_map
from vankien.explorer.charts.model import VERDICTS, Count
from vankien.explorer.charts.series_svg import series_chart, small_multiples
from vankien.explorer.charts.style import style_element, stylesheet
from vankien.explorer.charts.tables import link_table, matrix
from vankien.explorer.charts.verdicts import verdict_mark

COLOURS = dict(re.findall(r"--vk-([\w-]+): (#[0-9a-f]{6});", stylesheet()))
UNTEXTED = {"line", "edge", "faint", "paper"}


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(colour: str, ground: str) -> float:
    lighter, darker = sorted((luminance(colour), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", sorted(COLOURS.keys() - UNTEXTED))
@pytest.mark.parametrize("ground", ["paper", "faint"])
def test_colours_of_texts_can_be_read(name: str, ground: str) -> None:
    assert contrast(COLOURS[name], COLOURS[ground]) >= 4.5


def test_every_verdict_and_mode_has_a_colour() -> None:
    assert {*VERDICTS, "stated", "reported", "inferred"} <= COLOURS.keys()


def test_colours_stand_in_one_place() -> None:
    rules = stylesheet().split("}", 1)[1]
    forced = rules.split("@media (forced-colors")[0]
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", forced) == []


def test_every_variable_that_is_used_is_set() -> None:
    used = set(re.findall(r"var\((--vk-[\w-]+)\)", stylesheet()))
    assert used <= set(re.findall(r"(--vk-[\w-]+):", stylesheet()))


def test_every_class_has_a_rule() -> None:
    data, series = sample_map(), sample_series()
    made = [programme_target_map(data, "vi"), matrix(data, "vi"), link_table(data, "vi")]
    made += [series_chart(series, "vi"), small_multiples(series, "vi"), sparkline(series.series[0].points, "vi")]
    made += [
        share_bar(series.series[0].points[0].value, "vi"),
        stacked_bar([Count(v, 1) for v in ("", *VERDICTS)], "vi"),
    ]
    made += [verdict_mark(v, "vi") for v in ("", "strange", *VERDICTS)]
    used = {c for m in made for names in re.findall(r'class="([^"]*)"', m) for c in names.split()}
    ruled = set(re.findall(r"\.(vk-[\w-]+)", stylesheet()))
    assert used - ruled <= {"vk-row", "vk-legend", "vk-point", "vk-target", "vk-b-none", "vk-b-not-assessed"}


def test_people_who_want_less_are_heard() -> None:
    for wish in ("@media print", "prefers-reduced-motion", "forced-colors", "max-width: 760px", ":focus-visible"):
        assert wish in stylesheet()


def test_copies_depend_on_no_ancestor() -> None:
    """Browsers style a copied part apart from what stands round it, so its rules must have one class each."""
    rules = re.findall(r"\}([^{}]*)\{", style_element().split("/style")[0])
    of_parts = ("vk-small", "vk-name", "vk-mark", "vk-port", "vk-l-", "vk-v-", "vk-soft")
    for rule in rules:
        for selector in rule.split(","):
            if any(p in selector for p in of_parts):
                assert re.fullmatch(r"\.vk-[\w-]+", selector.strip())
