"""Headers of scanned tables with a year over columns of its own, a whole term behind its years, or a change behind all.

``Thực hiện 2011 | (Năm 2012: Kế hoạch | Ước thực hiện) | Kế hoạch 2013``; ``2021 | 2022 | 2023 | Cả giai đoạn 2021-2023``;
``Ước TH 2022 | KH 2023 | Tăng/giảm (%)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.column_names import KINDS, column_name, openers_in, years_of
from vankien.report.scanned_tables.header_words import CHANGE, header_words_of, line_to_header_words
from vankien.report.scanned_tables.headers import header_to_names
from vankien.report.scanned_tables.words import is_sorted_run
from vankien.vietnamese import fold

_LEAST_YEARS = 3
_WHOLE = re.compile(r"\b(?:ca|tong|binh quan)?\W*(?:giai|thoi) (?:doan|ky)\b|\bca (?:5|nam) nam\b|\b5 nam\b")
_CHANGE = re.compile(r"\btang ?[/,-] ?giam\b")


def by_year_over_cells(block: Sequence[BodyLine], count: int, _: str) -> tuple[str, ...] | None:
    """A year on a line of its own, and below it the years around it with what its columns hold between them."""
    if "ke" not in header_words_of((block,)):
        return None
    for at, above in enumerate(block):
        over = years_of(above)
        if len(over) != 1:
            continue
        for below in block[at + 1 :]:
            names = _around(line_to_header_words(below), over[0], count)
            if names:
                return names
    return None


def _around(words: Sequence[str], year: int, count: int) -> tuple[str, ...] | None:
    """The columns of a line that prints years before and behind a year, and openers between them."""
    dated = [(i, int(w)) for i, w in enumerate(words) if re.fullmatch(r"(?:19|20)\d\d", w)]
    before, behind = [d for d in dated if d[1] < year], [d for d in dated if d[1] > year]
    if not before or not behind or len(before) + len(behind) != len(dated) or before[-1][0] > behind[0][0]:
        return None
    if [y for _, y in dated] != sorted({y for _, y in dated}):
        return None
    under = openers_in(words[before[-1][0] + 1 : behind[0][0]])
    spare = len(before) + len(under) + len(behind) - count
    under = under[: len(under) - spare] if spare in (0, 1) else []  # the last may be the word of the year behind
    if len(under) < 2 or any(KINDS[w] not in ("target", "result") for w in under):
        return None
    middle = [column_name(w, str(year), "").replace(" đến năm", " năm") for w in under]
    return (*(f"Thực hiện năm {y}" for _, y in before), *middle, *(f"Kế hoạch năm {y}" for _, y in behind))


def by_years_and_term(block: Sequence[BodyLine], count: int, _: str) -> tuple[str, ...] | None:
    """One column a year, and behind them one for the whole term, whose last year the line may print once more."""
    words = header_words_of((block,))
    if words & {"nghi", "so"}:
        return None
    told = bool(_WHOLE.search(" ".join(fold(line.text) for line in block)))
    for line in block:
        years = years_of(line)
        again = len(years) == count > 1 and years[-1] == years[-2]
        if not told and (not again or words & set(KINDS)):
            continue
        years = years[:-1] if again else years
        if len(years) != count - 1 or len(years) < _LEAST_YEARS or not is_sorted_run(years):
            continue
        if words & {"thuc", "uoc", "ket"} and words & {"muc", "ke"}:
            return None
        opener = "Kế hoạch năm" if "ke" in words else "Thực hiện năm" if words & {"thuc", "uoc"} else "Năm"
        return (*(f"{opener} {y}" for y in years), f"Cả giai đoạn {years[0]}-{years[-1]}")
    return None


def by_change_behind(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """The columns of a header that closes with a change in per cent."""
    if not any(_CHANGE.search(fold(line.printed)) or _CHANGE.search(fold(line.text)) for line in block):
        return None
    names = header_to_names([block], count - 1, title)
    return (*names, CHANGE) if names else None
