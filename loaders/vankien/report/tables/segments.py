"""The pieces of a line between wide gaps, and where in the line each of them is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vankien.model import Passage
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import cell_kind

_GAP = re.compile(r"\s{2,}")


class Stretch(Protocol):
    """Anything that takes some columns of print of a line."""

    @property
    def start(self) -> int:
        """The first column of print."""

    @property
    def end(self) -> int:
        """The column of print behind the last."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line between wide gaps, with the columns of print where it starts and ends."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The piece's text."""
        return self.passage.text

    def over(self, other: Stretch) -> bool:
        """Do both share a column of print?"""
        return self.start < other.end and other.start < self.end


def line_to_segments(line: BodyLine) -> list[Segment]:
    """The pieces of a line between gaps of two blanks or more."""
    passage = line.passage
    left = passage.pieces[0].start - line.indent
    edges = [0, *(x for m in _GAP.finditer(passage.text) for x in m.span()), len(passage.text)]
    parts = [passage.part(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    return [Segment(p, p.pieces[0].start - left, p.pieces[0].start - left + len(p.text)) for p in parts if p.text]


_CAPITAL = re.compile(r"\s(?=[^\W\d_a-zà-ỹđ]|\d)")


def part_cells(line: Sequence[Segment], starts: Sequence[int]) -> list[Segment]:
    """The pieces of a header's line, those that hold the cells of two columns parted.

    Narrow columns leave one blank between their cells: the second begins with a capital or a year right where a column
    of the body starts, and is of a kind of its own (``Nghị quyết Đại hội Thực hiện``, ``Cả nước 2025``).
    """
    parts: list[Segment] = []
    for segment in line:
        rest = segment
        for blank in _CAPITAL.finditer(segment.text):
            at = segment.start + blank.end()
            cut = at - rest.start
            if at not in starts or not _two_kinds(rest.text[:cut].strip(), rest.text[cut:]):
                continue
            parts.append(Segment(rest.passage.part(0, cut - 1), rest.start, at - 1))
            rest = Segment(rest.passage.part(cut, len(rest.text)), at, rest.end)
        parts.append(rest)
    return parts


def _two_kinds(first: str, second: str) -> bool:
    """Are two halves of a piece of the header cells of their own? A bare year parts only from what no year belongs to."""
    kinds = cell_kind(first), cell_kind(second)
    if kinds[1] == "period":
        return kinds[0] in ("value", "scope")
    return (
        kinds[0] != kinds[1] and kinds[1] in ("target", "result", "percent", "verdict", "note") and kinds[0] != "value"
    )
