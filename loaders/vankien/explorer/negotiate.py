"""Which of several media types a client prefers, by the ``Accept`` header of RFC 9110, section 12.5.1."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

_RANGE = re.compile(r"\s*([\w!#$&^.+*-]+)/([\w!#$&^.+*-]+)\s*((?:;[^,]*)?)")


def _quality(parameters: str) -> float:
    found = re.search(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?:;|$)", parameters, re.IGNORECASE)
    return float(found[1]) if found else 1.0


def preferred(accept: str, offered: Mapping[str, T]) -> T | None:
    """What is offered for the media type that the client likes best; of equals the first offered; None if it takes none.

    >>> preferred("text/turtle;q=0.9, text/html;q=0.5", {"text/html": "html", "text/turtle": "ttl"})
    'ttl'
    >>> preferred("", {"text/html": "html"}), preferred("image/png", {"text/html": "html"})
    ('html', None)
    """
    if not accept.strip():
        return next(iter(offered.values()), None)
    ranges = [(m[1].lower(), m[2].lower(), _quality(m[3])) for m in map(_RANGE.match, accept.split(",")) if m]
    best: tuple[float, T] | None = None
    for media_type, value in offered.items():
        kind, _, sort = media_type.partition("/")
        fits = [(bool(k != "*") + bool(s != "*"), q) for k, s, q in ranges if k in ("*", kind) and s in ("*", sort)]
        quality = max(fits, default=(0, 0.0))[1]
        if quality > 0 and (best is None or quality > best[0]):
            best = quality, value
    return best[1] if best else None
