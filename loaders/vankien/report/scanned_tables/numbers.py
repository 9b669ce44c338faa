"""The number that opens a row of a scanned table, also one that was read as letters or torn, off the label behind it."""

from __future__ import annotations

import re

from vankien.model import Passage
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.row_cues import GROUP
from vankien.report.scanned_tables.rows import reworded

_DASHED = re.compile(r"(\d{1,2})\s*[-–]?\s*(?=[^\W\d_])")
_BARRED = re.compile(r"\W{0,3}\d{1,2} ?[-–]\|")
"""The number of a row whose ruling was read as a dash and a bar (``1 -| Tổng diện tích``): no dash of a part."""
_MANGLED_GROUP = re.compile(r"\W{0,3}([1-9lI]?[lI0O1]|[lI]\d|\d \d)\s?[|)]\s")
_LETTERED_GROUP = re.compile(r"([1-9][lIO]|[lI][1-9])\s(?=[^\W\d_])")
"""The number of a row with a letter for one of its digits and no ruling behind it: ``1I Số bác sĩ``."""
_MISREAD_NUMBER = re.compile(r"[AB]\s(?=[A-Z][^\W\d_A-Z])")
"""The number of a row read as a letter (``A Tỷ lệ`` for ``4 | Tỷ lệ``)."""
_LETTERED_ROW = re.compile(r"([a-h])\s\|\s?(?=[^\W\d_])")
"""The letter of a part below a numbered row (``a | Ngân sách trung ương``)."""
_AS_DIGITS = str.maketrans("lIO", "110")


def cut_number(part: Passage, line: BodyLine) -> tuple[Passage, Passage | None]:
    """The number of a group off the start of a label, also one that was read as letters or torn ("l1 |", "1 3 |")."""
    mangled = _MANGLED_GROUP.match(line.printed) or _LETTERED_GROUP.match(line.printed)
    rest = part.text.split(maxsplit=2 if mangled and " " in mangled[1] else 1)
    if mangled and len(rest) > 1 and not part.text[: len(mangled[1])].isdigit():
        number = re.sub(r"\s", "", mangled[1]).translate(_AS_DIGITS)
        at = part.text.rindex(rest[-1])
        cut = part.part(at + len(rest[-1]) - len(rest[-1].lstrip("| ")), len(part.text))
        return cut, reworded(number, part)
    if _MISREAD_NUMBER.match(line.printed) and len(rest) > 1:
        return part.part(len(rest[0]), len(part.text)), None
    lettered = _LETTERED_ROW.match(line.printed)
    if lettered and part.text.startswith(lettered[1]):
        start = len(part.text) - len(part.text[1:].lstrip("| "))
        return part.part(start, len(part.text)), part.part(0, 1)
    group = (_DASHED if _BARRED.match(line.printed) else GROUP).match(part.text)
    return (part.part(group.end(), len(part.text)), part.part(*group.span(1))) if group else (part, None)
