"""Labels of rows and headers → indicators that can be read without their table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.model import Row
from vankien.report.tables.header import JOIN, text_to_period
from vankien.vietnamese import ROMAN, fold, is_upper

_MARK = re.compile(
    r"^(?:[-–+*•]\s*|[a-zđ]\)\s*|\(\d{1,2}\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|\d{1,2}(?:\.\d{1,2})+\s+|\d{1,2}\s[-–]\s(?=[A-ZĐ]))"
)
_SECTION = re.compile(rf"(?:{ROMAN}|[A-ZĐ])[.)]?\s")
_ABBREVIATIONS = (("CT-XH", "chính trị - xã hội"), ("KT-XH", "kinh tế - xã hội"), ("DTTS", "dân tộc thiểu số"))
_UNIT = re.compile(
    r"\(\s*(?!(?:GRDP\s)?(?:(?:tính\s)?theo\s)?giá\s|(?:theo\s)?chuẩn\s|cả\snhiệm\skỳ|lũy\skế)(?:đơn vị(?: tính)?\s*:?|đvt\s*:?|tính bằng)?\s*((?:[^()\d]|(?<=m)[23](?!\d)){1,25})\s*\)\s*$",
    re.IGNORECASE,
)
"""A unit in brackets; at which prices a value is reckoned, ``(theo giá hiện hành)``, by which standard, ``(chuẩn mới)``, and
over how long, ``(cả nhiệm kỳ)``, belong to the name."""
_TOTAL = re.compile(r"(?:tong so(?: luong)?|so luong|tong cong|tong)$")
_SHARE = re.compile(r"(?:dat )?(?:ty le|ti le)? ?(?:dat)? ?\(?%?\)?$")
_EVENT = re.compile(r"\b(?:hội nghị|lớp|cuộc|buổi|đợt|lượt|khóa|khoá|chuyến|hội thảo|tọa đàm)\b", re.IGNORECASE)
"""Counted events, which only the title of the table tells apart from others."""
_SUBJECT = re.compile(
    r"^(?:(?:phụ lục|phụ biểu|biểu|bảng)\s*(?:số\s*)?[\dIVX]*[.:]?\s*)*(?:tổng hợp\s+)?(?:kết quả|tình hình|thống kê|số liệu|danh sách)?\s*(?:tổ chức|thực hiện|triển khai)?\s*(?:công tác\s+)?",
    re.IGNORECASE,
)
_SUBJECT_END = re.compile(
    r"\s+(?:đại hội|lần thứ|nhiệm kỳ|giai đoạn|năm \d+|tỉnh|của|trên địa bàn|theo|từ|đến)\b.*", re.IGNORECASE
)

_YEARS = re.compile(r"20\d\d(?:\s?[-–]\s?20\d\d)?")
_FUNDS = re.compile(
    r"^(?:(?:phụ lục|phụ biểu|biểu|bảng)\s*(?:số\s*)?[\dIVX]*[.:]?\s*)*(?:(?:tổng hợp|dự kiến|nhu cầu|phân bổ|phân kỳ|cơ cấu|kế hoạch|bố trí)\s+)*(?P<sum>(?:tổng\s+)?(?:nguồn\s+)?(?:vốn|kinh phí)\b.*)",
    re.IGNORECASE,
)


def clean_label(label: str) -> str:
    """A label without its dash, number, closing mark and the unit in brackets.

    >>> clean_label("+ Dịch vụ"), clean_label("3.1. Thu nội địa (tỷ đồng):"), clean_label("4 - Thu nhập bình quân")
    ('Dịch vụ', 'Thu nội địa', 'Thu nhập bình quân')
    """
    label = " ".join(label.split()).rstrip(" :;.,")
    label = _MARK.sub("", label)
    if _UNIT.search(label):
        label = _UNIT.sub("", label).rstrip()
    for short, full in _ABBREVIATIONS:
        label = re.sub(rf"\b{short}\b", full, label)
    return label


def row_indicator(row: Row, label: int) -> str:
    """The indicator of a row: its label, with the row above that heads it; section rows are no part of it."""
    text = clean_label(row.cells[label].text)
    heads = [p for p in row.parents if not _SECTION.match(p) and not is_upper(p)]
    text = re.sub(r"^(?:trong đó|tr\.?\s?đó|riêng)\s*:?\s*", "", text, flags=re.IGNORECASE)
    if not heads:
        return text
    return f"{clean_label(heads[-1])}: {text[:1].upper()}{text[1:]}"


_SPAN = re.compile(r"(?:giai đoạn|thời kỳ|bình quân)\s(?P<start>20\d\d)\s?[-–]\s?(?P<end>20\d\d)", re.IGNORECASE)


def in_span(indicator: str, period: str | None) -> str | None:
    """The period of a value: the years that the indicator names, if the year of the column is their last.

    >>> in_span("Tốc độ tăng GRDP bình quân giai đoạn 2031 - 2035", "2035"), in_span("Tỷ lệ hộ nghèo", "2035")
    ('2031-2035', '2035')
    """
    span = _SPAN.search(indicator) if period else None
    return f"{span['start']}-{span['end']}" if span and span["end"] == period else period


def header_unit(header: str) -> str:
    """The unit in brackets at the end of a header or label; empty if there is none.

    >>> header_unit("Tổng mức đầu tư (tỷ đồng)"), header_unit("Kế hoạch (giao)")
    ('tỷ đồng', '')
    """
    match = _UNIT.search(header)
    if not match or fold(match.group(1)) in ("giao", "uoc", "ket qua", "du kien", "neu co", "thuc hien", "ke hoach"):
        return ""
    return match.group(1).strip()


def header_to_comparison(header: str) -> str:
    """What the values of a column are compared with, in words that stand behind the value; empty if the header says
    nothing of a comparison.

    >>> header_to_comparison("So sánh (%) / Cùng kỳ"), header_to_comparison("Tăng, giảm so với năm 2024")
    ('% so với cùng kỳ', 'so với năm 2024')
    >>> header_to_comparison("Mục tiêu")
    ''
    """
    compared = re.search(r"so (?:với|sánh)", header, re.IGNORECASE)
    if not compared:
        return ""
    lower = header.split(JOIN)[-1] if JOIN in header else header[compared.end() :]
    what = re.sub(r"^so (?:với|sánh)\s*", "", re.sub(r"\(?%\)?", "", lower).strip(), flags=re.IGNORECASE).strip(" :.")
    return f"{'% ' if '%' in header else ''}so với {lower_first(what)}" if what else ""


def title_to_subject(title: str) -> str:
    """What a table of counts is about, from its title in capitals; empty if the title says nothing usable.

    >>> title_to_subject("Phụ lục 2 KẾT QUẢ TỔ CHỨC TẬP HUẤN, BỒI DƯỠNG NGHIỆP VỤ NĂM 2024")
    'tập huấn, bồi dưỡng nghiệp vụ'
    """
    text = _SUBJECT_END.sub("", _SUBJECT.sub("", " ".join(title.split()))).strip(" .,-")
    return text.lower() if 2 <= len(text.split()) <= 14 else ""


def title_to_funds(title: str) -> str:
    """What a table of planned money is about, from its title; empty for all other tables. Such sums are set aside, not
    promised, and the rows below say only where they come from.

    >>> title_to_funds("Bảng 2. Dự kiến vốn đầu tư công giai đoạn 2026 - 2030"), title_to_funds("Tổng hợp chỉ tiêu")
    ('Vốn đầu tư công', '')
    """
    match = _FUNDS.match(" ".join(title.split()))
    text = _SUBJECT_END.sub("", match["sum"].split("(")[0]).strip(" .,-:") if match else ""
    text = text.lower() if is_upper(text) else text
    return f"{text[:1].upper()}{text[1:]}" if len(text.split()) <= 14 else ""


def row_years(cells: Sequence[str]) -> str | None:
    """The years in which a scheme is carried out, from the cells of its row that may name them.

    >>> row_years(("2026 - 2028", "")), row_years(("Quý II/2026",))
    ('2026-2028', None)
    """
    return next((text_to_period(c) for c in cells if _YEARS.fullmatch(c.strip())), None)


def lower_first(text: str) -> str:
    """The text with a small first letter, unless its first word is an abbreviation."""
    return (
        text
        if is_upper(text.split()[0] if text.split() else "") and len(text.split()[0]) > 1
        else text[:1].lower() + text[1:]
    )


_LIST_OF = re.compile(r"^(?:(?:tên|danh mục|các)\s)+", re.IGNORECASE)


def listed_nouns(header: str) -> str:
    """What a column of names lists.

    >>> listed_nouns("Tên đề án, dự án")
    'đề án, dự án'
    """
    return lower_first(_LIST_OF.sub("", header))


def _leaf_label(leaf: str, parent: str, before: str) -> str:
    """The label of a lower header cell with its upper cell: ``Tổng số`` + ``Đảng viên``, a share of what stands before."""
    folded = fold(leaf)
    if not parent:
        return leaf
    if _TOTAL.match(folded):
        return f"Tổng số {lower_first(parent)}"
    if _SHARE.fullmatch(folded):
        rest = re.sub(r"^(?:Tổng )?số(?: lượng)?\s*", "", before, flags=re.IGNORECASE)
        return f"Tỷ lệ {lower_first(parent)} {lower_first(rest)}".strip()
    counted = re.match(r"Số\s+(được|đã|chưa|không|có)\b", leaf)
    if counted:
        return f"Số {lower_first(parent)} {leaf[counted.start(1) :]}"
    return f"{parent}: {leaf}"


def count_label(header: Sequence[str], at: int, title: str) -> str:
    """The indicator that a column of a table of counts reports.

    >>> header = ("TT", "Đơn vị", "Số lượt người dự", "Trong đó / Hội viên / Tổng số", "Trong đó / Hội viên / Tỷ lệ %")
    >>> count_label(header, 3, ""), count_label(header, 4, "")
    ('Tổng số hội viên', 'Tỷ lệ hội viên')
    """
    cells = [c for c in header[at].split(JOIN) if c.strip()]
    inside = bool(cells) and fold(cells[0]).strip(": ") in ("trong do", "gom", "chia ra")
    cells = cells[1:] if inside and len(cells) > 1 else cells
    leaf, parent = cells[-1], cells[-2] if len(cells) > 1 else ""
    left = header[at - 1].split(JOIN) if at else []
    before = left[-1] if parent and len(left) > 1 and left[-2] == parent and not _TOTAL.match(fold(left[-1])) else ""
    text = clean_label(_leaf_label(leaf, parent, before))
    if inside and not parent:
        whole = next((h for h in reversed(header[:at]) if not fold(h).startswith(("trong do", "gom", "chia ra"))), "")
        return f"{clean_label(whole)}: {text}" if whole else text
    if not parent and len(text.split()) <= 4:
        if _SHARE.fullmatch(fold(text)):
            text = (
                f"Tỷ lệ {lower_first(re.sub(r'(?i)^(?:tổng )?số(?: lượng)?', '', clean_label(header[at - 1])).strip())}"
            )
        subject = title_to_subject(title) if _EVENT.search(text) else ""
        return f"{text} {subject}".strip() if subject else text
    return text
