"""Who issued what: documents with their issuers, schemes with the bodies that adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.body_names import bodies_in
from vankien.facts.link_context import LinkContext, Reading
from vankien.facts.programme_names import ProgrammeMention
from vankien.model import Link


def issued(context: LinkContext, reading: Reading) -> Iterator[Link]:
    """``issued_by`` for every cited document whose issuer the text names."""
    for mention in reading.documents:
        before = reading.text[: mention.start]
        aside = mention.weight == 1 and before.rfind("(") > before.rfind(")")
        if mention.code and mention.issuer and mention.weight > 0 and not aside:
            span = (mention.start, max(mention.end, mention.code_at + 1))
            yield context.link(
                mention.code,
                "issued_by",
                _full(context, mention.issuer),
                reading.sentence.passage,
                span,
                mention.code_at,
                "issuer",
            )
    for programme in reading.programmes:
        issuer = _scheme_issuer(context, reading, programme)
        if issuer:
            span = (programme.start, programme.end)
            name = context.known_name(programme)
            yield context.link(
                name, "issued_by", issuer, reading.sentence.passage, span, programme.start, "scheme-issuer"
            )


def _full(context: LinkContext, issuer: str) -> str:
    """The issuer's name as bodies are recorded: a department with its province."""
    named = bodies_in(issuer, context.lexicon, context.province) if issuer.startswith("Sở ") else ()
    return named[0].name if named and named[0].end == len(issuer) else issuer


def _scheme_issuer(context: LinkContext, reading: Reading, programme: ProgrammeMention) -> str:
    """The body that issued a scheme: ``Tỉnh ủy đã ban hành ... Đề án ...``, ``Đề án của Tỉnh ủy về ...``."""
    if programme.kind != "scheme" or any(m.start <= programme.start <= m.end for m in reading.documents):
        return ""
    text = reading.text
    about = re.match(r"[Đđ]ề án của (?=[^,;.]{3,60} về )", text[programme.start :])
    bodies = bodies_in(text, context.lexicon, context.province)
    if about:
        return next((b.name for b in bodies if b.start == programme.start + about.end()), "")
    made = re.search(r"(?:đã )?ban hành (?:và [\wà-ỹ ]{4,40})?(?:hiệu quả )?$", text[: programme.start])
    listed = re.search(r"(?:đã )?ban hành [^.;]{10,260}(?:và|,) $", text[: programme.start])
    verb = made or (listed if listed and "phê duyệt" not in listed.group() else None)
    near = [b for b in bodies if verb and b.end <= verb.start() + 1 and verb.start() - b.end < 6]
    return near[-1].name if near else ""
