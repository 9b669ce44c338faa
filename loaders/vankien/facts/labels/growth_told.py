"""Growth that its clause tells beside the value: at what rate a thing grew, how many places an index is to gain, the sum of
what the clause before speaks of.

khai thác than đạt mức tăng trưởng 1,9%              Tốc độ tăng trưởng khai thác than
kinh tế có mức tăng trưởng khá, bình quân đạt 7%     Tốc độ tăng trưởng kinh tế bình quân
tăng thứ hạng PCI từ 5 - 10 bậc                      Mức tăng thứ hạng PCI
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import lower_first, tidy, topic_of
from vankien.facts.labels.changes import Label, level_of_change

_AT_A_RATE = re.compile(
    r"^(?P<what>(?:(?!tốc\sđộ|tỷ\slệ|tỉ\slệ|tăng|giảm)[^,;:.()\d]){3,60}?)\s(?:đạt|có|giữ)\s(?:được\s)?(?:mức|tốc\sđộ|nhịp\sđộ)\s(?=tăng\strưởng\s*(?:(?:bình\squân|trung\sbình)\s*)?(?:(?:đạt|là|trên|khoảng)\s*)?$)",
    re.IGNORECASE,
)
"""``khai thác than đạt mức tăng trưởng`` 1,9%: what grows stands before the verb."""
_GREW_WELL = re.compile(
    r"(?:^|[;.,]\s)(?P<what>[^,;.\d]{3,40}?)\s(?:(?:có|đạt|giữ|duy\strì)\s(?:được\s)?(?:mức|tốc\sđộ|nhịp\sđộ)\stăng(?:\strưởng)?|(?:tăng\strưởng|phát\striển)\s(?:với|ở)\s(?:mức|tốc\sđộ|nhịp\sđộ))(?:\s(?:khá|cao|tốt|ổn\sđịnh|liên\stục|nhanh|bền\svững))+,\s*$",
    re.IGNORECASE,
)
"""``Kinh tế có mức tăng trưởng khá, bình quân đạt`` 7%, ``Kinh tế tăng trưởng với tốc độ khá, bình quân`` 7%."""
_NO_NAME = re.compile(
    r"(?:toàn\s)?(?:tỉnh|huyện|xã|phường|thành\sphố|địa\sphương)|(?:nhiệm\skỳ|giai\sđoạn|năm)(?!\w).*"
)


def at_a_rate(piece: Piece) -> Piece:
    """A piece whose words say that a thing reached a rate of growth, with the words that say that it grows by the value."""
    told = _AT_A_RATE.match(piece.before)
    if told is None or _NO_NAME.fullmatch(tidy(told["what"]).lower()):
        return piece
    return replace(piece, before=f"{told['what']} {piece.before[told.end() :]}")


def grew_well(piece: Piece) -> Label | None:
    """The label of a rate of growth without words of its own, of what grew well in the clause before it; else None."""
    well = _GREW_WELL.search(piece.topic) if piece.quantity.kind in ("share", "change") else None
    if well is None:
        return None
    what = _OF_ECONOMY.sub("", lower_first(tidy(well["what"])))
    average = " bình quân" if re.search(r"bình quân", piece.before, re.IGNORECASE) else ""
    return Label(f"Tốc độ tăng trưởng {what}{average}", f"Tăng trưởng {what}", growth=True)


_OF_ECONOMY = re.compile(r"^nền\s(?=kinh\stế)|(?<=kinh\stế)\s(?:của\s)?(?:toàn\s)?(?:tỉnh|huyện|xã|phường|thành\sphố)$")
_RATE_OF_DECLINE = re.compile(
    r"T[ỷỉ]\slệ\sgiảm\s(?:tỷ\slệ\s)?(?P<thing>.+?)(?:\sbình\squân)?(?:\s(?:mỗi|hằng|hàng)\snăm)?", re.IGNORECASE
)
_LEFT = re.compile(r"[\s,;]*(?:(?:và|đã|nay|chỉ)\s+)*(?:giảm\s+)?còn\s*", re.IGNORECASE)


def level_left(piece: Piece, previous: Label | None) -> Label | None:
    """``Tỷ lệ giảm hộ nghèo bình quân 2%/năm, đến cuối năm 2025 còn`` 3%: the rate that is left, not that of its decline."""
    declines = _RATE_OF_DECLINE.fullmatch(previous.text) if previous and piece.quantity.kind == "share" else None
    if declines is None or piece.after.strip() or not _LEFT.fullmatch(piece.before):
        return None
    thing = "hộ nghèo" if declines["thing"] == "nghèo" else declines["thing"]
    return Label(f"Tỷ lệ {thing}", f"Tỷ lệ {thing}")


_RISE = re.compile(
    r"Tốc\sđộ\stăng\s(?:t[ỷỉ]\s(?:lệ|trọng|suất)|độ\sche\sphủ|mức\sđộ)\s.+?(?:\sbình\squân)?(?:\s(?:mỗi|hằng|hàng)\snăm)?",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"[\s,;]*(?:(?:và|đã|nay|ước|hiện|phấn\sđấu|để|đưa|nâng|tỷ\slệ|(?:đến|vào|trong)?\s?(?:hết\s|cuối\s)?năm\s(?:19|20)\d\d|đến\snay)\s+)*"
    r"(?:đạt|chiếm|lên|là|bằng)(?:\s(?:được|mức|tới|đến|khoảng|gần|trên|hơn|lên))*\s*",
    re.IGNORECASE,
)


def level_reached(piece: Piece, previous: Label | None) -> Label | None:
    """``Tỷ lệ che phủ rừng tăng 2% so với năm 2020, đạt`` 54,5%: the share that was reached, not how much it grew."""
    if previous is None or piece.quantity.kind != "share" or not _RISE.fullmatch(previous.text):
        return None
    if piece.after.strip() or not _REACHED.fullmatch(piece.before):
        return None
    return level_of_change(previous)


_MEAN_DONE = re.compile(
    r"[\s,;(]*(?:bình\squân|trung\sbình)\s+(?:(?:mỗi|một|hằng|hàng)\snăm\s+)?(?P<deed>trồng(?:\smới)?|khai\sthác|sản\sxuất|thu\shút|huy\sđộng|giải\sngân|xây\sdựng|cứng\shóa|nâng\scấp|làm)\s+(?:được\s+|đạt\s+)*(?:(?:trên|hơn|gần|khoảng)\s+)?",
    re.IGNORECASE,
)


def mean_of_done(piece: Piece, previous: Label | None) -> Label | None:
    """``Trồng mới 900 ha rừng, bình quân mỗi năm trồng`` 180 ha: the mean of what the same deed brought about before."""
    if previous is None or piece.quantity.counted or piece.after.strip(" ,;.)"):
        return None
    done = _MEAN_DONE.fullmatch(piece.before)
    if done is None or done["deed"].lower() not in previous.text.lower():
        return None
    return Label(f"{previous.text} bình quân", previous.subject, previous.thing, leading=False)


_RAISED_TO = re.compile(
    r"(?:^|[\s,;])(?:nâng|đưa)\stổng\s(?P<what>số|diện\stích|chiều\sdài|công\ssuất)(?:\s(?P<of>[^,;\d]{2,60}?))??\s(?:lên|đạt)(?:\s(?:mức|tới|đến|khoảng|gần|trên|hơn))*\s*$",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?P<what>Chiều\sdài|Diện\stích|Công\ssuất)\s(?P<thing>.+?)\s(?:được\s)?(?:(?:xây|trồng|làm|mở|tạo|phát\striển|đầu\stư)\s(?:mới|thêm|dựng)|tăng\sthêm|mở\srộng)$"
)


def total_raised(piece: Piece, previous: Label | None) -> Label | None:
    """``xây mới 25 km đường, nâng tổng số lên`` 340 km: all that there is, not what was added."""
    raised = _RAISED_TO.search(piece.before) if previous and not piece.after.strip() else None
    added = _ADDED.match(previous.text) if raised and previous else None
    if raised is None or added is None:
        return None
    what = added["what"] if raised["what"].lower() == "số" else raised["what"]
    thing = f"{lower_first(what)} {raised['of'] or added['thing']}"
    return Label(f"Tổng {thing}", f"Tổng {thing}")


_SUMMED = re.compile(r"(?<!\w)(?:lũy\skế|luỹ\skế|tổng\scộng|cộng\sdồn)(?!\w)", re.IGNORECASE)


def summed_up(piece: Piece) -> bool:
    """``...; xuất siêu liên tục, lũy kế gần 90 triệu USD``: the sum is of the clause before it, not of the value before."""
    return bool(_SUMMED.search(piece.before) and piece.opener == ";" and topic_of(piece))


_GAINS = re.compile(
    r"(?P<first>.*?)(?:^|\s)(?:tăng|cải\sthiện|nâng)(?:\s(?:thứ\shạng|vị\strí|thứ\sbậc|xếp\shạng|hạng))?(?:\s(?P<of>[^,;]+))?",
    re.IGNORECASE,
)


def places_gained(piece: Piece, before: str) -> Label | None:
    """``tăng thứ hạng PCI từ`` 5 - 10 bậc, ``PCI tăng ít nhất`` 2 bậc: by how many places, no place that is reached."""
    promised = piece.quantity.unit == "bậc" and piece.quantity.comparator in ("range", ">=")
    gains = _GAINS.fullmatch(before) if promised else None
    what = tidy(gains["of"] or gains["first"]) if gains else ""
    what = re.sub(r"^(?:thứ|xếp|vị trí)\s?(?:hạng)?\s", "", what, flags=re.IGNORECASE)
    if not what:
        return None
    thing = what if re.match(r"\w*[A-ZĐ]{2}", what) else lower_first(what)
    return Label(f"Mức tăng thứ hạng {thing}", f"Thứ hạng {thing}")
