"""Numbers that belong to the name of a thing or to what a share says, and are no values of their own."""

from __future__ import annotations

import re

from vankien.facts.cues.wording import HEAD, PREDICATE
from vankien.facts.quantities.quantity import Quantity

_TO_SO_MANY = re.compile(r"(?<!\w)(?:bình\squân|trung\sbình|cứ)\s(?:trên\s|cứ\s)?$", re.IGNORECASE)

_HAS_SO_MANY = re.compile(r"\s(?:thì\s)?(?:có|được)\s(?:\S+\s)?\d")
"""``bình quân 1 vạn dân có 27 sinh viên``: to how many people a rate counts."""


def counts_to(text: str, quantity: Quantity) -> bool:
    """Is a value no count of its own, but how many people the rate behind it counts to?"""
    has = quantity.kind == "person" and _HAS_SO_MANY.match(text, quantity.end)
    return bool(has and _TO_SO_MANY.search(text, 0, quantity.start))


_IN_NAME = re.compile(r"\W*(?:\d{1,2}[.)]\s)?(?:Chương\strình|Đề\sán|(?:Tiểu\s)?[Dd]ự\sán)\s[^:;.()\d]*$")
"""``Chương trình giảm nghèo ở 38 xã: ...``: the number belongs to the name."""


_HAS = re.compile(r"\s[^\W\d][^;.()]*[^\s,;.()]\scó\s(?:ít nhất\s|tối thiểu\s)?", re.IGNORECASE)
"""``100% xã, phường có ít nhất`` 01 trường: what the share is of, up to the verb."""


def _holds(between: str) -> bool:
    """True if a number behind this text is part of what a share's predicate says."""
    has = re.search(r"\scó\s", between)
    return bool(has and _HAS.fullmatch(between) and not PREDICATE.search(between[: has.start()]))


_REACHES_SOME = re.compile(r"\s(?:(?!(?:và|với|đồng\sthời|trong\sđó)\s)[^\s,;:.()]+\s)+")


def _at_least_some(text: str, share: Quantity, count: Quantity) -> bool:
    """``90% phụ nữ được khám ít nhất`` 3 loại bệnh: a bound inside what is said of a share."""
    bound = count.counted and count.comparator == ">=" and count.start < count.at
    return bound and _REACHES_SOME.fullmatch(text, share.end, count.start) is not None


_SIZED = re.compile(
    r"^[^,;.()]*\s(?:dài|có\s(?:chiều\sdài|công\ssuất|quy\smô|diện\stích|dung\stích|trọng\stải|vốn(?:\s(?:điều\slệ|đăng\ský|đầu\stư))?|doanh\sthu|(?:quỹ|thu\snhập)(?:\s(?:hoạt\sđộng|đạt|bình\squân|hằng\snăm|mỗi\snăm))*))\s*$",
    re.IGNORECASE,
)
"""``100% tàu cá có chiều dài từ 15 m trở lên``: which ones the share is of."""
_HAVING_AT_LEAST = re.compile(r"[^,;:.()]*[^\s,;:.()]\s(?:có|được|tham\sgia|tiếp\scận|sử\sdụng|đạt)\s$", re.IGNORECASE)
_EACH = re.compile(r"\W*(?:mỗi|toàn|cả|xã|tỉnh|phấn\sđấu)(?!\w)", re.IGNORECASE)
_REACHES_SHARE = re.compile(r"[^,;:.()\d]*\s(?:đạt|là|chiếm|còn)\s", re.IGNORECASE)


def _bound_of_subject(text: str, count: Quantity, share: Quantity) -> bool:
    """``Tỷ lệ thôn có ít nhất`` 1 mô hình kinh tế đạt 80%: a bound inside what the share behind it is of."""
    if count.comparator != ">=" or count.start >= count.at or share.kind != "share":
        return False
    clause = re.split(r"[,;:.(]\s", text[: count.start])[-1]
    if not _HAVING_AT_LEAST.fullmatch(clause) or _EACH.match(clause):
        return False
    return _REACHES_SHARE.fullmatch(text, count.end, share.start) is not None


_RATE_AT = re.compile(r"(?:tỷ|tỉ)\slệ\s.*\s(?:tại|ở|của)\s$", re.IGNORECASE)
"""``Tỷ lệ hộ nghèo tại 02 huyện nghèo là 34,15%``: the places belong to the name."""


_BELOW = re.compile(r"^[^,;:()]*\s(?:giải\sngân|tỷ\slệ(?:\s[^,;:()]+)?)\s(?:đạt\s)?$", re.IGNORECASE)
"""``còn 9 chủ đầu tư giải ngân dưới 20%``: which ones are counted."""
_MONEY_OF = re.compile(r"(?<!\w)(?:vốn|kinh\sphí)(?:\s(?:của|các|thực\shiện))*\s$", re.IGNORECASE)
"""``giải ngân vốn 03 chương trình mục tiêu quốc gia đạt 31%``: the number belongs to the name of what is paid."""


_AFTER_SOME = re.compile(r"(?:^|[\s,])(?:qua|sau)\s$", re.IGNORECASE)
_ROUNDS = frozenset({"vụ", "đợt", "vòng", "kỳ", "lần", "bước", "lượt"})
"""``qua 03 vụ thí điểm giảm được 20% chi phí``: after how many rounds something was reached."""


_HAVING_ALL = re.compile(r"\s(?:đã\s|đều\s)?có\s")
_ALL_OF = re.compile(r"100\s?%\s(?:số\s)?(?:xã|phường|thôn|bản|ấp|đơn\svị|trường|hộ|chi\sbộ|cơ\squan)")
"""``7 huyện có 100% số xã đạt chuẩn``: which districts are counted."""


_IN_TOP = re.compile(
    r"(?:\s(?!(?:đứng|xếp|nằm|giữ|vươn|vào|lọt|có|đạt|là)(?!\w))[^\W\d]+){0,7}?\s*(?:thuộc|trong)?\s*", re.IGNORECASE
)
"""``8 trường đại học thuộc nhóm`` 200 trường hàng đầu: which ones are counted."""
_OFTEN = re.compile(r"[^,;.()\d]*\s(?:được|có|khám|kiểm\stra|giám\ssát|sinh\shoạt|tập\shuấn|bồi\sdưỡng)\s[^,;.()\d]*")
"""``90% dân số được khám sức khỏe`` 1 lần/năm: how often."""
_TAUGHT = re.compile(r"[^,;.()\d]*\shọc\s*", re.IGNORECASE)
"""``60% học sinh được học`` 2 buổi/ngày."""


def part_of_name(text: str, found: list[Quantity], index: int) -> bool:
    """``vốn thực hiện 03 chương trình: 985 tỷ đồng``: the first number belongs to the words before the
    colon; in ``100% xã có ít nhất 01 trường`` the second one to the predicate."""
    quantity = found[index]
    following = found[index + 1] if index + 1 < len(found) else None
    earlier = found[index - 1] if index else None
    if (
        quantity.counted
        and _IN_NAME.match(text[: quantity.start])
        and re.match(r"[^:;.()\d]{0,60}:\s", text[quantity.end :])
    ):
        return True
    if quantity.unit in _ROUNDS and _AFTER_SOME.search(text, 0, quantity.start):
        return True
    if earlier and earlier.kind == "share" and quantity.counted and _holds(text[earlier.end : quantity.start]):
        return True
    if earlier and earlier.kind == "share" and _at_least_some(text, earlier, quantity):
        return True
    if earlier and earlier.counted and quantity.kind == "share" and _BELOW.search(text[earlier.end : quantity.start]):
        return quantity.comparator in ("<", "<=", ">", ">=")
    if (
        earlier
        and earlier.counted
        and quantity.kind == "share"
        and _HAVING_ALL.fullmatch(text, earlier.end, quantity.start)
    ):
        return _ALL_OF.match(text, quantity.at) is not None
    if earlier and earlier.counted and quantity.kind == "rank" and quantity.comparator == "<=":
        return _IN_TOP.fullmatch(text[earlier.end : quantity.start]) is not None
    if earlier and earlier.kind == "share" and (quantity.unit or "").startswith("lần/"):
        return _OFTEN.fullmatch(text, earlier.end, quantity.start) is not None
    if earlier and earlier.kind == "share" and (quantity.unit or "").startswith(("buổi", "tiết", "ca")):
        return _TAUGHT.fullmatch(text[earlier.end : quantity.start]) is not None
    bound = quantity.comparator == ">=" or (quantity.comparator == ">" and quantity.kind == "money")
    described = earlier and (earlier.kind == "share" or (earlier.counted and bound))
    if earlier and described and _SIZED.search(text[earlier.end : quantity.start]):
        return True
    if following is None or not quantity.counted or following.counted:
        return False
    if _bound_of_subject(text, quantity, following):
        return True
    between = text[quantity.end : following.start]
    if _MONEY_OF.search(text[: quantity.start]) and not re.search(r"[,;:.()]", between):
        return True
    clause = re.split(r"[;,(]\s?", text[: quantity.start])[-1]
    if _RATE_AT.search(clause) and re.fullmatch(r"[^,;.()]*(?:\([^()]*\)\s)?(?:là|đạt|còn)\s(?:\S+\s)?", between):
        return True
    return bool(re.fullmatch(r"[^,;.()]*:\s*", between) and HEAD.search(clause))
