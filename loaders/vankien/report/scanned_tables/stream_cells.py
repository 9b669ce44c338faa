"""The lines of one column of a scanned table, read from top to bottom → its cells.

A column of values has one number a line, a column of units or verdicts a word or two, a column of labels whole phrases
over several lines. What a line is, is told by its words alone: the engine leaves no other trace of the rulings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from vankien.model import Lexicon, Passage
from vankien.report.join import join_passages
from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.bound_words import with_bounds
from vankien.report.scanned_tables.words import atoms_to_verdict, is_value, line_to_atoms, unit_of_cell
from vankien.report.tables.rows import is_self_contained
from vankien.vietnamese import ROMAN, fold

_TORN_MARK = re.compile(r"(?<=\d)\s?([.,])\s+(?=\d)")
_TORN_THOUSANDS = re.compile(r"(?<=\d)\s(?=\d{3}(?!\d))")
_TORN_RANGE = re.compile(r"(?<=\d)\s*[-–]\s*(?=\d)")
_SPECKS = re.compile(r"^(?:[^\w<>≥≤%-]+\s)+|[\s.:;'’‘|\]\[]+$")
_NUMBER = re.compile(r"[<>≥≤~]?-?\d{1,3}(?:\.\d{3})*(?:[.,]\d{1,3})?%?(?:-\d[\d.]*(?:,\d+)?%?)?|-|\d{4,}")
_OPEN = re.compile(r"(?:[,-]|\b(?:của|và|về|với|cho|tại|theo|trong|đến|được|các|có|hoặc|trên))$")
_ROW_NUMBER = re.compile(r"(?P<no>\d{1,2}|[-–+])\s*[|.)]?\s+(?=[^\W\d_])")
SECTION_NUMBER = re.compile(rf"(?:{ROMAN}|[A-E])\s*[|.)-]?\s+(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class StreamCell:
    """A cell: what it prints, as it is to be read (empty if it is wrecked), its place, whether it opens a part (a dash)
    or a section, and the number of its row."""

    text: str
    passage: Passage
    parts: tuple[Passage, ...] = ()
    dash: bool = False
    section: bool = False
    no: Passage | None = None


def value_of(line: BodyLine) -> str | None:
    """The one number that a line prints, blanks inside it closed up, a bound in words as its sign; None for other lines."""
    atoms = [a for a in with_bounds(line_to_atoms(line)) if re.search(r"\w|^[-–—]$", a.printed)]
    if len(atoms) == 1 and is_value(atoms[0]):
        text = atoms[0].printed.rstrip(".,;:'’").lstrip("~" if line.printed[:1] == "~" else "")
        return "-" if text in "–—" else text
    text = _SPECKS.sub("", " ".join(a.printed for a in atoms))
    text = _TORN_RANGE.sub("-", _TORN_THOUSANDS.sub(".", _TORN_MARK.sub(r"\1", text)))
    return text if _NUMBER.fullmatch(text) else None


_WRECKS = 0.2
_BOUND = re.compile(r"(?:khoang|tren|duoi|tu|tren tu|[<>≥≤~])")


def value_cells(lines: Sequence[BodyLine]) -> tuple[list[StreamCell], int]:
    """The numbers that lines print, one a line, and how many lines they take: up to the first line that is none, and below
    which none stands. A wrecked number is a cell without text, of which there may be one in five; a bound (``Khoảng``) or the
    first half of a range (``45-``) goes with the number on the next line."""
    cells: list[StreamCell] = []
    at = used = 0
    while at < len(lines):
        size = 2 if _goes_on(lines[at]) and at + 1 < len(lines) else 1
        text = value_of(lines[at]) if size == 1 else _joined_value(lines[at], lines[at + 1])
        if text is None and (not cells or used < at - 1):
            break
        cells.append(StreamCell(text or "", lines[at].passage))
        at += size
        used = at if text is not None else used
    while cells and not cells[-1].text:
        cells.pop()
    wrecks = sum(not c.text for c in cells)
    return (cells, used) if cells and wrecks <= _WRECKS * len(cells) else ([], 0)


def _goes_on(line: BodyLine) -> bool:
    text = fold(line.text).strip(" .,;:")
    return bool(_BOUND.fullmatch(text) or re.search(r"\d\s?[-–]$", text))


def _joined_value(first: BodyLine, second: BodyLine) -> str | None:
    """The number of two lines, the first of which holds its bound or its lower end."""
    below = value_of(second)
    if below is None or not below[:1].isdigit():
        return None
    if any(c.isdigit() for c in first.printed):
        text = f"{first.printed.split()[-1].rstrip('-–')}-{below}"
        return text if _NUMBER.fullmatch(text) else None
    sign = with_bounds([*line_to_atoms(first), *line_to_atoms(second)])
    return sign[-1].printed if len(sign) == 1 else below


def text_cells(lines: Sequence[BodyLine]) -> list[StreamCell]:
    """The cells of a column of names: each opens with a capital, its other lines with a small letter."""
    cells: list[list[Passage]] = []
    for line in lines:
        if cells and (line.text[:1].islower() or _OPEN.search(cells[-1][-1].text)):
            cells[-1].append(line.passage)
        else:
            cells.append([line.passage])
    return [StreamCell(join_passages(c).text, c[0], tuple(c)) for c in cells]


def unit_cells(lines: Sequence[BodyLine], lexicon: Lexicon) -> list[StreamCell]:
    """The units of a column, each on one line or two; one that no list knows is a cell without text."""
    cells: list[StreamCell] = []
    at = 0
    while at < len(lines):
        two = unit_of_cell(f"{lines[at].printed}{lines[at + 1].printed}", lexicon) if at + 1 < len(lines) else None
        one = unit_of_cell(lines[at].printed, lexicon)
        if two and (one is None or lines[at + 1].printed[:1].islower()):
            cells.append(StreamCell(two, lines[at].passage))
            at += 2
            continue
        cells.append(StreamCell(one or "", lines[at].passage))
        at += 1
    return cells


def verdict_cells(lines: Sequence[BodyLine], lexicon: Lexicon) -> tuple[list[StreamCell], int]:
    """The verdicts that lines print, each on one line or two (``Chưa`` / ``đạt``), and how many lines they take, up to the first
    that is none."""
    cells: list[StreamCell] = []
    at = 0
    while at < len(lines):
        for size in (1, 2):
            atoms = [a for line in lines[at : at + size] for a in line_to_atoms(line) if len(a.key) > 1]
            verdict = atoms_to_verdict(atoms, lexicon) if len(atoms) <= 3 else None
            if verdict and not (size == 1 and _is_half(lines, at)):
                cells.append(StreamCell(verdict, lines[at].passage))
                at += size
                break
        else:
            break
    return cells, at


def _is_half(lines: Sequence[BodyLine], at: int) -> bool:
    """A verdict whose second word stands on the next line, in small letters."""
    return at + 1 < len(lines) and lines[at + 1].printed[:1].islower() and not lines[at + 1].blank_above


_CORE = (
    r"(?:kinh te|van hoa|xa hoi|moi truong|tai nguyen|quoc phong|an ninh|doi ngoai|noi chinh|do thi|nong thon|y te|giao duc"
    r"|(?:xay dung )?(?:chinh don )?dang|he thong chinh tri|chinh tri|ket cau ha tang)"
)
_FIELD = re.compile(
    rf"(?:(?:ve|va|cac|nhom|chi tieu|linh vuc|phat trien|bao ve|cong tac|xay dung) )*{_CORE}(?:(?: va)? (?:phat trien |bao ve |xay dung )?{_CORE})*"
)


def is_section_name(text: str) -> bool:
    """Does a label name the field that the rows below it belong to?

    >>> [is_section_name(t) for t in ("Văn hóa - xã hội", "VỀ KINH TẾ", "Cơ cấu kinh tế", "Phát triển đảng viên mới")]
    [True, True, False, False]
    """
    return _FIELD.fullmatch(_words(text)) is not None


def _words(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", fold(text)))


@lru_cache(maxsize=4)
def _fields(lexicon: Lexicon) -> frozenset[str]:
    """The names of all fields of policy, by their letters."""
    return frozenset(_words(s) for concept in lexicon["themes"] for s in concept.all_spellings())


def may_be_section(text: str, lexicon: Lexicon) -> bool:
    """A label that is the name of a field and no more (``Chăn nuôi``, ``Cơ cấu kinh tế``): it may head the rows below it."""
    return _words(text) in _fields(lexicon) and not is_self_contained(text)


def label_cells(lines: Sequence[BodyLine]) -> list[StreamCell]:
    """The labels of a column: a line in small letters goes on with the one above it, and so does what follows an open end."""
    cells: list[list[BodyLine]] = []
    for line in lines:
        text = line.text
        numbered = _ROW_NUMBER.match(text) is not None
        on = text[:1].islower() or text[:1] in "(,;/" or not any(c.isalpha() for c in text)
        on = on or (bool(cells) and not numbered and not line.blank_above and bool(_OPEN.search(cells[-1][-1].text)))
        if on and cells and not numbered:
            cells[-1].append(line)
        else:
            cells.append([line])
    return [_label_cell(cell) for cell in cells]


def _label_cell(lines: Sequence[BodyLine]) -> StreamCell:
    first = lines[0].passage
    number, section = _ROW_NUMBER.match(first.text), SECTION_NUMBER.match(first.text)
    mark = number or section
    no = first.part(*number.span("no")) if number and number["no"].isdigit() else None
    front = first.part(mark.end(), len(first.text)) if mark else first
    parts = (front, *(line.passage for line in lines[1:]))
    text = " ".join(p.text for p in parts)
    named = section is not None or is_section_name(text)
    return StreamCell(text, first, parts, bool(number and no is None), named, no)
