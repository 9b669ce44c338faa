"""Pictures of pages → page layouts: straightened, their rulings found and wiped out, their words recognised.

Pillow does the geometry; the letters are Tesseract's. Words of a table are recognised cell by cell: all cells of a page
stand one below the other in one picture, so that no row is taken for a line of text.
"""

from __future__ import annotations

import re
import subprocess
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps

from vankien.errors import CannotRead
from vankien.report.readers.layout import Glyph, PageLayout
from vankien.report.readers.limits import Limits, variable
from vankien.report.readers.raster import bleach, find_rulings, straighten, wipe
from vankien.report.readers.rulings import Box, find_tables
from vankien.report.readers.tesseract import recognise

_DPI = 300
_LEAST_DPI, _MOST_DPI = 100, 600
_A4_INCHES = 8.27
_POINTS = 72
_PAGE_MODE, _COLUMN_MODE = 3, 6
_MARGIN = 24
_CELL_FRAME = 5
_TALLEST = 12_000
"""Tesseract takes no picture of more than 32,767 pixels a side."""

_PER_MILLE = re.compile(r"(?<=\d)%[oO0](?!\w)")
_MEDIA = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def image_media_type(data: bytes) -> str:
    """The media type of an image file."""
    return next((media for magic, media in _MEDIA.items() if data.startswith(magic)), "image/tiff")


def _open(shown: str, data: bytes, limits: Limits) -> Any:
    """The picture, not yet decoded; raises `CannotRead` for one that is damaged or larger than the limit."""
    Image.MAX_IMAGE_PIXELS = None  # the size is checked below, before anything is decoded
    try:
        image = Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
    except Exception as error:  # noqa: BLE001 - a damaged picture fails in many ways
        raise CannotRead(shown, f"is a damaged picture ({type(error).__name__})", advice="scan it again") from None
    _check_size(shown, image.width, image.height, limits)
    return image


def _check_size(shown: str, width: int, height: int, limits: Limits) -> None:
    if width * height > limits.pixels:
        raise CannotRead(
            shown,
            f"a picture of {width:,} x {height:,} pixels is larger than {limits.pixels:,}",
            advice=f"scan it at 300 dpi, or set {variable('pixels')}",
        )


def image_pages(shown: str, data: bytes, limits: Limits) -> int:
    """How many pages a picture file has; raises `CannotRead` for a damaged one and for one beyond the limits."""
    image = _open(shown, data, limits)
    try:
        count = int(getattr(image, "n_frames", 1))
    except Exception as error:  # noqa: BLE001 - a damaged picture fails in many ways
        raise CannotRead(shown, f"is a damaged picture ({type(error).__name__})", advice="scan it again") from None
    if count > limits.pages:
        raise CannotRead(
            shown, f"has {count:,} pages, more than {limits.pages:,}", advice=f"split it, or set {variable('pages')}"
        )
    return count


def _resolution(image: Any) -> float:
    """Dots per inch, as the file says, else as if the page were as wide as A4."""
    told = image.info.get("dpi", (0, 0))[0]
    try:
        dpi = float(told)
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    return dpi if _LEAST_DPI <= dpi <= _MOST_DPI else max(50.0, min(image.size) / _A4_INCHES)


def _normal(image: Any, dpi: float, limits: Limits) -> Any:
    """The picture in grey at the resolution that letters are recognised best at (but not beyond the limit of pixels),
    straightened."""
    grey = image.convert("L")
    factor = min(_DPI / dpi, (limits.pixels / (grey.width * grey.height)) ** 0.5)
    if not 0.9 < factor < 1.12:
        size = (max(1, round(grey.width * factor)), max(1, round(grey.height * factor)))
        grey = grey.resize(size, Image.Resampling.LANCZOS if factor < 1 else Image.Resampling.BICUBIC)
    return straighten(bleach(grey))


def _pnm(image: Any) -> bytes:
    out = BytesIO()
    image.save(out, "PPM")
    return out.getvalue()


def _words(tsv: str) -> Iterator[tuple[tuple[int, int, int], str, Box]]:
    """The words of Tesseract's table: the line they stand on, text, box (left, top, right, bottom) in pixels."""
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        text = _PER_MILLE.sub("‰", cells[11].strip())
        yield (int(cells[2]), int(cells[3]), int(cells[4])), text, (left, top, left + width, top + height)


def _glyphs(tsv: str) -> list[Glyph]:
    """Words as glyphs in points: those of one line stand on one base line and have the line's size."""
    lines: dict[tuple[int, int, int], list[tuple[str, Box]]] = {}
    for line, text, box in _words(tsv):
        lines.setdefault(line, []).append((text, box))
    scale = _POINTS / _DPI
    out = []
    for words in lines.values():
        bases = sorted(box[3] for _, box in words)
        heights = sorted(box[3] - box[1] for _, box in words)
        base, size = bases[len(bases) // 2], heights[len(heights) // 2]
        for text, box in words:
            out.append(Glyph(text, box[0] * scale, box[2] * scale, base * scale, size * scale, spaced=True))
    return out


def _stack(image: Any, boxes: Sequence[Box]) -> tuple[Any, list[tuple[int, int]]]:
    """All cells one below the other, and where each of them is (top and bottom in pixels)."""
    scale = _DPI / _POINTS
    crops = [
        image.crop(
            tuple(round(v * scale) + d for v, d in zip(box, (_CELL_FRAME,) * 2 + (-_CELL_FRAME,) * 2, strict=True))
        )
        for box in boxes
    ]
    places: list[tuple[int, int]] = []
    y = _MARGIN
    for crop in crops:
        places.append((y, y + crop.height))
        y += crop.height + _MARGIN
    sheet = Image.new("L", (max((c.width for c in crops), default=1) + 2 * _MARGIN, y), 255)
    for crop, (top, _) in zip(crops, places, strict=True):
        sheet.paste(crop, (_MARGIN, top))
    return sheet, places


def _sheets(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """The cells that are large enough to hold letters, in groups that are not too tall for one picture."""
    group: list[Box] = []
    height = 0.0
    for box in boxes:
        wide, high = ((box[i + 2] - box[i]) * _DPI / _POINTS for i in (0, 1))
        if min(wide, high) <= 4 * _CELL_FRAME:
            continue
        if group and height + high > _TALLEST:
            yield group
            group, height = [], 0.0
        group.append(box)
        height += high + _MARGIN
    if group:
        yield group


def _cells(image: Any, usable: Sequence[Box], seconds: int) -> list[Glyph]:
    """The words of the cells, moved back to where the cells are."""
    sheet, places = _stack(image, usable)
    out = []
    scale = _POINTS / _DPI
    for glyph in _glyphs(recognise(_pnm(sheet), _COLUMN_MODE, _DPI, seconds)):
        middle = (glyph.base - glyph.size / 2) / scale
        at = next(
            (i for i, (top, bottom) in enumerate(places) if top - _MARGIN / 2 <= middle < bottom + _MARGIN / 2), None
        )
        if at is None:
            continue
        across = usable[at][0] + (_CELL_FRAME - _MARGIN) * scale
        down = usable[at][1] + (_CELL_FRAME - places[at][0]) * scale
        out.append(replace(glyph, x0=glyph.x0 + across, x1=glyph.x1 + across, base=glyph.base + down))
    return out


def recognise_page(shown: str, image: Any, dpi: float, number: int, limits: Limits) -> PageLayout:
    """The layout of one page from its picture; raises `CannotRead` when recognition takes too long or fails."""
    try:
        straight = _normal(image, dpi, limits)
        rulings = find_rulings(straight, _DPI)
        wiped = wipe(straight, rulings, _DPI)
        size = (straight.width * _POINTS / _DPI, straight.height * _POINTS / _DPI)
        page = PageLayout(number, *size, (), tuple(rulings), is_scan=True)
        tables = find_tables(page)
        boxes = [box for table in tables for box in table.boxes]
        cells = [g for group in _sheets(boxes) for g in _cells(wiped, group, limits.page_seconds)]
        for box in boxes:
            wiped.paste(255, tuple(round(v * _DPI / _POINTS) for v in box))
        text = _glyphs(recognise(_pnm(wiped), _PAGE_MODE, _DPI, limits.page_seconds))
    except subprocess.TimeoutExpired:
        raise CannotRead(
            shown,
            f"page {number} took more than {limits.page_seconds} seconds to recognise",
            advice=f"set {variable('page_seconds')}",
        ) from None
    except subprocess.CalledProcessError as error:
        words = error.stderr.decode("utf-8", "replace").split("\n")[0][:200]
        raise CannotRead(shown, f"page {number} was not recognised ({words})", advice="scan it again") from None
    return replace(page, glyphs=(*text, *cells))


def recognise_image(shown: str, data: bytes, limits: Limits) -> list[PageLayout]:
    """The layouts of the pages of a picture file (PNG, JPEG, TIFF)."""
    pages = []
    for number in range(1, image_pages(shown, data, limits) + 1):
        image = _open(shown, data, limits)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                image.seek(number - 1)
                _check_size(shown, image.width, image.height, limits)
                dpi = _resolution(image)
                upright = ImageOps.exif_transpose(image)
        except CannotRead:
            raise
        except Exception as error:  # noqa: BLE001 - a damaged picture fails in many ways
            raise CannotRead(shown, f"is a damaged picture ({type(error).__name__})", advice="scan it again") from None
        pages.append(recognise_page(shown, upright, dpi, number, limits))
    return pages


def recognise_pdf(shown: str, data: bytes, numbers: Sequence[int], limits: Limits) -> Iterator[PageLayout]:
    """The layouts of some pages (from 1) of a PDF, recognised in their pictures."""
    from vankien.report.readers.pdf import open_pdf

    document = open_pdf(shown, data, limits)
    for number in numbers:
        page = document[number - 1]
        width, height = page.get_size()
        most = (limits.pixels / max(1.0, width * height)) ** 0.5
        dpi = min(_DPI, most * _POINTS * 0.99)
        image = page.render(scale=dpi / _POINTS, grayscale=True).to_pil()
        page.close()
        yield recognise_page(shown, image, dpi, number, limits)
