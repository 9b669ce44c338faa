"""The safe door to a Word file: what is in the archive is weighed before anything of it is unpacked or parsed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from vankien.errors import CannotRead
from vankien.report.readers.limits import Limits, check_tags, variable

if TYPE_CHECKING:
    from docx.document import Document

_MEMBERS = 20_000
_XML = (".xml", ".rels")
_DOCTYPE = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def _weigh(shown: str, members: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raises `CannotRead` for an archive that is locked, or that would unpack to more than the limits."""
    if any(m.flag_bits & 1 for m in members):
        raise CannotRead(shown, "is locked with a password", advice="save it without one")
    total = sum(m.file_size for m in members)
    if total > limits.unpacked or len(members) > _MEMBERS:
        raise CannotRead(
            shown,
            f"unpacks to {total:,} bytes in {len(members):,} parts: more than a report has",
            advice=f"set {variable('unpacked')} if it is one",
        )


def open_package(shown: str, data: bytes, limits: Limits) -> Document:
    """The Word document of an archive.

    Raises `CannotRead` for what is damaged, locked, beyond the limits, or declares XML entities (no Word file does; they
    are how such files attack their readers).
    """
    import docx

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            _weigh(shown, members, limits)
            for member in members:
                if member.filename.lower().endswith(_XML):
                    part = package.read(member)
                    check_tags(shown, part, limits)
                    if any(mark in part for mark in _DOCTYPE):
                        raise CannotRead(shown, f"declares XML entities in {member.filename!r}: refused")
        return docx.Document(BytesIO(data))
    except CannotRead:
        raise
    except Exception as error:  # noqa: BLE001 - damaged archives and XML fail in many ways
        words = " ".join(str(error).split())[:200]
        raise CannotRead(
            shown, f"is a damaged Word file ({type(error).__name__}: {words})", advice="open and save it in Word"
        ) from None
