"""The label that a line opens with: part, chapter, number, letter, question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vankien.vietnamese import ROMAN, UPPER

_LABEL = re.compile(
    rf"""(?P<part>(?i:(?:Phần|Chương|Mục|Phụ\ lục|Chuyên\ đề|Phụ\ biểu|Biểu|Điều)\ (?:số\ )?(?:thứ\ (?:nhất|hai|ba|tư|năm|sáu|bảy)|(?-i:{ROMAN})|\d{{1,2}}[a-z]?)))(?=[.:)\s]|$)
      | (?P<question>(?i:Câu(?:\ hỏi)?\ (?:số\ )?)\d{{1,3}})(?=[.:]\s)
      | (?P<roman>{ROMAN})\s?[-–./)](?=\s|[{UPPER}])
      | (?P<letter>[A-Z])\s?[-–.](?=\s?[{UPPER}])
      | (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}})+)\.?(?=\s)
      | (?P<arabic>\d{{1,2}})[.)](?=\s)
      | (?P<slash>\d{{1,2}})[/–-](?=\s[{UPPER}])
      | (?P<alpha>[a-zđ])[).](?=\s)
      | \((?P<paren>\d{{1,2}}|[a-z])\)(?:\s?[-–.:])?(?=\s|[{UPPER}])
      | (?P<dash>[-–+*•])(?=\s)""",
    re.VERBOSE,
)
"""A printed label at the start of a line: ``B- TÌNH HÌNH``, ``II. NHIỆM VỤ``, ``2.1. Giữ vững``, ``a) Lĩnh vực``, ``(1) Tốc độ``."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line: its kind, its text (``II``, ``2.1``, ``a``) and where the title starts."""

    kind: str
    text: str
    end: int


def line_to_label(text: str) -> Label | None:
    """The printed label at the start of a line, or None.

    >>> [line_to_label(t) for t in ("6.800 ha rừng", "25% xã")]
    [None, None]
    >>> label = line_to_label("2.1. Giữ vững"); label.kind, label.text
    ('dotted', '2.1')
    >>> line_to_label("(13)- Trên 75% người dân")
    Label(kind='paren', text='13', end=5)
    """
    match = _LABEL.match(text)
    if not match or not match.lastgroup:
        return None
    end = match.end()
    if match.lastgroup in ("part", "question"):  # "Điều 1. Phê duyệt", "Phụ lục 2: Danh mục", "Câu hỏi 3: Vì sao ...?"
        end += len(text[end:]) - len(text[end:].lstrip(".:) "))
    return Label(match.lastgroup, match.group(match.lastgroup), end)
