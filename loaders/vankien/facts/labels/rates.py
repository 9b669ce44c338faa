"""Labels of rates: so many things to so many people (``13 bác sỹ/1 vạn dân``, ``cứ 10.000 dân có 11 bác sỹ``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import BARE, clean_before
from vankien.facts.cues.wording import HEAD, PEOPLE
from vankien.facts.labels.changes import Label
from vankien.facts.quantities.quantity import Quantity

_MEASURED = re.compile(
    r"[\d.,\s]|(?:nghìn|triệu|tỷ|đồng|usd|ha|tạ|tấn|kg|lít|km|m2|m3|kwh|ngày|đêm|giờ|phút|%|‰|m²|m³|mbps)(?!\w)",
    re.IGNORECASE,
)
_SECTOR_HAS = re.compile(r"(?:toàn\s)?(?:ngành|mạng\slưới)(?:\s[^\W\d]+){1,4}", re.IGNORECASE)
"""``Ngành y tế có 13 bác sỹ/1 vạn dân``: whose they are says nothing of what they are."""
_FIELD = re.compile(r"[\s\W]*[^\W\d]+(?:\s[^\W\d]+){0,3}:\s*")
"""``Y tế: 12 bác sĩ/1 vạn dân``, too."""
_EVERY = re.compile(rf"(?<!\w)(?:cứ|tính\strên|bình\squân|mỗi)\s(?P<people>{PEOPLE})(?:\sthì)?\scó\s", re.IGNORECASE)
_EVERY_IN_LABEL = re.compile(
    rf"\s(?:được\s)?(?:(?:bình\squân\s)?(?:cứ|tính\strên|mỗi)\s|(?<=được\s)|bình\squân\s){PEOPLE}$", re.IGNORECASE
)
_JOINS = re.compile(r"\s*(?:và|,(?:\svà)?)\s*")


def rate_label(piece: Piece, before: str) -> Label | None:
    """``13 bác sỹ/1 vạn dân`` → ``Số bác sỹ/1 vạn dân``, ``14,1 tiêu chí/xã`` → ``Số tiêu chí/xã bình quân``."""
    unit = piece.quantity.unit or ""
    noun = re.split(r"/|\strên\s", unit)[0].strip().lower()
    named = "bình quân" in before.lower() and noun in before.lower()
    per = re.search(r"(?:/|\strên\s(?:1\s|01\s|một\s)?(?:vạn|10\.?000|1\.?000)\s)", unit)
    named = named or bool(_SECTOR_HAS.fullmatch(before) and re.search(r"(?<!\w)có\s*$", piece.before))
    named = (
        named or re.fullmatch(r"(?:tỷ|tỉ)\slệ", before, re.IGNORECASE) is not None
    )  # "đạt tỷ lệ 12 bác sĩ/1 vạn dân"
    named = named or bool(_FIELD.fullmatch(piece.before) and noun not in before.lower() and not HEAD.match(before))
    if not per or _MEASURED.match(unit) or (before and not BARE.match(before) and not named):
        return None
    if re.search(r"/\s?năm$", unit):
        return None
    text = f"Số {unit}" + (" bình quân" if "bình quân" in piece.before.lower() else "")
    return Label(text, text)


_PER_HEAD = re.compile(r"(?:\s(?:tính|theo|trên|mỗi))*\sđầu\sngười", re.IGNORECASE)


def per_head(piece: Piece, previous: Label | None) -> Label | None:
    """``GRDP đạt 90 nghìn tỷ đồng; tính theo đầu người là 70 triệu đồng``: the sum before, to each head."""
    if (
        previous is None
        or not _PER_HEAD.fullmatch(f" {clean_before(piece.before)}")
        or previous.text.endswith("đầu người")
    ):
        return None
    text = f"{previous.subject} bình quân đầu người"
    return Label(text, text)


def to_people(text: str, quantities: Sequence[Quantity], labels: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Label and unit of the counts that ``cứ 10.000 dân có`` stands before, by their index: of the first one behind it and
    of those that follow right behind.

    In: the sentence, its values with their labels.
    """
    out: dict[int, tuple[str, str]] = {}
    for every in _EVERY.finditer(text):
        end = every.end()
        for index, (quantity, label) in enumerate(zip(quantities, labels, strict=True)):
            if quantity.start < every.end() or not quantity.counted:
                continue
            between = text[end : quantity.start]
            if between.strip() if end == every.end() else not _JOINS.fullmatch(between):
                break
            people = " ".join(every["people"].split())
            plain = _EVERY_IN_LABEL.sub("", label)
            out[index] = (f"{plain} trên {people}", f"{quantity.unit}/{people}")
            end = quantity.end
    return out
