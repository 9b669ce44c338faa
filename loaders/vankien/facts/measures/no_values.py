"""Numbers that stand for no value of their own: shares of a plan, how far a target is, places gained in a ranking."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import tidy
from vankien.facts.cues.goal_words import GOAL_NOUN, TARGET_NOUN
from vankien.facts.cues.wording import GROWTH, HEAD
from vankien.facts.measures.changes import only_compares
from vankien.facts.measures.quoted_targets import share_of_quoted
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity
from vankien.vietnamese import plain

_OF_PLAN = re.compile(
    r"(?:đạt|hoàn\sthành|vượt)\s(?:kế\shoạch|mục\stiêu|chỉ\stiêu|dự\stoán)(?:\s[^,;]{0,30})?,\s(?:(?:chỉ|mới|ước|đều)\s)*(?:đạt|bằng)\s*$",
    re.IGNORECASE,
)
"""``không đạt kế hoạch, chỉ bằng 93,7%``: a verdict, no value."""


_SEVERAL = re.compile(
    r"(?<!\w)(?:các|nhiều|một\ssố|những|hầu\shết|đa\ssố|phần\slớn)\s(?:các\s)?(?:chỉ|mục)\stiêu(?!\w)[^;.:()\d]*\s(?:đạt|hoàn\sthành|vượt)(?:\sđược)?(?:\s(?:trên|hơn|từ|gần|khoảng))?\s*$",
    re.IGNORECASE,
)
"""``các chỉ tiêu về kinh tế chưa đạt được`` 50% kế hoạch: how far several targets are, and no value of one."""


AMOUNT_OF_GOAL = re.compile(
    r"[\s,;]*(?:trong\sđó,?\s)?(?P<what>(?:(?:tổng\s)?(?:thu|chi)\s(?:nội\sđịa|ngân\ssách|cân\sđối)|(?:tổng\s)?(?:doanh\sthu|lợi\snhuận|kim\sngạch|giá\strị|sản\slượng|diện\stích|thu\snhập)|năng\ssuất)(?!\w)[^,;:.()\d]{0,60}?)"
    r"(?:\s(?:trong\s)?năm\s20\d\d)?(?:\s(?:(?:tăng\strưởng|phát\striển|tăng)\s(?:khá|tốt|nhanh|cao|mạnh)|đều|hằng\snăm|hàng\snăm|ước))*"
    r"(?:,?\s(?:bình\squân|trung\sbình|tính\schung)?\s?(?:trong\s)?(?:(?:5|năm|cả)\s(?:năm|nhiệm\skỳ)(?:\squa)?))?(?:\s(?:đều|ước|chỉ|mới))*\s*(?:(?:đạt|bằng)\s*)?$",
    re.IGNORECASE,
)
"""``Thu ngân sách trung bình trong 5 năm qua đạt`` 121% so với mục tiêu: what the share of the target is of, where its amount is
not told."""
DEED_OF_GOAL = re.compile(
    r"(?:trong\sđó,?\s)?(?P<what>(?:(?:tổng\s)?số|kết\snạp|phát\striển|đào\stạo|dạy\snghề|giải\squyết|tạo|trồng|thu\shút|xây\sdựng|thành\slập|tỷ\slệ)(?!\w)[^,;:.()\d]{4,90})",
    re.IGNORECASE,
)
"""``kết nạp đảng viên mới`` đạt 112% chỉ tiêu: what goes beyond its target, where no number says how many."""
_REACHES = re.compile(r"(?:đạt|bằng)\s*$", re.IGNORECASE)
_GOAL = re.compile(rf"\s*(?:so\svới\s|của\s)?(?:các\s)?{TARGET_NOUN}", re.IGNORECASE)


_OF_TARGET = re.compile(r"(?:(?:tức|là|tương\sứng|tương\sđương|mới|chỉ)\s)*(?:đạt|bằng)", re.IGNORECASE)


def _is_share_of_total(piece: Piece, last: Quantity) -> bool:
    """``64,9 triệu đồng/72 triệu đồng (NQ), tức bằng 90,1%``: the share of the target behind the stroke, no value."""
    if piece.quantity.kind != "share" or last.kind != "money" or not last.total or tidy(piece.after):
        return False
    near = abs(last.value / last.total * 100 - piece.quantity.value) <= 1
    return near and _OF_TARGET.fullmatch(tidy(piece.before)) is not None


_LACKS = re.compile(r"(?:^|[\s,])(?:thiếu|hụt)(?:\s(?:khoảng|gần|hơn|trên))?\s*$", re.IGNORECASE)
_SHORT_OF = re.compile(rf"\s*so(?:\svới\s(?:đích(?!\w)|{GOAL_NOUN})|\s*$)", re.IGNORECASE)
"""``còn thiếu 8 xã so với đích 70 xã``: how far from the target, no value."""


def _led_to(measures: list[Measure]) -> str:
    """The words before the first of the quoted targets that end a list of measures."""
    before = ""
    for measure in reversed(measures):
        if not measure.restated:
            break
        before = measure.before
    return before


def bounded(piece: Piece) -> bool:
    """``đạt 100% chỉ tiêu trở lên``: the share of a plan that is to be reached."""
    return re.search(r"(?:^|\s)trở\slên[\s.;]*$", piece.after) is not None


def is_no_value(piece: Piece, measures: list[Measure]) -> bool:
    """True for a per cent of a plan, and for places gained in a ranking, that stand for no value of their own."""
    last = measures[-1] if measures else None
    if last and last.restated and share_of_quoted(piece, last.quantity, _led_to(measures)):
        return True
    if (
        last
        and last.restated
        and (_BY.search(piece.before or piece.topic) or (piece.opener == ")" and not tidy(piece.before)))
        and (piece.quantity.unit or "").startswith("điểm")
    ):
        return True
    if piece.quantity.kind == "share" and (
        _OF_PLAN.search(piece.before) or _SEVERAL.search(piece.topic + piece.before)
    ):
        return True
    if last and _is_share_of_total(piece, last.quantity):
        return True
    of_targets = last and (last.quantity.unit or "").endswith("chỉ tiêu") and not HEAD.search(piece.before)
    if of_targets and piece.quantity.unit == "%" and _THE_GOAL.match(piece.after):
        return True  # "2 chỉ tiêu không đạt là A (đạt 92% kế hoạch)": how far one of them is
    if piece.quantity.unit == "%" and piece.opener in ("", ";") and _GOAL.match(piece.after) and not bounded(piece):
        over = piece.quantity.value > 100  # "số hộ có điện đạt 103% chỉ tiêu": no rate goes beyond the whole
        return _REACHES.search(piece.before) is not None and (over or AMOUNT_OF_GOAL.match(piece.before) is not None)
    if last and _LACKS.search(piece.before) and _SHORT_OF.match(piece.after):
        return True
    if only_compares(piece, bool(measures)) or _share_of_unnamed(piece, last):
        return True
    if last and last.quantity.kind == piece.quantity.kind == "rank" and _among_these(piece, last.quantity):
        return True
    promised = piece.quantity.comparator in ("range", ">=")  # "tăng thứ hạng PCI từ 5 - 10 bậc"
    return not measures and piece.quantity.unit == "bậc" and not promised and GROWTH.search(piece.before) is not None


def _among_these(piece: Piece, last: Quantity) -> bool:
    """``xếp thứ 2 trong nhóm 8 tỉnh có quy mô kinh tế lớn nhất``: among how many the rank before is, and none of its own."""
    near = 0 <= piece.quantity.start - last.end <= 1
    return near and piece.quantity.comparator == "<=" and not tidy(piece.before)


_RATE_ALONE = re.compile(r"[\s,(]*(?:và\s)?(?:(?:đạt|chiếm|bằng)\s)?(?:tỷ|tỉ)\slệ\s*", re.IGNORECASE)


def _share_of_unnamed(piece: Piece, last: Measure | None) -> bool:
    """``giới thiệu việc làm cho 9.800 lao động, tỷ lệ 109%``: the share of a plan that nobody names."""
    over = piece.quantity.kind == "share" and piece.quantity.value > 100 and not tidy(piece.after)
    return bool(over and last and last.quantity.counted and _RATE_ALONE.fullmatch(piece.before))


_EXCEEDS = re.compile(r"(?<!\w)vượt(?:\s(?:trên|hơn|gần|khoảng|tới|đến))?\s*$", re.IGNORECASE)
_THE_GOAL = re.compile(
    rf"(?:\s[^,;.:()\d]{{1,60}}?\sso)?\s*(?:(?:so\s)?với\s|của\s)?(?:các\s)?{GOAL_NOUN}",
    re.IGNORECASE,
)


_BEYOND_GOAL = re.compile(
    r"(?<!\w)(?:vượt|hụt|thiếu)\s(?:so\svới\s)?(?:dự\stoán|kế\shoạch|KH|chỉ\stiêu|mục\stiêu)(?:\s[^\W\d]+){0,6}?\s(?:(?:trên|hơn|gần|khoảng|tới|đến)\s)?$",
    re.IGNORECASE,
)


def exceeds_goal(quantity: Quantity, text: str) -> bool:
    """``vượt`` 25% kế hoạch, ``hoàn thành vượt`` 12% số xã so với mục tiêu: by how much, and no result."""
    if quantity.kind in ("share", "money") and _BEYOND_GOAL.search(text, 0, quantity.at):
        return True
    share = quantity.kind in ("share", "change") and "vượt" in text[max(0, quantity.at - 16) : quantity.at].lower()
    behind = _THE_GOAL.match(text, quantity.end) or re.match(r"\s*(?:[;.)]|$)", text[quantity.end :])
    return share and bool(behind and _EXCEEDS.search(text, 0, quantity.at))


_BY = re.compile(r"(?<!\w)(?:tới|đến)(?:\s(?:hơn|gần|trên))?\s*$", re.IGNORECASE)
"""``vượt mục tiêu 80% tới`` 6,4 điểm %: by how much."""
_PLACES = re.compile(r"\s(?P<way>tăng|giảm|tụt|lên|xuống)$", re.IGNORECASE)


def place_reached(piece: Piece, measures: list[Measure]) -> bool:
    """``tụt 9 bậc, xuống vị trí 35``: the rank is the value, the places that it moved are its change."""
    last = measures[-1] if measures else None
    moved = _PLACES.search(last.label) if last and last.quantity.unit == "bậc" else None
    reached = piece.quantity.unit == "hạng" and tidy(piece.before).lower() in (
        "",
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
