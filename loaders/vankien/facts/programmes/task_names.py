"""A task of a table as its cell words it: its name, and what it is to reach, which may follow behind a comma.

Chương trình xúc tiến đầu tư năm 2032, thu hút từ 40 dự án mới
"""

from __future__ import annotations

import re

_AIM = re.compile(
    r",\s(?=(?:thu\shút|đạt|giảm|tăng|phấn\sđấu|nâng|trồng|đào\stạo|xây\sdựng|đón|hình\sthành)\s[^;]{0,60}?\d)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s\([^()]*\d[^()]*\)$")


def task_and_aim(text: str) -> tuple[str, str]:
    """The name of a task, and what it is to reach; empty where the cell does not say.

    >>> task_and_aim("Lễ hội Hoa ban, thu hút trên 90 nghìn lượt khách")
    ('Lễ hội Hoa ban', 'thu hút trên 90 nghìn lượt khách')
    >>> task_and_aim("Đề án Phát triển đô thị, nông thôn")
    ('Đề án Phát triển đô thị, nông thôn', '')
    """
    words = " ".join(text.split()).strip(" .;:")
    aim = _AIM.search(words)
    name = words[: aim.start()] if aim else words
    return _BRACKET.sub("", name), words[aim.end() :] if aim else ""
