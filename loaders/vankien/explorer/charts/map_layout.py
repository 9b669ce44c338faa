"""Where everything of the programme–target map stands: programmes left, targets right, no two texts on one place.

All lengths are in the unit of the picture (one pixel at full width).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from vankien.explorer.charts.model import MODES, MapData, MapGroup, MapLink, MapProgramme, MapTarget
from vankien.explorer.charts.text import clean, text_width, wrap
from vankien.explorer.charts.values import GAP
from vankien.explorer.charts.verdicts import contradicts, tally
from vankien.explorer.charts.words import say, verdict

WIDTH = 1240.0
MARGIN = 16.0
CARD = 268.0
NAME, SMALL, HEAD, PART = 13.5, 12.0, 14.0, 16.0
STEP = 17.0
PAD = 12.0
DIFFERS = "≠"
"""The sign of a computed verdict that contradicts the stated one."""

_PORTS = (3.0, 13.0)
"""The least and the most room between two links at a card."""


@dataclass(frozen=True, slots=True)
class Row:
    """A target: the lines of its name, value, verdict and computed verdict; ``links`` are numbers in `MapLayout.links`."""

    target: MapTarget
    name: tuple[str, ...]
    value: tuple[str, ...]
    verdict: tuple[str, ...]
    computed: tuple[str, ...]
    height: float
    y: float = 0.0
    links: tuple[int, ...] = ()

    @property
    def middle(self) -> float:
        """Where links end: the middle of the first line."""
        return self.y + STEP / 2 + 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above rows, of a group or of a part."""

    lines: tuple[str, ...]
    size: float
    height: float
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """A programme: the lines of its kind, name and tally of verdicts."""

    programme: MapProgramme
    kind: tuple[str, ...]
    name: tuple[str, ...]
    tally: tuple[tuple[str, ...], ...]
    height: float
    x: float = MARGIN
    y: float = 0.0
    links: tuple[int, ...] = ()

    @property
    def text_height(self) -> float:
        """How much of its height the texts take up."""
        return _card_text(self.kind, self.name, self.tally)


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges of targets, names and verdicts, right edge of values, and all widths; ``computed_width`` is 0 without any."""

    rows: float
    name: float
    name_width: float
    value_right: float
    value_width: float
    verdict: float
    verdict_width: float
    computed: float
    computed_width: float


@dataclass(frozen=True, slots=True)
class MapLayout:
    """The whole picture; ``ends`` has the two ends of each link, ``spare`` the cards without a link, at the bottom."""

    columns: Columns
    rows: tuple[Row, ...]
    headings: tuple[Heading, ...]
    cards: tuple[Card, ...]
    spare: tuple[Card, ...]
    links: tuple[MapLink, ...]
    ends: tuple[tuple[float, float], ...]
    bottom: float


# --- one after the other ----------------------------------------------------------------------------------------


def spread(wanted: Sequence[float], heights: Sequence[float], gap: float) -> list[float]:
    """Tops as near as possible (least squares) to the wanted middles, in the given order, at least `gap` apart.

    >>> spread([50, 50, 200], [20, 20, 20], 10)
    [25.0, 55.0, 190.0]
    """
    blocks: list[tuple[float, int]] = []
    offset, offsets = 0.0, []
    for middle, height in zip(wanted, heights, strict=True):
        offsets.append(offset)
        blocks.append((middle - height / 2 - offset, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (a, n), (b, m) = blocks[-2], blocks[-1]
            blocks[-2:] = [((a * n + b * m) / (n + m), n + m)]
        offset += height + gap
    tops = [top for top, times in blocks for _ in range(times)]
    return [top + at for top, at in zip(tops, offsets, strict=True)]


def strongest(links: Iterable[MapLink]) -> tuple[MapLink, ...]:
    """One link for each programme and target: stated goes before reported, and that before inferred."""
    best: dict[tuple[str, str], MapLink] = {}
    for link in sorted(links, key=lambda k: MODES.index(k.mode)):
        best.setdefault((link.programme, link.target), link)
    return tuple(best.values())


# --- columns and rows -------------------------------------------------------------------------------------------


def _mark_words(key: str, language: str) -> str:
    mark = verdict(key, language)
    return f"{mark.sign} {mark.words(language)}" if key else ""


def _computed_words(target: MapTarget, language: str) -> str:
    """The computed verdict, after a sign where it contradicts the stated one."""
    differs = contradicts(target.verdict, target.computed)
    return (f"{DIFFERS}{GAP}{GAP}" if differs else "") + _mark_words(target.computed, language)


def _widest(texts: Iterable[str], heading: str, size: float, bold: bool, limit: float) -> float:
    """The width of a column: of its widest text, but no more than the limit, and of its heading."""
    longest = max((text_width(t, size, bold) for t in texts), default=0.0)
    return max(min(longest, limit), text_width(heading, SMALL, bold=True)) + 2


def _columns(data: MapData, links: int, language: str) -> Columns:
    targets = data.targets
    gap = min(140.0 + links / 4, 230.0)
    again = [_computed_words(t, language) for t in targets]
    computed_width = _widest(again, say("computed", language), SMALL, False, 120) if any(again) else 0.0
    marks = (_mark_words(t.verdict, language) for t in targets)
    verdict_width = _widest(marks, say("verdict", language), NAME, True, 130)
    value_width = _widest((t.value for t in targets), say("value", language), NAME, False, 132)
    rows = MARGIN + CARD + gap
    name = rows + 16
    computed = WIDTH - MARGIN - computed_width
    at = computed - verdict_width - (16 if computed_width else 0)
    width = at - 16 - value_width - 16 - name
    return Columns(rows, name, width, at - 16, value_width, at, verdict_width, computed, computed_width)


def _to_row(target: MapTarget, at: Columns, language: str) -> Row:
    name = wrap(target.name, at.name_width, NAME) or (target.key,)
    value = wrap(target.value, at.value_width, NAME)
    stated = wrap(_mark_words(target.verdict, language), at.verdict_width, NAME, bold=True)
    computed = wrap(_computed_words(target, language), at.computed_width, SMALL)
    height = STEP * max(map(len, (name, value, stated, computed))) + 6
    return Row(target, name, value, stated, computed, height)


def _stacked(groups: Sequence[MapGroup], at: Columns, language: str) -> tuple[list[Row], list[Heading], float]:
    rows: list[Row] = []
    headings: list[Heading] = []
    y, part = 0.0, ""
    for group in groups:
        titles = [(group.part, PART)] if group.part and group.part != part else []
        part = group.part
        for words, size in [*titles, (group.name, HEAD)]:
            lines = wrap(words, WIDTH - MARGIN - at.rows, size, bold=True)
            if lines:
                y += 10 if y else 0
                headings.append(Heading(lines, size, len(lines) * (size + 5) + 3, y))
                y += headings[-1].height
        for target in group.targets:
            row = _to_row(target, at, language)
            rows.append(replace(row, y=y))
            y += row.height
    return rows, headings, y


# --- cards --------------------------------------------------------------------------------------------------------


def _card_text(kind: Sequence[str], name: Sequence[str], counts: Sequence[Sequence[str]]) -> float:
    return len(kind) * 15.0 + len(name) * 18.0 + len(counts) * 17.0


def _flowed(items: Sequence[str], room: float, size: float) -> tuple[tuple[str, ...], ...]:
    """Short texts in lines, with a space of two letters between them."""
    lines: list[list[str]] = []
    used = room
    for item in items:
        width = text_width(item, size) + 14
        if used + width > room + 14:
            lines.append([])
            used = 0
        lines[-1].append(item)
        used += width
    return tuple(map(tuple, lines))


def _to_card(programme: MapProgramme, served: Sequence[MapTarget], language: str) -> Card:
    room = CARD - 2 * PAD
    count = say("n_targets", language, len(served)) if served else say("orphan_programme", language)
    kind = wrap(" · ".join(w for w in (clean(programme.kind), count) if w), room, SMALL)
    name = wrap(programme.name, room, HEAD, bold=True) or (programme.key,)
    counts = _flowed(tally((t.verdict for t in served), language), room, SMALL)
    return Card(programme, kind, name, counts, _card_text(kind, name, counts) + 2 * PAD - 6)


def _placed_cards(cards: Sequence[Card], rows: dict[str, Row], links: Sequence[MapLink], height: float) -> list[Card]:
    """Cards at the mean height of their targets, as tall as their links need, pushed apart."""
    total = sum(len(c.links) for c in cards)
    free = height - sum(c.height for c in cards) - 14 * len(cards)
    step = min(max(free / max(total, 1) + 4, _PORTS[0]), _PORTS[1])
    tall = [replace(c, height=max(c.height, len(c.links) * step + PAD)) for c in cards]
    middles = [fmean(rows[links[i].target].middle for i in c.links) for c in tall]
    order = sorted(range(len(tall)), key=lambda i: (middles[i], i))
    tops = spread([middles[i] for i in order], [tall[i].height for i in order], 12)
    return [replace(tall[i], y=top) for i, top in zip(order, tops, strict=True)]


def _fit(cards: list[Card], height: float) -> list[Card]:
    """Cards pushed back inside the height, from below and then from above."""
    limit = height
    for i in range(len(cards) - 1, -1, -1):
        cards[i] = replace(cards[i], y=min(cards[i].y, limit - cards[i].height))
        limit = cards[i].y - 12
    least = 0.0
    for i, card in enumerate(cards):
        cards[i] = replace(card, y=max(card.y, least))
        least = cards[i].y + card.height + 12
    return cards


def _spare(cards: Sequence[Card], y: float) -> tuple[list[Card], float]:
    """Cards without a link, in rows of four; and where they end."""
    across = int((WIDTH - 2 * MARGIN + 20) // (CARD + 20))
    step = (WIDTH - 2 * MARGIN - CARD) / (across - 1)
    placed: list[Card] = []
    for first in range(0, len(cards), across):
        row = cards[first : first + across]
        tallest = max(c.height for c in row)
        placed += [replace(c, x=MARGIN + i * step, y=y, height=tallest) for i, c in enumerate(row)]
        y += tallest + 12
    return placed, y


def _ends(cards: Sequence[Card], rows: dict[str, Row], links: Sequence[MapLink]) -> list[tuple[float, float]]:
    """The height at which each link leaves its card and reaches its row; links of a card do not cross there."""
    ends = [(0.0, 0.0)] * len(links)
    for card in cards:
        ordered = sorted(card.links, key=lambda i: (rows[links[i].target].middle, i))
        step = (card.height - PAD) / max(len(ordered), 1)
        for place, i in enumerate(ordered):
            ends[i] = (card.y + PAD / 2 + (place + 0.5) * step, rows[links[i].target].middle)
    return ends


def lay_out(data: MapData, language: str, top: float) -> MapLayout:
    """Place the targets in printed order and the programmes beside them, from `top` down."""
    links = strongest(data.links)
    at = _columns(data, len(links), language)
    stacked, headings, height = _stacked(data.groups, at, language)
    by_target = {t.key: t for t in data.targets}
    of_programme: dict[str, list[int]] = {p.key: [] for p in data.programmes}
    of_target: dict[str, list[int]] = {t.key: [] for t in data.targets}
    for i, link in enumerate(links):
        of_programme[link.programme].append(i)
        of_target[link.target].append(i)
    rows = {r.target.key: replace(r, links=tuple(of_target[r.target.key])) for r in stacked}
    made = [
        replace(
            _to_card(p, [by_target[links[i].target] for i in of_programme[p.key]], language),
            links=tuple(of_programme[p.key]),
        )
        for p in data.programmes
    ]
    cards = _fit(_placed_cards([c for c in made if c.links], rows, links, height), height)
    bottom = max([height, *(c.y + c.height for c in cards)])
    shift = top + (bottom - height) / 2 if rows else top
    rows = {k: replace(r, y=r.y + shift) for k, r in rows.items()}
    cards = [replace(c, y=c.y + top) for c in cards]
    alone, end = _spare([c for c in made if not c.links], top + bottom + 40)
    return MapLayout(
        at,
        tuple(rows.values()),
        tuple(replace(h, y=h.y + shift) for h in headings),
        tuple(cards),
        tuple(alone),
        links,
        tuple(_ends(cards, rows, links)),
        end if alone else top + bottom,
    )
