"""The title of a document as its letterhead prints it → as it is written: names in capitals, what is no part of it."""

from __future__ import annotations

import re

from vankien.model import Concept
from vankien.vietnamese import ROMAN, is_upper, same_tones

BROUGHT_ABOUT = re.compile(r"\s*\((?:(?:được\s)?thông qua|ban hành|trình)\s[^()]*\)$", re.IGNORECASE)
"""``(Thông qua tại phiên bế mạc ngày 12/9/2025)``: when it was decided is no part of a title."""


_NUMERAL = re.compile(r"(?<=lần thứ )[ivxl]+(?!\w)|(?<=kh[óo][áa] )[ivxl]+(?!\w)")


def small_title(title: str, province: Concept | None) -> str:
    """A title in capitals written small, the names that must be in it with their capitals."""
    if not is_upper(title):
        return title
    small = _NUMERAL.sub(lambda m: m.group().upper(), title.capitalize())
    for name in ("Đảng bộ", *((province.vi,) if province else ())):
        small = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, small, flags=re.IGNORECASE)
    return small


_CONGRESS_IN_CAPITALS = re.compile(
    rf"ĐẠI HỘI (?P<who>(?:ĐẠI BIỂU|ĐẢNG VIÊN) )?ĐẢNG BỘ (?P<unit>TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG)(?: (?P<place>[^,\d]+?))??,? LẦN THỨ (?P<ordinal>{ROMAN})"
    r"(?:(?P<rest>,? NHIỆM KỲ \d{4} ?[-–] ?\d{4})(?!\d).*)?$"
)


def congress_in_capitals(title: str) -> str:
    """The name of a congress that the title prints in capitals, in its usual spelling; other titles stay.

    >>> congress_in_capitals("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ NẬM SƠN LẦN THỨ I, NHIỆM KỲ 2025 - 2030")
    'Đại hội đại biểu Đảng bộ xã Nậm Sơn lần thứ I, nhiệm kỳ 2025 - 2030'
    """
    match = _CONGRESS_IN_CAPITALS.match(same_tones(title))
    if not match:
        return title
    who, rest = (match["who"] or "").lower(), (match["rest"] or "").lower()
    place = f" {match['place'].title()}" if match["place"] else ""
    return f"Đại hội {who}Đảng bộ {match['unit'].lower()}{place} lần thứ {match['ordinal']}{rest}"


def of_place(congress: str, province: Concept | None) -> str:
    """The name of a province's congress with the province, which its title may leave to the letterhead."""
    name = province.vi if province else None
    return congress.replace("Đảng bộ tỉnh lần thứ", f"Đảng bộ tỉnh {name} lần thứ") if name else congress


CONGRESS_TITLE = re.compile(r"(?P<name>Đại hội\s.{4,80}?\s(?:lần thứ\s+)?[XVI]+)(?=,|\s+nhiệm kỳ|$)")
"""A title that is a congress's name: the congress itself issues the resolution."""


_PLENUM = re.compile(r"(?:của )?hội nghị (?:lần thứ [^,.;]{1,20} )?(?:của )?ban chấp hành đảng bộ(?!\w)", re.IGNORECASE)
_UNITS = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Thị": "thị xã"}


def of_plenum(title: str, issuer: str | None) -> str | None:
    """The issuer of a document that its title calls one of a plenum, which speaks for the whole committee; any other issuer
    stays.

    >>> of_plenum("HỘI NGHỊ LẦN THỨ BẢY BAN CHẤP HÀNH ĐẢNG BỘ TỈNH về trồng rừng", "Tỉnh ủy Sơn Bình")
    'Ban Chấp hành Đảng bộ tỉnh Sơn Bình'
    """
    committee, _, place = (issuer or "").partition(" ủy")
    if committee not in _UNITS or not _PLENUM.match(title):
        return issuer
    return f"Ban Chấp hành Đảng bộ {_UNITS[committee]}{place}"
