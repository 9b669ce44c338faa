"""Shares and averages in a sentence against the count or the total that stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from vankien.facts.discrepancies.parts import decimals, discrepancy, other_share, rounds_to, side, vi
from vankien.facts.evidence import evidence_of
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.times.periods import find_times
from vankien.model import Discrepancy, Lexicon, Outline, Sentence
from vankien.vietnamese import NUMBER, parse_number

_MEMBERS = re.compile(
    rf"\((?P<count>\d{{2,3}})\s(?P<noun>đồng chí|người|đại biểu|thành viên|ủy viên|uỷ viên|cán bộ|hội viên|học viên)\)\s*:?\s*(?P<shares>[^.]*?(?:{NUMBER})\s?%[^.]*)",
    re.IGNORECASE,
)
"""``(38 đồng chí): tỷ lệ nữ 15,15%; dân tộc thiểu số 44,73%``."""
_SHARE = re.compile(rf"(?:^|[;:])\s*(?P<label>[^;:%]{{2,80}}?)\s(?P<percent>{NUMBER})\s?%")
_AVERAGE = re.compile(r"bình quân[^,;.]{0,30}$", re.IGNORECASE)
_PROMISED = re.compile(r"(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết)[^;.]{0,30}\([^)]*$", re.IGNORECASE)
"""``vượt mục tiêu (bình quân 60 lớp/năm)``: the average is the target, not that of the total."""
_OFF = Decimal("0.05")


def share_discrepancies(outline: Outline, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """Shares that no whole number of the counted gives, and yearly averages that their total contradicts."""
    for sentence in outline.sentences:
        if "%" in sentence.text:
            yield from _of_count(outline, sentence)
            yield from _of_target(outline, sentence)
        if "bình quân" in sentence.text:
            yield from _averages(outline, sentence, lexicon)


def _whole(percent: Decimal, count: int) -> bool:
    """True if some whole number of the counted is that share, rounded or cut off as printed.

    >>> _whole(Decimal("44.73"), 38), _whole(Decimal("15.15"), 38)
    (True, False)
    """
    nearest = int((percent * count / 100).quantize(Decimal(1), ROUND_HALF_UP))
    return any(rounds_to(Decimal(k) * 100 / count, percent) for k in (nearest - 1, nearest, nearest + 1))


def _of_count(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """One share of several that does not fit the count: the others say that they are shares of it."""
    for match in _MEMBERS.finditer(sentence.text):
        count = int(match["count"])
        shares = [
            m for m in _SHARE.finditer(match["shares"]) if decimals(parse_number(m["percent"]) or Decimal(0)) == 2
        ]
        fits = [_whole(parse_number(m["percent"]) or Decimal(0), count) for m in shares]
        if len(shares) < 3 or fits.count(False) != 1:
            continue
        wrong = shares[fits.index(False)]
        percent = parse_number(wrong["percent"]) or Decimal(0)
        low = int(percent * count / 100)
        near = ", ".join(
            f"{k}/{count} = {vi((Decimal(k) * 100 / count).quantize(Decimal('0.01'), ROUND_HALF_UP))}%"
            for k in (low, low + 1)
        )
        at = match.start("shares") + wrong.start("percent")
        evidence = evidence_of(
            outline.report, sentence.passage, match.start(), at + len(wrong["percent"]), "discrepancy-share-of-count"
        )
        lines = (evidence.first_line, sentence.passage.line_at(at))
        yield discrepancy(
            wrong["label"].strip(" ,;:"), side(f"{match['count']} {match['noun']}", lines[0]),
            side(f"{wrong['percent']}%", lines[1]), lines, f"Không số người nào cho tỷ lệ này: {near}", evidence, "share-of-count",
        )  # fmt: skip


_OF_TARGET = re.compile(
    rf"(?<![\d.,])(?P<value>{NUMBER})\s(?P<unit>[^\W\d]+(?:\s[^\W\d]+)?)(?:,\sbình\squân\s[^,;()]{{4,60}}|,\s(?:tăng|giảm)\s[^;()%]{{3,70}}?)?(?:,|\svà)?\s(?:chỉ\s|mới\s|ước\s)?(?:bằng|đạt|hoàn\sthành)\s(?P<percent>{NUMBER})\s?%\s(?:so\svới\s)?"
    rf"(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết|dự\stoán)(?!\w)[^,;.()\d]{{0,60}}(?:(?P<open>\()(?:là\s)?|(?<=\s))(?P<target>{NUMBER})(?(open)(?:\s(?P=unit))?\)|\s(?P=unit)(?!\w))",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(
    rf"(?<![\d.,])(?P<value>{NUMBER})\s(?P<unit>[^\W\d]+(?:\s[^\W\d]+)?)\s(?:trên|trong)\s(?:tổng\s)?số\s(?P<target>{NUMBER})\s(?P=unit),?\s(?:chỉ\s|mới\s|ước\s)?(?:bằng|đạt|chiếm)\s(?P<percent>{NUMBER})\s?%(?!\s(?:so|kế|mục|chỉ))",
    re.IGNORECASE,
)
"""``giải ngân 38 tỷ đồng trên tổng số 41 tỷ đồng, đạt 93%``: the share of a total beside it."""


def _of_target(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """``4.230 tỷ đồng, bằng 107,5% mục tiêu (4.000 tỷ đồng)``, ``bằng 96% mục tiêu 4.400 tỷ đồng``: the share of the target against result and target."""
    for match in (*_OF_TARGET.finditer(sentence.text), *_OF_TOTAL.finditer(sentence.text)):
        value, percent, target = (parse_number(match[k]) for k in ("value", "percent", "target"))
        if value is None or percent is None or not target:
            continue
        exact = other_share(value, target, percent)
        if exact is None:
            continue
        evidence = evidence_of(
            outline.report, sentence.passage, match.start(), match.end(), "discrepancy-share-of-target"
        )
        lines = (sentence.passage.line_at(match.start("percent")), sentence.passage.line_at(match.start("value")))
        shown = f"{match['value']}/{match['target']} = {vi(exact)}%"
        yield discrepancy(
            f"{match['value']} {match['unit']} so với {'tổng số' if match.re is _OF_TOTAL else 'mục tiêu'}", side(f"{match['percent']}%", lines[0]), side(shown, lines[1]),
            lines, f"Tỷ lệ so với {'tổng số' if match.re is _OF_TOTAL else 'mục tiêu'} không khớp", evidence, "share-of-target",
        )  # fmt: skip


def _averages(outline: Outline, sentence: Sentence, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """A total of some years and the yearly average behind it: ``38 nghìn lao động, bình quân 6.334 người/năm``."""
    text = sentence.text
    quantities = find_quantities(text, lexicon)
    for total, average in pairwise(quantities):
        between = text[total.end : average.start]
        if (
            not average.yearly
            or not _AVERAGE.search(between)
            or len(between) > 60
            or total.yearly
            or _PROMISED.search(between)
            or _PER_HEAD.search(f"{between} {average.unit}")
        ):
            continue
        years = _years_before(text, total.start)
        if years is None or not _one_kind(total, average):
            continue
        exact = _amount(total) / years
        if exact <= 0 or abs(_amount(average) - exact) / exact <= _OFF:
            continue
        evidence = evidence_of(
            outline.report, sentence.passage, total.start, average.end, "discrepancy-average-of-total"
        )
        lines = (evidence.first_line, sentence.passage.line_at(average.at))
        yield discrepancy(
            text[total.start : total.end], side(f"{text[total.start : total.end]} trong {years} năm", lines[0]),
            side(f"bình quân {text[average.start : average.end]}", lines[1]), lines,
            f"Bình quân {years} năm là {vi(exact.quantize(Decimal(1), ROUND_HALF_UP))}", evidence, "average-of-total",
        )  # fmt: skip


_PER_HEAD = re.compile(r"đầu\sngười|đồng\s?/\s?người|USD\s?/\s?người")
"""``quy mô GRDP 288 tỷ đồng, GRDP bình quân đầu người 85 triệu đồng``: by heads, not by years."""
_THOUSANDS = {"nghìn": 1000, "ngàn": 1000, "triệu": 1_000_000, "tỷ": 1_000_000_000}


def _amount(quantity: Quantity) -> Decimal:
    """The value with the multiple that its unit begins with."""
    head = (quantity.unit or "").split(" ")[0].lower()
    return quantity.value * _THOUSANDS.get(head, 1)


def _one_kind(total: Quantity, average: Quantity) -> bool:
    """Two counts of people, or two amounts of the same kind; neither a share nor a range."""
    kinds = {total.kind, average.kind}
    return (
        len(kinds) == 1
        and not kinds & {"share", "change", "rank", ""}
        and total.upper is None
        and average.upper is None
    )


def _years_before(text: str, at: int) -> int | None:
    """The number of years of the last period before a place of the sentence, of two to ten years."""
    spans = [t.period for t in find_times(text) if t.end <= at and t.period and re.fullmatch(r"\d{4}-\d{4}", t.period)]
    if not spans:
        return None
    first, last = map(int, spans[-1].split("-"))
    return last - first + 1 if 1 <= last - first < 10 else None
