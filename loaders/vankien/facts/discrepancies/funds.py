"""Money of projects: sums of a list that its rows contradict, the cost of one project in the text and in the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vankien.facts.discrepancies.parts import decimals, differ_by_rounding, discrepancy, line_of, measured, side, vi
from vankien.facts.evidence import evidence_of
from vankien.facts.project_tables import ProjectTable, project_table
from vankien.facts.tables.cells import cell_to_value
from vankien.model import Discrepancy, Found, Lexicon, Observation, Outline
from vankien.vietnamese import fold

_LEAST_ROWS = 3
_COST = re.compile(r"(?:Tổng mức(?: đầu tư)?|Tổng vốn(?: đầu tư)?|Tổng kinh phí|Kinh phí)\s(?P<name>\S.{7,})")


def fund_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Discrepancy]:
    """Sums of a list of projects that are not those of its rows, and costs that text and list print differently."""
    for table in outline.tables:
        listed = project_table(table)
        if listed and listed.total and len(listed.rows) >= _LEAST_ROWS:
            yield from _wrong_sums(outline, listed, lexicon)
    yield from _other_costs(found)


def _wrong_sums(outline: Outline, listed: ProjectTable, lexicon: Lexicon) -> Iterator[Discrepancy]:
    """The columns of money whose sum is printed wrong."""
    assert listed.total is not None
    for at in listed.money:
        total = listed.total.cells[at]
        printed = cell_to_value(total.text, lexicon)
        cells = [row.cells[at] for row in listed.rows]
        values = [v.value for c in cells if (v := cell_to_value(c.text, lexicon))]
        unread = [c for c in cells if re.search(r"\d", c.text) and not cell_to_value(c.text, lexicon)]
        if printed is None or unread or not values:
            continue
        exact = sum(values, Decimal(0))
        step = Decimal(1).scaleb(-min(decimals(printed.value), *map(decimals, values)))
        if abs(exact - printed.value) <= step * len(values) / 2:
            continue
        first, last = cells[0].passage.first_line, total.passage.first_line
        evidence = evidence_of(outline.report, total.passage, 0, len(total.text), "discrepancy-sum-of-projects")
        summed = " + ".join(vi(v) for v in values)
        yield discrepancy(
            f"Tổng cộng: {listed.table.header[at]}",
            side(f"{summed} = {vi(exact)}", first),
            side(vi(printed.value), last),
            (first, last),
            "Tổng in không bằng tổng các dòng",
            evidence,
            "sum-of-projects",
        )


def _other_costs(found: Found) -> Iterator[Discrepancy]:
    """What a project costs in the text and in the list."""
    costs = [
        (o, fold(named["name"]))
        for o in found.of(Observation)
        if o.upper is None and (named := _COST.match(o.indicator))
    ]
    for told, name in costs:
        for other, same in costs:
            if told.where == "table" or other.where != "table" or name != same or told.unit != other.unit:
                continue
            if told.value == other.value or told.comparator or differ_by_rounding(told.value, other.value):
                continue
            lines = (line_of(told), line_of(other))
            yield discrepancy(
                told.indicator,
                side(measured(told), lines[0]),
                side(measured(other), lines[1]),
                lines,
                "Lời văn và danh mục nêu hai mức khác nhau",
                told.evidence,
                "cost-of-project",
                [other.evidence],
            )
