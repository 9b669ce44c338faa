"""Labels of values in brackets, from the words before the bracket."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses import Piece
from vankien.facts.label_changes import Label
from vankien.facts.phrases import BARE, clean_before, lower_first, sentence_case
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

_COMPARED = re.compile(
    r"(?:(?:cao|thấp|nhiều|ít|nhanh)\shơn|so\svới|xấp\sxỉ|tương\sđương|bằng)\s(?:(?:mức\s)?(?P<mean>(?:bình\squân|trung\sbình)\s.+))?",
    re.IGNORECASE,
)


def compared(piece: Piece) -> str:
    """The comparison that a bracket stands behind (``cao hơn bình quân cả nước (6,2%)``); empty for other words."""
    words = re.split(r",\s", piece.owner)[-1].strip()
    return words if _COMPARED.match(words) else ""


def of_country(comparison: str, previous: Label | None) -> Label | None:
    """The label of a value that the one before is compared with: the same of the whole country; None for another comparison.

    >>> of_country("thấp hơn bình quân cả nước", Label("Tỷ lệ hộ nghèo", "")).text
    'Tỷ lệ hộ nghèo bình quân cả nước'
    """
    mean = _COMPARED.match(comparison)
    if previous is None or mean is None or not mean["mean"]:
        return None
    text = f"{re.sub(r' bình quân$', '', previous.text)} {lower_first(mean['mean'])}"
    return replace(previous, text=text, subject=text)


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
