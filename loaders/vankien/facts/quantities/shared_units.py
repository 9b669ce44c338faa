"""Numbers without a unit of their own that share the one of a value beside them.

kỷ luật 812 đảng viên: khiển trách 590, cảnh cáo 222          kinds of a total
luân chuyển 28, điều động 46, bổ nhiệm 93 cán bộ              deeds whose things are named once, at the end
tạo việc làm cho 61.750 lao động, đạt 102,9% kế hoạch (60.000)  a target in brackets
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from vankien.facts.cues.wording import ON_LEVEL
from vankien.facts.quantities.quantity import Quantity
from vankien.vietnamese import NUMBER, parse_number

_OPENS = re.compile(
    r"(?P<said>(?:\s[“\"]?[^\W\d]+[”\"]?){0,8}?)\s?(?:\(|:\s|\s(?:với|bằng)\s(?:các\s)?hình\sthức\s|[,;(]\s?(?:trong\sđó|(?:bao\s)?gồm)(?:\scó)?\s?:?\s)(?:(?:trong\sđó|(?:bao\s)?gồm)\s?:?\s)?",
    re.IGNORECASE,
)
_SOULS = r"đảng\sviên|đồng\schí|trường\shợp|người|(?:chi\s|đảng\s)?[uủ][yỷ]\sviên"


@lru_cache(maxsize=512)
def _kind_of(unit: str) -> re.Pattern[str]:
    """A kind with its number, which the word for people or the unit of the total may follow: ``cao cấp 615, sơ cấp 8.605 lượt``."""
    return re.compile(
        rf"(?:và\s)?(?P<kind>[^\W\d]+(?:\s(?:-\s)?[^\W\d]+){{0,5}})\s(?:là\s)?(?P<number>{NUMBER})(?:\s(?:(?P<soul>{_SOULS})|(?P<unit>{re.escape(unit)})))?(?P<sign>\s?[,;]\s|\s(?=và\s)|\s?[.;)]|\s?$)"
    )


_FEWEST, _IN_BRACKETS, _NEAR = 2, 3, (Decimal("0.5"), Decimal("1.1"))
_N = rf"(?:{NUMBER})"
_DEED = r"[^\W\d]+(?:\s[^\W\d]+){0,3}"
_DEEDS = re.compile(rf"(?:^|[\s,;:(])(?P<deeds>(?:{_DEED}\s{_N}(?:,|\svà)\s){{1,4}}){_DEED}\s$")
_DEED_ITEM = re.compile(rf"(?P<deed>{_DEED})\s(?P<number>{NUMBER})(?=,|\svà)")
_ORDINAL = re.compile(
    r"(?<!\w)(?:thứ|số|khóa|khoá|lớp|tháng|năm|quý|điều|khoản|mục|đợt|tập|lần|ngày|kỳ|cấp|loại|nhóm|hạng|đạt|là|còn|lên|xuống|đến|hơn|trên|dưới)$",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:(?:trình\sđộ\s)?(?:cao|trung|sơ)\scấp)(?:\slý\sluận(?:\schính\strị)?)?", re.IGNORECASE)
_REACH = 160
_PLANNED = re.compile(
    rf"\((?:(?:nghị\squyết|NQĐH)(?=:\s|\s(?:\d{{3}}|\d{{1,3}}\.\d{{3}})\))|chỉ\stiêu|mục\stiêu|kế\shoạch|KH|NQ)(?:\s(?:năm|giao|đề\sra|là))*:?\s(?P<alone>(?!(?:19|20)\d\d\)){NUMBER})\)|"
    rf"(?<!\w)(?:kế\shoạch|mục\stiêu|chỉ\stiêu|nghị\squyết|dự\stoán)(?!\w)[^,;()]{{0,30}}\((?:là\s)?(?P<number>{NUMBER})\)",
    re.IGNORECASE,
)
_ALIKE = (Decimal("0.3"), Decimal(3))

Spans = Sequence[tuple[int, int]]


def with_shared_units(text: str, found: Sequence[Quantity], skipped: Spans) -> list[Quantity]:
    """The printed values of a sentence with those that share the unit of one of them; `skipped` are stretches whose
    numbers are none."""
    kinds = list(_kinds(text, found))
    rates = list(_rates_in_turn(text))
    found = [f for f in found if not any(k.start <= f.at < k.end for k in (*kinds, *rates))]  # "khai trừ 4 đảng viên"
    more = [
        *kinds,
        *(d for d in _deeds(text, found) if not any(k.at == d.at for k in kinds)),
        *_planned(text, found),
        *rates,
        *_left(text, found),
        *_in_turn(text, found),
    ]
    free = [q for q in more if not any(a < q.end and q.at < b for a, b in skipped)]
    free = [q for q in free if not any(f.start < q.end and q.at < f.end for f in found)]
    return _of_people(text, _zones(text, sorted([*found, *free], key=lambda q: q.at)))


def _zones(text: str, found: list[Quantity]) -> list[Quantity]:
    """``2 khu, 4 cụm công nghiệp``: both are named by what stands behind the second."""
    out = list(found)
    for index, (one, other) in enumerate(pairwise(found)):
        named = re.fullmatch(r"cụm (.+)", other.unit or "") if one.unit == "khu" else None
        if named and re.fullmatch(r"(?:,|\svà|,\svà)\s", text[one.end : other.start]):
            out[index] = replace(one, unit=f"khu {named[1]}")
    return out


_TO_PEOPLE = re.compile(r"\s?/\s?(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000)\s(?:người\s)?dân$", re.IGNORECASE)


def _of_people(text: str, found: list[Quantity]) -> list[Quantity]:
    """``12 bác sĩ và 30 giường bệnh/1 vạn dân``: both count to so many people."""
    out = list(found)
    for index in range(len(out) - 2, -1, -1):
        one, other = out[index], out[index + 1]
        people = _TO_PEOPLE.search(other.unit or "")
        if people and one.counted and one.unit and re.fullmatch(r"\s?(?:,|và|,\svà)\s", text[one.end : other.start]):
            out[index] = replace(one, unit=f"{one.unit}{people.group()}", kind=other.kind)
    return out


def _kinds(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """``812 đảng viên bằng các hình thức: khiển trách 590, cảnh cáo 222``: kinds that nearly add up to the total."""
    for total in found:
        opening = _OPENS.match(text, total.end) if total.counted and total.upper is None else None
        if opening is None:
            continue
        kinds: list[Quantity] = []
        at, bare = opening.end(), False
        kind_of = _kind_of(total.unit or "")
        while (item := kind_of.match(text, at)) and (value := parse_number(item["number"])) is not None:
            if _is_ordinal(item["kind"], bare=bool(kinds) or not (item["soul"] or item["unit"])) or ON_LEVEL.fullmatch(
                item["kind"]
            ):
                break
            start = item.start("number")
            kinds.append(
                replace(total, start=start, at=start, end=item.end("number"), value=value, comparator="=", total=None, part=item["kind"])
            )  # fmt: skip
            at, bare = item.end(), bare or not item["unit"]
            if item["sign"].strip() in (".", ")", "") and not text[at:].startswith("và "):
                break
        summed = sum((k.value for k in kinds), Decimal(0))
        fewest = _IN_BRACKETS if "(" in opening.group() else _FEWEST  # "359 người (nam 200, nữ 159)" splits
        if bare and len(kinds) >= fewest and _NEAR[0] * total.value <= summed <= _NEAR[1] * total.value:
            yield from kinds


def _is_ordinal(words: str, bare: bool) -> bool:
    """Does a number behind these words only count through them (``khóa`` 15)? A bare one is of a degree (``cao cấp`` 60)."""
    return _ORDINAL.search(words) is not None and not (bare and _DEGREE.fullmatch(words))


def _deeds(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """``luân chuyển 28, điều động 46, bổ nhiệm 93 cán bộ``."""
    for last in found:
        since = max(0, last.start - _REACH)
        deeds = _DEEDS.search(text[since : last.start]) if last.counted and last.comparator == "=" else None
        if not deeds:
            continue
        for item in _DEED_ITEM.finditer(deeds["deeds"]):
            value, at = parse_number(item["number"]), since + deeds.start("deeds") + item.start("number")
            if value is not None and not _ORDINAL.search(item["deed"]):
                end = at + len(item["number"])
                yield replace(last, start=at, at=at, end=end, value=value, total=None, origin=None, deed=item["deed"])


def _planned(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """``61.750 lao động, đạt 102,9% kế hoạch (60.000)``, ``bác sĩ 9,8 người/vạn dân (chỉ tiêu là 10)``."""
    for match in _PLANNED.finditer(text):
        named = "number" if match["number"] else "alone"
        at, value = match.start(named), parse_number(match[named])
        results = [q for q in found if q.end <= match.start() and not (q.unit or "%").startswith(("%", "hạng"))]
        if not results or value is None or not results[-1].value:
            continue
        if _ALIKE[0] <= value / results[-1].value <= _ALIKE[1]:
            end = match.end(named)
            yield replace(results[-1], start=at, at=at, end=end, value=value, upper=None, comparator="=", total=None)


_LEFT = re.compile(
    rf"[^;.()\d]{{0,60}}\(từ\s(?P<origin>{NUMBER})\s(?:(?:xuống|lên|giảm|tăng)\s)?(?:còn|lên|thành)\s(?P<left>{NUMBER})\)"
)


def _left(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """``giảm 3 phòng chuyên môn (từ 12 còn 9)``: how many there are now, of what was done away with."""
    for quantity in found:
        match = _LEFT.match(text, quantity.end) if quantity.counted else None
        origin, left = (parse_number(match[k]) if match else None for k in ("origin", "left"))
        if match and origin is not None and left is not None and abs(origin - left) == quantity.value:
            start, end = match.span("left")
            yield replace(
                quantity, start=match.start("origin") - 3, at=start, end=end, value=left, total=None, origin=origin
            )


_TURN = re.compile(
    rf"(?:lần\slượt|tương\sứng)(?:\s(?:là|đạt|chiếm|bằng|ở\smức|khoảng))?\s(?P<all>(?:{_N},\s){{0,4}}{_N})(?:,|\svà|,\svà)\s$",
    re.IGNORECASE,
)


def _in_turn(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """``đóng góp lần lượt 0,8, 4,4 và 3,4 điểm phần trăm``: the unit stands behind the last."""
    for last in found:
        turn = _TURN.search(text[: last.start]) if last.upper is None else None
        for number in re.finditer(_N, turn["all"]) if turn else ():
            value = parse_number(number.group())
            if turn and value is not None:
                start, end = (turn.start("all") + at for at in number.span())
                yield replace(last, start=start, at=start, end=end, value=value, total=None, origin=None)


_TWO_RATES = re.compile(
    rf"(?<!\w)(?:số\s)?(?P<one>[^\W\d]+(?:\s[^\W\d]+){{0,2}}?)(?:\svà|,)\s(?:số\s)?(?P<other>[^\W\d]+(?:\s[^\W\d]+){{0,2}}?)\s?(?:/|trên)\s?(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000)\sdân"
    rf"\s(?:[^\W\d]+\s){{0,4}}?(?:(?:lần\slượt|tương\sứng)\s)?(?:là|đạt|ở\smức)\s(?P<first>{NUMBER})(?:\svà|,)\s(?P<second>{NUMBER})(?=\s?[,;.(]|\s?$|\s(?:và|so|vượt|đạt))"
    rf"(?:\s?\((?:chỉ\stiêu|mục\stiêu|nghị\squyết|kế\shoạch)[^()\d]{{0,30}}?(?P<third>{NUMBER})(?:\svà|[,;])\s(?P<fourth>{NUMBER})\))?",
    re.IGNORECASE,
)


def _rates_in_turn(text: str) -> Iterator[Quantity]:
    """``Số bác sĩ và số giường bệnh trên một vạn dân lần lượt là 11 và 32 (chỉ tiêu: 10 và 30)``, ``... đạt 11 và 32``."""
    for match in _TWO_RATES.finditer(text):
        for group, noun in (("first", "one"), ("second", "other"), ("third", "one"), ("fourth", "other")):
            value = parse_number(match[group]) if match[group] else None
            if value is not None:
                start, end = match.span(group)
                yield Quantity(start, start, end, value, None, "=", match[noun].lower(), "score")


_LAST_LEVEL = re.compile(rf"(?:trong\sđó,?\s(?:có\s)?)?(?P<level>{ON_LEVEL.pattern})$", re.IGNORECASE)


def of_one_thing(labels: Sequence[str], deeds: Sequence[str]) -> list[str]:
    """The labels of deeds, or of levels, whose things are named once, with the thing of the last.

    >>> of_one_thing(["", "Số xe cứu hộ của tỉnh được thuê"], ["Sở Y tế mua", ""])
    ['Số xe cứu hộ của tỉnh được mua', 'Số xe cứu hộ của tỉnh được thuê']
    >>> of_one_thing(["", "Số ý kiến được tiếp nhận cấp xã"], ["cấp tỉnh", ""])
    ['Số ý kiến được tiếp nhận cấp tỉnh', 'Số ý kiến được tiếp nhận cấp xã']
    """
    out = list(labels)
    for index in reversed(range(len(out) - 1)):
        thing, _, done = out[index + 1].rpartition(" được ")
        words = deeds[index].split()[-max(1, len(done.split())) :]
        last, here = _LAST_LEVEL.search(out[index + 1]), _LAST_LEVEL.fullmatch(deeds[index].strip())
        if last and here:
            out[index] = out[index + 1][: last.start("level")] + here["level"]
        elif words and thing:
            out[index] = f"{thing} được {' '.join(words)}"
    return out
