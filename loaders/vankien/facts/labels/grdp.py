"""Labels of shares of GRDP, and of the points that something gives to its growth."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import lower_first, tidy, topic_of
from vankien.facts.labels.changes import Label

_GIVES = re.compile(r"(?:^|\s)đóng góp(?P<how>\s(?:trực tiếp|gián tiếp))?(?P<into>\svào\s.*)?$", re.IGNORECASE)


_POINTS_OF = re.compile(r"(?P<who>.+?)\s(?:đóng\sgóp|góp)(?:\s(?:khoảng|tới|được))?$", re.IGNORECASE)
_GROWTH_ITSELF = re.compile(r"\s*trong\s(?:đó,?\s)?(?:mức|tốc\sđộ)\stăng(?:\strưởng)?(?:\schung)?\s*", re.IGNORECASE)
_GIVEN_POINTS = re.compile(r"Đóng góp của .+ vào tăng trưởng$")


def points_of_growth(piece: Piece, before: str, previous: Label | None) -> Label | None:
    """``công nghiệp đóng góp 6 điểm phần trăm, dịch vụ 4 điểm phần trăm``: what each sector gave to the growth."""
    if piece.quantity.kind in ("share", "change") and _GROWTH_ITSELF.fullmatch(piece.before):
        return Label("Tốc độ tăng trưởng kinh tế", "Kinh tế", growth=True)
    if not (piece.quantity.unit or "").startswith("điểm ") or not before:
        return None
    gives = _POINTS_OF.fullmatch(before)
    listed = previous and _GIVEN_POINTS.match(previous.text) and piece.opener in (",", ";", "và")
    if not gives and (not listed or re.match(r"(?:tăng|giảm|cao|thấp|vượt)(?!\w)", before)):
        return None
    text = f"Đóng góp của {lower_first(gives['who'] if gives else before)} vào tăng trưởng"
    return Label(text, text)


def share_of_grdp(piece: Piece, before: str, previous: Label | None = None) -> Label | None:
    """``kinh tế số chiếm 20% GRDP`` → ``Tỷ trọng kinh tế số trong GRDP``; ``đóng góp 9% GRDP`` → of the sentence's subject."""
    whole = re.search(r"(?:GRDP|GDP)$", piece.quantity.unit or "")
    if whole and previous and re.fullmatch(r"(?:chiếm |đạt )?(?:bình|trung) (?:quân|bình)", before, re.IGNORECASE):
        text = f"Tỷ trọng {lower_first(previous.subject)} trong {whole.group()} bình quân"
        return Label(
            text, text
        )  # "310 nghìn tỷ đồng, chiếm bình quân 25% GRDP", "310 nghìn tỷ đồng, bình quân bằng 25% GRDP"
    gives = _GIVES.search(before)
    if gives:
        parts = before[: gives.start()].split(",")
        subject = (parts[1:] if len(parts) > 1 and parts[0].lower() in ("tầm nhìn", "định hướng") else parts)[0].strip()
        subject = subject or topic_of(piece)
        subject = re.sub(r"\s(?:là|trở thành|cơ bản)\s.*$", "", subject)
        into = f" vào {whole.group()}" if whole else gives["into"] or ""
        text = tidy(f"Tỷ lệ đóng góp{gives['how'] or ''} của {lower_first(subject)}{into}")
        return Label(text, text) if subject else None
    if whole and before and not re.match(r"(?:tỷ|tỉ)\s", before, re.IGNORECASE):
        text = f"Tỷ trọng {lower_first(before)} trong {whole.group()}"
        return Label(text, text)
    return None


def contribution(piece: Piece, before: str, previous: Label | None) -> Label | None:
    """``nông nghiệp tăng 3%, đóng góp 0,5 điểm phần trăm``: what the growth before gives to that of the whole."""
    given = re.fullmatch(r"(?:và\s)?đóng góp(?: được)?(?: lần lượt| tương ứng)?", before, re.IGNORECASE)
    if not given or not previous or not (piece.quantity.unit or "").startswith("điểm"):
        return None
    sector = re.search(r"(?:khu\svực|ngành|lĩnh\svực)\s.+$", previous.text)
    subject = sector.group() if sector else lower_first(previous.subject)
    text = f"Đóng góp của {subject} vào mức tăng trưởng"
    return replace(previous, text=text, growth=False)


_WITHIN_GRDP = re.compile(r"Trong\s(?:cơ\scấu\s)?(?:tổng\s)?GRDP(?:\s(?:của\s)?(?:toàn\s)?tỉnh)?(?:\snăm\s20\d\d)?,\s")
_SECTOR = re.compile(
    r"Tỷ\slệ\s(?=(?:khu\svực|ngành|nông|công\snghiệp|dịch\svụ|thuế|thương\smại|du\slịch|kinh\stế)(?!\w))"
)


def within_grdp(label: str, text: str) -> str:
    """The label of a share in a sentence that opens with the whole: ``Trong GRDP năm 2025, nông nghiệp chiếm 17%``.

    >>> within_grdp("Tỷ lệ dịch vụ", "Trong GRDP năm 2025, dịch vụ chiếm 40%."), within_grdp("Tỷ lệ dịch vụ", "Dịch vụ 40%.")
    ('Tỷ trọng dịch vụ trong GRDP', 'Tỷ lệ dịch vụ')
    """
    sector = _SECTOR.match(label) if _WITHIN_GRDP.match(text) else None
    return f"Tỷ trọng {label[sector.end() :]} trong GRDP" if sector else label
