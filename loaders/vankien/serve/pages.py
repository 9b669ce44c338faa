"""What the app asks of the pages. They are written apart from it (the explorer), and know nothing of HTTP servers:
a path and its parameters come in, the bytes of an answer go out.

The types here are structural: a class that has these members is one of them, and needs no import from this package.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

EDITOR_PATHS = ("/sparql-editor", "/en/sparql-editor")
"""Where the query editor is. With a parameter ``query``, by GET or as a form by POST, the app runs the query first."""

EDITOR_ROWS = 1000
"""How many rows the editor shows. It is handed one row more where there are more."""

Parameters = Sequence[tuple[str, str]]
"""The parameters of a request in their order, repeated ones too, decoded; blank values are kept."""

Outcome = tuple[int, str, bytes]
"""What became of a query in the editor: (status, media type, body).

- 200, ``application/sparql-results+json``: SELECT (at most `EDITOR_ROWS` + 1 rows) or ASK;
- 200, ``text/turtle``: CONSTRUCT or DESCRIBE;
- 400, 413 or 503, ``text/plain; charset=utf-8``: the query was refused, is wrong, or took too long; the body says what
  to do, in English, in UTF-8, on one line (``error at line 1, column 26: ...``).
"""


class Response(Protocol):
    """The answer to a request. A frozen dataclass with these four fields is one.

    The app adds Content-Length, ETag and (unless `headers` has it) Cache-Control, answers If-None-Match with 304 and
    HEAD without the body, and puts the security headers on everything; `headers` holds what else there is, such as
    Location, Content-Disposition, Vary, a longer Cache-Control for a static file, or a Content-Security-Policy of its own.
    """

    @property
    def status(self) -> int:
        """The HTTP status: 200, 303, 404, 406 ..."""

    @property
    def media_type(self) -> str:
        """The whole Content-Type, such as ``text/html; charset=utf-8``."""

    @property
    def body(self) -> bytes:
        """The body; empty for a redirect."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Further headers; text of Latin-1 without line breaks (percent-encode IRIs in Location)."""


class Pages(Protocol):
    """The pages over one frozen graph. Called in threads, several at a time; must not change anything."""

    def respond(self, path: str, params: Parameters, accept: str, language: str | None) -> Response:
        """The answer to GET (and HEAD) of any path but ``/sparql`` and ``/healthz``; 404 is the pages' to answer.

        `path` is decoded and begins with ``/``; never join it to a folder. `accept` is the Accept header as it came,
        ``*/*`` where there is none (`vankien.negotiation.best` chooses). `language` is ``vi`` or ``en``, whichever the
        browser's Accept-Language prefers, None where it names neither.
        """

    def close(self) -> None:
        """End what was begun in the background; the pages are asked for nothing more."""

    def editor(
        self, path: str, params: Parameters, accept: str, language: str | None, query: str, outcome: Outcome
    ) -> Response:
        """The editor page (`path` is one of `EDITOR_PATHS`) with a query that was run, and what became of it.

        `params` are those of the URL and of the form, ``query`` among them. The page's status should be the outcome's.
        """
