"""Multiples of an earlier value that stands in a bracket, and shares told in turn, against their own arithmetic.

4.800 tỷ đồng, gấp 1,8 lần năm 2030 (2.200 tỷ đồng)                       it is 2,2 times as much
tỷ trọng công nghiệp, dịch vụ và nông nghiệp lần lượt là 44%, 38%, 20%    together more than the whole
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from vankien.facts.discrepancies.parts import decimals, discrepancy, side, vi
from vankien.facts.evidence import evidence_of
from vankien.model import Discrepancy, Outline, Sentence
from vankien.vietnamese import NUMBER, fold, parse_number

_MULTIPLE = re.compile(
    rf"(?<![\d.,/])(?P<value>{NUMBER})\s(?P<unit>[^\W\d]+(?:\s[^\W\d]+){{0,2}}),?\s(?:gấp|bằng)\s(?P<times>{NUMBER})\slần\s(?:so\svới\s)?"
    rf"(?:cùng\skỳ\s)?(?:năm|giai\sđoạn|nhiệm\skỳ)\s[^,;.()]{{4,40}}\((?P<base>{NUMBER})\s(?P=unit)\)",
    re.IGNORECASE,
)
_OFF = Decimal("0.1")
"""How far a multiple may be off, as a share of itself: reports round it freely."""
_IN_TURN = re.compile(
    rf"(?:tỷ\strọng|tỉ\strọng|cơ\scấu)\s(?P<things>[^;.:()\d%]{{12,160}}?)\s(?:lần\slượt|tương\sứng)\s(?:là\s|đạt\s|chiếm\s)?(?P<shares>(?:{NUMBER})\s?%(?:(?:,|\svà|,\svà|;)\s(?:{NUMBER})\s?%){{2,4}})",
    re.IGNORECASE,
)
_SECTORS = (r"\bnong\b", r"\bcong nghiep\b", r"\bdich vu\b")
_WHOLE, _FAR = 100, 110


def multiple_discrepancies(outline: Outline) -> Iterator[Discrepancy]:
    """Wrong multiples and wholes, sentence by sentence."""
    for sentence in outline.sentences:
        if "lần " in sentence.text:
            yield from _multiples(outline, sentence)
            yield from _in_turn(outline, sentence)


def _multiples(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    for match in _MULTIPLE.finditer(sentence.text):
        value, times, base = (parse_number(match[k]) for k in ("value", "times", "base"))
        if value is None or not times or not base:
            continue
        exact = value / base
        if abs(exact - times) <= max(_OFF * times, Decimal(1).scaleb(-decimals(times))):
            continue
        evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-multiple")
        lines = (
            sentence.passage.line_at(match.start("times")),
            sentence.passage.line_at(match.start("value")),
        )
        shown = f"{match['value']}/{match['base']} = {vi(exact.quantize(Decimal('0.01'), ROUND_HALF_UP))} lần"
        yield discrepancy(
            f"{match['value']} {match['unit']} so với {match['base']} {match['unit']}",
            side(f"gấp {match['times']} lần", lines[0]), side(shown, lines[1]), lines, "Số lần không khớp", evidence, "multiple",
        )  # fmt: skip


def _in_turn(outline: Outline, sentence: Sentence) -> Iterator[Discrepancy]:
    """The sectors of an economy, told in turn, cannot be more than the whole of it."""
    for match in _IN_TURN.finditer(sentence.text):
        shares = [n for m in re.finditer(NUMBER, match["shares"]) if (n := parse_number(m.group())) is not None]
        said = fold(match["things"])
        total = sum(shares, Decimal(0))
        exact = all(n == n.to_integral_value() for n in shares)  # whole numbers are meant as they are printed
        slack = Decimal(0) if exact else Decimal(1).scaleb(-max(decimals(n) for n in shares)) * len(shares) / 2
        if len(shares) != len(_SECTORS) or any(not re.search(sector, said) for sector in _SECTORS):
            continue
        if not _WHOLE + slack < total < _FAR:
            continue
        evidence = evidence_of(outline.report, sentence.passage, match.start(), match.end(), "discrepancy-in-turn")
        lines = (sentence.passage.line_at(match.start("shares")), sentence.passage.line_at(match.end() - 1))
        shown = " + ".join(f"{vi(n)}%" for n in shares)
        yield discrepancy(
            " ".join(match.group().split())[: match.group().find(match["things"]) + len(match["things"])],
            side(shown, lines[0]), side(f"tổng {vi(total)}%", lines[1]), lines,
            "Tổng các thành phần không bằng 100%", evidence, "structure",
        )  # fmt: skip
