"""Lines of a scan as the reader of tables sees them: restored text, and beside it what was printed."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.model import Passage, Piece
from vankien.report.page.pages import BodyLine
from vankien.report.restoration.slots import line_to_tokens


def scan_line(
    number: int, text: str, printed: str | None = None, *, blank_above: bool = False, page: int = 1
) -> BodyLine:
    """A restored line; `printed` has as many tokens as `text` (the same when nothing was mangled)."""
    printed = text if printed is None else printed
    read, seen = list(line_to_tokens(text)), list(line_to_tokens(printed))
    if len(read) != len(seen):
        raise ValueError(f"{len(read)} and {len(seen)} tokens: {text!r}, {printed!r}")
    start = number * 1000
    pieces = tuple(Piece(at, number, start + there) for (at, _), (there, _) in zip(read, seen, strict=True))
    return BodyLine(Passage(text, pieces), page, blank_above, printed=printed)


def scan_lines(lines: Sequence[str | tuple[str, str]], first: int = 1) -> list[BodyLine]:
    """Restored lines, each a text or a pair of restored and printed text."""
    return [scan_line(n, *((line,) if isinstance(line, str) else line)) for n, line in enumerate(lines, first)]
