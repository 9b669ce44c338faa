"""Tables with one cell a line: a line "|" between cells, two between rows.

STT
|
Chỉ tiêu
|
Đơn vị tính
|
|
1                the first row; an empty cell is two pipes, too, so the header tells how many cells a row has
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Lexicon, Passage, Piece, Table
from vankien.report.join import glue_cell, join_passages
from vankien.report.page.letterhead import DIVIDER
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import cell_kind
from vankien.report.tables.pipes import stack_headers
from vankien.report.tables.rows import Grid, grid_to_table, title_above
from vankien.report.tables.spans import cells_to_header, rows_to_header

_BAR = "|"
_MAX_CELL = 40
_MAX_LAST = 6
_FEW = 6
_MAX_SAMPLE = 600
_FIRST = re.compile(r"\(?(?:1|I|A|01)[.)]?")
_MAX_COLUMNS = 25


def _extent(lines: Sequence[BodyLine], start: int) -> int:
    """The index behind the last bar of the run of cells that starts at `start`."""
    last, at, airy = start, start, False
    while at < len(lines) and at - last <= _MAX_CELL:
        if lines[at].text.strip() == _BAR:
            last = at
        elif at > last + 1 and (_is_text_behind(lines, at, last) or _opens_table(lines, at)):
            break
        elif at == last + 1 and lines[at].blank_above:
            if not airy and at > start + _FEW and _are_paragraphs(lines, at):
                break
            airy = True
        at += 1
    return last + 1


def _are_paragraphs(lines: Sequence[BodyLine], at: int) -> bool:
    """Text between two tables where no cell has stood behind a blank line: several paragraphs up to the next bar, or one
    above the header of another table."""
    bar = next((i for i in range(at, min(len(lines), at + 2 * _MAX_CELL)) if lines[i].text.strip() == _BAR), len(lines))
    below = lines[bar + 1].text if bar + 1 < len(lines) else ""
    return any(line.blank_above for line in lines[at + 1 : bar]) or (bool(below) and cell_kind(below) == "no")


def _is_text_behind(lines: Sequence[BodyLine], at: int, last: int) -> bool:
    """Text behind the table whose last bar is at index `last`: a heading, or a paragraph below a heading in bold."""
    if 0 < lines[at].marked < 7:
        return True
    above = lines[last + 1 : at]
    return lines[at].blank_above and above[0].blank_above and all(b.marked for b in above)


def _opens_table(lines: Sequence[BodyLine], at: int) -> bool:
    """The first cell of another table's header: the head of a number column with a bar below, behind a blank line or a
    line of dashes."""
    if at + 1 >= len(lines) or lines[at + 1].text.strip() != _BAR or cell_kind(lines[at].text) != "no":
        return False
    return lines[at].blank_above or bool(DIVIDER.fullmatch(lines[at - 1].text))


def _rest_of_cell(lines: Sequence[BodyLine], end: int, column: Sequence[str]) -> int:
    """The index behind the lines of the last cell, which no bar ends: the lines below the last bar up to a blank one, or
    one line that looks like the cells above it."""
    if end >= len(lines):
        return end
    if not lines[end].blank_above and not lines[end].marked:
        stop = next((i for i in range(end + 1, min(len(lines), end + _MAX_LAST)) if lines[i].blank_above), None)
        if stop is not None or len(lines) - end < _MAX_LAST:
            return len(lines) if stop is None else stop
    return end + _is_last_cell(lines[end], column)


def _stream(lines: Sequence[BodyLine]) -> list[Passage]:
    """The cells between the bars, empty ones included."""
    cells: list[Passage] = []
    parts: list[Passage] = []
    for line in lines:
        if line.text.strip() != _BAR:
            parts.append(line.passage)
            continue
        here = line.passage.pieces[0]
        cells.append(join_passages(parts, glue_cell) if parts else Passage("", (Piece(0, here.line, here.start),)))
        parts = []
    if parts:
        cells.append(join_passages(parts, glue_cell))
    return cells


_ROW_MARK = re.compile(r"[-–+*•]|\(?(?:\d{1,3}(?:\.\d+)*|[IVX]+|[A-Ha-hđ])[.)]?")


def _stride(cells: Sequence[Passage]) -> int | None:
    """How many cells a row has, where a bar stands behind every cell and nothing between rows: as many as stand before the
    first number, if each row then begins with a number or an empty cell and has a label. None for other streams."""
    width = next((i for i, c in enumerate(cells[:_MAX_COLUMNS]) if i > 2 and _FIRST.fullmatch(c.text)), None)
    if width is None or not all(c.text for c in cells[:width]) or cell_kind(cells[0].text) != "no":
        return None
    marks, labels = cells[width::width], cells[width + 1 :: width]
    fits = all(not c.text or _ROW_MARK.fullmatch(c.text) for c in marks) and len(labels) > 1
    return width if fits and all(re.search(r"[^\W\d_]{2}", c.text) for c in labels) else None


def _even_table(title: str, cells: Sequence[Passage], width: int, first: int, last: int) -> Table | None:
    """The table of a stream of cells with `width` cells in each row, the header's among them."""
    rows = [list(cells[at : at + width]) for at in range(width, len(cells), width)]
    grid: Grid = [row + [Passage("", row[-1].pieces[-1:])] * (width - len(row)) for row in rows]
    return grid_to_table(title, [c.text for c in cells[:width]], grid, first, last)


def _first_row(cells: Sequence[Passage]) -> int | None:
    """The index of the first body cell: numbered 1, I or A, behind the end of a row."""
    for at in range(2, min(len(cells), 80)):
        if _FIRST.fullmatch(cells[at].text) and not cells[at - 1].text:
            return at
    return None


def _width(cells: Sequence[Passage], first: int, header: int) -> int | None:
    """How many cells a row has: as many as the header if the rows agree, else what the rows agree on best."""
    cells = cells[: first + _MAX_SAMPLE]  # more cells tell no more, but take their time for each width
    if header >= 2 and _cut(cells, first, header)[0] <= 1.0:
        return header
    ways = [(round(_cut(cells, first, n)[0], 2), abs(n - header), n) for n in range(2, _MAX_COLUMNS)]
    best = min(ways)
    return best[2] if best[0] <= 1.0 else None


def _cut(cells: Sequence[Passage], first: int, width: int) -> tuple[float, list[int]]:
    """How unlikely it is, row by row, that rows have `width` cells, and the sizes of the rows from index `first` on.

    A row of cells that span columns is shorter; the cheapest way to cut the stream at empty separators is taken.
    """
    size = len(cells)
    cost = [0.0] * (size + 2)
    take = [width] * (size + 2)
    for at in range(size - 1, first - 1, -1):
        ways = [(_row_cost(cells, at, n, width) + cost[min(at + n + 1, size)], width - n) for n in range(1, width + 1)]
        cost[at], missing = min(ways)
        take[at] = width - missing
    sizes: list[int] = []
    at = first
    while at < size:
        sizes.append(take[at])
        at += take[at] + 1
    return cost[first] / max(1, len(sizes)), sizes


def _rows(cells: Sequence[Passage], first: int, width: int) -> Grid:
    """The rows from index `first` on, each filled up to `width` cells."""
    grid: Grid = []
    at = first
    for size in _cut(cells, first, width)[1]:
        row = list(cells[at : at + size])
        end = row[-1].pieces[-1:]
        grid.append(row + [Passage("", end)] * (width - len(row)))
        at += size + 1
    return grid


def _row_cost(cells: Sequence[Passage], at: int, size: int, width: int) -> float:
    """How unlikely a row of `size` cells is at index `at`: rows are full, separators empty, first cells short."""
    end = at + size
    if end < len(cells) and cells[end].text:
        return 100.0
    short = 0.0 if size == width or end >= len(cells) else 1.0 if size <= 2 else 3.0
    start = cells[at].text
    odd = 0.5 if start and not re.match(r"[-–+*]$|\(?(?:\d+(?:\.\d+)*|[IVXA-H]+|[a-zđ])[.)]?$", start) else 0.0
    return short + odd


def _header_rows(cells: Sequence[Passage]) -> list[list[str]]:
    """The header's rows; a header of one row may hold empty cells only at its end."""
    rows: list[list[str]] = [[]]
    for cell in cells:
        if cell.text:
            rows[-1].append(cell.text)
        elif rows[-1]:
            rows.append([])
    return [r for r in rows if r]


def _header(cells: Sequence[Passage], width: int) -> tuple[str, ...]:
    texts = [c.text for c in cells]
    if len(texts) == width:
        return tuple(texts)
    if len(texts) == 2 * width + 1:
        return stack_headers([texts[:width], texts[width + 1 :]], width)
    rows = _header_rows(cells)
    flat = [t for row in rows for t in row]
    if len(flat) == width:
        return tuple(flat)
    upper, lower = [t for row in rows[:-1] for t in row], rows[-1] if rows else []
    header = rows_to_header(upper, lower, width) or cells_to_header(flat, width)
    return header if len(header) == width else tuple([*header, *([""] * width)][:width])


def _is_last_cell(line: BodyLine, column: Sequence[str]) -> bool:
    """A line behind the last bar that looks like the cells above it in the last column."""
    if line.marked or len(line.text) > 80:
        return False
    numbers = [bool(re.match(r"[<>≥≤-]?\s?\d", t)) for t in column if t]
    if bool(re.match(r"[<>≥≤-]?\s?\d[\d.,]*\s?%?$", line.text)):
        return not numbers or any(numbers)
    return (
        bool(numbers)
        and not any(numbers)
        and not re.match(r"[IVX]+[-.]|\d+\.", line.text)
        and not line.text.endswith((".", ":"))
    )


def read_cells(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table with one cell a line that starts at index `start`, and the index behind it; None if there is none."""
    text = lines[start].text.strip()
    heads = cell_kind(text) in ("no", "label", "unit", "scope") and len(text) < 30
    if text != _BAR and not (heads and start + 1 < len(lines) and lines[start + 1].text.strip() == _BAR):
        return None
    opens = lines[start].blank_above and start + 1 < len(lines) and cell_kind(lines[start + 1].text) == "no"
    if text == _BAR and not opens and any(b.text.strip() == _BAR for b in lines[max(0, start - 3) : start]):
        return None  # inside a run of cells that could not be read from its start
    end = _extent(lines, start)
    if sum(b.text.strip() == _BAR for b in lines[start:end]) < 6:
        return None
    cells = _stream(lines[start:end])
    while cells and not cells[0].text:
        cells.pop(0)
    stride = _stride(cells)
    if stride:
        table = _even_table(title_above(lines, start), cells, stride, lines[start].number, lines[end - 1].number)
        return (table, end) if table else None
    first = _first_row(cells)
    if first is None:
        first = next((i + 1 for i, c in enumerate(cells) if not c.text), 0)
        if not first:
            return None
    lead = next((i for i, c in enumerate(cells) if not c.text), 0)
    width = _width(cells, first, lead if first == lead + 1 else 0)
    if width is None or not any(cell_kind(c.text) != "value" for c in cells[:first]):
        return None
    missing = (len(cells) - first) % (width + 1) == width - 1
    stop = _rest_of_cell(lines, end, [c.text for c in cells[first + width - 1 :: width + 1]]) if missing else end
    if stop > end:
        cells.append(join_passages([b.passage for b in lines[end:stop]], glue_cell))
        end = stop
    grid = _rows(cells, first, width)
    head = cells[: first - 1] if first and not cells[first - 1].text else cells[:first]
    title = title_above(lines, start)
    last = lines[end - 1].number
    table = grid_to_table(title, _header(head, width), grid, lines[start].number, last)
    return (table, end) if table else None
