"""Paragraphs in which a programme speaks for itself: what they promise, it sets.

Chương trình phát triển cây quế đặt mục tiêu đến năm 2030 có 900 ha.      the name opens the paragraph
- Đề án nuôi cá lồng (phê duyệt tại Quyết định số 9): có 40 lồng ...        or the bullet
Khâu đột phá thứ nhất: ...                                                a breakthrough's number does
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from vankien.model import Outline, Programme

BULLETS = ("-", "+", "*", "•")
_HEADS = ("Chương trình ", "Đề án ")
_GOES_ON = re.compile(r"(?=[\s,:(]).{20}", re.DOTALL)


def alone_in_line(programmes: Iterable[Programme]) -> dict[int, str]:
    """The programmes that no other one stands beside, by their line: a paragraph that lists several is none's own."""
    chosen = tuple(programmes)
    named = Counter(p.evidence.line for p in chosen)
    return {p.evidence.line: p.name for p in chosen if named[p.evidence.line] == 1}


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
