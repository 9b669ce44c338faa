"""The full name of the resolution or plan that a result is held against, cut down to what it is.

Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XII, nhiệm kỳ 2030 - 2035    Nghị quyết Đại hội
Nghị quyết số 08-NQ/TU, ngày 12/3/2031 của Tỉnh ủy                            Nghị quyết
"""

from __future__ import annotations

import re

_FULL_NAME = re.compile(
    r"(?P<what>(?:nghị\squyết|mục\stiêu|chỉ\stiêu|kế\shoạch|chương\strình|đề\sán|kết\sluận)(?:\s(?:của|mà|do|theo|tại))?)(?:"
    r"(?P<held>\sđại\shội)(?:\sđại\sbiểu)?\s(?:đảng\sbộ|toàn\squốc)(?:\s[^\s,;:()]+){0,7}?\slần\sthứ\s(?-i:[IVXL]+|\d+)(?:,?\snhiệm\skỳ\s\d{4}\s?[-–]\s?\d{4})?"
    r"|\ssố\s\d+[^\s,;()]*,?\s+(?:ngày\s+)?(?:\d[\d/-]+\s)?của(?:\s[^\s,;:()]+){1,7}?)(?=\s*$|\s(?:đã\s)?(?:đề\sra|đặt\sra|giao|xác\sđịnh|là)(?!\w))",
    re.IGNORECASE,
)


def short_setter(text: str) -> str:
    """The words before a value with the resolution that they compare it with called by no more than what it is.

    >>> short_setter("vượt mục tiêu Nghị quyết Đại hội đại biểu Đảng bộ huyện An Lâm lần thứ XIV đề ra")
    'vượt mục tiêu Nghị quyết Đại hội đề ra'
    >>> short_setter("chưa đạt mục tiêu Nghị quyết số 08-NQ/TU,  của Tỉnh ủy đề ra")
    'chưa đạt mục tiêu Nghị quyết đề ra'
    """
    return _FULL_NAME.sub(lambda m: f"{m['what']}{m['held'] or ''}", text) if " " in text else text
