"""Finder of what does not agree: wrong printed arithmetic, one thing with two values, verdicts against their numbers,
impossible periods, documents with two dates or titles.

Only what the printed text proves is reported; a difference that rounding explains says so in its note.
"""

from __future__ import annotations

from collections.abc import Iterator

from vankien.facts.discrepancies.arithmetic import sentence_discrepancies
from vankien.facts.discrepancies.changes import change_discrepancies
from vankien.facts.discrepancies.counts import count_discrepancies
from vankien.facts.discrepancies.denominators import denominator_discrepancies
from vankien.facts.discrepancies.documents import document_discrepancies
from vankien.facts.discrepancies.funds import fund_discrepancies
from vankien.facts.discrepancies.lists import list_discrepancies
from vankien.facts.discrepancies.multiples import multiple_discrepancies
from vankien.facts.discrepancies.names import name_discrepancies
from vankien.facts.discrepancies.programmes import programme_discrepancies
from vankien.facts.discrepancies.regions import region_discrepancies
from vankien.facts.discrepancies.rows import row_discrepancies
from vankien.facts.discrepancies.shares import share_discrepancies
from vankien.facts.discrepancies.sums import sum_discrepancies
from vankien.facts.discrepancies.swaps import swap_discrepancies
from vankien.facts.discrepancies.tables import table_discrepancies
from vankien.facts.discrepancies.times import time_discrepancies
from vankien.facts.discrepancies.values import value_discrepancies
from vankien.facts.discrepancies.verdicts import verdict_discrepancies
from vankien.facts.discrepancies.wholes import whole_discrepancies
from vankien.model import Discrepancy, Fact, Finding, Found, Lexicon, Outline


def find_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The contradictions inside a document, in the order of their first lines, each once.

    In: tables, sentences and the facts found before. Out: discrepancies with both sides as printed and their lines.
    """
    everything = (
        *table_discrepancies(outline, lexicon, found),
        *row_discrepancies(outline, lexicon, found),
        *count_discrepancies(outline, lexicon, found),
        *value_discrepancies(outline, found),
        *swap_discrepancies(outline, found),
        *sum_discrepancies(outline, found),
        *fund_discrepancies(outline, lexicon, found),
        *whole_discrepancies(outline, found),
        *change_discrepancies(outline, found),
        *region_discrepancies(outline, found),
        *verdict_discrepancies(outline, lexicon),
        *sentence_discrepancies(outline, lexicon),
        *multiple_discrepancies(outline),
        *share_discrepancies(outline, lexicon),
        *list_discrepancies(outline, lexicon),
        *time_discrepancies(outline),
        *document_discrepancies(outline, lexicon),
        *name_discrepancies(outline),
        *denominator_discrepancies(outline, found),
        *programme_discrepancies(outline, found),
    )
    paired = {e for fact in everything if fact.evidence.rule == "discrepancy-broken-date" for e in _spans(fact)}
    everything = tuple(f for f in everything if f.evidence.rule != "discrepancy-day" or not paired & set(_spans(f)))
    everything = tuple(f for f in everything if not _told_otherwise(f, everything))
    seen: set[tuple[str, str, str]] = set()
    for fact in sorted(everything, key=lambda d: (d.lines, d.about)):
        if (key := (fact.about, fact.a, fact.b)) not in seen:
            seen.add(key)
            yield fact


_LOOSE = {"discrepancy-swapped-digits", "discrepancy-sum-of-parts"}
"""Checks that ask less of the labels: what another check finds, they need not tell again."""


def _told_otherwise(fact: Discrepancy, others: tuple[Discrepancy, ...]) -> bool:
    """Has a stricter check found the same two values, or the same sum?"""
    if fact.evidence.rule not in _LOOSE:
        return False
    sides = {_value(fact.a), _value(fact.b)}
    return any(
        {_value(o.a), _value(o.b)} == sides or _value(o.b) == _value(fact.b)
        for o in others
        if o.evidence.rule not in _LOOSE
    )


def _value(side: str) -> str:
    """A side without its lines."""
    return side.rpartition(" (dòng ")[0]


def _spans(fact: Discrepancy) -> list[int]:
    """Where the evidence of a discrepancy begins."""
    return [e.start for e in (fact.evidence, *fact.also)]
