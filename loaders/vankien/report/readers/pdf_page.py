"""One page of a PDF as PDFium reads it → glyphs and rulings. Nothing is decided here of what they mean."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from vankien.report.readers.layout import Glyph, PageLayout, Ruling
from vankien.report.readers.legacy import Scheme, font_scheme, from_font, to_letters

_HEAVY = 600
_FILL_AND_STROKE = 2
_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line
_THIN = 3.0
_SHORT = 4.0
_MAX_FORMS = 8
_MAX_OBJECTS = 100_000
_MAX_SEGMENTS = 20_000
_TURNED = math.radians(20)
_UPRIGHT = (math.radians(80), math.radians(100))
_NAME_BYTES = 256

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page with what tells whether it is a picture of letters: the part of it that images cover (all of them together:
    scanners cut pages into strips), and how many paths are drawn on it."""

    layout: PageLayout
    image_share: float
    paths: int


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text object is set: font, whether bold, size in points, direction (0 = as usual, 1 = upwards or downwards,
    2 = aslant)."""

    font: str
    bold: bool
    size: float
    turned: int


def _times(a: Matrix, b: Matrix) -> Matrix:
    """First a, then b."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _apply(m: Matrix, x: float, y: float) -> Point:
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def _frame(page: Any) -> tuple[float, float, Matrix]:
    """Width and height of the page as it is read, and the matrix from its own space (y upwards, not turned) to ours."""
    left, bottom, right, top = page.get_mediabox()
    wide, high = right - left, top - bottom
    turn = page.get_rotation()
    matrices: dict[int, Matrix] = {
        0: (1, 0, 0, -1, -left, top),
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    return (high, wide, matrices[turn]) if turn in (90, 270) else (wide, high, matrices.get(turn, matrices[0]))


def _matrix(get: Callable[..., Any], *what: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if get(*what, m) else _IDENTITY


# --- text ------------------------------------------------------------------------------------------------------


def _look(text: Any, index: int, object: Any, frame: Matrix) -> _Look:
    font = pdfium.FPDFTextObj_GetFont(object)
    buffer = ctypes.create_string_buffer(_NAME_BYTES)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_BYTES)
    name = buffer.value.decode("utf-8", "replace")
    bold = pdfium.FPDFFont_GetWeight(font) >= _HEAVY or "bold" in name.lower()
    bold = bold or pdfium.FPDFTextObj_GetTextRenderMode(object) == _FILL_AND_STROKE
    m = _times(_matrix(pdfium.FPDFText_GetMatrix, text, index), frame)
    size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(m[2], m[3])
    angle = abs(math.atan2(m[1], m[0]))
    turned = 0 if angle < _TURNED else 1 if _UPRIGHT[0] < angle < _UPRIGHT[1] else 2
    return _Look(name, bold, size if 1 <= size <= 400 else 10.0, turned)


def _letters(code: int) -> str:
    """The character of a code; half of a pair, private and control characters give none."""
    if code == _HYPHEN:
        return "-"
    if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    return chr(code)


def _ended(glyph: Glyph, x: float) -> Glyph:
    """A glyph that ends where the blank behind it starts, if that is inside it."""
    return replace(glyph, x1=x) if glyph.x0 < x < glyph.x1 else glyph


def _glyphs(text: Any, frame: Matrix) -> Iterator[tuple[Glyph, Scheme | None]]:
    """The glyphs in the order of the file, each with the scheme of its old font; marks join the letter they stand on."""
    across, down = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    looks: dict[int, _Look] = {}
    spaced = False
    pending: tuple[Glyph, Scheme | None] | None = None
    for index in range(pdfium.FPDFText_CountChars(text)):
        letter = _letters(pdfium.FPDFText_GetUnicode(text, index))
        if not letter or letter.isspace():
            # blanks that PDFium adds by itself are left to the gaps between the glyphs, but they tell where the letter
            # before ends: its box may reach further (the horn of Ư)
            spaced = spaced or pdfium.FPDFText_IsGenerated(text, index) == 0
            if pending and pdfium.FPDFText_GetLooseCharBox(text, index, box):
                pending = (_ended(pending[0], _apply(frame, box.left, box.bottom)[0]), pending[1])
            continue
        if pending and unicodedata.combining(letter):
            pending = (replace(pending[0], text=pending[0].text + letter), pending[1])
            continue
        object = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.cast(object, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text, index, object, frame)
        look = looks[key]
        if look.turned == 2 or not pdfium.FPDFText_GetLooseCharBox(text, index, box):
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, across, down)
        corners = (_apply(frame, box.left, box.bottom), _apply(frame, box.right, box.top))
        base = _apply(frame, across.value, down.value)[1]
        x0, x1 = min(c[0] for c in corners), max(c[0] for c in corners)
        if not all(map(math.isfinite, (x0, x1, base))):
            continue
        if pending:
            yield pending
        scheme = font_scheme(look.font)
        shown = from_font(letter, look.font) if scheme == "tcvn3" else letter
        pending = (Glyph(shown, x0, x1, base, look.size, look.bold, spaced, look.turned == 1), scheme)
        spaced = False
    if pending:
        yield pending


def _without_vni(glyphs: list[tuple[Glyph, Scheme | None]]) -> tuple[Glyph, ...]:
    """The glyphs with letters of VNI fonts, where a letter and its mark are two glyphs, put together."""
    out: list[Glyph] = []
    skip = False
    for (glyph, scheme), (after, _) in pairwise([*glyphs, (Glyph("", 0, 0, 0, 1), None)]):
        if skip:
            skip = False
            continue
        if scheme != "vni":
            out.append(glyph)
            continue
        pair = to_letters(glyph.text + after.text, "vni") if after.text and not after.spaced else ""
        skip = len(pair) == 1
        out.append(
            replace(glyph, text=pair, x1=after.x1) if skip else replace(glyph, text=to_letters(glyph.text, "vni"))
        )
    return tuple(out)


# --- rulings and images ----------------------------------------------------------------------------------------


def _objects(page: Any) -> Iterator[tuple[Any, int, Matrix]]:
    """The objects of a page, also those inside forms, with their kind and the matrix of the form they are in."""
    left = _MAX_OBJECTS

    def inside(form: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
        nonlocal left
        for index in range(min(left, pdfium.FPDFFormObj_CountObjects(form))):
            yield from kinds(pdfium.FPDFFormObj_GetObject(form, index), matrix, depth)

    def kinds(object: Any, matrix: Matrix, depth: int) -> Iterator[tuple[Any, int, Matrix]]:
        nonlocal left
        left -= 1
        kind = pdfium.FPDFPageObj_GetType(object)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _MAX_FORMS:
                own = _matrix(pdfium.FPDFPageObj_GetMatrix, object)
                yield from inside(object, _times(own, matrix), depth + 1)
        else:
            yield object, kind, matrix

    for index in range(min(_MAX_OBJECTS, pdfium.FPDFPage_CountObjects(page))):
        if left <= 0:
            return
        yield from kinds(pdfium.FPDFPage_GetObject(page, index), _IDENTITY, 0)


def _corners(path: Any, matrix: Matrix) -> Iterator[tuple[int, Point]]:
    """The kinds and points of a path's segments."""
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(_MAX_SEGMENTS, pdfium.FPDFPath_CountSegments(path))):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        yield pdfium.FPDFPathSegment_GetType(segment), _apply(matrix, x.value, y.value)


def _straight(a: Point, b: Point) -> Ruling | None:
    """The ruling between two points, if it is straight and long enough."""
    (x0, y0), (x1, y1) = sorted((a, b))
    across, down = abs(x1 - x0), abs(y1 - y0)
    if across <= 1.0 and down >= _SHORT:
        middle = (x0 + x1) / 2
        return Ruling(middle, min(y0, y1), middle, max(y0, y1))
    if down <= 1.0 and across >= _SHORT:
        middle = (y0 + y1) / 2
        return Ruling(x0, middle, x1, middle)
    return None


def _rulings(path: Any, matrix: Matrix) -> Iterator[Ruling]:
    """The straight lines of a path; a thin filled box counts as one line."""
    points = list(_corners(path, matrix))
    if len(points) < 2 or not all(math.isfinite(v) for _, p in points for v in p):
        return
    xs, ys = [p[0] for _, p in points], [p[1] for _, p in points]
    across, down = max(xs) - min(xs), max(ys) - min(ys)
    if min(across, down) <= _THIN and max(across, down) >= _SHORT:
        middle = (_half_way(xs), _half_way(ys))
        ends = (
            ((middle[0], min(ys)), (middle[0], max(ys)))
            if across < down
            else ((min(xs), middle[1]), (max(xs), middle[1]))
        )
        found = _straight(*ends)
        if found:
            yield found
        return
    start = points[0][1]
    for (_, before), (kind, point) in pairwise([*points, (pdfium.FPDF_SEGMENT_LINETO, start)]):
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and (found := _straight(before, point)):
            yield found


def _half_way(values: list[float]) -> float:
    """Half way between the least and the largest value."""
    return (min(values) + max(values)) / 2


def read_page(page: Any, number: int) -> RawPage:
    """Read a page of a `pypdfium2.PdfDocument`; `number` counts from 1."""
    width, height, frame = _frame(page)
    textpage = page.get_textpage()
    glyphs = _without_vni(list(_glyphs(textpage.raw, frame)))
    textpage.close()
    rulings: list[Ruling] = []
    covered = 0.0
    paths = 0
    for object, kind, form in _objects(page):
        matrix = _times(_times(_matrix(pdfium.FPDFPageObj_GetMatrix, object), form), frame)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rulings += _rulings(object, matrix)
            paths += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            area = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
            covered += area / max(1.0, width * height)
    inside = tuple(g for g in glyphs if g.x0 >= -1 and g.x1 <= width + 1 and 0 <= g.base <= height + 1)
    return RawPage(PageLayout(number, width, height, inside, tuple(rulings)), min(1.0, covered), paths)
