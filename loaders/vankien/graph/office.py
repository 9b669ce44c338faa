"""Office files (XLSX, DOCX: Open Packaging Conventions, ECMA-376) whose bytes depend on their content alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import BinaryIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can state: of all its parts, instead of the clock's."""
_CORE = "docProps/core.xml"
_CLOCK = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def office_bytes(save: Callable[[BinaryIO], object]) -> bytes:
    """What a library saves into a file, with the time of writing taken out of the archive and of its properties.

    Two files of the same content are the same bytes, so that they can be compared, signed and kept under version control.
    """
    written, out = io.BytesIO(), io.BytesIO()
    save(written)
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as stable:
        for part in parts.infolist():
            data = parts.read(part)
            if part.filename == _CORE:
                data = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", data)
            entry = zipfile.ZipInfo(part.filename, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            stable.writestr(entry, data)
    return out.getvalue()
