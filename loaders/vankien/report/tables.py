"""Body lines → tables and the lines that remain."""

from __future__ import annotations

from collections.abc import Sequence

from vankien.model import Lexicon, Table
from vankien.report.pages import BodyLine


def lines_to_tables(lines: Sequence[BodyLine], lexicon: Lexicon) -> tuple[tuple[Table, ...], tuple[BodyLine, ...]]:
    """The tables of the body, and the body lines that belong to none of them."""
    return (), tuple(lines)
