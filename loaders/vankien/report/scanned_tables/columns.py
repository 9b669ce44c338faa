"""Columns of scanned tables whose header is too broken to be read: what their rows and a few words say of them.

Arithmetic says most: where one column is another in percent of a third in nearly all rows, those are result, share and
plan. Two values that a verdict closes are target and result. A header with one cell a line names its columns in order,
and a cell over several columns is known by the year that is missing between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vankien.report.page.pages import BodyLine
from vankien.report.scanned_tables.column_names import KINDS, column_name, openers_of, years_of
from vankien.report.scanned_tables.column_years import (
    DATE,
    by_days,
    by_following_years,
    by_years_before_target,
    day_of_verdicts,
)
from vankien.report.scanned_tables.header_words import header_words_of, line_to_header_words
from vankien.report.scanned_tables.headers import header_to_names
from vankien.report.scanned_tables.nested_years import by_change_behind, by_year_over_cells, by_years_and_term
from vankien.report.scanned_tables.rows import Draft
from vankien.report.scanned_tables.words import is_sorted_run
from vankien.vietnamese import fold, parse_number

_LEAST, _MOST = 3, 0.6
_MINORITY = 4
_NEAR = 0.6


def rows_to_names(
    blocks: Sequence[Sequence[BodyLine]], drafts: Sequence[Draft], count: int, title: str
) -> tuple[str, ...] | None:
    """The header texts of `count` columns, by the header, else by the rows where most rows have as many values."""
    rows = [d for d in drafts if len(d.printed) == count]
    judged = sum(d.verdict is not None for d in rows) * 2 > len(rows)
    most = len(rows) * 2 > sum(bool(d.values) for d in drafts)
    sure = (n for block in blocks for read in _SURE if (n := read(block, count, title)))
    names = next(sure, None) or header_to_names(blocks, count, title)
    if names and len(rows) * _MINORITY < sum(bool(d.values) for d in drafts):
        return None  # a header for the few rows that lost a value
    return names or (_broken_to_names(blocks, [d.printed for d in rows], title, judged=judged) if most else None)


def verdict_header(blocks: Sequence[Sequence[BodyLine]], header: Sequence[str]) -> str:
    """The header of the verdicts: what they compare the results with, where a header says so ("So với Nghị quyết")."""
    words = header_words_of(blocks)
    compared = {"so", "voi", "nghi"} <= words and not any(h.startswith("So sánh") for h in header)
    day = next((d for block in blocks if (d := day_of_verdicts(block))), "")
    return "So với Nghị quyết" if compared and not day else f"Đánh giá đến {day}" if day else "Đánh giá"


def _broken_to_names(
    blocks: Sequence[Sequence[BodyLine]], rows: Sequence[Sequence[str]], title: str, *, judged: bool
) -> tuple[str, ...] | None:
    """The header texts of the columns of rows of as many values each, by the first way that tells what they hold; None if
    none does. `judged` if the rows close with verdicts."""
    count = len(rows[0]) if rows else 0
    for block in blocks:
        words = header_words_of((block,))
        names = (
            _by_cells(block, count, title)
            or _by_term(block, words, count, title)
            or _by_share(block, words, rows, title)
            or (_by_verdict(block, words, title) if judged and count == 2 else None)
        )
        if names:
            return names
    return None


def _by_cells(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One cell a line: ``Thực hiện năm`` / ``Mục tiêu đến năm`` / ``2020 | 2025``."""
    lines = [o for line in block if (o := [w for w in openers_of(line) if KINDS[w] != "verdict"])]
    openers = [o[0] for o in lines]
    if len(openers) != count or any(len(o) > 1 for o in lines) or not any(KINDS[w] == "target" for w in openers):
        return None
    years = [y for line in block for y in years_of(line)]
    dated = [i for i, w in enumerate(openers) if KINDS[w] in ("target", "result")]
    if len(years) != len(dated):
        return None
    year = dict(zip(dated, map(str, years), strict=True))
    return tuple(column_name(w, year.get(i, ""), title) for i, w in enumerate(openers))


def _by_nesting(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """A cell over columns of its own: ``Thực hiện năm 2021 | Năm 2022 | Kế hoạch năm 2023`` over ``Kế hoạch | Ước TH``."""
    for above, below in pairwise(block):
        over, under = _dated_openers(above), openers_of(below)
        if years_of(below) or len(under) < 2 or any(KINDS[w] not in ("target", "result") for w in under):
            continue
        years = [year for _, year in over]
        if len(over) < 2 or years != sorted(set(years)):
            continue
        bare = [i for i, (w, _) in enumerate(over) if not w]
        gaps = [i for i, (a, b) in enumerate(pairwise(years)) if b == a + 2]
        if len(bare) == 1:
            at, year, rest = bare[0], years[bare[0]], [o for o in over if o[0]]
        elif not bare and len(gaps) == 1:
            at, year, rest = gaps[0] + 1, years[gaps[0]] + 1, over
        else:
            continue
        columns = [*rest[:at], *((w, year) for w in under), *rest[at:]]
        if len(columns) == count:
            return tuple(column_name(w, str(y), title) for w, y in columns)
    return None


def _dated_openers(line: BodyLine) -> list[tuple[str, int]]:
    """The cells of a line of a header by their years, each with the word that opens it, or "" for ``Năm 2022``."""
    cells: list[tuple[str, int]] = []
    opener = ""
    for word in line_to_header_words(line):
        if re.fullmatch(r"(?:19|20)\d\d", word):
            cells.append((opener, int(word)))
            opener = ""
        elif KINDS.get(word) in ("target", "result"):
            opener = "uoc" if (opener, word) == ("uoc", "thuc") else word
    return cells


def _by_term(block: Sequence[BodyLine], words: set[str], count: int, title: str) -> tuple[str, ...] | None:
    """The year of the target, the years up to it, and its own once more, which the line lost (``2025 2021 2022 2023 2024 Uớc``)."""
    for line in block:
        years = years_of(line)
        if len(years) == count - 1 and is_sorted_run(years[1:]) and years[0] == years[-1] + 1:
            target = "nghi" if "nghi" in words else "ke" if "ke" in words else "muc"
            done = [column_name("thuc", str(y), title).replace(" đến năm", " năm") for y in years[1:]]
            last = column_name("uoc" if "uoc" in words else "thuc", str(years[0]), title)
            return (column_name(target, str(years[0]), title), *done, last.replace(" đến năm", " năm"))
    return None


def _by_share(
    block: Sequence[BodyLine], words: set[str], rows: Sequence[Sequence[str]], title: str
) -> tuple[str, ...] | None:
    """Plan, result, and the result in percent of the plan, an earlier result before them and a later plan behind."""
    count = len(rows[0]) if rows else 0
    found = next((at for at in ((0, 1, 2), (1, 2, 3)) if at[2] < count and _is_share(rows, *at)), None)
    if found is None or count - found[2] > 2:
        return None
    years = sorted({y for line in block for y in years_of(line)})
    titled = re.search(r"\bnam ((?:19|20)\d\d)\b", fold(title))
    year = years[0 if found[0] == 0 else min(1, len(years) - 1)] if years else 0
    if titled and (len(years) < 2 or int(titled[1]) in years):
        year = int(titled[1])
    dated = str(year or "")
    plan = next((w for w in ("nghi", "ke", "muc") if w in words), "ke")
    names = [column_name(plan, dated, title), column_name("uoc" if "uoc" in words else "thuc", dated, title)]
    before = [column_name("thuc", str(year - 1) if year else "", title)] if found[0] else []
    behind = count - found[2] - 1
    if behind and not (years and year and years[-1] == year + 1):
        return None
    later = [column_name(plan, str(year + 1), title)] if behind else []
    return (*before, *names, "Tỷ lệ thực hiện so với kế hoạch (%)", *later)


def _is_share(rows: Sequence[Sequence[str]], plan: int, result: int, share: int) -> bool:
    """Is one column another in percent of a third, in nearly all rows that can tell?"""
    fits = told = 0
    for row in rows:
        a, b, c = (parse_number(row[i].rstrip("%")) for i in (plan, result, share))
        if a is None or b is None or c is None or not a:
            continue
        told += 1
        fits += abs(b / a * 100 - c) <= _NEAR
    return fits >= _LEAST and fits >= _MOST * told


def _by_verdict(block: Sequence[BodyLine], words: set[str], title: str) -> tuple[str, ...] | None:
    """Two values that a verdict closes are what was set and what was reached."""
    heads = words | set(fold(title).split())
    target = "ke" if "ke" in heads and "nghi" not in heads else "nghi" if "nghi" in heads else "muc"
    if not words & {"thuc", "uoc", "ket", "nghi", "ke", "muc"}:
        return None
    date = next((m[0] for line in block if (m := DATE.search(line.printed))), "")
    years = [str(y) for line in block for y in years_of(line)]
    result = column_name("uoc" if "uoc" in words else "thuc", years[-1] if years else "", title)
    due = years[0] if years and target == "ke" else ""
    return (column_name(target, due, title), f"{result} đến {date}" if date and not years else result)


_SPAN = re.compile(r"\b((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)\b")


def _by_spans(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """A term a column, each behind its word (``Mục tiêu 2021-2025 | Ước thực hiện 2021-2025 | Mục tiêu 2026 - 2030``)."""
    for line in block:
        spans = _SPAN.findall(line.text)
        openers = [w for w in openers_of(line) if KINDS[w] in ("target", "result")]
        if spans and len(spans) == len(openers) == count:
            return tuple(f"{column_name(w, '', '')} {a}-{b}" for w, (a, b) in zip(openers, spans, strict=True))
    return None


def _by_own_words(block: Sequence[BodyLine], count: int, title: str) -> tuple[str, ...] | None:
    """One year a column, some with the word for it in front (``Năm 2022 | Năm 2023 | Ước 2024 | KH 2025``): the bare ones
    before an estimate are of results."""
    for line in block:
        words = line_to_header_words(line)
        dated = [
            (next((p for p in (words[i - 1], *words[max(i - 2, 0) : i - 1]) if p in KINDS), ""), int(w))
            for i, w in enumerate(words)
            if i and re.fullmatch(r"(?:19|20)\d\d", w)
        ]
        years = [year for _, year in dated]
        kinds = [KINDS.get(w, "") for w, _ in dated]
        if len(dated) != count or not is_sorted_run(years) or "" not in kinds or "result" not in kinds:
            continue
        last = len(kinds) - 1 - kinds[::-1].index("result")
        if "" in kinds[last:] or kinds[last + 1 :].count("target") != count - last - 1:
            continue
        return tuple(column_name(w or "thuc", str(y), title).replace(" đến năm", " năm") for w, y in dated)
    return None


_SURE = (
    _by_nesting,
    by_year_over_cells,
    _by_own_words,
    _by_spans,
    by_days,
    by_following_years,
    by_years_before_target,
    by_years_and_term,
    by_change_behind,
)
"""The readers of headers that name every column; they go before those that fill what a header lost."""
