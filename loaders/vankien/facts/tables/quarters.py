"""Columns of a table that name a part of the year alone (``Quý I``, ``9 tháng``), and tables of growth by them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vankien.report.tables.header import JOIN, Column
from vankien.vietnamese import fold, parse_roman

_QUARTER = re.compile(r"quy (?P<number>i{1,3}|iv|[1-4])")
_MONTHS = re.compile(r"(?P<count>\d{1,2}) thang(?: dau nam)?")
_YEARS = re.compile(r"(?<![\d/])20\d\d(?![\d/])")
_GROWTH = re.compile(r"\btang truong (?:(?:cua )?(?P<what>grdp|gdp)|kinh te)\b")
_WHOLE = re.compile(r"(?:tong )?(?:grdp|gdp)\b.*|tong san pham\b.*|toan (?:tinh|nganh|nen kinh te)")


def _month(header: str) -> int | None:
    """The month with which the part of the year ends that a header names."""
    cell = fold(header.split(JOIN)[-1]).strip("(). ")
    if quarter := _QUARTER.fullmatch(cell):
        return 3 * (parse_roman(quarter["number"].upper()) or int(quarter["number"]))
    months = _MONTHS.fullmatch(cell)
    return int(months["count"]) if months and 0 < int(months["count"]) < 12 else None


def date_columns(header: Sequence[str], columns: Sequence[Column], title: str) -> tuple[Column, ...]:
    """The columns with the year of the table's title for those that name a quarter or some months alone.

    >>> columns = (Column("label"), Column("period"), Column("period"))
    >>> [c.period for c in date_columns(("Chỉ tiêu", "Quý II", "9 tháng"), columns, "KỊCH BẢN NĂM 2032")]
    [None, '2032-06', '2032-09']
    """
    months = [_month(h) for h in header]
    if not any(months):
        return tuple(columns)
    years = set(_YEARS.findall(re.sub(r"\(.*?\)", " ", title)))
    if len(years) != 1:
        return tuple(columns)
    year = years.pop()
    return tuple(
        replace(c, period=f"{year}-{month:02}") if month and not c.period else c
        for c, month in zip(columns, months, strict=True)
    )


def of_quarter(indicator: str, header: str) -> str:
    """The indicator of a column that holds values of one quarter: six months and the second quarter end together.

    >>> of_quarter("Tốc độ tăng trưởng GRDP: Dịch vụ", "Quý II"), of_quarter("Thu ngân sách", "6 tháng")
    ('Tốc độ tăng trưởng GRDP quý II: Dịch vụ', 'Thu ngân sách')
    """
    cell = header.split(JOIN)[-1].strip("(). ")
    if not _QUARTER.fullmatch(fold(cell)):
        return indicator
    head, parted, rest = indicator.partition(": ")
    return f"{head} {cell[:1].lower()}{cell[1:]}{parted}{rest}"


def of_growth(indicator: str, title: str, unit: str | None) -> str:
    """The indicator of a row in a table that its title says to be of growth, all in percent; rows name sectors only.

    >>> of_growth("GRDP", "KỊCH BẢN TĂNG TRƯỞNG GRDP NĂM 2032", "%")
    'Tốc độ tăng trưởng GRDP'
    >>> of_growth("Khu vực II: Xây dựng", "KỊCH BẢN TĂNG TRƯỞNG KINH TẾ", "%"), of_growth("Xây dựng", "DỰ TOÁN", "%")
    ('Tốc độ tăng trưởng kinh tế: Xây dựng', 'Xây dựng')
    """
    said = _GROWTH.search(fold(title)) if (unit or "").strip() == "%" else None
    if not said or re.search(r"\btang\b", fold(indicator)):
        return indicator
    head = f"Tốc độ tăng trưởng {said['what'].upper() if said['what'] else 'kinh tế'}"
    return head if _WHOLE.fullmatch(fold(indicator)) else f"{head}: {indicator.split(': ')[-1]}"
