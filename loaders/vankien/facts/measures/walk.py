"""The walk over the pieces of a sentence, which makes measures of them: each goes on from the labels before it, hangs on the
value that it changes or compares, or quotes its target."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.marks import open_brackets
from vankien.facts.clauses.phrases import COPULA, sentence_case, tidy
from vankien.facts.labels.brackets import compared_with, times_the_mean, year_by_year
from vankien.facts.labels.changes import SAME_PERIOD, Label, earlier_level, grown_before_colon, level_of_change, signed
from vankien.facts.labels.fitting import fitted
from vankien.facts.labels.headed import reached_before_colon
from vankien.facts.labels.lists import of_listed_sectors
from vankien.facts.labels.naming import piece_to_label
from vankien.facts.labels.parts import with_degree, with_whole
from vankien.facts.labels.rates import per_head
from vankien.facts.labels.topics import with_topic
from vankien.facts.labels.wholes import part_label, share_part, whole_of, with_basis, with_parent
from vankien.facts.measures.changed_values import changed_value, outside_brackets
from vankien.facts.measures.changes import change_text, has_own_target, share_of_change
from vankien.facts.measures.estimates import status_of
from vankien.facts.measures.goals_first import as_goal, goal_first, is_set_behind, result_of_goal
from vankien.facts.measures.no_values import is_no_value, place_reached
from vankien.facts.measures.quoted_targets import is_ceiling, is_worded_target, quoted_target, with_target_head
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import Time
from vankien.model import Lexicon

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
        label = piece_to_label(piece, outside) or grown_before_colon(piece) or reached_before_colon(piece)
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
    label = of_listed_sectors(with_whole(with_degree(label, previous), previous), previous, piece.quantity.yearly)
    return fitted(label, piece.quantity)


def _dated(times: tuple[Time, ...]) -> bool:
    """``284 đồng chí năm 2026, 303 đồng chí năm 2027``: of one year each."""
    return any(t.kind in ("at", "until") and re.fullmatch(r"\d{4}", t.period) for t in times)


def _level_reached(piece: Piece, measures: list[Measure], previous: Label | None) -> Label | None:
    """``biên chế từ 268 người rút xuống 197 người``: the level that a counted thing has moved to."""
    if (
        len(measures) > 1
        and measures[-1].quantity.kind == "share"
        and piece.opener == "và"
        and measures[-2].quantity.moving
    ):
        measures = measures[:-1]  # "từ 900 hộ (12%) xuống còn 300 hộ (4%)"
        thing = measures[-1].label.removeprefix("Số ")
        previous = Label(measures[-1].label, measures[-1].label, thing, leading=False)
    left = measures[-1].quantity if measures else None
    if left is None or not left.counted or not same_unit_family(left.unit, piece.quantity.unit):
        return None
    goes_on = left.moving or (_dated(piece.times) and _dated(measures[-1].times))
    return previous if goes_on and tidy(piece.before) in ("", "và") and not tidy(piece.after) else None


_WHOLE_TERM = re.compile(r"(?<=\w)\s(?:trong\s)?(?:5\snăm|năm\snăm|cả\snhiệm\skỳ|cả\sgiai\sđoạn)$", re.IGNORECASE)
"""``Tổng thu 5 năm 900 tỷ đồng; riêng năm 2025 đạt 200 tỷ đồng``: the second value is of its year."""


def _unranked(label: Label | None) -> Label | None:
    """The label of what is ranked, of its rank; any other label stays."""
    ranked = re.match(r"(?:Xếp|Thứ) hạng (?!chỉ số)", label.text) if label else None
    if not label or not ranked:
        return label
    text = sentence_case(label.text[ranked.end() :])
    return replace(label, text=text, subject=text, growth=text.startswith("Tốc độ"))


_GOES_ON_JUDGING = re.compile(
    r"\W*(?:(?:tuy|mặc\sdù|dù|song|nhưng|tuy\snhiên,?)\s)?(?:(?:vẫn|còn|mới)\s)*(?:(?:thấp|cao)\shơn(?:\sso\svới)?|(?:chưa|không)\sđạt|vượt)\s(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết)(?!\w)",
    re.IGNORECASE,
)
"""``... đạt 7%. Tuy thấp hơn mục tiêu đề ra (8%), nhưng ...``: the sentence goes on with the value of the one before."""
_MEAN_ALONE = re.compile(r"(?:bình\squân|trung\sbình)(?:\s(?:mỗi|hằng|hàng)?\s?năm)?", re.IGNORECASE)
_UNDER = re.compile(r"(?<=\w)\s(?:theo|thuộc)\sChương\strình\s(?:mục\stiêu\s)?quốc\sgia\s[^,;:()]+$")
"""``Tỷ lệ hộ nghèo theo Chương trình mục tiêu quốc gia ... giảm còn 3%``: the programme is no part of what is measured."""
_TWICE = re.compile(r"^mức\sgiảm\s(?=mức\sgiảm\s)|^tốc\sđộ\stăng\s(?=tốc\sđộ\stăng\s)", re.IGNORECASE)
"""``Mức giảm tỷ lệ hộ nghèo ... giảm 17,2%``: the verb repeats the head."""


@dataclass
class Walk:
    """What is known while the pieces of a sentence are read one after the other: the measures so far, and the labels that
    the next one may leave out. `outside` is the label of the value before the sentence, `wide` whether all of it is an
    estimate."""

    text: str
    lexicon: Lexicon
    outside: Label | None
    wide: bool
    measures: list[Measure] = field(default_factory=list)
    previous: Label | None = None
    main: Label | None = None
    whole: Label | None = None
    outer: Label | None = None
    around: Label | None = None
    inside: bool = False
    moved: bool = False
    led: str = ""
    after: str = ""

    def take(self, piece: Piece, behind: Piece | None) -> None:
        """Read the next piece; `behind` is the one that follows it."""
        self.led, self.after = self.after, piece.after
        quotes = self._enter(piece)
        if goal := goal_first(piece, behind):
            self.previous = self.main = goal
            self.measures.append(as_goal(piece, goal))
            return
        came = result_of_goal(piece, self.measures)
        told = (
            _unranked(self.outside)
            if not self.measures and _GOES_ON_JUDGING.match(piece.owner or piece.before)
            else None
        )
        quoted = None if came else _restated(piece, self.measures, quotes or self.previous or told, self.led)
        if quoted:
            self.measures.append(quoted)
            return
        if is_no_value(piece, self.measures) or place_reached(piece, self.measures):
            return
        just_moved = self.moved
        if not self._changes(piece, behind, came):
            self._tell(piece, came, just_moved)

    def _enter(self, piece: Piece) -> Label | None:
        """Into brackets and out of them; the label that a bracket inside a bracket quotes a target of."""
        deeper = self.inside and piece.opener == "(" and open_brackets(self.text, piece.quantity.start) == 1
        quotes = self.outer if deeper else None
        if piece.opener == "(":
            self.outer, self.around = self.previous, self.whole
        left = self.inside and not piece.inside and piece.quantity.kind == "money"
        self.inside = piece.inside
        self.previous = self.outer if self.outer and (left or piece.opener == ")") else self.previous
        self.whole = self.around if left else self.whole
        self.whole = whole_of(piece, self.whole, _counted_whole(piece, self.measures) or self.previous)
        opens = self.previous is None and piece.quantity.kind == "money" and _SECTORS_OPEN.match(self.text)
        if opens and self.outside and ": " not in self.outside.text:
            self.whole = self.outside  # the sum of the sentence before
        return quotes

    def _changes(self, piece: Piece, behind: Piece | None, came: Label | None) -> bool:
        """Is a piece a change of, or a comparison with, a value before it? Then it hangs on that value."""
        if self.moved and (share := share_of_change(piece, self.measures, self.text)):
            self.measures[share[0]] = share[1]
            return True
        own = came or has_own_target(piece, behind)
        at = None if own else changed_value(piece, self.measures, self.moved, self.led)
        changed = outside_brackets(at, piece, self.measures, self.text)
        self.moved = changed is not None
        if changed is None:
            return False
        change, last = change_text(self.text, piece), self.measures[changed]
        said = last.change if last.change and last.change.endswith(change) else None
        self.measures[changed] = replace(last, change=said or (f"{last.change}; {change}" if last.change else change))
        return True

    def _tell(self, piece: Piece, came: Label | None, just_moved: bool) -> None:
        """A value of its own, if anything says what it is of."""
        beside = compared_with(piece, self.previous) or earlier_level(self.text, piece, self.previous)
        beside = beside or (times_the_mean(piece, self.previous, self.led) if just_moved else None)
        label = came or beside or _level_reached(piece, self.measures, self.previous)
        label = label or _labelled(piece, self._known(piece), self.previous, self.whole, self.outside)
        if label is None:
            return
        quantity, label = signed(piece, label, self.previous)
        quantity = replace(quantity, comparator="=") if beside and quantity.comparator in "<>" else quantity
        told = next((m for m in reversed(self.measures) if not m.restated), None)
        part = told is not None and not beside and (_is_part(piece, self.main, label) or _goes_on(piece, told, label))
        status = status_of(self.text, piece, self.lexicon, self.wide) or (told.status if part and told else None)
        self.previous = self.previous if beside else label
        among = re.search(r"trong đó", f"{piece.parent} {piece.before}", re.IGNORECASE)
        self.main = self.main if among else label
        self.measures.append(_measured(piece, quantity, label, status))

    def _known(self, piece: Piece) -> Label | None:
        """The label that a piece goes on from."""
        if (
            piece.opener == ";"
            and self.main
            and (_PLAIN_GROWTH.match(piece.before) or _PLAIN_LEVEL.fullmatch(piece.before))
        ):
            return self.main
        members = self.whole and piece.inside and piece.quantity.unit in ("người", "đồng chí")
        return self.whole if members else self.previous


def _measured(piece: Piece, quantity: Quantity, label: Label, status: str | None) -> Measure:
    return Measure(
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
