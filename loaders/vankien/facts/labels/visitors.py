"""Labels of tourists: what ``lượt`` and ``lượt khách`` count, over a list of kinds and of years."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import lower_first, sentence_case, tidy
from vankien.facts.labels.changes import Label

_VISITORS = re.compile(r"(?<!\w)(?:du )?khách(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(
    r"[\s,]*(?:và\s)?(?:(?:tăng|giảm)\s)?(?:(?:lên|xuống|còn|đạt|ước|đến|tới)(?:\s|$))*", re.IGNORECASE
)
_RECEIVE = re.compile(r"(?:đón|thu hút|phục vụ)(?:\s(?:và|,)\s(?:đón|phục vụ))?(?:\sđược)?\s*$", re.IGNORECASE)


_OF_TOURISM = re.compile(r"(?:^|,\s)du\slịch(?!\w)[^,]*$", re.IGNORECASE)
"""``Du lịch phục hồi mạnh: năm 2025 ước 2.150 nghìn lượt khách``."""
_PASSENGERS = re.compile(
    r"(?:số\s)?(?:lượt\s|lượng\s)?(?P<what>hành\skhách(?:\s(?:được\s)?vận\schuyển)?)", re.IGNORECASE
)
"""``hành khách vận chuyển`` 9,8 triệu lượt người."""
_ALL_VISITORS = re.compile(
    r"(?P<all>(?:Tổng|Số|Lượng)\s[^:]*?khách(?:\sdu\slịch)?)(?:\s(?:5\snăm|cả\snhiệm\skỳ))?(?P<part>: Khách .+)?$"
)


def visitors(piece: Piece, before: str, after: str, noun: str, previous: Label | None) -> Label | None:
    """``đón 6 triệu lượt khách`` counts tourists; ``khách quốc tế đạt 600 nghìn lượt`` those named before."""
    if noun.startswith(("lượt khách", "lượt du khách", "lượt người")) and (
        _RECEIVE.search(piece.before) or (not before and _OF_TOURISM.search(tidy(piece.parent)))
    ):
        kind = re.sub(r"^du lịch\s?", "", after)
        text = tidy(f"Tổng lượt khách du lịch {kind}")
        return Label(text, text, "khách du lịch")
    if noun == "lượt người" and not after and (riding := _PASSENGERS.fullmatch(before)):
        text = f"Số lượt {riding['what'].lower()}"
        return Label(text, text, riding["what"].lower())
    if noun == "lượt" and re.match(r"(?:lượng\s)?(?:khách|du khách)(?!\w)", before, re.IGNORECASE):
        whole = _ALL_VISITORS.match(previous.text) if previous else None
        listed = whole and whole["part"] and piece.opener in (",", "và")
        if whole and (listed or re.match(r"[\s,;(]*trong đó(?!\w)", piece.before)):
            text = f"{whole['all']}: {sentence_case(before)}"
            return Label(text, text, before)
        text = f"Lượng {re.sub('^lượng ', '', lower_first(before))}"
        return Label(text, text, before)
    dated = any(t.period and t.kind != "base" for t in piece.times)
    if (
        dated
        and noun == "lượt"
        and previous
        and not after
        and _VISITORS.search(previous.text)
        and _GOES_ON.fullmatch(piece.before)
    ):
        # "từ 0,2 triệu lượt lên 17 triệu lượt và ước 21 triệu", "khách tăng 18%/năm, năm 2030 đạt 4 triệu lượt"
        of = previous.subject if previous.growth else previous.text
        return replace(previous, text=sentence_case(of), growth=False)
    return None
