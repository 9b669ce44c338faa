"""Labels that a unit cannot measure: taken over from the value before, they say what that one is of.

31 dự án FDI được cấp mới với 486 triệu USD         Vốn dự án FDI được cấp mới, no number of projects
tốc độ tăng GRDP (5,9%); nhập khẩu (38 triệu USD)   Nhập khẩu, no growth of the GRDP
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first, sentence_case
from vankien.facts.cues.wording import HEAD
from vankien.facts.labels.brackets import PREFIX
from vankien.facts.labels.changes import Label
from vankien.facts.quantities.quantity import Quantity

_PARTED = re.compile(r"(?P<head>[^:]+):\s(?P<own>[^:]+)")
_COUNT = re.compile(r"(?:Tổng số|Số)\s(?=(?:dự án|công trình|doanh nghiệp|nhà đầu tư|nhà máy|hợp tác xã|trang trại)\s)")
"""What is counted and has a sum of its own: projects by their capital."""
_CAPITAL = re.compile(r"^dự án (?:có )?(?:nguồn )?vốn ")
"""``03 dự án vốn đầu tư nước ngoài với 286 triệu USD``: the name of the projects is that of the capital."""
_GROWTH = re.compile(r"Tốc độ tăng(?:\strưởng)?\s(?!(?:khá|cao|nhanh)(?!\w))")
_AMOUNTS = frozenset({"money", "area", "mass", "length", "energy", "power", "volume"})
_OTHER = {"area": re.compile(r"(?:Năng suất|Sản lượng|Chiều dài)\s"), "mass": re.compile(r"(?:Diện tích|Chiều dài)\s")}
"""Heads that measure something else than areas, than masses."""


def fitted(label: Label, quantity: Quantity) -> Label:
    """The label, mended where its head cannot have the unit of the value; any other label as it is.

    >>> from decimal import Decimal
    >>> of = lambda text, kind: fitted(Label(text, text), Quantity(0, 0, 1, Decimal(38), kind=kind)).text
    >>> of("Tốc độ tăng GRDP: nhập khẩu", "money"), of("Số dự án FDI được cấp mới", "money")
    ('Nhập khẩu', 'Vốn dự án FDI được cấp mới')
    >>> of("Diện tích khai thác", "mass"), of("Tốc độ tăng GRDP", "money"), of("Diện tích chè: trồng mới", "area")
    ('Sản lượng khai thác', 'GRDP', 'Diện tích chè: trồng mới')
    """
    text = label.text
    if quantity.kind not in _AMOUNTS or re.search(r"(?<!\w)%", quantity.unit or ""):
        return label
    if (parted := _PARTED.fullmatch(text)) and _measures_else(parted["head"], quantity.kind):
        own = parted["own"]
        text = own if HEAD.match(own) else f"{PREFIX.get(quantity.kind, '')} {lower_first(own)}".strip()
    elif quantity.kind == "money" and (counted := _COUNT.match(text)):
        text = f"Vốn {_CAPITAL.sub('', text[counted.end() :])}"
    elif grown := _GROWTH.match(text):
        text = text[grown.end() :]
    elif quantity.kind in _OTHER and (other := _OTHER[quantity.kind].match(text)):
        text = f"{PREFIX[quantity.kind]} {text[other.end() :]}"
    return (
        label
        if text == label.text
        else replace(label, text=sentence_case(text), subject=sentence_case(text), growth=False)
    )


def _measures_else(head: str, kind: str) -> bool:
    """True for a head of shares, growth or another measure in front of an amount."""
    return bool(re.match(r"(?:Tốc độ|Tỷ lệ|Tỷ trọng|Tỉ lệ)\s", head)) or bool(
        kind in _OTHER and _OTHER[kind].match(head)
    )
