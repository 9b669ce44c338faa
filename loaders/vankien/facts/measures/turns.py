"""Values that a sentence tells in turn (``lần lượt``, ``tương ứng``): results, the changes of results, targets of them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.clauses.nouns import counted_noun
from vankien.facts.clauses.phrases import lower_first, sentence_case
from vankien.facts.labels.lists import is_part_of_economy
from vankien.facts.labels.parts import shared_denominator, told_in_turn, told_of_two, two_of_one
from vankien.facts.quantities.measure import Measure

TURNS = re.compile(r"(?<!\w)(?:lần\slượt|tương\sứng)(?!\w)", re.IGNORECASE)


def list_end(measures: list[Measure], first: int) -> int:
    """The index behind the last of the bare values that go on a list which begins at an index: ``56, 45 và 30 tạ/ha``."""
    end = first + 1
    while end < len(measures) and not measures[end].before.strip(" ,và"):
        end += 1
    return end


def goes_on_in_turn(first: Measure, other: Measure) -> bool:
    """Does a value go on those that are told in turn of one list of things or years?"""
    if other.times or other.restated != first.restated:
        return False
    return other.label == first.label or (not other.before.strip(" ,và") and _counts_alike(first, other))


def _counts_alike(first: Measure, other: Measure) -> bool:
    """``58 nghìn con và 11 triệu con``, ``700 tỷ đồng và 20 triệu USD``: values of one kind, at another scale."""
    one, two = first.quantity, other.quantity
    if one.counted and two.counted:
        return counted_noun(one.unit or "") == counted_noun(two.unit or "")
    return one.kind == two.kind == "money" or ((one.unit or "").startswith("điểm ") and one.unit == two.unit)


_GAVE = re.compile(r"Đóng góp của .+ vào mức tăng trưởng$")
_GREW = re.compile(r"Tốc độ tăng(?: trưởng)? (?P<thing>.+)$")


def given_in_turn(measures: list[Measure], first: int, count: int, text: str) -> list[str]:
    """``nông nghiệp tăng 3%, công nghiệp 12%, dịch vụ 8%, đóng góp lần lượt 0,8, 4,4 và 3,4 điểm phần trăm``: what each of the
    sectors before gave to the growth; nothing where they are not as many."""
    if not _GAVE.match(measures[first].label):
        return []
    grew = [_GREW.match(m.label) for m in measures[:first] if m.growth and open_brackets(text, m.quantity.start) <= 0]
    things = [m["thing"] for m in grew if m][-count:]
    return [f"Đóng góp của {lower_first(t)} vào mức tăng trưởng" for t in things] if len(things) == count else []


def of_turn(labels: list[str], told: list[str]) -> list[str]:
    """The labels of values told in turn: what each is told of, or their own where the names are not as many as they."""
    return told if len(set(told)) == len(told) else labels


_SHARES_IN_TURN = re.compile(
    r"[\s,]*(?:và\s)?(?:lần\slượt|tương\sứng)\s(?P<verb>bằng|đạt)\s*|[\s,]*(?P<first>bằng|đạt)\s(?:lần\slượt|tương\sứng)\s*",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(
    r"\s(?:so\svới\s)?(?P<plan>(?:kế\shoạch|chỉ\stiêu|mục\stiêu|dự\stoán|nghị\squyết)(?:\s[^\W\d]+){0,2})",
    re.IGNORECASE,
)


def shares_in_turn(measures: list[Measure], text: str) -> list[Measure]:
    """``đạt 97% và 80%, lần lượt bằng 101% và 99% kế hoạch``: the shares of the plan that the values before are, in turn."""
    for first, measure in enumerate(measures):
        told = _SHARES_IN_TURN.fullmatch(measure.before)
        if not told or measure.quantity.kind != "share" or measure.restated:
            continue
        end = list_end(measures, first)
        plan = _OF_PLAN.match(text, measures[end - 1].quantity.end)
        values = measures[max(0, 2 * first - end) : first]
        if end - first < 2 or len(values) != end - first or not plan or any(m.restated for m in values):
            continue
        shares = (f"bằng {_printed(m, text)} {plan['plan']}" for m in measures[first:end])
        judged = [replace(m, change=share) for m, share in zip(values, shares, strict=True)]
        return [*measures[: 2 * first - end], *judged, *measures[end:]]
    return measures


_MOVED_IN_TURN = re.compile(
    r"[\s,]*(?P<verb>tăng|giảm|vượt|cao\shơn|thấp\shơn)(?:\s+[^\W\d]+){0,6}?\s+(?:lần\slượt|tương\sứng)(?:\slà)?\s*"
    r"|[\s,]*(?:lần\slượt|tương\sứng)\s(?P<then>tăng|giảm|vượt|cao\shơn|thấp\shơn)(?:\sthêm)?\s*",
    re.IGNORECASE,
)


def changes_in_turn(measures: list[Measure], text: str) -> list[Measure]:
    """``kiểm tra 90 tổ chức đảng, 400 đảng viên, tăng tương ứng 12% và 17%``: the changes of the counts before, in turn."""
    for first, measure in enumerate(measures):
        moved = _MOVED_IN_TURN.fullmatch(measure.before)
        points = (measure.quantity.unit or "").startswith("điểm ")
        if not moved or not (points or measure.quantity.kind == "share") or measure.restated:
            continue
        end = first + 1
        while (
            end < len(measures)
            and not measures[end].before.strip(" ,và")
            and measures[end].quantity.unit == measure.quantity.unit
        ):
            end += 1
        told = measures[max(0, 2 * first - end) : first]
        shares = all(m.quantity.kind == "share" and not m.restated and not m.growth for m in told)
        amounts = all(m.quantity.counted or m.quantity.kind in ("money", "mass") for m in told)
        if end - first < 2 or len(told) != end - first or not (shares or (amounts and not points)):
            continue
        changes = (f"{moved['verb'] or moved['then']} {_printed(m, text)}" for m in measures[first:end])
        changed = [replace(m, change=change) for m, change in zip(told, changes, strict=True)]
        return [*measures[: 2 * first - end], *changed, *measures[end:]]
    return measures


def of_two_things(measures: list[Measure], text: str) -> list[Measure]:
    """``Vốn huy động và dư nợ đạt 380 tỷ đồng và 410 tỷ đồng``, ``Khu công nghiệp, cụm công nghiệp có trạm xử lý nước thải:
    100% và 65%``: two values of two things that one label names."""
    out = list(measures)
    for index, (one, other) in enumerate(pairwise(measures)):
        joined = one.label == other.label and _AND.fullmatch(text, one.quantity.end, other.quantity.start)
        if not joined or one.quantity.kind != other.quantity.kind:
            continue
        named = told_of_two(one.label)
        if not named and len(two_of_one(one.label)) == _TWO:
            named = two_of_one(one.label)
        if not named and one.times == other.times:
            named = tuple(told_in_turn(one.label, _TWO))
        if len(set(named)) == _TWO:
            first, second = shared_denominator(list(named), [False, True])
            out[index], out[index + 1] = replace(one, label=first), replace(other, label=second)
    return out


_TWO = 2
_JOINED = re.compile(
    r"(?P<head>[^:]+:\s|(?:T[ỷỉ]\s(?:lệ|trọng)\s)?(?:[Cc]ơ\scấu\s(?:kinh\stế\s)?)?)(?P<parts>[^:]+\s[-–]\s[^:]+)"
)
_CORRESPONDING = re.compile(
    r"[\s,;:]*(?:cơ\scấu|(?:tỷ|tỉ)\s(?:lệ|trọng))?\s*(?:kinh\stế\s)?(?:lần\slượt|tương\sứng)(?:\s(?:là|đạt))?\s*",
    re.IGNORECASE,
)
_WHOLE = range(99, 102)


def parts_in_turn(measures: list[Measure], text: str) -> list[Measure]:
    """``cơ cấu công nghiệp - dịch vụ - nông nghiệp là 46%, 33%, 21%; năm 2035 tương ứng là 52%, 34% và 14%``: as many shares,
    which make up a whole, as the label joins parts."""
    out = list(measures)
    known: list[str] = []
    for first, measure in enumerate(measures):
        if measure.quantity.kind != "share" or measure.restated:
            continue
        joined = _JOINED.fullmatch(measure.label)
        parts = re.split(r"\s[-–]\s", joined["parts"]) if joined else []
        head = joined["head"] if joined and joined["head"].endswith(": ") else "Tỷ trọng "
        if "cơ cấu kinh tế" in text.lower() and all(map(is_part_of_economy, parts)):
            head = "Cơ cấu kinh tế: "
        labels = [f"{head}{sentence_case(p) if head.endswith(': ') else lower_first(p)}" for p in parts]
        labels = labels or (known if _CORRESPONDING.fullmatch(measure.before) else [])
        told = measures[first : first + len(labels)]
        bare = all(not m.before.strip(" ,và") and m.quantity.kind == "share" for m in told[1:])
        if len(labels) < 2 or len(told) != len(labels) or not bare or sum(m.quantity.value for m in told) not in _WHOLE:
            continue
        known = labels
        for at, label in enumerate(labels, first):
            out[at] = replace(measures[at], label=label)
    return out


_AND = re.compile(r"\s*và(?:\s(?:hạng|thứ|vị\strí))*\s*", re.IGNORECASE)
_THEN = re.compile(r"[\s,:(]*(?:lần\slượt|tương\sứng)(?:\s(?:là|đạt|có))?\s*", re.IGNORECASE)


def earlier_in_turn(measures: list[Measure], text: str) -> list[Measure]:
    """``lúa 56 tạ/ha, ngô 45 tạ/ha (năm 2015 tương ứng là 53 tạ/ha và 41 tạ/ha)``: the same things in another year."""
    for first, measure in enumerate(measures):
        dated = any(t.period and t.kind == "at" for t in measure.times)
        if not dated or measure.restated or not _THEN.fullmatch(measure.before):
            continue
        end = list_end(measures, first)
        told = measures[max(0, 2 * first - end) : first]
        alike = [
            a.quantity.unit == b.quantity.unit and not a.restated
            for a, b in zip(told, measures[first:end], strict=False)
        ]
        if (
            open_brackets(text, measure.quantity.start) <= 0
            or end - first < 2
            or len(told) != end - first
            or not all(alike)
        ):
            continue
        now = (
            replace(m, label=t.label, growth=t.growth, times=measure.times, before="")
            for t, m in zip(told, measures[first:end], strict=True)
        )
        return [*measures[:first], *now, *measures[end:]]
    return measures


def _printed(measure: Measure, text: str) -> str:
    """A value as printed, with the unit that it shares with the last of its list."""
    number, unit = text[measure.quantity.start : measure.quantity.end], measure.quantity.unit or ""
    return number if number.endswith(unit) else f"{number} {unit}"


_OF_ALL = re.compile(r"(?<!\w)(?:đều|cùng)(?!\w)", re.IGNORECASE)


def quoted_for_all(measures: list[Measure], text: str) -> Iterator[Measure]:
    """``91% tổ chức đảng và 93% đảng viên hoàn thành tốt (Nghị quyết đều là 90%)``: a target of each of them."""
    for index, measure in enumerate(measures):
        first = index - 1
        if measure.restated and _OF_ALL.search(measure.before):
            while first > 0 and _LISTED_BEFORE.fullmatch(
                text, measures[first - 1].quantity.end, measures[first].quantity.start
            ):
                first -= 1
            told = (m for m in measures[first : index - 1] if m.quantity.unit == measure.quantity.unit)
            yield from (replace(measure, label=m.label, growth=m.growth) for m in told)
        yield measure


_LISTED_BEFORE = re.compile(r"[^;.:]{0,80}(?:,|\svà)\s(?:trên\s|khoảng\s)?")
