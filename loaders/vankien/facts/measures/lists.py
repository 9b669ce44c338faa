"""Measures that a sentence lists share what is said of them once: their predicate, the bracket behind them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from vankien.facts.labels.lists import both_zones
from vankien.facts.labels.parts import (
    shared_denominator,
    shared_whole,
    told_in_turn,
    with_denominator,
)
from vankien.facts.labels.rates import to_people
from vankien.facts.labels.shares import share_predicate
from vankien.facts.labels.tails import shared_fields
from vankien.facts.measures.quoted_targets import (
    targets_in_turn,
)
from vankien.facts.measures.turns import (
    TURNS,
    given_in_turn,
    goes_on_in_turn,
    of_turn,
    of_two_things,
)
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.shared_units import of_one_thing
from vankien.facts.times.periods import without_years, yearly_rate, years_in_turn


def predicates(measures: list[Measure], text: str) -> list[Measure]:
    """Give the values of a list with one verb behind its last noun that verb, each list for itself."""
    out = list(measures)
    run: list[int] = []
    for index, measure in enumerate(measures):
        gap = text[measures[index - 1].end : measure.quantity.start] if index else ""
        joined = (
            run and re.fullmatch(r"\s*(?:,\s*(?:và\s)?|và\s+)(?:trên\s)?", gap) and _alike(measures[run[0]], measure)
        ) and not (_RATE_BEFORE.match(measures[run[0]].before) and measure.quantity.kind == "share")
        if not joined:
            _apply(out, run)
            run = []
        if (measure.quantity.kind in ("share", "rate") and not measure.growth) or measure.quantity.counted:
            run.append(index)
    _apply(out, run)
    turns = [index for index, m in enumerate(out) if TURNS.search(m.before)]
    for first in turns:
        last = first
        while last + 1 < len(out) and goes_on_in_turn(out[first], out[last + 1]):
            last += 1
        times = years_in_turn(text[out[first].start : out[first].quantity.start], last - first + 1)
        if times:
            for index, (time, turn) in enumerate(zip(times, out[first : last + 1], strict=True), first):
                out[index] = replace(turn, label=yearly_rate(without_years(turn.label)), times=(time,))
            continue
        count = last - first + 1
        names = given_in_turn(out, first, count, text) or told_in_turn(out[first].label, count)
        for index, told in enumerate(of_turn([m.label for m in out[first : last + 1]], names), first):
            out[index] = replace(out[index], label=told)
    out = _one_object(of_two_things(out, text), text)
    zoned = both_zones([m.label for m in out], [text[m.quantity.end :] for m in out])
    labels = shared_whole(zoned, [m.before.rstrip().endswith("chiếm") for m in out])
    for index, (label, unit) in to_people(text, [m.quantity for m in out], labels).items():
        labels[index], out[index] = label, replace(out[index], quantity=replace(out[index].quantity, unit=unit))
    labels = of_one_thing(labels, [m.quantity.deed for m in out])
    gaps = ["", *(text[a.quantity.end : b.quantity.start] for a, b in pairwise(out))]
    labels = shared_fields(labels, [m.quantity.unit if m.quantity.counted else None for m in out], gaps)
    return [replace(m, label=with_denominator(label, m.quantity.unit)) for m, label in zip(out, labels, strict=True)]


_RATE_BEFORE = re.compile(r"[\s,;]*(?:Tỷ|tỷ|Tỉ|tỉ)\slệ\s")
"""``Tỷ lệ che phủ rừng 53%, 80% số hộ được dùng nước sạch``: the first share has said what it is of."""


_DEED = (
    r"(?:tiếp\snhận|thụ\slý|giải\squyết|xử\slý|thu\sgom|phân\sloại|vận\schuyển|tái\schế|số\s(?:hóa|hoá)|công\skhai|phát\shiện|điều\stra|khám\sphá|làm\srõ"
    r"|truy\stố|xét\sxử|thi\shành|rà\ssoát|kiểm\stra|giám\ssát|cập\snhật|theo\sdõi|quản\slý|sàng\slọc|điều\strị|đào\stạo|bồi\sdưỡng|cấp|đo\sđạc|kết\snối)"
)
_DEED_ALONE = re.compile(rf"Tỷ lệ {_DEED}(?:(?:,|\svà)?\s{_DEED})*", re.IGNORECASE)
_AND_DEED = re.compile(rf"\s*(?:,|,?\svà)\s{_DEED}\s(?:[^\W\d]+\s){{0,3}}$", re.IGNORECASE)
_WITH_OBJECT = re.compile(rf"Tỷ lệ {_DEED}(?P<object>\s(?!{_DEED})\S.*)", re.IGNORECASE)


def _one_object(measures: list[Measure], text: str) -> list[Measure]:
    """``tiếp nhận`` 100% ``và giải quyết`` 90% ``tin báo về tội phạm``: to what both is done stands behind the second."""
    out = list(measures)
    for index in range(len(out) - 1, 0, -1):
        first, second = out[index - 1], out[index]
        done = _WITH_OBJECT.fullmatch(second.label) if second.quantity.kind == first.quantity.kind == "share" else None
        gap = text[first.quantity.end : second.quantity.start]
        if done and _DEED_ALONE.fullmatch(first.label) and _AND_DEED.fullmatch(gap):
            out[index - 1] = replace(first, label=first.label + done["object"])
    return out


def told_in_brackets(measures: list[Measure], text: str) -> list[Measure]:
    """The targets that a bracket quotes for several results, each under the label of its own."""
    gaps = ["", *(text[a.quantity.end : b.quantity.start] for a, b in pairwise(measures))]
    labels = targets_in_turn(
        [m.label for m in measures], [m.quantity.unit for m in measures], [m.restated for m in measures], gaps
    )
    return [replace(m, label=label) for m, label in zip(measures, labels, strict=True)]


def _alike(first: Measure, other: Measure) -> bool:
    """Shares go with shares, people with people; that there are none of something (a value without a number) stands alone, and
    so does how many of all are so (``3 bệnh viện, 124/124 trạm y tế có bác sĩ``)."""
    if other.quantity.start == other.quantity.at and not other.quantity.value:
        return False
    of_all = (
        other.quantity.total is not None and first.quantity.total is None and other.quantity.unit != first.quantity.unit
    )
    return (first.quantity.kind == "share") == (other.quantity.kind == "share") and not of_all


def _apply(out: list[Measure], run: list[int]) -> None:
    labels = shared_denominator(share_predicate([out[i].label for i in run]), [i > 0 for i in range(len(run))])
    for index, label in zip(run, labels, strict=True):
        out[index] = replace(out[index], label=label)
