"""Targets that a sentence quotes beside its results.

thu ngân sách đạt 2.100 tỷ đồng (Nghị quyết 3.000 tỷ đồng)
đạt 72%, vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)
không đạt mục tiêu 35%
"""

from __future__ import annotations

import re

from vankien.facts.clauses import Piece
from vankien.facts.label_changes import Label
from vankien.facts.phrases import clean_before, lower_first, sentence_case, tidy

_RESTATED = re.compile(
    r"^(?:[(/]?\s*)(?:nghị\squyết|MTNQ|NQ|kế\shoạch|KH|mục\stiêu|chỉ\stiêu|dự\stoán|kịch\sbản)(?:\s(?:nghị\squyết|kế\shoạch|đại\shội|đề\sra|giao|là|đến|năm))*\s*:?\s*(?:là|đạt|tăng)?\s*$",
    re.IGNORECASE,
)

_PLAN_WORD = re.compile(
    r"(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|dự toán|kịch bản|(?<!\w)(?:MTNQ|NQ|KH)(?!\w))[^,;()]{0,30}$",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"(?:(?:không|chưa)\s(?:đạt|đạt được|hoàn thành)\s(?:so với\s)?|so\svới\s)(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|MTNQ|NQ)(?:\s(?:đề ra|là|đại hội|nghị quyết))*\s*$",
    re.IGNORECASE,
)
"""``không đạt mục tiêu 35%``, ``so với mục tiêu là 35%``: the value is the target."""
_EXCEEDED = re.compile(
    r"(?<!\w)(?:vượt|cao\shơn|thấp\shơn|bằng)\s(?:so\svới\s)?(?:mức\s)?(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết|MTNQ|NQ)"
    r"(?:\s(?:đề\sra|đại\shội|nghị\squyết|cả\snhiệm\skỳ))*\slà\s*$",
    re.IGNORECASE,
)
"""``vượt mục tiêu Nghị quyết là 90%``: with ``là`` the value is the target, without it the distance."""
_WORDED_AGAIN = re.compile(r"(?:đến\s)?(?:là|đạt|còn|giảm|tăng|bình\squân)?", re.IGNORECASE)
_JUDGES = re.compile(
    r"[\s,]*(?:chưa|không|khó|đã|cơ\sbản)?\s?(?:đạt|vượt|hoàn\sthành|thấp\shơn|cao\shơn)\s", re.IGNORECASE
)
"""``vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)``: the bracket words the target again."""
_COMPARED = re.compile(r"\s(?:thấp\shơn|cao\shơn|chưa\sđạt|không\sđạt|vượt|bằng|so\svới)\s.*$", re.IGNORECASE)
_VERB_ONLY = re.compile(r"(?:vượt|đạt|bằng|tăng(?!\strưởng)|giảm|kế hoạch|dự toán)(?!\w)", re.IGNORECASE)


def quoted_target(piece: Piece, follows: bool, label: Label | None, led: str) -> Label | None:
    """The label of a piece that quotes a target; None for any other piece.

    In: the piece; whether a measure stands before it, and its label; `led`, the words between the value before and this
    one (``vượt mục tiêu (dưới 16%)``, ``so với mục tiêu là 2,9%``).
    """
    before, owner = tidy(piece.before), tidy(piece.owner)
    bare = not before and not tidy(piece.after)
    again = piece.opener == "(" and _WORDED_AGAIN.fullmatch(before) and _JUDGES.match(owner or led)
    bare = bare or bool(again)
    quoted = piece.opener in ("(", "/") and (
        _RESTATED.match(before + " ") or (bare and _PLAN_WORD.search(owner or tidy(led)))
    )
    compared = before in ("là", "đạt") and _MISSED.search(led)
    if not quoted and not (
        follows
        and not tidy(piece.after)
        and (compared or _MISSED.search(piece.before) or _EXCEEDED.search(piece.before))
    ):
        return None
    own = "" if not quoted or (bare and label) else clean_before(re.split(r",\s", piece.owner)[-1])
    own = _COMPARED.sub("", own) if bare else own
    own = re.sub(r"^tăng trưởng(?!\w)", "tốc độ tăng trưởng", own, flags=re.IGNORECASE) if bare else own
    name = own if own and not _VERB_ONLY.match(own) else (label.text if label else "")
    growth = label.growth if label and not own else bool(re.match(r"(?:tốc độ|mức giảm)", name, re.IGNORECASE))
    if (
        bare
        and re.match(r"(?:mức\s)?giảm$|(?:mỗi|hằng|hàng|bình quân|\s|năm)+giảm$", before)
        and piece.quantity.kind == "share"
    ):
        rate = re.match(r"T[ỷỉ]\slệ\s", name, re.IGNORECASE)
        name = f"mức giảm {lower_first(name)}" if rate else name  # "(mỗi năm giảm 3%)"
    if bare and before == "bình quân" and name and not name.endswith(before):
        name = f"{name} bình quân"  # "vượt mục tiêu (bình quân 60 lớp/năm)"
    return Label(sentence_case(name), name, growth=growth) if name else None
