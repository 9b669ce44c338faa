"""How many targets were reached and how many not, told in a sentence, against how many there are in all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.discrepancies.parts import discrepancy, inside, side
from vankien.facts.evidence import evidence_of
from vankien.model import Discrepancy, Outline, Sentence


def told_counts(outline: Outline, sentence: Sentence, before: Sentence | None) -> Iterator[Discrepancy]:
    """Counts of targets that do not add up, in a sentence behind the one `before`."""
    yield from _counts(outline, sentence, before)
    yield from _reached(outline, sentence)


_ALL_TARGETS = re.compile(
    r"(?i:(?:trong|có|đề\sra|đặt\sra|xác\sđịnh)\s(?:tổng\ssố\s)?)(?P<count>\d{1,3})\schỉ\stiêu(?!\s(?:thành\sphần\s)?(?:đã\s)?(?:vượt|đạt|hoàn|không|chưa|khó))(?=[^;.]{0,80},\s)"
)
_SOME_TARGETS = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,3})(?:/(?P<total>\d{1,3}))?\schỉ\stiêu\s(?P<said>[^,;.()\d]{3,80})"
)
_GOOD = re.compile(r"(?<!không )(?<!chưa )(?<!khó )(?:đạt|vượt|hoàn thành)", re.IGNORECASE)
_BAD = re.compile(r"(?:không|chưa|khó)\s(?:có\skhả\snăng\s)?(?:đạt|hoàn thành)", re.IGNORECASE)


_SET_BEFORE = re.compile(
    r"(?:đề\sra|đặt\sra|xác\sđịnh|có|gồm|giao)\s(?:tổng\ssố\s)?(?P<count>\d{1,3})\schỉ\stiêu(?:\s(?:chủ\syếu|cụ\sthể|chính|cơ\sbản))?[.;]?$",
    re.IGNORECASE,
)
"""``Đại hội đề ra 22 chỉ tiêu chủ yếu.`` in the sentence before."""


_COMPONENTS = re.compile(r"(?<![\d/.,])(\d{1,3})\schỉ\stiêu\sthành\sphần")
"""A target may have several: ``15 nhóm chỉ tiêu với 32 chỉ tiêu thành phần``."""
_ASIDE_OF = re.compile(r",?\strong\sđó\s[^;.]*(?=;)")
_THE_REST = re.compile(r"còn\slại\s(?:là\s|có\s)?$", re.IGNORECASE)


def _whole_before(sentence: Sentence, before: Sentence | None, said: list[str]) -> set[str]:
    """How many targets, or components of them, the sentence before says that there are in all."""
    if not before or before.paragraph != sentence.paragraph:
        return set()
    if any(s.startswith("thành phần") for s in said):
        return set(_COMPONENTS.findall(before.text))
    told = _SET_BEFORE.search(before.text.rstrip())
    return {told["count"]} if told else set()


def _counts(outline: Outline, sentence: Sentence, before: Sentence | None) -> Iterator[Discrepancy]:
    """``Trong 22 chỉ tiêu, 15 chỉ tiêu vượt, 4 chỉ tiêu đạt, 4 chỉ tiêu không đạt``: the parts make up the whole, once
    they name both what was reached and what was not."""
    text = _ASIDE_OF.sub(lambda m: " " * len(m.group()), sentence.text)
    opening = _ALL_TARGETS.search(text)
    parts = list(_SOME_TARGETS.finditer(text, opening.end() if opening else 0))
    wholes = {m["total"] for m in parts if m["total"]} | ({opening["count"]} if opening else set())
    said = [m["said"] for m in parts]
    wholes = wholes or _whole_before(sentence, before, said)
    if (
        len(parts) < 2
        or len(wholes) != 1
        or re.search(r"(?i)trong đó|gồm|riêng", text[parts[0].start() : parts[-1].end()])
    ):
        return
    complete = any(_BAD.search(s) for s in said) or _THE_REST.search(text[: parts[-1].start()])
    if not any(_GOOD.search(s) for s in said) or not complete:
        return
    whole, counts = int(wholes.pop()), [int(m["count"]) for m in parts]
    if sum(counts) == whole or not whole * 0.7 <= sum(counts) <= whole * 1.3:
        return
    first, last = opening or parts[0], parts[-1]
    evidence = evidence_of(outline.report, sentence.passage, first.start(), last.end(), "discrepancy-count")
    lines = (evidence.line, sentence.passage.line_at(last.start()))
    shown = f"{' + '.join(map(str, counts))} = {sum(counts)} chỉ tiêu"
    yield discrepancy(
        "Số chỉ tiêu", side(f"{whole} chỉ tiêu", lines[0]), side(shown, lines[1]), lines, "Tổng không bằng các thành phần",
        evidence, "count",
    )  # fmt: skip


_REACHED = re.compile(
    r"(?<![\d/.,])(?P<whole>\d{1,3})(?:/\d{1,3})?\s(?:chỉ\stiêu\s)?(?:hoàn\sthành|đạt|vượt)[^;.()\d]{0,60}(?:trong\sđó|gồm)[\s,:]*(?:có\s)?"
    r"(?P<over>\d{1,3})(?:/\d{1,3})?\schỉ\stiêu\s(?:hoàn\sthành\s)?vượt[^;.()\d]{0,40}[,;\s]\s?(?:và\s|có\s)*"
    r"(?P<just>\d{1,3})(?:/\d{1,3})?\schỉ\stiêu\s(?:hoàn\sthành|đạt)",
    re.IGNORECASE,
)


def _reached(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """``17 chỉ tiêu đạt và vượt, trong đó 12 chỉ tiêu vượt, 6 chỉ tiêu đạt``: what exceeds and what just reaches its target
    is all that does either."""
    for match in _REACHED.finditer(sentence.text):
        whole, over, just = (int(match[k]) for k in ("whole", "over", "just"))
        said = sentence.text[match.end("whole") : match.start("over")]
        if over + just == whole or _BAD.search(said) or not re.search(r"(?i)vượt", said):
            continue
        yield inside(
            outline, sentence.passage, match, "Số chỉ tiêu đạt và vượt", f"{whole} chỉ tiêu",
            f"{over} + {just} = {over + just} chỉ tiêu", "Tổng không bằng các thành phần", "count", match.start("over"),
        )  # fmt: skip
