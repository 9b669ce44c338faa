"""Whether a document approved the programme or plan that is named behind it.

Quyết định số 10/QĐ-UBND phê duyệt Đề án nuôi cá lồng                       the decision did
Tờ trình số 12/TTr-SNN về việc phê duyệt Đề án nuôi cá lồng                 the proposal only asks for it
theo Công văn số 7/SNN-KH, Ủy ban nhân dân tỉnh ban hành Kế hoạch ...       somebody else did
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.documents.citations import Mention
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.programmes.words import name_end
from vankien.model import Link

_APPROVES = re.compile(
    r"(?:^|\s)(?:phê duyệt|ban hành|về|thông qua|công bố)\s*:?\s*(?:việc\s+)?(?:phê duyệt\s+|ban hành\s+)?(?:chủ trương đầu tư\s+)?[“\"]?$",
    re.IGNORECASE,
)
APPROVED = r"(?:(?:(?:đã|mới|vừa)\s+)?được\s+(?:(?-i:[A-ZĐỦ])[^,;.:()“”]{2,60}?\s+)?)?(?:ban\s+hành|phê\s+duyệt|thông\s+qua|công\s+bố)\s+"
"""Behind a name, before "theo" or "tại" and the decision: ``đã được Thủ tướng Chính phủ phê duyệt``."""
_ASKS = frozenset({"Tờ trình", "Công văn", "Báo cáo"})
"""Documents that ask or tell, and decide nothing."""
_OTHERS_ACT = re.compile(
    r"[,;]\s(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy|Ban |Chính phủ|Thủ tướng|Chủ tịch|Bộ |Sở |Văn phòng|Thường trực|Đảng bộ)"
    r"[^,;]{0,60}?\s(?:phê duyệt|ban hành|thông qua|xây dựng)(?!\w)"
)


def asks(mention: Mention) -> bool:
    """Is a document a proposal, a letter or a report, which another may rest on but does not carry out?"""
    return mention.genre in _ASKS


def decides(mention: Mention) -> bool:
    """Can a document establish what it names?"""
    return bool(mention.code) and not asks(mention)


def others_act(between: str) -> bool:
    """Does another body act between a document and a name: ``, Ủy ban nhân dân tỉnh ban hành``?"""
    return _OTHERS_ACT.search(between) is not None


def approves(mention: Mention, between: str) -> bool:
    """Do the words between a document and a programme say that the document approved it?"""
    return decides(mention) and _APPROVES.search(between) is not None and not others_act(between)


_PLAN = re.compile(
    r"(?:[Pp]hê duyệt|[Bb]an hành|về)\s+[“\"]?(?P<name>(?:Chiến lược|Quy hoạch|Kế hoạch|quy hoạch (?:tổng thể|phát triển|chung|vùng))(?![\wà-ỹ]) (?!số|này|với|như|gồm|theo)[^“”\"]{12,})"
)


def approved_plans(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``Quyết định số ... phê duyệt Chiến lược ...``: a strategy or plan established by its decision."""
    for mention in reading.documents:
        match = (
            _PLAN.search(reading.text, mention.end, min(len(reading.text), mention.end + 260)) if mention.code else None
        )
        between = reading.text[mention.end : match.start()] if match else ""
        if (
            not match
            or not mention.code
            or not decides(mention)
            or ";" in between
            or len(between) > 60
            or others_act(reading.text[mention.end : match.start("name")])
            or any(m is not mention and mention.end <= m.start < match.start() for m in reading.documents)
        ):
            continue
        start = match.start("name")
        end = name_end(reading.text, start + 12)
        name = reading.text[start:end].strip(" ,;.”")
        name = name[:1].upper() + name[1:]
        yield context.link(
            name,
            "established_by",
            mention.code,
            reading.sentence.passage,
            (mention.start, end),
            start,
            "plan-established",
        )
