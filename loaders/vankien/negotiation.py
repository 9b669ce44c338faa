"""Which of several media types or languages a client likes best (RFC 9110, sections 12.4 and 12.5)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)")


def _wishes(header: str) -> list[tuple[str, float]]:
    """The ranges of an Accept or Accept-Language header in small letters, each with its quality.

    Parameters other than ``q`` are dropped; a quality that is no number counts as 1.
    """
    wishes = []
    for part in header.split(","):
        name, *parameters = (p.strip().lower() for p in part.split(";"))
        said = [p[2:].strip() for p in parameters if p.startswith("q=")]
        if name:
            wishes.append((name, float(said[0]) if said and _QUALITY.fullmatch(said[0]) else 1.0))
    return wishes


def _quality(ranges: Iterable[str], wishes: Iterable[tuple[str, float]]) -> float:
    """The quality that a client gives to what fits some ranges, the closest range first; 0 if none was wished for."""
    wished: dict[str, float] = {}
    for name, quality in wishes:
        wished[name] = max(quality, wished.get(name, 0.0))
    return next((wished[r] for r in ranges if r in wished), 0.0)


def best(accept: str, offers: Sequence[str]) -> str | None:
    """The media type that an Accept header likes best; None where it accepts none of them.

    `offers` are in our own order of preference, which decides between equals; an empty header accepts everything.

    >>> best("text/csv;q=0.5, application/json", ["application/json", "text/csv"])
    'application/json'
    >>> best("text/*;q=0.9, application/json;q=0.1", ["application/json", "text/csv"])
    'text/csv'
    >>> best("image/png", ["application/json"]) is None
    True
    """
    wishes = _wishes(accept) or [("*/*", 1.0)]
    rated = [(_quality((o, f"{o.partition('/')[0]}/*", "*/*"), wishes), o) for o in offers]
    quality, offer = max(rated, key=lambda r: r[0], default=(0.0, ""))
    return offer if quality > 0 else None


def best_language(header: str, offers: Sequence[str]) -> str | None:
    """The language (``vi``, ``en``) that an Accept-Language header likes best; None where it names none of them.

    >>> best_language("en-GB,en;q=0.9,vi;q=0.8", ["vi", "en"]), best_language("fr, *", ["vi", "en"])
    ('en', None)
    """
    wishes = [(name.partition("-")[0], quality) for name, quality in _wishes(header)]
    rated = [(_quality((o,), wishes), o) for o in offers]
    quality, offer = max(rated, key=lambda r: r[0], default=(0.0, ""))
    return offer if quality > 0 else None
