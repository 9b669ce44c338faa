"""What a document counts of itself: its groups of targets, its tasks and parts. Such counts promise nothing."""

from __future__ import annotations

import re

STRUCTURE = re.compile(
    r"(?:nhóm\s)?(?:chỉ\stiêu|nhiệm\svụ|giải\spháp|khâu|chương\strình|mục\stiêu|nội\sdung|lĩnh\svực|quan\sđiểm|nhóm|phần|bước|đột\sphá|nghị\squyết|kết\sluận)",
    re.IGNORECASE,
)
"""What a document counts of itself: no targets."""

_GROUP = re.compile(
    r"(?:(?:nhóm|các|về)\s){0,3}chỉ\stiêu(?P<of>\s[^().:;\d]{2,80}?)?\s?\((?:gồm\s|có\s)?\d{1,3}\schỉ\stiêu\)\W*",
    re.IGNORECASE,
)


def group_label(text: str) -> str:
    """The label of the count in the head of a group of targets; empty for any other sentence.

    >>> group_label("Nhóm chỉ tiêu về kinh tế (07 chỉ tiêu)"), group_label("Vượt chỉ tiêu (12 chỉ tiêu), đạt 3.")
    ('Số chỉ tiêu về kinh tế', '')
    """
    match = _GROUP.fullmatch(text)
    return f"Số chỉ tiêu{match['of'] or ''}" if match else ""
