"""Numbers as lists print them, whatever the file's format names the way of counting."""

from __future__ import annotations

from vankien.vietnamese import to_roman

_LETTERS = 26
_ROMANS = 89


def format_number(number: int, format: str) -> str:
    """A number as a level prints it.

    >>> [format_number(4, f) for f in ("decimal", "upperRoman", "lowerLetter", "decimalZero", "none")]
    ['4', 'IV', 'd', '04', '']
    """
    if format == "none":
        return ""
    if format.endswith("Roman") and 0 < number <= _ROMANS:
        return to_roman(number) if format == "upperRoman" else to_roman(number).lower()
    if format.endswith("Letter") and number > 0:
        letter = chr(ord("a") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
        return letter.upper() if format == "upperLetter" else letter
    return f"{number:02d}" if format == "decimalZero" else str(number)
