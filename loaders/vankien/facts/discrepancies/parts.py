"""Small parts that all checks for discrepancies share: a side as printed, rounding, evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from vankien.facts.evidence import evidence_of
from vankien.model import Assessment, Discrepancy, Evidence, Observation, Outline, Passage, Target
from vankien.vietnamese import plain

Measured = Observation | Target


def decimals(value: Decimal) -> int:
    """How many decimals a value was printed with.

    >>> decimals(Decimal("81.70")), decimals(Decimal(44))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rounds_to(exact: Decimal, printed: Decimal) -> bool:
    """True if the printed value is the exact one rounded or cut off at the printed decimals.

    >>> rounds_to(Decimal("83.3333"), Decimal("83.4")), rounds_to(Decimal("66.666"), Decimal("66.7"))
    (False, True)
    """
    step = Decimal(1).scaleb(-decimals(printed))
    return printed in (exact.quantize(step, ROUND_HALF_UP), exact.quantize(step, ROUND_DOWN))


_SHARE_OFF = Decimal("0.5")


def other_share(value: Decimal, target: Decimal, percent: Decimal) -> Decimal | None:
    """The per cent of a target that a value is, to two decimals, where the printed per cent is another one; None where it fits.

    >>> other_share(Decimal(45), Decimal(40), Decimal(105)), other_share(Decimal(45), Decimal(40), Decimal("112.5"))
    (Decimal('112.50'), None)
    """
    exact = value / target * 100
    if rounds_to(exact, percent) or abs(exact - percent) < _SHARE_OFF:
        return None
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def differ_by_rounding(a: Decimal, b: Decimal) -> bool:
    """True if one value is the other, rounded or cut off at fewer decimals or at round thousands.

    >>> differ_by_rounding(Decimal("33.25"), Decimal("33.3")), differ_by_rounding(Decimal("74.8"), Decimal("78.4"))
    (True, False)
    """
    fine, coarse = (a, b) if decimals(a) >= decimals(b) else (b, a)
    return decimals(fine) != decimals(coarse) and rounds_to(fine, coarse)


def vi(value: Decimal) -> str:
    """A number as Vietnamese documents print it.

    >>> vi(Decimal("1234.50"))
    '1.234,5'
    """
    whole, _, part = plain(value).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    groups = f"{int(digits):,}".replace(",", ".")
    return f"{sign}{groups}{',' + part if part else ''}"


_WORDS = {">": "trên ", "<": "dưới ", ">=": "từ ", "<=": "không quá ", "~": "khoảng "}


def measured(fact: Measured) -> str:
    """The value of a fact as printed: comparator, number or range, unit."""
    if fact.value is None:
        return ""
    number = vi(fact.value) if fact.upper is None else f"{vi(fact.value)} - {vi(fact.upper)}"
    unit = fact.unit or ""
    if isinstance(fact, Target) and fact.per == "year":
        unit += "/năm"
    return f"{_WORDS.get(fact.comparator or '', '')}{number}{'' if unit.startswith(('%', '‰')) else ' '}{unit}".strip()


def side(text: str, *lines: int) -> str:
    """One side of a discrepancy with its lines.

    >>> side("74,8%", 12), side("74,8%", 12, 90)
    ('74,8% (dòng 12)', '74,8% (dòng 12, 90)')
    """
    return f"{text} (dòng {', '.join(map(str, lines))})"


def discrepancy(
    about: str,
    a: str,
    b: str,
    lines: Sequence[int],
    note: str,
    evidence: Evidence,
    rule: str,
    also: Sequence[Evidence] = (),
) -> Discrepancy:
    """A discrepancy with the evidence of its first side, and of the other (`also`) unless the first holds both, under
    the name of the check that found it."""
    name = f"discrepancy-{rule}"
    others = tuple(replace(e, rule=name) for e in dict.fromkeys(also) if e != evidence)
    return Discrepancy(
        about=about, a=a, b=b, lines=tuple(lines), note=note, evidence=replace(evidence, rule=name), also=others
    )


def line_of(fact: Observation | Target | Assessment) -> int:
    """The line of a fact's printed value."""
    return fact.evidence.line


def inside(
    outline: Outline,
    passage: Passage,
    match: re.Match[str],
    about: str,
    a: str,
    b: str,
    note: str,
    rule: str,
    other: int,
) -> Discrepancy:
    """A discrepancy both of whose sides stand in one match of a passage; `other` is where the second begins."""
    evidence = evidence_of(outline.report, passage, match.start(), match.end(), f"discrepancy-{rule}")
    lines = (evidence.line, passage.line_at(other))
    return discrepancy(about, side(a, lines[0]), side(b, lines[1]), lines, note, evidence, rule)
