"""HTML tables inside Markdown: ``<table> <tr> <td rowspan colspan>``, on one line or many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import JOIN
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above

_OPEN = re.compile(r"<table\b", re.IGNORECASE)
_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^>]*>(?P<row>.*?)(?=<tr\b|</tr\s*>|</table|$)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(
    r"<(?P<tag>t[dh])\b(?P<attributes>[^>]*)>(?P<cell>.*?)(?=<t[dh]\b|</t[dhr]\s*>|$)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^>]*>")
_SPAN = re.compile(r"(?P<way>row|col)span\s*=\s*[\"']?(?P<count>\d+)", re.IGNORECASE)
_MAX_LINES = 3000


def _spans(attributes: str) -> tuple[int, int]:
    found = {m["way"].lower(): min(40, int(m["count"])) for m in _SPAN.finditer(attributes)}
    return max(1, found.get("row", 1)), max(1, found.get("col", 1))


def _cell_passage(whole: Passage, start: int, end: int) -> Passage:
    part = whole.part(start, end)
    tags = [m.span() for m in _TAG.finditer(part.text)]
    cleaned = part.without(tags) if tags else part
    return cleaned.part(0, len(cleaned.text))


def _place(whole: Passage) -> tuple[list[list[Passage]], int]:
    """The cells of all rows with spanning cells repeated below and beside, and how many rows the header has."""
    rows: list[list[Passage]] = []
    below: dict[tuple[int, int], Passage] = {}
    header = 0
    for index, row in enumerate(_ROW.finditer(whole.text)):
        cells: list[Passage] = []
        heads = deep = 0
        for cell in _CELL.finditer(whole.text, row.start("row"), row.end("row")):
            while (index, len(cells)) in below:
                cells.append(below[index, len(cells)])
            down, right = _spans(cell["attributes"])
            passage = _cell_passage(whole, *cell.span("cell"))
            for i in range(right):
                # a spanning body cell is printed once; a spanning header cell stands over all its columns
                for j in range(1, down):
                    below[index + j, len(cells)] = passage
                cells.append(passage if i == 0 or index <= header else blank_like(passage))
            heads += cell["tag"].lower() == "th"
            deep = max(deep, down)
        while (index, len(cells)) in below:
            cells.append(below[index, len(cells)])
        if index == 0:
            header = max(1, deep)
        elif heads and heads == len(cells):
            header = max(header, index + 1)
        rows.append(cells)
    return rows, header


def read_html(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The HTML table that opens on the line at index `start`, and the index behind it; None if there is none."""
    if not _OPEN.search(lines[start].text):
        return None
    end = next((i + 1 for i in range(start, min(len(lines), start + _MAX_LINES)) if _CLOSE.search(lines[i].text)), None)
    if end is None:
        return None
    whole = join_passages([b.passage for b in lines[start:end]])
    rows, headers = _place(whole)
    rows = [r for r in rows if r]
    if len(rows) <= headers:
        return None
    width = max(len(r) for r in rows)
    header = [_stack([r[i].text for r in rows[:headers] if i < len(r)]) for i in range(width)]
    grid: Grid = [[*r, *([blank_like(r[-1])] * (width - len(r)))] for r in rows[headers:]]
    table = grid_to_table(
        title_above(lines, start), header, grid, lines[start].number, lines[end - 1].passage.last_line
    )
    return (table, end) if table else None


def _stack(texts: Sequence[str]) -> str:
    return JOIN.join(dict.fromkeys(t for t in texts if t))
