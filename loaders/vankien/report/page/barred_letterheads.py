"""The letterhead that a web page prints one cell a line: bars on lines of their own between the cells, long cells broken over
lines, and first words torn off.

ỦY BAN NHÂN DÂN        the issuer over two lines
TỈNH SƠN BÌNH
-------
|                      the next cell begins
Sơn Bình, ngày         the date over two lines
08 tháng 10 năm 2030
|
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vankien.report.join import join_passages
from vankien.report.page.letterhead import DIVIDER
from vankien.report.page.mottos import is_motto
from vankien.report.page.pages import BodyLine

_REACH, _FIRST, _APART, _LEAST = 40, 10, 9, 2
"""Within how many lines from the top bars are looked for, up to where the first stands, how many lines a cell has at most,
how many bars there are at least."""
_FREEDOM = re.compile(r"Độc lập(?!\w)")
_TORN = {
    "Căn": re.compile(r"cứ(?!\w)"),
    "Điều": re.compile(r"\d{1,2}[.:]"),
    "QUYẾT": re.compile(r"ĐỊNH\W*$"),
    "ỦY": re.compile(r"BAN NHÂN DÂN(?!\w)"),
    "UỶ": re.compile(r"BAN NHÂN DÂN(?!\w)"),
    "HỘI": re.compile(r"ĐỒNG NHÂN DÂN(?!\w)"),
}
"""Words that such pages leave on a line of their own, and what the next line then begins with."""


def join_cells(body: tuple[BodyLine, ...]) -> tuple[BodyLine, ...]:
    """The lines of a document whose letterhead is barred with each cell on one line and without the bars; other documents
    unchanged."""
    end = _last_bar(body)
    if end is None:
        return body
    cells = [_joined(cell) for cell in _cells(body[:end])]
    return (*cells, *_mended(body[end + 1 :])) if any(is_motto(cell.text) for cell in cells) else body


def _last_bar(body: tuple[BodyLine, ...]) -> int | None:
    """The index of the bar below the last cell; None where there is no barred letterhead."""
    bars = [i for i, line in enumerate(body[:_REACH]) if line.text == "|"]
    if len(bars) < _LEAST or bars[0] > _FIRST:
        return None
    return next((one for one, other in pairwise(bars) if other - one > _APART), bars[-1])


def _cells(lines: tuple[BodyLine, ...]) -> Iterator[list[BodyLine]]:
    """The lines of each cell; a rule and the second line of the motto end a cell, too."""
    cell: list[BodyLine] = []
    for line in lines:
        rule = line.text == "|" or DIVIDER.fullmatch(line.text) is not None
        if cell and (rule or _FREEDOM.match(line.text)):
            yield cell
            cell = []
        if not rule:
            cell.append(line)
    if cell:
        yield cell


def _mended(lines: tuple[BodyLine, ...]) -> Iterator[BodyLine]:
    """The lines below with the torn first words put back."""
    waiting: BodyLine | None = None
    for line in lines:
        if waiting is not None:
            goes_on = _TORN[waiting.text].match(line.text)
            yield _joined([waiting, line]) if goes_on else waiting
            waiting = None
            if goes_on:
                continue
        if line.text in _TORN:
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


def _joined(lines: list[BodyLine]) -> BodyLine:
    whole = join_passages([line.passage for line in lines])
    return replace(lines[0], passage=whole, hard_end=lines[-1].hard_end, flows=lines[-1].flows)
