"""Answers that took long, kept beside the store that gave them until anything in it changes.

A question about everything in a store of thousands of documents takes up to a minute; the store changes once a night. An
answer is kept under a name made of the query and of the state of the store: the names, sizes and times of its files. So it
is found again only if the very same query is asked of the very same files.

A file holds a line of JSON (columns, how long the next part is, whether the rows are triples), every distinct term once as SPARQL 1.1 Query Results
TSV of one column, and the cells row by row as numbers of terms (32 bits, the lowest byte first; 0 where nothing is bound): most
cells repeat, and terms take far longer to make than to look up.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from array import array
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat

from vankien.graph.stores.store import Cell, Row

FOLDER = "answers"
"""The folder inside the folder of a store."""
SLOW = 0.5
"""Seconds: only answers that took longer are kept."""
ROOM = 512 * 1024 * 1024
"""Bytes: how much the answers of a store may take; the oldest go first."""
_DATA = (".sst", ".log")


class Table(NamedTuple):
    """Columns and rows of terms; whether the rows are the triples of a graph."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    are_triples: bool = False


def state_of(path: Path) -> str | None:
    """What tells one state of a store on disk from another; None for what is no folder of data.

    Every write adds to a file or makes a new one. Opening for reading changes none.
    """
    parts = []
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.endswith(_DATA) or entry.name.startswith(("MANIFEST", "CURRENT")):
                    about = entry.stat()
                    parts.append(f"{entry.name} {about.st_size} {about.st_mtime_ns}")
    except OSError:
        return None
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()[:16] if parts else None


def _file(path: Path, state: str, text: str) -> Path:
    return path / FOLDER / f"{state}-{hashlib.sha256(text.encode()).hexdigest()[:32]}.rows"


def _to_bytes(table: Table) -> bytes:
    columns, rows, are_triples = table
    numbers: dict[Cell, int] = {None: 0}
    cells = array("I", (numbers.setdefault(cell, len(numbers)) for row in rows for cell in row))
    if sys.byteorder == "big":
        cells.byteswap()
    terms = "".join(["?term\n", *(f"{cell}\n" for cell in numbers if cell is not None)]).encode()
    about = {"columns": list(columns), "terms": len(terms), "rows": len(rows), "triples": are_triples}
    head = json.dumps(about).encode()
    return head + b"\n" + terms + cells.tobytes()


def _from_bytes(data: bytes) -> Table:
    head, _, rest = data.partition(b"\n")
    about = json.loads(head)
    columns, size = tuple(about["columns"]), about["terms"]
    found = ox.parse_query_results(rest[:size], QueryResultsFormat.TSV)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("no terms")
    terms: list[Cell] = [None, *(solution[0] for solution in found)]
    cells = array("I", rest[size:])
    if sys.byteorder == "big":
        cells.byteswap()
    if len(cells) != about["rows"] * len(columns):
        raise ValueError("cut short")
    rows = tuple(zip(*[map(terms.__getitem__, cells)] * len(columns), strict=True))
    return Table(columns, rows, about["triples"])


def find_kept(path: Path, state: str, text: str) -> Table | None:
    """The answer that was kept for a query and a state; None if there is none, or if it cannot be read."""
    try:
        return _from_bytes(_file(path, state, text).read_bytes())
    except (OSError, SyntaxError, ValueError, LookupError, TypeError):
        return None


def keep(path: Path, state: str, text: str, table: Table) -> bool:
    """Keep an answer, and throw away those of other states. False if the store cannot be written to, has changed, or the
    answer has no columns, or holds blank nodes or quoted triples (nothing is kept then)."""
    if (
        not table.columns
        or state_of(path) != state
        or any(isinstance(c, ox.BlankNode | ox.Triple) for row in table.rows for c in row)
    ):
        return False
    file = _file(path, state, text)
    part = file.with_suffix(f".{os.getpid()}")  # two that ask at once do not write into one file
    try:
        file.parent.mkdir(exist_ok=True)
        part.write_bytes(_to_bytes(table))
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()  # what a full disk left of it
        return False
    _tidy(file.parent, state)
    return True


def _tidy(folder: Path, state: str) -> None:
    """Throw away the answers of other states, then the oldest while there are too many."""
    with contextlib.suppress(OSError):
        files = sorted(folder.iterdir(), key=lambda f: (not f.name.startswith(state), -f.stat().st_mtime_ns, f.name))
        taken = 0
        for file in files:
            taken += file.stat().st_size
            if taken > ROOM or not file.name.startswith(state):
                file.unlink()
