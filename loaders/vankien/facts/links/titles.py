"""What the title of a document says that it carries out: a programme, a strategy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.links.grounds import end_of
from vankien.model import Link
from vankien.vietnamese import is_upper

_CARRIES_OUT = re.compile(
    r"(?:thực hiện|triển khai)(?: (?:thực hiện|có hiệu quả|hiệu quả|nội dung))*\s$", re.IGNORECASE
)
_STRATEGY = re.compile(
    r"(?:thực hiện|triển khai)\s(?P<name>Chiến lược (?!của)[^;“”\"]{12,}?)(?=\s(?:trên địa bàn|của tỉnh|tại|và (?:phương hướng|nhiệm vụ|kế hoạch))\s|[;.(]|$)",
    re.IGNORECASE,
)


def title_links(context: LinkContext) -> Iterator[Link]:
    """``Kế hoạch triển khai Chương trình ...``: the programme or strategy that the title says the document carries out."""
    for reading in context.readings:
        title, programmes = reading.text, reading.programmes
        if reading.sentence.context.where != "letterhead" or not context.own:
            continue
        strategy = None if context.own_genre.startswith("bao cao") else _STRATEGY.search(title)
        if strategy:
            name = strategy["name"].capitalize() if is_upper(strategy["name"]) else strategy["name"]
            span, at = strategy.span("name"), strategy.start("name")
            yield context.link(context.own, "implements", name, reading.sentence.passage, span, at, "title-strategy")
        yield from _document_of(context, reading)
        if not programmes:
            continue
        first = programmes[0]
        if _CARRIES_OUT.search(title[: first.start]) and first.kind != "project":
            span = (first.start, first.end)
            name = context.known_name(first)
            yield context.link(context.own, "implements", name, reading.sentence.passage, span, first.start, "title")


_TO_CARRY_OUT = re.compile(
    r"(?:ban hành|phê duyệt)\s(?:kế hoạch|chương trình(?: hành động)?)\s(?:(?:tổ chức|triển khai)\s)*(?:thực hiện|triển khai)\s$",
    re.IGNORECASE,
)


def _document_of(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``Quyết định về việc ban hành Kế hoạch thực hiện Nghị quyết số 5-NQ/TU``: the document that the plan carries out."""
    first = reading.documents[0] if reading.documents else None
    if first and end_of(first) and _TO_CARRY_OUT.search(reading.text[: first.start]) and end_of(first) != context.own:
        passage, span = reading.sentence.passage, (0, first.end)
        yield context.link(context.own, "implements", end_of(first), passage, span, first.code_at, "title-document")
