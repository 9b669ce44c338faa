"""Labels of shares: the part and what it is part of, the contribution to a whole, the predicate that a list shares."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import clean_before, lower_first, sentence_case, tidy
from vankien.facts.cues.deeds import VERBS
from vankien.facts.cues.wording import CUT, HEAD, PREDICATE
from vankien.facts.labels.changes import Label
from vankien.facts.labels.grdp import points_of_growth

_TAKES = re.compile(r"(?:chiếm|đạt)(?:\s(?:tỷ|tỉ)\s(?:lệ|trọng))?(?:\skhoảng)?\s*$", re.IGNORECASE)


_EQUALS = re.compile(r"(?:bằng|tức(?:\slà)?|tương\sđương(?:\svới)?)(?:\skhoảng)?\s*$", re.IGNORECASE)
"""``47 xã đạt chuẩn, bằng 42% số xã``."""
_OF_SUM = re.compile(r"tổng\s(?:nguồn\s)?(?:vốn|chi|thu|số\svốn)\s", re.IGNORECASE)
"""``được bố trí 900 tỷ đồng, tức 26% tổng vốn đầu tư``."""


_PART_OF_SUM = re.compile(r"(?P<sum>(?:Nhu cầu|Tổng|Nguồn|Vốn|Kinh phí)\s[^:]+):\s(?P<part>[^:]+)")
_SHORT = 3
"""How many words what was counted, and what was done to it, may have to name a rate together."""


def _only_done(label: Label) -> bool:
    """Does nothing but a short deed say which things were counted: ``Số vụ việc được hòa giải``?"""
    if " " not in label.thing:
        return label.text.startswith("Số ")
    deed = label.text.removeprefix(f"Số {label.thing} được ")
    short = len(label.thing.split()) <= _SHORT and len(deed.split()) <= _SHORT
    return (
        deed != label.text
        and short
        and re.fullmatch(r"(?!và\s)[a-zà-ỹđ\s]+", deed) is not None
        and not PREDICATE.search(label.thing)
    )


_ELSEWHERE = re.compile(
    r"[\s(]*(?:(?:bình\squân|trung\sbình)(?:\schung)?\s(?:của\s)?)?(?:cả\snước|toàn\squốc|toàn\svùng|cả\svùng)(?:\s(?:ước|đạt|là|tăng))*\s*",
    re.IGNORECASE,
)


def share_of_previous(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``28 xã đạt chuẩn, chiếm 48,3%`` and ``28 xã (48,3%)`` → the share of the value before."""
    takes = re.search(r"chiếm(?:\s(?:tỷ|tỉ)\s(?:lệ|trọng)(?:\skhoảng)?)?\s*$", piece.before) is not None
    if (
        piece.quantity.kind != "share"
        or previous is None
        or clean_before(_TAKES.sub("", _EQUALS.sub("", piece.before)))
    ):
        return None
    takes = takes or bool(_TAKES.search(piece.before) and not previous.leading and not after)
    people = _OF_PEOPLE.fullmatch(after) if previous.text.startswith("Số ") else None
    if people and (takes or _EQUALS.fullmatch(piece.before.strip(" ,"))):
        text = f"Tỷ lệ {previous.text[3:]} trong {people['whole']}"
        return Label(text, text, previous.thing, leading=False)
    same = re.fullmatch(r"(?:trong |của )?(?:tổng )?số (?P<what>\w+)(?: (?:toàn|của|trong|trên).*)?", after)
    equal = bool(same and not previous.leading and re.fullmatch(r"[\s,]*(?:tương ứng |đạt )?bằng\s*", piece.before))
    takes = takes or (equal and bool(same) and f" {same['what'] if same else ''}" in f" {previous.thing}")
    whole_named = re.match(r"(?:tổng\s)?(?:số\s|diện\stích(?!\w))", after) is not None
    takes = takes or bool(whole_named and not previous.leading and _EQUALS.search(piece.before))
    takes = takes or bool(_OF_SUM.match(after) and previous.leading and _EQUALS.fullmatch(piece.before.strip(" ,")))
    if not takes and (after or piece.opener != "("):
        return None
    if not takes and previous.growth and _ELSEWHERE.fullmatch(piece.before):
        return previous  # "tăng 8% (cả nước 6%)": the same of the whole country, no share of the growth
    if (
        previous.leading
        and not after
        and piece.opener == "("
        and re.match(r"(?:T[ỷỉ]\s(?:lệ|trọng)|Cơ\scấu)\s", previous.text)
    ):
        return previous  # "dịch vụ 41% (43%)": no share of a share
    if not previous.leading:
        rest = "" if re.match(r"(?:trong |của )?(?:tổng số|số|(?:tổng )?diện tích)(?!\w)", after) else after
        if not after and VERBS.match(previous.verb) and re.fullmatch(r"[\s,]*đạt\s*", piece.before):
            rest = f"được {previous.verb}"  # "kiểm điểm 104 tập thể, 422 cá nhân, đạt 100%"
        bare = not rest and _only_done(previous)
        thing = previous.text.removeprefix("Số ") if bare else previous.thing  # "làm rõ 22 vụ (đạt tỷ lệ 95%)"
        return Label(f"Tỷ lệ {thing} {rest}".strip(), previous.subject, previous.thing)
    whole = re.sub(r"^(?:trong|của)\s", "", after)
    part = re.sub(r"^Tỷ trọng (?P<part>.+?) trong .+$", r"\g<part>", previous.subject)
    counted = re.match(r"(?:tổng\s)?số\s(?P<what>.+)", part, re.IGNORECASE)
    if counted and (not whole or re.match(r"(?:tổng\s)?số\s", whole)):
        return Label(
            f"Tỷ lệ {counted['what']}", previous.subject
        )  # "nâng tổng số xã đạt chuẩn lên 96, chiếm 78% tổng số xã"
    if not whole and (listed := _PART_OF_SUM.fullmatch(previous.text)):
        # "nhu cầu vốn: ngân sách nhà nước 68 tỷ đồng, chiếm 16%"
        part, whole = listed["part"], lower_first(listed["sum"])
    text = f"Tỷ trọng {lower_first(part)}" + (f" trong {whole}" if whole else "")
    return Label(tidy(text), previous.subject)


_OF_PEOPLE = re.compile(r"(?:trong\s|của\s)?(?P<whole>(?:tổng\s)?(?:dân\ssố|số\sdân|lực\slượng\slao\sđộng)(?:\s.+)?)")
"""``92.450 người tham gia bảo hiểm, bằng 21,6% lực lượng lao động``."""
_OF_MEAN = re.compile(
    r"\s*(?P<mean>(?:(?:thu\snhập|GRDP|năng\ssuất\slao\sđộng)\s|mức\s)?(?:bình\squân|trung\sbình)(?:\sđầu\sngười)?(?:\schung)?(?:\scủa)?\s(?:cả\snước|toàn\squốc|(?:khu\s)?vực|vùng|toàn\svùng|(?:toàn\s)?tỉnh)(?:\s[^,;.()]{1,40})?)",
    re.IGNORECASE,
)


def share_of_mean(piece: Piece, previous: Label | None, before: str) -> Label | None:
    """``GRDP bình quân đầu người đạt 70 triệu đồng, mới bằng 64% bình quân cả nước``: the value before, held against the
    mean."""
    mean = _OF_MEAN.fullmatch(piece.after.rstrip())
    if piece.quantity.kind == "share" and mean and HEAD.match(before) and _EQUALS.search(piece.before):
        return Label(f"{sentence_case(before)} so với {mean['mean']}", sentence_case(before))
    if piece.quantity.kind != "share" or not previous or not mean or not _AS_MUCH.fullmatch(piece.before):
        return None
    text = f"{previous.text} so với {mean['mean']}"
    return Label(text, previous.subject)


_AS_MUCH = re.compile(
    r"[\s,]*(?:(?:và|mới|chỉ|ước)\s)*(?:bằng|đạt|tương\sđương)\s(?:khoảng\s|gần\s|trên\s)?", re.IGNORECASE
)


_OF_ORDER = re.compile(
    r"chỉ\stiêu|(?:chỉ\stiêu|kế\shoạch)(?:\s(?:được|cấp\strên|trên|Trung\sương))*\sgiao", re.IGNORECASE
)


def share_of_order(piece: Piece, before: str, after: str) -> Label | None:
    """``Công tác tuyển quân đạt 100% chỉ tiêu được giao``: how much of what was ordered is done."""
    thing = re.sub(r"^(?:công tác|việc|hoàn thành)\s", "", before, flags=re.IGNORECASE)
    if piece.quantity.kind != "share" or not thing or not _OF_ORDER.fullmatch(after) or HEAD.match(thing):
        return None
    text = f"Tỷ lệ hoàn thành chỉ tiêu {lower_first(thing)}"
    return Label(text, text)


def share_within(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """``trong đó nguồn xã hội chiếm trên 60%``, ``khách Nhật chiếm 24% tổng lượng khách``: a part and what it is part of."""
    headed = HEAD.match(before) and not _AMOUNT.match(before)
    if (
        previous
        and not after
        and not previous.growth
        and _SOURCE_IN.match(piece.before)
        and _OF_CAPITAL.search(previous.subject)
    ):
        text = f"Tỷ trọng {lower_first(before)} trong {lower_first(previous.subject)}"
        return Label(text, text) if piece.quantity.kind == "share" else None
    takes = re.search(r"chiếm(?:\s(?:lần\slượt|tương\sứng))?\s*$", piece.before)
    if piece.quantity.kind != "share" or not before or headed:
        return None
    if previous and not after and _INVESTOR.match(before) and _INVESTED.match(previous.subject):
        text = f"Tỷ trọng {lower_first(before)} trong {lower_first(previous.subject)}"
        return Label(text, text) if takes or not _MOVES.search(piece.before) else None
    if previous and not takes and not after and (other := _other_part(piece, before, previous)):
        return other
    if previous and not takes and not after and _part_of_amount(piece, before, previous):
        text = f"Tỷ trọng {lower_first(before)} trong {lower_first(previous.subject)}"
        return Label(text, text)
    if not takes:
        return None
    if re.match(r"(?:trong |của )?tổng(?!\w)", after):
        return Label(
            f"Tỷ trọng {lower_first(before)} trong {re.sub('^(?:trong|của) ', '', after)}", sentence_case(before)
        )
    if previous and previous.leading and not after and re.match(r"[\s,;:(]*(?:trong đó|riêng(?!\w))", piece.before):
        part = previous.text.replace(": ", " ") if previous.text.endswith(f": {lower_first(previous.subject)}") else ""
        whole = part or re.sub(r"^Tỷ (?:lệ|trọng) | trong G[RD]+P$", "", previous.subject)
        before = re.sub(r"^riêng\s", "", before)
        return Label(f"Tỷ trọng {lower_first(before)} trong {lower_first(whole)}", sentence_case(before))
    return None


_NO_AMOUNT = re.compile(r"(?:tỷ|tỉ|mức|tốc|chỉ|cơ|xếp|hệ|số|độ|tuổi|năng)\s|.*bình\squân", re.IGNORECASE)
_LONGEST_PART = 6


def _part_of_amount(piece: Piece, before: str, previous: Label) -> bool:
    """``Sản lượng thịt đạt 9 nghìn tấn, trong đó thịt lợn`` 60%: a share behind an amount is of it."""
    if not previous.leading or previous.growth or _NO_AMOUNT.match(previous.text) or _MOVES.search(piece.before):
        return False
    return bool(_OF_WHICH.match(piece.before)) and len(before.split()) <= _LONGEST_PART


_PART_IN = re.compile(r"Tỷ trọng (?P<part>.+?) trong (?P<whole>.+)")


def _other_part(piece: Piece, before: str, previous: Label) -> Label | None:
    """``..., trong đó thịt lợn 60%, thịt gia cầm`` 25%: the next part of the same amount."""
    told = (
        _PART_IN.fullmatch(previous.text) if piece.opener in (",", "và") and previous.subject == previous.text else None
    )
    if told is None or _MOVES.search(piece.before) or len(before.split()) > _LONGEST_PART:
        return None
    text = f"Tỷ trọng {lower_first(before)} trong {told['whole']}"
    return Label(text, text)


_OF_WHICH = re.compile(r"[\s,;(]*trong\sđó,?\s(?!có\s)", re.IGNORECASE)
_SOURCE_IN = re.compile(r"[\s,;(]*trong\sđó,?\s(?:nguồn\s)?vốn\s", re.IGNORECASE)
_OF_CAPITAL = re.compile(r"(?<!\w)vốn\sđầu\stư(?!\w)", re.IGNORECASE)
"""``Huy động vốn đầu tư 900 tỷ đồng, trong đó vốn ngoài ngân sách không dưới 70%``."""
_INVESTOR = re.compile(
    r"(?:khu\svực|vốn|nguồn)\s(?:vốn\s)?(?:kinh\stế\s)?(?:ngoài\s)?(?:nhà\snước|có\svốn\sđầu\stư|FDI)", re.IGNORECASE
)
_INVESTED = re.compile(r"(?:tổng\s)?(?:nguồn\s)?vốn\s(?:đầu\stư|huy\sđộng)", re.IGNORECASE)
"""``Tổng vốn đầu tư ước 90 nghìn tỷ đồng; khu vực nhà nước chiếm 22%``: who has invested that part of it."""
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm|vượt|giải\sngân|đạt)(?!\w)", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:thu|chi|vốn|nguồn|doanh\sthu|kim\sngạch)\s", re.IGNORECASE)
"""Heads that name a sum: of one that ``chiếm`` per cent the share is told (``trong đó thu nội địa chiếm 85%``)."""


_DONE_SO_FAR = re.compile(
    r"[\s,]*(?:(?:mới|đã|chỉ|đến\snay)\s)+(?P<deed>(?!đạt|thực\shiện|hoàn\sthành)[^\W\d]+(?:\s[^\W\d]+)?)\sđược\s*",
    re.IGNORECASE,
)


def share_done(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``còn 146 hộ ở nhà tạm, mới xóa được 61%``: the share of the things counted before to which it was done."""
    done = _DONE_SO_FAR.fullmatch(piece.before) if piece.quantity.kind == "share" and not after else None
    if not done or not previous or previous.leading or not previous.thing:
        return None
    return Label(f"Tỷ lệ {previous.thing} được {done['deed']}", previous.subject, previous.thing, leading=False)


_RATE_OF_DEED = re.compile(
    r"[\s,;]*(?:(?:và|bảo\sđảm|đảm\sbảo|duy\strì|nâng|phấn\sđấu|đạt)\s)*(?:tỷ|tỉ)\slệ\s(?P<deed>huy\sđộng|thu\sgom|xử\slý|giải\squyết|tiếp\snhận|thu\shút|sử\sdụng|cấp|kết\snạp)(?:\s(?:trên|ít\snhất|khoảng|từ))?\s+",
    re.IGNORECASE,
)
"""``tỷ lệ huy động`` 95% trẻ mẫu giáo ``đến trường``: to whom it is done stands behind."""


_AMONG_THEM = re.compile(
    r"[\s,;(]*trong\s(?:số\s)?(?:đó|này),?\s(?:có\s)?(?:(?:khoảng|gần|trên|hơn)\s)?", re.IGNORECASE
)


_SAID_MORE_OF = re.compile(r"(?<!\w)(?P<said>[^\W\d]+\s[^\W\d]+)(?=[\s|])[^|]*\|(?P=said)(?!\w)", re.IGNORECASE)
"""``đảng viên hoàn thành tốt nhiệm vụ``, of whom some ``hoàn thành xuất sắc``: the same said of them in a higher degree."""


def share_of_counted(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``có 215 giảng viên, trong đó 38% có trình độ tiến sĩ``: the share of those counted before of whom it is said."""
    if piece.quantity.kind != "share" or not previous or previous.leading or not previous.thing:
        return None
    goes_on = piece.opener in (",", "và") and not piece.before.strip(" ,và")
    goes_on = goes_on and bool(PREDICATE.match(previous.text.removeprefix(f"Tỷ lệ {previous.thing} ")))
    among = _AMONG_THEM.fullmatch(piece.before.rstrip() + " ") and not after.startswith("là ")
    if not PREDICATE.match(after) or not (goes_on or among) or _SAID_MORE_OF.search(f"{previous.thing}|{after}"):
        return None
    return Label(f"Tỷ lệ {previous.thing} {after}", previous.subject, previous.thing, leading=False)


def told_share(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """The label of a share whose words say what it is a share of: of the mean, of the value before, of what was ordered,
    of the growth; None for any other value."""
    of_deed = _RATE_OF_DEED.fullmatch(piece.before) if after and piece.quantity.kind == "share" else None
    if of_deed:
        text = f"Tỷ lệ {of_deed['deed']} {after}"
        return Label(text, text, after, leading=False, verb=of_deed["deed"])
    return (
        share_of_mean(piece, previous, before)
        or share_of_previous(piece, tidy(CUT.split(piece.after)[0]), previous)
        or share_of_order(piece, before, after)
        or share_done(piece, after, previous)
        or share_of_counted(piece, after, previous)
        or points_of_growth(piece, before, previous)
    )


_OF_TARGETS = re.compile(r"Số (?:chỉ|mục) tiêu\s\w")
"""``9 chỉ tiêu vượt, 7 chỉ tiêu đạt``: each count has its own predicate."""


_DONE_TO = re.compile(r"(?<!\w)(?:được|bị)\s", re.IGNORECASE)
"""``70% chi bộ và 45% đoàn viên là cán bộ thôn được giám sát``: who they are is said of the last ones only."""


_VICTIMS = re.compile(r"Số người bị thương(?!\w)")
"""``giảm 31 vụ, 9 người chết, 14 người bị thương``: who they are, and not what happened to the others."""


def share_predicate(labels: list[str]) -> list[str]:
    """``86% hộ, 75% thôn, 98% cơ quan đạt chuẩn``: the last label's predicate belongs to all of them.

    >>> share_predicate(["Tỷ lệ hộ gia đình", "Tỷ lệ thôn, bản đạt chuẩn văn hóa"])
    ['Tỷ lệ hộ gia đình đạt chuẩn văn hóa', 'Tỷ lệ thôn, bản đạt chuẩn văn hóa']
    >>> share_predicate(["Tỷ lệ chi bộ", "Tỷ lệ đoàn viên là cán bộ thôn được giám sát"])[0]
    'Tỷ lệ chi bộ được giám sát'
    """
    predicate = PREDICATE.search(labels[-1]) if len(labels) > 1 else None
    if (
        not predicate
        or _VICTIMS.match(labels[-1])
        or any(PREDICATE.search(label) or _OF_TARGETS.match(label) for label in labels[:-1])
    ):
        return labels
    later = _DONE_TO.search(labels[-1], predicate.end()) if predicate.group().lower() == "là" else None
    tail = labels[-1][(later or predicate).start() :]
    return [f"{label} {tail}" for label in labels[:-1]] + labels[-1:]


_GRADES = r"(?:trong\ssạch,?\svững\smạnh|(?:không\s)?hoàn\sthành(?:\sxuất\ssắc|\stốt)?\snhiệm\svụ|(?:loại\s)?(?:khá|trung\sbình|yếu(?:,?\ském)?))"
_GRADED = re.compile(
    rf"(?P<who>Tỷ lệ .{{3,60}}?)\s(?:(?:được\s)?(?:đạt|xếp\sloại|đánh\sgiá)\s)?{_GRADES}(?P<rest>\s.{{0,40}})?",
    re.IGNORECASE,
)


def of_grade(before: str, earlier: str) -> str:
    """The label of another grade of what the value before was graded; empty for anything else.

    >>> of_grade("yếu kém", "Tỷ lệ chi bộ trong sạch, vững mạnh bình quân 5 năm")
    'Tỷ lệ chi bộ yếu kém bình quân 5 năm'
    >>> of_grade("yếu kém", "Tỷ lệ hộ có điện")
    ''
    """
    graded = _GRADED.fullmatch(earlier) if re.fullmatch(_GRADES, before, re.IGNORECASE) else None
    return f"{graded['who']} {before}{graded['rest'] or ''}" if graded else ""


_MAKES_UP_ALL = re.compile(r"[\s,]*(?:chiếm|bằng)(?:\s(?:khoảng|gần|trên|hơn))*\s*", re.IGNORECASE)
_OF_ALL = re.compile(r"\s*(?:tổng\ssố\s[^\W\d]+(?:\s[^\W\d]+){0,3})[\s.;]*")


def share_of_all(piece: Piece, previous: Label | None) -> Label | None:
    """``tiếp nhận trực tuyến 90 hồ sơ, chiếm 57% tổng số hồ sơ``: what the things counted before make up of all."""
    if not _OF_ALL.fullmatch(piece.after) or not previous or previous.leading or not previous.text.startswith("Số "):
        return None
    if piece.quantity.kind != "share" or not _MAKES_UP_ALL.fullmatch(piece.before):
        return None
    text = f"Tỷ lệ {previous.text[3:]}"
    return Label(text, text, previous.thing, leading=False)
