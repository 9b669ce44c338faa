"""Office files (XLSX, DOCX: Open Packaging Conventions, ECMA-376) whose bytes depend on their content alone."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import BinaryIO

from vankien.graph.files.zipped import zipped

_CORE = "docProps/core.xml"
_CLOCK = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def office_bytes(save: Callable[[BinaryIO], object]) -> bytes:
    """What a library saves into a file, with the time of writing taken out of the archive and of its properties.

    Two files of the same content are the same bytes, so that they can be compared, signed and kept under version control.
    """
    written = io.BytesIO()
    save(written)
    with zipfile.ZipFile(written) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[_CORE] = _CLOCK.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", parts[_CORE])
    return zipped(parts)
