"""Links between documents, and from documents to bodies and programmes: who issued them, what they carry out, rest on
and amend, which programmes they establish."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vankien.facts.bodies.names import bodies_in
from vankien.facts.documents.citations import Mention
from vankien.facts.goals.amendments import AMENDS, amended_here
from vankien.facts.links.approvals import APPROVED, approved_plans, approves, asks, decides
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.links.founding import founded_here
from vankien.facts.links.grounds import AFTER, AND, ISSUES, MADE_INTO, end_of, made_of, makes_others, opening_grounds
from vankien.facts.links.issuers import issued
from vankien.facts.links.notes import plan_made_concrete
from vankien.facts.links.titles import title_links
from vankien.facts.programmes.names import ProgrammeMention
from vankien.model import Link
from vankien.vietnamese import fold

_IMPLEMENTS = re.compile(
    r"(?:thực hiện|cụ thể hóa|cụ thể hoá|triển khai|thi hành|hướng d.n|quán triệt)(?![\wà-ỹ])(?!.{0,40}(?:chủ yếu|trọng tâm) thực hiện Kế hoạch)(?! Kế hoạch phát triển kinh tế)",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"{_IMPLEMENTS.pattern}|(?:sơ|tổng)\skết\s*$", re.IGNORECASE)
"""Before a document that the title of another names: ``Công văn số ... về việc báo cáo sơ kết Nghị quyết số ...``."""
_INTO = re.compile(r"cụ thể h(?:óa|oá) (?:bằng|tại|thành|trong)[^.;]{0,60}$")
_AMENDED_BY = re.compile(
    r"(?<!\w)được (?:sửa đổi|bổ sung|điều chỉnh|thay thế)(?:,? (?:và )?(?:sửa đổi|bổ sung|điều chỉnh|thay thế))* (?:một số điều )?(?:tại|bởi|bằng|theo)\s[^.;\d]{0,40}$",
    re.IGNORECASE,
)
"""``Nghị định số 27/2022/NĐ-CP, được sửa đổi, bổ sung tại Nghị định số 38/2023/NĐ-CP``: the second amends the first."""
_UNDER = re.compile(
    r"(?:^|\s)(?:(?<!kèm )theo|căn cứ|trên cơ sở)\s+(?:tinh thần |quy định (?:tại|của) |chỉ đạo (?:tại|của) |nội dung |các )?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r",\s(?:[A-ZĐ][^,]{2,60}\s(?:báo cáo|biên soạn|ban hành|đã|xây dựng|tổ chức|lãnh đạo)|để\s|nhằm\s)|gắn với (?:việc )?thực hiện"
)
"""Another clause begins: what it carries out is not what the document before it carries out."""

_BY = re.compile(
    rf"^[”\"]?\s*\(?\s*(?:,?\s*(?:{APPROVED})?(?:kèm\s+)?(?:theo|tại)\s+)?(?:các\s+)?$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:(?:KẾ HOẠCH|BÁO CÁO|NGHỊ QUYẾT|CHƯƠNG TRÌNH(?: HÀNH ĐỘNG)?|QUYẾT ĐỊNH) )?(?:Thực hiện|Xét|Sau khi (?:xem xét|nghe)|Theo đề nghị|Triển khai thực hiện|Căn cứ|Thi hành|Quán triệt(?: sâu sắc)?(?: tinh thần)?|Triển khai|Trên cơ sở|(?:Để|Nhằm) (?:tổ chức |triển khai |tiếp tục )*thực hiện)(?![\wà-ỹ])"
)
_REST_ON = ("bao cao", "cong van", "to trinh", "van ban")


def document_links(context: LinkContext) -> Iterator[Link]:
    """All links that start from a document, in the order of the text."""
    before: Reading | None = None
    yield from title_links(context)
    for reading in context.readings:
        yield from issued(context, reading)
        yield from _own_links(context, reading)
        yield from _pairs(context, reading)
        yield from _concretised(context, before, reading)
        yield from _to_programmes(context, reading)
        yield from _amending_laws(context, reading)
        yield from approved_plans(context, reading)
        yield from _annexed(context, reading)
        yield from founded_here(context, reading)
        if reading.documents:
            before = reading


def _own_links(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """What the document itself carries out, rests on or replaces, by its opening and closing sentences."""
    if not context.own or not reading.documents or reading.sentence.context.footnote:
        return
    passage, text = reading.sentence.passage, reading.text
    if amended := list(amended_here(text, reading.documents, context.own_genre)):
        for mention in amended if end_of(amended[0]) != context.own else ():
            span = (0, mention.end)
            yield context.link(context.own, "amends", end_of(mention), passage, span, mention.code_at, "own-amends")
        return
    until = _own_limit(context, reading)
    rests = context.own_genre.startswith(_REST_ON) and not _carries_out(text, reading.documents[0])
    grounds = _under_bases(reading) or rests
    before: Mention | None = None
    inside = False
    for mention in reading.documents:
        between = text[before.end : mention.start] if before else ""
        changed = AMENDS.search(between.rsplit(";", 1)[-1]) is not None
        goes_on = inside and AND.fullmatch(between) is not None and ";" not in between
        inside = (_INSIDE.search(between) is not None and ";" not in between) or changed or goes_on
        if mention.start < until and end_of(mention) and not inside and end_of(mention) != context.own:
            span = (mention.start, mention.end)
            relation = "based_on" if grounds or asks(mention) else _opening_relation(text, mention.start)
            yield context.link(context.own, relation, end_of(mention), passage, span, mention.code_at, "own-opening")
        before = mention


_CARRIED_OUT = ("Nghị quyết", "Kết luận")
_OPENS_WITH = re.compile(r"(?:Thực hiện|Triển khai(?: thực hiện)?|Quán triệt)(?![\wà-ỹ])")


def _carries_out(text: str, first: Mention) -> bool:
    """``Thực hiện Nghị quyết số 5-NQ/TW, ... báo cáo``: a report carries out a resolution; it rests on the plan or the
    letter that asked for it."""
    return first.genre in _CARRIED_OUT and _OPENS_WITH.match(text) is not None


_GROUNDS = ("Căn cứ", "Xét", "Theo đề nghị", "Sau khi xem xét", "Sau khi nghe")
_CLAUSE_WORD = re.compile(
    r"(?:^|[;.,:]\s+)(?P<word>(?P<ground>căn cứ|xét|theo đề nghị|trên cơ sở)|thực hiện|triển khai|thi hành|quán triệt|để thực hiện)(?!\w)",
    re.IGNORECASE,
)


def _opening_relation(text: str, at: int) -> str:
    """What the clause of an opening says of the document named there: ``Căn cứ A; thực hiện B; xét Tờ trình C``."""
    words = list(_CLAUSE_WORD.finditer(text, 0, at))
    if not words:
        return "based_on" if text.startswith(_GROUNDS) else "implements"
    return "based_on" if words[-1]["ground"] else "implements"


_BASES = re.compile(
    r"(?:\d\.\s*)?(?:các )?căn cứ(?: pháp lý)?(?:,? (?:để )?(?:xây dựng|ban hành|lập))?(?: (?:kế hoạch|chương trình|đề án|nghị quyết|quyết định)(?: hành động)?)?\s*:?$",
    re.IGNORECASE,
)
_MAIN = re.compile(
    r"(?: (?!(?:về|của)(?!\w))[\wà-ỹ]+){0,5} (?:đã )?(?:xây dựng|ban hành|báo cáo|biên soạn|trình|đề nghị|tổ chức|quyết định|yêu cầu)(?![\wà-ỹ])"
)
_ABBREVIATED = re.compile(
    r"[,;] (?=(?:[ỦU][yỷ] ban|Hội đồng) nhân dân \((?:UBND|HĐND)\)[^,;.]{0,50}\s(?:xây dựng|ban hành)\s)"
)
"""``, Ủy ban nhân dân (UBND) tỉnh ban hành``: the body that acts is told with its abbreviation."""
_QUOTED_TITLE = re.compile(r"(?:[^“”\",;]{0,40}[“\"])?[^“”\"]*[”\"]?")
_CLAUSE_OPENS = re.compile(r"[,;] (?:Chủ tịch |Bộ trưởng )?$")


def _under_bases(reading: Reading) -> bool:
    """Does the sentence stand below a title "Căn cứ", or in the list that such a line opens?"""
    context = reading.sentence.context
    return any(_BASES.match(t.strip()) for t in (*context.titles, context.lead))


def _own_limit(context: LinkContext, reading: Reading) -> int:
    """Up to where a sentence names what the document itself carries out or rests on; 0 if it does not."""
    text = reading.text
    if _under_bases(reading):
        return len(text)
    if not _OPENING.match(text) or not _is_opening(context, reading):
        return 0
    for body in bodies_in(text, context.lexicon, context.province):
        if _CLAUSE_OPENS.search(text[: body.start]) and _MAIN.match(text, body.end):
            return body.start
    if aside := _ABBREVIATED.search(text):
        return aside.end()
    whole = (
        text.rstrip()[-1:] in '”"' and _QUOTED_TITLE.fullmatch(text[reading.documents[-1].end :].strip()) is not None
    )
    broken_off = text.rstrip().endswith((",", ";", ":")) or whole
    return len(text) if broken_off or text.startswith(_GROUNDS) or reading.sentence.context.where == "letterhead" else 0


def _is_opening(context: LinkContext, reading: Reading) -> bool:
    """Is the sentence the title, one of the first of the text, or one of the grounds that open a decision?"""
    if reading.sentence.context.where == "letterhead":
        return True
    first = context.outline.sentences[: 40 if reading.text.startswith(_GROUNDS) else 4]
    return any(s is reading.sentence for s in first)


_PLANNED_BY = re.compile(r"(?<!\w)(?:Kế hoạch|Chương trình|Đề án|Quy hoạch) [^,;.]{4,60}\stheo\s(?:tinh thần\s)?$")
"""``Chỉ thị số 9/CT-TTg về thực hiện Kế hoạch 5 năm theo Nghị quyết ...``: the plan rests on it."""


def _pairs(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """Links between neighbouring documents of one sentence, by the words between them."""
    documents, text, passage = reading.documents, reading.text, reading.sentence.passage
    for one, other in pairwise(documents):
        between = text[one.end : other.start]
        relation = _relation(between) or (
            "implements" if _issued_by_others(between) and AFTER.search(text[: one.start]) else ""
        )
        apart = relation == "based_on" and (
            _PLANNED_BY.search(between) is not None or any(one.end <= p.start < other.start for p in reading.programmes)
        )
        if makes_others(text[: one.start], between):
            yield from made_of(context, reading, (one,), other)
            continue
        grounds = opening_grounds(text, documents)
        follows = AFTER.search(text[: one.start]) and _issued_by_others(between) and bool(grounds)
        if not relation or not (one.code or follows) or not end_of(other) or apart:
            continue
        into = _INTO.search(between)
        if into or follows:
            whole = grounds if follows or ((into and MADE_INTO.match(into.group())) and grounds) else (one,)
            yield from made_of(context, reading, whole, other)
            continue
        span = (one.start, other.end)
        if relation == "amends" and _AMENDED_BY.search(between) and one.code and other.code:
            yield context.link(other.code, relation, one.code, passage, span, other.code_at, f"document-{relation}")
            continue
        yield context.link(end_of(one), relation, end_of(other), passage, span, one.code_at, f"document-{relation}")
        yield from _further(context, reading, one, other, relation)
    yield from _heads_of_lists(context, reading)


_ITS_OWN = re.compile(r"[^.;]{0,40}?(?:của\s[^,;.]{3,60}\s|\d{4}\s|^\s*)(?:về (?:việc )?)?ban hành(?![\wà-ỹ])[^,;.]*")


def _issued_by_others(between: str) -> bool:
    """``A, Tỉnh ủy ban hành B``: somebody issues B after A; not where A itself does: ``A của Chính phủ ban hành ... B``."""
    return ISSUES.search(between) is not None and _ITS_OWN.fullmatch(between) is None


def _further(context: LinkContext, reading: Reading, one: Mention, other: Mention, relation: str) -> Iterator[Link]:
    """The other documents of the list that the second one opens: ``thực hiện A và B``."""
    documents = reading.documents
    last = other
    for mention in documents[documents.index(other) + 1 :]:
        if not AND.fullmatch(reading.text[last.end : mention.start]) or not one.code or not end_of(mention):
            return
        if _carries_too(reading, mention, other):
            return
        yield context.link(
            one.code,
            relation,
            end_of(mention),
            reading.sentence.passage,
            (one.start, mention.end),
            one.code_at,
            f"document-{relation}",
        )
        last = mention


def _carries_too(reading: Reading, mention: Mention, other: Mention) -> bool:
    """``A thực hiện B và C thực hiện B``: C carries out B as A does, and is none of what A carries out."""
    behind = next((m for m in reading.documents if m.start >= mention.end), None)
    same = behind is not None and end_of(behind) == end_of(other)
    return behind is not None and same and _relation(reading.text[mention.end : behind.start]) == "implements"


def _heads_of_lists(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``A, B thực hiện C``: what holds for the last of a list holds for those joined to it."""
    documents, text = reading.documents, reading.text
    for index in range(len(documents) - 2):
        first, second, third = documents[index : index + 3]
        joined = AND.fullmatch(text[first.end : second.start])
        relation = _relation(text[second.end : third.start])
        if index and _relation(text[documents[index - 1].end : first.start]):
            continue
        if joined and relation and not _INTO.search(text[second.end : third.start]) and first.code and end_of(third):
            span = (first.start, third.end)
            rule = f"document-{relation}"
            yield context.link(first.code, relation, end_of(third), reading.sentence.passage, span, first.code_at, rule)
            yield from _further(context, reading, first, third, relation)


def _relation(between: str) -> str:
    """The relation that the words between two documents state, if any."""
    if re.search(r"[;.]\s", between) or len(between) > 420:
        return ""
    if AMENDS.search(between):
        return "amends"
    if _UNDER.search(between):
        return "based_on"
    clause = re.split(r"(?:, đồng thời|, trong đó|; )", between)[-1]
    return "implements" if _IMPLEMENTS.search(clause) and not _CLAUSE.search(clause) else ""


def _concretised(context: LinkContext, before: Reading | None, reading: Reading) -> Iterator[Link]:
    """``UBND tỉnh cụ thể hóa bằng Quyết định ...`` after the sentence that names what is made concrete."""
    if not before or not reading.documents or not before.documents:
        return
    first, same = reading.documents[0], before.sentence.context.footnote == reading.sentence.context.footnote
    near = reading.sentence.passage.first_line - before.sentence.passage.last_line <= 2
    into = _INTO.search(reading.text[: first.start])
    if same and near and first.code and into and not plan_made_concrete(reading.text, first):
        target = end_of(before.documents[-1])
        yield context.link(
            first.code, "implements", target, reading.sentence.passage, (0, first.end), first.code_at, "concretised"
        )


def _to_programmes(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """From the documents of a sentence to the programmes it names: established by, or carrying out."""
    text, passage = reading.text, reading.sentence.passage
    for programme in reading.programmes:
        if programme.part_of or programme.kind == "project":
            continue
        name = context.known_name(programme)
        document, relation = _beside(reading, programme)
        if not document or not document.code:
            continue
        span = (min(document.start, programme.start), max(document.end, programme.end))
        if relation == "established_by":
            yield context.link(name, relation, document.code, passage, span, programme.start, "programme-established")
        else:
            yield context.link(document.code, relation, name, passage, span, document.code_at, "programme-implemented")
    every = re.search(r"thực hiện các [Cc]hương trình (?:mục tiêu quốc gia|MTQG)", text)
    known = next((p.name for p in context.programmes if p.name.startswith("Các chương trình mục tiêu quốc gia")), "")
    cited = [m for m in reading.documents if every and m.end <= every.start() and m.code]
    if every and known and cited and ";" not in text[cited[-1].end : every.start()]:
        last = cited[-1]
        yield context.link(
            str(last.code),
            "implements",
            known,
            passage,
            (last.start, every.end()),
            last.code_at,
            "programme-implemented",
        )


_WATCHES = re.compile(
    r"(?:giám sát|kiểm tra|thanh tra|thẩm tra)(?: (?:việc|tình hình|kết quả|công tác|tổ chức|triển khai|thực hiện))*[\s“\"]*$|hướng dẫn (?:quản lý|giám sát|thanh toán|quyết toán)[^;.]*$",
    re.IGNORECASE,
)
"""``Kế hoạch số 6/KH-HĐND giám sát việc thực hiện Chương trình ...``: who watches a programme does not carry it out."""


def _beside(reading: Reading, programme: ProgrammeMention) -> tuple[Mention | None, str]:
    """The document that stands beside a programme, and the relation between them."""
    text = reading.text
    after = next((m for m in reading.documents if m.start >= programme.end), None)
    if (
        after
        and decides(after)
        and _BY.match(text[programme.end : after.start])
        and text[programme.end : after.start].strip()
    ):
        return after, "established_by"
    covering = next((m for m in reading.documents if m.code_at <= programme.start and m.end >= programme.start), None)
    if covering and covering.code and "ĐA" in covering.code:
        return covering, "established_by"
    before = [m for m in reading.documents if m.end <= programme.start and m.code]
    if not before:
        return None, ""
    between = text[before[-1].end : programme.start]
    if ";" in between or ". " in between or len(between) > 260:
        return None, ""
    if approves(before[-1], between) and "tiếp tục" not in between and not re.search(r"(?:sơ kết|tổng kết)", between):
        return before[-1], "established_by"
    if not between.strip() and "ĐA" in (before[-1].code or ""):
        return before[-1], "established_by"
    if re.search(r"(?:sơ kết|tổng kết)[^;]*$", between):
        return before[-1], "based_on"
    carried = _IMPLEMENTS.search(between) and not _WATCHES.search(between)
    return (before[-1], "implements") if carried else (None, "")


_AMENDING = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh) [Ss]ửa đổi")


def _amending_laws(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``Luật A; Luật sửa đổi, bổ sung một số điều của Luật A và Luật B``: the second amends the first, which its name names."""
    laws = [m for m in reading.documents if m.title and not m.code]
    for one in laws if len(laws) > 1 else ():
        for other in laws if one.title and _AMENDING.match(one.title) else ():
            if other is one or _AMENDING.match(end_of(other)) or fold(end_of(other)) not in fold(end_of(one)):
                continue
            span, passage = (one.start, one.end), reading.sentence.passage
            yield context.link(end_of(one), "amends", end_of(other), passage, span, one.code_at, "law-amends")


_IN_ANNEX = re.compile(r"cụ thể h(?:óa|oá) (?:bằng|thành) [^.;()]{4,90}\((?P<annex>Phụ lục \d+)\)")


def _annexed(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``cụ thể hóa bằng 18 nghị quyết, đề án (Phụ lục 2)``: every document listed there carries out what the sentence
    names first."""
    match = _IN_ANNEX.search(reading.text)
    named = [m for m in reading.documents if match and m.end <= match.start() and not m.code and end_of(m)]
    if not match or not named:
        return
    annex = fold(match["annex"])
    tables = [t for t in context.outline.tables if fold(t.title).startswith(annex)]
    for table in tables:
        for other in context.readings:
            inside = table.first_line <= other.sentence.passage.first_line <= table.last_line
            if inside and other.sentence.context.where == "table" and other.documents and other.documents[0].code:
                span = (named[-1].start, match.end())
                at = match.start()
                yield context.link(
                    other.documents[0].code,
                    "implements",
                    end_of(named[-1]),
                    reading.sentence.passage,
                    span,
                    at,
                    "annex",
                )
