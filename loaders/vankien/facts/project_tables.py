"""Tables that list schemes or projects with what each costs: their rows, and the columns of money."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vankien.model import Row, Table
from vankien.report.tables.header import JOIN, header_to_columns
from vankien.vietnamese import fold

_PROJECTS = re.compile(r"(?:ten |danh muc )*(?:cac )?(?:du an|cong trinh)\b(?!.*(?:de an|nhiem vu|chuong trinh))")
_ROW_NUMBER = re.compile(r"\d{1,3}\.?")
_ALL = re.compile(r"(?:tong (?:cong|so)|tong|cong)(?: .{0,40})?")
_SUMS = re.compile(r"(?:du toan |nhu cau |du kien |tong )*(?:kinh phi|von\b|muc (?:dau tu|von)|muc kinh phi)")
_SOURCES = re.compile(
    r"(?:trong do )?(?:ns\w{0,4}\b|ngan sach\b|tpcp\b|oda\b|trai phieu|xa hoi hoa\b|nguon (?:von|khac|huy dong|xa hoi)|khac$)"
)
_DONE = re.compile(
    r"(?:(?:da|luy ke|gia tri|ket qua|so|von|ty le|tong)\b )*(?:giai ngan|thanh toan|khoi luong(?: da)? (?:hoan thanh|thuc hien))"
)
"""What has come of a scheme or project: money spent, the share that is done."""


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """A table of projects: its rows that are projects, the row of their sum, the columns of names and of money."""

    table: Table
    rows: tuple[Row, ...]
    total: Row | None
    label: int
    money: tuple[int, ...]


def project_table(table: Table) -> ProjectTable | None:
    """The table read as a list of projects; None where it lists anything else, or tells no cost."""
    label = next((i for i, header in enumerate(table.header) if _PROJECTS.match(fold(header))), None)
    number = next((i for i, c in enumerate(header_to_columns(table.header)) if c.kind == "no"), None)
    money = fund_columns(table.header, label)[0] if label is not None else []
    if label is None or number is None or not money:
        return None
    rows = tuple(_priced(table, number, money))
    totals = [r for r in table.rows if _ALL.fullmatch(fold(r.cells[label].text).strip(" :."))]
    return ProjectTable(table, rows, totals[0] if len(totals) == 1 else None, label, tuple(money))


def _priced(table: Table, number: int, money: list[int]) -> Iterator[Row]:
    """The numbered rows with a sum in them."""
    for row in table.rows:
        costs = any(re.search(r"\d", row.cells[i].text) for i in money)
        if costs and _ROW_NUMBER.fullmatch(row.cells[number].text.strip()):
            yield row


def fund_columns(header: Sequence[str], label: int) -> tuple[list[int], list[int]]:
    """Of a list of schemes, the columns of planned money (its sum, and where it comes from), and those of what was done.

    >>> fund_columns(("TT", "Tên dự án", "Tổng vốn", "NSTW", "NS tỉnh", "Lũy kế giải ngân"), 1)
    ([2, 3, 4], [5])
    >>> fund_columns(("TT", "Tên đề án", "Ngân sách"), 1)
    ([], [])
    """
    heads = {i: fold(h).replace(JOIN, " ") for i, h in enumerate(header) if i > label}
    sums = [i for i, head in heads.items() if _SUMS.match(head)]
    sources = [i for i, head in heads.items() if sums and _SOURCES.match(head)]
    return sorted({*sums, *sources}), [i for i, head in heads.items() if _DONE.match(head)]
