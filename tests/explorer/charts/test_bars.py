"""Verdicts as marks, counts as bars, percentages, lines without axes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from tests.explorer.charts.pictures import parse, term, year
from vankien.explorer.charts.bars import BAR, share_bar, sparkline, stacked_bar
from vankien.explorer.charts.model import VERDICTS, Count, Point
from vankien.explorer.charts.verdicts import verdict_mark


@pytest.mark.parametrize(
    ("key", "language", "words"),
    [
        ("exceeded", "vi", "▲Vượt"),
        ("met", "vi", "●Đạt"),
        ("not-yet-met", "vi", "▼Chưa đạt"),
        ("at-risk", "vi", "!Khó đạt"),
        ("missed", "vi", "✕Không đạt"),
        ("not-assessed", "vi", "–Không đánh giá"),
        ("", "vi", "Chưa có đánh giá"),
        ("met", "en", "●Met"),
        ("<b>", "vi", "?<b>"),
    ],
)
def test_verdict_marks(key: str, language: str, words: str) -> None:
    mark = parse(verdict_mark(key, language))
    assert "".join(mark.itertext()) == words
    assert mark.get("class", "").startswith("vk-verdict vk-v-")


def test_stacked_bar_is_in_proportion_and_says_its_figures() -> None:
    counts = [
        Count("exceeded", 19, "/targets?verdict=exceeded"),
        Count("met", 28),
        Count("at-risk", 7),
        Count("missed", 0),
    ]
    root = parse(stacked_bar(counts, "vi"))
    assert ["".join(li.itertext()) for li in root.iter("li")] == ["19 ▲Vượt", "28 ●Đạt", "7 !Khó đạt"]
    rects = [(float(r.get("x", "")), float(r.get("width", ""))) for r in root.iter("rect")]
    assert [round((w + 2) / BAR * 54) for _, w in rects] == [19, 28, 7]
    assert all(a[0] + a[1] <= b[0] for a, b in pairwise(rects))
    assert [a.get("href") for a in root.iter("a")] == ["/targets?verdict=exceeded"]


def test_stacked_bar_of_nothing_is_a_sentence() -> None:
    assert parse(stacked_bar([Count(v, 0) for v in VERDICTS], "vi")).tag == "p"


@pytest.mark.parametrize(("percent", "length"), [("90.4", 90.4), ("100", 100), ("300", 125), ("-5", 0)])
def test_share_bar_is_cut_but_its_figure_is_not(percent: str, length: float) -> None:
    root = parse(share_bar(Decimal(percent), "vi"))
    assert float(list(root.iter("rect"))[1].get("width", "")) == length
    shown = "".join(root.itertext()).replace("−", "-").replace(",", ".")
    assert shown == f"{percent}\N{NO-BREAK SPACE}%"
    assert "theo văn kiện" in root.get("title", "")


def test_sparkline_says_its_ends_and_leaves_whole_terms_out() -> None:
    root = parse(sparkline([year(2020, "46.5"), term(2021, 2025, "90"), year(2023, "52.95")], "vi"))
    assert root.get("aria-label") == "2020: 46,5 đến 2023: 52,95"
    line = next(root.iter("path")).get("d", "")
    assert line.count("L") == 1


@pytest.mark.parametrize("points", [[], [term(2021, 2025, "1")]], ids=["none", "whole-term-only"])
def test_sparkline_of_nothing_is_nothing(points: list[Point]) -> None:
    assert sparkline(points, "vi") == ""


def test_sparkline_of_one_value_is_a_dot() -> None:
    root = parse(sparkline([Point(date(2020, 1, 1), date(2020, 12, 31), Decimal(3))], "en"))
    assert len(list(root.iter("circle"))) == 1
    assert root.get("aria-label") == "2020: 3"
