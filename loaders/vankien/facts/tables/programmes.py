"""Tables of the goals of programmes: a section of rows is headed by the programme, scheme or resolution that set them.

TT  Nội dung, chỉ tiêu                          ĐVT   Mục tiêu   Kết quả   Cơ quan chủ trì
I   Chương trình phát triển chè hữu cơ                                     Sở Nông nghiệp
1   Diện tích chè hữu cơ                        ha    900        640
II  Nghị quyết số 15-NQ/TU về chuyển đổi số                                Sở Thông tin
"""

from __future__ import annotations

import re

from vankien.facts.letterheads.codes import find_codes
from vankien.facts.programmes.lists import cell_to_scheme
from vankien.model import Lexicon, Row
from vankien.vietnamese import ROMAN, fold

_GOALS = re.compile(r"\b(?:muc tieu|chi tieu|ket qua)\b.*\b(?:chuong trinh|de an|nghi quyet chuyen de)\b")
_NUMBER = re.compile(rf"(?:{ROMAN}|[A-HĐ])[.)]?\s+")
_DOCUMENT = re.compile(r"(?:nghị quyết|kết luận|chỉ thị|kế hoạch|quyết định)(?:\shành động)?\s(?:số\s)?", re.IGNORECASE)


def lists_goals_of_programmes(title: str) -> bool:
    """Does the title of a table promise the goals of programmes, each in a section of its own?

    >>> lists_goals_of_programmes("Tình hình thực hiện mục tiêu của các chương trình trọng điểm, đề án")
    True
    >>> lists_goals_of_programmes("Kết quả thực hiện các chỉ tiêu Nghị quyết Đại hội")
    False
    """
    return _GOALS.search(fold(title)) is not None


def programme_of_row(row: Row, lexicon: Lexicon) -> str:
    """The programme, or the code of the document, whose section a row stands in; empty if its section names none."""
    head = next((p for p in reversed(row.parents) if _NUMBER.match(p)), "")
    return section_to_programme(_NUMBER.sub("", head, count=1), lexicon)


def section_to_programme(text: str, lexicon: Lexicon) -> str:
    """The programme that a section's head names as a whole, or the code of a document that it opens with; else empty."""
    if not text:
        return ""
    opened = _DOCUMENT.match(text)
    code = next(find_codes(text, lexicon), None) if opened else None
    if opened and code and code.start <= opened.end():
        return code.text
    named = cell_to_scheme(text, lexicon)
    return named.name if named and named.start == 0 else ""
