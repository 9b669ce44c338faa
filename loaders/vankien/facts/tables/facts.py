"""Finder of what tables print: targets, results and verdicts, one fact for each filled cell.

A table of indicators has a column of labels; a table of counts has offices or places in front, and its header says
what was counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vankien.facts.congresses.predecessors import former_of_cell, former_provinces
from vankien.facts.congresses.table_setting import table_to_setting, term_until, text_to_ordinal, text_to_term_end
from vankien.facts.project_tables import fund_columns
from vankien.facts.tables.cells import (
    Value,
    cell_to_judgement,
    cell_to_value,
    label_is_yearly,
    normal_unit,
    person_nouns,
    split_yearly,
)
from vankien.facts.tables.judging import row_assessments
from vankien.facts.tables.labels import (
    count_label,
    header_to_comparison,
    header_unit,
    in_span,
    listed_nouns,
    lower_first,
    row_indicator,
    row_years,
    title_to_funds,
)
from vankien.facts.tables.pairs import Half, cell_to_halves
from vankien.facts.tables.programmes import lists_goals_of_programmes, programme_of_row
from vankien.facts.tables.quarters import date_columns, of_growth, of_quarter
from vankien.facts.tables.reading import ReadTable, cell_evidence, column_role, value_concept, value_unit
from vankien.facts.tables.units import Elsewhere
from vankien.model import (
    Fact,
    Finding,
    Found,
    Lexicon,
    Observation,
    Outline,
    Row,
    Target,
)
from vankien.report.tables.header import JOIN, header_to_columns, is_mean, is_yearly_growth
from vankien.vietnamese import fold

_SKIPPED_LABELS = re.compile(
    r"(?:ten |danh muc )?(?:nhiem vu|du an|de an|cong trinh|hang muc|chuong trinh|van ban|noi dung nhiem vu)"
)

_ALL_ROWS = re.compile(r"tong(?: (?:cong|so))?|cong")
_SCHEMES = re.compile(r"(?:ten |danh muc )*(?:cac )?(?:chuong trinh|de an|du an|cong trinh|hang muc)")

_ADJUSTED = re.compile(r"\b(?:sau (?:khi )?dieu chinh|dieu chinh (?:thanh|lai|len|xuong))\b")
"""A column of values that the document itself sets ("Chỉ tiêu sau điều chỉnh")."""


def find_table_facts(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Fact | Finding]:
    """The targets, observations and assessments in the tables of a document.

    In: the outline's tables, the lists, the congresses found before. Out: facts with ``where="table"`` evidence.
    """
    elsewhere = Elsewhere(outline, lexicon)
    formers = former_provinces(outline, lexicon)
    for table in outline.tables:
        columns = date_columns(table.header, header_to_columns(table.header), table.title)
        kinds = {c.kind for c in columns}
        setting = table_to_setting(table, outline, found, lexicon)
        read = ReadTable(table, columns, setting, outline.report, lexicon, elsewhere, formers)
        if _lists_schemes(read):
            yield from _funds(read)
        if "code" in kinds or "abstract" in kinds:
            continue
        if "scope" in kinds and not {"target", "unit"} & kinds:
            yield from _counts(read)
        elif "label" in kinds or "scope" in kinds:
            yield from _indicators(read)


def _indicators(read: ReadTable) -> Iterator[Fact]:
    """Facts of a table with a column of indicator labels."""
    label = (read.at("label") or read.at("scope"))[0]
    if _SKIPPED_LABELS.match(fold(read.table.header[label])) and not read.at("target", "unit"):
        return
    roles = {i: role for i, c in enumerate(read.columns) if i != label and (role := column_role(read, i))}
    funds = title_to_funds(read.setting.title)
    for row in read.table.rows:
        indicator = row_indicator(row, label)
        if funds and fold(funds) not in fold(indicator):
            indicator = f"{funds}: {indicator}"
        indicator = of_growth(indicator, read.setting.title, read.setting.unit)
        if not re.search(r"[^\W\d_]{2}", indicator):
            continue
        for at, role in roles.items():
            if halves := _halves(read, row, at, indicator):
                for half, number in halves:
                    maker = _target if role == "target" else _observation
                    yield maker(read, row, label, at, half.indicator, number, normal_unit(half.unit, read.lexicon))
                continue
            value = cell_to_value(row.cells[at].text, read.lexicon)
            if value is None:
                continue
            unit = value_unit(read, row, label, at, value)
            said = of_quarter(indicator, read.table.header[at])
            if is_yearly_growth(read.table.header[at]):
                yield _growth(read, row, label, at, indicator, value)
            elif role == "target":
                yield _target(read, row, label, at, said, value, unit)
            else:
                yield _observation(read, row, label, at, said, value, unit)
        yield from row_assessments(read, row, label, indicator, roles)


def _halves(read: ReadTable, row: Row, at: int, indicator: str) -> list[tuple[Half, Value]]:
    """The two values of a cell, where the unit of its row names two."""
    column, cell = next(iter(read.at("unit")), None), row.cells[at].text
    if column is None or "(" not in cell or "(" not in row.cells[column].text:
        return []
    halves = cell_to_halves(indicator, row.cells[column].text, cell, read.lexicon)
    values = [(half, cell_to_value(half.text, read.lexicon)) for half in halves]
    return [(half, replace(value, at=value.at + half.at)) for half, value in values if value]


def _growth(read: ReadTable, row: Row, label: int, at: int, indicator: str, value: Value) -> Target | Observation:
    """The yearly growth of a row's indicator, in a column that says so (``Tăng BQ (%/năm)``): a target as that beside it."""
    text = indicator if _GROWS.match(fold(indicator)) else f"Tốc độ tăng bình quân {lower_first(indicator)}"
    if column_role(read, at) != "target":
        return _observation(read, row, label, at, text, value, "%/năm")
    target = _target(read, row, label, at, text, value, "%/năm")
    due = read.columns[at].period or read.columns[at - 1].period
    return replace(target, by=due[-4:]) if due else target


_GROWS = re.compile(r"toc do (?:tang|giam)|tang |muc giam")


def _lists_schemes(read: ReadTable) -> bool:
    """True for a list of schemes or projects: its sums are what each of them is to cost."""
    return any(_SCHEMES.match(fold(read.table.header[i])) for i in read.at("label", "abstract"))


def _funds(read: ReadTable) -> Iterator[Fact]:
    """What each scheme of a list is to cost and what has come of it: planned funding is no target and has no status."""
    label = read.at("label", "abstract")[0]
    planned, done = fund_columns(read.table.header, label)
    done = [] if read.at("target", "unit") else done
    for at in sorted({*planned, *done}):
        unit = header_unit(read.table.header[at]) or read.setting.unit
        what = re.sub(r"\s*[(/].*$", "", read.table.header[at])
        for row in read.table.rows:
            value = cell_to_value(row.cells[at].text, read.lexicon)
            name = row_indicator(row, label)
            group = name if row.parents and row.parents[-1].endswith(f" {name}") else None
            if group or _ALL_ROWS.fullmatch(fold(name)):
                name = f"các {listed_nouns(read.table.header[label])}"
            if value is None or not (unit or value.unit) or not re.search(r"[^\W\d_]{2}", name):
                continue
            observation = _observation(
                read, row, label, at, f"{what} {name}", value, normal_unit(unit or value.unit or "", read.lexicon)
            )
            period = observation.period or (read.setting.lead_period if at in done else None)
            years = None if at in done else row_years([row.cells[i].text for i in read.at("deadline", "period")])
            yield replace(observation, scope=group, status="actual" if at in done else None, period=years or period)


def _is_yearly_section(row: Row) -> bool:
    """True below a section whose head makes its targets yearly ("Các chỉ tiêu về xây dựng Đảng (hằng năm)")."""
    return any(re.search(r"\((?:hang|moi) nam\)", fold(parent)) for parent in row.parents)


def _group(row: Row) -> int | None:
    return int(row.group) if row.group.isdigit() else None


_SPAN = len("2021-2025")
_OF_PLAN = re.compile(r"\b(?:ke hoach|kh|hdnd|hoi dong nhan dan)\b")


def _goes_beyond(read: ReadTable) -> bool:
    """Do the planned columns reach beyond the year after the document's? Yearly plans are made a year ahead at most: such
    columns lay the way to the targets of the term (``Kế hoạch từng năm: 2026 ... 2030``)."""
    year = read.setting.year
    ends = [
        int(c.period[-4:])
        for h, c in zip(read.table.header, read.columns, strict=True)
        if c.kind == "target" and c.period and _OF_PLAN.search(fold(h)) and re.fullmatch(r"\d{4}", c.period)
    ]
    return year is not None and len(ends) > 1 and max(ends) > year + 1


def _target(read: ReadTable, row: Row, label: int, at: int, indicator: str, value: Value, unit: str | None) -> Target:
    header, column, setting = read.table.header[at], read.columns[at], read.setting
    base, per = split_yearly(unit)
    due = value.period or column.period
    by = (due[5:] if len(due) == _SPAN else due) if due else None
    former = former_of_cell(header, read.formers)
    named = text_to_ordinal(header)
    set_by = (
        former.ordinal
        if former
        else named or (setting.adjusting if _ADJUSTED.search(fold(header)) else setting.setter_of(by))
    )
    is_yearly = column.period is not None and len(column.period) == 4
    own = (
        setting.own_plan and f"plan-{column.period}" >= setting.set_by
    )  # a plan beside which that of the year before stands
    if is_yearly and not own and _OF_PLAN.search(fold(header)) and not _goes_beyond(read):
        set_by = f"plan-{column.period}"
    if lists_goals_of_programmes(setting.title):
        set_by = programme_of_row(row, read.lexicon) or set_by
    return Target(
        set_by=set_by,
        indicator=indicator,
        comparator=value.comparator,
        value=value.value,
        upper=value.upper,
        unit=base,
        per=per or ("year" if label_is_yearly(indicator, base) or _is_yearly_section(row) or is_mean(header) else None),
        by=by or (former.by if former else None) or setting.end_of(named) or setting.by,
        group=_group(row),
        scope=former.scope if former else None,
        concept=value_concept(indicator, value, unit, read.lexicon),
        evidence=cell_evidence(read, row, label, at, "table-target", value.at),
    )


def _period(read: ReadTable, at: int) -> str | None:
    """The period of a column; "NQĐH", "cả nhiệm kỳ" is the term that the title names. A result without a time that stands
    beside its target was reached in the term of the congress that the header names, or of the table when that is over."""
    column, setting, header = read.columns[at], read.setting, read.table.header[at]
    if column.period:
        return column.period
    beside = column.kind == "result" and read.at("target")
    if beside and (end := setting.end_of(text_to_ordinal(header))):
        return term_until(end)
    if re.search(r"\b(?:nhiem ky|nqdh|nghi quyet)\b", fold(header)):
        end = text_to_term_end(setting.title)
        return term_until(end) if end else setting.period
    return setting.period or (setting.term if beside else None)


def _observation(read: ReadTable, row: Row, label: int, at: int, indicator: str, value: Value, unit: str | None, scope: str | None = None) -> Observation:  # fmt: skip
    former = former_of_cell(read.table.header[at], read.formers)
    status = read.columns[at].status or ("actual" if read.setting.reported else None)
    return Observation(
        indicator=indicator,
        value=value.value,
        unit=unit,
        upper=value.upper,
        comparator=None if value.comparator == "=" else value.comparator,
        period=value.period or in_span(indicator, _period(read, at)),
        status=status,
        scope=scope or (former.scope if former else None),
        change=_change(read, row, at),
        where="table",
        concept=value_concept(indicator, value, unit, read.lexicon),
        evidence=cell_evidence(read, row, label, at, "table-observation", value.at),
    )


def _change(read: ReadTable, row: Row, at: int) -> str | None:
    """The printed comparisons that stand behind a result: with another year, and with the plan where nothing judges."""
    parts = []
    for behind in range(at + 1, len(read.columns)):
        kind, text = read.columns[behind].kind, row.cells[behind].text
        if kind not in ("compare", "percent") or (kind == "percent" and read.verdicts):
            break
        with_what = header_to_comparison(read.table.header[behind])
        if not re.search(r"\d", text) or cell_to_judgement(text, read.lexicon) or (kind == "percent" and not with_what):
            break
        parts.append(f"{text} {with_what}".replace(" %", "%") if JOIN in read.table.header[behind] else text)
    return "; ".join(parts) or None


def _counts(read: ReadTable) -> Iterator[Fact]:
    """Facts of a table with offices or places in front: the header says what was counted, the row says where."""
    label = read.at("scope")[0]
    for row in read.table.rows:
        scope = row.cells[label].text.strip() or None
        for at, column in enumerate(read.columns):
            if at == label or column.kind not in ("value", "result", "percent", "period", "scope"):
                continue
            value = cell_to_value(row.cells[at].text, read.lexicon)
            if value is None:
                continue
            indicator = count_label(read.table.header, at, read.setting.title)
            yield _observation(read, row, label, at, indicator, value, _count_unit(read, at, indicator, value), scope)


def _count_unit(read: ReadTable, at: int, indicator: str, value: Value) -> str | None:
    """The unit of a count: a sign in the header, the counted noun if the lists know it, people as ``người``."""
    header = read.table.header[at]
    printed = header_unit(header) or value.unit or read.setting.unit
    if printed or "%" in header or re.match(r"(?:ty|ti) le\b", fold(indicator)):
        return normal_unit(printed or "%", read.lexicon)
    persons = person_nouns(read.lexicon)
    indicator = indicator.rsplit(": ", 1)[-1]
    noun = re.sub(r"^(?:tong )?(?:so (?:luong )?)?", "", fold(indicator))
    words = indicator.split()[-len(noun.split()) :]
    spelled = {fold(s): s for c in read.lexicon["units"] for s in c.all_spellings()}
    for size in range(min(5, len(words)), 0, -1):
        head = fold(" ".join(words[:size]).strip(",;:"))
        if head in spelled:
            return "người" if head in persons and "luot" not in head else spelled[head]
    return "người" if re.search(r"\b(?:nguoi|nhan dan|vien chuc)\b", noun) else None
