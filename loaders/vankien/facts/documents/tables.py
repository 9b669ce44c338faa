"""Lists of documents in tables: one row, read from number over date to abstract, makes one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.model import Cell, Sentence, Table
from vankien.report.join import join_passages
from vankien.vietnamese import fold

_NUMBER = re.compile(r"so,? (?:va )?ky hieu|so hieu|ky hieu van ban|so van ban")
_DATE = re.compile(
    r"ngay(?:,? thang(?:,? nam)?)?(?: van ban| ban hanh)?$|ngay van ban|ngay ban hanh|thoi gian ban hanh"
)
_ABSTRACT = re.compile(r"trich yeu|noi dung|ten van ban|ten loai")


_HEAD = re.compile(r"(?:[IVX]+|[A-H]|\d{1,2})[.)]?\s+(?P<what>\S[^:;]*?)\scủa\s(?P<whose>[^:;]*\S)", re.IGNORECASE)
"""``II. KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY``: the kind of the documents below, and who issued them."""


def _column(table: Table, pattern: re.Pattern[str]) -> int | None:
    """The first column whose header says what the pattern looks for."""
    return next((i for i, h in enumerate(table.header) if pattern.search(fold(h))), None)


def table_sentences(table: Table) -> Iterator[Sentence]:
    """The rows of a list of documents as sentences ("Số 05-NQ/TU 22/02/2021 Nghị quyết của ..."); of any other table
    every cell with text. The row that heads its group leads up to each (``Nghị quyết của Ban Chấp hành Đảng bộ tỉnh``)."""
    context = replace(table.context, where="table")
    number = _column(table, _NUMBER)
    for row in table.rows:
        if number is None or not row.cells[number].text:
            yield from (Sentence(c.passage, context, -1) for c in row.cells if c.text)
            continue
        columns = [number, _column(table, _DATE), _column(table, _ABSTRACT)]
        cells: list[Cell] = [row.cells[i] for i in columns if i is not None and row.cells[i].text]
        own = _HEAD.fullmatch(row.parents[-1]) if row.parents else None
        lead = f"các {own['what'].lower()} của {own['whose']}:" if own else context.lead
        yield Sentence(join_passages([c.passage for c in cells]), replace(context, lead=lead), -1)
