"""What sentences promise without a value that can be read: what the province is to become, and what looks like a target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.evidence import evidence_of
from vankien.facts.judgement import Reading
from vankien.facts.stance import View
from vankien.model import Finding, Outline, Target

_BECOMES = re.compile(
    r"(?:đến\snăm\s(?P<by>20\d\d),?\s)(?:[^.;]{0,40}?\s)?(?P<text>(?:trở\sthành|là)\s(?:tỉnh|trung\stâm|một\strong)\s[^.;”]{8,200})",
    re.IGNORECASE,
)


def qualitative_targets(reading: Reading, view: View, outline: Outline) -> Iterator[Target]:
    """What the province is to become, without a number: ``đến năm 2030 trở thành tỉnh phát triển khá``."""
    sentence = reading.sentence
    promised = reading.stance == "goals" or "phấn đấu" in sentence.text.lower()
    for match in _BECOMES.finditer(sentence.text) if promised else ():
        if re.search(r"\d", match["text"]):
            continue
        yield Target(
            set_by=view.set_by,
            indicator="Trình độ phát triển của tỉnh",
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


def unread_targets(reading: Reading, outline: Outline) -> Iterator[Finding]:
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
