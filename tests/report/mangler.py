"""A deterministic mangler: what an English OCR engine makes of typed Vietnamese.

The table holds, for each character, how often (in percent) it was seen as which other on two scanned reports; a
character is replaced by the draw of a hash of its place, so the same text is always mangled alike. Digits stay.
"""

from __future__ import annotations

import hashlib

CONFUSIONS: dict[str, dict[str, int]] = {
    "l": {"l": 78, "1": 17, "i": 5},
    "à": {"a": 100},
    "á": {"a": 85, "é": 8, "d": 4},
    "â": {"a": 94},
    "ã": {"a": 75, "&": 14, "4": 6},
    "è": {"é": 84, "e": 16},
    "ê": {"é": 98},
    "ì": {"i": 100},
    "í": {"i": 100},
    "ò": {"o": 93, "d": 7},
    "ó": {"o": 53, "6": 32, "é": 11, "d": 4},
    "ô": {"o": 65, "é": 17, "d": 14},
    "ù": {"i": 51, "u": 49},
    "ú": {"u": 45, "i": 23, "d": 13, "a": 12, "t": 3},
    "ý": {"y": 100},
    "ă": {"a": 61, "i": 37},
    "đ": {"d": 95, "p": 4},
    "ĩ": {"i": 100},
    "ũ": {"i": 90, "u": 10},
    "ơ": {"o": 99},
    "ư": {"u": 93, "w": 7},
    "ạ": {"a": 100},
    "ả": {"a": 98},
    "ấ": {"a": 81, "é": 8, "i": 7},
    "ầ": {"a": 97},
    "ẩ": {"a": 93, "d": 5},
    "ẫ": {"a": 100},
    "ậ": {"a": 96},
    "ắ": {"a": 75, "i": 19, "é": 3},
    "ằ": {"a": 100},
    "ặ": {"a": 56, "i": 44},
    "ẽ": {"é": 68, "g": 15, "&": 10, "e": 8},
    "ế": {"é": 96, "e": 4},
    "ề": {"é": 96},
    "ể": {"é": 95, "e": 5},
    "ễ": {"é": 100},
    "ệ": {"é": 94},
    "ỉ": {"i": 100},
    "ị": {"i": 99},
    "ọ": {"o": 99},
    "ỏ": {"o": 89, "é": 11},
    "ố": {"é": 32, "o": 24, "d": 22, "6": 13, "b": 8},
    "ồ": {"o": 70, "d": 23, "é": 6},
    "ổ": {"o": 49, "6": 32, "d": 10, "é": 8},
    "ỗ": {"d": 88, "o": 12},
    "ộ": {"o": 80, "d": 10},
    "ớ": {"é": 40, "d": 34, "o": 13, "a": 7},
    "ờ": {"o": 76, "d": 24},
    "ở": {"o": 51, "d": 20, "é": 17, "&": 7, "¢": 5},
    "ỡ": {"d": 83, "&": 17},
    "ợ": {"o": 72, "g": 28},
    "ụ": {"u": 95, "y": 5},
    "ủ": {"u": 65, "i": 16, "t": 10, "a": 7},
    "ứ": {"i": 54, "u": 27, "t": 14, "a": 4},
    "ừ": {"u": 40, "i": 40, "y": 14, "r": 7},
    "ử": {"u": 64, "t": 36},
    "ữ": {"i": 82, "r": 10, "t": 6},
    "ự": {"u": 81, "y": 16},
    "ỳ": {"y": 100},
    "ỷ": {"y": 100},
}


def _draw(seed: str, choices: dict[str, int]) -> str:
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:4], "big") % sum(choices.values())
    for seen, weight in choices.items():
        number -= weight
        if number < 0:
            return seen
    raise AssertionError("weights are positive")


def mangle(text: str) -> str:
    """The text as such an engine would print it; line breaks, blanks and digits stay.

    >>> mangle("Tỷ lệ hộ nghèo 54%") == mangle("Tỷ lệ hộ nghèo 54%"), "54%" in mangle("Tỷ lệ hộ nghèo 54%")
    (True, True)
    """
    out = []
    for at, char in enumerate(text):
        choices = CONFUSIONS.get(char.lower())
        seen = _draw(f"{at}:{text[max(0, at - 2) : at + 3]}", choices) if choices else char
        out.append(seen.upper() if char.isupper() else seen)
    return "".join(out)
