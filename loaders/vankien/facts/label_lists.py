"""Lists that go through kinds: zones, levels of schools, sectors; each value is of the same indicator, of another kind."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.label_changes import Label
from vankien.facts.phrases import lower_first, sentence_case

_ZONE = re.compile(r"(?:khu vực )?(?:đô thị|thành thị|nông thôn|miền núi|vùng cao)", re.IGNORECASE)
_SCHOOL = re.compile(
    r"(?:mầm non|mẫu giáo|nhà trẻ|tiểu học|trung học cơ sở|trung học phổ thông|THCS|THPT)(?!\w)", re.IGNORECASE
)
"""Levels of schools, which a list goes through: ``trường đạt chuẩn ở bậc mầm non 80%, tiểu học 85%``."""

_SECTOR = re.compile(
    r"""(?:khu\svực\s)?(?:nông(?:,\s|\s-\s|\snghiệp,\s)lâm(?:\snghiệp)?(?:,\s|\s-\s|\svà\s)(?:thủy|thuỷ)\ssản|nông\s-\slâm\s-\sngư\snghiệp|nông\snghiệp|lâm\snghiệp|(?:thủy|thuỷ)\ssản
      |công\snghiệp(?:\s-\s|\svà\s|,\s)xây\sdựng|công\snghiệp|xây\sdựng|(?:thương\smại(?:\s-\s|,\s|\svà\s))?dịch\svụ)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_GROWTH_OF = re.compile(r"Tốc\sđộ\stăng", re.IGNORECASE)
"""``Tốc độ tăng trưởng ngành công nghiệp 11%; dịch vụ 8%``: a list goes through the sectors."""


def next_of_list(before: str, previous: Label, headed: bool) -> Label | None:
    """The label of a value whose words name only another kind; `headed` says that the list stands behind a colon.

    >>> next_of_list("dịch vụ", Label("Tốc độ tăng trưởng ngành công nghiệp", ""), False).text
    'Tốc độ tăng trưởng ngành dịch vụ'
    """
    before = re.sub(r"^(?:ở|tại)\s", "", before)
    for kinds in (_ZONE,) if headed else (_ZONE, _SCHOOL):
        if kinds.fullmatch(before) and kinds.search(previous.text):
            return replace(previous, text=kinds.sub(lower_first(before), previous.text))
    if _GROWTH_OF.match(previous.text) and _SECTOR.fullmatch(before):
        if not _SECTOR.search(previous.text):  # "Tốc độ tăng trưởng 10%, trong đó: công nghiệp 13%"
            return replace(previous, text=f"{previous.text}: {sentence_case(before)}")
        return replace(previous, text=_SECTOR.sub(lower_first(before), previous.text, count=1))
    return None
