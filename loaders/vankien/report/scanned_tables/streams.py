"""Tables of scans that the engine read one column below the other: all labels, then all units, then the values.

Nội dung chỉ tiêu       the head of the labels
Tỷ lệ hộ nghèo          one cell, over one line or several
ĐVT                     the head of the units
%
Thực hiện năm 2025      the head of a column of values
1,35

Nothing says which cells stand beside each other but their number: the table is read only where the labels, without the
sections among them, and two columns more have as many cells each. A column with another number of cells is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from vankien.model import Lexicon, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.column_names import KINDS, column_name, openers_in, years_in
from vankien.report.scanned_tables.header_words import line_to_header_words
from vankien.report.scanned_tables.rows import Draft, reworded
from vankien.report.scanned_tables.shapes import Shape, drafts_to_table
from vankien.report.scanned_tables.stream_blocks import block_at
from vankien.report.scanned_tables.stream_cells import (
    SECTION_NUMBER,
    StreamCell,
    is_section_name,
    label_cells,
    may_be_section,
)
from vankien.report.scanned_tables.stream_columns import StreamColumn, column_at
from vankien.report.scanned_tables.stream_units import align_units
from vankien.report.scanned_tables.words import line_to_atoms
from vankien.report.tables.header import text_to_period
from vankien.report.tables.rows import is_self_contained, title_above
from vankien.vietnamese import fold, is_upper

_MAX_LINES, _NEAR = 120, 0.2
OFFICES = ("body", "partner")
_LABEL_HEAD = re.compile(r"(?:(?:s?tt|so tt)\W*)?(?:(?:ten|cac|noi dung) )?(?:chi tieu|noi dung)(?: chu yeu)?\W*")


def read_streams(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The table whose labels start below the head at index `start`, and the index behind it; None for typed text, for other
    lines, and where the numbers of cells do not agree."""
    line = lines[start]
    if not line.printed or not (_LABEL_HEAD.fullmatch(fold(line.text)) or _is_label_head(line)):
        return None
    last = min(len(lines), start + _MAX_LINES)
    first = next((i for i in range(start + 1, last) if _columns_at(lines, i, lexicon)), 0)
    if not first:
        return None
    columns: list[StreamColumn] = []
    at, begins = first, {}
    while found := _columns_at(lines, at, lexicon):
        begins[len(columns)] = at
        columns += found[0]
        at = found[1]
    titles = [line for line in lines[start + 1 : first] if _is_title(line)]
    labels = label_cells([line for line in lines[start + 1 : first] if line not in titles])
    title = title_above(lines, start) or " ".join(line.text for line in titles)
    table = _to_table(lines[:start], title, labels, columns, lexicon)
    if table is None:
        return None
    names = [i for i, c in enumerate(columns) if c.kind in OFFICES and not _has_column(table, c)]
    at = min([at, *(begins[i] for i in names)])  # offices that could not be told apart stay text
    return replace(table, first_line=lines[start].number, last_line=lines[at - 1].number), at


def _has_column(table: Table, column: StreamColumn) -> bool:
    return _head_of(column) in table.header


def _head_of(column: StreamColumn) -> str:
    return " ".join(line.text for line in column.head)


def _columns_at(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> tuple[list[StreamColumn], int] | None:
    """The column that opens at an index, or the several ones read in rows, and the index behind them."""
    column = column_at(lines, at, lexicon)
    return ([column[0]], column[1]) if column else block_at(lines, at, lexicon)


def _is_title(line: BodyLine) -> bool:
    """A line of the title that stands among the labels: in capitals, or the number of an annex; no section."""
    text = line.text
    if is_section_name(text) or SECTION_NUMBER.match(text):
        return False
    return (is_upper(text) and len(text.split()) > 1) or bool(re.match(r"(?:phu luc|bieu)\b", fold(text)))


def _is_label_head(line: BodyLine) -> bool:
    words = line_to_header_words(line)
    return words in (["chi", "tieu"], ["noi", "dung"], ["ten", "chi", "tieu"], ["noi", "dung", "chi", "tieu"]) and len(
        line_to_atoms(line)
    ) == len(words)


# --- the table ---


def _rows_of(labels: Sequence[StreamCell], count: int, lexicon: Lexicon) -> list[StreamCell] | None:
    """The labels that have values: all but the sections, but the heads of dashed parts, and but what may be a section, as far
    as there are too many; None where they are not as many."""
    rows = [c for c in labels if not c.section]
    heads = {id(a) for a, b in pairwise(rows) if b.dash and not a.dash}
    fields = {id(c) for c in rows if may_be_section(c.text, lexicon)}
    for left_out in (set(), heads, fields, heads | fields):
        kept = [c for c in rows if id(c) not in left_out]
        if len(kept) == count:
            return kept
    return None


def _count(columns: Sequence[StreamColumn]) -> list[int]:
    """How many rows the table may have, the likeliest number first: as many as two columns have cells, or one column of
    values where a column of units has nearly as many."""
    sizes = [len(c.cells) for c in columns]
    twice = sorted({n for n in sizes if sizes.count(n) > 1}, key=sizes.count, reverse=True)
    units = max((len(c.cells) for c in columns if c.kind == "unit"), default=0)
    near = [len(c.cells) for c in columns if c.kind == "value" and 0 <= len(c.cells) - units <= _NEAR * len(c.cells)]
    return [*twice, *(n for n in near if n not in twice)]


def _to_table(
    above: Sequence[BodyLine],
    title: str,
    labels: Sequence[StreamCell],
    columns: Sequence[StreamColumn],
    lexicon: Lexicon,
) -> Table | None:
    """The table of the labels and columns, if they agree on the number of its rows; its lines are still to be set."""
    printed = next((c.cells for c in columns if c.kind == "unit"), ())
    for count in _count(columns):
        rows = _rows_of(labels, count, lexicon)
        fitting = [c for c in columns if len(c.cells) == count]
        values = [c for c in fitting if c.kind == "value"]
        names = _names(columns, values, title)
        units = align_units([row.text for row in rows or ()], [unit.text for unit in printed])
        agreed = units is not None or (len(printed) != count and len(fitting) > 1)
        if rows is None or not values or names is None or not agreed:
            continue  # also where a share is in tonnes: the labels do not stand beside these cells
        unit_of = {at: printed[unit] for at, unit in enumerate(units or ()) if unit is not None}
        of = {id(row): at for at, row in enumerate(rows)}
        drafts = [_draft(label, of.get(id(label)), fitting, unit_of) for label in labels]
        verdicts = any(c.kind == "verdict" for c in fitting)
        texts = [_head_of(c) for c in fitting if c.kind in OFFICES]
        header = ("TT", "Chỉ tiêu", "Đơn vị tính", *names, *(["Đánh giá"] if verdicts else []), *texts)
        return drafts_to_table(drafts, Shape(title, header, names, verdicts), above, (0, 0), lexicon)
    return None


def _draft(
    label: StreamCell, at: int | None, columns: Sequence[StreamColumn], unit_of: Mapping[int, StreamCell]
) -> Draft:
    """The row of a label: with the cells of all columns at its index, or none of a section or of the head of parts."""
    parts = list(label.parts)
    if at is None:
        return Draft(label.passage, label.no, parts, section=label.section)
    cells = [column.cells[at] for column in columns if column.kind == "value"]
    verdict = next((column.cells[at] for column in columns if column.kind == "verdict"), None)
    unit = unit_of.get(at)
    draft = Draft(cells[0].passage, label.no, parts, dash=label.dash)
    draft.values = [c.passage for c in cells]
    draft.printed = [c.text or "-" for c in cells]
    if unit is not None and unit.text:
        draft.unit = reworded(unit.text, unit.passage)
    if verdict is not None:
        draft.verdict = reworded(verdict.text, verdict.passage)
    draft.texts = [join_passages(c.cells[at].parts) for c in columns if c.kind in OFFICES]
    if label.dash and not is_self_contained(label.text):
        draft.label[0] = reworded(f"- {parts[0].text}", parts[0])
    return draft


def _names(columns: Sequence[StreamColumn], values: Sequence[StreamColumn], title: str) -> tuple[str, ...] | None:
    """The header texts of the columns of values; None if the head of one of them does not say what it holds."""
    names, over = [], ""
    for column in values:
        words = [w for line in column.head for w in line_to_header_words(line)]
        openers = openers_in(words)
        if column.name:
            names.append(column.name)
            continue
        if not openers or KINDS[openers[0]] == "verdict":
            return None
        years = years_in(words)
        span = text_to_period(" ".join(line.text for line in column.head)) if len(years) > 1 else None
        year = span or (str(years[-1]) if years else over)
        over = span or ""  # a cell over several columns is read with the first of them
        names.append(column_name(openers[0], year, title) if openers[0] != "so" else column_name("so", "", title))
    return tuple(names)
