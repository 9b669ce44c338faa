"""The programme–target map as SVG: programmes left, targets right, a curve for each link.

What belongs to a programme or target is marked when it is pointed at, focused, or named in the address, by ``charts.css``
alone: all that can be dimmed lies in ``.vk-dim``; a node holds copies (``use``) of what it is joined to in ``.vk-echo``,
which are shown only then.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain

from markupsafe import Markup

from vankien.explorer.charts.frame import empty, paper, scrolled, svg
from vankien.explorer.charts.map_layout import (
    CARD,
    DIFFERS,
    HEAD,
    MARGIN,
    NAME,
    PAD,
    SMALL,
    STEP,
    WIDTH,
    Card,
    Heading,
    MapLayout,
    Row,
    lay_out,
)
from vankien.explorer.charts.markup import joined, lines_text, number, safe_href, tag
from vankien.explorer.charts.model import MODES, MapData
from vankien.explorer.charts.style import style_element
from vankien.explorer.charts.text import clean, text_width
from vankien.explorer.charts.words import MODE_MARKS, VERDICT_MARKS, say, verdict


def _counts(data: MapData, layout: MapLayout, language: str) -> str:
    orphans = sum(not r.links for r in layout.rows)
    parts = [
        say("n_programmes", language, len(data.programmes)),
        say("n_targets", language, len(layout.rows)),
        say("n_links", language, len(layout.links)),
    ]
    parts += [f"{orphans} {say('orphan', language)}"] if orphans else []
    parts += [f"{len(layout.spare)} {say('orphan_programme', language)}"] if layout.spare else []
    return " · ".join(parts)


# --- legend and headings ----------------------------------------------------------------------------------------


def _legend(layout: MapLayout, language: str, y: float) -> Markup:
    """A sample of each kind of link with its words and count, and of the mark of what no programme serves."""
    used = Counter(link.mode for link in layout.links)
    parts: list[Markup] = []
    x = MARGIN
    for mode in MODES:
        words = f"{MODE_MARKS[mode].words(language)} ({used[mode]})"
        parts.append(tag("path", d=f"M{number(x)} {number(y - 4)}h34", class_=f"vk-l-{mode}"))
        parts.append(tag("text", words, x=x + 42, y=y, class_="vk-small vk-soft"))
        x += 42 + text_width(words, SMALL) + 26
    orphans = sum(not r.links for r in layout.rows)
    if orphans:
        words = f"{say('orphan', language)} ({orphans})"
        parts.append(tag("circle", cx=x + 6, cy=y - 4, r=4.5, class_="vk-port-alone"))
        parts.append(tag("text", words, x=x + 18, y=y, class_="vk-small vk-soft"))
        x += 18 + text_width(words, SMALL) + 26
    if any(r.computed and r.computed[0].startswith(DIFFERS) for r in layout.rows):
        parts.append(tag("text", f"{DIFFERS} {say('differs', language)}", x=x, y=y, class_="vk-small vk-soft"))
    return tag("g", *parts, class_="vk-legend")


def _column_heads(layout: MapLayout, language: str, y: float) -> Markup:
    at = layout.columns
    heads = [
        tag("text", say("programmes", language), x=MARGIN, y=y),
        tag("text", say("targets", language), x=at.name, y=y),
        tag("text", say("value", language), x=at.value_right, y=y, text_anchor="end"),
        tag("text", say("verdict", language), x=at.verdict, y=y),
    ]
    heads += [tag("text", say("computed", language), x=at.computed, y=y)] if at.computed_width else []
    rule = tag("path", d=f"M{number(MARGIN)} {number(y + 8)}H{number(WIDTH - MARGIN)}", class_="vk-rule")
    return tag("g", *heads, rule, class_="vk-heads")


def _heading(heading: Heading, x: float) -> Markup:
    part = heading.size > HEAD
    return lines_text(
        heading.lines,
        x,
        heading.y + heading.size,
        heading.size + 5,
        class_="vk-part" if part else "vk-group",
    )


# --- nodes ------------------------------------------------------------------------------------------------------


def _node(key: str, href: str, title: str, shown: Markup, own: str, echo: Markup) -> Markup:
    """A programme or target: a link round what is shown, and the copies of what it is joined to."""
    name = tag("title", clean(title))
    anchor = tag("a", name, tag("g", shown, id=own), href=safe_href(href) or f"#{key}", class_="vk-dim")
    copies = tag("g", echo, class_="vk-echo", display="none", aria_hidden="true") if echo else Markup("")
    return tag("g", anchor, copies, id=key, class_="vk-node")


def _use(*names: str) -> Markup:
    return joined(*(tag("use", href=f"#{n}") for n in names))


def _tally_line(items: tuple[str, ...], x: float, y: float, language: str) -> Markup:
    parts = []
    for item in items:
        mark = next((m for m in VERDICT_MARKS.values() if m.sign == item[0]), None)
        parts.append(tag("text", item, x=x, y=y, class_=f"vk-small vk-v-{mark.css if mark else 'unknown'}"))
        x += text_width(item, SMALL) + 14
    return joined(*parts)


def _card_face(card: Card, language: str) -> Markup:
    x = card.x + PAD
    y = card.y + (card.height - card.text_height) / 2
    parts = [
        tag(
            "rect",
            x=card.x,
            y=card.y,
            width=CARD,
            height=card.height,
            rx=5,
            class_="vk-card" if card.links else "vk-card-alone",
        )
    ]
    if card.kind:
        parts.append(lines_text(card.kind, x, y + 11, 15, class_="vk-small vk-soft"))
    y += 15 * len(card.kind)
    parts.append(lines_text(card.name, x, y + 14, 18, class_="vk-name"))
    y += 18 * len(card.name)
    parts += [_tally_line(line, x, y + 13 + 17 * i, language) for i, line in enumerate(card.tally)]
    return joined(*parts)


def _card(card: Card, number_of_card: int, layout: MapLayout, number_of: dict[str, int], language: str) -> Markup:
    p, served = card.programme, card.links
    counted = say("n_targets", language, len(served)) if served else say("orphan_programme", language)
    words = [p.name, p.kind, counted, *chain.from_iterable(card.tally)]
    rows = sorted({number_of[layout.links[i].target] for i in card.links})
    echo = _use(*(f"ml{i}" for i in card.links), *(f"mr{n}" for n in rows))
    title = " – ".join(w for w in words if w)
    return _node(f"p-{p.key}", p.href, title, _card_face(card, language), f"mc{number_of_card}", echo)


def _row_face(row: Row, layout: MapLayout) -> Markup:
    at = layout.columns
    y = row.y + NAME + 3
    mark = verdict(row.target.verdict, "vi")
    hit = tag(
        "rect",
        x=at.rows - 8,
        y=row.y,
        width=WIDTH - MARGIN - at.rows + 8,
        height=row.height,
        fill="none",
        class_="vk-hit",
    )
    css = f"vk-port vk-v-{mark.css}" if row.links else "vk-port-alone"
    parts = [
        hit,
        tag("circle", cx=at.rows, cy=row.middle, r=4.5, class_=css),
        lines_text(row.name, at.name, y, STEP),
    ]
    if row.value:
        parts.append(lines_text(row.value, at.value_right, y, STEP, text_anchor="end"))
    if row.verdict:
        parts.append(lines_text(row.verdict, at.verdict, y, STEP, class_=f"vk-mark vk-v-{mark.css}"))
    if row.computed:
        css = f"vk-small vk-v-{verdict(row.target.computed, 'vi').css}"
        parts.append(lines_text(row.computed, at.computed, y, STEP, class_=css))
    return joined(*parts)


def _row(row: Row, number_of_row: int, layout: MapLayout, number_of: dict[str, int], language: str) -> Markup:
    t = row.target
    counted = say("n_programmes", language, len(row.links)) if row.links else say("orphan", language)
    again = f"{say('computed', language)}: {verdict(t.computed, language).words(language)}" if t.computed else ""
    words = [t.name, t.value, verdict(t.verdict, language).words(language), again, counted]
    echo = _use(*(f"ml{i}" for i in row.links), *(f"mc{number_of[layout.links[i].programme]}" for i in row.links))
    title = " – ".join(w for w in words if w)
    return _node(f"t-{t.key}", t.href, title, _row_face(row, layout), f"mr{number_of_row}", echo)


def _curve(i: int, layout: MapLayout) -> Markup:
    start, end = layout.ends[i]
    x0, x1 = MARGIN + CARD, layout.columns.rows
    bend = (x1 - x0) * 0.5
    d = f"M{x0:.0f} {start:.0f}c{bend:.0f} 0 {bend:.0f} {end - start:.0f} {x1 - x0:.0f} {end - start:.0f}"
    return tag("path", id=f"ml{i}", d=d, class_=f"vk-l-{layout.links[i].mode}")


# --- the picture --------------------------------------------------------------------------------------------------


def _spare_heading(layout: MapLayout, language: str) -> Markup:
    if not layout.spare:
        return Markup("")
    words = f"{say('orphan_programmes', language)} ({len(layout.spare)})"
    return tag("text", words, x=MARGIN, y=layout.spare[0].y - 12, class_="vk-group")


def _body(layout: MapLayout, language: str) -> Markup:
    number_of = {r.target.key: i for i, r in enumerate(layout.rows)}
    curves = (_curve(i, layout) for i in range(len(layout.links)))
    edges = "".join(f"M{number(layout.columns.rows - 8)} {number(r.y)}H{number(WIDTH - MARGIN)}" for r in layout.rows)
    lines = tag("path", d=edges, fill="none", class_="vk-lines") if edges else Markup("")
    links = tag("g", tag("g", *curves, fill="none"), class_="vk-dim vk-links", aria_hidden="true")
    cards = (_card(c, i, layout, number_of, language) for i, c in enumerate((*layout.cards, *layout.spare)))
    headings = (_heading(h, layout.columns.rows - 8) for h in layout.headings)
    card_of = {c.programme.key: i for i, c in enumerate(layout.cards)}
    rows = (_row(r, i, layout, card_of, language) for i, r in enumerate(layout.rows))
    return joined(lines, links, *headings, *cards, *rows, _spare_heading(layout, language))


def programme_target_map(data: MapData, language: str, *, standalone: bool = False) -> Markup:
    """The map as SVG in a region that scrolls; with `standalone`, as an SVG file that carries its style and title.

    Empty data gives a sentence: a paragraph of HTML, or a file that says so. Addresses in a file should be absolute.
    Raises KeyError for a language other than vi and en.
    """
    title = clean(data.title) or say("map", language)
    if not data.programmes and not data.targets:
        return empty(say("no_map", language), title, language, standalone)
    top = 96.0 if standalone else 62.0
    layout = lay_out(data, language, top)
    counts = _counts(data, layout, language)
    inside = [tag("title", f"{title}: {counts}")]
    if standalone:
        inside += [style_element(), paper(WIDTH, layout.bottom + 20)]
        inside.append(tag("text", f"{title}: {counts}", x=MARGIN, y=24, class_="vk-group"))
    inside += [
        _legend(layout, language, top - 42),
        _column_heads(layout, language, top - 16),
        _body(layout, language),
    ]
    picture = svg(inside, WIDTH, layout.bottom + 20, "vk-chart vk-map", language, standalone)
    return picture if standalone else scrolled(title, picture)
