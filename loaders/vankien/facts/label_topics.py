"""Labels of one general word (``Giải ngân``, ``Kinh phí``, ``Tỷ lệ``), which take what they are of from the head of the
list or from the clause before; and the victims of an accident, the members of a body, the visitors of a place."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses import Piece
from vankien.facts.label_changes import Label
from vankien.facts.phrases import clean_before, lower_first, sentence_case, tidy

_VICTIMS = re.compile(
    r"(?:[\s,;(]|và\s)*(?:làm\s)?(?P<what>chết|bị\sthương|tử\svong|mất\stích|mắc)?\s*$", re.IGNORECASE
)
_SUFFERED = re.compile(r"(?:chết|bị\sthương|tử\svong|mất\stích|mắc)(?!\w)", re.IGNORECASE)
_CASES = re.compile(r"^Số vụ (?P<cause>[^,;(]+)$")
_EARLIER_VICTIMS = re.compile(r"^Số người (?:chết|bị thương|tử vong|mất tích|mắc) do (?P<cause>.+)$")


def victims(piece: Piece, after: str, previous: Label | None) -> Label | None:
    """``tai nạn giao thông xảy ra 120 vụ, làm chết 70 người, bị thương 85 người``: what the people suffered, and from what.

    Where the cases before name no cause, the label does without.
    """
    if not re.match(r"người(?!\w)", piece.quantity.unit or ""):
        return None
    before = _VICTIMS.fullmatch(piece.before)
    behind = _SUFFERED.match(after)
    what = before["what"] if before and before["what"] and not after else behind.group() if behind and before else ""
    if not what:
        return None
    named = (_CASES.match(previous.text) or _EARLIER_VICTIMS.match(previous.text)) if previous else None
    text = f"Số người {what.lower()}" + (f" do {named['cause']}" if named else "")
    return Label(text, text, f"người {what.lower()}", leading=False)


_BODY = re.compile(r"(?:Ban|Ủy\sban|Đoàn|Hội\sđồng|Đảng\sbộ|Đảng\sủy|Tỉnh\sủy|Thành\sủy|Huyện\sủy|Chi\sbộ)\s")
_WHO = re.compile(
    r"[\s,;()]*(?:trong\sđó,?\s)?(?:(?:số|có|là)\s)*(?P<who>nữ|(?:người\s)?dân\stộc\sthiểu\ssố|trẻ)\s*(?:có|là)?\s*",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"^(?:Số|Tỷ lệ) (?P<noun>\w+ \w+)(?: (?:nữ|(?:người )?dân tộc thiểu số|trẻ))? trong (?P<body>.+)$"
)

_MEMBERS = frozenset({"đảng viên", "đoàn viên", "hội viên"})


def members(piece: Piece, noun: str, previous: Label | None) -> Label | None:
    """``Ban Chấp hành gồm 29 đồng chí, trong đó nữ 7 đồng chí``: the members of a body, and some of them; ``60 tổ chức
    đảng với 3.500 đảng viên``: all members there are."""
    if piece.opener == "với" and noun in _MEMBERS and piece.before.strip() in ("", "với") and not piece.after.strip():
        return Label(f"Số {noun}", f"Số {noun}", noun, leading=False)
    if re.search(r"\sgồm(?:\scó)?\s*$", piece.before) and (body := clean_before(piece.before)) and _BODY.match(body):
        return Label(f"Số {noun} trong {body}", body, f"{noun} trong {body}", leading=False)
    who = _WHO.fullmatch(piece.before)
    known = _OF_BODY.match(previous.text) if previous and who else None
    if not who or not known or known["noun"] != noun:
        return None
    some = f"{noun} {lower_first(who['who'])} trong {known['body']}"
    return Label(f"Số {some}", some, some, leading=False)


_BARE_SUM = re.compile(r"(?:tổng\s)?kinh\sphí|giải\sngân|doanh\sthu|tỷ\slệ", re.IGNORECASE)
_DEED_LENGTH = range(4, 17)


def with_topic(label: Label, piece: Piece, previous: Label | None) -> Label:
    """A label of one general word with what it is of; unchanged where the sentence does not say.

    ``Đầu tư công: ... đã giải ngân 1.900 tỷ đồng`` is of the head before the colon, ``xây mới 50 nhà, kinh phí 3 tỷ
    đồng`` and ``đón 2 nghìn lượt khách, doanh thu 5 tỷ đồng`` of the things counted before, ``bố trí cán bộ trẻ trong
    cấp ủy, tỷ lệ đạt 25%`` of the deed.
    """
    if not _BARE_SUM.fullmatch(label.text):
        return label
    word = label.text.lower()
    if word == "tỷ lệ":
        deed = tidy(piece.topic) if piece.opener == "" and "," not in tidy(piece.topic) else ""
        of = deed if len(deed.split()) in _DEED_LENGTH and piece.topic.rstrip().endswith(",") else ""
        if not of and previous and previous.verb and not previous.leading and piece.opener == ",":
            of = f"{previous.verb} {previous.thing}"  # "khám phá 90 vụ, tỷ lệ đạt 91%"
    elif word == "doanh thu":
        of = "du lịch" if previous and re.search(r"(?<!\w)khách du lịch(?!\w)", previous.text, re.IGNORECASE) else ""
    elif word == "giải ngân":
        of = tidy(piece.parent) if re.match(r"\W*(?:vốn\s)?đầu\stư\scông$", tidy(piece.parent), re.IGNORECASE) else ""
        of = of if not of or of.lower().startswith("vốn") else f"vốn {lower_first(of)}"
    else:
        counted = previous and previous.verb and not previous.leading and piece.opener in (",", "với", "")
        of = f"{previous.verb} {previous.thing}" if previous and counted else ""
    if not of:
        return label
    text = sentence_case(f"{label.text} {lower_first(of)}")
    return replace(label, text=text, subject=text)


_RECEIVE = re.compile(r"(?:đón|thu hút|phục vụ)(?:\s(?:và|,)\s(?:đón|phục vụ))?(?:\sđược)?\s*$", re.IGNORECASE)
_ALL_VISITORS = re.compile(r"(?P<all>(?:Tổng|Số|Lượng)\s[^:]*?khách(?:\sdu\slịch)?)(?P<part>: Khách .+)?$")


def visitors(piece: Piece, before: str, after: str, noun: str, previous: Label | None) -> Label | None:
    """``đón 6 triệu lượt khách`` counts tourists; ``khách quốc tế đạt 600 nghìn lượt`` those named before."""
    if noun.startswith(("lượt khách", "lượt du khách", "lượt người")) and _RECEIVE.search(piece.before):
        kind = re.sub(r"^du lịch\s?", "", after)
        text = tidy(f"Tổng lượt khách du lịch {kind}")
        return Label(text, text, "khách du lịch")
    if noun == "lượt" and re.match(r"(?:lượng\s)?(?:khách|du khách)(?!\w)", before, re.IGNORECASE):
        whole = _ALL_VISITORS.match(previous.text) if previous else None
        listed = whole and whole["part"] and piece.opener in (",", "và")
        if whole and (listed or re.match(r"[\s,;(]*trong đó(?!\w)", piece.before)):
            text = f"{whole['all']}: {sentence_case(before)}"
            return Label(text, text, before)
        text = f"Lượng {re.sub('^lượng ', '', lower_first(before))}"
        return Label(text, text, before)
    return None
