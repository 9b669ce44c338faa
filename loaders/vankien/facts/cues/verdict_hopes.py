"""Verdicts that a sentence only hopes for: ``phấn đấu vượt kế hoạch``, ``góp phần hoàn thành chỉ tiêu``, ``đạt 100% chỉ tiêu trở lên``."""

from __future__ import annotations

import re

_PLANNED = re.compile(
    r"(?:phấn đấu|để|nhằm|quyết tâm|nỗ lực|sẽ|hướng tới|khả năng|cố gắng|giải pháp|nếu|cần|phải|yêu cầu|không để|tập trung(?!\s\d)|bảo đảm|đảm bảo|góp phần)"
    r"\s+(?:\S+\s+){0,3}$",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"(?<!\w)(?:sẽ|khả năng)\s(?:(?:là|rất|cũng|vẫn)\s)?$", re.IGNORECASE)
_OR_MORE = re.compile(r"(?:\s[^\W\d]+){0,4}?\strở\slên\s*(?:[,;.]|$)", re.IGNORECASE)
"""``đạt 100% chỉ tiêu giao trở lên``: a bound is to be reached."""
_NEAR = 40
"""How far before a verdict the words stand that hope for it."""


def is_planned(text: str, start: int, end: int, feared: bool, share: bool) -> bool:
    """Do the words around a verdict (from `start` to `end`) hope for it? What ``sẽ khó đạt``, or may be missed (`feared`), is
    expected, and nobody's plan; `share` says that it is a share of the target.

    >>> t = "Quyết tâm hoàn thành kế hoạch"
    >>> is_planned(t, t.index("hoàn"), len(t), False, False)
    True
    """
    before = text[max(0, start - _NEAR) : start]
    if feared and _EXPECTED.search(before):
        return False
    bound = _OR_MORE.match(text, end) if share else None
    return (bound or _PLANNED.search(before)) is not None
