"""A line of Markdown → its text: marks of stress and headings, escapes, line breaks and entities taken off."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from vankien.model import Passage

_MARKUP = re.compile(r"\*{1,3}|(?<![\w])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w])|\\(?=[-*_.()\[\]#+!<>])|</?[biu]>")
_BLANK = re.compile(r"<br\s*/?>|&nbsp;", re.IGNORECASE)
"""Marks that part words: a line break inside a cell, a blank that does not break."""


def clean_markup(passage: Passage) -> tuple[Passage, int]:
    """A Markdown line without its markup (also inside words), and its heading depth (0 = body text; 7 = bold line).

    >>> from vankien.model import Piece
    >>> text = "## **I. MỤC** *TIÊU*"
    >>> passage, depth = clean_markup(Passage(text, (Piece(0, 1, 0),)))
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
    passage = _with_blanks(passage)
    spans = [m.span() for m in _MARKUP.finditer(passage.text) if not (bullet and m.start() == 0)]
    cleaned = _without_entities(passage.without(spans) if spans else passage)
    return cleaned.part(0, len(cleaned.text)), marked


def _with_blanks(passage: Passage) -> Passage:
    """The passage with one blank where marks part words (``TỈNH SƠN BÌNH<br>**KHÓA X**``)."""
    found = [m.span() for m in _BLANK.finditer(passage.text)]
    text = list(passage.text)
    for start, _ in found:
        text[start] = " "
    whole = replace(passage, text="".join(text))
    return whole.without([(start + 1, end) for start, end in found]) if found else passage


_ENTITY = re.compile(r"&(?:lt|gt|le|ge|amp|quot|percnt);")


def _without_entities(passage: Passage) -> Passage:
    """The passage with the signs that Markdown writes as entities (``&lt;13``)."""
    found = list(_ENTITY.finditer(passage.text))
    text = list(passage.text)
    for match in found:
        text[match.start()] = unescape(match.group())
    whole = replace(passage, text="".join(text))
    return whole.without([(m.start() + 1, m.end()) for m in found]) if found else passage
