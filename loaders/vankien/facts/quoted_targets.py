"""Targets that a sentence quotes beside its results.

thu ngân sách đạt 2.100 tỷ đồng (Nghị quyết 3.000 tỷ đồng)
đạt 72%, vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)
không đạt mục tiêu 35%
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from vankien.facts.clauses import Piece
from vankien.facts.codes import find_codes
from vankien.facts.label_changes import Label
from vankien.facts.phrases import clean_before, lower_first, sentence_case, tidy
from vankien.facts.quantities import Quantity
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
_THE_TARGET = (
    r"(?:các\s|mức\s)?(?:mục\stiêu|chỉ\stiêu|kế\shoạch|nghị\squyết|MTNQ|NQ)"
    r"(?:\s(?:\([A-ZĐ]{2,6}\)|đề\sra|đặt\sra|đã\sđề\sra|là|phải|đạt|đại\shội|nghị\squyết|kế\shoạch|giao|của|được|năm|cả\snhiệm\skỳ|lần\slượt|khóa\s[IVXL]+|[IVXL]+))*\s*$"
)
_MISSED = re.compile(
    rf"(?:(?:không|chưa|gần|đã|cơ\sbản)\s(?:đạt|đạt\sđược|hoàn\sthành)\s(?:so\svới\s)?|so\svới\s|trong\skhi\s|bằng\s(?:với\s)?|(?:thấp|cao|kém)\shơn\s(?:so\svới\s)?|cách\s(?:khá\s)?xa\s"
    rf"|tiệm\scận\s(?:với\s)?|(?:bám\ssát|xấp\sxỉ|chưa\sbằng)\s){_THE_TARGET}",
    re.IGNORECASE,
)
"""``không đạt mục tiêu 35%``, ``so với mục tiêu là 35%``, ``cách xa mục tiêu 35%``: the value is the target."""
_EXCEEDED = re.compile(rf"(?:^|\s)vượt\s{_THE_TARGET}", re.IGNORECASE)
_NEAR = (Decimal("0.6"), Decimal("1.7"))
"""``đạt 95,2%, vượt mục tiêu 95%`` quotes a target near the result; ``đạt 4.120 tỷ đồng, vượt kế hoạch 3%`` an excess."""
_REACHED = re.compile(
    rf"(?:vượt|đạt|bằng|hơn|thành)\s(?:(?:vượt|mức|so\svới)\s){{0,3}}{_THE_TARGET.removesuffix('$')}(?<=\slà)\s*$",
    re.IGNORECASE,
)
"""``hoàn thành vượt mức chỉ tiêu Đại hội giao là 72%``: the value behind ``là`` is the target, however far."""
_CEILING = re.compile(
    r"(?:mức\s)?(?:trần|giới\shạn|ngưỡng|hạn\smức|trần\snợ)(?:\s[^\W\d]+){0,8}?(?:\s(?:là|không\squá))?", re.IGNORECASE
)
"""``(mức trần Quốc hội cho phép là 4%)``: a bound from above."""
_WORDED_AGAIN = re.compile(r"(?:đến\s)?(?:là|đạt|còn|giảm|tăng|bình\squân)?", re.IGNORECASE)
_JUDGES = re.compile(
    r"[\s,]*(?:chưa|không|khó|đã|cơ\sbản)?\s?(?:đạt|vượt|hoàn\sthành|thấp\shơn|cao\shơn)\s", re.IGNORECASE
)
"""``vượt mục tiêu Đại hội đề ra (đến năm 2025 là 70%)``: the bracket words the target again."""
_COMPARED = re.compile(r"\s(?:thấp\shơn|cao\shơn|chưa\sđạt|không\sđạt|vượt|bằng|so\svới)\s.*$", re.IGNORECASE)
_VERB_ONLY = re.compile(r"(?:vượt|đạt|bằng|tăng(?!\strưởng)|giảm|kế hoạch|dự toán)(?!\w)", re.IGNORECASE)


def is_ceiling(piece: Piece) -> bool:
    """Does a bracket quote the highest value that is allowed (``(mức trần cho phép là 4%)``)?"""
    return piece.opener == "(" and _CEILING.fullmatch(tidy(piece.before)) is not None


def _names_target(piece: Piece, led: str, last: Quantity | None) -> bool:
    """Does a comparison with a target stand before the value, in its own words or over the cut before them?"""
    before = tidy(piece.before)
    if (
        (before in ("là", "đạt") and _MISSED.search(led))
        or _MISSED.search(piece.before)
        or _REACHED.search(piece.before)
        or _ASIDE.search(piece.before)
    ):
        return True
    joined = f"{led.rstrip()} {before}"
    if piece.opener == "với" and before.startswith("với") and _MISSED.search(joined):
        return True  # "5% so với mục tiêu trên 6%"
    alike = last is not None and last.unit == piece.quantity.unit
    near = alike and last is not None and last.value and _NEAR[0] <= piece.quantity.value / last.value <= _NEAR[1]
    return bool(near and _EXCEEDED.search(piece.before))


_POINTS = re.compile(r"điểm\s?(?:%|phần\străm)", re.IGNORECASE)
"""``thấp hơn chỉ tiêu 1,5 điểm %``: how far from the target, not the target."""
_ASIDE = re.compile(
    r"(?:^|,\s)(?:trong\skhi\s)?(?:chỉ\stiêu|mục\stiêu|kế\shoạch|nghị\squyết)(?:\s(?:nghị\squyết|đại\shội|đề\sra|đặt\sra|giao|năm|kế\shoạch)){0,3}\s(?:là|:)\s*$"
    r"|(?:^|,)\s*(?:chỉ\stiêu|mục\stiêu|kế\shoạch)\s(?:cả\snăm|năm|đề\sra|giao)\s*$",
    re.IGNORECASE,
)
"""``Có 50/60 xã (83%) đạt chuẩn, chỉ tiêu là 80%``, ``đạt 71%, mục tiêu cả năm 70%``: the target behind its result, without a verdict."""


def quoted_target(
    piece: Piece, follows: bool, label: Label | None, led: str, last: Quantity | None = None
) -> Label | None:
    """The label of a piece that quotes a target; None for any other piece.

    In: the piece; whether a measure stands before it, and its label; `led`, the words between the value before and this
    one (``vượt mục tiêu (dưới 16%)``, ``so với mục tiêu là 2,9%``), and
    the value before.
    """
    if _POINTS.match(piece.quantity.unit or ""):
        return None
    before, owner = tidy(piece.before), tidy(piece.owner)
    bare = not before and not tidy(piece.after)
    again = piece.opener == "(" and _WORDED_AGAIN.fullmatch(before) and _JUDGES.match(owner or led)
    bare = bare or bool(again)
    quoted = piece.opener in ("(", "/") and (
        _RESTATED.match(before + " ") or (bare and _PLAN_WORD.search(owner or tidy(led)))
    )
    bounded = follows and is_ceiling(piece)
    alone = not re.sub(r"^(?:đề|đặt) ra$", "", tidy(piece.after))
    if not quoted and not bounded and not (follows and alone and _names_target(piece, led, last)):
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


def in_turn(
    labels: Sequence[str], befores: Sequence[str], units: Sequence[str | None], restated: Sequence[bool]
) -> dict[int, str]:
    """Targets that are quoted in turn behind their results: the index of each, and the label that it takes over.

    >>> told = ["Tỷ lệ hộ có điện ở đô thị", "Tỷ lệ hộ có điện ở nông thôn", "", ""]
    >>> in_turn(told, ["đạt", "đạt", "so với mục tiêu lần lượt là", "và"], ["%"] * 4, [False, False, True, False])
    {2: 'Tỷ lệ hộ có điện ở đô thị', 3: 'Tỷ lệ hộ có điện ở nông thôn'}
    """
    out: dict[int, str] = {}
    for first, before in enumerate(befores):
        if not restated[first] or "lần lượt" not in before:
            continue
        end = first + 1
        while end < len(befores) and units[end] == units[first] and not befores[end].strip(" ,và"):
            end += 1
        told = [i for i in range(first) if not restated[i] and units[i] == units[first]][first - end :]
        if end - first > 1 and len(told) == end - first:
            out |= {index: labels[i] for index, i in zip(range(first, end), told, strict=True)}
    return out


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
