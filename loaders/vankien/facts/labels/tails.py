"""What counts share with a neighbour: the field that stands behind the last of them, the deed of the whole that they are part
of.

bắt 387 vụ, 421 đối tượng phạm tội về ma túy                     of what kind, for both
kiểm tra 2.640 đảng viên, trong đó có 512 cấp ủy viên, chiếm 19%   of those that were checked
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.nouns import counted_noun
from vankien.facts.clauses.phrases import lower_first, tidy
from vankien.facts.cues.wording import PREDICATE
from vankien.facts.labels.changes import Label

_FIELD = r"(?:phạm\stội|vi\sphạm|liên\squan|về|trong\slĩnh\svực|thuộc\slĩnh\svực|tự\squản)\s"
_COUNT = re.compile(r"Số (?P<thing>.+?)(?P<deed>\sđược\s(?!.*\sđược\s).+)?$")
_HOUSE = r"(?:\s(?:gia\sđình|dân))?"
"""``616 hộ gia đình``: its unit is ``hộ``."""
_JOINED = re.compile(rf"{_HOUSE}\s?(?:,\s(?:và\s)?|và\s|/)(?:trên\s|hơn\s|gần\s|khoảng\s)?")
_CULPRITS = frozenset({"đối tượng", "bị can", "bị cáo"})
_CAUGHT = re.compile(r",\s(?:bắt|xử\slý|khởi\stố|truy\stố|tạm\sgiữ)[^;.()\d]*$", re.IGNORECASE)
"""``làm rõ 741 vụ phạm tội về trật tự, bắt giữ`` 1.087 đối tượng: who has done what was cleared up."""
_IN_BRACKET = re.compile(r"[^()]*\((?:trong\sđó,?\s)?[^()\d]*")


def _field(label: str, noun: str) -> str:
    """``phạm tội về ma túy`` of ``Số đối tượng phạm tội về ma túy được bắt giữ``; empty where a label has no such field."""
    count = _COUNT.match(label)
    named = (
        re.match(
            rf"{re.escape(noun)}(?:{_HOUSE}|,\s[^\W\d]+\s[^\W\d]+)\s(?P<field>{_FIELD}.+)",
            count["thing"],
            re.IGNORECASE,
        )
        if count
        else None
    )
    return named["field"] if named else ""


def _with_field(label: str, noun: str, field: str) -> str:
    """A label of the bare noun with a field; the label itself where it says more of what is counted."""
    count = _COUNT.match(label)
    if not field or not count or not re.fullmatch(f"{re.escape(noun)}{_HOUSE}", count["thing"]):
        return label
    return f"Số {count['thing']} {field}{count['deed'] or ''}"


def shared_fields(labels: Sequence[str], units: Sequence[str | None], gaps: Sequence[str]) -> list[str]:
    """The labels of a sentence's values, bare counts with the field of the count that they are joined to, or in whose bracket
    they stand; `gaps` is the text between each value and the one before it.

    >>> shared_fields(["Số vụ được bắt giữ", "Số đối tượng phạm tội về ma túy được bắt giữ"], ["vụ", "đối tượng"], ["", ", "])[0]
    'Số vụ phạm tội về ma túy được bắt giữ'
    >>> shared_fields(["Số lớp", "Số hội nghị về cải cách"], ["lớp", "hội nghị"], ["", " tập huấn, "])[0]
    'Số lớp'
    """
    out, nouns = list(labels), [counted_noun(unit or "") for unit in units]
    for at in range(len(out) - 2, -1, -1):
        if _JOINED.fullmatch(gaps[at + 1]) and nouns[at] and nouns[at + 1]:
            out[at] = _with_field(out[at], nouns[at], _field(out[at + 1], nouns[at + 1]))
    _towards(out, nouns, gaps)
    field = ""
    for at in range(1, len(out)):
        caught = nouns[at] in _CULPRITS and _CAUGHT.search(gaps[at])
        if caught or _IN_BRACKET.fullmatch(gaps[at]):
            field = _field(out[at - 1], nouns[at - 1])
        elif not _JOINED.fullmatch(gaps[at]):
            field = ""
        out[at] = _with_field(out[at], nouns[at], field)
    return out


_TOWARDS = re.compile(r"[^,;.()\d]{0,40}\sđối\svới\s")
_ONE_MORE = re.compile(r"[^,;.()\d]{0,40}(?:,|\svà)\s")


def _towards(labels: list[str], nouns: Sequence[str], gaps: Sequence[str]) -> None:
    """``15 cuộc kiểm tra, 14 cuộc giám sát đối với 29 tổ chức đảng về công tác nội chính``: the counts of what was done are
    of the field, too (in place)."""
    for at in range(len(labels) - 1, 0, -1):
        field = _field(labels[at], nouns[at]) if _TOWARDS.fullmatch(gaps[at]) else ""
        back = at - 1
        while field and back >= 0 and nouns[back] == nouns[at - 1] and not re.search(_FIELD, labels[back]):
            labels[back] = f"{labels[back]} {field}"
            back = back - 1 if _ONE_MORE.fullmatch(gaps[back]) else -1


_AMONG = re.compile(r"[\s,;(]*trong\sđó,?\s+(?:có\s+)?(?:số\s+)?", re.IGNORECASE)
_PEOPLE = re.compile(
    r"(?:đảng\sviên|cấp\s[uủ][yỷ]\sviên|[uủ][yỷ]\sviên|cán\sbộ|công\schức|viên\schức|đoàn\sviên|hội\sviên|đồng\schí|bị\scan|bị\scáo|đối\stượng)(?!\w)",
    re.IGNORECASE,
)


def some_of_done(piece: Piece, thing: str, previous: Label | None) -> Label | None:
    """``kiểm tra 2.640 đảng viên, trong đó có`` 512 cấp ủy viên: some of the people to whom something was done."""
    opens = piece.topic if _AMONG.fullmatch(piece.topic) else ""  # "kỷ luật 90 đảng viên; trong đó, có 12 cấp ủy viên"
    if previous is None or not previous.verb or previous.leading or not _AMONG.fullmatch(f"{opens}{piece.before} "):
        return None
    done = f"được {previous.verb}"
    if not previous.text.endswith(f" {done}") or not _PEOPLE.match(thing) or not _PEOPLE.match(previous.thing):
        return None
    who = re.sub(r"\slà\s.*$", "", thing)
    if PREDICATE.search(who):
        return None
    some = tidy(f"{thing} {done}")
    return Label(f"Số {some}", f"Số {some}", some, leading=False)


_DOES = re.compile(r"(?:^|\s)(?:hoàn\sthành|thực\shiện|triển\skhai)(?:\s(?:đạt|được|trên|hơn|gần))*\s*", re.IGNORECASE)
_PLAN = re.compile(
    r"\s(?P<plan>(?:kế\shoạch|chương\strình|nội\sdung|nhiệm\svụ|chỉ\stiêu)\s(?!năm|giao|đề|đặt|được|của|theo|nghị|so|đã|cả|và|vốn|\d)[^,;:.()\d]{2,40}(?:,\s[^;:.()\d]{3,90})?)"
)


def share_of_plan(piece: Piece) -> Label | None:
    """``Chỉ đạo hoàn thành`` 100% kế hoạch huấn luyện, luyện tập: how much of a plan with a name is done."""
    plan = _PLAN.match(piece.after) if piece.quantity.kind == "share" else None
    does = _DOES.search(piece.before) if plan else None
    if not plan or not does or does.end() != len(piece.before):
        return None
    text = f"Tỷ lệ {tidy(does.group()).lower().split(' đạt')[0]} {tidy(plan['plan'])}"
    return Label(text, text)


_STATE = re.compile(
    r"\s*(?P<state>(?:được\s|đã\s|là\s)?(?:bán\s)?kiên\scố(?:\s(?:hóa|hoá))?|(?:đã\s|được\s)?đạt\schuẩn(?:\s[^\W\d]+){0,3})\s*",
    re.IGNORECASE,
)


def of_state(piece: Piece, previous: Label | None) -> Label | None:
    """``7.806 phòng học (78% kiên cố)``: how many of the things counted before the bracket are so."""
    bracket = piece.opener == "(" and piece.quantity.kind == "share" and not tidy(piece.before)
    state = _STATE.fullmatch(piece.after) if bracket else None
    if not state or previous is None or previous.leading or not previous.text.startswith("Số "):
        return None
    text = f"Tỷ lệ {previous.thing} {state['state']}"
    return Label(text, text, previous.thing, leading=False)


_AND_DEED = re.compile(
    r"\d[^;:.]*\svà\s(?P<deed>(?:thực\shiện|giải\squyết|chi\strả|hỗ\strợ|tổ\schức|triển\skhai)\s(?:đầy\sđủ\s|kịp\sthời\s|tốt\s)*(?:các\s)?[^\d;:.()]{6,90}?)\s*$",
    re.IGNORECASE,
)
"""``công nhận 7.524 lượt người và thực hiện các chế độ cho họ với kinh phí`` 12 tỷ đồng: of the second deed."""


def second_deed(piece: Piece) -> str:
    """The deed behind a count that the sum of money at the end of its clause is of; empty where there is none."""
    deed = _AND_DEED.search(piece.topic)
    return lower_first(tidy(deed["deed"])) if deed else ""
