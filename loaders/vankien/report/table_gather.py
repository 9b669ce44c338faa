"""Dumps that put every cell on a line of its own: the values of a row are gathered into one line.

2
Thu ngân sách trên địa bàn
Tỷ đồng
2.350
2.600
"""

from __future__ import annotations

from collections.abc import Sequence

from vankien.report.join import join_passages
from vankien.report.pages import BodyLine
from vankien.report.table_values import Tokens, tail_tokens
from vankien.vietnamese import fold


def after_numbers(lines: Sequence[BodyLine], at: int) -> int:
    """The index behind a row that numbers the columns one a line (1, 2, 3 ...); `at` itself if there is none."""
    end = at
    while end < len(lines) and lines[end].text.strip("()") == str(end - at + 1):
        end += 1
    return end if end - at >= 3 else at


def one_cell_a_line(lines: Sequence[BodyLine], expected: int, tokens: Tokens) -> list[BodyLine]:
    """Units and values that stand on lines of their own, joined to one line a row, as many as the header expects.

    A lone number that counts the rows on, with words below it, opens the next row.
    """
    out: list[BodyLine] = []
    number, room = 0, 0
    for at, line in enumerate(lines):
        text = line.text
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        if text.isdigit() and int(text) == number + 1 and below[:1].isalpha():
            number, room = int(text), 0
        elif room and _is_values(text, tokens):
            out[-1] = BodyLine(join_passages([out[-1].passage, line.passage]), line.page, out[-1].blank_above)
            room -= 1
            continue
        elif fold(text) in tokens.units and _is_values(below, tokens) and not text.isdigit():
            room = expected
        else:
            room = 0
        out.append(line)
    return out


def _is_values(text: str, tokens: Tokens) -> bool:
    found = tail_tokens(text, tokens)
    return bool(found) and found[0].start == 0
