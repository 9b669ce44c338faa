"""Changes against values: what a change leads back to, and the value that the text gives for that year; changes that
cannot be.

95,1%, tăng 10,9 điểm % so với năm 2031      84,2 % in 2031, where the text says 74 %
7.775 ha, tăng 4.293 ha so với năm 2031      3.482 ha in 2031
16.500 tấn, tăng 21,3 nghìn tấn              less than nothing before
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from vankien.facts.discrepancies.parts import discrepancy, line_of, measured, side, vi
from vankien.facts.discrepancies.values import changes, label_words, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline
from vankien.vietnamese import NUMBER, fold, parse_number, same_tones

_CHANGE = re.compile(
    rf"(?P<way>tăng|giảm|vượt\skế\shoạch)\s(?:thêm\s|hơn\s|trên\s)?(?P<by>{NUMBER})\s?(?P<unit>điểm\s?(?:%|phần trăm)|%|[^\W\d]+(?:\s(?!so\s)[^\W\d]+)?(?:/[^\W\d]+)?)"
    r"(?:\sso\svới\s(?:cuối\s)?năm\s(?P<year>(?:19|20)\d\d))?(?![\w-])",
    re.IGNORECASE,
)
_NOT = re.compile(r"\s(?:chưa|không)(?=\s)", re.IGNORECASE)
_POINTS_OFF, _AMOUNT_OFF, _PERCENT_OFF = Decimal("0.5"), Decimal("0.02"), Decimal("0.03")
"""How far rounding may lead a base astray: in points, and as a share of it for amounts and percentages."""
_THOUSANDS = {"nghin": 1000, "ngan": 1000, "trieu": 1_000_000, "ty": 1_000_000_000}


_BEFORE = 60
"""Within so many letters before a value it is said to be a part of another, which the change behind it is of."""


def change_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """The changes of a document that its own values contradict.

    In: the outline and the observations found before. Out: each contradiction once, with both sides' evidence.
    """
    facts = [o for o in found.of(Observation) if o.unit and o.upper is None]
    yield from _led_back(facts)
    yield from _impossible(outline, (o for o in facts if o.where != "table" and o.change))


@dataclass(frozen=True, slots=True)
class _Base:
    """What a change may lead back to (a percentage of a share in two ways), how exactly, and the year."""

    values: tuple[Decimal, ...]
    off: Decimal
    year: str


def _base(fact: Observation) -> _Base | None:
    match = _CHANGE.search(fact.change or "")
    by = parse_number(match["by"]) if match else None
    exact = fact.comparator in (None, "=")
    if match is None or by is None or not match["year"] or not exact or not match["way"].lower().startswith(("t", "g")):
        return None
    sign = 1 if match["way"].lower() == "tăng" else -1
    unit, own = fold(match["unit"]), unit_head(fact.unit)
    back = fact.value - sign * by
    if unit.startswith("diem") and own == "%":
        return _Base((back,), _POINTS_OFF, match["year"])
    if match["unit"] == "%":
        factor = 1 + sign * by / 100
        part = fact.value / factor if factor > 0 else back
        if own == "%":
            return _Base((back, part), max(_POINTS_OFF, part * _AMOUNT_OFF), match["year"])
        return _Base((part,), part * _PERCENT_OFF, match["year"])
    if unit == own.split("/")[0]:
        return _Base((back,), max(abs(back) * _AMOUNT_OFF, _POINTS_OFF), match["year"])
    return None


def _key(label: str, unit: str | None) -> tuple[frozenset[str], str]:
    return label_words(same_tones(label)), unit_head(unit)


def _led_back(facts: Sequence[Observation]) -> Iterator[Discrepancy]:
    """``95,1%, tăng 10,9 điểm % so với năm 2031`` against the value, or the rest of the hundred, given for 2031."""
    given: dict[tuple[object, str], tuple[Observation, Decimal]] = {}
    for fact in facts:
        if fact.period and fact.comparator is None:
            label, negated = _NOT.subn("", fact.indicator) if unit_head(fact.unit) == "%" else (fact.indicator, 0)
            value = 100 - fact.value if negated else fact.value
            given.setdefault((_key(label, fact.unit), fact.period), (fact, value))
    told: set[tuple[object, Decimal, Decimal]] = set()
    for fact in facts:
        base, key = _base(fact), _key(fact.indicator, fact.unit)
        other = given.get((key, base.year)) if base and len(key[0]) > 1 else None
        if base is None or other is None or other[0].scope != fact.scope or changes(other[0]) - changes(fact) - _ALIKE:
            continue
        stated, value = other
        if any(abs(v - value) <= base.off for v in base.values) or (key, base.values[0], value) in told:
            continue
        told.add((key, base.values[0], value))
        lines = (line_of(stated), line_of(fact))
        sign = "%" if key[1] == "%" else f" {fact.unit}"
        shown = (
            measured(stated) if value == stated.value else f"{measured(stated)} {stated.indicator}, tức {vi(value)}%"
        )
        back = vi(base.values[0].quantize(Decimal("0.01"), ROUND_HALF_UP).normalize() + 0)
        yield discrepancy(
            f"{fact.indicator} ({base.year})", side(shown, lines[0]),
            side(f"{measured(fact)}, {fact.change}, tức {back}{sign}", lines[1]), lines,
            f"Số liệu năm {base.year} không khớp với mức tăng, giảm", stated.evidence, "led-back", [fact.evidence],
        )  # fmt: skip


_ALIKE = frozenset({"chưa", "không"})


def _impossible(outline: Outline, facts: Iterator[Observation]) -> Iterator[Discrepancy]:
    """An increase that is larger than what there is after it; the first such of a value."""
    for fact in facts:
        larger = next((m.group() for m in _CHANGE.finditer(fact.change or "") if _exceeds(m, fact)), None)
        if larger and _beside(outline, fact, larger):
            line = line_of(fact)
            yield discrepancy(
                fact.indicator, side(measured(fact), line), side(larger, line), (line, line),
                "Mức tăng lớn hơn chính giá trị", fact.evidence, "impossible-change",
            )  # fmt: skip


def _exceeds(match: re.Match[str], fact: Observation) -> bool:
    """Is a value said to have grown by more than itself, in its own unit or a multiple of it?"""
    by, grown = parse_number(match["by"]), match["way"].lower() != "giảm"
    own, unit = unit_head(fact.unit).split(" "), fold(match["unit"]).split(" ")
    scale = [_THOUSANDS.get(words[0], 1) for words in (own, unit)]
    kinds = [words[1:] if words[0] in _THOUSANDS else words for words in (own, unit)]
    if not grown or by is None or kinds[0] != kinds[1] or kinds[0][:1] in (["%"], [""], ["hang"]):
        return False
    return by * scale[1] > fact.value * scale[0] > 0


def _beside(outline: Outline, fact: Observation, change: str) -> bool:
    """Does the change stand behind that value, with no bracket closed between them? Behind one it is of another value."""
    for sentence in outline.sentences:
        if sentence.passage.first_line <= line_of(fact) <= sentence.passage.last_line:
            value, at = sentence.text.find(vi(fact.value)), sentence.text.find(change.split(" so với")[0])
            if 0 <= value < at:
                part = re.search(r"trong đó|gồm", sentence.text[max(0, value - _BEFORE) : value])
                return not re.search("[);]", sentence.text[value:at]) and not part
    return False
