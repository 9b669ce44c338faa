"""The element round every picture, and the sentence in place of a picture of nothing."""

from __future__ import annotations

from markupsafe import Markup

from vankien.explorer.charts.markup import number, tag
from vankien.explorer.charts.style import style_element


def svg(inside: list[Markup], width: float, height: float, css: str, language: str, standalone: bool) -> Markup:
    """An SVG element of that size round its parts; the first of them is its title."""
    return tag(
        "svg",
        *inside,
        xmlns="http://www.w3.org/2000/svg" if standalone else None,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width) if standalone else None,
        height=number(height) if standalone else None,
        class_=css,
        role="group",
        lang=language,
    )


def scrolled(label: str, *parts: Markup) -> Markup:
    """Something wide in an element that scrolls, by keyboard too."""
    return tag("div", *parts, class_="vk-scroll", role="group", aria_label=label, tabindex=0)


def paper(width: float, height: float) -> Markup:
    """A white ground, for a file that is shown on whatever ground."""
    return tag("rect", width=width, height=height, fill="white")


def empty(sentence: str, title: str, language: str, standalone: bool) -> Markup:
    """What stands in place of a picture of nothing: a paragraph of HTML, or a small SVG file."""
    if not standalone:
        return tag("p", sentence, class_="vk-empty")
    text = tag("text", sentence, x=16, y=32)
    parts = [tag("title", title), style_element(), paper(640, 52), text]
    return svg(parts, 640, 52, "vk-chart", language, standalone)
