"""What lines of a letterhead say: an office that issues documents, the genre of one."""

from __future__ import annotations

import re
from functools import lru_cache

from vankien.model import Lexicon
from vankien.vietnamese import fold, is_upper, same_tones

_OFFICE = re.compile(
    r"(?:(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) (?:ỦY|BỘ)|ĐẠI HỘI|BAN |ỦY BAN|UBND|HỘI ĐỒNG|HĐND|SỞ |ĐOÀN |HỘI |VĂN PHÒNG"
    r"|TỈNH |THÀNH PHỐ |HUYỆN |XÃ |PHƯỜNG |BỘ |CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG)"
)


def names_office(text: str) -> bool:
    """Is a line in capitals the name of an office?

    >>> names_office("UỶ BAN NHÂN DÂN"), names_office("ĐẢNG BỘ XÃ NẬM SƠN"), names_office("Sở Y tế"), names_office("BÁO CÁO")
    (True, True, False, False)
    """
    return is_upper(text) and _OFFICE.match(same_tones(text)) is not None


def names_genre(text: str, lexicon: Lexicon) -> bool:
    """Is a line in capitals a genre of the list, alone or with a title behind it?"""
    return is_upper(text) and _genres(lexicon).match(fold(text).strip(" *")) is not None


@lru_cache(maxsize=4)
def _genres(lexicon: Lexicon) -> re.Pattern[str]:
    """The genres of the list, folded."""
    names = {fold(name) for genre in lexicon["genres"] for name in genre.all_spellings()}
    return re.compile(rf"(?:{'|'.join(re.escape(n) for n in sorted(names, key=len, reverse=True))})\b")
