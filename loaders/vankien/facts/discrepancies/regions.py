"""Parts of the province against the whole of it: a region that has more than the province, a share of the province that the
amounts contradict.

Vùng lòng hồ: nuôi 15.678 m³ lồng cá; toàn tỉnh 15.578 m³            a part larger than its whole
xuất qua cửa khẩu 187 triệu USD, chiếm 89,9% toàn tỉnh; toàn tỉnh 200 triệu USD      93,5 % of it
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from vankien.facts.discrepancies.parts import discrepancy, line_of, measured, side, vi
from vankien.facts.discrepancies.scope import Places, outline_to_places
from vankien.facts.discrepancies.values import changes, label_words, unit_head
from vankien.model import Discrepancy, Found, Observation, Outline

_NO_AMOUNT = frozenset({"%", "‰", "", "hang", "diem"})
_OF_ALL = re.compile(r"\s(?:trong|so với)\s(?:cả\s|toàn\s)(?:tỉnh|thành phố)$")
_NEAR, _LEAST = 160, 3
_OFF = Decimal(1)
_LARGER = Decimal("1.5")
"""What is larger by more than half is a slip of reading, or another thing."""


def region_discrepancies(outline: Outline, found: Found) -> Iterator[Discrepancy]:
    """Amounts of parts of the province that its own amount does not allow.

    In: the outline and the observations found before. Out: each contradiction once, with both sides' evidence.
    """
    places = outline_to_places(outline)
    facts = [o for o in found.of(Observation) if o.where != "table" and o.upper is None and o.value > 0]
    wholes: dict[str, list[Observation]] = defaultdict(list)
    for fact in facts:
        if unit_head(fact.unit) not in _NO_AMOUNT and not places.region(fact) and not places.parts(fact):
            wholes[unit_head(fact.unit)].append(fact)
    for fact in facts:
        if places.region(fact) and fact.comparator in (None, ">", ">="):
            yield from _larger(fact, wholes.get(unit_head(fact.unit), ()))
    yield from _shares(facts, wholes, places)


def _end(fact: Observation) -> str:
    return (fact.period or "")[-4:]


def _larger(part: Observation, wholes: Sequence[Observation]) -> Iterator[Discrepancy]:
    """A region that has more than the whole province at that time."""
    alike = (w for w in wholes if label_words(w.indicator) == label_words(part.indicator) and _end(w) == _end(part))
    whole = next((w for w in alike if not w.scope and w.comparator is None and changes(w) == changes(part)), None)
    if whole and not part.scope and whole.value < part.value <= whole.value * _LARGER:
        lines = (line_of(whole), line_of(part))
        yield discrepancy(
            whole.indicator, side(f"{measured(whole)}: toàn tỉnh", lines[0]), side(f"{measured(part)}: một vùng", lines[1]),
            lines, "Một vùng lớn hơn toàn tỉnh", whole.evidence, "larger-region", [part.evidence],
        )  # fmt: skip


def _shares(
    facts: Sequence[Observation], wholes: dict[str, list[Observation]], places: Places
) -> Iterator[Discrepancy]:
    """An amount, the share of the province that it is said to be, and the amount of the province elsewhere."""
    for part, share in pairwise(sorted(facts, key=lambda o: o.evidence.start)):
        of_all = unit_head(share.unit) == "%" and _OF_ALL.search(share.indicator)
        if not of_all or share.comparator or not 0 <= share.evidence.start - part.evidence.start <= _NEAR:
            continue
        said = label_words(part.indicator)
        known = [
            w
            for w in wholes.get(unit_head(part.unit), ())
            if (w.period, w.comparator, w.scope) == (part.period, None, None)
            and label_words(w.indicator) < said <= label_words(share.indicator) | label_words(w.indicator)
            and len(label_words(w.indicator)) >= _LEAST
            and w.value > part.value
            and places.paragraph(w) != places.paragraph(part)
        ]
        whole = max(known, key=lambda w: len(label_words(w.indicator)), default=None)
        exact = part.value * 100 / whole.value if whole else share.value
        if whole and abs(exact - share.value) > _OFF:
            lines = (line_of(part), line_of(whole))
            shown = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
            yield discrepancy(
                part.indicator, side(f"{measured(part)}, chiếm {measured(share)} toàn tỉnh", lines[0]),
                side(f"{measured(whole)}: {whole.indicator}", lines[1]), lines,
                f"{vi(part.value)}/{vi(whole.value)} = {vi(shown)}%", part.evidence, "share-of-province",
                [share.evidence, whole.evidence],
            )  # fmt: skip
