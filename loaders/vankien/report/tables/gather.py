"""Dumps that put every cell on a line of its own: the values of a row are gathered into one line.

2
Thu ngân sách trên địa bàn
Tỷ đồng
2.350
2.600
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.values import Tokens, is_unit
from vankien.report.tables.wraps import is_values
from vankien.vietnamese import fold

_PART = re.compile(r"[-–+*•] ?(?=[^\d\s])|trong do\b|rieng\b")
"""How the label of a part of a row begins (folded)."""
_MAX_PART = 4
DASHES = ("-", "–")
"""A cell that says that there is no unit."""
ENDS = "phu luc|phu bieu|bieu so|ghi chu|noi nhan"
"""How what follows a table begins (folded), as alternatives of a regular expression."""
_ENDS = re.compile(rf"(?:{ENDS})\b|\(\*+\)\s*[^\W\d_]")


def after_numbers(lines: Sequence[BodyLine], at: int) -> int:
    """The index behind a row that numbers the columns one a line (1, 2, 3 ...); `at` itself if there is none."""
    end = at
    while end < len(lines) and lines[end].text.strip("()") == str(end - at + 1):
        end += 1
    return end if end - at >= 3 else at


def has_one_cell_a_line(lines: Sequence[BodyLine], header: frozenset[str], tokens: Tokens) -> bool:
    """True if units stand on lines of their own with their values on the next, more than once.

    Words of the header (folded lines) that happen to be units ("hội") are none: the header comes again on every page.
    """
    return sum(_opens_values(lines, at, header, tokens) for at in range(len(lines))) > 1


def _opens_values(lines: Sequence[BodyLine], at: int, header: frozenset[str], tokens: Tokens) -> bool:
    text = lines[at].text
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    named = is_unit(text, tokens.units) and fold(text) not in header and not text.isdigit()
    none = text in DASHES and at > 0 and lines[at - 1].text[:1].isupper()
    return (named or none) and is_values(below, tokens)


def _opens_row(lines: Sequence[BodyLine], at: int, header: frozenset[str], tokens: Tokens) -> bool:
    """True for the label of a row without a number: its unit and values stand right below, or it is marked as a part of
    the row above and they stand a few lines below. The rows of parts leave out what is told of the whole."""
    reach = _MAX_PART if _PART.match(fold(lines[at].text)) else 1
    below = range(at + 1, min(len(lines), at + 1 + reach))
    return not is_values(lines[at].text, tokens) and any(_opens_values(lines, i, header, tokens) for i in below)


def _texts_of_group(lines: Sequence[BodyLine], at: int, header: frozenset[str], tokens: Tokens) -> range:
    """Where the last columns of a row without values stand, whose number is at `at`: between its label and its first part."""
    for i in range(at + 2, min(len(lines), at + 2 + _MAX_PART)):
        if _PART.match(fold(lines[i].text)) and _opens_row(lines, i, header, tokens):
            return range(next((k for k in range(at + 2, i) if lines[k].text[:1].isupper()), i), i)
        if lines[i].text.isdigit() or _opens_values(lines, i, header, tokens):
            break
    return range(0)


def one_cell_a_line(
    lines: Sequence[BodyLine], expected: int, header: frozenset[str], tokens: Tokens, has_text: bool = False
) -> list[BodyLine]:
    """Units and values that stand on lines of their own, joined to one line a row, as many as the header expects.

    A lone number that counts the rows on, with words below it, opens the next row, and so does the label of a part; up to
    there, the lines behind the values belong to a last column of text, if the header has one.
    """
    out: list[BodyLine] = []
    number, room, behind = 0, 0, False
    texts = range(0)
    for at, line in enumerate(lines):
        text = line.text
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        opens = text.isdigit() and int(text) == number + 1 and below[:1].isalpha()
        ends = opens or _ENDS.match(fold(text)) or (behind and _opens_row(lines, at, header, tokens))
        joins = not ends and ((room and is_values(text, tokens)) or (behind and not _opens_section(text, below)))
        if joins:
            out[-1] = BodyLine(join_passages([out[-1].passage, line.passage]), line.page, out[-1].blank_above)
            room = max(0, room - 1)
            behind = has_text and bool(number)
            continue
        if opens:
            number = int(text)
            texts = _texts_of_group(lines, at, header, tokens) if has_text else texts
        if at in texts:
            continue
        starts = _opens_values(lines, at, header, tokens)
        room, behind = (expected, False) if starts else (0, False)
        out.append(line)
    return out


def _opens_section(text: str, below: str) -> bool:
    """A letter or Roman numeral alone on its line, or the number of another row."""
    return bool(re.fullmatch(r"(?:[A-H]|[IVX]+|\d{1,3})[.)]?", text)) and below[:1].isupper()
