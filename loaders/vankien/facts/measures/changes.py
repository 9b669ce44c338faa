"""Values that only compare the value before them with an earlier one or with a plan: no measures of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import tidy
from vankien.facts.cues.goal_words import GOAL_NOUN
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family

MOVES = re.compile(
    r"^(?:(?:và|chỉ|mới|đều|cũng|còn|ước|tức|tuy|mặc\sdù|song|nhưng|vẫn)\s)*(?:tăng|giảm|tụt|tiến(?!\s(?:tới|đến))|vượt|kém|bằng|gấp|đạt|hoàn\sthành|hơn|nhiều(?:\shơn)?|ít(?:\shơn)?|cao(?:\shơn)?|thấp(?:\shơn)?|chênh)(?:\s(?:thêm|lên|gấp|trên|hơn|gần|khoảng|mức|tới|đến|điểm|so(?:\svới)?|được|là))*(?:\s(?:(?:chỉ\stiêu|mục\stiêu)\sso\svới\skế\shoạch(?:\scủa)?|chỉ\stiêu|mục\stiêu|kế\shoạch|dự\stoán|nghị\squyết|KH|NQĐH|NQ|MTNQ)(?:\s(?:nghị\squyết|đề\sra|giao|năm|được|cả|đại\shội|(?:tỉnh|thành\sphố|huyện|quận|thị\sxã|xã|phường|HĐND|UBND|trung\sương|TW|bộ|cấp\strên)(?=\s(?:[^\W\d]+\s)?giao)))*|(?<=hơn)\s(?:so\svới\s)?(?:nhiệm\skỳ|giai\sđoạn|năm|kỳ)\strước)?$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"^\s*(?:so|của\s)?\s*(?:với\s)?(?:mục\stiêu|kế\shoạch|dự\stoán|nghị\squyết|KH(?!\w)|NQ(?!\w)|NQĐH(?!\w)|MTNQ(?!\w)|chỉ\stiêu|cùng\skỳ|năm\strước|trước\s(?:khi|đây|sắp\sxếp)|chương\strình|đề\sán|giai\sđoạn|nhu\scầu|quy\sđịnh|(?:đầu\s)?nhiệm\skỳ)",
    re.IGNORECASE,
)


_MEMBERS = frozenset({"cán bộ", "cấp ủy viên", "đảng viên", "ủy viên"})
_LACKING = re.compile(r"(?:còn\s)?(?:hụt|thiếu(?:\shụt)?)(?:\s(?:mất|tới|đến|gần|khoảng))*", re.IGNORECASE)
"""``hụt 0,5 điểm %``, ``còn thiếu 300 ha so với mục tiêu``: how much is lacking to the target."""
_SHORT = re.compile(r"\s(?:còn|vẫn)\sthiếu$", re.IGNORECASE)
_IS = re.compile(r"(?<!\w)(?:bằng|đạt)$", re.IGNORECASE)
_SHORT_OF = re.compile(r"^(?:(?:và|song|nhưng|còn|vẫn)\s)*thiếu(?:\s(?:khoảng|gần|trên|hơn))?$", re.IGNORECASE)
"""``đạt 43 nghìn tấn nhưng vẫn thiếu`` 17 nghìn tấn so với yêu cầu."""
_OWN_THING = re.compile(r"\s*(?:(?:tổng\s)?số|lượng|biên\schế|chi\sphí|thời\sgian|đầu\smối)\s(?!với)\w+")
"""``...; mỗi năm giảm 5% số vụ cháy``: of another thing than the value before."""
_NAMED_THING = re.compile(
    r"\s(?!so\s|với\s|và\s|số\s|mỗi\s|của\s|trong\s|cùng\s|điểm\s|lượt\s)[^\W\d]+(?:\s[^\W\d]+){2,}", re.IGNORECASE
)
"""``...; giảm 20% phát thải khí nhà kính``, too."""
_JUDGED = re.compile(
    r"(?:đạt|hoàn thành)\s(?:(?:so với|theo|được)\s)?(?:kế hoạch|mục tiêu|chỉ tiêu|nghị quyết)(?:[^,;:()]{0,40})?$",
    re.IGNORECASE,
)
"""``một số chỉ tiêu chưa đạt kế hoạch: có 6 thư viện, đạt 66,7%; ...``: the shares are of the plan."""


_NEEDED = re.compile(
    r"\s*so\svới\s(?:yêu\scầu|nhu\scầu|mục\stiêu|chỉ\stiêu|kế\shoạch|quy\sđịnh|định\smức)", re.IGNORECASE
)

_RECOVERED = re.compile(r"(?:đã\s)?phục\shồi(?:\s(?:bằng|được|đạt|tương\sđương|khoảng|trên|gần))*", re.IGNORECASE)
"""``512 nghìn lượt, phục hồi bằng 94% năm 2019``."""


_HELD_AGAINST = re.compile(
    r"^so\svới\s(?:kế\shoạch|mục\stiêu|chỉ\stiêu|nghị\squyết|dự\stoán)(?:\s(?:nghị\squyết|đại\shội|đề\sra|giao))*,?\s(?=tăng|giảm|vượt|thấp|cao|đạt|bằng)",
    re.IGNORECASE,
)
"""``so với Nghị quyết vượt 4 điểm %``: the comparison stands before its verb."""


_JUDGED_AND = re.compile(
    r"^(?:cao|thấp|nhanh)\shơn\s(?:so\svới\s)?(?:mức\s)?(?:bình\squân|trung\sbình)(?:\schung)?(?:\scủa)?\s(?:cả\snước|toàn\squốc|(?:toàn\s)?vùng|khu\svực)\s(?:và|song|nhưng)\s(?=(?:tăng|giảm|bằng|gấp)(?!\w))"
    r"|^(?:(?:chưa|không|cơ\sbản)\s)?(?:đạt|vượt|hoàn\sthành)\s(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết|dự\stoán|NQ)(?:\s[^\W\d]+){0,5}?\s(?:và|song|nhưng)\s(?=(?:tăng|giảm|bằng|gấp|cao\shơn|thấp\shơn)(?!\w))",
    re.IGNORECASE,
)
"""``hoàn thành mục tiêu Đại hội và tăng`` 20 triệu đồng so với đầu nhiệm kỳ; ``cao hơn bình quân cả nước và gấp`` 1,3 lần."""


_AMOUNT = re.compile(r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)\s)*(?:đồng|USD|tấn|kg|ha|m3|m³|kWh)(?!\w)", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?:và|mới|chỉ|ước)\s)*(?:đạt|bằng)(?:\s(?:tỷ|tỉ)\slệ)?(?:\s(?:trên|gần|hơn|khoảng))?", re.IGNORECASE
)
_OF_GOAL = re.compile(
    rf"^\s*(?:(?:so\s)?với\s|của\s)?{GOAL_NOUN}",
    re.IGNORECASE,
)
_MAKES = re.compile(r"(?:(?:và|mới|chỉ)\s)*(?:chiếm|đạt)\s(?:tỷ|tỉ)\slệ(?:\s(?:trên|gần|hơn|khoảng))?", re.IGNORECASE)


def _is_share_of_plan(piece: Piece, before: str, previous_unit: str) -> bool:
    """How much of a plan an amount makes: ``90 tỷ đồng, đạt 108%``, ``đạt 77% dự toán tỉnh giao, 24% so với dự toán huyện
    giao``, ``1.600 đảng viên, chiếm tỷ lệ 83% so với chỉ tiêu``; a bare share behind things that are counted is their rate."""
    if previous_unit.startswith(("%", "điểm")):
        return False
    if (piece.opener in (",", "và") and before in ("", "và")) or _MAKES.fullmatch(before):
        return _OF_GOAL.match(piece.after) is not None
    return bool(
        piece.quantity.unit == "%"
        and _AMOUNT.match(previous_unit)
        and _ALONE.fullmatch(before)
        and not tidy(piece.after)
    )


def is_change(piece: Piece, has_previous: bool, previous_unit: str | None = None) -> bool:
    """True if a value only compares the value before it with an earlier one or with a plan."""
    before = _JUDGED_AND.sub("", _HELD_AGAINST.sub("", tidy(piece.before)))
    dated = any(t.period and t.kind in ("at", "until", "span") for t in piece.times if t.start < piece.quantity.start)
    points = (piece.quantity.unit or "").startswith("điểm") and previous_unit is not None and "%" in previous_unit
    lacks = has_previous and (points or same_unit_family(previous_unit, piece.quantity.unit))
    if lacks and _LACKING.fullmatch(before) and (points or _AGAINST.match(piece.after) or tidy(piece.after) == "so"):
        return True
    based = any(t.kind == "base" for t in piece.times)
    if has_previous and based and not before and piece.opener == "," and piece.quantity.comparator not in (None, "="):
        return same_unit_family(previous_unit, piece.quantity.unit)  # "..., vượt trên 5 tỷ đồng so với năm 2030"
    if _moves_in_another_word(piece, before, previous_unit):
        return True
    if previous_unit and _counts_others(piece, previous_unit):
        return False
    if before.lower().endswith("đạt") and piece.quantity.kind == "money" and previous_unit and "%" in previous_unit:
        return False
    if has_previous and piece.quantity.kind == "share" and _RECOVERED.fullmatch(before):
        return True
    if has_previous and piece.quantity.kind == "share" and _is_share_of_plan(piece, before, previous_unit or ""):
        return True
    short_of = _SHORT_OF.match(before) or (not before and _SHORT.search(tidy(piece.topic)))
    if has_previous and not dated and short_of:
        return _NEEDED.match(piece.after) is not None
    if has_previous and not before and piece.quantity.kind == "share" and _IS.search(tidy(piece.topic)):
        return _AGAINST.match(piece.after) is not None  # "..., song mới | bằng 83% mục tiêu"
    if not has_previous or dated or not MOVES.match(before):
        return False
    if piece.quantity.counted and piece.inside and re.search(r"thêm$", before):
        return False
    if piece.opener == ";" and (_OWN_THING.match(piece.after) or _NAMED_THING.match(piece.after)):
        return False
    against = _is_held_against(piece, previous_unit)
    if re.match(r"(?:(?:và|mới|chỉ|ước)\s)*(?:đạt|bằng|hoàn\sthành)", before, re.IGNORECASE):
        return against and not (piece.opener == ";" and before.lower().startswith("hoàn"))
    if piece.quantity.kind == "share" and re.match(r"\s*số\s(?!với)", piece.after):
        return False  # "giảm 12% số vụ, giảm 21% số người chết so với ...": of something else
    yearly = piece.quantity.yearly or any(t.kind == "yearly" and t.start < piece.quantity.start for t in piece.times)
    return against or not (yearly or re.search(r"bình quân", before, re.IGNORECASE))


def _moves_in_another_word(piece: Piece, before: str, previous_unit: str | None) -> bool:
    """``xếp thứ 45/63, tụt 6 bậc``, ``1.450 đảng viên, tăng 210 đồng chí so với đầu nhiệm kỳ``."""
    if not MOVES.match(before):
        return False
    if previous_unit == "hạng" and piece.quantity.unit == "bậc":
        return True
    return previous_unit in _MEMBERS and piece.quantity.unit == "đồng chí" and not tidy(piece.after)


def _counts_others(piece: Piece, previous_unit: str) -> bool:
    """Does a value count other things than the value before it, and is held against nothing?"""
    return (
        piece.quantity.counted
        and piece.quantity.kind != "ratio"
        and not same_unit_family(previous_unit, piece.quantity.unit)
        and not f"{previous_unit} ".startswith(f"{piece.quantity.unit} ")
        and not _AGAINST.match(piece.after)
    )


def _is_held_against(piece: Piece, previous_unit: str | None) -> bool:
    """Do the words behind a value, or the head of its list, say what it is compared with?"""
    if _AGAINST.match(piece.after) or any(t.kind == "base" for t in piece.times):
        return True
    if piece.quantity.kind == "ratio":
        behind = any(t.kind in ("at", "span") and 0 <= t.start - piece.quantity.end <= 1 for t in piece.times)
        dated = piece.after.isspace()  # "bằng 3,1 lần năm 2015": the year is cut out
        wider = _MEAN_OF_ALL.match(piece.after)  # "bằng 1,1 lần bình quân chung cả nước"
        return bool(behind or dated or wider or tidy(piece.after) in ("", "so", "so với"))
    return piece.quantity.kind == "share" and previous_unit != "%" and bool(_JUDGED.search(piece.parent))


_MEAN_OF_ALL = re.compile(
    r"\s(?:so\svới\s)?(?:mức\s)?(?:(?:bình\squân|trung\sbình)(?:\schung)?\s(?:của\s)?)?(?:cả\snước|toàn\squốc|(?:toàn\s)?vùng)(?!\w)",
    re.IGNORECASE,
)


def change_text(text: str, piece: Piece) -> str:
    """The printed comparison, up to the next sign."""
    rest = re.split(r"[;.](?=\s|$)|,\s|\)|\s\(|\s(?:và|nhưng|song)\s|$", text[piece.quantity.end :], maxsplit=1)[0]
    return tidy(f"{tidy(piece.before)} {text[piece.quantity.start : piece.quantity.end]}{rest}")


_OWN_TARGET = re.compile(
    r"\s*(?:kế\shoạch|mục\stiêu|chỉ\stiêu|nghị\squyết|KH|NQ)(?:\s(?:năm|giao|đề\sra|là))*\stăng\s*", re.IGNORECASE
)


def has_own_target(piece: Piece, behind: Piece | None) -> bool:
    """``GRDP đạt 900 tỷ đồng, tăng 8% (kế hoạch tăng 7%)``: the growth has a target, so it is a result of its own."""
    quoted = behind is not None and behind.opener == "(" and _OWN_TARGET.fullmatch(behind.before) is not None
    return quoted and piece.quantity.kind == "share" and re.fullmatch(r"[\s,]*tăng\s*", piece.before) is not None


_MISSED = re.compile(r"(?:^|\W)(?:không|chưa)\sđạt$", re.IGNORECASE)
_JUST = re.compile(r"(?:(?:mới|chỉ)\s){0,2}(?:bằng|đạt)", re.IGNORECASE)
"""``không đạt (mới bằng 95%)``: a verdict, too."""
_ALONE_AS_MUCH = re.compile(r"\W*riêng\s[^,;:.()]{2,40}?\s(?:(?:mới|chỉ)\s){0,2}bằng\s*", re.IGNORECASE)
"""``riêng đàn lợn mới bằng 84% năm 2015``: held against an earlier year."""


def only_compares(piece: Piece, has_previous: bool) -> bool:
    """Is a share only what a thing told before is held against: an earlier year of it, its target?"""
    if piece.quantity.kind != "share":
        return False
    if has_previous and _ALONE_AS_MUCH.fullmatch(piece.before):
        return any(0 <= t.start - piece.quantity.end <= 1 for t in piece.times)
    missed = piece.opener == "(" and _MISSED.search(tidy(piece.owner))
    return bool(missed and _JUST.fullmatch(tidy(piece.before)))


_COUNTED_CHANGE = re.compile(r"(?:tăng|giảm)[^()%]*\d[\d.,]*\s[^\W\d]+(?:\s[^\W\d]+)?(?<!giao)(?<!đồng)", re.IGNORECASE)
"""``giảm 214 vụ``: a change that is counted, which a share says again."""


def share_of_change(piece: Piece, measures: Sequence[Measure], text: str) -> tuple[int, Measure] | None:
    """``giảm 214 vụ (18,6%)``: the bracket says what share the change before it is; the value whose change it is, and its
    index."""
    bare = piece.opener == "(" and piece.inside and not tidy(piece.before) and not tidy(piece.after)
    at = next((i for i in range(len(measures) - 1, -1, -1) if measures[i].change), None)
    if not bare or at is None or piece.quantity.kind not in ("share", "change"):
        return None
    value, quantity = measures[at], piece.quantity
    if not _COUNTED_CHANGE.fullmatch(value.change or ""):
        return None
    return at, replace(value, change=f"{value.change} ({text[quantity.start : quantity.end]})")
