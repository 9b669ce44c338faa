"""Bodies and the decision that set them up, in the sentence that names them or in the note behind their name.

Tổ giúp việc chuyển đổi số (thành lập theo Quyết định số 12/QĐ-UBND)      established by the decision
Ban Chỉ đạo trồng rừng tỉnh³        ³ Thành lập tại Quyết định số 34/QĐ-UBND
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import BodyMention, bodies_in
from vankien.facts.documents.citations import Mention
from vankien.facts.documents.note_anchors import note_anchors, opening_documents
from vankien.facts.links.context import LinkContext, Reading
from vankien.model import Link

_FOUNDED = re.compile(
    r"(?:(?:đã\s)?được\s)?(?:thành\slập|kiện\stoàn)\s(?:(?:kèm\s)?theo|tại|bằng)\s(?:các\s)?$", re.IGNORECASE
)
_UP_TO = re.compile(
    r"(?:\s(?!(?:tổ|ban|hội\sđồng|đoàn|trung\stâm|quỹ|đơn\svị|cơ\squan|được|có|là|đã)\s)[^\s.;:,()]+){0,25}\s?(?:\(|,)?\s?",
    re.IGNORECASE,
)
"""What else may belong to the name of the body: ``liên quan đến điều phối vùng (``; no body of another kind."""
_OF_PROVINCE = re.compile(r"(?:\s(?:của\s)?tỉnh)?\s?")
_STANDING = re.compile(
    r"(?:Ủy ban nhân dân|Hội đồng nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Ban Thường vụ|Ban Chấp hành|Chính phủ|Thủ tướng|Quốc hội|Bộ Chính trị|Bộ (?!Chỉ huy))"
)
"""Bodies that no decision of the kind sets up."""


def founded_bodies(context: LinkContext) -> Iterator[Link]:
    """``established_by`` from a body to the decision by which it was set up."""
    readings = {id(r.sentence): r for r in context.readings}
    for reading in context.readings:
        for document in reading.documents:
            founded = _FOUNDED.search(reading.text[: document.start]) if document.code else None
            if founded and (body := _before(context, reading, founded.start(), _UP_TO)):
                yield _link(context, body, document, body.start)
    documents = opening_documents(context.outline, context.lexicon)
    for note, sentence, at in note_anchors(context.outline, (r.sentence for r in context.readings)):
        opening = documents.get(note.passage.first_line)
        if not opening or not opening.code or not _FOUNDED.fullmatch(opening.sentence.text[: opening.start]):
            continue
        if body := _before(context, readings[id(sentence)], at, _OF_PROVINCE):
            yield _link(context, body, opening, 0)


def _before(context: LinkContext, reading: Reading, at: int, between: re.Pattern[str]) -> BodyMention | None:
    """The body that a text names last before an offset, with nothing but such words between them."""
    bodies = bodies_in(reading.text[:at], context.lexicon, context.province)
    body = bodies[-1] if bodies else None
    if body is None or body.plural or _STANDING.match(body.name):
        return None
    return body if between.fullmatch(reading.text[body.end : at]) else None


def _link(context: LinkContext, body: BodyMention, document: Mention, since: int) -> Link:
    passage, span = document.sentence.passage, (since, document.end)
    return context.link(
        body.name, "established_by", document.code or "", passage, span, document.code_at, "body-founded"
    )
