"""What a file is, by its first bytes; the suffix decides only where the bytes do not."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Literal

from vankien.errors import CannotRead

Kind = Literal["text", "html", "docx", "pdf", "image"]

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")
"""The suffixes of files that are read from folders."""

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_WIDE_HTML = re.compile("(?:<\\?xml[^>]{0,200}>\\s*)?<(?:!doctype\\s+html|html)\\b", re.IGNORECASE)
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")

_OTHER: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word or Excel file (.doc, .xls)", "save it as .docx"),
    (b"{\\rtf", "is an RTF file", "save it as .docx"),
    (b"GIF8", "is a GIF image", "save the scan as PNG, JPEG, TIFF or PDF"),
    (b"BM", "is a BMP image", "save the scan as PNG, JPEG, TIFF or PDF"),
    (b"%!PS", "is a PostScript file", "save it as PDF"),
    (b"7z\xbc\xaf\x27\x1c", "is an archive", "unpack it"),
    (b"Rar!", "is an archive", "unpack it"),
    (b"\x1f\x8b", "is an archive", "unpack it"),
)
"""Files that people have instead, and what to do with them."""


def _zip_kind(shown: str, data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = set(package.namelist())
    except Exception as error:  # noqa: BLE001 - a damaged archive fails in many ways
        raise CannotRead(
            shown, f"is a damaged Word file or archive ({type(error).__name__})", advice="save it again"
        ) from None
    if "word/document.xml" in names or any(n.startswith("word/document") for n in names):
        return "docx"
    if any(n.startswith("xl/") for n in names):
        raise CannotRead(shown, "is an Excel workbook", advice="save the report as .docx or PDF")
    if "content.xml" in names:
        raise CannotRead(shown, "is an OpenDocument file", advice="save it as .docx or PDF")
    raise CannotRead(shown, "is an archive, not a report", advice="unpack it")


def _is_html(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return bool(_WIDE_HTML.match(data[:4000].decode("utf-16", "ignore").lstrip("\ufeff \t\r\n")))
    return bool(_HTML.match(data[:8000]))


def content_kind(shown: str, suffix: str, data: bytes) -> Kind:
    """The kind of a file from its bytes.

    `shown` names it in messages, `suffix` is its suffix in lower case. Raises `CannotRead` for what is known not to be a
    report that can be read (an old Word file, a workbook, an archive), with what to do.

    >>> content_kind("a.txt", ".txt", b"%PDF-1.4 ..."), content_kind("a", "", b"<!DOCTYPE html><p>x"), content_kind("a.pdf", ".pdf", b"So 5")
    ('pdf', 'html', 'text')
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(shown, data)
    for magic, what, advice in _OTHER:
        if data.startswith(magic) and (len(magic) > 2 or b"\0" in data[:64]):
            raise CannotRead(shown, what, advice=advice)
    return "html" if _is_html(data) or (suffix in _HTML_SUFFIXES and b"<" in data) else "text"
