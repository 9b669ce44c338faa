"""Rows of a scanned table with what their rulings and commas were misread as put back, sign for sign.

``Tỷ đồng 10.500] 7.654/ 9.120} 8.335| 9.869``: a ruling beside a number is read as a bracket, a brace, a stroke or a mark of
exclamation; the comma of a number as a colon or a semicolon (``73;7``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.report.page.pages import BodyLine

_NUMBER = re.compile(r"(?<![\w/-])[<>]?\d[\d.,:;]*%?(?![\w-])")
_LEAST = 3
"""How many numbers a row has at the least."""
_OPENERS = {"]": "[", "}": "{", ")": "(", "/": "", "!": ""}
_BEHIND = re.compile(r"(?<=[\d%])(?P<sign>[\]})/!])(?=\s+(?:[<>]?\s?\d|[-–|\]}!]|$)|$)")
_BEFORE = re.compile(r"(?<!\S)[\[{](?=[<>]?\d[\d.,]*%?(?!\S))")
_COMMA = re.compile(r"(?<![\w.,:;/])(?P<whole>[<>]?\d{1,3}(?:\.\d{3})*)[;:](?P<tenths>\d{1,2})(?![\w:;/])")


def with_bars(text: str) -> str:
    """The text of a line as long as before, with a bar for each sign that a ruling between its numbers was read as; a line
    that is no row passes unchanged.

    >>> with_bars("Tỷ đồng 10.500] 7.654/ 9.120} 8.335| 9.869")
    'Tỷ đồng 10.500| 7.654| 9.120| 8.335| 9.869'
    >>> with_bars("3 | Hòa Bình 19 11 14 73;7"), with_bars("(1) 88% thôn; (2) 90% hộ (tăng 5) 30")
    ('3 | Hòa Bình 19 11 14 73,7', '(1) 88% thôn; (2) 90% hộ (tăng 5) 30')
    """
    if len(_NUMBER.findall(_BEHIND.sub(" ", text))) < _LEAST:
        return text
    out = _BEHIND.sub(lambda m: m[0] if _OPENERS[m["sign"]] and _OPENERS[m["sign"]] in text else "|", text)
    if "]" not in text and "}" not in text:
        out = _BEFORE.sub("|", out)
    return _COMMA.sub(r"\g<whole>,\g<tenths>", out)


def barred(line: BodyLine) -> BodyLine:
    """A line of a scan, its rulings and commas put back."""
    text = with_bars(line.text)
    return line if text == line.text else replace(line, passage=replace(line.passage, text=text))
