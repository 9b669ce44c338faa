"""Structure → the stretches of a document that hand out the work: "Tổ chức thực hiện", "Phân công nhiệm vụ", all of a directive
below "yêu cầu:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.model import Outline
from vankien.vietnamese import fold

_TITLE = re.compile(
    r"(?:to chuc (?:thuc hien|trien khai)|phan cong (?:to chuc |thuc hien|nhiem vu|trach nhiem)|trach nhiem (?:thuc hien|cua|to chuc)"
    r"|(?:nhiem vu|cong viec)(?:(?:,| va)? (?:trach nhiem|quyen han))? (?:cua|doi voi|giao cho) (?:cac |tung |moi )?(?:co quan|don vi|so\b|ban\b|nganh|cap\b|dia phuong|to chuc|thanh vien))"
)
"""``Tổ chức thực hiện``, ``Phân công nhiệm vụ``, ``Trách nhiệm của các cơ quan``, ``Nhiệm vụ của các đơn vị``, without diacritics."""

_ARTICLE = re.compile(r"Điều \d+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """First and last source line of a part that hands out the work."""

    first_line: int
    last_line: int

    def holds(self, line: int) -> bool:
        """True if that source line stands in it."""
        return self.first_line <= line <= self.last_line


def is_organising(title: str) -> bool:
    """Does a title open the part that hands out the work?

    >>> is_organising("TỔ CHỨC THỰC HIỆN"), is_organising(". Tổ chức thực hiện"), is_organising("Mục tiêu")
    (True, True, False)
    """
    text = fold(title).strip(" .:-*")
    return bool(_TITLE.match(text)) and len(text.split()) < 14


def organising_stretches(outline: Outline) -> tuple[Stretch, ...]:
    """The parts that hand out the work, each down to the next title as high, article, unnumbered title or the end."""
    marks = [(h.title.first_line, h.depth if h.label else 0, h.title.text) for h in outline.headings]
    marks += [
        (p.passage.first_line, 0, p.passage.text)
        for p in outline.paragraphs
        if _ARTICLE.fullmatch(p.context.item) and p.context.where == "prose"
    ]
    marks.sort()
    last = outline.report.lines[-1].number
    out = list(_directed(outline))
    for index, (line, depth, title) in enumerate(marks):
        if is_organising(title):
            following = (m[0] for m in marks[index + 1 :] if m[1] <= depth)
            out.append(Stretch(line, next(following, last + 1) - 1))
    return tuple(out)


_DIRECTIVES = ("chi thi", "cong dien")
_DEMANDS = re.compile(
    r"(?:^|\s)(?:yêu cầu|chỉ thị|chỉ đạo|giao nhiệm vụ)(?:\s(?:các|Thủ trưởng|Giám đốc|sở|Chủ tịch)[^.;:]{0,200})?"
    r"(?:,?\s(?:tập trung\s)?(?:thực hiện|triển khai)[^.;:]{0,80})?(?:\ssau(?: đây)?)?\s?:$",
    re.IGNORECASE,
)
"""``Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:``"""


def _directed(outline: Outline) -> Iterator[Stretch]:
    """What a directive demands, from there to the recipients."""
    if not any(fold(p.text).strip(" .:-*#_") in _DIRECTIVES for p in outline.letterhead):
        return
    opening = next((p.passage for p in outline.paragraphs if _DEMANDS.search(p.passage.text)), None)
    end = outline.closing[0].first_line if outline.closing else outline.report.lines[-1].number + 1
    if opening and opening.last_line < end:
        yield Stretch(opening.last_line + 1, end - 1)
