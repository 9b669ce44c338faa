"""PDF → lines: the text layer read by PDFium, tables from its rulings; pages without text are left to recognition."""

from __future__ import annotations

from typing import Any

from vankien.errors import CannotRead
from vankien.report.readers.apart import FEW_LETTERS
from vankien.report.readers.layout import PageLayout
from vankien.report.readers.limits import Limits, variable
from vankien.report.readers.pdf_page import RawPage, read_page
from vankien.report.restoration.restore import is_mangled

MEDIA_TYPE = "application/pdf"
_SCAN_SHARE = 0.5
_DRAWN_LETTERS = 300


def open_pdf(shown: str, data: bytes, limits: Limits) -> Any:
    """The document of a PDF (`pypdfium2.PdfDocument`).

    Raises `CannotRead` for one that is damaged, locked, empty or of more pages than the limit.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise CannotRead(shown, "is a PDF locked with a password", advice="save it without one") from None
        raise CannotRead(shown, "is a damaged PDF", advice="open and save it again") from None
    if not count:
        raise CannotRead(shown, "is a PDF without pages", advice="open and save it again")
    if count > limits.pages:
        raise CannotRead(
            shown, f"has {count:,} pages, more than {limits.pages:,}", advice=f"split it, or set {variable('pages')}"
        )
    return document


def _is_scan(page: RawPage) -> bool:
    """A page that is a picture: without text but with images or letters drawn as paths, or with text that a machine put
    behind the picture and that lost its Vietnamese letters."""
    text = "".join((" " if g.spaced else "") + g.text for g in page.layout.glyphs)
    if sum(c.isalnum() for c in text) < FEW_LETTERS:
        return page.image_share >= _SCAN_SHARE or page.paths >= _DRAWN_LETTERS
    return page.image_share >= _SCAN_SHARE and is_mangled(text)


def read_pages(shown: str, data: bytes, limits: Limits) -> tuple[list[PageLayout], list[int]]:
    """The pages of a PDF as its text layer has them, and the numbers (from 1) of those that are scans."""
    document = open_pdf(shown, data, limits)
    layouts, scans = [], []
    for number in range(1, len(document) + 1):
        try:
            page = document[number - 1]
        except Exception as error:  # noqa: BLE001 - PDFium names no cause for a page that it cannot load
            raise CannotRead(
                shown, f"page {number} is damaged ({type(error).__name__})", advice="save it again"
            ) from None
        raw = read_page(page, number)
        page.close()
        layouts.append(raw.layout)
        if _is_scan(raw):
            scans.append(number)
    return layouts, scans
