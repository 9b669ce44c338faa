"""Which measure a comparison hangs on, and what stands for no value of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clause_marks import open_brackets
from vankien.facts.clauses import Piece
from vankien.facts.measure import Measure
from vankien.facts.measure_changes import MOVES, is_change, only_compares
from vankien.facts.phrases import tidy
from vankien.facts.quoted_targets import share_of_quoted
from vankien.facts.units import same_unit_family
from vankien.facts.wording import GROWTH
from vankien.vietnamese import plain

_MOVED = re.compile(r"^(?:và\s)?(?:tăng|giảm)$", re.IGNORECASE)


def _alike_before(piece: Piece, measures: list[Measure]) -> list[int]:
    return [i for i, m in enumerate(measures) if same_unit_family(m.quantity.unit, piece.quantity.unit)]


_THAN_BEFORE = re.compile(r"(?<!\w)hơn\s(?:so\svới\s)?(?:nhiệm\skỳ|giai\sđoạn|năm|kỳ)\strước$", re.IGNORECASE)
_SO_WITH = re.compile(r"\s*(?:so\s(?:với|cùng)\s|$)", re.IGNORECASE)


def hangs_on(piece: Piece, measures: list[Measure], joined: bool = False) -> int | None:
    """The index of the measure that a comparison hangs on: the last one, or the last of the same counted thing; `joined`
    says that the value before was a comparison, too (``giảm 14 vụ và 05 người so với nhiệm kỳ trước``)."""
    if piece.quantity.unit == "người" and _MOVED.match(tidy(piece.before)) and (victim := tidy(piece.after)):
        named = [i for i in _alike_before(piece, measures) if f" {victim} " in f"{measures[i].label} "]
        if named:
            return named[-1]  # "giảm 12 người chết"
    goes_on = joined and piece.opener == "và" and tidy(piece.before) in ("", "và") and _SO_WITH.match(piece.after)
    compared = any(t.kind == "base" for t in piece.times) or _THAN_BEFORE.search(tidy(piece.before)) or goes_on
    if piece.quantity.counted and compared and (goes_on or MOVES.match(tidy(piece.before))):
        alike = _alike_before(piece, measures)
        if alike:
            return alike[-1]
    unit = measures[-1].quantity.unit if measures else None
    several = piece.quantity.counted and _MOVED.match(tidy(piece.before)) and not tidy(piece.after)
    if several and not same_unit_family(unit, piece.quantity.unit) and (alike := _alike_before(piece, measures)):
        return alike[-1]  # "214 vụ, làm chết 117 người, giảm 38 vụ"
    return len(measures) - 1 if is_change(piece, bool(measures), unit) else None


def behind_bracket(changed: int | None, piece: Piece, measures: list[Measure], text: str) -> int | None:
    """``18 triệu tấn (năm 2020: 9 triệu tấn), vượt 24% so với Nghị quyết``: behind a bracket the value before it counts."""
    if changed is None or piece.opener != ")" or piece.inside:
        return changed
    return next((i for i in range(changed, -1, -1) if not open_brackets(text, measures[i].quantity.start)), changed)


_OF_PLAN = re.compile(
    r"(?:đạt|hoàn\sthành|vượt)\s(?:kế\shoạch|mục\stiêu|chỉ\stiêu|dự\stoán)(?:\s[^,;]{0,30})?,\s(?:(?:chỉ|mới|ước|đều)\s)*(?:đạt|bằng)\s*$",
    re.IGNORECASE,
)
"""``không đạt kế hoạch, chỉ bằng 93,7%``: a verdict, no value."""


def _led_to(measures: list[Measure]) -> str:
    """The words before the first of the quoted targets that end a list of measures."""
    before = ""
    for measure in reversed(measures):
        if not measure.restated:
            break
        before = measure.before
    return before


def no_value(piece: Piece, measures: list[Measure]) -> bool:
    """True for a per cent of a plan, and for places gained in a ranking, that stand for no value of their own."""
    last = measures[-1] if measures else None
    if last and last.restated and share_of_quoted(piece, last.quantity, _led_to(measures)):
        return True
    if (
        last
        and last.restated
        and _BY.search(piece.before or piece.topic)
        and (piece.quantity.unit or "").startswith("điểm")
    ):
        return True
    if _OF_PLAN.search(piece.before) and piece.quantity.kind == "share":
        return True
    if only_compares(piece, bool(measures)):
        return True
    return not measures and piece.quantity.unit == "bậc" and GROWTH.search(piece.before) is not None


_BY = re.compile(r"(?<!\w)(?:tới|đến)(?:\s(?:hơn|gần|trên))?\s*$", re.IGNORECASE)
"""``vượt mục tiêu 80% tới`` 6,4 điểm %: by how much."""
_PLACES = re.compile(r"\s(?P<way>tăng|giảm|tụt|lên|xuống)$", re.IGNORECASE)


def place_reached(piece: Piece, measures: list[Measure]) -> bool:
    """``tụt 9 bậc, xuống vị trí 35``: the rank is the value, the places that it moved are its change."""
    last = measures[-1] if measures else None
    moved = _PLACES.search(last.label) if last and last.quantity.unit == "bậc" else None
    reached = piece.quantity.unit == "hạng" and tidy(piece.before).lower() in (
        "lên",
        "vươn lên",
        "xuống",
        "xếp",
        "đứng",
        "còn",
    )
    if not last or not moved or not reached:
        return False
    change = f"{moved['way']} {plain(last.quantity.value)} bậc"
    label = last.label[: moved.start()]
    measures[-1] = replace(last, quantity=piece.quantity, label=label, change=change, growth=False, end=piece.end)
    return True
