"""Who issued what: documents with their issuers, schemes with the bodies that adopted them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import bodies_in
from vankien.facts.documents.citations import Mention
from vankien.facts.letterheads.codes import find_codes, lexicon_to_suffixes
from vankien.facts.links.context import LinkContext, Reading
from vankien.facts.programmes.finding import programme_title
from vankien.facts.programmes.names import ProgrammeMention
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
        yield from _joint_issuers(context, reading, mention)
    for programme in reading.programmes:
        issuer = _scheme_issuer(context, reading, programme)
        if issuer:
            span = (programme.start, programme.end)
            name = context.known_name(programme)
            yield context.link(
                name, "issued_by", issuer, reading.sentence.passage, span, programme.start, "scheme-issuer"
            )


def _joint_issuers(context: LinkContext, reading: Reading, mention: Mention) -> Iterator[Link]:
    """``issued_by`` for each body of a joint circular or resolution, by its suffix: ``12/2022/TTLT-BNV-BTC``. Its bodies are
    central ones, whose suffixes are no province's."""
    code = (
        next(iter(find_codes(mention.code or "", context.lexicon)), None)
        if mention.genre.endswith("liên tịch")
        else None
    )
    known = lexicon_to_suffixes(context.lexicon).bodies
    bodies = [known[s][0] for s in code.plain_segments()[1:] if s in known] if code else []
    for body in bodies if len(bodies) > 1 else ():
        if body.first("level") == "national":
            span = (mention.start, mention.end)
            passage, at = reading.sentence.passage, mention.code_at
            yield context.link(str(mention.code), "issued_by", body.vi, passage, span, at, "joint-issuer")


_CHOSEN_DOCUMENT = re.compile(r"(?:Nghị quyết|Kết luận|Chỉ thị|Đề án) của (?=[^,;.]{3,60} về )", re.IGNORECASE)
_CARRIES_ON = re.compile(
    r" về (?:(?:tiếp tục|đẩy mạnh|tăng cường|triển khai|tổ chức) (?:và )?)*thực hiện (?:[^\W\d]+ ){2,4}số $",
    re.IGNORECASE,
)
"""``Kết luận của Tỉnh ủy về tiếp tục thực hiện Nghị quyết số ...``: the conclusion carries out the resolution."""


def chosen_documents(context: LinkContext) -> Iterator[Link]:
    """``issued_by`` and ``implements`` of the resolutions and conclusions that a congress lists among its programmes."""
    for one in context.named:
        text = one.name.text
        opening = _CHOSEN_DOCUMENT.match(text)
        bodies = bodies_in(text, context.lexicon, context.province) if opening else ()
        issuer = next((b for b in bodies if opening and b.start == opening.end()), None)
        if issuer is None:
            continue
        name, span = programme_title(one.title), (0, issuer.end)
        yield context.link(name, "issued_by", issuer.name, one.name, span, 0, "chosen-document-issuer")
        code = next(iter(find_codes(text, context.lexicon)), None)
        if code and _CARRIES_ON.fullmatch(text, issuer.end, code.start):
            span = (0, code.end)
            yield context.link(name, "implements", code.text, one.name, span, code.start, "chosen-document")


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
    near = [b for b in near if not text[: b.start].endswith("của ")]  # ``Quyết định của Chính phủ ban hành``
    return near[-1].name if near else ""
