"""What a cell of verdicts says: one verdict, a share of the target in its stead, or one for each province that merged."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from decimal import Decimal
from typing import NamedTuple

from vankien.facts.congresses.predecessors import Former, former_of_cell
from vankien.facts.cues.assessment_labels import lower_is_better
from vankien.facts.tables.cells import cell_to_judgement, cell_to_verdict
from vankien.model import Lexicon
from vankien.vietnamese import NUMBER, parse_number

_SHARE = re.compile(rf"(?P<percent>{NUMBER})\s?%")


class Judged(NamedTuple):
    """One verdict of a cell: the share of the target that it prints, and the province whose target it is held against."""

    verdict: str
    percent: Decimal | None = None
    former: Former | None = None


def cell_to_judged(text: str, values: Container[Decimal], formers: Sequence[Former], lexicon: Lexicon) -> list[Judged]:
    """The verdicts of a cell: its own, or one for each of the provinces that it names (``SL: đạt; HB: không đạt``).

    In: the cell, the values of its row (``Đạt 98,5%`` may only repeat the result), the provinces.
    """
    judgement = cell_to_judgement(text, lexicon)
    if judgement is None:
        return _by_province(text, formers, lexicon)
    verdict, share = judgement
    if share is not None and share in values:
        return [Judged(cell_to_verdict(text.split()[0], lexicon) or verdict)]
    return [Judged(verdict, share)]


def _by_province(text: str, formers: Sequence[Former], lexicon: Lexicon) -> list[Judged]:
    out: list[Judged] = []
    for part in re.split(r"[;,\n]\s*", text.strip(" ;,.")) if formers else ():
        former = former_of_cell(part, formers)
        names = "|".join(re.escape(n) for n in (former.scope, former.name, former.initials)) if former else ""
        said = re.sub(rf"(?<!\w)(?:{names})(?!\w)", " ", part).strip(" :()-–") if former else ""
        judgement = cell_to_judgement(said, lexicon) if said else None
        if judgement is None:
            return []
        out.append(Judged(*judgement, former))
    return out


def share_alone(text: str, label: str, values: Container[Decimal], lexicon: Lexicon) -> list[Judged]:
    """The verdict that a share of the target is which stands alone among verdicts (``106,5%`` below ``Đánh giá``)."""
    match = _SHARE.fullmatch(text.strip())
    percent = parse_number(match["percent"]) if match else None
    if percent is None or percent in values or lower_is_better(label):
        return []
    key = "met" if percent == 100 else "exceeded" if percent > 100 else "not-yet-met"
    concept = lexicon.concept("verdicts", key)
    return [Judged(concept.vi, percent)] if concept else []
