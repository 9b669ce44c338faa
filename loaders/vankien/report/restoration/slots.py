"""The tokens of a line of a scan, and what of each is decoded: values, codes, Roman numerals and abbreviations are not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vankien.report.restoration.capitals import IN_BRACKETS
from vankien.report.restoration.channel import LOOK_ALIKES
from vankien.report.restoration.ngrams import NUMBER, OTHER, core
from vankien.report.restoration.tokens import (
    behind_word,
    dong_behind,
    is_chapter,
    is_lam,
    is_unit,
    misread_number,
    raised_unit,
    without_note_sign,
    year_behind,
)
from vankien.vietnamese import skeleton

DIGITS_OF = {
    **dict.fromkeys(("1", "12", "13", "14", "1a"), "la"),
    **dict.fromkeys(("10", "16"), "lo"),
    **dict.fromkeys(("50", "56"), "so"),
    "161": "loi",
    "18": "le",
    "6": "o",
}
"""Numbers that an English engine prints for whole words (``Quéc 16`` = Quốc lộ, ``18 hdi`` = lễ hội)."""

_LONGEST = 40
_CODE = re.compile(r"\d.*[-/].*[A-ZĐÐ]{2}|^[A-ZĐÐ]{1,5}r?[-/][A-ZĐÐ]{1,5}$")
_NUMERIC = re.compile(r"[\d.,/%:+<>=-]+")
_ROMAN = re.compile(r"[IVX1l]{2,}")
_LE = re.compile(r"^[1lI|\[]?(?:8|&|@|é|€|¢|e|ê|è|ệ|ẹ|6|£|I|l|1|\|)$")
"""What an English engine makes of ``lệ`` after ``tỷ``: ``18``, ``1é``, ``1€``, ``|é`` ..."""
TY_LE = re.compile(r"[Tt][yýỳvV¥][lI1|][eéêè€6]")
"""``Tỷ lệ`` without its blank."""
_L_AND_LETTERS = re.compile(r"1[0468](?!(?:ha|km|kg|cm|mm|m|tr|th|h)$)[^\W\d_]{1,3}", re.IGNORECASE)
"""``16n``, ``16i``, ``18n``: an l and a vowel read as two digits (lớn, lối, lên); no number with its unit."""
_OI = re.compile(r"[^\W\d_]{1,2}61")
"""``t61``: an o with a mark and an i read as two digits (tối, mối)."""
_GLUED = re.compile(r"([2379]|\(?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?%?|\d+,\d+%?|\d+%))([^\W\d_]{2,}.*)")
"""A number glued to the word behind it: a digit that is no letter in disguise (``2tro`` = 2 trở), an amount or a share
(``6.420ty``, ``22,3%nam``)."""
_HYPHENATED = re.compile(r"[^\W\d_]{2,7}(?P<second>[-–][^\W\d_]{2,7}[.,;:]?)")
"""Two syllables with a hyphen and no blank between them, without capitals (``kinh tế-xã hội``); names of foreign places have
more of them, or capitals."""
_HORN = re.compile("([uwo])[’'](?=[^\\W\\d_])")
_LETTER = frozenset("IVXMHmhkpqr")
"""Letters that stand alone as numerals and units, not as what is left of a syllable."""
_ITEM = re.compile(r"\([ivx]{1,4}\)[.,;:]?")
"""The number of an item of a list in a sentence: ``(i)``, ``(iv)``."""
_VALUE = re.compile(r"[\d.,/%:+<>=-]+")
_LEAST_VALUES = 4


class Slot(NamedTuple):
    """A token in the lattice: its whole text, its parts (before, core, after), its symbol if it is not decoded, where
    it starts in the line."""

    token: str
    parts: tuple[str, str, str]
    symbol: str | None
    start: int


def decoded(printed: str) -> str:
    """A printed token as it is looked up: in lower case, but for a first capital that may be a ``Đ``, and with the horns that
    were printed as quotes.

    >>> decoded("Pang"), decoded("Tru’dng"), decoded("co'")
    ('Pang', 'trưdng', "co'")
    """
    lower = printed[0] + printed[1:].lower() if printed[:1] in "PBD" else printed.lower()
    return _HORN.sub(lambda m: "ư" if m[1] in "uw" else "ơ", lower) if "’" in lower or "'" in lower else lower


def _is_letters(word: str) -> bool:
    return any(c.isalpha() for c in word) or any(c in LOOK_ALIKES and not c.isdigit() for c in word)


_Parts = tuple[str, str, str]
"""A token as what stands before its core, the core, and what stands behind it."""


def _mended(
    tokens: Sequence[tuple[int, str]], index: int, parts: _Parts, previous: str, *, capitals: bool
) -> tuple[str, _Parts] | None:
    """The symbol and the parts of a token that the engine prints for one known word or number; None for any other."""
    start, token = tokens[index]
    before = tokens[index - 1][1] if index else ""
    if (previous in ("ty", "tv") and _LE.match(token)) or TY_LE.fullmatch(token):
        return "lệ", ("", token, "")
    if index and (dong := dong_behind(core(before)[1], token)):
        return "đồng", ("", "đồng", dong[4:])
    if parts[1] == "ta" and index and _VALUE.fullmatch(core(before)[1]):
        return "tạ", ("", "tạ", parts[2])
    if year := year_behind(token):
        return "năm", ("/", "năm", year[4:])
    if number := misread_number(parts, opens=start == 0, capitals=capitals):
        return NUMBER, (parts[0], number, parts[2])
    unit = raised_unit(token, before)
    return (NUMBER, ("", unit, "")) if unit else None


def _numbers_item(start: int, token: str, word: str, below: str, tokens: Sequence[tuple[int, str]]) -> bool:
    """Does a token number a chapter, an item or a row, or is it a unit, whatever letters it has?"""
    return bool(
        is_chapter(start, token, below)
        or is_unit(token)
        or (token[:3] == "/ha" and word == "ha")
        or IN_BRACKETS.fullmatch(token)
        or _ITEM.fullmatch(token)
        or (start and token == "A" and below.istitle())
        or (start == 0 and word in DIGITS_OF and (below[:1].isupper() or is_row(tokens)))
    )


def _is_no_word(start: int, word: str, behind: str, below: str, *, capitals: bool) -> bool:
    """Is a core a code, an abbreviation, a numeral or a letter, and nothing to decode?"""
    return bool(
        len(word) > _LONGEST  # no words, however many ran together; to align it takes the square of its length
        or is_code(word)
        or word in _LETTER
        or (start == 0 and len(word) == 1 and word.isascii() and behind[:1] == ")")
        or (sum(c.isdigit() for c in word) >= 2 and not (_L_AND_LETTERS.fullmatch(word) or _OI.fullmatch(word)))
        or re.fullmatch(r"\d{1,2}[A-ZĐ]{1,2}", word)
        or not _is_letters(word)
        or (_ROMAN.fullmatch(word) and set(word) & set("VX"))
        or (
            not capitals
            and sum(c.isalpha() for c in word) > 1
            and word.isupper()
            and not _opens_line(start, word, below)
        )
    )


def line_to_slots(line: str) -> Iterator[Slot]:
    """The tokens of a line; a symbol marks those that are not decoded.

    >>> [(s.token, s.symbol) for s in line_to_slots("ty 1é 54,0% khoa XIV, UBND | so 05-NQ/TU")]
    [('ty', None), ('1é', 'lệ'), ('54,0%', '<n>'), ('khoa', None), ('XIV,', '<x>'), ('UBND', '<x>'), ('|', ''), ('so', None), ('05-NQ/TU', '<x>')]
    """
    capitals = is_capital_line(line)
    previous = ""
    tokens = list(line_to_tokens(line))
    for index, (start, token) in enumerate(tokens):
        parts = core(without_note_sign(token))
        word = parts[1]
        below = tokens[index + 1][1] if index + 1 < len(tokens) else ""
        symbol: str | None = None
        if mended := _mended(tokens, index, parts, previous, capitals=capitals):
            symbol, parts = mended
        elif _numbers_item(start, token, word, below, tokens):
            symbol = OTHER
        elif token in ("TV", "TY") and _LE.match(below):
            parts = ("", "Ty", "")
        elif not capitals and ((word == "BO" and not below) or (word in ("BO", "SO") and below[:1].isupper())):
            parts = (parts[0], word.capitalize(), parts[2])
        elif not word:
            symbol = ""
        elif _NUMERIC.fullmatch(word) or token in ("%o", "%0"):
            symbol = NUMBER
        elif is_lam(word, tokens[index - 2 : index] if index > 1 else tokens[:index], below):
            symbol = None
        elif _is_no_word(start, word, parts[2], below, capitals=capitals):
            symbol = OTHER
        if parts[0] == "(" and word in ("ng", "tng"):
            parts = ("", *parts[1:])  # the mark of ``ứng`` read as a bracket
        if symbol is None and below:
            parts = (parts[0], parts[1], behind_word(parts[1], parts[2], below, line))
        previous = skeleton(word).lower()
        yield Slot(token, parts, symbol, start)


def may_be_word(slot: Slot) -> bool:
    """A number in brackets is one, and so is the one that numbers a line."""
    before, digits, behind = slot.parts
    return "(" not in before and (slot.start > 0 or not (behind or digits == "1"))


def _opens_line(start: int, word: str, below: str) -> bool:
    """A syllable of two letters at the start of a line, its vowel printed as a capital (``TO chirc`` = Tổ chức)."""
    return start == 0 and len(word) == 2 and word[1] in "AEIOUY" and word[0] not in "AEIOUY" and below[:1].islower()


def line_to_tokens(line: str) -> Iterator[tuple[int, str]]:
    """The tokens of a line with their offsets; ``người/năm`` is two, a code or a date is one.

    >>> list(line_to_tokens("sy/1 van 05/NQ-TU 1/2"))
    [(0, 'sy'), (2, '/1'), (5, 'van'), (9, '05/NQ-TU'), (18, '1/2')]
    >>> [token for _, token in line_to_tokens("kinh té-xa hdi, CT-XH, Covid-19 an-gié-ri")]
    ['kinh', 'té', '-xa', 'hdi,', 'CT-XH,', 'Covid-19', 'an-gié-ri']
    >>> [token for _, token in line_to_tokens("2tro 6.420ty 4,62triéu 22,3%nam 1.200ha/nam 30/NQ-HDND")]
    ['2', 'tro', '6.420', 'ty', '4,62', 'triéu', '22,3%', 'nam', '1.200', 'ha', '/nam', '30/NQ-HDND']
    """
    for match in re.finditer(r"\S+", line):
        start, token = match.start(), match.group()
        glued = _GLUED.fullmatch(token) if token[0] in "0123456789(" else None
        if glued:
            yield start, glued.group(1)
            start, token = start + len(glued.group(1)), glued.group(2)
        if "-" in token and token.islower() and (joined := _HYPHENATED.fullmatch(token)):
            yield start, token[: joined.start("second")]
            yield start + joined.start("second"), joined["second"]
        elif "/" not in token or is_code(token) or not any(c.isalpha() for c in token):
            yield start, token
        else:
            yield from ((start + part.start(), part.group()) for part in re.finditer(r"/?[^/]+|/", token))


def is_code(word: str) -> bool:
    """True for the code of a document, or the second half of one.

    >>> is_code("05-NQ/TU"), is_code("CTr/TU"), is_code("1/2")
    (True, True, False)
    """
    return bool(_CODE.search(word))


def is_row(tokens: Sequence[tuple[int, str]]) -> bool:
    """A row of a table: more values than a line of text has.

    >>> is_row(list(enumerate("14 làm 5,1 6,2 7,3 8,4 9,5".split()))), is_row([(0, "14"), (3, "5,1")])
    (True, False)
    """
    return sum(bool(_VALUE.fullmatch(token)) for _, token in tokens) > _LEAST_VALUES


def is_capital_line(line: str) -> bool:
    """A title in capitals, whose words are decoded; elsewhere words in capitals are abbreviations."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 5 and " " in line.strip() and sum(c.isupper() for c in letters) > 0.7 * len(letters)
