"""The source where the page has lost the line of its genre: what the number in the letterhead says that the document is.

ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
Số: 12/QĐ-UBND | Sơn Bình, ngày 8 tháng 10 năm 2030 |      a decision
PHÊ DUYỆT ĐỀ ÁN NUÔI CÁ LỒNG                              about that
"""

from __future__ import annotations

import re

from vankien.facts.documents.source_titles import small_title
from vankien.facts.evidence import evidence_of
from vankien.facts.letterheads.codes import code_genres, find_codes
from vankien.facts.letterheads.letterhead import Letterhead, capitals_to_name, line_to_date, split_cells
from vankien.facts.names.home import own_lines
from vankien.facts.names.places import home_of
from vankien.model import Concept, Lexicon, Outline, Source
from vankien.report.join import join_passages
from vankien.report.page.mottos import is_motto
from vankien.vietnamese import fold, is_upper

_ORDERS = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\W*$")
_DOES = re.compile(
    r"(?P<what>(?:Phê duyệt|Thông qua|Ban hành)(?: kèm theo (?:Quyết định|Nghị quyết) này)? [^;:]{10,250}?)(?=,?\s(?:với|gồm)\s|\s\(|[.;:]\s|[.;:]?$)"
)
_NO_TITLE = re.compile(r"KH[ÓO][ÁA] |CHỦ TỊCH |BỘ TRƯỞNG|KỲ HỌP ")


def numbered_source(outline: Outline, head: Letterhead, province: Concept | None, lexicon: Lexicon) -> Source | None:
    """A document whose page lost the line of its genre: the number in the letterhead says which it is, the capitals below
    it or, below ``QUYẾT ĐỊNH:``, the first article what it is about."""
    code = next(find_codes(head.number.text, lexicon), None) if head.number else None
    genres = code_genres(code, lexicon) if code else ()
    if not code or not genres or not head.number:
        return None
    named = capitals_to_name(" ".join(own_lines(tuple(p.text for p in head.issuer))), province, lexicon)
    title = _below_number(outline, head, province) or _done_first(outline)
    if not title:
        return None
    return Source(
        genre=genres[0].vi,
        code=code.text,
        date=line_to_date(head.date.text) if head.date else None,
        issuer=named,
        title=title,
        place=home_of(province)[1] or province.vi if province else None,
        evidence=evidence_of(outline.report, head.number, 0, len(head.number.text), "letterhead-number"),
    )


def _below_number(outline: Outline, head: Letterhead, province: Concept | None) -> str:
    """The title in capitals below the number: what is not the body that decides, named again."""
    again = fold(head.issuer[0].text) if head.issuer else ""
    lines = []
    for cell in split_cells(outline.letterhead):
        below = head.number is not None and cell.position_at(0) > head.number.position_at(0)
        decides = _NO_TITLE.match(cell.text) or (again and fold(cell.text).startswith(again))
        if below and is_upper(cell.text) and not is_motto(cell.text) and not decides:
            lines.append(cell)
    title = small_title(join_passages(lines).text, province) if lines else ""
    return title if len(title.split()) > _FEWEST else ""


_FEWEST = 3
"""A title has more words than that."""


def _done_first(outline: Outline) -> str:
    """What a decision does, by its first article."""
    order = next((h for h in outline.headings if _ORDERS.match(h.title.text)), None)
    if order is None:
        return ""
    texts = [h.title.text for h in outline.headings if h.title.first_line > order.title.first_line][:1]
    texts += [p.passage.text for p in outline.paragraphs if p.passage.first_line > order.title.first_line][:1]
    return next((m["what"] for text in texts if (m := _DOES.search(text))), "")
