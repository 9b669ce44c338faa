"""Counts and sums that a sentence writes in words, read as numbers of as many letters, so that every offset stays.

ít nhất ba xã, không dưới hai trường       behind a bound
hai triệu thành viên, một trăm phần trăm   before a scale or the sign
gấp hai lần, mỗi hộ có một máy             how many times, how many each
có thêm sáu xã đạt chuẩn                   behind a verb that only counts, before a noun of the unit list
30% số xã (bảy xã)                         the count that a bracket gives beside a share
"""

from __future__ import annotations

import re
from dataclasses import replace

from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import COUNTED, unit_at
from vankien.model import Lexicon

_DIGITS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "một trăm": 100,
}
_WORD = "|".join(sorted(_DIGITS, key=len, reverse=True))
_MANY = "hai|ba|bốn|sáu|bảy|bẩy|tám|chín|mười"
"""Without *một*, which is an article too, and *năm*, which is a year too."""
_SCALE = r"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)"
_IN_WORDS = re.compile(
    rf"(?<!\w)(?:(?:ít\snhất|tối\sthiểu|không\sdưới)\s(?:có\s)?(?P<bound>{_WORD})"
    rf"|(?:có|thêm|được|công\snhận)\s(?P<counted>{_MANY})"
    rf"|(?P<scaled>{_MANY})(?=\s{_SCALE}\s)"
    rf"|(?P<all>một\străm)(?=\sphần\străm(?!\w))"
    rf"|(?<=\()(?P<beside>{_WORD})(?=\s[^\W\d]+(?:\s[^\W\d]+)?\)))(?=\s)",
    re.IGNORECASE,
)
_EACH_HAS_ONE = re.compile(
    r"(?P<each>(?<!\w)[Mm]ỗi\s(?:[^\W\d]+\s){1,9}(?:có|tiếp cận|sở hữu)\s(?:ít nhất\s|tối thiểu\s)?)một(?=\s(?!(?:số|phần|cách|trong)\s)[^\W\d])"
)
"""``mỗi hộ có một điện thoại thông minh``: there *một* counts."""
_TIMES = re.compile(r"(?P<times>(?<!\w)gấp\s)(?P<word>hai|ba|bốn|năm|mười)(?=\slần(?!\w))", re.IGNORECASE)
"""``gấp hai lần năm 2025``."""
_RANGE = re.compile(rf"(?<!\w)(?P<open>từ\s)(?P<low>một|{_MANY})(?P<to>\sđến\s)(?P<high>{_MANY})(?=\s)", re.IGNORECASE)
"""``từ một đến hai công trình``."""
_NEEDS_UNIT = ("bound", "counted", "beside")
_KINDS = re.compile(
    r"\s(?:cấp|con\ssố|chữ\ssố|mặt|nửa|bên|phía|lần|miền|buổi|phần|loại|nhóm|hướng|vế|chiều)(?!\w)", re.IGNORECASE
)
"""``hai cấp``, ``hai con số``: no counts of what is to be reached."""


def in_digits(text: str, lexicon: Lexicon) -> str:
    """The text with the numbers in words that count something as digits, its length unchanged.

    >>> from vankien.graph.terms.vocabulary import read_lexicon
    >>> lexicon = read_lexicon()
    >>> in_digits("có ít nhất ba xã và hai triệu đồng", lexicon), in_digits("chính quyền có hai cấp", lexicon)
    ('có ít nhất 03 xã và 002 triệu đồng', 'chính quyền có hai cấp')
    """

    def read(match: re.Match[str]) -> str:
        name = match.lastgroup or ""
        start, end = match.span(name)
        if name in _NEEDS_UNIT and (_KINDS.match(text, end) or not _is_counted(text, end, lexicon)):
            return match.group()
        printed = f"{_DIGITS[match[name].lower()]:0>{end - start}}"
        return f"{text[match.start() : start]}{printed}{text[end : match.end()]}"

    def read_range(match: re.Match[str]) -> str:
        if _KINDS.match(text, match.end()) or not _is_counted(text, match.end(), lexicon):
            return match.group()
        low, high = (f"{_DIGITS[match[k].lower()]:0>{len(match[k])}}" for k in ("low", "high"))
        return f"{match['open']}{low}{match['to']}{high}"

    text = _RANGE.sub(read_range, text)
    text = _TIMES.sub(lambda m: f"{m['times']}{_DIGITS[m['word'].lower()]:0>{len(m['word'])}}", text)
    text = _EACH_HAS_ONE.sub(lambda m: f"{m['each']}001" if _is_counted(text, m.end(), lexicon) else m.group(), text)
    return _IN_WORDS.sub(read, text)


_SCALES = {"nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 1_000_000}
_SCALED = re.compile(rf"(?P<scale>{'|'.join(_SCALES)})\s(?P<noun>.+)", re.IGNORECASE)


def in_full(quantity: Quantity, text: str) -> Quantity:
    """``ba vạn lao động``: a count all of whose words say how many is 30.000 lao động; one in digits keeps its scale."""
    scaled = _SCALED.fullmatch(quantity.unit or "") if quantity.counted and text[quantity.at].isalpha() else None
    if scaled is None:
        return quantity
    times = _SCALES[scaled["scale"].lower()]
    upper = quantity.upper * times if quantity.upper is not None else None
    return replace(quantity, value=quantity.value * times, upper=upper, unit=scaled["noun"])


def _is_counted(text: str, at: int, lexicon: Lexicon) -> bool:
    """Does a unit of the list stand there that counts things?"""
    unit = unit_at(text, at, lexicon, nouns=False)
    return unit is not None and unit.kind in COUNTED
