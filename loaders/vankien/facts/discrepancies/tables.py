"""Tables of targets against themselves: percentages of the target, verdicts against numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from vankien.facts.cues.assessment_labels import lower_is_better
from vankien.facts.discrepancies.parts import decimals, discrepancy, line_of, measured, rounds_to, side, vi
from vankien.model import Assessment, Discrepancy, Found, Lexicon, Observation, Outline, Target
from vankien.vietnamese import fold, plain

GOOD, BAD = frozenset({"met", "exceeded"}), frozenset({"not-yet-met", "missed", "at-risk"})


@dataclass
class TargetRow:
    """The facts of one row of a table of targets; `others` are the targets that other places set in it, `later` those that
    the same place sets for other years (``KH năm 2032`` and ``KH năm 2031`` in one row)."""

    target: Target
    others: list[Target] = field(default_factory=list)
    later: list[Target] = field(default_factory=list)
    results: list[Observation] = field(default_factory=list)
    verdicts: list[Assessment] = field(default_factory=list)


def _row_lines(outline: Outline) -> dict[int, int]:
    """For each line of a row of a table the first line of the row: a row may have one line for each cell."""
    return {
        line: row.first_line
        for table in outline.tables
        for row in table.rows
        for cell in row.cells
        if cell.text
        for line in range(cell.passage.first_line, cell.passage.last_line + 1)
    }


def found_to_rows(outline: Outline, found: Found) -> list[TargetRow]:
    """The rows of tables with a target, each with its results and verdicts in the order of the columns."""
    lines = _row_lines(outline)

    def key(fact: Target | Observation | Assessment) -> tuple[str, int]:
        return fact.indicator, lines.get(line_of(fact), line_of(fact))

    rows: dict[tuple[str, int], TargetRow] = {}
    for target in found.of(Target):
        if target.evidence.rule == "table-target" and target.value is not None:
            first = rows.setdefault(key(target), TargetRow(target))
            first.others += [target] if target.scope != first.target.scope else []
            first.later += [target] if target.by != first.target.by else []
    for result in found.of(Observation):
        row = rows.get(key(result))
        if row is not None and result.where == "table":
            row.results.append(result)
    for verdict in found.of(Assessment):
        row = rows.get(key(verdict))
        own = row is not None and verdict.scope in (None, row.target.scope)
        if row is not None and own and verdict.evidence.rule == "table-assessment":
            row.verdicts.append(verdict)
    return list(rows.values())


def _result_of(row: TargetRow, verdict: Assessment) -> Observation | None:
    """The result that a verdict stands behind: the last one that starts before it; none if another verdict on an earlier
    time stands between them (a forecast beside the verdict on the result)."""
    before = [o for o in row.results if o.evidence.end <= verdict.evidence.end]
    last = max(before, key=lambda o: o.evidence.end, default=None)
    between = (v for v in row.verdicts if last and last.evidence.end < v.evidence.end < verdict.evidence.end)
    return None if any(v.as_of != verdict.as_of for v in between) else last


def table_discrepancies(outline: Outline, lexicon: Lexicon, found: Found) -> Iterator[Discrepancy]:
    """Wrong percentages of the target, and verdicts that the numbers of their row contradict."""
    keys = {c.vi: c.id for c in lexicon["verdicts"]}
    for row in found_to_rows(outline, found):
        pairs = [(v, o) for v in row.verdicts if (o := _result_of(row, v)) is not None]
        for year in _of_years(row):
            judged = [p for p in pairs if not row.later or p[0].as_of in (None, year.target.by)]
            yield from _wrong_percentages(year, judged)
            yield from _wrong_verdicts(year, judged, keys, lexicon)


def _of_years(row: TargetRow) -> list[TargetRow]:
    """A row for each year in which a target of it is due: a verdict judges the target of its own year."""
    return [replace(row, target=t) for t in (row.target, *row.later) if t.scope == row.target.scope]


def _wrong_percentages(row: TargetRow, pairs: list[tuple[Assessment, Observation]]) -> Iterator[Discrepancy]:
    goal = row.target.value
    if not goal or row.target.upper is not None or row.others:
        return
    for verdict, result in pairs:
        if verdict.percent is None or result.upper is not None or verdict.percent <= 0:
            continue
        exact = result.value / goal * 100
        if result.comparator and (result.value == goal or verdict.percent == 100):
            continue
        if rounds_to(exact, verdict.percent) or _sums_up(row, result, goal, verdict.percent):
            continue
        if _was_rounded(result, goal, verdict.percent):
            continue
        line = line_of(verdict)
        note = "Phần trăm in sai so với phép chia"
        if verdict.percent == result.value:
            note = "Cột tỷ lệ lặp lại giá trị kết quả"
        yield discrepancy(
            f"{row.target.indicator}: tỷ lệ so với mục tiêu",
            side(f"{vi(verdict.percent)}%", line),
            f"{vi(result.value)}/{vi(goal)} = {vi(exact.quantize(verdict.percent.normalize() if '.' in plain(verdict.percent) else 1))}%",
            (line, line),
            note,
            verdict.evidence,
            "percent",
        )


_ROUNDED = re.compile(r"(?:nghìn|ngàn|triệu|tỷ|tỉ|%|ha|tấn|USD|km|MW)(?![^\W\d])", re.IGNORECASE)


def _was_rounded(result: Observation, goal: Decimal, percent: Decimal) -> bool:
    """Is the share, printed more finely, that of the amount which the row prints rounded (53,87 triệu đồng as 54)? What is
    counted one by one is never rounded."""
    if not _ROUNDED.match(result.unit or "") or decimals(percent) <= decimals(result.value):
        return False
    half = Decimal(1).scaleb(-decimals(result.value)) / 2
    step = Decimal(1).scaleb(-decimals(percent))
    least, most = ((result.value + way * half) / goal * 100 for way in (-1, 1))
    return least - step < percent < most + step


def _sums_up(row: TargetRow, result: Observation, goal: Decimal, percent: Decimal) -> bool:
    """A target for several years (``22.000 (2021 - 2025)``) is compared with what those years up to the result make together,
    a yearly one with their mean."""
    yearly = [o for o in row.results if o.period and len(o.period) == _YEAR_LENGTH and o.upper is None]
    if result not in yearly:
        return False
    total = Decimal(0)
    for count, year in enumerate(reversed(yearly[: yearly.index(result) + 1]), 1):
        total += year.value
        mean = total / count if row.target.per == "year" else total
        if year is not result and any(rounds_to(reached / goal * 100, percent) for reached in (total, mean)):
            return True
    return False


_YEAR_LENGTH = 4
_MONTH_LENGTH = 7
_ALREADY = re.compile(r"\sda (?:dat|vuot|hoan thanh)\b[^\d]*$")
"""``Đã đạt`` in the last cell of a row (folded)."""


def _looks_ahead(verdict: Assessment, result: Observation) -> bool:
    """``Khả năng đạt vào năm 2027`` behind the result of 2026 or of half of it: of a year that no number tells; ``Đã đạt``
    is said of the result."""
    ahead, told = verdict.as_of or "", result.period or ""
    single = len(ahead) == _YEAR_LENGTH and len(told) in (_YEAR_LENGTH, _MONTH_LENGTH) and verdict.percent is None
    month = len(told) == _MONTH_LENGTH and told[_YEAR_LENGTH] == "-"
    return single and ahead > told[:_YEAR_LENGTH] and not (month and _ALREADY.search(fold(verdict.evidence.quote)))


def _direction(row: TargetRow, lexicon: Lexicon) -> str:
    """Which way is better: the target's comparator says so, else the indicator's concept, else what a share is of."""
    if row.target.comparator in (">", ">="):
        return "higher"
    if row.target.comparator in ("<", "<="):
        return "lower"
    concept = lexicon.concept("indicators", row.target.concept) if row.target.concept else None
    if concept:
        return concept.first("direction")
    return "higher" if row.target.unit == "%" and is_good_share(row.target.indicator) else ""


_GOOD_SHARE = re.compile(
    r"\s(?:được|đạt\schuẩn|tham\sgia|hoàn\sthành|tiếp\scận|khám\sphá|giải\squyết|sử\sdụng\s(?:nước|điện)|dùng\s(?:nước|điện))\s",
    re.IGNORECASE,
)
_BAD_SHARE = re.compile(r"(?<!\w)(?:bị|chưa|không|thiếu|tạm|hư)(?!\w)", re.IGNORECASE)


def is_good_share(label: str) -> bool:
    """Is a share one of those that have or reach something, so that more is better?

    >>> is_good_share("Tỷ lệ hộ dân được dùng nước sạch"), is_good_share("Tỷ lệ hộ chưa được dùng nước sạch")
    (True, False)
    """
    good = _GOOD_SHARE.search(label) and not re.match(r"(?:mức|tốc\sđộ)\s", label, re.IGNORECASE)
    return bool(good) and not lower_is_better(label) and not _BAD_SHARE.search(label)


def _reached(row: TargetRow, result: Observation, direction: str) -> bool | None:
    """Whether a result reaches its target; None where that cannot be said."""
    goal = row.target.value
    if goal is None or row.target.upper is not None or result.upper is not None or direction not in ("higher", "lower"):
        return None
    if result.comparator and result.comparator != row.target.comparator:
        return None
    if result.value == goal and row.target.comparator in (">", "<"):
        return result.comparator is not None
    return result.value >= goal if direction == "higher" else result.value <= goal


def _wrong_verdicts(
    row: TargetRow, pairs: list[tuple[Assessment, Observation]], keys: dict[str, str], lexicon: Lexicon
) -> Iterator[Discrepancy]:
    contrary = _contrary_pair(row, pairs, keys)
    if contrary:
        yield contrary
        return
    direction = _direction(row, lexicon)
    for verdict, result in pairs:
        reached = _reached(row, result, direction)
        if verdict.scope is None and any(_reached(TargetRow(t), result, direction) != reached for t in row.others):
            continue  # one verdict on the targets of several places: which of them it judges is left open
        key = keys.get(verdict.verdict, "")
        if reached is None or (key in GOOD) == reached or key not in GOOD | BAD:
            continue
        if key in GOOD and _looks_ahead(verdict, result):
            continue
        # a verdict on a part of the term may ask for the yearly share, but not the other way round
        line = line_of(verdict)
        yield discrepancy(
            f"{row.target.indicator}: đánh giá",
            side(f"{measured(result)}, đánh giá {verdict.verdict}", line),
            side(f"mục tiêu {measured(row.target)}", line_of(row.target)),
            (line, line_of(row.target)),
            "Đánh giá trái với kết quả và mục tiêu trong cùng hàng",
            verdict.evidence,
            "verdict",
        )


def _contrary_pair(
    row: TargetRow, pairs: list[tuple[Assessment, Observation]], keys: dict[str, str]
) -> Discrepancy | None:
    """Two results on the same side of the target with contrary verdicts: one of them must be wrong, whichever way is
    better."""
    goal = row.target.value
    if goal is None or row.target.upper is not None or len(pairs) < 2:
        return None
    for i, (first, a) in enumerate(pairs):
        for second, b in pairs[i + 1 :]:
            if a.upper is not None or b.upper is not None or a.comparator or b.comparator:
                continue
            same_side = (a.value - goal) * (b.value - goal) > 0
            good = [keys.get(v.verdict, "") in GOOD for v in (first, second)]
            judged = all(keys.get(v.verdict, "") in GOOD | BAD for v in (first, second))
            if not (same_side and judged and good[0] != good[1]):
                continue
            lines = (line_of(first), line_of(second))
            return discrepancy(
                row.target.indicator,
                side(f"{measured(a)} so với mục tiêu {measured(row.target)}: {first.verdict}", lines[0]),
                side(f"{measured(b)} so với mục tiêu {measured(row.target)}: {second.verdict}", lines[1]),
                lines,
                "Cùng một phía của mục tiêu nhưng đánh giá trái ngược",
                first.evidence,
                "verdict",
            )
    return None
