"""Printed values of a sentence: number or range, comparator, unit. Dates, codes, ordinals and names are no values."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from vankien.facts.cues.wording import PREDICATE
from vankien.facts.quantities.comparators import comparator_after, comparator_before, rank_before
from vankien.facts.quantities.counts_before import level_of_count
from vankien.facts.quantities.dashes import MOVES_ON, in_turn_by_dashes
from vankien.facts.quantities.number_words import in_digits, in_full
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.quantity_names import part_of_name
from vankien.facts.quantities.ranks_among import one_of_first
from vankien.facts.quantities.shared_units import with_shared_units
from vankien.facts.quantities.skipped_numbers import skipped_spans
from vankien.facts.quantities.units import COUNTED, Unit, unit_at
from vankien.model import Lexicon
from vankien.vietnamese import NUMBER, parse_number

__all__ = ["Quantity", "find_quantities", "find_zeros", "skipped_spans"]


_NUM = re.compile(
    rf"""(?:(?<![\w.,])|(?<=đạt))(?<!\d/)(?P<sign>(?<![\d%])[-−–](?=\d))?(?P<number>{NUMBER})
         (?:\s{{0,2}}(?:[-–—÷]|đến|tới)\s{{0,2}}(?P<upper>(?<=[-–—÷ ]){NUMBER})(?!\d|[.,]\d|/\d))?
         (?:(?:\s?/\s?|\strong\s(?:tổng\s)?số\s|\s(?:trong|trên|so\svới)\s(?:tổng\s)?(?:số\s)?(?=\d\d\s(?:tỉnh|địa\sphương)))(?!1(?:00|000|00\.000|0\.000|\.000)\s(?:dân|người|trẻ|bé))(?P<total>{NUMBER})(?!\d|[.,]\d|/\d))?""",
    re.VERBOSE,
)


_UPWARD = re.compile(
    r"\s(?!đạt|xếp|loại|được|từ|hoàn)[^\W\d]+(?:\s[^\W\d]+)?\strở\s(?P<way>lên|xuống)(?=\s*(?:[,;.)]|$))"
)
"""``3.000 ha rừng trở lên``."""
_PHASE = re.compile(r"\sgiai\sđoạn\s(?:19|20)\d\d", re.IGNORECASE)
_IN_ORDER = re.compile(r"(?<!\w)(?:thứ|vị\strí)\s$", re.IGNORECASE)
_FROM_HERE = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_EACH_YEAR = re.compile(r"(?<!\w)(?:mỗi|hằng|hàng)\snăm\s$", re.IGNORECASE)
_AS_MANY_TIMES = re.compile(r"(?<!\w)gấp\s$", re.IGNORECASE)
_PROVINCES = (Decimal(63), Decimal(34))
"""How many provinces there are, until and since July 2025."""
_YEAR_BEFORE = re.compile(r"(?<!\w)năm\s20\d\d\s?(?::|là|xếp)\s*$", re.IGNORECASE)
"""``Năm 2022: 41/63``: a rank among the provinces."""
_SPANS = frozenset({"năm", "tháng", "ngày", "giờ", "phút", "tuần"})
_DURATION = re.compile(r"(?<!\w)(?:thời gian|tuổi thọ|tuổi|số năm|lưu trú)[^,;.]{0,60}$", re.IGNORECASE)
"""Before a number of years or days that is a value and no date."""
_LATER = re.compile(r"[^;.]{0,60}?(?<!trở)\s(?:lên|xuống|còn)\s", re.IGNORECASE)


def _quantity(text: str, match: re.Match[str], lexicon: Lexicon) -> Quantity | None:
    """The value at one number, or None if it has neither a unit nor a ranking before it."""
    number, upper, total = (parse_number(match[k]) if match[k] else None for k in ("number", "upper", "total"))
    at = match.start("number")
    if number is None:
        return None
    if match["sign"]:
        number, at = -number, match.start("sign")
    if upper is not None and upper <= number:
        upper = None
    unit = unit_at(text, match.end(), lexicon)
    rank = rank_before(text, at, lexicon)
    if (
        unit
        and unit.kind in COUNTED
        and (_PHASE.match(text, match.end()) or (rank and not total and _IN_ORDER.search(text, 0, at)))
    ):
        unit = None  # "giảm từ 7,0 giai đoạn 2016 - 2020", "xếp thứ 32 thế giới"
    if rank and upper is None and (total is not None or unit is None or rank[1] == "<="):
        end = unit.end if unit and (total is not None or rank[1] == "<=") else match.end()
        return Quantity(rank[0], at, end, number, None, rank[1], "hạng", "rank", total)
    if not unit and total in _PROVINCES and _YEAR_BEFORE.search(text[:at]):
        return Quantity(at, at, match.end(), number, None, "=", "hạng", "rank", total)
    if not unit:
        return _index(text, match, number, lexicon) or level_of_count(text, match, number, lexicon)
    if upper is None and (among := one_of_first(text, match, number, total, unit)):
        return among
    if unit.text.startswith("%") and re.fullmatch(r"\d{1,2}100", match["number"]):
        number = Decimal(100)  # "30100%": the mark of footnote 30 before 100%
    start, sign = _sign_before(text, at, unit, lexicon)
    moving = False
    after = comparator_after(text, unit.end, lexicon)
    if after:
        sign = after[1]
    elif behind := _sign_behind_noun(text, unit, sign, lexicon):
        sign = behind
    elif sign == "range" and upper is None:
        moving = bool(_LATER.match(text, unit.end))
        sign = ">=" if not moving and _FROM.search(text, start, at) else "="
    if upper is not None:
        moving = bool(_FROM_HERE.search(text, 0, at) and MOVES_ON.match(text, unit.end))
        sign = "range"
    elif sign == ">" and _NOT_LET.search(text[:start]):
        sign = "<="
    return Quantity(
        start, at, after[0] if after else unit.end, number, upper, sign, unit.text, unit.kind, total, moving=moving
    )


def _sign_before(text: str, at: int, unit: Unit, lexicon: Lexicon) -> tuple[int, str]:
    """The sign before a number, and where it begins."""
    start, sign = comparator_before(text, at, lexicon)
    if sign == ">" and unit.text == "chỉ tiêu" and text[start:at].lower().startswith("vượt"):
        return at, "="  # "hoàn thành vượt mức 25/25 chỉ tiêu": how, and no bound
    if sign == "=" and (yearly := _EACH_YEAR.search(text, 0, at)):
        sign = comparator_before(text, yearly.start(), lexicon)[1]  # "ít nhất mỗi năm 1 lần"
        sign = "=" if sign == "range" else sign
    if sign == "=" and unit.kind == "ratio" and (times := _AS_MANY_TIMES.search(text, 0, at)):
        sign = comparator_before(text, times.start(), lexicon)[1]  # "ít nhất gấp 2 lần"
    return start, sign


def _sign_behind_noun(text: str, unit: Unit, sign: str, lexicon: Lexicon) -> str:
    """The sign that stands behind the noun of a value: ``92% đảng viên trở lên hoàn thành``, ``3.000 ha rừng trở lên``."""
    if unit.kind == "share":
        noun = unit_at(text, unit.end, lexicon, nouns=False)
        behind = comparator_after(text, noun.end, lexicon) if noun else None
        rest = text[behind[0] :].lstrip() if behind else ""
        return behind[1] if behind and (PREDICATE.match(rest) or rest[:1] in ("", ".", ";", ",")) else ""
    upward = _UPWARD.match(text, unit.end) if sign == "=" and unit.kind != "rank" else None
    return (">=" if upward["way"] == "lên" else "<=") if upward else ""


def _of_next_year(text: str, match: re.Match[str], found: list[Quantity]) -> Quantity | None:
    """``Năm 2021: 58 xe; năm 2022: 97``: more of the things counted before."""
    at, last, number = match.start("number"), found[-1] if found else None, parse_number(match["number"])
    if last is None or number is None or not last.counted or match["upper"] or match["total"]:
        return None
    listed = _YEAR_BEFORE.search(text[:at]) and _YEAR_BEFORE.search(text[: last.start])
    if not listed or not re.match(r"\s*(?:[;,.]|$)", text[match.end() :]):
        return None
    return replace(last, start=at, at=at, end=match.end(), value=number, upper=None, comparator="=", total=None)


_COPULA = re.compile(
    r"(?<!\w)(?:nhất|đặc\sbiệt|tức|nghĩa|chính|thực\ssự|được\s(?:coi|xem)|(?:coi|xem)(?:\s\w+){0,2}|vẫn|luôn|thật\ssự|không\schỉ)\s$",
    re.IGNORECASE,
)


def _is_copula(text: str, quantity: Quantity) -> bool:
    """``nhất 14 vùng biên giới``: an engine that knows no Vietnamese reads *là* as 1, 12, 13 or 14."""
    printed = re.match(r"1\d?(?![\d.,%/])", text[quantity.at :])
    return bool(printed and quantity.start == quantity.at and _COPULA.search(text[: quantity.at]))


_NOT_LET = re.compile(r"(?:không để|không cho)[^,;.]*$", re.IGNORECASE)
"""``không để tỷ lệ tái nghèo vượt quá 0,2%`` is a bound from above."""
_INDEX = re.compile(
    r"(?<!\w)(?i:chỉ số|hệ số|điểm số|mức sinh|tổng (?:tỷ|tỉ) suất sinh|(?:tỷ|tỉ) số)(?:[^,;.]|(?<=\d)[,.](?=\d)){2,90}$"
    r"|(?<![\w-])[A-Z]{3,6}\s(?:[^\W\d]+\s){1,3}$"
)
"""Words before a number without a unit that is the value of an index, also of an abbreviated one (``HDI đạt 0,74``)."""
_RATE_OF = re.compile(
    r"(?<!\w)(?i:(?:số\s|(?=(?:bác\ss[ĩỹ]|giường\sbệnh|điều\sdưỡng|dược\ss[ĩỹ])\s?(?:/|trên)))(?P<unit>[^\W\d]+(?:\s[^\W\d]+){0,2})\s?(?:/|trên)\s?(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000|100)\s(?:người\s)?dân)(?:\s?:|\sđạt|\slà)\s(?:(?i:trên|khoảng|ít nhất|tối thiểu|hơn|gần)\s)?(?:là\s)?$"
)
"""``Số bác sĩ/vạn dân: 15``: what is counted stands in the name of the rate."""
_NOTHING = re.compile(r"(?<!mặt\s)(?<!trình\s)bằng\s[“\"]?$", re.IGNORECASE)
"""``phát thải ròng bằng 0``: nothing needs no unit."""
_FROM = re.compile(r"(?<!\w)từ(?!\w)", re.IGNORECASE)
"""``đạt từ`` 5%: of a range without its end a lower bound; ``giữa`` 6 tỉnh is none."""
_OPENED = re.compile(r"(?<!\w)từ(?:\s[^\W\d]+){0,2}\s*$", re.IGNORECASE)
"""``từ`` 9% đến 10%, right before the range: the same word in an earlier clause does not open it."""
_INDEX_END = re.compile(r"\s*(?:[,;.()”]|$|vào|trở|và\s|năm\s|giai\sđoạn\s|còn\s|lên\s|xuống\s|so\svới\s)")


def _index(text: str, match: re.Match[str], number: Decimal, lexicon: Lexicon) -> Quantity | None:
    """``Chỉ số phát triển con người (HDI) đạt 0,78``: an index needs no unit."""
    lead = text[: match.start()]
    none = number == 0 and match["upper"] is None and _NOTHING.search(lead)
    rate = _RATE_OF.search(lead)
    if not (none or rate or _INDEX.search(lead)) or not _INDEX_END.match(text, match.end()):
        return None
    start, sign = comparator_before(text, match.start("number"), lexicon)
    after = comparator_after(text, match.end(), lexicon)
    upper = parse_number(match["upper"]) if match["upper"] else None
    moving = sign == "range" and upper is None and not after and bool(_LATER.match(text, match.end()))
    sign = "range" if upper is not None else after[1] if after else ("=" if sign == "range" else sign)
    end = after[0] if after else match.end()
    unit = rate["unit"][:1].lower() + rate["unit"][1:] if rate else None
    return Quantity(start, match.start("number"), end, number, upper, sign, unit, "score", moving=moving)


def _joined(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """``từ 9% đến 10%`` is one range; ``từ 300 lên 500 giường`` one value with its origin; ``171 ha/200 ha`` one with
    its total."""
    out: list[Quantity] = []
    listed = in_turn_by_dashes(text, quantities)
    for quantity in quantities:
        last = out[-1] if out else None
        if quantity.at in listed:
            out.append(quantity)
            continue
        between = text[last.end : quantity.start] if last else ""
        alike = last is not None and (last.unit == quantity.unit or _share_of_same(last, quantity))
        same = alike and last is not None and last.upper is None and quantity.upper is None
        if last and same and re.fullmatch(r"\s*(?:đến|tới|[-–])\s*", between) and last.value < quantity.value:
            opened = _OPENED.search(text, out[-2].end if len(out) > 1 else 0, last.at)
            start = min(opened.start(), last.start) if opened else last.start
            moving = bool(opened and MOVES_ON.match(text, quantity.end))
            out[-1] = replace(
                quantity,
                start=start,
                at=last.at,
                value=last.value,
                upper=quantity.value,
                comparator="range",
                moving=moving,
            )
        elif last and same and re.fullmatch(r"\s?/\s?", between):
            out[-1] = replace(last, end=quantity.end, total=quantity.value)
        else:
            out.append(quantity)
    return out


def _share_of_same(one: Quantity, other: Quantity) -> bool:
    """``22% - 23,5% GDP``, ``1,5% - 2%/năm``: what the shares are of, and in which time, stands behind the second."""
    return one.unit == "%" and (other.unit or "").startswith(("% ", "%/"))


_BARE_ORIGIN = re.compile(
    rf"(?<!\w)từ\s(?:(?:khoảng|gần|trên|hơn|dưới)\s)?(?P<origin>{NUMBER})\s?%?(?P<unit>(?:\s[^\W\d_]+){{0,3}}?)(?:\s\([^)]*\)|\s(?:năm|cuối\snăm)\s\d{{4}})?\s(?:tăng\s|giảm\s)?(?:(?:lên|xuống|đến|tới)(?:\scòn)?|còn)\s(?:(?:khoảng|gần|trên|hơn|dưới)\s)?$",
    re.IGNORECASE,
)


def _with_origin(text: str, quantity: Quantity) -> Quantity:
    """``nâng quy mô từ 300 lên 500 giường``: the first number is where it comes from."""
    match = _BARE_ORIGIN.search(text[: quantity.at])
    if not match:
        return quantity
    return replace(quantity, start=match.start(), origin=parse_number(match["origin"]))


_NONE_OF_PARTY = r"(?:(?:(?<=[,;:.]\s)|(?<=đấu\s)|(?<=và\s)|^)không\scó(?=\s(?:chi\sbộ|đảng\sbộ|tổ\schức\s(?:cơ\ssở\s)?đảng|đảng\sviên)(?!\w)))"
"""``; không có chi bộ không hoàn thành nhiệm vụ``, at the start of its clause: none is to be there."""


@lru_cache(maxsize=8)
def _nothing_left(lexicon: Lexicon) -> re.Pattern[str]:
    words = sorted(
        (s for c in lexicon["comparators"] if c.first("notation") == "=0" for s in c.all_spellings()), key=len
    )
    choice = "|".join(re.escape(w) for w in reversed(words)) or "(?!)"
    none = r"không\s(?:để|còn)(?:\smột)?(?=\s(?:[^\s,;.:()]+\s){1,6}?nào\s)"  # "không để xã nào dưới 13 tiêu chí"
    none += (
        r"|không\scó(?=\s(?:[^\s,;.:()]+,?\s){1,6}?(?:nào\s)?(?:đạt\s)?dưới\s\d)"  # "không có xã đạt dưới 13 tiêu chí"
    )
    return re.compile(rf"(?<!\w)(?:{none}|{_NONE_OF_PARTY}|(?:{choice})(?=\s))", re.IGNORECASE)


def find_zeros(text: str, lexicon: Lexicon) -> list[tuple[Quantity, int, int]]:
    """``không còn xã dưới 15 tiêu chí``: a value of 0 that prints no number, and the stretch whose numbers belong to
    the description of what is gone."""
    zeros = []
    for match in _nothing_left(lexicon).finditer(text):
        unit = unit_at(text, match.end(), lexicon, nouns=False)
        if unit is None or unit.kind not in COUNTED:
            continue
        stop = re.search(r"[,;.:()](?=\s|$)", text[unit.end :])
        end = unit.end + stop.start() if stop else len(text)
        zeros.append(
            (
                Quantity(match.start(), match.start(), unit.end, Decimal(0), unit=unit.text, kind=unit.kind),
                match.start(),
                end,
            )
        )
    return zeros


@lru_cache(maxsize=8192)
def find_quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """The printed values of a sentence in order, without those inside dates, codes, ordinals and names."""
    printed, text = text, in_digits(text, lexicon)
    skipped = skipped_spans(text, lexicon)
    found: list[Quantity] = []
    for match in _NUM.finditer(text):
        if any(a < match.end() and match.start() < b for a, b in skipped):
            continue
        quantity = _quantity(text, match, lexicon) or _of_next_year(text, match, found)
        if quantity and quantity.unit in _SPANS and not _DURATION.search(text[: quantity.start]):
            continue
        if quantity and _is_copula(text, quantity):
            continue
        if quantity and (not found or quantity.at >= found[-1].end):
            found.append(quantity)
    zeros = find_zeros(text, lexicon)
    kept = [q for q in found if not any(a <= q.at < b for _, a, b in zeros)]
    kept = [q for i, q in enumerate(kept) if not part_of_name(text, kept, i)]
    joined = with_shared_units(text, _joined(text, kept), skipped)
    joined = [q if i and joined[i - 1].moving else _with_origin(text, q) for i, q in enumerate(joined)]
    joined = [in_full(q, printed) for q in joined]
    return tuple(sorted([*joined, *(q for q, _, _ in zeros)], key=lambda q: q.at))
