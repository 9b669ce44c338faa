"""Which of the values before a verdict it is said of: the last one, the one that has the quoted target, the second of a list,
all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from vankien.facts.clauses.clause import without_times
from vankien.facts.clauses.marks import open_brackets
from vankien.facts.cues.assessment_labels import clause_before
from vankien.facts.cues.goal_words import GOAL_NOUN
from vankien.facts.cues.wording import HEAD
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import find_times
from vankien.facts.verdicts.assessment_places import Placed
from vankien.facts.verdicts.verdict import Verdict
from vankien.model import Observation
from vankien.vietnamese import NUMBER, parse_number

SHARE_ALONE = re.compile(rf"đạt\s+(?P<percent>{NUMBER})\s*%", re.IGNORECASE)
"""``đạt 98,7%``: a share of what stands before."""
_GOAL_NEXT = re.compile(r"\s(?:\(|(?:là\s|trên\s|từ\s)?\d)")
"""``71% so với mục tiêu 75%``: the target itself stands behind its name."""
_OWN_WORDS = 14
"""How long the words of a clause up to a share of the target may be, where nothing else is counted in it."""
_OF_THIS = re.compile(r"\s?(?:(?:chỉ|mục)\stiêu\s)?này(?!\w)", re.IGNORECASE)
_HELD = re.compile(rf"\({GOAL_NOUN}", re.IGNORECASE)
"""``... 42% số xã (mục tiêu 55%); toàn tỉnh còn 41 xã nên không đánh giá chỉ tiêu này``: the one with a target."""


def values_before(placed: Sequence[Placed], verdict: Verdict, text: str) -> list[Placed]:
    """The values before a verdict; the share of the target itself where nothing else is told (``Giao quân hằng năm đạt 100%
    chỉ tiêu``)."""
    itself = next((p for p in placed if verdict.start <= p.at < verdict.end and p.fact.value == verdict.percent), None)
    if itself and isinstance(itself.fact, Observation) and itself.fact.unit == "%":
        clause = clause_before(text, verdict.start)
        told = without_times(clause, 0, len(clause), find_times(clause))
        alone = not re.search(r"\d", told) and len(told.split()) <= _OWN_WORDS
        if alone and not text.startswith("được", verdict.start) and not _GOAL_NEXT.match(text, verdict.end):
            return [itself]
    return [p for p in placed if p.at < verdict.start]


def are_parted(before: Sequence[Placed], verdict: Verdict, all_named: bool, text: str) -> bool:
    """Does a sentence, or an item of a list, end between the last value and the verdict?"""
    ends = r"\.\s" if verdict.closing or all_named else r"[;.]\s"
    gap = text[before[-1].at : verdict.start]
    alone = _ALONE.match(text, verdict.start, verdict.end) and gap.rstrip().endswith(
        ";"
    )  # "91,5%; đạt 101% Nghị quyết"
    return re.search(ends, gap.rstrip("; ") if alone else gap) is not None


_ALONE = re.compile(r"(?:đạt|bằng|vượt|(?:cao|thấp)\shơn)\s", re.IGNORECASE)
_REACH = 160
EVERY = re.compile(
    r"(?:,|(?<!\w)(?:(?P<all>cả)\s(?:(?P<count>hai|ba|bốn|0?[2-4])|[^\W\d]+)|các)(?:\s(?:chỉ\stiêu|mục\stiêu|nội\sdung|thành\sphần|tiêu\schí|kết\squả)|(?<=\scả\shai)|(?<=\scả\sba))(?:\s(?:này|trên|nêu trên)|(?:\s[^\W\d]+){1,3})?)\s(?:cơ bản\s)?(?:đều|cùng)\s$",
    re.IGNORECASE,
)
_BY_TURNS = re.compile(
    rf"[^,;.()\d]{{0,40}}?\s(?:lần\slượt|tương\sứng)\s(?P<all>(?:{NUMBER})(?:(?:,|\svà|,\svà)\s(?:{NUMBER}))+)"
)
"""``vượt chỉ tiêu Quốc hội giao lần lượt 14 và 6 điểm phần trăm``: each of the values before."""
_TURNS_WITHIN = re.compile(
    rf"\s(?:(?:lần\slượt|tương\sứng)\s)?(?P<all>{NUMBER}[^,;.()]*?(?:(?:,|\svà|,\svà)\s{NUMBER}[^,;.()]*?)+)\sso\svới\s"
)
"""``vượt lần lượt 2% và 1,5% so với mục tiêu``."""
_NTH = re.compile(
    r"(?<!\w)(?:chỉ\stiêu|mục\stiêu|nội\sdung|thành\sphần|kết\squả)\sthứ\s(?P<nth>nhất|hai|ba|tư)\s(?:(?:đã|còn|vẫn|cơ\sbản)\s)*$",
    re.IGNORECASE,
)
_ORDINALS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4}
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "2": 2, "3": 3, "4": 4, "02": 2, "03": 3, "04": 4}
"""``..., đều vượt``, ``cả hai chỉ tiêu đều vượt``: said of several values."""


_RATE = re.compile(r"(?:Mức giảm|Tốc độ) ")
"""``bình quân mỗi năm giảm 2%, vượt mục tiêu (còn 9%)``: the target is of the level before."""


def _goal_behind(quoted: Sequence[Placed], verdict: Verdict, text: str) -> Placed | None:
    """The target that a bracket right behind a verdict quotes: ``bình quân mỗi năm giảm 2%, vượt mục tiêu (còn 9%)``."""
    behind = next((p for p in quoted if p.at >= verdict.end), None)
    near = behind and re.fullmatch(r"[^,;.()]{0,40}\([^()\d]*còn\s[^()\d]*", text[verdict.end : behind.at])
    return behind if near else None


def _counts(placed: Placed) -> bool:
    """A count or a sum, no share or change."""
    return not (placed.fact.unit or "%").startswith(("%", "điểm"))


def _outside(before: list[Placed], text: str, verdict: Verdict) -> Placed:
    """The last value before a verdict; behind a bracket that only tells of a part (``91% tổ chức đảng hoàn thành tốt (xuất
    sắc 19%), vượt ...``) the one before the bracket."""
    last = before[-1]
    if open_brackets(text, verdict.start) or not open_brackets(text, last.at):
        return last
    told = (p for p in reversed(before) if not open_brackets(text, p.at))
    whole = next(told, last)
    return whole if same_unit_family(whole.fact.unit, last.fact.unit) and ";" not in text[whole.at : last.at] else last


def _level_planned(before: Sequence[Placed], verdict: Verdict, text: str) -> Placed | None:
    """``thu ngân sách 14 nghìn tỷ đồng, tăng bình quân 11%/năm, bằng 118% dự toán``: a plan is of the amount, not of its growth."""
    if len(before) < 2 or verdict.percent is None or not _OF_PLAN.search(text, verdict.start, verdict.end):
        return None
    amount, growth = before[-2], before[-1]
    grows = _RATE.match(growth.fact.indicator) and amount.fact.indicator.lower() in growth.fact.indicator.lower()
    return amount if grows and (amount.fact.unit or "").endswith("đồng") else None


_OF_PLAN = re.compile(r"(?<!\w)(?:dự\stoán|kế\shoạch)(?!\w)", re.IGNORECASE)


def judged_value(before: list[Placed], quoted: Sequence[Placed], verdict: Verdict, several: bool, text: str) -> Placed:
    """The value that a verdict is said of, out of those before it; `quoted` are the targets that the sentence quotes,
    `several` says that it speaks of more than one value."""
    behind = next(
        (p for p in quoted if verdict.start <= p.at and not re.search(r"[;.]\s", text[verdict.start : p.at])), None
    )
    ends = [*(b.at for b in before[1:]), verdict.start]
    held = [p for p, end in zip(before, ends, strict=True) if _HELD.search(text[p.at : end])]
    last = held[-1] if held and _OF_THIS.match(text, verdict.end) else _outside(before, text, verdict)
    if nth := _NTH.search(text[: verdict.start]):
        return before[min(_ORDINALS[nth["nth"].lower()], len(before)) - 1]
    if goals := [p for p in quoted if p.at < before[-1].at and not re.search(r"\.\s", text[p.at : verdict.start])]:
        of_goal = [p for p in before if p.fact.indicator == goals[-1].fact.indicator]
        return of_goal[0] if of_goal and of_goal[0].at > goals[-1].at and not several else last
    own = [p for p in before if behind and p.fact.indicator == behind.fact.indicator and p.at > before[-1].at - _REACH]
    if own and behind and last.fact.indicator != behind.fact.indicator and not several and _counts(behind):
        return own[-1]  # "62 xã đạt chuẩn (66%), còn thiếu 8 xã so với mục tiêu 70 xã": of what the target is of
    if (level := _level_planned(before, verdict, text)) and last is before[-1]:
        return level
    if _RATE.match(last.fact.indicator) and (goal := _goal_behind(quoted, verdict, text)):
        return next((p for p in reversed(before) if p.fact.indicator == goal.fact.indicator), last)
    return last


def _is_share_of(share: Placed, value: Placed) -> bool:
    """True if a percentage repeats the indicator of the value before it: "có 06 thư viện, đạt 66,7%"."""
    same = share.fact.indicator == value.fact.indicator
    return same and share.fact.unit == "%" and value.fact.unit != "%"


def _share_alone(text: str, verdict: Verdict) -> Decimal | None:
    """The share just before a verdict: ", đạt 98,7%, không đạt kế hoạch"."""
    match = re.search(SHARE_ALONE.pattern + r"\s*,?\s*$", text[: verdict.start], re.IGNORECASE)
    return parse_number(match["percent"]) if match else None


def share_before(before: Sequence[Placed], last: Placed, verdict: Verdict, text: str) -> tuple[Decimal | None, Placed]:
    """The share of the target that a verdict has, or that is told right before it, and the value that it is said of:
    ``900 tỷ đồng, đạt 95%, không đạt kế hoạch``."""
    alone = _share_alone(text, verdict) if verdict.percent is None else None
    if alone is not None and len(before) > 1 and _is_share_of(last, before[-2]):
        return alone, before[-2]
    if alone is not None and not (last.fact.unit or "%").startswith("%"):
        return alone, last
    return verdict.percent, last


def _all_of(before: list[Placed], text: str) -> list[Placed]:
    """The values before the last one that ``đều`` speaks of too: of its unit, in one list with it."""
    last, found = before[-1], []
    for placed in reversed(before[:-1]):
        if placed.fact.unit != last.fact.unit or re.search(r"[;.]\s", text[placed.at : last.at]):
            break
        found.append(placed)
    return found[::-1]


def _in_bracket(text: str, verdict: Verdict) -> bool:
    """Does a verdict fill a bracket, without an amount that would be of one value: ``(đạt mục tiêu Nghị quyết)``?"""
    said = text[verdict.start : verdict.end]
    return text[: verdict.start].endswith("(") and text[verdict.end :].startswith(")") and not re.search(r"\d", said)


_ITEM_ENDS = re.compile(r"(?:[,;]|\svà|,\svà)\s$")
_MEASURED = re.compile(rf"(?:{NUMBER})\s?(?:%|‰)(?:/năm)?,\s(?:và\s)?(?P<next>[^;.:()]+)")
_TURNS = re.compile(
    r"(?:trong\sđó|tăng|giảm|vượt|bằng|cao|thấp|so\svới|gấp|còn|riêng|gồm|hơn|kém|tương)(?!\w)", re.IGNORECASE
)


def listed_before(before: Sequence[Placed], text: str) -> list[Placed]:
    """The values of a list before its last one, where a bracket behind the list judges all of them.

    100% cán bộ A; 100% cán bộ B (đạt mục tiêu)             items of one form: the value, then what it is of
    tỷ lệ hộ văn hóa đạt 76%, thôn văn hóa đạt 65% (vượt)   items that share the noun of the first
    """
    last, found = before[-1], list[Placed]()
    for placed in reversed(before[:-1]):
        gap = text[placed.at : (found[-1] if found else last).at]
        other = placed.fact.unit != last.fact.unit or placed.fact.indicator == last.fact.indicator
        if other or re.search(r"[():]|\.\s", gap):
            break
        number_first = _ITEM_ENDS.search(re.sub(r"(?:hơn|trên|gần|khoảng)\s$", "", gap))
        measured = _MEASURED.fullmatch(gap)
        alike = number_first and (";" not in gap or placed.fact.value == last.fact.value)
        shares_noun = measured and not HEAD.match(measured["next"]) and not _TURNS.match(measured["next"])
        if not alike and not shares_noun:
            break
        found.append(placed)
    return found[::-1]


def judged_beside(before: list[Placed], verdict: Verdict, every: re.Match[str] | None, text: str) -> list[Placed]:
    """The values before the last one that a verdict is said of as well: told in turn, named together (`every`), or all before
    a bracket that it fills."""
    turns = _BY_TURNS.match(text, verdict.end) or _TURNS_WITHIN.search(text, verdict.start, verdict.end)
    found = before[-1 - len(re.findall(r",\s|\svà\s", turns["all"])) : -1] if turns else []
    if every:
        several = _NUMBERS.get((every["count"] or "").lower(), 0)
        return found + (before[-several:-1] if several else _all_of(before, text))
    return found + (listed_before(before, text) if _in_bracket(text, verdict) else [])
