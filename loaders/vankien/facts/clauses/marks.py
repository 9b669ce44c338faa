"""The signs of a sentence that part no clauses: in brackets and quotations, in names, between places, sectors and years."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.cues.wording import HEAD, HEAD_NOUN
from vankien.joined_words import with_joined_commas
from vankien.vietnamese import UPPER

_ITEM = re.compile(r"\(\s?\d{1,2}\s?\)(?=\s)")
CLOSED_BRACKET = re.compile(r"\([^()]*\)")
_BALANCED = re.compile(rf"{CLOSED_BRACKET.pattern}|“[^”]*”|\"[^\"]*\"")
_JOINED_NAMES = re.compile(
    rf"(?P<first>(?<!\w)(?:(?:[{UPPER}]\w+|[Bb]ệnh\sviện)\s[{UPPER}]\w+|(?:trục|tuyến|phía|lưới|hướng)\s(?:Bắc|Đông|Tây|Nam)))(?P<dash>\s[–-]\s)"
    rf"(?=(?:Bắc|Đông|Tây|Nam)(?!\w)|(?:(?:Cửa\skhẩu|Cảng|Sân\sbay|Bến|Ga)\s(?:\w+\s)?)?[{UPPER}]\w+\s(?:[{UPPER}]|tỉnh))"
)
"""``đường Bình Trì - Tân Sách``, ``cao tốc Bình Trì - Cửa khẩu Tân Sách``, ``Bệnh viện Sản - Nhi tỉnh``: a dash inside a name parts nothing."""


_COMMA = re.compile(r"(?<![IVX]),\s|,\s(?![IVX]+(?!\w))")
"""A comma, but not those of ``đô thị loại III, IV, V``."""


def comma_ends(text: str) -> list[int]:
    """Where the commas that may part clauses end.

    >>> comma_ends("chợ, đô thị loại III, IV đạt")
    [5]
    """
    return [m.end() for m in _COMMA.finditer(text)]


def next_head(gap: str, left_leads: bool) -> re.Match[str] | None:
    """The noun that heads the value behind a gap: not the ``số`` that says what the share before it is of
    (``65% số hộ đăng ký và có`` 50% số hộ đạt)."""
    head = HEAD.search(gap)
    if left_leads and head and head.group().lower() == "số" and not gap[: head.start()].strip():
        return HEAD.search(gap, head.end())
    return head


def last_link(links: Sequence[re.Match[str]]) -> int:
    """Where the last linking words of a gap begin: ``và`` of ``đăng ký và có`` 45% is one of them."""
    joined = len(links) > 1 and links[-2].end() == links[-1].start() and links[-2].group().strip() == "và"
    return links[-2].start() if joined else links[-1].start()


_SECTORS = re.compile(
    r"(?<!\w)nông,\slâm\snghiệp(?=\s?[:;])|(?<!\w)nông(?:\snghiệp)?(?:,|\s[–-])\slâm(?:\snghiệp)?(?:(?:,|\svà|\s[–-])\s(?:(?:thủy|thuỷ)\ssản|ngư(?:\snghiệp)?))?(?!\w)"
    r"|(?<!\w)công\snghiệp\s[–-]\s(?:tiểu\sthủ\scông\snghiệp|xây\sdựng)(?!\w)|(?<!\w)thương\smại\s[–-]\sdịch\svụ(?!\w)",
    re.IGNORECASE,
)
"""One sector with signs in its name: ``nông, lâm nghiệp và thủy sản``, ``Nông – Lâm nghiệp``."""
_LAST_SECTOR = re.compile(
    r"(?:(?<=\svà\s)|(?<=\svà\sngành\s)|(?<=\svà\skhu\svực\s))nông,\slâm(?:\snghiệp)?(?:,|\svà)\s(?:thủy|thuỷ)\ssản(?!\w)",
    re.IGNORECASE,
)
"""``và ngành nông, lâm nghiệp và thủy sản tăng``: the last of the sectors, whose own *và* joins no other value."""


_SECTOR = r"(?:(?:các\s)?(?:ngành\s)?(?:nông|lâm|ngư)(?:\snghiệp)?|(?:thủy|thuỷ)\ssản|tiểu\sthủ\scông\snghiệp|công\snghiệp|xây\sdựng|dịch\svụ|thương\smại|du\slịch|CN|TTCN|TCN|XD|TM|DV)"
_DASHED = re.compile(rf"(?<!\w){_SECTOR}(?:\s[–-]\s{_SECTOR}(?!\w))+", re.IGNORECASE)
"""``Thương mại - Dịch vụ``, ``CN - TTCN - xây dựng``: sectors told together, also with capitals."""


_PLACE = r"(?:thôn|bản|làng|buôn|ấp|xã|phường|thị\strấn|đặc\skhu|tổ\sdân\sphố|khu\sphố|khối\sphố|huyện|thị\sxã|thành\sphố)(?!\w)"
_PEOPLE = re.compile(
    r"(?:cán\sbộ|đảng\sviên|đoàn\sviên|hội\sviên|công\schức|viên\schức)"
    r"(?:,\s(?:đảng\sviên|hội\sviên|đoàn\sviên|thanh\sniên|quần\schúng|công\schức|viên\schức|người\slao\sđộng)(?!\w))+",
    re.IGNORECASE,
)
"""People named together: ``80% đoàn viên, hội viên ở thôn``."""
_PLACES = re.compile(
    rf"(?:(?<=mỗi\s)|(?<=cơ\ssở\sđoàn\s)|(?<=cơ\ssở\shội\s)|(?<=mỗi\sđoàn\s)|(?<=mỗi\shội\s)|(?<=mỗi\sđảng\sbộ\s)){_PLACE}(?:,\s{_PLACE})+",
    re.IGNORECASE,
)
"""``mỗi xã, phường có ít nhất 02 ...``: places with commas between them."""


_NAME_WITH_COMMAS = re.compile(
    r"(?<!\w)(?:Đề\sán|Chương\strình(?!\shành\sđộng)|Dự\sán)\s[^;:.()“”\d]{5,140}?(?=\s(?:đã|được|giải\sngân|hoàn\sthành|triển\skhai)\s)"
)
"""``Đề án cấp nước vùng cao, biên giới và hải đảo đã giải ngân 20 tỷ đồng``: one name up to the verb."""


_YEARS = re.compile(
    r"(?<=năm\s)(?:19|20)\d\d(?:,\s(?:năm\s)?(?:19|20)\d\d){1,9}(?=[^.;\d]{0,90}\s(?:lần\slượt|tương\sứng)\s|\svà\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""``các năm 2031, 2032 tăng lần lượt``: the years of values that are told in turn."""


_MAKES_UP = re.compile(rf"(?P<what>(?:^|[;:]\s)(?:{_SECTOR}|[^\s,;:.()]+_[^\s,;:.()]+)),(?=\schiếm\s)", re.IGNORECASE)
"""``; xây dựng - tiểu thủ công nghiệp, chiếm 24%``: a comma between a part and its verb."""
_BUT = re.compile(r"\snhưng(?=\s(?:mới|chỉ|còn|vẫn|mới\schỉ)\s)", re.IGNORECASE)
"""``vượt 3 triệu đồng so với Nghị quyết nhưng mới bằng 60% ...``: a new clause without a comma."""


_MOTTO = re.compile(r"(?<!\w)[2-9]\skhông,\s[2-9]\ssạch(?!\w)", re.IGNORECASE)
"""``Gia đình 5 không, 3 sạch``: a movement with numbers in its name."""
_WITH_COMMAS = (_PLACES, _PEOPLE, _MOTTO, _NAME_WITH_COMMAS, _YEARS)
"""What is named together, with commas that part nothing."""


def _as_one_word(match: re.Match[str]) -> str:
    return re.sub(r"[,\s–-]", "_", match.group())


def masked_signs(text: str, *, between_values: bool = False) -> str:
    """The text with balanced brackets and quotations blanked out, so that no sign in them parts anything, and a list
    number (``(2)``) as a semicolon; same length. `between_values`: it stands between two values."""
    text = _ITEM.sub(lambda m: "_" * (len(m.group()) - 1) + ";", text)
    has_dash = "-" in text or "–" in text
    if has_dash:
        text = _JOINED_NAMES.sub(lambda m: f"{m['first']}{'_' * len(m['dash'])}", text)
        text = _DASHED.sub(_as_one_word, text)
    has_comma = "," in text
    if has_comma:
        text = _LAST_SECTOR.sub(_as_one_word, text)
        text = with_joined_commas(text, between_values=between_values)
        for pattern in _WITH_COMMAS:
            text = pattern.sub(lambda m: m.group().replace(",", "_"), text)
    text = _SECTORS.sub(_as_one_word, text) if has_dash or has_comma else text
    text = _MAKES_UP.sub(r"\g<what>_", text) if ", chiếm " in text else text
    text = _BUT.sub(lambda m: "_" * (len(m.group()) - 1) + ",", text)
    return _BALANCED.sub(lambda m: "_" * len(m.group()), text)


_ONE_SECTOR = re.compile(
    r"(?:ngành\s|khu\svực\s)?(?:công\snghiệp(?:\s(?:[-–]\s)?[^\W\d]+){0,5}|xây\sdựng|dịch\svụ|thương\smại|nông\snghiệp|lâm\snghiệp|(?:thủy|thuỷ)\ssản|trồng\strọt|chăn\snuôi|du\slịch)",
    re.IGNORECASE,
)


def is_sector(text: str) -> bool:
    """Does a phrase name a sector of the economy, which needs no other word (``riêng công nghiệp tăng 21%``)?

    >>> is_sector("công nghiệp chế biến"), is_sector("huyện An Lâm")
    (True, False)
    """
    return _ONE_SECTOR.fullmatch(text) is not None


def open_brackets(text: str, at: int) -> int:
    """How many brackets are open at an offset of a text.

    >>> [open_brackets("a (b) c (d", at) for at in (3, 6, 10)]
    [1, 0, 1]
    """
    return text.count("(", 0, at) - text.count(")", 0, at)


FIRST_IN = re.compile(
    r"\s[^,;:()\d]*?(?:dẫn|đứng|tốp|nhóm)\sđầu(?!\w)[^,;:()\d]*?\svề\s(?P<what>[^,;:()\d]{3,40}(?:,\s[^,;:()\d]{3,40})+\svà\s[^,;:()\d]{3,50}?)[\s.;]*",
    re.IGNORECASE,
)
"""Nhóm 15 địa phương ``dẫn đầu cả nước về cải cách hành chính, bảo vệ rừng và chuyển đổi số``."""
GIVES = re.compile(
    r"\s(?:chuyển\s(?:Đảng|đảng|sinh\shoạt)|trao|cấp|tặng|công\snhận|bàn\sgiao)\s[^,;]*\scho$|\s(?:chuyển\s(?:Đảng|đảng))\s"
)
"""``kết nạp 8 đảng viên, chuyển Đảng chính thức cho`` 9 đồng chí: another deed."""
EQUALS = re.compile(
    r"(?:\s(?!song|nhưng|và|mới|chỉ|chưa|gấp|tuy|tăng|giảm|so|còn|đạt)[^\W\d]+){0,9}?(?<!mặt)(?<!đồng)(?<!công)(?P<sign>\s(?:bằng|(?:chiếm|đạt)\s(?:tỷ|tỉ)\slệ|chiếm)\s)",
    re.IGNORECASE,
)
"""``88.400 lượt khách tham quan bằng`` 126% chỉ tiêu, ``61 đảng viên chiếm tỷ lệ`` 72%."""
OF_NUMBER = re.compile(r"(?P<thing>\s(?:tổng\s)?số\s[^,;:.()\d]{2,40}?)(?:,|\svà|,\svà)\s", re.IGNORECASE)
"""``100% số xã và 99% số hộ``: shares of two numbers."""
SINGLED_OUT = re.compile(
    rf"\s*(?:nhất\slà|đặc\sbiệt\slà|trong\sđó,?(?:\scó)?|cụ\sthể(?:\slà)?)\s(?:{HEAD_NOUN}|thu\stừ\s)",
    re.IGNORECASE | re.VERBOSE,
)
"""``Sản lượng cây trồng đều tăng, nhất là sản lượng lúa đạt``: what is told of one of the things before."""


_ASIDE = re.compile(r",\s(?:trọng\stâm|nhất|tiêu\sbiểu)\slà\s[^;,]*$", re.IGNORECASE)
"""``..., trọng tâm là cuộc diễn tập năm 2028; ...``: the year is of what the aside singles out."""


def closes_clause(text: str, start: int, end: int, at: int) -> bool:
    """Does a time between two offsets end another clause than that of the value at an offset, with a bracket of its own?

    >>> text = "xã đạt chuẩn vào năm 2028 (sớm 2 năm); kết nạp 50 đảng viên"
    >>> closes_clause(text, text.index("năm 2028"), text.index(" (sớm"), text.index("50"))
    True
    >>> text = "95% cuộc luyện tập, trọng tâm là cuộc năm 2028; mỗi năm 20% thôn"
    >>> closes_clause(text, text.index("năm 2028"), text.index("; mỗi"), text.index("20%"))
    True
    """
    if _ASIDE.search(text[:start]) and text[end : end + 2] == "; ":
        return True
    bracket = re.match(r"\s\([^()]*\);\s", text[end:at])
    return bool(bracket and re.search(r"[^\W\d]\s(?:vào|trong|từ)?\s?$", text[:start]))
