"""An answer to a request, whoever sends it: a server, or the writer of a static site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Response:
    """Status, media type (with charset for texts), body, and further headers."""

    status: int
    media_type: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
