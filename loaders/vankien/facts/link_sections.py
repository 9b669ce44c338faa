"""Links from the tasks of a section to the documents that it says they carry out.

II. Phát triển y tế: Tiếp tục thực hiện Nghị quyết số 72-NQ/TW và ...    the task implements the resolution
IV. Hạ tầng: Thực hiện Quyết định số 338/QĐ-TTg ...                      and the decision
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.link_context import LinkContext, Reading, Scope
from vankien.facts.programmes import programme_title
from vankien.facts.stance import context_to_stance, outline_to_view
from vankien.model import Link

_TASKS = frozenset({"task_group", "key_program", "breakthrough"})
_GENRES = ("Nghị quyết", "Kết luận", "Chỉ thị", "Chiến lược", "Quyết định", "Chương trình hành động", "Kế hoạch")
_HOW = r"(?:nghiêm(?:\stúc)?|tốt|đầy\sđủ|đồng\sbộ|sâu\srộng|kịp\sthời|(?:có\s)?hiệu\squả|quyết\sliệt|toàn\sdiện|sâu\ssắc|các|những|nhiệm\svụ|giải\spháp|của|nội\sdung|tinh\sthần)"
_CARRIES_OUT = re.compile(
    rf"\W*(?:\d{{1,2}}[.)]\s)?(?:tiếp\stục\s|tập\strung\s|đẩy\smạnh\s)?(?:(?:tổng\skết|sơ\skết|bám\ssát|quán\striệt|cụ\sthể\s(?:hóa|hoá)|triển\skhai|tổ\schức|thực\shiện|thể\schế\s(?:hóa|hoá)|{_HOW})(?:,\s|\svà\s|\s))+",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?<!\w)(?:triển\skhai|thực\shiện|cụ\sthể\sh|bám\ssát)", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|và|,\s*và)\s*(?:các\s+)?")


def section_links(context: LinkContext) -> Iterator[Link]:
    """``implements``: the task or programme of a section whose text opens with carrying out documents named there."""
    view = outline_to_view(context.outline)
    for reading in context.readings:
        sentence = reading.sentence
        if not reading.documents or sentence.context.where != "prose" or not _opens(reading):
            continue
        scope = context.scope_at(sentence.passage.first_line, _TASKS)
        if not scope or context_to_stance(sentence.context, view) not in ("tasks", "goals"):
            continue
        subject = _innermost(reading, scope)
        before = None
        for mention in reading.documents:
            between = reading.text[before.end : mention.start] if before else ""
            if before and not _AND.fullmatch(between) and not _goes_on(reading.text, mention.start, between):
                break
            if mention.code and mention.genre in _GENRES:
                span = (mention.start, mention.end)
                at = mention.code_at
                yield context.link(subject, "implements", mention.code, sentence.passage, span, at, "task-carries-out")
            before = mention


def _goes_on(text: str, at: int, between: str) -> bool:
    """``cụ thể hóa các nghị quyết: số 71-NQ/TW về giáo dục; số 72-NQ/TW về y tế``: a list under the noun before it."""
    return text.startswith("số ", at) and between.endswith("; ") and between.count(";") == 1


def _innermost(reading: Reading, scope: Scope) -> str:
    """The part of the task under whose own heading the sentence stands, else the task or programme."""
    headings = reading.sentence.context.headings
    deeper = scope.kind == "task_group" and headings and headings[-1].title.first_line > scope.first_line
    return programme_title(headings[-1].title.text.rstrip(" .:")) if deeper else scope.name


def _opens(reading: Reading) -> bool:
    """Does nothing but the verb stand before the first document?"""
    head = reading.text[: reading.documents[0].start]
    return bool(_CARRIES_OUT.fullmatch(head) and _VERB.search(head))
