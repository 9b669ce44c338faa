"""Links of a plan's first part, "Mục đích, yêu cầu": the documents that it says the plan is to carry out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.links.context import LinkContext
from vankien.facts.links.grounds import end_of
from vankien.model import Link
from vankien.vietnamese import fold

_PURPOSES = re.compile(r"muc dich(?:,? va| -|,)?(?: yeu cau)?$|muc tieu, yeu cau$")
_GENRES = ("ke hoach", "chuong trinh", "huong dan")
_OPENS = re.compile(
    r"(?:Nhằm\s|Để\s)?(?:(?:tổ chức|quán triệt|triển khai|thực hiện|cụ thể h(?:óa|oá)|sâu rộng|nghiêm túc|kịp thời|đầy đủ|có|hiệu quả|thắng lợi|đồng bộ|toàn diện"
    r"|các|những|nội dung|quan điểm|mục tiêu|chủ trương|nhiệm vụ|giải pháp|tinh thần|trọng tâm|của|tại|trong|theo|và)(?:,?\s|$))+",
    re.IGNORECASE,
)
"""``Quán triệt sâu rộng nội dung``, ``Cụ thể hóa các nhiệm vụ, giải pháp của``: up to the first document."""
_ELSEWHERE = re.compile(
    r"[.;]\s|(?:^|\s)(?:theo|căn cứ|tại|phù hợp với|cùng với|so với)\s|(?<!trọng tâm )(?<!chủ yếu )(?:thực hiện|cụ thể h(?:óa|oá)|thi hành|triển khai)\s",
    re.IGNORECASE,
)
"""What is named behind these is no longer what the plan itself carries out."""


def purpose_links(context: LinkContext) -> Iterator[Link]:
    """``implements`` from the document itself to what its purposes open with: ``Quán triệt Nghị quyết số A và B``."""
    if not context.own or not context.own_genre.startswith(_GENRES):
        return
    for reading in context.readings:
        titles = reading.sentence.context.titles
        if not reading.documents or reading.sentence.context.where != "prose" or not titles:
            continue
        text, passage = reading.text, reading.sentence.passage
        if not _PURPOSES.match(fold(titles[-1]).strip(" .:-")) or not _opens_with(text, reading.documents[0].start):
            continue
        last = 0
        for mention in reading.documents:
            between = text[last : mention.start]
            if last and _ELSEWHERE.search(between):
                break
            last = mention.end
            if end_of(mention) and end_of(mention) != context.own:
                span = (0, mention.end)
                yield context.link(
                    context.own, "implements", end_of(mention), passage, span, mention.code_at, "own-purpose"
                )


def _opens_with(text: str, at: int) -> bool:
    match = _OPENS.match(text[:at])
    return bool(match and match.end() >= at)
