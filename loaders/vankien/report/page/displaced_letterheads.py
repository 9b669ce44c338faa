"""The letterhead that the text layer of a PDF prints at the foot of the first page.

A letterhead of two columns is a table, and some tools write a page's tables behind its text and its notes: the document
then begins with its genre, and the body that issues it, the motto, the number and the date stand between two pages.
"""

from __future__ import annotations

import re

from vankien.report.page.mottos import is_motto
from vankien.report.page.pages import BodyLine
from vankien.vietnamese import is_upper

_REACH = 150
_HEAD = 12
_ABOVE = 3
_NUMBERED = re.compile(
    r"\W*Số\s*:?\s*[\d….]{0,6}\s*[-/]\s*[A-ZĐ]|.{0,60},\s*ngày\s.{1,12}\stháng\s.{1,8}\snăm\s20\d\d\W*$"
)
_SHORT = 80


def _belongs(text: str) -> bool:
    return len(text) < _SHORT and (is_motto(text) or is_upper(text) or _NUMBERED.match(text) is not None)


def take_displaced(body: tuple[BodyLine, ...]) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """The lines of a letterhead that stand behind the first page's text, and the body without them.

    Only where the document begins without them, and where text goes on behind them: a genre in capitals there is that of
    another document."""
    near = [b.text for b in body[:_REACH]]
    at = next((i for i, text in enumerate(near) if is_motto(text)), None)
    if at is None or at < _HEAD or any(_NUMBERED.match(text) for text in near[:_HEAD]):
        return (), body
    start, end = at, at + 1
    while start > at - _ABOVE and is_upper(near[start - 1]) and len(near[start - 1]) > _ABOVE:
        start -= 1
    while end < len(near) and _belongs(near[end]) and not (is_upper(near[end]) and not is_motto(near[end])):
        end += 1
    if end < len(near) and is_upper(near[end]):
        return (), body
    return body[start:end], body[:start] + body[end:]
