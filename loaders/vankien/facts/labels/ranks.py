"""Labels of ranks: what is ranked, by the words before the place and by what it is the first, second ... in."""

from __future__ import annotations

import re

from vankien.facts.clauses.clause import Piece
from vankien.facts.clauses.marks import FIRST_IN
from vankien.facts.clauses.phrases import lower_first, sentence_case, tidy, topic_of
from vankien.facts.labels.changes import Label
from vankien.facts.labels.growth_told import places_gained
from vankien.facts.labels.lists import most_of

_WHERE = re.compile(
    r"(?:(?:trong|của)\s)?(?:toàn\squốc|cả\snước|thế\sgiới|khu\svực|vùng|châu|ASEAN|Đông\sNam\sÁ|toàn\scầu)(?!\w)",
    re.IGNORECASE,
)
_RANKED = re.compile(r"Xếp hạng |(?:Thứ hạng |Điểm )?(?:Chỉ|chỉ) số ")
"""What a bare ``Năm 2022: 41/63`` goes on: a rank, or an index that is ranked."""


def ranked(piece: Piece, before: str, after: str, previous: Label | None) -> Label | None:
    """The label of a place in a ranking; None where nothing says what is ranked."""
    if piece.before.strip() == ":" and not (previous and _RANKED.match(previous.text)):
        return None
    if gained := places_gained(piece, before):
        return gained
    about = FIRST_IN.fullmatch(piece.after) or re.search(r"(?<!\w)về\s(?P<what>[^,;(]+(?:\([^)]*\))?)", piece.after)
    of = (previous.text if previous.growth else previous.subject) if previous else after
    of = of if of.startswith("Chỉ số") else lower_first(of)  # names of indices keep their capital
    subject = tidy(about["what"]) if about else before or of
    if (
        not about
        and before
        and after
        and piece.quantity.comparator == "<="
        and not re.search(r"(?i)chỉ số|index|pci|papi", before)
        and not re.match(r"(?:dẫn|đứng|hàng)\sđầu(?!\w)|(?:cao|lớn|tốt|khá)\snhất(?!\w)|phát\striển(?!\w)", after)
    ):
        subject = f"{before} {after}"
    subject = most_of(after) or subject if piece.quantity.comparator == "<=" else subject
    subject = re.sub(r"^(?:(?:Xếp|Thứ) hạng|có)\s", "", subject, flags=re.IGNORECASE)
    if not (about or before or previous) and _WHERE.match(after):
        subject = topic_of(piece)  # "chỉ số ... được xếp hạng cao (xếp thứ 5 toàn quốc)"
    thing = subject if about or before or not previous else previous.text if previous.growth else previous.subject
    return Label(sentence_case(f"Xếp hạng {subject}"), sentence_case(thing)) if subject else None
