"""What a web page prints around a document: the path to the page, its buttons, links to other news, where the text is from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Line
from vankien.vietnamese import nfc

_PATH = re.compile(r"\s*Trang chủ\s*(?:>|»|›|/|→)", re.IGNORECASE)
_BUTTONS = re.compile(
    r"\[\s*(?:In (?:trang|bài)|Gửi|Quay lại|Trở về|Về đầu trang)[^\]]*\]|Cỡ chữ\s*:?\s*A|(?:Số )?lượt (?:xem|truy cập|đọc)\s*:\s*\d",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s*\(?\s*(?:Theo|Nguồn)\s*:?\s(?=[^()]{0,60}?(?:trang|cổng|báo|website|tạp chí|đài|thông tấn|[a-z]\.vn)(?!\s(?:cáo|chí\smục))\b)[^()]{3,90}\)?\s*",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\s*(?:(?:Các|Những)\s)?(?:tin|bài(?:\sviết)?)(?:,\sbài)?(?:\s(?:viết|bài))?\s(?:khác|liên quan|cùng chuyên mục|đã (?:đưa|đăng)|mới hơn|cũ hơn)\s*:?\s*",
    re.IGNORECASE,
)
_TOP, _LONGEST = 20, 120
"""How many lines from the top a path and buttons stand; no such line is longer."""


def web_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """The lines, by their numbers, that belong to the web page and not to the document on it.

    Links to other news are what stands below their heading up to the end, if nothing but short lines do.
    """
    out = {line.number for line in lines[:_TOP] if _PATH.match(line.text) or _BUTTONS.search(line.text)}
    filled = [line for line in lines if line.text.strip()]
    tail = filled[-_TOP:]
    for at, line in enumerate(tail):
        below = tail[at + 1 :]
        if _OTHERS.fullmatch(nfc(line.text)) and all(len(b.text) <= _LONGEST for b in below):
            out |= {b.number for b in tail[at:]}
            tail = tail[:at]
            break
    out |= {line.number for line in tail[-2:] if len(line.text) <= _LONGEST and _FROM.fullmatch(nfc(line.text))}
    return frozenset(out)
