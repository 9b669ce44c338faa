"""Labels of a gathering: who came, for how many members they stand, how many sit on the committees that it elects.

với sự tham gia của 120 đại biểu          Số đại biểu dự Đại hội
đại diện cho hơn 600 đảng viên toàn xã    Số đảng viên toàn xã
chỉ định Ban Chấp hành gồm 26 ủy viên     Số ủy viên trong Ban Chấp hành
"""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import tidy
from vankien.facts.labels.changes import Label

_GATHERING = re.compile(r"(?<!\w)(?P<what>đại\shội|hội\snghị)(?!\w)", re.IGNORECASE)
_COMES = re.compile(
    r"(?:^|[\s,])(?:(?:sự\s)?(?:tham\s(?:gia|dự)|góp\smặt|có\smặt)\s(?:chính\sthức\s)?của"
    r"|(?:cùng|về|đến|tham)\sdự\s(?:còn\s)?có(?:\ssự\stham\s(?:gia|dự)\scủa)?|dự\s(?P<named>(?:đại\shội|hội\snghị)(?:\s[^,;:()]*?)?)\s(?:còn\s)?(?:có|gồm)(?:\s(?:sự\stham\s(?:gia|dự)\scủa|mặt))?)\s*$",
    re.IGNORECASE,
)
_STANDS = r"(?:đại\sdiện|thay\smặt)"
_DELEGATES = re.compile(
    rf"(?P<kind>[^,;]*?)(?:\s?,.*|(?:^|\s)(?:(?:trong|của)$|(?:là|được|tham\sdự|về\sdự)\s.*|{_STANDS}.*)|{_STANDS}.*)?",
    re.IGNORECASE,
)
_WITH_GUESTS = re.compile(
    r"(?<!\w)(?:dự(?:\s[^;.:\d]*)?\scó|cùng|đại\sdiện|lãnh\sđạo)\s[^;.:\d]*(?:,|\svà|\scùng(?:\svới)?)\s*$",
    re.IGNORECASE,
)
"""``Cùng dự có lãnh đạo các sở, ban, ngành và`` 240 đại biểu, đại diện cho ...: who else came is no part of who they are."""
_FOR = re.compile(rf"(?:{_STANDS}\s)?cho\s*|{_STANDS}\s*", re.IGNORECASE)
_STANDS_FOR = re.compile(rf"{_STANDS}\s*$", re.IGNORECASE)
_MEMBERS_TAIL = re.compile(
    r"(?:^|\s)(?:(?:(?:đang\s)?sinh\shoạt|đến(?:\stừ)?$|(?:về\s|tham\s)?dự)(?!\w).*|(?:của|thuộc|tại|ở)|trong\stổ\schức\s.*)$",
    re.IGNORECASE,
)
"""``đảng viên sinh hoạt`` tại 45 chi bộ, ``đảng viên đến từ`` 45 chi bộ, ``hội viên trong tổ chức Hội``: what is no part of who they are."""
_KIND_LENGTH = 3
_COMMITTEE = r"(?:Ban\s(?:Chấp\shành|Thường\svụ)|(?:Ủy|Uỷ)\sban\sKiểm\stra|Đoàn\s(?:Chủ\stịch|Thư\ský|đại\sbiểu)|Ban\sThẩm\stra)(?!\w)"
_SITS_ON = re.compile(
    rf"(?:^|(?<!\w)(?:(?P<by>(?-i:Đại\shội\s(?:lần\sthứ\s)?[IVX]+))\s(?:đã\s)?bầu(?:\sra)?|chỉ\sđịnh|bầu(?:\sra)?|chuẩn\sy|công\snhận|kiện\stoàn)\s)(?P<body>{_COMMITTEE}(?:\s[^,;:()]*?)?)\s(?:gồm(?:\scó)?|có)\s*$",
    re.IGNORECASE,
)
_SEATS = frozenset({"ủy viên", "uỷ viên", "đồng chí", "thành viên", "người"})
_OF_GATHERING = re.compile(
    rf"Số (?:(?:ủy|uỷ) viên|đồng chí|thành viên|người) trong {_COMMITTEE}|Số đại biểu (?:[^\W\d]+ ){{0,3}}dự (?:Đại hội|hội nghị)",
    re.IGNORECASE,
)


_DELEGATION = re.compile(
    r"Đoàn\sđại\sbiểu\s(?:đi\s)?dự\s(?P<event>Đại\shội[^,;:()]*?)\s(?:gồm(?:\scó)?|có)\s*$", re.IGNORECASE
)
_SENT = re.compile(r"Số đại biểu chính thức dự (?P<event>.+)$")


def gathered(piece: Piece, noun: str, previous: Label | None) -> Label | None:
    """The label of a count of delegates, of those for whom they stand or of the members of a committee; else None."""
    delegates = noun == "đại biểu"
    thing = (
        _sent(piece, previous) or _delegates(piece)
        if delegates
        else _represented(piece, noun) or _where_they_are(piece, noun) or _seated(piece, noun)
    )
    return Label(f"Số {thing}", f"Số {thing}", thing, leading=False) if thing else None


def _sent(piece: Piece, previous: Label | None) -> str:
    """``bầu Đoàn đại biểu dự Đại hội toàn quốc gồm 21 đại biểu chính thức và 2 đại biểu dự khuyết``: where they are sent."""
    kind = tidy(piece.after)
    delegation = _DELEGATION.search(piece.before)
    also = _SENT.match(previous.text) if previous and not piece.before.strip(" ,và") else None
    sent = delegation or (also if piece.opener in (",", "và") else None)
    return f"đại biểu {kind} dự {sent['event']}" if sent and kind and len(kind.split()) <= _KIND_LENGTH else ""


def _delegates(piece: Piece) -> str:
    comes = _COMES.search(piece.before)
    said = _DELEGATES.fullmatch(tidy(piece.after))
    stands = _STANDS_FOR.search(tidy(piece.after)[-12:]) is not None
    guests = stands and _WITH_GUESTS.search(piece.before) is not None
    if not said or not (comes or stands):
        return ""
    kind = re.sub(r"(?:^|\s)(?:tham\sdự|về\sdự|có\smặt)$", "", tidy(said["kind"] or ""))
    if len(kind.split()) > _KIND_LENGTH:
        return ""
    named = _GATHERING.search((comes and comes["named"]) or f"{piece.topic} {piece.before}")
    if not comes and not (named or guests or "cùng" in piece.before):
        return ""
    where = (
        {"đ": "dự Đại hội", "h": "dự hội nghị"}[named["what"][:1].lower()] if named else "dự Đại hội" if stands else ""
    )
    return tidy(f"đại biểu {kind} {where}")


def _represented(piece: Piece, noun: str) -> str:
    stands = _FOR.fullmatch(piece.before.strip() + " ") and (
        _STANDS_FOR.search(piece.topic.rstrip()) or _STANDS_FOR.search(re.sub(r"cho\s*$", "", piece.before.rstrip()))
    )
    return tidy(f"{noun} {_MEMBERS_TAIL.sub('', tidy(piece.after))}") if stands else ""


_THERE = re.compile(r"(?:(?:đang\s)?sinh\shoạt\s)?(?:thuộc|của|tại|ở|trong)\s*", re.IGNORECASE)
_DOES = re.compile(r"(?:đã|cùng|về|tham)\s.*", re.IGNORECASE)


def _where_they_are(piece: Piece, noun: str) -> str:
    """``99 đại biểu đại diện cho 400 đảng viên thuộc 20 chi bộ đã thảo luận``: what the delegates do is not said of the cells."""
    stands = _THERE.fullmatch(piece.before.strip() + " ") and re.search(rf"{_STANDS}\s", piece.topic, re.IGNORECASE)
    return noun if stands and _DOES.fullmatch(tidy(piece.after)) else ""


def _seated(piece: Piece, noun: str) -> str:
    body = _SITS_ON.search(piece.before.lstrip()) if noun in _SEATS else None
    if not body or re.match(r"\s*[^\s,]", piece.after):
        return ""
    return f"{noun} trong {tidy(body['body'])}" + (f" {body['by']} bầu" if body["by"] else "")


def of_gathering(label: str) -> bool:
    """Does a label count who came to a gathering, or who sits on a committee that it elected: no goal wherever it stands?

    >>> of_gathering("Số ủy viên trong Ban Thường vụ Đảng ủy"), of_gathering("Số đảng viên mới kết nạp")
    (True, False)
    """
    return _OF_GATHERING.match(label) is not None


_DELEGATES_COME = re.compile(
    r"Số đại biểu (?:[^\W\d]+ ){0,3}(?:tham )?dự (?:Đại hội|hội nghị)(?! đại biểu toàn)", re.IGNORECASE
)
_FOR_WHOM = re.compile(rf"đại\sbiểu(?!\w)[^.;]*(?:\s|^){_STANDS}\s(?:cho\s)?[^.;,\d]*$", re.IGNORECASE)


def comes_to_gathering(label: str, before: str) -> bool:
    """Does a label count the delegates of a gathering, or its value, behind the words `before`, those for whom they stand? Then
    it is of the days of the gathering, and of no term.

    >>> comes_to_gathering("Số đại biểu dự Đại hội", ""), comes_to_gathering("Số đảng viên", "có 90 đại biểu đại diện cho ")
    (True, True)
    >>> comes_to_gathering("Số đảng viên", "Đảng bộ xã có ")
    False
    """
    if (_COMING.match(before) and _COUNTS_THEM.match(label)) or _WHO_THEY_ARE.match(label):
        return True
    return of_gathering(label) or _DELEGATES_COME.match(label) is not None or _FOR_WHOM.search(before) is not None


_COMING = re.compile(
    r"\W*(?:Tham )?[Dd]ự (?:Đại hội|Hội nghị)(?! đại biểu toàn)[^.;]{0,80}?\s(?:có|gồm)\s|\W*(?:Tại )?Đại hội(?! đại biểu toàn)\s[^.;]*"
)
_WHO_THEY_ARE = re.compile(
    r"(?:Số|Tỷ lệ) đại biểu (?:nữ|nam|trẻ|là |dưới |đương nhiên|chỉ định|được bầu|được chỉ định|cao tuổi|có trình độ)(?!.*(?:Quốc hội|HĐND|Hội đồng))"
)
_COUNTS_THEM = re.compile(r"(?:Số|Tỷ lệ) (?:đại biểu|đồng chí|đảng bộ|chi bộ)(?!\w)")
"""``Dự Đại hội có 350 đại biểu ...; trong đó 48 đại biểu đương nhiên, ...``."""
