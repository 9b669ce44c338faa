"""How wide a text is, and where its lines break.

Which font a reader's machine has is not known here: `text_width` takes the widest of the fonts that are likely
(``widths.json``, made by ``tests/bench/measure_widths.py``), so that what has room by it has room everywhere.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.resources import files

from vankien.vietnamese import nfc

_SPACE = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML does not allow in a text, and the control characters that it discourages."""

_UNKNOWN = 1100
"""The width of a letter that the table does not have, in thousandths of the font size: a wide one."""


def clean(text: str) -> str:
    """A text in normal form C, without control characters, with single spaces.

    >>> clean(" Tỷ  lệ\\x00\\nhộ nghèo ")
    'Tỷ lệ hộ nghèo'
    """
    return _FORBIDDEN.sub("", _SPACE.sub(" ", nfc(text))).strip(" ")


@cache
def _widths() -> dict[str, tuple[int, int]]:
    rows = json.loads(files(__package__).joinpath("widths.json").read_text("utf-8"))
    return {letter: (regular, bold) for regular, bold, letters in rows for letter in letters}


@cache
def _advance(letter: str, bold: bool) -> int:
    found = _widths().get(letter)
    if found:
        return found[bold]
    if unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    return _advance(base, bold) if base != letter else _UNKNOWN


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The most that a text takes up at a font size, in the unit of `size`.

    >>> text_width("Tỷ lệ", 10) == text_width("Ty le", 10) < text_width("Tỷ lệ", 10, bold=True)
    True
    """
    return sum([_advance(letter, bold) for letter in text]) * size / 1000


def _pieces(word: str, room: float, size: float, bold: bool) -> list[str]:
    """A word cut where it does not fit any more; a mark stays with its letter."""
    pieces, piece, used = [], "", 0.0
    for letter in word:
        width = _advance(letter, bold) * size / 1000
        if piece and width and used + width > room:
            pieces.append(piece)
            piece, used = "", 0.0
        piece, used = piece + letter, used + width
    return [*pieces, piece]


def wrap(text: str, room: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The lines of a cleaned text, none wider than `room`; only a word that is wider itself is cut.

    No letter gets lost. Empty for an empty text.

    >>> wrap("Tỷ lệ hộ nghèo giảm bình quân", 90, 13)
    ('Tỷ lệ hộ', 'nghèo giảm', 'bình quân')
    """
    lines: list[str] = []
    line, used = "", 0.0
    space = _advance(" ", bold) * size / 1000
    for word in clean(text).split(" ") if text else ():
        width = text_width(word, size, bold)
        if line and used + space + width <= room:
            line, used = f"{line} {word}", used + space + width
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, room, size, bold) if width > room else [word]
        lines.extend(full)
        used = text_width(line, size, bold)
    return (*lines, line) if line else tuple(lines)
