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
from vankien.facts.labels.changes import Label

_AT_A_RATE = re.compile(
    r"^(?P<what>(?:(?!tốc\sđộ|tỷ\slệ|tỉ\slệ|tăng|giảm)[^,;:.()\d]){3,60}?)\s(?:đạt|có|giữ)\s(?:được\s)?(?:mức|tốc\sđộ|nhịp\sđộ)\s(?=tăng\strưởng\s*(?:(?:bình\squân|trung\sbình)\s*)?(?:(?:đạt|là|trên|khoảng)\s*)?$)",
    re.IGNORECASE,
)
"""``khai thác than đạt mức tăng trưởng`` 1,9%: what grows stands before the verb."""
_GREW_WELL = re.compile(
    r"(?:^|[;.,]\s)(?P<what>[^,;.\d]{3,40}?)\s(?:có|đạt|giữ|duy\strì)\s(?:được\s)?(?:mức|tốc\sđộ|nhịp\sđộ)\stăng(?:\strưởng)?(?:\s(?:khá|cao|tốt|ổn\sđịnh|liên\stục|nhanh|bền\svững))+,\s*$",
    re.IGNORECASE,
)
"""``Kinh tế có mức tăng trưởng khá, bình quân đạt`` 7%."""
_NO_NAME = re.compile(
    r"(?:toàn\s)?(?:tỉnh|huyện|xã|phường|thành\sphố|địa\sphương)|(?:nhiệm\skỳ|giai\sđoạn|năm)(?!\w).*"
)


def at_a_rate(piece: Piece) -> Piece:
    """A piece whose words say that a thing reached a rate of growth, with the words that say that it grows by the value."""
    told = _AT_A_RATE.match(piece.before)
    if told is None or _NO_NAME.fullmatch(tidy(told["what"]).lower()):
        return piece
    return replace(piece, before=f"{told['what']} {piece.before[told.end() :]}")


def grown_topic(piece: Piece) -> str:
    """The subject of the clause before a value: what grew well there, or what that clause opens with."""
    well = _GREW_WELL.search(piece.topic)
    return tidy(well["what"]) if well else topic_of(piece)


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
    gains = _GAINS.fullmatch(before) if piece.quantity.unit == "bậc" else None
    what = tidy(gains["of"] or gains["first"]) if gains else ""
    what = re.sub(r"^(?:thứ|xếp|vị trí)\s?(?:hạng)?\s", "", what, flags=re.IGNORECASE)
    if not what:
        return None
    thing = what if re.match(r"\w*[A-ZĐ]{2}", what) else lower_first(what)
    return Label(f"Mức tăng thứ hạng {thing}", f"Thứ hạng {thing}")
