"""Lists that go through kinds: zones, levels of schools, sectors; each value is of the same indicator, of another kind."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first, sentence_case
from vankien.facts.cues.wording import PREDICATE
from vankien.facts.labels.changes import Label
from vankien.vietnamese import fold

_ZONES = "đô thị|thành thị|nông thôn|miền núi"
_ZONE = re.compile(rf"(?:khu vực )?(?:{_ZONES}|vùng cao)", re.IGNORECASE)
_WHO = re.compile(rf"Tỷ lệ (?P<who>(?:\w+\s){{1,3}}(?:{_ZONES}))(?P<rest>\s(?:được|có|sử dụng)\s.+)$")
"""Who of a zone: ``Tỷ lệ hộ dân nông thôn được sử dụng nước sạch 80%; dân cư đô thị 98%``."""
_SCHOOL_LEVEL = r"(?:mầm\snon|mẫu\sgiáo|nhà\strẻ|tiểu\shọc|trung\shọc\scơ\ssở|trung\shọc\sphổ\sthông|phổ\sthông|THCS|THPT)(?:\scông\slập)?"
_SCHOOL = re.compile(rf"{_SCHOOL_LEVEL}(?:(?:,|\svà|,\svà)\s{_SCHOOL_LEVEL})*(?!\w)", re.IGNORECASE)
"""Levels of schools, which a list goes through: ``trường đạt chuẩn ở bậc mầm non 80%, tiểu học 85%``; a value of several of
them is followed by one of each."""

_SECTOR = re.compile(
    r"""(?:khu\svực\s)?(?:nông(?:,\s|\s-\s|\snghiệp,\s)lâm(?:\snghiệp)?(?:,\s|\s-\s|\svà\s)(?:thủy|thuỷ)\ssản|nông\s-\slâm\s-\sngư\snghiệp|nông\snghiệp|lâm\snghiệp|(?:thủy|thuỷ)\ssản
      |công\snghiệp(?:\s[-–]\s|\svà\s|,\s)(?:tiểu\sthủ\scông\snghiệp(?:\s[-–]\s|\svà\s|,\s)?)?xây\sdựng(?:\scơ\sbản)?|công\snghiệp(?:\s[-–]\s|\svà\s)(?:tiểu\sthủ\scông\snghiệp|TTCN)|công\snghiệp|xây\sdựng(?:\scơ\sbản)?|(?:thương\smại(?:\s[-–]\s|,\s|\svà\s))?dịch\svụ)(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)


def one_sector(text: str) -> str:
    """The text with the signs inside the names of sectors changed (``_`` for a comma, ``&`` for *và*), so that they part
    nothing.

    >>> one_sector("dịch vụ, nông, lâm nghiệp và thủy sản")
    'dịch vụ, nông_ lâm nghiệp & thủy sản'
    """
    return _SECTOR.sub(lambda m: m.group().replace(",", "_").replace(" và ", " & "), text)


def is_part_of_economy(text: str) -> bool:
    """Is this one of the sectors that a structure is told in, as `one_sector` knows them, and nothing else?

    >>> is_part_of_economy("nông, lâm nghiệp và thủy sản"), is_part_of_economy("chăn nuôi")
    (True, False)
    """
    return _SECTOR.fullmatch(text) is not None


def last_sector(text: str) -> str:
    """The name of a sector that a text ends with, or nothing; behind a colon it is a part in words of its own.

    >>> last_sector("Tỷ lệ công nghiệp - xây dựng"), last_sector("Cơ cấu kinh tế: Dịch vụ")
    ('công nghiệp - xây dựng', '')
    """
    last = next((m for m in _SECTOR.finditer(text) if m.end() == len(text)), None)
    return last.group() if last and not text[: last.start()].endswith(": ") else ""


_GROWTH_OF = re.compile(r"Tốc\sđộ\stăng", re.IGNORECASE)
"""``Tốc độ tăng trưởng ngành công nghiệp 11%; dịch vụ 8%``: a list goes through the sectors."""
_OUTPUT_OF = re.compile(r"Giá\strị\s(?:sản\sxuất|tăng\sthêm|gia\stăng)\s(?!trên|bình)", re.IGNORECASE)
"""``Giá trị sản xuất nông nghiệp đạt 90 tỷ đồng; dịch vụ đạt 80 tỷ đồng``: so does one of their outputs."""


_WATER = re.compile(
    r"nước\s(?:sinh\shoạt\s)?(?:sạch|hợp\svệ\ssinh)(?:\stheo\s(?:quy|tiêu)\schuẩn)?(?!\w)", re.IGNORECASE
)
"""``hộ được sử dụng nước hợp vệ sinh đạt 99%, nước sạch đạt 70%``: the same households, another water."""
_TRADE = re.compile(r"(?:xuất|nhập)\skhẩu", re.IGNORECASE)
_TRADED = re.compile(r"(?:Tổng\s)?[Kk]im\sngạch\s(?:xuất|nhập)\skhẩu(?!\w)")


def next_of_list(before: str, previous: Label, headed: bool) -> Label | None:
    """The label of a value whose words name only another kind; `headed` says that the list stands behind a colon.

    >>> next_of_list("dịch vụ", Label("Tốc độ tăng trưởng ngành công nghiệp", ""), False).text
    'Tốc độ tăng trưởng ngành dịch vụ'
    >>> next_of_list("dân cư đô thị", Label("Tỷ lệ hộ nông thôn được dùng nước sạch", ""), False).text
    'Tỷ lệ dân cư đô thị được dùng nước sạch'
    """
    before = re.sub(r"^(?:(?:ở|tại)\s)?(?:(?:cấp|bậc)\s(?=mầm|mẫu|nhà|tiểu|trung|TH))?", "", before)
    who = _WHO.match(previous.text)
    if (
        who
        and re.fullmatch(rf"(?:\w+\s){{1,3}}(?:{_ZONES})", before, re.IGNORECASE)
        and not before.lower().startswith(("tỷ lệ", "số "))
    ):
        return replace(previous, text=f"Tỷ lệ {lower_first(before)}{who['rest']}")
    for kinds in (_ZONE,) if headed else (_ZONE, _SCHOOL):
        if kinds.fullmatch(before) and kinds.search(previous.text):
            return replace(previous, text=kinds.sub(lower_first(before), previous.text))
    if _GROWTH_OF.match(previous.text) and _SECTOR.fullmatch(before):
        if not _SECTOR.search(previous.text):  # "Tốc độ tăng trưởng 10%, trong đó: công nghiệp 13%"
            return replace(previous, text=f"{previous.text}: {sentence_case(before)}")
        return replace(previous, text=_SECTOR.sub(lower_first(before), previous.text, count=1))
    if _WATER.fullmatch(before) and len(_WATER.findall(previous.text)) == 1:
        return replace(previous, text=_WATER.sub(lower_first(before), previous.text))
    if _TRADE.fullmatch(before) and _TRADED.match(previous.text):
        text = f"Kim ngạch {lower_first(before)}"  # "Kim ngạch xuất khẩu đạt 3 tỷ USD; nhập khẩu 2 tỷ USD"
        return replace(previous, text=text, subject=text, growth=False)
    if _OUTPUT_OF.match(previous.text) and ": " not in previous.text and _SECTOR.fullmatch(before):
        text, times = _SECTOR.subn(lower_first(before), previous.text, count=1)
        return replace(previous, text=text, subject=text) if times else None
    return None


_OUTPUT = r"(?:giá\strị\s(?:sản\sxuất|tăng\sthêm|gia\stăng)|GTSX|GTGT)"
_SECTOR_GROWN = re.compile(rf"(?:{_OUTPUT}\s.+|(?:ngành|khu\svực)\s.+)", re.IGNORECASE)
_OUTPUT_GROWN = re.compile(rf"(?P<head>Tốc\sđộ\stăng\s{_OUTPUT}\s)(?:ngành|khu\svực)\s", re.IGNORECASE)
_SHARE_IN = re.compile(r"T[ỷỉ]\strọng\s(?P<part>.+?)\strong\s(?:t[ỷỉ]\strọng\s)?(?P<whole>.+)")


def of_listed_sectors(label: Label, previous: Label | None, yearly: bool) -> Label:
    """The label of a value in a list of sectors whose first value says what the others leave out: that they grow, or of what
    they are a share; any other label stays. `yearly`: the value is a percentage a year.

    >>> grown = Label("Tốc độ tăng GRDP bình quân", "", growth=True)
    >>> of_listed_sectors(Label("Giá trị gia tăng ngành dịch vụ bình quân", ""), grown, True).text
    'Tốc độ tăng giá trị gia tăng ngành dịch vụ bình quân'
    >>> both = Label("Tỷ trọng công nghiệp và dịch vụ trong GRDP", "")
    >>> of_listed_sectors(Label("Tỷ trọng dịch vụ trong công nghiệp và dịch vụ", ""), both, False).text
    'Tỷ trọng dịch vụ trong GRDP'
    """
    if previous is None or label.growth:
        return label
    if previous.growth and yearly and previous.text.startswith("Tốc độ tăng") and _SECTOR_GROWN.fullmatch(label.text):
        known = _OUTPUT_GROWN.match(previous.text) if label.text.lower().startswith(("ngành ", "khu vực ")) else None
        text = f"{known['head'] if known else 'Tốc độ tăng '}{lower_first(label.text)}"
        return replace(label, text=text, growth=True)
    own, both = _SHARE_IN.fullmatch(label.text), _SHARE_IN.fullmatch(previous.text)
    one_of_both = own and both and own["whole"].lower() == both["part"].lower() and is_part_of_economy(own["part"])
    if own and both and one_of_both and own["part"].lower() in both["part"].lower():
        return replace(label, text=f"Tỷ trọng {own['part']} trong {both['whole']}")
    return label


_PART = re.compile(r"(?:^|\s)khu vực\s[^:]+$", re.IGNORECASE)


def next_sector(before: str, previous: Label) -> Label | None:
    """The label of a value whose words name another sector of the economy than the one that the label before ends with.

    >>> next_sector("khu vực tư nhân", Label("Vốn khu vực nhà nước", "Vốn khu vực nhà nước")).text
    'Vốn khu vực tư nhân'
    """
    part = _PART.search(previous.subject)
    if not part or not re.match(r"khu vực\s", before, re.IGNORECASE):
        return None
    text = f"{previous.subject[: part.start()]} {before}".strip()
    return replace(previous, text=text, subject=text)


_OF = r"của\s(?:tỉnh|thành\sphố|huyện|xã|phường|đặc\skhu)\s[A-ZĐ]\w*(?:\s[A-ZĐ]\w*)*"
_OF_PLACE = re.compile(rf"[\s,;]*(?:và\s|còn\s)?(?P<of>{_OF})(?:\s(?:đạt|là|xếp|đứng|còn|ước|chỉ|thứ))*\s*")


_LEVEL_NAME = r"cấp\s(?:trung\sương|tỉnh|huyện|xã|cơ\ssở)"
_LEVEL = re.compile(
    rf"[\s,;]*(?:và\s)?(?:ở\s)?(?P<level>{_LEVEL_NAME})(?:\s(?:đạt|là|có|chiếm|trên|khoảng))*\s*", re.IGNORECASE
)
_OWN_LEVEL = re.compile(rf"\s(?P<level>{_LEVEL_NAME})$", re.IGNORECASE)
"""``... cấp ủy cấp tỉnh 15%, cấp huyện 18%``: the same of another level."""


def of_other_place(before: str, previous: Label) -> Label | None:
    """The label of a value whose words name only another place: ``PCI của tỉnh An Lâm 66 điểm, của tỉnh Khê Sơn 64``.

    >>> of_other_place("; của tỉnh Khê Sơn đạt ", Label("Chỉ số PCI của tỉnh An Lâm", "Chỉ số PCI của tỉnh An Lâm")).text
    'Chỉ số PCI của tỉnh Khê Sơn'
    >>> of_other_place("; cấp xã ", Label("Tỷ lệ nữ tham gia cấp ủy cấp tỉnh", "Tỷ lệ nữ tham gia cấp ủy cấp tỉnh")).text
    'Tỷ lệ nữ tham gia cấp ủy cấp xã'
    """
    level, own = _LEVEL.fullmatch(before), _OWN_LEVEL.search(previous.subject)
    if level and own and fold(level["level"]) != fold(own["level"]):
        text = f"{previous.subject[: own.start('level')]}{level['level']}"
        return replace(previous, text=text, subject=text)
    place = _OF_PLACE.fullmatch(before)
    if not place:
        return None
    text = f"{re.sub(rf' {_OF}$', '', previous.subject)} {place['of']}"
    return replace(previous, text=text, subject=text)


_INDEX = r"[^,;:.]{2,}?"
_INDICES = re.compile(
    rf"(?<!\w)(?:(?:các\s)?chỉ\ssố\s)?(?P<all>{_INDEX}(?:,\s{_INDEX})*(?:,|\svà)\s{_INDEX})(?:\s(?:hằng|hàng|mỗi)\snăm)?"
    r"\s(?:(?:đều|phấn\sđấu|duy\strì)\s)*(?:thuộc|nằm|vào|đứng|xếp|trong)(?:\s[^,;:.]*)?$",
    re.IGNORECASE,
)


def ranked_indices(text: str) -> tuple[str, ...]:
    """The labels of the indices that one rank is promised or reported for, from the words before it.

    >>> ranked_indices("Phấn đấu các chỉ số PCI, PAR INDEX và SIPAS hằng năm thuộc nhóm ")
    ('Xếp hạng chỉ số PCI', 'Xếp hạng chỉ số PAR INDEX', 'Xếp hạng chỉ số SIPAS')
    >>> ranked_indices("Chỉ số PCI đạt 66 điểm, xếp thứ ")
    ()
    """
    clause = re.split(r"[;:.]\s|\d", text)[-1]
    listed = _INDICES.search(clause)
    items = [i.strip() for i in re.split(r",\s(?:và\s)?|\svà\s", listed["all"])] if listed else []
    named = [re.sub(r"^.*?(?:các\s)?(?=chỉ\ssố\s)", "", i, flags=re.IGNORECASE) for i in items]
    if len(named) < 2 or not all(re.search(r"[A-Z]{3}", i) for i in named):
        return ()
    return tuple(f"Xếp hạng {i if i[:6].lower() == 'chỉ số' else f'chỉ số {i}'}" for i in named)


_MOST = re.compile(
    r"(?:(?:tỉnh|địa\sphương|thành\sphố)\s)?có\s(?P<what>[^,;]{4,60}?)\s(?:lớn|cao|tốt|nhiều|thấp|khá)\s(?:nhất|đứng\sđầu)(?!\w)",
    re.IGNORECASE,
)


def most_of(after: str) -> str:
    """What a place is among the first in; empty where the words behind a rank do not say.

    >>> most_of("tỉnh có sản lượng chè lớn nhất nước"), most_of("cả nước")
    ('sản lượng chè', '')
    """
    most = _MOST.match(after)
    return most["what"] if most else ""


_ZONED = rf"(?:ở|tại|đối với)\s(?:các\s)?(?:khu vực\s|vùng\s)?(?:{_ZONES}|đồng bằng|vùng cao)"
_AT_ZONE = re.compile(rf"\s*(?P<zone>{_ZONED})(?!\w)", re.IGNORECASE)


def of_zone(after: str, label: Label) -> Label | None:
    """The label of a value that only a zone behind it tells from the one before: ``đạt 98% ở đô thị và 90% ở nông thôn``.

    >>> of_zone(" ở nông thôn", Label("Tỷ lệ rác được thu gom", "")).text
    'Tỷ lệ rác được thu gom ở nông thôn'
    >>> of_zone(" ở nông thôn được thu gom", Label("Tỷ lệ rác ở đô thị", "")).text
    'Tỷ lệ rác ở nông thôn được thu gom'
    >>> of_zone(" ở nông thôn", Label("Tỷ lệ thu gom rác đô thị", "")).text
    'Tỷ lệ thu gom rác ở nông thôn'
    """
    zone = _AT_ZONE.match(after.rstrip())
    if not zone:
        return None
    rest = after.rstrip()[zone.end() :]
    if rest and re.search(rf" {_ZONED}$", label.text) and PREDICATE.match(rest.lstrip()):
        return replace(label, text=f"{re.sub(rf' {_ZONED}$', '', label.text)} {zone['zone']}{rest}")
    if rest:
        return None
    bare = re.sub(rf" (?:{_ZONED}|(?:khu vực )?(?:{_ZONES}))$", "", label.text)
    return replace(label, text=f"{bare} {zone['zone']}")


def both_zones(labels: list[str], behind: list[str]) -> list[str]:
    """Give the first value of two zones its own, from the words behind it (`behind`).

    >>> both_zones(["Tỷ lệ thu gom", "Tỷ lệ thu gom ở nông thôn"], [" ở đô thị và 90%", " ở nông thôn."])[0]
    'Tỷ lệ thu gom ở đô thị'
    """
    out = list(labels)
    for index, (label, text) in enumerate(zip(labels[1:], behind, strict=False)):
        zone = _AT_ZONE.match(text)
        if zone and re.fullmatch(rf"{re.escape(out[index])}\s{_ZONED}", label):
            out[index] = f"{out[index]} {zone['zone']}"
    return out
