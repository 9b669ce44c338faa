"""Links of the part that hands out the work: which body carries out which task, and with whom.

2. Sở Tài chính: chủ trì tham mưu phân bổ vốn.          the task, as worded, is the Sở's
4. Công an tỉnh chủ trì, phối hợp với Sở Y tế kiểm tra.  led by one, joined by the other
1. Sở Y tế là cơ quan thường trực ...                    the document itself (or its programme) is the Sở's
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vankien.facts.bodies.groups import actors_in, groups_in
from vankien.facts.bodies.names import BodyMention
from vankien.facts.links.context import ALL_KINDS, LinkContext, Reading
from vankien.model import Link

_HEAD = r"(?:(?:Thủ trưởng|Giám đốc|Chủ tịch|Trưởng) )?"
"""Whose head is told for the body itself: ``Giao Giám đốc Sở Y tế``, ``phối hợp với Thủ trưởng các sở, ngành``."""
_OPENING = re.compile(
    rf"\W*(?:\d{{1,2}}[.)]\s*)?(?:(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công)(?: cho)?:?\s+{_HEAD})?"
)
"""What stands before the body that an item gives work to: ``Giao``, ``Đề nghị``."""

_JOIN = re.compile(rf"(?:,|;| và|, và)\s*(?:(?:các|đại biểu|cùng|một số)\s*)?(?:[a-zà-ỹđ]+\s){{0,2}}{_HEAD}")
_LOCAL = r"(?:[Ủủ]y ban nhân dân|[Uu]ỷ ban nhân dân|UBND) (?:các |cấp )*(?:huyện|xã)(?:, (?:thị xã|thành phố|phường|thị trấn|xã))*"
_KINDS = r"(?:các sở,? (?:ban,? )?ngành|(?:các (?:cơ quan|đơn vị|ngành|địa phương|tổ chức)|địa phương|đơn vị))(?: có)?(?: liên quan)?"
_NAMED_BY_WORK = r"(?:(?: [a-zà-ỹđ]+){1,3}(?= (?:chủ trì|phối hợp)\b))?"
_ALSO = re.compile(rf"(?:\s*(?:,|và)\s*(?:(?:{_KINDS}{_NAMED_BY_WORK})|{_LOCAL})?)*")
"""Others that are named by their kind alone, behind the bodies: ``và các cơ quan báo chí``, ``, UBND các huyện``."""
_STANDING = re.compile(
    r"\s*[:,]?\s*(?:là\s+)?cơ quan (?:thường trực|đầu mối|chủ trì)(?: (?:của |thực hiện |giúp việc )?(?P<of>(?:Chương trình|Kế hoạch|Đề án|Nghị quyết|Ban Chỉ đạo)(?: này)?))?"
)
"""``: là cơ quan thường trực Chương trình``."""

_LEADS = re.compile(
    r"\s*[:,]?\s*(?:(?:có|chịu) trách nhiệm\s+)?(?:chính\s+)?(?:là (?:đơn vị|cơ quan) )?(?P<verb>chủ trì|làm đầu mối|đầu mối)?\s*,?\s*(?:và\s+)?",
    re.IGNORECASE,
)
_WITH = re.compile(
    rf"(?i:phối hợp)(?: chặt chẽ)?\s+(?:(?:với|cùng)(?: với)?\s+{_HEAD}|(?=các\s|Sở |Ban |UBND |Ủy ban |Công an ))"
)
_LED_UP = re.compile(
    r".{0,4}|(?:các |liên )?(?:sở|bộ)(?:,? (?:ban, )?ngành)?(?: (?:có )?liên quan)?(?: (?:như|gồm))?:? ", re.IGNORECASE
)
"""What stands between ``phối hợp với`` and the first body: ``các Sở: Tài chính, Y tế``."""
_BY_KIND = re.compile(
    rf"các (?:sở(?=,)|ban(?=, ngành)|ngành|cơ quan|đơn vị|địa phương)(?:,? (?:và )?(?:các )?(?:sở|ban|ngành|đoàn thể|cơ quan|đơn vị|địa phương|huyện|xã|thành phố|phường|liên quan|cấp tỉnh|{_LOCAL}))*\s+"
)
"""Joined by their kinds alone: ``phối hợp các sở, ngành, UBND huyện``."""
_JOINS = re.compile(r"(?:tham gia )?phối hợp(?:\s+thực hiện)?\s+", re.IGNORECASE)
_TASK_END = re.compile(
    r"""\s*(?:;|(?<!\w)/|/(?!\w)|\.(?=\s|/|$)|,\s(?:báo\ cáo|tổng\ hợp,?\ báo\ cáo|phấn\ đấu|định\ kỳ|bảo\ đảm|đảm\ bảo|nhất\ là|trong\ đó|hoàn\ thành|thuộc\ trách\ nhiệm|trình\ [^,;.]{2,60}?\ (?:trong|trước|vào)\ (?:tháng|quý|ngày|năm))(?!\w)|\ trước\ (?:ngày|tháng|quý)
      |\ (?:xong|hoàn\ thành)\ trong|\ theo\ (?:Luật|quy\ định|Nghị|Quyết|chức\ năng|đúng)|\ đạt\ (?:trên\ |khoảng\ |ít\ nhất\ |tối\ thiểu\ )?\d|\ \(|$)""",
    re.VERBOSE,
)
"""Where the wording of a task ends: at its deadline, what it rests on, to whom it is reported."""

_REPORTED = re.compile(r"(?<!định kỳ)(?<!tháng)(?<!quý)(?<!năm),? báo cáo (?:Chủ tịch |Thường trực )?(?=[A-ZĐỦ])")
_WORDS_OF_TASK = 5
"""``theo dõi việc trồng rừng, báo cáo Ủy ban nhân dân tỉnh``: whom it is told is no part of the task; with less
before it, ``tổng hợp, báo cáo UBND tỉnh kết quả ...``, it is the task."""

_BEFORE_TASK = re.compile(
    r"(?:căn cứ [^;.]{3,160}?,?\s(?=(?:chủ động |khẩn trương )?(?:xây dựng|ban hành|cụ thể hóa|tổ chức|triển khai|lập)\s(?!thực hiện (?:Nghị|Kế|Chương)))|(?:căn cứ [^,;.]{3,40} này,?|theo chức năng[^,;.]*,)\s+)",
    re.IGNORECASE,
)
"""``căn cứ Nghị quyết số ... và Kế hoạch này xây dựng ...``: what the task rests on is no part of its wording."""
_BARE_VERBS = re.compile(
    r"(?:(?:tổ chức|triển khai|thực hiện)\s+)+(?=(?:cho vay|nội dung|các? (?:nội dung|chỉ tiêu|nhiệm vụ)))"
)
_WHOLE = re.compile(
    r"(?:(?:tổ chức|triển khai|chỉ đạo|thực hiện|việc|và)[\s,]+)+(?P<of>Kế hoạch|Nghị quyết|Chương trình|Quyết định|Kết luận|Chỉ thị|Đề án|Đề cương|Quy định)(?: này)?(?: trên địa bàn(?: toàn)?(?: tỉnh| thành phố| huyện| xã| phường)?)?",
    re.IGNORECASE,
)
"""A task that is the document itself: ``tổ chức triển khai thực hiện Nghị quyết``."""

_NOTHING_BUT = re.compile(r"(?:(?:tổ chức|triển khai|thực hiện)\s?)+", re.IGNORECASE)
_WITHOUT_OBJECT = re.compile(
    r"(?P<act>.*?(?:theo dõi|đôn đốc|kiểm tra|giám sát|hướng dẫn|tổng hợp|đánh giá))(?: (?:việc )?(?:tổ chức )?thực hiện)?",
    re.IGNORECASE,
)
"""A task that only says what is done with the document: ``theo dõi, đôn đốc``."""


@dataclass(frozen=True, slots=True)
class Task:
    """One task of an item: its wording (empty for the document itself; a title in `of`), who leads, who joins."""

    wording: str
    of: str
    lead: tuple[BodyMention, ...]
    joined: tuple[BodyMention, ...]


def task_links(context: LinkContext) -> Iterator[Link]:
    """``responsible`` and ``coordinates`` of every item that gives work to the body it opens with."""
    for reading in context.readings:
        if not is_task(context, reading):
            continue
        if titled := _titled_task(context, reading):
            yield from _titled_links(context, reading, titled)
            continue
        for task in text_to_tasks(context, reading.text):
            subject = _subject(context, task)
            for role, bodies in (("responsible", task.lead), ("coordinates", task.joined)):
                for body in bodies if subject else ():
                    span = (body.start, body.end)
                    rule = f"task-{role}"
                    yield context.link(subject, role, body.name, reading.sentence.passage, span, body.start, rule)


_GIVES = re.compile(r"(?:^|[\s;])(?:[Gg]iao|[Pp]hân công)(?: cho)?:?\s$")
_GETS = re.compile(r"\s(?:đã\s)?được\s(?:[^,;.:]{3,60}?\s)?(?:giao|phân công)\s(?:nhiệm vụ\s)?")


_NO_TASK = re.compile(
    r"(?:lãnh đạo|chỉ đạo|có thẩm quyền|đảng ủy|đến (?:hết |cuối )?năm|(?:triển khai|tổ chức)(?: tổ chức)? thực hiện$)(?!\w)",
    re.IGNORECASE,
)
"""What names no work of the body's own: ``chỉ đạo Sở Y tế chủ trì ...``."""
_HANDED = re.compile(r"giao|phân công|chủ trì,? (?:và )?phối hợp", re.IGNORECASE)
_LEADS_WITH = re.compile(r"\s(?:sẽ )?chủ trì,? (?:và )?phối hợp (?=chặt chẽ |với |cùng |các )")
_TOLD_BEFORE = re.compile(
    r"(?:phối hợp|cùng)(?: chặt chẽ)? (?:với )?[^.;]*$|(?:đồng chí|ông|bà|lãnh đạo|đại diện)[^.;]{0,80}$", re.IGNORECASE
)
"""Who stands behind these joins in, or is a person who holds an office there."""
_TOLD = 4
"""News tell a task in at least so many words."""


def handed_tasks(context: LinkContext) -> Iterator[Link]:
    """``responsible`` and ``coordinates`` of tasks that news tell of: ``tỉnh giao Sở Y tế chủ trì, phối hợp với Sở Tài chính
    xây dựng ...``, ``Sở Y tế được tỉnh giao chủ trì ...``, and of those that a report tells of; not in a document that itself
    hands out the work."""
    if context.own and not context.own_genre.startswith("bao cao"):
        return
    for reading in context.readings:
        text, passage = reading.text, reading.sentence.passage
        if reading.sentence.context.where != "prose" or not _HANDED.search(text) or _of_programme(context, reading):
            continue
        actors = actors_in(text, context.lexicon, context.province)
        for index, actor in enumerate(actors):
            gets = _GETS.match(text, actor.end)
            leads = _LEADS_WITH.match(text, actor.end) and not _TOLD_BEFORE.search(text, 0, actor.start)
            if not gets and not leads and not _GIVES.search(text[: actor.start]):
                continue
            lead = (actor,) if gets else _run(text, actors, index)
            at = gets.end() if gets else _past(text, lead[-1].end)
            standing = _STANDING.match(text, at)
            task = _clause(text, standing.end() if standing else at, lead, actors)
            if task is None or len(task.wording.split()) < _TOLD or _NO_TASK.match(task.wording):
                continue
            for role, bodies in (("responsible", task.lead), ("coordinates", task.joined)):
                for body in bodies:
                    span = (body.start, body.end)
                    yield context.link(task.wording, role, body.name, passage, span, body.start, f"handed-{role}")


def _of_programme(context: LinkContext, reading: Reading) -> bool:
    """Does a sentence of a report stand below a programme or speak of a scheme, whose bodies are found with it?"""
    scope = context.scope_at(reading.sentence.passage.first_line, ALL_KINDS) if context.own else None
    return bool(context.own) and (scope is not None or any(p.kind == "scheme" for p in reading.programmes))


def is_task(context: LinkContext, reading: Reading) -> bool:
    """Does the sentence open with the body that it gives work to, in the part that hands out the work?"""
    place = reading.sentence.context.where
    organises = place == "prose" and context.organises(reading.sentence.passage.first_line)
    opens = (organises or _in_article(context, reading)) and bool(_leading(context, reading.text))
    return opens or (organises and _titled_task(context, reading) is not None)


_TITLED = re.compile(r"(?:Chủ trì|Phối hợp)(?![\wà-ỹ])")


def _titled_task(context: LinkContext, reading: Reading) -> Task | None:
    """The task of an item that leaves out the body, which the title or the head of the list above it names alone:
    ``2. Sở Y tế`` / ``- Chủ trì, phối hợp với Sở Tài chính làm ...``."""
    text, sentence = reading.text, reading.sentence
    if not _TITLED.match(text):
        return None
    for title in (sentence.context.lead, *reversed(sentence.context.titles)):
        named = actors_in(title, context.lexicon, context.province)
        lead = _run(title, named, 0) if named else ()
        if lead and not title[: lead[0].start].strip() and not title[_past(title, lead[-1].end) :].strip(" .:;"):
            return _clause(text, 0, lead, actors_in(text, context.lexicon, context.province))
    return None


def _titled_links(context: LinkContext, reading: Reading, task: Task) -> Iterator[Link]:
    """The links of such a task: who leads stands in the title, so the whole item is the evidence."""
    subject, passage, whole = _subject(context, task), reading.sentence.passage, (0, len(reading.text))
    for body in task.lead if subject else ():
        yield context.link(subject, "responsible", body.name, passage, whole, 0, "titled-responsible")
    for body in task.joined if subject else ():
        span = (body.start, body.end)
        yield context.link(subject, "coordinates", body.name, passage, span, body.start, "titled-coordinates")


_ARTICLE = re.compile(r"Điều \d{1,2}")
_TOLD_TO = re.compile(
    r"\s(?:có trách nhiệm|chủ trì|hướng dẫn|theo dõi|(?:kiểm tra|đôn đốc), (?:giám sát|đôn đốc)|giám sát)(?!\w)"
)


def _in_article(context: LinkContext, reading: Reading) -> bool:
    """One of the last articles of a decision, which says what a body is to do: ``Điều 3. Sở Y tế có trách nhiệm ...``."""
    if not context.own_genre.startswith(("quyet dinh", "nghi quyet")) or not _TOLD_TO.search(reading.text):
        return False
    line = reading.sentence.passage.first_line
    label = next(
        (h.label for h in context.outline.headings if h.title.first_line == line), reading.sentence.context.item
    )
    return reading.sentence.context.where in ("prose", "heading") and bool(_ARTICLE.fullmatch(label))


_ROLE_LABEL = re.compile(
    r"(?:cơ quan |đơn vị )?(?:(?P<lead>chủ trì|chủ đầu tư|thực hiện)|(?P<join>phối hợp))(?: thực hiện)?\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""``Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: Sở Tài chính``."""


def labelled_links(context: LinkContext) -> Iterator[Link]:
    """The bodies behind such labels, for the scheme that the item names, the programme of the section or the document itself."""
    for reading in context.readings:
        text, passage = reading.text, reading.sentence.passage
        actors = actors_in(text, context.lexicon, context.province) if ":" in text else ()
        for match in _ROLE_LABEL.finditer(text) if actors else ():
            first = next((i for i, a in enumerate(actors) if 0 <= a.start - match.end() <= 4), None)
            scope = context.scope_at(passage.line_at(match.start()), ALL_KINDS)
            item = _item_before(context, reading) if scope is None or scope.kind == "task_group" else ""
            subject = item or (scope.name if scope else context.own)
            role = "responsible" if match["lead"] else "coordinates"
            for body in _run(text, actors, first) if first is not None and subject else ():
                if not (match["join"] is None and text[match.end() : body.start].count(";")):
                    span = (body.start, body.end)
                    yield context.link(subject, role, body.name, passage, span, body.start, f"label-{role}")


def _item_before(context: LinkContext, reading: Reading) -> str:
    """The one scheme or project that the item names before it says who does it: ``b) Đề án ... Cơ quan chủ trì: ...``."""
    at = reading.sentence.paragraph
    same = (r for r in context.readings if r.sentence.paragraph == at >= 0 and r.sentence.context.item)
    named = {context.known_name(p) for r in same for p in r.programmes if p.kind in ("scheme", "project")}
    return named.pop() if len(named) == 1 else ""


_OFFICES = re.compile(
    r"\W*(?:(?:Thủ trưởng|Giám đốc|Người đứng đầu|Chủ tịch|Bí thư)(?:,? (?:các )?(?:cơ quan|đơn vị))*\s*|(?:[,;]|và)\s*)*"
)


def everybody_links(context: LinkContext) -> Iterator[Link]:
    """``responsible`` for the document itself: a title of the part that hands out the work which names nothing but groups,
    ``1. Các sở, ban, ngành; Ủy ban nhân dân các xã, phường:``. What stands below it is everybody's."""
    opening = (
        p.passage for p in context.outline.paragraphs if p.context.where == "prose" and p.passage.text[-1:] == ":"
    )
    for title in (*(h.title for h in context.outline.headings), *opening):
        if not context.own or not context.organises(title.first_line):
            continue
        groups, at = groups_in(title.text, context.lexicon, context.province, True), 0
        for group in groups:
            office = _OFFICES.match(title.text, at)
            if not office or office.end() != group.start:
                break
            at = group.end
        if not groups or at != groups[-1].end or title.text[at:].strip(" .:;"):
            continue
        for group in groups:
            span = (group.start, group.end)
            yield context.link(context.own, "responsible", group.name, title, span, group.start, "everybody")


def _leading(context: LinkContext, text: str) -> tuple[BodyMention, ...]:
    """The bodies that a sentence opens with."""
    actors = actors_in(text, context.lexicon, context.province)
    opening = _OPENING.match(text)
    if not actors or not opening or actors[0].start != opening.end():
        return ()
    return _run(text, actors, 0)


def _run(text: str, actors: tuple[BodyMention, ...], first: int) -> tuple[BodyMention, ...]:
    """The bodies of a list, from the first on."""
    out = [actors[first]]
    for actor in actors[first + 1 :]:
        if not _JOIN.fullmatch(text[out[-1].end : actor.start]):
            break
        out.append(actor)
    return tuple(out)


def text_to_tasks(context: LinkContext, text: str) -> Iterator[Task]:
    """The tasks of a sentence that opens with a body."""
    lead = _leading(context, text)
    actors = actors_in(text, context.lexicon, context.province)
    at = _past(text, lead[-1].end)
    standing = _STANDING.match(text, at)
    if standing:
        yield Task("", standing["of"] or "", lead, ())
        at = standing.end()
    for index, start in enumerate(_clauses(text, at)):
        task = _clause(text, start, lead, actors)
        is_new = index == 0 and not standing
        chained = re.match(r"\W*(?:chủ trì|phối hợp)", text[start:])
        if not task or not (is_new or chained):
            continue
        if standing and re.match(r"\W*phối hợp", text[start:]):
            yield Task("", standing["of"] or "", (), task.joined)
        elif is_new or re.match(r"\W*chủ trì, phối hợp", text[start:]):
            yield task


def _past(text: str, at: int) -> int:
    also = _ALSO.match(text, at)
    return also.end() if also else at


def _clauses(text: str, at: int) -> Iterator[int]:
    """Where the clauses after the opening bodies begin."""
    yield at
    yield from (m.end() for m in re.compile(r";\s*").finditer(text, at))


def _clause(text: str, at: int, lead: tuple[BodyMention, ...], actors: tuple[BodyMention, ...]) -> Task | None:
    """One clause: ``chủ trì, phối hợp với B làm việc C``."""
    leads = _LEADS.match(text, at)
    at = leads.end() if leads else at
    joined: tuple[BodyMention, ...] = ()
    beside = _WITH.match(text, at)
    if beside:
        first = next((i for i, a in enumerate(actors) if _LED_UP.fullmatch(text, beside.end(), a.start)), None)
        if first is not None:
            joined = _run(text, actors, first)
            at = _past(text, joined[-1].end)
        else:
            others = _BY_KIND.match(text, beside.end()) or re.compile(
                r"(?:các )?[^,;.:]*?(?:liên quan|đơn vị|địa phương)\s*"
            ).match(text, beside.end())
            at = others.end() if others else beside.end()
    else:
        helps = _JOINS.match(text, at)
        if helps:
            at, joined, lead = helps.end(), lead, ()
    wording = _wording(text, at)
    return Task(wording, "", lead, joined) if wording else None


def _wording(text: str, at: int) -> str:
    """The wording of the task that begins there, with a capital."""
    start = re.compile(r"[\s,:]*").match(text, at)
    at = start.end() if start else at
    before = _BEFORE_TASK.match(text, at)
    at = before.end() if before else at
    bare = _BARE_VERBS.match(text, at)
    at = bare.end() if bare else at
    end = _TASK_END.search(text, at + 3)
    words = text[at : end.start() if end else len(text)].strip(" ,;:.")
    told = _REPORTED.search(words)
    words = words[: told.start()] if told and len(words[: told.start()].split()) >= _WORDS_OF_TASK else words
    return words[:1].upper() + words[1:] if len(words.split()) >= 2 and not _MORE_BODIES.match(words) else ""


_MORE_BODIES = re.compile(r"(?:các|tổ đại biểu|đại biểu)\s(?!nội dung|nhiệm vụ|hoạt động)")
"""No task begins with these: the list of those who are to do it goes on."""


def _subject(context: LinkContext, task: Task) -> str:
    """The end of the link that a task is: the document, its programme, or the task as worded."""
    whole = _WHOLE.fullmatch(task.wording)
    if task.wording and _NOTHING_BUT.fullmatch(task.wording):
        return context.own
    of = task.of or (whole["of"] if whole else "")
    if not task.wording or whole:
        if of.startswith("Chương trình") and context.own_programme:
            return context.own_programme
        return context.own
    bare = _WITHOUT_OBJECT.fullmatch(task.wording)
    if bare and context.own_noun:
        return f"{bare['act']} thực hiện {context.own_noun}".replace("giám sát thực", "giám sát việc thực")
    return task.wording
