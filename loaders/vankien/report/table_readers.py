"""Body lines → tables and the lines that remain.

Tables come in many shapes: Markdown rows between pipes, one cell a line, columns between tabs or wide gaps, rows
dumped from a page without any mark, lists of documents. Each shape has its reader; the first that can read a table at
a line takes its lines. A line that no reader takes stays in the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from vankien.model import Finding, Lexicon, Report, Table
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.reading import read_scan
from vankien.report.scanned_tables.streams import read_streams
from vankien.report.tables.blocks import read_blocks
from vankien.report.tables.cells import read_cells
from vankien.report.tables.columns import read_columns
from vankien.report.tables.dump_heads import HEADER_START
from vankien.report.tables.dumps import read_dump
from vankien.report.tables.header import cell_kind
from vankien.report.tables.html import read_html
from vankien.report.tables.layout import read_layout
from vankien.report.tables.lists import read_list
from vankien.report.tables.pipes import read_pipes
from vankien.report.tables.quarters import read_quarters
from vankien.report.tables.stacks import read_stack
from vankien.vietnamese import fold

Reader = Callable[[Sequence[BodyLine], int, Lexicon], tuple[Table, int] | None]
"""Reads the table that starts at an index: the table and the index behind its last line, or None."""


def _read_headed(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """Tables without marks are known by the head of their first column."""
    if not HEADER_START.match(fold(lines[start].text)):
        return None
    readers = (read_stack, read_list, read_blocks, read_dump)
    return next((found for reader in readers if (found := reader(lines, start, lexicon))), None)


READERS: tuple[Reader, ...] = (
    read_streams,
    read_scan,
    read_html,
    read_cells,
    read_pipes,
    read_layout,
    read_columns,
    read_quarters,
    _read_headed,
)
"""The readers, in the order in which they are asked."""

_KNOWN = 0.4
_FIGURE = re.compile(r"\d[.,]\d")


def _is_sound(table: Table, line: BodyLine) -> bool:
    """Is the header of a table one, where an engine read bars and blanks as it pleased: most of its cells name what a column
    holds, and none prints a figure? What is typed is taken as it stands."""
    if not line.printed:
        return True
    known = sum(cell_kind(cell) != "value" for cell in table.header)
    return known >= _KNOWN * len(table.header) and not any(_FIGURE.search(cell) for cell in table.header)


_LEFT_OVER = re.compile(
    r"[^\W\d]\s+[|]?\s*%\s*(?:[|]\s*)?(?:[<>≥≤~]?\d|$)|(?:(?:^|[\s|])[<>≥≤~]?\d[\d.,]*%?(?=[\s|\]]|$)[|\]]?){3}"
)
"""A percent sign of its own between a label and its value, or three values one behind the other: no sentence has them."""


def _is_left_over(line: BodyLine) -> bool:
    """A row of a scanned table that no reader could read. As text its number, its unit and its values would be joined with
    the words of the rows around it to sentences that nobody wrote."""
    return bool(line.printed) and _LEFT_OVER.search(line.printed) is not None


def split_unread(lines: Sequence[BodyLine]) -> tuple[tuple[BodyLine, ...], tuple[BodyLine, ...]]:
    """The lines that belong to no table as text, and the rows of scanned tables among them, which are none."""
    told: tuple[list[BodyLine], list[BodyLine]] = ([], [])
    for line in lines:
        told[_is_left_over(line)].append(line)
    text, unread = told
    return tuple(text), tuple(unread)


def unread_rows(report: Report, lines: Sequence[BodyLine]) -> Iterator[Finding]:
    """A finding for each stretch of rows, at its first line, that nothing could read."""
    stretches: list[list[int]] = []
    for number in (line.number for line in lines):
        if stretches and number - stretches[-1][-1] <= _APART:
            stretches[-1].append(number)
        else:
            stretches.append([number])
    for first, last, count in ((s[0], s[-1], len(s)) for s in stretches):
        yield Finding(
            "unread-row",
            "Info",
            report.id,
            first,
            f"{count} hàng của bảng quét (dòng {first} - {last}) không đọc được: không ghi nhận giá trị",
            f"{count} rows of a scanned table (lines {first} to {last}) could not be read: no value is taken",
        )


_APART = 4
"""How many lines apart rows of one table may stand: labels are broken over lines."""
_RULE = re.compile(r"[-–—_=─━═┄+\s]{20,}")


def without_rules(lines: Sequence[BodyLine]) -> tuple[BodyLine, ...]:
    """The lines without the rules that a typed table has above and below its header and its rows: each leaves a gap."""
    out: list[BodyLine] = []
    blank = False
    for line in lines:
        if _RULE.fullmatch(line.text):
            blank = True
            continue
        out.append(replace(line, blank_above=True) if blank else line)
        blank = False
    return tuple(out)


def lines_to_tables(lines: Sequence[BodyLine], lexicon: Lexicon) -> tuple[tuple[Table, ...], tuple[BodyLine, ...]]:
    """The tables of the body, and the body lines that belong to none of them."""
    tables: list[Table] = []
    rest: list[BodyLine] = []
    at = 0
    while at < len(lines):
        found = next(
            (f for reader in READERS if (f := reader(lines, at, lexicon)) and _is_sound(f[0], lines[at])), None
        )
        if found is None or found[1] <= at:
            rest.append(lines[at])
            at += 1
            continue
        tables.append(found[0])
        at = found[1]
    return tuple(tables), tuple(rest)
