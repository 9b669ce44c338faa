"""Capitals that an English OCR engine misread: Roman numerals (``X1V``), abbreviations and codes (``HPND``, ``QD-UBND``).

These are not decoded as words. A numeral is repaired if the result is one; an abbreviation if exactly one of the
lists' abbreviations looks like it when every ``D``, ``P``, ``B`` or ``N`` may be a ``Đ`` that lost its bar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product

from vankien.model import Lexicon
from vankien.vietnamese import parse_roman, skeleton

_NUMERAL = re.compile(r"[IVX1l|]+H?")
_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}")
_PART = re.compile(r"[^\W\d_]{2,}")
_REQUEST = re.compile(r"(?<=/)TT[Ttif]-(?=[A-ZĐ])")
"""The genre ``TTr`` (Tờ trình) of a code, its r misread."""
_SCHEME = re.compile(r"(?<=\d-)[bdp]A(?=/TU)")
"""A scheme of a Party committee (``ĐA``), whose ``Đ`` was read as a small letter."""
_PREMIER = re.compile(r"(?<=-)TT[yq](?=[.,;:)]*$)")
"""The issuer ``TTg`` (Thủ tướng) of a code, its g misread."""
_CONCLUSION = re.compile(r"(?<=\d-)K[I1l](?=/T[WU])")
"""The genre ``KL`` (Kết luận) of a code of the Party, its l misread."""
_BARRED = "DPB"


@lru_cache(maxsize=4)
def abbreviations(lexicon: Lexicon) -> frozenset[str]:
    """Every abbreviation in capitals that stands in a label, a spelling or a code suffix of the lists."""
    found: set[str] = set()
    for concepts in lexicon.schemes.values():
        for concept in concepts:
            texts: Iterable[str] = (*concept.all_spellings(), *concept.properties.get("notation", ()))
            for text in texts:
                found.update(_ABBREVIATION.findall(text))
    return frozenset(found)


def restore_numeral(token: str) -> str:
    """A Roman numeral with ``1``, ``l`` or ``|`` read as ``I``, a last ``H`` as two of them; other tokens stay.

    >>> [restore_numeral(t) for t in ("X1V", "XIl", "V1", "11", "2V", "XIV", "XIH", "VH")]
    ['XIV', 'XII', 'VI', '11', '2V', 'XIV', 'XIII', 'VII']
    """
    match = re.fullmatch(r"(\W*)(" + _NUMERAL.pattern + r")(\W*)", token)
    if not match or not set(match.group(2)) & set("VX"):
        return token
    numeral = re.sub(r"[1l|]", "I", match.group(2)).replace("H", "II")
    return match.group(1) + numeral + match.group(3) if parse_roman(numeral) else token


IN_BRACKETS = re.compile(r"\((?=[^)]*(?:l|11))(?=[^)]*[A-HJ-Z])[A-Z1l]{2,4}\)[.,;:]*")
"""An abbreviation in brackets with an ``I`` read as an l, or two of them as 11: ``(Al)``, ``(11P)``."""


def restore_label(token: str) -> str:
    """The numeral of a heading at the start of a line in capitals, where ``1`` stands for ``I``.

    >>> [restore_label(t) for t in ("11-", "I11-", "111.", "1V-", "12.")]
    ['II-', 'III-', 'III.', 'IV-', '12.']
    """
    match = re.fullmatch(r"([IVX1l|]{1,5})([-–.])", token)
    numeral = re.sub(r"[1l|]", "I", match.group(1)) if match else ""
    return numeral + match.group(2) if match and parse_roman(numeral) else token


def restore_abbreviation(part: str, known: frozenset[str]) -> str:
    """An abbreviation with its ``Đ`` back, if the lists know exactly one that fits; else as it is.

    >>> known = frozenset({"HĐND", "UBND", "QĐ", "NQ"})
    >>> [restore_abbreviation(p, known) for p in ("HPND", "UBND", "QD", "ABC")]
    ['HĐND', 'UBND', 'QĐ', 'ABC']
    """
    if part in known or not part.isupper():
        return part
    choices = [(c, "Đ") if c in _BARRED else (c,) for c in part]
    if sum(len(c) > 1 for c in choices) > 4:
        return part
    fitting = {form for form in map("".join, product(*choices)) if form in known}
    return fitting.pop() if len(fitting) == 1 else part


def restore_capitals(token: str, known: frozenset[str]) -> str:
    """A token that the decoder leaves alone, its numeral or its abbreviations repaired; digits stay.

    >>> restore_capitals("30/QD-UBND", frozenset({"QĐ", "UBND"})), restore_capitals("X1V,", frozenset())
    ('30/QĐ-UBND', 'XIV,')
    >>> restore_capitals("(11P),", frozenset()), restore_capitals("(Al)", frozenset()), restore_capitals("(A1)", frozenset())
    ('(IIP),', '(AI)', '(A1)')
    >>> restore_capitals("48-K1/TW,", frozenset())
    '48-KL/TW,'
    >>> restore_capitals("82/TTT-SNN", frozenset()), restore_capitals("91/QĐ-TTy,", frozenset())
    ('82/TTr-SNN', '91/QĐ-TTg,')
    >>> restore_capitals("07-bA/TU,", frozenset({"TU"}))
    '07-ĐA/TU,'
    """
    if IN_BRACKETS.fullmatch(token):
        return re.sub("[1l]", "I", token)
    token = _CONCLUSION.sub("KL", _SCHEME.sub("ĐA", _PREMIER.sub("TTg", _REQUEST.sub("TTr-", token))))
    numeral = restore_numeral(token)
    if numeral != token:
        return numeral
    return _PART.sub(lambda m: restore_abbreviation(m.group(), known), token) if skeleton(token).isascii() else token
