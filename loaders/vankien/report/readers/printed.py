"""What every reader gives: the lines of the extracted text, with what the file's layout says about each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from vankien.model import Finding, Role
from vankien.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Printed:
    """One line before it has its number: text, page (None = unknown), heading depth as the file marks it (7 = a bold
    line), whether the paragraph ends here, and its role (see `vankien.model.Line`)."""

    text: str
    page: int | None = None
    mark: int = 0
    ends: bool = True
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class Extract:
    """What a reader makes of a file: its lines, its media type, what a person should know of it."""

    lines: tuple[Printed, ...]
    media_type: str
    findings: tuple[Finding, ...] = ()


_DROPPED = re.compile(
    "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufff9-\\ufffb\\ufffe\\uffff\\ud800-\\udfff]"
)
_BLANK = re.compile("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]")


def clean(text: str) -> str:
    """Text in normal form C without what nobody sees: control characters, marks that turn the direction of writing, soft
    hyphens, blanks of no width; other blanks become blanks.

    >>> clean("Tỉnh\\u00a0ủy\\u202e \\u200bSơn\\x00 Bình")
    'Tỉnh ủy Sơn Bình'
    """
    return nfc(_DROPPED.sub("", _BLANK.sub(" ", text)))


def tidy(text: str) -> str:
    """Cleaned text with single blanks and none at its ends.

    >>> tidy("  GRDP \\n bình quân ")
    'GRDP bình quân'
    """
    return " ".join(clean(text).split())


def cleaned(lines: Iterable[Printed]) -> tuple[Printed, ...]:
    """The lines with clean text; line ends inside a text become blanks."""
    return tuple(replace(line, text=clean(line.text.replace("\n", " ").replace("\r", " "))) for line in lines)
