"""Targets that a sentence quotes beside its results.

thu ngân sách đạt 2.100 tỷ đồng (Nghị quyết 3.000 tỷ đồng)
đạt 72%, vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)
không đạt mục tiêu 35%
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.facts.clauses import Piece
from vankien.facts.codes import find_codes
from vankien.facts.label_changes import Label
from vankien.facts.phrases import clean_before, lower_first, sentence_case, tidy
from vankien.facts.units import same_unit_family
from vankien.model import Lexicon

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
_REACHED = re.compile(
    r"(?:vượt|đạt|bằng|hơn|thành)\s(?:(?:vượt|mức|so\svới)\s)*(?:mục tiêu|chỉ tiêu|kế hoạch|nghị quyết|MTNQ|NQ)(?:\s(?:đề ra|đặt ra|giao|đại hội|nghị quyết|kế hoạch|của|được|năm))*\slà\s*$",
    re.IGNORECASE,
)
"""``hoàn thành vượt mức chỉ tiêu Đại hội giao là 72%``: so is the value behind ``là``."""
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
    judged = _MISSED.search(piece.before) or _REACHED.search(piece.before)
    if not quoted and not (follows and not tidy(piece.after) and (compared or judged)):
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


_OF_DOCUMENT = re.compile(
    r"(?<!\w)(?:mục\stiêu|chỉ\stiêu|kế\shoạch|so\svới|theo)(?:\s[^\s\d,;.()]+){0,5}\s(?:số\s)?$", re.IGNORECASE
)
_TO_VALUE = re.compile(r"(?:\s(?:của|ngày|là|đề\sra|đặt\sra)[^;.()]{0,60})?\s?\(?[^;.()\d]{0,30}$")


def quoted_document(text: str, at: int, lexicon: Lexicon) -> str | None:
    """The document by its code whose target a sentence quotes at an offset; None where it names the target of none."""
    head = text[max(0, at - 160) : at]
    last = next(reversed(list(find_codes(head, lexicon))), None)
    if not last or not _OF_DOCUMENT.search(head[: last.start]) or not _TO_VALUE.fullmatch(head, last.end):
        return None
    return last.text


def targets_in_turn(
    labels: Sequence[str], units: Sequence[str | None], restated: Sequence[bool], gaps: Sequence[str]
) -> list[str]:
    """The labels of the values of a sentence, where a bracket quotes the targets of several results in their order.

    In: labels and units, whether each value is a quoted target, and the text before each since the value before.

    >>> targets_in_turn(["Quế", "Chè", "Chè", "Chè"], ["ha"] * 4, [False, False, True, True], ["", "", "(", "; "])
    ['Quế', 'Chè', 'Quế', 'Chè']
    """
    out = list(labels)
    results = [i for i, quoted in enumerate(restated) if not quoted]
    start = 0
    while start < len(out):
        end = start + 1
        while restated[start] and end < len(out) and restated[end] and gaps[end].strip() in (",", ";", "và"):
            end += 1
        before = [i for i in results if i < start][start - end :]
        pairs = list(zip(range(start, end), before, strict=False))
        if (
            end - start > 1
            and len(pairs) == end - start
            and all(same_unit_family(units[a], units[b]) for a, b in pairs)
        ):
            for at, result in pairs:
                out[at] = labels[result]
        start = end
    return out
