"""A grid of cells → a table: which rows head others, which group a row belongs to, what the title is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from vankien.model import Cell, Passage, Piece, Row, Table
from vankien.report.page.pages import BodyLine
from vankien.report.tables.header import Column, header_to_columns
from vankien.vietnamese import ROMAN, UPPER, fold, is_upper

Grid = list[list[Passage]]
"""Rows of cells, every row as long as the header."""

VALUES = frozenset({"target", "result", "percent", "verdict", "compare", "period", "value"})

_SECTION_NO = re.compile(rf"(?:{ROMAN}|[A-ZĐ])[.)]?")
_LABELLED_SECTION = re.compile(rf"(?:(?:{ROMAN}|[A-ZĐ])\s?[-.)/]\s*|(?:{ROMAN})\s+)(?=[{UPPER}])")
_CHILD = re.compile(r"[-–+*•]\s*\S|[a-zđ]\)\s|(?i:trong đó|tr\.?\s?đó|riêng)\b")
_CHILD_NO = re.compile(r"[-–+*•]|[a-zđ][.)]?|\d+(?:\.\d+)+\.?")
_PARTS_FOLLOW = re.compile(r"(?:trong đó|(?:bao )?gồm|chia ra|cụ thể|trong đó gồm)", re.IGNORECASE)
"""A row that only says that the rows below are parts of the one above it."""
_HEAD = re.compile(
    r"(?:ty le|ti le|ty trong|ty suat|so|tong|muc|toc do|dien tich|gia tri|san luong|thu|grdp|kim ngach|nang suat|chi so"
    r"|diem|quy mo|doanh thu|von|luot|ket nap|giai quyet|dao tao)\b"
)
"""First words of a label that needs no parent to be understood (folded)."""
_BARE = re.compile(
    r"(?:toc do )?(?:tang|giam)(?: truong)?(?: binh quan)?(?: (?:hang|moi) nam| nam)?|(?:ty|ti) (?:le|trong)|so voi (?:nam truoc|cung ky)"
)
"""A label that is a word of measuring alone: a row without a number says it of the row above."""
_SECTOR = re.compile(
    r"(?:(?:khu vuc|cac nganh|nganh|linh vuc) )?(?:nong|cong nghiep|xay dung|(?:thuong mai[ ,-]+)?dich vu|thue san pham)\b[a-z ,&-]{0,40}"
)
_OF_SECTORS = re.compile(r"\b(?:tang|co cau|grdp|gdp|gia tri san xuat|tong san pham|gia tri tang them)\b")
"""``Công nghiệp - xây dựng`` without a number, below ``Tốc độ tăng GRDP``: a part of it."""
_RATE = re.compile(r"(?:ty|ti) (?:le|trong|suat)|toc do|co cau|chi so|he so|tang truong|muc (?:tang|giam)")
"""First words of a label whose unit need not be that of the row above."""


def blank_like(passage: Passage) -> Passage:
    """An empty cell that stands where `passage` stands."""
    piece = passage.pieces[0]
    return Passage("", (Piece(0, piece.line, piece.start),))


def _numbers_row(texts: Sequence[str]) -> bool:
    """A row that only numbers the columns: ``(1) (2) (3)`` or ``A B 1 2 3=2/1``."""
    marks = [t.strip("() ") for t in texts if t.strip()]
    digits = [int(m.split("=")[0]) for m in marks if re.fullmatch(r"\d{1,2}(?:=.*)?", m)]
    letters = [m for m in marks if re.fullmatch(r"[A-E]", m)]
    return len(marks) >= 3 and len(digits) + len(letters) == len(marks) and digits == list(range(digits[0] if digits else 1, (digits[0] if digits else 1) + len(digits))) and bool(digits)  # fmt: skip


@dataclass
class _Above:
    """The rows above the current one: section rows, the parent row, and the last full row."""

    sections: list[tuple[int, str]] = field(default_factory=list)
    parent: str = ""
    parent_is_open: bool = False
    full: str = ""
    group: str = ""
    unit: str = ""
    """The unit of the parent row, else of the last full row."""

    def open_section(self, rank: int, text: str) -> None:
        """A section row closes the sections of its rank and below."""
        self.sections = [s for s in self.sections if s[0] < rank] + [(rank, text)]
        self.parent, self.full, self.group, self.unit = "", "", "", ""

    def parents(self, parent: str) -> tuple[str, ...]:
        """The labels above a row, outermost first."""
        return (*(text for _, text in self.sections), *((parent,) if parent else ()))


def _rank(number: str) -> int:
    """A letter heads Roman numerals; capitals without a number come last."""
    mark = number.strip(".) ")
    if not mark:
        return 2
    return 1 if re.fullmatch(ROMAN, mark) else 0


def _clean(label: str) -> str:
    return re.sub(r"^[-–+*•]\s*", "", label).rstrip(" :;.")


def _head_words(label: str) -> str:
    return " ".join(fold(_clean(label)).split()[:2])


def _is_bare(label: str) -> bool:
    return _BARE.fullmatch(fold(re.sub(r"\s*\([^()]*\)", "", _clean(label))).strip()) is not None


def _is_sector(label: str, full: str) -> bool:
    """A sector of the economy below what the whole of it comes to."""
    plain = fold(re.sub(r"\s*\([^()]*\)", "", _clean(label))).strip()
    return _SECTOR.fullmatch(plain) is not None and _OF_SECTORS.search(fold(full)) is not None


def _is_child(number: str, label: str, above: _Above) -> bool:
    """A row below a parent: marked by a dash or a letter, or unnumbered below an open parent or a row that it needs."""
    if _CHILD.match(label) or (number and _CHILD_NO.fullmatch(number)):
        return True
    if not number and above.full and above.group and (_is_bare(label) or _is_sector(label, above.full)):
        return True
    if number or not (above.parent and above.parent_is_open):
        return False
    return _head_words(label) != _head_words(above.parent) and not _HEAD.match(fold(label))


def is_self_contained(label: str) -> bool:
    """True for a label that needs no parent to be understood.

    >>> is_self_contained("- Tỷ lệ hộ có điện"), is_self_contained("Cây chè")
    (True, False)
    """
    return bool(_HEAD.match(fold(_clean(label))))


def _is_part(label: str, full: str) -> bool:
    """A part of the revenue, the spending or the capital of the row above ("- Thu nội địa" below "Tổng thu ngân sách")."""
    part = re.match(r"(thu|chi|von)\b(?! nhap)", fold(_clean(label)))
    return bool(part and re.match(rf"(?:tong )?(?:so )?{part[1]}\b(?! nhap)", fold(full)))


def _section_of(number: str, label: str, texts: Sequence[str]) -> tuple[int, str] | None:
    """The rank and text of a section row: numbered by a Roman numeral or letter, in capitals, or alone in its row."""
    if number and label and _SECTION_NO.fullmatch(number):
        return _rank(number), f"{number} {label}"
    alone = next(t for t in texts if t) if sum(bool(t) for t in texts) == 1 else label
    match = _LABELLED_SECTION.match(alone)
    if match:
        return _rank(re.split(r"[-.)/\s]", alone)[0]), alone
    return (2, alone) if alone and is_upper(alone) and len(alone) > 4 and not number.isdigit() else None


def _label_row(number: str, label: str, unit: str, above: _Above) -> None:
    """A row without values heads the rows below it, or numbers their group."""
    if number.strip(".").isdigit():
        above.group = number.strip(".")
    if label:
        if _PARTS_FOLLOW.fullmatch(label.strip(" :")):
            above.parent, above.parent_is_open = above.parent or above.full, True
            return
        is_child = bool(_CHILD.match(label)) and not label.rstrip().endswith(":")
        if not is_child or not above.parent:
            above.parent, above.parent_is_open = _clean(label), label.rstrip().endswith(":") or bool(number) or True
            above.unit = unit


def grid_to_rows(columns: Sequence[Column], grid: Grid) -> tuple[Row, ...]:
    """The body rows of a grid with their parents and groups; rows that only head others are folded into them.

    Tables without value columns (tasks, lists of documents) keep every row that is no section.
    """
    kinds = [c.kind for c in columns]
    no = kinds.index("no") if "no" in kinds else None
    name = next((i for i, k in enumerate(kinds) if k in ("label", "scope", "abstract")), 0 if no is None else 1)
    values = [i for i, k in enumerate(kinds) if k in VALUES and i != name]
    said = [i for i, k in enumerate(kinds) if k in ("body", "code", "date", "deadline")] if values else []
    unit_at = kinds.index("unit") if "unit" in kinds else None
    above, rows = _Above(), []
    for cells in grid:
        texts = [c.text for c in cells]
        if not any(texts) or _numbers_row(texts):
            continue
        number, label = (texts[no].strip() if no is not None else ""), texts[name] if name < len(texts) else ""
        unit = texts[unit_at].strip(" -–") if unit_at is not None and unit_at < len(texts) else ""
        content = values or [i for i in range(len(texts)) if i not in (no, name)]
        if not any(texts[i] for i in (*content, *said)):
            section = _section_of(number, label, texts)
            if section:
                above.open_section(*section)
                continue
            if values:
                _label_row(number, label, unit, above)
                continue
        if said and _SECTION_NO.fullmatch(number) and label and not any(texts[i] for i in said):
            above.open_section(_rank(number), f"{number} {label}")  # a group of schemes with the sum of its funds
        rows.append(_value_row(cells, number, label, unit, above))
        if said and _SECTION_NO.fullmatch(number) and label and not any(texts[i] for i in values):
            above.open_section(_rank(number), f"{number} {label}")  # a group with the body in charge of all its rows
    return tuple(rows)


def _value_row(cells: list[Passage], number: str, label: str, unit: str, above: _Above) -> Row:
    if number.strip(".)").isdigit():
        if number.strip(".)") != above.group:
            above.parent = ""
        above.group = number.strip(".)")
    child = _is_child(number, label, above)
    parent = ""
    if child:
        self_contained = is_self_contained(label) and not _is_part(label, above.full) and not above.parent
        parent = above.parent or ("" if self_contained and not _is_bare(label) else above.full)
    else:
        above.parent, above.full, above.unit = "", _clean(label), unit
    leans = child and not unit and (above.unit == "%" or not _RATE.match(fold(_clean(label))))
    group = above.group or re.split(r"[.)]", number)[0]
    return Row(tuple(Cell(c) for c in cells), above.parents(parent), group, above.unit if leans else "")


_TITLE = re.compile(r"(?:phu luc|bieu|phu bieu|bang)\b(?: so)?|\(?(?:don vi(?: tinh)?|dvt) ?:|\(kem theo|\(ban hanh")
_TOLD = re.compile(
    r"(?:ket qua|tinh hinh|hien trang|thuc trang|tong hop|thong ke|so lieu|he thong|danh muc|lo trinh|phan ky|phan cong|mot so|(?:cac )?(?:chi|muc) tieu)\b"
    r"(?=.*\b(?:chi tieu|muc tieu|nghi quyet|ke hoach|nhiem ky|giai doan|nam 20\d\d)\b)[^.:;]{10,200}"
)
"""A title that is printed like a sentence: ``Kết quả thực hiện các chỉ tiêu Nghị quyết Đại hội lần thứ XV``."""
_TERM = re.compile(r"\(?(?:19|20)\d\d ?[-–—] ?20\d\d\)?")
_DIVIDER = re.compile(r"[-–—_*=.\s]{3,}")


def title_above(lines: Sequence[BodyLine], start: int) -> str:
    """The title above the line at index `start`: lines in capitals, marked, or opening with "Phụ lục", "Bảng" ..."""
    found: list[str] = []
    for line in reversed(lines[max(0, start - 8) : start]):
        if _DIVIDER.fullmatch(line.text):
            continue
        folded = fold(line.text)
        titled = bool(_TITLE.match(folded))
        if line is lines[start - 1] and not titled and _TOLD.fullmatch(folded):
            found.append(line.text)
            continue
        if not found and _TERM.fullmatch(line.text):  # the last line of a title
            found.append(line.text)
            continue
        if not (titled or is_upper(line.text) or line.marked) or len(line.text) > 300:
            break
        found.append(line.text)
        if titled and re.match(r"phu luc|bieu|phu bieu", folded):
            break
        if line.marked and not titled and not is_upper(line.text):
            break
    return "" if found and _TERM.fullmatch(found[-1]) else " ".join(reversed(found))


def grid_to_table(title: str, header: Sequence[str], grid: Grid, first_line: int, last_line: int) -> Table | None:
    """A table from its header and grid; None when no row is left."""
    header = tuple(" ".join(h.split()) for h in header)
    rows = grid_to_rows(header_to_columns(header), grid)
    return Table(title, header, rows, first_line, last_line) if rows else None
