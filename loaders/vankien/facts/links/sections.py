"""Links from the tasks of a section to the documents that it says they carry out or follow.

II. Phát triển y tế: Tiếp tục thực hiện Nghị quyết số 72-NQ/TW và ...         the task implements the resolution
IV. Hạ tầng: Thực hiện Quyết định số 338/QĐ-TTg ...                           and the decision
V. Thu ngân sách: Thực hiện các nhiệm vụ được giao tại Nghị quyết số 9 ...    and the one that sets what is to be done
VI. Quốc phòng: Tổ chức diễn tập theo Kế hoạch số 196-KH/TU ...               the task is based on the plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.congresses.stance import context_to_stance, outline_to_view
from vankien.facts.documents.citations import Mention
from vankien.facts.links.context import LinkContext, Reading, Scope
from vankien.facts.programmes.finding import programme_title
from vankien.model import Link

_TASKS = frozenset({"task_group", "key_program", "breakthrough"})
_GENRES = ("Nghị quyết", "Kết luận", "Chỉ thị", "Chiến lược", "Quyết định", "Chương trình hành động", "Kế hoạch")
_HOW = r"(?:nghiêm(?:\stúc)?|tốt|đầy\sđủ|đồng\sbộ|sâu\srộng|kịp\sthời|(?:có\s)?hiệu\squả|quyết\sliệt|toàn\sdiện|sâu\ssắc|các|những|nhiệm\svụ|giải\spháp|của|nội\sdung|tinh\sthần)"
_CARRIES_OUT = re.compile(
    rf"\W*(?:\d{{1,2}}[.)]\s)?(?:tiếp\stục\s|tập\strung\s|đẩy\smạnh\s)?(?:(?:tổng\skết|sơ\skết|bám\ssát|quán\striệt|cụ\sthể\s(?:hóa|hoá)|triển\skhai|tổ\schức|thực\shiện|thể\schế\s(?:hóa|hoá)|{_HOW})(?:,\s|\svà\s|\s))+",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?<!\w)(?:triển\skhai|thực\shiện|cụ\sthể\sh|bám\ssát)", re.IGNORECASE)
_AND = re.compile(r"(?:,\s(?:[Kk]hóa|[Kk]hoá)\s[IVX]+)*\s*(?:,|và|,\s*và)\s*(?:các\s+)?")
_UNNUMBERED = re.compile(
    r"(?:(?:quy\sđịnh|nghị\squyết|chỉ\sthị|kết\sluận)\s[^.;:]{2,90}?(?:,|\svà|,\svà)\s(?:các\s)?)+", re.IGNORECASE
)
"""``Thực hiện nghiêm các quy định về nêu gương, Nghị quyết Trung ương 4 khóa XII và`` Kết luận số ...: those before it."""
_BESIDE = re.compile(r"[”\"]?(?:\s(?:trên\sđịa\sbàn|của)\s[^;.:,]{2,40})?(?:,|\svà|,\svà)\s(?:các\s)?")
"""``Triển khai Đề án nuôi cá lồng trên địa bàn tỉnh và Chỉ thị số ...``: the document goes on the list of the scheme."""
_SET_THERE = re.compile(
    r"(?:triển\skhai|thực\shiện|quán\striệt|cụ\sthể\s(?:hóa|hoá)|hoàn\sthành)\s[^;.:]{0,160}?(?:mục\stiêu|nhiệm\svụ|giải\spháp|chỉ\stiêu|nội\sdung)(?![\wà-ỹ])[^;.:]{0,90}?"
    r"\s(?:đã\s)?(?:được\s)?(?:đề\sra|giao|nêu|xác\sđịnh)(?:\s(?:cụ\sthể|chi\stiết))?\s(?:tại|trong|ở)\s(?:các\s)?$",
    re.IGNORECASE,
)
"""``thực hiện các nhiệm vụ, giải pháp về ... đã được đề ra tại``: before the document that sets what is carried out."""
_FOLLOWS = re.compile(
    r"(?<!kèm\s)(?<!ban\shành\s)(?<!duyệt\s)(?<!thành\slập\s)(?<!công\sbố\s)theo\s(?:đúng\s)?(?:(?:sự\s)?(?:chỉ\sđạo|hướng\sdẫn|yêu\scầu)\s(?:của\s[^,;.:]{3,60}\s)?(?:tại\s|trong\s)(?:các\s)?)?$",
    re.IGNORECASE,
)
"""``theo chỉ đạo của UBND tỉnh tại``, ``theo``: before the plan, letter or resolution that tells a task how to be done."""
_FOLLOWED = (*_GENRES[:3], *_GENRES[5:], "Công văn", "Công điện", "Thông báo", "Văn bản")


def section_links(context: LinkContext) -> Iterator[Link]:
    """``implements`` and ``based_on``: the task or programme of a section whose text carries out or follows documents."""
    view = outline_to_view(context.outline)
    for reading in context.readings:
        sentence = reading.sentence
        if not reading.documents or sentence.context.where != "prose":
            continue
        scope = context.scope_at(sentence.passage.first_line, _TASKS)
        if not scope or context_to_stance(sentence.context, view) not in ("tasks", "goals"):
            continue
        subject = _innermost(reading, scope)
        for relation, rule, cited in (
            ("implements", "task-carries-out", _carried_out(reading)),
            ("based_on", "task-follows", _followed(reading)),
        ):
            for mention in cited:
                span, at = (mention.start, mention.end), mention.code_at
                yield context.link(subject, relation, mention.code or "", sentence.passage, span, at, rule)


def _carried_out(reading: Reading) -> Iterator[Mention]:
    """The documents of a list that the sentence opens with carrying out, or that set what it carries out."""
    text, before = reading.text, None
    sets = _SET_THERE.search(text[: reading.documents[0].start])
    for mention in reading.documents if sets or _opens(reading) else ():
        between = text[before.end : mention.start] if before else ""
        goes_on = _AND.fullmatch(between) or _goes_on(text, mention.start, between) or (sets and between == "; ")
        if before and not goes_on:
            break
        if mention.code and mention.genre in _GENRES:
            yield mention
        before = mention


def _followed(reading: Reading) -> Iterator[Mention]:
    """The plans and letters that a clause is to follow, where neither a document nor a programme stands before them in it."""
    named = [*(m.start for m in reading.documents), *(p.start for p in reading.programmes)]
    for mention in reading.documents:
        clause = reading.text.rfind("; ", 0, mention.start) + 1
        follows = _FOLLOWS.search(reading.text[clause : mention.start])
        first = not any(clause <= at < mention.start for at in named)
        if follows and first and mention.code and mention.genre in _FOLLOWED:
            yield mention


def _goes_on(text: str, at: int, between: str) -> bool:
    """``cụ thể hóa các nghị quyết: số 71-NQ/TW về giáo dục; số 72-NQ/TW về y tế``: a list under the noun before it."""
    return text.startswith("số ", at) and between.endswith("; ") and between.count(";") == 1


def _innermost(reading: Reading, scope: Scope) -> str:
    """The part of the task under whose own heading the sentence stands, else the task or programme."""
    context = reading.sentence.context
    inner = [
        h for h in context.headings if h.title.first_line > scope.first_line and not _beside(context.item, h.label)
    ]
    deeper = scope.kind == "task_group" and inner
    return programme_title(inner[-1].title.text.rstrip(" .:")) if deeper else scope.name


_LETTER = re.compile(r"[a-zđ]")


def _beside(item: str, label: str) -> bool:
    """Is ``b)`` no part of what stands below the heading ``a)``, but the next item of its list?"""
    return item != label and bool(_LETTER.fullmatch(item) and _LETTER.fullmatch(label))


def _opens(reading: Reading) -> bool:
    """Does nothing but the verb stand before the first document, or before the scheme that it is named with?"""
    head = reading.text[: reading.documents[0].start]
    scheme = next((p for p in reading.programmes if p.end <= len(head)), None)
    if scheme and _BESIDE.fullmatch(head, scheme.end):
        head = head[: scheme.start]
    verb = _CARRIES_OUT.match(head)
    plain = verb is not None and (verb.end() == len(head) or _UNNUMBERED.fullmatch(head, verb.end()) is not None)
    return bool(plain and _VERB.search(head))
