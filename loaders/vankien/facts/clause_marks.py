"""The signs of a sentence that part no clauses: in brackets and quotations, in names, between places, sectors and years."""

from __future__ import annotations

import re

from vankien.vietnamese import UPPER

_ITEM = re.compile(r"\(\s?\d{1,2}\s?\)(?=\s)")
_BALANCED = re.compile(r"\([^()]*\)|“[^”]*”|\"[^\"]*\"")
_JOINED_NAMES = re.compile(
    rf"(?P<first>(?<!\w)(?:(?:[{UPPER}]\w+|[Bb]ệnh\sviện)\s[{UPPER}]\w+|(?:trục|tuyến|phía|lưới|hướng)\s(?:Bắc|Đông|Tây|Nam)))(?P<dash>\s[–-]\s)"
    rf"(?=(?:Bắc|Đông|Tây|Nam)(?!\w)|(?:(?:Cửa\skhẩu|Cảng|Sân\sbay|Bến|Ga)\s(?:\w+\s)?)?[{UPPER}]\w+\s(?:[{UPPER}]|tỉnh))"
)
"""``đường Bình Trì - Tân Sách``, ``cao tốc Bình Trì - Cửa khẩu Tân Sách``, ``Bệnh viện Sản - Nhi tỉnh``: a dash inside a name parts nothing."""


_SECTORS = re.compile(
    r"nông,\slâm\snghiệp(?=\s?[:;])|nông(?:\snghiệp)?,\slâm(?:\snghiệp)?(?:,\sngư\snghiệp|(?:,|\svà)\s(?:thủy|thuỷ)\ssản)",
    re.IGNORECASE,
)
"""One sector with commas in its name."""


_SECTOR = r"(?:(?:các\s)?(?:ngành\s)?(?:nông|lâm|ngư)(?:\snghiệp)?|(?:thủy|thuỷ)\ssản|tiểu\sthủ\scông\snghiệp|công\snghiệp|xây\sdựng|dịch\svụ|thương\smại|du\slịch|CN|TTCN|TCN|XD|TM|DV)"
_DASHED = re.compile(rf"(?<!\w){_SECTOR}(?:\s[–-]\s{_SECTOR}(?!\w))+", re.IGNORECASE)
"""``Thương mại - Dịch vụ``, ``CN - TTCN - xây dựng``: sectors told together, also with capitals."""


_PLACE = r"(?:thôn|bản|làng|buôn|ấp|xã|phường|thị\strấn|đặc\skhu|tổ\sdân\sphố|khu\sphố|khối\sphố|huyện|thị\sxã|thành\sphố)(?!\w)"
_PEOPLE = re.compile(
    r"(?:cán\sbộ|đảng\sviên|đoàn\sviên|hội\sviên|công\schức|viên\schức)"
    r"(?:,\s(?:đảng\sviên|hội\sviên|đoàn\sviên|quần\schúng|công\schức|viên\schức|người\slao\sđộng)(?!\w))+",
    re.IGNORECASE,
)
"""People named together: ``80% đoàn viên, hội viên ở thôn``."""
_PLACES = re.compile(rf"(?<=mỗi\s){_PLACE}(?:,\s{_PLACE})+", re.IGNORECASE)
"""``mỗi xã, phường có ít nhất 02 ...``: places with commas between them."""


_PAIRS = re.compile(
    r"(?<!\w)(?:(?<!,\s)thu\sgom(?:,\s(?:phân\sloại|vận\schuyển))*,\s(?:vận\schuyển|xử\slý)|điều\stra,\skhám\sphá|điểm,\stụ\sđiểm|nông\snghiệp,\snông\s(?:dân,\snông\s)?thôn|biển,\sven\sbiển|thể\sdục,\sthể\sthao|ngoại\sngữ,\stin\shọc|an\sninh,\strật\stự|tạm(?:\sbợ)?,\s(?:nhà\s)?dột\snát"
    r"|(?:rất\s)?nghiêm\strọng,\s(?:rất|đặc\sbiệt)\snghiêm\strọng|kiểm\stra,\sgiám\ssát|thanh\stra,\skiểm\stra|nhựa\s(?:hóa|hoá),\s(?:bê\stông|cứng)\s(?:hóa|hoá)|cơ\squan,\s(?:đơn\svị|doanh\snghiệp)|bằng\scấp,\schứng\schỉ)(?!\w)",
    re.IGNORECASE,
)
"""Words that always stand together, with a comma between them: ``thể dục, thể thao``, ``thu gom, xử lý``, ``nhà tạm, nhà dột nát``."""
_NAME_WITH_COMMAS = re.compile(
    r"(?<!\w)(?:Đề\sán|Chương\strình(?!\shành\sđộng)|Dự\sán)\s[^;:.()“”\d]{5,140}?(?=\s(?:đã|được|giải\sngân|hoàn\sthành|triển\skhai)\s)"
)
"""``Đề án cấp nước vùng cao, biên giới và hải đảo đã giải ngân 20 tỷ đồng``: one name up to the verb."""


_YEARS = re.compile(
    r"(?<=năm\s)(?:19|20)\d\d(?:,\s(?:năm\s)?(?:19|20)\d\d){1,9}(?=[^.;\d]{0,90}\s(?:lần\slượt|tương\sứng)\s|\svà\s(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""``các năm 2031, 2032 tăng lần lượt``: the years of values that are told in turn."""


_BUT = re.compile(r"\snhưng(?=\s(?:mới|chỉ|còn|vẫn|mới\schỉ)\s)", re.IGNORECASE)
"""``vượt 3 triệu đồng so với Nghị quyết nhưng mới bằng 60% ...``: a new clause without a comma."""


def masked_signs(text: str) -> str:
    """The text with balanced brackets and quotations blanked out, so that no sign in them parts anything, and a list
    number (``(2)``) as a semicolon; same length."""
    text = _ITEM.sub(lambda m: "_" * (len(m.group()) - 1) + ";", text)
    text = _JOINED_NAMES.sub(lambda m: f"{m['first']}{'_' * len(m['dash'])}", text)
    text = _DASHED.sub(lambda m: re.sub("[–-]", "_", m.group()), text)
    text = _PLACES.sub(lambda m: m.group().replace(",", "_"), text)
    text = _PAIRS.sub(lambda m: m.group().replace(",", "_"), text)
    text = _PEOPLE.sub(lambda m: m.group().replace(",", "_"), text)
    text = _NAME_WITH_COMMAS.sub(lambda m: m.group().replace(",", "_"), text)
    text = _SECTORS.sub(lambda m: m.group().replace(",", "_"), text)
    text = _BUT.sub(lambda m: "_" * (len(m.group()) - 1) + ",", text)
    text = _YEARS.sub(lambda m: m.group().replace(",", "_"), text)
    return _BALANCED.sub(lambda m: "_" * len(m.group()), text)


def open_brackets(text: str, at: int) -> int:
    """How many brackets are open at an offset of a text.

    >>> [open_brackets("a (b) c (d", at) for at in (3, 6, 10)]
    [1, 0, 1]
    """
    return text.count("(", 0, at) - text.count(")", 0, at)
