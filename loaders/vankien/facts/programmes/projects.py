"""Text → constructions named without the word ``dự án``: in lists of works, after verbs of building, power plants.

The nouns that open such a name (``khu kinh tế``, ``đường tỉnh``, ``hầm`` ...) are spellings of the kind ``project`` in the
list of kinds; without a proper name or a number after them they name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vankien.facts.programmes.names import ProgrammeMention
from vankien.model import Lexicon
from vankien.vietnamese import UPPER, fold, same_tones

_PROPER = rf"[{UPPER}][a-zà-ỹđ]+(?:\ [{UPPER}][a-zà-ỹđ]+){{1,3}}"
_NOT_HEADS = ("dự án", "công trình", "tiểu dự án", "cầu đường")
_MORE_HEADS = (
    "đường hành lang", "đường nối", "đường cao tốc", "tuyến cao tốc", "tuyến đường cao tốc", "tuyến đường", "đường tuần tra biên giới", "đường từ",
    "đường dây", "hầm đường bộ", "hạ tầng cụm công nghiệp", "hạ tầng khu công nghiệp", "hạ tầng khu kinh tế", "hạ tầng kỹ thuật",
    "trung tâm y tế", "trung tâm văn hóa", "trung tâm giống", "trung tâm dữ liệu", "bảo tàng", "thư viện", "sân vận động", "nhà máy",
    "hệ thống lưới điện", "cảng cạn", "cầu đa năng", "khu di tích", "khu trung tâm hành chính", "khu biểu diễn", "hạ tầng khu vực cửa khẩu", "hạ tầng cửa khẩu", "khu neo đậu", "hồ chứa nước",
)  # fmt: skip
_VERB = r"(?:[Nn]âng cấp(?:,? (?:cải tạo|mở rộng))?|[Cc]ải tạo(?:, (?:nâng cấp|sửa chữa|mở rộng))*|[Mm]ở rộng|[Xx]ây (?:dựng )?mới|[Nn]âng quy mô)"
_CUE = re.compile(
    r"""(?P<noun>công\ trình|dự\ án|tuyến\ đường|đường\ giao\ thông|đường\ liên\ huyện|nhà\ máy|khu,?\ cụm\ công\ nghiệp|khu\ du\ lịch|thiết\ chế|hạ\ tầng)(?![\wà-ỹ])[^.;:]{0,150}?
        (?:như|gồm|bao\ gồm|là|cụ\ thể|sau|:)\s*:?\s+(?P<list>.+)""",
    re.VERBOSE,
)
"""What opens a list of works: ``các công trình trọng điểm như: ...``, ``một số dự án lớn là ...``."""

_VERB_START = re.compile(_VERB)
_ROUTE = re.compile(
    rf"(?:(?:[Tt]uyến )?[Đđ]ường (?=\d{{2,3}}|\d{{1,2}} tháng \d|(?:liên (?:tỉnh|huyện|xã|vùng) )?{_PROPER})|(?:[Hh]ồ|[Cc]ầu) (?={_PROPER}))".replace(
        "\\ ", " "
    )
)
"""Roads, lakes and bridges, whose noun is too short to name a work without a proper name behind it (``Đường liên huyện Đăk Tông``)."""
_PROPER_START = re.compile(_PROPER.replace("\\ ", " "))
_BUILD = re.compile(
    r"(?:xây dựng|đầu tư|khởi công|hoàn thành|triển khai|thi công|thành lập|đưa vào sử dụng|chuẩn bị đầu tư|hình thành|quy hoạch chi tiết|giải phóng mặt bằng)"
    r"(?: (?:mới|xây dựng|dự án|hoàn thiện))* $",
    re.IGNORECASE,
)
_DEVELOP = re.compile(r"(?:phát triển|thu hút đầu tư) $", re.IGNORECASE)
"""What is done to a resort that has a name with a capital: ``phát triển Khu du lịch quốc gia Nậm Sơn``."""
_ONE_NAME = re.compile(
    r"hành chính, chính trị|chính trị, hành chính|văn hóa, thể thao|thể dục, thể thao", re.IGNORECASE
)
"""Commas inside the names of works."""
_MOTORWAYS = ("tuyến cao tốc", "tuyến đường cao tốc")
_ALONG = re.compile(r"(?<!\w)(?:dọc(?:\stheo)?|ven|hai bên)\s[^.;:]{0,60}$", re.IGNORECASE)
"""``các trục kinh tế dọc theo quốc lộ 4 và tuyến cao tốc ...``: where, and nothing that is built."""
_ESTATES = re.compile(
    rf"""các\ (?P<head>cụm\ công\ nghiệp|khu\ công\ nghiệp|khu\ du\ lịch)[^.;:()\d]{{0,40}}
        \((?P<names>(?:[{UPPER}][\w ]{{2,30}},\ )+[{UPPER}][\w ]{{2,30}})\)""",
    re.VERBOSE,
)
"""``hạ tầng các cụm công nghiệp đã quy hoạch (Nậm Sơn, Thanh Giang)``."""
_UPGRADE = re.compile(
    rf"""(?:[Nn]âng\ cấp|[Cc]ải\ tạo|[Mm]ở\ rộng)(?:,\ (?:nâng\ cấp|cải\ tạo|sửa\ chữa|mở\ rộng))*\ (?:(?:một\ số|các|nhiều)\ )?(?:đoạn\ )?
        (?:tuyến(?:\ đường)?|đường|quốc\ lộ)\ (?=[^,;]{{0,60}}(?:{_PROPER}|QL|ĐT|\d{{2,3}}))""",
    re.VERBOSE,
)
_ROAD_CODES = re.compile(r"\s?:\s(?:(?:[ĐD]T|[ĐD]H|QL|TL)\.?\s?\d{1,3}[A-Z]?(?:(?:[;,]|\svà)\s)?)+")
"""``mở rộng các đường huyện: ĐH.12; ĐH.18``: the roads behind the colon are what is upgraded."""
_BEDS = re.compile(
    r"(?<!\w)[Nn]âng\squy\smô\s(?:Bệnh\sviện|Trung\stâm|Trường|Nhà\smáy)\s[^,;.]{4,80}?\slên\s\d[\d.,]*\s[^\W\d]+(?:/[^\W\d]+)?"
)
"""``nâng quy mô Bệnh viện Đa khoa tỉnh từ 200 lên 450 giường``."""
_ITEM_END = re.compile(
    r"""\s*(?:[;:…]|\.(?=\s|\.|$)|,\.\.|,\ (?=\d[\d.,]*\ [a-zà-ỹđ])|$|(?:\ |,\ )(?:đã|đang|sẽ|được|theo|nhằm|để|với\ (?:tổng|quy|chiều|công)|từng|góp|tạo|sớm|do|phục\ vụ|gắn|trong\ năm|trước
        |(?:dài|quy\ mô|diện\ tích|công\ suất)(?=\ (?:(?:khoảng|trên|gần|hơn)\ )?\d)|mới\ (?:bàn\ giao|giải\ phóng|đạt)|tổng\ (?:mức|vốn)(?=\ đầu|\ (?:khoảng\ |trên\ |gần\ )?\d)
        |vào|có|đạt|đến\ nay|kết\ nối|tiếp\ tục|triển\ khai|nâng\ tổng|đồng\ bộ|đến\ năm|hoàn\ thành|thành\ cặp|ước|trình|đảm\ bảo|bảo\ đảm|chưa|và\ (?:một|các|nhiều|những)|từ\ \d)(?![\wà-ỹ]))""",
    re.VERBOSE,
)
_POWER = re.compile(
    rf"""(?P<head>[Tt]hủy\ điện)(?:\ lớn)?(?:\ khác)?(?:\ như)?\s?:?\s(?P<names>{_PROPER}(?:(?:,|,?\ và)\ {_PROPER})*)""",
    re.VERBOSE,
)
_ROADS = re.compile(
    r"(?P<head>(?:đường tỉnh|quốc lộ|tỉnh lộ|ĐT\.?)) (?P<names>\d{2,3}[A-Z]?(?:(?:,|,? và) \d{2,3}[A-Z]?)+)(?!\w)"
)


@lru_cache(maxsize=8)
def project_heads(lexicon: Lexicon) -> re.Pattern[str]:
    """The nouns that open the name of a construction, longest first."""
    concept = next((c for c in lexicon["programme-kinds"] if c.id == "project"), None)
    listed = [same_tones(s).lower() for s in (concept.all_spellings() if concept else ())]
    heads = {h for h in (*listed, *_MORE_HEADS) if len(h) > 3 and not h.startswith(_NOT_HEADS) and h != "thủy điện"}
    ordered = sorted(heads, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\wà-ỹ])", re.IGNORECASE)


@lru_cache(maxsize=8192)
def projects_in(text: str, lexicon: Lexicon) -> tuple[ProgrammeMention, ...]:
    """The constructions that a text names, in order."""
    even = same_tones(text)
    out = [*_power_plants(even), *_estates(even)]
    cue = _CUE.search(even)
    if cue:
        of_a_kind = re.search(r"\bcác\ $", even[: cue.start()]) and even[: cue.start("list")].rstrip().endswith(":")
        out += _listed(even, cue.start("list"), lexicon, cue["noun"] if of_a_kind else "")
    elif _only_a_list(even, lexicon):
        out += _listed(even, 0, lexicon)
    out += [m for m in _built(even, lexicon) if not any(o.start <= m.start < o.end for o in out)]
    return tuple(sorted(out, key=lambda m: m.start))


def _power_plants(text: str) -> Iterator[ProgrammeMention]:
    """``các thủy điện lớn như Nậm Sơn, Thanh Giang``: one project each."""
    for match in _POWER.finditer(text):
        if re.search(r"(?:TNHH|[Cc]ông ty|cổ phần|Cổ phần)[\w ]{0,12} $", text[: match.start()]):
            continue
        plants = match.end("head")
        is_many = (
            re.search(r"(?:công trình|nhà máy|các|dự án)(?: \w+)? $|\($", text[: match.start()])
            or text[plants : plants + 3] == " lớ"
        )
        names = re.finditer(_PROPER.replace("\\ ", " "), match["names"])
        for index, name in enumerate(names):
            if index and not is_many and "," not in match["names"]:
                return
            start = match.start("names") + name.start()
            yield ProgrammeMention(
                match.start() if not index else start, start + len(name.group()), f"Thủy điện {name.group()}", "project"
            )


def _only_a_list(text: str, lexicon: Lexicon) -> bool:
    """A note that is nothing but a list of works."""
    items = [i for i in re.split(r"[,;] ", text.strip(" .…")) if i]
    heads = project_heads(lexicon)
    return len(items) > 1 and len(text) < 300 and all(heads.match(i) for i in items)


def _listed(text: str, start: int, lexicon: Lexicon, noun: str = "") -> Iterator[ProgrammeMention]:
    """The works of a list, up to the end of the sentence. Behind ``các nhà máy ... như:`` an item that opens with the
    same `noun` is a name, though it holds no proper name."""
    for at, end in _pieces(text, start, lexicon):
        yield from _of_the_kind(text, at, end, noun) or _items(text, at, end, lexicon)


def _of_the_kind(text: str, start: int, end: int, noun: str) -> list[ProgrammeMention]:
    item = re.compile(rf"[\s,;]*(?P<name>{re.escape(noun)} \w.{{4,140}})", re.IGNORECASE) if noun else None
    match = item.match(text, start, end) if item else None
    name = " ".join(match["name"].split()).strip(" ,;-–") if match else ""
    stop = _ITEM_END.search(name, len(noun) + 1)
    name = (name[: stop.start()] if stop else name).strip()
    if not match or len(name.split()) < len(noun.split()) + _KIND_WORDS:
        return []
    at = match.start("name")
    return [ProgrammeMention(at, at + len(name), _capital(name), "project")]


_KIND_WORDS = 2
"""What is made there: ``nhà máy chế biến chè``; with less an item is no name."""


def _opens_item(text: str, at: int, lexicon: Lexicon) -> bool:
    """Does another work begin after the comma there?"""
    after = re.compile(r"[,;]? ?(?:và )?(?:các tuyến |các |tuyến |dự án )?").match(text, at)
    begin = after.end() if after else at
    patterns = (project_heads(lexicon), _VERB_START, _PROPER_START, _ROUTE)
    return any(pattern.match(text, begin) for pattern in patterns)


def _pieces(text: str, start: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Start and end of the items of a list; a comma in brackets, or inside a name, separates nothing."""
    depth, begin = 0, start
    for at in range(start, len(text)):
        char = text[at]
        depth += (char == "(") - (char == ")")
        ends = char == "…" or (char == "." and (text[at + 1 : at + 2] in (" ", "", ".") or not text[at + 1].isalnum()))
        if ends or (depth <= 0 and (char == ";" or (char == "," and _opens_item(text, at, lexicon)))):
            yield begin, at
            begin = at + 1
        if ends:
            return
    yield begin, len(text)


_MARK = re.compile(r"[ ,;]*(?:\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)\s)?")
"""What parts the items of a list, with the number of the next one: ``; (ii) ``."""


def _items(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[ProgrammeMention]:
    mark = _MARK.match(text, start, end)
    start = mark.end() if mark else start
    roads = _ROADS.search(text, start, end)
    if roads:
        yield from _roads(roads)
        end = roads.start()
    heads = project_heads(lexicon)
    verb = _VERB_START.match(text, start)
    head = heads.search(text, verb.end() if verb else start, min(end, start + 60))
    if not verb and _ROUTE.match(text, start):
        name = _name(text, start, end)
        yield from [ProgrammeMention(start, start + len(name), _capital(name), "project")] if name else []
        return
    if not head or head.start() > (verb.end() + 1 if verb else start + 18):
        return
    begin = start if verb else head.start()
    name = _name(text, begin, end)
    if name:
        yield ProgrammeMention(begin, begin + len(name), _capital(name), "project")


def _roads(match: re.Match[str]) -> Iterator[ProgrammeMention]:
    """``các tuyến đường tỉnh 129, 130``: one project each."""
    for number in re.finditer(r"\d{2,3}[A-Z]?", match["names"]):
        start = match.start("names") + number.start()
        yield ProgrammeMention(
            start, start + len(number.group()), f"{_capital(match['head'])} {number.group()}", "project"
        )


def _name(text: str, start: int, end: int) -> str:
    """The name of a work from its first word on, if it has a proper name or a number of its own."""
    verb = _UPGRADE.match(text, start) or _VERB_START.match(text, start)
    stop = _ITEM_END.search(text, verb.end() if verb else start + 3, end)
    name = " ".join(text[start : stop.start() if stop else end].split()).strip(" ,;-–")
    second = re.search(rf" (?:các tuyến|các khu|và) (?=[{UPPER}a-zđ])|, (?=[{UPPER}][a-zà-ỹđ]+ [a-zà-ỹđ])", name)
    name = name[: second.start()] if second and re.search(_PROPER.replace("\\ ", " "), name[: second.start()]) else name
    rest = re.sub(rf"^[{UPPER}]", lambda m: m.group().lower(), name)
    named = re.search(
        rf"{_PROPER}|[{UPPER}]{{2}}\.?\d|\d{{3}}|(?<!đường )\btỉnh$|\bhuyện [{UPPER}]|Cổ truyền|cổ truyền".replace(
            "\\ ", " "
        ),
        rest,
    )
    return name if named and len(name) < 170 and len(name.split()) > 1 else ""


def _built(text: str, lexicon: Lexicon) -> Iterator[ProgrammeMention]:
    """``xây dựng cảng hàng không Sơn Bình``, ``tuyến cao tốc Đồng Vân - Thanh Giang``, ``nâng cấp quốc lộ 279``."""
    for beds in _BEDS.finditer(text) if "âng quy mô" in text else ():
        yield ProgrammeMention(beds.start(), beds.end(), _capital(" ".join(beds.group().split())), "project")
    for match in _UPGRADE.finditer(text):
        colon = text.find(":", match.end(), match.end() + 60)
        codes = _ROAD_CODES.match(text, colon) if colon > 0 else None
        if codes and not re.search("[,;.]", text[match.end() : colon]):
            name = " ".join(text[match.start() : codes.end()].split()).rstrip(" ,;")
            yield ProgrammeMention(match.start(), codes.end(), _capital(name), "project")
            continue
        comma = re.compile(r", (?=[a-zà-ỹđ])|;").search(text, match.end())
        name = _name(text, match.start(), comma.start() if comma else len(text))
        if name:
            yield ProgrammeMention(match.start(), match.start() + len(name), _capital(name), "project")
    for head in project_heads(lexicon).finditer(text):
        before = text[max(0, head.start() - 40) : head.start()]
        building = _BUILD.search(before) or (head.group().startswith("Khu du lịch") and _DEVELOP.search(before))
        motorway = head.group().lower() in _MOTORWAYS and not _ALONG.search(text[: head.start()])
        counted = re.search(r"\d\s$", text[: head.start()])  # "thành lập mới 3 khu công nghiệp"
        if not (building or motorway) or (counted and head.group()[:1].islower()):
            continue
        stop = next((at for at in _marks(text, head.end()) if _parts(text, at, lexicon)), len(text))
        name = _name(text, head.start(), stop)
        if name:
            yield ProgrammeMention(head.start(), head.start() + len(name), _capital(name), "project")


def _marks(text: str, start: int) -> Iterator[int]:
    joined = [m.span() for m in _ONE_NAME.finditer(text)]
    marks = (m.start() for m in re.compile("[,;]").finditer(text, start))
    return (at for at in marks if not any(a < at < b for a, b in joined))


def _estates(text: str) -> Iterator[ProgrammeMention]:
    """The industrial parks and resorts that a bracket names, one project each."""
    for match in _ESTATES.finditer(text):
        for name in re.finditer(r"[^,]+", match["names"]):
            start = match.start("names") + name.start()
            yield ProgrammeMention(
                start, start + len(name.group()), f"{_capital(match['head'])} {name.group().strip()}", "project"
            )


def _parts(text: str, at: int, lexicon: Lexicon) -> bool:
    """Does the comma there part the name from what follows?"""
    return bool(re.compile(r"[,;] [a-zà-ỹđ]").match(text, at)) or _opens_item(text, at, lexicon)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


_GENERIC = frozenset(
    {
        "du",
        "an",
        "cong",
        "trinh",
        "tuyen",
        "duong",
        "xay",
        "dung",
        "dau",
        "tu",
        "ha",
        "tang",
        "ky",
        "thuat",
        "nang",
        "cap",
        "cai",
        "tao",
        "noi",
        "ve",
        "voi",
        "qua",
        "den",
        "va",
        "di",
        "cac",
    }
)


def same_work(a: str, b: str) -> bool:
    """Do two names mean one construction? The nouns and verbs around the proper names may differ.

    >>> same_work("Dự án Hầm đường bộ qua đèo Nậm Sơn", "Hầm đường bộ Nậm Sơn")
    True
    >>> same_work("Đường tỉnh 129", "Đường tỉnh 130")
    False
    """
    x, y = sorted((_own_words(a), _own_words(b)), key=len)
    return len(x) >= 4 and x <= y and len(y) <= max(len(x) + 2, 2 * len(x))


def _own_words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(name))) - _GENERIC
