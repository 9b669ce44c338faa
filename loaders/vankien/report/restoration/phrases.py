"""Phrases of these documents that the words' model misses in a restored line, because what decides is a number, a numeral
or a capital beside the word: ``khoảng 6,3%``, ``lần thứ XV``, ``Sở Xây dựng``, ``Đông Khê (cũ)``, ``chỉ tiêu NQ IX``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.restoration.collocations import NUMBER, collocated
from vankien.report.restoration.ngrams import core
from vankien.vietnamese import ROMAN, skeleton

_AMOUNT = re.compile(r"(?:\d{2,}|\d[\d.,]+)%?")
_ROMAN = re.compile(ROMAN)
_FORMER = re.compile(r"\(c[^\W\d_]{1,2}\)[.,;:]*")
_ORDINAL = frozenset({"tha", "thu", "the", "thir", "thtr", "thi"})
_TIMES = frozenset({"lan", "la", "lon", "len"})
_RANKED = frozenset({"xep", "tri", "hang"})
_DEPARTMENTS = frozenset({
    "Công", "Du", "Dân", "Giao", "Giáo", "Khoa", "Kế", "Lao", "Ngoại", "Nội", "Nông", "Quốc", "Thông", "Tài", "Tư", "Văn", "Xây", "Y",
})  # fmt: skip
"""First syllables of the names of a province's departments, and of ministries."""
_OFFICES = {"so": "sở", "bo": "bộ"}
"""A department and a ministry as they are misread."""
_SQUARE = frozenset({"m2", "m²"})
"""``3.046 m2 đất``: nothing else stands behind square metres that looks like it, but ``đạt`` before a number."""
_SETS = frozenset({"NQ", "NQĐH", "MTNQ", "Nghị"})
_HEADS = frozenset({"dan", "so", "bo", "chi", "khoang", "muc", "toi", "lan", "la", "lon", "len", "xep", "tri", "hang"})


def _same_case(like: str, word: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


def restore_phrases(tokens: Sequence[str]) -> list[str]:
    """The tokens of a restored line, the words of such phrases put right.

    >>> " ".join(restore_phrases("cả nước khoáng 6,3%; lan tha XV; Số Xây dựng; Khê (cù), đạt chi tiêu NQ IX".split()))
    'cả nước khoảng 6,3%; lần thứ XV; Sở Xây dựng; Khê (cũ), đạt chỉ tiêu NQ IX'
    >>> " ".join(restore_phrases("thuộc Bỏ Xây dựng, Bố trí vốn".split()))
    'thuộc Bộ Xây dựng, Bố trí vốn'
    >>> " ".join(restore_phrases("cán bộ dần vận, dẫn vạn".split()))
    'cán bộ dân vận, dẫn vạn'
    >>> " ".join(restore_phrases("ĐẠI HỘI LÀN THƯ XI".split()))
    'ĐẠI HỘI LẦN THỨ XI'
    >>> " ".join(restore_phrases("hiến 910 m2 đạt, sàn 640 m2 đạt 95%".split()))
    'hiến 910 m2 đất, sàn 640 m2 đạt 95%'
    >>> " ".join(restore_phrases("Vùng kinh tế 11, đô thị loại 11; giai đoạn I1, xã loại 11; đảng viên 13 cấp ủy viên".split()))
    'Vùng kinh tế II, đô thị loại II; giai đoạn II, xã loại 11; đảng viên là cấp ủy viên'
    >>> " ".join(restore_phrases("Số 12, chi tiêu công, quặng khoáng sản, tới thiếu 3%, mục 65 triệu, xếp tha 24/63".split()))
    'Số 12, chi tiêu công, quặng khoáng sản, tối thiểu 3%, mức 65 triệu, xếp thứ 24/63'
    >>> " ".join(restore_phrases("chiếm 58%: kiểm tra 25 tổ chức; đạt 60%: trong đó".split()))
    'chiếm 58%; kiểm tra 25 tổ chức; đạt 60%: trong đó'
    """
    out = list(tokens)
    cores = [core(t)[1] for t in tokens]
    for at, word in enumerate(cores):
        if (listed := _SHARE_AND_COLON.fullmatch(tokens[at])) and _NEW_CLAUSE.match(" ".join(tokens[at + 1 : at + 2])):
            out[at] = f"{listed['share']};"
        if right := collocated(cores, tokens, at):
            out[at] = tokens[at].replace(word, _same_case(word, right), 1)
            continue
        if at and _FORMER.fullmatch(tokens[at]) and cores[at - 1].istitle():
            out[at] = f"(cũ){tokens[at][tokens[at].index(')') + 1 :]}"
            continue
        if word == "đạt" and at and cores[at - 1] in _SQUARE and not NUMBER.match("".join(cores[at + 1 : at + 2])):
            out[at] = tokens[at].replace(word, "đất", 1)
            continue
        plain = skeleton(word).lower() if word else ""
        if plain in _HEADS:
            for offset, new in enumerate(_phrase(cores, tokens, at, plain)):
                old = cores[at + offset]
                out[at + offset] = tokens[at + offset].replace(old, _same_case(old, new), 1)
    return out


_SHARE_AND_COLON = re.compile(r"(?P<share>\d[\d.,]*%):;?")
_NEW_CLAUSE = re.compile(r"(?!gồm|trong|cụ|cấp|khu|ngành|nam|nữ)[a-zà-ỹđ]{2}")
"""A semicolon behind a share whose dots ran together: ``chiếm 13%: giải quyết 3 đơn``."""


def _phrase(cores: Sequence[str], tokens: Sequence[str], at: int, plain: str) -> tuple[str, ...]:
    """The first words of the phrase that opens at a token, as they should be spelled; empty if none opens there."""
    word, behind = cores[at], [*cores[at + 1 : at + 3], "", ""]
    second = skeleton(behind[0]).lower()
    if any(core(t)[2] for t in tokens[at : at + 1]):
        return ()  # a mark ends the phrase
    if plain in _OFFICES and word.istitle() and behind[0] in _DEPARTMENTS:
        return (_OFFICES[plain],)
    if plain == "khoang" and NUMBER.fullmatch(behind[0]):
        return ("khoảng",)
    if plain == "muc" and word.islower() and _AMOUNT.fullmatch(behind[0]):
        return ("mức",)
    if plain == "dan" and word.islower() and behind[0] == "vận":
        return ("dân",)
    if plain == "toi" and second == "thieu" and NUMBER.fullmatch(behind[1]):
        return ("tối", "thiểu")
    if plain == "chi" and second == "tieu" and (behind[1] in _SETS or skeleton(behind[1]).lower() == "nghi"):
        return ("chỉ", "tiêu")
    if plain in _TIMES and second in _ORDINAL and _ROMAN.fullmatch(behind[1] or "-"):
        return ("lần", "thứ")
    if plain in _RANKED and second in _ORDINAL and re.match(r"\d", behind[1]):
        return (word.lower(), "thứ")
    return ()
