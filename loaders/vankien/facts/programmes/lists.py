"""Lists of schemes in tables: the whole cell is the name, also where running text would end it earlier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.facts.programmes.names import ProgrammeMention, programmes_in
from vankien.model import Lexicon, Passage, Row, Table
from vankien.vietnamese import fold

_HEADER = re.compile(r"(?:ten |danh muc |cac )*(?:de an|du an|chuong trinh|cong trinh)\b")
_END = re.compile(r"[.;:](?=\s|$)|\s\((?=[^()]*\d{2})|\s[-–]\s(?=[a-zà-ỹđ])")
"""Where the name in a cell ends: before what explains it, and before a bracket with the number of a document."""
_LONGEST = 40


def name_column(table: Table) -> int | None:
    """The column that holds the names of schemes, by its header; None for any other table."""
    return next((i for i, header in enumerate(table.header) if _HEADER.match(fold(header))), None)


def cell_to_scheme(text: str, lexicon: Lexicon) -> ProgrammeMention | None:
    """The scheme that fills a cell; None if it does not open with the name of one."""
    named = next((m for m in programmes_in(text, lexicon, True) if m.start == 0), None)
    stop = _END.search(text, named.end) if named else None
    end = stop.start() if stop else len(text.rstrip(" .,;"))
    if named is None or end <= named.end or len(text[:end].split()) > _LONGEST:
        return named
    name = f"{named.name}{text[named.end : end]}"
    return replace(named, end=end, name=" ".join(name.split()))


def listed_schemes(table: Table, lexicon: Lexicon) -> Iterator[tuple[Row, Passage, ProgrammeMention]]:
    """The schemes of a list: the row, the cell and the name of each."""
    at = name_column(table)
    for row in table.rows if at is not None else ():
        cell = row.cells[at or 0].passage
        if mention := cell_to_scheme(cell.text, lexicon):
            yield row, cell, mention
