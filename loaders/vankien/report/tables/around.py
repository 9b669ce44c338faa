"""Rows whose cells stand in the middle or at the bottom of their height: the label begins above the line of its values.

     Tỷ lệ dân số nông thôn
4    được sử dụng nước sạch       %       71,5     80
     đáp ứng quy chuẩn
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vankien.model import Passage
from vankien.report.tables.segments import Segment
from vankien.vietnamese import is_upper

MIDDLE = re.compile(r"[a-zà-ỹđ(,;]")
"""How the line of a label begins that goes on from the line above."""


class Line(NamedTuple):
    """A line of a table's body: the number of its row, the piece of its label, its other cells."""

    number: Passage | None
    label: Segment | None
    values: tuple[Segment, ...]


def _is_row(line: Line) -> bool:
    """Does a line hold values? Half a range (``1.240 -``) is the upper part of a wrapped cell."""
    return any(re.search(r"\d", s.text) and not s.text.endswith(("-", "–")) for s in line.values)


def _goes_on(line: Line) -> bool:
    """Does the line of a numbered row hold no label or the middle of one? Then its first words stand above."""
    return line.number is not None and (line.label is None or MIDDLE.match(line.label.text) is not None)


def _opens_range(line: Line) -> bool:
    """The upper half of a wrapped range alone (``1.240 -``)."""
    return line.number is None and line.label is None and any(s.text.endswith((" -", " –")) for s in line.values)


def _is_part(line: Line) -> bool:
    """Parts of wrapped cells: of the label, of a unit, of a range."""
    return line.number is None and not _is_row(line)


def lines_around(lines: Sequence[Line]) -> dict[int, int]:
    """The lines that hold only a part of a label, with the line of the row that each belongs to; empty where rows begin in
    their first line, as they mostly do.

    In: the lines of the body. Rows show where they begin: the label beside a number starts with a small letter, or none
    stands there. What stands between two rows belongs to the upper one up to the line that begins the next label; where
    capitals begin several lines, as much stands below a row's values as above.
    """
    rows = [i for i, line in enumerate(lines) if _is_row(line)]
    if not any(_goes_on(lines[i]) or (i and _opens_range(lines[i - 1])) for i in rows) or _tops(lines) > sum(
        _goes_on(lines[i]) for i in rows
    ):
        return {}
    out: dict[int, int] = {}
    above = _between(lines, -1, rows[0]) if _goes_on(lines[rows[0]]) else []
    out |= dict.fromkeys(above, rows[0])
    for upper, lower in pairwise([*rows, len(lines)]):
        gap = _between(lines, upper, lower)
        begins = lower < len(lines) and (_goes_on(lines[lower]) or bool(gap and _opens_range(lines[gap[-1]])))
        cut = _cut(lines, gap, len(above)) if begins else len(gap)
        own = gap[:cut] if upper + len(gap) + 1 >= lower or not begins else _straight(lines, upper)
        out |= dict.fromkeys(own, upper)
        above = gap[cut:] if begins else []
        out |= dict.fromkeys(above, lower)
    return out


def _tops(lines: Sequence[Line]) -> int:
    """How many numbered rows begin with their label and have their values further below."""
    return sum(
        line.number is not None and not line.values and _is_row(below) and below.number is None
        for line, below in pairwise(lines)
    )


def _straight(lines: Sequence[Line], at: int) -> list[int]:
    """The lines of a label right below the line of its values."""
    out: list[int] = []
    while at + 1 + len(out) < len(lines) and _is_part(lines[at + 1 + len(out)]):
        out.append(at + 1 + len(out))
    return out


def _between(lines: Sequence[Line], upper: int, lower: int) -> list[int]:
    """The lines of labels right above a row, up to the row or the section above."""
    at = lower
    while at - 1 > upper and _is_part(lines[at - 1]) and not _is_section(lines[at - 1]):
        at -= 1
    return list(range(at, min(lower, len(lines))))


def _is_section(line: Line) -> bool:
    return line.label is not None and is_upper(line.label.text) and len(line.label.text) > 4


def _cut(lines: Sequence[Line], gap: Sequence[int], above: int) -> int:
    """How many of the lines between two rows belong to the upper one, which has so many above its values."""
    if gap and _opens_range(lines[gap[-1]]) and not lines[gap[-1]].label:
        return len(gap) - 1
    starts = [k for k, i in enumerate(gap) if (label := lines[i].label) and not MIDDLE.match(label.text)]
    if above in starts:
        return above
    return starts[0] if starts else 0
