"""Names of sums that are set aside: what the money is for, from the heading of the programme or project."""

from __future__ import annotations

import re

from vankien.facts.phrases import lower_first

_NUMBERED = re.compile(r"(?:Tiểu dự án|Dự án)\s\d+")
_BARE = re.compile(r"(?:tổng\s)?(?:nhu\scầu\s)?kinh\sphí", re.IGNORECASE)
_SET_ASIDE = re.compile(r"(?:được\s|dự\skiến\s)*(?:bố\strí|phân\sbổ|cân\sđối|huy\sđộng|giao)", re.IGNORECASE)
_CAPITAL = re.compile(r"(?:tổng\s)?vốn\sthực\shiện(?=:|$)", re.IGNORECASE)
_SAYS_MONEY = re.compile(
    r"kinh\sphí|dự\stoán|nhu\scầu|tổng\svốn|tổng\smức|vốn\s.*dự\skiến\s(?:bố\strí|phân\sbổ|cân\sđối)", re.IGNORECASE
)


def fund_label(label: str, title: str) -> str:
    """The label of a sum under the heading of what it is for (`title`, may be empty).

    >>> fund_label("Kinh phí", "Dự án 3: Làm cầu"), fund_label("Ngân sách tỉnh", "")
    ('Kinh phí Dự án 3', 'Kinh phí thực hiện: ngân sách tỉnh')
    >>> fund_label("Vốn thực hiện: ngân sách tỉnh", "Chương trình trồng quế")
    'Vốn thực hiện Chương trình trồng quế: ngân sách tỉnh'
    """
    named = _NUMBERED.match(title)
    of = named.group() if named else "thực hiện"
    if _BARE.fullmatch(label):
        return f"{label} {of}"
    if _SET_ASIDE.fullmatch(label):
        return f"Kinh phí {lower_first(label)}"
    if capital := _CAPITAL.match(label):
        return f"{capital.group()} {title}".strip() + label[capital.end() :]
    return label if _SAYS_MONEY.search(label) else f"Kinh phí {of}: {lower_first(label)}"
