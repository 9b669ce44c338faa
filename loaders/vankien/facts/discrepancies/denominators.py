"""Counts and shares told together against the whole that the document tells elsewhere.

90 xã đạt chuẩn, đạt 83,33%       of 108 communes, where the province has 106
167 trường, chiếm 49,4%           of 338 schools, where it has 347
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from vankien.facts.discrepancies.parts import decimals, discrepancy, line_of, measured, side, vi
from vankien.facts.discrepancies.scope import Places, outline_to_places
from vankien.facts.discrepancies.values import label_words, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline
from vankien.vietnamese import fold

_NEAR = 160
"""Within how many letters of a count its share stands."""
_LEAST = 20
"""Of fewer than so many, a share is told of something else as often as not."""
_OFF = Decimal("0.6")
_SIZE = Decimal("0.9")
"""A whole of another size is the whole of something else."""


def denominator_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Shares that do not belong to their count, whichever of the wholes that the document tells is taken.

    In: the outline and the observations found before. Out: one discrepancy a count, against the nearest whole.
    """
    facts = [o for o in found.of(Observation) if o.where != "table" and o.upper is None and o.comparator != "range"]
    places = outline_to_places(outline)
    wholes = _wholes(facts, places)
    for count, share in _told_together(facts, places):
        said = label_words(count.indicator)
        known = [w for w in wholes.get(unit_head(count.unit), ()) if label_words(w.indicator) != said]
        if known and (whole := _contradicted(count, share, known)):
            yield _told(count, share, whole)


def _wholes(facts: Sequence[Observation], places: Places) -> dict[str, list[Observation]]:
    """Counts of all there is of a kind, by their unit: labels that say nothing but the kind."""
    out: dict[str, list[Observation]] = defaultdict(list)
    for fact in facts:
        unit = unit_head(fact.unit)
        plain = label_words(fact.indicator) == label_words(fact.unit or "") or fact.concept == "commune-units"
        if unit and plain and not fact.comparator and not fact.scope and not places.region(fact):
            for kind in {unit, fold((fact.unit or "").split(",")[0])}:
                out[kind].append(fact)
    return out


def _told_together(facts: Sequence[Observation], places: Places) -> Iterator[tuple[Observation, Observation]]:
    """A count and the share right behind it, both under one label, of the whole province."""
    ordered = sorted(facts, key=lambda o: o.evidence.start)
    for count, share in pairwise(ordered):
        near = 0 <= share.evidence.start - count.evidence.start <= _NEAR
        shared = unit_head(share.unit) == "%" and unit_head(count.unit) not in ("%", "‰", "")
        if not near or not shared or count.value < _LEAST or share.comparator in (">", "<", ">=", "<="):
            continue
        same = label_words(count.indicator) == label_words(share.indicator) and len(label_words(count.indicator)) > 1
        if same and not count.comparator and not (count.scope or share.scope) and not places.region(count):
            yield count, share


def _contradicted(count: Observation, share: Observation, known: Sequence[Observation]) -> Observation | None:
    """The nearest of the wholes, if none gives that share; None if one does or none is of that size."""
    implied = count.value * 100 / share.value if share.value > 0 else Decimal(0)
    off = _OFF if share.comparator == "~" or not decimals(share.value) else Decimal("0.06")
    sized = [w for w in known if implied > 0 and min(w.value, implied) / max(w.value, implied) >= _SIZE]
    if any(w.value < count.value or abs(count.value * 100 / w.value - share.value) <= off for w in sized):
        return None
    # "xã" may be fewer than "xã, phường, thị trấn", but never more
    wider = [w for w in sized if unit_head(w.unit) != unit_head(count.unit)]
    if wider and (len(wider) < len(sized) or implied <= max(w.value for w in wider) + 1):
        return None
    return min(sized, key=lambda w: abs(w.value - implied), default=None)


def _told(count: Observation, share: Observation, whole: Observation) -> Discrepancy:
    lines = (line_of(count), line_of(whole))
    implied = (count.value * 100 / share.value).quantize(Decimal(1), ROUND_HALF_UP)
    return discrepancy(
        count.indicator,
        side(f"{measured(count)}, {measured(share)}", lines[0]),
        side(f"{measured(whole)}: {whole.indicator}", lines[1]),
        lines,
        f"{vi(count.value)}/{vi(share.value)}% = {vi(implied)}, không phải {vi(whole.value)}",
        count.evidence,
        "denominator-of-share",
        [share.evidence, whole.evidence],
    )
