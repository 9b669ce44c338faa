"""Has the text said, before a sentence, that it tells of a part of the year only? Shares of a plan are no verdicts then."""

from __future__ import annotations

import re

from vankien.facts.times.year_parts import EARLY_QUARTER, MONTHS, MONTHS_SPELT
from vankien.model import Outline, Sentence

_SAID = re.compile(
    rf"(?P<part>(?<![\d\w])(?<!chậm\s)(?<!vòng\s)(?<!sau\s)(?<!trước\s)(?<!kỳ\s)(?<!trên\s)(?<!dưới\s){MONTHS_SPELT}\stháng(?:\s(?:đầu\snăm|qua|năm\s20\d\d)|(?=,|\s(?:ước|đạt|tăng|giảm|thực\shiện)(?!\w)))|(?<!\w)quý\s{EARLY_QUARTER}(?:[,/]|\snăm)"
    rf"|(?<!\w)hết\s(?:tháng\s{MONTHS}(?!\d)|quý\s{EARLY_QUARTER}(?!\w))|(?<!\w)đến\s(?:hết\s)?ngày\s\d{{1,2}}\s?[/.-]\s?{MONTHS}(?!\d))"
    r"|(?<!kỳ\s)(?<!với\s)(?<!cuối\s)(?<!tháng\s)(?:(?<!\w)(?:cả\s|trong\s)?năm\s20\d\d|(?<!\w)cả\snăm|nhiệm\skỳ|giai\sđoạn\s20|\d\snăm\squa)",
    re.IGNORECASE,
)
"""The times that a report tells of; years that it only compares with (``so với cùng kỳ năm 2031``) are none."""
_BACK = 8
"""How many paragraphs back a time may stand that the text still tells of."""


def told_so_far(outline: Outline, sentence: Sentence, at: int) -> bool:
    """Is the last time named before an offset of a sentence, in its paragraph or those before it under the same heading,
    a part of a year (``Sáu tháng đầu năm, ...``)?"""
    for number in range(sentence.paragraph, max(-1, sentence.paragraph - _BACK), -1):
        if number >= len(outline.paragraphs) or outline.paragraphs[number].context.titles != sentence.context.titles:
            return False
        text = outline.paragraphs[number].passage.text
        if number == sentence.paragraph:
            begins = text.find(sentence.text)
            text = text[:begins] + sentence.text[:at] if begins >= 0 else sentence.text[:at]
        said = list(_SAID.finditer(text))
        if said:
            return said[-1]["part"] is not None
    return False
