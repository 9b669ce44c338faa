"""One column of a table that the engine read column by column: its head and the cells below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vankien.model import Lexicon
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.slots import is_capital_line
from vankien.report.scanned_tables.column_names import KINDS, years_of
from vankien.report.scanned_tables.header_words import header_word, line_to_header_words
from vankien.report.scanned_tables.stream_cells import (
    StreamCell,
    text_cells,
    unit_cells,
    value_cells,
    value_of,
    verdict_cells,
)
from vankien.report.scanned_tables.words import line_to_atoms, unit_of_cell
from vankien.report.tables.header import cell_kind
from vankien.vietnamese import fold

_LEAST, _MAX_HEAD, _MAX_WORDS = 4, 5, 9
_HALF = 0.5
_YEARS = re.compile(r"\W*(?:19|20)\d\d(?:\s?[-–]\s?20\d\d)?\W*")
_UNIT_HEAD = frozenset({"don", "dvt", "tinh"})
"""Words of the head ``Đơn vị tính``, which are units themselves."""
_OPENING = KINDS.keys() | {"don", "dvt", "giai"}
"""The words that the head of a column opens with, or has in its first line."""


@dataclass(frozen=True, slots=True)
class StreamColumn:
    """A column: the lines of its head, what its cells are (``value``, ``unit``, ``verdict``, ``body``, ``partner``), and
    the cells."""

    head: tuple[BodyLine, ...]
    kind: str
    cells: tuple[StreamCell, ...]
    name: str = ""
    """The header text of a column of values, where it stands beside others in a block of rows."""


def column_at(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> tuple[StreamColumn, int] | None:
    """The column whose head opens at an index, and the index behind its last cell; None where none opens."""
    if at >= len(lines) or not lines[at].printed:
        return None
    if (bodies := _bodies(lines, at, lexicon)) is not None:
        return bodies
    if not opens_head(lines[at : at + 2], lexicon):
        return None
    for most in (_head_size(lines, at, lexicon), _block_size(lines, at, lexicon)):
        for size in range(most, 0, -1):
            head, below = tuple(lines[at : at + size]), lines[at + size : _end_of(lines, at + size, lexicon)]
            if (found := _cells(head, below, lexicon)) is not None and len(found[1]) >= _LEAST:
                kind, cells, used = found
                return StreamColumn(head, kind, tuple(cells)), at + size + used
    return None


def _head_size(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> int:
    """How many lines of words of columns a head has."""
    ends = (n for n in range(_MAX_HEAD) if not is_head(lines[at + n : at + n + 2], lexicon))
    return next(ends, _MAX_HEAD)


def _block_size(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> int:
    """How many short lines stand in one block, whatever their words (``phấn đấu``, ``của Chính phủ``)."""
    size = 1
    while size < _MAX_HEAD and at + size < len(lines):
        line = lines[at + size]
        words = not line.blank_above and value_of(line) is None and line.text[:1].isalpha()
        if not words or len(line_to_atoms(line)) > _MAX_HEAD or _is_unit(lines[at + size : at + size + 2], lexicon):
            break
        size += 1
    return size


def _cells(
    head: Sequence[BodyLine], below: Sequence[BodyLine], lexicon: Lexicon
) -> tuple[str, list[StreamCell], int] | None:
    """What the lines below a head are: their kind, the cells, and how many lines they take."""
    words = {w for line in head for w in line_to_header_words(line)}
    if words & _UNIT_HEAD:
        units = unit_cells(below, lexicon)
        if sum(bool(c.text) for c in units) * 2 > len(units):
            return "unit", units, len(below)
    values, used = value_cells(below)
    if values:
        return "value", values, used
    verdicts, used = verdict_cells(below, lexicon)
    return ("verdict", verdicts, used) if verdicts else None


def _bodies(lines: Sequence[BodyLine], at: int, lexicon: Lexicon) -> tuple[StreamColumn, int] | None:
    """A column of offices below ``Cơ quan chủ trì`` or ``Cơ quan phối hợp``."""
    for size in (1, 2):
        kind = cell_kind(" ".join(line.text for line in lines[at : at + size]))
        if kind not in ("body", "partner") or len(lines[at].text.split()) > _MAX_WORDS:
            continue
        end = next((i for i in range(at + size, len(lines)) if _ends_names(lines[i])), len(lines))
        cells = text_cells(lines[at + size : end])
        return (StreamColumn(tuple(lines[at : at + size]), kind, tuple(cells)), end) if len(cells) >= _LEAST else None
    return None


_BEHIND = frozenset({"partner", "body", "note", "deadline", "verdict", "target", "result"})


def _ends_names(line: BodyLine) -> bool:
    """Does a line end a column of names: a number, a long line, the head of another column?"""
    headed = line.blank_above and cell_kind(line.text) in _BEHIND
    return headed or not any(c.isalpha() for c in line.text) or len(line_to_atoms(line)) > _MAX_WORDS


def _end_of(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> int:
    """The index behind the short lines from `start` on that open no other head."""
    at = start
    while at < len(lines) and lines[at].printed and len(line_to_atoms(lines[at])) <= _MAX_HEAD:
        if at > start and value_of(lines[at]) is None and opens_head(lines[at : at + 2], lexicon):
            break
        if spans_heads(lines[at : at + 3], lexicon):
            break
        if at + 1 < len(lines) and lines[at].blank_above and value_of(lines[at]) is None and _is_year(lines[at + 1]):
            break
        at += 1
    return at


def _is_year(line: BodyLine) -> bool:
    """A line that is a year or a span and nothing else: the last line of a head."""
    return bool(_YEARS.fullmatch(line.printed)) and not line.blank_above


def is_head(lines: Sequence[BodyLine], lexicon: Lexicon) -> bool:
    """A short line half of whose words are words of headers; the line below it may end a unit."""
    line = lines[0] if lines else None
    if line is None or not line.printed or _is_unit(lines, lexicon) or _is_long_title(line):
        return False
    if _is_year(line):
        return True
    atoms = [a for a in line_to_atoms(line) if len(a.key) > 1]
    known = sum(bool(header_word(a)) for a in atoms)
    return bool(atoms) and known >= _HALF * len(atoms) and len(atoms) <= 2 * _MAX_HEAD


def _is_long_title(line: BodyLine) -> bool:
    return is_capital_line(line.printed) and len(line.text.split()) >= _MAX_HEAD


def spans_heads(lines: Sequence[BodyLine], lexicon: Lexicon) -> bool:
    """A year above the heads of the columns that it spans (``Năm 2022`` over ``Kế hoạch | Ước thực hiện``)."""
    dated = len(lines) > 1 and years_of(lines[0]) and not _is_year(lines[0])
    return bool(dated and len(line_to_atoms(lines[0])) <= _MAX_HEAD and opens_head(lines[1:], lexicon))


def opens_head(lines: Sequence[BodyLine], lexicon: Lexicon) -> bool:
    """A line of words of columns; one of which only half are, where the next line goes on with the head."""
    words = line_to_header_words(lines[0])
    done = words[:2] == ["ty", "le"] and "thanh" in fold(lines[0].text)
    if not done and not any(w in _OPENING for w in words):
        return False
    whole = 2 * len(words) > len([a for a in line_to_atoms(lines[0]) if len(a.key) > 1])
    return is_head(lines, lexicon) and (whole or any(is_head([line], lexicon) for line in lines[1:]))


def _is_unit(lines: Sequence[BodyLine], lexicon: Lexicon) -> bool:
    """A unit on one line or two (``Tỷ`` / ``đồng``, ``Doanh`` / ``nghiệp``), though its words are words of headers too."""
    first = lines[0]
    two = len(lines) > 1 and lines[1].printed[:1].islower() and not lines[1].blank_above
    words = set(line_to_header_words(first))
    if _UNIT_HEAD & words or (words & KINDS.keys() and len(lines) > 1 and line_to_header_words(lines[1])):
        return False
    if two and unit_of_cell(f"{first.printed}{lines[1].printed}", lexicon) is not None:
        return True
    if words & KINDS.keys():
        return False
    half = len(line_to_atoms(first)) == 1 and fold(first.text).strip() in ("ty", "ti")
    return half or unit_of_cell(first.printed, lexicon) is not None
