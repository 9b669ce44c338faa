"""Targets that a document changes: the value that held until now, and the one that it sets instead.

Điều chỉnh chỉ tiêu thu nhập bình quân đầu người từ 60 triệu đồng xuống 56 triệu đồng.
Điều chỉnh tăng chỉ tiêu thu ngân sách trên địa bàn từ 3.500 tỷ đồng lên 4.000 tỷ đồng.
Bổ sung chỉ tiêu: 100% xã có tổ công nghệ số cộng đồng.
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import sentence_case, tidy
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.units import same_unit_family

_CHANGES = re.compile(
    r"""(?<!\w)điều\ chỉnh(?:\ (?:tăng|giảm|nâng|hạ))?(?:\ mức)?\ (?:các\ |một\ số\ )?(?:chỉ|mục)\ tiêu\ (?:về\ )?
        (?P<name>[^:;.\d]{4,150}?(?:\ đến\ năm\ 20\d\d|\ giai\ đoạn\ [\d–\- ]{9,13})?)
        (?:\ (?:nêu|quy\ định|giao|đã\ giao|xác\ định|ban\ hành|đề\ ra)\ (?:tại|trong|theo)\ [^:;]{10,250}?)?\ (?=từ\ )""",
    re.IGNORECASE | re.VERBOSE,
)
_BECOMES = re.compile(
    r"\s*(?:,\s)?(?:(?:tăng|giảm|nâng|hạ)\s)?(?:xuống(?:\scòn)?|còn|thành|lên(?:\sthành)?|sang|là)\s*", re.IGNORECASE
)
_UNDATED = re.compile(r"\s(?:đến\snăm\s20\d\d|giai\sđoạn\s[\d–\- ]{9,13})$", re.IGNORECASE)
_ADDS = re.compile(
    r"(?:^|[;.]\s)(?:thống nhất\s)?bổ sung(?:\sthêm)?\s(?:(?:các|một số|\d+)\s)?(?:chỉ|mục) tiêu[^:;.]{0,60}:",
    re.IGNORECASE,
)


def mark_changes(text: str, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """The measures of a sentence, those of a changed target marked ``old`` and ``new``, both under its name and with
    their values as such ("từ 9%" says where the change starts, not "at least"); those of an added target ``new``."""
    out = list(measures)
    for match in _CHANGES.finditer(text):
        name = sentence_case(_UNDATED.sub("", tidy(match["name"])))
        pair = [i for i, m in enumerate(out) if m.quantity.start >= match.end()][:2]
        if len(pair) < 2:
            continue
        old, new = (out[i] for i in pair)
        between = text[old.quantity.end : new.quantity.start]
        if not _BECOMES.fullmatch(between) or not same_unit_family(old.quantity.unit, new.quantity.unit):
            continue
        plain = replace(old.quantity, comparator="=", moving=False) if old.quantity.upper is None else old.quantity
        out[pair[0]] = replace(old, label=name, quantity=plain, changed="old")
        out[pair[1]] = replace(new, label=name, changed="new")
        out[pair[1] + 1 :] = [_within(m, match.start(), text) for m in out[pair[1] + 1 :]]
    added = _ADDS.search(text)
    return tuple(replace(m, changed="new") if added and m.start >= added.end() - 1 else m for m in out)


def _within(measure: Measure, start: int, text: str) -> Measure:
    """A part of the changed target, in the same clause: ``..., trong đó khách quốc tế 50.000 lượt``."""
    same = not re.search(r"[;.]\s", text[start : measure.quantity.start])
    return replace(measure, changed="new") if same else measure
