"""Links to what stands right before: plans with the decision behind their name, footnotes that leave out what they speak
of.

Triển khai Đề án nuôi cá lồng¹                 ¹ Phê duyệt tại Quyết định số 10/QĐ-UBND    established by the decision
Triển khai Chương trình chuyển đổi số²         ² Theo Kế hoạch số 20/KH-UBND               carried out by the plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.documents.citations import Mention
from vankien.facts.documents.note_anchors import establishes, hangs_on, note_anchors, opening_documents
from vankien.facts.links.approvals import APPROVED
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.programmes.words import NAME_YEARS, name_end
from vankien.model import Link

_UNDER = re.compile(r"(?:Thực hiện )?[Tt]heo ")
_PLAN = re.compile(r"(?<!\w)(?:Kế hoạch|Quy hoạch|Chiến lược|Quy chế|Bộ tiêu chí) (?!này|số|của)[^,;.:“”]{12,}")


def note_links(context: LinkContext) -> Iterator[Link]:
    """``established_by`` and ``implements`` between the document that a footnote opens with and the programme or plan
    before its marker."""
    readings = {id(r.sentence): r for r in context.readings}
    documents = opening_documents(context.outline, context.lexicon)
    for note, sentence, at in note_anchors(context.outline, (r.sentence for r in context.readings)):
        document = documents.get(note.passage.first_line)
        if document and document.sentence.context.footnote == note.mark:
            yield from _of_note(context, document, readings[id(sentence)], at)


def _of_note(context: LinkContext, document: Mention, text: Reading, at: int) -> Iterator[Link]:
    opening, passage = document.sentence.text[: document.start], document.sentence.passage
    bare = document.genre == "Quyết định" and not opening.strip() and _ALONE.match(document.sentence.text, document.end)
    founds = establishes(document) or bare
    yield from _carried_out(context, document, text, at)
    carries = document.genre == "Kế hoạch" and _UNDER.fullmatch(opening)
    if not (founds or carries) or not document.code:
        return
    span = (0, document.end)
    near = [p for p in text.programmes if p.kind != "project" and hangs_on(text.text, p.end, at)]
    name = context.known_name(near[-1]) if near else ""
    if founds and (name := name or _plan_before(text.text[:at])):
        yield context.link(name, "established_by", document.code, passage, span, document.code_at, "note-established")
    elif carries and name:
        yield context.link(document.code, "implements", name, passage, span, document.code_at, "note-carries-out")


_ALONE = re.compile(r"[^.;]{0,160}?phê duyệt|(?:,?\sngày\s[\d/]+)?(?:\scủa\s[^.;,]{4,60})?\s?[.;]?\s?$")
"""A note that is nothing but a decision, or says what it approves."""
_OUT_OF = re.compile(r"cụ thể h(?:óa|oá)\s(?:bằng|tại|thành)\s$", re.IGNORECASE)
_TO_CARRY_OUT = re.compile(r"[^.;]{0,80}?\s(?:để|nhằm)\s(?:triển khai\s|tổ chức\s)?thực hiện\W*$", re.IGNORECASE)
_TO_MARK = re.compile(r"(?:,?\sngày\s[\d/]+)?(?:,?\scủa\s[^,;.]{3,60})?\s*")
_JOINED = re.compile(r"(?:,?\sngày\s[\d/]+)?(?:,|\svà|,\svà)\s")


def _carried_out(context: LinkContext, document: Mention, text: Reading, at: int) -> Iterator[Link]:
    """``implements`` from the document of a note to those right before its marker: ``Nghị quyết số 18-NQ/TW¹``, ``¹ Tỉnh ủy có
    Chương trình hành động số 24-CTr/TU để thực hiện``."""
    sentence = document.sentence.text
    carries = _OUT_OF.search(sentence[: document.start]) or _TO_CARRY_OUT.match(sentence, document.end)
    end = at
    for one in reversed(text.documents) if carries and document.code else ():
        if one.end > end or not (_TO_MARK if end == at else _JOINED).fullmatch(text.text[one.end : end]):
            break
        end = one.start
        if one.code and document.code:
            span, passage = (0, len(sentence)), document.sentence.passage
            yield context.link(
                document.code, "implements", one.code, passage, span, document.code_at, "note-carries-out"
            )


_BY = re.compile(rf",? (?:{APPROVED})?(?:kèm )?(?:theo|tại) $")
_CONCRETE = re.compile(r",? (?:đã )?(?:được )?cụ thể h(?:óa|oá) (?:tại|bằng|thành|trong) $")


def decided_plans(context: LinkContext) -> Iterator[Link]:
    """``established_by`` where the decision stands right behind the years of a plan or strategy: ``Chiến lược phát triển
    nghề rừng đến năm 2030 theo Quyết định số ...``; ``implements`` where a document makes it concrete."""
    for reading in context.readings:
        for document in reading.documents:
            by = _BY.search(reading.text[: document.start]) if document.genre == "Quyết định" else None
            name = _plan_before(reading.text[: by.start()]) if by and document.code else ""
            if by and name and document.code:
                passage, span = reading.sentence.passage, (by.start(), document.end)
                yield context.link(
                    name, "established_by", document.code, passage, span, document.code_at, "plan-decided"
                )
            elif document.code and (name := plan_made_concrete(reading.text, document)):
                passage, span = reading.sentence.passage, (document.start, document.end)
                yield context.link(
                    document.code, "implements", name, passage, span, document.code_at, "plan-made-concrete"
                )


def plan_made_concrete(text: str, document: Mention) -> str:
    """The plan or strategy without a number that a document makes concrete: ``Chiến lược ... đến năm 2030 đã được cụ thể hóa
    tại Công văn số ...``; empty if the text names none."""
    concrete = _CONCRETE.search(text[: document.start])
    return _plan_before(text[: concrete.start()]) if concrete else ""


def _plan_before(text: str) -> str:
    """The plan or strategy whose name ends there, after its years."""
    for plan in _PLAN.finditer(text):
        if name_end(text, plan.start() + 12) >= len(text.rstrip()) and NAME_YEARS.search(text, plan.start()):
            return " ".join(text[plan.start() :].split())
    return ""
