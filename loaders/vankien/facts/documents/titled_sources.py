"""The source where a page has lost its whole letterhead: a title in capitals that begins with the genre, and grounds below it.

KẾ HOẠCH TỔ CHỨC HỘI THI CHÈ NĂM 2031
Căn cứ Thông báo số 5-TB/TU của Ban Thường vụ Tỉnh ủy; ...
"""

from __future__ import annotations

import re
from itertools import takewhile

from vankien.facts.documents.source_titles import small_title
from vankien.facts.evidence import evidence_of
from vankien.facts.letterheads.letterhead import line_to_genre
from vankien.facts.letterheads.parts import genre_pattern
from vankien.model import Concept, Lexicon, Outline, Passage, Source
from vankien.report.join import join_passages
from vankien.vietnamese import is_upper, same_tones

_GROUNDS = re.compile(r"(?:Căn cứ|Thực hiện|Triển khai thực hiện|Xét|Theo đề nghị)(?!\w)")
_FIRST = 3
"""Grounds are among the first sentences."""
_FEWEST = 3
"""A title has more words behind its genre than that."""


def titled_source(outline: Outline, province: Concept | None, lexicon: Lexicon) -> Source | None:
    """The document by such a title, without its issuer; None where no grounds follow or the title names no genre."""
    if not any(_GROUNDS.match(s.text) for s in outline.sentences[:_FIRST]):
        return None
    lines: list[Passage] = [*outline.letterhead, *(h.title for h in outline.headings)]
    lines += [p.passage for p in outline.paragraphs[:_FIRST]]
    lines.sort(key=lambda p: p.position_at(0))
    capitals = list(takewhile(lambda p: is_upper(p.text), lines))
    title = join_passages(capitals) if capitals else None
    genre = genre_pattern(lexicon)[0].match(same_tones(title.text)) if title else None
    about = title.text[genre.end() :].strip(" :") if title and genre else ""
    if title is None or len(about.split()) <= _FEWEST:
        return None
    return Source(
        genre=line_to_genre(title.text, lexicon),
        title=small_title(about, province),
        evidence=evidence_of(outline.report, title, 0, len(title.text), "title-in-capitals"),
    )
