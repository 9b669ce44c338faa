"""Words of the headers of scanned tables, and which of them a printed word stands for though the engine misread it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.words import Atom, line_to_atoms
from vankien.vietnamese import ROMAN, fold, is_upper

HEADER_WORDS = frozenset({
    "thuc", "hien", "nghi", "quyet", "dai", "hoi", "muc", "tieu", "chi", "don", "vi", "tinh", "nam", "uoc",
    "ghi", "chu", "so", "sanh", "voi", "den", "stt", "tt", "nqdh", "nqbh", "ket", "qua", "danh", "gia",
    "ke", "hoach", "giai", "doan", "ty", "le", "dang", "bo", "nhiem", "ky", "cuoi", "ca", "lan", "thu", "dvt",
    "noi", "dung", "ten", "kien",
})  # fmt: skip
"""Words of table headers, folded."""
_SHORT = {
    "th": "thuc", "uth": "uoc", "kh": "ke", "mt": "muc", "mtnq": "nghi", "nq": "nghi", "dh": "nghi", "bvt": "dvt", "pvt": "dvt",
}  # fmt: skip
"""Abbreviations of headers (``Ước TH``, ``KH 2026``, ``MTNQ``; ``ĐVT`` as it is read) by the word that they stand for."""
_GLUED = {
    "muctieu": "muc", "kehoach": "ke", "thuchien": "thuc", "uocthuc": "uoc", "sosanh": "so", "danhgia": "danh",
    "nghiquyet": "nghi", "ghichu": "ghi", "chitieu": "chi", "donvi": "don", "donvitinh": "don", "ketqua": "ket", "uocthuchien": "uoc",
}  # fmt: skip
"""Two words of a header without the blank between them, by the first."""
_GLUED_SHORT = re.compile(
    r"n.m(?P<year>(?:19|20)\d\d)|(?:(?P<opener>th|kh|nq|mt)|u\w{0,4}th)(?:nam|dai|20\d\d)|u[o0e6]{1,2}cth"
)
"""An abbreviation and the word or year behind it without the blank (``THnăm``, ``NQĐại``, ``năm2023``, ``ƯớcTH``)."""
_OPENER_AND_YEAR = re.compile(r"(?:th|kh|nq|mt|u\w{0,4}th)((?:19|20)\d\d)")
"""An abbreviation and its year (``KH2023``)."""
CHANGE = "Tăng/giảm (%)"
"""The header text of a column of changes in per cent."""
_SMUDGED_ROMAN = re.compile(r"[XVI][XVIl1]+")
"""A Roman number whose strokes were read as other letters (``XVl``)."""


def header_word(atom: Atom) -> str:
    """The header word that a printed word stands for, also with one letter wrong; empty for any other word."""
    smudged = _SMUDGED_ROMAN.fullmatch(atom.printed)
    printed = re.sub("[l1]", "I", atom.printed) if smudged else atom.printed
    if re.fullmatch(ROMAN, printed.upper()) and len(printed) > 1:
        return printed.lower()
    return _header_word(atom.key) or _header_word(_plain(atom.read))


def is_abbreviated(line: BodyLine) -> bool:
    """A line of abbreviations of columns alone (``NQ TH TH TH ƯTH``), which is no title though it is in capitals."""
    keys = [a.key for a in line_to_atoms(line)]
    return len(keys) > 1 and all(k in _SHORT or k in ("tt", "stt", "kq") for k in keys)


def line_to_header_words(line: BodyLine) -> list[str]:
    """The header words of a line, from left to right."""
    words: list[str] = []
    for atom in line_to_atoms(line):
        if word := header_word(atom):
            words.append(word)
        if (dated := _OPENER_AND_YEAR.fullmatch(_plain(atom.printed))) and not word.isdigit():
            words.append(dated[1])
    return words


def header_words_of(blocks: Sequence[Sequence[BodyLine]]) -> set[str]:
    """The header words in the lines of the headers of a table."""
    return {w for block in blocks for line in block for w in line_to_header_words(line)}


@lru_cache(maxsize=16384)
def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(text))


@lru_cache(maxsize=16384)
def _header_word(key: str) -> str:
    if key in HEADER_WORDS or re.fullmatch(r"(?:19|20)\d\d", key):
        return key
    if key in _SHORT:
        return _SHORT[key]
    if key in _GLUED:
        return _GLUED[key]
    if glued := _GLUED_SHORT.fullmatch(key):
        return glued["year"] or _SHORT.get(glued["opener"] or "", "uoc")
    if len(key) >= 4:
        near = sorted(w for w in HEADER_WORDS if len(w) >= 4 and Levenshtein.distance(w, key, score_cutoff=1) <= 1)
        if near:
            return near[0]
    if len(key) == 3 and "nghi".startswith(key):
        return "nghi"
    if len(key) == 3 and key[0] == "u" and key != "uan" and Levenshtein.distance(key, "uoc") <= 2 and key[-1] in "ce":
        return "uoc"
    return ""


_SECTION = re.compile(r"(?:[IVXl1]{1,4}|[A-H])\s*[|.)]\s*(?:Chỉ|CHỈ) ")
"""``B | Chỉ tiêu xây dựng Đảng``: a row over others, though its words stand in headers too."""
_NUMBERED = re.compile(rf"(?:{ROMAN}|[IVXl1]{{1,4}}|[A-H])\s*[|.)]\s*(?=\D)")
_ENCLOSED = re.compile(r"\W*(?:kem theo|theo|ban hanh)\b")


def is_section(text: str) -> bool:
    """A row over others, also one in capitals (``I | VỀ KINH TẾ``), or the line of the document that a table is an annex of
    (``(Kèm theo Nghị quyết ...``), though their words stand in headers too."""
    numbered = _NUMBERED.match(text)
    capital = numbered is not None and is_upper(text[numbered.end() :])
    return bool(_SECTION.match(text)) or capital or (text[:1] == "(" and bool(_ENCLOSED.match(fold(text))))
