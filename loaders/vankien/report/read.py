"""path → Report: the door for every file. Bytes, limits, the reader that fits, normal form, line offsets.

Refuses what is no report with one clear line. Text and Markdown are taken as they are: their lines and offsets are
those of the file. Of other files (`vankien.report.readers`) the text is extracted first; lines and offsets are its.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from vankien.errors import CannotRead
from vankien.model import Finding, Line, Report
from vankien.report.readers import extract
from vankien.report.readers.encodings import decode
from vankien.report.readers.kinds import SUFFIXES, content_kind
from vankien.report.readers.limits import Limits, limits_now, variable
from vankien.report.readers.printed import Printed
from vankien.vietnamese import nfc, slug

__all__ = ["SUFFIXES", "read_report", "text_to_lines"]

_CONTROL = frozenset(chr(c) for c in range(32) if c not in (9, 10, 12, 13))
_UNSEEN = {ord(c): " " for c in (*_CONTROL, "\x7f", *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))}
"""Characters that nobody sees, or that turn the direction of writing: a blank each, so that offsets stay."""
_READ_AS = _UNSEEN | str.maketrans("ƢƣÐðƉɖ", "ƯưĐđĐđ")
"""Letters that look like those of the alphabet and that old fonts and text layers hold in their place (``thƣờng``)."""


def _bytes(path: Path, limits: Limits) -> bytes:
    shown = str(path)
    try:
        if path.is_dir():
            raise CannotRead(shown, "is a folder, not a report", advice="name a file in it")
        if not path.exists():
            raise CannotRead(shown, "no such file", advice="check the path")
        if not path.is_file():
            raise CannotRead(shown, "is no regular file", advice="name a file")
        size = path.stat().st_size
        if size > limits.bytes:
            raise CannotRead(
                shown, f"{size:,} bytes are more than {limits.bytes:,}", advice=f"split it, or set {variable('bytes')}"
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(shown, (error.strerror or "cannot be opened").lower()) from None


def text_to_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text, NFC-normalised, with the offset of each in the normalised text (line ends count one).

    >>> [(line.number, line.start, line.text) for line in text_to_lines("Số 5\\r\\nhai trƣờng")]
    [(1, 0, 'Số 5'), (2, 5, 'hai trường')]
    """
    lines, start = [], 0
    for number, raw in enumerate(nfc(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n"), 1):
        lines.append(Line(number, raw.translate(_READ_AS), start))
        start += len(raw) + 1
    if lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)


def _check_controls(shown: str, text: str) -> None:
    controls = sum(c in _CONTROL for c in text)
    if controls > max(8, (len(text) - text.count("\n")) // 100):
        raise CannotRead(
            shown, f"{controls:,} control characters: not a text file", advice="save the document as UTF-8 text"
        )


def _check(shown: str, lines: tuple[Line, ...], limits: Limits) -> None:
    if not any(line.text.strip() for line in lines):
        raise CannotRead(shown, "is empty", advice="is it a scan without a text layer?")
    for line in lines:
        if len(line.text) > limits.line:
            raise CannotRead(
                shown, f"a line of {len(line.text):,} characters", line=line.number, advice="break the text into lines"
            )
    size = sum(len(line.text) + 1 for line in lines)
    if size > limits.characters:
        raise CannotRead(
            shown,
            f"{size:,} characters are more than {limits.characters:,}",
            advice=f"split it, or set {variable('characters')}",
        )


def _numbered(printed: Iterable[Printed]) -> tuple[Line, ...]:
    """The lines of an extracted text with their numbers and offsets."""
    lines, start = [], 0
    for number, p in enumerate(printed, 1):
        lines.append(Line(number, p.text.translate(_READ_AS), start, p.page, p.mark, p.ends, p.role))
        start += len(p.text) + 1
    return tuple(lines)


def _text_hash(lines: tuple[Line, ...]) -> str:
    return hashlib.sha256("".join(f"{line.text}\n" for line in lines).encode("utf-8")).hexdigest()


def read_report(path: Path | str) -> Report:
    """Read one report: UTF-8 text, Markdown, text in an older encoding, HTML, DOCX, PDF, or a scan as PDF or image.

    What the file is, is decided by its bytes, not by its name. Returns the report with its lines; its id is made of the
    file's name and, so that two files of one name in two folders stay apart, nothing else: loading both is refused by
    the caller. Raises `CannotRead` for what is missing, empty, damaged, locked, no report, or beyond the limits, and
    `MissingTool` for a scan where no Tesseract is installed.
    """
    path, limits = Path(path), limits_now()
    shown, data = str(path), _bytes(path, limits)
    kind = content_kind(shown, path.suffix.lower(), data)
    findings: tuple[Finding, ...] = ()
    if kind == "text":
        decoded = decode(shown, data)
        _check_controls(shown, decoded.text)
        lines, extracted = text_to_lines(decoded.text), decoded.encoding != "utf-8"
        media = "text/markdown" if path.suffix.lower() == ".md" else "text/plain"
    else:
        found = extract(kind, shown, data, limits)
        lines, extracted, media = _numbered(found.lines), True, found.media_type
        findings = found.findings
    _check(shown, lines, limits)
    name, sha256 = slug(path.stem) or "report", hashlib.sha256(data).hexdigest()
    return Report(
        name,
        " ".join(path.name.translate(_UNSEEN).splitlines()).encode("utf-8", "replace").decode("utf-8"),
        sha256,
        lines,
        media,
        _text_hash(lines) if extracted else "",
        tuple(Finding(f.code, f.severity, name, f.line, f.vi, f.en) for f in findings),
    )
