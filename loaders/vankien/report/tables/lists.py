"""Dumped lists of documents: number, code, date, and an abstract wrapped over lines.

STT Số hiệu Ngày ban hành Trích yếu
I CHỈ THỊ, KẾT LUẬN
1 Số 09-CT/TU 01/02/2023
Chỉ thị về phòng cháy, chữa cháy rừng ở các xã vùng lòng hồ ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Lexicon, Passage, Table
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import cell_kind
from vankien.report.tables.rows import Grid, blank_like, grid_to_table, title_above
from vankien.report.tables.spans import words_to_cells
from vankien.vietnamese import ROMAN, UPPER, fold, is_upper

_CODE = r"(?:(?i:số)\s*:?\s*)?\d{1,5}[a-zA-Z]?(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\wĐđ&.-]*(?:[-/][A-ZĐ][\wĐđ&.-]*)*"
_DATE = r"(?:(?i:ngày)\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
_ROW = re.compile(r"(?P<no>\d{1,3})[.)]?\s+(?P<rest>\S.*)")
_FRONT = re.compile(rf"(?P<code>{_CODE})[,;]?(?:\s+(?P<date>{_DATE}))?(?:\s+|$)")
_BACK = re.compile(rf"(?:^|\s)(?P<code>{_CODE})[,;]?(?:\s+(?P<date>{_DATE}))?\s*$")
_SECTION = re.compile(rf"(?P<no>{ROMAN}|[A-H])[.)]?\s+(?P<text>[{UPPER}].*)")
_LONE_SECTION = re.compile(rf"(?:{ROMAN}|[A-H])[.)]?")
"""The number of a section alone in its line, above its name in capitals."""
_END = re.compile(r"(?:phu luc|bieu|ghi chu|noi nhan)\b")
_MAX_HEADER = 8
_MAX_ROW = 14


@dataclass
class _Block:
    """The lines of one row, or of a section row."""

    no: Passage
    parts: list[Passage] = field(default_factory=list)
    section: bool = False


def _next_number(blocks: Sequence[_Block]) -> int:
    return next((int(b.no.text) + 1 for b in reversed(blocks) if not b.section), 1)


def _blocks(lines: Sequence[BodyLine], first: int, header: str, in_front: bool) -> tuple[list[_Block], int]:
    """The rows' lines from index `first` on, and the index behind the last."""
    blocks: list[_Block] = []
    at = first
    while at < len(lines):
        passage = lines[at].passage
        text = passage.text
        row, section = _ROW.fullmatch(text), _SECTION.fullmatch(text)
        if _END.match(fold(text)):
            break
        if fold(text) == header:
            pass
        elif row and _opens_row(row, blocks, in_front):
            blocks.append(_Block(passage.part(*row.span("no")), [passage.part(row.start("rest"), len(text))]))
        elif text.isdigit() and int(text) == _next_number(blocks):
            blocks.append(_Block(passage))
        elif _opens_lone_section(lines, at):
            blocks.append(_Block(passage, section=True))
        elif section and len(text) < 80:
            blocks.append(
                _Block(passage.part(*section.span("no")), [passage.part(section.start("text"), len(text))], True)
            )
        elif blocks and _goes_on(blocks[-1], lines[at]):
            blocks[-1].parts.append(passage)
        else:
            break
        at += 1
    return blocks, at


def _opens_lone_section(lines: Sequence[BodyLine], at: int) -> bool:
    """Does the number of a section stand alone in a line, with the name of the section in capitals below it?"""
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    return is_upper(below) and _LONE_SECTION.fullmatch(lines[at].text) is not None


def _opens_row(row: re.Match[str], blocks: Sequence[_Block], in_front: bool) -> bool:
    """A number that counts the rows on (or starts anew) before a code; before any words if the codes stand behind."""
    number = int(row["no"])
    if in_front:
        return number in (_next_number(blocks), 1) and _FRONT.search(row["rest"]) is not None
    return number == _next_number(blocks) and row["rest"][:1].isupper()


def _goes_on(block: _Block, line: BodyLine) -> bool:
    """An abstract goes on until it has ended with a full stop and a blank line follows."""
    if block.section:
        return line.text[:1].islower() or line.text.isupper()
    ended = bool(block.parts) and block.parts[-1].text.endswith(".") and line.blank_above
    return not ended and len(block.parts) < _MAX_ROW


def _cells(block: _Block, kinds: Sequence[str]) -> list[Passage] | None:
    """The cells of a row in the order of the header."""
    whole = join_passages(block.parts) if block.parts else block.no
    out = [blank_like(whole)] * len(kinds)
    out[0] = block.no
    abstract = kinds.index("abstract") if "abstract" in kinds else kinds.index("label")
    if block.section:
        out[abstract] = whole
        return out
    in_front = kinds.index("code") < abstract
    match = _FRONT.match(whole.text) if in_front else _BACK.search(whole.text)
    if not match:
        return None
    out[kinds.index("code")] = whole.part(*match.span("code"))
    if match.group("date") and "date" in kinds:
        out[kinds.index("date")] = whole.part(*match.span("date"))
    out[abstract] = whole.part(match.end(), len(whole.text)) if in_front else whole.part(0, match.start())
    return out


def read_list(lines: Sequence[BodyLine], start: int, lexicon: Lexicon) -> tuple[Table, int] | None:
    """The list of documents whose header starts at index `start`, and the index behind it; None if there is none."""
    for first in range(start + 1, min(len(lines), start + _MAX_HEADER)):
        if re.match(rf"(?:(?:I|A)[.)]?\s+[A-ZĐ]|1[.)]?(?:\s+(?:{_CODE}|[A-ZĐ])|$))", lines[first].text) or (
            _opens_lone_section(lines, first)
        ):
            break
    else:
        return None
    header = words_to_cells(" ".join(b.text for b in lines[start:first]))
    kinds = [cell_kind(h) for h in header]
    if "code" not in kinds or not {"abstract", "label"} & set(kinds) or kinds[0] != "no":
        return None
    abstract = kinds.index("abstract") if "abstract" in kinds else kinds.index("label")
    blocks, end = _blocks(lines, first, fold(lines[start].text), kinds.index("code") < abstract)
    grid: Grid = [cells for b in blocks if (cells := _cells(b, kinds)) is not None]
    if len([b for b in blocks if not b.section]) < 1 or not grid:
        return None
    last = lines[end - 1].passage.last_line
    table = grid_to_table(title_above(lines, start), header, grid, lines[start].number, last)
    return (table, end) if table else None
