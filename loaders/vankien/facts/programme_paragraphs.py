"""Paragraphs in which a programme speaks for itself: what they promise, it sets.

Chương trình phát triển cây quế đặt mục tiêu đến năm 2030 có 900 ha.      the name opens the paragraph
- Đề án nuôi cá lồng (phê duyệt tại Quyết định số 9): có 40 lồng ...        or the bullet
Khâu đột phá thứ nhất: ...                                                a breakthrough's number does
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.facts.programme_titles import ORDINAL_ITEM
from vankien.model import Found, Outline, Programme

_BULLETS = ("-", "+", "*", "•")
_HEADS = ("Chương trình ", "Đề án ")
_GOES_ON = re.compile(r"(?=[\s,:(]).{20}", re.DOTALL)


def opened_paragraphs(outline: Outline, names: Iterable[str]) -> dict[int, str]:
    """The paragraphs of prose that one of those names opens and that go on behind it, by their index."""
    known = sorted((n for n in names if n.startswith(_HEADS)), key=len, reverse=True)
    out: dict[int, str] = {}
    for at, paragraph in enumerate(outline.paragraphs) if known else ():
        text = paragraph.passage.text
        if paragraph.context.where != "prose" or not text.startswith(_HEADS):
            continue
        name = next((n for n in known if text.startswith(n) and _GOES_ON.match(text, len(n))), "")
        if name:
            out[at] = name
    return out


def speaking_paragraphs(outline: Outline, found: Found) -> dict[int, str]:
    """The paragraphs in which a key programme, scheme or breakthrough speaks for itself, with its name: the one that it
    opens, and the bullets below a key programme's; the one that a breakthrough opens by its number."""
    chosen = [p for p in found.of(Programme) if p.kind in ("key_program", "scheme")]
    out = opened_paragraphs(outline, (p.name for p in chosen))
    programmes = {p.evidence.line: p.name for p in chosen if p.kind == "key_program"}
    breakthroughs = {p.evidence.line: p.name for p in found.of(Programme) if p.kind == "breakthrough"}
    name = ""
    titles: tuple[str, ...] = ()
    for at, paragraph in enumerate(outline.paragraphs):
        line, text = paragraph.passage.first_line, paragraph.passage.text
        if paragraph.context.titles != titles:
            name, titles = "", paragraph.context.titles
        if paragraph.context.where != "prose" or paragraph.context.item not in _BULLETS:
            name = ""
        if line in programmes and len(text) > len(programmes[line]):
            name = programmes[line]
        opened = line in breakthroughs and ORDINAL_ITEM.match(text)
        if said := breakthroughs[line] if opened else name:
            out[at] = said
    return out
