"""Verdicts of running text against the result and the target that stand beside them: ``đạt 88%, đạt mục tiêu (90%)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from vankien.facts.discrepancies.parts import discrepancy, other_share, rounds_to, side, vi
from vankien.facts.discrepancies.tables import BAD, GOOD, is_good_share
from vankien.facts.discrepancies.values import unit_head
from vankien.facts.evidence import evidence_of
from vankien.facts.labels.resolve import resolve
from vankien.facts.quantities.measure import Measure
from vankien.facts.verdicts.judgement import Reading, read_sentences
from vankien.facts.verdicts.verdict import Verdict, closing_verdicts, text_to_verdicts
from vankien.model import Discrepancy, Lexicon, Outline, Sentence
from vankien.vietnamese import NUMBER, parse_number

_FALLS = re.compile(r"(?<!\w)(?:còn|giảm|xuống|giảm\sxuống)\s*$", re.IGNORECASE)
_RISES = re.compile(r"(?<!\w)(?:đạt|lên|tăng|chiếm)\s*$", re.IGNORECASE)
_BEHIND = 20
"""How many characters behind a quoted target its verdict may stand: ``(mục tiêu 92%, vượt)``."""


def verdict_discrepancies(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """Results that the text says reach a target which it quotes beside them and which they miss, and the other way round.

    Only one result, one target of the same label and one verdict that stands with them are held against each other, and
    only where the text or the list of indicators says which way is better.
    """
    keys = {c.vi: c.id for c in lexicon["verdicts"]}
    for sentence in outline.sentences:
        yield from _fractions(outline, sentence)
    for reading in read_sentences(outline, lexicon):
        measures = [m for m, _ in reading.measures]
        for one, other in pairwise(measures):
            result, goal = (other, one) if one.first else (one, other)
            if not _compared(result, goal):
                continue
            if goal.first:
                yield from _shares(outline, reading, result, goal)
                yield from _gaps(outline, reading, result, goal)
            verdict = (_closing if goal.first else _verdict_of)(reading, result, goal, lexicon)
            key = keys.get(verdict.verdict, "") if verdict else ""
            reached = _reached(result, goal, lexicon) if key in GOOD | BAD else None
            if (
                verdict
                and reached is not None
                and (key in GOOD) != reached
                and not _nearly(reading, verdict, result, goal)
            ):
                yield _told(outline, reading, result, goal, verdict)


_FRACTION = re.compile(
    rf"(?<![\d/.,])(?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER})(?![\d/]|[.,]\d)\s(?P<unit>(?:ha|héc ta|tấn|tạ|kg|(?:nghìn |triệu |tỷ )+(?:đồng|USD|tấn|lượt|m3|con)|km|m2|m3|MW|kWh|con))"
    r",\s(?P<said>(?:đạt\s)?vượt\s(?:kế\shoạch|mục\stiêu|chỉ\stiêu)(?!\s\d))"
)
"""``trồng 6.350/6.500 ha, vượt kế hoạch``."""


def _fractions(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """Less than the plan that stands behind its stroke, and said to go beyond it; only amounts: of things that are counted,
    some of all may well go beyond it (``12/15 xã, vượt kế hoạch``)."""
    for match in _FRACTION.finditer(sentence.text) if "/" in sentence.text else ():
        part, whole = parse_number(match["part"]), parse_number(match["whole"])
        if part is None or whole is None or part >= whole:
            continue
        evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-verdict")
        lines = (evidence.line, sentence.passage.line_at(match.start("said")))
        unit = match["unit"]
        yield discrepancy(
            f"{match['part']}/{match['whole']} {unit}: đánh giá", side(match["said"], lines[1]),
            side(f"{match['part']} {unit}, kế hoạch {match['whole']} {unit}", lines[0]), lines,
            "Đánh giá trái với kết quả và mục tiêu được dẫn", evidence, "verdict",
        )  # fmt: skip


_ON_THE_WHOLE = re.compile(r"cơ\sbản\s", re.IGNORECASE)
_NEAR = Decimal("0.95")


def _nearly(reading: Reading, verdict: Verdict, result: Measure, goal: Measure) -> bool:
    """``đạt 99,8% (cơ bản đạt mục tiêu 100%)``: as good as reached, as the text says itself."""
    said = _ON_THE_WHOLE.match(reading.sentence.text, verdict.start)
    less, more = sorted((result.quantity.value, goal.quantity.value))
    return bool(said) and less >= more * _NEAR


_OF_ALL = re.compile(r"(?<!\w)cả\s(?:hai|ba|bốn)(?:\s[^\W\d]+){0,3}\s(?:(?:đều|cùng)\s)?$", re.IGNORECASE)


def _compared(result: Measure, goal: Measure) -> bool:
    same = result.label == goal.label and _one_unit(result.quantity.unit or "", goal.quantity.unit or "")
    exact = result.quantity.upper is None and result.quantity.comparator == "=" and not result.quantity.moving
    return goal.restated and not result.restated and same and exact and result.scope == goal.scope


def _one_unit(a: str, b: str) -> bool:
    """``3,65 triệu lượt khách (mục tiêu 3,8 triệu lượt)``: the target leaves out what the result has said."""
    return a == b or (bool(b) and a.startswith(f"{b} ") and "/" not in a[len(b) :])


_RIGHT_BEHIND = 3
"""``(mục tiêu 92%), vượt``: so many characters behind the bracket."""


def _verdict_of(reading: Reading, result: Measure, goal: Measure, lexicon: Lexicon) -> Verdict | None:
    """The one verdict between a result and its target, or right behind the target in its bracket."""
    text = reading.sentence.text
    closing = text.find(")", goal.quantity.end)
    last = closing if 0 <= closing - goal.quantity.end <= _BEHIND else goal.quantity.end
    last += _RIGHT_BEHIND if last == closing and text[last + 1 : last + 3] == ", " else 0
    near = [v for v in text_to_verdicts(text, lexicon) if result.quantity.end <= v.start <= last and v.percent is None]
    if not near:  # "A 91% (mục tiêu 95%), B 96% (mục tiêu 95%), cả hai đều đạt"
        near = [v for v in closing_verdicts(text, lexicon) if v.start > last and _OF_ALL.search(text[: v.start])]
    return near[0] if len(near) == 1 else None


_UP_TO_VERDICT = re.compile(r"(?:/năm|\smỗi\snăm)?[\s,;:]*(?:đánh\sgiá:?\s|như\svậy\s|đã\s)?")


def _closing(reading: Reading, result: Measure, goal: Measure, lexicon: Lexicon) -> Verdict | None:
    """The verdict right behind a result whose target stands before it: ``mục tiêu 90%; kết quả 88%, vượt mục tiêu``."""
    text = reading.sentence.text
    found = (*text_to_verdicts(text, lexicon), *closing_verdicts(text, lexicon))
    behind = (v for v in found if v.percent is None and v.start >= max(result.quantity.end, goal.quantity.end))
    return next((v for v in behind if _UP_TO_VERDICT.fullmatch(text, result.quantity.end, v.start)), None)


_SHARE_BEHIND = re.compile(
    rf"[\s,;]*(?:ước\s|chỉ\s|mới\s)?(?:bằng|đạt)\s(?P<percent>{NUMBER})\s?%\s(?:so\svới\s)?(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết)(?!\w)",
    re.IGNORECASE,
)


def _shares(outline: Outline, reading: Reading, result: Measure, goal: Measure) -> Iterator[Discrepancy]:
    """The printed share of a target that stands before its result: ``mục tiêu 40 tấn; kết quả 45 tấn, bằng 105% mục tiêu``."""
    passage, text = reading.sentence.passage, reading.sentence.text
    said = _SHARE_BEHIND.match(text, result.quantity.end)
    percent = parse_number(said["percent"]) if said else None
    value, target = result.quantity.value, goal.quantity.value
    if not said or percent is None or not target or goal.quantity.upper is not None:
        return
    exact = other_share(value, target, percent)
    if exact is None:
        return
    span = (goal.quantity.start, said.end())
    evidence = evidence_of(outline.report, passage, *span, "discrepancy-share-of-target", value_at=result.quantity.at)
    lines = (passage.line_at(said.start("percent")), passage.line_at(result.quantity.at))
    shown = f"{vi(value)}/{vi(target)} = {vi(exact)}%"
    yield discrepancy(
        f"{result.label} so với mục tiêu", side(f"{said['percent']}%", lines[0]), side(shown, lines[1]), lines,
        "Tỷ lệ so với mục tiêu không khớp", evidence, "share-of-target",
    )  # fmt: skip


_GAP = re.compile(
    rf"[\s,;]*(?:vượt|thiếu|thấp\shơn|cao\shơn)\s(?P<gap>{NUMBER})\s?(?P<unit>%|[^\W\d]+(?:\s[^\W\d]+)?)(?=\s*(?:[;,.]|$)|\sso\svới\s(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết))",
    re.IGNORECASE,
)


def _gaps(outline: Outline, reading: Reading, result: Measure, goal: Measure) -> Iterator[Discrepancy]:
    """By how much a result goes beyond the target before it: ``mục tiêu 90 tấn; kết quả 97 tấn, vượt 9 tấn``."""
    passage, text = reading.sentence.passage, reading.sentence.text
    said = _GAP.match(text, result.quantity.end)
    gap = parse_number(said["gap"]) if said else None
    value, target, unit = result.quantity.value, goal.quantity.value, result.quantity.unit or ""
    alike = said is not None and unit_head(unit) == unit_head(said["unit"])
    if not said or gap is None or not alike or goal.quantity.upper is not None or goal.quantity.comparator != "=":
        return
    exact = abs(value - target)
    relative = exact / target * 100 if said["unit"] == "%" and target else exact
    if rounds_to(exact, gap) or rounds_to(relative, gap):
        return
    span = (goal.quantity.start, said.end())
    evidence = evidence_of(outline.report, passage, *span, "discrepancy-gap-to-target", value_at=result.quantity.at)
    lines = (passage.line_at(said.start("gap")), passage.line_at(result.quantity.at))
    more, less = sorted((value, target), reverse=True)
    yield discrepancy(
        f"{result.label} so với mục tiêu", side(text[said.start() : said.end()].strip(" ,;"), lines[0]),
        side(f"{vi(more)} - {vi(less)} = {vi(exact)} {unit}", lines[1]), lines,
        "Chênh lệch so với mục tiêu không khớp", evidence, "gap-to-target",
    )  # fmt: skip


def _direction(result: Measure, goal: Measure, lexicon: Lexicon) -> str:
    """Which way is better: the target's comparator says so, else the indicator's concept, else the verb of the result."""
    if goal.quantity.comparator in (">", ">=", "<", "<="):
        return "higher" if goal.quantity.comparator in (">", ">=") else "lower"
    key = resolve(result.label, result.quantity, result.growth, lexicon)
    concept = lexicon.concept("indicators", key) if key else None
    if concept:
        return concept.first("direction")
    if _FALLS.search(result.before):
        return "lower"
    if result.quantity.kind == "share" and not result.growth and is_good_share(result.label):
        return "higher"
    return "higher" if _RISES.search(result.before) and result.quantity.kind == "share" else ""


def _reached(result: Measure, goal: Measure, lexicon: Lexicon) -> bool | None:
    """Whether a result reaches its target; None where that cannot be said."""
    direction = _direction(result, goal, lexicon)
    value, least, most = result.quantity.value, goal.quantity.value, goal.quantity.upper or goal.quantity.value
    if direction not in ("higher", "lower") or goal.quantity.comparator == "~" or least <= value <= most:
        return None
    return value > most if direction == "higher" else value < least


def _told(outline: Outline, reading: Reading, result: Measure, goal: Measure, verdict: Verdict) -> Discrepancy:
    passage, text = reading.sentence.passage, reading.sentence.text
    start, end = min(result.quantity.start, goal.quantity.start), max(goal.quantity.end, verdict.end)
    evidence = evidence_of(outline.report, passage, start, end, "discrepancy-verdict", value_at=result.quantity.at)
    lines = (passage.line_at(result.quantity.at), passage.line_at(goal.quantity.at))
    said = f"{text[result.quantity.start : result.quantity.end].strip()}, đánh giá {verdict.verdict}"
    return discrepancy(
        f"{result.label}: đánh giá", side(said, lines[0]),
        side(f"mục tiêu {text[goal.quantity.start : goal.quantity.end].strip()}", lines[1]), lines,
        "Đánh giá trái với kết quả và mục tiêu được dẫn", evidence, "verdict",
    )  # fmt: skip
