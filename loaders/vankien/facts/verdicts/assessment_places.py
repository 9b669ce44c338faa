"""Reported values by the sentence that they stand in, and verdicts on them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from vankien.facts.congresses.predecessors import is_province
from vankien.facts.evidence import evidence_of
from vankien.facts.quantities.finding import find_quantities
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.verdicts.owned_sentences import owned_sentences
from vankien.facts.verdicts.verdict import Verdict
from vankien.model import Assessment, Found, Lexicon, Observation, Outline, Passage, Sentence, Target


@dataclass(frozen=True, slots=True)
class Placed:
    """An observation (or a target that is judged like one) and where its printed value stands in the sentence."""

    fact: Observation | Target
    at: int


def _offset(passage: Passage, position: int) -> int:
    """The offset in a passage of a position in the document."""
    starts = [p.start for p in passage.pieces]
    index = max(0, bisect_right(starts, position) - 1)
    piece = passage.pieces[index]
    return piece.at + position - piece.start


def _place(fact: Observation | Target, passage: Passage, quantities: Sequence[Quantity]) -> Placed | None:
    """Where the value of an observation stands: a label may begin long before its value, or stand behind it."""
    start, end = _offset(passage, fact.evidence.start), _offset(passage, fact.evidence.end - 1)
    inside = (q for q in quantities if start <= q.at <= end and q.value == fact.value and q.upper == fact.upper)
    at = next((q.at for q in inside), start)
    return Placed(fact, at) if 0 <= at < len(passage.text) else None


def placed_by_sentence(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[tuple[Sentence, list[Placed]]]:
    """Every sentence with the observations read from it, in the order of its text."""
    facts: list[Observation | Target] = [o for o in found.of(Observation) if o.where != "table"]
    # "dự kiến đến hết năm có 45 xã, đạt kế hoạch": a value that is only expected may have been read as a target
    facts += [t for t in found.of(Target) if t.value is not None and t.evidence.rule != "table-target"]
    facts.sort(key=lambda o: o.evidence.start)
    starts = [o.evidence.start for o in facts]
    for sentence in (owned.sentence for owned in owned_sentences(outline, lexicon)):
        passage = sentence.passage
        if not passage.text:
            continue
        first, last = passage.position_at(0), passage.position_at(len(passage.text) - 1)
        inside = facts[bisect_right(starts, first - 1) : bisect_right(starts, last)]
        # a footnote's text lies between the lines of the sentence that it hangs on
        inside = [o for o in inside if ("footnote" in o.evidence.rule) == (sentence.context.where == "footnote")]
        quantities = find_quantities(passage.text, lexicon) if inside else ()
        placed = [p for o in inside if (p := _place(o, passage, quantities)) is not None]
        yield sentence, sorted(placed, key=lambda p: p.at)


_YEARS_TOLD = re.compile(r"(?<!\d)0?(?P<count>[2-5])\snăm(?!\s(?:trước|đầu|cuối|tới|sau|20\d\d))", re.IGNORECASE)
"""``bình quân 3 năm``: as many years as the period of the value has."""


def _stated_period(fact: Observation | Target, text: str) -> str | None:
    """The fact's period if its years stand in the text before the verdict; a carried-over year is none."""
    period = fact.period if isinstance(fact, Observation) else fact.by
    if not period:
        return None
    said = re.sub(r"so với[^,;.]*", "", text)
    span = re.fullmatch(r"(\d{4})-(\d{4})", period)
    if span and (told := _YEARS_TOLD.search(said)) and int(span[2]) - int(span[1]) + 1 == int(told["count"]):
        return period
    return period if all(y in said for y in re.findall(r"(?:19|20)\d\d", period)) else None


_LATER = re.compile(r"\s(?:trong|vào)\s(?:năm|thời gian)\s(?:tới|sau|(?P<year>20\d\d)(?!\s?[-–]\s?\d))", re.IGNORECASE)
"""``khó đạt trong năm tới``: when the verdict will hold."""


def to_assessment(
    outline: Outline, sentence: Sentence, placed: Placed, verdict: Verdict, percent: Decimal | None
) -> Assessment:
    start, end = min(placed.at, verdict.start), max(verdict.end, placed.at + 1)
    later = _LATER.match(sentence.text, verdict.end)
    return Assessment(
        indicator=placed.fact.indicator,
        as_of=later["year"]
        if later
        else _stated_period(
            placed.fact, sentence.text[: verdict.start] if placed.at < verdict.start else sentence.text
        ),
        verdict=verdict.verdict,
        percent=percent,
        scope=placed.fact.scope if is_province(placed.fact.scope) else None,
        concept=placed.fact.concept,
        evidence=evidence_of(outline.report, sentence.passage, start, end, "assessment-prose", value_at=verdict.start),
    )
