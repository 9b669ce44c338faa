"""A document that stands in brackets behind what was issued: ``ban hành Kế hoạch thực hiện Nghị quyết số 5-NQ/TU ... (Kế hoạch
số 12/KH-UBND)``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import bodies_in
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.links.grounds import end_of
from vankien.model import Link

_MADE = re.compile(
    r"(?:ban hành|xây dựng|ký)\s(?P<genre>Kế hoạch|Chương trình(?: hành động)?|Chỉ thị|Kết luận|Hướng dẫn|Nghị quyết)[^.;:(]{0,60}?(?:thực hiện|triển khai)\s(?:các\s)?$"
)
_ISSUES = re.compile(r"\s(?:(?:đã|vừa|mới)\s)?(?:ký\s)?(?:ban hành|xây dựng)\s")


def bracket_links(context: LinkContext) -> Iterator[Link]:
    """``implements`` from the document in brackets to the one before them, and ``issued_by`` to who issued it."""
    for reading in context.readings:
        if len(reading.documents) > 1 and "(" in reading.text:
            yield from _of_sentence(context, reading)


def _of_sentence(context: LinkContext, reading: Reading) -> Iterator[Link]:
    text, first, passage = reading.text, reading.documents[0], reading.sentence.passage
    made = _MADE.search(text[: first.start])
    aside = next((m for m in reading.documents[1:] if text[: m.start].endswith("(")), None)
    if not made or not aside or not aside.code or not end_of(first) or aside.genre != made["genre"]:
        return
    span = (made.start(), aside.end)
    yield context.link(aside.code, "implements", end_of(first), passage, span, aside.code_at, "document-in-brackets")
    for body in bodies_in(text, context.lexicon, context.province):
        if body.end <= made.start() and (issues := _ISSUES.match(text, body.end)) and issues.end() > made.start():
            yield context.link(
                aside.code, "issued_by", body.name, passage, span, aside.code_at, "issuer-before-brackets"
            )
