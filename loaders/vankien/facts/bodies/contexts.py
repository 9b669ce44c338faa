"""Names that look like a body's and are none there: of a law or a standard, of what is abroad, in the name of a movement."""

from __future__ import annotations

import re

_NO_BODY = ("Luật Tổ chức ", "luật Tổ chức ", "Luật tổ chức ", "Luật ", "chuẩn ", "các nước ")
"""What is named after these words is a law, a standard or a region: ``Luật Tổ chức Chính phủ``, ``đạt chuẩn ASEAN``."""
_ABROAD = re.compile(
    r"\s?\((?:Trung Quốc|Lào|Campuchia|Cam-pu-chia|Thái Lan|Hàn Quốc|Nhật Bản|Liên bang Nga)\)", re.IGNORECASE
)


def is_no_body(text: str, start: int, end: int, *, bare: bool) -> bool:
    """True for a name that stands for no body there; `bare` says that the place is missing which it needs.

    >>> names = "phong trào “Mái ấm Công đoàn”", "Tỉnh ủy tỉnh Vân Nam (Trung Quốc)", "Luật Tổ chức Chính phủ", "họp Công đoàn"
    >>> [is_no_body(t, t.index(n), t.index(n) + len(n), bare=True) for t, n in zip(names, ("Công đoàn", "Tỉnh ủy tỉnh Vân Nam", "Chính phủ", "Công đoàn"))]
    [True, True, True, False]
    """
    quoted = bare and text.count("“", 0, start) > text.count("”", 0, start)
    abroad = _ABROAD.match(text, end) or _ABROAD.search(text[start:end])
    return quoted or bool(abroad) or text[:start].endswith(_NO_BODY)
