"""Labels that go on from the value before: the words that change replace those that stand in the same place."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.phrases import (
    COPULA,
    SCOPE,
    sentence_case,
    tidy,
)
from vankien.facts.cues.wording import HEAD, OF_WHICH, PREDICATE
from vankien.facts.labels.changes import Label
from vankien.facts.labels.lists import next_of_list, next_sector
from vankien.facts.labels.shares import of_grade


def _of_the_same(previous: Label, piece: Piece) -> Label:
    """The label of a value that nothing names: that of the value before, its rate, or the thing that has changed."""
    kind = piece.quantity.kind
    if kind == "share" and (money := previous.text.removeprefix("Số tiền ")) != previous.text:
        return Label(f"Tỷ lệ {money}", previous.subject)  # "thu hồi 5 tỷ đồng, đạt 80%"
    left = re.search(r"(?:còn|chiếm)\s*$", piece.before)
    levels = piece.inside and (piece.quantity.moving or piece.quantity.origin is not None)
    if previous.growth and kind in ("share", "change") and not left and not levels:
        return previous
    if not previous.growth and piece.opener == "và" and not piece.before.strip() and not tidy(piece.after):
        return previous  # "..., thể thấp còi từ 25% xuống 20%": the level that the same thing comes to
    return replace(previous, text=sentence_case(previous.subject), growth=False)


def inherited_label(before: str, previous: Label, piece: Piece) -> Label | None:
    """A label that the text leaves to the value before: nothing before the value, a place, or its varying last words."""
    kind = piece.quantity.kind
    if not before:
        return _of_the_same(previous, piece)
    if previous.growth and kind not in ("share", "change"):
        previous = replace(previous, text=sentence_case(previous.subject), growth=False)
    structure = re.match(r"\s*cơ\scấu(?!\w)", piece.parent, re.IGNORECASE)
    if not structure and (following := next_of_list(before, previous, bool(piece.parent))):
        return following
    having = re.match(
        r"[\s,]*(?:trong đó,?\s)(?:số\s)?(?:có|được|đạt)\s(?!\d)|[\s,]*(?:có|được cấp)\s(?=(?:văn\s)?bằng)",
        piece.before,
    )
    if having and previous.leading and kind == "share" and not HEAD.match(before):
        return Label(f"{previous.text} {having.group().split()[-1]} {before}", previous.subject)
    if previous.leading and (sector := next_sector(before, previous)):
        return sector
    alone = re.match(r"\s*riêng\s", piece.before) and not HEAD.match(before)
    bare = re.sub("^riêng ", "", before)
    if alone and bare.split()[0].lower() in previous.subject.lower().split()[1:] and not SCOPE.match(before):
        return None  # "cây ăn quả đạt 400 ha; riêng cây chè có 90 ha"
    listed = re.match(r"\s*cơ\scấu\s", piece.parent, re.IGNORECASE)  # "...; cơ cấu GRDP: khu vực I 27%"
    if previous.leading and not listed and (SCOPE.match(before) or alone):
        return Label(sentence_case(tidy(f"{previous.subject} {bare}")), previous.subject)
    if previous.leading and (land := _ON_LAND.search(previous.text)) and _LAND.match(before):
        text = f"{previous.text[: land.start()]} {before}"
        return replace(
            previous, text=text, subject=text
        )  # "giá trị trên 1 ha đất trồng trọt 130 triệu đồng, đất nuôi trồng 280"
    if kind != "share" or HEAD.match(before) or not re.match(r"T[ỷỉ]", previous.text):
        return None
    if not previous.leading:
        text = _among(before, previous.text) if OF_WHICH.match(piece.before) else ""
        return replace(previous, text=text) if text else None
    if graded := of_grade(before, previous.text):
        return replace(previous, text=graded)
    if (deed := _DEED_LAST.search(before)) and deed["deed"].lower() in previous.text.lower():
        return None  # "thu gom, xử lý rác đạt 98%; chất thải y tế được xử lý đạt 100%"
    cut = _parallel(before.split(), previous.text.split())
    elliptic = piece.opener == ";" and not previous.closed and not COPULA.search(piece.before)
    if not cut and elliptic and 2 <= len(before.split()) <= 4:
        cut = max(2, len(previous.text.split()) - 2)
    return replace(previous, text=" ".join([*previous.text.split()[:cut], before])) if cut else None


_ON_LAND = re.compile(r"(?<=\bha)\sđất\s", re.IGNORECASE)
_LAND = re.compile(r"đất\s(?:nuôi|trồng|sản|canh|lâm|nông|màu|ruộng|lúa|rừng)", re.IGNORECASE)
_DEED_LAST = re.compile(r"\sđược\s(?P<deed>[^\W\d]+(?:\s[^\W\d]+)?)$", re.IGNORECASE)
_GRADE = re.compile(r"(?:mức\sđộ|hạng|loại)\s\S+", re.IGNORECASE)
_LONGER = 3
_LONGEST = 8
"""Words that replace the end of an earlier label, at the most; two more of them if they say nothing of their own."""


def _among(before: str, earlier: str) -> str:
    """The label of some of those that the value before has counted; empty where the words name something else.

    >>> _among("nước sạch", "Tỷ lệ hộ dân được sử dụng nước hợp vệ sinh")
    'Tỷ lệ hộ dân được sử dụng nước sạch'
    >>> _among("mức độ 2", "Tỷ lệ trường đạt chuẩn quốc gia"), _among("hộ nghèo", "Tỷ lệ hộ được dùng điện")
    ('Tỷ lệ trường đạt chuẩn quốc gia mức độ 2', 'Tỷ lệ hộ nghèo được dùng điện')
    """
    if _GRADE.fullmatch(before):
        return f"{earlier} {before}"
    if before == "trên chuẩn" and " đạt chuẩn" in earlier:
        return earlier.replace(" đạt chuẩn", " trên chuẩn")
    words, told, said = before.split(), earlier.split(), PREDICATE.search(earlier)
    if said and told[2:3] == words[:1] and not PREDICATE.search(before):
        return f"Tỷ lệ {before} {earlier[said.start() :]}"
    cut = _parallel(words, told, _LONGER)
    return " ".join([*told[:cut], before]) if cut else ""


def _parallel(words: list[str], earlier: list[str], longer: int = 1) -> int:
    """Where the varying end of an earlier label starts that a phrase replaces which is shorter by `longer` words at the most;
    0 where it does not.

    >>> _parallel("thể thấp còi".split(), "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân".split())
    7
    """
    low, words = [w.lower() for w in earlier], [w.lower() for w in words]
    pairs = [i for i in range(2, len(low) - 1) if low[i : i + 2] == words[:2]]
    if pairs:
        return pairs[0]
    single = [i for i in range(2, len(low)) if low[i] == words[0] and len(low) - i <= len(words) + longer]
    longest = _LONGEST if PREDICATE.search(" ".join(words)) else _LONGEST + 2
    return single[-1] if single and len(words) <= longest else 0
