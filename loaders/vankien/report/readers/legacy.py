"""Text set in the fonts of before Unicode (TCVN3 "ABC": ``.VnTime``; VNI: ``VNI-Times``) → Vietnamese letters.

What such a file holds are Latin-1 characters that only its font shows as Vietnamese. The scheme is known by the name of
the font; in plain text, where fonts are lost, by how the letters are spread. The table is in ``data/legacy-encodings.tsv``.
"""

from __future__ import annotations

import importlib.resources
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

Scheme = Literal["tcvn3", "vni"]

_TABLE = "legacy-encodings.tsv"
_MODERN = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")
_LETTER = re.compile(r"[^\W\d_]|[\u00a1-\u00bf]")
_TCVN3 = re.compile("[\u00a7-\u00ae\u00b5-\u00b9\u00bb-\u00be]")
_VNI = re.compile("(?i:[ae][âáàåãäêéèúüë]|[aeouyôö][øùûõï]|oâ|oá|oà|oå|oã|oä|ñ)")
_LEAST_SHARE = 0.04
_LEAST_LETTERS = 40
_RHYME = re.compile(
    r"(?i)(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]{1,3}"
    r"(?:ch|nh|ng|[cmnpt])?"
)


@lru_cache(maxsize=2)
def _table(scheme: Scheme) -> tuple[Mapping[str, str], re.Pattern[str]]:
    text = (importlib.resources.files("vankien") / "data" / _TABLE).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    table = {printed: letter for name, printed, letter in rows if name == scheme}
    longest_first = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, longest_first)))


def to_letters(text: str, scheme: Scheme) -> str:
    """The Vietnamese letters of a text in a scheme; what the scheme does not know stays.

    >>> to_letters("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "tcvn3")
    'Cộng hoà xã hội chủ nghĩa Việt Nam'
    >>> to_letters("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "vni")
    'Cộng hòa xã hội chủ nghĩa Việt Nam'
    """
    table, pattern = _table(scheme)
    return pattern.sub(lambda m: table[m.group()], text)


def font_scheme(font: str) -> Scheme | None:
    """The scheme that a font's name tells; subset marks ("ABCDEF+") do not matter.

    >>> font_scheme(".VnTimeH"), font_scheme("ABCDEF+VNI-Times"), font_scheme("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    name = font.rsplit("+", 1)[-1].lower()
    if name.startswith((".vn", "vntime", "vnarial")):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) else None


def from_font(text: str, font: str) -> str:
    """The text of a run in a font: its letters where the font is of a scheme; fonts of capitals (``.VnTimeH``) hold small
    letters that they show as capitals.

    >>> from_font("Céng hoµ", ".VnTimeH"), from_font("Đảng", "Arial")
    ('CỘNG HOÀ', 'Đảng')
    """
    scheme = font_scheme(font)
    if scheme is None:
        return text
    letters = to_letters(text, scheme)
    is_capitals = scheme == "tcvn3" and re.search(r"H(?:,|$|-)", font.rsplit("+", 1)[-1]) is not None
    return letters.upper() if is_capitals else letters


def _are_syllables(text: str) -> bool:
    """True if nearly all words with marks are built as Vietnamese syllables are."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if not w.isascii()]
    return bool(words) and sum(bool(_RHYME.fullmatch(w)) for w in words) >= 0.9 * len(words)


def text_scheme(text: str) -> Scheme | None:
    """The scheme of a text whose fonts are not known; None for Unicode text, or where it is not plain to see.

    Text with letters that only Unicode has is Unicode; else the letters that stand for đ, ư and the commonest marked
    vowels of a scheme must be frequent, and what they give must be Vietnamese syllables.

    >>> text_scheme("Céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp, tù do, h¹nh phóc cña nh©n d©n"), text_scheme("Dén nam 2025")
    ('tcvn3', None)
    """
    letters = len(_LETTER.findall(text))
    if letters < _LEAST_LETTERS or len(_MODERN.findall(text)) > letters // 500:
        return None
    schemes: tuple[tuple[Scheme, re.Pattern[str]], ...] = (("tcvn3", _TCVN3), ("vni", _VNI))
    for scheme, marks in schemes:
        if len(marks.findall(text)) >= _LEAST_SHARE * letters and _are_syllables(to_letters(text, scheme)):
            return scheme
    return None
