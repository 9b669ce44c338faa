"""Amounts told part by part under one label, somewhere in the text, against the whole told elsewhere.

Kinh phí lồng ghép 1.286 tỷ đồng (1)                  the whole
(1) Ngân sách trung ương 742 tỷ đồng; ...             parts that add up to 1.266
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from vankien.facts.discrepancies.parts import discrepancy, line_of, measured, side, vi
from vankien.facts.discrepancies.values import changes, label_words, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline

_LINES = 3
"""Within so many lines of each other stand the parts of one list."""
_NEAR = Decimal("0.06")
_EXTRA = 4
"""How many words the label of the whole may have more: ``Tổng kinh phí thực hiện``."""
_LEAST_PARTS = 2


def sum_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Wholes that their parts, told in one list, miss by a single digit: a misprint; a list that leaves something out, or
    counts something twice, misses it by any amount.

    In: the outline and the observations found before. Out: each whole once, against its first list.
    """
    facts = [o for o in found.of(Observation) if _counts(o)]
    told: set[Observation] = set()
    for head, parts in _lists(facts):
        summed = sum((p.value for p in parts), Decimal(0))
        for whole in facts:
            if (
                whole not in told
                and whole not in parts
                and _is_whole(whole, head, parts)
                and _missed(summed, whole.value)
            ):
                told.add(whole)
                yield _told(whole, parts, summed)


def _counts(fact: Observation) -> bool:
    """An exact amount in the prose; shares are compared elsewhere."""
    return (
        bool(fact.unit)
        and fact.upper is None
        and fact.comparator is None
        and fact.where != "table"
        and unit_head(fact.unit) not in ("%", "‰")
    )


def _lists(facts: Sequence[Observation]) -> Iterator[tuple[str, list[Observation]]]:
    """The parts that follow each other under one label: ``Kinh phí: ngân sách tỉnh``, ``Kinh phí: vốn vay``."""
    groups: dict[tuple[str, str, str | None], list[list[Observation]]] = defaultdict(list)
    for fact in sorted(facts, key=lambda f: f.evidence.start):
        head, colon, _ = fact.indicator.rpartition(": ")
        if not colon:
            continue
        lists = groups[head, unit_head(fact.unit), fact.period]
        if lists and line_of(fact) - line_of(lists[-1][-1]) <= _LINES:
            lists[-1].append(fact)
        else:
            lists.append([fact])
    for (head, _, _), lists in groups.items():
        for parts in lists:
            if len(parts) >= _LEAST_PARTS and len({p.indicator for p in parts}) == len(parts):
                yield head, parts


def _is_whole(whole: Observation, head: str, parts: Sequence[Observation]) -> bool:
    """Does a fact tell the amount of the label that the parts share, for the same time and place?"""
    words, own = label_words(whole.indicator), label_words(head)
    first = parts[0]
    return (
        unit_head(whole.unit) == unit_head(first.unit)
        and whole.period == first.period
        and (whole.scope or "") == (first.scope or "")
        and ": " not in whole.indicator
        and len(own) > 1
        and own <= words
        and len(words - own) <= _EXTRA
        and changes(whole) == changes(replace(first, indicator=head))
    )


def _missed(summed: Decimal, whole: Decimal) -> bool:
    """Does a sum miss the whole by one digit in one place?

    >>> [_missed(Decimal(a), Decimal(b)) for a, b in (("206.2", "196.2"), ("1266", "1286"), ("5197", "5260"), ("900", "1000"))]
    [True, True, False, False]
    """
    gap = abs(summed - whole)
    return Decimal(0) < gap <= whole * _NEAR and len(gap.normalize().as_tuple().digits) == 1


def _told(whole: Observation, parts: Sequence[Observation], summed: Decimal) -> Discrepancy:
    lines = (line_of(whole), line_of(parts[0]))
    shown = f"{' + '.join(vi(p.value) for p in parts)} = {vi(summed)} {whole.unit}"
    about = f"{whole.indicator}{f' ({whole.period})' if whole.period else ''}"
    return discrepancy(
        about, side(measured(whole), lines[0]), side(shown, lines[1]), lines, "Tổng không bằng các thành phần",
        whole.evidence, "sum-of-parts", [p.evidence for p in parts],
    )  # fmt: skip
