"""Markdown lines → their text: marks of emphasis, headings, quotations and entities taken off."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from vankien.model import Passage

_MARKUP = re.compile(
    r"\*{1,3}|(?<![\w])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w])|\\(?=[-*_.()\[\]#+!])|<br\s*/?>|</?[biu]>|&nbsp;"
)


def clean_markup(passage: Passage) -> tuple[Passage, int]:
    """A Markdown line without its markup (also inside words), and its heading depth (0 = body text; 7 = bold line).

    >>> from vankien.model import Piece
    >>> passage, depth = clean_markup(Passage("## **I. MỤC** *TIÊU*", (Piece(0, 1, 0),)))
    >>> passage.text, depth
    ('I. MỤC TIÊU', 2)
    """
    marked = 0
    heading = re.match(r"(#{1,6})\s+", passage.text)
    if heading:
        marked = len(heading.group(1))
        passage = passage.part(heading.end(), len(passage.text))
    elif re.fullmatch(r"\*\*(?:(?!\*\*).)+\*\*[.:]?", passage.text):
        marked = 7
    quote = re.match(r"(?:>(?!\s?\d)\s?)+", passage.text)  # "> 94" in a cell is a comparator
    if quote:
        passage = passage.part(quote.end(), len(passage.text))
    if re.fullmatch(r"\*|[*\-_\s]{3,}", passage.text):
        return passage, marked
    bullet = re.match(r"\*\s+", passage.text)
    spans = [m.span() for m in _MARKUP.finditer(passage.text) if not (bullet and m.start() == 0)]
    cleaned = _without_entities(passage.without(spans) if spans else passage)
    return cleaned.part(0, len(cleaned.text)), marked


_ENTITY = re.compile(r"&(?:lt|gt|le|ge|amp|quot|percnt);")


def _without_entities(passage: Passage) -> Passage:
    """The passage with the signs that Markdown writes as entities (``&lt;13``)."""
    found = list(_ENTITY.finditer(passage.text))
    text = list(passage.text)
    for match in found:
        text[match.start()] = unescape(match.group())
    whole = replace(passage, text="".join(text))
    return whole.without([(m.start() + 1, m.end()) for m in found]) if found else passage
