"""Values over time: nothing joined that does not belong together, every value and target said, nothing on another."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.explorer.charts.pictures import (
    labels,
    outside,
    overlaps,
    parse,
    sample_series,
    squeezed,
    svg_of,
    term,
    texts,
    year,
)
from tests.explorer.charts.test_map import EVIL
from vankien.explorer.charts.model import Point, Series, SeriesData, TargetLine
from vankien.explorer.charts.series_marks import conflicts, joined_marks, to_marks
from vankien.explorer.charts.series_panel import scope_of, to_panels
from vankien.explorer.charts.series_scale import shown_years, ticks
from vankien.explorer.charts.series_svg import series_chart, small_multiples


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    return svg_of(series_chart(sample_series(), "vi"))


def points_of(root: ET.Element) -> list[ET.Element]:
    return [e for e in root.iter() if e.get("class") == "vk-point"]


# --- what is shown ------------------------------------------------------------------------------------------------


def test_every_value_has_its_label(picture: ET.Element) -> None:
    found = labels(picture)
    for words in ("46,5", "48,25", "◎ 50,1", "◎ 51,7", "50,9 (10 tháng 2023)", "52,3", "54 (ước)", "40,5", "43"):
        assert squeezed(words) in found
    assert squeezed("51,2 (2021–2025, ước)") in found
    assert squeezed("2.134,6") in found


def test_targets_are_said_with_comparator_deadline_and_setter(picture: ET.Element) -> None:
    found = labels(picture)
    assert squeezed("Đến 2025: ít nhất 54 % · Đại hội XIV") in found
    assert squeezed("Đến 2030: từ 57 đến 58 % · Đại hội XV") in found
    assert squeezed("Đến 2025: trên 3.000 tỷ đồng/năm") in found
    assert len([r for r in picture.iter("rect") if r.get("class") == "vk-band"]) == 1


def test_no_text_lies_on_another_or_leaves_the_picture(picture: ET.Element) -> None:
    found = texts(picture)
    assert overlaps(found) == []
    assert outside(picture, found) == []


def test_every_point_leads_to_its_source(picture: ET.Element) -> None:
    points = points_of(picture)
    assert len(points) == 12
    assert all(p.tag == "a" and p.get("href", "").startswith("/source/") for p in points)
    titles = [p.findtext("title") for p in points]
    assert "Sơn Bình – 2021: 48,25\N{NO-BREAK SPACE}% – 12-BC/TU, dòng 2021" in titles


def test_estimates_are_hollow_and_values_filled(picture: ET.Element) -> None:
    hollow = [p for p in points_of(picture) if any("vk-hollow" in (e.get("class") or "") for e in p)]
    assert ["ước" in (p.findtext("title") or "") for p in hollow] == [True, True]


def test_contradictions_are_ringed_and_told(picture: ET.Element) -> None:
    assert len([c for c in picture.iter("circle") if c.get("class") == "vk-ring"]) == 2
    assert squeezed("◎ Văn kiện ghi khác nhau cho cùng thời kỳ (Sơn Bình): 2022: 50,1 / 51,7") in labels(picture)


def test_a_value_of_a_whole_term_is_a_bar_over_its_years(picture: ET.Element) -> None:
    bar = next(r for p in points_of(picture) for r in p.iter("rect"))
    below = reversed(texts(picture))  # of the two panels the first counts
    years = {t.words: (t.left + t.right) / 2 for t in below if re.fullmatch(r"20\d\d", t.words)}
    left, width = float(bar.get("x", "")), float(bar.get("width", ""))
    assert left < years["2021"] < years["2025"] < left + width
    assert years["2020"] < left


def test_series_of_a_panel_differ_in_shape_as_well(picture: ET.Element) -> None:
    shapes = {(e.tag, e.get("d")) for p in points_of(picture) for e in p if "vk-firm" in (e.get("class") or "")}
    assert len(shapes) >= 2


def test_another_unit_has_a_panel_of_its_own(picture: ET.Element) -> None:
    found = labels(picture)
    assert "%" in found
    assert squeezed("tỷ đồng, /năm") in found


def test_english_words_and_numbers() -> None:
    found = labels(svg_of(series_chart(sample_series(), "en")))
    for words in ("48.25", "54 (est.)", "50.9 (10 months of 2023)", "By 2025: at least 54 % · Đại hội XIV", "2,134.6"):
        assert squeezed(words) in found


# --- what is joined -------------------------------------------------------------------------------------------------


def joins(*points: Point) -> list[tuple[str, str]]:
    pairs = joined_marks(to_marks(Series("s", "", "", "", points)))
    return [(str(a.point.value), str(b.point.value)) for a, b in pairs]


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ((year(2020, "1"), year(2021, "2"), year(2023, "3")), [("1", "2"), ("2", "3")]),
        ((year(2020, "1"), year(2021, "2"), year(2021, "5"), year(2022, "3")), []),
        ((year(2020, "1"), year(2021, "2"), year(2021, "5", "estimate")), [("1", "2")]),
        ((year(2020, "1"), term(2021, 2025, "9"), year(2021, "2")), [("1", "2")]),
        ((year(2020, "1"), replace(year(2021, "2"), end=date(2021, 9, 30))), []),
        (
            (year(2020, "1.25"), year(2021, "2.25"), year(2021, "2.3"), year(2022, "3")),
            [("1.25", "2.25"), ("2.25", "3")],
        ),
    ],
    ids=[
        "years",
        "contradiction-breaks",
        "firm-before-estimate",
        "whole-term-apart",
        "part-of-a-year-apart",
        "rounded",
    ],
)
def test_lines_join_years_only(points: tuple[Point, ...], expected: list[tuple[str, str]]) -> None:
    assert joins(*points) == expected


def test_lines_never_join_two_series(picture: ET.Element) -> None:
    lines = [p.get("class") for p in picture.iter("path") if (p.get("class") or "").startswith("vk-line ")]
    # 2020-2021 and 2024-2025 (estimate) here, 2021-2024 there, 2021-2022 of the other unit
    assert sorted(map(str, lines)) == ["vk-line vk-s0", "vk-line vk-s0", "vk-line vk-s0 vk-unsure", "vk-line vk-s1"]


def test_equal_values_are_one_mark_with_all_sources() -> None:
    same = (year(2020, "1", source="A"), year(2020, "1", "estimate", "B"), year(2020, "1", source="C"))
    (mark,) = to_marks(Series("s", "", "", "", same))
    assert mark.firm
    assert not mark.conflict
    assert len(mark.points) == 3


@pytest.mark.parametrize(
    ("points", "found"),
    [
        ((year(2020, "5"), year(2020, "6")), ["2020: 5 / 6"]),
        ((year(2020, "5"), year(2020, "6", "estimate")), []),
        ((year(2020, "33.25"), year(2020, "33.3")), []),
        ((term(2021, 2025, "5"), term(2021, 2025, "7")), ["2021–2025: 5 / 7"]),
    ],
    ids=["two-values", "estimate-revised", "rounding", "whole-term"],
)
def test_contradictions(points: tuple[Point, ...], found: list[str]) -> None:
    assert conflicts(to_marks(Series("s", "", "", "", points)), "vi") == found


# --- panels -------------------------------------------------------------------------------------------------------


def test_a_target_is_drawn_only_with_its_series() -> None:
    data = sample_series()
    only = replace(data, targets=(replace(data.targets[0], series=("there",)),))
    panels = to_panels(only)
    assert [[s.key for s in p.series] for p in panels] == [["here", "there"], ["money"]]
    figures = list(parse(small_multiples(only, "vi")))
    said = ["ítnhất54%" in "".join(labels(f)) for f in figures]
    assert said == [False, True, False]


def test_targets_that_fit_no_series_have_a_panel() -> None:
    goal = TargetLine("gteq", Decimal(3), None, "xã", "", date(2025, 12, 31))
    found = labels(svg_of(series_chart(SeriesData(sample_series().series, (goal,)), "vi")))
    assert squeezed("Đến 2025: ít nhất 3 xã") in found


def test_small_multiples_share_their_axes() -> None:
    figures = list(parse(small_multiples(sample_series(), "vi")))
    assert [f.findtext("figcaption") for f in figures] == ["Sơn Bình", "Hải Lâm", "Sơn Bình"]
    scales = [
        [t.words for t in texts(svg_of(ET.tostring(f, "unicode"))) if re.fullmatch(r"[\d,.]+", t.words)]
        for f in figures
    ]
    ticks_of = [{t for t in s if t.endswith(("0", "5")) and "," not in t} for s in scales]
    assert ticks_of[0] & ticks_of[1] >= {"40", "45", "50", "55"}
    assert {"2.000", "3.000"} <= set(scales[2])


def test_scope_spans_values_targets_and_deadlines() -> None:
    scope = scope_of(to_panels(sample_series())[:1])
    assert (scope.first, scope.last) == (2020, 2030)
    assert scope.low < Decimal("40.5")
    assert scope.high > 58


@pytest.mark.parametrize(
    ("low", "high"),
    [("0", "0"), ("-3.42", "10.52"), ("0.001", "0.004"), ("12000", "9000000"), ("5", "5"), ("-7", "-7")],
)
def test_ticks_span_the_values_in_round_steps(low: str, high: str) -> None:
    found = ticks(Decimal(low), Decimal(high))
    assert found[0] <= Decimal(low)
    assert found[-1] >= Decimal(high)
    assert 2 <= len(found) <= 9
    steps = {b - a for a, b in pairwise(found)}
    assert len(steps) == 1
    assert format(steps.pop().normalize(), "e").split("e")[0].rstrip("0").rstrip(".") in {"1", "2", "2.5", "5"}


@pytest.mark.parametrize(("first", "last"), [(2020, 2020), (2020, 2030), (1986, 2030), (1900, 2100)])
def test_years_have_room_for_their_labels(first: int, last: int) -> None:
    shown = shown_years(first, last, 500)
    assert shown
    assert len(shown) * 38 <= 500 or len(shown) == 1


# --- safety, nothing, anything --------------------------------------------------------------------------------------


def test_markup_in_labels_is_text() -> None:
    point = replace(year(2020, "1"), href="javascript:alert(1)", source=EVIL, period=EVIL)
    goal = TargetLine("gt", Decimal(2), unit=EVIL, label=EVIL, href="javascript:x")
    data = SeriesData((Series("s", EVIL, EVIL, "", (point,)),), (goal,), EVIL)
    for markup in (series_chart(data, "vi"), series_chart(data, "vi", standalone=True), small_multiples(data, "vi")):
        root = parse(markup)
        assert not list(root.iter("script"))
        assert not list(root.iter("a"))
        assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or a == "style"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_to_draw_is_said_in_words(language: str) -> None:
    for markup in (series_chart(SeriesData(), language), small_multiples(SeriesData(), language)):
        assert re.fullmatch(r'<p class="vk-empty">[^<]{20,}</p>', markup)
    assert parse(series_chart(SeriesData(), language, standalone=True)).tag == "svg"


def test_same_data_same_bytes_in_whatever_order_points_come() -> None:
    data = sample_series()
    turned = replace(data, series=tuple(replace(s, points=s.points[::-1]) for s in data.series))
    assert series_chart(data, "vi") == series_chart(turned, "vi")


POINTS = st.builds(
    lambda first, years, value, upper, status: Point(
        date(first, 1, 1),
        date(first + years, 12, 31),
        value,
        value + upper if upper else None,
        status=status,
    ),
    st.integers(1990, 2030),
    st.sampled_from((0, 0, 0, 0, 4)),
    st.decimals(-10_000, 10_000_000, places=2),
    st.sampled_from((None, None, None, Decimal(3))),
    st.sampled_from(("actual", "actual", "estimate", "preliminary")),
)
LABELS = st.text(max_size=80)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(st.tuples(LABELS, st.lists(POINTS, max_size=25)), max_size=5),
    st.lists(st.tuples(LABELS, POINTS), max_size=6),
)
def test_any_series_are_whole_and_clear(series: list[tuple[str, list[Point]]], goals: list[tuple[str, Point]]) -> None:
    data = SeriesData(
        tuple(Series(f"s{i}", name, "%", "", tuple(points)) for i, (name, points) in enumerate(series)),
        tuple(TargetLine("gteq", p.value, p.upper, "%", "", p.end, None, name) for name, p in goals),
    )
    if not goals and not any(points for _, points in series):
        return
    root = svg_of(series_chart(data, "vi"))
    found = texts(root)
    assert overlaps(found) == []
    assert outside(root, found) == []
    assert len(points_of(root)) == sum(len(to_marks(s)) for s in data.series)
    everything = "".join(labels(root))
    for mark in (m for s in data.series for m in to_marks(s)):
        assert (
            squeezed(f"{mark.point.value:,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.-", ".,−")))
            in everything
        )
