"""Whose document it is where a city, a district or a commune inside a province issues it: read from the letterhead."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vankien.facts.names.capitals import small_name
from vankien.facts.names.places import COMMITTEES
from vankien.vietnamese import is_upper, same_tones

_NAME = r"(?!(?:KHÓA|LẦN|NHIỆM)\b)(?P<name>\d{1,2}|[^\W\d_]+(?:\ (?!TỈNH\b|THÀNH\b|LẦN\b|KHÓA\b|NHIỆM\b)[^\W\d_]+){0,3})(?=\s*(?:$|\W|TỈNH\b|LẦN\b|KHÓA\b))"
_UNIT = re.compile(
    rf"""(?<!\w)(?:(?P<committee>THÀNH|HUYỆN|THỊ|QUẬN)\ ỦY
        |(?P<kind>THÀNH\ PHỐ|HUYỆN|THỊ\ XÃ|QUẬN|(?<!THỊ\ )XÃ(?!\ HỘI(?!\w))|PHƯỜNG|THỊ\ TRẤN|ĐẶC\ KHU))\ {_NAME}""",
    re.VERBOSE,
)
_COMMITTEES = {committee.split()[0].upper(): unit for unit, committee in COMMITTEES.items()}
_LONGEST = 90


def home_in_letterhead(lines: Iterable[str]) -> tuple[str, str]:
    """Kind and name of the unit that the last line of a letterhead's issuer names: the lines above it name whose part it
    is; empty if they name none.

    >>> home_in_letterhead(["ĐẢNG BỘ TỈNH SƠN BÌNH", "THÀNH ỦY TAM LĨNH"])
    ('thành phố', 'Tam Lĩnh')
    >>> home_in_letterhead(["BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN KHÓA XV"])
    ('', '')
    >>> home_in_letterhead(["HUYỆN ỦY THANH GIANG", "ĐẢNG ỦY XÃ NẬM SƠN"]), home_in_letterhead(["TỈNH ỦY SƠN BÌNH"])
    (('xã', 'Nậm Sơn'), ('', ''))
    """
    for line in reversed(list(lines)):
        found = list(_UNIT.finditer(same_tones(line))) if is_upper(line) and len(line) <= _LONGEST else []
        if found:
            unit = _COMMITTEES[found[-1]["committee"]] if found[-1]["committee"] else found[-1]["kind"].lower()
            return unit, small_name(found[-1]["name"])
    return "", ""


_SUPERIOR = re.compile(
    r"(?:ĐẢNG BỘ|ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN)\s+\S.*"
    r"|(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN)\s+ỦY\s+\S.*"
)
_OWN = re.compile(
    r"(?:(?:THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG)\s+ỦY|ĐẢNG BỘ|(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN|UBND|HĐND)\s+(?:\S+\s+){0,3}\S+"
    r"|(?:SỞ|CHI CỤC|PHÒNG)\s+\S.*"
)


def own_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines of the issuer itself: without those of the body above it (``ĐẢNG BỘ TỈNH SƠN BÌNH`` over ``THÀNH ỦY TAM
    LĨNH``).

    >>> own_lines(("ĐẢNG BỘ TỈNH SƠN BÌNH", "THÀNH ỦY TAM LĨNH")), own_lines(("ĐẢNG BỘ TỈNH SƠN BÌNH", "BAN CHẤP HÀNH"))
    (('THÀNH ỦY TAM LĨNH',), ('ĐẢNG BỘ TỈNH SƠN BÌNH', 'BAN CHẤP HÀNH'))
    >>> own_lines(("ỦY BAN NHÂN DÂN", "TỈNH SƠN BÌNH", "SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"))
    ('SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO')
    """
    plain = [same_tones(line).strip(" *_") for line in lines]
    for at in range(len(plain) - 1, 0, -1):
        above = (plain[at - 1], " ".join(plain[at - 2 : at]) if at == 2 else "")
        if _OWN.match(plain[at]) and any(_SUPERIOR.fullmatch(line) for line in above):
            return lines[at:]
    return lines
