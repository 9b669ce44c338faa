"""Links of footnotes that leave out what they speak of: it stands in the text right before their marker.

Triển khai Đề án nuôi cá lồng¹                 ¹ Phê duyệt tại Quyết định số 10/QĐ-UBND    established by the decision
Triển khai Chương trình chuyển đổi số²         ² Theo Kế hoạch số 20/KH-UBND               carried out by the plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.citations import Mention
from vankien.facts.link_context import LinkContext, Reading
from vankien.facts.note_anchors import establishes, hangs_on, note_anchors, opening_documents
from vankien.facts.programme_words import name_end
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
    founds = establishes(document)
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


def _plan_before(text: str) -> str:
    """The plan or strategy whose name ends there, after its years."""
    plans = list(_PLAN.finditer(text))
    start = plans[0].start() if plans else -1
    return " ".join(text[start:].split()) if plans and name_end(text, start + 12) >= len(text.rstrip()) else ""
