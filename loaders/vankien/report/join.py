"""Wrapped lines → running text, and where a new paragraph starts.

The join rule: a line that ends in a hyphen glued to a letter or digit (``07-``, ``2021-``) joins the next without a
blank; ``xã hội -`` keeps its blank. A slash at the end joins too (``QĐ/`` + ``TTg``), and so does a number that is
broken behind the dot of its thousands (``95.`` + ``000 tấn``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from vankien.model import Passage, Piece
from vankien.vietnamese import skeleton

_THOUSANDS = re.compile(r"(?:^|[\s(])[1-9]\d{0,2}(?:\.\d{3})*\.$")
"""The end of a line inside a number: at most three digits before the dot."""
_COUNTING = re.compile(
    r"(?<!\w)(?:thứ|hạng|vị trí|điều|khoản|điểm|mục|lần|quý|tháng|ngày|số|phụ lục|biểu)\s\d+\.$", re.IGNORECASE
)
"""``xếp thứ 12.``: a number that counts off ends its sentence."""


def glue(before: str, after: str) -> str:
    """What stands between two joined lines: nothing or one blank.

    >>> glue("số 07-", "NQ/TU"), glue("kinh tế -", "xã hội"), glue("1758/QĐ-", "UBND"), glue("tỉnh", "Lai")
    ('', ' ', '', ' ')
    """
    if not before or not after:
        return ""
    if before.endswith(("-", "–")) and len(before) > 1 and before[-2].isalnum() and after[:1].isalnum():
        return ""
    if before.endswith("/") and len(before) > 1 and (before[-2].isalnum() or before[-2] in "%‰"):
        return ""
    if _THOUSANDS.search(before) and re.match(r"\d{3}(?!\d|\s?%|\.\s)", after) and not _COUNTING.search(before):
        return ""
    if after[:1] in "),.;:!?”" and not after.startswith(("...", ").")):
        return ""
    return " "


_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])"
_CODA = r"(?:ch|nh|ng|[cmnpt])"
_SYLLABLE = re.compile(rf"{_ONSET}?[aeiouy]{{1,3}}{_CODA}?")


def is_broken(before: str, after: str) -> bool:
    """Does a line end inside a word? Narrow cells break words: one side is no syllable, but both together are one.

    >>> is_broken("Tốc độ tăng trưởn", "g GRDP"), is_broken("Đạt ch", "uẩn"), is_broken("Lượt", "khách"), is_broken("Đảng viên", "mới")
    (True, True, False, False)
    """
    left, right = re.search(r"[^\W\d_]+$", before), re.match(r"[^\W\d_]+(?=[\s,;.:)/]|$)", after)
    if not left or not right or not right.group().islower():
        return False
    first, second = skeleton(left.group()).lower(), skeleton(right.group()).lower()
    parts = bool(_SYLLABLE.fullmatch(first)), bool(_SYLLABLE.fullmatch(second))
    plain = first.isascii() and left.group()[1:].islower() | (len(first) == 1)
    return not all(parts) and any(parts) and plain and bool(_SYLLABLE.fullmatch(first + second))


def glue_cell(before: str, after: str) -> str:
    """What stands between two lines of a table cell: as `glue`, but words may be broken, also before a slash (``người``,
    ``/năm``).

    >>> glue_cell("Người", "/năm"), glue_cell("nghiệ", "p, xây dựng"), glue_cell("Diện tích", "chè")
    ('', '', ' ')
    """
    if re.match(r"/[^\W\d_]", after) and before[-1:].isalpha():
        return ""
    return "" if is_broken(before, after) else glue(before, after)


def join_passages(passages: Sequence[Passage], between: Callable[[str, str], str] = glue) -> Passage:
    """Several passages as one running text; every part keeps its line. `between` says what stands between two of them.

    >>> a, b = Passage("Kế hoạch 21/KH-", (Piece(0, 1, 0),)), Passage("UBND tỉnh", (Piece(0, 2, 16),))
    >>> join_passages([a, b]).text, join_passages([a, b]).line_at(16)
    ('Kế hoạch 21/KH-UBND tỉnh', 2)
    """
    text, pieces = "", []
    for passage in passages:
        if not passage.text:
            continue
        text += between(text, passage.text)
        pieces += [Piece(p.at + len(text), p.line, p.start) for p in passage.pieces]
        text += passage.text
    return Passage(text, tuple(pieces) or passages[0].pieces)


_ENDS = re.compile(r"[.:;!?…][”\"’)\]]*$")


def ends_sentence(text: str) -> bool:
    """True if the text ends with a mark that closes a sentence or opens a list."""
    return bool(_ENDS.search(text))
