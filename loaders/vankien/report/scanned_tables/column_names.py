"""What the columns of a scanned table hold, by the words that open them, and how typed headers call them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.header_words import line_to_header_words
from vankien.vietnamese import ROMAN, fold

KINDS = {
    "nghi": "target",
    "muc": "target",
    "ke": "target",
    "thuc": "result",
    "uoc": "result",
    "kien": "result",
    "ket": "result",
    "so": "compare",
    "danh": "verdict",
}
ONE_CELL = frozenset({("muc", "nghi"), ("uoc", "thuc"), ("ket", "thuc")})
"""Openers that are words of one cell where they follow one another: ``Mục tiêu Nghị quyết``, ``Ước thực hiện``."""


def years_of(line: BodyLine) -> list[int]:
    """The years that stand alone as words of a header line, from left to right."""
    return years_in(line_to_header_words(line))


def years_in(words: Sequence[str]) -> list[int]:
    """The years among header words, in their order."""
    return [int(w) for w in words if re.fullmatch(r"(?:19|20)\d\d", w)]


def _ordinal(title: str, opening: str) -> str:
    """The ordinal that the title gives after some words ("MỤC TIÊU ĐẠI HỘI ... LẦN THỨ XV"); empty if it gives none."""
    stands = r"\b(?:lan thu|dai hoi(?: dang bo)?(?: tinh| thanh pho)?)"
    match = re.search(rf"{opening}(?:(?!muc tieu|nghi quyet)[^,;])*?{stands} ({ROMAN.lower()})\b", fold(title))
    return match.group(1).upper() if match else ""


def column_name(opener: str, year: str, title: str) -> str:
    """The header text of a column, in the words that typed headers use."""
    kind = KINDS[opener]
    if kind == "target":
        opening = "nghi quyet" if opener == "nghi" else "muc tieu"
        words = {"nghi": "Mục tiêu Nghị quyết Đại hội", "ke": "Kế hoạch"}.get(opener, "Mục tiêu")
        ordinal = _ordinal(title, opening)
        if ordinal and opener != "ke":
            words = f"Mục tiêu Nghị quyết Đại hội {ordinal}"
        return f"{words} đến năm {year}" if year else words
    if kind == "compare":
        return "So sánh với Nghị quyết Đại hội"
    words = {"uoc": "Ước thực hiện", "kien": "Dự kiến thực hiện"}.get(opener, "Thực hiện")
    return f"{words} đến năm {year}" if year else words


def openers_of(line: BodyLine) -> list[str]:
    """The kinds of columns as they open on a line, two words of one cell once."""
    return openers_in(line_to_header_words(line))


def openers_in(words: Sequence[str]) -> list[str]:
    """The kinds of columns that header words open, two words of one cell once."""
    here = [w for i, w in enumerate(words) if w in KINDS and words[max(i - 1, 0) : i + 1] != ["voi", "nghi"]]
    return [w for i, w in enumerate(here) if not (i and (here[i - 1], w) in ONE_CELL)]
