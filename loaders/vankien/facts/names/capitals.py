"""What headings and titles print in capitals, as it is written inside a sentence: the name of a congress, and of a place."""

from __future__ import annotations

import re

from vankien.vietnamese import UPPER, same_tones

_WORDS = (
    "Đại hội", "đại biểu", "đảng viên", "Đảng bộ", "tỉnh", "lần thứ", "nhiệm kỳ", "toàn quốc", "của", "thành phố", "huyện",
    "khóa", "xã", "phường", "đặc khu", "thị xã", "quận",
)  # fmt: skip
_PLACE_IN_CAPITALS = re.compile(
    rf"(?:(?<=tỉnh )|(?<=huyện )|(?<= xã )|(?<=phường )|(?<=đặc khu )|(?<=thành phố )|(?<=quận ))[{UPPER}]+(?: [{UPPER}]+){{0,2}}(?=,? lần thứ|,|$)"
)
"""The name of a place in capitals, behind what kind of place it is."""


def small_congress(text: str) -> str:
    """A heading in capitals with the words of a congress's name, and the name of the place behind them, in their usual case;
    lengths and all other words stay.

    >>> small_congress("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ NẬM SƠN LẦN THỨ I, NHIỆM KỲ 2025 - 2030")
    'Đại hội đại biểu Đảng bộ xã Nậm Sơn lần thứ I, nhiệm kỳ 2025 - 2030'
    """
    same = same_tones(text)
    for word in _WORDS:
        same = re.sub(rf"(?<!\w){word.upper()}(?!\w)", word, same)
    return _PLACE_IN_CAPITALS.sub(lambda m: small_name(m.group()), same)


def small_name(name: str) -> str:
    """A name of capitals or small letters alone with a capital for each syllable.

    >>> small_name("NẬM SƠN"), small_name("nậm sơn")
    ('Nậm Sơn', 'Nậm Sơn')
    """
    return name.title()
