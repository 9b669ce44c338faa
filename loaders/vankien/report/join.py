"""Wrapped lines → running text, and where a new paragraph starts.

The join rule: a line that ends in a hyphen glued to a letter or digit (``07-``, ``2021-``) joins the next without a
blank; ``xã hội -`` keeps its blank. A slash at the end joins too (``QĐ/`` + ``TTg``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Passage, Piece


def glue(before: str, after: str) -> str:
    """What stands between two joined lines: nothing or one blank.

    >>> glue("số 07-", "NQ/TU"), glue("kinh tế -", "xã hội"), glue("1758/QĐ-", "UBND"), glue("tỉnh", "Lai")
    ('', ' ', '', ' ')
    """
    if not before or not after:
        return ""
    if before.endswith(("-", "–")) and len(before) > 1 and before[-2].isalnum() and after[:1].isalnum():
        return ""
    if before.endswith("/") and len(before) > 1 and before[-2].isalnum():
        return ""
    if after[:1] in "),.;:!?”" and not after.startswith(("...", ").")):
        return ""
    return " "


def join_passages(passages: Sequence[Passage]) -> Passage:
    """Several passages as one running text; every part keeps its line.

    >>> a, b = Passage("Kế hoạch 21/KH-", (Piece(0, 1, 0),)), Passage("UBND tỉnh", (Piece(0, 2, 16),))
    >>> join_passages([a, b]).text, join_passages([a, b]).line_at(16)
    ('Kế hoạch 21/KH-UBND tỉnh', 2)
    """
    text, pieces = "", []
    for passage in passages:
        if not passage.text:
            continue
        text += glue(text, passage.text)
        pieces += [Piece(p.at + len(text), p.line, p.start) for p in passage.pieces]
        text += passage.text
    return Passage(text, tuple(pieces) or passages[0].pieces)


_ENDS = re.compile(r"[.:;!?…][”\"’)\]]*$")


def ends_sentence(text: str) -> bool:
    """True if the text ends with a mark that closes a sentence or opens a list."""
    return bool(_ENDS.search(text))
