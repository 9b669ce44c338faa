"""Paragraphs → sentences. A list item with semicolons stays one sentence: its parts share a head or a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.model import Paragraph, Passage, Sentence
from vankien.vietnamese import UPPER

_END = re.compile(
    rf"(?<=[.!?…])[”\"’)]*\s+(?:[-–+•]\s(?=[{UPPER}]))?(?=[“\"‘(]?[{UPPER}0-9])|(?<=[^\W\d_])\.(?=[{UPPER}][a-zà-ỹđ])"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“])(?<!quý\s)(?:TP|Tp|TX|Tx|TT|P|Q|H|Ths?|TS|GS|PGS|BS|Đ/c|đ/c|st|tr|Tr|v\.v|T\.Ư|TƯ|No|[A-ZĐ])\.$"
)


def split_offsets(text: str) -> Iterator[tuple[int, int]]:
    """Start and end offsets of the sentences of a text.

    >>> [ "Đạt 54%. GRDP tăng 9,5%/năm. Tại TP. Nam Sơn tăng 3%."[a:b] for a, b in
    ...   split_offsets("Đạt 54%. GRDP tăng 9,5%/năm. Tại TP. Nam Sơn tăng 3%.")]
    ['Đạt 54%.', 'GRDP tăng 9,5%/năm.', 'Tại TP. Nam Sơn tăng 3%.']
    >>> ["Thu 9 tỷ đồng. - Chi 8 tỷ đồng."[a:b] for a, b in split_offsets("Thu 9 tỷ đồng. - Chi 8 tỷ đồng.")]
    ['Thu 9 tỷ đồng.', 'Chi 8 tỷ đồng.']
    """
    start = 0
    for match in _END.finditer(text):
        end = match.start() if text[match.start() : match.start() + 1] != "." else match.start() + 1
        if _ABBREVIATION.search(text[start:end]) or _inside_quotes(text, start, end):
            continue
        yield start, end
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _inside_quotes(text: str, start: int, end: int) -> bool:
    """A quotation of several sentences is not cut, unless it is long."""
    opened = text.rfind("“", start, end)
    return opened >= 0 and "”" not in text[opened:end] and 0 < text.find("”", end) - opened < 300


def paragraph_to_sentences(paragraph: Paragraph) -> Iterator[Sentence]:
    """The sentences of a paragraph, each with its way back to the source."""
    passage: Passage = paragraph.passage
    for start, end in split_offsets(passage.text):
        part = passage.part(start, end)
        if part.text:
            yield Sentence(part, paragraph.context, paragraph.number)
