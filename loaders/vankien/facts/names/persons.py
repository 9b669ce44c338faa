"""Where the name behind a body is that of a person who holds an office in it, and no place: ``Chủ tịch UBND tỉnh Lê Văn Nam``."""

from __future__ import annotations

import re

from vankien.vietnamese import fold

OFFICES = r"Chủ tịch|Bí thư|Giám đốc|Chánh Văn phòng"
_HELD = re.compile(rf"(?:{OFFICES}|Trưởng (?:[Bb]an|[Đđ]oàn))(?: [Tt]hường trực)? $")
_OPENS = re.compile(rf"(?:{OFFICES}) ")
_SURNAME = re.compile(
    r"(?:bui|cao|d(?:ang|ao|au|inh|o|oan|uong)|h(?:a|o|oang|uynh)|kieu|la|le|l(?:uong|uu|y)|mai|ngo|nguyen|p(?:ham|han|hung)|quach"
    r"|ta|to|t(?:hai|ran|rinh|rieu|ruong|u)|v(?:o|u|uong))"
)
"""The common surnames, without marks."""
_OF_PERSON = 3
"""Names of persons have three syllables at least; few places begin like a surname and are as long."""
_OF_PLACE = 2


def place_part(text: str, start: int, name: str) -> str:
    """What of `name`, behind the body (or the office in it) that starts at `start`, is a place: all of it, unless who holds
    the office is named there, too.

    >>> texts = "Chủ tịch UBND tỉnh Lê Văn Nam", "Chủ tịch UBND huyện Nậm Sơn Lê Văn Nam", "Chủ tịch UBND tỉnh Lê Sơn"
    >>> [place_part(t, t.index("UBND"), " ".join(t.split()[4:8])) for t in texts]
    ['', 'Nậm Sơn', 'Lê Sơn']
    """
    words = name.split()
    if len(words) < _OF_PERSON or not (_HELD.search(text, 0, start) or _OPENS.match(text, start)):
        return name
    if _SURNAME.fullmatch(fold(words[0])):
        return ""
    return (
        " ".join(words[:_OF_PLACE]) if len(words) > _OF_PERSON and _SURNAME.fullmatch(fold(words[_OF_PLACE])) else name
    )
