"""Links from tasks and programmes to bodies: who leads (``chủ trì``), who joins (``phối hợp``), in sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vankien.facts.bodies.groups import actors_in
from vankien.facts.bodies.names import BodyMention, bodies_in
from vankien.facts.congresses.stance import context_to_stance, outline_to_view
from vankien.facts.links.context import ALL_KINDS, LinkContext, Reading
from vankien.facts.links.tasks import is_task
from vankien.facts.programmes.names import ProgrammeMention, programmes_in
from vankien.facts.programmes.task_names import task_and_aim
from vankien.facts.programmes.words import same_programme
from vankien.model import Cell, Link, Table
from vankien.vietnamese import fold

_LEADS = re.compile(
    r"(?: (?:trong tỉnh|các cấp))?(?:,? (?:là cơ quan )?(?:có trách nhiệm )?(?:làm )?(?:chủ trì|đầu mối|(?:là )?cơ quan thường trực|chịu trách nhiệm (?:chính|chủ trì)))(?![\wà-ỹ])"
)
_LEADS_AFTER = re.compile(r"(?:[Gg]iao|[Pp]hân công|do|[Gg]iao cho)\s+$")
_WITH = re.compile(
    r"phối hợp(?: chặt chẽ)?(?: (?:với|cùng))?(?: các (?:cơ quan|đơn vị|ngành)[^:;.]{0,40}?(?:như|gồm)?:?)?\s+$"
    r"|chủ trì,? chỉ đạo(?: các (?:cơ quan|đơn vị|ngành)[^:;.]{0,40}?(?:như|gồm)?:?)?\s+$|cơ quan thường trực,? cùng(?: với)?\s+$",
    re.IGNORECASE,
)
"""``chủ trì, chỉ đạo Sở A, Sở B rà soát``, ``là cơ quan thường trực, cùng Sở A, Sở B``: who takes part."""
_JOINS = re.compile(
    r",?\s*(?:(?:và|UBND|Ủy ban nhân dân|các) [^.;]{0,60})?(?:đã |cùng |có trách nhiệm )?(?:tham gia )?phối hợp(?! với| cùng| chặt chẽ với)(?![\wà-ỹ])"
)


_ANY_ROLE = re.compile(r"chủ trì|phối hợp|thường trực|giao |phân công|đầu mối|lãnh đạo", re.IGNORECASE)


def body_links(context: LinkContext) -> Iterator[Link]:
    """All ``responsible`` and ``coordinates`` links, in the order of the text."""
    for before, reading in pairwise((None, *context.readings)):
        if not reading or is_task(context, reading):
            continue
        if reading.sentence.context.where != "table" and _ANY_ROLE.search(reading.text):
            yield from _sentence(context, before, reading)
            yield from led_by_heading(context, reading)
    for table in context.outline.tables:
        yield from table_links(context, table)


def _sentence(context: LinkContext, before: Reading | None, reading: Reading) -> Iterator[Link]:
    text = reading.text
    work = _work_before(context, before, reading)
    bodies = [b for b in bodies_in(text, context.lexicon, context.province) if not b.plural]
    for index, body in enumerate(bodies):
        role = _role(text, bodies, index)
        if not role:
            continue
        subject = work or _subject(context, reading, body, role)
        if subject:
            span = (body.start, body.end)
            rule = f"body-{role}"
            yield context.link(subject, role, body.name, reading.sentence.passage, span, body.start, rule)


_HANDS_OUT = re.compile(r"(?:(?:Giao|Phân công)(?: cho)?\s)?(?=[A-ZĐỦ])")
_THROUGH = re.compile(r"\s(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))?\s")
"""``Giao Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Sở Tài chính chủ trì``: the committee hands on, the office leads."""
_ONLY_LEADS = re.compile(r"\s*(?:làm )?(?:chủ trì|chủ đầu tư)(?:,?\s*phối hợp(?: với| cùng)?\s|[\s.]*$)")
# "bảo đảm an toàn" says how, not what
_NOTHING_ELSE = re.compile(
    r"(?:[\s,]|và |các (?:cơ quan|đơn vị|địa phương)(?: có)?(?: liên quan)?|tổ chức|triển khai|thực hiện|(?:bảo đảm|đảm bảo) [^.;]{4,60})*(?:[;,] hoàn thành (?:trong|trước|xong|vào) [^.;]{4,40})?\.?\s*"
)
_OPENS_WORK = re.compile(
    r"(?:(?:Triển khai|Thực hiện|Xây dựng|Hoàn thành|Đầu tư|Khởi công|Tiếp tục|Lập|Hoàn thiện|có hiệu quả)[\s,]+)+$",
    re.IGNORECASE,
)


def _work_before(context: LinkContext, before: Reading | None, reading: Reading) -> str:
    """The project or scheme of the sentence before, where that sentence speaks of nothing else and this one only says
    who does it: ``Triển khai Dự án trung tâm dữ liệu. Giao Công an tỉnh chủ trì.``"""
    same = before and before.sentence.paragraph == reading.sentence.paragraph and reading.sentence.paragraph >= 0
    text = reading.text
    bodies = bodies_in(text, context.lexicon, context.province) if before and same and not reading.programmes else ()
    opening = _HANDS_OUT.match(text)
    if not before or not bodies or not opening or bodies[0].start != opening.end():
        return ""
    if len(bodies) > 1 and _THROUGH.fullmatch(text, bodies[0].end, bodies[1].start):
        bodies = bodies[1:]
    leads = _ONLY_LEADS.match(text, bodies[0].end)
    if not leads or not _NOTHING_ELSE.fullmatch(text, max(bodies[-1].end, leads.end())):
        return ""
    work = [p for p in before.programmes if p.kind in ("project", "scheme")]
    if len(work) != 1 or ";" in before.text or not _OPENS_WORK.fullmatch(before.text[: work[0].start]):
        return ""
    return context.known_name(work[0])


def led_by_heading(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``Chủ trì, phối hợp với ...`` below a title or a list head that names the body: ``2. Sở Y tế``."""
    sentence = reading.sentence
    if not re.match(r"(?:Là cơ quan )?(?:Chủ trì|Làm đầu mối)", reading.text):
        return
    above = [sentence.context.lead, *reversed(sentence.context.titles)]
    for title in above:
        bodies = [b for b in bodies_in(title, context.lexicon, context.province) if not b.plural]
        if len(bodies) == 1 and bodies[0].start < 6 and bodies[0].end - bodies[0].start > len(title) * 0.5:
            led = next(
                (
                    p
                    for p in reading.programmes
                    if re.search(r"(?:xây dựng|thực hiện|tham mưu)[^,;]{0,30}$", reading.text[: p.start])
                ),
                None,
            )
            subject = context.known_name(led) if led else context.own
            if subject:
                span = (0, len(reading.text))
                yield context.link(subject, "responsible", bodies[0].name, sentence.passage, span, 0, "body-heading")
            return


def _role(text: str, bodies: list[BodyMention], index: int) -> str:
    """What a body does in a sentence: ``responsible``, ``coordinates`` or nothing."""
    body = bodies[index]
    before, after = text[: body.start], text[body.end :]
    if _LEADS.match(after):
        return "responsible"
    if _WITH.search(before):
        return "coordinates"
    if _leads_together(text, bodies, index):
        return "responsible"
    if _in_list(text, bodies, index, _WITH):
        return "coordinates"
    if _LEADS_AFTER.search(before) and re.match(
        r"[^.;]{0,12}(?:chủ trì|xây dựng|tham mưu|theo dõi|hướng dẫn|tổ chức|thực hiện|hoàn thiện|chịu trách nhiệm)",
        after,
    ):
        return "responsible"
    if _SEES_TO.match(after) and re.search(r"(?:^|[.;]\s)$", before):
        return "responsible"
    if _HANDED_TO.search(before) and re.match(r"\s*(?:[.;]|$)", after):
        return "responsible"
    following = bodies[index:]
    last = following[0]
    for other in following[1:]:
        if not re.fullmatch(r"(?:,|;| và|, và)\s*(?:[a-zà-ỹđ][\wà-ỹ]*\s){0,3}", text[last.end : other.start]):
            break
        last = other
    return "coordinates" if _JOINS.match(text[last.end :]) and "chủ trì" not in text[body.end : last.end] else ""


_SEES_TO = re.compile(r" (?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))? (?=[a-zà-ỹđ])")
"""``Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo giải ngân ...``, ``giao Sở Y tế chịu trách nhiệm``: whose task it is."""
_HANDED_TO = re.compile(r"\s(?:được )?giao(?: cho)? $")
"""``Đề án ... giao`` Sở Y tế."""
_SEES_TO_MAKING = re.compile(
    r"\s(?:chịu trách nhiệm )?(?:lãnh đạo|chỉ đạo)(?:, (?:lãnh đạo|chỉ đạo))?(?:,? (?:xây dựng|thực hiện|triển khai|tham mưu|ban hành|hoàn thiện|lập|tổ chức))+\s"
)
"""``Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo xây dựng Đề án ...``: the scheme is its task."""
_OPENS_CLAUSE = re.compile(r"(?:^|[.;:]\s|(?:giao|phân công)(?: cho)?\s)$", re.IGNORECASE)


def _leads_together(text: str, bodies: list[BodyMention], index: int) -> bool:
    """The first body of a clause, before another that leads: ``Sở A, Công an tỉnh chủ trì ...``."""
    if index + 1 >= len(bodies) or not _OPENS_CLAUSE.search(text[: bodies[index].start]):
        return False
    one, other = bodies[index], bodies[index + 1]
    return text[one.end : other.start] in (", ", " và ", ", và ") and bool(_LEADS.match(text[other.end :]))


def _in_list(text: str, bodies: list[BodyMention], index: int, head: re.Pattern[str]) -> bool:
    """Does a body go on a list whose first body stands right after ``phối hợp với``?"""
    while index > 0:
        one, other = bodies[index - 1], bodies[index]
        if not re.fullmatch(
            r"(?:,|;| và|, và)\s*(?:(?!chủ|phối|hoàn|xây|lập|tổ|triển)[a-zà-ỹđ][\wà-ỹ]*,?\s){0,5}",
            text[one.end : other.start],
        ):
            return False
        if head.search(text[: one.start]):
            return True
        index -= 1
    return False


_LEADS_ON = re.compile(
    r"chủ trì,? (?:(?:thực hiện|xây dựng|tham mưu|triển khai|tổ chức|hoàn thiện|lập) )*"
    r"(?:(?:Quyết định|Nghị quyết|Kế hoạch) số [^;]{4,60}?(?:ban hành|phê duyệt|về) )?$"
)

_MAKE_TOGETHER = re.compile(
    r"(?:chủ trì,? (?:và )?phối hợp (?:với|cùng)|cơ quan thường trực,? (?:phối hợp )?cùng(?: với)?) [^;.]{4,160} (?:tổ chức|xây dựng|lập|hoàn thiện|triển khai|tham mưu)(?: thực hiện)? $"
)
"""``Sở A chủ trì, phối hợp với Sở B xây dựng Đề án ...``, ``Sở A là cơ quan thường trực, cùng Sở B thực hiện Đề án ...``:
both for the scheme."""


_JOINTLY = re.compile(r"(?=[A-ZĐỦ])[^,;.:()]{6,80}\sphối\shợp(?:\schặt\schẽ)?\s(?:với|cùng)\s")
"""``Công an tỉnh phối hợp với Bộ Chỉ huy ... giữ vững an ninh``: who joins in the task."""


def _subject(context: LinkContext, reading: Reading, body: BodyMention, role: str) -> str:
    """What the body leads or joins: the programme named right after, the programme of the section, the plan itself."""
    text = reading.text
    after = [p for p in reading.programmes if p.start >= body.end]
    led = _LEADS_ON.search(text[: after[0].start]) if after else None
    if led and after and "phối hợp" not in text[body.end : after[0].start].split("chủ trì")[0]:
        return context.known_name(after[0])
    if after and after[0].kind in ("scheme", "project") and _MAKE_TOGETHER.search(text[: after[0].start]):
        return context.known_name(after[0])
    aside = [
        p for p in reading.programmes if p.end <= body.start and re.match(r"\s*\([^)]*$", text[p.end : body.start])
    ]
    aside += [p for p in reading.programmes if p.end <= body.start and _HANDED_TO.fullmatch(text[p.end : body.start])]
    if aside:
        return context.known_name(aside[-1])
    if after and after[0].kind in ("scheme", "project") and _SEES_TO_MAKING.fullmatch(text[body.end : after[0].start]):
        return context.known_name(after[0])
    scope = context.scope_at(reading.sentence.passage.line_at(body.start), ALL_KINDS)
    is_project = after and after[0].kind == "project" and after[0].start - body.end < 160
    led_here = re.search(r"chủ trì(?: (?:thực hiện|xây dựng))? (?:[Đđ]ề án|[Dd]ự án|[Cc]hương trình)", text)
    if led_here and role == "coordinates":
        named = next((p for p in reading.programmes if p.start >= led_here.start()), None)
        if named:
            return context.known_name(named)
    if role == "coordinates" and is_project and after and "chủ trì" not in text:
        return context.known_name(after[0])
    joint = role == "coordinates" and _JOINTLY.match(text)
    if _SEES_TO.match(text[body.end :]) and "chủ trì" not in text:
        return scope.name if scope and scope.kind == "task_group" else ""
    own = text[body.end :].startswith(" chịu trách nhiệm")
    if scope and ("chủ trì" in text or own or scope.kind != "task_group" or joint):
        return scope.name
    before = [p for p in reading.programmes if p.end <= body.start and p.kind in ("project", "scheme")]
    if role == "coordinates" and before:
        return context.known_name(before[-1])
    acts = context.own_genre.startswith(
        ("ke hoach", "quyet dinh", "nghi quyet", "chuong trinh", "de an", "chi thi", "cong van", "thong bao")
    )
    return (listed_document(text, body.start) or context.own) if "chủ trì" in text.lower() and acts else ""


_LISTED = re.compile(
    r"(?P<name>(?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Chương trình|Quy định|Quy chế|Quy hoạch|Đề án|Báo cáo|Tờ trình)(?!\sn[àê]y|\ssố)(?:\s[^\s():;.]+){4,40})(?:\s\(|:\s)"
)


def listed_document(text: str, until: int) -> str:
    """What an item of a list of documents to be drawn up names, before the bodies in charge: ``Quy định mức hỗ trợ nghề mây
    (Sở Công Thương chủ trì)``."""
    match = _LISTED.match(text, 0, until)
    return match["name"] if match else ""


def doing_bodies(context: LinkContext) -> Iterator[Link]:
    """``responsible`` by who does the work: ``đang được Bộ Xây dựng hoàn thiện``, ``do Bộ Xây dựng đang thực hiện``."""
    for reading in context.readings:
        text = reading.text
        for body in bodies_in(text, context.lexicon, context.province):
            done = re.search(r"(?:đang được|do)\s+$", text[: body.start])
            works = re.match(
                r"\s(?:đang )?(?:hoàn thiện|thực hiện|triển khai|đầu tư|làm chủ đầu tư|xây dựng|thi công)",
                text[body.end :],
            )
            before = [p for p in reading.programmes if p.end <= body.start and p.kind == "project"]
            if done and works and before:
                name = context.known_name(before[-1])
                span = (body.start, body.end)
                yield context.link(
                    name, "responsible", body.name, reading.sentence.passage, span, body.start, "body-at-work"
                )


_MAKES = re.compile(
    r"\s(?:xây dựng|lập|hoàn thiện|triển khai|ban hành|trình|tham mưu)(?:,\s(?:ban hành|triển khai|trình))?\s$"
    r"|\stham mưu(?: cho)? (?:Ban Thường vụ )?(?:Tỉnh ủy|Thành ủy|UBND tỉnh|Ủy ban nhân dân (?:tỉnh|thành phố)|HĐND tỉnh|cấp có thẩm quyền) (?:xây dựng|ban hành|phê duyệt|trình)(?:, (?:ban hành|phê duyệt))?\s$"
)


def making_bodies(context: LinkContext) -> Iterator[Link]:
    """``responsible`` where tasks say who makes a scheme: ``Ủy ban nhân dân tỉnh xây dựng Đề án ...``. Among results the
    same words tell what was done."""
    view = outline_to_view(context.outline)
    for reading in context.readings:
        schemes = [p for p in reading.programmes if p.kind in ("scheme", "project")]
        stance = context_to_stance(reading.sentence.context, view) if schemes else "unknown"
        if not schemes or stance != "tasks" or reading.sentence.context.where != "prose" or is_task(context, reading):
            continue
        text, passage = reading.text, reading.sentence.passage
        bodies = bodies_in(text, context.lexicon, context.province)
        for body in bodies:
            made = next((s for s in schemes if s.start > body.end), None)
            if made is None or body.plural or not _NEXT_CLAUSE.search(text[: body.start]):
                continue
            between = text[body.end : made.start]
            if _JOINTLY_MADE.fullmatch(between):
                joined = [b for b in bodies if body.end < b.start < made.start]
                yield from _made_together(context, reading, made, body, joined)
            elif _MAKES.fullmatch(between):
                name, span = context.known_name(made), (body.start, body.end)
                yield context.link(name, "responsible", body.name, passage, span, body.start, "body-makes")


def _made_together(
    context: LinkContext, reading: Reading, made: ProgrammeMention, lead: BodyMention, joined: Sequence[BodyMention]
) -> Iterator[Link]:
    """``Ban A phối hợp Hội B thực hiện Chương trình ...``: the first leads, those up to the programme join in."""
    name, passage = context.known_name(made), reading.sentence.passage
    for role, bodies in (("responsible", (lead,)), ("coordinates", joined)):
        for body in bodies:
            yield context.link(
                name, role, body.name, passage, (body.start, body.end), body.start, f"body-{role}-jointly"
            )


_JOINTLY_MADE = re.compile(
    r"\s(?:chủ động )?phối hợp(?: chặt chẽ)?(?: với| cùng)? [^;.:()]{4,160}? (?:(?:xây dựng|thực hiện|triển khai|tổ chức|hiệu quả|tham mưu)\s)+$"
)
_NEXT_CLAUSE = re.compile(r"(?:^|;\s)$")
_TASK_COLUMN = re.compile(
    r"noi dung|nhiem vu|ten|cong viec|cong trinh|chuong trinh|de an|du an|hoat dong|chi tieu|san pham"
)
_LEAD_COLUMN = re.compile(
    r"chu tri|thuc hien chinh|phu trach|tham muu|don vi thuc hien|co quan thuc hien|trach nhiem|chu dau tu"
)
_JOIN_COLUMN = re.compile(r"phoi hop")


def table_links(context: LinkContext, table: Table) -> Iterator[Link]:
    """The rows of a list of tasks: lead and joining bodies of each."""
    heads = [fold(h) for h in table.header]
    task = next(
        (
            i
            for i, h in enumerate(heads)
            if _TASK_COLUMN.search(h) and not _LEAD_COLUMN.search(h) and not _JOIN_COLUMN.search(h)
        ),
        None,
    )
    roles = {
        i: "coordinates" if _JOIN_COLUMN.search(h) else "responsible"
        for i, h in enumerate(heads)
        if _JOIN_COLUMN.search(h) or _LEAD_COLUMN.search(h)
    }
    if task is None or not roles:
        return
    for row in table.rows:
        name = _task_name(context, row.cells[task]) if task < len(row.cells) else ""
        for index, role in roles.items():
            cell = row.cells[index] if name and index < len(row.cells) else None
            for body in actors_in(cell.text, context.lexicon, context.province) if cell else ():
                if cell:
                    yield context.link(
                        name, role, body.name, cell.passage, (body.start, body.end), body.start, f"table-{role}"
                    )


def _task_name(context: LinkContext, cell: Cell) -> str:
    """The programme that a cell names, else the task as worded."""
    task = task_and_aim(cell.text)[0]
    named = programmes_in(task, context.lexicon, True)
    if len(named) == 1 and named[0].end - named[0].start >= len(task) * 0.7:
        exact = next((p.name for p in context.programmes if fold(p.name) == fold(named[0].name)), None)
        known = exact or next((p.name for p in context.programmes if same_programme(p.name, named[0].name)), None)
        return known or named[0].name
    return task
