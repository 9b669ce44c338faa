"""The motto of the State and the name of the Party: by them a letterhead is known."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.vietnamese import is_upper, same_tones

_MOTTO = re.compile(r"\W*(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\W+Tự do\W+Hạnh phúc)\W*")
_SHORT = 80
_ABOVE = 3


def is_motto(text: str) -> bool:
    """Is a line the motto of the State or the name of the Party, as letterheads print them?

    >>> is_motto("Độc lập - Tự do - Hạnh phúc"), is_motto("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"), is_motto("Độc lập")
    (True, True, False)
    """
    return len(text) < _SHORT and _MOTTO.fullmatch(same_tones(text)) is not None


def opens_letterhead(texts: Sequence[str]) -> bool:
    """Does a line open a letterhead: a motto, or a name in capitals with one a few lines below?

    >>> opens_letterhead(["SỞ TÀI CHÍNH", "TỈNH SƠN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"])
    True
    """
    if not texts or not (is_motto(texts[0]) or (is_upper(texts[0]) and len(texts[0]) > _ABOVE)):
        return False
    for text in texts[: _ABOVE + 1]:
        if is_motto(text):
            return True
        if not is_upper(text):
            return False
    return False
