"""Targets that a sentence words without a plain value: multiples, totals, states, and lines that look like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.facts.congresses.stance import View
from vankien.facts.evidence import evidence_of
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.verdicts.judgement import Reading
from vankien.model import Finding, Outline, Target
from vankien.vietnamese import NUMBER, parse_number

_OF_PROJECT = re.compile(r"(?<!\w)(?:dự\sán|mặt\sbằng|công\strình|tuyến|khởi\scông)(?!\w)", re.IGNORECASE)
"""``dự án ... bàn giao 14/22 km mặt bằng``: the second number is the size of the project, no goal."""


_BESIDE = re.compile(
    r"(?:\sso(?:\svới)?\s(?:cùng\skỳ|đầu\s|cuối\s|năm\s|giai\sđoạn|nhiệm\skỳ)[^();.]{0,24}|\s(?:của|bình\squân(?:\schung)?(?:\scủa)?|mức)\s(?:toàn\s|cả\s)?(?:tỉnh|huyện|nước|quốc|khu\svực|vùng)[^();.\d]{0,24})\s?\($",
    re.IGNORECASE,
)
"""``gấp 2,5 lần so với năm 2020 (24.000/9.600 tỷ đồng)``: what is compared with, no goal."""


def total_as_target(measure: Measure, text: str) -> Measure | None:
    """``3.994/4.000 ha`` among results: the second number is the goal."""
    quantity = measure.quantity
    if _BESIDE.search(text[: quantity.start]) or _OF_PROJECT.search(f"{measure.before} {measure.label}"):
        return None
    if quantity.total is None or quantity.kind == "rank" or (quantity.counted and quantity.value <= quantity.total):
        return None
    return replace(
        measure, quantity=replace(quantity, value=quantity.total, upper=None, comparator="=", total=None), restated=True
    )


_TIMES = re.compile(
    rf",?\s(?P<all>(?:tăng\s)?gấp\s(?:khoảng\s|hơn\s|trên\s)?(?P<number>{NUMBER})\slần)\s(?:so\svới\s)?(?P<base>năm\s(?:19|20)\d\d)"
)


def multiple(measure: Measure, text: str) -> Measure | None:
    """``đạt 7 tỷ USD, gấp 2 lần năm 2025`` among goals: the multiple is promised too."""
    quantity = measure.quantity
    times = _TIMES.match(text, quantity.end)
    number = parse_number(times["number"]) if times else None
    if not times or number is None:
        return None
    sign = "~" if "khoảng" in times["all"] else ">" if re.search("hơn|trên", times["all"]) else "="
    start, at, end = times.start("all"), times.start("number"), times.end("all")
    multiple = Quantity(start, at, end, number, None, sign, "lần", "ratio")
    return replace(measure, quantity=multiple, label=f"{measure.label} so với {times['base']}", change=None)


_BECOMES = re.compile(
    r"(?:đến\snăm\s(?P<by>20\d\d),?\s)(?:[^.;]{0,40}?\s)?(?P<text>(?:trở\sthành|là)\s(?:(?P<unit>tỉnh|thành\sphố|huyện|thị\sxã|xã|phường|đặc\skhu)|trung\stâm|một\strong)\s[^.;”]{8,200})",
    re.IGNORECASE,
)


def qualitative(reading: Reading, view: View, outline: Outline) -> Iterator[Target]:
    """What the province, city or commune is to become, without a number: ``đến năm 2030 trở thành tỉnh phát triển khá``."""
    sentence = reading.sentence
    promised = reading.stance == "goals" or "phấn đấu" in sentence.text.lower()
    for match in _BECOMES.finditer(sentence.text) if promised else ():
        if re.search(r"\d", match["text"]):
            continue
        yield Target(
            set_by=view.set_by,
            indicator=f"Trình độ phát triển của {(match['unit'] or 'tỉnh').lower()}",
            by=match["by"],
            text=match["text"].strip(" ,"),
            evidence=evidence_of(
                outline.report,
                sentence.passage,
                match.start(),
                match.end(),
                "target-qualitative",
                value_at=match.start("text"),
            ),
        )


_TARGET_LIKE = re.compile(
    r"(?:phấn đấu|đạt|đến năm 20\d\d)[^.;]{0,80}?\d+(?:[.,]\d+)*\s?(?:%|tỷ|triệu|nghìn|ha(?!\w))", re.IGNORECASE
)


def unread(reading: Reading, outline: Outline) -> Iterator[Finding]:
    """Something that looks like a target but gave none."""
    if reading.stance not in ("goals", "tasks") or any(judged != "neither" for _, judged in reading.measures):
        return
    match = _TARGET_LIKE.search(reading.sentence.text)
    if match:
        line = reading.sentence.passage.line_at(match.start())
        quote = " ".join(match.group().split())
        yield Finding(
            "unread-target-like",
            "Info",
            outline.report.id,
            line,
            f"Có vẻ là chỉ tiêu nhưng không đọc được: “{quote}”",
            f"Looks like a target, but none was read: “{quote}”",
        )
