"""What can go wrong, as one tree. Every message is one line that a person can act on.

VankienError
├── CannotRead        a file that is not a readable report, with the place and what to do
├── MissingData       ontology/, shapes/ or queries/ cannot be found
├── MissingTool       a program or an optional library that a command needs is not installed
├── SlugCollision     two labels would get one IRI
├── ClusterError      a Dask cluster that does not answer, or runs something else
├── StoreError        a store that is missing, locked or damaged
├── QueryError        an unknown query, a wrong parameter or a syntax error
└── BadUsage          options that do not go together
"""

from __future__ import annotations


class VankienError(Exception):
    """The base of everything that vankien raises on purpose; ``str()`` gives one line."""


class CannotRead(VankienError):
    """A file cannot be read as a report.

    >>> str(CannotRead("report.txt", "not UTF-8", line=12, advice="save it as UTF-8"))
    'report.txt:12: not UTF-8; save it as UTF-8'
    >>> str(CannotRead("two\\nlines.txt", "is empty"))
    'two\\\\nlines.txt: is empty'
    """

    def __init__(self, path: str, reason: str, line: int | None = None, advice: str = "") -> None:
        self.path, self.reason, self.line, self.advice = path, reason, line, advice
        shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in path)  # a name may hold a line end
        where = f"{shown}:{line}" if line is not None else shown
        super().__init__(f"{where}: {reason}" + (f"; {advice}" if advice else ""))


class MissingData(VankienError):
    """A data folder of the package was found in none of the places where it should be."""


class MissingTool(VankienError):
    """A program (Java) or an optional library (python-docx, openpyxl) is not installed."""


class ClusterError(VankienError):
    """A Dask cluster does not answer, has no workers, or runs another version of the loaders."""


class SlugCollision(VankienError):
    """Two different labels would be minted as the same IRI."""

    def __init__(self, iri: str, first: str, second: str) -> None:
        self.iri, self.first, self.second = iri, first, second
        super().__init__(f"{iri}: both {first!r} and {second!r} give this IRI; add a key to one of them")


class StoreError(VankienError):
    """A store is missing, held by another process, or damaged."""


class QueryError(VankienError):
    """A query is unknown, does not parse, or was given a wrong parameter."""


class BadUsage(VankienError):
    """Options or arguments that do not go together."""
