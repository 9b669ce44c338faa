"""What the tasks of a document rest on: the resolutions in whose spirit something is to be done.

Trồng rừng gỗ lớn theo định hướng của Kết luận số 7-KL/TU, Chỉ thị số 5-CT/TU      the task rests on both
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.congresses.stance import context_to_stance, outline_to_view
from vankien.facts.links.context import LinkContext
from vankien.facts.links.grounds import AND, end_of
from vankien.model import Link

_IN_SPIRIT = re.compile(
    r"\stheo\s(?:đúng\s)?(?:tinh thần|quan điểm(?: chỉ đạo)?|định hướng|chủ trương)(?:\s(?:của|tại|trong))?\s$"
)
_OPENS = re.compile(r"(?:(?:Tập trung|Tiếp tục|Đẩy mạnh|Chú trọng|Quan tâm|Chủ động|Tích cực|tập trung|đẩy mạnh),?\s)+")
_DEED_END = re.compile(
    r"[,;:(]|\s(?:thực sự|trở thành|theo|nhằm|để|gắn với|trên cơ sở|bảo đảm|đảm bảo|phù hợp|một cách)(?!\w)"
)
_HOW = re.compile(r"(?<=\w)\s(?:mạnh mẽ|mạnh|tốt|hiệu quả)(?=\s)")
_LEAST, _MOST = 3, 20
"""How many words name a deed."""


def deed_grounds(context: LinkContext) -> Iterator[Link]:
    """``based_on`` from a task, as worded at the beginning of its sentence, to the documents in whose spirit it is to be
    done; in the part of a document that says what is to be done."""
    view = outline_to_view(context.outline)
    for reading in context.readings:
        text, passage = reading.text, reading.sentence.passage
        first = reading.documents[0] if reading.documents and reading.sentence.context.where == "prose" else None
        if first is None or not _IN_SPIRIT.search(text[: first.start]):
            continue
        deed = sentence_to_deed(text, first.start)
        if not deed or context_to_stance(reading.sentence.context, view) not in ("tasks", "goals"):
            continue
        last = first
        for document in reading.documents:
            if document is not first and not AND.fullmatch(text[last.end : document.start]):
                break
            last, span = document, (0, document.end)
            if end_of(document):
                yield context.link(deed, "based_on", end_of(document), passage, span, document.code_at, "deed-rests-on")


def sentence_to_deed(text: str, until: int) -> str:
    """What a sentence that opens with a verb says is to be done, up to its purpose or manner; empty where that is too
    little or too much for a name.

    >>> sentence_to_deed("Tiếp tục phát triển mạnh kinh tế rừng trở thành thế mạnh theo tinh thần Nghị quyết", 60)
    'Phát triển kinh tế rừng'
    """
    opening = _OPENS.match(text)
    start = opening.end() if opening else 0
    end = _DEED_END.search(text, start, until)
    deed = _HOW.sub("", text[start : end.start() if end else until].strip())
    listed = text.startswith(",", end.start()) if end else False  # "Chỉ đạo cơ quan A, B, C ...": no name for a task
    told = _LEAST <= len(deed.split()) <= _MOST and not listed and " là " not in deed
    return deed[:1].upper() + deed[1:] if told else ""
