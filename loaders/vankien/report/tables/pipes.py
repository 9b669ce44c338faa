"""Markdown tables: rows between pipes, with or without a delimiter row, also with rows broken over lines.

| STT | Chỉ tiêu | Đơn vị tính | Năm 2026 | |
|---|---|---|---|---|
| | | | Kế hoạch | Ước |           a second header row below spanning cells
| **I** | **KINH TẾ** | | | |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import glue_cell, join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import JOIN, cell_kind
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above
from vankien.vietnamese import ROMAN

_DELIMITER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_PIPE = re.compile(r"(?<!\\)\|")
_MAX_BROKEN = 15


def _pipes(text: str) -> int:
    return len(_PIPE.findall(text))


def passage_to_cells(passage: Passage) -> list[Passage]:
    """The cells of a row between pipes; the pipes at both ends add none."""
    text = passage.text
    marks = [m.start() for m in _PIPE.finditer(text)]
    edges = [*([] if text.startswith("|") else [-1]), *marks, *([] if text.endswith("|") else [len(text)])]
    return [passage.part(a + 1, b) for a, b in pairwise(edges)]


_NOTHING = re.compile(r"(?i:nan|none|null)|Unnamed: \d+(?:_level_\d+)?")
"""What a converter prints for an empty cell of a sheet."""
_LEAST_SPANNED = 3
_LEAST_RULES = 2


def _plain_cells(cells: list[Passage]) -> list[Passage]:
    """The cells of a row as the page prints them: without the words for empty cells, and a cell that spans the row once."""
    cells = [blank_like(c) if _NOTHING.fullmatch(c.text) else c for c in cells]
    last = next((c.text for c in reversed(cells) if c.text), "")
    head = next((i for i, c in enumerate(cells) if c.text == last), 0)
    spanned = cells[head:]
    same = len(spanned) >= _LEAST_SPANNED and head <= 1 and re.search(r"[^\W\d_]{3}", last) is not None
    if not same or any(c.text != last for c in spanned):
        return cells
    return [*cells[: head + 1], *(blank_like(c) for c in spanned[1:])]


def _row_at(lines: Sequence[BodyLine], at: int, pipes: int) -> tuple[Passage, int]:
    """The row that starts at index `at`, joined while it has fewer pipes than the table's rows, and the index behind."""
    end = at + 1
    parts = [lines[at].passage]
    count = _pipes(parts[0].text)
    while end < len(lines) and end - at < _MAX_BROKEN and count < pipes:
        text = lines[end].text
        if text.startswith("|") and parts[-1].text.endswith("|"):
            break
        parts.append(lines[end].passage)
        count += _pipes(text)
        end += 1
    if count < pipes and not parts[0].text.rstrip().endswith("|"):
        return (lines[at].passage, at + 1) if end - at > 1 and count < 2 else (join_passages(parts, glue_cell), end)
    return join_passages(parts, glue_cell), end


def _starts(lines: Sequence[BodyLine], at: int) -> bool:
    """A row that opens with a pipe, or a row of pipes above a delimiter or in a run of rows with as many pipes."""
    text = lines[at].text
    count = _pipes(text)
    if count < 2 and not (count == 1 and at + 1 < len(lines) and _DELIMITER.fullmatch(lines[at + 1].text)):
        return False
    after = [lines[i].text for i in range(at + 1, min(len(lines), at + 3))]
    if after and _DELIMITER.fullmatch(after[0]) and "|" in after[0]:
        return True
    if text.startswith("|"):
        return bool(after) and ("|" in after[0]) and count >= 3
    return len(after) == 2 and all(_pipes(t) == count for t in after)


def _is_header(texts: Sequence[str]) -> bool:
    """A row of a header: no numbering, no values, at least one word that heads columns."""
    if any(re.fullmatch(r"[<>≥≤-]?\d[\d.,]*\s?%?", t) and not re.fullmatch(r"(?:19|20)\d\d", t) for t in texts):
        return False
    if (
        texts
        and re.fullmatch(rf"(?:{ROMAN}|[A-Z]|\d+)[.)]?", texts[0].strip("*"))
        and not re.fullmatch(r"(?:19|20)\d\d", texts[0])
    ):
        return False
    return sum(cell_kind(t) != "value" for t in texts if t) >= max(1, sum(bool(t) for t in texts) // 2)


def _is_lower_header(upper: Sequence[str], texts: Sequence[str]) -> bool:
    """A header row below another: it fills cells below spanning ones, or leaves those of the first columns empty, or
    prints them again, as a converter does for each row and column that a cell spans."""
    spans = any(not u for u in upper) or not (texts[0] if texts else "")
    again = bool(texts and upper and texts[0] == upper[0]) and cell_kind(upper[0]) in ("no", "label")
    return (spans or again) and max((len(t) for t in texts), default=0) < 60 and _is_header(texts)


def stack_headers(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """The header of each column from one or more header rows; an empty upper cell belongs to the one at its left.

    >>> stack_headers([["TT", "Chỉ tiêu", "Kế hoạch", ""], ["", "", "2026", "2027"]], 4)
    ('TT', 'Chỉ tiêu', 'Kế hoạch / 2026', 'Kế hoạch / 2027')
    """
    out = []
    padded = [[*row, *([""] * (width - len(row)))][:width] for row in rows]
    for at in range(width):
        parts: list[str] = []
        for depth, row in enumerate(padded):
            text = row[at]
            below = any(r[at] for r in padded[depth + 1 :])
            if not text and below and not parts:
                text = next((row[i] for i in range(at - 1, -1, -1) if row[i]), "")
            if text and text not in parts:
                parts.append(text)
        out.append(JOIN.join(parts))
    return tuple(out)


def read_pipes(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The Markdown table that starts at index `start`, and the index behind it; None if there is none.

    Rows shorter than the header are filled with empty cells, longer ones keep their surplus in the last cell.
    """
    if not _starts(lines, start):
        return None
    at, pipes = start, _pipes(lines[start].text)
    rows: list[list[Passage]] = []
    opens: list[bool] = []
    headers = 0
    while at < len(lines) and _pipes(lines[at].text):
        if _DELIMITER.fullmatch(lines[at].text):
            headers = headers or len(rows)
            at += 1
            continue
        opens.append(lines[at].blank_above)
        row, at = _row_at(lines, at, pipes)
        rows.append(passage_to_cells(row))
    if not headers and _is_ruled(opens, rows):
        rows = _join_wrapped(opens, rows)
    rows = [_plain_cells(row) for row in rows]
    headers = headers or 1
    while (
        headers < len(rows) - 1
        and headers < 4
        and _is_lower_header([c.text for c in rows[headers - 1]], [c.text for c in rows[headers]])
    ):
        headers += 1
    if len(rows) <= headers:
        return None
    width = max(len(r) for r in rows[:headers])
    if not lines[start].text.startswith("|"):  # without outer pipes, a pipe at the start stands behind an empty cell
        rows = [[blank_like(r[0]), *r] if len(r) < width and _opens_empty(r[0], lines) else r for r in rows]
    grid: Grid = [_fill(r, width) for r in rows[headers:]]
    header = stack_headers([[c.text for c in r] for r in rows[:headers]], width)
    table = grid_to_table(title_above(lines, start), header, grid, lines[start].number, lines[at - 1].passage.last_line)
    return (table, at) if table else None


def _opens_empty(first: Passage, lines: Sequence[BodyLine]) -> bool:
    """Does the line of a row's first cell begin with a pipe?"""
    return any(line.number == first.first_line and line.text.startswith("|") for line in lines)


def _is_ruled(opens: Sequence[bool], rows: Sequence[Sequence[Passage]]) -> bool:
    """Do rules part the rows (``+-----+----+``, read as gaps), so that the lines without one above go on with the row?"""
    parted = sum(opens[1:])
    return parted >= _LEAST_RULES and parted < len(opens) - 1 and len({len(row) for row in rows}) == 1


def _join_wrapped(opens: Sequence[bool], rows: Sequence[list[Passage]]) -> list[list[Passage]]:
    """The rows of a ruled table, the lines of each of their cells joined."""
    groups: list[list[list[Passage]]] = []
    for opened, row in zip(opens, rows, strict=True):
        if opened or not groups:
            groups.append([])
        groups[-1].append(row)
    return [
        [join_passages([c for c in column if c.text] or [column[0]], glue_cell) for column in zip(*group, strict=True)]
        for group in groups
    ]


def _fill(row: list[Passage], width: int) -> list[Passage]:
    """A row with exactly `width` cells."""
    if len(row) > width:
        return [*row[: width - 1], join_passages(row[width - 1 :])]
    return [*row, *([blank_like(row[-1])] * (width - len(row)))] if row else row
