"""Targets that a sentence quotes beside its results.

thu ngân sách đạt 2.100 tỷ đồng (Nghị quyết 3.000 tỷ đồng)
đạt 72%, vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)
không đạt mục tiêu 35%
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import clean_before, lower_first, sentence_case, tidy
from vankien.facts.congresses.table_setting import text_to_ordinal
from vankien.facts.documents.setter_names import short_setter
from vankien.facts.documents.short_names import codes_in
from vankien.facts.labels.changes import Label, level_of_change
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import same_unit_family
from vankien.model import Lexicon

_RESTATED = re.compile(
    r"^(?:[(/]?\s*)(?:nghị\squyết|MTNQ|NQĐH|NQ|kế\shoạch|KH|mục\stiêu|chỉ\stiêu|dự\stoán|kịch\sbản|đại\shội|(?:chương\strình(?:\shành\sđộng)?|đề\sán|kết\sluận)(?=\ssố\s))(?:\s[IVXL]+(?!\w))?"
    r"(?:\s(?:(?:5|năm)\snăm|nghị\squyết|đề\sán|chương\strình|kế\shoạch|đại\shội|số\s\d+[\w/-]*|đề\sra|đặt(?:\sra)?|xác\sđịnh|(?:mục|chỉ)\stiêu|giao|là|đến|năm|đều|tương\sứng|lần\slượt|(?-i:[IVXL]+)(?!\w)))*\s*:?\s*(?:là|đạt|còn|ổn\sđịnh|duy\strì|giữ(?:\svững)?)?\s*(?:bình\squân(?:\s(?:hằng|hàng|mỗi)\snăm)?|(?:hằng|hàng|mỗi)\snăm)?\s*(?:(?:tăng|giảm)(?:\sbình\squân)?)?\s*$",
    re.IGNORECASE,
)

_PLAN_WORD = re.compile(
    r"(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|dự toán|kịch bản|(?<!\w)(?:MTNQ|NQĐH|NQ|KH)(?!\w))[^,;()]{0,30}$",
    re.IGNORECASE,
)
_THE_TARGET = (
    r"(?:đích|yêu\scầu(?=\s(?:duy\strì|đạt|là|đề\sra)?\s*$)|(?:các\s|mức\s|tổng\s|yêu\scầu\sc[ủử]a\s)?(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết|MTNQ|NQĐH|NQ|(?<=với\s)đích))"
    r"(?:\s+(?:duy\strì|tương\sứng|\([A-ZĐ]{2,6}\)|gộp|chung|đề\sra|đặt\sra|đã\sđề\sra|là|phải|đạt|đại\shội|nghị\squyết|NQĐH|NQ|kế\shoạch|giao|của|được|năm|cả\snhiệm\skỳ|lần\slượt|khóa\s[IVXL]+|[IVXL]+|(?:5|năm)\snăm))*\s*$"
)
FRACTION = r"(?:(?:một\s)?nửa|(?:một|hai|ba|bốn)\sphần\s(?:hai|ba|tư|bốn|năm))"
"""``chưa bằng ba phần tư`` mục tiêu."""
_MISSED = re.compile(
    rf"(?:(?:không|chưa|khó|gần|đã|cơ\sbản)\s(?:đạt|đạt\sđược|hoàn\sthành)\s(?:so\svới\s)?|so\svới\s|trong\skhi\s|bằng\s(?:với\s)?|(?:thấp|cao|kém)\shơn\s(?:so\svới\s)?|cách\s(?:khá\s)?xa\s"
    rf"|tiệm\scận\s(?:với\s)?|(?:còn\s)?dưới\s|(?:bám\ssát|xấp\sxỉ|chưa\sbằng)\s|bằng\s{FRACTION}\s){_THE_TARGET}",
    re.IGNORECASE,
)
"""``không đạt mục tiêu 35%``, ``so với mục tiêu là 35%``, ``cách xa mục tiêu 35%``: the value is the target."""
_SETTER = r"(?:đại\shội|nghị\squyết|MTNQ|NQĐH|NQ|kế\shoạch|KH|chương\strình|đề\sán)"
_SETS = r"(?:đề\sra|đặt\sra|yêu\scầu|gi[aá]o|xác\sđịnh|cho\sphép)"
_OF_WHICH = r"(?:\s(?:đại\shội|(?-i:[IVXL]+)(?!\w)))*"
_SET_BEHIND = re.compile(
    rf"(?:(?:(?:mà|do|của|như)\s)?{_SETTER}{_OF_WHICH}\s(?:[IVXL]+\s)?(?:đã\s)?{_SETS}|của\s{_SETTER}{_OF_WHICH}|(?:mà|do|của)\s{_SETTER}\ssố\s\S+)(?:\s(?:song|nhưng|tuy|dù)\s.*)?",
    re.IGNORECASE,
)
"""``mục tiêu 85% mà Nghị quyết giao``, ``mục tiêu 80% của Chương trình``: who set it stands behind the value."""
_SET_LEVEL = re.compile(
    r"(?:(?:so\svới|dưới|bằng|vượt(?:\sxa)?|đạt|xa)\s(?:với\s)?(?:mức|khung|khoảng|ngưỡng)|(?:trong|đúng)\s(?:kh[uủ]ng|khoảng|mức|ngưỡng))\s*$",
    re.IGNORECASE,
)
_WHILE = re.compile(
    rf"(?:(?:trong\skhi|còn)\s(?:đó,?\s)?)?(?:(?:mục|chỉ)\stiêu\s)?{_SETTER}{_OF_WHICH}\s(?:(?:đã|chỉ)\s)*(?:{_SETS}|đặt)(?:\s(?:là|phải|đạt|tăng|giảm)){{0,2}}",
    re.IGNORECASE,
)
"""``giảm 2,4%/năm, trong khi Nghị quyết đề ra tăng 10%/năm``: the target behind its result, with its own verb."""
_EXCEEDED = re.compile(
    rf"(?:(?:^|\s)vượt(?:\s(?P<far>(?:khá\s)?xa))?|^\s*đạt|\sđạt(?=\s(?:chỉ\stiêu|mục\stiêu|yêu\scầu)\s(?:của\s)?(?:nghị\squyết|NQĐH|NQ|đại\shội)))\s{_THE_TARGET}",
    re.IGNORECASE,
)
_NEAR = (Decimal("0.6"), Decimal("1.7"))
"""``đạt 95,2%, vượt mục tiêu 95%`` quotes a target near the result; ``đạt 4.120 tỷ đồng, vượt kế hoạch 3%`` an excess."""
_DISTANCE = re.compile(rf"(?:cao|thấp|kém|nhiều|ít)\shơn\s(?:so\svới\s)?{_THE_TARGET}", re.IGNORECASE)
_FAR = Decimal("0.4")
"""``ước 9.000 tấn, cao hơn Nghị quyết 800 tấn``: how far from the target, no target."""
_BY_HOW_MUCH = re.compile(r"(?<=\s)(?:tăng|giảm)(?:\sbình\squân)?\s*$")
"""``vượt chỉ tiêu giảm 2 - 3%/năm``."""
_OF_ALL = re.compile(r"(?:trên|so\svới|trong)\stổng\ssố(?:\s[^\W\d]+){1,4}", re.IGNORECASE)
"""``cao hơn mục tiêu (3% trên tổng số đảng viên)``: what both shares are of."""
_OF_NUMBER = re.compile(r"(?:(?:trong\s)?tổng\s)?số\s(?P<what>[^\W\d]+)")
"""``vượt chỉ tiêu 25% số xã``: what the share is of, named again."""
_TIMES_TARGET = re.compile(_THE_TARGET, re.IGNORECASE)
"""``gấp hai lần chỉ tiêu 500 ha``: what stands between the multiple and the target."""
_REACHED = re.compile(
    rf"(?:vượt|đạt|bằng|hơn|thành)\s(?:(?:vượt|mức|so\svới)\s){{0,3}}{_THE_TARGET.removesuffix('$')}(?<=\slà)\s*$",
    re.IGNORECASE,
)
"""``hoàn thành vượt mức chỉ tiêu Đại hội giao là 72%``: the value behind ``là`` is the target, however far."""
_CEILING = re.compile(
    r"(?:mức\s)?(?:trần|giới\shạn|ngưỡng|hạn\smức|trần\snợ)(?:\s[^\W\d]+){0,8}?(?:\s(?:là|không\squá))?", re.IGNORECASE
)
"""``(mức trần Quốc hội cho phép là 4%)``: a bound from above."""
_WORDED_AGAIN = re.compile(r"(?:đến\s)?(?:là|đạt|còn|giảm|tăng|bình\squân)?", re.IGNORECASE)
_OF_PLAN = re.compile(
    r"\s*(?:so\svới\s)?(?:kế\shoạch|dự\stoán|chỉ\stiêu|mục\stiêu|nghị\squyết|KH|NQ)(?!\w)", re.IGNORECASE
)
"""``không đạt kế hoạch là thu ngân sách (đạt`` 92% dự toán): how far, and no target."""
_JUDGES = re.compile(
    r"[\s,]*(?:chưa|không|khó|đã|cơ\sbản)?\s?(?:đạt|vượt|hoàn\sthành|thấp\shơn|cao\shơn)\s", re.IGNORECASE
)
"""``vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)``: the bracket words the target again."""
_COMPARED = re.compile(r"\s(?:thấp\shơn|cao\shơn|chưa\sđạt|không\sđạt|vượt|bằng|so\svới)\s.*$", re.IGNORECASE)
_VERB_ONLY = re.compile(
    r"(?:(?:chưa|không|khó|đã|cơ bản)\s)*(?:vượt|đạt|hoàn thành|bằng|tăng(?!\strưởng)|giảm|kế hoạch|dự toán)(?!\w)"
    r"|(?:nghị quyết|NQ|(?:mục|chỉ) tiêu|đại hội)(?:\s(?:nghị quyết|đại hội|đảng bộ|tỉnh|đã|đề ra|đặt ra|giao))*$",
    re.IGNORECASE,
)


def is_ceiling(piece: Piece) -> bool:
    """Does a bracket quote the highest value that is allowed (``(mức trần cho phép là 4%)``)?"""
    return piece.opener == "(" and _CEILING.fullmatch(tidy(piece.before)) is not None


_TARGET_HEAD = re.compile(
    r"(?:nghị\squyết|MTNQ|NQĐH|NQ|mục\stiêu|chỉ\stiêu|kế\shoạch|KH)(?:\s(?:nghị\squyết|đại\shội|đề\sra|đặt\sra|giao|năm))*",
    re.IGNORECASE,
)
_MOVES_ONLY = re.compile(r"(?:tăng|giảm|đạt|là|còn|giảm\scòn|bình\squân|mỗi\snăm|\s)+", re.IGNORECASE)


def is_worded_target(piece: Piece) -> bool:
    """Does a bracket quote a target under a head of its own (``(mục tiêu: tăng trưởng GRDP bình quân 7 - 8%)``)?"""
    return piece.opener == "(" and _TARGET_HEAD.fullmatch(tidy(piece.parent)) is not None


def with_target_head(piece: Piece) -> Piece:
    """``(mục tiêu: tăng 8%)``: the head before the colon, where only a verb stands behind it."""
    if not is_worded_target(piece) or not _MOVES_ONLY.fullmatch(tidy(piece.before)):
        return piece
    return replace(piece, before=f"{tidy(piece.parent)} {tidy(piece.before)} ", parent="")


def _missed_by(piece: Piece) -> bool:
    """``không hoàn thành mục tiêu giảm`` 1 điểm %: do the words before a value quote a target that is itself a change?"""
    return bool(_BY_HOW_MUCH.search(piece.before) and _MISSED.search(_BY_HOW_MUCH.sub("", piece.before)))


def _planned_change(piece: Piece) -> bool:
    """``giảm 0,4 điểm % (kế hoạch giảm 0,5 điểm %)``: does a bracket quote how much was to change?"""
    before = tidy(piece.before)
    return piece.opener == "(" and before.endswith((" giảm", " tăng")) and _RESTATED.match(f"{before} ") is not None


def _names_target(piece: Piece, led: str, last: Quantity | None) -> bool:
    """Does a comparison with a target stand before the value, in its own words or over the cut before them?"""
    before = tidy(piece.before)
    same = last is not None and last.unit == piece.quantity.unit
    ratio = piece.quantity.value / last.value if last is not None and last.value else None
    if same and ratio is not None and ratio < _FAR and _DISTANCE.fullmatch(before):
        return False
    if last and piece.quantity.kind == "share" and last.kind not in ("share", "change") and _DISTANCE.fullmatch(before):
        return False  # "33.800 tấn, cao hơn chỉ tiêu Nghị quyết 5,6%"
    if last and _WHILE.fullmatch(before) and same_unit_family(last.unit, piece.quantity.unit):
        return True
    if _SET_BEHIND.fullmatch(tidy(piece.after)) and _SET_LEVEL.search(f"{led.rstrip()} {before}"):
        return True
    if (
        (before in ("là", "đạt") and _MISSED.search(led))
        or _MISSED.search(piece.before)
        or _missed_by(piece)
        or _REACHED.search(piece.before)
        or _ASIDE.search(piece.before)
    ):
        return True
    joined = f"{led.rstrip()} {before}"
    if last and _IN_RESOLUTION.fullmatch(before):
        return True
    if piece.opener == "với" and before.startswith("với") and _MISSED.search(joined):
        return True  # "5% so với mục tiêu trên 6%"
    if same and piece.opener == "," and (_ASIDE_BARE.fullmatch(before) or _OF_RESOLUTION.search(piece.before)):
        return True
    kinds = {last.kind, piece.quantity.kind} if last else set()
    alike = last is not None and (
        same_unit_family(last.unit, piece.quantity.unit) or (last.unit and kinds <= {"share", "change"})
    )
    over = _EXCEEDED.search(_BY_HOW_MUCH.sub(" ", piece.before)) if alike and ratio is not None else None
    far = over is not None and over["far"] is not None and same
    return bool(over and ratio is not None and (far or _NEAR[0] <= ratio <= _NEAR[1]))


_IN_RESOLUTION = re.compile(
    rf"(?:(?:hai|ba|bốn|các|những)\s(?:con\ssố|mức|chỉ\stiêu)\s)?tương\sứng\s(?:trong|của|theo|tại)\s{_SETTER}{_OF_WHICH}(?:\slà)?",
    re.IGNORECASE,
)
"""``đạt 66%, 26%; hai con số tương ứng trong Nghị quyết là`` 65% và 27%."""
_POINTS = re.compile(r"điểm\s?(?:%|phần\străm)", re.IGNORECASE)
"""``thấp hơn chỉ tiêu 1,5 điểm %``: how far from the target, not the target."""
_ASIDE = re.compile(
    r"(?:^|,\s)(?:trong\skhi\s)?(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết)(?:\s(?:nghị\squyết|đại\shội|đề\sra|đặt\sra|giao|năm|kế\shoạch)){0,3}\s(?:là|:)\s*$"
    r"|(?:^|,)\s*(?:chỉ\stiêu|mục\stiêu|kế\shoạch)\s(?:cả\snăm|năm|đề\sra|giao)\s*$",
    re.IGNORECASE,
)
"""``Có 50/60 xã (83%) đạt chuẩn, chỉ tiêu là 80%``, ``đạt 71%, mục tiêu cả năm 70%``: the target behind its result, without a verdict."""


_OF_RESOLUTION = re.compile(
    r"(?:vượt|vượt\sxa|đạt|bằng|thấp\shơn|cao\shơn|chưa\sđạt|không\sđạt|so\svới)\s(?:so\svới\s)?(?:mục\stiêu|chỉ\stiêu)\s(?:theo\s|của\s|tại\s|trong\s|mà\s|do\s)?"
    r"(?:nghị\squyết|đại\shội|kế\shoạch|chương\strình|đề\sán)[^,;.:()\d]{0,90}?\s(?:là|phải\sđạt)\s*$",
    re.IGNORECASE,
)
"""``2 tỷ USD, vượt xa mục tiêu theo Nghị quyết Đại hội Đảng bộ tỉnh lần thứ X là 1,7 tỷ USD``."""
_ASIDE_BARE = re.compile(
    r"(?:trong\skhi\s|theo\s)?(?:chỉ\stiêu|mục\stiêu|nghị\squyết|NQ)(?:\s(?:nghị\squyết|đại\shội|đề\sra|đặt\sra|giao)){0,3}",
    re.IGNORECASE,
)
"""``Tốc độ tăng trưởng: 7,4%/năm, chỉ tiêu 8%/năm``."""
_WHOSE = re.compile(r"[\s,]*của\s")


def _planner(owner: str, led: str) -> str:
    """The words that name the plan a bracket quotes: behind the date of a resolution only who issued it stands
    (``cao hơn mục tiêu Nghị quyết số 21-NQ/TW, ngày ..., của Trung ương (3-4%)``)."""
    return tidy(short_setter(f"{led}{owner}")) if not tidy(owner) or _WHOSE.match(owner) else tidy(owner)


def quoted_target(
    piece: Piece, follows: bool, label: Label | None, led: str, last: Quantity | None = None
) -> Label | None:
    """The label of a piece that quotes a target; None for any other piece.

    In: the piece; whether a measure stands before it, and its label; `led`, the words between the value before and this
    one (``vượt mục tiêu (dưới 16%)``, ``so với mục tiêu là 2,9%``), and
    the value before.
    """
    before, owner, after, led = (short_setter(words) for words in (piece.before, piece.owner, piece.after, led))
    piece = replace(piece, before=before, owner=owner, after=after)
    points = _POINTS.match(piece.quantity.unit or "") is not None
    if points and not (_missed_by(piece) or _planned_change(piece)):
        return None
    if piece.quantity.total is not None and not tidy(piece.before):
        return None  # "mới đạt 43% mục tiêu (214/500 triệu USD)": the result, and the target behind the stroke
    before, owner = tidy(piece.before), tidy(piece.owner)
    after = re.sub(r"(?:^|\s)tới$", "", tidy(piece.after))  # "vượt mục tiêu 80% tới" 6 điểm %
    after = "" if _SET_BEHIND.fullmatch(after) or (piece.opener == "(" and _OF_ALL.fullmatch(after)) else after
    if re.fullmatch(r"là (?:chưa |không )?(?:đạt|vượt)", after):  # "so với yêu cầu 400 tấn là vượt"
        after, piece = "", replace(piece, after="")
    bare = not before and not after
    share = piece.quantity.kind == "share" and _OF_PLAN.match(piece.after)
    again = piece.opener == "(" and not share and _WORDED_AGAIN.fullmatch(before) and _JUDGES.match(owner or led)
    bare = bare or bool(again)
    listed = piece.inside and piece.opener in (";", ",")  # "(năm 2030: 33%; mục tiêu: 35%)"
    quoted = (piece.opener in ("(", "/") or listed) and (
        _RESTATED.match(before + " ") or (bare and _PLAN_WORD.search(_planner(piece.owner, led)))
    )
    bounded = follows and is_ceiling(piece)
    again_named = _OF_NUMBER.fullmatch(tidy(piece.after))
    alone = not re.sub(r"^(?:đề|đặt) ra$|(?:^|\s)tới$", "", tidy(piece.after))
    named = alone or bool(again_named and label and again_named["what"] in label.text)
    multiple = follows and not before and named and _TIMES_TARGET.fullmatch(led.strip())
    if (
        not quoted
        and not bounded
        and not multiple
        and not (follows and (named or not after) and _names_target(piece, led, last))
    ):
        return None
    return _quoted_label(piece, label, quoted=bool(quoted), bare=bare, points=points)


def _quoted_label(piece: Piece, label: Label | None, *, quoted: bool, bare: bool, points: bool) -> Label | None:
    """The label of a quoted target: that of its result, or its own words; a change or a level where it says so."""
    before = tidy(piece.before)
    own = "" if not quoted or (bare and label) else clean_before(piece.owner)
    own = _COMPARED.sub("", own) if bare else own
    own = re.sub(r"^tăng trưởng(?!\w)", "tốc độ tăng trưởng", own, flags=re.IGNORECASE) if bare else own
    name = own if own and not _VERB_ONLY.match(own) else (label.text if label else "")
    growth = label.growth if label and not own else bool(re.match(r"(?:tốc độ|mức giảm)", name, re.IGNORECASE))
    if (
        bare
        and re.match(r"(?:mức\s)?giảm$|(?:mỗi|hằng|hàng|bình quân|\s|năm)+giảm$", before)
        and piece.quantity.kind == "share"
    ):
        rate = re.match(r"T[ỷỉ]\slệ\s", name, re.IGNORECASE)
        name = f"mức giảm {lower_first(name)}" if rate else name  # "(mỗi năm giảm 3%)"
    if not quoted and re.search(r"\s(?:mục|chỉ)\stiêu\sgiảm$", before) and not growth:
        name, growth = f"mức giảm {lower_first(name)}", True  # "không hoàn thành mục tiêu giảm 1 điểm %"
    if points and before.endswith(" giảm") and name and not growth:
        name, growth = f"mức giảm {lower_first(name)}", True  # "(kế hoạch giảm 0,5 điểm %)"
    if re.search(r"(?<!\w)tăng$", before) and _WHILE.fullmatch(before):
        name = re.sub(r"^(?:mức|tốc độ) giảm ", "tốc độ tăng ", name, flags=re.IGNORECASE)
    if bare and growth and label and _LEVEL_BACK.fullmatch(before):
        level = level_of_change(label)  # "mỗi năm giảm 2%, vượt mục tiêu (còn 9%)"
        return replace(level, text=sentence_case(level.text))
    if bare and before == "bình quân" and name and not name.endswith(before):
        name = f"{name} bình quân"  # "vượt mục tiêu (bình quân 60 lớp/năm)"
    return Label(sentence_case(name), name, growth=growth) if name else None


_LEVEL_BACK = re.compile(r"(?:giảm\s)?(?:xuống\s)?còn", re.IGNORECASE)
_REACHED_ONLY = re.compile(r"(?:(?:mới|chỉ|ước|tức|là|tương\sứng)\s)*(?:đạt|bằng)", re.IGNORECASE)


def share_of_quoted(piece: Piece, target: Quantity, led: str) -> bool:
    """``trồng 480 ha (mục tiêu 500 ha, đạt 96%)``, ``480 ha/KH 500 ha, đạt 96%``: how far the target quoted before was reached, no value; nor is it one
    behind ``so với mục tiêu 500 ha``, which `led` to the target."""
    against = re.match(r"[\s,]*so\svới\s", led) is not None
    behind = piece.opener == "," or (not piece.inside and piece.opener == ")")
    if piece.quantity.kind != "share" or not (against or (behind and not tidy(piece.after))):
        return False
    return target.kind not in ("share", "change") and bool(_REACHED_ONLY.fullmatch(tidy(piece.before)))


def in_turn(
    labels: Sequence[str], befores: Sequence[str], units: Sequence[str | None], restated: Sequence[bool]
) -> dict[int, str]:
    """Targets that are quoted in turn behind their results: the index of each, and the label that it takes over.

    >>> told = ["Tỷ lệ hộ có điện ở đô thị", "Tỷ lệ hộ có điện ở nông thôn", "", ""]
    >>> in_turn(told, ["đạt", "đạt", "so với mục tiêu lần lượt là", "và"], ["%"] * 4, [False, False, True, False])
    {2: 'Tỷ lệ hộ có điện ở đô thị', 3: 'Tỷ lệ hộ có điện ở nông thôn'}
    """
    out: dict[int, str] = {}
    for first, before in enumerate(befores):
        if not restated[first] or not re.search(r"lần lượt|tương ứng", before):
            continue
        end = first + 1
        while end < len(befores) and not befores[end].strip(" ,và") and not restated[end]:
            end += 1
        same = all(units[i] == units[first] for i in range(first, end))
        results = [i for i in range(first) if not restated[i] and (units[i] == units[first] or not same)]
        end = min(end, first + len(results))  # what follows behind the last of the targets is none
        told = results[first - end :]
        alike = (_of_unit(units[i], units[j]) for i, j in zip(range(first, end), told, strict=False))
        if end - first > 1 and len(told) == end - first and all(alike):
            out |= {index: labels[i] for index, i in zip(range(first, end), told, strict=True)}
    return out


def _of_unit(one: str | None, other: str | None) -> bool:
    """``32 giường`` of ``31,5 giường bệnh``: units of one noun."""
    return same_unit_family(one, other) or f"{other} ".startswith(f"{one} ")


_OF_DOCUMENT = re.compile(
    r"(?<!\w)(?:mục\stiêu|chỉ\stiêu|kế\shoạch|so\svới|theo)(?:\s[^\s\d,;.()]+){0,5}\s(?:số\s)?$", re.IGNORECASE
)
_TO_VALUE = re.compile(r"(?:,?\s(?:của|ngày|là|đề\sra|đặt\sra)[^;.()]{0,60})?\s?\(?[^;.()\d]{0,30}$")
_FROM_VALUE = re.compile(
    r"(?:/năm)?\s?(?:(?:mà|của|theo|tại|do|nêu\stại|đề\sra\stại)\s)(?:(?:tinh\sthần|yêu\scầu|quy\sđịnh)\s(?:của\s|tại\s)?)?"
    r"(?:(?:nghị\squyết|kết\sluận|chỉ\sthị|chương\strình|kế\shoạch|quyết\sđịnh|đề\sán)(?:\shành\sđộng)?\s)?(?:số\s)?",
    re.IGNORECASE,
)
"""``chỉ tiêu 3.200 tấn của Chương trình 41``, ``mức 8%/năm mà Nghị quyết 18 đề ra``: the document behind the value."""
_DOCUMENT_SETS = re.compile(r"(?:[^;.()\d]|\(){0,40}?(?:đề\sra|đặt\sra|xác\sđịnh|yêu\scầu|giao|nêu)\s", re.IGNORECASE)


def quoted_document(text: str, quantity: Quantity, short: Mapping[str, str], lexicon: Lexicon) -> str | None:
    """The document by its code whose target a sentence quotes; None where it names the target of none.

    In: the sentence, the value, the codes of documents that are called by their number alone.
    """
    at = quantity.at
    named = codes_in(text[max(0, at - 160) : min(len(text), quantity.end + 90)], short, lexicon)
    shift = max(0, at - 160)
    before = [n for n in named if n.end + shift <= at]
    behind = next((n for n in named if n.start + shift >= quantity.end), None)
    if before:
        head = text[shift : shift + before[-1].start]
        gap = text[shift + before[-1].end : at]
        if (_OF_DOCUMENT.search(head) and _TO_VALUE.fullmatch(gap)) or _DOCUMENT_SETS.match(gap):
            return before[-1].code
    if behind and _FROM_VALUE.fullmatch(text[quantity.end : shift + behind.start]):
        return behind.code
    return None


def congress_before(text: str, at: int) -> str | None:
    """``Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX xác định ...`` 9%: the congress that the clause of a value names before
    an offset."""
    clause = re.split(r"[;.]\s", text[:at])[-1]
    return text_to_ordinal(clause) if re.search(r"nghị quyết|đại hội", clause, re.IGNORECASE) else None


def targets_in_turn(
    labels: Sequence[str], units: Sequence[str | None], restated: Sequence[bool], gaps: Sequence[str]
) -> list[str]:
    """The labels of the values of a sentence, where a bracket quotes the targets of several results in their order.

    In: labels and units, whether each value is a quoted target, and the text before each since the value before.

    >>> targets_in_turn(["Quế", "Chè", "Chè", "Chè"], ["ha"] * 4, [False, False, True, True], ["", "", "(", "; "])
    ['Quế', 'Chè', 'Quế', 'Chè']
    """
    out = list(labels)
    results = [i for i, quoted in enumerate(restated) if not quoted]
    start = 0
    while start < len(out):
        end = start + 1
        while restated[start] and end < len(out) and restated[end] and gaps[end].strip() in {*",;-–/", "và"}:
            end += 1
        before = [i for i in results if i < start][start - end :]
        pairs = list(zip(range(start, end), before, strict=False))
        alike = len(pairs) == end - start and all(same_unit_family(units[a], units[b]) for a, b in pairs)
        if end - start > 1 and alike:
            for at, result in pairs:
                out[at] = labels[result]
        start = end
    return out
