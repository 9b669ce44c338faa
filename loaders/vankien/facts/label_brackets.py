"""Labels of values in brackets, from the words before the bracket."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses import Piece
from vankien.facts.label_changes import Label
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


def is_compared(piece: Piece) -> bool:
    """True for a bracket behind a comparison with something else: it names no indicator (``cao hơn mức của tỉnh bạn (45%)``)."""
    return bool(_OPENS_WITH.match(re.split(r",\s", piece.owner)[-1].strip()))


_COUNTS = re.compile(r"(?:tổng\s)?số\s(?:lượng\s)?\w", re.IGNORECASE)


def owner_label(piece: Piece) -> Label | None:
    """A value in a bracket behind the words that name it: ``chiếm phần lớn trong cơ cấu GRDP (trên 38%)``."""
    owner = re.sub(r"\s(?:ở|đạt)\smức\s.*$", "", clean_before(re.split(r",\s", piece.owner)[-1]))
    owner = re.sub(r"^tăng trưởng\s", "Tốc độ tăng trưởng ", owner, flags=re.IGNORECASE)
    if not owner or re.search(r"\d", owner) or BARE.match(owner):
        return None
    if piece.quantity.counted and not _COUNTS.match(owner):
        return None
    text = owner if HEAD.match(owner) else f"{PREFIX.get(piece.quantity.kind, '')} {lower_first(owner)}".strip()
    return Label(sentence_case(text), sentence_case(text))
