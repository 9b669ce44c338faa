"""Sentence → measures: every printed value with its label, times, status and change.

The shared reader of `targets` and `observations`; it does not judge whether a value was promised or reached.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from vankien.facts.changed_values import changed_value, outside_brackets
from vankien.facts.clause_marks import open_brackets
from vankien.facts.clauses import Piece, sentence_to_pieces
from vankien.facts.compared_places import places_compared
from vankien.facts.estimates import estimated_throughout, status_of
from vankien.facts.goals_first import as_goal, goal_first, goals_before, is_set_behind, result_of_goal
from vankien.facts.label_brackets import compared_with, measured_label, times_the_mean, year_by_year
from vankien.facts.label_changes import SAME_PERIOD, Label, earlier_level, grown_before_colon, level_of_change, signed
from vankien.facts.label_lists import ranked_indices
from vankien.facts.label_multiples import as_multiple
from vankien.facts.label_parts import (
    two_of_one,
    with_degree,
    with_whole,
)
from vankien.facts.label_rates import per_head
from vankien.facts.label_shares import within_grdp
from vankien.facts.label_topics import with_topic
from vankien.facts.label_wholes import part_label, share_part, whole_of, with_basis, with_parent
from vankien.facts.labels import piece_to_label
from vankien.facts.measure import Measure
from vankien.facts.measure_changes import change_text, has_own_target, share_of_change
from vankien.facts.measure_lists import predicates, told_in_brackets
from vankien.facts.measure_turns import (
    changes_in_turn,
    earlier_in_turn,
    parts_in_turn,
    quoted_for_all,
    shares_in_turn,
)
from vankien.facts.no_values import is_no_value, place_reached
from vankien.facts.past_brackets import beside_promised
from vankien.facts.periods import Time
from vankien.facts.phrases import COPULA, sentence_case, tidy
from vankien.facts.quantity_names import counts_to
from vankien.facts.quoted_rows import targets_in_row
from vankien.facts.quoted_targets import (
    in_turn,
    is_ceiling,
    is_worded_target,
    quoted_target,
    with_target_head,
)
from vankien.facts.units import same_unit_family
from vankien.facts.wording import GROWTH
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


_SECTORS_OPEN = re.compile(
    r"Trong\sđó,?\s(?:(?:khu\svực|ngành)\s)?(?:nông|lâm|ngư|công\snghiệp|dịch\svụ|thương\smại|xây\sdựng|(?:thủy|thuỷ)\ssản)(?!\w)",
    re.IGNORECASE,
)
"""``Tổng giá trị sản xuất đạt 900 tỷ đồng. Trong đó, nông nghiệp đạt 300 tỷ đồng``: parts of what was told before."""
_LISTED = (",", ";", "và")


def _of_unit(piece: Piece, measures: list[Measure]) -> Label | None:
    """The label of the result that a target in a list of several belongs to: the last one counted in its unit, if the
    last of all is counted in another."""
    results = [m for m in measures if not m.restated]
    alike = [m for m in results if piece.quantity.unit and same_unit_family(m.quantity.unit, piece.quantity.unit)]
    if not alike or (alike[-1] is results[-1] and not measures[-1].restated):
        return None
    return Label(alike[-1].label, alike[-1].label, growth=alike[-1].growth)


def _counted_whole(piece: Piece, measures: list[Measure]) -> Label | None:
    """``206 người, chiếm 35% (trong đó, nam: 120 người)``: the sum whose parts a bracket opens is counted in their unit."""
    parts = piece.opener == "(" and piece.quantity.counted and "trong đó" in piece.before.lower()
    return _of_unit(piece, measures) if parts else None


def _restated(piece: Piece, measures: list[Measure], label: Label | None, led: str) -> Measure | None:
    """A target quoted beside a result, as `quoted_target` reads it."""
    piece, last = with_target_head(piece), measures[-1] if measures else None
    if last and label and last.quantity.kind == piece.quantity.kind == "share" and label.text.startswith("Số "):
        label = Label(last.label, last.label, growth=last.growth)  # "61/76 xã (80%) đạt chuẩn, gần đạt mục tiêu 85%"
    of_share = last and last.quantity.kind == "share" != piece.quantity.kind and piece.quantity.counted
    own = _of_unit(piece, measures) if (piece.inside or of_share) and measures else None
    named = tidy(piece.after).lower()
    if own and named and named in own.text.lower():
        piece = replace(piece, after="")  # "(12 trạm bơm, 50 km kênh)": what was counted, named again
    goes_on = last is not None and last.restated and piece.inside and piece.opener in _LISTED
    if goes_on and tidy(piece.before) in ("", "và") and not tidy(piece.after):
        quoted = own
    else:
        quoted = quoted_target(piece, bool(measures), label, led, last.quantity if last else None)
        quoted = own if quoted and own else quoted
    if quoted is None:
        return None
    bounded = is_ceiling(piece) and piece.quantity.comparator == "="
    return Measure(
        quantity=replace(piece.quantity, comparator="<=") if bounded else piece.quantity,
        label=quoted.text,
        times=piece.times,
        restated=True,
        growth=quoted.growth,
        before=piece.before,
        start=piece.start,
        end=piece.end,
    )


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


def _is_part(piece: Piece, main: Label | None, label: Label) -> bool:
    """True for the parts of a value, which are estimates if it is one: behind ``trong đó``, or its own growth."""
    if SAME_PERIOD.match(piece.before):
        return False
    if re.match(r"[\s,;(]*trong đó(?!\w)", piece.before):
        return True
    child = main is not None and main.leading and label.text.startswith((f"{main.text}: ", f"{main.text} "))
    return child or bool(main and _PLAIN_GROWTH.match(piece.before) and label.growth)


_AS_MUCH = re.compile(r"[\s,]*(?:bằng|tương\sđương(?:\svới)?|tương\sứng)\s*(?:khoảng\s*)?", re.IGNORECASE)


_ELSEWHERE = re.compile(
    r"(?<!\w)(?:hơn|bình\squân|cả\snước|cùng\skỳ|(?:nhiệm\skỳ|năm|giai\sđoạn)\strước)(?!\w)", re.IGNORECASE
)


def _goes_on(piece: Piece, told: Measure, label: Label) -> bool:
    """True for another part of the sum that the value before is a part of, and for a value that has no verb of its own:
    ``ước còn 11%, công nghiệp 38%, dịch vụ 42%``, ``ước đạt 17 tỷ USD, bằng 33% GDP``."""
    if piece.opener not in (",", "và") or piece.times:
        return False
    if ": " in label.text and ": " in told.label and not COPULA.search(piece.before):
        return True
    same = piece.quantity.kind == told.quantity.kind == "share" and not _ELSEWHERE.search(piece.before)
    return bool(_AS_MUCH.fullmatch(piece.before) or (same and tidy(piece.before) and not COPULA.search(piece.before)))


_PLAIN_GROWTH = re.compile(
    r"^\s*(?:bình\squân\s(?:mỗi\snăm\s)?)?(?:(?:tốc\sđộ|mức)\s)?tăng(?:\strưởng)?(?:\sbình\squân)?(?:\s(?:đạt|là))?\s*$",
    re.IGNORECASE,
)
"""``; tốc độ tăng trưởng bình quân trên 11%/năm``: of the first thing, not of a part of it."""

_PLAIN_LEVEL = re.compile(r"[\s,]*(?:phấn\sđấu\s)?(?:giảm\s|xuống\s)?còn\s*", re.IGNORECASE)
"""``; đến năm 2030 còn dưới 2%``: the level of the first thing, too."""


def _labelled(
    piece: Piece, known: Label | None, previous: Label | None, whole: Label | None, outside: Label | None
) -> Label | None:
    """The label of a piece with what its list head, its bracket, its whole and the value before it add."""
    told = year_by_year(piece)
    if told and previous and previous.text != told.text and piece.opener in (",", "và"):
        told = None  # "Cơ cấu ...: A 90%; thu nhập năm 2030 đạt 36 triệu, năm 2032 đạt 39 triệu"
    if told := told or per_head(piece, previous or outside):
        return told
    label = piece_to_label(piece, known)
    if label is None and previous is None:
        label = piece_to_label(piece, outside) or grown_before_colon(piece)
    if label is None:
        return None
    level = level_of_change(outside).text if outside else ""
    if previous is None and level.startswith(f"{label.text} ") and piece.quantity.counted:
        label = replace(label, text=level)  # a footnote counts the same things by year
    label = with_parent(label, piece.parent, previous.text if previous else "") if piece.parent else label
    label = with_basis(with_topic(label, piece, previous), piece)
    label = share_part(part_label(label, whole, piece), whole, piece) if whole else label
    if (meant := previous or outside) and _MEAN_ALONE.fullmatch(label.text):
        label = replace(label, text=f"{meant.text} bình quân", growth=meant.growth)
    label = replace(label, text=sentence_case(_TWICE.sub("", _UNDER.sub("", label.text))))
    if previous and any(t.kind == "at" and re.fullmatch(r"\d{4}", t.period) for t in piece.times):
        label = replace(label, text=_WHOLE_TERM.sub("", label.text), subject=_WHOLE_TERM.sub("", label.subject))
    if piece.quantity.kind == "share":
        label = replace(
            label, text=re.sub(r"^(?:Tổng số|Số)\s(?!năm|[^/]*/)", "Tỷ lệ ", label.text)
        )  # "giảm 116 đơn vị, tương đương 64%"
    if (
        piece.quantity.kind == "share"
        and label.leading
        and previous
        and previous.text.startswith(("Tỷ trọng ", "Tỉ trọng "))
    ):
        own = re.search(r"(?<!\w)tỷ\slệ(?!\w)", piece.before, re.IGNORECASE)
        label = label if own or label.growth else replace(label, text=re.sub(r"^T[ỷỉ] lệ ", "Tỷ trọng ", label.text))
    return with_whole(with_degree(label, previous), previous)


def _dated(times: tuple[Time, ...]) -> bool:
    """``284 đồng chí năm 2026, 303 đồng chí năm 2027``: of one year each."""
    return any(t.kind in ("at", "until") and re.fullmatch(r"\d{4}", t.period) for t in times)


def _level_reached(piece: Piece, measures: list[Measure], previous: Label | None) -> Label | None:
    """``biên chế từ 268 người rút xuống 197 người``: the level that a counted thing has moved to."""
    left = measures[-1].quantity if measures else None
    if left is None or not left.counted or not same_unit_family(left.unit, piece.quantity.unit):
        return None
    goes_on = left.moving or (_dated(piece.times) and _dated(measures[-1].times))
    return previous if goes_on and tidy(piece.before) in ("", "và") and not tidy(piece.after) else None


_WHOLE_TERM = re.compile(r"(?<=\w)\s(?:trong\s)?(?:5\snăm|năm\snăm|cả\snhiệm\skỳ|cả\sgiai\sđoạn)$", re.IGNORECASE)
"""``Tổng thu 5 năm 900 tỷ đồng; riêng năm 2025 đạt 200 tỷ đồng``: the second value is of its year."""
_MEAN_ALONE = re.compile(r"(?:bình\squân|trung\sbình)(?:\s(?:mỗi|hằng|hàng)?\s?năm)?", re.IGNORECASE)
_UNDER = re.compile(r"(?<=\w)\s(?:theo|thuộc)\sChương\strình\s(?:mục\stiêu\s)?quốc\sgia\s[^,;:()]+$")
"""``Tỷ lệ hộ nghèo theo Chương trình mục tiêu quốc gia ... giảm còn 3%``: the programme is no part of what is measured."""
_TWICE = re.compile(r"^mức\sgiảm\s(?=mức\sgiảm\s)|^tốc\sđộ\stăng\s(?=tốc\sđộ\stăng\s)", re.IGNORECASE)
"""``Mức giảm tỷ lệ hộ nghèo ... giảm 17,2%``: the verb repeats the head."""


@lru_cache(maxsize=4096)
def sentence_to_measures(text: str, lexicon: Lexicon, earlier: str = "") -> tuple[Measure, ...]:
    """The measures of a sentence, in order. Comparisons with a plan or an earlier year hang on the value before.

    `earlier` is the label of the value before the sentence, for one that names none (``Năm 2021: 2.067 tỷ đồng``).
    """
    measures: list[Measure] = []
    previous: Label | None = None
    main: Label | None = None
    whole: Label | None = None
    outside = Label(earlier, earlier) if earlier else None
    wide = estimated_throughout(text, lexicon)
    outer: Label | None = None
    around: Label | None = None
    inside = False
    led = after = ""
    moved = False
    pieces = sentence_to_pieces(text, lexicon)
    for piece, behind in zip(pieces, (*pieces[1:], None), strict=False):
        led, after = after, piece.after
        quotes = outer if inside and piece.opener == "(" and open_brackets(text, piece.quantity.start) == 1 else None
        if piece.opener == "(":
            outer, around = previous, whole
        left = inside and not piece.inside and piece.quantity.kind == "money"
        inside = piece.inside
        previous = outer if outer and (left or piece.opener == ")") else previous
        whole = around if left else whole
        whole = whole_of(piece, whole, _counted_whole(piece, measures) or previous)
        if (
            previous is None
            and outside
            and ": " not in outside.text
            and piece.quantity.kind == "money"
            and _SECTORS_OPEN.match(text)
        ):
            whole = outside  # the sum of the sentence before
        if goal := goal_first(piece, behind):
            previous = main = goal
            measures.append(as_goal(piece, goal))
            continue
        came = result_of_goal(piece, measures)
        quoted = None if came else _restated(piece, measures, quotes or previous, led)
        if quoted:
            measures.append(quoted)
            continue
        if is_no_value(piece, measures) or place_reached(piece, measures):
            continue
        if moved and (share := share_of_change(piece, measures, text)):
            measures[share[0]] = share[1]
            continue
        own = came or has_own_target(piece, behind)
        just_moved = moved
        at = None if own else changed_value(piece, measures, moved, led)
        changed = outside_brackets(at, piece, measures, text)
        moved = changed is not None
        if changed is not None:
            change, last = change_text(text, piece), measures[changed]
            said = last.change if last.change and last.change.endswith(change) else None
            measures[changed] = replace(last, change=said or (f"{last.change}; {change}" if last.change else change))
            continue
        known = whole if whole and piece.inside and piece.quantity.unit in ("người", "đồng chí") else previous
        if piece.opener == ";" and main and (_PLAIN_GROWTH.match(piece.before) or _PLAIN_LEVEL.fullmatch(piece.before)):
            known = main
        beside = compared_with(piece, previous) or earlier_level(text, piece, previous)
        beside = beside or (times_the_mean(piece, previous, led) if just_moved else None)
        label = came or beside or _level_reached(piece, measures, previous)
        label = label or _labelled(piece, known, previous, whole, outside)
        if label is None:
            continue
        quantity, label = signed(piece, label, previous)
        quantity = replace(quantity, comparator="=") if beside and quantity.comparator in "<>" else quantity
        told = next((m for m in reversed(measures) if not m.restated), None)
        part = told is not None and not beside and (_is_part(piece, main, label) or _goes_on(piece, told, label))
        status = status_of(text, piece, lexicon, wide) or (told.status if part and told else None)
        previous = previous if beside else label
        main = main if re.search(r"trong đó", f"{piece.parent} {piece.before}", re.IGNORECASE) else label
        measures.append(
            Measure(
                quantity=quantity,
                label=label.text,
                times=piece.times,
                status=status,
                growth=label.growth,
                sized=label.sized,
                restated=is_set_behind(piece) or is_worded_target(piece),
                first=is_set_behind(piece),
                before=piece.before,
                start=piece.start,
                end=piece.end,
            )
        )
    compared = re.match(r"So với ", text) and measures and GROWTH.match(measures[0].before.strip())
    if compared:
        return ()
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
    named = [as_multiple(m, text) for m in named]
    return tuple(_placed(_doubled(named, text), text))
