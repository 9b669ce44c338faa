"""Bytes of a text file → text: UTF-8, UTF-16, Windows-1258, and text in the fonts of before Unicode."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from vankien.errors import CannotRead
from vankien.report.readers.legacy import text_scheme, to_letters
from vankien.vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the name of the encoding that it was in (``utf-8`` for text that is printed as its bytes say)."""

    text: str
    encoding: str


_DECISIVE = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")
_EXPECTED = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯĩĨũŨÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúý“”‘’–—…•°±²³§«»₫\u00a0]")
_SHARE = 0.95


def _utf16(data: bytes) -> str | None:
    """UTF-16 by its byte order mark, or by the zeros that nearly every second byte is."""
    name = ""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    elif b"\0" in data:
        sample = data[:4096]
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        half = max(1, len(sample) // 2)
        if min(even, odd) <= half // 100 and max(even, odd) >= half // 4:
            name = "utf-16-le" if odd > even else "utf-16-be"
    if not name:
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.removeprefix("\ufeff")


def _windows_1258(data: bytes) -> str | None:
    """Windows-1258, whose tone marks are characters of their own: only if nearly all that is not ASCII is Vietnamese
    then, and some of it is what no Western text holds."""
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        return None
    beyond = [c for c in text if not c.isascii()]
    decisive, expected = len(_DECISIVE.findall(text)), len(_EXPECTED.findall(text))
    return text if decisive >= max(2, len(beyond) // 10) and expected >= _SHARE * len(beyond) else None


def _legacy(text: str) -> Decoded | None:
    scheme = text_scheme(text)
    return Decoded(to_letters(text, scheme), scheme) if scheme else None


def decode(shown: str, data: bytes) -> Decoded:
    """Decode the bytes of a text file; `shown` names it in messages.

    UTF-8 is tried first, so that a UTF-8 file is never read otherwise (but for one that holds text in an old font).
    Raises `CannotRead` with the line of the first byte that is not UTF-8 when no encoding fits.
    """
    wide = _utf16(data)
    if wide is not None:
        return _legacy(wide) or Decoded(wide, "utf-16")
    if b"\0" in data:
        raise CannotRead(shown, "holds zero bytes: not a text file", advice="save the document as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
        return _legacy(text) or Decoded(text, "utf-8")
    except UnicodeDecodeError as error:
        vietnamese = _windows_1258(data)
        if vietnamese is not None:
            return Decoded(vietnamese, "windows-1258")
        old = _legacy(data.decode("latin-1"))
        if old is not None:
            return old
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(
            shown, f"byte 0x{data[error.start]:02x} is not UTF-8", line=line, advice="save it again as UTF-8"
        ) from None
