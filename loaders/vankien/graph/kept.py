"""Answers that took long, kept beside the store that gave them until anything in it changes.

A question about everything in a store of thousands of documents takes up to a minute; the store changes once a night. Kept
are the rows as SPARQL 1.1 Query Results TSV, under a name made of the query and of the state of the store: the names, sizes
and times of its files. So an answer is found again only if the very same query is asked of the very same files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
from pyoxigraph import QueryResultsFormat

from vankien.graph.store import Row

FOLDER = "answers"
"""The folder inside the folder of a store."""
SLOW = 0.5
"""Seconds: only answers that took longer are kept."""
ROOM = 512 * 1024 * 1024
"""Bytes: how much the answers of a store may take; the oldest go first."""
_DATA = (".sst", ".log")

Table = tuple[tuple[str, ...], tuple[Row, ...]]
"""Columns, and rows of terms."""


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
    return path / FOLDER / f"{state}-{hashlib.sha256(text.encode()).hexdigest()[:32]}.tsv"


def find_kept(path: Path, state: str, text: str) -> Table | None:
    """The answer that was kept for a query and a state; None if there is none, or if it cannot be read."""
    file = _file(path, state, text)
    try:
        found = ox.parse_query_results(file.read_bytes(), QueryResultsFormat.TSV)
        if isinstance(found, ox.QuerySolutions):
            return tuple(v.value for v in found.variables), tuple(tuple(row) for row in found)
    except (OSError, SyntaxError, ValueError):
        return None
    return None


def keep(path: Path, state: str, text: str, columns: Sequence[str], rows: Sequence[Row]) -> bool:
    """Keep an answer, and throw away those of other states. False if the store cannot be written to, has changed, or the
    answer holds what TSV cannot (nothing is kept then)."""
    if state_of(path) != state or any(isinstance(c, ox.BlankNode | ox.Triple) for row in rows for c in row):
        return False
    file = _file(path, state, text)
    head = "\t".join(f"?{name}" for name in columns)
    lines = ("\t".join("" if c is None else str(c) for c in row) for row in rows)
    try:
        file.parent.mkdir(exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")  # two that ask at once do not write into one file
        with part.open("w", encoding="utf-8", newline="\n") as out:
            out.write(head + "\n")
            out.writelines(f"{line}\n" for line in lines)
        part.replace(file)
    except OSError:
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
