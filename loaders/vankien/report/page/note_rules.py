"""Rules above footnotes that a reader must not take for granted: typed signs and short runs of blanks stand elsewhere too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Line

GLUED = r"(?:(?<=[^\W\d_])|(?<=[)”\"%…])|(?<=(?<!\d)20\d\d))"
"""What a note's marker is glued to: a word, a closing mark or a year."""
_SHORT_RULE = re.compile(r"^ {4,19}$")
_SHORT_NOTE = re.compile(r"(\d{1,3}) (?=[^\W\d_])")


def is_short_rule(lines: Sequence[Line], index: int, expected: int) -> bool:
    """Is a line of a few blanks the rule above notes? The text layer of a PDF leaves so little of it.

    It is one if the next note begins right below, its number without a mark behind it, and a marker above asks for it:
    the number of a paragraph or of a row has none.
    """
    if not _SHORT_RULE.match(lines[index].text) or index + 1 >= len(lines):
        return False
    opens = _SHORT_NOTE.match(lines[index + 1].text.strip())
    if opens is None or int(opens.group(1)) != expected:
        return False
    marker = re.compile(rf"{GLUED}{expected}(?![\d%]|[.,/-]\d)")
    return any(marker.search(line.text) for line in lines[:index])
