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
from vankien.report.pages import BodyLine
from vankien.report.table_values import Tokens, tail_tokens, unit_key
from vankien.vietnamese import fold


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
    is_unit = unit_key(text) in tokens.units and fold(text) not in header and not text.isdigit()
    return is_unit and _is_values(below, tokens)


def one_cell_a_line(
    lines: Sequence[BodyLine], expected: int, header: frozenset[str], tokens: Tokens, has_text: bool = False
) -> list[BodyLine]:
    """Units and values that stand on lines of their own, joined to one line a row, as many as the header expects.

    A lone number that counts the rows on, with words below it, opens the next row; up to there, the lines behind the
    values belong to a last column of text, if the header has one.
    """
    out: list[BodyLine] = []
    number, room, behind = 0, 0, False
    for at, line in enumerate(lines):
        text = line.text
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        opens = text.isdigit() and int(text) == number + 1 and below[:1].isalpha()
        joins = not opens and ((room and _is_values(text, tokens)) or (behind and not _opens_section(text, below)))
        if joins:
            out[-1] = BodyLine(join_passages([out[-1].passage, line.passage]), line.page, out[-1].blank_above)
            room = max(0, room - 1)
            behind = has_text and bool(number)
            continue
        if opens:
            number = int(text)
        starts = _opens_values(lines, at, header, tokens)
        room, behind = (expected, False) if starts else (0, False)
        out.append(line)
    return out


def _opens_section(text: str, below: str) -> bool:
    """A letter or Roman numeral alone on its line, or the number of another row."""
    return bool(re.fullmatch(r"(?:[A-H]|[IVX]+|\d{1,3})[.)]?", text)) and below[:1].isupper()


def _is_values(text: str, tokens: Tokens) -> bool:
    found = tail_tokens(text, tokens)
    return bool(found) and found[0].start == 0
