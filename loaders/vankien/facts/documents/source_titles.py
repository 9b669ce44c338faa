"""The title of a document as its letterhead prints it → as it is written: names in capitals, what is no part of it."""

from __future__ import annotations

import re

from vankien.facts.names.capitals import small_congress, small_name
from vankien.model import Concept
from vankien.vietnamese import ROMAN, is_upper, same_tones

BROUGHT_ABOUT = re.compile(r"\s*\((?:(?:được\s)?thông qua|ban hành|trình)\s[^()]*\)$", re.IGNORECASE)
"""``(Thông qua tại phiên bế mạc ngày 12/9/2025)``: when it was decided is no part of a title."""


_NUMERAL = re.compile(r"(?<=lần thứ )[ivxl]+(?!\w)|(?<=kh[óo][áa] )[ivxl]+(?!\w)|(?<=đại hội )[ivxl]+(?!\w)")


_CODE = re.compile(r"(?<=số )\d+[a-zđ]?\s?[-–/]\s?[^\s,;()]+")
_PARTY_NAMES = (
    "Đảng bộ",
    "Đảng ủy",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Ban Chấp hành",
    "Ban Thường vụ",
    "Bộ Chính trị",
    "Ban Bí thư",
)
_MEETINGS = ("Đại hội đại biểu", "Đại hội Đảng", "Đại hội lần thứ", "Nghị quyết", "Quốc hội", "Hội đồng nhân dân")
_BODIES = ("Ủy ban nhân dân", "Mặt trận Tổ quốc", "Chính phủ", "Trung ương", "Việt Nam")
_ASSOCIATIONS = ("Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh", "Liên đoàn Lao động")
_NAMES = (*_PARTY_NAMES, *_MEETINGS, *_BODIES, *_ASSOCIATIONS)
"""What a title in capitals writes with capitals in small letters, too."""
_PLACE_OF_UNIT = re.compile(
    r"(?<!\w)(?:huyện|xã|phường|thị xã|thị trấn|đặc khu) (?P<name>[^\W\d]+ [^\W\d]+)(?=,? (?:lần thứ|kh[óo][áa]|nhiệm kỳ))"
)


def small_title(title: str, province: Concept | None) -> str:
    """A title in capitals written small, the names that must be in it with their capitals.

    >>> small_title("CỦA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN NẬM SƠN KHÓA XI TRÌNH ĐẠI HỘI ĐẠI BIỂU LẦN THỨ XII", None)
    'của Ban Chấp hành Đảng bộ huyện Nậm Sơn khóa XI trình Đại hội đại biểu lần thứ XII'
    """
    bracket = re.search(r"\s\([^()]*\)$", title)
    shouted, rest = (title[: bracket.start()], bracket.group()) if bracket else (title, "")
    if not is_upper(shouted):
        return title
    small = _CODE.sub(lambda m: m.group().upper(), _NUMERAL.sub(lambda m: m.group().upper(), shouted.capitalize()))
    small = _PLACE_OF_UNIT.sub(lambda m: f"{m[0][: m.start('name') - m.start()]}{small_name(m['name'])}", small)
    for name in (*_NAMES, *((province.vi,) if province else ())):
        small = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name, small, flags=re.IGNORECASE)
    opens = small.split(" ", 1)[0].lower()
    small = f"{opens}{small[len(opens) :]}" if opens in ("của", "trình", "tại") else small
    small = re.sub(rf"(?<=lần thứ )({ROMAN}) (?=nhiệm kỳ)", r"\1, ", small)
    return f"{small}{rest.lower() if is_upper(rest) else rest}"


_CONGRESS_IN_CAPITALS = re.compile(
    rf"ĐẠI HỘI (?P<who>(?:ĐẠI BIỂU|ĐẢNG VIÊN) )?ĐẢNG BỘ (?P<unit>TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG)(?: (?P<place>[^,\d]+?))??,? LẦN THỨ (?P<ordinal>{ROMAN})"
    r"(?:(?P<rest>,? NHIỆM KỲ \d{4} ?[-–] ?\d{4})(?!\d).*)?$"
)


def congress_in_capitals(title: str) -> str:
    """The name of a congress that the title prints in capitals, in its usual spelling; other titles stay.

    >>> congress_in_capitals("ĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ XÃ NẬM SƠN LẦN THỨ I, NHIỆM KỲ 2025 - 2030")
    'Đại hội đại biểu Đảng bộ xã Nậm Sơn lần thứ I, nhiệm kỳ 2025 - 2030'
    >>> congress_in_capitals("ĐẠI HỘI ĐẢNG BỘ TỈNH NAM SƠN - BẮC BÌNH, LẦN THỨ XV")
    'Đại hội Đảng bộ tỉnh Nam Sơn - Bắc Bình lần thứ XV'
    """
    match = _CONGRESS_IN_CAPITALS.match(same_tones(title))
    if not match:
        return title
    name = match[0][: match.end("rest" if match["rest"] else "ordinal")].replace(", LẦN THỨ", " LẦN THỨ")
    return small_congress(name.replace(match["place"], small_name(match["place"])) if match["place"] else name)


_POLITICAL = "Chính trị "
"""``BÁO CÁO`` / ``CHÍNH TRỊ CỦA BAN CHẤP HÀNH ...``: the genre goes on in the next line."""


def told_small(genre: str, title: str, province: Concept | None) -> tuple[str, str]:
    """A genre and the title below it, both in their usual spelling.

    >>> told_small("Báo cáo", "CHÍNH TRỊ CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH", None)
    ('Báo cáo chính trị', 'của Ban Chấp hành Đảng bộ tỉnh')
    """
    title = small_title(congress_in_capitals(title), province)
    if genre == "Báo cáo" and title.startswith(_POLITICAL):
        return f"{genre} chính trị", title.removeprefix(_POLITICAL)
    return genre, title


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
