"""What a column holds, read from the words of its header: its kind, its period, and whether it is an estimate.

Nothing here knows a document: a header names its content in a small vocabulary ("Chỉ tiêu", "Đơn vị tính", "Mục
tiêu", "Ước thực hiện giai đoạn ...", "So sánh (%)") that all reports and plans share.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vankien.vietnamese import fold

Kind = Literal[
    "no", "label", "scope", "unit", "target", "result", "percent", "verdict", "compare", "period", "value",
    "body", "partner", "deadline", "code", "date", "abstract", "note", "text",
]  # fmt: skip

JOIN = " / "
"""Between the upper and the lower cell of a header."""

_MEAN = r"(?:binh quan|trung binh|bq)(?: (?:hang|moi|nam|giai doan|thoi ky|nhiem ky|ca|\d{1,2}|(?:19|20)\d\d(?: ?- ?(?:19|20)?\d\d)?))*"
"""The mean of the years before it: ``Bình quân 2026 - 2030``, ``BQ 5 năm``."""
_GROWTH = r"(?:toc do )?tang(?: truong)? (?:binh quan|bq)(?: (?:hang|moi|nam|giai doan|thoi ky|\d{1,2}|20\d\d(?: ?- ?(?:20)?\d\d)?))*(?: (?:% ?)?/? ?nam| %)?"
"""The yearly growth of what the row measures: ``Tăng BQ (%/năm)``, ``Tốc độ tăng bình quân 2026 - 2030 (%)``."""
_WHEN = r"(?:(?:nam|den|nhiem ky|nk|giai doan|thoi ky|gd|\d{1,2} nam|20\d\d)(?: ?- ?(?:20)?\d\d)?\b ?)+"
"""What may say only for when a column's values are planned: ``năm 2030``, ``nhiệm kỳ 2025 - 2030``."""
_OTHER = r"(?:kh|ke hoach|mt|muc tieu|nq|nghi quyet|ck|cung ky|th|nam truoc|(?:nam )?20\d\d)\b"
"""What results are compared with: ``So KH (%)``, ``So cùng kỳ``."""
_KINDS: tuple[tuple[Kind, str], ...] = (
    ("no", r"(?:s?tt|so tt|so thu tu|tt so)\.?"),
    ("label", r"nhom (?:chi|muc) tieu"),
    ("unit", r"(?:don vi(?: tinh| do)?|dvt|dv tinh|d/v tinh)"),
    ("body", r"(?:co quan|don vi|nguoi|dong chi).*(?:chu tri|chiu trach nhiem|phu trach|thuc hien|dau moi|tham muu|theo doi|bao cao|quan ly|cung cap).*"),
    ("partner", r"(?:co quan|don vi)?.*phoi hop.*"),
    ("deadline", r"(?:thoi gian|thoi han|tien do|han|lo trinh|moc)\b.*|.*thoi (?:gian|han) (?:hoan thanh|trinh|thuc hien)"),
    ("code", r"(?:so\b.*ky hieu|so hieu|so van ban|ky hieu).*"),
    ("date", r"(?:ngay\b.*|thoi diem ban hanh)"),
    ("abstract", r"(?:trich yeu|ten (?:van ban|de an|loai).*|noi dung van ban).*"),
    ("verdict", r"(?:ket qua )?(?:tu )?danh gia.*|muc do (?:dat|hoan thanh).*|xep loai.*|ket luan.*|dat/.*|(?:du bao |du kien )?kha nang.*"),
    ("verdict", r"(?!so\b|tong\b|ty le|ti le).*\b(?:vuot|dat|hoan thanh)\b.*\b(?:khong|chua) (?:dat|hoan thanh)\b.*|nhan xet.*"),
    ("value", _GROWTH),
    ("percent", r".*(?:%|ty le|ti le|phan tram).*(?:so voi|so sanh|hoan thanh|thuc hien|/|(?:ke hoach|muc tieu|nghi quyet)$).*"),
    ("percent", r"(?:%|ty le %?|ti le %?|so sanh %|dat %?|ty le dat.*|dat ty le.*|% (?:so|thuc hien|hoan thanh|dat|th|uth|kh).*)"),
    ("percent", r".*(?:so voi|so sanh).*(?:%|lan).*|(?:u?th|uoc|thuc hien).*/ ?(?:kh|ke hoach|muc tieu|nq).*"),
    ("percent", rf"so (?:voi )?{_OTHER}.*%.*|(?:ty|ti) le %? ?dat duoc"),
    ("compare", rf"so (?:voi )?{_OTHER}.*"),
    ("compare", r".*(?:so sanh|so voi|tang[ ,/()+]*giam|chenh lech).*"),
    ("note", r"ghi chu.*"),
    ("target", r"du kien (?:giao )?(?:cac )?(?:muc tieu|chi tieu|ke hoach|kh)\b.*|de xuat\b.*(?:muc tieu|chi tieu|20\d\d).*"),
    ("result", r".*(?:\buoc\b|du uoc|\buth\b|ket qua|thuc hien|dat duoc|hien trang|thuc trang|so lieu|\bth\b|\bkq(?:th)?\b|luy ke|quyet toan|so bo|thuc te).*"),
    ("result", r"(?:den|hien) nay|nam (?:goc|co so).*"),
    ("result", r"(?:da )?dat.*|du kien.*"),
    ("target", r".*(?:muc tieu|ke hoach|phan dau|nghi quyet|\bkh\b|\bnq\b|chi tieu (?:giao|de ra|dai hoi|n?q?dh|den|nam|giai doan)\b).*"),
    ("target", rf"(?:.* )?giao(?: {_WHEN})?|(?:chi tieu )?(?:dang ky|can dat)(?: {_WHEN})?"),
    ("target", rf"(?:.* )?(?:mt|mtnq|ctnq|ct|nqdh|khgd)(?: (?:n?q?dh|nq|dai hoi|nghi quyet|giao|de ra|[ivx]+|{_WHEN}))*"),
    ("target", rf"(?:dai hoi|dh)(?: (?:dang bo|dai bieu|tinh|lan|thu|khoa|[ivx]+|de ra|{_WHEN}))+|chi tieu {_WHEN}"),
    ("target", r"(?:tam nhin|dinh huong)(?: (?:den|nam))* 20\d\d.*"),
    ("target", r"(?:cac )?chi tieu.*\bdieu chinh\b.*|.*\bsau (?:khi )?dieu chinh\b.*"),
    ("label", r"(?:ten |cac |danh muc )?(?:chi tieu|noi dung|nhiem vu|tieu chi|danh muc|linh vuc|chuong trinh|du an|de an|hang muc)(?!.*\b20\d\d\b).*"),
    ("period", r"(?:(?:den |cuoi |het )?nam\b.*|giai doan.*|ca nhiem ky.*|nhiem ky.*|(?:19|20)\d\d(?: ?- ?(?:19|20)?\d\d)?|quy [ivx]+.*|\d+ thang.*)"),
    ("period", _MEAN),
    ("scope", r"(?:ten )?(?:dang bo|don vi|dia phuong|huyen|xa|co quan|dia ban|khu vuc|to chuc|tinh)\b.*"),
)  # fmt: skip
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)

_ESTIMATE = re.compile(r"\b(?:uoc|du uoc|uth|du kien|du bao)\b")
_ACTUAL = re.compile(r"\b(?:thuc hien|ket qua|dat duoc|hien trang|thuc trang|thuc te|th)\b")

_Y = r"(?:19|20)\d\d"
_SPAN = re.compile(rf"({_Y}) ?[-–] ?({_Y}|\d\d)(?!\d)")
_MONTHS = re.compile(
    rf"(\d{{1,2}}) thang (?:dau )?(?:nam )?({_Y})|thang (\d{{1,2}})[/ -](?:nam )?({_Y})|\b(\d{{1,2}})/({_Y})"
)
_YEAR = re.compile(rf"\b({_Y})\b")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: its kind, its period (``2023``, ``2021-2023``, ``2023-10``) and status, where the header says."""

    kind: Kind
    period: str | None = None
    status: str | None = None


def text_to_period(text: str) -> str | None:
    """The period that a header, title or cell names: a span of years before a month before a year.

    >>> [text_to_period(t) for t in ("Giai đoạn 2021 - 2023", "10 tháng năm 2023", "Năm 2026", "Mục tiêu")]
    ['2021-2023', '2023-10', '2026', None]
    """
    folded = fold(text).replace("–", "-")
    span = _SPAN.search(folded)
    if span:
        first, last = span.group(1), span.group(2)
        return f"{first}-{last if len(last) == 4 else first[:2] + last}"
    month = _MONTHS.search(folded)
    if month:
        number, year = [g for g in month.groups() if g]
        return f"{year}-{int(number):02d}" if 1 <= int(number) <= 12 else year
    year_match = _YEAR.search(folded)
    return year_match.group(1) if year_match else None


def plain_cell(text: str) -> str:
    """The words of a header cell, folded, without brackets and stops.

    >>> plain_cell("Tỷ lệ đạt (%):")
    'ty le dat %'
    """
    return " ".join(re.sub(r"[().:*]+", " ", fold(text)).split())


def cell_kind(text: str) -> Kind:
    """The kind of one header cell, ``value`` for words that are not known.

    >>> [cell_kind(t) for t in ("TT", "Đơn vị tính", "Tỷ lệ % so với mục tiêu", "Kết quả đạt được", "Năm 2026")]
    ['no', 'unit', 'percent', 'result', 'period']
    """
    folded = plain_cell(text)
    if not folded:
        return "value"
    return next((kind for kind, pattern in _COMPILED if pattern.fullmatch(folded)), "value")


def _is_comparison(cell: str, kind: Kind) -> bool:
    """An upper cell that compares: the cells below it only name what is compared with ("So sánh (%)": "Kế hoạch")."""
    return kind in ("percent", "compare") and bool(re.search(r"\bso (?:voi|sanh)\b", fold(cell)))


def is_mean(header: str) -> bool:
    """Does the lowest cell of a header say that the column holds the mean of several years?

    >>> is_mean("Kế hoạch / Bình quân 2026 - 2030"), is_mean("BQ 5 năm"), is_mean("GRDP bình quân")
    (True, True, False)
    """
    return re.fullmatch(_MEAN, plain_cell(header.split(JOIN)[-1]).replace("–", "-")) is not None


def is_yearly_growth(header: str) -> bool:
    """Does the lowest cell of a header say that the column holds the yearly growth of what each row measures?

    >>> [is_yearly_growth(h) for h in ("Tăng BQ (%/năm)", "Kế hoạch / Tốc độ tăng bình quân (%)", "Tăng, giảm (%)")]
    [True, True, False]
    """
    return re.fullmatch(_GROWTH, plain_cell(header.split(JOIN)[-1]).replace("–", "-")) is not None


_TARGETS = re.compile(r"\W*(?:cac )?(?:chi|muc) tieu\W*")
"""``Chỉ tiêu | Đơn vị | Chỉ tiêu | Thực hiện``: the second one holds what was to be reached."""


_GROUPED = re.compile(r"(?:ten )?(?:linh vuc|nhom(?: chi tieu| muc tieu)?|danh muc)")
_NAMED = re.compile(r"(?:ten |cac |noi dung )?(?:chi tieu|tieu chi|noi dung)\b")


@lru_cache(maxsize=4096)
def header_to_column(header: str) -> Column:
    """The meaning of a column from its whole header, upper cells first, joined by " / ".

    The lowest cell decides, unless it names only a period or says nothing: then the cell above it does. The lowest
    period counts.

    >>> header_to_column("Ước thực hiện giai đoạn 2021-2023 / Kết quả đạt được")
    Column(kind='result', period='2021-2023', status='estimate')
    >>> header_to_column("Kế hoạch / Năm 2026")
    Column(kind='target', period='2026', status=None)
    >>> header_to_column("So sánh (%) / Kế hoạch").kind
    'percent'
    """
    cells = [c for c in header.split(JOIN) if c.strip()] or [""]
    kinds = [cell_kind(c) for c in cells]
    compared = next((k for c, k in zip(cells[:-1], kinds, strict=False) if _is_comparison(c, k)), None)
    kind = compared or kinds[-1]
    if kind in ("period", "value", "scope", "label"):
        kind = next(
            (k for k in reversed(kinds[:-1]) if k in ("target", "result", "percent", "verdict", "compare")), kind
        )
    period = next((p for p in map(text_to_period, reversed(cells)) if p), None)
    folded = fold(header)
    status = "estimate" if _ESTIMATE.search(folded) else "actual" if _ACTUAL.search(folded) else None
    return Column(kind, period, status if kind in ("result", "period", "value") else None)


def header_to_columns(header: tuple[str, ...]) -> tuple[Column, ...]:
    """The meanings of all columns of a table; the first unexplained column before the values is the label.

    >>> [c.kind for c in header_to_columns(("STT", "Đơn vị", "Tổng số", "Tỷ lệ (%)"))]
    ['no', 'scope', 'value', 'percent']
    >>> [c.kind for c in header_to_columns(("TT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan theo dõi"))]
    ['no', 'label', 'body', 'text']
    """
    columns = [header_to_column(h) for h in header]
    kinds = [c.kind for c in columns]
    # "Đơn vị" heads names of offices when no other column could be the label
    if "label" not in kinds and "unit" in kinds:
        at = kinds.index("unit")
        if all(k == "no" for k in kinds[:at]):
            columns[at] = Column("scope")
            kinds[at] = "scope"
    if not {"label", "scope", "abstract"} & set(kinds):
        first = next((i for i, k in enumerate(kinds) if k not in ("no", "code", "date")), len(kinds))
        if first <= 1 and first < len(kinds):
            columns[first] = Column("label")
    # who follows a target up is not who leads its work
    bodies = [i for i, c in enumerate(columns) if c.kind == "body"]
    for at in bodies[1:]:
        if re.search(r"\b(?:theo doi|giam sat)\b", fold(header[at])):
            columns[at] = Column("text")
    # what the rows are grouped by ("Lĩnh vực | Chỉ tiêu") does not name them
    labels = [i for i, c in enumerate(columns) if c.kind == "label"]
    if len(labels) > 1 and _GROUPED.fullmatch(fold(header[labels[0]])) and _NAMED.match(fold(header[labels[1]])):
        columns[labels.pop(0)] = Column("text")
    # a second label column ("Chỉ tiêu Nghị quyết" after "Chỉ tiêu") holds values
    for at in labels[1:]:
        beside = _TARGETS.fullmatch(fold(header[at])) and any(c.kind == "result" for c in columns[at:])
        columns[at] = Column("target" if beside else "text")
    return tuple(columns)
