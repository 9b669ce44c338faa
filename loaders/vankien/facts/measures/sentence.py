"""Sentence → measures: every printed value with its label, times, status and change.

The shared reader of `targets` and `observations`; it does not judge whether a value was promised or reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from vankien.facts.clauses.clause import sentence_to_pieces
from vankien.facts.cues.wording import GROWTH
from vankien.facts.labels.brackets import measured_label
from vankien.facts.labels.changes import Label
from vankien.facts.labels.grdp import within_grdp
from vankien.facts.labels.lists import ranked_indices
from vankien.facts.labels.multiples import as_multiple
from vankien.facts.labels.parts import (
    two_of_one,
)
from vankien.facts.measures.compared_places import places_compared
from vankien.facts.measures.estimates import estimated_throughout
from vankien.facts.measures.goals_first import goals_before
from vankien.facts.measures.lists import predicates, told_in_brackets
from vankien.facts.measures.past_brackets import beside_promised
from vankien.facts.measures.quoted_rows import targets_in_row
from vankien.facts.measures.quoted_targets import (
    in_turn,
)
from vankien.facts.measures.turns import (
    changes_in_turn,
    earlier_in_turn,
    parts_in_turn,
    quoted_for_all,
    shares_in_turn,
)
from vankien.facts.measures.walk import Walk
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity_names import counts_to
from vankien.model import Lexicon

__all__ = ["Measure", "sentence_to_measures"]


def _doubled(measures: list[Measure], text: str) -> Iterator[Measure]:
    """Two measures for a share that is said of two things, one for each index that a rank is said of."""
    for measure in measures:
        labels = two_of_one(measure.label) if measure.quantity.kind == "share" else (measure.label,)
        if measure.quantity.kind == "rank":
            labels = ranked_indices(text[: measure.quantity.at]) or labels
        yield from (replace(measure, label=label) for label in labels)


def _placed(measures: Iterator[Measure], text: str) -> Iterator[Measure]:
    """The measures, those of other places under what is compared."""
    places = places_compared(text)
    for measure in measures:
        if then := _THEN.match(text, measure.quantity.end) if measure.quantity.moving else None:
            measure = replace(measure, scope=then["when"])
        if (
            aside := _OF_NATION.search(text, 0, measure.quantity.start)
            if text[measure.quantity.start - 1] == "("
            else None
        ):
            measure = replace(measure, scope=aside["place"])
        opened = text.rfind("(", 0, measure.quantity.start) if places else -1
        label, place = places.get(opened, (measure.label, measure.scope))
        yield measure if opened not in places else replace(measure, label=label, scope=place, restated=False)


_OF_NATION = re.compile(
    r"(?:(?:cao|thấp|nhanh|chậm|lớn)\shơn|gấp\s\d[\d,]*\slần)\s(?:so\svới\s)?(?:mức\s)?(?:bình\squân(?:\schung)?\s)?(?:của\s)?(?P<place>cả\snước|toàn\squốc|toàn\svùng)\s\($",
    re.IGNORECASE,
)
"""``cao hơn bình quân chung cả nước (5,2%)``: the value in the bracket is the nation's."""
_THEN = re.compile(r"\s(?P<when>(?:đầu|cuối)\s(?:nhiệm\skỳ|giai\sđoạn)(?:\strước)?)\s")
"""``từ 17% đầu nhiệm kỳ xuống 4%``: of no year that the text names."""


def _quoted_in_turn(measures: list[Measure]) -> list[Measure]:
    """``so với mục tiêu lần lượt là 95% và 93%``: each target is of one of the results before."""
    turns = in_turn(
        [m.label for m in measures],
        [m.before for m in measures],
        [m.quantity.unit for m in measures],
        [m.restated for m in measures],
    )
    return [
        replace(m, label=turns[i], restated=True, before="mục tiêu") if i in turns else m
        for i, m in enumerate(measures)
    ]


@lru_cache(maxsize=4096)
def sentence_to_measures(text: str, lexicon: Lexicon, earlier: str = "") -> tuple[Measure, ...]:
    """The measures of a sentence, in order. Comparisons with a plan or an earlier year hang on the value before.

    `earlier` is the label of the value before the sentence, for one that names none (``Năm 2021: 2.067 tỷ đồng``).
    """
    pieces = sentence_to_pieces(text, lexicon)
    walk = Walk(text, lexicon, Label(earlier, earlier) if earlier else None, estimated_throughout(text, lexicon))
    for piece, behind in zip(pieces, (*pieces[1:], None), strict=False):
        walk.take(piece, behind)
    if walk.measures and re.match(r"So với ", text) and GROWTH.match(walk.measures[0].before.strip()):
        return ()
    return tuple(_finished(walk.measures, text))


def _finished(measures: list[Measure], text: str) -> Iterator[Measure]:
    """The measures with what only the whole sentence tells: lists that are told in turn, targets of rows, places compared."""
    measures = [m for m in measures if not counts_to(text, m.quantity)]
    measures = earlier_in_turn(
        goals_before(shares_in_turn(changes_in_turn(parts_in_turn(measures, text), text), text)), text
    )
    in_order = told_in_brackets(predicates(_quoted_in_turn(measures), text), text)
    turned = beside_promised(targets_in_row(in_order, text), text)
    named = [
        replace(m, label=within_grdp(measured_label(m.label, m.quantity.kind, text), text))
        for m in quoted_for_all(turned, text)
    ]
    return _placed(_doubled([as_multiple(m, text) for m in named], text), text)
