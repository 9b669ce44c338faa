"""Facts that another fact makes impossible: a part larger than its whole, one year larger than the years together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vankien.facts.discrepancies.parts import discrepancy, line_of, measured, side
from vankien.facts.discrepancies.scope import Places, outline_to_places
from vankien.facts.discrepancies.values import changes, label_words, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline

_PEOPLE = re.compile(
    r"\s(?:là\s|người\s|của\s)*(?:đồng bào\s)?(?:(?:người\s)?dân tộc thiểu số|nữ|phụ nữ|trẻ em|thanh niên|người cao tuổi)(?=\s|$)",
    re.IGNORECASE,
)
"""Words that make a part of a count of people or households out of the whole."""

_LESS = frozenset({None, "<", "<="})
_MORE = frozenset({None, ">", ">="})
_COUNTS = frozenset({"%", "‰", ""})


def whole_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """The contradictions between facts of a document that are about a whole and its parts, or about two years.

    In: the outline and the observations found before. Out: each contradiction once, with both sides' evidence.
    """
    facts = [o for o in found.of(Observation) if o.unit and o.upper is None]
    places = outline_to_places(outline)
    yield from _larger_parts(facts, places)
    yield from _larger_years(facts, places)


def _told(a: Observation, b: Observation, note: str, rule: str) -> Discrepancy:
    lines = (line_of(a), line_of(b))
    about = f"{a.indicator}{f' ({a.period})' if a.period else ''}"
    return discrepancy(
        about, side(measured(a), lines[0]), side(f"{measured(b)}: {b.indicator}", lines[1]), lines, note,
        a.evidence, rule, [b.evidence],
    )  # fmt: skip


def _larger_parts(facts: Sequence[Observation], places: Places) -> Iterator[Discrepancy]:
    """A count of some of the people or households that is larger than the count of all of them at that time."""
    wholes: dict[tuple[frozenset[str], str, str | None], Observation] = {}
    for fact in facts:
        if fact.comparator in _LESS and unit_head(fact.unit) not in _COUNTS and not places.parts(fact):
            key = (label_words(fact.indicator), unit_head(fact.unit), fact.period)
            wholes.setdefault(key, fact)
    for part in facts:
        label, count = _PEOPLE.subn(" ", part.indicator)
        whole = wholes.get((label_words(label), unit_head(part.unit), part.period)) if count == 1 else None
        if (
            whole is not None
            and part.comparator in _MORE
            and part.period is not None
            and whole.value < part.value < 2 * whole.value
        ):
            yield _told(whole, part, "Một phần lớn hơn tổng", "part-of-people")


_TENFOLD = 10
_WORDS = 4
"""How many words a label must have to be the same thing as a longer one."""


def _larger_years(facts: Sequence[Observation], places: Places) -> Iterator[Discrepancy]:
    """A value of one year that is at least ten times the value of the years around it together: a misprinted point or
    unit. Both stand in one paragraph, under one label or the beginning of one."""
    spans = [f for f in facts if f.period and len(f.period) == 9 and unit_head(f.unit) not in _COUNTS]
    years: dict[tuple[int | None, str], list[Observation]] = defaultdict(list)
    for fact in facts:
        if fact.period and len(fact.period) == 4:
            years[places.paragraph(fact), unit_head(fact.unit)].append(fact)
    for span in spans:
        first, _, last = (span.period or "").partition("-")
        for year in years[places.paragraph(span), unit_head(span.unit)]:
            words, other = label_words(year.indicator), label_words(span.indicator)
            inside = first <= (year.period or "") <= last and (words <= other or other <= words)
            alike = inside and min(len(words), len(other)) >= _WORDS and changes(year) == changes(span)
            if alike and span.value > 0 and year.value >= _TENFOLD * span.value:
                yield _told(span, year, "Một năm lớn hơn cả giai đoạn: sai đơn vị hoặc dấu thập phân", "year-of-period")
