"""Targets that a sentence quotes with what sets them, also without the word target before the value.

Nghị quyết số 9-NQ/TU đặt ra yêu cầu tối thiểu 40 bến   a document says what is to be reached
thấp hơn mức 7,5%/năm mà Chương trình 41 đề ra          the result is held against it
đáp ứng yêu cầu tối thiểu 3%/năm tại Chỉ thị số 8       and meets it
bằng 88% chỉ tiêu 4.000 tấn                             the share stands before the target
Thấp hơn mục tiêu 60% của Đề án                         in a footnote, of the value that it hangs on
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import sentence_case
from vankien.facts.goals.target_groups import STRUCTURE
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family
from vankien.facts.times.periods import find_times

_DOCUMENT = r"(?:nghị\squyết|kết\sluận|chỉ\sthị|chương\strình(?:\shành\sđộng)?|kế\shoạch|quyết\sđịnh|đề\sán|quy\shoạch|chiến\slược|đại\shội)"
_SETS = r"(?:đề\sra|đặt\sra|đặt\smục\stiêu|xác\sđịnh|quy\sđịnh|yêu\scầu|giao)"
_SUBJECT = re.compile(
    rf"(?:^|[;:,]\s|(?<=[.]\s)|(?<=\smà\s)|(?<=\skhi\s)){_DOCUMENT}\s(?:[^;:.(),]|,\s(?=ngày\s|nhiệm\skỳ\s|của\s)|\([^()]{{3,120}}\)){{0,90}}?\s?{_SETS}(?:\s(?:yêu\scầu|mục\stiêu|chỉ\stiêu))?(?=\s)(?P<rest>[^;.()]*)$",
    re.IGNORECASE,
)
"""The document is the subject: ``Nghị quyết số 9-NQ/TU xác định tỷ trọng này đến năm 2025 là`` 9%."""
_HELD_AGAINST = re.compile(
    r"(?:(?:thấp|cao|kém)\s(?:hơn\s)?(?:so\svới\s)?|bằng\s|so\svới\s|vượt\s)mức\s(?:từ\s)?$", re.IGNORECASE
)
_SET_BY = re.compile(rf"(?:/năm)?\s(?:mà|do|của|theo|tại)\s(?:yêu\scầu\scủa\s)?{_DOCUMENT}(?!\w)", re.IGNORECASE)
_MEETS = re.compile(
    r"(?:đáp\sứng|bảo\sđảm|đảm\sbảo|vượt|đạt)\s(?:được\s)?yêu\scầu\s(?:(?:là|tối\sthiểu|ít\snhất|từ|trên)\s)*$",
    re.IGNORECASE,
)
_SHARE_OF = re.compile(
    r"\d\s?%\s(?:so\svới\s|của\s)?(?:mục\stiêu|chỉ\stiêu)(?:\s(?:đề\sra|đặt\sra|cả\snhiệm\skỳ|nghị\squyết|là))*\s$",
    re.IGNORECASE,
)
_GOAL = re.compile(r"(?:^|[,;(]\s?)(?:mục\stiêu|chỉ\stiêu)\s(?:là\s)?$", re.IGNORECASE)
_JUDGED = re.compile(r"[^,;.()\d]{0,40}?\s(?:khó|chưa|không)\s(?:đạt|hoàn\sthành)(?!\w)", re.IGNORECASE)
_OPENS = re.compile(
    r"\W*(?:thấp|cao)\shơn\s(?:so\svới\s)?(?:mục\stiêu|chỉ\stiêu)\s$|\W*(?:vượt|đạt|chưa\sđạt)\s(?:mục\stiêu|chỉ\stiêu)\s$",
    re.IGNORECASE,
)
_GOAL_OF = re.compile(
    rf"\W*(?:mục\stiêu|chỉ\stiêu)\s(?:của\s|theo\s)?{_DOCUMENT}\s[^;:()]{{3,120}}:\s(?:là\s)?", re.IGNORECASE
)
"""``Mục tiêu Kế hoạch số 9/KH-UBND ...: 400 trang trại``: in a footnote, of the value that it hangs on."""
_AIM = re.compile(r"^.*\sđặt\smục\stiêu\s(?:(?:đến|năm|\d{4}|nâng|giảm|tăng|đưa)\s)*", re.IGNORECASE)
"""``Đề án ... đặt mục tiêu nâng độ che phủ rừng``: what is aimed at is measured, not who aims."""
_THIS = re.compile(
    r"(?:(?:tỷ|tỉ)\s(?:lệ|trọng)|tốc\sđộ|mức|con\ssố|chỉ\stiêu|chỉ\ssố|số)\s(?:này|nói\strên|trên)", re.IGNORECASE
)
"""``tỷ lệ này``: what was measured before."""
_NATION = re.compile(r"\s(?:cho|của|trên\sphạm\svi)\s(?:cả\snước|toàn\squốc)", re.IGNORECASE)


def mark_set(text: str, measures: tuple[Measure, ...], earlier: str, ahead: bool) -> tuple[Measure, ...]:
    """The measures of a sentence, those that a document sets marked as quoted targets, and ``tỷ lệ này`` under the name
    of what was measured before.

    In: the sentence, its measures, the label of the value before the sentence, whether it stands among goals or tasks
    (what is promised there needs no document).
    """
    out: list[Measure] = []
    subject = False
    for measure in measures:
        measure = _this_one(measure, out, earlier)
        head, tail = text[: measure.quantity.at], text[measure.quantity.end :]
        measure = measure if ahead else _named_goal(measure, head)
        goes_on = (
            subject and not re.search(r"[;.:]\s", text[out[-1].quantity.end : measure.quantity.start]) if out else False
        )
        stated = None if ahead else _SUBJECT.search(head)
        subject = bool(stated) or goes_on
        held = _is_held_against(head, tail, bool(earlier))
        aims = bool(stated and re.search(r"đặt\smục\stiêu", stated[0], re.IGNORECASE))
        if measure.restated or not (held or (subject and (aims or _promised(measure, text)))):
            out.append(measure)
            continue
        own = subject and not held and (_names_something(stated["rest"] if stated else "") or _counts_things(measure))
        label = measure.label if own or (goes_on and not held) else _of_before(measure, out, earlier)
        if goes_on and not stated and not held and out:
            label = out[-1].label
        if own and (aim := _AIM.search(label)):
            label = sentence_case(label[aim.end() :])
        scope = (
            "cả nước" if _NATION.search(text[max(0, measure.start) : measure.end] + tail[:60].split(";")[0]) else None
        )
        quantity = measure.quantity
        if held and quantity.comparator in ("<", ">") and _HELD_AGAINST.search(head):
            quantity = replace(quantity, comparator="=")  # "thấp hơn mức 8%" holds against 8%
        out.append(
            replace(
                measure,
                quantity=quantity,
                label=label,
                restated=True,
                growth=measure.growth,
                scope=scope or measure.scope,
            )
        )
    return tuple(out)


def _is_held_against(head: str, tail: str, earlier: bool) -> bool:
    """Does a sentence hold something against a value, by what stands before and behind it? `earlier` if a value before
    the sentence has a label."""
    return bool(
        (_HELD_AGAINST.search(head) and _SET_BY.match(tail))
        or _MEETS.search(head)
        or _SHARE_OF.search(head)
        or (_GOAL.search(head) and _JUDGED.match(tail))
        or (earlier and (_OPENS.fullmatch(head) or _GOAL_OF.fullmatch(head)))
    )


_QUOTED_GOAL = re.compile(r"(?:mục|chỉ)\stiêu\s“[^“”;:]{6,120}$", re.IGNORECASE)
_NAMED_GOAL = re.compile(
    r"(?:hoàn\sthành|thực\shiện)\smục\stiêu\s(?:(?:hằng|hàng|mỗi)\snăm\s)?[^,;:.()“”\d]{6,100}?\s(?:đạt|là)\stừ\s$",
    re.IGNORECASE,
)
"""``góp phần hoàn thành mục tiêu hằng năm kết nạp đảng viên đạt từ`` 3% trở lên."""
_BEFORE_GOAL = re.compile(r"^.*(?:mục|chỉ)\stiêu\s", re.IGNORECASE)


def _named_goal(measure: Measure, head: str) -> Measure:
    """``với chỉ tiêu “tỷ lệ người tham gia đạt`` 85%”: a value that its own words call a target, marked as one."""
    if not (_QUOTED_GOAL.search(head) or (measure.quantity.comparator == ">=" and _NAMED_GOAL.search(head))):
        return measure
    named = _BEFORE_GOAL.sub("", measure.label)
    rate = "Tỷ lệ " if named != measure.label and measure.quantity.kind == "share" else ""
    return replace(measure, label=sentence_case(f"{rate}{named}"), restated=True)


def _promised(measure: Measure, text: str) -> bool:
    """Is the value that a document states one to be reached: with a deadline, or a bound?"""
    if STRUCTURE.match(measure.quantity.unit or ""):
        return False
    bound = measure.quantity.comparator in (">", ">=", "<", "<=", "range", "~")
    return bound or any(
        t.kind == "until" for t in (*measure.times, *find_times(text[measure.start : measure.quantity.start]))
    )


def _counts_things(measure: Measure) -> bool:
    """Does a counted value name what it counts: ``12`` xã đạt chuẩn?"""
    return measure.quantity.counted and len(measure.label.split()) > 2


def _names_something(rest: str) -> bool:
    """Do the words between the document's verb and the value name what is measured?"""
    words = re.sub(
        r"(?:đến|vào|trong)?\s*(?:hết\s|cuối\s)?năm\s\d{4}|\d+|(?<!\w)(?:là|phải|đạt|tối\sthiểu|ít\snhất|khoảng|trên|dưới|từ|đến|còn)(?!\w)",
        " ",
        rest,
    )
    return len(re.findall(r"[^\W\d]+", words)) >= 2


def _of_before(measure: Measure, out: list[Measure], earlier: str) -> str:
    """The label of the last result counted in the same unit; else of the value before the sentence; else its own."""
    alike = [m for m in out if not m.restated and _alike(m, measure)]
    return alike[-1].label if alike else (earlier if not out and earlier else measure.label)


def _alike(one: Measure, other: Measure) -> bool:
    """Two values in one unit; all shares are alike (``8% GRDP`` and ``9%``)."""
    shares = one.quantity.kind == other.quantity.kind == "share"
    longer = f"{one.quantity.unit} ".startswith(
        f"{other.quantity.unit} "
    )  # "1,36 triệu lượt khách", of "1,5 triệu lượt"
    return shares or longer or same_unit_family(one.quantity.unit, other.quantity.unit)


def _this_one(measure: Measure, out: list[Measure], earlier: str) -> Measure:
    """A measure whose label is only ``tỷ lệ này``, under the label that this means."""
    meant = _THIS.fullmatch(measure.label.strip())
    before = [m.label for m in out if not m.restated and _alike(m, measure)]
    label = before[-1] if before else earlier or (out[-1].label if out else "")
    return replace(measure, label=label) if meant and label else measure
