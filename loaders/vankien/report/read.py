"""path → Report: bytes, encoding, normal form, line offsets. Refuses what is no text with one clear line."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from vankien.errors import CannotRead
from vankien.model import Line, Report
from vankien.vietnamese import nfc, slug

SUFFIXES = (".txt", ".md")
"""The suffixes of files that are read from folders."""

MAX_BYTES = 64 * 2**20
MAX_LINE = 2**20
"""A report of 64 MiB, or a line of a million characters, is a mistake; VANKIEN_MAX_BYTES and VANKIEN_MAX_LINE move
the limits."""

_CONTROL = frozenset(chr(c) for c in range(32) if c not in (9, 10, 12, 13))


def _limit(name: str, default: int) -> int:
    value = os.environ.get(name, "")
    return int(value) if value.isdigit() else default


def _bytes(path: Path) -> bytes:
    shown = str(path)
    if path.is_dir():
        raise CannotRead(shown, "is a folder, not a report", advice="name a file in it")
    if not path.exists():
        raise CannotRead(shown, "no such file", advice="check the path")
    limit = _limit("VANKIEN_MAX_BYTES", MAX_BYTES)
    try:
        size = path.stat().st_size
        if size > limit:
            raise CannotRead(
                shown, f"{size:,} bytes are more than {limit:,}", advice="split it, or set VANKIEN_MAX_BYTES"
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(shown, error.strerror or "cannot be opened") from None


def _decode(path: Path, data: bytes) -> str:
    if b"\0" in data:
        raise CannotRead(str(path), "holds zero bytes: not a text file", advice="save the document as UTF-8 text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(
            str(path), f"byte 0x{data[error.start]:02x} is not UTF-8", line=line, advice="save it again as UTF-8"
        ) from None


def text_to_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, NFC-normalised, with the offset of each in the normalised text (line ends count one).

    >>> [(line.number, line.start, line.text) for line in text_to_lines("Số 5\\r\\nhai")]
    [(1, 0, 'Số 5'), (2, 5, 'hai')]
    """
    lines, start = [], 0
    for number, raw in enumerate(nfc(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"), 1):
        lines.append(Line(number, raw, start))
        start += len(raw) + 1
    if lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)


def _check(path: Path, lines: tuple[Line, ...]) -> None:
    shown, limit = str(path), _limit("VANKIEN_MAX_LINE", MAX_LINE)
    if not any(line.text.strip() for line in lines):
        raise CannotRead(shown, "is empty", advice="is it a scan without a text layer?")
    for line in lines:
        if len(line.text) > limit:
            raise CannotRead(
                shown, f"a line of {len(line.text):,} characters", line=line.number, advice="break the text into lines"
            )
    text_size = sum(len(line.text) for line in lines)
    controls = sum(c in _CONTROL for line in lines for c in line.text)
    if controls > max(8, text_size // 100):
        raise CannotRead(
            shown, f"{controls:,} control characters: not a text file", advice="save the document as UTF-8 text"
        )


def read_report(path: Path | str) -> Report:
    """Read one UTF-8 text or Markdown file.

    Returns the report with its lines; its id is made of the file's name and, so that two files of one name in two
    folders stay apart, nothing else: loading both is refused by the caller. Raises `CannotRead` for what is missing,
    empty, binary, not UTF-8, or beyond the limits.
    """
    path = Path(path)
    data = _bytes(path)
    lines = text_to_lines(_decode(path, data))
    _check(path, lines)
    media = "text/markdown" if path.suffix.lower() == ".md" else "text/plain"
    return Report(slug(path.stem) or "report", path.name, hashlib.sha256(data).hexdigest(), lines, media)
