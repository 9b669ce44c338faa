"""What a sentence takes over from those before it: the names of several things that it counts, the unit of a note's kinds.

nông nghiệp tăng 3%, dịch vụ tăng 7%. Tỷ trọng hai khu vực nêu trên lần lượt là 20% và 80%.   each share has its sector
kỷ luật 812 đảng viên(5)   (5) Khiển trách 590, cảnh cáo 222; ...                              kinds of what was counted
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from vankien.facts.clauses.marks import open_brackets
from vankien.facts.clauses.phrases import sentence_case
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.measures.turns import TURNS
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import Time, find_times
from vankien.model import Footnote, Lexicon, Outline, Passage
from vankien.vietnamese import NUMBER, parse_number

_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_SEVERAL = re.compile(
    rf"^(?P<head>.+?)\s(?:của\s)?(?P<count>{'|'.join(_NUMBERS)}|0?[2-6])\s(?P<noun>(?:khu\svực|ngành|lĩnh\svực|nhóm|loại|cây|địa\sphương|huyện|xã|chương\strình|dự\sán)(?:\s[^\W\d]+){{0,4}}?)"
    r"(?:\s(?:nêu\strên|trên|này|đó))?(?:\s(?:lần\slượt|tương\sứng))?$",
    re.IGNORECASE,
)
"""``Tỷ trọng bốn khu vực nêu trên``: things that stand by name in a sentence before."""
_GROWTH = re.compile(r"^(?:Tốc độ tăng(?: trưởng)?|Mức giảm)\s(?P<thing>.+)$")


def things_named(measures: Sequence[Measure], text: str) -> tuple[str, ...]:
    """The things whose growth a sentence tells, those in brackets apart."""
    told = (m for m in measures if m.growth and not m.restated and open_brackets(text, m.quantity.start) <= 0)
    found = (_GROWTH.match(m.label) for m in told)
    return tuple(dict.fromkeys(m["thing"] for m in found if m))


def named_in_turn(measures: tuple[Measure, ...], text: str, before: Sequence[tuple[str, ...]]) -> tuple[Measure, ...]:
    """The values that a sentence tells in turn of so many things, each under the name that its thing has in the nearest
    sentence that names as many (`before`: the things named, the latest sentence last)."""
    out = list(measures)
    for index, measure in enumerate(measures):
        several = _SEVERAL.match(measure.label)
        if not several or not TURNS.search(text):
            continue
        alike = [i for i in range(index, len(measures)) if measures[i].label == measure.label]
        count = _NUMBERS.get(several["count"].lower()) or int(several["count"])
        names = next((n for n in reversed(before) if len(n) == count), ())
        if len(alike) == count and names and measures.index(measure) == index:
            for at, name in zip(alike, names, strict=True):
                out[at] = replace(out[at], label=f"{several['head']} {name}")
    return tuple(out)


_KIND = re.compile(
    rf"(?:^|,\s|\svà\s)(?P<kind>[^\W\d]+(?:\s[^\W\d]+){{0,4}})\s(?P<number>{NUMBER})(?=,\s|\svà\s|\s?[;.]|\s?$)"
)
_OPENING = re.compile(r"(?:Trong đó|Gồm|Bao gồm)(?: có)?\s?:?\s", re.IGNORECASE)
_FEWEST = 2
_NEAR = (Decimal("0.5"), Decimal("1.1"))


def kinds_of_note(text: str, total: Quantity | None, label: str) -> tuple[Measure, ...]:
    """The numbers without a unit that open a note, as kinds of what the note hangs on, if they nearly add up to it."""
    if total is None or not total.counted or total.upper is not None:
        return ()
    opening = _OPENING.match(text)
    at, out = opening.end() if opening else 0, list[Measure]()
    first = at
    part = text[at:]
    while match := _KIND.match(part, at - first):
        value, start = parse_number(match["number"]), first + match.start("number")
        if value is None:
            break
        kind = match["kind"]
        quantity = replace(
            total, start=start, at=start, end=first + match.end("number"), value=value, comparator="=", total=None, part=kind
        )  # fmt: skip
        begins, at = first + match.start("kind"), first + match.end("number")
        out.append(Measure(quantity, f"{label}: {sentence_case(kind)}", before=kind, start=begins, end=at))
    summed = sum((m.quantity.value for m in out), Decimal(0))
    return tuple(out) if len(out) >= _FEWEST and _NEAR[0] * total.value <= summed <= _NEAR[1] * total.value else ()


VALUE = re.compile(r"\d|(?:không|xóa|xoá)\s", re.IGNORECASE)
"""What a sentence must have to print a value, ``không còn hộ nghèo`` included."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a footnote takes over from the sentence that it hangs on: the label of the last value before its mark, and
    the times named there; and that value itself."""

    label: str = ""
    times: tuple[Time, ...] = ()
    quantity: Quantity | None = None


def anchors(outline: Outline, lexicon: Lexicon) -> dict[int, Anchor]:
    """For each footnote what it takes over."""
    anchored = [n for n in outline.footnotes if n.anchor is not None]
    out: dict[int, Anchor] = {}
    for sentence in outline.sentences:
        passage = sentence.passage
        notes = [n for n in anchored if passage.first_line <= (n.anchor or 0) <= passage.last_line]
        if sentence.context.footnote or not notes or not VALUE.search(sentence.text):
            continue
        measures = sentence_to_measures(sentence.text, lexicon)
        for note in notes:
            before = [m for m in measures if _stands_before(passage, m.quantity.at, note)]
            times = [
                t
                for t in find_times(sentence.text)
                if t.period and t.kind != "base" and _stands_before(passage, t.start, note)
            ]
            if before:
                out[note.mark] = Anchor(before[-1].label, tuple(times[-1:]), before[-1].quantity)
    return out


def _stands_before(passage: Passage, at: int, note: Footnote) -> bool:
    """Does what stands at an offset of a passage come before the note's mark (or on its line, if that is all we know)?"""
    if note.anchor_at is not None:
        return passage.position_at(at) < note.anchor_at
    return passage.line_at(at) <= (note.anchor or 0)
