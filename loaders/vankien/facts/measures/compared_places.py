"""Values in brackets behind the names of other places: ``tăng trưởng của tỉnh cao hơn An Lâm (4,4%), Khê Sơn (5,1%)``."""

from __future__ import annotations

import re

from vankien.facts.clauses.phrases import from_head, sentence_case, tidy
from vankien.vietnamese import UPPER

_NAME = rf"[{UPPER}][\w-]*(?:\s[{UPPER}][\w-]*){{0,3}}"
_SIDE = rf"(?:(?:của|mức|tỉnh|thành\sphố|nước)\s){{0,3}}(?P<name>{_NAME})\s\((?P<value>[^()]{{1,25}})\)"
_FIRST = re.compile(
    rf"(?P<lead>[^,;:.()]{{4,120}}?)\s(?:cao|thấp|nhanh|chậm|lớn|nhiều|ít)\shơn\s(?:so\svới\s)?(?:nhiều\s)?{_SIDE}"
)
_NEXT = re.compile(rf"(?:,|\svà|\shay|;)\s{_SIDE}")
_OWN = re.compile(
    r"\s(?:của\s)?(?:nước\sta|tỉnh(?:\sta)?|địa\sphương|cả\snước|thành\sphố|Việt\sNam|toàn\stỉnh)$", re.IGNORECASE
)


def places_compared(text: str) -> dict[int, tuple[str, str]]:
    """For the offset of each bracket of such a list: what is measured, and the place whose value it is.

    >>> places_compared("Tuổi thọ của tỉnh cao hơn An Lâm (70,1 tuổi) và Khê Sơn (69 tuổi).")
    {33: ('Tuổi thọ', 'An Lâm'), 56: ('Tuổi thọ', 'Khê Sơn')}
    """
    out: dict[int, tuple[str, str]] = {}
    if "hơn" not in text or "(" not in text:
        return out
    for first in _FIRST.finditer(text):
        label = sentence_case(_OWN.sub("", tidy(from_head(first["lead"]))))
        side: re.Match[str] | None = first
        while side and label:
            out[side.start("value") - 1] = (label, side["name"])
            side = _NEXT.match(text, side.end())
    return out
