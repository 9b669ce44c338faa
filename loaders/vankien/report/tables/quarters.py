"""Tables of a year's growth by quarter, whose narrow header is printed over three lines.

Quý 6 Quý 9 Quý Cả
TT Chỉ tiêu Quý I
II tháng III tháng IV năm

GRDP 8,0 8,4 8,2 9,1 8,5 9,3 8,7

What such a table has columns for is always the same, in the order of the year: quarters, the six and nine months that
they add up to, the whole year. A header on one line is read in its own order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.gather import ENDS
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above
from vankien.report.tables.values import Token, Tokens, lexicon_to_tokens, tail_tokens
from vankien.vietnamese import fold

_WORD = r"(?:s?tt|chi tieu|noi dung|nganh|linh vuc|don vi(?: tinh)?|dvt|quy|i{1,3}|iv|6|9|thang|ca|nam|ca nam)"
_HEAD = re.compile(rf"{_WORD}(?: {_WORD})*")
_COLUMN = re.compile(r"quy (?:i{1,3}|iv)(?!\w)|[69] thang|(?:ca )?nam(?!\w)")
_QUARTERS = ("quy i", "quy ii", "quy iii", "quy iv")
_NAMES = {
    "quy i": "Quý I", "quy ii": "Quý II", "6 thang": "6 tháng", "quy iii": "Quý III", "9 thang": "9 tháng",
    "quy iv": "Quý IV", "ca nam": "Cả năm",
}  # fmt: skip
_NUMBER = re.compile(r"(?P<no>\d{1,2}|[IVX]+)[.)]?(?:\s+(?=\S)|$)")
_END = re.compile(rf"(?:{ENDS}|nguon)\b")
_MAX_HEAD = 5
_MAX_LABEL = 4
_MIN_ROWS = 2


def header_to_quarters(texts: Sequence[str]) -> tuple[str, ...]:
    """The columns that the lines of a header name; none where it does not name all four quarters.

    >>> header_to_quarters(["Quý 6 Quý 9 Quý Cả", "TT Chỉ tiêu Quý I", "II tháng III tháng IV năm"])
    ('Quý I', 'Quý II', '6 tháng', 'Quý III', '9 tháng', 'Quý IV', 'Cả năm')
    >>> header_to_quarters(["TT Chỉ tiêu Cả năm Quý I Quý II Quý III Quý IV"])
    ('Cả năm', 'Quý I', 'Quý II', 'Quý III', 'Quý IV')
    """
    folded = [fold(t) for t in texts]
    for text in folded:
        own = ["ca nam" if m[0].endswith("nam") else m[0] for m in _COLUMN.finditer(text)]
        if all(q in own for q in _QUARTERS) and len(set(own)) == len(own):
            return tuple(_NAMES[name] for name in own)
    words = " ".join(folded).split()
    if words.count("quy") != len(_QUARTERS) or any(words.count(q.split()[1]) != 1 for q in _QUARTERS):
        return ()
    months = [n for n in ("6", "9") if n in words]
    if words.count("thang") != len(months):
        return ()
    has = {*_QUARTERS, *(f"{n} thang" for n in months), *(["ca nam"] if "nam" in words else [])}
    return tuple(name for key, name in _NAMES.items() if key in has)


def _rows(lines: Sequence[BodyLine], start: int, count: int, tokens: Tokens) -> tuple[Grid, int]:
    """The rows from index `start` on, and the index behind the last: a label may stand above its values, and end below."""
    grid: Grid = []
    waiting: list[Passage] = []
    at = end = start
    while at < len(lines) and len(waiting) <= _MAX_LABEL and not _END.match(fold(lines[at].text)):
        passage = lines[at].passage
        found = tail_tokens(passage.text, tokens)[-count:]
        if len(found) == count:
            grid.append(_row(waiting, passage, found))
            waiting, end = [], at + 1
        elif grid and not waiting and not lines[at].blank_above and passage.text[:1].islower():
            grid[-1][1] = join_passages([grid[-1][1], passage]) if grid[-1][1].text else passage
            end = at + 1
        else:
            waiting.append(passage)
        at += 1
    return grid, end


def _row(above: Sequence[Passage], passage: Passage, found: Sequence[Token]) -> list[Passage]:
    """The cells of one row: its number, its label, its values."""
    number = _NUMBER.match(passage.text[: found[0].start].rstrip())
    no = passage.part(*number.span("no")) if number else blank_like(passage)
    own = passage.part(number.end() if number else 0, found[0].start)
    label = [*above, *([own] if own.text else [])]
    return [
        no,
        join_passages(label) if label else blank_like(passage),
        *(passage.part(t.start, t.end) for t in found),
    ]


def read_quarters(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table by quarter whose header starts at index `start`, and the index behind it; None if there is none."""
    if "uý" not in lines[start].text or not _HEAD.fullmatch(fold(lines[start].text)):
        return None
    first = start + 1
    while first < min(len(lines), start + _MAX_HEAD) and _HEAD.fullmatch(fold(lines[first].text)):
        first += 1
    columns = header_to_quarters([b.text for b in lines[start:first]])
    if not columns:
        return None
    grid, end = _rows(lines, first, len(columns), lexicon_to_tokens(lexicon))
    if len(grid) < _MIN_ROWS:
        return None
    header = ("TT", "Chỉ tiêu", *columns)
    table = grid_to_table(title_above(lines, start), header, grid, lines[start].number, lines[end - 1].number)
    return (table, end) if table else None
