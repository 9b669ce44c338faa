"""The verdicts of a table's row: words, marks below words, and shares of the targets beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from vankien.facts.labels.resolve import named
from vankien.facts.tables.cells import cell_to_judgement, cell_to_value, is_mark
from vankien.facts.tables.labels import in_span
from vankien.facts.tables.reading import ReadTable, cell_evidence
from vankien.facts.tables.shares import compares_with_past, judged_shares
from vankien.facts.tables.verdicts import cell_to_judged, share_alone
from vankien.facts.times.periods import last_year
from vankien.model import Assessment, Row
from vankien.report.tables.header import text_to_period
from vankien.vietnamese import fold


def row_assessments(
    read: ReadTable, row: Row, label: int, indicator: str, roles: Mapping[int, str]
) -> Iterator[Assessment]:
    """The verdicts of a row, by where its table has them: in words, in marks, in shares of its target.

    In: the table, one of its rows, the column of its label, what the row measures, which columns hold targets and results.
    """
    results = [i for i, role in roles.items() if role == "result"]
    values = {v.value for i in roles if (v := cell_to_value(row.cells[i].text, read.lexicon))}
    yield from _worded(read, row, label, indicator, results, values)
    yield from _marked(read, row, label, indicator, results)
    yield from _shares(read, row, label, indicator)


def _marked(read: ReadTable, row: Row, label: int, indicator: str, results: Sequence[int]) -> Iterator[Assessment]:
    """The verdict whose column is ticked."""
    before = max(results, default=label)
    for at, verdict in read.marked.items():
        if is_mark(row.cells[at].text):
            yield Assessment(
                indicator=indicator,
                as_of=in_span(indicator, _as_of(read, at, before if results else None)),
                verdict=verdict,
                percent=_percent(read, row, range(before + 1, at)),
                evidence=cell_evidence(read, row, label, at, "table-assessment"),
            )


def _worded(
    read: ReadTable, row: Row, label: int, indicator: str, results: Sequence[int], values: Collection[Decimal]
) -> Iterator[Assessment]:
    """The verdicts of a row, each with the percentage printed before it in its part of the header."""
    for at in read.verdicts:
        text = row.cells[at].text
        judgements = cell_to_judged(text, values, read.formers, read.lexicon)
        if not judgements and read.columns[at].kind == "verdict":
            judgements = share_alone(text, indicator, values, read.lexicon)
        result = _last_before(at, results)
        percents = range((label if result is None else result) + 1, at)
        for verdict, share, former in judgements:
            yield Assessment(
                indicator=indicator,
                as_of=text_to_period(text) or in_span(indicator, _as_of(read, at, result)),
                verdict=verdict,
                percent=share if share is not None else _percent(read, row, percents),
                scope=former.scope if former else None,
                concept=None if values else named(indicator, read.lexicon),
                evidence=cell_evidence(read, row, label, at, "table-assessment"),
            )


def _shares(read: ReadTable, row: Row, label: int, indicator: str) -> Iterator[Assessment]:
    """The verdicts that printed shares of the plan of a year that is over are, and differences from a target."""
    if not read.shares or any(cell_to_judgement(row.cells[at].text, read.lexicon) for at in read.verdicts):
        return
    cells = [cell_to_value(c.text, read.lexicon) for c in row.cells]
    plain = (s.at for s in read.shares if read.columns[s.at].kind != "percent" and "%" not in row.cells[s.at].text)
    for at, year, judged, is_share in judged_shares(indicator, cells, read.shares, frozenset(plain)):
        if concept := read.lexicon.concept("verdicts", judged):
            share, evidence = cells[at], cell_evidence(read, row, label, at, "table-assessment")
            percent = share.value if share and is_share else None
            as_of = year or _as_of(read, at, _last_before(at, read.at("result")))
            yield Assessment(indicator=indicator, as_of=as_of, verdict=concept.vi, percent=percent, evidence=evidence)


def _last_before(at: int, columns: Sequence[int]) -> int | None:
    return max((i for i in columns if i < at), default=None)


def _percent(read: ReadTable, row: Row, columns: Sequence[int]) -> Decimal | None:
    for at in columns:
        if read.columns[at].kind == "percent" and not compares_with_past(read.table.header[at]):
            value = cell_to_value(row.cells[at].text, read.lexicon)
            return value.value if value else None
    return None


def _due(read: ReadTable, at: int) -> str | None:
    """The year in which the targets left of a column are due, as their header says; where targets stand before the
    results, those behind them are set for later and not judged."""
    left = read.columns[:at]
    last = max((i for i, c in enumerate(left) if c.kind in ("result", "period")), default=0)
    targets = [i for i, c in enumerate(left) if c.kind == "target"]
    judged = [i for i in targets if i < last] or targets
    periods = [p for i in judged if (p := left[i].period)]
    return periods[-1][-4:] if periods and re.fullmatch(r"(?:\d{4}-)?\d{4}", periods[-1]) else None


_FORESEES = re.compile(r"\b(?:kha nang|du bao|du kien|den nam 20\d\d|cuoi nhiem ky)\b")
"""A column of verdicts on what is still to come."""


def _as_of(read: ReadTable, at: int, result: int | None) -> str | None:
    """The period that a verdict judges: the whole term as a span, part of it as its last year; a verdict behind all
    results is as of the year in which the targets are due (of the term, where the results beside it are those of the
    term), unless its header compares what there is (``So với NQ``). Where the last result comes before that year, only a
    header that looks ahead (``Khả năng hoàn thành``) says that the year is meant: else the table does not say."""
    period = read.columns[at].period
    if period is None:
        compared = re.match(r"so (?:voi|sanh)\b", fold(read.table.header[at]))
        if result is not None and read.columns[result].period and (compared or len(read.verdicts) > 1):
            period = read.columns[result].period
        else:
            reported = read.columns[result].period if result is not None else None
            due = _due(read, at) or read.setting.by or reported
            if reported and due and last_year(reported) < due and not _FORESEES.search(fold(read.table.header[at])):
                return None
            return reported if reported and due and reported.endswith(f"-{due}") else due
    if period and len(period) == 9 and period[5:] != read.setting.by:
        return period[5:]
    return period
