"""Parts of a sum in a list: what the sentence above them measures names and dates the items below.

Vốn đầu tư phát triển hạ tầng giai đoạn 2021 - 2024 đạt 920 tỷ đồng, trong đó:
- vốn ngân sách 310 tỷ đồng;
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first
from vankien.facts.measures.sentence import sentence_to_measures
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import Time, find_times
from vankien.model import Lexicon
from vankien.vietnamese import UPPER, fold

_PARTS = re.compile(r"(?:trong\sđó|(?:bao\s)?gồm(?:\scó)?|chia\sra)\s*:\s*$", re.IGNORECASE)
_SENTENCE = re.compile(rf"[.;]\s(?=[{UPPER}])")


def head_of_parts(lead: str, lexicon: Lexicon) -> Measure | None:
    """The sum that a list's opening gives before ``trong đó:``; None for any other list."""
    if not _PARTS.search(lead):
        return None
    sentences = _SENTENCE.split(lead)
    last = " ".join(sentences[-2:]) if _PARTS.fullmatch(sentences[-1]) else sentences[-1]
    told = [m for m in sentence_to_measures(last, lexicon) if not m.restated]
    return told[0] if told else None


_GROUP = re.compile(
    r"Tỷ\slệ\s(?P<group>(?:khối|cụm|vùng|khu\svực|huyện|thị\sxã|thành\sphố)\s[^;.]{2,80})", re.IGNORECASE
)


def of_groups(measures: tuple[Measure, ...], label: str) -> tuple[Measure, ...]:
    """``97% đảng viên học tập`` with the footnote ``Khối xã 96%; khối cơ quan 98%``: shares of the same thing in groups.

    In: the measures of a footnote, the label of the value that it hangs on.
    """
    if not label.startswith("Tỷ lệ "):
        return measures
    named = [_GROUP.fullmatch(m.label) if m.quantity.kind == "share" else None for m in measures]
    return tuple(
        replace(m, label=label, scope=g["group"]) if g and not m.restated else m
        for m, g in zip(measures, named, strict=True)
    )


def under_head(measures: tuple[Measure, ...], head: Measure | None) -> tuple[Measure, ...]:
    """The measures of an item: a part counted in the unit of the sum under its name, all at its time where they name
    none."""
    if head is None:
        return measures
    times: tuple[Time, ...] = tuple(t for t in head.times if t.period and t.kind in ("at", "span", "until"))[:1]
    out = []
    for index, measure in enumerate(measures):
        part = index == 0 and same_unit_family(measure.quantity.unit, head.quantity.unit) and not measure.restated
        label = measure.label
        if part and _GROWTH.match(head.label) and (grown := _GROWTH.match(label)):
            label = label[grown.end() :]  # "Tốc độ tăng GRDP: Dịch vụ", not the growth of a growth
        if part and not fold(label).startswith(fold(head.label)):
            label = f"{head.label}: {label[:1].upper()}{lower_first(label)[1:]}"
        dated = any(t.period for t in measure.times)
        out.append(replace(measure, label=label, times=measure.times if dated else (*measure.times, *times)))
    return tuple(out)


_GROWTH = re.compile(r"Tốc độ tăng (?:trưởng )?")
_STRUCTURE = re.compile(
    r"\W*(?P<head>cơ\scấu\s(?:kinh\stế|GRDP|GDP|lao\sđộng|(?:các\s)?ngành(?:\skinh\stế)?))(?P<said>\s[^:;.]{0,60})?:\s*$",
    re.IGNORECASE,
)


def under_structure(measures: tuple[Measure, ...], lead: str) -> tuple[Measure, ...]:
    """The shares of a list below ``Cơ cấu kinh tế ước năm 2035:``, each under that head, at its time, estimated if it says so."""
    head = _STRUCTURE.fullmatch(lead) if measures and len(lead) <= _LONGEST else None
    if not head:
        return measures
    times = tuple(t for t in find_times(lead) if t.period and t.kind in ("at", "span", "until"))[:1]
    estimated = re.search(r"(?<!\w)(?:ước|dự\sước)(?!\w)", head["said"] or "") is not None
    out = []
    for measure in measures:
        own = re.match(r"Tỷ (?:lệ|trọng) ", measure.label)
        if own and measure.quantity.kind == "share":
            part = measure.label[own.end() :]
            dated = any(t.period for t in measure.times) or measure.restated
            measure = replace(
                measure,
                label=f"{head['head'][:1].upper()}{head['head'][1:]}: {part[:1].upper()}{part[1:]}",
                times=measure.times if dated else (*measure.times, *times),
                status="estimate" if estimated and not dated else measure.status,
            )
        out.append(measure)
    return tuple(out)


_LONGEST = 100
_SHARE_HEAD = re.compile(
    r"\W*(?P<head>(?:tỷ|tỉ)\s(?:lệ|trọng|suất)\s[^:;.,\d%]{4,90}?)"
    r"(?:\s(?:(?:theo|ở|tại|của)\s(?:các|từng)\s[^:;.,\d]{2,40}|cụ\sthể|như\ssau|lần\slượt|(?:ước\s|đến\s)?năm\s20\d\d))*\s*:?\s*",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(r"(?P<part>[^:;.,()\d%]{2,60}?)(?:\s(?:đạt|là|còn|chiếm|từ|trên|dưới))*\s*:?\s*(?:[<>≥≤]\s?)?\d")
_OWN_HEAD = re.compile(r"(?:tỷ|tỉ|số|tổng|mức|tốc\sđộ|có|đạt|hoàn\sthành|trong\sđó)(?!\w)", re.IGNORECASE)


def under_shares(measures: tuple[Measure, ...], text: str, lead: str, heading: str) -> tuple[Measure, ...]:
    """The shares of a list below ``Tỷ lệ hộ dùng nước sạch:``, each under that head, where the item only names whose share it
    is (``Khu vực đô thị: 99%``).

    In: the measures of an item, its text, what leads up to its list, or the heading right above it.
    """
    head = _SHARE_HEAD.fullmatch(lead or heading) if measures and len(lead or heading) <= _LONGEST else None
    part = _SHARE_OF.match(text) if head else None
    if not head or not part or _OWN_HEAD.match(part["part"]):
        return measures
    of, name = f"{head['head'][:1].upper()}{head['head'][1:]}", part["part"].strip()
    first = next((m for m in measures if m.quantity.kind == "share" and not m.restated), None)
    if first is None or fold(name) not in fold(first.label) or fold(of) in fold(first.label):
        return measures
    label = f"{of}: {name[:1].upper()}{name[1:]}"
    return tuple(replace(m, label=label) if m is first else m for m in measures)
