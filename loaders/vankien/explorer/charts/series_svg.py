"""Values over time as SVG: one line for each series, targets dashed, estimates hollow, contradictions ringed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from vankien.explorer.charts.frame import empty, paper, scrolled, svg
from vankien.explorer.charts.markup import joined, lines_text, number, safe_href, tag
from vankien.explorer.charts.model import SeriesData
from vankien.explorer.charts.series_labels import Box
from vankien.explorer.charts.series_marks import CONFLICT, conflicts, mark_title, to_marks
from vankien.explorer.charts.series_panel import (
    SMALL,
    STEP,
    Drawn,
    DrawnTarget,
    Panel,
    Placed,
    Scope,
    place,
    scope_of,
    to_panels,
)
from vankien.explorer.charts.series_scale import shown_years
from vankien.explorer.charts.style import style_element
from vankien.explorer.charts.text import clean, text_width, wrap
from vankien.explorer.charts.values import basis_words, number_words
from vankien.explorer.charts.words import say

WIDTH = 780.0
HALF = 560.0
SHAPES = ("circle", "square", "diamond", "triangle", "wedge", "cross")
"""The marks of the first, second ... series of a panel: told apart without colour."""

_OUTLINES = {
    "square": "M-4.4-4.4h8.8v8.8h-8.8z",
    "diamond": "M0-6l6 6-6 6-6-6z",
    "triangle": "M0-5.6l5.6 10h-11.2z",
    "wedge": "M0 5.6l5.6-10h-11.2z",
    "cross": "M-2-5.4h4v3.4h3.4v4h-3.4v3.4h-4v-3.4h-3.4v-4h3.4z",
}


def _shape(series: int, x: float, y: float, firm: bool) -> Markup:
    css = f"vk-s{series % len(SHAPES)} {'vk-firm' if firm else 'vk-hollow'}"
    outline = _OUTLINES.get(SHAPES[series % len(SHAPES)])
    if outline is None:
        return tag("circle", cx=x, cy=y, r=4.6, class_=css)
    return tag("path", d=outline, transform=f"translate({number(x)} {number(y)})", class_=css)


def _linked(href: str, title: str, *children: Markup, css: str) -> Markup:
    """Children under one tooltip, as a link where there is an address."""
    safe = safe_href(href)
    name = tag("title", clean(title))
    return tag("a", name, *children, href=safe, class_=css) if safe else tag("g", name, *children, class_=css)


# --- parts of a panel ---------------------------------------------------------------------------------------------


def _grid(placed: Placed, language: str) -> Markup:
    axes = placed.axes
    rules, words = [], []
    for value in placed.ticks:
        y = axes.height(value)
        rules.append(f"M{number(axes.left)} {number(y)}H{number(axes.right)}")
        words.append(tag("text", number_words(value, language), x=axes.left - 8, y=y + 4, text_anchor="end"))
    for year in shown_years(axes.first, axes.last, axes.right - axes.left) if axes.first > 1 else ():
        words.append(tag("text", str(year), x=axes.year(year), y=axes.bottom + 18, text_anchor="middle"))
    base = tag("path", d=f"M{number(axes.left)} {number(axes.bottom)}H{number(axes.right)}", class_="vk-rule")
    return joined(tag("path", d="".join(rules), class_="vk-lines"), base, tag("g", *words, class_="vk-small vk-soft"))


def _head(panel: Panel, top: float, language: str) -> Markup:
    words = [clean(panel.unit) or say("no_unit", language), basis_words(panel.per, language)]
    return tag("text", ", ".join(w for w in words if w), x=4, y=top + 13, class_="vk-small vk-soft")


def _target(drawn: DrawnTarget, right: float) -> Markup:
    t = drawn.target
    parts = []
    if t.upper is not None:
        parts.append(
            tag(
                "rect",
                x=drawn.left,
                y=drawn.upper,
                width=max(drawn.right - drawn.left, 1.0),
                height=max(drawn.y - drawn.upper, 1.0),
                class_="vk-band",
            )
        )
    for y in sorted({drawn.y, drawn.upper}):
        parts.append(tag("path", d=f"M{number(drawn.left)} {number(y)}H{number(drawn.right)}", class_="vk-goal"))
    middle = drawn.text_top + STEP * len(drawn.lines) / 2
    lead = f"M{number(drawn.right)} {number((drawn.y + drawn.upper) / 2)}H{number(right)}L{number(right + 10)} {number(middle)}"
    parts.append(tag("path", d=lead, class_="vk-lead"))
    text = lines_text(drawn.lines, right + 14, drawn.text_top + 12, STEP, class_="vk-small vk-goal-text")
    return _linked(t.href, " ".join(drawn.lines), *parts, text, css="vk-target")


def _mark(drawn: Drawn, placed: Placed, language: str) -> Markup:
    series = placed.panel.series[drawn.series]
    firm = drawn.mark.firm
    parts = []
    if drawn.upper != drawn.y:
        x = number(drawn.x)
        parts.append(
            tag("path", d=f"M{x} {number(drawn.y)}V{number(drawn.upper)}", class_=f"vk-range vk-s{drawn.series % 6}")
        )
    if drawn.mark.whole_term:
        css = f"vk-s{drawn.series % len(SHAPES)} {'vk-firm' if firm else 'vk-hollow'}"
        width = max(drawn.right - drawn.left - 4, 4.0)
        parts.append(tag("rect", x=drawn.left + 2, y=drawn.y - 2.5, width=width, height=5, rx=2.5, class_=css))
    else:
        parts.append(_shape(drawn.series, drawn.x, drawn.y, firm))
        if drawn.upper != drawn.y:
            parts.append(_shape(drawn.series, drawn.x, drawn.upper, firm))
    if drawn.mark.conflict and not drawn.mark.whole_term:
        parts.append(tag("circle", cx=drawn.x, cy=drawn.y, r=9.5, class_="vk-ring"))
    if drawn.box is not None:
        parts.append(_leader(drawn, drawn.box))
        at = (drawn.box.left + drawn.box.right) / 2
        css = "vk-small vk-label"
        parts.append(lines_text(drawn.label, at, drawn.box.top + 12, STEP, class_=css, text_anchor="middle"))
    title = mark_title(drawn.mark, series, language)
    return _linked(drawn.mark.point.href, title, *parts, css="vk-point")


def _leader(drawn: Drawn, box: Box) -> Markup:
    """A thin line from a mark to its label, where the label had to stand away."""
    top, bottom = min(drawn.y, drawn.upper), max(drawn.y, drawn.upper)
    x0 = min(max((box.left + box.right) / 2, drawn.left), drawn.right)
    x1, y1 = min(max(x0, box.left), box.right), min(max(top, box.top), box.bottom)
    y0 = min(max(y1, top), bottom)
    if abs(x1 - x0) + abs(y1 - y0) < 16:
        return Markup("")
    return tag("path", d=f"M{number(x0)} {number(y0)}L{number(x1)} {number(y1)}", class_="vk-lead")


def _join(first: Drawn, second: Drawn) -> Markup:
    dashed = "" if first.mark.firm and second.mark.firm else " vk-unsure"
    d = f"M{number(first.x)} {number(first.y)}L{number(second.x)} {number(second.y)}"
    return tag("path", d=d, class_=f"vk-line vk-s{first.series % len(SHAPES)}{dashed}")


def _notes(placed: Placed, language: str) -> list[str]:
    """What a reader has to be told below the field: contradictions, and values that found no room."""
    series = placed.panel.series
    several = len(series) > 1
    notes = []
    for s in series:
        found = conflicts(to_marks(s), language)
        if found:
            where = f" ({s.label})" if several and s.label else ""
            notes.append(f"{CONFLICT} {say('conflict', language)}{where}: {'; '.join(found)}")
    left_out = [
        mark_title(
            replace(d.mark, points=()), replace(series[d.series], label="" if not several else s_label), language
        )
        for d in placed.marks
        if d.box is None
        for s_label in [series[d.series].label]
    ]
    return [*notes, f"{say('unplaced', language)}: {'; '.join(left_out)}"] if left_out else notes


def _legend(placed: Placed, x: float, y: float, width: float, language: str) -> tuple[Markup, float]:
    """The names of the series with their marks, what hollow marks and bars mean; and where the legend ends."""
    series = placed.panel.series
    items: list[tuple[Markup, str]] = []
    if len(series) > 1 or any(clean(s.label) for s in series):
        items += [(_shape(i, 0, 0, True), clean(s.label) or s.key) for i, s in enumerate(series)]
    if any(not d.mark.firm for d in placed.marks):
        items.append((_shape(0, 0, 0, False), say("estimated", language)))
    if any(d.mark.whole_term for d in placed.marks):
        bar = tag("rect", x=-8, y=-2.5, width=16, height=5, rx=2.5, class_="vk-s0 vk-firm")
        items.append((bar, say("period_value", language)))
    parts = []
    at = x
    for shape, words in items:
        lines = wrap(words, width - 30, SMALL)
        long = max(text_width(t, SMALL) for t in lines) + 24
        if at > x and at + long > width:
            at, y = x, y + 18
        parts.append(tag("g", shape, transform=f"translate({number(at + 8)} {number(y + 9)})"))
        parts.append(lines_text(lines, at + 22, y + 13, STEP, class_="vk-small"))
        at, y = at + long + 16, y + STEP * (len(lines) - 1)
    return joined(*parts), y + 22 if items else y


def _panel(panel: Panel, scope: Scope, top: float, width: float, language: str) -> tuple[Markup, float]:
    """A panel drawn from `top` down, and where it ends."""
    placed = place(panel, scope, top, width, language)
    goals = (_target(t, placed.axes.right) for t in placed.targets)
    lines = (_join(a, b) for a, b in placed.joins)
    bars_first = sorted(placed.marks, key=lambda d: not d.mark.whole_term)
    marks = (_mark(d, placed, language) for d in bars_first)
    legend, y = _legend(placed, 4, placed.bottom + 6, width, language)
    notes = []
    for note in _notes(placed, language):
        words = wrap(note, width - 8, SMALL)
        notes.append(lines_text(words, 4, y + 12, STEP, class_="vk-small"))
        y += STEP * len(words) + 4
    parts = (_head(panel, top, language), _grid(placed, language), *goals, *lines, *marks, legend, *notes)
    return joined(*parts), y + 16


# --- pictures -----------------------------------------------------------------------------------------------------


def _chart(
    panels: Sequence[Panel], scopes: Sequence[Scope], title: str, width: float, language: str, alone: bool
) -> Markup:
    top = 36.0 if alone else 4.0
    drawn = []
    for panel, scope in zip(panels, scopes, strict=True):
        part, top = _panel(panel, scope, top, width, language)
        drawn.append(part)
    head = [tag("title", title)]
    if alone:
        head += [style_element(), paper(width, top), tag("text", title, x=4, y=22, class_="vk-group")]
    picture = svg([*head, *drawn], width, top, "vk-chart vk-series", language, alone)
    return picture if alone else scrolled(title, picture)


def series_chart(data: SeriesData, language: str, *, standalone: bool = False) -> Markup:
    """The series as SVG in a region that scrolls, a panel for each unit and basis; with `standalone`, as an SVG file.

    Only yearly values of one series are joined. Without any value or target, a sentence. Raises KeyError for a language
    other than vi and en.
    """
    title = clean(data.title) or say("series", language)
    panels = to_panels(data)
    if not panels:
        return empty(say("no_series", language), title, language, standalone)
    scopes = [scope_of([p]) for p in panels]
    return _chart(panels, scopes, title, WIDTH, language, standalone)


def small_multiples(data: SeriesData, language: str) -> Markup:
    """One small chart for each series, as figures of HTML; those of one unit and basis have the same axes."""
    figures = []
    for panel in to_panels(data):
        scope = scope_of([replace(panel, series=(s,)) for s in panel.series] or [panel])
        for s in panel.series or (None,):
            one = panel
            if s is not None:
                own = tuple(t for t in panel.targets if not t.series or s.key in t.series)
                one = replace(panel, series=(replace(s, label=""),), targets=own)
            name = clean(s.label) if s is not None else say("goal", language)
            picture = _chart([one], [scope], name or say("series", language), HALF, language, False)
            figures.append(tag("figure", tag("figcaption", name), picture))
    if not figures:
        return empty(say("no_series", language), "", language, False)
    return tag("div", *figures, class_="vk-multiples")
