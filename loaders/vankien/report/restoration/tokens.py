"""What an English OCR engine makes of single tokens that no word model can read back: the currency behind a numeral, a
number torn at its comma, the numeral of a chapter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_NUMERAL = re.compile(r"t[yv]|tr[ij1l].{1,2}u|ngh.n|ng.n", re.IGNORECASE)
_DONG = re.compile(r"(?:[^\W\d]{1,4}[\[\]{}|#\\][^\W\d]?g|#[^\W\d]{0,3}g)(?P<after>[).,;:]*)")
"""``đồng`` with its two marks taken for a bracket or a hash: ``agry]g``, ``dgr{g``, ``#ing``."""
_CHAPTER = re.compile(r"(?=[1l|]*[IVX])[IVX1l|]{1,5}[-–.]")
_LETTERED = re.compile(r"[A-HĐ](?:[.)/]|[-–])")
_WHOLE = re.compile(r"\(?[<>~]?\d{1,3},")
_THOUSANDS = re.compile(r"\(?[<>~]?[1-9]\d{0,2}(?:\.\d{3})*\.")
_LIKE = r"[\dlIOS]"
_PRINTED = rf"{_LIKE}{{1,3}}(?:\.{_LIKE}{{3}})*,{_LIKE}{{1,3}}|{_LIKE}{{1,3}}(?:\.{_LIKE}{{3}})+"
_MISREAD = re.compile(_PRINTED)
_MISREAD_SHARE = re.compile(rf"{_PRINTED}|{_LIKE}{{1,3}}")
_MISREAD_COUNT = re.compile(r"[\dlIO]{3,4}|[lI][02-9]|[1-9]O|[2-9][lI]|ll")
"""No word of two letters looks like these: none ends in an l, and none is made of an l and a vowel's look-alike alone
where the words' model would not say so (``l8`` may still be ``lệ``)."""
_NUMBERS_ITEM = re.compile(r"[\dlI]{1,2}")
_AS_DIGITS = str.maketrans("lIOS", "1105")
_A_YEAR = re.compile(r"/[nm][^\W_]m(?P<after>[).,;:]*)")
_TENTH = re.compile(r"\d%[.,;:)]*")
_UNIT = re.compile(r"(?:k?W|MW|MVA|kV|k?m|ha|di.m)[h.,;:)%]*")
_RAISED = re.compile(r"(k?m)([?®])([.,;:)]*)")
_WITH_DIGIT = re.compile(r"(?:k?m[23]|[cm]m)[.,;:)]*")
_LAM = re.compile(r"1[48]m")
_FARMS = re.compile(r"ngh[^\W\d]+p\W*|s[^\W\d]nh[,;.]*")
_FIELDS = re.compile(r"n[^\W_]ng\b", re.IGNORECASE)
_STRAY = "'|"


def dong_behind(numeral: str, token: str) -> str:
    """``đồng`` with its closing marks, if that is what a wrecked token behind a numeral stands for; else empty.

    >>> dong_behind("triéu", "agry]g)."), dong_behind("ty", "#ing,"), dong_behind("ty", "dong"), dong_behind("Du", "x]g")
    ('đồng).', 'đồng,', '', '')
    """
    wreck = _DONG.fullmatch(token)
    return f"đồng{wreck['after']}" if wreck and _NUMERAL.fullmatch(numeral) else ""


def is_chapter(start: int, token: str, behind: str = "") -> bool:
    """True for the numeral or the letter that opens a line (``V- NHIỆM VỤ``, ``I1- MỤC TIÊU``, ``B. PHƯƠNG HƯỚNG``), and for
    the letter of a section or a row in a cell of its own (``B | Chỉ tiêu``, ``a | Ngân sách``): it is no word.

    >>> is_chapter(0, "V-"), is_chapter(0, "X."), is_chapter(3, "V-"), is_chapter(0, "Va"), is_chapter(0, "B", "|"), is_chapter(0, "I1-")
    (True, True, False, False, True, True)
    >>> is_chapter(0, "B."), is_chapter(0, "C-"), is_chapter(2, "B."), is_chapter(0, "O.")
    (True, True, False, False)
    """
    opened = _CHAPTER.fullmatch(token) or _LETTERED.fullmatch(token)
    return start == 0 and bool(opened or (behind == "|" and re.fullmatch("[A-Ha-h]", token)))


def is_torn(before: str, token: str, behind: str) -> bool:
    """True for the tenths of a number that the engine tore behind its decimal comma: two numbers of a list do not share
    one sign or unit.

    True also for the last three digits of a number that it tore behind the point of its thousands, before a counted thing.

    >>> is_torn("88,", "4%,", ""), is_torn("386,", "5", "MW;"), is_torn("2,", "3", "xã"), is_torn("2027,", "9%", "")
    (True, True, False, False)
    >>> is_torn("6,", "85", "ty"), is_torn("7,", "5", "diém%"), is_torn("1.", "584,6", "nghin"), is_torn("6,", "85", "xã")
    (True, True, True, False)
    >>> is_torn("12.", "640", "ty"), is_torn("12.", "640", "Trong"), is_torn("2027.", "640", "ty"), is_torn("12.", "64", "ha")
    (True, False, False, False)
    """
    tenth = _TENTH.fullmatch(token) or (token.isdigit() and len(token) == 1 and _UNIT.fullmatch(behind))
    tenth = tenth or (re.fullmatch(r"\d{1,2}", token) and _NUMERAL.fullmatch(behind))
    thousands = re.fullmatch(r"\d{3}(?:,\d+)?", token) and behind[:1].islower() and _THOUSANDS.fullmatch(before)
    return bool((_WHOLE.fullmatch(before) and tenth) or thousands)


def misread_number(parts: tuple[str, str, str], *, opens: bool = False, capitals: bool = False) -> str:
    """A number whose digits were read as letters (l, I for 1, O for 0, S for 5), with its digits; empty for any other word.

    In: what stands before the word, the word, what stands behind it; whether it opens a line, whether the line is one of
    capitals.

    >>> [misread_number(("", w, "")) for w in ("l8,4", "3.OOO", "9S,4", "4l2", "29O", "l5", "ll", "lo", "6.IO", "S6", "III")]
    ['18,4', '3.000', '95,4', '412', '290', '15', '11', '', '', '', '']
    >>> [misread_number(("", w, "%")) for w in ("2l", "S0", "S", "14-l5", "la")]
    ['21', '50', '5', '14-15', '']
    >>> misread_number(("(", "l3", ")-"), opens=True), misread_number(("(", "II", ")"), opens=True)
    ('13', '')
    """
    before, word, after = parts
    if not word or not word[:1] in "0123456789lIOS" or not re.search("[lIOS]", word):
        return ""
    sides = word.split("-")
    share = after[:1] == "%"
    if len(sides) == 2 and all(sides) and any(s.translate(_AS_DIGITS) == s for s in sides):
        read = [s if re.fullmatch(r"[\d.,]+", s) else misread_number(("", s, after)) for s in sides]
        return "-".join(read) if all(read) else ""
    has_digit = any(c.isdigit() for c in word)
    numbers = opens and before == "(" and after[:1] == ")" and (has_digit or "l" in word)
    certain = (
        (has_digit and _MISREAD.fullmatch(word))
        or (share and _MISREAD_SHARE.fullmatch(word))
        or (numbers and _NUMBERS_ITEM.fullmatch(word))
        or (not capitals and _is_count(word))
    )
    return word.translate(_AS_DIGITS) if certain else ""


def _is_count(word: str) -> bool:
    """A whole number of two to four digits, one of them read as a letter."""
    return bool(_MISREAD_COUNT.fullmatch(word)) and (
        len(word) == 2 or (sum(map(str.isdigit, word)) > 1 and not set(word) <= set("1lI"))
    )


def raised_unit(token: str, before: str) -> str:
    """A unit of area or volume whose raised digit was read as a sign (``km?``, ``m®``), behind a number or a numeral; else
    empty.

    >>> raised_unit("km?,", "13.240"), raised_unit("m®)", "triéu"), raised_unit("m?", "xa")
    ('km2,', 'm3)', '')
    """
    match = _RAISED.fullmatch(token)
    if not match or not (before[-1:].isdigit() or _NUMERAL.fullmatch(before)):
        return ""
    return f"{match[1]}{'3' if match[2] == '®' else '2'}{match[3]}"


@lru_cache(maxsize=16384)
def year_behind(token: str) -> str:
    """``/năm`` with its closing marks, if a token is what an engine makes of it (``/nim``); else empty.

    >>> year_behind("/nim,"), year_behind("/mam"), year_behind("/nha"), year_behind("nim")
    ('/năm,', '/năm', '', '')
    """
    match = _A_YEAR.fullmatch(token)
    return f"/năm{match['after']}" if match else ""


@lru_cache(maxsize=16384)
def is_unit(token: str) -> bool:
    """True for a unit of area or volume with its digit (``m3``) or a small length, which no word may be made of.

    >>> is_unit("m3;"), is_unit("km2"), is_unit("m6i")
    (True, True, False)
    """
    return bool(_WITH_DIGIT.fullmatch(token))


def is_lam(word: str, before: Sequence[tuple[int, str]], behind: str) -> bool:
    """True for a ``lâm`` of agriculture and forestry whose letters were read as digits: no length in metres stands there.

    >>> is_lam("14m", [(0, "nong,")], "thay"), is_lam("18m", [(0, "-")], "nghiép"), is_lam("14m", [(0, "dai")], "va")
    (True, True, False)
    """
    if not _LAM.fullmatch(word):
        return False
    return bool(_FARMS.fullmatch(behind) or any(_FIELDS.match(token) for _, token in before))


def behind_word(word: str, after: str, below: str, line: str) -> str:
    """The marks behind a word inside a line, without those that are a mark of its last letter (``ct?`` = cứ) or a speck: a
    full stop before a small letter, a question mark there or in ``Căn cứ`` where the line asks nothing.

    >>> [behind_word(*w, "Can ct? Luat") for w in (("ct", "?", "Luat"), ("phu", ".", "ban"), ("a", ".", "ban"), ("phu", ".", "Ban"))]
    ['', '', '.', '.']
    >>> behind_word("gi", "?", "Theo", "Muc tiéu la gi? Theo"), behind_word("thi", "?", "XI;", "lan thi? XI;")
    ('?', '')
    """
    inside = below[:1].islower() or _GROUNDS.match(line)
    if after in ("?", "’?", "?’", "'?") and (inside or _NUMERAL_BELOW.fullmatch(below)) and not _ASKS.search(line):
        return ""
    if after == "." and below[:1].islower() and len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED:
        return ""
    return after


_NUMERAL_BELOW = re.compile(r"[IVX]{1,5}[.,;:)]*")
_GROUNDS = re.compile(r"C[aăâ]n c\w{1,2}\?")
_ASKS = re.compile(r"\b(?:g[iì]|n[aà]o|kh[oéeô]ng|sao|m[aáâấéd]y|nhi[eéê]u|ai|[đdP]au)\b", re.IGNORECASE)
_SHORTENED = frozenset({"tp", "tx", "tt", "tr", "st", "gs", "ts", "vv", "bs", "ths", "pgs", "cn", "ks"})


def without_strays(before: str) -> str:
    """The marks in front of a word without the specks and bits of rulings that the engine reads as quotes and bars."""
    return before.strip(_STRAY)


_NOTE_SIGN = re.compile(
    r"(?P<word>\W*[^\W\d_][^\W_]*[^\W\d_])(?:[®°*©]{1,2}%?\d{0,2}|%(?=[.,;:])|%\d{1,2}|[?!]\*?\d{1,2})(?P<after>[.,;:)]*)"
)
_POINTS = re.compile(r"\W*d.{1,2}m", re.IGNORECASE)


@lru_cache(maxsize=16384)
def without_note_sign(token: str) -> str:
    """A word without what such an engine makes of the raised number of a note behind it (``pha?2.``, ``tinh%,``, ``luc®.``).

    >>> [without_note_sign(t) for t in ("pha?2.", "tinh%,", "luc®.", "so*3.", "t6i%3.", "diém%,", "gi?", "km?,", "5%,", "cao!")]
    ['pha.', 'tinh,', 'luc.', 'so.', 't6i.', 'diém%,', 'gi?', 'km?,', '5%,', 'cao!']
    """
    signed = _NOTE_SIGN.fullmatch(token)
    if not signed or _POINTS.fullmatch(signed["word"]):
        return token
    return signed["word"] + signed["after"]
