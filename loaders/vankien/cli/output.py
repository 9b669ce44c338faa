"""What is printed: tables and findings to the standard output, talk to the standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rich.console import Console

    from vankien.explorer.responding.explorer import Explorer
    from vankien.model import Finding

WIDE = 100_000
"""The width of a table that is not printed on a terminal: nothing is cut or wrapped."""


def console() -> Console:
    """The console for data: as wide as it must be when the output is no terminal."""
    from rich.console import Console

    return Console(highlight=False) if sys.stdout.isatty() else Console(highlight=False, width=WIDE, no_color=True)


def talk(message: str) -> None:
    """One line to the standard error."""
    print(f"vankien: {message}", file=sys.stderr)


def finding_rows(findings: Iterable[Finding], lang: str) -> tuple[Sequence[str], list[list[str]]]:
    """The columns and rows of findings; the node that one is about is written as ``vankien why`` takes it."""
    from vankien.graph.terms.iris import base_iri

    base = base_iri()
    rows = [
        [f.report, str(f.line or ""), f.severity, f.code, f.vi if lang == "vi" else f.en, f.subject.removeprefix(base)]
        for f in findings
    ]
    return ("report", "line", "severity", "code", "message", "node"), rows


def tell_texts(explorer: Explorer) -> None:
    """Say of which documents `--texts` named no text, if it was given: their lines are not shown."""
    if (missing := explorer.texts.missing) is None:
        return
    listed = ", ".join(missing[:_FEW]) + (f" and {len(missing) - _FEW:,} more" if len(missing) > _FEW else "")
    if missing:
        talk(f"--texts: no text of {listed}; a text is known by its SHA-256 and must be the very file that was read")


_FEW = 5

_SHORT = 14
"""A cell of up to so many characters is never broken over two lines of a table."""
_GAP = 3
"""What stands between two columns."""


def _least(column: str, cells: Iterable[str]) -> int:
    """The width that a column needs to be read: its heading, its longest word and its short cells in one piece."""
    longest = max((len(cell) if len(cell) <= _SHORT else _longest_word(cell) for cell in cells), default=0)
    return max(len(column), min(longest, _SHORT))


def _longest_word(cell: str) -> int:
    return max(len(word) for word in cell.split())


def _in_blocks(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Each row as lines of heading and cell, without those that are empty: for a terminal that is too narrow for the table."""
    width = max(len(column) for column in columns)
    blocks = (
        "\n".join(f" {column:<{width}}  {cell}" for column, cell in zip(columns, row, strict=True) if cell)
        for row in rows
    )
    return "".join(f"\n{block}\n" for block in blocks)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[str] = (), title: str = ""
) -> None:
    """Print a table; the columns named in `right` hold numbers. Where the terminal is too narrow for it, print the rows
    one below the other."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    least = [_least(column, (row[i] for row in cells)) for i, column in enumerate(columns)]
    screen = console()
    if cells and sum(least) + _GAP * len(columns) > screen.width:
        print(f"{title}\n" if title else "", _in_blocks(columns, cells), sep="")
        return
    table = Table(box=SIMPLE_HEAD, title=Text(title) if title else None, title_justify="left", pad_edge=False)
    for column, width in zip(columns, least, strict=True):
        side: Literal["left", "right"] = "right" if column in right else "left"
        table.add_column(Text(column), justify=side, overflow="fold", min_width=width)
    for row in cells:
        table.add_row(*map(Text, row))
    screen.print(table)
