"""Links of lists of schemes: each row names a scheme and the document that sets it up; who issued the documents of a group
stands in its head row, what they carry out in the title above."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vankien.facts.bodies.names import bodies_in
from vankien.facts.documents.short_names import codes_in, short_names
from vankien.facts.letterheads.codes import find_codes
from vankien.facts.links.context import LinkContext
from vankien.facts.programmes.lists import cell_to_scheme, name_column
from vankien.facts.programmes.words import same_programme
from vankien.model import Link, Row, Table
from vankien.report.tables.header import header_to_columns

_CARRY_OUT = re.compile(
    r"(?:để|nhằm|cụ\sthể\s(?:hóa|hoá)|thực\shiện|triển\skhai)(?:\s(?:tổ\schức|triển\skhai|thực\shiện|các))*\s(?:nghị\squyết|kết\sluận|chỉ\sthị|chương\strình|kế\shoạch)?(?:\shành\sđộng)?\s?(?:số\s)?$",
    re.IGNORECASE,
)


def scheme_table_links(context: LinkContext, table: Table) -> Iterator[Link]:
    """``established_by``, ``issued_by`` and ``implements`` of the rows of a list of schemes with the numbers of their
    documents; nothing for any other table."""
    columns = header_to_columns(table.header)
    name = name_column(table)
    number = next((i for i, c in enumerate(columns) if c.kind == "code"), None)
    if number is None or (name is None and not any(c.kind == "abstract" for c in columns)):
        return
    carried = _carried_out(context, table)
    for row in table.rows:
        cell = row.cells[number].passage
        code = next(find_codes(cell.text, context.lexicon), None)
        if code is None:
            continue
        span = (code.start, code.end)
        if name is not None and (scheme := _scheme(context, row.cells[name].text)):
            yield context.link(scheme, "established_by", code.text, cell, span, code.start, "table-established")
        if issuer := _issuer(context, row, code.text):
            yield context.link(code.text, "issued_by", issuer, cell, span, code.start, "table-issuer")
        if carried and carried != code.text:
            yield context.link(code.text, "implements", carried, cell, span, code.start, "table-implements")


def numbered_schemes(context: LinkContext) -> Iterator[Link]:
    """``established_by`` of the schemes that a text calls by their name in one place and by their number, with what they
    are about, in another: ``Đề án số 5-ĐA/TU ... về nuôi cá lồng``."""
    for reading in context.readings:
        for mention in reading.documents:
            if mention.genre != "Đề án" or not mention.code or not mention.title:
                continue
            about = re.sub(r"^Về (?:việc )?", "", mention.title)
            name = f"Đề án {about[:1].lower()}{about[1:]}"
            if known := next((p.name for p in context.programmes if same_programme(p.name, name)), ""):
                passage, span = reading.sentence.passage, (mention.start, mention.end)
                yield context.link(
                    known, "established_by", mention.code, passage, span, mention.code_at, "scheme-by-number"
                )


def _scheme(context: LinkContext, text: str) -> str:
    """The scheme that a cell is the name of; empty if it holds something else."""
    named = cell_to_scheme(text, context.lexicon)
    return context.known_name(named) if named else ""


def _issuer(context: LinkContext, row: Row, code: str) -> str:
    """The body that heads the group of a row, where the document's number is one of that body's; of a Party committee
    and a People's Council in one head the one that the suffix means."""
    named = [b for parent in row.parents for b in bodies_in(parent, context.lexicon, context.province)]
    own = {
        m.issuer for reading in context.readings for m in reading.documents if m.code == code and m.issuer is not None
    }
    return next((b.name for b in reversed(named) if b.name in own), "")


def _carried_out(context: LinkContext, table: Table) -> str:
    """The document that the schemes of a list carry out, by the title of the table or the heading above it."""
    above = [h.title.text for h in context.outline.headings if h.title.first_line < table.first_line][-1:]
    names = short_names(context.outline, context.lexicon)
    for title in (table.title, *above):
        for named in codes_in(title, names, context.lexicon):
            if _CARRY_OUT.search(title[: named.start]):
                return named.code
    return ""
