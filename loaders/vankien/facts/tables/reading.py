"""A table with everything that its cells are read by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from vankien.facts.congresses.predecessors import Former
from vankien.facts.congresses.table_setting import Setting
from vankien.facts.evidence import evidence_of
from vankien.facts.labels.resolve import resolve
from vankien.facts.quantities.quantity import Quantity
from vankien.facts.quantities.units import unit_at
from vankien.facts.tables.cells import (
    Value,
    cell_to_value,
    cell_to_verdict,
    is_mark,
    normal_unit,
)
from vankien.facts.tables.labels import (
    header_unit,
    title_to_funds,
)
from vankien.facts.tables.shares import Share, shares_of_plans
from vankien.facts.tables.units import Elsewhere
from vankien.facts.tables.verdicts import cell_to_judged
from vankien.model import (
    Evidence,
    Lexicon,
    Report,
    Row,
    Table,
)
from vankien.report.join import join_passages
from vankien.report.tables.header import JOIN, Column, is_mean, is_yearly_growth


@dataclass(frozen=True)
class ReadTable:
    """A table with everything that its cells are read by."""

    table: Table
    columns: tuple[Column, ...]
    setting: Setting
    report: Report
    lexicon: Lexicon
    elsewhere: Elsewhere
    formers: tuple[Former, ...] = ()

    def at(self, *kinds: str) -> list[int]:
        """The indices of the columns of some kinds."""
        return [i for i, c in enumerate(self.columns) if c.kind in kinds]

    @cached_property
    def verdicts(self) -> list[int]:
        """The indices of the columns that may hold verdicts: by their header, or because their cells are verdicts."""
        named = self.at("verdict", "compare", "note")
        return [i for i in range(len(self.columns)) if i in named or self._holds_verdicts(i)]

    def _holds_verdicts(self, at: int) -> bool:
        cells = (row.cells[at].text for row in self.table.rows if at < len(row.cells))
        filled = [text for text in cells if re.search(r"[^\W\d_]{2}", text)]
        judged = sum(bool(cell_to_judged(text, (), self.formers, self.lexicon)) for text in filled)
        return judged >= 2 and judged * 5 >= len(filled) * 3

    @cached_property
    def marked(self) -> dict[int, str]:
        """The verdicts of columns that stand for one each and hold marks (``Vượt | Đạt | Không đạt``), by index."""
        cells = ((i, cell_to_verdict(h.split(JOIN)[-1], self.lexicon)) for i, h in enumerate(self.table.header))
        verdicts = {i: verdict for i, verdict in cells if verdict}
        marks = (row.cells[i].text for row in self.table.rows for i in verdicts if i < len(row.cells))
        filled = [text for text in marks if text.strip(" -–")]
        return verdicts if len(verdicts) > 1 and filled and all(is_mark(text) for text in filled) else {}

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """The columns of shares of a whole year's plan, with the result and the plan of each; where a column judges, only
        those that compare, in which rows without a word for the verdict may print a share."""
        judged = any(self._holds_verdicts(i) for i in range(len(self.columns))) or self.at("verdict")
        shares = shares_of_plans(self.table.header, self.columns)
        return tuple(s for s in shares if not judged or self.columns[s.at].kind == "compare")


def cell_evidence(read: ReadTable, row: Row, label: int, at: int, rule: str, value_at: int = 0) -> Evidence:
    """Evidence from the label to the value; from the value alone where a page cut the label off."""
    value = row.cells[at].passage
    cells = [row.cells[i].passage for i in range(min(label, at), at) if row.cells[i].text]
    if not cells or cells[0].first_line > value.first_line or max(c.last_line for c in cells) > value.first_line:
        return evidence_of(read.report, value, 0, len(value.text), rule, value_at=value_at, repair=row.cells[at].repair)
    head = join_passages(cells)
    whole = join_passages([*cells, value])
    start = len(whole.text) - len(value.text)
    return evidence_of(
        read.report,
        whole,
        0,
        len(whole.text),
        rule,
        value_at=max(start, len(head.text)) + value_at,
        repair=row.cells[at].repair,
    )


def column_role(read: ReadTable, at: int) -> str:
    """``target``, ``result`` or ``""``: what the values of a column are; bare years are planned from the year of the
    document on, and reported before it. What is still to come is planned in a table of results too, and so is the mean
    of planned years."""
    column = read.columns[at]
    if at in read.marked:
        return ""
    if column.kind in ("target", "result"):
        return column.kind
    if is_yearly_growth(read.table.header[at]) and at:
        return column_role(read, at - 1)  # the growth up to the value beside it
    if column.kind not in ("period", "value"):
        return ""
    if _is_behind_plan(column, read.columns):
        return "target"
    has_target = any(c.kind == "target" for c in read.columns)
    setting = read.setting
    if (title_to_funds(setting.title) and not has_target) or setting.closes_series(column, read.columns):
        return "result"
    if _is_before_estimate(column, read.columns):
        return "result"
    if column.kind == "period" and setting.opens_term(column, read.columns):
        return "result"
    ahead = setting.planned and not setting.reported
    if column.kind == "period" and column.period and setting.planned:
        end = int(column.period[5:9] if len(column.period) == 9 else column.period[:4])
        if ahead or (setting.year is not None and end > setting.year):
            return "target" if setting.year is None or end >= setting.year else "result"
    if ahead and (not has_target or is_mean(read.table.header[at])):
        return "target"
    return "result"


def _is_behind_plan(column: Column, columns: Sequence[Column]) -> bool:
    """Is a column of a bare year later than all plans and all results (``TH 2029 | Kế hoạch năm 2030 | Đến năm 2035``), or
    than the estimate that closes the results (``Ước TH 2030 | 2031 | 2032``)? Then it is planned as well."""
    own = (column.period or "")[-4:]
    planned = [c.period[-4:] for c in columns if c.kind == "target" and c.period]
    done = [c.period[-4:] if len(c.period) == 9 else c.period[:4] for c in columns if c.kind == "result" and c.period]
    bare = column.kind == "period" and len(column.period or "") == 4 and bool(done) and own > max(done)
    if planned:
        return bare and own > max(planned) and min(planned) >= max(done)
    last = max(
        (c for c in columns if c.kind == "result" and c.period), key=lambda c: (c.period or "")[:4], default=None
    )
    return bare and last is not None and last.status == "estimate"


def _is_before_estimate(column: Column, columns: Sequence[Column]) -> bool:
    """Is a column of a bare year before that of an estimate (``Năm 2022 | Năm 2023 | Ước 2024 | KH 2025``)? Then it was
    reached, whatever the title calls the rows."""
    estimated = [
        c.period for c in columns if c.kind == "result" and c.status == "estimate" and len(c.period or "") == 4
    ]
    return (
        column.kind == "period"
        and len(column.period or "") == 4
        and any((column.period or "") < (e or "") for e in estimated)
    )


_SHARES = ("%", "‰")
"""What a cell prints behind its number beats the unit of its row: ``3 - 4%`` of what is counted in members."""


def value_unit(read: ReadTable, row: Row, label: int, at: int, value: Value) -> str | None:
    """The unit of a value: of its row, its cell, its column's header, its label, the row above, or of the whole table."""
    column = next(iter(read.at("unit")), None)
    printed = row.cells[column].text if column is not None else ""
    own = value.unit or ""
    candidates = (
        own if own in _SHARES and printed.strip() and printed.strip() not in _SHARES else printed,
        own,
        header_unit(read.table.header[at]),
        _label_unit(read, row, label),
        row.unit,
        read.setting.unit or "",
    )
    unit = next((normal_unit(c, read.lexicon) for c in candidates if c.strip(" -–")), None)
    if unit or column is None:
        return unit
    values = (
        cell_to_value(row.cells[i].text, read.lexicon)
        for i, c in enumerate(read.columns)
        if c.kind in ("target", "result", "period", "value")
    )
    return read.elsewhere.unit(row.cells[label].text, [v.value for v in values if v]) or None


def _label_unit(read: ReadTable, row: Row, label: int) -> str:
    """The unit in brackets behind a row's label; words that are none (``Dịch vụ (cả thuế)``) give way to the unit of the
    row above or of the table."""
    said = header_unit(row.cells[label].text)
    return "" if (row.unit or read.setting.unit) and said and unit_at(said, 0, read.lexicon) is None else said


def value_concept(indicator: str, value: Value, unit: str | None, lexicon: Lexicon) -> str | None:
    """The concept that a label of a table surely means, as a level or as a change."""
    known = unit_at(unit, 0, lexicon) if unit else None
    quantity = Quantity(0, 0, 0, value.value, unit=unit, kind=known.kind if known else "")
    label = indicator.replace(": ", " ")
    return resolve(label, quantity, False, lexicon) or resolve(label, quantity, True, lexicon)
