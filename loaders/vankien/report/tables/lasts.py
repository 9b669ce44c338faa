"""The labels and last cells of dumped rows: whether a label goes on or heads what follows, where the name of a body begins,
how the cells behind the values part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Passage
from vankien.report.join import join_passages

BODY = re.compile(
    r"(?:Sở|Ban|Bộ|Cục|Chi cục|Văn phòng|Thanh tra|Công an|Ủy ban|UBND|UBMTTQ|HĐND|Hội|Liên đoàn|Đoàn|Tỉnh (?:ủy|đoàn)|Thành ủy"
    r"|Huyện ủy|Đảng ủy|Trung tâm|Bảo hiểm|Kho bạc|Ngân hàng|Thống kê|Thuế|Tòa án|Viện)(?!\w)"
)
"""How the name of a body begins in a last column of bodies."""


def is_open(label: str) -> bool:
    """A label heads the rows below: it ends with a colon, of its own and not of a bracket in it."""
    return label.endswith(":") and label.count("(") <= label.count(")")


def in_bracket(parts: Sequence[Passage]) -> bool:
    """Is a bracket open at the end of a label?"""
    text = join_passages(parts).text
    return text.count("(") > text.count(")")


def stops_short(parts: Sequence[Passage]) -> bool:
    """The label stops in the middle: it ends in a preposition or a comma."""
    text = parts[-1].text if parts else ""
    return bool(re.search(r"(?:,|\b(?:của|và|về|với|cho|tại|theo|trong|đến|được|các|thể|có))$", text))


def cells_of(rest: Passage, columns: int) -> list[Passage]:
    """The text behind the values as one cell, or as one for each column where it is printed with as many lines that open
    with a capital or a figure."""
    starts = [p.at for p in rest.pieces if rest.text[p.at : p.at + 1].isupper() or rest.text[p.at : p.at + 1].isdigit()]
    if columns < 2 or len(starts) != columns or starts[0] != 0:
        return [rest]
    return [rest.part(a, b) for a, b in zip(starts, [*starts[1:], len(rest.text)], strict=True)]
