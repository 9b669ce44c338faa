"""Small pictures inside pages and tables: how many of each verdict, a percentage, a line without axes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from vankien.explorer.charts.markup import joined, link, tag
from vankien.explorer.charts.model import Count, Point
from vankien.explorer.charts.values import number_words, period_words
from vankien.explorer.charts.words import say, verdict

BAR = 1000
"""The width of a stacked bar, in its own unit: it is stretched to the width of the page."""


def stacked_bar(counts: Sequence[Count], language: str) -> Markup:
    """Counts of verdicts as figures with their words, and as one bar in proportion; nothing to count gives a sentence."""
    shown = [c for c in counts if c.count > 0]
    if not shown:
        return tag("p", say("no_counts", language), class_="vk-empty")
    total = sum(c.count for c in shown)
    items, rects, before = [], [], 0
    for c in shown:
        mark = verdict(c.verdict, language)
        sign = tag("span", mark.sign, aria_hidden="true", class_="vk-sign") if mark.sign else Markup("")
        figure = tag("strong", number_words(Decimal(c.count), language))
        words = tag("span", sign, mark.words(language), class_=f"vk-verdict vk-v-{mark.css}")
        items.append(tag("li", link(c.href, figure, " ", words), class_=f"vk-b-{mark.css}"))
        left, right = BAR * before / total, BAR * (before + c.count) / total
        rects.append(tag("rect", x=left, y=0, width=max(right - left - 2, 0.5), height=14, class_=f"vk-v-{mark.css}"))
        before += c.count
    bar = tag(
        "svg",
        *rects,
        viewBox=f"0 0 {BAR} 14",
        preserveAspectRatio="none",
        class_="vk-bar",
        aria_hidden="true",
        focusable="false",
    )
    return tag("div", tag("ul", *items), bar, class_="vk-counts")


def share_bar(percent: Decimal, language: str) -> Markup:
    """A percentage of a target as a document prints it, with a tick at 100 %; the bar ends at 125 %, the figure does not."""
    words = f"{number_words(percent, language)}\N{NO-BREAK SPACE}%"
    length = min(max(float(percent), 0.0), 125.0)
    parts = [
        tag("rect", x=0, y=2, width=125, height=8, class_="vk-bar-room"),
        tag("rect", x=0, y=2, width=length, height=8, class_="vk-bar-full"),
        tag("path", d="M100 0v12", class_="vk-bar-tick"),
    ]
    bar = tag("svg", *parts, viewBox="0 0 126 12", class_="vk-share", aria_hidden="true", focusable="false")
    return tag("span", bar, tag("span", words, class_="vk-percent"), title=say("percent", language, words))


def sparkline(points: Sequence[Point], language: str) -> Markup:
    """The values of one series as a line of the height of a text; its label says the first and the last of them.

    Only values of up to a year are joined. One value is a dot, none gives nothing.
    """
    single = sorted((p for p in points if p.start.year == p.end.year), key=lambda p: (p.end, p.start, p.value))
    if not single:
        return Markup("")
    first, last = single[0], single[-1]
    days = max((last.end - first.end).days, 1)
    low, high = min(p.value for p in single), max(p.value for p in single)
    scale = high - low or Decimal(1)
    at = [(4 + 92 * (p.end - first.end).days / days, 20 - 16 * float((p.value - low) / scale)) for p in single]
    ends = [f"{period_words(p.start, p.end, language)}: {number_words(p.value, language)}" for p in (first, last)]
    label = f" {say('to', language)} ".join(dict.fromkeys(ends))
    path = tag("path", d="M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in at), class_="vk-spark-line")
    dot = tag("circle", cx=at[-1][0], cy=at[-1][1], r=2.5, class_="vk-spark-dot")
    parts = [tag("title", label), path, dot]
    return tag("svg", joined(*parts), viewBox="0 0 100 24", class_="vk-spark", role="img", aria_label=label)
