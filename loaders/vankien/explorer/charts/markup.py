"""Elements of SVG and HTML, with every text and attribute escaped, and the addresses that may become links."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from vankien.explorer.charts.text import clean

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")

Attribute = str | int | float | None


def safe_href(href: str) -> str:
    """The address if it is http, https or has no scheme; else nothing.

    >>> [safe_href(h) for h in ("/target/x#l3", "https://w3id.org/x", "javascript:alert(1)", "//elsewhere.example", "a b")]
    ['/target/x#l3', 'https://w3id.org/x', '', '', '']
    """
    if _UNSAFE.search(href) or href.startswith("//"):
        return ""
    scheme = _SCHEME.match(href)
    return href if scheme is None or scheme[0].lower() in ("http:", "https:") else ""


def number(value: float) -> str:
    """A coordinate with at most one decimal.

    >>> number(12.04), number(3.25), number(-0.01)
    ('12', '3.2', '0')
    """
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def tag(name: str, *children: str, **attributes: Attribute) -> Markup:
    """An element; children that are no `Markup` are escaped, attributes that are None left out.

    ``_`` in a name stands for ``-``, a trailing one is dropped (``class_``); floats are written as coordinates.

    >>> print(tag("text", "<1>", x=2.0, class_='a"b', stroke_width=1))
    <text x="2" class="a&#34;b" stroke-width="1">&lt;1&gt;</text>
    """
    held = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, float) else value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(map(escape, children))
    return Markup(f"<{name}{held}>{inside}</{name}>" if inside or name not in _EMPTY else f"<{name}{held}/>")


_EMPTY = frozenset({"circle", "line", "path", "rect", "use"})
"""Elements written without an end tag when they hold nothing."""


def joined(*parts: Markup) -> Markup:
    """Parts one after the other."""
    return Markup("").join(parts)


def link(href: str, *children: str, **attributes: Attribute) -> Markup:
    """The children as a link, or in a ``span`` where the address may not become one."""
    safe = safe_href(href)
    return tag("a", *children, href=safe, **attributes) if safe else tag("span", *children, **attributes)


def hidden(text: str) -> Markup:
    """A text for screen readers only."""
    return tag("span", clean(text), class_="vk-sr")


def lines_text(lines: tuple[str, ...], x: float, y: float, step: float, **attributes: Attribute) -> Markup:
    """Lines of text below each other, the baseline of the first at `y`."""
    if len(lines) == 1:
        return tag("text", lines[0], x=x, y=y, **attributes)
    spans = (tag("tspan", line, x=x, y=y + i * step) for i, line in enumerate(lines))
    return tag("text", *spans, **attributes)
