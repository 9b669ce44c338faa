"""Links of programmes: their targets and results, their parts, the documents that carry them out, the congress that
chose them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from vankien.facts.bodies.names import bodies_in
from vankien.facts.documents.citations import Mention
from vankien.facts.links.context import ALL_KINDS, RESULT_KINDS, LinkContext, Reading
from vankien.facts.names.places import with_home
from vankien.facts.programmes.finding import programme_title
from vankien.facts.programmes.names import ProgrammeMention
from vankien.facts.programmes.words import same_programme
from vankien.facts.tables.programmes import lists_goals_of_programmes, programme_of_row
from vankien.model import Fact, Found, Link, Observation, Programme, Target
from vankien.vietnamese import fold

_CHOSEN = frozenset({"key_program", "breakthrough"})


def programme_links(context: LinkContext, found: Found) -> Iterator[Link]:
    """All links that start or end at a programme and its section."""
    yield from measured(context, found)
    yield from numbered_parts(context)
    for reading in context.readings:
        yield from _parts(context, reading)
        yield from _carried_out(context, reading)
        yield from _chosen(context, reading)
        yield from _rests_on(context, reading)
        yield from _carries_on(context, reading)


def measured(context: LinkContext, found: Found) -> Iterator[Link]:
    """``has_target`` and ``reports_indicator``: the targets and results that stand in a programme's section."""
    for target in found.of(Target):
        scope = context.scope_at(target.evidence.line, ALL_KINDS)
        setter = next((p.name for p in context.programmes if p.name == target.set_by), "")
        aimed = setter and setter != context.own_programme
        if scope and not (aimed and scope.kind == "task_group"):
            name = _scheme_of(context, target) if scope.kind == "task_group" else ""
            name = setter if aimed and scope.kind == "breakthrough" else name
            yield _measured(name or scope.name, "has_target", target.indicator, target)
        elif setter:
            yield _measured(setter, "has_target", target.indicator, target)
    yield from _in_tables(context, found)
    subjects, starts = _subjects(context), _sentence_starts(context)
    works = [p.name for p in context.programmes if p.kind == "project" and p.name.startswith("Dự án ")]
    described = _descriptions(context)
    for observation in found.of(Observation):
        if described and _sentence_of(starts, observation) in described:
            continue
        scope = context.scope_at(observation.evidence.line, RESULT_KINDS)
        if scope and observation.where != "table":
            name = _told_beside(found, observation) or scope.name
            yield _measured(name, "reports_indicator", observation.indicator, observation)
        elif (observation.where == "prose" and (name := _work_of(works, observation))) or (
            observation.where == "prose" and (name := subjects.get(_sentence_of(starts, observation), ""))
        ):
            yield _measured(name, "reports_indicator", observation.indicator, observation)
    yield from _of_nth(context, found)


def _in_tables(context: LinkContext, found: Found) -> Iterator[Link]:
    """What tables of the goals of programmes report, and the goals that a document sets there."""
    sections: dict[int, str] = {}
    for table in context.outline.tables:
        for row in table.rows if lists_goals_of_programmes(table.title) else ():
            name = programme_of_row(row, context.lexicon)
            known = next((p.name for p in context.programmes if same_programme(p.name, name)), name) if name else ""
            for cell in row.cells:
                sections[cell.passage.first_line] = known
    for observation in found.of(Observation) if sections else ():
        if observation.where == "table" and (name := sections.get(observation.evidence.line, "")):
            yield _measured(name, "reports_indicator", observation.indicator, observation)
    known_names = {p.name for p in context.programmes}
    for target in found.of(Target) if sections else ():
        name = sections.get(target.evidence.line, "") if target.evidence.rule == "table-target" else ""
        if name and target.set_by not in known_names:  # those set by a programme are linked like all of its targets
            yield _measured(name, "has_target", target.indicator, target)


def _work_of(works: Sequence[str], observation: Observation) -> str:
    """The project whose size or cost an observation is: its name closes the indicator (``Công suất Nhà máy ...``)."""
    if observation.status is not None:
        return ""
    indicator = fold(observation.indicator)
    return next((w for w in works if indicator.endswith(f" {fold(w).removeprefix('du an ')}")), "")


_NUMBERING = re.compile(r"\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s)?")
_GOES_ON = re.compile(
    r"(?:Toàn\s(?:tỉnh|huyện|xã|thành\sphố)|Đến\s(?:nay|hết|cuối|năm)|Tính\sđến|Kết\squả|Qua\sđó|Trong\sđó)(?!\w)"
)
_TELLS = re.compile(r"[^;.]{0,40}?\s(?:được|đã|huy động|có|hỗ trợ|giải ngân|đạt|triển khai)\s")


def _subjects(context: LinkContext) -> dict[int, str]:
    """The sentences that a programme opens as their subject, by where they begin: ``Chương trình mục tiêu quốc gia ... huy
    động được 90 tỷ đồng; có 70 xã đạt chuẩn``; and those that go on in its paragraph with what came of it: ``Toàn tỉnh có
    70 xã đạt chuẩn``."""
    out: dict[int, str] = {}
    name, paragraph = "", -1
    for reading in context.readings:
        first = reading.programmes[0] if reading.programmes else None
        opened = _NUMBERING.match(reading.text)
        if first and opened and first.start == opened.end() and _TELLS.match(reading.text, first.end):
            name, paragraph = context.known_name(first), reading.sentence.paragraph
        elif reading.sentence.paragraph != paragraph or reading.programmes or not _GOES_ON.match(reading.text):
            name = ""
        if name:
            out[reading.sentence.passage.position_at(0)] = name
    return out


_DESCRIBES = re.compile(
    r"(?:[^,.;:]{0,60}\s)?(?:là|Là)\s(?:một\s)?(?:trong\snhững\s)?(?:tỉnh|huyện|thành\sphố|thị\sxã|xã|địa\sphương)\s(?:miền\snúi|biên\sgiới|vùng|đồng\sbằng|ven\sbiển|trung\sdu|nông\snghiệp|có\s|nằm\s|nghèo|thuần\s)"
)


def _descriptions(context: LinkContext) -> frozenset[int]:
    """Where sentences begin that say what kind of place the province is (``Sơn Bình là tỉnh miền núi, có 17 dân tộc``): their
    figures are no results of a programme."""
    told = (r for r in context.readings if r.sentence.context.where == "prose" and _DESCRIBES.match(r.text))
    return frozenset(r.sentence.passage.position_at(0) for r in told)


def _sentence_starts(context: LinkContext) -> list[int]:
    """Where the sentences of the prose begin, in order."""
    return sorted(r.sentence.passage.position_at(0) for r in context.readings if r.sentence.context.where == "prose")


def _sentence_of(starts: Sequence[int], fact: Fact) -> int:
    """Where the sentence of a fact begins; -1 before the first."""
    at = bisect_right(starts, fact.evidence.start)
    return starts[at - 1] if at else -1


def _told_beside(found: Found, fact: Fact) -> str:
    """The breakthrough of a list in one line (``(1) Đột phá về ...: ...; (2) Đột phá về ...: ...``) behind whose name a
    result stands; empty where the line lists none."""
    listed = (p for p in found.of(Programme) if p.evidence.rule == "breakthrough-list")
    before = [p for p in listed if p.evidence.line == fact.evidence.line and p.evidence.start < fact.evidence.start]
    return max(before, key=lambda p: p.evidence.start).name if before else ""


_NTH = re.compile(r"(?:(?:khâu\s|nhiệm\svụ\s)?đột\sphá|khâu)\sthứ\s(?P<nth>nhất|hai|ba|tư|năm)(?!\w)", re.IGNORECASE)
_NUMBERS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5}


def _of_nth(context: LinkContext, found: Found) -> Iterator[Link]:
    """``đầu tư theo khâu đột phá thứ nhất: 100% xã có ...``: the results and targets that a sentence tells of a breakthrough
    that it names by its number among those of the document."""
    chosen = list(dict.fromkeys(p.name for p in found.of(Programme) if p.kind == "breakthrough"))
    results: list[Observation | Target] = [o for o in found.of(Observation) if o.where == "prose"]
    results += [t for t in found.of(Target) if context.scope_at(t.evidence.line, ALL_KINDS) is None]
    for reading in context.readings if chosen else ():
        named = _NTH.search(reading.text) if "thứ" in reading.text else None
        nth = _NUMBERS[named["nth"].lower()] if named else 0
        if not named or not 0 < nth <= len(chosen):
            continue
        passage = reading.sentence.passage
        first, last = passage.position_at(named.end()), passage.position_at(len(passage.text) - 1)
        for told in results:
            if first <= told.evidence.start <= last:
                relation = "has_target" if isinstance(told, Target) else "reports_indicator"
                yield _measured(chosen[nth - 1], relation, told.indicator, told)


def _measured(name: str, relation: str, indicator: str, fact: Fact) -> Link:
    return Link(subject=name, relation=relation, object=indicator, evidence=fact.evidence)


_AIMS = re.compile(r"(?P<mark>[,;])\s(?:phấn đấu|với mục tiêu|mục tiêu|nhằm|để)(?![\wà-ỹ])", re.IGNORECASE)
_MAKES = re.compile(
    r"(?:xây dựng|tham mưu|ban hành|lập|triển khai|thực hiện|hoàn thiện|(?<=, )trọng tâm là|(?<=, )nhất là)[\s,]+"
    r"(?:có hiệu quả |hiệu quả |tốt |đồng bộ |nội dung )?$",
    re.IGNORECASE,
)


_WITH_AIMS = ("scheme", "national_target_programme")


def _scheme_of(context: LinkContext, target: Target) -> str:
    """The one scheme or national programme that a task makes or carries out in the sentence of a target, to reach it:
    ``Xây dựng Đề án ..., phấn đấu có ...``, ``Triển khai Chương trình mục tiêu quốc gia ...; phấn đấu ...``."""
    for reading in context.readings:
        if not reading.programmes:
            continue
        passage = reading.sentence.passage
        schemes = [p for p in reading.programmes if p.kind in _WITH_AIMS]
        if len(schemes) != 1 or not passage.first_line <= target.evidence.line <= passage.last_line:
            continue
        scheme = schemes[0]
        aims = _AIMS.search(reading.text, scheme.end)
        value = target.evidence.end - 1  # the words before it may begin with the name of the scheme
        inside = aims and passage.position_at(aims.start()) <= value <= passage.position_at(len(passage.text) - 1)
        if aims and aims["mark"] == ";" and scheme.kind == "scheme":
            continue  # what follows is another of the task's aims
        if inside and _MAKES.search(reading.text[: scheme.start]):
            return context.known_name(scheme)
    return ""


_IN_TASKS = frozenset({"project", "scheme", "national_target_programme"})


def _parts(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``part_of``: a numbered part of a programme; a project named in the section of a programme."""
    for mention in reading.programmes:
        if mention.part_of:
            whole = context.known_name(ProgrammeMention(0, 0, mention.part_of, "national_target_programme"))
            yield _part(context, reading, mention, whole, "numbered-part")
        elif mention.kind in _IN_TASKS and (task := _task_of(context, reading, mention)):
            yield _part(context, reading, mention, task, "programme-in-task")
        elif mention.kind in ("project", "scheme"):
            scope = context.scope_at(reading.sentence.passage.line_at(mention.start), _CHOSEN)
            if scope and reading.sentence.context.where != "heading" and _is_planned(reading, mention):
                yield _part(context, reading, mention, scope.name, "project-in-section")


def _task_of(context: LinkContext, reading: Reading, mention: ProgrammeMention) -> str:
    """The task group whose text names a scheme or project to be carried out."""
    line = reading.sentence.passage.line_at(mention.start)
    scope = context.scope_at(line, ALL_KINDS)
    if scope and scope.kind == mention.kind and same_programme(scope.name, mention.name):
        scope = context.scope_at(line, ALL_KINDS - {mention.kind})  # an item that speaks of the scheme alone
    prose = reading.sentence.context.where == "prose"
    return scope.name if scope and scope.kind == "task_group" and prose and scope.name != mention.name else ""


def numbered_parts(context: LinkContext) -> Iterator[Link]:
    """``part_of``: the numbered projects that titles name, in the programme of the document; sub-projects in theirs."""
    for one in context.named:
        whole = one.part_of or context.own_programme
        if one.kind == "project" and whole:
            span = (0, len(one.name.text))
            yield context.link(one.title, "part_of", whole, one.name, span, 0, "numbered-part")


_PLANNED = re.compile(r"xây dựng|đầu tư|triển khai|thực hiện|hoàn thành|khởi công|công trình|dự án", re.IGNORECASE)


_DRAWN_UP = re.compile(
    r"(?<!đã )(?<!được )(?:xây dựng|lập|soạn thảo|nghiên cứu)(?: và (?:triển khai|thực hiện|tổ chức thực hiện))? $",
    re.IGNORECASE,
)
"""``xây dựng Đề án bảo tồn nghề dệt``: a scheme that is still to come, where older ones are only named."""


def _is_planned(reading: Reading, mention: ProgrammeMention) -> bool:
    """Is the project built or prepared by what the sentence says, not only mentioned as a place?"""
    if mention.kind == "scheme":
        return _DRAWN_UP.search(reading.text[: mention.start]) is not None
    return bool(_PLANNED.search(reading.text[: mention.end])) and "thủy điện" not in mention.name.lower()


def _part(context: LinkContext, reading: Reading, mention: ProgrammeMention, whole: str, rule: str) -> Link:
    name = mention.name if mention.part_of else context.known_name(mention)
    span = (mention.start, mention.end)
    return context.link(name, "part_of", whole, reading.sentence.passage, span, mention.start, rule)


_MADE = re.compile(r"(?:[Bb]an hành|cụ thể h(?:óa|oá)|thực hiện|triển khai|quy định chính sách|hỗ trợ)(?![\wà-ỹ])")


def _carried_out(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """Documents of the province in the section of a programme carry it out: ``Ban hành Nghị quyết ... để thực hiện
    Chương trình``. Those older than the term, and those that carry out another document, do not."""
    if not reading.documents or reading.sentence.context.where == "heading":
        return
    scope = context.scope_at(reading.sentence.passage.first_line, _CHOSEN)
    if not scope or not _MADE.search(reading.text):
        return
    for index, mention in enumerate(reading.documents):
        before = reading.text[reading.documents[index - 1].end if index else 0 : mention.start]
        if not _is_provincial(mention) or _year(mention) < context.since or not mention.code:
            continue
        if re.search(r"cụ thể h(?:óa|oá) bằng", before) or (index and re.search(r"thực hiện|theo ", before)):
            continue
        span = (mention.start, max(mention.end, mention.code_at + 1))
        rule = "document-in-section"
        yield context.link(
            mention.code, "implements", scope.name, reading.sentence.passage, span, mention.code_at, rule
        )


def _is_provincial(mention: Mention) -> bool:
    return bool(mention.code and re.search(r"/TU$|HĐND|UBND", mention.code)) and "BC" not in (mention.code or "")


def _year(mention: Mention) -> int:
    year = re.search(r"/((?:19|20)\d\d)/", mention.code or "")
    return int(year.group(1)) if year else int(mention.date[:4]) if mention.date else 9999


_UNDER = re.compile(
    r"\s*,?\s*(?:theo|(?:trọng tâm là|nhất là|gắn với|trên cơ sở) (?:triển khai |tổ chức )?thực hiện) (?:(?:có )?hiệu quả |tốt )?(?:tinh thần )?"
)


def _rests_on(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``based_on``: the document that stands right behind the name of a programme: ``Đột phá về ... theo Nghị quyết số ...``."""
    text, passage = reading.text, reading.sentence.passage
    for one in context.named if reading.documents else ():
        at = text.find(one.name.text) if passage.first_line <= one.name.first_line <= passage.last_line else -1
        first = next((m for m in reading.documents if at >= 0 and m.start >= at and m.code), None)
        if first and first.code and _UNDER.fullmatch(text[at + len(one.name.text) : first.start]):
            span = (at, first.end)
            yield context.link(
                programme_title(one.title), "based_on", first.code, passage, span, first.code_at, "programme-rests-on"
            )


_CARRIES_OUT = re.compile(r"\s(?:triển khai|thực hiện|cụ thể hóa|cụ thể hoá)\s(?:tinh thần\s)?")
_BUILDS_ON = re.compile(r"\s(?:kế thừa|tiếp nối)\s(?:kết quả|nội dung|tinh thần)?\s?(?:của\s|thực hiện\s)?")


def _carries_on(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``implements``, ``based_on``: the document that a programme, the subject of its sentence, carries out or goes on with."""
    if not reading.documents or reading.sentence.context.where == "heading":
        return
    names = (p.name for p in context.programmes if p.kind != "project" and reading.text.startswith(p.name))
    name = max(names, key=len, default="")
    document = next((m for m in reading.documents if m.code), None) if name else None
    between = reading.text[len(name) : document.start] if document else ""
    relation = "implements" if _CARRIES_OUT.fullmatch(between) else "based_on" if _BUILDS_ON.fullmatch(between) else ""
    if document and document.code and relation:
        span = (0, document.end)
        passage = reading.sentence.passage
        yield context.link(name, relation, document.code, passage, span, document.code_at, "programme-carries-on")


_CHOICE = re.compile(
    r"[Đđ]ại hội(?: đại biểu)?(?: lần thứ)? ?(?P<ordinal>[IVXL]+)?[^.]{0,80}?(?:xác định|lựa chọn|đề ra|chọn)[^.]{0,260}?chương trình trọng điểm"
    r"|chương trình trọng điểm Đại hội"
)


def _chosen(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``established_by`` a congress: ``Đại hội đã xác định “...” là một trong 4 chương trình trọng điểm``."""
    text, passage = reading.text, reading.sentence.passage
    own = [p for p in reading.programmes if p.kind == "key_program" and p.set_by]
    scope = context.scope_at(passage.first_line, _CHOSEN)
    if not context.province:
        return
    for mention in own:
        if scope and mention.name == scope.name:
            continue
        congress = f"Đại hội {with_home('Đảng bộ', context.province)} lần thứ {mention.set_by}"
        yield context.link(
            mention.name,
            "established_by",
            congress,
            passage,
            (mention.start, mention.end),
            mention.start,
            "congress-choice",
        )
    choice = _CHOICE.search(text)
    ordinal = next((p.set_by for p in context.programmes if scope and p.name == scope.name), None)
    if choice and scope and ordinal and not any(m.name != scope.name for m in own):
        congress = f"Đại hội {with_home('Đảng bộ', context.province)} lần thứ {ordinal}"
        yield context.link(
            scope.name, "established_by", congress, passage, choice.span(), choice.start(), "congress-choice"
        )


def steering_bodies(context: LinkContext) -> Iterator[Link]:
    """``responsible``: a steering committee set up in the section of a programme, or named after programmes."""
    every = next((p.name for p in context.programmes if p.name.startswith("Các chương trình mục tiêu quốc gia")), "")
    for reading in context.readings:
        passage = reading.sentence.passage
        for body in bodies_in(reading.text, context.lexicon, context.province):
            if not body.name.startswith("Ban Chỉ đạo"):
                continue
            scope = context.scope_at(passage.first_line, _CHOSEN)
            founded = re.search(r"(?:thành lập|kiện toàn)[^.;]{0,20}$", reading.text[: body.start], re.IGNORECASE)
            subject = (
                every if "chương trình mục tiêu quốc gia" in body.name else scope.name if scope and founded else ""
            )
            if subject:
                span = (body.start, body.end)
                yield context.link(subject, "responsible", body.name, passage, span, body.start, "steering-committee")
