"""How large, how deep and how slow a file may be: one place for all limits, each with the variable that moves it."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from functools import lru_cache

from vankien.errors import CannotRead


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read at most. A report beyond a limit is refused with one line that names the limit; ``VANKIEN_MAX_`` and
    the field's name in capitals (``VANKIEN_MAX_PAGES``) is the environment variable that moves it.

    `bytes` of a file; `line`: characters of one line; `unpacked`: bytes of all parts of a DOCX; `characters` of the
    extracted text; `pages` of a PDF or of a scan; `pixels` of one image; `columns` of one table and `cells` of one table,
    spanning cells counted in full; `tags` of a part of a DOCX or of an HTML page (each takes memory, whatever its size);
    `seconds` for all of a PDF's text and tables; `page_seconds` for recognising one scanned page; `memory`: bytes of address space of the process
    that reads a PDF or a scan.
    """

    bytes: int = 64 * 2**20
    line: int = 2**20
    unpacked: int = 256 * 2**20
    characters: int = 5_000_000
    pages: int = 2_000
    pixels: int = 120_000_000
    columns: int = 200
    cells: int = 200_000
    tags: int = 3_000_000
    seconds: int = 120
    page_seconds: int = 60
    memory: int = 2 * 2**30


def variable(field: str) -> str:
    """The environment variable that moves a limit.

    >>> variable("page_seconds")
    'VANKIEN_MAX_PAGE_SECONDS'
    """
    return f"VANKIEN_MAX_{field.upper()}"


@lru_cache(maxsize=8)
def _limits(values: tuple[tuple[str, str], ...]) -> Limits:
    return Limits(**{name: int(value) for name, value in values})


def limits_now() -> Limits:
    """The limits that hold now: the defaults, moved by whole numbers in the environment."""
    found = ((f.name, os.environ.get(variable(f.name), "")) for f in fields(Limits))
    return _limits(tuple((name, value) for name, value in found if value.isascii() and value.isdigit()))


def check_tags(shown: str, markup: bytes, limits: Limits) -> None:
    """Raises `CannotRead` for XML or HTML of more tags than the limit: each takes memory, however short it is."""
    tags = markup.count(b"<")
    if tags > limits.tags:
        raise CannotRead(
            shown, f"{tags:,} tags are more than {limits.tags:,}", advice=f"split it, or set {variable('tags')}"
        )
