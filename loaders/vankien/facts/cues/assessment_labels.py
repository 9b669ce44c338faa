"""Verdicts whose indicator stands in words before them, without a value: ``Tổng vốn đầu tư không đạt kế hoạch``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vankien.facts.cues.goal_words import PLAN_NOUN
from vankien.facts.cues.wording import HEAD
from vankien.facts.times.periods import last_year
from vankien.facts.times.year_parts import MONTHS, MONTHS_SPELT, QUARTER_SPELT
from vankien.vietnamese import NUMBER, fold, parse_number

_PERCENT = re.compile(
    rf"\s*(?:đề ra|giao)?,?\s*\(?(?:chỉ|mới|chỉ mới)?\s*(?:bằng|đạt)\s+(?P<percent>{NUMBER})\s?%", re.IGNORECASE
)
_TIME = re.compile(
    r"(?:đến |hết |trong |đến hết )?(?:năm|giai đoạn|quý|tháng)\s[\dIVX\s/–-]+,?\s*(?:năm \d{4},?\s*)?", re.IGNORECASE
)
_SETTER = re.compile(r"\s(?:mà |do |theo |của )?(?:Nghị quyết|Đại hội|Kế hoạch|kế hoạch)(?![\wà-ỹ]).*$")
_ALL_ARE = re.compile(r"^riêng\s|(?:\s(?:cơ bản|đều|đã|ước|dự kiến|được thực hiện|thực hiện))+$", re.IGNORECASE)
_TARGET_WORD = re.compile(r"(?:các )?(?:chỉ tiêu|mục tiêu)\s(?:về\s)?", re.IGNORECASE)
_PART_OF_YEAR = re.compile(
    rf"(?<!\d){MONTHS}\stháng(?:\s(?:đầu|cuối))?\s(?:năm|\d)|(?<!\w){MONTHS_SPELT}\stháng\sđầu\snăm|(?<!\w)quý\s{QUARTER_SPELT}(?!\w)|(?:đến|hết)\s(?:ngày\s|tháng\s)?\d{{1,2}}[/-]|sáu\stháng|(?:lũy|luỹ)\skế",
    re.IGNORECASE,
)
_PLAN_SPAN = re.compile(r"\s(?:(?:cả\s)?giai\sđoạn|5\snăm)\s20\d\d\s?[-–]\s?(?P<last>20\d\d)", re.IGNORECASE)
"""``đạt 65% kế hoạch giai đoạn 2031-2035``: a plan that is not over."""
_PLAN = re.compile(rf"(?<!\w){PLAN_NOUN}", re.IGNORECASE)


_TURN = re.compile(r"^(?:tuy\s(?:nhiên|vậy)|song|nhưng|mặc\sdù\svậy),?\s", re.IGNORECASE)
_FILLER = re.compile(
    r"(?:(?:đề ra|đặt ra|thành phần|chủ yếu|cơ bản|dự ước|ước|đều|đã|đạt|và|hoàn thành|quan trọng|chính(?! quyền| sách| trị| phủ| quy))(?!\w)[\s,]*)+",
    re.IGNORECASE,
)
"""Words that say which targets, or how: no indicator is left of a label made of them."""
_LIST = re.compile(
    r"[^.;:()]{0,80}?(?:như|gồm|là|cụ thể|trong đó có)?\s*:\s*|,?(?:\s(?:vào|trong|đến)\s(?:(?:hết|cuối)\s)?năm\s\d{4})?\s+(?:(?:bao )?gồm|là|như)(?: có)?,?\s+|\s\((?:(?:bao )?gồm|là|như|cụ thể):?\s|\s\(",
    re.IGNORECASE,
)
_EACH_NAMED = re.compile(r"(?:các\s)?(?:chỉ|mục)\stiêu\s(?:về\s)?", re.IGNORECASE)
"""``02 chỉ tiêu không đạt là chỉ tiêu tỷ lệ hộ nghèo và ...``."""
_ITEM_END = re.compile(r"(?:\([^()]*\)|[^;,…().]|,(?=\d)|\.(?=\d))*")
_LONG_ITEM_END = re.compile(r"(?:\([^()]*\)|[^;…().]|\.(?=\d))*")
_PARTED = re.compile(r"(?:\([^()]*\)|[^;…().]|\.(?=\d))*;\s")
"""A list whose items semicolons part: commas stand inside them (``tỷ trọng nông, lâm nghiệp; kim ngạch xuất khẩu``)."""
_VALUE = re.compile(
    r"\s*\([^()]*\)|\s+(?:(?:ước|chỉ|(?<!thôn\s)mới|còn|đạt|là|tăng|giảm|hơn|trên|dưới|khoảng)\s+)*\d.*$"
)
"""What an item of such a list prints behind its name: a value, a bracket."""


_OWN_RATE = re.compile(
    r"(?:tỷ|tỉ)\s(?:lệ|trọng)\s(?!(?:này|đó|trên|chung)(?!\w))[^,;:.()\d]{3,80}|cơ\scấu\s[^,;:.()\d]{3,60}",
    re.IGNORECASE,
)


def clause_before(text: str, at: int) -> str:
    """The clause that runs up to an offset: from the last semicolon, colon or full stop on, or from the rate that it names
    behind a value of another thing.

    >>> clause_before("Thu ngân sách đạt 90 tỷ đồng, tỷ trọng các ngành đạt mục tiêu", 48)
    'tỷ trọng các ngành'
    """
    marks = [
        m.end()
        for m in re.compile(r"[;:.](?=\s)|,\s(?:song|nhưng|còn|riêng)\s|,\s(?=chỉ\stiêu\s)").finditer(text, 0, at)
    ]
    clause = text[marks[-1] if marks else 0 : at].strip()
    told, _, named = clause.rpartition(", ")
    return named if re.search(r"\d", told) and _OWN_RATE.fullmatch(named) else clause


def words_to_indicator(clause: str) -> str:
    """The indicator that a clause before a verdict names; empty where it names none.

    >>> words_to_indicator("Năm 2024, tổng vốn đầu tư trên địa bàn")
    'Tổng vốn đầu tư trên địa bàn'
    >>> words_to_indicator("chỉ tiêu khách quốc tế Nghị quyết Đại hội XVIII đề ra"), words_to_indicator("Công tác tư tưởng,")
    ('Khách quốc tế', '')
    """
    clause = _TIME.sub("", _TURN.sub("", clause.strip()), count=1).strip(" ,")
    clause = "tốc độ tăng trưởng kinh tế" if clause.lower() == "tăng trưởng" else clause
    target = re.search(r"(?<!\w)(?:chỉ tiêu|mục tiêu)\s", clause)
    if _MOST_OF.search(clause):
        return ""
    of_several = re.search(r"(?:^|,\s)(?:các|những)\s(?=chỉ tiêu|mục tiêu)", clause, re.IGNORECASE) is not None
    if target and not re.match(r"\d", clause[max(0, target.start() - 3) :]):
        clause = clause[target.start() :]
    named = _TARGET_WORD.match(clause)
    label = _ALL_ARE.sub("", _SETTER.sub("", clause[named.end() :] if named else clause)).strip(" ,")
    if filler := _FILLER.match(label):
        named, label = None, label[filler.end() :]
    if named and of_several and _OF_SETTER.match(label):
        return ""
    if named and of_several and label and not HEAD.match(label):
        label = f"chỉ tiêu {label}"  # "các chỉ tiêu kinh tế chủ yếu": a group of them
    if (
        not (named or HEAD.match(label) or _DEED.match(label))
        or "," in label
        or re.search(r"\d", label)
        or not 2 <= len(label.split()) <= 14
    ):
        return ""
    return label[:1].upper() + label[1:]


_MOST_OF = re.compile(
    r"(?<!\w)(?:phần lớn|phần nhiều|đa số|hầu hết|hầu như|đại đa số|nhiều|một số)\s(?:các |những )?(?:chỉ tiêu|mục tiêu)(?!\w)",
    re.IGNORECASE,
)
"""``Hầu hết các chỉ tiêu kinh tế đạt kế hoạch``: which ones, nobody says."""
_OF_SETTER = re.compile(r"(?:của\s|theo\s)?(?:nghị quyết|kế hoạch|đại hội|HĐND)(?!\w)", re.IGNORECASE)
"""``Các chỉ tiêu nghị quyết năm cơ bản đạt``: all that was set, no group of it."""


_DEED = re.compile(
    r"(?:kết\snạp|phát\striển\s(?:đảng|đoàn|hội)\sviên|trồng\s(?:mới|rừng|cây)|(?:giải\squyết|tạo)\sviệc\slàm|đào\stạo\snghề|giải\sngân|thu\shút|huy\sđộng|xuất\skhẩu|tuyển\squân|giao\squân|giảm\snghèo|giải\sphóng\smặt\sbằng|thành\slập\smới)(?!\w)",
    re.IGNORECASE,
)
"""Deeds that targets are set for as they are for what is measured: ``Kết nạp đảng viên đạt chỉ tiêu``."""


def listed_indicators(text: str, at: int, until: int) -> list[tuple[str, int, int]]:
    """The indicators that a list behind a verdict names, each with its offsets; nothing where the list opens with a
    value or speaks of something else.

    >>> t = "một số chỉ tiêu khó đạt kế hoạch như: tốc độ tăng GRDP, thu ngân sách trên địa bàn;"
    >>> [label for label, _, _ in listed_indicators(t, t.index(" như"), len(t))]
    ['Tốc độ tăng GRDP', 'Thu ngân sách trên địa bàn']
    >>> t = "4 chỉ tiêu chưa đạt (tăng trưởng GRDP, thu ngân sách và tỷ lệ đô thị hóa)"
    >>> [label for label, _, _ in listed_indicators(t, t.index(" (tăng"), len(t))]
    ['Tăng trưởng GRDP', 'Thu ngân sách', 'Tỷ lệ đô thị hóa']
    >>> t = "03 chỉ tiêu khó đạt gồm tỷ lệ đô thị hóa (ước 31,5%/35%), kim ngạch xuất khẩu."
    >>> [label for label, _, _ in listed_indicators(t, t.index(" gồm"), len(t))]
    ['Tỷ lệ đô thị hóa', 'Kim ngạch xuất khẩu']
    >>> t = "2 chỉ tiêu chưa đạt (chuyển đổi đất lúa, trồng rừng)"
    >>> [label for label, _, _ in listed_indicators(t, t.index(" (chuyển"), len(t))]
    ['Chuyển đổi đất lúa', 'Trồng rừng']
    >>> t = "03 chỉ tiêu không đạt, gồm: kim ngạch xuất khẩu; tỷ lệ lao động có bằng, chứng chỉ; tỷ trọng nông, lâm nghiệp."
    >>> [label for label, _, _ in listed_indicators(t, t.index(", gồm"), len(t))]
    ['Kim ngạch xuất khẩu', 'Tỷ lệ lao động có bằng, chứng chỉ', 'Tỷ trọng nông, lâm nghiệp']
    """
    opening = _LIST.match(text, at, until)
    named = _EACH_NAMED.match(text, opening.end(), until) if opening else None
    start = named.end() if named else opening.end() if opening else until
    parted = _PARTED.match(text, start, until)
    apart = parted is not None and HEAD.match(text, parted.end(), until) is not None
    items = list(_items(text, start, until, _LONG_ITEM_END if apart else _ITEM_END))
    counted = _COUNT.search(text[:at])
    if counted and len(items) == int(counted["count"]) and all(_MAY_BE.match(label) for label, _, _ in items):
        return items
    found: list[tuple[str, int, int]] = []
    for label, begin, stop in items:
        if not (HEAD.match(label) or _DEED.match(label) or (apart and found)):
            break
        found.append((label, begin, stop))
    return found


_COUNT = re.compile(
    r"(?<![\d/.,])0?(?P<count>\d{1,2})(?:/\d+)?\s(?:chỉ|mục)\stiêu(?:\s[^.;:,()]{0,80})?$", re.IGNORECASE
)
"""How many targets a verdict is said of: a list of as many items names them, however each of them opens."""
_MAY_BE = re.compile(
    r"(?!(?:do|vì|theo|so|nhưng|trong|tương|chủ\syếu|kế\shoạch|nghị\squyết|mục\stiêu|(?:tăng|giảm)\s(?:so|nhẹ|mạnh|khá|dần)|đạt|bằng|vượt|chiếm)\s)[^\W\d]+\s",
    re.IGNORECASE,
)


_SHARE = re.compile(
    rf"(?<=\w)\s(?:(?:(?<!thôn\s)mới|chỉ|ước)\s)*(?:đạt|bằng)\s(?:{NUMBER})\s?%\s(?:so\svới\s)?(?:kế\shoạch|dự\stoán|chỉ\stiêu|mục\stiêu|nghị\squyết|KH|NQ)(?!\w)[^,;()\d]*$",
    re.IGNORECASE,
)
"""``...: trồng rừng đạt 82% kế hoạch; ...``: how far an item of a list has got, and no value of it."""


def _items(text: str, start: int, until: int, ends: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """The items of a list from an offset on, without the values behind their names, each with its offsets."""
    first = True
    while start < until:
        end = ends.match(text, start, until)
        stop = end.end() if end else until
        item = _SHARE.sub("", text[start:stop].strip())
        label = _VALUE.sub("", item).strip()
        valued = bool(re.search(r"\d", re.sub(r"\([^()]*\)", "", item)))
        if not 1 < len(label.split()) < 25 or re.search(r"\d", label) or (valued and first):
            return
        first = False
        names = _two(label)
        begins = [start, *(max(start, text.find(f" và {name}", start, stop)) for name in names[1:]), stop]
        for name, begin, until_next in zip(names, begins, begins[1:], strict=False):
            yield name[:1].upper() + name[1:], begin, until_next
        if text[stop : stop + 1] not in (",", ";") or "…" in text[stop : stop + 3] or ".." in text[stop : stop + 3]:
            return
        start = stop + 2


def _two(label: str) -> tuple[str, ...]:
    """The indicators of a list's last item, which ``và`` may join: each of them opens as an indicator does."""
    first, joined, second = label.partition(" và ")
    return (first, second) if joined and HEAD.match(second) else (label,)


_NAMED = re.compile(r"(?:các|những|một số|\d+)\s(?:chỉ|mục)\stiêu(?:\svề|\sgồm|\snhư|:)?\s+", re.IGNORECASE)
_APART = re.compile(r",\sriêng\s", re.IGNORECASE)
_ALL_OF = re.compile(r"\s(?:đều|cùng|cơ bản|dự báo|dự kiến)\s(?:(?:đã|ước|dự kiến)\s)?$", re.IGNORECASE)


def indicators_before(text: str, at: int) -> list[tuple[str, int, int]]:
    """The indicators that a list before its verdict names, each with its offsets; where no ``đều`` closes the list, all of
    them have to open as indicators do.

    >>> t = "các chỉ tiêu về tốc độ tăng GRDP, tỷ lệ đô thị hóa (38%, thấp hơn 3 điểm) và nhà ở xã hội đều không đạt"
    >>> [label for label, _, _ in indicators_before(t, t.index("không"))]
    ['Tốc độ tăng GRDP', 'Tỷ lệ đô thị hóa', 'Nhà ở xã hội']
    >>> t = "Các chỉ tiêu về văn hóa, xã hội đạt"
    >>> indicators_before(t, t.index("đạt"))
    []
    """
    apart = [m for m in _APART.finditer(text, 0, at) if not re.search(r"[.;]\s", text[m.end() : at])]
    opening = apart[-1] if apart else next((m for m in _NAMED.finditer(text, 0, at)), None)
    closing = _ALL_OF.search(text[:at])
    end = closing.start() if closing else at
    if not opening or opening.end() > end:
        return []
    found: list[tuple[str, int, int]] = []
    named = re.sub(r"\([^()]*\)", lambda m: " " * len(m.group()), text[opening.end() : end])
    for item in re.finditer(r"(?:(?!,\s|\svà\s(?!.*,\s)).)+", named):
        label = re.sub(r"^[\s,]*(?:và\s)?", "", item.group()).strip()
        headed = HEAD.match(label) or (found and closing)
        if re.search(r"[\d;:.]", label) or not 2 <= len(label.split()) <= 14 or not headed:
            return []
        found.append((label[:1].upper() + label[1:], opening.end() + item.start(), opening.end() + item.end()))
    return found if len(found) > 1 else []


def percent_behind(text: str, at: int) -> Decimal | None:
    """The share of the target printed right behind a verdict: ``không đạt kế hoạch, chỉ bằng 93,7%``."""
    match = _PERCENT.match(text, at)
    return parse_number(match["percent"]) if match else None


def is_of_plan(words: str) -> bool:
    """Do the words of a verdict hold a result against a plan or a budget, which are of one year?"""
    return _PLAN.search(words) is not None


def is_part_of_plan(text: str, start: int, end: int, period: str | None, year: str = "") -> bool:
    """Is the share between two offsets one of a plan or budget, for a part of its year only? It says how far the plan
    has been carried out so far, and is no verdict; nor is one for a span that ends after the document's `year`.

    >>> t = "9 tháng năm 2023 mới đạt 48,7% kế hoạch"
    >>> is_part_of_plan(t, t.index("đạt"), len(t), None), is_part_of_plan("đạt 48,7% kế hoạch", 0, 18, "2023")
    (True, False)
    >>> [is_part_of_plan("đạt 41% kế hoạch", 0, 16, "2021-2030", year) for year in ("2023", "2030")]
    [True, False]
    """
    if not is_of_plan(text[start:end]):
        return False
    if year and re.fullmatch(r"\d{4}-\d{4}", period or "") and last_year(period or "") > year:
        return True
    span = _PLAN_SPAN.match(text, end)
    if year and span and span["last"] > year:
        return True
    months = re.fullmatch(r"\d{4}-(\d\d)", period or "")
    opening = re.match(r"[^.;]*", text)
    said = clause_before(text, start) + " " + (opening.group() if opening and not period else "")
    return bool(months and months.group(1) != "12") or bool(_PART_OF_YEAR.search(said))


def lower_is_better(label: str) -> bool:
    """Of such an indicator a value below the target is the better one."""
    return bool(
        re.search(
            r"ngheo|that nghiep|tu vong|suy dinh duong|tai nan|toi pham|sinh con thu|ton that|no xau|phat thai",
            fold(label),
        )
    )
