"""Names of sums that are set aside: what the money is for, from the heading of the programme or project."""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.clauses.phrases import lower_first
from vankien.facts.quantities.measure import Measure
from vankien.facts.quantities.quantity import Quantity

_NUMBERED = re.compile(r"(?:Tiểu dự án|Dự án)\s\d+")
_BARE = re.compile(r"(?:tổng\s)?(?:nhu\scầu\s)?kinh\sphí", re.IGNORECASE)
_SET_ASIDE = re.compile(r"(?:được\s|dự\skiến\s)*(?:bố\strí|phân\sbổ|cân\sđối|huy\sđộng|giao)", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:tổng\s)?vốn\sthực\shiện(?=:|$)", re.IGNORECASE)
_SAYS_MONEY = re.compile(
    r"kinh\sphí|dự\stoán|nhu\scầu|tổng\s(?:nguồn\s)?vốn|tổng\smức|vốn\s.*dự\skiến\s(?:bố\strí|phân\sbổ|cân\sđối)",
    re.IGNORECASE,
)


_COSTS = re.compile(
    r"(?P<name>(?:Đề\sán|Chương\strình|Dự\sán)\s[^,;:.()\[\]\d]{6,140}?)(?:\s?\[\d+\]|\d{0,2}),\s(?:với\s)?(?:tổng\s)?kinh\sphí\s(?:dự\skiến\s|khoảng\s|là\s)*$"
)


_OPENS = re.compile(
    r"(?P<name>(?:Đề\sán|Chương\strình|Dự\sán)\s(?!hành\sđộng)[^;:()]{4,150}?)(?:\s(?:do\s[^;:()]+?\schủ\strì|\([^()]*\)))?:\s.*;\s(?:tổng\s)?kinh\sphí\s(?:dự\skiến\s|khoảng\s|là\s)*$"
)
"""``Đề án trồng quế: đến năm 2030 có 90 ha; kinh phí`` 9 tỷ đồng."""


def costing(text: str) -> str:
    """The scheme that the words right before a sum name, empty where they name none.

    >>> costing("Sở Văn hóa triển khai Đề án Phục dựng lễ hội cầu mùa, kinh phí dự kiến ")
    'Đề án Phục dựng lễ hội cầu mùa'
    >>> costing("Đề án trồng quế (phê duyệt năm 2030): có 90 ha; kinh phí ")
    'Đề án trồng quế'
    """
    named = _COSTS.search(text) or _OPENS.match(text)
    return named["name"] if named else ""


def fund_label(label: str, title: str, within: str = "") -> str:
    """The label of a sum under the heading of what it is for (`title`, may be empty), or of what its sentence names
    (`within`).

    >>> fund_label("Kinh phí", "Dự án 3: Làm cầu"), fund_label("Ngân sách tỉnh", "")
    ('Kinh phí Dự án 3', 'Kinh phí thực hiện: ngân sách tỉnh')
    >>> fund_label("Vốn thực hiện: ngân sách tỉnh", "Chương trình trồng quế")
    'Vốn thực hiện Chương trình trồng quế: ngân sách tỉnh'
    """
    named = _NUMBERED.match(title)
    of = named.group() if named else f"thực hiện {within}".strip()
    if _BARE.fullmatch(label):
        return f"{label} {of}"
    if _SET_ASIDE.fullmatch(label):
        return f"Kinh phí {lower_first(label)}"
    if capital := _CAPITAL.match(label):
        return f"{capital.group()} {title}".strip() + label[capital.end() :]
    return label if _SAYS_MONEY.search(label) else f"Kinh phí {of}: {lower_first(label)}"


_SOURCE = re.compile(r"(?:Nguồn\s)?(?:Vốn|Ngân\ssách|Nguồn|Trung\sương|Địa\sphương)(?!\w)", re.IGNORECASE)
_SLACK = 5
"""The parts may miss the sum by one in so many: a sum that is printed wrong is still theirs."""


def sources_of_note(measures: tuple[Measure, ...], label: str, total: Quantity | None) -> tuple[Measure, ...]:
    """``Kinh phí 900 tỷ đồng`` with the footnote ``Ngân sách tỉnh 500 tỷ đồng, vốn của dân 400 tỷ đồng``: where the money
    came from.

    In: the measures of a footnote, the label of the value that it hangs on, and that value.
    """
    if not total or total.kind != "money" or not _SAYS_MONEY.search(label) or len(measures) < 2:
        return measures
    if not all(_SOURCE.match(m.label) and m.quantity.unit == total.unit and not m.restated for m in measures):
        return measures
    if abs(sum(m.quantity.value for m in measures) - total.value) * _SLACK > total.value:
        return measures
    return tuple(replace(m, label=f"{label}: {lower_first(m.label)}") for m in measures)
