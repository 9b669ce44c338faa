"""Page numbers in the text layer of a PDF: alone in their line, between two blank lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Line


def number_between_blanks(lines: Sequence[Line], index: int, blanks: int) -> int | None:
    """The number that fills a line with one blank line above (`blanks`) and one below; None for any other line."""
    text = lines[index].text.strip()
    below = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
    return int(text) if re.fullmatch(r"\d{1,3}", text) and blanks == 1 and not below else None
