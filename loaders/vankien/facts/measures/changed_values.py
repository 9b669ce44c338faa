"""Which value of a sentence a comparison hangs on: the last one, or the last of the same counted thing."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.marks import open_brackets
from vankien.facts.clauses.phrases import tidy
from vankien.facts.measures.changes import MOVES, is_change
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family

_MOVED = re.compile(r"^(?:và\s)?(?:tăng|giảm)$", re.IGNORECASE)


def _alike_before(piece: Piece, measures: list[Measure]) -> list[int]:
    unit = piece.quantity.unit
    short = f"{unit} " if piece.quantity.counted else "\n"  # "642 tổ chức cơ sở đảng ..., tăng 31 tổ chức"
    told = [m.quantity.unit or "" for m in measures]
    return [i for i, of in enumerate(told) if same_unit_family(of, unit) or of.startswith(short)]


_THAN_BEFORE = re.compile(r"(?<!\w)hơn\s(?:so\svới\s)?(?:nhiệm\skỳ|giai\sđoạn|năm|kỳ)\strước$", re.IGNORECASE)
_THAN_BASE = re.compile(r"\sso\s(?:với|cùng)\s.*$", re.IGNORECASE)
_SO_WITH = re.compile(r"\s*(?:so\s(?:với|cùng)\s|$)", re.IGNORECASE)


_AS_MUCH_AS = re.compile(
    r"(?:tương\sđương|tương\sứng|tức)(?:\s(?:với|là|tăng|giảm|khoảng|gần|trên|hơn))*", re.IGNORECASE
)
_RECOVERED = re.compile(r"(?<!\w)(?:thu\shồi|giải\sngân|khám\sphá|lấp\sđầy)(?!\w)", re.IGNORECASE)
"""``thu hồi 12 tỷ đồng, đạt 92%``: a rate of its own, and no share of a plan."""
_OF_ONE = re.compile(r"\s*về\s[^\W\d]")


_GROWS_TOO = re.compile(r"(?:(?:và|đồng thời)\s)?(?:cắt\s)?(?:tăng|giảm)(?:\s(?:thêm|được))?", re.IGNORECASE)
_OWN_NOUN = re.compile(
    r"\s(?!so\s|với\s|và\s|số\s|mỗi\s|của\s|trong\s|trên\s|ở\s|tại\s|về\s|theo\s|cùng\s|điểm\s|lượt\s|kế\s|dự\s|mục\s|chỉ\s|nghị\s)[^\W\d]+\s[^\W\d]+",
    re.IGNORECASE,
)


def _grows_itself(piece: Piece, measures: list[Measure]) -> bool:
    """``giảm 10% đơn vị sự nghiệp và giảm 15% biên chế sự nghiệp``: two things that grow less, neither of which the other is."""
    grown = bool(measures) and measures[-1].growth and measures[-1].quantity.kind == "share"
    share = piece.quantity.kind == "share" and piece.opener in (",", "và", ";")
    return bool(grown and share and _GROWS_TOO.fullmatch(tidy(piece.before)) and _OWN_NOUN.match(piece.after))


def changed_value(piece: Piece, measures: list[Measure], joined: bool = False, led: str = "") -> int | None:
    """The index of the measure that a comparison hangs on: the last one, or the last of the same counted thing; `joined`
    says that the value before was a comparison, too (``giảm 14 vụ và 05 người so với nhiệm kỳ trước``)."""
    listed = joined and piece.opener in (",", "và") and not piece.before.strip(" ,và")
    moved = listed or _MOVED.match(tidy(piece.before))
    if piece.quantity.unit == "người" and moved and (victim := tidy(_THAN_BASE.sub("", piece.after))):
        named = [i for i in _alike_before(piece, measures) if f" {victim} " in f"{measures[i].label} "]
        if named:
            return named[-1]  # "giảm 12 người chết", "giảm 31 vụ, 12 người chết"
    last = measures[-1].quantity if measures else None
    as_much = joined and last and _AS_MUCH_AS.fullmatch(tidy(f"{led} {piece.before}"))
    if as_much and last and same_unit_family(last.unit, piece.quantity.unit):
        return len(measures) - 1  # "tăng 7,5%, tương đương 1,5 triệu đồng"
    of_one = joined and piece.quantity.kind == "ratio" and _OF_ONE.match(piece.after)
    if of_one and re.search(r"(?:^|^và|(?<!\w)gấp|(?<!\w)bằng)$", tidy(piece.before)):
        return len(measures) - 1  # "tăng 41% về số dự án và gấp 3 lần về vốn so với cùng kỳ"
    goes_on = joined and piece.opener == "và" and tidy(piece.before) in ("", "và") and _SO_WITH.match(piece.after)
    compared = any(t.kind == "base" for t in piece.times) or _THAN_BEFORE.search(tidy(piece.before)) or goes_on
    if piece.quantity.counted and compared and (goes_on or MOVES.match(tidy(piece.before))):
        alike = _alike_before(piece, measures)
        if alike:
            return alike[-1]
    if measures and piece.quantity.kind == "share" and not tidy(piece.after) and _RECOVERED.search(measures[-1].label):
        return None
    if _grows_itself(piece, measures):
        return None
    if (level := _level_planned(piece, measures, joined)) is not None:
        return level
    unit = measures[-1].quantity.unit if measures else None
    alone = not tidy(piece.after) or _SO_WITH.match(piece.after)
    several = piece.quantity.counted and _MOVED.match(tidy(piece.before)) and alone
    if several and not same_unit_family(unit, piece.quantity.unit) and (alike := _alike_before(piece, measures)):
        return alike[-1]  # "214 vụ, làm chết 117 người, giảm 38 vụ"
    return len(measures) - 1 if is_change(piece, bool(measures), unit) else None


_OF_PLAN = re.compile(r"\s*(?:so\svới\s)?(?:dự\stoán|kế\shoạch)(?!\w)", re.IGNORECASE)
_MAKES = re.compile(r"(?:(?:và|ước|mới|chỉ)(?:\s|$))*(?:đạt|bằng)?", re.IGNORECASE)


def _level_planned(piece: Piece, measures: list[Measure], joined: bool) -> int | None:
    """``thu ngân sách 14 nghìn tỷ đồng, tăng bình quân 11%/năm, bằng 118% dự toán``: a plan is of the amount, not of its growth."""
    share = piece.quantity.kind == "share" and _OF_PLAN.match(piece.after) and len(measures) > 1
    if not share or not measures[-1].growth or not _MAKES.fullmatch(tidy(piece.before)):
        return None
    amount = measures[-2]
    of_it = amount.quantity.kind == "money" and amount.label.lower() in measures[-1].label.lower()
    return len(measures) - 2 if of_it and (joined or tidy(piece.before)) else None


def outside_brackets(changed: int | None, piece: Piece, measures: list[Measure], text: str) -> int | None:
    """``18 triệu tấn (năm 2020: 9 triệu tấn), vượt 24% so với Nghị quyết``: behind a bracket the value before it counts."""
    if changed is not None and measures[changed].restated and not piece.inside:
        # "chưa đạt mức 8% của kế hoạch song cao hơn 1 điểm % so với năm trước": the result has changed
        changed = next((i for i in range(changed, -1, -1) if not measures[i].restated), changed)
    if changed is None or piece.opener != ")" or piece.inside:
        return changed
    return next((i for i in range(changed, -1, -1) if not open_brackets(text, measures[i].quantity.start)), changed)
