"""A line of Markdown → its text: marks of stress and headings, escapes, line breaks and entities taken off."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from vankien.model import Passage

_MARKUP = re.compile(r"\*{1,3}|(?<![\w])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w])|\\(?=[-*_.()\[\]#+!<>])|</?[biu]>")
_TAG = re.compile(
    r"(?P<blank><br\s*/?>|&nbsp;)|<sup>\s*[\[(]?(?P<note>\d{1,3})[\])]?\s*</sup>|(?P<other></?su[bp]>)",
    re.IGNORECASE,
)
"""What parts words (a line break inside a cell, a blank that does not break), raised numbers, raised or lowered text."""
_NOTE_LINK = re.compile(r"\[\s?\\?\[?\^?(?P<note>\d{1,3})\^?\\?\]?\s?\]\(#[^()\s]{0,60}\)")
"""The sign of a note as a converter writes it, in the text and at the note: ``[\\[3\\]](#_ftn3)``."""
_LINK = re.compile(
    r"(?<![!\\])\[(?P<text>[^\[\]]{1,300})\]\((?:https?:|#|/|mailto:)[^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)"
)
_POWER = re.compile(r"(?:^|[\s\d.,(/])(?:km|hm|dam|dm|cm|mm|m)$")


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
    passage = _without_links(_without_tags(passage))
    spans = [m.span() for m in _MARKUP.finditer(passage.text) if not (bullet and m.start() == 0)]
    cleaned = _without_entities(passage.without(spans) if spans else passage)
    return cleaned.part(0, len(cleaned.text)), marked


def _without_tags(passage: Passage) -> Passage:
    """The passage with a blank where tags part words (``TỈNH SƠN BÌNH<br>**KHÓA X**``), and with the sign of a note where
    a number is raised (``62 xã<sup>1</sup>`` → ``62 xã[^1]``), unless it is a power (``m<sup>2</sup>``)."""
    text, cut = list(passage.text), []
    for match in _TAG.finditer(passage.text):
        instead = " " if match["blank"] else ""
        if match["note"]:
            is_power = match["note"] in "23" and _POWER.search(passage.text, 0, match.start())
            instead = match["note"] if is_power else f"[^{match['note']}]"
        text[match.start() : match.start() + len(instead)] = instead
        cut.append((match.start() + len(instead), match.end()))
    return replace(passage, text="".join(text)).without(cut) if cut else passage


def _without_links(passage: Passage) -> Passage:
    """The passage with the signs of notes for links to notes (``62 xã[\\[1\\]](#_ftn1)`` → ``62 xã[^1]``), and the words of
    other links for these."""
    text, cut, notes = list(passage.text), [], list(_NOTE_LINK.finditer(passage.text))
    for match in notes:
        sign = f"[^{match['note']}]"
        text[match.start() : match.start() + len(sign)] = sign
        cut.append((match.start() + len(sign), match.end()))
    taken = {m.span() for m in notes}
    for match in _LINK.finditer(passage.text):
        if match.span() not in taken:
            cut += [(match.start(), match.start("text")), (match.end("text"), match.end())]
    return replace(passage, text="".join(text)).without(sorted(cut)) if cut else passage


_ENTITY = re.compile(r"&(?:lt|gt|le|ge|amp|quot|percnt);")


def _without_entities(passage: Passage) -> Passage:
    """The passage with the signs that Markdown writes as entities (``&lt;13``)."""
    found = list(_ENTITY.finditer(passage.text))
    text = list(passage.text)
    for match in found:
        text[match.start()] = unescape(match.group())
    whole = replace(passage, text="".join(text))
    return whole.without([(m.start() + 1, m.end()) for m in found]) if found else passage
