"""Labels of values in brackets, from the words before the bracket."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses import Piece, without_times
from vankien.facts.label_changes import Label
from vankien.facts.periods import find_times
from vankien.facts.phrases import BARE, clean_before, lower_first, sentence_case, tidy
from vankien.facts.wording import HEAD

PREFIX = {
    "share": "Tỷ lệ",
    "area": "Diện tích",
    "length": "Chiều dài",
    "mass": "Sản lượng",
    "power": "Công suất",
    "energy": "Sản lượng",
    "volume": "Thể tích",
}
"""What a unit measures when the text does not say: ``trồng mới 25 ha chè`` is an area."""

_COMPARED = r"(?:(?:cao|thấp|lớn|nhiều|ít|nhanh|chậm)\shơn|so\svới|xấp\sxỉ|tương\sđương|bằng)\s"
_OPENS_WITH = re.compile(_COMPARED, re.IGNORECASE)
_COMPARED_WITH = re.compile(
    rf"(?:^|\s){_COMPARED}(?:so\svới\s)?(?:mức\s)?(?P<what>(?:nhiệm\skỳ|giai\sđoạn|bình\squân|trung\sbình|cả\snước)[^,;()]{{0,50}})$",
    re.IGNORECASE,
)


def compared_with(piece: Piece, previous: Label | None) -> Label | None:
    """``đạt 7,6%, cao hơn nhiệm kỳ trước (7,1%)``: the bracket says the same of what is compared with."""
    if piece.opener != "(" or previous is None or clean_before(piece.before) or tidy(piece.after):
        return None
    compared = _COMPARED_WITH.search(tidy(piece.owner))
    if not compared:
        return None
    mean_of_mean = compared["what"].lower().startswith(("bình quân", "trung bình"))
    subject = previous.text.removesuffix(" bình quân") if mean_of_mean else previous.text
    return replace(previous, text=f"{subject} {compared['what']}")


_START = re.compile(
    r"(?:đầu|cuối)\s(?:nhiệm\skỳ|kỳ|giai\sđoạn)(?:\strước)?(?:,?\s(?:mới|chỉ|mới\schỉ))?", re.IGNORECASE
)


def at_other_time(piece: Piece, before: str) -> bool:
    """``80% trường đạt chuẩn (đầu nhiệm kỳ 61%)``: the same thing at another time, which is given without a year."""
    return piece.opener == "(" and _START.fullmatch(before) is not None


def is_compared(piece: Piece) -> bool:
    """True for a bracket behind a comparison with something else: it names no indicator (``cao hơn mức của tỉnh bạn (45%)``)."""
    return bool(_OPENS_WITH.match(re.split(r",\s", piece.owner)[-1].strip()))


_EACH_YEAR = re.compile(
    r"\s(?:(?:đều|liên tục)\s)?(?:(?:tăng|giảm)\s)?(?:(?:dần|đều|nhanh|mạnh|khá)\s)?(?:(?:qua|trong|ở)\s)?(?:các|từng)\snăm$",
    re.IGNORECASE,
)


def without_each_year(text: str) -> str:
    """What is told year by year, without the words that say so.

    >>> without_each_year("Thu ngân sách tăng qua các năm"), without_each_year("Tốc độ tăng GRDP các năm")
    ('Thu ngân sách', 'Tốc độ tăng GRDP')
    """
    return _EACH_YEAR.sub("", text)


def year_by_year(piece: Piece) -> Label | None:
    """``Tốc độ tăng GRDP các năm: 2031: 5,1%; 2032: 6,4%``: behind a colon, where only a year stands before the value."""
    dated = any(t.period and t.kind in ("at", "until") for t in piece.times)
    if not dated or not piece.parent or not BARE.match(clean_before(piece.before)) or tidy(piece.after):
        return None
    head = without_each_year(clean_before(without_times(piece.parent, 0, len(piece.parent), find_times(piece.parent))))
    if not HEAD.match(head) or len(head.split()) > _HEAD_LENGTH:
        return None
    return Label(sentence_case(head), sentence_case(head), growth=bool(re.match(r"tốc\sđộ", head, re.IGNORECASE)))


_HEAD_LENGTH = 14
_COUNTS = re.compile(r"(?:tổng\s)?số\s(?:lượng\s)?\w", re.IGNORECASE)


def owner_label(piece: Piece) -> Label | None:
    """A value in a bracket behind the words that name it: ``chiếm phần lớn trong cơ cấu GRDP (trên 38%)``."""
    owner = re.sub(r"\s(?:ở|đạt)\smức\s.*$", "", clean_before(re.split(r",\s", piece.owner)[-1]))
    owner = re.sub(r"^tăng trưởng\s", "Tốc độ tăng trưởng ", owner, flags=re.IGNORECASE)
    owner = without_each_year(owner)
    if not owner or re.search(r"\d", owner) or BARE.match(owner):
        return None
    if piece.quantity.counted and not _COUNTS.match(owner):
        return None
    text = owner if HEAD.match(owner) else f"{PREFIX.get(piece.quantity.kind, '')} {lower_first(owner)}".strip()
    return Label(sentence_case(text), sentence_case(text))
