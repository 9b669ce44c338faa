"""What an English OCR engine makes of single tokens that no word model can read back: the currency behind a numeral, a
number torn at its comma, the numeral of a chapter."""

from __future__ import annotations

import re

_NUMERAL = re.compile(r"t[yv]|tr[ij1l].{1,2}u|ngh.n|ng.n", re.IGNORECASE)
_DONG = re.compile(r"(?:[^\W\d]{1,4}[\[\]{}|#\\][^\W\d]?g|#[^\W\d]{0,3}g)(?P<after>[).,;:]*)")
"""``đồng`` with its two marks taken for a bracket or a hash: ``agry]g``, ``dgr{g``, ``#ing``."""
_CHAPTER = re.compile(r"[VX][-–.]")
_WHOLE = re.compile(r"\(?[<>~]?\d{1,3},")
_THOUSANDS = re.compile(r"\(?[<>~]?[1-9]\d{0,2}(?:\.\d{3})*\.")
_MISREAD = re.compile(r"[\dlIO]{1,3}(?:\.[\dlIO]{3})*(?:,[\dlIO]{1,3}%?|%)|[\dlIO]{1,3}(?:\.[\dlIO]{3})+")
_AS_DIGITS = str.maketrans("lIO", "110")
_A_YEAR = re.compile(r"/n[^\W_]m(?P<after>[).,;:]*)")
_TENTH = re.compile(r"\d%[.,;:)]*")
_UNIT = re.compile(r"(?:k?W|MW|MVA|kV|k?m|ha)[h.,;:)]*")
_WITH_DIGIT = re.compile(r"k?m[23][.,;:)]*")
_STRAY = "'|"


def dong_behind(numeral: str, token: str) -> str:
    """``đồng`` with its closing marks, if that is what a wrecked token behind a numeral stands for; else empty.

    >>> dong_behind("triéu", "agry]g)."), dong_behind("ty", "#ing,"), dong_behind("ty", "dong"), dong_behind("Du", "x]g")
    ('đồng).', 'đồng,', '', '')
    """
    wreck = _DONG.fullmatch(token)
    return f"đồng{wreck['after']}" if wreck and _NUMERAL.fullmatch(numeral) else ""


def is_chapter(start: int, token: str, behind: str = "") -> bool:
    """True for the numeral of one letter that opens a line (``V- NHIỆM VỤ``), and for the letter of a section in a cell of
    its own (``B | Chỉ tiêu``): it is no word.

    >>> is_chapter(0, "V-"), is_chapter(0, "X."), is_chapter(3, "V-"), is_chapter(0, "Va"), is_chapter(0, "B", "|")
    (True, True, False, False, True)
    """
    return start == 0 and bool(_CHAPTER.fullmatch(token) or (behind == "|" and re.fullmatch("[A-H]", token)))


def is_torn(before: str, token: str, behind: str) -> bool:
    """True for the tenths of a number that the engine tore behind its decimal comma: two numbers of a list do not share
    one sign or unit.

    True also for the last three digits of a number that it tore behind the point of its thousands, before a counted thing.

    >>> is_torn("88,", "4%,", ""), is_torn("386,", "5", "MW;"), is_torn("2,", "3", "xã"), is_torn("2027,", "9%", "")
    (True, True, False, False)
    >>> is_torn("12.", "640", "ty"), is_torn("12.", "640", "Trong"), is_torn("2027.", "640", "ty"), is_torn("12.", "64", "ha")
    (True, False, False, False)
    """
    tenth = _TENTH.fullmatch(token) or (token.isdigit() and len(token) == 1 and _UNIT.fullmatch(behind))
    thousands = re.fullmatch(r"\d{3}", token) and behind[:1].islower() and _THOUSANDS.fullmatch(before)
    return bool((_WHOLE.fullmatch(before) and tenth) or thousands)


def misread_number(word: str) -> str:
    """A number whose ones and zeros were read as letters, with its digits; empty for any other word.

    >>> misread_number("l8,4"), misread_number("3.OOO"), misread_number("2l%"), misread_number("l0"), misread_number("6.IO")
    ('18,4', '3.000', '21%', '', '')
    """
    if not _MISREAD.fullmatch(word) or not re.search(r"\d", word) or not re.search(r"[lIO]", word):
        return ""
    return word.translate(_AS_DIGITS)


def year_behind(token: str) -> str:
    """``/năm`` with its closing marks, if a token is what an engine makes of it (``/nim``); else empty.

    >>> year_behind("/nim,"), year_behind("/n4m"), year_behind("/nha"), year_behind("nim")
    ('/năm,', '/năm', '', '')
    """
    match = _A_YEAR.fullmatch(token)
    return f"/năm{match['after']}" if match else ""


def is_unit(token: str) -> bool:
    """True for a unit of area or volume with its digit (``m3``), which no word may be made of.

    >>> is_unit("m3;"), is_unit("km2"), is_unit("m6i")
    (True, True, False)
    """
    return bool(_WITH_DIGIT.fullmatch(token))


def without_strays(before: str) -> str:
    """The marks in front of a word without the specks and bits of rulings that the engine reads as quotes and bars."""
    return before.strip(_STRAY)
