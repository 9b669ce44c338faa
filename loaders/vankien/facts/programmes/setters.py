"""Who set a scheme or a project: the issuer of the document that approves it, whose it is said to be, the list it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from vankien.facts.bodies.finding import province_name
from vankien.facts.bodies.names import bodies_in
from vankien.facts.documents.citations import mentions
from vankien.facts.documents.note_anchors import establishes, hangs_on, note_anchors, opening_documents
from vankien.facts.letterheads.codes import find_codes
from vankien.facts.programmes.lists import listed_schemes
from vankien.facts.programmes.mentions import Named, passage_mentions
from vankien.facts.programmes.names import programmes_in
from vankien.model import CitedDocument, Found, Lexicon, Link, Outline, Programme
from vankien.report.tables.header import header_to_columns
from vankien.vietnamese import fold, parse_roman

_APPROVED = re.compile(
    r"(?:phê duyệt|ban hành|về)\s*:?\s*(?:việc\s+)?(?:phê duyệt\s+|ban hành\s+)?[“\"]?$", re.IGNORECASE
)


_ABOUT = re.compile(r" về (?:việc )?(?:phê duyệt |ban hành )?[“\"]?")
"""``Quy chế của Tỉnh ủy về đề án ...``: whose paper it is, the scheme is."""
_OF_WHOM = 28
"""Within so many letters from its first a programme says whose it is: ``Chương trình hành động của Chính phủ``."""


def scheme_setters(outline: Outline, lexicon: Lexicon, named: Iterable[Named]) -> dict[int, str]:
    """Who set a scheme, by its place in the document, of the programmes `named` there: the issuer of the document that approves
    it in the same sentence, or the body it is said to be of (``Đề án của Tỉnh ủy về ...``, ``Đề án ... của Tỉnh ủy``)."""
    province = province_name(outline, lexicon)
    cited = mentions(outline, lexicon)
    out: dict[int, str] = {}
    for passage, mention in named:
        if mention.kind != "scheme":
            continue
        at, text = passage.position_at(mention.start), passage.text
        own = [b for b in bodies_in(text, lexicon, province) if text[: b.start].endswith(" của ")]
        of = next((b.name for b in own if b.start - mention.end == 5 or 0 < b.start - mention.start < _OF_WHOM), None)
        of = of or next((b.name for b in own if _ABOUT.fullmatch(text[b.end : mention.start])), None)
        before = [
            m
            for m in cited
            if m.sentence.passage.position_at(m.code_at) < at <= m.sentence.passage.position_at(m.end) + 40
        ]
        approving = before[-1] if before and before[-1].sentence.text == text else None
        approves = approving and _APPROVED.search(text[approving.end : mention.start]) and approving.issuer
        if of or approves:
            out.setdefault(at, of or str(approves))
    return out


_STARTS = re.compile(
    r"(?<!\w)(?:xây dựng(?! nông thôn| [Đđ]ảng| chính quyền| đời sống)|ban hành|đầu tư|nâng cấp|sửa chữa|cải tạo|mở rộng|hình thành|khởi công|thành lập)(?!\w)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?<!\w)(?:đang|đã)(?!\w)", re.IGNORECASE)
_GOES_ON = re.compile(r"(?<!\w)tiếp tục(?!\w)", re.IGNORECASE)


def is_started(text: str, at: int) -> bool:
    """Do the words before an offset of a sentence say that something is to be built or adopted, and not that it goes on?

    >>> [is_started(t, len(t)) for t in ("Xây dựng các công trình như ", "Tiếp tục xây dựng ", "Đẩy mạnh thu hút ")]
    [True, False, False]
    """
    if _DONE.search(text, 0, at):
        return False
    clauses = (c for c in re.split(r"[,;]\s", text[:at]) if _STARTS.search(c))
    return any(not _GOES_ON.search(clause) for clause in clauses)


def with_setters(found: Found) -> Found:
    """What was found, with who set the schemes and projects that a document established: its issuer, also where the name
    itself stands among the tasks of a congress."""
    issuers = {d.code: d.issuer for d in found.of(CitedDocument) if d.code and d.issuer}
    founded: dict[str, str] = {}
    for link in found.of(Link):
        if link.relation == "established_by" and link.object in issuers:
            founded.setdefault(link.subject, issuers[link.object])
    facts = tuple(
        replace(f, set_by=founded[f.name])
        if isinstance(f, Programme) and f.kind in ("scheme", "project") and f.name in founded and _is_open(f.set_by)
        else f
        for f in found.facts
    )
    return Found(facts, found.findings)


def _is_open(setter: str | None) -> bool:
    """Is it not said, or only by where the name stands, who set a programme?"""
    return setter is None or parse_roman(setter) is not None


def noted_setters(outline: Outline, lexicon: Lexicon) -> dict[int, str]:
    """Who set a scheme, by its place in the document, where a footnote on its name says so: ``Phê duyệt tại Quyết định
    số ... của UBND tỉnh``."""
    documents, out = opening_documents(outline, lexicon), dict[int, str]()
    for note, sentence, at in note_anchors(outline, outline.sentences):
        document = documents.get(note.passage.first_line)
        if not document or not document.issuer or not establishes(document):
            continue
        for mention in programmes_in(sentence.text, lexicon):
            if mention.kind == "scheme" and hangs_on(sentence.text, mention.end, at):
                out[sentence.passage.position_at(mention.start)] = document.issuer
    return out


_LISTED = re.compile(r"(?:ten |danh muc |cac )*(?:de an|du an|chuong trinh|nhiem vu|cong trinh)\b")


def listed_setters(outline: Outline, lexicon: Lexicon, setter: str | None) -> dict[int, str]:
    """Schemes and projects in the table of those that the document assigns (with a body in charge): it sets them; those
    with the number of a document of their own are set by its issuer."""
    out: dict[int, str] = {}
    issuers = {m.code: m.issuer for m in mentions(outline, lexicon) if m.code and m.issuer}
    for table in outline.tables:
        columns = header_to_columns(table.header)
        if any(c.kind == "code" for c in columns):
            for row, cell, mention in listed_schemes(table, lexicon):
                said = (c.text for i, c in enumerate(row.cells) if columns[i].kind == "code")
                issuer = next(
                    (issuers[code.text] for t in said for code in find_codes(t, lexicon) if code.text in issuers), None
                )
                out |= {cell.position_at(mention.start): issuer} if issuer else {}
            continue
        at = next((i for i, header in enumerate(table.header) if _LISTED.match(fold(header))), None)
        if not setter or at is None or not any(c.kind == "body" for c in columns):
            continue
        for row in table.rows:
            cell = row.cells[at].passage
            out |= {
                cell.position_at(m.start): str(setter)
                for _, m in passage_mentions(cell, lexicon, title=False)
                if m.start == 0
            }
    return out
