"""Vietnamese text primitives: normal form, skeletons, tone placement, numbers, numerals, dates, slugs.

Pure functions over strings; the examples are the tests.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"


class _Skeletons(dict[int, str]):
    """The skeleton of each character, by its code point, for `str.translate`; reckoned when it is first asked for."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFD", chr(code))
        self[code] = bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
        return bare


_SKELETONS = _Skeletons(str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d"}))


def nfc(text: str) -> str:
    """The text in Unicode normal form C, as every offset of ours counts it."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def skeleton(text: str) -> str:
    """The ASCII skeleton: no tones, no circumflex, breve or horn, ``d`` for ``đ``; case and length of NFC text kept.

    >>> skeleton("Tỷ lệ che phủ rừng, Điện Biên")
    'Ty le che phu rung, Dien Bien'
    """
    return text.translate(_SKELETONS)


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """The skeleton in lower case with single blanks: for comparing labels whatever their spelling.

    >>> fold("  GRDP  bình quân Đầu người ")
    'grdp binh quan dau nguoi'
    """
    return " ".join(skeleton(text).lower().split())


_OPEN_RHYME = re.compile(r"^(.*?)(oa|oe|uy)$")


def tone_key(word: str) -> str:
    """One syllable with its tone on the letter where the older spelling puts it, so that both spellings agree.

    >>> [tone_key(w) for w in ("hoà", "hòa", "uỷ", "ủy", "quý", "toàn")]
    ['hòa', 'hòa', 'ủy', 'ủy', 'quý', 'toàn']
    """
    decomposed = unicodedata.normalize("NFD", word)
    tones = [c for c in decomposed if c in TONES]
    base = nfc("".join(c for c in decomposed if c not in TONES))
    match = _OPEN_RHYME.match(base.lower())
    if len(tones) != 1 or not match or match.group(1).endswith("q"):
        return nfc(word)
    at = len(base) - 2
    return nfc(base[: at + 1] + tones[0] + base[at + 1 :])


UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐÐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals, for a character class: a range ``À-Ỹ`` would take in most small letters too."""

_MOVABLE = re.compile(r"[^\W\d_]*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)
_OPEN_TONE = re.compile(r"[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\W\d_])")
"""What every such syllable ends in: a search for it costs a tenth of one for the syllable, which one text in a hundred has."""


@lru_cache(maxsize=65536)
def same_tones(text: str) -> str:
    """The text with every syllable's tone placed alike (`tone_key`); its length stays. Only the few syllables whose
    tone can stand on either letter are touched.

    >>> same_tones("Uỷ ban hoà giải, khoá XI, quý III")
    'Ủy ban hòa giải, khóa XI, quý III'
    """
    text = nfc(text)
    return _MOVABLE.sub(lambda m: tone_key(m.group()), text) if _OPEN_TONE.search(text) else text


def slug(text: str, limit: int = 80) -> str:
    """An ASCII key for an IRI: words of the skeleton joined by hyphens, cut at a word's end before `limit`.

    >>> slug("Đảng bộ tỉnh Lai Châu (XIV)")
    'dang-bo-tinh-lai-chau-xiv'
    """
    words = re.findall(r"[a-z0-9]+", fold(text))
    out = ""
    for word in words:
        if out and len(out) + 1 + len(word) > limit:
            break
        out = f"{out}-{word}" if out else word[:limit]
    return out


# --- numbers --------------------------------------------------------------------------------------

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
"""A number as Vietnamese documents print it; ``.`` groups thousands, ``,`` is the decimal mark."""

_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+(,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?")


def parse_number(text: str) -> Decimal | None:
    """The value of a number printed the Vietnamese way; None if the text is no number.

    A dot before exactly three digits groups thousands; before any other count it is a decimal mark that
    somebody typed the English way. Leading zeros ("02 huyện") are dropped.

    >>> [str(parse_number(t)) for t in ("1.234,5", "22.780", "3,91", "9.8", "02", "-0,95", "400.000", "XIV")]
    ['1234.5', '22780', '3.91', '9.8', '2', '-0.95', '400000', 'None']
    """
    text = text.strip().replace("−", "-").replace("–", "-")
    if _GROUPED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def plain(value: Decimal) -> str:
    """A decimal without exponent or needless zeros.

    >>> [plain(Decimal(t)) for t in ("54.0", "1E+3", "0.40", "3.91")]
    ['54', '1000', '0.4', '3.91']
    """
    text = format(value.normalize(), "f")
    return "0" if text in ("-0", "") else text


def write_number(text: str, lang: str) -> str:
    """A plain decimal number as people of that language write it.

    >>> write_number("12345.5", "vi"), write_number("12345.5", "en"), write_number("2030", "vi")
    ('12.345,5', '12,345.5', '2.030')
    """
    whole, _, rest = text.partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", digits)
    written = sign + grouped + (f",{rest}" if rest else "")
    return written if lang == "vi" else written.translate(str.maketrans(".,", ",."))


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN = r"(?=[XVIL])L?X{0,4}(?:IX|IV|V?I{0,3})"


def parse_roman(text: str) -> int | None:
    """The value of a Roman numeral up to 89, None for anything else (also for badly formed ones).

    >>> [parse_roman(t) for t in ("XIV", "IX", "IIII", "XVa", "")]
    [14, 9, None, None, None]
    """
    if not text or not re.fullmatch(ROMAN, text):
        return None
    values = [_ROMAN[c] for c in text]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def to_roman(number: int) -> str:
    """The Roman numeral of a number from 1 to 89.

    >>> [to_roman(n) for n in (1, 4, 9, 14, 15)]
    ['I', 'IV', 'IX', 'XIV', 'XV']
    """
    out = ""
    for value, text in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            out, number = out + text, number - value
    return out


# --- dates ----------------------------------------------------------------------------------------

_SLASHED = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})")
_WORDED = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)


def parse_date(text: str) -> str | None:
    """The first date of a text as ISO, day before month; None if there is none or it cannot be.

    >>> parse_date("ngày 03 tháng 11 năm 2023"), parse_date("ngày 8/12/2020"), parse_date("31/02/2021")
    ('2023-11-03', '2020-12-08', None)
    """
    match = _WORDED.search(text) or _SLASHED.search(text)
    if not match:
        return None
    day, month, year = (int(g) for g in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def is_upper(text: str) -> bool:
    """True if the text has letters and all of them are capitals.

    >>> is_upper("BÁO CÁO 2023"), is_upper("Báo cáo"), is_upper("2023")
    (True, False, False)
    """
    return text.upper() == text and text.lower() != text
