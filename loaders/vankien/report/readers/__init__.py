"""Files that are not plain text → lines: one module per format, chosen by what the bytes are."""

from __future__ import annotations

import os

from vankien.errors import CannotRead, VankienError
from vankien.report.readers.kinds import Kind
from vankien.report.readers.limits import Limits
from vankien.report.readers.printed import Extract


def _read(kind: Kind, shown: str, data: bytes, limits: Limits) -> Extract:
    """The reader of a kind; each is imported only when a file needs it."""
    if kind == "docx":
        from vankien.report.readers.docx import read_docx

        return read_docx(shown, data, limits)
    if kind == "html":
        from vankien.report.readers.html import read_html

        return read_html(shown, data, limits)
    from vankien.report.readers.apart import read_apart

    return read_apart(kind, shown, data, limits)


def extract(kind: Kind, shown: str, data: bytes, limits: Limits) -> Extract:
    """The lines of a file of a kind that is no text.

    Raises `CannotRead` for what cannot be read: also for whatever a library stumbles over in a damaged file
    (``VANKIEN_DEBUG=1`` lets that through).
    """
    try:
        return _read(kind, shown, data, limits)
    except VankienError:
        raise
    except RecursionError:
        raise CannotRead(shown, "is nested too deeply", advice="save it again as PDF or text") from None
    except Exception as error:
        if os.environ.get("VANKIEN_DEBUG") == "1":
            raise
        words = " ".join(str(error).split())[:200]
        raise CannotRead(
            shown, f"is damaged ({type(error).__name__}: {words})", advice="open and save it again"
        ) from None
