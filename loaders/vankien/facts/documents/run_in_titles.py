"""Titles with their text run in: labelled paragraphs that carry on the numbers of the headings above them.

2. Phát triển nghề rừng                         a heading
3. Mở chợ quê. Các xã cùng làm ...              carries on its number
4. Nâng cấp đường đến chợ ...                   and so does this
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.model import Heading, Outline, Paragraph
from vankien.vietnamese import parse_roman

_LABEL_KINDS = (
    ("dotted", re.compile(r"\d{1,2}(?:\.\d{1,2})+")),
    ("arabic", re.compile(r"\d{1,2}")),
    ("roman", re.compile(r"[IVXL]+")),
    ("alpha", re.compile(r"[a-zđ]")),
)


def label_kind(label: str) -> str:
    """The kind of a printed label: ``dotted`` (with its depth), ``arabic``, ``roman``, ``alpha`` or empty."""
    for kind, pattern in _LABEL_KINDS:
        if pattern.fullmatch(label):
            return f"{kind}{label.count('.')}" if kind == "dotted" else kind
    return ""


def _is_pseudo_title(paragraph: Paragraph) -> bool:
    """A labelled line that ends like a title, though it was read as a paragraph."""
    text = paragraph.passage.text
    return (
        paragraph.context.where == "prose"
        and bool(label_kind(paragraph.context.item))
        and len(text) < 320
        and text[:1].isupper()
        and not re.search(r"[.;:,!?…]$", text)
        and not re.search(r"\. [A-ZĐ]", text)
    )


_ALPHABET = "abcdđefghiklmnopqrstuvxyz"


def follows(label: str, before: str) -> bool:
    """Is a label the next one after another of its kind?

    >>> follows("1.3", "1.2"), follows("đ", "d"), follows("e", "đ"), follows("5", "3"), follows("IV", "III")
    (True, True, True, False, True)
    """
    if label_kind(label) != label_kind(before) or not label_kind(label):
        return False
    if label_kind(label) == "alpha":
        between = "".join(sorted((before, label), key=_ALPHABET.find))
        return between == before + label and 0 < _ALPHABET.find(label) - _ALPHABET.find(before) <= 2
    if label_kind(label) == "roman":
        return (parse_roman(label) or 0) == (parse_roman(before) or 0) + 1
    head, _, last = label.rpartition(".")
    head_before, _, last_before = before.rpartition(".")
    return head == head_before and int(last) == int(last_before) + 1


def run_in_titles(outline: Outline) -> Iterator[Paragraph]:
    """Labelled paragraphs that are titles, or that open with one: those that end like a title, and those that carry on the
    numbers of the headings above them or of such a paragraph before. An item in brackets, ``(4)``, carries on none."""
    last: dict[tuple[Heading, ...], str] = {}
    for paragraph in outline.paragraphs:
        context = paragraph.context
        if context.where != "prose":
            continue
        before = [h.label for h in context.headings] + [last[h] for h in (context.headings,) if h in last]
        goes_on = not in_brackets(outline, paragraph) and any(follows(context.item, b) for b in before)
        if goes_on:
            last[context.headings] = context.item
        if goes_on or _is_pseudo_title(paragraph):
            yield paragraph


def in_brackets(outline: Outline, paragraph: Paragraph) -> bool:
    """Is the label of a paragraph printed in brackets: ``(4)``?"""
    return outline.report.lines[paragraph.passage.first_line - 1].text.lstrip(" *_").startswith("(")


def pseudo_depth(label: str, above: tuple[Heading, ...], *, in_brackets: bool) -> int:
    """How deep a title without the print of one stands; ``(2)`` below ``2.`` is no heading of its rank."""
    kind = label_kind(label)
    for heading in () if in_brackets else above:
        if label_kind(heading.label) == kind:
            return heading.depth
    if kind.startswith("dotted"):
        parent = label.rsplit(".", 1)[0]
        for heading in above:
            if heading.label == parent:
                return heading.depth + 1
    return above[-1].depth + 1 if above else 0
