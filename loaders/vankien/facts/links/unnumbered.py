"""Links of action programmes and plans that are named without a number, by whose they are and what they carry out.

Chương trình hành động của Tỉnh ủy thực hiện Nghị quyết số 9-NQ/TW       issued by the one, carries out the other
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import BodyMention, bodies_in
from vankien.facts.documents.citations import Mention
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.programmes.words import same_programme
from vankien.model import Link
from vankien.vietnamese import UPPER

_HEAD = re.compile(rf"(?<!\w)(?P<genre>[Cc]hương trình hành động|[Kk]ế hoạch(?: hành động)?) của (?=[{UPPER}])")
_CARRIES_OUT = re.compile(r" (?:về )?(?:việc )?(?:tổ chức )?(?:triển khai )?thực hiện (?:các )?")


def unnumbered_links(context: LinkContext) -> Iterator[Link]:
    """``issued_by`` and ``implements`` of such programmes and plans, under the name that the text gives them."""
    for reading in context.readings:
        for match in _HEAD.finditer(reading.text) if reading.documents else ():
            body = _owner(context, reading, match)
            carries = _CARRIES_OUT.match(reading.text, body.end) if body else None
            other = _at(reading, carries.end()) if carries else None
            if not body or not carries or not other or not other.code:
                continue
            name = _known(context, reading, match, other)
            passage, span = reading.sentence.passage, (match.start(), other.end)
            for relation, end in (("issued_by", body.name), ("implements", other.code)):
                yield context.link(name, relation, end, passage, span, match.start(), f"unnumbered-{relation}")


def _owner(context: LinkContext, reading: Reading, head: re.Match[str]) -> BodyMention | None:
    """The body right behind "của", unless the document before has a number of its own."""
    if any(m.code and m.start <= head.start() <= m.code_at <= head.end() for m in reading.documents):
        return None
    bodies = bodies_in(reading.text, context.lexicon, context.province)
    return next((b for b in bodies if b.start == head.end() and not b.plural), None)


def _at(reading: Reading, at: int) -> Mention | None:
    return next((m for m in reading.documents if m.start == at), None)


def _known(context: LinkContext, reading: Reading, head: re.Match[str], other: Mention) -> str:
    """The name under which a programme is recorded, else its words up to the code."""
    named = next((p for p in reading.programmes if p.start == head.start()), None)
    if named:
        return context.known_name(named)
    printed = " ".join(reading.text[head.start() : other.code_at].split())
    name = f"{printed[:1].upper()}{printed[1:]} {other.code}"
    return next((p.name for p in context.programmes if same_programme(p.name, name)), name)
